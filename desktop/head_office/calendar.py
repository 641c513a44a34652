"""Says which day it is for the people at head office. A redemption's own day is that of its till."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a time zone.

    Attributes:
        zone: the time zone; None for this machine's own.
    """

    zone: ZoneInfo | None = None

    @classmethod
    def of(cls, name: str) -> Self:
        """Reads the name of a time zone; empty for this machine's own.

        Raises:
            ValueError: there is no such zone.
        """
        try:
            return cls(ZoneInfo(name) if name else None)
        except (KeyError, ValueError, OSError):
            raise ValueError(f"there is no time zone “{name}”; one is Asia/Kolkata") from None

    @property
    def today(self) -> date:
        """The day that it is."""
        return self._now().date()

    @property
    def yesterday(self) -> date:
        """The last day that is over."""
        return self.today - timedelta(days=1)

    @property
    def name(self) -> str:
        """The zone's name, for people."""
        return self.zone.key if self.zone else f"the server’s time zone, {self._now().tzname()}"

    def _now(self) -> datetime:
        return datetime.now(UTC).astimezone(self.zone)
