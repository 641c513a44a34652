"""Tests what a supervisor allows: redeeming without a code, and settling by hand."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import Eligibility
from desktop.domain.failures import Held, HeldBack, JournalUnusable, NotAllowed, Supervision, Unwritten
from desktop.domain.history import HistoryQuery
from desktop.domain.redemption import Redeemed, State, Step
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationMethod
from desktop.flow.settling.by_hand import NotUnknownError
from desktop.flow.till import Till
from tests.flow.fakes import CATALOGUE, make_draft, redeemed

if TYPE_CHECKING:
    from tests.flow.fakes import Counter


class Guard:
    """A supervisor who accepts the PIN 4711."""

    def __init__(self) -> None:
        self.asked = 0

    def check(self, pin: str) -> None:
        self.asked += 1
        if pin != "4711":
            raise NotAllowed(Supervision.WRONG_PIN)


def _till(counter: Counter, guard: Guard | None, *, allowed: bool = True) -> Till:
    settings = Settings(till="till.two", cashier="Meera", skip_validation=allowed)
    return Till(counter.api, counter.journal.as_journal, counter.clock, settings, CATALOGUE, supervisor=guard)


def test_a_supervisor_lets_a_redemption_go_without_a_code(counter: Counter) -> None:
    """It is sent as skipped and without a code, and the reason is recorded with its reference before."""
    counter.api.redeems.append(redeemed())
    attempt = _till(counter, Guard()).redeem_without_code(make_draft(), "4711", " dead phone ")
    assert attempt.state is State.REDEEMED
    ((reference, sent, code),) = counter.api.sent
    assert (reference, sent.validation, code) == (attempt.reference, ValidationMethod.SKIPPED, None)
    events = counter.real.events(attempt.reference)
    assert [one.what for one in events] == ["begun", "code_skipped", "redeemed"]
    assert (events[1].detail, events[1].till, events[1].cashier) == ("dead phone", "till.two", "Meera")


def test_a_redemption_is_reported_even_if_its_reason_cannot_be_recorded(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    """The supervisor's permission was recorded before it was begun. The outcome must reach the window."""
    counter.journal.before["begin"] = lambda: counter.journal.broken.add("note")
    counter.api.redeems.append(redeemed())
    attempt = _till(counter, Guard()).redeem_without_code(make_draft(), "4711", "dead phone")
    assert attempt.state is State.REDEEMED
    assert attempt.reference in caplog.text


def test_the_reason_is_recorded_with_the_redemption_even_if_its_answer_cannot_be(counter: Counter) -> None:
    """A till that is killed before the answer keeps it, too."""
    counter.journal.broken = {"step"}
    counter.api.redeems.append(redeemed())
    with pytest.raises(Unwritten) as lost:
        _till(counter, Guard()).redeem_without_code(make_draft(), "4711", "dead phone")
    assert [one.what for one in counter.real.events(lost.value.attempt.reference)] == ["begun", "code_skipped"]


def test_nothing_is_sent_if_the_permission_cannot_be_recorded(counter: Counter) -> None:
    """Who agreed, and why, is in the audit trail before any byte leaves."""
    counter.journal.broken = {"note"}
    with pytest.raises(JournalUnusable):
        _till(counter, Guard()).redeem_without_code(make_draft(), "4711", "dead phone")
    assert not counter.api.calls
    assert not counter.real.search(HistoryQuery())


def test_it_takes_the_setting_a_supervisor_the_pin_and_a_reason(counter: Counter) -> None:
    """Nothing is sent without any of the four."""
    draft = make_draft()
    for till, pin, why in (
        (_till(counter, Guard(), allowed=False), "4711", Supervision.OFF),
        (_till(counter, None), "4711", Supervision.OFF),
        (_till(counter, Guard()), "1111", Supervision.WRONG_PIN),
    ):
        with pytest.raises(NotAllowed) as caught:
            till.redeem_without_code(draft, pin, "dead phone")
        assert caught.value.why is why
    with pytest.raises(ValueError, match="reason"):
        _till(counter, Guard()).redeem_without_code(draft, "4711", " ")
    assert not counter.api.calls


def test_what_is_held_back_asks_no_supervisor(counter: Counter) -> None:
    """A bill with an unknown outcome is reported before a supervisor is called to the counter."""
    counter.api.redeems.append(counter.lost)
    guard = Guard()
    till = _till(counter, guard)
    till.redeem(make_draft(), None)
    with pytest.raises(HeldBack) as caught:
        till.redeem_without_code(make_draft(), "4711", "dead phone")
    assert caught.value.why is Held.SAME_BILL
    assert guard.asked == 0


def test_pressing_twice_does_not_answer_a_question(counter: Counter) -> None:
    """Neither money nor a supervisor goes on past a question unless the cashier confirms it."""
    counter.attempt_after(Step.LOST)
    counter.api.eligibility = Eligibility(points=Decimal(100))
    guard = Guard()
    till, other = _till(counter, guard), make_draft("B-18")
    for press in (
        lambda: till.send_code_for_money(other),
        lambda: till.redeem_without_code(other, "4711", "dead phone"),
    ):
        for _ in range(2):
            with pytest.raises(HeldBack):
                press()
    assert guard.asked == 0
    assert [one["send_code"] for one in counter.api.checks] == [False, False]


