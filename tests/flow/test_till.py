"""Tests the actions at the counter: what they ask of the service, and what they check before."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import CodeSent, Eligibility
from desktop.domain.failures import Call, Held, HeldBack, JournalUnusable, Refused, Unwritten
from desktop.domain.group import GroupChoice
from desktop.domain.member import Member
from desktop.domain.redemption import State, Step
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationMethod
from desktop.flow.till import Till
from tests.flow.fakes import ASHA, CATALOGUE, make_draft, redeemed

if TYPE_CHECKING:
    from tests.flow.fakes import Counter


@pytest.fixture
def till(counter: Counter) -> Till:
    """A till on the counter's fakes."""
    settings = Settings(server="https://eu.example.com", till="till.two", cashier="Meera")
    return Till(counter.api, counter.journal.as_journal, counter.clock, settings, CATALOGUE)


def test_it_finds_members_and_keeps_the_connection_open(counter: Counter, till: Till) -> None:
    """Both are the service's own answers."""
    assert till.warm_up() is True
    assert till.find_member(ASHA) == Member(identifier=ASHA, points=Decimal(1891))
    assert counter.api.calls == ["warm_up", "find_member"]


@pytest.mark.parametrize("method", ValidationMethod)
def test_check_and_code_are_one_call(counter: Counter, till: Till, method: ValidationMethod) -> None:
    """The service is asked about the whole draft. A code is sent only if the draft is validated with one."""
    draft = make_draft(program_id="973", group=GroupChoice(id="11"), validation=method)
    assert till.send_code(draft) == Eligibility(worth=Decimal(100))
    assert counter.api.checks == [{"draft": draft, "send_code": method is ValidationMethod.CODE, "as_money": False}]


def test_no_code_is_sent_for_what_is_held_back(counter: Counter, till: Till) -> None:
    """Neither for a bill whose outcome is unknown nor, unless the cashier goes on, for a member with an unknown
    attempt.
    """
    counter.attempt_after(Step.LOST)
    for bill, why in (("B-17", Held.SAME_BILL), ("B-18", Held.SAME_MEMBER)):
        with pytest.raises(HeldBack) as caught:
            till.send_code(make_draft(bill))
        assert caught.value.why is why
    assert not counter.api.calls
    assert till.send_code(make_draft("B-18"), confirmed=True).worth == Decimal(100)


def test_a_cashier_who_went_on_before_the_code_is_not_asked_again(counter: Counter, till: Till) -> None:
    """There is one question for one customer, whichever button it came up at."""
    counter.attempt_after(Step.LOST)
    with pytest.raises(HeldBack):
        till.send_code(make_draft("B-18"))
    till.send_code(make_draft("B-18"), confirmed=True)
    counter.api.redeems.append(redeemed())
    assert till.redeem(make_draft("B-18"), counter.code, confirmed=True).state is State.REDEEMED


def test_pressing_twice_does_not_answer_a_question(counter: Counter, till: Till) -> None:
    """Neither button goes on past a question unless the cashier confirms it."""
    counter.attempt_after(Step.LOST)
    other = make_draft("B-18")
    for press in (lambda: till.send_code(other), lambda: till.redeem(other, counter.code)):
        for _ in range(2):
            with pytest.raises(HeldBack):
                press()
    assert not counter.api.calls


def test_the_code_is_sent_again(till: Till) -> None:
    """For the same member and the same points."""
    assert till.send_code_again(make_draft()) == CodeSent(message="mobile 100")


def test_attempts_carry_till_and_cashier(counter: Counter, till: Till) -> None:
    """As the settings name them."""
    counter.api.redeems.append(redeemed())
    attempt = till.redeem(make_draft(), counter.code)
    assert (attempt.till, attempt.cashier) == ("till.two", "Meera")


def test_closing_closes_everything(counter: Counter, till: Till) -> None:
    """Connection and journal are closed."""
    closed = []
    counter.journal.before["close"] = lambda: closed.append("journal")
    till.close()
    assert counter.api.calls == ["close"]
    assert closed == ["journal"]


@pytest.mark.parametrize("room_again", [False, True])
def test_closing_records_what_could_not_be_recorded(
    counter: Counter, till: Till, caplog: pytest.LogCaptureFixture, room_again: bool
) -> None:
    """If the journal can be written by then, it is. If not, the log says so and the next start settles the attempt."""

    def fills_the_disk() -> object:
        counter.journal.broken = {"step"}
        return Refused(Call.REDEEM, 808)

    counter.api.redeems.append(fills_the_disk)
    with pytest.raises(Unwritten) as caught:
        till.redeem(make_draft(), counter.code)
    with pytest.raises(JournalUnusable):
        till.send_code(make_draft())
    counter.journal.broken = set() if room_again else {"step"}
    at_the_end = []
    counter.journal.before["close"] = lambda: at_the_end.append(counter.stored(caught.value.attempt).state)
    till.close()
    assert at_the_end == [State.REFUSED if room_again else State.IN_FLIGHT]
    assert ("PT-JOURNAL-FULL" in caplog.text) is not room_again
    assert counter.api.calls[-1] == "close"
