"""Training: marked on screen and paper, with the member's phone, sample members, and faults to practise with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QTabBar

from desktop.domain.paper import Paper
from desktop.gui.screen import Place
from desktop.gui.widgets.page_stack import ScrollingPages
from desktop.training.bad_days import BadDay
from desktop.training.case_groups import CaseGroup, FaultGroup, fault_group, split_case
from desktop.training.coded_members import ACCOUNTS
from tests.journeys.cashier import ASHA, Cashier
from tests.journeys.test_give_back import open_page
from tests.journeys.test_paper_and_history import pdf_text, saved

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

MARKS = {"Training. Nothing here is real.", "Training"}
"""The mark in the bar, and the shorter one for a bar with little room."""


def phone(cashier: Cashier) -> list[str]:
    """Returns the messages on the member's phone, newest first."""
    return [one.text() for one in cashier.window.findChildren(QLabel, "phone_message")]


def is_marked(cashier: Cashier) -> bool:
    """True if the bar says that this is training."""
    return any(
        one.isVisible() and one.text() in MARKS
        for name in ("training", "training_short")
        for one in cashier.window.findChildren(QLabel, name)
    )


def test_everything_in_training_is_marked(open_till: OpenTill) -> None:
    """The bar at every step, the receipt on the screen, the file and its name are marked."""
    cashier = open_till()
    assert is_marked(cashier)
    cashier.redeem("10", bill="MG-1")
    assert is_marked(cashier)
    assert cashier.value("Connection") == "Training"
    assert "TRAINING. Not a receipt." in cashier.find("Receipt").toPlainText()
    path = saved(cashier)
    assert path.name.startswith("TRAINING")
    assert "TRAINING. Not a receipt." in pdf_text(path)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print receipt")
    assert is_marked(cashier)
    path.unlink()
    assert "TRAINING. Not a receipt." in pdf_text(saved(cashier))


def test_nothing_is_marked_without_training(open_till: OpenTill, service: PracticeService) -> None:
    """Without training there are no marks."""
    cashier = open_till(service=service)
    assert not is_marked(cashier)


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
    # Faults of tokens are offered only to a till that signs in with them.
    offered = [day for day in BadDay if not day.needs_tokens]
    assert days.count() == 1 + len(offered) + len({fault_group(day) for day in offered})
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


def test_headings_of_faults_cannot_be_chosen(open_till: OpenTill) -> None:
    """The faults stand under headings that the arrow keys and the mouse pass over."""
    days = open_till().find("What goes wrong next", QComboBox)
    model = days.model()
    chosen = {
        days.itemText(row): bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEnabled)
        for row in range(days.count())
    }
    assert {words for words, can_choose in chosen.items() if not can_choose} == set(FaultGroup)
    assert days.itemText(1) == FaultGroup.WAITING


def test_members_stand_under_headings(open_till: OpenTill) -> None:
    """Everyday customers come first, and everyone who may not redeem stands under one heading."""
    cashier = open_till()
    cashier.find("Training", QTabBar).setCurrentIndex(1)
    texts = [one.text() for one in cashier.window.findChildren(QLabel) if one.isVisibleTo(cashier.window)]
    headings = [one for one in texts if one in set(CaseGroup)]
    assert headings == list(CaseGroup)


def test_members_and_faults_are_described_in_the_windows_language(open_till: OpenTill) -> None:
    """Nothing about them is in English, and the code that a member shows is still there."""
    panel = open_till(language="fr").session.view.counter.training
    assert panel is not None
    described = {label.text() for label in panel.findChildren(QLabel)}
    faults = panel.findChildren(QComboBox, "bad_day")[0]
    described |= {faults.itemText(at) for at in range(faults.count())}
    assert described.isdisjoint({split_case(one.case)[0] for one in ACCOUNTS})
    assert described.isdisjoint({one.case for one in ACCOUNTS})
    assert described.isdisjoint({day.label for day in BadDay})
    assert "Est signalé pour fraude (809)" in described


def test_a_lesson_in_the_training_panel(open_till: OpenTill) -> None:
    """A lesson is chosen in its tab, stays there while the code arrives, shows the code, and ends by itself."""
    cashier = open_till()
    tabs = cashier.find("Training", QTabBar)
    tabs.setCurrentIndex(2)
    assert tabs.tabText(2) == "Lessons"
    cashier.press("1. Redeem points")
    cashier.until_sees("Lesson")
    assert cashier.value("Lesson").startswith("Type Asha’s mobile number")
    cashier.find_member()
    cashier.send_code("10")
    cashier.until_sees("Lesson")
    assert tabs.currentIndex() == 2
    (code,) = [one for one in cashier.window.findChildren(QLabel, "message_for_lesson") if one.isVisible()]
    assert cashier.code() in code.text()
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    cashier.rest()
    cashier.enter()
    cashier.until_sees("Lesson")
    assert cashier.value("Lesson") == "You can do this."
    assert not code.isVisible()


def test_the_lesson_about_giving_back_follows_the_page(open_till: OpenTill) -> None:
    """Opening the page and giving the points back end the last two steps."""
    cashier = open_till(give_back="cashier")
    cashier.find("Training", QTabBar).setCurrentIndex(2)
    cashier.press("5. Give points back")
    cashier.redeem("10")
    cashier.enter()
    open_page(cashier)
    cashier.press("All 10")
    cashier.type("Reason", "Item returned")
    cashier.press("Give back 10 points")
    cashier.until_sees("Points given back", 20_000)
    cashier.escape()
    cashier.escape()
    cashier.until_sees("Lesson")
    assert cashier.value("Lesson") == "You can do this."


def test_the_news_about_a_code_ends_when_the_phone_is_seen(open_till: OpenTill) -> None:
    """In a narrow window a message tells the code. It goes once the window is wide enough for the phone."""
    cashier = open_till(size=(800, 600))
    cashier.find_member()
    cashier.send_code("10")
    cashier.until_says(cashier.code())
    cashier.window.resize(1024, 600)
    cashier.until(lambda: not cashier.screen.news, "the end of the news")
    assert cashier.code() in phone(cashier)[0]


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
    cashier.until(newest.isVisible, "the message on the phone")
    cashier.until(lambda: newest.visibleRegion().boundingRect().height() == newest.height(), "the whole message")


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


@pytest.mark.parametrize(
    ("languages", "store", "window", "paper"),
    [
        (("en", ""), "", "Practice store", "Practice store"),
        (("fr", ""), "", "Magasin de formation", "Magasin de formation"),
        (("fr", "id"), "", "Magasin de formation", "Toko latihan"),
        (("fr", "en"), "", "Magasin de formation", "Practice store"),
        (("fr", "id"), "MG Road", "MG Road", "MG Road"),
    ],
)
def test_the_practice_store_is_named_in_the_language_of_its_reader(
    open_till: OpenTill, languages: tuple[str, str], store: str, window: str, paper: str
) -> None:
    """The bar has the window's language and paper the receipt's. A store that the settings name keeps its name."""
    session = open_till(language=languages[0], receipt_language=languages[1], store=store).session
    assert session.view.bar.where.text().startswith(f"{window} · ")
    design = session.design
    printed = design.trial("practice.till", "", Paper.MM_80).lines
    assert paper in [line.left for line in printed]


def test_outside_training_no_store_is_made_up(open_till: OpenTill, service: PracticeService) -> None:
    """A till whose settings name no store has none."""
    session = open_till(service=service, language="fr").session
    assert not session.controller.settings.store
    printed = session.design.trial("till.one", "", Paper.MM_80).lines
    assert "Magasin de formation" not in [line.left for line in printed]
