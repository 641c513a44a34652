"""Tests that signing on and off is in the audit trail, and that no one signs on without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalUnusable, NotSignedOn, SignOnTrouble
from desktop.domain.settings import Settings
from desktop.flow.sign_on import SignOffCause, SignOn
from desktop.flow.till import Till
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify
from tests.flow.fakes import CATALOGUE

if TYPE_CHECKING:
    from desktop.flow.ports import CashierPins
    from tests.flow.fakes import Counter


class Pins:
    """Some cashiers, whose PIN is 4711."""

    def __init__(self) -> None:
        self.names = {"Meera", "Dev", "7 Ravi"}
        self.meant = ""
        self.trouble: SignOnTrouble | None = None
        self.looks = 0

    def find(self, typed: str) -> str:
        self.looks += 1
        if self.trouble is not None:
            raise NotSignedOn(self.trouble)
        if self.meant:
            return self.meant
        if typed not in self.names:
            raise NotSignedOn(SignOnTrouble.UNKNOWN)
        return typed

    def check(self, cashier: str, pin: str) -> None:
        if cashier == "Meera" and pin == "0000":
            raise NotSignedOn(SignOnTrouble.NO_PIN)
        if pin != "4711":
            raise NotSignedOn(SignOnTrouble.WRONG_PIN)


def _sign_on(counter: Counter, pins: CashierPins | None = None, **settings: object) -> SignOn:
    made = Settings(till="till.two", cashier="Shop", sign_on=True, **settings)  # type: ignore[arg-type]  # a test's own
    return SignOn(counter.journal.as_journal, counter.clock, made, pins)


def _trail(counter: Counter) -> list[tuple[str, str, str]]:
    events = list(counter.real.newest_events(100))[::-1]
    assert {one.till for one in events if "sign" in one.what} <= {"till.two"}
    return [(one.what, one.cashier, one.detail) for one in events if "sign" in one.what]


def test_the_trail_says_who_was_at_the_till(counter: Counter) -> None:
    """A second cashier takes over, and the end of the program signs off too."""
    sign_on = _sign_on(counter)
    assert sign_on.sign_on(" Meera ", "") == "Meera"
    assert sign_on.sign_on("Dev", "") == "Dev"
    sign_on.sign_off(SignOffCause.IDLE)
    sign_on.sign_off(SignOffCause.IDLE)
    assert sign_on.cashier == ""
    sign_on.sign_on("Meera", "")
    sign_on.close()
    assert _trail(counter) == [
        ("signed_on", "Meera", ""),
        ("signed_off", "Meera", "by the cashier"),
        ("signed_on", "Dev", ""),
        ("signed_off", "Dev", "idle"),
        ("signed_on", "Meera", ""),
        ("signed_off", "Meera", "the till was closed"),
    ]
    assert verify(counter.real.path).ok


def test_a_cashier_who_signs_on_once_more_was_not_away(counter: Counter) -> None:
    """The trail has no sign-off in between."""
    sign_on = _sign_on(counter)
    sign_on.sign_on("Meera", "")
    sign_on.sign_on("Meera", "")
    assert _trail(counter) == [("signed_on", "Meera", "")] * 2


def test_a_wrong_pin_signs_no_one_on_and_no_one_off(counter: Counter) -> None:
    """The try is in the trail with the name that was tried."""
    sign_on = _sign_on(counter, Pins())
    sign_on.sign_on("Meera", "4711")
    with pytest.raises(NotSignedOn) as refusal:
        sign_on.sign_on("Dev", "4712")
    assert refusal.value.why is SignOnTrouble.WRONG_PIN
    assert sign_on.cashier == "Meera"
    assert _trail(counter) == [
        ("signed_on", "Meera", "PIN"),
        ("sign_on_refused", "Dev", "PT-SIGN-ON-WRONG-PIN"),
    ]


@pytest.mark.parametrize("typed", ["471108", "4000123412341234", ""])
def test_what_is_no_name_is_not_recorded(counter: Counter, typed: str) -> None:
    """It may be a PIN in the wrong field, or a card. The trail says only that someone tried."""
    with pytest.raises(NotSignedOn):
        _sign_on(counter, Pins()).sign_on(typed, "1")
    ((what, cashier, detail),) = _trail(counter)
    assert (what, cashier) == ("sign_on_refused", "")
    assert "4711" not in detail
    assert "4000" not in detail


def test_a_listed_number_counts_for_pins_too(counter: Counter) -> None:
    """The list says whose number it is. With a list of all cashiers, a PIN alone is not enough."""
    assert _sign_on(counter, Pins(), cashiers=("7 Ravi",)).sign_on("7", "4711") == "7 Ravi"
    only = _sign_on(counter, Pins(), cashiers=("7 Ravi",), only_listed_cashiers=True)
    with pytest.raises(NotSignedOn) as refusal:
        only.sign_on("Meera", "4711")
    assert refusal.value.why is SignOnTrouble.UNKNOWN
    assert only.sign_on("7 Ravi", "4711") == "7 Ravi"


def test_a_name_without_its_number_signs_the_listed_cashier_on(counter: Counter) -> None:
    """The trail has no second person of that name. With PINs, the file says whom the name means, and the PIN counts."""
    only = _sign_on(counter, None, cashiers=("1042 Meera Nair",), only_listed_cashiers=True)
    assert only.sign_on("meera  nair", "") == "1042 Meera Nair"
    assert _sign_on(counter, None, cashiers=("1042 Meera Nair",)).sign_on("Meera Nair", "") == "1042 Meera Nair"
    # Another Meera of the file than the one of the list.
    with pytest.raises(NotSignedOn) as refusal:
        _sign_on(counter, Pins(), cashiers=("1042 Meera",), only_listed_cashiers=True).sign_on("Meera", "4711")
    assert refusal.value.why is SignOnTrouble.UNKNOWN
    assert _sign_on(counter, Pins(), cashiers=("1042 Meera",)).sign_on("Meera", "4711") == "Meera"


def test_a_list_is_not_a_limit_unless_the_settings_say_so(counter: Counter) -> None:
    """Anyone in the file of PINs signs on, also if all must be in a list that is empty."""
    assert _sign_on(counter, Pins(), cashiers=("7 Ravi",)).sign_on("Meera", "4711") == "Meera"
    assert _sign_on(counter, Pins(), only_listed_cashiers=True).sign_on("Meera", "4711") == "Meera"


def test_a_cashier_who_is_taken_off_the_file_of_pins(counter: Counter) -> None:
    """The next customer is another one's."""
    pins = Pins()
    sign_on = _sign_on(counter, pins)
    assert not sign_on.is_removed()
    sign_on.sign_on("Meera", "4711")
    assert not sign_on.is_removed()
    pins.names = {"Dev"}
    assert sign_on.is_removed()
    pins.names = {"Meera Nair"}
    pins.meant = "Meera Nair"
    assert sign_on.is_removed()
    sign_on.sign_off(SignOffCause.REMOVED)
    assert not sign_on.is_removed()
    assert _trail(counter)[-1] == ("signed_off", "Meera", "no longer listed")


