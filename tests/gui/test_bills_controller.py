"""Tests that every request to attach a bill is answered, whenever it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable, SettingsUnusable
from desktop.flow.attach_bill import BillAnswer
from desktop.gui.bills_controller import BillsController
from tests.gui.slow_worker import SlowWorker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain.failures import Failure

BROKEN = JournalUnusable(JournalTrouble.DAMAGED)


@pytest.fixture
def worker(qtbot: QtBot) -> SlowWorker:  # noqa: ARG001 - Qt must be running
    """Returns the settling worker, which is not open yet."""
    return SlowWorker()


def test_a_bill_that_comes_before_the_worker_is_open(worker: SlowWorker) -> None:
    """It waits, in its order, because a worker that is not open answers that it cannot work."""
    told: list[BillAnswer | Failure] = []
    bills = BillsController(cast("Any", worker))
    bills.attach("R1", "A", told.append)
    bills.attach("R2", "B", told.append)
    assert (worker.asked, told) == ([], [])
    worker.opened.emit(None)
    assert (worker.asked, worker.arguments) == (["attach_bill"] * 2, ("R2", "B"))
    bills.attach("R3", "C", told.append)
    assert worker.arguments == ("R3", "C")
    done = BillAnswer()
    worker.answer(done)
    worker.fail()
    assert told[0] is done
    assert isinstance(told[1], JournalUnusable)


@pytest.mark.parametrize("way", ["the settings", "the worker"])
def test_a_till_that_cannot_work(worker: SlowWorker, way: str) -> None:
    """Who waits, and who asks later, is told why at once. Once the worker is open, bills are attached."""
    told: list[BillAnswer | Failure] = []
    bills = BillsController(cast("Any", worker))
    bills.attach("R1", "A", told.append)
    why: Failure = SettingsUnusable(()) if way == "the settings" else BROKEN
    if way == "the settings":
        bills.stop_with(why)
    else:
        worker.opened.emit(why)
    bills.attach("R2", "B", told.append)
    assert (worker.asked, told) == ([], [why, why])
    worker.opened.emit(None)
    bills.attach("R3", "C", told.append)
    assert (worker.asked, len(told)) == (["attach_bill"], 2)
