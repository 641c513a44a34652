"""Sounds alarms, which stay visible until someone closes them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.head_office.storing import storable

if TYPE_CHECKING:
    from psycopg import Connection

KINDS = {
    "fork": "Two copies of one journal",
    "changed": "Events were changed",
    "other_till": "Another till’s journal",
    "name": "Two tills with one name",
    "clock": "The clock is off",
    "unreadable": "An amount cannot be read",
}
"""The kinds of alarms, with their words."""


def sound(connection: Connection, kind: str, till: str, *, detail: str, journal: str = "", number: int = 0) -> None:
    """Adds an alarm, or counts one that is there. One that was closed is open again, and keeps the reason."""
    connection.execute(
        "INSERT INTO alarm (kind, till, journal, number, detail) VALUES (%s, %s, %s, %s, %s)"
        " ON CONFLICT (kind, till, journal, number) DO UPDATE SET last_seen = now(), times = alarm.times + 1,"
        " detail = excluded.detail || coalesce(substring(alarm.detail FROM ' – closed: .*'), ''), closed = NULL",
        (kind, till, journal, number, storable(detail)),
    )


def close(connection: Connection, number: int, reason: str) -> bool:
    """Closes an alarm, and keeps the reason with it. Returns False if it is not open."""
    done = connection.execute(
        "UPDATE alarm SET closed = now(), detail = detail || ' – closed: ' || %s WHERE id = %s AND closed IS NULL",
        (storable(reason), number),
    )
    return done.rowcount == 1
