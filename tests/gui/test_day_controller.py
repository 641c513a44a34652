"""When a day is compared with the service once more, with workers that answer when the test says so."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import pytest

from desktop.domain.day_report import DayEntry, DayReport
from desktop.domain.reconciliation import Comparison, ComparisonProgress
from desktop.gui.day_controller import DayController, today

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType

    from pytestqt.qtbot import QtBot


class SlowWorker:
    """Keeps what it is asked until the test answers."""

    def __init__(self) -> None:
        self._asked: list[tuple[Callable[[Any], None], str]] = []

    def ask(self, on_answer: Callable[[Any], None], _on_failure: object, method: FunctionType, *_args: object) -> None:
        self._asked.append((on_answer, method.__name__))

    @property
    def asked(self) -> list[str]:
        """Returns what has no answer yet, oldest first."""
        return [name for _, name in self._asked]

    def answer(self, with_what: object) -> None:
        """Answers what was asked first."""
        on_answer, _ = self._asked.pop(0)
        on_answer(with_what)


class Page:
    """A day's controller, its workers, and the comparisons that it reported."""

    def __init__(self) -> None:
        self.office, self.settling = SlowWorker(), SlowWorker()
        self.controller = DayController(cast("Any", self.office), cast("Any", SlowWorker()), cast("Any", self.settling))
        self.compared: list[int] = []
        self.controller.compared.connect(lambda found: self.compared.append(found.agreed))
        self.controller.open(today())
        self.learn(2)

    def shown(self) -> int | None:
        """Returns how many redemptions agree in the comparison that is shown, if there is one."""
        comparison = self.controller.view.comparison
        return None if comparison is None else comparison.agreed

    def learn(self, redemptions: int) -> None:
        """The report of the day is read again; there are so many redemptions now."""
        if not self.office.asked:
            self.controller.refresh()
        entry = DayEntry(kind="redeemed", cashier="", program="", points=Decimal(1))
        self.office.answer(DayReport(day=today(), entries=(entry,) * redemptions))

    def answer(self, agreed: int | None = None) -> None:
        """The settling worker has asked for one list, and maybe has the result."""
        result = None if agreed is None else Comparison(day=today(), agreed=agreed)
        self.settling.answer(ComparisonProgress(day=today(), asked=1, lists=2, result=result))


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """Returns a page of a day with two redemptions."""
    del qtbot  # Signals need its application.
    return Page()


def test_a_change_after_the_result_compares_again(page: Page) -> None:
    """What was compared is taken away, because the day is another one, and the next result takes its place."""
    page.controller.compare()
    page.answer()
    page.answer(2)
    assert page.shown() == 2
    page.learn(3)
    assert page.shown() is None
    assert page.settling.asked == ["begin_comparison"]
    page.answer()
    page.answer(3)
    assert page.compared == [2, 3]
    assert page.settling.asked == []


def test_a_change_before_the_result_compares_again(page: Page) -> None:
    """A result of the day as it was is never shown."""
    page.controller.compare()
    page.answer()
    page.learn(3)
    page.learn(4)
    page.answer(2)
    assert page.shown() is None
    assert page.settling.asked == ["begin_comparison"]
    page.answer()
    page.answer(4)
    assert page.compared == [4]
    assert page.settling.asked == []


def test_the_same_report_leaves_the_result(page: Page) -> None:
    """A report that is read again without a change asks the service for nothing."""
    page.controller.compare()
    page.answer(2)
    page.learn(2)
    assert page.shown() == 2
    assert page.settling.asked == []


def test_who_has_left_is_not_compared_for(page: Page) -> None:
    """After the page was left, or another day was chosen, nothing is asked again."""
    page.controller.compare()
    page.controller.leave()
    page.learn(3)
    page.answer(2)
    assert page.compared == []
    assert page.settling.asked == []
