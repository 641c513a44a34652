"""Tests that what could not be recorded for the POS is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from desktop.gui.telling_controller import TellingController
from tests.gui.slow_worker import SlowWorker

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_a_hand_over_that_could_not_be_recorded_is_tried_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it is recorded, without another hand-over."""
    monkeypatch.setattr("desktop.gui.timers.AFTER_A_FAILURE", 1)
    worker = SlowWorker()
    worker.open = lambda: None  # type: ignore[attr-defined]  # only this controller opens its worker itself
    telling = TellingController(cast("Any", worker))
    telling.open()
    for _ in range(2):
        worker.answer(None)
    telling.open_hand_over("H1")
    begun = ["conclude_lost", "catch_up", "open_hand_over"]
    worker.fail()
    qtbot.waitUntil(lambda: worker.asked == [*begun, "catch_up"])
    worker.fail()
    qtbot.waitUntil(lambda: worker.asked == [*begun, "catch_up", "catch_up"])
    with qtbot.waitSignal(telling.caught_up, timeout=1_000):
        worker.answer(None)


def test_a_customer_who_comes_before_the_journal_is_open() -> None:
    """It may have to be converted first. Then the opening is recorded before lost hand-overs are looked for."""
    worker = SlowWorker()
    worker.open = lambda: None  # type: ignore[attr-defined]  # only this controller opens its worker itself
    telling = TellingController(cast("Any", worker))
    telling.open_hand_over("H1")
    assert worker.asked == []
    telling.open()
    assert worker.asked == ["open_hand_over", "conclude_lost", "catch_up"]
    telling.open()
    assert worker.asked[3:] == ["conclude_lost", "catch_up"]
