"""Defines the tables of journals before version 4, and migrates files of versions 1 and 2 to version 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.store.backfill import fill_third

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    Migration = tuple[str | Callable[[sqlite3.Connection], None], ...]

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

_UNPROVED = (
    "identifier_value > '' AND (state = 'not_applied' OR (state = 'not_sent' AND doubtful = 1)"
    " OR (state = 'refused' AND refusal IN ('not_processed', 'failed')))"
)

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
    f"CREATE INDEX attempt_unproved ON attempt (identifier_value) WHERE {_UNPROVED}",
)

OLD_MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND, _THIRD)
"""The steps from each version to the next, as SQL or a function. A released entry never changes."""
