"""Appends a batch to its journal in one statement, and notes when a till was heard of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.head_office import Acknowledgement
from desktop.head_office import alarms, fast_json, records
from desktop.head_office.quick_batch import TEXTS
from desktop.head_office.storing import storable

if TYPE_CHECKING:
    from psycopg import Connection

    from desktop.domain.event_batch import EventBatch
    from desktop.head_office.quick_batch import QuickBatch

_MOST_CLOCK_OFF = 120.0
"""Seconds by which a till's clock may be off before that is noted."""

_IN_TURN = timedelta(minutes=15)
"""How soon a journal must be heard of again to be in use beside another one. A till speaks every five minutes."""


class _Contact(NamedTuple):
    """When a till was last heard of, before the batch at hand. All is None if it never was."""

    journal: str | None = None
    at: datetime | None = None
    clock_off: float | None = None


def append(connection: Connection, till: str, quick: QuickBatch, now: datetime) -> Acknowledgement | None:
    """Takes a batch that follows the newest event of a journal without copies, as almost all do, in one statement.

    The statement takes all or nothing. It locks the journal's row, and PostgreSQL compares the head again under that
    lock. A batch without events, by which a till only says that it is there, changes no journal and locks nothing.

    Returns:
        None if nothing was taken because there is more to decide.

    Raises:
        UniqueViolation, DeadlockDetected: nothing was taken, because a copy of the journal was at work meanwhile.
    """
    batch = quick.header
    values = {
        **_contact(till, batch, quick.end, now),
        "after": batch.after,
        "previous": bytes.fromhex(batch.previous),
    }
    if quick.events:
        values |= {
            "end": quick.end,
            "head": quick.head,
            "events": fast_json.write(quick.events).decode(),
            "attempts": fast_json.write(quick.attempts).decode(),
            "references": [one.reference for one in quick.attempts],
        }
    row = connection.execute(_APPEND if quick.events else _GREET, values).fetchone()
    if row is None:
        return None
    _check_clock(connection, till, batch, now)
    _check_name(connection, till, batch, now, _Contact(*row))
    return Acknowledgement(quick.end, quick.end)


def note_contact(connection: Connection, till: str, batch: EventBatch, last: int, now: datetime) -> None:
    """Writes that a till was heard of, and an alarm if its clock is off or another till has its name.

    Args:
        connection: the database.
        till: the till.
        batch: what it sent.
        last: number up to which everything is there.
        now: this machine's clock.
    """
    row = connection.execute("SELECT journal, contact, clock_off FROM till WHERE name = %s", (till,)).fetchone()
    connection.execute(_CONTACT.format(source="(SELECT) AS once").encode(), _contact(till, batch, last, now))
    _check_clock(connection, till, batch, now)
    _check_name(connection, till, batch, now, _Contact(*row or ()))


def event_insertion(journal: str) -> str:
    """Returns the statement that adds a list of `EventRow` as JSON, given as `%(events)s`, to a journal.

    Args:
        journal: a table in SQL, with the journal's `id`.
    """
    texts = ", ".join(f"one.{name}" for name in TEXTS)
    types = ", ".join(f"{name} text" for name in TEXTS)
    return (
        f"INSERT INTO event (journal, number, received, at, at_text, at_us, {', '.join(TEXTS)}, facts, hash)"  # noqa: S608 - columns of this module
        " SELECT into_journal.id, one.number, %(now)s,"
        " timestamptz 'epoch' + one.at_us * interval '1 microsecond', one.at_text, one.at_us,"
        f" {texts}, decode(one.facts, 'hex'), decode(one.hash, 'hex') FROM {journal} AS into_journal,"
        f" json_to_recordset(%(events)s::json) AS one (number bigint, at_text text, at_us bigint, {types},"
        " facts text, hash text)"
    )


