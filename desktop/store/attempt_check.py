"""Compares attempts with the digests that their last events cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.store import chain, packing
from desktop.store.errors import expect
from desktop.store.fast_attempts import FastAttempts
from desktop.store.words import Words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desktop.store.fast_attempts import Ordinary

LAST_FACTS = (
    "(SELECT facts FROM event WHERE event.seq = coalesce((SELECT later.seq FROM event AS later"
    " WHERE later.attempt = coalesce(attempt.first, attempt.seq) AND later.reversal IS NULL"
    " ORDER BY later.seq DESC LIMIT 1), attempt.first, attempt.seq)) AS last_facts"
)
"""The digest that the last event about an attempt itself covers, as SQL."""

SELECT_ATTEMPTS = f"SELECT attempt.*, {LAST_FACTS} FROM attempt"  # noqa: S608 - a constant
"""Selects packed attempts with the digest that their last event covers."""


class AttemptCheck:
    """Unpacks attempts, and compares each with the digest that its last event covers.

    Attributes:
        ordinary: the same for ordinary attempts alone (`FastAttempts.check`).
    """

    def __init__(self, connection: sqlite3.Connection, words: Words | None = None) -> None:
        self._connection = connection
        self._words = words or Words()
        self.ordinary = FastAttempts(connection, self._words).check

    def check(self, row: Sequence[Any], facts: Any) -> dict[str, Any] | Ordinary:  # noqa: ANN401 - what a file holds
        """Compares a packed attempt with a digest, and returns what is known of an ordinary one, or all columns.

        Args:
            row: the attempt. Other columns may follow.
            facts: the digest that its last event covers.

        Raises:
            BrokenError, DamagedRowError: the attempt was changed.
        """
        return self.ordinary(row, facts) or self.columns_of(row, facts)

    def columns_of(self, row: Sequence[Any], facts: Any) -> dict[str, Any]:  # noqa: ANN401 - what a file holds
        """Returns the columns of a packed attempt, all of them.

        Args:
            row: as for `check`.
            facts: likewise.

        Raises:
            BrokenError, DamagedRowError: the attempt was changed.
        """
        columns = packing.unpack(row, self._words, self._connection)
        problem = f"attempt {columns['reference']} was changed"
        expect(chain.facts_of(columns) == facts, problem)
        expect(packing.has_right_keys(row, columns), problem)
        # The digest does not cover this, because retention changes it. Nothing else shows that a member is known.
        expect(columns["remembered"] in ({1} if columns["identifier_value"] else {0, 1}), problem)
        if not columns["salt"]:
            # Otherwise the digest proves that the till wrote this row, so it need not be parsed.
            from desktop.store.rows import attempt_from_columns

            attempt_from_columns(columns)
        return columns
