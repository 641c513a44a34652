"""Cashiers sign off, or are signed off when they leave the till. What they left waits for them alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from desktop.domain.failures import Call
from desktop.domain.reversal import ReversalState
from desktop.flow.clock import uptime
from desktop.gui.screen import Place
from desktop.store.journal import SqliteJournal
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, VIKRAM
from tests.journeys.signing_on import PIN, after_redeeming, be_idle, sign_off, sign_on, trail
from tests.journeys.test_give_back import open_page

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


# Signing off


def test_a_half_served_customer_waits_for_the_same_cashier(open_till: OpenTill, service: PracticeService) -> None:
    """Member, points and code are there again. No new code is sent."""
    cashier = open_till(service=service, sign_on=True)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.type("Points to redeem", "12.5")
    sign_off(cashier)
    assert not cashier.sees("Member")
    sign_on(cashier, "Meera")
    assert cashier.text("Points to redeem") == "12.5"
    cashier.send_code("12.5")
    cashier.type("Validation code", cashier.code())
    sign_off(cashier)
    sign_on(cashier, "Meera")
    assert cashier.text("Validation code") == cashier.code()
    cashier.find("Validation code").setFocus()
    cashier.enter()
    cashier.until_sees("Updated balance")


def test_another_cashier_finds_an_empty_counter(open_till: OpenTill, service: PracticeService) -> None:
    """Nothing about the customer is left, and nothing was redeemed."""
    cashier = open_till(service=service, sign_on=True)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5", bill="MG-1")
    sign_off(cashier)
    sign_on(cashier, "Dev")
    assert cashier.screen.place is Place.MEMBER
    assert cashier.screen.member is None
    assert cashier.text("Mobile number") == ""
    assert cashier.screen.draft is None
    cashier.find_member(VIKRAM)
    assert (cashier.text("Points to redeem"), cashier.text("Bill number")) == ("", "")
    assert not service.ledger()


def test_a_number_that_is_half_typed(open_till: OpenTill) -> None:
    """It is there again for the same cashier, and gone for another one."""
    cashier = open_till(sign_on=True)
    sign_on(cashier, "Meera")
    cashier.type("Mobile number", "97777")
    sign_off(cashier)
    sign_on(cashier, "Meera")
    assert cashier.text("Mobile number") == "97777"
    sign_off(cashier)
    sign_on(cashier, "Dev")
    assert cashier.text("Mobile number") == ""


def test_the_customers_display_is_empty_while_no_one_is_signed_on(
    open_till: OpenTill, service: PracticeService
) -> None:
    """The customer may have gone, and the next one must not see the name. The code can be typed again afterwards."""
    cashier = open_till(service=service, sign_on=True, customer_display="window")
    window = cashier.session.customer
    assert window is not None

    def texts() -> str:
        return " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())

    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5")
    assert "Asha" in texts()
    assert window.hint.isVisible()
    sign_off(cashier)
    assert "Asha" not in texts()
    assert "Welcome" in texts()
    assert not window.hint.isVisible()
    sign_on(cashier, "Meera")
    assert "Asha" in texts()
    assert window.hint.isVisible()


@pytest.mark.parametrize("after", ["Meera", "Dev"])
def test_a_redemption_goes_on_when_its_cashier_signs_off(
    open_till: OpenTill, service: PracticeService, after: str
) -> None:
    """It is recorded for the cashier who began it. The next one to sign on reads the outcome, even someone else."""
    cashier = open_till(service=service, sign_on=True)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5", bill="MG-1")
    service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM)
    cashier.enter_code()
    cashier.until(lambda: cashier.screen.is_redeeming, "the redemption")
    sign_off(cashier)
    cashier.type("Cashier", after)
    cashier.enter()
    cashier.until(lambda: cashier.screen.sign_on.cashier == after, "the sign-on", 30_000)
    assert cashier.screen.place is Place.RECEIPT
    assert cashier.sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Meera"
    assert len(service.ledger()) == 1
    cashier.rest()
    cashier.enter()
    assert cashier.focus == "Mobile number"


def test_an_unknown_outcome_stays_shown(open_till: OpenTill, service: PracticeService) -> None:
    """While no one is signed on, the page says so; then the next cashier sees it, even if it is someone else."""
    cashier = open_till(service=service, sign_on=True, read_timeout=0.3, settle_after=60)
    sign_on(cashier, "Meera")
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    assert cashier.sees("Not known yet")
    sign_off(cashier)
    assert "Do not redeem bill MG-1 again" in cashier.label("outcome_not_known")
    cashier.until_sees("1 not known yet")
    sign_on(cashier, "Dev")
    assert cashier.sees("Not known yet")
    assert cashier.screen.place is Place.UNKNOWN
    cashier.press("Next customer")
    sign_off(cashier)
    assert cashier.label("outcome_not_known") == ""


def test_a_supervisors_pin_does_not_wait_for_the_next_cashier(open_till: OpenTill, stored_pin: str) -> None:
    """It is emptied when the cashier signs off. The reason may stay."""
    cashier = open_till(sign_on=True, skip_validation=True, supervisor_pin=stored_pin)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5")
    cashier.press("Redeem without a code")
    cashier.type("Supervisor’s PIN", PIN)
    sign_off(cashier)
    assert [one for one in cashier.window.findChildren(QLineEdit) if one.text() == PIN] == []


def test_a_supervisors_pin_does_not_wait_behind_the_settings(open_till: OpenTill, stored_pin: str) -> None:
    """The settings stay open when the cashier is signed off. The PIN on the page behind them is emptied."""
    cashier = open_till(sign_on=True, skip_validation=True, supervisor_pin=stored_pin)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5")
    cashier.press("Redeem without a code")
    cashier.type("Supervisor’s PIN", PIN)
    cashier.key(Qt.Key.Key_F10)
    be_idle(cashier)
    assert cashier.screen.is_locked
    assert [one for one in cashier.window.findChildren(QLineEdit) if one.text() == PIN] == []
    cashier.press("Close")
    sign_on(cashier, "Meera")
    assert cashier.text("Supervisor’s PIN") == ""


def test_who_approved_and_for_whom_is_in_the_trail(
    open_till: OpenTill, service: PracticeService, stored_pin: str, tmp_path: Path
) -> None:
    """A supervisor's approval carries the cashier who asked for it."""
    cashier = open_till(service=service, sign_on=True, skip_validation=True, supervisor_pin=stored_pin, cashier="Shop")
    sign_on(cashier, "Dev")
    cashier.find_member()
    cashier.send_code("12.5")
    cashier.press("Redeem without a code")
    cashier.type("Supervisor’s PIN", PIN)
    cashier.type("Why is there no code?", "Phone is dead")
    cashier.enter()
    cashier.until_sees("Updated balance")
    with SqliteJournal.open(tmp_path / "data" / "journal.db", writer=False) as journal:
        approvals = [one for one in journal.newest_events(100) if one.what in {"supervisor_agreed", "code_skipped"}]
    assert [one.cashier for one in approvals] == ["Dev", "Dev"]


