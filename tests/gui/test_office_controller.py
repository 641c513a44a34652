"""Tests when today's figures are asked for, with a worker that answers when the test says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.history import Totals
from desktop.gui.office_controller import OfficeController

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType

    from pytestqt.qtbot import QtBot


class SlowOffice(QObject):
    """Keeps what it is asked until the test answers."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self._slots: list[tuple[Callable[[Any], None], Callable[[Any], None]]] = []

    def ask(
        self, on_answer: Callable[[Any], None], on_failure: Callable[[Any], None], method: FunctionType, *_: object
    ) -> None:
        self.asked.append(method.__name__)
        self._slots.append((on_answer, on_failure))

    def answer(self, answer: object) -> None:
        """Answers what was asked first."""
        self._slots.pop(0)[0](answer)

    def fail(self) -> None:
        """Fails at what was asked first."""
        self._slots.pop(0)[1](JournalUnusable(JournalTrouble.DAMAGED))


def open_office(qtbot: QtBot) -> tuple[SlowOffice, OfficeController, list[int]]:
    """Returns a worker, its controller, and the counts of redemptions that it reports. The first is awaited."""
    del qtbot  # Signals need its application.
    office = SlowOffice()
    controller = OfficeController(cast("Any", office))
    reported: list[int] = []
    controller.today_changed.connect(lambda _attempts, totals: reported.append(totals.count))
    office.opened.emit(None)
    return office, controller, reported


def test_many_changes_are_read_once(qtbot: QtBot) -> None:
    """What changed while an answer was awaited is read together, and the last answer has it."""
    office, controller, reported = open_office(qtbot)
    for _ in range(200):
        controller.refresh_today()
    assert office.asked == ["search", "totals"]
    office.answer(())
    office.answer(Totals(count=7))
    assert office.asked == ["search", "totals"] * 2
    office.answer(())
    office.answer(Totals(count=200))
    assert office.asked == ["search", "totals"] * 2
    assert reported == [7, 200]


def test_a_failure_does_not_end_it(qtbot: QtBot) -> None:
    """The next change is read, and what changed meanwhile is read at once."""
    office, controller, reported = open_office(qtbot)
    office.fail()
    office.fail()
    controller.refresh_today()
    assert office.asked == ["search", "totals"] * 2
    controller.refresh_today()
    office.answer(())
    office.fail()
    assert office.asked == ["search", "totals"] * 3
    office.answer(())
    office.answer(Totals(count=3))
    assert reported == [3]
