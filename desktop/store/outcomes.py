"""Finds what the journal knows about a bill or a reference, for a POS that asks.

A POS waits for it, so it reads the columns themselves (`record_facts`): importing what `Attempt` and `SqliteJournal`
need takes longer than the answer.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from desktop.domain.journal_failures import JournalUnusable
from desktop.domain.result_line import earlier_among, while_giving_back
from desktop.store.attempt_check import SELECT_ATTEMPTS, AttemptCheck
from desktop.store.checking import one_state
from desktop.store.errors import journal_errors
from desktop.store.fast_attempts import columns_of
from desktop.store.opening import find_journal, open_reader
from desktop.store.packing import SAME_BILL, attempt_row
from desktop.store.record_facts import facts_of
from desktop.store.schema import PACKED, version_of
from desktop.store.search_keys import bill_key
from desktop.store.verification import verify_quickly

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_TIMEOUT = 5.0
"""Seconds to wait for a writer."""

Columns = dict[str, Any]
Result = dict[str, str | None]


def find_outcomes(journal_path: Path, *, bill: str, reference: str) -> tuple[dict[str, object], ...]:
    """Returns a result for each attempt, newest first. A window may have the journal open.

    It takes neither settings nor messages.

    Args:
        journal_path: the journal; it may not exist.
        bill: a bill number; empty if `reference` is given.
        reference: a redemption's reference.

    Raises:
        JournalUnusable: the journal is damaged or cannot be read, so an attempt may be missing in it.
    """
    with _attempts(journal_path) as attempts:
        if attempts is None:
            return ()
        found = attempts.of_reference(reference.strip()) if reference else attempts.of_bill(bill)
        of_bill = attempts.of_bill(found[0]["bill"]) if reference and found else found
        return tuple({**attempts.result(one), "earlier": attempts.earlier(of_bill, one["reference"])} for one in found)


def find_earlier(journal_path: Path, bill: str) -> Result | None:
    """Returns the result of the newest redemption of a bill that happened, or may have; None if there is none.

    Raises:
        JournalUnusable: the journal is damaged or cannot be read.
    """
    if not bill:
        return None
    with _attempts(journal_path) as attempts:
        return None if attempts is None else attempts.earlier(attempts.of_bill(bill))


class _Attempts:
    """Reads attempts of a journal, each compared with the digest that its last event covers."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._check = AttemptCheck(connection)

    def of_reference(self, reference: str) -> list[Columns]:
        """Returns the attempt with a reference, in any letter case."""
        row = attempt_row(self._connection, reference.encode("utf-8", "replace").decode())
        return [] if row is None else self._read("attempt.seq = ?", (row["seq"],))

    def of_bill(self, bill: str) -> list[Columns]:
        """Returns all attempts with a bill number, as `JournalReader.same_bill` does, newest first."""
        key = bill_key(bill)
        found = self._read(SAME_BILL, (key, key)) if key else []
        return [one for one in found if bill_key(one["bill"]) == key]

    def earlier(self, of_bill: Iterable[Columns], reference: str = "") -> Result | None:
        """Returns the result of the earlier redemption of a bill; see `earlier_among`."""
        found = earlier_among(of_bill, reference, lambda one: (one["reference"], one["state"]))
        return None if found is None else self.result(found)

    def result(self, columns: Mapping[str, Any]) -> Result:
        """Returns the result of an attempt, as `flow.outcome_reader` does."""
        found = _result(columns)
        return while_giving_back(found) if columns["state"] == "redeemed" and self._gives_back(columns) else found

    def _gives_back(self, columns: Mapping[str, Any]) -> bool:
        """True if it is not known whether points of a redemption are back (`domain.reversal.OPEN`)."""
        found = self._connection.execute(
            "SELECT 1 FROM reversal INDEXED BY reversal_reference WHERE reference = ? "
            "AND state IN ('in_flight', 'unknown')",
            (columns["reference"],),
        )
        return found.fetchone() is not None

    def _read(self, condition: str, values: tuple[str | int, ...]) -> list[Columns]:
        rows = self._connection.execute(f"{SELECT_ATTEMPTS} WHERE {condition} ORDER BY attempt.seq DESC", values)
        return [columns_of(self._check.check(row, row["last_facts"])) for row in rows]


@contextmanager
def _attempts(journal_path: Path) -> Iterator[_Attempts | None]:
    """Opens a journal for reading, once its end has been checked. Gives None if there is no journal."""
    with journal_errors(journal_path):
        path = find_journal(journal_path)
        if path is None:
            yield None
            return
        why = verify_quickly(path, timeout=_TIMEOUT).why
        if why is not None:
            raise JournalUnusable(why, str(path))
        connection, _ = open_reader(path, _TIMEOUT)
        if version_of(connection) < PACKED:
            from desktop.store.upgrade import readable_copy

            with closing(connection) as old:
                connection = readable_copy(old)
        with closing(connection), one_state(connection):
            yield _Attempts(connection)


def _result(columns: Mapping[str, Any]) -> Result:
    """Returns the result of an attempt, as `result_record.result` makes it."""
    facts = facts_of(columns, columns["identifier_value"])
    if facts is None:
        from desktop.domain.result_record import result
        from desktop.store.rows import attempt_from_columns

        return result(attempt_from_columns(columns))
    state = columns["state"]
    return {"outcome": "unknown" if state == "in_flight" else state, **facts, "earlier": None}
