"""Brings a database to this version with ordered SQL files, and creates the partitions of the months."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date
from typing import TYPE_CHECKING

from psycopg import sql

from desktop.domain.head_office import KEY_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from psycopg import Connection

_LOCK = 5_037_190
"""Number of the lock that lets one process migrate at a time."""

_MONTHS_AHEAD = 3


class WrongVersionError(Exception):
    """The database is not of this version. The text says what to do."""


def migrate(connection: Connection, folder: Path) -> list[str]:
    """Applies the SQL files that were not applied yet, in the order of their names.

    Args:
        connection: a connection without an open transaction.
        folder: the folder of the files.

    Returns:
        The names of the files that were applied.

    Raises:
        WrongVersionError: a file was changed after it was applied, or a newer program has migrated the database.
    """
    applied: list[str] = []
    files = _files(folder)
    connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
    try:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS migration"
            " (name text PRIMARY KEY, digest text NOT NULL, applied timestamptz NOT NULL DEFAULT now())"
        )
        done = _done(connection)
        _compare(done, files)
        for name, text in files.items():
            if name in done:
                continue
            with connection.transaction():
                # The files are part of the program.
                connection.execute(text.encode())
                connection.execute("INSERT INTO migration (name, digest) VALUES (%s, %s)", (name, _digest(text)))
            applied.append(name)
        connection.execute(
            "INSERT INTO company (digest_key) VALUES (%s) ON CONFLICT DO NOTHING", (secrets.token_bytes(KEY_BYTES),)
        )
        make_partitions(connection, date.today())  # noqa: DTZ011 - the server's own months
    finally:
        connection.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))
    return applied


def check_version(connection: Connection, folder: Path) -> None:
    """Checks that the database is of this version.

    Raises:
        WrongVersionError: it is not.
    """
    there = connection.execute("SELECT to_regclass('migration')").fetchone()
    if there is None or there[0] is None:
        raise WrongVersionError("the database is empty: run `points-till head-office migrate` first")
    files = _files(folder)
    done = _done(connection)
    _compare(done, files)
    if missing := [name for name in files if name not in done]:
        raise WrongVersionError(f"run `points-till head-office migrate` first: {', '.join(missing)} is missing")


def make_partitions_alone(connection: Connection, today: date) -> None:
    """Does the same while no other process does it."""
    connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
    try:
        make_partitions(connection, today)
    finally:
        connection.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))


def make_partitions(connection: Connection, today: date) -> None:
    """Creates the partitions of events of this month and the next ones. Does nothing to those that are there.

    A month is skipped if events of it are in the default partition already: they stay there, and nothing is lost.
    """
    year, month = today.year, today.month
    for _ in range(_MONTHS_AHEAD + 1):
        start = date(year, month, 1)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 - December
        end = date(year, month, 1)
        name = sql.Identifier(f"event_{start:%Y_%m}")
        with connection.transaction():
            there = connection.execute("SELECT to_regclass(%s)", (f"event_{start:%Y_%m}",)).fetchone()
            if there is not None and there[0] is not None:
                continue
            if connection.execute(
                "SELECT 1 FROM event_other WHERE received >= %s AND received < %s LIMIT 1", (start, end)
            ).fetchone():
                continue
            connection.execute(
                sql.SQL("CREATE TABLE IF NOT EXISTS {} PARTITION OF event FOR VALUES FROM ({}) TO ({})").format(
                    name, sql.Literal(start), sql.Literal(end)
                )
            )


def _files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql"))}


def _done(connection: Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, digest FROM migration").fetchall()
    return {str(name): str(digest) for name, digest in rows}


def _compare(done: dict[str, str], files: dict[str, str]) -> None:
    for name, digest in done.items():
        if name not in files:
            raise WrongVersionError(f"a newer version of the program has changed the database: {name}")
        if digest != _digest(files[name]):
            raise WrongVersionError(f"{name} is not the file that was applied to this database")


def _digest(text: str) -> str:
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()