_CONTACT = (
    "INSERT INTO till (name, store, version, contact, clock_off, journal, events, acknowledged)"
    " SELECT %(name)s, %(store)s, %(version)s, %(now)s, %(off)s, %(identity)s, %(known)s, %(last)s FROM {source}"
    " ON CONFLICT (name) DO UPDATE SET store = excluded.store, version = excluded.version,"
    " contact = greatest(till.contact, excluded.contact), clock_off = excluded.clock_off,"
    " journal = excluded.journal, events = excluded.events, acknowledged = excluded.acknowledged"
)
"""Writes when the till was heard of, how far it is, and by how much its clock is off, for each row of a table."""


def _contact(till: str, batch: EventBatch, last: int, now: datetime) -> dict[str, object]:
    return {
        "name": till,
        "store": storable(batch.store),
        "version": storable(batch.version),
        "now": now,
        "off": _clock_off(batch.sent_at, now),
        "identity": batch.journal,
        "known": batch.last,
        "last": min(last, batch.last),
    }


def _check_clock(connection: Connection, till: str, batch: EventBatch, now: datetime) -> None:
    off = _clock_off(batch.sent_at, now)
    if abs(off) > _MOST_CLOCK_OFF:
        alarms.sound(connection, "clock", till, detail=f"its clock is off by {off:.0f} seconds")


def _check_name(connection: Connection, till: str, batch: EventBatch, now: datetime, earlier: _Contact) -> None:
    """Sounds an alarm if two journals are sent under one name in turn.

    A till that gets a new journal never goes back to the one before it. Logins that have a journal each work one after
    the other, so this journal must have grown a short time ago. A batch that was held up on its way proves nothing, so
    the other journal must have been sent after this one grew and before this batch, by the tills' own clocks.
    """
    if not earlier.journal or earlier.journal == batch.journal or earlier.at is None:
        return
    if _clock_off(batch.sent_at, earlier.at) <= (earlier.clock_off or 0.0):
        return
    grew = connection.execute(
        "SELECT 1 FROM event JOIN journal ON journal.id = event.journal WHERE journal.identity = %s"
        " AND event.number = %s AND event.received > %s AND event.at - %s < %s * interval '1 second' LIMIT 1",
        (batch.journal, batch.after, now - _IN_TURN, earlier.at, earlier.clock_off),
    ).fetchone()
    if grew is not None:
        detail = f"two machines or logins have this name: {earlier.journal} and {batch.journal} are sent in turn"
        alarms.sound(connection, "name", till, detail=detail)


def _clock_off(sent_at: str, now: datetime) -> float:
    try:
        at = datetime.fromisoformat(sent_at)
        return 0.0 if at.tzinfo is None else (at - now).total_seconds()
    except (ValueError, OverflowError):
        return 0.0


_FOLLOWS = (
    "identity = %(identity)s AND branch = 0 AND till = %(name)s AND last = %(after)s AND head = %(previous)s"
    " AND NOT EXISTS (SELECT FROM journal AS other WHERE other.identity = %(identity)s AND other.branch > 0)"
)
"""True for the journal's only branch if the batch follows its newest event."""

_BEFORE = "SELECT till.journal, till.contact, till.clock_off FROM {source} LEFT JOIN till ON till.name = %(name)s"
"""Reads, for each row of a table, when the till was heard of before: a statement does not see what it writes."""

_APPEND = (
    "WITH known AS (SELECT id FROM journal WHERE identity = %(identity)s AND branch = 0), appended AS ("  # noqa: S608 - constants
    f" UPDATE journal SET last = %(end)s, head = %(head)s WHERE {_FOLLOWS}"
    f" AND NOT EXISTS (SELECT FROM {records.SHARED.replace('%(journal)s', '(SELECT id FROM known)')}) RETURNING id"
    f"), events AS ({event_insertion('appended')}), attempts AS ({records.insertion('appended')}),"
    f" contact AS ({_CONTACT.format(source='appended')}) {_BEFORE.format(source='appended')}"
).encode()

_GREET = (
    f"WITH there AS (SELECT id FROM journal WHERE {_FOLLOWS}), contact AS ({_CONTACT.format(source='there')})"  # noqa: S608 - constants
    f" {_BEFORE.format(source='there')}"
).encode()
