"""The code on the member's phone: wrong, expired, sent again, not sent at all, and how long it is valid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop.domain.failures import Call, Refused
from desktop.flow.clock import uptime
from desktop.gui.screen import Place
from desktop.gui.voice import voice_of
from desktop.texts import load_catalogue
from desktop.training.bad_days import BadDay

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()
WRONG = CATALOGUE.meaning(Refused(Call.REDEEM, 808))


def at_the_code(cashier: Cashier, mobile: str = "9777788221") -> None:
    """Brings a customer to the code step."""
    cashier.find_member(mobile)
    cashier.send_code("10")


def note(cashier: Cashier) -> str:
    """Returns the small line below the code."""
    return cashier.label("code_note")


def test_a_wrong_code(open_till: OpenTill, service: PracticeService) -> None:
    """A wrong code is reported (808) and stays selected, and typing the right one over it redeems."""
    cashier = open_till(service=service, code_again_after=0)
    at_the_code(cashier)
    cashier.enter_code("WRONG1")
    cashier.until_says(f"{WRONG.says} No points were taken. {WRONG.next_step} (808)")
    assert cashier.focus == "Validation code"
    assert not service.ledger()
    cashier.keys(cashier.code())
    assert cashier.text("Validation code") == cashier.code()
    assert cashier.message == ""
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert len(service.ledger()) == 1


def test_a_code_grows_old_while_the_machine_sleeps(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a night with the lid closed, the window does not call the code of the evening a new one."""
    cashier = open_till(service=service)
    at_the_code(cashier)
    for user in ("code_validity", "controller", "redeeming", "pages.code_step"):
        monkeypatch.setattr(f"desktop.gui.{user}.uptime", lambda: uptime() + 12 * 3600)
    cashier.until(lambda: "The code has probably expired. Send it again." in cashier.texts(), "the age of the code")
    cashier.press("Send code again")
    cashier.until_says("The code has been sent again.")


@pytest.mark.parametrize("scanned", ["4006381333931", "01KAN4Z7Q8V9W0X1Y2Z3A4B5C6"])
def test_a_scanned_article_or_receipt_costs_no_try(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, scanned: str
) -> None:
    """A scanner types into the code's field. Nothing is sent until the cashier has read so and presses Enter again."""
    monkeypatch.setattr("desktop.gui.redeeming.REST", 1e6)
    cashier = open_till(service=service, code_again_after=0)
    at_the_code(cashier)
    cashier.enter_code(scanned)
    assert cashier.message.startswith("That is the bar code of an article or a receipt.")
    # The scanner's second Enter.
    cashier.enter()
    assert cashier.message.startswith("That is the bar code of an article or a receipt.")
    assert cashier.focus == "Validation code"
    assert not cashier.requests("/points/redeem")
    monkeypatch.setattr("desktop.gui.redeeming.REST", 0)
    cashier.enter()
    cashier.until_says(f"{WRONG.says} No points were taken. {WRONG.next_step} (808)")
    cashier.enter_code()
    cashier.until_sees("Updated balance")


