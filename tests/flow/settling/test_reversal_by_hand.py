"""Tests settling a reversal by hand: what support says is recorded with the reason."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Lost, Unanswered
from desktop.domain.points import Points
from desktop.domain.reversal import IllegalReversalStepError, Reversal, ReversalState, ReversalStep
from desktop.flow.settling.reversal_by_hand import open_reversal, settle_reversal_by_hand
from desktop.store.verification import verify
from tests.flow.fakes import entry, given_back, listing

if TYPE_CHECKING:
    from tests.flow.fakes import Counter


@pytest.fixture
def lost(counter: Counter) -> Reversal:
    """A reversal of 40 points whose answer was lost."""
    counter.api.shows = listing()
    counter.api.reverses.append(Unanswered(Lost.TIMEOUT))
    return counter.give_back.give_back(counter.redemption().reference, Points(Decimal(40)), "Item returned")


def settle(counter: Counter, reversal: Reversal, *, given_back: bool) -> Reversal:
    """Records what support says."""
    return settle_reversal_by_hand(
        counter.real, counter.clock, reversal, given_back=given_back, reason=" seen in the books ", who="support"
    )


@pytest.mark.parametrize(("back", "state"), [(True, ReversalState.REVERSED), (False, ReversalState.NOT_APPLIED)])
def test_what_support_says_is_recorded(counter: Counter, lost: Reversal, back: bool, state: ReversalState) -> None:
    """With who said it and why. The redemption counts it, and it is no longer open."""
    assert open_reversal(counter.real, lost.reference) == lost
    told = settle(counter, lost, given_back=back)
    assert (told.state, told.trace.code) == (state, "PT-BY-HAND")
    attempt = counter.real.get(lost.reference)
    assert attempt is not None
    assert attempt.reversed_points == (40 if back else 0)
    assert open_reversal(counter.real, lost.reference) is None
    note = next(one for one in counter.real.events(lost.reference) if one.what == "give_back_settled_by_hand")
    assert (note.cashier, note.detail) == ("support", f"{lost.id} seen in the books")
    assert verify(counter.real.path).ok


def test_what_the_list_shows_is_what_came_back(counter: Counter, lost: Reversal) -> None:
    """The entry that could be it has other points."""
    counter.real.step_reversal(lost.id, ReversalStep.SUSPECTED, at=counter.clock.now(), candidate=entry("20"))
    suspected = open_reversal(counter.real, lost.reference)
    assert suspected is not None
    settled = settle(counter, suspected, given_back=True)
    assert settled.reversed_points == 20
    assert settled.given_back is not None
    assert settled.given_back.value == 20


def test_an_entry_that_does_not_say_how_many_counts_as_asked_for(counter: Counter, lost: Reversal) -> None:
    """With what these points had taken off the bill."""
    counter.real.step_reversal(lost.id, ReversalStep.SUSPECTED, at=counter.clock.now(), candidate=entry(None))
    suspected = open_reversal(counter.real, lost.reference)
    assert suspected is not None
    settled = settle(counter, suspected, given_back=True)
    assert settled.given_back is not None
    assert (settled.given_back.points, settled.given_back.value) == (Decimal(40), Decimal(40))


def test_what_is_known_already_stays(counter: Counter, lost: Reversal) -> None:
    """Settling was quicker."""
    counter.real.step_reversal(lost.id, ReversalStep.FOUND, at=counter.clock.now(), given_back=given_back())
    with pytest.raises(IllegalReversalStepError):
        settle(counter, lost, given_back=False)


@pytest.mark.parametrize("points", ["0", "-5"])
def test_what_is_confirmed_has_given_points_back(counter: Counter, lost: Reversal, points: str) -> None:
    """An entry of no points, or fewer, does not leave more to give back than there was."""
    counter.real.step_reversal(lost.id, ReversalStep.SUSPECTED, at=counter.clock.now(), candidate=entry(points))
    suspected = open_reversal(counter.real, lost.reference)
    assert suspected is not None
    assert settle(counter, suspected, given_back=True).reversed_points == 40
