"""Chains the events: each carries a hash over itself, its attempt and its predecessor, so that an edit shows."""

from __future__ import annotations

import functools
import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store.troubles import DamagedRowError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

PERSONAL = (
    "identifier_value",
    "shown",
    "name",
    "member_group",
    "custom_fields",
    "notes",
    "message",
    "digits",
    "national",
    "last_digits",
    "user_id",
    "person_key",
)
"""Columns of an attempt that may tell who the member is.

The chain covers a salted digest of them (`person`). Retention deletes the values together with the salt and keeps the
digest, so the chain stays whole, and no one can find the number by trying them all.
"""

_NOT_COVERED = frozenset({*PERSONAL, "salt", "remembered"})
"""Columns that retention changes."""

_SALT_BYTES = 16
START = bytes(32)
"""What stands in place of a predecessor's hash in the first event."""

_encode = json.JSONEncoder(separators=(",", ":")).encode


class NewEvent(NamedTuple):
    """An event that is about to be added; the fields are the table's columns."""

    at: str
    at_us: int
    what: str
    till: str
    cashier: str
    reference: str = ""
    request_id: str = ""
    detail: str = ""


class Tail(NamedTuple):
    """The end of the chain.

    Attributes:
        seq: the number of the last event; 0 if there is none.
        hash: of the last event.
    """

    seq: int
    hash: bytes


def new_salt() -> bytes:
    """A fresh salt for the personal data of one attempt."""
    return secrets.token_bytes(_SALT_BYTES)


def person_of(row: Mapping[str, Any], salt: bytes) -> bytes:
    """The salted digest of an attempt's personal columns.

    Raises:
        DamagedRowError: a column holds what no journal writes.
    """
    return hashlib.sha256(salt + _json([row[name] for name in PERSONAL])).digest()


def facts_of(row: Mapping[str, Any]) -> bytes:
    """The digest of an attempt's other columns.

    Empty columns are left out, so that a column that a later version adds does not change the digest of older rows.
    """
    covered = {name: value for name in _covered(tuple(row)) if (value := row[name])}
    person = covered.get("person")
    if isinstance(person, bytes):
        covered["person"] = person.hex()
    return hashlib.sha256(_json(covered)).digest()


@functools.cache
def _covered(names: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that the digest covers, in its order; a million rows have the same few sets of names."""
    return tuple(sorted({*names} - _NOT_COVERED))


def sealed(row: Mapping[str, Any]) -> dict[str, Any]:
    """The `person` column of a row as it will be; nothing if the member was forgotten, since it then stays as it is."""
    return {"person": person_of(row, row["salt"])} if row["salt"] else {}


def hash_of(previous: bytes, seq: int, event: tuple[Any, ...], facts: bytes) -> bytes:
    """The hash of an event.

    Args:
        previous: the hash of the event before it.
        seq: its number.
        event: its columns in the order of `NewEvent`.
        facts: `facts_of` its attempt after the event; empty if it has none.
    """
    return hashlib.sha256(previous + _json([seq, *event, facts.hex()])).digest()


def tail(connection: sqlite3.Connection) -> Tail:
    """The end of the chain as it stands.

    Raises:
        DamagedRowError: it holds what no journal writes.
    """
    last = connection.execute("SELECT seq, hash FROM chain ORDER BY seq DESC LIMIT 1").fetchone()
    if last is None:
        return Tail(0, START)
    if not isinstance(last["hash"], bytes):
        raise DamagedRowError("a hash is not valid")
    return Tail(last["seq"], last["hash"])


def append(connection: sqlite3.Connection, after: Tail, event: NewEvent, facts: bytes = b"") -> Tail:
    """Adds an event and its link, within the caller's transaction.

    The number is one more than the last one. SQLite's own AUTOINCREMENT promises no number twice, but not that none is
    left out.
    """
    seq = after.seq + 1
    connection.execute(
        "INSERT INTO event (seq, at, at_us, what, till, cashier, reference, request_id, detail)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (seq, *event),
    )
    new = Tail(seq, hash_of(after.hash, seq, event, facts))
    connection.execute("INSERT INTO chain (seq, facts, hash) VALUES (?, ?, ?)", (seq, facts, new.hash))
    return new


def _json(value: object) -> bytes:
    try:
        return _encode(value).encode()
    except TypeError as error:
        raise DamagedRowError("a column holds bytes where a text should be") from error
