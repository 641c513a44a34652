"""Tests refusals that look like proofs and are none: a stranger's, and one that our own earlier request caused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call, Refused
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import Refusal, State
from tests.flow.fakes import NOTHING, look_until_known, make_draft, seen

if TYPE_CHECKING:
    from tests.flow.fakes import Counter

WRONG_CODE, REFERENCE_TAKEN, UNAUTHORISED = 808, 817, 401


@pytest.mark.parametrize("kind", [IdentifierKind.EMAIL, IdentifierKind.CARD, IdentifierKind.EXTERNAL_ID])
def test_a_refusal_that_echoes_no_member_we_know_is_looked_up(counter: Counter, kind: IdentifierKind) -> None:
    """A refusal names a mobile, so that a stranger's refusal looks like that of a member found in another way."""
    draft = make_draft(identifier=Identifier(kind, "X003"))
    counter.api.redeems.append(Refused(Call.REDEEM, WRONG_CODE))
    counter.api.looks.append(lambda: seen(counter.api.sent[0][0]))
    assert counter.redeemer.redeem(draft, counter.code).state is State.REDEEMED


@pytest.mark.parametrize("kind", [IdentifierKind.EMAIL, IdentifierKind.CARD, IdentifierKind.EXTERNAL_ID])
def test_such_a_refusal_that_is_not_found_is_final_only_later(counter: Counter, kind: IdentifierKind) -> None:
    """The cashier is told at once; the till looks again later."""
    draft = make_draft(identifier=Identifier(kind, "X003"))
    counter.api.redeems.append(Refused(Call.REDEEM, WRONG_CODE))
    counter.api.looks.append(NOTHING)
    attempt = counter.redeemer.redeem(draft, counter.code)
    assert (attempt.state, attempt.refusal, attempt.is_unproved) == (State.REFUSED, Refusal.FAILED, True)


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