# Idling


def test_an_idle_cashier_is_signed_off(open_till: OpenTill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wall clock that jumps changes nothing. The trail says that it was not the cashier."""
    cashier = open_till(sign_on=True, sign_off_after=1.0)
    sign_on(cashier, "Meera")
    for jump in (-86_400.0, 86_400.0):
        monkeypatch.setattr("time.time", lambda jump=jump: 1_700_000_000.0 + jump)
        QApplication.processEvents()
        assert cashier.sees("Sign off")
    monkeypatch.undo()
    cashier.until_sees("Sign on")
    assert cashier.focus == "Cashier"
    assert cashier.end()
    with SqliteJournal.open(tmp_path / "data" / "journal.db", writer=False) as journal:
        (event,) = [one for one in journal.newest_events(10) if one.what == "signed_off"]
    assert (event.cashier, event.detail) == ("Meera", "idle")


def test_a_till_that_slept_signs_its_cashier_off(open_till: OpenTill, monkeypatch: pytest.MonkeyPatch) -> None:
    """Timers stand still while the machine sleeps. In the morning no one finds the till open."""
    monkeypatch.setattr("desktop.gui.signing_on.LOOK_EVERY", 10)
    cashier = open_till(sign_on=True, sign_off_after=600.0)
    sign_on(cashier, "Meera")
    timer = cashier.session.controller.signing_on._idle
    with cashier.qtbot.waitSignal(timer.timeout):
        pass
    assert cashier.sees("Sign off")
    asleep = 8 * 3_600.0
    monkeypatch.setattr("desktop.gui.signing_on.uptime", lambda: uptime() + asleep)
    cashier.until_sees("Sign on")
    assert not timer.isActive()
    sign_on(cashier, "Meera")
    with cashier.qtbot.waitSignal(timer.timeout):
        pass
    assert cashier.sees("Sign off")


@pytest.mark.parametrize("how", ["key", "touch"])
def test_the_key_that_wakes_a_till_does_nothing_else(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """It comes before the till looks at the uptime. It is no activity of the cashier's, who has left."""
    cashier = open_till(service=service, sign_on=True, sign_off_after=600.0)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.type("Points to redeem", "12")
    monkeypatch.setattr("desktop.gui.signing_on.uptime", lambda: uptime() + 8 * 3_600.0)
    if how == "key":
        cashier.keys("9")
    else:
        QTest.mouseClick(cashier.window.windowHandle(), Qt.MouseButton.LeftButton)
    assert cashier.sees("Sign on")
    sign_on(cashier, "Meera")
    assert cashier.text("Points to redeem") == "12"


@pytest.mark.parametrize("how", ["key", "touch"])
def test_someone_who_works_is_not_idle(open_till: OpenTill, how: str) -> None:
    """Keys and touches begin the time again."""
    cashier = open_till(sign_on=True, sign_off_after=600.0)
    sign_on(cashier, "Meera")
    signing_on = cashier.session.controller.signing_on
    cashier.until(lambda: signing_on._idle_left < 599.5, "half a second")
    before = signing_on._idle_left
    if how == "key":
        cashier.keys("9")
    else:
        handle = cashier.window.windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    assert signing_on._idle_left > before


def test_no_one_is_signed_off_while_a_call_is_under_way(open_till: OpenTill, service: PracticeService) -> None:
    """The time begins again when the till has an answer, which the cashier then has time to read."""
    cashier = open_till(service=service, sign_on=True, sign_off_after=600.0)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5")
    service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM)
    cashier.enter_code()
    cashier.until(lambda: cashier.screen.is_redeeming, "the redemption")
    be_idle(cashier)
    assert cashier.screen.sign_on.cashier == "Meera"
    cashier.until_sees("Updated balance", 30_000)
    assert cashier.session.controller.signing_on._idle_left > 500
    be_idle(cashier)
    assert cashier.sees("Sign on")
    sign_on(cashier, "Meera")
    assert cashier.sees("Updated balance")


