"""Sums up one day: what was redeemed, given back, refused and is not known yet, by cashier and by program."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from desktop.domain.points import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

REDEEMED, GIVEN_BACK, REFUSED, UNKNOWN = "redeemed", "given_back", "refused", "unknown"
KINDS = (REDEEMED, GIVEN_BACK, REFUSED, UNKNOWN)
"""The figures of a report, in their order."""

_DIGITS = 60
"""Enough for an exact sum of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """One thing that happened on a day, with what it adds to the figures.

    Attributes:
        kind: one of `KINDS`.
        cashier: who did it; may be empty.
        program: the program's id; empty for the default one.
        points: what the service moved, or else what was asked for.
        value: what that is worth at the counter; None if the service did not say.
        reference: of the redemption.
        bill: its bill; may be empty.
        gives_back: True if points are given back. `UNKNOWN` and `REFUSED` then say so of giving them back.
        is_over: True if it was `UNKNOWN` when its day was closed, and was sent again on a later day, whose figures have
            it now. It is open no longer.
    """

    kind: str
    cashier: str
    program: str
    points: Decimal
    value: Decimal | None = None
    reference: str = ""
    bill: str = ""
    gives_back: bool = False
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """How many, of how many points, worth how much as far as the service said so. The sums are exact."""

    count: int = 0
    points: Decimal = Decimal(0)
    value: Decimal = Decimal(0)

    def plus(self, entry: DayEntry) -> Figures:
        """Returns the figures with one more entry."""
        with localcontext(prec=_DIGITS):
            return Figures(self.count + 1, self.points + entry.points, self.value + (entry.value or Decimal(0)))

    def as_record(self) -> dict[str, object]:
        """Returns the figures for other programs."""
        return {"count": self.count, "points": plain(self.points), "value": plain(self.value)}


@dataclass(frozen=True, slots=True)
class Sums:
    """The figures of each kind."""

    redeemed: Figures = Figures()
    given_back: Figures = Figures()
    refused: Figures = Figures()
    unknown: Figures = Figures()

    @classmethod
    def of(cls, entries: Iterable[DayEntry]) -> Sums:
        """Returns the sums of some entries."""
        found = dict.fromkeys(KINDS, Figures())
        for entry in entries:
            found[entry.kind] = found[entry.kind].plus(entry)
        return cls(**found)

    @property
    def net_points(self) -> Decimal:
        """What was redeemed, less what was given back."""
        with localcontext(prec=_DIGITS):
            return self.redeemed.points - self.given_back.points

    def as_record(self) -> dict[str, object]:
        """Returns the sums for other programs."""
        figures = {kind: getattr(self, kind).as_record() for kind in KINDS}
        return {**figures, "net_points": plain(self.net_points)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainEnd:
    """The events of a day.

    Attributes:
        first: the number of the first one; None if there is none.
        last: the number of the last one.
        head: the hash of the last one, or of the journal's newest event if the day has none.
    """

    first: int | None = None
    last: int | None = None
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The closing of a day.

    Attributes:
        day: the day that was closed.
        at: when.
        cashier: who closed it; may be empty.
        seq: the number of the event.
    """

    day: date
    at: datetime
    cashier: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledLater:
    """An attempt or a reversal of another day whose outcome became known on this day, or after its day was closed.

    The other day is an earlier one, or one that the clock made up while it was ahead.

    Attributes:
        day: its day.
        entry: the attempt or the reversal as it is now. If the attempt was sent again since, it is as it was before.
    """

    day: date
    entry: DayEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """The report of one day.

    Attributes:
        day: the local day.
        entries: everything that counts.
        events: the day's part of the chain.
        closing: when the day was closed; None if it is open.
        since_closing: attempts and reversals of this day that were made, or whose outcome became known, after it was
            closed. The figures have them, so they differ from a report that was printed at the closing.
        settled_later: attempts and reversals of other days that were settled since.
        open_before: attempts of earlier days whose outcome is still unknown.
        open_reversals: reversals of this day and of earlier ones whose outcome is still unknown. No figure has them,
            because they may or may not take off points, and `UNKNOWN` counts what may have been redeemed.
    """

    day: date
    entries: tuple[DayEntry, ...] = field(default=(), repr=False)
    events: ChainEnd = ChainEnd()
    closing: Closing | None = None
    since_closing: tuple[DayEntry, ...] = ()
    settled_later: tuple[SettledLater, ...] = ()
    open_before: tuple[DayEntry, ...] = ()
    open_reversals: tuple[DayEntry, ...] = ()

    @property
    def sums(self) -> Sums:
        """The sums of the day."""
        return Sums.of(self.entries)

    @property
    def by_cashier(self) -> dict[str, Sums]:
        """The sums of each cashier, by name."""
        return {name: Sums.of(one for one in self.entries if one.cashier == name) for name in self._names("cashier")}

    @property
    def by_program(self) -> dict[str, Sums]:
        """The sums of each program, by id."""
        return {name: Sums.of(one for one in self.entries if one.program == name) for name in self._names("program")}

    @property
    def still_open(self) -> tuple[DayEntry, ...]:
        """Attempts and reversals of this day and of earlier ones whose outcome is unknown."""
        of_this_day = (one for one in self.entries if one.kind == UNKNOWN and not one.is_over)
        return (*self.open_before, *of_this_day, *self.open_reversals)

    def as_record(self) -> dict[str, object]:
        """Returns the report for other programs, with the fields of the contract."""
        return {
            "date": self.day.isoformat(),
            **self.sums.as_record(),
            "by_cashier": [{"cashier": name, **sums.as_record()} for name, sums in self.by_cashier.items()],
            "by_program": [{"program": name, **sums.as_record()} for name, sums in self.by_program.items()],
            "events": {"first": self.events.first, "last": self.events.last, "head": self.events.head},
        }

    def _names(self, what: str) -> list[str]:
        return sorted({str(getattr(one, what)) for one in self.entries})
