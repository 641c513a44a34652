"""Tests the states of reversals, and how many points are left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.redemption import Redeemed, Refusal
from desktop.domain.reversal import (
    GivenBack,
    IllegalReversalStepError,
    ReversalState,
    ReversalStep,
    is_all_back,
    left_of,
    reversal_state_after,
    still_off_bill,
    worth_of,
    worth_of_next,
)
from tests.domain.reversals import reversal, row, shows

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt

LEGAL = """
in_flight    reversed   reversed
in_flight    refused    refused
in_flight    not_sent   not_sent
in_flight    lost       unknown
in_flight    found      reversed
unknown      found      reversed
unknown      looked     unknown
unknown      suspected  unknown
unknown      absent     not_applied
not_applied  found      reversed
not_applied  looked     not_applied
refused      found      reversed
refused      looked     refused
"""
"""The design's state machine, written out. A reversal is sent once, so no step leads back to `in_flight`."""

TABLE = {
    (ReversalState(a), ReversalStep(b)): ReversalState(c)
    for a, b, c in (line.split() for line in LEGAL.strip().splitlines())
}


@pytest.mark.parametrize("state", ReversalState)
@pytest.mark.parametrize("step", ReversalStep)
def test_every_step_from_every_state_is_the_tables_or_illegal(state: ReversalState, step: ReversalStep) -> None:
    """The legal steps lead to the design's states. Nothing leads out of a reversal that happened or never left."""
    if (state, step) in TABLE:
        assert reversal_state_after(reversal(state=state), step) is TABLE[state, step]
        return
    with pytest.raises(IllegalReversalStepError) as caught:
        reversal_state_after(reversal(state=state), step)
    assert (caught.value.state, caught.value.step) == (state, step)


def test_a_refusal_that_proves_is_not_doubted() -> None:
    """It is neither looked up nor found."""
    refused = replace(reversal(state=ReversalState.REFUSED), refusal=Refusal.PROVED)
    assert not refused.is_unproved
    with pytest.raises(IllegalReversalStepError):
        reversal_state_after(refused, ReversalStep.FOUND)


def test_open_and_unproved() -> None:
    """What holds the redemption, and what is looked up again."""
    assert [one.value for one in ReversalState if reversal(state=one).is_open] == ["in_flight", "unknown"]
    assert [one.value for one in ReversalState if reversal(state=one).is_unproved] == ["refused", "not_applied"]


def test_what_came_off_the_redemption_is_what_the_service_said() -> None:
    """The points asked for count only if it did not say, and nothing counts before it happened."""
    done = reversal("5", state=ReversalState.REVERSED)
    assert done.reversed_points == 5
    assert replace(done, given_back=GivenBack(points=Decimal(4))).reversed_points == 4
    assert replace(done, given_back=GivenBack()).reversed_points == 5
    assert reversal("5").reversed_points == 0


def test_another_service_is_told_by_its_address() -> None:
    """An unknown one is not another one."""
    sent = replace(reversal(), service="https://a")
    assert (sent.is_elsewhere("https://b"), sent.is_elsewhere("https://a"), sent.is_elsewhere("")) == (
        True,
        False,
        False,
    )
    assert not sent.is_elsewhere("https://a:443")
    assert not replace(sent, service="").is_elsewhere("https://a")


def test_what_is_left_is_counted_by_the_most_careful_figure(redeemed: Attempt) -> None:
    """The list may be behind, and the journal knows only this till's own reversals."""
    done = reversal("50", state=ReversalState.REVERSED)
    assert left_of(redeemed, shows(), ()) == Decimal("250.125")
    assert left_of(redeemed, shows(row("100")), (done,)) == Decimal("150.125")
    assert left_of(redeemed, shows(), (done,)) == Decimal("200.125")
    assert left_of(redeemed, replace(shows(), points=Decimal(20)), ()) == Decimal(20)
    assert left_of(redeemed, replace(shows(), points=None), ()) == Decimal("250.125")
    assert left_of(redeemed, shows(row("999")), ()) == 0
    assert left_of(redeemed, shows(row("100"), row("-100")), ()) == Decimal("150.125")
    assert shows(row("1"), row(None), row("-3")).total == 1


def test_all_points_are_back_only_if_different_entries_say_so(redeemed: Attempt) -> None:
    """An entry that is listed twice may be one reversal, and one without points, or with fewer, proves nothing."""
    most = row("250.124", "1")
    assert is_all_back(redeemed, shows(most, row("0.001", "2")))
    assert is_all_back(redeemed, shows(row("125.0625", "1"), row("125.0625", "2"), row(None, "3"), row("-9", "4")))
    for rows in ((), (most,), (most, row(None, "2")), (row("200", ""), row("200", "")), (row("-250.125", "1"),)):
        assert not is_all_back(redeemed, shows(*rows))
    assert not is_all_back(redeemed, replace(shows(most), points=Decimal(1)))


def test_points_are_worth_their_part_of_the_value(redeemed: Attempt) -> None:
    """All of them are worth exactly what was taken off the bill."""
    assert worth_of(redeemed, Decimal("250.125")) == Decimal("250.5")
    assert worth_of(redeemed, Decimal(100)) == Decimal("100.15")
    assert worth_of(replace(redeemed, redeemed=Redeemed()), Decimal(1)) is None
    assert worth_of(replace(redeemed, redeemed=None), Decimal(1)) is None
    in_fils = Redeemed(points=Decimal(250), value=Decimal("1.250"))
    assert worth_of(replace(redeemed, redeemed=in_fils), Decimal("0.5")) == Decimal("0.003")
    half = Redeemed(points=Decimal("0.5"), value=Decimal("0.50"))
    assert worth_of(replace(redeemed, redeemed=half), Decimal("0.25")) == Decimal("0.25")
    nothing = Redeemed(points=Decimal(0), value=Decimal(1))
    assert worth_of(replace(redeemed, redeemed=nothing), Decimal(1)) is None


def test_parts_are_worth_as_much_as_the_whole(redeemed: Attempt) -> None:
    """Each part is rounded, but no cent is lost or made: together they are exactly what was taken off the bill."""
    thirds = replace(redeemed, redeemed=Redeemed(points=Decimal(3), value=Decimal("1.00")))
    parts = []
    for before in range(3):
        counted = replace(thirds, reversed_points=Decimal(before))
        parts.append(worth_of_next(counted, Decimal(1)))
    assert parts == [Decimal("0.33"), Decimal("0.34"), Decimal("0.33")]
    assert worth_of_next(thirds, Decimal(3)) == Decimal("1.00")
    assert worth_of_next(replace(thirds, redeemed=Redeemed()), Decimal(1)) is None


def test_what_is_still_off_the_bill(redeemed: Attempt) -> None:
    """What was given back is not taken off the bill. More than all, as another till may have given, leaves nothing."""
    done = Redeemed(points=Decimal(3), value=Decimal("1.00"))
    for back, still in (("0", ("3", "1.00")), ("1", ("2", "0.67")), ("3", ("0", "0.00")), ("4", ("0", "0.00"))):
        found = still_off_bill(replace(redeemed, redeemed=done, reversed_points=Decimal(back)))
        assert found == (Decimal(still[0]), Decimal(still[1])), back
