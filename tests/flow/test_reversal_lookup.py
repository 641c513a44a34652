"""Tests what is recorded about a reversal that the redemption's list shows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call, Refused
from desktop.domain.points import Points
from desktop.domain.reversal import IllegalReversalStepError
from desktop.flow.reversal_lookup import ReversalLookup
from tests.flow.fakes import NOON, entry, listing

if TYPE_CHECKING:
    from tests.flow.fakes import Counter

FORTY = Points(Decimal(40))


def test_an_entry_that_may_be_of_a_newer_reversal_is_not_recorded(counter: Counter) -> None:
    """The counter begins another one after the look-up. Both would count the same forty points."""
    attempt = counter.redemption()
    counter.api.lists += [listing(), listing(), listing(entry("40"))]
    counter.api.reverses.append(Refused(Call.REVERSE, 904))
    earlier = counter.give_back.give_back(attempt.reference, FORTY, "Item returned")
    lookup = ReversalLookup(counter.api, counter.journal.as_journal, counter.clock)
    result = lookup.look(earlier)
    assert result.evidence.found is not None
    counter.real.begin_reversal(
        attempt.reference, "newer", points=FORTY, reason="Once more", before=listing(), till="t", cashier="c", at=NOON
    )
    with pytest.raises(IllegalReversalStepError):
        lookup.found(earlier, result.seen)
    assert counter.real.get_reversal(earlier.id) == earlier
    assert counter.stored(attempt).reversed_points == 0
