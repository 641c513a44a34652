"""Owns how the practice service filters, sorts and cuts the redemptions that customer/redemptions answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.training.bodies import UnreadableRequest
from desktop.training.ledger import SERVICE_ZONE
from desktop.training.members import DEFAULT_PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.training.ledger import Entry

DEFAULT_LIMIT = 10
MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """One question after a member's redemptions.

    Attributes:
        reference: only those with this `external_reference_number`; empty for all.
        all_programs: `mlp=true`; without it only the default program's are seen.
        program_id: only this program's; empty for all.
        since: not before.
        until: before.
        limit: `points_limit`, 500 at most.
        offset: `points_offset`: how many of the newest to leave out.
        oldest_first: `order=asc`.
        points: whether redemptions of points are asked for at all (`type`).
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
    def read(cls, query: Mapping[str, str], *, ignore_reference: bool = False) -> Lookup:
        """Reads a query.

        Raises:
            UnreadableRequest: for dates or numbers that are none.
        """
        limit = _count(query.get("points_limit", ""), DEFAULT_LIMIT)
        return cls(
            reference="" if ignore_reference else query.get("external_reference_number", ""),
            all_programs=query.get("mlp", "").casefold() == "true",
            program_id=query.get("program_id", ""),
            since=_date(query.get("start_date", "")),
            until=_date(query.get("end_date", ""), day_after=True),
            limit=min(limit, MOST_AT_ONCE),
            offset=_count(query.get("points_offset", ""), 0),
            oldest_first=query.get("order", "").casefold() == "asc",
            points=query.get("type", "").upper() in {"", "POINTS", "BOTH"},
        )

    def page(self, entries: Iterable[Entry]) -> list[Entry]:
        """The page of them that is asked for; newest first unless said otherwise."""
        wanted = sorted(filter(self._wants, entries), key=lambda entry: entry.id, reverse=not self.oldest_first)
        return wanted[self.offset : self.offset + self.limit]

    def _wants(self, entry: Entry) -> bool:
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
        raise UnreadableRequest("Limits are whole numbers")
    return int(text)


def _date(text: str, *, day_after: bool = False) -> datetime | None:
    """A day, or a day and a time; `end_date` includes the day or second that it names."""
    if not text:
        return None
    try:
        read = datetime.fromisoformat(text).replace(tzinfo=SERVICE_ZONE)
    except ValueError:
        raise UnreadableRequest("Dates are YYYY-MM-DD") from None
    if not day_after:
        return read
    return read + (timedelta(seconds=1) if ":" in text else timedelta(days=1))
