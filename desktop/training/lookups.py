"""Filters, sorts and pages the redemptions that customer/redemptions returns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.training.bodies import UnreadableRequest
from desktop.training.ledger import SERVICE_ZONE
from desktop.training.members import DEFAULT_PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.training.ledger import LedgerEntry

DEFAULT_LIMIT = 10
MAX_LIMIT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class RedemptionQuery:
    """One query for a member's redemptions.

    Attributes:
        reference: only redemptions with this `external_reference_number`; empty for all.
        all_programs: `mlp=true`; without it, only the default program's redemptions are seen.
        program_id: only redemptions of this program; empty for all.
        since: the earliest time.
        until: the first time that is too late.
        limit: `points_limit`, 500 at most. It counts only without `type` (/reference/get-customer-redemptions).
        offset: `points_offset`: how many of the newest to leave out.
        oldest_first: `order=asc`.
        points: True if `type` includes redemptions of points.
    """

    reference: str = ""
    all_programs: bool = False
    program_id: str = ""
    since: datetime | None = None
    until: datetime | None = None
    limit: int = DEFAULT_LIMIT
    offset: int = 0
    oldest_first: bool = False
    points: bool = True

    @classmethod
    def read(cls, query: Mapping[str, str], *, ignore_reference: bool = False) -> RedemptionQuery:
        """Reads a query.

        Raises:
            UnreadableRequest: if a date or a number is not valid.
        """
        limit = DEFAULT_LIMIT if "type" in query else _count(query.get("points_limit", ""), DEFAULT_LIMIT)
        return cls(
            reference="" if ignore_reference else query.get("external_reference_number", ""),
            all_programs=query.get("mlp", "").casefold() == "true",
            program_id=query.get("program_id", ""),
            since=_date(query.get("start_date", "")),
            until=_date(query.get("end_date", ""), day_after=True),
            limit=min(limit, MAX_LIMIT),
            offset=_count(query.get("points_offset", ""), 0),
            oldest_first=query.get("order", "").casefold() == "asc",
            points=query.get("type", "").upper() in {"", "POINTS", "BOTH"},
        )

    def matching(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """All entries that the query is about, in their order."""
        return [entry for entry in entries if self._wants(entry)]

    def page(self, entries: Iterable[LedgerEntry]) -> list[LedgerEntry]:
        """The requested page; newest first unless the query says otherwise."""
        wanted = sorted(self.matching(entries), key=lambda entry: entry.id, reverse=not self.oldest_first)
        return wanted[self.offset : self.offset + self.limit]

    def _wants(self, entry: LedgerEntry) -> bool:
        program = entry.order.purse.program
        return (
            self.points
            and self.reference in {"", entry.order.reference}
            and (self.all_programs or self.program_id != "" or program == DEFAULT_PROGRAM)
            and self.program_id in {"", program}
            and (self.since is None or entry.at >= self.since)
            and (self.until is None or entry.at < self.until)
        )


def _count(text: str, default: int) -> int:
    if not text:
        return default
    if not (text.isascii() and text.isdigit()):
        raise UnreadableRequest("Limits must be whole numbers")
    return int(text)


def _date(text: str, *, day_after: bool = False) -> datetime | None:
    """Parses a day, or a day with a time. `end_date` includes the day or second that it names."""
    if not text:
        return None
    try:
        read = datetime.fromisoformat(text).replace(tzinfo=SERVICE_ZONE)
    except ValueError:
        raise UnreadableRequest("Dates must be YYYY-MM-DD") from None
    if not day_after:
        return read
    return read + (timedelta(seconds=1) if ":" in text else timedelta(days=1))
