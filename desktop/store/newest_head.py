"""Notes the journal's newest head in a small file beside it, so that a journal that has lost events is noticed.

SQLite does not notice if a WAL is cut after the program was killed, or if an older copy is written into the journal's
file: what is left is whole. The note is written after each commit, so it is never newer than a journal that kept what
it recorded. It need not be durable itself: after a power cut it may be older, which is no contradiction.
"""

from __future__ import annotations

import os
import re
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from desktop.store import chain, schema
from desktop.store.chain import Tail
from desktop.store.errors import BrokenError, DamagedRowError

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_FORM = re.compile(rb"(([0-9a-f]{32}) ([0-9]{20}) ([0-9a-f]{64})) ([0-9a-f]{8})\n")
"""The journal's identity, the number of its newest event, the event's hash, and a digest of the three: a note that is
read while it is written, or was written in part before a power cut, says nothing. All notes have the same length, so
that writing one never takes room on the disk."""

_LENGTH = 128

_FLAGS = os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A link is not followed, and a FIFO does not block. The last three exist only on some systems."""


class NewestHead(NamedTuple):
    """What a journal had at its end.

    Attributes:
        identity: the journal's identity.
        tail: the number and the hash of its newest event.
    """

    identity: str
    tail: Tail


NOTHING = NewestHead("", Tail(0, chain.START))
"""The end of no journal."""


def note_of(journal: Path) -> Path:
    """Returns the file beside a journal that has its newest head."""
    return journal.with_name(f"{journal.name}-head")


def read(journal: Path) -> NewestHead | None:
    """Returns what was noted last, or None if nothing was, or if it cannot be read.

    A reader beside an open till calls it before it reads the journal, which is never older than the note.
    """
    note = note_of(journal)
    try:
        if not note.is_file():
            return None
        with note.open("rb") as file:
            found = _FORM.fullmatch(file.read(_LENGTH + 1))
    except OSError as error:
        _warn("the newest head of the journal cannot be read: %s", error)
        return None
    if found is None:
        return None
    text, identity, seq, head, digest = found.groups()
    if _digest(text) != digest:
        return None
    return NewestHead(identity.decode(), Tail(int(seq), bytes.fromhex(head.decode())))


def read_from(connection: sqlite3.Connection) -> NewestHead:
    """Returns the end of a journal.

    Raises:
        DamagedRowError, sqlite3.Error: it cannot be read.
    """
    identity, seq, head = connection.execute("SELECT identity, events, head FROM journal").fetchone()
    if not isinstance(identity, str) or not isinstance(seq, int) or not isinstance(head, bytes):
        raise DamagedRowError("the end of the journal is not what a till writes")
    return NewestHead(identity, Tail(seq, head))


def write(journal: Path, newest: NewestHead) -> None:
    """Notes the end of a journal. Raises nothing, because what was recorded counts without it."""
    note = note_of(journal)
    text = b"%s %020d %s" % (newest.identity.encode(), newest.tail.seq, newest.tail.hash.hex().encode())
    try:
        descriptor = _open(note)
        try:
            os.write(descriptor, b"%s %s\n" % (text, _digest(text)))
            # Otherwise what another program wrote there would make every later note unreadable.
            os.ftruncate(descriptor, _LENGTH)
        finally:
            os.close(descriptor)
    except OSError as error:
        _warn("the newest head of the journal cannot be noted: %s", error)


def _open(note: Path) -> int:
    try:
        return os.open(note, _FLAGS)
    except FileNotFoundError:
        pass
    except PermissionError:
        # An administrator's command may have made it. SQLite gives its own files to the journal's owner.
        note.unlink()
    # Imported late, because it is needed once for each journal.
    from desktop.private_files import open_file

    return open_file(note, _FLAGS)


def check(connection: sqlite3.Connection, journal: Path, noted: NewestHead | None) -> None:
    """Checks that a journal still has the event that was noted as its newest.

    Args:
        connection: the journal.
        journal: its file. A copy of a journal may be older, and says so itself (`ownership`).
        noted: what `read` returned before the connection read anything. The note of another journal says nothing.

    Raises:
        BrokenError: it has lost it.
        DamagedRowError, sqlite3.Error, OSError: the journal cannot be read.
    """
    if noted is None:
        return
    version = schema.version_of(connection)
    if version < schema.CHAINED:
        # The versions that wrote such a file noted nothing, and converting it notes only the journal that replaces it.
        raise BrokenError(f"event {noted.tail.seq} is lost: an old backup, of an earlier version, was put in its place")
    # The note of a journal that was converted names the same events as the file that it was converted from.
    identity, last = read_from(connection) if version >= schema.PACKED else _read_from_chained(connection)
    if identity != noted.identity:
        return
    if last.seq <= noted.tail.seq:
        has_it = last == noted.tail
    else:
        sql = "SELECT mark FROM event" if version >= schema.PACKED else "SELECT hash FROM chain"
        row = connection.execute(f"{sql} WHERE seq = ?", (noted.tail.seq,)).fetchone()
        has_it = row is not None and row[0][: chain.MARK_BYTES] == noted.tail.hash[: chain.MARK_BYTES]
    if has_it:
        return
    # Imported late, because a journal that has lost nothing needs none of it.
    from desktop.store.machine import lives_elsewhere

    if not lives_elsewhere(connection, journal):
        raise BrokenError(f"event {noted.tail.seq} is lost: its WAL was cut, or an older copy was written over it")


def _read_from_chained(connection: sqlite3.Connection) -> NewestHead:
    row = connection.execute(
        "SELECT identity, chain.seq, chain.hash FROM journal LEFT JOIN chain ORDER BY chain.seq DESC LIMIT 1"
    ).fetchone()
    tail = NOTHING.tail if row["seq"] is None else Tail(row["seq"], bytes(row["hash"]))
    return NewestHead(str(row["identity"]), tail)


def _digest(text: bytes) -> bytes:
    return sha256(text).hexdigest()[:8].encode()


def _warn(words: str, error: OSError) -> None:
    # Imported late, because a command that only reads needs no log.
    import logging

    logging.getLogger(__name__).warning(words, error)
