"""Keeps the books of the practice service: balances and redemptions. A reference moves points only once."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.training.refusals import REPEATED_REFERENCE, CallRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.training.members import Account, Group

SERVICE_ZONE = timezone(timedelta(hours=5, minutes=30))
"""The zone of the service's times, which no answer states. A till must not compare them with its own clock."""

_ID_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"
_ID_LENGTH = 6


@dataclass(frozen=True, slots=True)
class Purse:
    """A place where points are kept: a member's holding in a program, or a group's shared points.

    Attributes:
        owner: the member's mobile number, or the group's id.
        program: the program's id.
        is_group: True if a group owns the points.
    """

    owner: str = field(repr=False)
    program: str
    is_group: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One redemption that really happened, for tests and for the training window.

    Attributes:
        reference: `external_reference_number`; empty if the request had none.
        mobile: the member who redeemed.
        points: the points that left the purse.
        redemption_id: the service's own id.
        program: the program's id.
        group: the group's id if the points were the group's, else empty.
        reversed_points: the points that were given back later.
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
    """Points that were given back.

    Attributes:
        expired: the part that had expired and did not come back.
        shows_at: the clock's time from which look-ups show it.
    """

    id: int
    points: Decimal
    at: datetime
    expired: Decimal = Decimal(0)
    shows_at: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One redemption to enter in the books, after every other check."""

    mobile: str = field(repr=False)
    purse: Purse
    points: Decimal
    reference: str = ""
    bill: str = ""
    notes: str = ""
    code: str = field(default="", repr=False)
    shows_after: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """A redemption in the books.

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
        """The points that were given back."""
        return sum((one.points for one in self.reversals), Decimal(0))

    @property
    def expired_points(self) -> Decimal:
        """The points that were given back and had expired."""
        return sum((one.expired for one in self.reversals), Decimal(0))

    def as_of(self, now: float) -> LedgerEntry:
        """The entry as look-ups show it at a time of the clock."""
        return replace(self, reversals=tuple(one for one in self.reversals if one.shows_at <= now))


class Ledger:
    """Balances and redemptions. Thread-safe: each change is atomic.

    Args:
        accounts: the members with their initial balances.
        groups: the groups with their initial balances.
        clock: a monotonic clock, in seconds.
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
        self._entries: dict[str, LedgerEntry] = {}
        self._references: set[str] = set()
        self._reversals = 0
        self.reset()

    def reset(self) -> None:
        """Restores the initial state."""
        with self._lock:
            self._balances = dict(self._start)
            self._balances.update({Purse(id_, "", is_group=True): held for id_, held in self._group_start.items()})
            self._entries.clear()
            self._references.clear()
            self._reversals = 0

    def balance(self, purse: Purse) -> Decimal:
        """The current balance of a purse; 0 if the purse does not exist."""
        with self._lock:
            return self._balances.get(_key(purse), Decimal(0))

    def knows(self, reference: str) -> bool:
        """True if a redemption of any member has used this reference."""
        with self._lock:
            return reference in self._references

    def redeem(self, order: Order) -> tuple[LedgerEntry, Decimal]:
        """Moves points out of a purse. Returns the entry and the new balance.

        Raises:
            CallRefused: 818 if there are too few points; `REPEATED_REFERENCE` if the reference has moved points before.
        """
        with self._lock:
            if order.reference and order.reference in self._references:
                raise CallRefused(REPEATED_REFERENCE)
            key = _key(order.purse)
            left = self._balances.get(key, Decimal(0)) - order.points
            if left < 0:
                raise CallRefused(818)
            entry = LedgerEntry(
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
        self,
        mobile: str,
        wanted: Decimal | None,
        *,
        redemption_id: str,
        reference: str,
        expires: Decimal = Decimal(0),
        shows_after: float = 0.0,
    ) -> tuple[LedgerEntry, Reversal]:
        """Gives points of a redemption back.

        Args:
            mobile: the member who redeemed.
            wanted: how many points; None for all that have not been given back yet.
            redemption_id: the redemption's id, or
            reference: the caller's own reference for it.
            expires: how many points of each redemption have expired since. They are the first to be given back, and the
                member does not get them.
            shows_after: seconds until look-ups show it.

        Raises:
            CallRefused: 3803 if the redemption is unknown, 3802 if it was given back already, 3801 if fewer points are
                left. Nothing moves then.
        """
        with self._lock:
            entry = self._find(redemption_id, reference)
            if entry is None or entry.order.mobile != mobile:
                raise CallRefused(3803)
            left = entry.order.points - entry.reversed_points
            if left == 0:
                raise CallRefused(3802)
            points = left if wanted is None else wanted
            if points > left:
                raise CallRefused(3801)
            self._reversals += 1
            gone = max(min(points, expires - entry.expired_points), Decimal(0))
            shows_at = self._clock() + shows_after
            reversal = Reversal(self._reversals, points, datetime.now(SERVICE_ZONE), gone, shows_at)
            entry = replace(entry, reversals=(*entry.reversals, reversal))
            self._entries[entry.redemption_id] = entry
            self._balances[_key(entry.order.purse)] += points - gone
            return entry, reversal

    def attach_bill(self, mobile: str, bill: str, *, redemption_id: str, reference: str) -> LedgerEntry:
        """Attaches a bill number to a redemption, in place of an earlier one.

        Raises:
            CallRefused: 750 if the redemption is unknown.
        """
        with self._lock:
            entry = self._find(redemption_id, reference)
            if entry is None or entry.order.mobile != mobile:
                raise CallRefused(750)
            entry = replace(entry, order=replace(entry.order, bill=bill))
            self._entries[entry.redemption_id] = entry
            return entry

    def entries(self, mobile: str) -> tuple[LedgerEntry, ...]:
        """A member's redemptions that look-ups already find, oldest first."""
        with self._lock:
            now = self._clock()
            return tuple(
                entry.as_of(now)
                for entry in self._entries.values()
                if entry.order.mobile == mobile and entry.shows_at <= now
            )

    def all_entries(self) -> tuple[LedgerEntry, ...]:
        """The redemptions of all members that look-ups already find, oldest first."""
        with self._lock:
            now = self._clock()
            return tuple(entry.as_of(now) for entry in self._entries.values() if entry.shows_at <= now)

    def movements(self) -> tuple[Movement, ...]:
        """Every redemption, oldest first, including those that look-ups do not find yet."""
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

    def _find(self, redemption_id: str, reference: str) -> LedgerEntry | None:
        if redemption_id:
            return self._entries.get(redemption_id)
        return next((one for one in self._entries.values() if reference and one.order.reference == reference), None)

    def _new_id(self) -> str:
        while True:
            made = "".join(secrets.choice(_ID_ALPHABET) for _ in range(_ID_LENGTH))
            if made not in self._entries:
                return made


def _key(purse: Purse) -> Purse:
    """A group's points are not split by program."""
    return replace(purse, program="") if purse.is_group else purse