def remove(pins: str, name: str) -> None:
    """Takes a cashier off the file of PINs."""
    file = Path(pins)
    left = {known: stored for known, stored in json.loads(file.read_text()).items() if known != name}
    file.write_text(json.dumps(left))


def test_a_cashier_who_is_taken_off_the_list_ends_with_this_customer(
    open_till: OpenTill, service: PracticeService, pins: str, tmp_path: Path
) -> None:
    """The customer at the counter is served, and the receipt is shown. Someone else serves the next one."""
    cashier = open_till(service=service, cashier_pin_file=pins, data=tmp_path / "data")
    sign_on(cashier, "Meera Nair", PIN)
    cashier.find_member()
    remove(pins, "Meera Nair")
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert not cashier.sees("Sign on")
    cashier.rest()
    cashier.enter()
    cashier.until_sees("Sign on")
    cashier.until(lambda: cashier.message.startswith("This till does not know that cashier."), "the reason")
    assert len(service.ledger()) == 1
    sign_on(cashier, "Dev Patil", PIN)
    assert cashier.focus == "Mobile number"
    cashier.end()
    assert trail(tmp_path / "data")[-4:-1] == [
        ("signed_off", "Meera Nair"),
        ("cashier_pin_tried", "Dev Patil"),
        ("signed_on", "Dev Patil"),
    ]


@pytest.mark.parametrize("how", ["member", "give_back", "give_back_meanwhile"])
def test_a_cashier_who_was_taken_off_the_list_begins_nothing(
    open_till: OpenTill, service: PracticeService, pins: str, how: str
) -> None:
    """Not even if no customer has left since, or is half served: the one who comes now is another cashier's."""
    cashier = open_till(service=service, cashier_pin_file=pins, give_back="cashier")
    sign_on(cashier, "Meera Nair", PIN)
    if how != "member":
        cashier.redeem("10")
        if how == "give_back_meanwhile":
            cashier.rest()
            cashier.enter()
            cashier.find_member(VIKRAM)
        remove(pins, "Meera Nair")
        open_page(cashier, offered=False)
    else:
        remove(pins, "Meera Nair")
        cashier.type("Mobile number", ASHA)
        cashier.enter()
    cashier.until_sees("Sign on")
    sign_on(cashier, "Dev Patil", PIN)
    assert cashier.screen.place is Place.MEMBER
    assert cashier.screen.member is None
    assert cashier.focus == "Mobile number"


