"""Tests failures: their stable support codes, and what each carries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import (
    Call,
    DayNotBegun,
    Failure,
    Held,
    HeldBack,
    JournalTrouble,
    JournalUnusable,
    Lost,
    NotHandedBack,
    NotSent,
    PaperFailed,
    PaperTrouble,
    Refused,
    Secrets,
    SecretUnavailable,
    SettingsNotSaved,
    SettingsUnusable,
    Throttled,
    Unanswered,
    Unexpected,
    Unsent,
    Unwritten,
    reason_of,
    support_code,
)

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt


@pytest.fixture
def own_failures(redeemed: Attempt) -> list[Failure]:
    """Every failure of the till itself, one for each reason."""
    return [
        *map(NotSent, Unsent),
        *map(Unanswered, Lost),
        *(HeldBack(why, redeemed) for why in Held),
        *map(JournalUnusable, JournalTrouble),
        *map(SecretUnavailable, Secrets),
        *map(PaperFailed, PaperTrouble),
        NotHandedBack(),
        DayNotBegun(),
        SettingsUnusable(()),
        SettingsNotSaved(()),
        Unexpected(),
    ]


def test_every_failure_of_the_till_has_a_support_code_of_its_own(own_failures: list[Failure]) -> None:
    """Support can tell from the code alone what happened. Only the two ways of being stopped share one."""
    codes = [failure.support for failure in own_failures]
    assert all(re.fullmatch(r"PT-[A-Z]+(-[A-Z]+)*", code) for code in codes)
    assert {code for code in codes if codes.count(code) > 1} == {"PT-STOPPED"}
    keys = [failure.key for failure in own_failures]
    assert len(set(keys)) == len(keys)


def test_the_codes_are_stable() -> None:
    """Support's own documents name these, so they do not change with the program."""
    assert NotSent(Unsent.CONNECT_TIMEOUT).support == "PT-CONNECT-TIMEOUT"
    assert Unanswered(Lost.TIMEOUT).support == "PT-TIMEOUT"
    assert Unanswered(Lost.SERVER_ERROR, http_status=520).support == "PT-HTTP-520"
    assert Unanswered(Lost.SERVER_ERROR).support == "PT-SERVER-ERROR"
    assert Unanswered(Lost.UNREADABLE, http_status=200).support == "PT-UNREADABLE"
    assert JournalUnusable(JournalTrouble.READ_ONLY).support == "PT-JOURNAL-READ-ONLY"
    assert SecretUnavailable(Secrets.NO_STORE).support == "PT-PASSWORD-NO-STORE"
    assert PaperFailed(PaperTrouble.NO_PRINTER).support == "PT-PAPER-NO-PRINTER"
    assert Unexpected().support == "PT-UNEXPECTED"


def test_a_reason_is_found_again_by_its_code() -> None:
    """The journal keeps only the code. A code of another failure has no reason."""
    assert [reason_of(NotSent(why).support, NotSent, Unsent) for why in Unsent] == list(Unsent)
    assert [reason_of(support_code(why, "HELD-"), HeldBack, Held) for why in Held] == list(Held)
    assert reason_of("PT-TIMEOUT", NotSent, Unsent) is None


@pytest.mark.parametrize("call", Call)
def test_what_the_service_says_keeps_its_number_and_its_call(call: Call) -> None:
    """The same code can mean something else on another call, so the key has both.

    Support gets the service's own number.
    """
    refused = Refused(call, 876, "words", request_id="r-1")
    throttled = Throttled(call, 429, retry_after=2.5, message="slow", request_id="r-2")
    assert (refused.key, refused.support, refused.request_id) == (f"refused.{call.value}.876", "876", "r-1")
    assert (refused.call, refused.code, refused.message) == (call, 876, "words")
    assert (throttled.key, throttled.support, throttled.request_id) == (f"refused.{call.value}.429", "429", "r-2")
    assert (throttled.call, throttled.code, throttled.retry_after, throttled.message) == (call, 429, 2.5, "slow")


def test_failures_carry_what_the_till_acts_on(redeemed: Attempt) -> None:
    """Each has its reason, and what it is about."""
    lost = Unanswered(Lost.CUT, http_status=200, message="half", request_id="r")
    assert (lost.why, lost.http_status, lost.message, lost.request_id) == (Lost.CUT, 200, "half", "r")
    assert NotSent(Unsent.TLS).why is Unsent.TLS
    held = HeldBack(Held.SAME_BILL, redeemed)
    assert (held.why, held.attempt) == (Held.SAME_BILL, redeemed)
    journal = JournalUnusable(JournalTrouble.FULL, "journal.sqlite3")
    assert (journal.why, journal.path) == (JournalTrouble.FULL, "journal.sqlite3")
    assert SecretUnavailable(Secrets.LOCKED).why is Secrets.LOCKED
    assert PaperFailed(PaperTrouble.FILE).why is PaperTrouble.FILE
    unwritten = Unwritten(redeemed, journal)
    assert (unwritten.attempt, unwritten.trouble, unwritten.support) == (redeemed, journal, "PT-JOURNAL-FULL")


def test_a_failure_s_text_is_for_the_log_and_never_the_service_s_words() -> None:
    """It has code and key only: the service's words may name a member."""
    assert str(Refused(Call.REDEEM, 816, "No customer 919777788221")) == "816 (refused.redeem.816)"
    assert str(SettingsUnusable((("theme", "must be light"), ("till", "must be a text")))) == (
        "theme: must be light; till: must be a text"
    )
