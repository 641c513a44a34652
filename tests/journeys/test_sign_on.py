"""Cashiers sign on in the real window: who serves is recorded, and no one serves unrecorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from desktop.gui.widgets import fields
from desktop.gui.widgets.person_button import initials
from desktop.store.journal import SqliteJournal
from tests.journeys.cashier import ASHA, snake
from tests.journeys.signing_on import NAMES, PIN, WRONG, bar_shows, sign_off, sign_on, trail

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


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


def test_an_empty_pin_after_too_many_tries(open_till: OpenTill, pins: str) -> None:
    """The message that the till waits stays, because no PIN helps meanwhile."""
    cashier = open_till(cashier_pin_file=pins, training=False, server="https://127.0.0.1:9", password="x")
    cashier.type("Cashier", "Dev Patil")
    cashier.enter()
    for _ in range(5):
        cashier.rest()
        cashier.keys(WRONG)
        cashier.enter()
        cashier.until_says("PT-SIGN-ON")
        assert cashier.focus == "PIN"
    assert "Too many wrong PINs" in cashier.message
    cashier.rest()
    cashier.enter()
    assert "Too many wrong PINs" in cashier.message
    cashier.press("Sign on")
    assert "Too many wrong PINs" in cashier.message


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
    cashier.until_says("cannot read the cashiers’ PINs")
    assert cashier.sees("Sign on")


def test_no_own_pin_is_needed_to_practise(open_till: OpenTill, pins: str) -> None:
    """Training has a journal of its own, so tries could be made there without being counted."""
    cashier = open_till(cashier_pin_file=pins, training=True)
    assert not cashier.sees("PIN")
    sign_on(cashier, "A new cashier")
    assert bar_shows(cashier) == "A new cashier"
