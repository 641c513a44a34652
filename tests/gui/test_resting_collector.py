"""Tests when and on which thread garbage is collected."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.gui import resting_collector
from desktop.gui.resting_collector import RestingCollector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class _Knot(QObject):
    """Garbage that only a collection finds, and that belongs to the window."""

    destroyed_on: threading.Thread | None = None

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        _Knot.destroyed_on = threading.current_thread()


@pytest.fixture
def collector(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[RestingCollector]:
    """A collector that does not rest for long, after everything from other tests is gone."""
    assert qapp.thread().isCurrentThread()
    gc.collect()
    monkeypatch.setattr(resting_collector, "_REST", 50)
    monkeypatch.setattr(RestingCollector, "_is_first", False)
    _Knot.destroyed_on = None
    made = RestingCollector()
    yield made
    made.end()
    made.deleteLater()


def _make_many_objects() -> None:
    """Makes so many objects that Python would collect garbage several times."""
    kept = [[] for _ in range(200_000)]  # type: ignore[var-annotated]
    kept.clear()


def _collections() -> int:
    """Returns how often everything was looked at."""
    return int(gc.get_stats()[-1]["collections"])


def test_a_worker_never_destroys_what_belongs_to_the_window(collector: RestingCollector, qtbot: QtBot) -> None:
    """Qt crashes if another thread deletes a widget."""
    _Knot()
    worker = threading.Thread(target=_make_many_objects)
    worker.start()
    worker.join()
    assert _Knot.destroyed_on is None
    collector.postpone()
    qtbot.waitUntil(lambda: _Knot.destroyed_on is not None)
    assert _Knot.destroyed_on is threading.main_thread()


def test_nothing_is_collected_while_the_screen_changes(collector: RestingCollector, qtbot: QtBot) -> None:
    """The cashier may be waiting for an answer."""
    assert not gc.isenabled()
    _Knot()
    _make_many_objects()
    for _ in range(10):
        collector.postpone()
        qtbot.wait(10)
    assert _Knot.destroyed_on is None
    qtbot.waitUntil(lambda: _Knot.destroyed_on is not None)


def test_later_garbage_is_found_too(collector: RestingCollector, qtbot: QtBot) -> None:
    """Only what there was at the first rest is left alone."""
    _make_many_objects()
    held = [[] for _ in range(1_000)]  # type: ignore[var-annotated]
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    _Knot()
    held += [[] for _ in range(1_000)]
    collector.postpone()
    qtbot.waitUntil(lambda: _Knot.destroyed_on is not None)
    assert held


def test_no_thread_destroys_the_old_window_before_the_next_one(collector: RestingCollector, qtbot: QtBot) -> None:
    """Threads that answer the POS go on while settings are saved. The next collector finds what is left."""
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    _Knot()
    collector.end()
    worker = threading.Thread(target=_make_many_objects)
    worker.start()
    worker.join()
    assert _Knot.destroyed_on is None
    assert gc.get_freeze_count() == 0
    _let_rest(qtbot)
    assert _Knot.destroyed_on is threading.main_thread()


def test_the_first_window_does_not_look_at_what_was_before(
    collector: RestingCollector, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """All modules would be looked at while the cashier begins to work. Later windows replace one that is garbage."""
    collector.end()
    monkeypatch.setattr(RestingCollector, "_is_first", True)
    _Knot()
    _let_rest(qtbot)
    assert _Knot.destroyed_on is None
    _let_rest(qtbot)
    assert _Knot.destroyed_on is threading.main_thread()


def _let_rest(qtbot: QtBot) -> None:
    """Opens a window's collector until it has collected once."""
    before = _collections()
    made = RestingCollector()
    qtbot.waitUntil(lambda: _collections() > before)
    made.end()
    made.deleteLater()
