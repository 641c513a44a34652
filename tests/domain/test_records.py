"""Tests the values that other packages fill in: their defaults claim nothing."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from desktop.domain.eligibility import CodeSent, Eligibility, Found, RedemptionsSeen
from desktop.domain.history import Event, HistoryQuery, Totals


def test_an_answer_that_says_nothing_claims_nothing() -> None:
    """There is no worth, no redemption and no count by default."""
    assert (Eligibility().worth, Eligibility().points) == (None, None)
    assert (RedemptionsSeen().found, Found(reference="R").points, Found(reference="R").reversed_points) == (
        (),
        None,
        Decimal(0),
    )
    assert CodeSent().message == ""
    assert (Totals().count, Totals().points, Totals().value, Totals().unsettled) == (0, Decimal(0), Decimal(0), 0)


def test_a_search_without_words_is_bounded() -> None:
    """History never loads a million rows because of an empty search."""
    query = HistoryQuery()
    assert (query.text, query.start, query.end, query.unsettled_only) == ("", None, None, False)
    assert 0 < query.limit <= 1000


def test_values_cannot_be_changed() -> None:
    """Threads share them, so no thread may change them."""
    event = Event(at=datetime(2025, 3, 10, tzinfo=UTC), what="redeemed", till="t", cashier="c")
    for value, name in ((event, "what"), (RedemptionsSeen(), "complete"), (Totals(), "count")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)
