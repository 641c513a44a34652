"""Tests that the figures of the day can be read whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.gui.pages.day_page import DayPage
from tests.gui.test_layouts import settle
from tests.journeys.cashier import LAKSHMI

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


@pytest.mark.parametrize(("points", "is_beside"), [("1991", True), ("12500000.125", False)])
def test_large_amounts_are_not_cut(
    open_till: OpenTill, service: PracticeService, points: str, *, is_beside: bool
) -> None:
    """The other card goes below the figures if there is too little room beside it."""
    cashier = open_till(service=service, size=(800, 600))
    cashier.redeem(points, bill="MG-1", mobile=LAKSHMI)
    cashier.key(Qt.Key.Key_F2)
    cashier.press("End of day")
    page = cashier.window.findChild(DayPage)
    assert isinstance(page, DayPage)
    cashier.until(page.figures.points["redeemed"].text, "the figures")
    settle(cashier)
    around = page.figures.parentWidget()
    assert around is not None
    assert page.figures.width() <= around.width()
    assert (page.side.y() < around.height()) is is_beside
    assert page.width() <= cashier.window.width()
