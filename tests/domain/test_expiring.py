"""Tests which of a member's points a cashier hears about before they expire."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.expiring import SOON, ExpiringPoints, next_to_expire

TODAY = date(2026, 11, 22)


def entry(points: str, days: int, program_id: str = "") -> ExpiringPoints:
    """Returns points that expire in some days."""
    return ExpiringPoints(Decimal(points), TODAY + timedelta(days=days), program_id)


def test_the_next_day_counts_whatever_the_order() -> None:
    """Points of one day are added up, and those of other days are left out."""
    schedule = [entry("50", 20), entry("400", 8), entry("12.5", 8)]
    assert next_to_expire(schedule, TODAY) == entry("412.5", 8)


def test_what_is_gone_or_far_away_is_not_mentioned() -> None:
    """Yesterday's points are gone, no points cannot expire, and a day in a year needs no hurry."""
    assert next_to_expire([entry("5", -1), entry("0", 3), entry("7", SOON.days + 1)], TODAY) is None
    assert next_to_expire([entry("5", 0)], TODAY) == entry("5", 0)


def test_only_the_program_that_is_chosen_counts() -> None:
    """Points of another program cannot be redeemed with these."""
    schedule = [entry("5", 1, "973"), entry("7", 2, "1044")]
    assert next_to_expire(schedule, TODAY, "1044") == entry("7", 2, "1044")


@given(st.lists(st.tuples(st.integers(-100, 1000), st.integers(-90, 400))))
def test_any_schedule_has_at_most_one_next_day(found: list[tuple[int, int]]) -> None:
    """What is reported is in the future, soon, and no more than all points together."""
    schedule = [entry(str(points), days) for points, days in found]
    reported = next_to_expire(schedule, TODAY)
    if reported is not None:
        assert TODAY <= reported.on <= TODAY + SOON
        assert 0 < reported.points <= sum(points for points, _ in found if points > 0)
