"""Defines the journal's tables, and migrates older files to this version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.store import ownership
from desktop.store.backfill import fill_third

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from desktop.store.machine import Fingerprint
    from desktop.store.ownership import Predecessor

    Migration = tuple[str | Callable[[sqlite3.Connection], None], ...]

APPLICATION_ID = 0x5054696C
"""`PTil` in the file's header. It identifies the file as a journal."""

_FIRST = (
    # The events in the order in which they happened. AUTOINCREMENT never repeats a number, so the order does not depend
    # on the clock.
    """
    CREATE TABLE event (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        at_us INTEGER NOT NULL,
        what TEXT NOT NULL,
        till TEXT NOT NULL,
        cashier TEXT NOT NULL,
        reference TEXT NOT NULL,
        request_id TEXT NOT NULL,
        detail TEXT NOT NULL
    )
    """,
    "CREATE INDEX event_reference ON event (reference) WHERE reference > ''",
    "CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END",
    "CREATE TRIGGER event_is_not_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END",
    # `seq` is the event of the last send. "Newest first" is therefore one walk along the table, and every index ends
    # with it.
    # `day` is the local day of `at` as a number, 20261122. `…_us` are microseconds since 1970 UTC.
    # `points` and the other amounts are exact text. `…_key` and the number columns are compared by searches.
    # `remembered` is 0 once the member was forgotten. `rechecked` is 1 once an absent attempt was looked up again.
    """
    CREATE TABLE attempt (
        seq INTEGER PRIMARY KEY REFERENCES event (seq),
        reference TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(reference) > 0),
        state TEXT NOT NULL,
        identifier_kind TEXT NOT NULL,
        identifier_value TEXT NOT NULL,
        shown TEXT NOT NULL,
        name TEXT NOT NULL,
        points TEXT NOT NULL,
        bill TEXT NOT NULL,
        program_id TEXT NOT NULL,
        member_group TEXT NOT NULL,
        custom_fields TEXT NOT NULL,
        notes TEXT NOT NULL,
        validation TEXT NOT NULL,
        worth TEXT,
        till TEXT NOT NULL,
        cashier TEXT NOT NULL,
        at TEXT NOT NULL,
        at_us INTEGER NOT NULL,
        day INTEGER NOT NULL,
        changed TEXT NOT NULL,
        changed_us INTEGER NOT NULL,
        sends INTEGER NOT NULL DEFAULT 1,
        doubtful INTEGER NOT NULL DEFAULT 0,
        looks INTEGER NOT NULL DEFAULT 0,
        settled_late INTEGER NOT NULL DEFAULT 0,
        redemption_id TEXT NOT NULL DEFAULT '',
        moved_points TEXT,
        moved_value TEXT,
        balance TEXT,
        is_group INTEGER NOT NULL DEFAULT 0,
        redeemed_request_id TEXT NOT NULL DEFAULT '',
        code TEXT NOT NULL DEFAULT '',
        message TEXT NOT NULL DEFAULT '',
        request_id TEXT NOT NULL DEFAULT '',
        digits TEXT NOT NULL DEFAULT '',
        national TEXT NOT NULL DEFAULT '',
        last_digits TEXT NOT NULL DEFAULT '',
        bill_key TEXT NOT NULL DEFAULT '',
        redemption_key TEXT NOT NULL DEFAULT '',
        remembered INTEGER NOT NULL DEFAULT 1,
        rechecked INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE TRIGGER attempt_is_not_removed BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts stay'); END",
    "CREATE INDEX attempt_state ON attempt (state)",
    "CREATE INDEX attempt_day ON attempt (day)",
    # The indexes contain the day, so a search within days reads only matching rows.
    "CREATE INDEX attempt_digits ON attempt (digits, day) WHERE digits > ''",
    "CREATE INDEX attempt_national ON attempt (national, day) WHERE national > ''",
    "CREATE INDEX attempt_last_digits ON attempt (last_digits, day) WHERE last_digits > ''",
    "CREATE INDEX attempt_bill ON attempt (bill_key, day) WHERE bill_key > ''",
    "CREATE INDEX attempt_redemption ON attempt (redemption_key, day) WHERE redemption_key > ''",
    "CREATE INDEX attempt_reference ON attempt (reference, day)",
    "CREATE INDEX attempt_resendable ON attempt (identifier_value) WHERE state IN ('not_sent', 'not_applied')",
    "CREATE INDEX attempt_remembered ON attempt (changed_us) WHERE remembered = 1",
)

_SECOND = (
    # The service that the attempt was sent to. Not finding an attempt at another service proves nothing.
    "ALTER TABLE attempt ADD COLUMN service TEXT NOT NULL DEFAULT ''",
)

UNPROVED = (
    "identifier_value > '' AND (state = 'not_applied' OR (state = 'not_sent' AND doubtful = 1)"
    " OR (state = 'refused' AND refusal IN ('not_processed', 'failed')))"
)
"""Attempts that count as not redeemed without proof and can still be looked up."""

_THIRD: Migration = (
    # `journal_id` is the identity of the journal that sent the attempt last. `begun` is when it was first recorded.
    # `user_id` and `person_key` are personal data. They find the attempts of one person.
    "ALTER TABLE attempt ADD COLUMN user_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN person_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN loose_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN refusal TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN candidate TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN begun TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE attempt ADD COLUMN journal_id TEXT NOT NULL DEFAULT ''",
    # `person` is the salted digest of the personal columns. Retention deletes the salt with them.
    "ALTER TABLE attempt ADD COLUMN salt BLOB NOT NULL DEFAULT x''",
    "ALTER TABLE attempt ADD COLUMN person BLOB NOT NULL DEFAULT x''",
    # This is a separate table, because adding columns to `event` would rewrite a million events.
    # `facts` is the digest of the event's attempt after the event. `hash` covers the event, `facts` and the hash
    # before.
    """
    CREATE TABLE chain (
        seq INTEGER PRIMARY KEY REFERENCES event (seq),
        facts BLOB NOT NULL,
        hash BLOB NOT NULL
    )
    """,
    "CREATE TRIGGER chain_is_not_changed BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'events stay'); END",
    "CREATE TRIGGER chain_is_not_removed BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'events stay'); END",
    # `machine` and `file` are the fingerprint of where the journal lives. `moved_from` is its identity elsewhere.
    """
    CREATE TABLE journal (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        identity TEXT NOT NULL,
        moved_from TEXT NOT NULL DEFAULT '',
        machine TEXT NOT NULL DEFAULT '',
        file TEXT NOT NULL DEFAULT ''
    )
    """,
    "INSERT INTO journal (only, identity) VALUES (1, lower(hex(randomblob(16))))",
    fill_third,
    "DROP INDEX attempt_resendable",
    "CREATE INDEX attempt_loose ON attempt (loose_key) WHERE loose_key > ''",
    "CREATE INDEX attempt_person ON attempt (person_key) WHERE person_key > ''",
    "CREATE INDEX attempt_user ON attempt (user_id) WHERE user_id > ''",
    # The condition of `Attempt.is_unproved`, for attempts that still have their member.
    f"CREATE INDEX attempt_unproved ON attempt (identifier_value) WHERE {UNPROVED}",
)

REVERSAL_COLUMNS = {
    "seq": "INTEGER PRIMARY KEY REFERENCES event (seq)",  # the event of its beginning, so the order is that of begins
    "id": "TEXT NOT NULL UNIQUE CHECK (length(id) > 0)",  # the till's own id (`new_reference`); it is never sent
    "reference": "TEXT NOT NULL",  # of the redemption (`attempt.reference`), in the same letter case
    "state": "TEXT NOT NULL",  # in_flight, reversed, refused, not_sent, unknown, not_applied
    "points": "TEXT NOT NULL",  # asked for, exact
    "reason": "TEXT NOT NULL DEFAULT ''",  # in the cashier's words; personal data
    "approved_by": "TEXT NOT NULL DEFAULT ''",  # whose approval; empty if none was needed
    "seen_before": "TEXT NOT NULL DEFAULT ''",  # JSON: the service's list of reversals before the request was sent
    "till": "TEXT NOT NULL",
    "cashier": "TEXT NOT NULL",
    "service": "TEXT NOT NULL DEFAULT ''",  # as for an attempt; likewise `journal_id`
    "journal_id": "TEXT NOT NULL DEFAULT ''",
    "at": "TEXT NOT NULL",  # when it was recorded; `rows.sent_columns` makes these three
    "at_us": "INTEGER NOT NULL",
    "day": "INTEGER NOT NULL",
    "changed": "TEXT NOT NULL",  # when its state last changed; `rows.changed_columns` makes these two
    "changed_us": "INTEGER NOT NULL",
    "looks": "INTEGER NOT NULL DEFAULT 0",
    "settled_late": "INTEGER NOT NULL DEFAULT 0",
    "refusal": "TEXT NOT NULL DEFAULT ''",  # what the refusal proves (`rows.refusal_text`)
    "candidate": "TEXT NOT NULL DEFAULT ''",  # JSON: an entry of the list that could be it
    "reversal_id": "TEXT NOT NULL DEFAULT ''",  # the service's own
    "reversed_points": "TEXT",  # what it took off the redemption, by the answer; NULL if the answer does not say
    "available": "TEXT",  # what came back to the member
    "expired": "TEXT",  # what had expired and did not come back
    "value": "TEXT",  # what that was worth at the counter, for the day's report
    "balance": "TEXT",
    "reversed_request_id": "TEXT NOT NULL DEFAULT ''",
    "code": "TEXT NOT NULL DEFAULT ''",  # the last answer that was no success (`Trace`); the message is personal data
    "message": "TEXT NOT NULL DEFAULT ''",
    "request_id": "TEXT NOT NULL DEFAULT ''",
    "salt": "BLOB NOT NULL DEFAULT x''",  # as for an attempt; `reversals` fills these three
    "person": "BLOB NOT NULL DEFAULT x''",
    "remembered": "INTEGER NOT NULL DEFAULT 1",
}
"""The columns of the `reversal` table. A reversal is a separate kind of attempt on a redemption.

`desktop.store.reversals` writes and reads them, and says how to use it. Empty columns are not part of the digest that
the chain covers, so a later version may add columns.
"""

_REVERSALS: Migration = (
    f"CREATE TABLE reversal ({', '.join(f'{name} {kind}' for name, kind in REVERSAL_COLUMNS.items())})",
    "CREATE TRIGGER reversal_is_not_removed BEFORE DELETE ON reversal BEGIN SELECT RAISE(ABORT, 'reversals stay'); END",
    "CREATE INDEX reversal_reference ON reversal (reference)",
    "CREATE INDEX reversal_state ON reversal (state)",
    "CREATE INDEX reversal_day ON reversal (day)",
    # What this till has given back of a redemption, exact.
    "ALTER TABLE attempt ADD COLUMN reversed_points TEXT NOT NULL DEFAULT ''",
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND, _THIRD, _REVERSALS)
"""The steps from each version to the next, as SQL or a function. A released entry never changes."""

CHAINED = 3
"""The first version that has a chain and an identity."""

WITH_REVERSALS = 4
"""The first version that has reversals."""

READABLE = 1
"""The oldest version that a reader accepts without migration. Columns that later versions added read as absent."""


def check_identity(connection: sqlite3.Connection, path: Path) -> int:
    """Returns the version of a journal's file.

    Raises:
        JournalUnusable: `DAMAGED` if it is not a journal, `NEWER` if a newer program made it.
    """
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    version = version_of(connection)
    if application_id != APPLICATION_ID or version < 1:
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    if version > len(MIGRATIONS):
        raise JournalUnusable(JournalTrouble.NEWER, str(path))
    return version


def version_of(connection: sqlite3.Connection) -> int:
    """Returns the version in the file's header."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def run(connection: sqlite3.Connection, migrations: Iterable[Migration]) -> None:
    """Runs some migrations in order, in the caller's transaction."""
    for steps in migrations:
        for step in steps:
            if isinstance(step, str):
                connection.execute(step)
            else:
                step(connection)


def migrate(
    connection: sqlite3.Connection, version: int, here: Fingerprint, predecessor: Predecessor | None = None
) -> bool:
    """Migrates an older journal to this version in one transaction, and claims it for this machine.

    Args:
        connection: a connection without an open transaction.
        version: the file's version, or 0 if it is new.
        here: where the file lives.
        predecessor: the damaged journal that a new one replaces.

    Returns:
        True if the journal comes from elsewhere (`ownership.claim`).
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        run(connection, MIGRATIONS[version:])
        if version < CHAINED:
            ownership.start(connection, version, predecessor)
        moved = ownership.claim(connection, here)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # Write this even if nothing changed: if this commit reaches the disk, the next one can too.
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        # Has no effect if SQLite has already rolled back, for example on a full disk.
        connection.rollback()
        raise
    return moved
