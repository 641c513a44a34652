"""Chains the events: each has a hash over itself, its attempt and its predecessor, so that an edit is detected."""

from __future__ import annotations

import functools
import hashlib
import json
import secrets
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store.errors import DamagedRowError

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
"""Columns of an attempt that may identify the member.

The chain covers a salted digest of them (`person`). Retention deletes the values and the salt and keeps the digest, so
the chain stays valid, and no one can find the number by trying them all.
"""

_CHANGED_BY_RETENTION = frozenset({"salt", "remembered"})
"""Columns that retention changes besides the personal ones."""

_SALT_BYTES = 16
START = bytes(32)
"""Used as the predecessor's hash by the first event."""

_encode = json.JSONEncoder(separators=(",", ":")).encode


class NewEvent(NamedTuple):
    """An event to add. The fields are the table's columns."""

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
        seq: number of the last event, or 0 if there is none.
        hash: hash of the last event.
    """

    seq: int
    hash: bytes


def new_salt() -> bytes:
    """Returns a fresh salt for the personal data of one attempt."""
    return secrets.token_bytes(_SALT_BYTES)


def person_of(row: Mapping[str, Any], salt: bytes, personal: tuple[str, ...] = PERSONAL) -> bytes:
    """Returns the salted digest of a row's personal columns, by default those of an attempt.

    Raises:
        DamagedRowError: a column holds a value that the journal never writes.
    """
    return hashlib.sha256(salt + _json([row[name] for name in personal])).digest()


def facts_of(row: Mapping[str, Any], personal: tuple[str, ...] = PERSONAL) -> bytes:
    """Returns the digest of a row's other columns.

    Empty columns are left out, so adding a column in a later version does not change the digests of older rows.
    """
    covered = {name: value for name in _covered(tuple(row), personal) if (value := row[name])}
    person = covered.get("person")
    if isinstance(person, bytes):
        covered["person"] = person.hex()
    return hashlib.sha256(_json(covered)).digest()


@functools.cache
def _covered(names: tuple[str, ...], personal: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the columns that the digest covers, sorted.

    It is cached, because all rows have one of a few sets of names.
    """
    return tuple(sorted({*names} - {*personal} - _CHANGED_BY_RETENTION))


def person_column(row: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the `person` column for a row, or nothing if the member was forgotten, because the digest then stays."""
    return {"person": person_of(row, row["salt"])} if row["salt"] else {}


def hash_of(previous: bytes, seq: int, event: tuple[Any, ...], facts: bytes) -> bytes:
    """Returns the hash of an event.

    Args:
        previous: hash of the event before it.
        seq: number of the event.
        event: columns of the event in the order of `NewEvent`.
        facts: `facts_of` the attempt after the event, or empty if the event has no attempt.
    """
    return hashlib.sha256(previous + _json([seq, *event, facts.hex()])).digest()


def tail(connection: sqlite3.Connection) -> Tail:
    """Returns the current end of the chain.

    Raises:
        DamagedRowError: it holds a value that the journal never writes.
    """
    last = connection.execute("SELECT seq, hash FROM chain ORDER BY seq DESC LIMIT 1").fetchone()
    if last is None:
        return Tail(0, START)
    if not isinstance(last["hash"], bytes):
        raise DamagedRowError("a stored hash is not bytes")
    return Tail(last["seq"], last["hash"])


def append(connection: sqlite3.Connection, after: Tail, event: NewEvent, facts: bytes = b"") -> Tail:
    """Adds an event and its link in the caller's transaction.

    The number is one more than the last. SQLite's AUTOINCREMENT never repeats a number, but it may skip one.
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
        raise DamagedRowError("a column holds bytes instead of text") from error
