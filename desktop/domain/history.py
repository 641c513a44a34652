"""Owns what is asked of the past: searches, a day's totals, and the events of the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryQuery:
    """A search among the attempts.

    Attributes:
        text: a mobile number or its last four or more digits, a bill number, a redemption id or a reference, from its
            beginning; empty for all.
        start: first local day; None for no bound.
        end: last local day, inclusive; None for no bound.
        limit: how many at most.
        unsettled_only: only what nobody knows yet.
    """

    text: str = ""
    start: date | None = None
    end: date | None = None
    limit: int = 200
    unsettled_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A day's figures.

    Attributes:
        count: redemptions that happened and were not given back.
        points: their points.
        value: what they took off bills, as far as the service said.
        unsettled: attempts that nobody knows yet, of any day.
    """

    count: int = 0
    points: Decimal = Decimal(0)
    value: Decimal = Decimal(0)
    unsettled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the audit trail, which is only ever added to.

    Attributes:
        at: when, with offset.
        what: a step, or another word of the trade.
        till: at which till.
        cashier: by whom.
        reference: of which attempt; may be empty.
        request_id: of the answer behind it; may be empty.
        detail: a code, a state; never a secret, never a full mobile number.
    """

    at: datetime
    what: str
    till: str
    cashier: str
    reference: str = ""
    request_id: str = ""
    detail: str = ""