@pytest.mark.parametrize(("bill", "named"), [("B-17", "bill B-17"), ("", "bill none")])
@pytest.mark.parametrize(("pin", "what"), [("4711", "supervisor_agreed"), ("1111", "supervisor_refused")])
def test_every_try_is_in_the_audit_trail(counter: Counter, bill: str, named: str, pin: str, what: str) -> None:
    """The audit trail has who agreed and who did not, for which bill and why, before anything is sent."""
    counter.api.redeems.append(counter.lost)
    with contextlib.suppress(NotAllowed):
        _till(counter, Guard()).redeem_without_code(make_draft(bill), pin, "dead phone")
    (_made, first, *_) = reversed(list(counter.real.newest_events(100)))
    assert (first.what, first.cashier) == (what, "Meera")
    assert named in first.detail
    assert first.detail.endswith("dead phone")
    assert pin not in first.detail


@pytest.mark.parametrize(("happened", "state"), [(True, State.REDEEMED), (False, State.NOT_APPLIED)])
def test_a_supervisor_settles_an_unknown_attempt(counter: Counter, happened: bool, state: State) -> None:
    """Who agreed and why is recorded before the outcome, and skipping codes need not be allowed for it."""
    attempt = counter.attempt_after(Step.LOST)
    till = _till(counter, Guard(), allowed=False)
    settled = till.settle_by_hand(attempt, "4711", " Seen in books ", redeemed=happened)
    assert settled.state is state
    assert counter.happened(attempt)[2:4] == ["supervisor_agreed", "settled_by_hand"]
    agreed = counter.real.events(attempt.reference)[2]
    assert agreed.cashier == "Meera"
    assert agreed.detail == f"settled as {'redeemed' if happened else 'not redeemed'}: Seen in books"


def test_a_wrong_pin_settles_nothing(counter: Counter) -> None:
    """The attempt stays unknown, and the try is in the audit trail without the PIN."""
    attempt = counter.attempt_after(Step.LOST)
    with pytest.raises(NotAllowed):
        _till(counter, Guard()).settle_by_hand(attempt, "1111", "Seen in books", redeemed=True)
    assert counter.stored(attempt).state is State.UNKNOWN
    refused = counter.real.events(attempt.reference)[-1]
    assert refused.what == "supervisor_refused"
    assert "1111" not in refused.detail


def test_settling_by_hand_needs_a_supervisor_and_a_reason(counter: Counter) -> None:
    """Without a reason or without a supervisor nothing is settled."""
    attempt = counter.attempt_after(Step.LOST)
    guard = Guard()
    with pytest.raises(ValueError, match="reason"):
        _till(counter, guard).settle_by_hand(attempt, "4711", " ", redeemed=True)
    assert guard.asked == 0
    with pytest.raises(NotAllowed) as caught:
        _till(counter, None).settle_by_hand(attempt, "4711", "Seen in books", redeemed=True)
    assert caught.value.why is Supervision.OFF
    assert counter.stored(attempt).state is State.UNKNOWN


def test_an_outcome_that_is_known_meanwhile_is_the_answer(counter: Counter) -> None:
    """If a look-up was faster than the supervisor, the window shows what the look-up found."""
    attempt = counter.attempt_after(Step.LOST)
    known = counter.real.step(attempt.reference, Step.FOUND, at=counter.clock.now(), redeemed=Redeemed())
    assert _till(counter, Guard()).settle_by_hand(attempt, "4711", "Seen in books", redeemed=False) == known
    nowhere = replace(attempt, reference="0" * 26)
    with pytest.raises(NotUnknownError):
        _till(counter, Guard()).settle_by_hand(nowhere, "4711", "Seen in books", redeemed=True)


def test_an_outcome_that_is_found_at_the_very_moment_is_the_answer(counter: Counter) -> None:
    """Settling may record it after the supervisor's reason was recorded."""
    attempt = counter.attempt_after(Step.LOST)
    till = _till(counter, Guard())

    def find() -> None:
        counter.real.step(attempt.reference, Step.FOUND, at=counter.clock.now(), redeemed=Redeemed())

    # The first note is the supervisor's answer, the second one the reason.
    counter.journal.before["note"] = lambda: counter.journal.before.update(note=find)
    settled = till.settle_by_hand(attempt, "4711", "Seen in books", redeemed=False)
    assert settled == counter.stored(attempt)
    assert settled.state is State.REDEEMED


def test_what_the_journal_could_not_record_is_recorded_first(counter: Counter) -> None:
    """Otherwise the journal would still have the attempt as in flight, which no one can settle as not redeemed."""
    till = _till(counter, Guard())
    counter.api.redeems.append(counter.lost)
    counter.journal.broken = {"step"}
    with pytest.raises(Unwritten) as caught:
        till.redeem(make_draft(), counter.code)
    counter.journal.broken = set()
    settled = till.settle_by_hand(caught.value.attempt, "4711", "Seen in books", redeemed=False)
    assert settled == counter.stored(settled)
    assert settled.state is State.NOT_APPLIED
