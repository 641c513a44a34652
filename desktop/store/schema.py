"""Defines the journal's tables, and says which versions of the file can be read and migrated.

Version 4 packs what version 3 kept as text (`packing`, `event_rows`), and adds reversals. A journal of an earlier
version is copied to a new file (`upgrade`); from version 4 on, `MIGRATIONS` change the file itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.journal_failures import JournalTrouble, JournalUnusable
from desktop.store import event_rows
from desktop.store.packing import REFUSALS, STATES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.store.machine import Fingerprint
    from desktop.store.old_schema import Migration
    from desktop.store.ownership import Predecessor

APPLICATION_ID = 0x5054696C
"""`PTil` in the file's header. It identifies the file as a journal."""

# A type is given only if SQLite may convert what is stored to it: some columns hold a number, bytes or text.
_TABLES = (
    # Texts that repeat: names of tills and cashiers, services, identities of journals, forms of numbers.
    "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    # The events in the order in which they happened, so the order does not depend on the clock.
    # `facts` is the digest of the attempt or the reversal after the event. `mark` is the beginning of the hash, which
    # covers the event, `facts` and the hash before (`chain`).
    """
    CREATE TABLE event (
        seq INTEGER PRIMARY KEY,
        at_us INTEGER NOT NULL,
        utc_offset,
        what,
        till INTEGER,
        cashier INTEGER,
        attempt INTEGER,
        reversal INTEGER,
        reference TEXT,
        request_id,
        detail,
        facts BLOB,
        mark BLOB NOT NULL
    )
    """,
    "CREATE INDEX event_attempt ON event (attempt) WHERE attempt IS NOT NULL",
    "CREATE INDEX event_reversal ON event (reversal) WHERE reversal IS NOT NULL",
    "CREATE INDEX event_reference ON event (reference) WHERE reference IS NOT NULL",
    f"CREATE INDEX event_day_closed ON event (seq) WHERE what = {event_rows.DAY_CLOSED}",
    "CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END",
    "CREATE TRIGGER event_is_not_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'events stay'); END",
    "CREATE TABLE checkpoint (seq INTEGER PRIMARY KEY, hash BLOB NOT NULL)",
    "CREATE TRIGGER checkpoint_not_changed BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'hashes stay'); END",
    "CREATE TRIGGER checkpoint_not_removed BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'hashes stay'); END",
    # `events` and `head` are the end of the chain. `machine` and `file` are the fingerprint of where the journal lives.
    # `moved_from` is its identity elsewhere.
    """
    CREATE TABLE journal (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        identity TEXT NOT NULL,
        moved_from TEXT NOT NULL DEFAULT '',
        machine TEXT NOT NULL DEFAULT '',
        file TEXT NOT NULL DEFAULT '',
        events INTEGER NOT NULL DEFAULT 0,
        head BLOB NOT NULL DEFAULT (zeroblob(32))
    )
    """,
    "INSERT INTO journal (only, identity) VALUES (1, lower(hex(randomblob(16))))",
    # `seq` is the event of the last send. "Newest first" is therefore one walk along the table, and every index ends
    # with it. `first` is the event of the first send, if that is another one; events name the attempt by it.
    # `day` is the local day of the last send, in days since 1970. `changed` and `begun` are microseconds since `at_us`.
    """
    CREATE TABLE attempt (
        seq INTEGER PRIMARY KEY,
        first INTEGER,
        reference NOT NULL,
        state INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        number INTEGER,
        form INTEGER,
        tail INTEGER,
        member TEXT,
        shown TEXT,
        person INTEGER,
        name TEXT,
        points,
        worth,
        bill TEXT,
        bill_key TEXT,
        loose INTEGER,
        program INTEGER,
        validation INTEGER NOT NULL,
        till INTEGER,
        cashier INTEGER,
        service INTEGER,
        journal INTEGER,
        at_us INTEGER NOT NULL,
        utc_offset,
        day INTEGER NOT NULL,
        begun INTEGER,
        changed INTEGER NOT NULL,
        redemption_id TEXT,
        redemption_key TEXT,
        moved_points,
        moved_value,
        balance,
        redeemed_request_id,
        user_id,
        salt BLOB,
        person_digest BLOB,
        remembered INTEGER NOT NULL,
        rechecked INTEGER,
        doubtful INTEGER,
        refusal INTEGER,
        more TEXT
    )
    """,
    "CREATE TRIGGER attempt_is_not_removed BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts stay'); END",
)