def test_a_file_of_pins_that_cannot_be_read_holds_up_one_customer(counter: Counter) -> None:
    """It takes no one off, and is left alone for a while: a server that does not answer takes long to say so."""
    pins = Pins()
    sign_on = _sign_on(counter, pins)
    sign_on.sign_on("Meera", "4711")
    pins.trouble = SignOnTrouble.UNREADABLE
    assert not sign_on.is_removed()
    looks = pins.looks
    assert not sign_on.is_removed()
    assert pins.looks == looks
    pins.trouble = None
    pins.names = {"Dev"}
    counter.clock.advance(599)
    assert not sign_on.is_removed()
    counter.clock.advance(1)
    assert sign_on.is_removed()


def test_without_pins_no_one_is_taken_off(counter: Counter) -> None:
    """The list of the settings is the same until the window starts again."""
    sign_on = _sign_on(counter)
    sign_on.sign_on("Meera", "")
    assert not sign_on.is_removed()


def test_a_missing_name_is_asked_for(counter: Counter) -> None:
    """With and without PINs. It is not said that there is no such cashier."""
    for pins in (None, Pins()):
        with pytest.raises(NotSignedOn) as refusal:
            _sign_on(counter, pins).sign_on("  ", "4711")
        assert refusal.value.why is SignOnTrouble.NO_NAME


def test_no_one_signs_on_if_the_trail_cannot_be_written(counter: Counter, caplog: pytest.LogCaptureFixture) -> None:
    """A cashier who leaves is signed off all the same."""
    sign_on = _sign_on(counter)
    sign_on.sign_on("Meera", "")

    counter.journal.broken.add("note")
    with pytest.raises(JournalUnusable):
        sign_on.sign_off(SignOffCause.CASHIER)
    assert sign_on.cashier == ""
    with pytest.raises(JournalUnusable):
        sign_on.sign_on("Dev", "")
    assert sign_on.cashier == ""
    sign_on.cashier = "Dev"
    sign_on.close()
    assert "the audit trail does not have the sign-off" in caplog.text


def test_a_sign_off_is_recorded_later(counter: Counter) -> None:
    """With its own time, before the next cashier's sign-on."""
    sign_on = _sign_on(counter)
    sign_on.sign_on("Meera", "")
    left = counter.clock.now()
    counter.journal.broken.add("note")
    with pytest.raises(JournalUnusable):
        sign_on.sign_off(SignOffCause.CASHIER)
    with pytest.raises(JournalUnusable):
        sign_on.catch_up()
    counter.clock.advance(60)
    counter.journal.broken.clear()
    sign_on.sign_on("Dev", "")
    sign_on.catch_up()
    events = [(one.what, one.cashier, one.at) for one in counter.real.newest_events(10)][::-1]
    assert events[-2:] == [("signed_off", "Meera", left), ("signed_on", "Dev", counter.clock.now())]


def test_a_till_signs_off_when_it_closes(counter: Counter) -> None:
    """The last event of a day's work says who left."""
    settings = Settings(till="till.two", sign_on=True)
    till = Till(counter.api, counter.journal.as_journal, counter.clock, settings, CATALOGUE, pins=Pins())
    till.sign_on("Meera", "4711")
    till.sign_off(SignOffCause.CASHIER)
    till.sign_on("Dev", "4711")
    path = counter.real.path
    till.close()
    with SqliteJournal.open(path, writer=False) as journal:
        assert [(one.what, one.cashier) for one in journal.newest_events(4)][::-1] == [
            ("signed_on", "Meera"),
            ("signed_off", "Meera"),
            ("signed_on", "Dev"),
            ("signed_off", "Dev"),
        ]
    assert verify(path).ok
