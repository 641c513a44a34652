"""On a small screen, the outcome of a redemption and the answers to a question are visible at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop.training.bad_days import BadDay

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


@pytest.mark.parametrize("day", [None, BadDay.HANG_AFTER])
def test_the_outcome_is_visible_first_on_the_smallest_screen(
    open_till: OpenTill, service: PracticeService, day: BadDay | None
) -> None:
    """The page begins at its top with what to do now, although the focused button is at its end."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=30, size=(512, 384))
    if day is None:
        cashier.redeem("5", bill="MG-3")
    else:
        cashier.lose_answer(day, looks=False)
    headline = next(one for one in cashier.window.findChildren(QLabel, "headline") if one.isVisible())
    cashier.until(lambda: headline.visibleRegion().boundingRect().height() == headline.height(), "the whole headline")
    assert cashier.session.view.pages.verticalScrollBar().value() == 0


@pytest.mark.parametrize("size", [(1024, 560), (512, 384)])
def test_both_answers_are_visible(open_till: OpenTill, service: PracticeService, size: tuple[int, int]) -> None:
    """When going on could redeem twice, both answers are visible below the message."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=30, size=size)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.enter()
    cashier.find_member()
    cashier.type("Points to redeem", "20")
    cashier.enter()
    cashier.until_sees("Redeem anyway")

    def are_whole() -> bool:
        answers = [cashier.find(name) for name in ("Go back", "Redeem anyway")]
        return all(one.visibleRegion().boundingRect().size() == one.size() for one in answers)

    cashier.until(are_whole, "both answers, whole")
