"""Says how late it surely is by what the journal records, because the clock may be wrong for a while."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.journal_failures import JournalUnusable
from desktop.store.errors import journal_errors
from desktop.store.opening import find_journal, open_reader
from desktop.store.rows import microseconds
from desktop.store.schema import PACKED, version_of
from desktop.store.small_values import EPOCH

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

RUNS_ON = timedelta(days=1)
"""How long a clock must have run on since something was recorded before the time of that counts."""

_TIMEOUT = 1.0
"""Seconds to wait for a lock. What is old can be deleted at the next start as well."""

_NEWEST = "SELECT at_us FROM event WHERE at_us <= ? ORDER BY seq DESC LIMIT 1"


def sure_time(journal: Path, now: datetime) -> datetime | None:
    """Returns the time of the journal's newest event that is at least a day older than the clock.

    By this time the age of what is deleted is judged, because what is deleted cannot be brought back. A clock that is
    far ahead gives its own events wrong times, which do not count until it has gone on for a day. A till that was not
    used for long deletes at the first start that is a day after its next event.

    Args:
        journal: the journal's file.
        now: the clock's time.

    Returns:
        None if there is no such event, or the journal cannot be read now. Then nothing may be deleted.
    """
    try:
        with journal_errors(journal):
            if find_journal(journal) is None:
                return None
            connection, _ = open_reader(journal, _TIMEOUT)
            with closing(connection):
                # An earlier version is about to be converted.
                found = (
                    version_of(connection) >= PACKED
                    and connection.execute(_NEWEST, (microseconds(now - RUNS_ON),)).fetchone()
                )
                return (EPOCH + timedelta(microseconds=found["at_us"])).astimezone(now.tzinfo) if found else None
    except (JournalUnusable, TypeError, OverflowError):
        return None
