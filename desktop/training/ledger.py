"""Owns the book of the practice service: balances, what has moved, and that a reference moves points once."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.training.refusals import REPEATED_REFERENCE, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.training.members import Account, Group

SERVICE_ZONE = timezone(timedelta(hours=5, minutes=30))
"""The zone of the service's times, which no answer states; a till that compares them to its own clock gets it wrong."""

_ID_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"
_ID_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Purse:
    """Where points are kept: a member's holding in a program, or what a group has together.

    Attributes:
        owner: the member's mobile number, or the group's id.
        program: the program's id.
        is_group: which of the two.
    """

    owner: str = field(repr=False)
    program: str
    is_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One redemption, for whoever wants to know what really happened.

    Attributes:
        reference: `external_reference_number`; empty where none was sent.
        mobile: the member who redeemed.
        points: what left the purse.
        redemption_id: the service's own id.
        program: the program's id.
        group: the group's id where the points were the group's; empty elsewhere.
        reversed_points: what has been given back since.
    """

    reference: str
    mobile: str = field(repr=False)
    points: Decimal
    redemption_id: str
    program: str
    group: str = ""
    reversed_points: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Reversal:
    """Points that were given back."""

    id: int
    points: Decimal
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What one redemption asks the book to do, after every other check."""

    mobile: str = field(repr=False)
    purse: Purse
    points: Decimal
    reference: str = ""
    bill: str = ""
    notes: str = ""
    code: str = field(default="", repr=False)
    shows_after: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A redemption in the book.

    Attributes:
        shows_at: the clock's time from which look-ups find it.
    """

    id: int
    redemption_id: str
    order: Order
    at: datetime
    shows_at: float
    reversals: tuple[Reversal, ...] = ()

    @property
    def reversed_points(self) -> Decimal:
        """What has been given back."""
        return sum((one.points for one in self.reversals), Decimal(0))


class Ledger:
    """Balances and redemptions. Safe to use from several threads: each change is one step.

    Args:
        accounts: who has what at the start.
        groups: the same for groups.
        clock: seconds that only go forward.
    """

    def __init__(self, accounts: Iterable[Account], groups: Iterable[Group], clock: Callable[[], float]) -> None:
        self._clock = clock
        self._start = {
            Purse(account.mobile, holding.program_id): holding.points
            for account in accounts
            for holding in account.holdings
        }
        self._group_start = {group.id: group.points for group in groups}
        self._lock = threading.Lock()
        self._balances: dict[Purse, Decimal] = {}
        self._entries: dict[str, Entry] = {}
        self._references: set[str] = set()
        self._reversals = 0
        self.reset()

    def reset(self) -> None:
        """Starts again, as on the first day."""
        with self._lock:
            self._balances = dict(self._start)
            self._balances.update({Purse(id_, "", is_group=True): held for id_, held in self._group_start.items()})
            self._entries.clear()
            self._references.clear()
            self._reversals = 0

    def balance(self, purse: Purse) -> Decimal:
        """What a purse holds now; nothing where there is no such purse."""
        with self._lock:
            return self._balances.get(_key(purse), Decimal(0))

    def knows(self, reference: str) -> bool:
        """Whether a reference has moved points, whoever's they were."""
        with self._lock:
            return reference in self._references

    def redeem(self, order: Order) -> tuple[Entry, Decimal]:
        """Moves points out of a purse; the entry and what stays in it.

        Raises:
            Refusal: 818 for too few points; `REPEATED_REFERENCE` for a reference that has moved points before.
        """
        with self._lock:
            if order.reference and order.reference in self._references:
                raise Refusal(REPEATED_REFERENCE)
            key = _key(order.purse)
            left = self._balances.get(key, Decimal(0)) - order.points
            if left < 0:
                raise Refusal(818)
            entry = Entry(
                id=len(self._entries) + 1,
                redemption_id=self._new_id(),
                order=order,
                at=datetime.now(SERVICE_ZONE),
                shows_at=self._clock() + order.shows_after,
            )
            self._balances[key] = left
            self._entries[entry.redemption_id] = entry
            if order.reference:
                self._references.add(order.reference)
            return entry, left

    def reverse(
        self, mobile: str, wanted: Decimal | None, *, redemption_id: str, reference: str
    ) -> tuple[Entry, Reversal]:
        """Gives points of a redemption back.

        Args:
            mobile: the member who redeemed.
            wanted: how many; None for all that have not been given back yet.
            redemption_id: which redemption; or
            reference: the same, by the caller's own reference.

        Raises:
            Refusal: 3803 unknown redemption, 3802 given back already, 3801 more than is left. Nothing moves.
        """
        with self._lock:
            entry = self._find(redemption_id, reference)
            if entry is None or entry.order.mobile != mobile:
                raise Refusal(3803)
            left = entry.order.points - entry.reversed_points
            if left == 0:
                raise Refusal(3802)
            points = left if wanted is None else wanted
            if points > left:
                raise Refusal(3801)
            self._reversals += 1
            reversal = Reversal(self._reversals, points, datetime.now(SERVICE_ZONE))
            entry = replace(entry, reversals=(*entry.reversals, reversal))
            self._entries[entry.redemption_id] = entry
            self._balances[_key(entry.order.purse)] += points
            return entry, reversal

    def entries(self, mobile: str) -> tuple[Entry, ...]:
        """A member's redemptions that look-ups find by now, oldest first."""
        with self._lock:
            now = self._clock()
            return tuple(
                entry for entry in self._entries.values() if entry.order.mobile == mobile and entry.shows_at <= now
            )

    def movements(self) -> tuple[Movement, ...]:
        """Every redemption, oldest first, whether look-ups find it yet or not."""
        with self._lock:
            return tuple(
                Movement(
                    reference=entry.order.reference,
                    mobile=entry.order.mobile,
                    points=entry.order.points,
                    redemption_id=entry.redemption_id,
                    program=entry.order.purse.program,
                    group=entry.order.purse.owner if entry.order.purse.is_group else "",
                    reversed_points=entry.reversed_points,
                )
                for entry in self._entries.values()
            )

    def _find(self, redemption_id: str, reference: str) -> Entry | None:
        if redemption_id:
            return self._entries.get(redemption_id)
        return next((one for one in self._entries.values() if reference and one.order.reference == reference), None)

    def _new_id(self) -> str:
        while True:
            made = "".join(secrets.choice(_ID_ALPHABET) for _ in range(_ID_LENGTH))
            if made not in self._entries:
                return made


def _key(purse: Purse) -> Purse:
    """Points of a group are in no program of their own."""
    return replace(purse, program="") if purse.is_group else purse
