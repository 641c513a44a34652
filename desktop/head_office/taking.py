"""Takes a batch of events into the database: all of it once, in one transaction, or nothing.

A journal's events are taken strictly in order, under a lock on the journal's row. So a number is there exactly once,
however often and from wherever it is sent, and the table is the same after any order of arrivals.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from psycopg.errors import DeadlockDetected, UniqueViolation

from desktop.domain import event_batch
from desktop.domain.event_batch import BatchError
from desktop.domain.head_office import Acknowledgement
from desktop.head_office import alarms, appending, fast_json, quick_batch, records
from desktop.head_office.appending import event_insertion, note_contact
from desktop.head_office.quick_batch import EventRow
from desktop.head_office.storing import storable, time_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psycopg import Connection

    from desktop.domain.event_batch import EventBatch, SentEvent

_TRIES = 5

_HELD_UP = timedelta(minutes=5)
"""By how much a till's clock may have been set between two things that it says."""


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


def take_body(connection: Connection, till: str, body: bytes, now: datetime) -> Acknowledgement:
    """Takes a batch as it arrives, checks it, and says up to which number everything is there.

    Args:
        connection: a connection without an open transaction.
        till: the till whose key was used.
        body: what it sent, as JSON.
        now: this machine's clock.

    Raises:
        BatchError: it has another form, or was changed. If it was changed, an alarm stays.
        OtherTillsJournalError: likewise, the journal is another till's.
    """
    if (quick := quick_batch.read(body)) is not None:
        try:
            if (done := appending.append(connection, till, quick, now)) is not None:
                return done
        except (UniqueViolation, DeadlockDetected):
            pass  # A copy of the journal was at work at the same time. Step by step, its rows are seen.
    return take(connection, till, event_batch.read(body), now)


def take(connection: Connection, till: str, batch: EventBatch, now: datetime) -> Acknowledgement:
    """Takes a batch step by step, whatever there is to decide about it.

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
        arrival = _Arrival(till, batch, records.read(batch.events, batch.journal), now)
    except BatchError as error:
        alarms.sound(connection, "changed", till, journal=batch.journal, number=batch.after, detail=str(error))
        raise
    for attempt in range(_TRIES):
        try:
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


def _take(connection: Connection, arrival: _Arrival) -> Acknowledgement:
    batch = arrival.batch
    branches = _lock(connection, arrival.till, batch.journal)
    containing = [one for one in branches if _contains(connection, one, batch.after, bytes.fromhex(batch.previous))]
    if not containing:
        # Events are missing in between, or the two chains parted before the batch. Then go back until they are one.
        last = max(one.last for one in branches)
        resume = last if batch.after > last else (batch.after - 1) // 2
        note_contact(connection, arrival.till, batch, last, arrival.now)
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
        records.store(connection, branch.id, storable(batch.store), found)
        branch.last, branch.head = new[-1].seq, bytes.fromhex(new[-1].hash)
        connection.execute(
            "UPDATE journal SET last = %s, head = %s WHERE id = %s", (branch.last, branch.head, branch.id)
        )
    note_contact(connection, arrival.till, batch, batch.end, arrival.now)
    is_forked = len(branches) > 1 or branch.branch > 0
    if not is_forked and _has_lost_its_end(connection, branch, batch):
        # Under the number at which the chains will part, so that this and the fork are one alarm.
        detail = f"the till knows {batch.last} events of the {branch.last} that are here: an older copy is in use"
        alarms.sound(connection, "fork", branch.till, journal=batch.journal, number=batch.last + 1, detail=detail)
        is_forked = True
    return Acknowledgement(branch.last, batch.end, is_forked)


def _has_lost_its_end(connection: Connection, branch: _Branch, batch: EventBatch) -> bool:
    """True if the till says that its newest event is one that it had left behind when it said so.

    A restored backup does that, until it goes on and the chains part. A batch that was held up on its way is older than
    the events that it lacks, by the till's own clock.
    """
    if batch.last >= branch.last or batch.end < batch.last:
        return False
    row = connection.execute(
        "SELECT at_us FROM event WHERE journal = %s AND number = %s", (branch.id, batch.last + 1)
    ).fetchone()
    try:
        said = datetime.fromisoformat(batch.sent_at)
        return row is not None and said.tzinfo is not None and said - time_of(row[0]) > _HELD_UP
    except (ValueError, OverflowError):
        return False


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
        event_insertion("(SELECT %(journal)s AS id)").encode(),
        {"journal": journal, "now": now, "events": fast_json.write([EventRow.of(one) for one in events]).decode()},
    )
