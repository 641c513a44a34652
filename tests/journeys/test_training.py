"""Training: marked on screen and paper, with the member's phone, sample members, and faults to practise with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QTabBar

from desktop.gui.screen import Place
from desktop.gui.widgets.page_stack import ScrollingPages
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, Cashier
from tests.journeys.test_paper_and_history import pdf_text, saved

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

MARK = "Training. Nothing here is real."


def phone(cashier: Cashier) -> list[str]:
    """Returns the messages on the member's phone, newest first."""
    return [one.text() for one in cashier.window.findChildren(QLabel, "phone_message")]


def test_everything_in_training_is_marked(open_till: OpenTill) -> None:
    """The bar at every step, the receipt on the screen, the file and its name are marked."""
    cashier = open_till()
    assert MARK in cashier.texts()
    cashier.redeem("10", bill="MG-1")
    assert MARK in cashier.texts()
    assert cashier.value("Connection") == "Training"
    assert "TRAINING. Not a receipt." in cashier.find("Receipt").toPlainText()
    path = saved(cashier)
    assert path.name.startswith("TRAINING")
    assert "TRAINING. Not a receipt." in pdf_text(path)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print receipt")
    assert MARK in cashier.texts()
    assert "TRAINING. Not a receipt." in cashier.find("Receipt").toPlainText()


def test_nothing_is_marked_without_training(open_till: OpenTill, service: PracticeService) -> None:
    """Without training there are no marks."""
    cashier = open_till(service=service)
    assert MARK not in cashier.texts()


def test_the_code_arrives_on_the_members_phone(open_till: OpenTill) -> None:
    """The message has the points and how long the code is valid, and the newest is on top."""
    cashier = open_till(code_valid_for=900)
    cashier.find_member()
    cashier.send_code("250.125")
    assert len(phone(cashier)) == 1
    assert cashier.code() in phone(cashier)[0]
    assert "250.125" in phone(cashier)[0]
    assert "15 minute" in phone(cashier)[0]


def test_a_sample_member_is_filled_in(open_till: OpenTill) -> None:
    """Pressing a member's number fills it in. In the middle of a customer, it starts the next one."""
    cashier = open_till()
    cashier.find("Training", QTabBar).setCurrentIndex(1)
    cashier.find(f"Fill in {ASHA}").click()
    assert cashier.text("Mobile number") == ASHA
    assert cashier.focus == "Mobile number"
    cashier.enter()
    cashier.until_at(Place.POINTS)
    cashier.find("Fill in 9876543001").click()
    cashier.until_at(Place.MEMBER)
    assert cashier.text("Mobile number") == "9876543001"


def test_a_bad_day_is_chosen_and_happens_once(open_till: OpenTill) -> None:
    """From the list below the phone: the next redemption loses its answer, and the one after it does not."""
    cashier = open_till(settle_after=0.5)
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")
    days = cashier.find("What goes wrong next", QComboBox)
    assert days.count() == 1 + len(BadDay)
    days.setCurrentIndex(days.findData(BadDay.ANSWER_LOST.value))
    days.activated.emit(days.currentIndex())
    cashier.enter_code()
    cashier.until_at(Place.UNKNOWN)
    cashier.until_sees("Updated balance")
    assert days.currentIndex() == 0, "the list shows that it is over"
    cashier.rest()
    cashier.enter()
    cashier.redeem("5", bill="MG-2")
    assert [str(one.points) for one in cashier.service.ledger()] == ["10", "5"]


def test_many_codes_take_no_more_room_than_a_phone_has(open_till: OpenTill) -> None:
    """After a day of training the main button is still visible, and the newest code is first."""
    cashier = open_till(size=(1024, 600))
    for points in range(10, 18):
        cashier.find_member()
        cashier.send_code(str(points))
        cashier.press("New customer")
    cashier.find_member()
    cashier.send_code("18")
    scroll = cashier.session.view.findChild(ScrollingPages)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() == 0
    newest = next(one for one in cashier.window.findChildren(QLabel, "phone_message") if "18 points" in one.text())
    assert newest.visibleRegion().boundingRect().height() == newest.height()


@pytest.mark.parametrize("size", [(512, 384), (640, 480)])
def test_training_without_room_for_the_phone(open_till: OpenTill, size: tuple[int, int]) -> None:
    """On a small screen the code is shown in the message strip, because the phone is hidden."""
    cashier = open_till(size=size)
    cashier.find_member()
    cashier.send_code("10")
    cashier.until_says(cashier.code())
    cashier.enter_code()
    cashier.until_sees("Updated balance")


def test_training_keeps_a_journal_of_its_own(open_till: OpenTill, tmp_path: Path) -> None:
    """Training writes only to the folder that it was given."""
    cashier = open_till(data=tmp_path / "data" / "training")
    cashier.redeem("10")
    assert [one.name for one in (tmp_path / "data").iterdir()] == ["training"]
