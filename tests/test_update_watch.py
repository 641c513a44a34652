"""Owns tests of closing for an update: at once where nobody is served, else when the customer is done."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Signal

from desktop import paths, update_watch
from desktop.gui.screen import Busy, Place, Screen
from desktop.update_watch import REQUEST, UpdateWatch, is_asked, may_close, request_folder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Counter(QObject):
    """The controller as the watch knows it."""

    changed = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        self.said: list[str] = []

    def say(self, _tone: str, text: str) -> None:
        """Remembers what was said."""
        self.said.append(text)

    def show(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Screen
        """Changes the screen as the controller does."""
        self.screen = replace(self.screen, **changes)
        self.changed.emit(self.screen)


@pytest.fixture
def request_file(tmp_path: Path) -> Path:
    """Where a set-up puts its request."""
    return tmp_path / REQUEST


@pytest.mark.parametrize("busy", [None, *Busy])
@pytest.mark.parametrize("place", Place)
def test_no_redemption_and_no_customer_is_closed_upon(place: Place, busy: Busy | None) -> None:
    """Whatever is under way ends first; a receipt and an unknown outcome are in the journal already."""
    expected = busy is None and place in {Place.MEMBER, Place.RECEIPT, Place.UNKNOWN}
    assert may_close(Screen(place=place, busy=busy)) is expected
    assert not may_close(Screen(place=Place.MEMBER, handed_over=True))


def test_an_idle_till_closes_as_soon_as_the_set_up_asks(qtbot: QtBot, tmp_path: Path, request_file: Path) -> None:
    """Without anybody at it."""
    watch = UpdateWatch(tmp_path)
    watch.follow(Counter(Screen()))  # type: ignore[arg-type]  # all of it that the watch uses
    with qtbot.waitSignal(watch.time_to_close):
        request_file.touch()


def test_a_till_that_is_opened_during_an_update_closes_again(qtbot: QtBot, tmp_path: Path, request_file: Path) -> None:
    """Or the set-up would never be through."""
    request_file.touch()
    watch = UpdateWatch(tmp_path)
    with qtbot.waitSignal(watch.time_to_close):
        watch.follow(Counter(Screen()))  # type: ignore[arg-type]  # as above


def test_a_redemption_in_flight_is_waited_for(qtbot: QtBot, tmp_path: Path, request_file: Path) -> None:
    """It closes when the receipt is there, and not before; the cashier is told once why."""
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen(place=Place.CODE))
    closed: list[bool] = []
    watch.time_to_close.connect(lambda: closed.append(True))
    watch.follow(counter)  # type: ignore[arg-type]  # as above
    request_file.touch()
    qtbot.waitUntil(lambda: len(counter.said) == 1)
    counter.show(busy=Busy.REDEEMING)
    counter.show(busy=Busy.REDEEMING, slow=True)
    with qtbot.assertNotEmitted(watch.time_to_close, wait=100):
        pass
    with qtbot.waitSignal(watch.time_to_close):
        counter.show(busy=None, place=Place.RECEIPT)
    assert closed == [True]
    assert len(counter.said) == 1


def test_a_set_up_that_gave_up_closes_nothing(qtbot: QtBot, tmp_path: Path, request_file: Path) -> None:
    """The till stays when the request is gone."""
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen(place=Place.CODE))
    watch.follow(counter)  # type: ignore[arg-type]  # as above
    request_file.touch()
    qtbot.waitUntil(lambda: len(counter.said) == 1)
    request_file.unlink()
    with qtbot.assertNotEmitted(watch.time_to_close, wait=100):
        counter.show(place=Place.RECEIPT)


def test_an_old_request_does_not_lock_a_till_out(tmp_path: Path, request_file: Path) -> None:
    """A set-up that died leaves its file; the till can be opened all the same."""
    assert not is_asked(tmp_path)
    request_file.touch()
    assert is_asked(tmp_path)
    long_ago = time.time() - update_watch.GOOD_FOR - 1
    os.utime(request_file, (long_ago, long_ago))
    assert not is_asked(tmp_path)


def test_only_a_packaged_program_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Beside the program, where only whoever may install can write; on macOS beside the policy."""
    assert request_folder() is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "points-till"))
    assert request_folder() == tmp_path
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(paths, "policy_files", lambda: (Path("/Library/x/policy.json"),))
    assert request_folder() == Path("/Library/x")