UNSETTLED = f"{STATES['in_flight']}, {STATES['unknown']}"
"""The states of attempts whose outcome is unknown, for `IN`."""

NOT_REDEEMED = f"{STATES['not_sent']}, {STATES['not_applied']}, {STATES['refused']}"
"""The states of attempts that count as not redeemed, for `IN`."""

UNPROVED = (
    f"remembered = 1 AND (state = {STATES['not_applied']}"
    f" OR (state = {STATES['not_sent']} AND doubtful = 1) OR (state = {STATES['refused']}"
    f" AND refusal IN ({REFUSALS['not_processed']}, {REFUSALS['failed']})))"
)
"""Attempts that count as not redeemed without proof and can still be looked up (`Attempt.is_unproved`)."""

_INDEXES = (
    "CREATE UNIQUE INDEX attempt_reference ON attempt (reference COLLATE NOCASE)",
    "CREATE UNIQUE INDEX attempt_first ON attempt (first) WHERE first IS NOT NULL",
    # Nearly all attempts are redeemed. That state is not in the index.
    f"CREATE INDEX attempt_state ON attempt (state) WHERE state <> {STATES['redeemed']}",
    "CREATE INDEX attempt_day ON attempt (day, remembered)",
    "CREATE INDEX attempt_number ON attempt (number) WHERE number IS NOT NULL",
    "CREATE INDEX attempt_tail ON attempt (tail) WHERE tail IS NOT NULL",
    "CREATE INDEX attempt_person ON attempt (person) WHERE person IS NOT NULL",
    "CREATE INDEX attempt_user ON attempt (user_id) WHERE user_id IS NOT NULL",
    "CREATE INDEX attempt_bill ON attempt (bill COLLATE NOCASE) WHERE bill IS NOT NULL",
    "CREATE INDEX attempt_bill_key ON attempt (bill_key) WHERE bill_key IS NOT NULL",
    "CREATE INDEX attempt_loose ON attempt (loose) WHERE loose IS NOT NULL",
    "CREATE INDEX attempt_redemption ON attempt (redemption_id COLLATE NOCASE) WHERE redemption_id IS NOT NULL",
    "CREATE INDEX attempt_redemption_key ON attempt (redemption_key) WHERE redemption_key IS NOT NULL",
    f"CREATE INDEX attempt_unproved ON attempt (state) WHERE {UNPROVED}",
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

_REVERSALS = (
    f"CREATE TABLE reversal ({', '.join(f'{name} {kind}' for name, kind in REVERSAL_COLUMNS.items())})",
    "CREATE TRIGGER reversal_is_not_removed BEFORE DELETE ON reversal BEGIN SELECT RAISE(ABORT, 'reversals stay'); END",
    "CREATE INDEX reversal_reference ON reversal (reference)",
    "CREATE INDEX reversal_state ON reversal (state)",
    "CREATE INDEX reversal_day ON reversal (day)",
)

TABLES = (*_TABLES, *_REVERSALS)
"""The statements that make a journal of version 4, without the indexes of attempts."""

INDEXES = _INDEXES
"""The indexes of attempts. A copy makes them at its end, which is faster and leaves them smaller."""

PACKED = 4
"""The first version that packs attempts and events, and has reversals."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The steps from version 4 to the next ones, as SQL or a function. A released entry never changes."""

CHAINED = 3
"""The first version that has a chain and an identity."""

READABLE = 1
"""The oldest version that a reader accepts without migration."""


def current_version() -> int:
    """Returns the version of a new journal."""
    return PACKED + len(MIGRATIONS)


def check_identity(connection: sqlite3.Connection, path: Path) -> int:
    """Returns the version of a journal's file.

    Raises:
        JournalUnusable: `DAMAGED` if it is not a journal, `NEWER` if a newer program made it.
    """
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    version = version_of(connection)
    if application_id != APPLICATION_ID or version < 1:
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    if version > current_version():
        raise JournalUnusable(JournalTrouble.NEWER, str(path))
    return version


def version_of(connection: sqlite3.Connection) -> int:
    """Returns the version in the file's header."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def names() -> frozenset[str]:
    """Returns the kinds and names of all tables, indexes and triggers of this version, such as `table event`.

    They are read from the statements, because making a journal to see them takes 8 ms.
    """
    statements = (step for steps in ((*TABLES, *INDEXES), *MIGRATIONS) for step in steps if isinstance(step, str))
    words = (statement.replace("UNIQUE ", "", 1).split(maxsplit=3) for statement in statements)
    return frozenset(f"{kind.lower()} {name}" for verb, kind, name, *_ in words if verb == "CREATE")


def create(connection: sqlite3.Connection, version: int) -> None:
    """Creates the tables of a version, in the caller's transaction."""
    if version < PACKED:
        from desktop.store.old_schema import OLD_MIGRATIONS

        run(connection, OLD_MIGRATIONS[:version])
    else:
        run(connection, ((*TABLES, *INDEXES), *MIGRATIONS[: version - PACKED]))


def run(connection: sqlite3.Connection, migrations: Iterable[Migration]) -> None:
    """Runs some migrations in order, in the caller's transaction."""
    for steps in migrations:
        for step in steps:
            if isinstance(step, str):
                connection.execute(step)
            else:
                step(connection)


def migrate_to_chained(connection: sqlite3.Connection, version: int) -> None:
    """Migrates a journal of version 1 or 2 to version 3 in one transaction."""
    from desktop.store import ownership
    from desktop.store.old_schema import OLD_MIGRATIONS

    connection.execute("BEGIN IMMEDIATE")
    try:
        run(connection, OLD_MIGRATIONS[version:])
        ownership.chain_old(connection, version)
        connection.execute(f"PRAGMA user_version = {CHAINED}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def migrate(
    connection: sqlite3.Connection, version: int, here: Fingerprint, predecessor: Predecessor | None = None
) -> bool:
    """Migrates a journal to this version in one transaction, and claims it for this machine.

    Args:
        connection: a connection without an open transaction.
        version: the file's version, at least `PACKED`, or 0 if it is new.
        here: where the file lives.
        predecessor: the damaged journal that a new one replaces.

    Returns:
        True if the journal comes from elsewhere (`ownership.claim`).
    """
    from desktop.store import ownership

    connection.execute("BEGIN IMMEDIATE")
    try:
        if version:
            run(connection, MIGRATIONS[version - PACKED :])
        else:
            create(connection, current_version())
            ownership.start(connection, predecessor)
        moved = ownership.claim(connection, here)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        # Write this even if nothing changed: if this commit reaches the disk, the next one can too.
        connection.execute(f"PRAGMA user_version = {current_version()}")
        connection.execute("COMMIT")
    except BaseException:
        # Has no effect if SQLite has already rolled back, for example on a full disk.
        connection.rollback()
        raise
    return moved


def merge_wal(connection: sqlite3.Connection, path: Path) -> None:
    """Copies the WAL into the file and empties it, so that the file alone is the whole journal and may be renamed.

    Closing the last connection does so too, but reports no error: on a full disk, the newest rows stay in the WAL.

    Raises:
        JournalUnusable: `IN_USE` if another program is reading the journal.
        sqlite3.Error: the file does not take it.
    """
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise JournalUnusable(JournalTrouble.IN_USE, str(path))
