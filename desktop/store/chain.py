"""Chains the events: each has a hash over itself, its attempt and its predecessor, so that an edit is detected."""

from __future__ import annotations

import functools
import hashlib
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.domain import event_hashes
from desktop.domain.event_hashes import encode, event_hash, facts_digest
from desktop.store import event_rows
from desktop.store.errors import DamagedRowError
from desktop.store.event_rows import NO_LINK

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from desktop.store.event_rows import Link, NewEvent
    from desktop.store.words import Words

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
START = event_hashes.START
MARK_BYTES = 4
"""How many bytes of its hash each event keeps, so that a check can name the event that was changed. The whole hashes
follow from the first event on; the journal keeps the last one (the head), and one in `CHECKPOINT_EVERY`."""

CHECKPOINT_EVERY = 256
"""Events between two whole hashes, from which a check of the end can start."""


_encode_fast: Callable[[object], bytes] | None = None
_DELETE = b"\x7f"


class Tail(NamedTuple):
    """The end of the chain.

    Attributes:
        seq: number of the last event, or 0 if there is none.
        hash: hash of the last event.
    """

    seq: int
    hash: bytes


def hash_faster() -> None:
    """Makes the digests of many rows faster. Importing what that takes is slower than a few digests."""
    global _encode_fast  # noqa: PLW0603 - set once
    import msgspec

    _encode_fast = msgspec.json.Encoder().encode


def new_salt() -> bytes:
    """Returns a fresh salt for the personal data of one attempt."""
    # Imported late: a command that only reads the journal needs no random numbers.
    import secrets

    return secrets.token_bytes(_SALT_BYTES)


def person_of(row: Mapping[str, Any], salt: bytes, personal: tuple[str, ...] = PERSONAL) -> bytes:
    """Returns the salted digest of a row's personal columns, by default those of an attempt.

    Raises:
        DamagedRowError: a column holds a value that the journal never writes.
    """
    try:
        texts = ",".join([encode_basestring_ascii(row[name]) for name in personal])
    except TypeError as error:
        raise DamagedRowError("a column holds bytes instead of text") from error
    return hashlib.sha256(b"%b[%b]" % (salt, texts.encode())).digest()


def facts_of(row: Mapping[str, Any], personal: tuple[str, ...] = PERSONAL) -> bytes:
    """Returns the digest of a row's other columns.

    Empty columns are left out, so adding a column in a later version does not change the digests of older rows.
    """
    return facts_digest(covered_by(row, personal), _json)


def covered_by(row: Mapping[str, Any], personal: tuple[str, ...] = PERSONAL) -> dict[str, Any]:
    """Returns the columns of a row that `facts_of` covers. None of them names the member."""
    covered = {name: value for name in _covered(tuple(row), personal) if (value := row[name])}
    person = covered.get("person")
    if isinstance(person, bytes):
        covered["person"] = person.hex()
    return covered


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
    return event_hash(previous, seq, event, facts.hex(), _json)


def tail(connection: sqlite3.Connection) -> Tail:
    """Returns the current end of the chain.

    Raises:
        DamagedRowError: it holds a value that the journal never writes.
    """
    seq, head = connection.execute("SELECT events, head FROM journal").fetchone()
    if not isinstance(seq, int) or not isinstance(head, bytes):
        raise DamagedRowError("a stored hash is not bytes")
    return Tail(seq, head)


def append(
    connection: sqlite3.Connection,
    words: Words,
    after: Tail,
    event: NewEvent,
    *,
    facts: bytes = b"",
    link: Link = NO_LINK,
) -> Tail:
    """Adds an event to the chain in the caller's transaction. Its number is one more than the last."""
    new = Tail(after.seq + 1, hash_of(after.hash, after.seq + 1, event, facts))
    packed = event_rows.pack(
        new.seq, event, link, facts=facts, mark=new.hash[:MARK_BYTES], words=words, connection=connection
    )
    connection.execute(event_rows.INSERT, packed)
    if new.seq % CHECKPOINT_EVERY == 0:
        connection.execute("INSERT INTO checkpoint (seq, hash) VALUES (?, ?)", new)
    connection.execute("UPDATE journal SET events = ?, head = ?", new)
    return new


def _json(value: list[Any] | dict[str, Any]) -> bytes:
    """Returns the bytes that a digest covers, as `encode` does.

    Raises:
        DamagedRowError: one of the values is bytes.
    """
    if bytes in map(type, value.values() if isinstance(value, dict) else value):
        raise DamagedRowError("a column holds bytes instead of text")
    if _encode_fast is None:
        return encode(value)
    try:
        fast = _encode_fast(value)
    except (UnicodeError, OverflowError):
        # Half of a character, or a number of more than 64 bits.
        return encode(value)
    # This is several times faster, and the same unless a text has other characters than printable ASCII.
    return fast if fast.isascii() and _DELETE not in fast else encode(value)
