"""Tests redemptions that happened without the cashier seeing them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Held, HeldBack
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import Step
from tests.flow.fakes import make_draft, redeemed

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt, Draft
    from tests.flow.fakes import Counter

BY_CARD = Identifier(IdentifierKind.CARD, "C-4711")


def asked_about(counter: Counter, draft: Draft) -> tuple[Held, Attempt]:
    """Returns what the cashier is asked about. Nothing has been sent then."""
    counter.api.redeems.append(redeemed())
    with pytest.raises(HeldBack) as caught:
        counter.redeemer.redeem(draft, counter.code)
    assert not counter.api.sent
    return caught.value.why, caught.value.attempt


def test_the_same_person_by_another_identifier_is_asked_about(counter: Counter) -> None:
    """A redemption without a bill that only a look-up found is asked about, whichever identifier is typed now."""
    found = counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft("", user_id="5646"))
    again = make_draft("", identifier=BY_CARD, user_id="5646")
    assert asked_about(counter, again) == (Held.SAME_BILL_REDEEMED, found)


def test_a_bill_that_is_left_out_is_asked_about(counter: Counter) -> None:
    """A redemption with a bill that only a look-up found is asked about if the next press leaves the bill out."""
    found = counter.attempt_after(Step.LOST, Step.FOUND)
    assert asked_about(counter, make_draft("")) == (Held.SIMILAR_BILL, found)


def test_a_clock_that_was_set_hides_nothing(counter: Counter) -> None:
    """A redemption without a bill that was found a moment ago is asked about, although the clock was set meanwhile."""
    found = counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft(""))
    counter.clock.set_wall(timedelta(days=30))
    assert asked_about(counter, make_draft("")) == (Held.SAME_BILL_REDEEMED, found)


def test_a_receipt_that_the_power_cut_took_away_is_asked_about(counter: Counter) -> None:
    """The answer was recorded and the till died before it was shown: the next start asks, with or without a bill."""
    never_shown = counter.attempt_after(Step.REDEEMED, draft=make_draft(""))
    counter.redeemer = counter.of("Ravi")
    assert asked_about(counter, make_draft("")) == (Held.SAME_BILL_REDEEMED, never_shown)


def test_other_points_on_a_bill_that_is_spelt_differently_are_asked_about(counter: Counter) -> None:
    """Both together are no reason to ask less than about either."""
    found = counter.attempt_after(Step.LOST, Step.FOUND, draft=make_draft("MG-04473"))
    assert asked_about(counter, make_draft("MG-4473", points="3")) == (Held.SIMILAR_BILL, found)
