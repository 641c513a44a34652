"""Defines searches in the history, a day's totals, and the events of the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.domain.redemption import State


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryQuery:
    """A search for attempts.

    Attributes:
        text: a mobile number or its last four or more digits, or the beginning of a bill number, a redemption id or a
            reference; empty for all.
        start: the first local day; None for no bound.
        end: the last local day, inclusive; None for no bound.
        limit: the maximum number of attempts.
        unsettled_only: True to find only attempts whose outcome is unknown.
        states: the states to find; empty for all, or for those that `unsettled_only` asks for.
        cashier: the cashier's name; empty for all.
    """

    text: str = ""
    start: date | None = None
    end: date | None = None
    limit: int = 200
    unsettled_only: bool = False
    states: tuple[State, ...] = ()
    cashier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """A day's totals.

    Attributes:
        count: the redemptions that happened, without those that were given back as a whole.
        points: the sum of their points, without what was given back of them.
        value: the sum they took off bills, as far as the service reported it.
        unsettled: the attempts whose outcome is unknown, from any day.
        given_back: the sum of the points that were given back on the day, of redemptions of any day, as in the day's
            report.
    """

    count: int = 0
    points: Decimal = Decimal(0)
    value: Decimal = Decimal(0)
    unsettled: int = 0
    given_back: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the audit trail. Lines are only ever added.

    Attributes:
        at: the time, with offset.
        what: the step, or the name of another event.
        till: the till's name.
        cashier: the cashier's name.
        reference: the attempt's reference; may be empty.
        request_id: the request id of the answer that caused it; may be empty.
        detail: a code or a state; never a secret, never a full mobile number.
    """

    at: datetime
    what: str
    till: str
    cashier: str
    reference: str = ""
    request_id: str = ""
    detail: str = ""
