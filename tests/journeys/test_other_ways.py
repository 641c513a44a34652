"""Other ways to agree than the code: a missed call, a supervisor's permission; and what five wrong codes lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

KIRAN = "9876543011"
"""The member who has called."""

NUMBER = "+91 80 4710 0100"


@pytest.fixture(scope="module")
def pin() -> str:
    """Returns the stored form of the PIN 4711."""
    return hash_pin("471108", Cost(4, 8, 1))


def _ask_supervisor(cashier: Cashier, pin: str, reason: str = "Phone is dead") -> None:
    cashier.type("Supervisor’s PIN", pin)
    cashier.type("Why is there no code?", reason)
    cashier.enter()


def _audit(data: Path) -> list[tuple[str, str, str]]:
    with SqliteJournal.open(data / "journal.db", writer=False) as journal:
        return [(one.what, one.reference, one.detail) for one in journal.newest_events(1000)][::-1]


def test_a_missed_call_takes_the_place_of_the_code(open_till: OpenTill) -> None:
    """The number to call is large, Enter redeems, and no code is sent."""
    cashier = open_till(missed_call=True, missed_call_number=NUMBER)
    cashier.find_member(KIRAN)
    cashier.send_code("20")
    cashier.press("Missed call")
    cashier.until_sees("Number to call")
    assert cashier.value("Number to call") == NUMBER
    cashier.until(lambda: cashier.focus == "Redeem 20 points")
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert "validation_code" not in cashier.requests("/points/redeem")[0]


def test_no_code_is_sent_if_missed_calls_come_first(open_till: OpenTill) -> None:
    """No text message is sent."""
    cashier = open_till(missed_call=True, missed_call_number=NUMBER, missed_call_first=True)
    cashier.find_member(KIRAN)
    cashier.type("Points to redeem", "20")
    cashier.enter()
    cashier.until_sees("Number to call")
    assert cashier.service.codes() == {}


def test_after_a_call_that_did_not_arrive_a_call_or_a_code_works(open_till: OpenTill) -> None:
    """822 stays at the call, and a code that was sent before is still valid."""
    cashier = open_till(missed_call=True, missed_call_number=NUMBER)
    cashier.find_member()
    cashier.send_code("20")
    cashier.press("Missed call")
    cashier.until_sees("Number to call")
    cashier.press("Redeem")
    cashier.until_says("No call from this number has come in. No points were taken.")
    assert cashier.sees("Number to call")
    cashier.press("Redeem")
    cashier.until_says("(822)")
    cashier.press("Send a code instead")
    cashier.until_sees("Validation code")
    cashier.enter_code()
    cashier.until_sees("Updated balance")


def test_the_code_stays_if_calls_are_off(open_till: OpenTill) -> None:
    """823 is reported at once, before the member has called in vain."""
    cashier = open_till(missed_call=True, missed_call_number=NUMBER)
    cashier.find_member("9876540823")
    cashier.send_code("20")
    cashier.press("Missed call")
    cashier.until_says("A missed call cannot be used here")
    assert cashier.sees("Validation code")


def test_other_ways_are_offered_only_if_they_are_set(open_till: OpenTill) -> None:
    """Without the settings, the other ways are not visible."""
    cashier = open_till()
    cashier.find_member()
    cashier.send_code("20")
    assert not cashier.sees("Missed call")
    assert not cashier.sees("Redeem without a code")


def test_a_supervisor_lets_a_redemption_go_without_a_code(open_till: OpenTill, tmp_path: Path, pin: str) -> None:
    """PIN tries and reason are in the audit trail, the wrong try too. The PIN itself is nowhere."""
    cashier = open_till(skip_validation=True, supervisor_pin=pin)
    cashier.find_member()
    cashier.send_code("20")
    cashier.press("Redeem without a code")
    assert cashier.focus == "Supervisor’s PIN"
    _ask_supervisor(cashier, "111111")
    cashier.until_says("That PIN is wrong. Nothing was redeemed.")
    assert cashier.text("Supervisor’s PIN") == ""
    assert cashier.service.ledger() == ()
    _ask_supervisor(cashier, "471108")
    cashier.until_sees("Updated balance")
    (moved,) = cashier.service.ledger()
    audit = _audit(tmp_path / "data")
    assert ("code_skipped", moved.reference, "Phone is dead") in audit
    assert [what for what, _, _ in audit if what.startswith("supervisor")] == [
        "supervisor_refused",
        "supervisor_agreed",
    ]
    assert not any("471108" in detail or "111111" in detail for _, _, detail in audit)


def test_a_reason_is_required(open_till: OpenTill, pin: str) -> None:
    """Without a reason, nothing is tried."""
    cashier = open_till(skip_validation=True, supervisor_pin=pin)
    cashier.find_member()
    cashier.send_code("20")
    cashier.press("Redeem without a code")
    _ask_supervisor(cashier, "471108", " ")
    cashier.until_says("Enter the supervisor’s PIN and a reason")
    assert cashier.requests("/points/redeem") == []


def test_a_wrong_pin_is_an_error_of_its_field(open_till: OpenTill, pin: str) -> None:
    """The field has the focus, so screen readers read it with what is wrong, until something is typed."""
    cashier = open_till(skip_validation=True, supervisor_pin=pin)
    cashier.find_member()
    cashier.send_code("20")
    cashier.press("Redeem without a code")
    field = cashier.find("Supervisor’s PIN")
    for number, reason, why in (("111111", "Phone is flat", "That PIN is wrong."), ("471108", " ", "Nothing was")):
        _ask_supervisor(cashier, number, reason)
        cashier.until_says(why)
        assert cashier.focus == "Supervisor’s PIN"
        assert field.accessibleDescription().startswith(f"Error: {why}")
        cashier.type("Supervisor’s PIN", "1")
        assert not field.accessibleDescription()


def _locked(open_till: OpenTill, pin: str) -> Cashier:
    """Opens a till at the supervisor's form, after five wrong PINs."""
    cashier = open_till(skip_validation=True, supervisor_pin=pin)
    cashier.find_member()
    cashier.send_code("20")
    cashier.press("Redeem without a code")
    for _ in range(5):
        _ask_supervisor(cashier, "111111")
        cashier.until(lambda: cashier.screen.busy is None)
    cashier.until_says("Too many wrong PINs")
    return cashier


