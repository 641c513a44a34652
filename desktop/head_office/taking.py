"""Takes a batch of events into the database: all of it once, in one transaction, or nothing.

A journal's events are taken strictly in order, under a lock on the journal's row. So a number is there exactly once,
however often and from wherever it is sent, and the table is the same after any order of arrivals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psycopg.errors import DeadlockDetected, UniqueViolation

from desktop.domain.event_batch import BatchError
from desktop.domain.head_office import Acknowledgement
from desktop.head_office import alarms, fast_json, records
from desktop.head_office.storing import storable, time_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from psycopg import Connection

    from desktop.domain.event_batch import EventBatch, SentEvent

_MOST_CLOCK_OFF = 120.0
"""Seconds by which a till's clock may be off before that is noted."""

_TRIES = 5


class OtherTillsJournalError(Exception):
    """The journal belongs to another till than the one whose key was used."""


@dataclass(slots=True)
class _Branch:
    """A row of `journal`."""

    id: int
    branch: int
    parent: int | None
    forked_after: int
    till: str
    last: int
    head: bytes


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A batch that was checked, with what is stored of it."""

    till: str
    batch: EventBatch
    records: records.Records
    now: datetime


def take(connection: Connection, till: str, batch: EventBatch, now: datetime) -> Acknowledgement:
    """Takes a batch, checks it, and says up to which number everything is there.

    Args:
        connection: a connection without an open transaction.
        till: the till whose key was used.
        batch: what it sent.
        now: this machine's clock.

    Raises:
        BatchError: the batch was changed. An alarm stays.
        OtherTillsJournalError: likewise, the journal is another till's.
    """
    try:
        batch.check(fast_json.covered_bytes)
        for event in batch.events:
            time_of(event.at_us)
        arrival = _Arrival(till, batch, records.read(batch.events), now)
    except BatchError as error:
        alarms.sound(connection, "changed", till, journal=batch.journal, number=batch.after, detail=str(error))
        raise
    for attempt in range(_TRIES):
        try:
            if attempt == 0 and (done := _append(connection, arrival)) is not None:
                return done
            with connection.transaction():
                return _take(connection, arrival)
        except (UniqueViolation, DeadlockDetected):
            # Two copies of a journal sent the same redemption at the same time. The second try sees the first's row.
            if attempt == _TRIES - 1:
                raise
        except OtherTillsJournalError as error:
            alarms.sound(connection, "other_till", till, journal=batch.journal, detail=str(error))
            raise
    raise AssertionError


def _append(connection: Connection, arrival: _Arrival) -> Acknowledgement | None:
    """Takes a batch that follows the newest event of a journal without copies, as almost all do, in one statement.

    The statement takes all or nothing. It locks the journal's row, and PostgreSQL compares the head again under that
    lock.

    Returns:
        None if nothing was taken because there is more to decide.
    """
    batch, found = arrival.batch, arrival.records
    if found.reversals or not batch.events:
        return None
    row = connection.execute(
        _APPEND,
        {
            **_contact(arrival, batch.end),
            "after": batch.after,
            "previous": bytes.fromhex(batch.previous),
            "end": batch.end,
            "head": bytes.fromhex(batch.events[-1].hash),
            "events": _as_json(batch.events),
            "attempts": records.as_json(found.attempts, batch.journal),
            "references": [one.reference for one in found.attempts],
        },
    ).fetchone()
    if row is None:
        return None
    _check_clock(connection, arrival)
    return Acknowledgement(batch.end, batch.end)


def _take(connection: Connection, arrival: _Arrival) -> Acknowledgement:
    batch = arrival.batch
    branches = _lock(connection, arrival.till, batch.journal)
    containing = [one for one in branches if _contains(connection, one, batch.after, bytes.fromhex(batch.previous))]
    if not containing:
        # Events are missing in between, or the two chains parted before the batch. Then go back until they are one.
        last = max(one.last for one in branches)
        resume = last if batch.after > last else (batch.after - 1) // 2
        _note_contact(connection, arrival, last)
        return Acknowledgement(last, max(resume, 0), len(branches) > 1)
    branch, agreed = max(
        ((one, _agreeing(connection, one, batch.events)) for one in containing), key=lambda found: found[1]
    )
    new = batch.events[agreed:]
    if new and branch.last >= new[0].seq:
        branch = _fork(connection, branches, branch, new[0], batch)
    if new:
        _insert(connection, branch.id, new, arrival.now)
        found = arrival.records.of_events(event.seq for event in new)
        records.store(connection, branch.id, batch.journal, storable(batch.store), found)
        branch.last, branch.head = new[-1].seq, bytes.fromhex(new[-1].hash)
        connection.execute(
            "UPDATE journal SET last = %s, head = %s WHERE id = %s", (branch.last, branch.head, branch.id)
        )
    _note_contact(connection, arrival, batch.end)
    return Acknowledgement(branch.last, batch.end, len(branches) > 1 or branch.branch > 0)


def _lock(connection: Connection, till: str, identity: str) -> list[_Branch]:
    """Returns the branches of a journal, which no other transaction changes until this one ends.

    Raises:
        OtherTillsJournalError: it belongs to another till.
    """
    rows = _select(connection, identity)
    if not rows:
        connection.execute(
            "INSERT INTO journal (identity, till, head) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            (identity, till, bytes(32)),
        )
        rows = _select(connection, identity)
    for one in rows:
        if one.till != till:
            raise OtherTillsJournalError(f"it belongs to {one.till}")
    return rows


def _select(connection: Connection, identity: str) -> list[_Branch]:
    # The first branch is always there. The holder of its lock may add another one.
    connection.execute("SELECT 1 FROM journal WHERE identity = %s AND branch = 0 FOR UPDATE", (identity,))
    rows = connection.execute(
        "SELECT id, branch, parent, forked_after, till, last, head FROM journal WHERE identity = %s ORDER BY branch"
        " FOR UPDATE",
        (identity,),
    ).fetchall()
    return [_Branch(*row) for row in rows]


def _contains(connection: Connection, branch: _Branch, number: int, hash: bytes) -> bool:  # noqa: A002 - the column's name
    """True if an event with this number and hash is in the branch, so that what follows it can be compared."""
    if number == 0:
        return True
    if number >= branch.last:
        return number == branch.last and hash == branch.head
    return _hashes(connection, branch.id, number, number).get(number) == hash


def _agreeing(connection: Connection, branch: _Branch, events: Sequence[SentEvent]) -> int:
    """Returns how many of the first events are in the branch already."""
    if not events or events[0].seq > branch.last:
        return 0
    known = _hashes(connection, branch.id, events[0].seq, events[-1].seq)
    agreed = 0
    for event in events:
        if known.get(event.seq) != bytes.fromhex(event.hash):
            break
        agreed += 1
    return agreed


def _hashes(connection: Connection, branch: int, first: int, last: int) -> dict[int, bytes]:
    """Returns the hashes of some events of a branch, and of those that it shares with its parents."""
    return dict(
        connection.execute(
            "WITH RECURSIVE line (id, upto) AS ("
            " SELECT id, last FROM journal WHERE id = %(branch)s"
            " UNION ALL SELECT parent.id, least(line.upto, child.forked_after) FROM line"
            " JOIN journal AS child ON child.id = line.id JOIN journal AS parent ON parent.id = child.parent)"
            " SELECT event.number, event.hash FROM line JOIN event ON event.journal = line.id"
            " AND event.number <= line.upto WHERE event.number BETWEEN %(first)s AND %(last)s",
            {"branch": branch, "first": first, "last": last},
        ).fetchall()
    )


def _fork(
    connection: Connection, branches: list[_Branch], parent: _Branch, event: SentEvent, batch: EventBatch
) -> _Branch:
    """Begins another branch: the same number has another hash, so two copies of the journal have gone on."""
    number = branches[-1].branch + 1
    row = connection.execute(
        "INSERT INTO journal (identity, branch, parent, forked_after, till, last, head)"
        " VALUES (%(identity)s, %(branch)s, %(parent)s, %(after)s, %(till)s, %(after)s, %(none)s) RETURNING id",
        {
            "identity": batch.journal,
            "branch": number,
            "parent": parent.id,
            "after": event.seq - 1,
            "till": parent.till,
            "none": bytes(32),
        },
    ).fetchone()
    assert row is not None  # noqa: S101 - RETURNING returns the row
    detail = f"event {event.seq} is there twice: two copies of this journal have gone on"
    alarms.sound(connection, "fork", parent.till, journal=batch.journal, number=event.seq, detail=detail)
    return _Branch(row[0], number, parent.id, event.seq - 1, parent.till, event.seq - 1, b"")


def _insert(connection: Connection, journal: int, events: Sequence[SentEvent], now: datetime) -> None:
    # The lock on the journal's row keeps every other transaction away from these numbers.
    connection.execute(
        _insertion("(SELECT %(journal)s AS id)").encode(),
        {"journal": journal, "now": now, "events": _as_json(events)},
    )


_TEXTS = ("what", "till", "cashier", "reference", "request_id", "detail")


def _insertion(journal: str) -> str:
    """Returns the statement that adds the events of `_as_json` to a journal, given as a table in SQL with its `id`."""
    texts = ", ".join(f"one.{name}" for name in _TEXTS)
    types = ", ".join(f"{name} text" for name in _TEXTS)
    return (
        f"INSERT INTO event (journal, number, received, at, at_text, at_us, {', '.join(_TEXTS)}, facts, hash)"  # noqa: S608 - columns of this module
        " SELECT into_journal.id, one.number, %(now)s,"
        " timestamptz 'epoch' + one.at_us * interval '1 microsecond', one.at_text, one.at_us,"
        f" {texts}, decode(one.facts, 'hex'), decode(one.hash, 'hex') FROM {journal} AS into_journal,"
        f" json_to_recordset(%(events)s::json) AS one (number bigint, at_text text, at_us bigint, {types},"
        " facts text, hash text)"
    )


def _as_json(events: Sequence[SentEvent]) -> str:
    """Returns events as one JSON text, which takes a fraction of the time of a dozen arrays."""
    return fast_json.write(
        [
            {
                "number": event.seq,
                "at_text": storable(event.at),
                "at_us": event.at_us,
                "what": storable(event.what),
                "till": storable(event.till),
                "cashier": storable(event.cashier),
                "reference": storable(event.reference),
                "request_id": storable(event.request_id),
                "detail": storable(event.detail),
                "facts": event.facts,
                "hash": event.hash,
            }
            for event in events
        ]
    ).decode()


_CONTACT = (
    "INSERT INTO till (name, store, version, contact, clock_off, journal, events, acknowledged)"
    " SELECT %(name)s, %(store)s, %(version)s, %(now)s, %(off)s, %(identity)s, %(known)s, %(last)s FROM {source}"
    " ON CONFLICT (name) DO UPDATE SET store = excluded.store, version = excluded.version,"
    " contact = greatest(till.contact, excluded.contact), clock_off = excluded.clock_off,"
    " journal = excluded.journal, events = excluded.events, acknowledged = excluded.acknowledged"
)
"""Writes when the till was heard of, how far it is, and by how much its clock is off, for each row of a table."""


def _contact(arrival: _Arrival, last: int) -> dict[str, object]:
    batch = arrival.batch
    return {
        "name": arrival.till,
        "store": storable(batch.store),
        "version": storable(batch.version),
        "now": arrival.now,
        "off": _clock_off(batch.sent_at, arrival.now),
        "identity": batch.journal,
        "known": batch.last,
        "last": min(last, batch.last),
    }


def _note_contact(connection: Connection, arrival: _Arrival, last: int) -> None:
    connection.execute(_CONTACT.format(source="(SELECT) AS once").encode(), _contact(arrival, last))
    _check_clock(connection, arrival)


def _check_clock(connection: Connection, arrival: _Arrival) -> None:
    off = _clock_off(arrival.batch.sent_at, arrival.now)
    if abs(off) > _MOST_CLOCK_OFF:
        alarms.sound(connection, "clock", arrival.till, detail=f"its clock is off by {off:.0f} seconds")


def _clock_off(sent_at: str, now: datetime) -> float:
    from datetime import datetime as time

    try:
        at = time.fromisoformat(sent_at)
        return 0.0 if at.tzinfo is None else (at - now).total_seconds()
    except (ValueError, OverflowError):
        return 0.0


_APPEND = (
    "WITH known AS (SELECT id FROM journal WHERE identity = %(identity)s AND branch = 0), appended AS ("  # noqa: S608 - constants
    " UPDATE journal SET last = %(end)s, head = %(head)s WHERE identity = %(identity)s AND branch = 0"
    " AND till = %(name)s AND last = %(after)s AND head = %(previous)s"
    " AND NOT EXISTS (SELECT FROM journal AS other WHERE other.identity = %(identity)s AND other.branch > 0)"
    f" AND NOT EXISTS (SELECT FROM {records.SHARED.replace('%(journal)s', '(SELECT id FROM known)')}) RETURNING id"
    f"), events AS ({_insertion('appended')}), attempts AS ({records.insertion('appended', 'true')}),"
    f" contact AS ({_CONTACT.format(source='appended')})"
    " SELECT id FROM appended"
).encode()
