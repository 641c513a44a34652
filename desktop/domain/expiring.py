"""Tells which of a member's points expire soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SOON = timedelta(days=60)
"""Within this time a member should hear about points that expire."""


@dataclass(frozen=True, slots=True)
class ExpiringPoints:
    """Points that expire on one day.

    Attributes:
        points: how many.
        on: the day. The service does not say whether they are good through that day.
        program_id: the program; empty if the service did not say.
    """

    points: Decimal
    on: date
    program_id: str = ""


def next_to_expire(schedule: Iterable[ExpiringPoints], today: date, program_id: str = "") -> ExpiringPoints | None:
    """Returns all points that expire on the next day on which any do; None if that is not soon.

    Args:
        schedule: in any order.
        today: the till's date.
        program_id: the program whose points count; empty for every program.
    """
    due = [
        one
        for one in schedule
        if one.points > 0 and today <= one.on <= today + SOON and program_id in {"", one.program_id}
    ]
    if not due:
        return None
    first = min(one.on for one in due)
    return ExpiringPoints(sum((one.points for one in due if one.on == first), Decimal(0)), first, program_id)