def test_never_means_never(open_till: OpenTill) -> None:
    """With 0 seconds no timer runs and no window is watched."""
    cashier = open_till(sign_on=True, sign_off_after=0)
    sign_on(cashier, "Meera")
    assert not cashier.session.controller.signing_on._idle.isActive()
    assert cashier.session.view._activity is None


def test_the_same_cashier_returns_to_the_page_that_was_open(open_till: OpenTill, service: PracticeService) -> None:
    """What was typed for giving points back is there again. Another cashier begins at the counter."""
    cashier = after_redeeming(open_till, service)
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until(lambda: any(name.startswith("All ") for name in cashier.names()), "an offer")
    cashier.type("Points to give back", "40")
    sign_off(cashier)
    sign_on(cashier, "Meera")
    assert cashier.text("Points to give back") == "40"
    sign_off(cashier)
    sign_on(cashier, "Dev")
    assert cashier.focus == "Mobile number"
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    assert cashier.text("Points to give back") == ""


@pytest.mark.parametrize("after", ["Meera", "Dev"])
def test_what_becomes_known_of_points_given_back_is_read(
    open_till: OpenTill, service: PracticeService, after: str
) -> None:
    """It was not known yet when the cashier signed off. The next one to sign on reads it, even someone else."""
    cashier = after_redeeming(open_till, service)
    open_page(cashier)
    service.bad_day(BadDay.REVERSAL_SHOWS_LATE, 1, call=Call.REVERSE, seconds=2)
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REVERSE, also=True)
    cashier.keys("40")
    cashier.press("Item returned")
    cashier.press("Give back 40 points")
    cashier.until_says("Do not give them back again.")
    sign_off(cashier)
    cashier.until(lambda: not cashier.session.controller.giving_back.view.is_unknown, "the outcome")
    sign_on(cashier, after)
    assert cashier.value("Points given back") == "40"


@pytest.mark.parametrize("after", ["Meera", "Dev"])
def test_points_being_given_back_come_back_when_the_cashier_signs_off(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, after: str
) -> None:
    """The reversal is recorded for the cashier who began it. The next one to sign on reads the outcome."""
    cashier = open_till(service=service, sign_on=True)
    sign_on(cashier, "Meera")
    cashier.redeem("100", bill="MG-1")
    attempt = cashier.screen.attempt
    assert attempt is not None
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until(lambda: any(name.startswith("All ") for name in cashier.names()), "an offer")
    cashier.type("Points to give back", "40")
    cashier.type("Reason", "Item returned")
    service.bad_day(BadDay.SLOW, 1, call=Call.REVERSE)
    cashier.enter()
    cashier.until(lambda: cashier.session.controller.giving_back.view.is_giving, "the reversal")
    be_idle(cashier)
    assert cashier.screen.sign_on.cashier == "Meera"
    sign_off(cashier)
    cashier.type("Cashier", after)
    cashier.enter()
    cashier.until(lambda: cashier.screen.sign_on.cashier == after, "the sign-on", 30_000)
    cashier.until_sees("Points given back")
    with SqliteJournal.open(tmp_path / "data" / "journal.db", writer=False) as journal:
        (reversal,) = journal.reversals_of(attempt.reference)
    assert (reversal.cashier, reversal.state) == ("Meera", ReversalState.REVERSED)
    assert str(service.ledger()[0].reversed_points) == "40"


def test_settings_that_are_saved_at_a_locked_till_wait_for_points_given_back(
    open_till: OpenTill, service: PracticeService
) -> None:
    """Their outcome stands behind the page to sign on, and the window does not start again before someone reads it."""
    cashier = after_redeeming(open_till, service)
    open_page(cashier)
    cashier.keys("40")
    cashier.press("Item returned")
    service.bad_day(BadDay.SLOW, 1, call=Call.REVERSE)
    cashier.press("Give back 40 points")
    sign_off(cashier)
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Save")
    cashier.until(lambda: not cashier.session.controller.giving_back.is_giving, "the outcome", 20_000)
    administration = cashier.session.administration
    with (
        cashier.qtbot.assertNotEmitted(cashier.session.settings_saved),
        cashier.qtbot.waitSignal(administration.saved, timeout=8_000),
    ):
        administration.save({"notes": True}, "")
    assert not cashier.session.view.pages.shows_settings
    sign_on(cashier, "Dev")
    assert cashier.value("Points given back") == "40"
    with cashier.qtbot.waitSignal(cashier.session.settings_saved, timeout=8_000):
        cashier.escape()
