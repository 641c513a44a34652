"""Gives each journal an identity, and a new one to a journal that was copied to another machine or restored."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from desktop.store import chain
from desktop.store.machine import Fingerprint
from desktop.store.rows import microseconds

if TYPE_CHECKING:
    import sqlite3

IDENTITY_LENGTH = 32
"""Characters of an identity: 128 random bits in hexadecimal."""

IDENTITY_EVENTS = frozenset({"made", "succeeded", "chained", "moved"})
"""Events that say which identity the journal has from then on. Their detail begins with it."""


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


def start(connection: sqlite3.Connection, version: int, predecessor: Predecessor | None) -> None:
    """Adds the event that names a journal's identity for the first time, in the caller's transaction.

    Args:
        connection: the new or just migrated journal.
        version: the file's version before, or 0 if it is new.
        predecessor: the damaged journal that a new one replaces.
    """
    identity = identity_of(connection)
    if version:
        _add(connection, "chained", f"{identity} from version {version}")
    elif predecessor is None:
        _add(connection, "made", identity)
    else:
        old, head = predecessor.identity or "unknown", predecessor.head or "unknown"
        _add(connection, "succeeded", f"{identity} after {old} at {head}")


def claim(connection: sqlite3.Connection, here: Fingerprint) -> bool:
    """Makes the journal's identity belong to this machine and file, in the caller's transaction.

    A journal that comes from elsewhere gets a new identity. None of its attempts is sent again, because the machine
    that it
    was copied from may do so.

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
    now = datetime.now(UTC).astimezone()
    event = chain.NewEvent(now.isoformat(), microseconds(now), what, till="", cashier="", detail=detail)
    chain.append(connection, chain.tail(connection), event)
