"""Gives each journal an identity, and a new one to a journal that was copied to another machine or restored."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.store import chain
from desktop.store.event_rows import IDENTITY_LENGTH, NewEvent
from desktop.store.machine import Fingerprint
from desktop.store.rows import microseconds
from desktop.store.words import Words

if TYPE_CHECKING:
    import sqlite3


class Predecessor(NamedTuple):
    """A damaged journal that a new one replaces.

    Attributes:
        identity: its identity, or empty if it cannot be read.
        head: the last readable head, or empty if there is none.
        is_own: False if it can be seen to have lived on another machine or in another place.
    """

    identity: str = ""
    head: str = ""
    is_own: bool = True


def start(connection: sqlite3.Connection, predecessor: Predecessor | None) -> None:
    """Adds the event that names a new journal's identity, in the caller's transaction.

    Args:
        connection: the new journal.
        predecessor: the damaged journal that it replaces.
    """
    identity = identity_of(connection)
    if predecessor is None:
        _add(connection, "made", identity)
    else:
        _add(connection, "succeeded", identity + succession(predecessor.identity, predecessor.head))


def succession(identity: str, head: str) -> str:
    """Returns what a new journal's first event says of the damaged one, after its own identity.

    Args:
        identity: of the damaged one; empty if it cannot be read.
        head: its last one that can be read; empty if there is none.
    """
    return f" after {identity or 'unknown'} at {head or 'unknown'}"


def chain_old(connection: sqlite3.Connection, version: int) -> None:
    """Adds the event with which the chain of a journal of version 1 or 2 begins, in the caller's transaction."""
    last = connection.execute("SELECT seq, hash FROM chain ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (0, chain.START) if last is None else last
    event = _event("chained", f"{identity_of(connection)} from version {version}")
    connection.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (seq + 1, *event))
    link = (seq + 1, b"", chain.hash_of(previous, seq + 1, event, b""))
    connection.execute("INSERT INTO chain (seq, facts, hash) VALUES (?, ?, ?)", link)


def claim(connection: sqlite3.Connection, here: Fingerprint) -> bool:
    """Makes the journal's identity belong to this machine and file, in the caller's transaction.

    A journal that comes from elsewhere gets a new identity. None of its attempts is sent again, because the machine
    that it was copied from may do so.

    Returns:
        True if the journal comes from elsewhere.
    """
    row = connection.execute("SELECT identity, machine, file FROM journal").fetchone()
    before = Fingerprint(row["machine"], row["file"])
    if not here.differs_from(before):
        known = Fingerprint(before.machine or here.machine, before.file or here.file)
        if known != before:
            connection.execute("UPDATE journal SET machine = ?, file = ?", known)
        return False
    new = secrets.token_hex(IDENTITY_LENGTH // 2)
    connection.execute(
        "UPDATE journal SET identity = ?, moved_from = ?, machine = ?, file = ?", (new, row["identity"], *here)
    )
    _add(connection, "moved", f"{new} from {row['identity']}")
    return True


def identity_of(connection: sqlite3.Connection) -> str:
    """Returns the journal's identity."""
    (identity,) = connection.execute("SELECT identity FROM journal").fetchone()
    return str(identity)


def _add(connection: sqlite3.Connection, what: str, detail: str) -> None:
    chain.append(connection, Words(), chain.tail(connection), _event(what, detail))


def _event(what: str, detail: str) -> NewEvent:
    now = datetime.now(UTC).astimezone()
    return NewEvent(now.isoformat(), microseconds(now), what, till="", cashier="", detail=detail)
