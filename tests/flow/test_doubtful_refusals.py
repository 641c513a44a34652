"""Tests which refusals are proofs, and which only look like one: a stranger's, and one that our own request caused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call, Lost, Refused, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import Refusal, State
from tests.flow.fakes import NOTHING, look_until_known, make_draft, seen

if TYPE_CHECKING:
    from tests.flow.fakes import Counter

WRONG_CODE, REFERENCE_TAKEN, UNAUTHORISED = 808, 817, 401


@pytest.mark.parametrize("kind", IdentifierKind)
def test_a_checked_condition_is_a_proof_whatever_found_the_member(counter: Counter, kind: IdentifierKind) -> None:
    """The client has compared whom the refusal names, so it needs no look-up, and the next press has a new code."""
    draft = make_draft(identifier=Identifier(kind, "919777788221"))
    counter.api.redeems.append(Refused(Call.REDEEM, WRONG_CODE))
    attempt = counter.redeemer.redeem(draft, counter.code)
    assert (attempt.state, attempt.refusal, attempt.is_unproved) == (State.REFUSED, Refusal.PROVED, False)
    assert counter.api.calls == ["redeem"]


@pytest.mark.parametrize("kind", [IdentifierKind.EMAIL, IdentifierKind.CARD, IdentifierKind.EXTERNAL_ID])
def test_a_refusal_that_could_be_a_stranger_s_says_nothing(counter: Counter, kind: IdentifierKind) -> None:
    """The client reports it as an answer to another request, and look-ups decide."""
    draft = make_draft(identifier=Identifier(kind, "X003"))
    counter.api.redeems.append(Unanswered(Lost.STRAY))
    attempt = counter.redeemer.redeem(draft, counter.code)
    assert attempt.state is State.UNKNOWN
    counter.settler.watch(attempt)
    counter.api.looks.append(lambda: seen(attempt.reference))
    look_until_known(counter)
    assert counter.stored(attempt).state is State.REDEEMED


def test_a_reference_that_is_taken_after_a_repeat_leaves_it_unknown(counter: Counter) -> None:
    """Our first request took it: perhaps it was carried out, and the look-up does not show it yet."""
    counter.api.redeems += [Refused(Call.REDEEM, UNAUTHORISED), Refused(Call.REDEEM, REFERENCE_TAKEN)]
    counter.api.looks += [NOTHING, NOTHING, NOTHING]
    first = counter.redeemer.redeem(make_draft(), counter.code)
    assert (first.state, first.is_resendable) == (State.REFUSED, True)
    again = counter.redeemer.redeem(make_draft(), counter.code)
    assert (again.reference, again.state, again.sends) == (first.reference, State.UNKNOWN, 2)
    assert again.trace.code == "817 PT-DOUBTFUL-REFUSAL"
    counter.api.looks.append(lambda: seen(first.reference))
    counter.settler.watch(again)
    look_until_known(counter)
    assert counter.stored(again).state is State.REDEEMED
    assert len(counter.api.sent) == 2, "nothing was sent with another reference"
