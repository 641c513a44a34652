"""Gives keys to tills and readers, checks them, and writes down who looked for what."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.head_office import KEY_BYTES, TillKey, in_text
from desktop.head_office.storing import storable

if TYPE_CHECKING:
    from psycopg import Connection

OVERLAP_DAYS = 7
"""Days for which a till's older keys stay valid after a new one was made, so that it can be rolled out."""


class Owner(NamedTuple):
    """Whose key it is. One of the two is empty.

    Attributes:
        till: a till, which may send.
        reader: a person or a program that may read.
    """

    till: str = ""
    reader: str = ""


def enrol_till(connection: Connection, till: str) -> str:
    """Makes a key for a till. The keys that it has end after `OVERLAP_DAYS`.

    Raises:
        LookupError: the database was not migrated, so it has no key for digests.
    """
    row = connection.execute("SELECT digest_key FROM company").fetchone()
    if row is None:
        raise LookupError("the database has no key for digests: run `points-till head-office migrate`")
    key = TillKey(in_text(secrets.token_bytes(KEY_BYTES)), bytes(row[0]))
    with connection.transaction():
        connection.execute(
            "UPDATE credential SET ends = now() + make_interval(days => %s) WHERE till = %s AND ends IS NULL",
            (OVERLAP_DAYS, till),
        )
        connection.execute("INSERT INTO credential (till, key_hash) VALUES (%s, %s)", (till, _hash(key.credential)))
        # A till that never sends anything must be seen too.
        connection.execute("INSERT INTO till (name) VALUES (%s) ON CONFLICT DO NOTHING", (till,))
    return key.text


def enrol_reader(connection: Connection, reader: str) -> str:
    """Makes a key for a reader. The keys that it has end after `OVERLAP_DAYS`."""
    key = in_text(secrets.token_bytes(KEY_BYTES))
    with connection.transaction():
        connection.execute(
            "UPDATE credential SET ends = now() + make_interval(days => %s) WHERE reader = %s AND ends IS NULL",
            (OVERLAP_DAYS, reader),
        )
        connection.execute("INSERT INTO credential (reader, key_hash) VALUES (%s, %s)", (reader, _hash(key)))
    return key


def revoke(connection: Connection, owner: Owner) -> int:
    """Ends all keys of a till or a reader at once. Returns how many there were."""
    done = connection.execute(
        "UPDATE credential SET ends = now() WHERE (till = %s OR reader = %s) AND (ends IS NULL OR ends > now())",
        (owner.till or None, owner.reader or None),
    )
    return done.rowcount


def has_had_key(connection: Connection, owner: Owner) -> bool:
    """True if a till or a reader has a key, or had one that has ended."""
    row = connection.execute(
        "SELECT 1 FROM credential WHERE till = %s OR reader = %s LIMIT 1", (owner.till or None, owner.reader or None)
    ).fetchone()
    return row is not None


def owner_of(connection: Connection, key: str) -> Owner | None:
    """Returns whose key it is, or None if it is no valid one. Accepts a till's key with or without its second part."""
    row = connection.execute(
        "SELECT till, reader FROM credential WHERE key_hash = %s AND (ends IS NULL OR ends > now())",
        (_hash(key.partition(".")[0]),),
    ).fetchone()
    return None if row is None else Owner(row[0] or "", row[1] or "")


def log(connection: Connection, *, who: str, address: str, what: str, asked: str, found: int) -> None:
    """Writes down who looked for what.

    Args:
        connection: the database.
        who: the reader.
        address: where the request came from.
        what: the kind of look-up.
        asked: what was asked for; of a member, the keyed digest.
        found: how many redemptions it found.
    """
    connection.execute(
        "INSERT INTO access_log (who, address, what, asked, found) VALUES (%s, %s, %s, %s, %s)",
        (storable(who), address, what, storable(asked[:200]), found),
    )


def _hash(key: str) -> bytes:
    # A key has 256 random bits, so a slow hash would add nothing.
    return hashlib.sha256(key.encode("utf-8", "replace")).digest()
