"""Cashiers sign on and off in the real window: who serves is recorded, and no one serves unrecorded."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain.failures import Call
from desktop.domain.prefill import Prefill
from desktop.domain.reversal import ReversalState
from desktop.gui.screen import Place
from desktop.gui.widgets import fields
from desktop.gui.widgets.person_button import initials
from desktop.pos.hand_over import HandOver, HandOvers
from desktop.store import policy_trust
from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, VIKRAM, snake

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

PIN, WRONG = "471108", "471109"
NAMES = ("Meera Nair", "Dev Patil", "1042 Imran Ali")


@pytest.fixture(scope="module")
def stored() -> str:
    """The stored form of the PIN, at a low cost."""
    return hash_pin(PIN, Cost(4, 8, 1))


@pytest.fixture
def pins(tmp_path: Path, stored: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The file with the cashiers' PINs. It is trusted, because a test cannot own a system's folder."""
    monkeypatch.setattr(policy_trust, "problem", lambda _path: "")
    file = tmp_path / "pins.json"
    file.write_text(json.dumps(dict.fromkeys(NAMES, stored)))
    return str(file)


def sign_on(cashier: Cashier, name: str, pin: str = "") -> None:
    """Signs on with the keyboard alone."""
    cashier.rest()
    cashier.type("Cashier", name)
    cashier.enter()
    if pin:
        assert cashier.focus == "PIN"
        cashier.keys(pin)
        cashier.enter()
    cashier.until(lambda: cashier.screen.sign_on.cashier and not cashier.sees("Cashier"), "the counter")
    cashier.rest()


def sign_off(cashier: Cashier) -> None:
    """Signs off with the button."""
    cashier.press("Sign off")
    assert cashier.sees("Sign on")
    assert cashier.focus == "Cashier"


def trail(data: Path) -> list[tuple[str, str]]:
    """Returns the events about signing on with their cashiers, oldest first."""
    with SqliteJournal.open(data / "journal.db", writer=False) as journal:
        events = list(journal.newest_events(1_000))[::-1]
    return [(one.what, one.cashier) for one in events if one.what.startswith(("sign", "cashier_pin"))]


def bar_shows(cashier: Cashier) -> str:
    """Returns the cashier's name in the bar; empty if it is not shown."""
    label = cashier.session.view.bar.cashier
    return label.text().strip("\u2068\u2069") if label.isVisible() else ""


# Signing on


def test_without_the_setting_nothing_has_changed(open_till: OpenTill, service: PracticeService) -> None:
    """The window begins with the counter, and the setting says who serves."""
    cashier = open_till(service=service, cashier="Meera")
    assert cashier.focus == "Mobile number"
    assert not cashier.sees("Sign off")
    assert bar_shows(cashier) == "Meera"
    cashier.redeem("10")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Meera"


def test_the_contracts_names(open_till: OpenTill, service: PracticeService, pins: str) -> None:
    """Each name exists once, on the right kind of widget, with its object name, and Tab reaches every control."""
    cashier = open_till(service=service, cashiers=NAMES, cashier_pin_file=pins)
    kinds: dict[str, type[QWidget]] = {
        "Cashier": QLineEdit,
        "PIN": QLineEdit,
        "Sign on": QPushButton,
    }
    for name, kind in kinds.items():
        found = cashier.find(name)
        assert isinstance(found, kind)
        assert found.objectName() == snake(name)
    assert cashier.find("PIN").echoMode() is QLineEdit.EchoMode.Password
    reached = []
    for _ in range(12):
        reached.append(cashier.focus)
        cashier.key(Qt.Key.Key_Tab)
    order = ["Cashier", "PIN", "Sign on"]
    assert [name for name in reached if name in order][:3] == order
    assert set(NAMES) <= set(reached)
    assert not cashier.sees("Sign off")
    sign_on(cashier, "Meera Nair", PIN)
    assert cashier.find("Sign off").objectName() == "sign_off"