def test_wrong_pins_are_counted_across_restarts(open_till: OpenTill, tmp_path: Path, pin: str) -> None:
    """After five wrong PINs the right one is refused too, also in a new window, and Escape leads back to the code."""
    cashier = _locked(open_till, pin)
    assert cashier.end()
    again = open_till(skip_validation=True, supervisor_pin=pin, data=tmp_path / "data")
    again.find_member()
    again.send_code("20")
    again.press("Redeem without a code")
    _ask_supervisor(again, "471108")
    again.until_says("Too many wrong PINs")
    again.escape()
    assert again.sees("Validation code")
    again.enter_code()
    again.until_sees("Updated balance")


def test_an_empty_pin_after_too_many_tries(open_till: OpenTill, pin: str) -> None:
    """The message that PINs are locked stays, because no PIN helps meanwhile."""
    cashier = _locked(open_till, pin)
    cashier.enter()
    assert "Too many wrong PINs" in cashier.message
    cashier.press("Allow and redeem")
    assert "Too many wrong PINs" in cashier.message
    assert cashier.requests("/points/redeem") == []


def test_five_wrong_codes_say_what_to_do(open_till: OpenTill) -> None:
    """The fifth message says more than the fourth, and a code that is sent again starts a new count."""
    cashier = open_till(code_again_after=0)
    cashier.find_member()
    cashier.send_code("20")
    for _ in range(4):
        cashier.enter_code("WRONG1")
        cashier.until_says("(808)")
        cashier.until(lambda: cashier.screen.busy is None)
    assert "Five wrong codes" not in cashier.message
    cashier.enter_code("WRONG1")
    cashier.until_says("Five wrong codes")
    cashier.until(lambda: cashier.find("Send code again").isEnabled())
    cashier.press("Send code again")
    cashier.until_says("sent again")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