def test_an_article_scanned_again_costs_no_try(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second scan of the same article, because the POS did not take the first, is no answer to the question."""
    monkeypatch.setattr("desktop.gui.redeeming.REST", 0)
    cashier = open_till(service=service, code_again_after=0)
    at_the_code(cashier)
    for _ in range(2):
        cashier.keys("4006381333931")
        assert cashier.text("Validation code") == "4006381333931"
        assert cashier.message == ""
        cashier.enter()
        assert cashier.message.startswith("That is the bar code of an article or a receipt.")
    assert not cashier.requests("/points/redeem")
    cashier.enter()
    cashier.until_says(f"{WRONG.says} No points were taken. {WRONG.next_step} (808)")


def test_a_code_read_out_in_small_letters_and_groups(open_till: OpenTill, service: PracticeService) -> None:
    """A code with spaces and small letters is the same code."""
    cashier = open_till(service=service)
    at_the_code(cashier)
    code = cashier.code().lower()
    cashier.enter_code(f" {code[:3]} {code[3:]} ")
    cashier.until_sees("Updated balance")


def test_no_code_at_all(open_till: OpenTill, service: PracticeService) -> None:
    """Enter in the empty field asks for the code and sends nothing."""
    cashier = open_till(service=service)
    at_the_code(cashier)
    cashier.enter()
    assert cashier.message == "Enter the code from the member’s phone."
    assert cashier.focus == "Validation code"
    assert not cashier.requests("/points/redeem")


def test_an_expired_code_and_another(open_till: OpenTill, service: PracticeService) -> None:
    """An expired code is refused. Send code again brings another one, which redeems."""
    cashier = open_till(service=service, code_again_after=0)
    at_the_code(cashier)
    old = cashier.code()
    service.expire_codes()
    cashier.enter_code(old)
    cashier.until_says("(808)")
    cashier.press("Send code again")
    cashier.until_says("The code has been sent again.")
    assert cashier.text("Validation code") == ""
    assert cashier.focus == "Validation code"
    assert cashier.code() != old
    cashier.keys(cashier.code())
    cashier.enter()
    cashier.until_sees("Updated balance")
    assert len(service.ledger()) == 1


def test_five_wrong_tries_need_another_code(open_till: OpenTill, service: PracticeService) -> None:
    """After five wrong tries the right code is refused too, and a new one works."""
    cashier = open_till(service=service, code_again_after=0)
    at_the_code(cashier)
    code = cashier.code()
    for _ in range(5):
        cashier.enter_code("WRONG1")
        cashier.until(lambda: cashier.screen.busy is None, "an answer")
    cashier.enter_code(code)
    cashier.until_says("(808)")
    cashier.press("Send code again")
    cashier.until_says("sent again")
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    assert len(service.ledger()) == 1


def test_send_code_again_waits_and_counts_down(open_till: OpenTill, service: PracticeService) -> None:
    """The button shows the time left and is disabled until it has passed."""
    cashier = open_till(service=service, code_again_after=1.2)
    at_the_code(cashier)
    again = cashier.find("Send code again", QAbstractButton)
    assert again.text() in {"Send code again in 0:02", "Send code again in 0:01"}
    assert not again.isEnabled()
    seen: set[str] = set()

    def over() -> bool:
        seen.add(again.text())
        return bool(again.isEnabled())

    cashier.until(over, "the end of the pause")
    assert "Send code again in 0:01" in seen
    assert again.text() == "Send code again"
    assert len(cashier.requests("/validationcode")) == 0
    cashier.press("Send code again")
    cashier.until_says("sent again")
    assert len(cashier.requests("/validationcode")) == 1
    assert not again.isEnabled()


def test_the_code_shows_how_long_it_may_be_good(open_till: OpenTill, service: PracticeService) -> None:
    """The line below the code says when it was sent, how long it is valid, and when it has expired.

    A screen reader says the last of them once, and interrupts nothing.
    """
    cashier = open_till(service=service, code_valid_for=1)
    said: list[tuple[str, bool]] = []
    voice_of(cashier.window).said.connect(lambda text, interrupts: said.append((text, interrupts)))
    at_the_code(cashier)
    assert note(cashier).startswith("Sent 0:00 ago · good until about ")
    expired = "The code has probably expired. Send it again."
    cashier.until(lambda: note(cashier) == expired, "the end of the code")
    for _ in range(3):
        cashier.session.view.counter.code._tick.timeout.emit()
    assert [one for one in said if one[0] == expired] == [(expired, False)]


def test_an_unknown_validity_is_not_shown(open_till: OpenTill, service: PracticeService) -> None:
    """If no one knows how long codes are valid, only the time since it was sent is shown."""
    cashier = open_till(service=service, code_valid_for=0)
    at_the_code(cashier)
    assert note(cashier) == "Sent 0:00 ago"


@pytest.mark.parametrize("code", [860, 876])
def test_a_code_that_cannot_be_sent(open_till: OpenTill, service: PracticeService, code: int) -> None:
    """If the points can be redeemed but no code is sent, a message says so, and Send code again is enabled at once."""
    cashier = open_till(service=service)
    at_the_code(cashier, f"987654{code:04}")
    meaning = CATALOGUE.meaning(Refused(Call.CHECK, 876))
    assert cashier.message == f"{meaning.says} {meaning.next_step} (876)"
    assert note(cashier) == "No code has been sent yet."
    cashier.press("Send code again")
    refused = CATALOGUE.meaning(Refused(Call.SEND_CODE, code))
    cashier.until_says(refused.says)
    assert cashier.screen.place is Place.CODE
    assert cashier.find("Send code again").isEnabled()


@pytest.mark.parametrize("day", [BadDay.EXPIRED_CODE, BadDay.WRONG_CODE])
def test_a_code_that_is_refused_once(open_till: OpenTill, service: PracticeService, day: BadDay) -> None:
    """The faults of codes are reported as 808, and the code field keeps the focus."""
    cashier = open_till(service=service)
    at_the_code(cashier)
    service.bad_day(day, 1)
    cashier.enter_code()
    cashier.until_says("(808)")
    assert cashier.focus == "Validation code"
    assert not service.ledger()


def test_going_back_for_the_same_points_sends_no_second_code(open_till: OpenTill, service: PracticeService) -> None:
    """After going back to the points and on without a change, the member's code still counts and no other is sent."""
    cashier = open_till(service=service)
    at_the_code(cashier)
    cashier.escape()
    cashier.until_at(Place.POINTS)
    cashier.enter()
    cashier.until_at(Place.CODE)
    assert len([one for one in service.requests() if "issue_otp" in str(one["query_names"])]) == 1


def test_other_points_need_another_code(open_till: OpenTill, service: PracticeService) -> None:
    """After going back and entering another amount, a new code is sent, and the old code is gone from the field."""
    cashier = open_till(service=service)
    at_the_code(cashier)
    cashier.type("Validation code", "OLD")
    cashier.escape()
    cashier.until_at(Place.POINTS)
    cashier.keys("20")
    cashier.enter()
    cashier.until_at(Place.CODE)
    assert cashier.text("Validation code") == ""
    assert cashier.text("Redeem") == "Redeem 20 points"
    assert len([one for one in service.requests() if "issue_otp" in str(one["query_names"])]) == 2