def test_the_cashier_is_on_everything(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """On the attempt, the receipt, points given back, the closing of the day, the report, and in the bar."""
    cashier = open_till(service=service, sign_on=True, cashiers=NAMES, cashier="Shop")
    sign_on(cashier, "1042")
    assert bar_shows(cashier) == "1042 Imran Ali"
    assert cashier.focus == "Mobile number"
    cashier.redeem("100", bill="MG-1")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "1042 Imran Ali"
    assert "1042 Imran Ali" in cashier.find("Receipt").toPlainText()
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until(lambda: any(name.startswith("All ") for name in cashier.names()), "an offer")
    cashier.type("Points to give back", "40")
    cashier.type("Reason", "Item returned")
    cashier.enter()
    cashier.until_sees("Points given back")
    cashier.press("Done")
    cashier.press("End of day")
    cashier.until(lambda: cashier.sees("Close the day") and cashier.find("Close the day").isEnabled(), "the report")
    cashier.press("Close the day")
    cashier.until_sees("Not yet")
    cashier.press("Close the day")
    with SqliteJournal.open(tmp_path / "data" / "journal.db", writer=False) as journal:
        cashier.until(journal.closings, "the closing")
        (closing,) = journal.closings()
        report = journal.day_report(date.today())  # noqa: DTZ011 - the till's own day
        (reversal,) = journal.reversals_of(attempt.reference)
    assert closing.cashier == "1042 Imran Ali"
    assert reversal.cashier == "1042 Imran Ali"
    assert list(report.by_cashier) == ["1042 Imran Ali"]
    assert cashier.end()
    assert trail(tmp_path / "data") == [("signed_on", "1042 Imran Ali"), ("signed_off", "1042 Imran Ali")]


def test_a_finger_is_enough(open_till: OpenTill, service: PracticeService, pins: str) -> None:
    """A cashier touches the name, then the digits of the PIN, which are not shown, then the button."""
    cashier = open_till(service=service, cashiers=NAMES, cashier_pin_file=pins, number_pad="always", size=(800, 600))
    cashier.press("Dev Patil")
    assert (cashier.text("Cashier"), cashier.focus) == ("Dev Patil", "PIN")
    assert cashier.find("Dev Patil").isChecked()
    for digit in PIN:
        cashier.press(digit)
    assert cashier.find("PIN").displayText() == "●" * 6
    cashier.press("Sign on")
    cashier.until_sees("Sign off")
    assert bar_shows(cashier) == "Dev Patil"
    # The PIN is gone from the window.
    assert [one for one in cashier.window.findChildren(QLineEdit) if one.text() == PIN] == []


def test_letters_can_be_touched_too(open_till: OpenTill, service: PracticeService) -> None:
    """The pad has letters for a name that is not in the list. In a narrow window it holds the button."""
    cashier = open_till(service=service, sign_on=True, number_pad="always", size=(800, 600))
    for letter in "dev":
        cashier.press(letter)
    assert cashier.text("Cashier") == "dev"
    cashier.press("Sign on")
    cashier.until_sees("Sign off")
    assert bar_shows(cashier) == "dev"


@pytest.mark.parametrize("size", [(800, 600), (1024, 600), (1024, 768), (1920, 1080)])
@pytest.mark.parametrize("pad", ["always", "never"])
def test_everything_has_room(
    open_till: OpenTill, service: PracticeService, pins: str, size: tuple[int, int], pad: str
) -> None:
    """Nothing scrolls and nothing is cut, also with a message."""
    names = (*NAMES, "Lakshmi Das", "Joseph Thomas", "Neha Shetty", "A cashier with a very long name indeed")
    cashier = open_till(service=service, cashiers=names, cashier_pin_file=pins, number_pad=pad, size=size)
    for _ in range(2):
        QApplication.processEvents()
        assert not cashier.session.view.pages.verticalScrollBar().maximum()
        for name in ("Cashier", "PIN", "Sign on"):
            found = cashier.find(name)
            assert found.visibleRegion().boundingRect().size() == found.size(), name
            assert found.height() >= 44
        cashier.type("PIN", WRONG)
        cashier.type("Cashier", "Meera Nair")
        cashier.enter()
        cashier.until_says("PIN is wrong")


def test_typing_finds_a_cashier_in_a_long_list(open_till: OpenTill) -> None:
    """Only a few are offered at once. A name that means one of them marks it."""
    names = tuple(f"{number} Cashier {number}" for number in range(100, 140))
    cashier = open_till(sign_on=True, cashiers=names, only_listed_cashiers=True)
    assert cashier.sees("100 Cashier 100")
    assert not cashier.sees("139 Cashier 139")
    cashier.type("Cashier", "139")
    assert cashier.find("139 Cashier 139").isChecked()
    cashier.type("Cashier", "999")
    cashier.enter()
    cashier.until_says("does not know that cashier")
    assert cashier.focus == "Cashier"
    assert "PT-SIGN-ON-UNKNOWN" in cashier.message
    cashier.type("Cashier", "13")
    assert sum(cashier.sees(name) for name in names) == 6
    cashier.press("138 Cashier 138") if cashier.sees("138 Cashier 138") else cashier.type("Cashier", "138")
    cashier.press("Sign on")
    cashier.until_sees("Sign off")


def test_initials() -> None:
    """They are those of the name, not of the number before it."""
    assert [initials(one) for one in ("Meera Nair", "1042 Imran Ali", "dev", "77", "A B C", "")] == [
        "MN", "IA", "D", "77", "AC", "",
    ]  # fmt: skip


# Keys and scanners while no one is signed on


def test_no_key_does_anything_before_someone_signs_on(open_till: OpenTill, service: PracticeService) -> None:
    """Function keys, Escape, Enter and a scanner open nothing and call nothing. F10 opens the settings all the same."""
    cashier = open_till(service=service, sign_on=True)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F9, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        cashier.key(key)
        assert cashier.sees("Sign on")
        assert cashier.focus == "Cashier"
    assert not cashier.sees("New customer")
    cashier.press("History")
    assert "Sign on first" in cashier.message
    # A scanner types a member's number, wherever the focus is.
    cashier.find("Sign on").setFocus()
    cashier.keys(ASHA)
    assert cashier.text("Cashier") == ""
    cashier.type("Cashier", ASHA)
    cashier.enter()
    cashier.until_says("looks like a customer")
    assert cashier.sees("Sign on")
    assert cashier.screen.member is None
    # The till itself asks the service whether it is accepted.
    assert {one["path"] for one in service.requests()} <= {"/v1.1/store/login.json"}
    cashier.key(Qt.Key.Key_F10)
    assert cashier.sees("Test connection")
    cashier.key(Qt.Key.Key_F2)
    cashier.key(Qt.Key.Key_F10)
    assert cashier.sees("Sign on")
    sign_on(cashier, "Kiran")
    assert cashier.text("Mobile number") == ""


def test_escape_takes_back_what_was_typed(open_till: OpenTill, service: PracticeService, pins: str) -> None:
    """The PIN first, then the name."""
    cashier = open_till(service=service, cashier_pin_file=pins)
    cashier.type("Cashier", "Dev Patil")
    cashier.type("PIN", PIN)
    cashier.escape()
    assert (cashier.text("Cashier"), cashier.text("PIN")) == ("Dev Patil", "")
    cashier.escape()
    assert (cashier.text("Cashier"), cashier.focus) == ("", "Cashier")
    cashier.enter()
    assert "Enter your name" in cashier.message
    cashier.type("Cashier", "Dev Patil")
    cashier.enter()
    cashier.enter()
    assert "Enter your PIN" in cashier.message
    assert cashier.focus == "PIN"


# PINs


def test_a_pin_that_is_not_used_does_not_wait(
    open_till: OpenTill, service: PracticeService, pins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cashier was called away before Enter. The next person must not sign on in that name."""
    monkeypatch.setattr(fields, "PIN_STAYS", 500)
    cashier = open_till(service=service, sign_on=True, cashier_pin_file=pins)
    cashier.rest()
    cashier.type("Cashier", "Meera")
    cashier.enter()
    cashier.keys(PIN)
    assert cashier.text("PIN") == PIN
    cashier.until(lambda: cashier.text("PIN") == "", "an empty field")
    cashier.rest()
    cashier.enter()
    assert cashier.screen.is_locked
    assert "Enter your PIN." in cashier.message


def test_wrong_pins_are_counted_across_restarts(open_till: OpenTill, pins: str, tmp_path: Path) -> None:
    """The fifth wrong PIN pauses, also if the window is opened again in between. The trail has every try."""
    said = []
    for _ in range(3):
        cashier = open_till(cashier_pin_file=pins, training=False, server="https://127.0.0.1:9", password="x")
        for _ in range(2):
            cashier.type("Cashier", "Dev Patil")
            cashier.enter()
            cashier.keys(WRONG)
            cashier.enter()
            cashier.until_says("PT-SIGN-ON")
            said.append(cashier.message)
            assert cashier.text("PIN") == ""
        assert cashier.end()
    assert ["wrong" in one for one in said] == [True] * 4 + [True, True]
    assert ["Too many" in one for one in said] == [False] * 4 + [True, True]
    cashier = open_till(cashier_pin_file=pins, training=False, server="https://127.0.0.1:9", password="x")
    cashier.type("Cashier", "Dev Patil")
    cashier.enter()
    cashier.keys(PIN)
    cashier.enter()
    cashier.until_says("Too many wrong PINs")
    # Another cashier can work.
    sign_on(cashier, "Meera Nair", PIN)
    assert [what for what, name in trail(tmp_path / "data") if name == "Dev Patil"].count("cashier_pin_tried") == 5


def test_a_broken_policy_stops_the_till_and_says_why(open_till: OpenTill, pins: str, tmp_path: Path) -> None:
    """No one can sign on, redeeming stops, and the window names the setting."""
    cashier = open_till(
        cashier_pin_file=f"{pins}.gone", training=False, server="https://127.0.0.1:9", password="x", ready=False
    )
    cashier.until(lambda: cashier.screen.warning is not None, "the warning")
    warning = cashier.screen.warning
    assert warning is not None
    assert "PT-" in warning.support
    assert not cashier.screen.ready
    assert cashier.screen.is_locked
    cashier.key(Qt.Key.Key_F10)
    cashier.type("Cashier", "Dev Patil")
    cashier.enter()
    cashier.keys(PIN)
    cashier.enter()
    assert not cashier.screen.sign_on.cashier
    assert not (tmp_path / "data" / "journal.db").exists()


def test_a_file_that_breaks_while_the_till_runs(open_till: OpenTill, service: PracticeService, pins: str) -> None:
    """The next sign-on fails, and says that the till cannot read the PINs."""
    cashier = open_till(service=service, cashier_pin_file=pins)
    sign_on(cashier, "Dev Patil", PIN)
    sign_off(cashier)
    with open(pins, "w", encoding="utf-8") as file:  # noqa: PTH123 - the setting is a text
        file.write("{")
    cashier.rest()
    cashier.type("Cashier", "Dev Patil")
    cashier.enter()
    cashier.keys(PIN)
    cashier.enter()
    cashier.until_says("cannot read the cashiers' PINs")
    assert cashier.sees("Sign on")


def test_no_own_pin_is_needed_to_practise(open_till: OpenTill, pins: str) -> None:
    """Training has a journal of its own, so tries could be made there without being counted."""
    cashier = open_till(cashier_pin_file=pins, training=True)
    assert not cashier.sees("PIN")
    sign_on(cashier, "A new cashier")
    assert bar_shows(cashier) == "A new cashier"


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


def test_a_supervisors_pin_does_not_wait_for_the_next_cashier(open_till: OpenTill, stored: str) -> None:
    """It is emptied when the cashier signs off. The reason may stay."""
    cashier = open_till(sign_on=True, skip_validation=True, supervisor_pin=stored)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5")
    cashier.press("Redeem without a code")
    cashier.type("Supervisor’s PIN", PIN)
    sign_off(cashier)
    assert [one for one in cashier.window.findChildren(QLineEdit) if one.text() == PIN] == []


def test_a_supervisors_pin_does_not_wait_behind_the_settings(open_till: OpenTill, stored: str) -> None:
    """The settings stay open when the cashier is signed off. The PIN on the page behind them is emptied."""
    cashier = open_till(sign_on=True, skip_validation=True, supervisor_pin=stored)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5")
    cashier.press("Redeem without a code")
    cashier.type("Supervisor’s PIN", PIN)
    cashier.key(Qt.Key.Key_F10)
    cashier.session.controller.signing_on._idle.timeout.emit()
    assert cashier.screen.is_locked
    assert [one for one in cashier.window.findChildren(QLineEdit) if one.text() == PIN] == []
    cashier.press("Close")
    sign_on(cashier, "Meera")
    assert cashier.text("Supervisor’s PIN") == ""


def test_who_approved_and_for_whom_is_in_the_trail(
    open_till: OpenTill, service: PracticeService, stored: str, tmp_path: Path
) -> None:
    """A supervisor's approval carries the cashier who asked for it."""
    cashier = open_till(service=service, sign_on=True, skip_validation=True, supervisor_pin=stored, cashier="Shop")
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


@pytest.mark.parametrize("how", ["key", "touch"])
def test_someone_who_works_is_not_idle(open_till: OpenTill, how: str) -> None:
    """Keys and touches begin the time again."""
    cashier = open_till(sign_on=True, sign_off_after=600.0)
    sign_on(cashier, "Meera")
    timer = cashier.session.controller.signing_on._idle
    cashier.until(lambda: timer.remainingTime() < 599_500, "half a second")
    before = timer.remainingTime()
    if how == "key":
        cashier.keys("9")
    else:
        handle = cashier.window.windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    assert timer.remainingTime() > before


def test_no_one_is_signed_off_while_a_call_is_under_way(open_till: OpenTill, service: PracticeService) -> None:
    """The time begins again when the till has an answer, which the cashier then has time to read."""
    cashier = open_till(service=service, sign_on=True, sign_off_after=600.0)
    sign_on(cashier, "Meera")
    cashier.find_member()
    cashier.send_code("12.5")
    service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM)
    cashier.enter_code()
    cashier.until(lambda: cashier.screen.is_redeeming, "the redemption")
    signing_on = cashier.session.controller.signing_on
    signing_on._idle.timeout.emit()
    assert cashier.screen.sign_on.cashier == "Meera"
    assert signing_on._idle.isActive()
    cashier.until_sees("Updated balance", 30_000)
    signing_on._idle.timeout.emit()
    assert cashier.sees("Sign on")
    sign_on(cashier, "Meera")
    assert cashier.sees("Updated balance")


def test_never_means_never(open_till: OpenTill) -> None:
    """With 0 seconds no timer runs and no window is watched."""
    cashier = open_till(sign_on=True, sign_off_after=0)
    sign_on(cashier, "Meera")
    assert not cashier.session.controller.signing_on._idle.isActive()
    assert cashier.session.view._activity is None


def test_the_same_cashier_returns_to_the_page_that_was_open(open_till: OpenTill, service: PracticeService) -> None:
    """What was typed for giving points back is there again. Another cashier begins at the counter."""
    cashier = open_till(service=service, sign_on=True)
    sign_on(cashier, "Meera")
    cashier.redeem("100", bill="MG-1")
    cashier.enter()
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
    signing_on = cashier.session.controller.signing_on
    signing_on._idle.timeout.emit()
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


# Hand-overs


class Pos:
    """The POS beside a till."""

    def __init__(self, cashier: Cashier) -> None:
        self.told: list[str] = []
        controller = cashier.session.controller
        self._hand_overs = HandOvers(
            controller, lambda one: self.told.append(f"{one.record['bill']} {one.record['outcome']}"), controller
        )

    def hand_over(self, bill: str, mobile: str = ASHA, **more: Any) -> None:  # noqa: ANN401 - of a `Prefill`
        """Hands a bill over."""
        self._hand_overs.take(HandOver(Prefill(mobile=mobile, bill=bill, **more), "out.json", by_link=True))


def test_a_hand_over_waits_until_someone_signs_on(open_till: OpenTill, service: PracticeService) -> None:
    """The banner says that a bill waits. It can be cancelled, because the POS waits too."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    pos.hand_over("MG-1", amount=Decimal(250))
    cashier.until(lambda: cashier.screen.member is not None, "the look-up")
    assert cashier.sees("Sign on")
    assert not cashier.sees("Points to redeem")
    assert "MG-1" in cashier.label("hand_over")
    sign_on(cashier, "Dev")
    assert cashier.text("Bill number") == "MG-1"
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Dev"
    cashier.rest()
    cashier.enter()
    sign_off(cashier)
    pos.hand_over("MG-2")
    cashier.press("Cancel, back to POS")
    assert pos.told == ["MG-1 redeemed", "MG-2 cancelled"]
    assert cashier.sees("Sign on")


def test_the_pos_says_who_serves(open_till: OpenTill, service: PracticeService) -> None:
    """Without PINs, its cashier serves this bill without signing on; then someone has to sign on."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    pos.hand_over("MG-1", cashier="Omar")
    cashier.until_at(Place.POINTS)
    assert bar_shows(cashier) == "Omar"
    assert not cashier.sees("Sign off")
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Omar"
    cashier.rest()
    cashier.enter()
    assert pos.told == ["MG-1 redeemed"]
    assert cashier.sees("Sign on")
    assert cashier.focus == "Cashier"


def test_the_pos_names_another_cashier_than_the_one_signed_on(open_till: OpenTill, service: PracticeService) -> None:
    """The POS's cashier serves the bill, and the one who has signed on goes on afterwards."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    sign_on(cashier, "Meera")
    pos.hand_over("MG-1", cashier="Omar")
    cashier.until_at(Place.POINTS)
    assert bar_shows(cashier) == "Omar"
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Omar"
    cashier.rest()
    cashier.enter()
    assert bar_shows(cashier) == "Meera"
    assert cashier.focus == "Mobile number"


def test_with_pins_the_pos_cannot_say_who_serves(open_till: OpenTill, service: PracticeService, pins: str) -> None:
    """Its name is filled in, and the PIN decides. If another cashier has signed on, that one is recorded."""
    cashier = open_till(service=service, cashier_pin_file=pins)
    pos = Pos(cashier)
    pos.hand_over("MG-1", cashier="Dev Patil")
    cashier.until(lambda: cashier.screen.member is not None, "the look-up")
    assert cashier.sees("Sign on")
    assert cashier.text("Cashier") == "Dev Patil"
    sign_on(cashier, "Meera Nair", PIN)
    cashier.send_code("10")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.cashier == "Meera Nair"
    cashier.rest()
    cashier.enter()
    pos.hand_over("MG-2", cashier="Dev Patil")
    cashier.until_at(Place.POINTS)
    (news,) = cashier.screen.news
    assert "Dev Patil" in news.text
    assert "Meera Nair has signed on" in news.text
    assert bar_shows(cashier) == "Meera Nair"


def test_a_bill_that_another_cashier_takes_over(open_till: OpenTill, service: PracticeService) -> None:
    """It begins again with what the POS said. The POS is not told that it was cancelled."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    sign_on(cashier, "Meera")
    pos.hand_over("MG-1", points="5")
    cashier.until_at(Place.POINTS)
    cashier.send_code("10")
    sign_off(cashier)
    sign_on(cashier, "Dev")
    cashier.until_at(Place.POINTS)
    assert pos.told == []
    assert (cashier.text("Points to redeem"), cashier.text("Bill number")) == ("5", "MG-1")
    assert cashier.screen.code is None
    cashier.send_code("5")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert pos.told == ["MG-1 redeemed"]


def test_a_bill_waits_behind_a_half_served_customer(open_till: OpenTill, service: PracticeService) -> None:
    """Another cashier finds the bill, and the customer before is gone."""
    cashier = open_till(service=service, sign_on=True)
    pos = Pos(cashier)
    sign_on(cashier, "Meera")
    cashier.find_member(VIKRAM)
    sign_off(cashier)
    pos.hand_over("MG-1")
    assert list(cashier.screen.waiting) == ["MG-1"]
    sign_on(cashier, "Dev")
    cashier.until_at(Place.POINTS)
    assert cashier.text("Bill number") == "MG-1"
    assert list(cashier.screen.waiting) == []
