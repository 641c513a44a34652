"""Tests a redemption whose password or token was not accepted, while the till has another one by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import Found, RedemptionsSeen
from desktop.domain.failures import Call, Lost, NotSent, OutdatedAccess, Refused, Throttled, Unanswered, Unsent
from desktop.domain.redemption import Refusal, State, Step
from tests.flow.fakes import CUT_SHORT, NOTHING, make_draft, redeemed, seen

if TYPE_CHECKING:
    from tests.flow.fakes import Counter

OUTDATED = OutdatedAccess(Call.REDEEM, 498, "Token has expired", request_id="req-498")
CHANGED = OutdatedAccess(Call.REDEEM, 401, request_id="req-401")
WRONG_CODE = Refused(Call.REDEEM, 808)


@pytest.mark.parametrize("refusal", [OUTDATED, CHANGED])
def test_it_is_looked_up_and_then_sent_again_with_its_reference(counter: Counter, refusal: OutdatedAccess) -> None:
    """One press redeems, although the token had expired. The trail says what happened."""
    counter.api.redeems += [refusal, redeemed()]
    counter.api.looks.append(NOTHING)
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert attempt.state is State.REDEEMED
    assert counter.api.calls == ["redeem", "find_redemptions", "redeem"]
    (first, second) = counter.api.sent
    assert first == second
    assert counter.happened(attempt) == ["begun", "signed_in_again", "redeemed"]


def test_a_liar_that_moved_the_points_ends_in_the_look_up(counter: Counter) -> None:
    """498 after the points moved: found, so nothing is sent again."""
    counter.api.redeems.append(OUTDATED)
    counter.api.looks.append(lambda: seen(counter.api.sent[0][0]))
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert attempt.state is State.REDEEMED
    assert len(counter.api.sent) == 1


@pytest.mark.parametrize(
    "look",
    [CUT_SHORT, Unanswered(Lost.TIMEOUT), NotSent(Unsent.NO_TOKEN), Refused(Call.FIND_REDEMPTIONS, 498)],
)
def test_without_a_complete_look_up_nothing_is_sent_again(counter: Counter, look: object) -> None:
    """It is unknown, and look-ups decide."""
    counter.api.redeems.append(OUTDATED)
    counter.api.looks.append(look)
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert (attempt.state, attempt.refusal) == (State.UNKNOWN, Refusal.NOT_PROCESSED)
    assert attempt.trace.code == "498 PT-DOUBTFUL-REFUSAL"
    assert len(counter.api.sent) == 1
    assert counter.api.calls.count("find_redemptions") == 1, "one look is enough"


def test_a_row_that_could_be_it_prevents_sending_again(counter: Counter) -> None:
    """A redemption without a reference makes it perhaps redeemed."""
    row = Found(reference="", redemption_id="zz1", time="2026-11-22 12:00:00")
    counter.api.redeems.append(OUTDATED)
    counter.api.looks.append(RedemptionsSeen(complete=False, candidates=(row,)))
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert attempt.state is State.UNKNOWN
    assert attempt.candidate is not None
    assert len(counter.api.sent) == 1


def test_it_is_sent_again_once(counter: Counter) -> None:
    """A service that accepts no token does not get the redemption again and again. The next press continues it."""
    counter.api.redeems += [OUTDATED, CHANGED, redeemed()]
    counter.api.looks += [NOTHING, NOTHING, NOTHING]
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert (attempt.state, attempt.refusal, attempt.is_unproved) == (State.REFUSED, Refusal.NOT_PROCESSED, True)
    assert len(counter.api.sent) == 2
    again = counter.redeemer.redeem(make_draft(), counter.code)
    assert (again.state, again.reference) == (State.REDEEMED, attempt.reference)


def test_a_refusal_after_it_was_sent_again_is_no_proof_alone(counter: Counter) -> None:
    """The first request may have been carried out, so even a wrong code is looked up."""
    counter.api.redeems += [OUTDATED, WRONG_CODE]
    counter.api.looks.append(NOTHING)
    counter.api.looks.append(lambda: seen(counter.api.sent[0][0]))
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert attempt.state is State.REDEEMED
    assert len(counter.api.sent) == 2


def test_what_does_not_leave_the_second_time_stays_doubtful(counter: Counter) -> None:
    """The token call failed, so the second request was never sent; the first one was."""
    counter.api.redeems += [OUTDATED, NotSent(Unsent.NO_TOKEN)]
    counter.api.looks.append(NOTHING)
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert (attempt.state, attempt.is_unproved) == (State.NOT_SENT, True)


def test_waiting_and_signing_in_again_go_together(counter: Counter) -> None:
    """429, then 498, then 521: always the same reference, and the pauses are kept."""
    busy = Throttled(Call.REDEEM, 429, retry_after=1.0)
    counter.api.redeems += [busy, OUTDATED, Throttled(Call.REDEEM, 521), redeemed()]
    counter.api.looks.append(NOTHING)
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert attempt.state is State.REDEEMED
    assert {reference for reference, _, _ in counter.api.sent} == {attempt.reference}
    assert counter.happened(attempt) == ["begun", "waiting", "signed_in_again", "waiting", "redeemed"]


def test_a_journal_that_cannot_record_it_prevents_sending_again(counter: Counter) -> None:
    """What cannot be recorded is not done."""
    counter.journal.broken = {"note"}
    counter.api.redeems.append(OUTDATED)
    counter.api.looks.append(NOTHING)
    attempt = counter.redeemer.redeem(make_draft(), counter.code)
    assert (attempt.state, attempt.refusal) == (State.REFUSED, Refusal.NOT_PROCESSED)
    assert len(counter.api.sent) == 1


def test_an_attempt_that_was_called_absent_before_is_sent_again_and_stays_doubtful(counter: Counter) -> None:
    """Its first request may still arrive."""
    counter.api.redeems += [Unanswered(Lost.TIMEOUT), OUTDATED, OUTDATED]
    first = counter.redeemer.redeem(make_draft(), counter.code)
    counter.real.step(first.reference, Step.ABSENT, at=counter.clock.now())
    again = counter.redeemer.redeem(make_draft(), counter.code)
    assert (again.reference, again.state) == (first.reference, State.UNKNOWN)
    assert len(counter.api.sent) == 3
