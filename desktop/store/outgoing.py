"""Reads what a till sends to head office from the journal, and remembers how far head office has confirmed it."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.event_batch import EventBatch, SentEvent, SentRecord
from desktop.domain.event_hashes import facts_digest
from desktop.domain.failures import JournalUnusable
from desktop.domain.head_office import SendingProblem, SendingStatus, member_digest
from desktop.domain.member import IdentifierKind
from desktop.private_files import write_atomically
from desktop.store import chain, event_rows, ownership, packing, reversals, schema
from desktop.store.errors import DamagedRowError, expect, journal_errors
from desktop.store.opening import find_journal, open_reader
from desktop.store.rows import as_dict
from desktop.store.words import Words

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path
    from typing import Any

_LARGEST_BATCH = 2_000_000
"""Characters of the texts in one batch, about. Head office accepts several times as much."""

_TIMEOUT = 5.0
_PROBLEMS = {problem.value: problem for problem in SendingProblem}


class Outbox:
    """What a journal has for head office. It only reads, with a connection of its own for each batch.

    A reader of SQLite's WAL never makes the writer wait, so a cashier notices nothing. The file beside the journal only
    says where to begin and what to show: what counts is head office's answer.
    """

    def __init__(self, journal: Path, state: Path, *, digest_key: bytes, with_numbers: bool = False) -> None:
        """Reads nothing yet.

        Args:
            journal: the journal. It need not exist yet.
            state: the file that remembers how far head office is.
            digest_key: the key for the digests of members.
            with_numbers: True to send mobile numbers in full, which only the policy allows.
        """
        self._journal = journal
        self._state = state
        self._digest_key = digest_key
        self._with_numbers = with_numbers
        self._words = Words()

    def batch(self, after: int | None, limit: int) -> EventBatch | None:
        """Returns the events after a number, oldest first, or None if there is no journal yet.

        Args:
            after: the number; None for the newest event, so that the batch is empty and only says how far the till is.
            limit: events in the batch. Fewer are returned if they have very long texts.

        Raises:
            JournalUnusable: the journal cannot be read, or an event does not fit its predecessor.
        """
        with journal_errors(self._journal):
            if find_journal(self._journal) is None:
                return None
            connection, _ = open_reader(self._journal, _TIMEOUT)
            with closing(connection):
                if schema.version_of(connection) < schema.PACKED:
                    # The till is about to convert it.
                    return None
                connection.execute("BEGIN")
                return self._read(connection, after, limit)

    def status(self) -> SendingStatus:
        """Returns how far head office was when it last answered. Events are those of now."""
        known = _read_state(self._state)
        events = 0
        identity = ""
        try:
            with journal_errors(self._journal):
                if find_journal(self._journal) is not None:
                    connection, _ = open_reader(self._journal, _TIMEOUT)
                    with closing(connection):
                        if schema.version_of(connection) >= schema.PACKED:
                            events = chain.tail(connection).seq
                            identity = ownership.identity_of(connection)
        except JournalUnusable:
            return SendingStatus(contact=_contact(known), problem=SendingProblem.JOURNAL)
        acknowledged = known.get("acknowledged", 0) if known.get("journal") == identity else 0
        return SendingStatus(
            acknowledged=min(acknowledged, events) if isinstance(acknowledged, int) else 0,
            events=events,
            contact=_contact(known),
            problem=_PROBLEMS.get(str(known.get("problem"))),
            forked=known.get("forked") is True,
        )

    def remember(self, journal: str, status: SendingStatus) -> None:
        """Writes how far head office is.

        Raises:
            OSError: the disk does not accept it. Nothing is lost, because head office knows.
        """
        write_atomically(
            self._state,
            json.dumps(
                {
                    "journal": journal,
                    "acknowledged": status.acknowledged,
                    "contact": None if status.contact is None else status.contact.isoformat(timespec="seconds"),
                    "problem": None if status.problem is None else status.problem.value,
                    "forked": status.forked,
                }
            ).encode(),
        )

    def _read(self, connection: sqlite3.Connection, after: int | None, limit: int) -> EventBatch:
        tail = chain.tail(connection)
        identity = ownership.identity_of(connection)
        if after is None or after >= tail.seq:
            # A till that has sent everything asks every few seconds, so it reads no event for that.
            return EventBatch(identity, tail.seq, tail.hash.hex(), (), tail.seq)
        known, previous = 0, chain.START
        row = connection.execute(
            "SELECT seq, hash FROM checkpoint WHERE seq <= ? ORDER BY seq DESC LIMIT 1", (after,)
        ).fetchone()
        if row is not None:
            known, previous = row
            expect(isinstance(previous, bytes), f"the hash of event {known} is missing")
        before = previous if known == after else b""
        events: list[SentEvent] = []
        room = _LARGEST_BATCH
        rows = connection.execute(
            f"{event_rows.SELECT} WHERE event.seq > ? AND event.seq <= ? ORDER BY event.seq", (known, after + limit)
        )
        for packed in rows:
            event = event_rows.unpack(packed, self._words, connection)
            seq, facts, mark = packed["seq"], packed["facts"] or b"", packed["mark"]
            known += 1
            expect(seq == known, f"event {known} is missing")
            previous = chain.hash_of(previous, seq, event, facts)
            expect(previous[: chain.MARK_BYTES] == mark, f"event {seq} was changed")
            if seq == after:
                before = previous
            if seq <= after:
                continue
            record = self._record(connection, packed)
            room -= sum(map(len, (event.detail, event.reference, event.request_id))) + 200
            room -= 0 if record is None else sum(len(str(one)) for one in record.columns.values()) + 500
            if room < 0 and events:
                break
            events.append(SentEvent(seq, *event, facts.hex(), previous.hex(), record))
        return EventBatch(
            journal=identity,
            after=after,
            previous=before.hex(),
            events=tuple(events),
            last=tail.seq,
        )

    def _record(self, connection: sqlite3.Connection, packed: sqlite3.Row) -> SentRecord | None:
        """Returns the attempt or reversal of an event, if this is the newest event about it."""
        if not packed["facts"]:
            return None
        if event_rows.name_of(packed["what"]).startswith(event_rows.REVERSAL):
            return self._reversal(connection, packed)
        seq = packed["seq"]
        is_first = packed["what"] in event_rows.FIRST_NUMBERS
        first = seq if is_first else packed["attempt"]
        if first is None:
            return None
        (newest,) = connection.execute(
            "SELECT max(seq) FROM event WHERE attempt = ? AND reversal IS NULL", (first,)
        ).fetchone()
        if (newest or first) != seq:
            return None
        row = connection.execute(
            "SELECT * FROM attempt WHERE first = ? UNION ALL SELECT * FROM attempt WHERE seq = ? AND first IS NULL",
            (first, first),
        ).fetchone()
        if row is None:
            raise DamagedRowError(f"the attempt of event {seq} is missing")
        columns = packing.unpack(row, self._words, connection)
        member, mobile = self._member(columns)
        return self._proved("attempt", packed, chain.covered_by(columns), member=member, mobile=mobile)

    def _reversal(self, connection: sqlite3.Connection, packed: sqlite3.Row) -> SentRecord | None:
        seq = packed["seq"]
        number = packed["reversal"] or seq
        (newest,) = connection.execute("SELECT max(seq) FROM event WHERE reversal = ?", (number,)).fetchone()
        if (newest or number) != seq:
            return None
        row = connection.execute("SELECT * FROM reversal WHERE seq = ?", (number,)).fetchone()
        if row is None:
            raise DamagedRowError(f"the reversal of event {seq} is missing")
        return self._proved("reversal", packed, chain.covered_by(as_dict(row), reversals.PERSONAL))

    @staticmethod
    def _proved(
        kind: str, packed: sqlite3.Row, columns: dict[str, Any], *, member: str = "", mobile: str = ""
    ) -> SentRecord:
        expect(
            facts_digest(columns) == packed["facts"],
            f"the {kind} of event {packed['seq']} was changed",
        )
        return SentRecord(kind, columns, member, mobile)

    def _member(self, columns: dict[str, Any]) -> tuple[str, str]:
        kind = columns["identifier_kind"]
        is_mobile = kind == IdentifierKind.MOBILE.value
        value = columns["digits"] if is_mobile else columns["identifier_value"].strip()
        digest = member_digest(self._digest_key, kind, value)
        return digest, columns["digits"] if is_mobile and self._with_numbers else ""


def _read_state(path: Path) -> dict[str, Any]:
    """Reads the file. One that is missing or damaged is as good as none, because head office knows."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _contact(known: dict[str, Any]) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(known.get("contact")))
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
