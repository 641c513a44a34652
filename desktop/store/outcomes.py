"""Finds what the journal knows about a bill or a reference, for a POS that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.failures import JournalUnusable
from desktop.domain.result_record import earlier_of, result, with_earlier
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal
from desktop.store.verification import verify_quickly

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.redemption import Attempt


def find_outcomes(journal_path: Path, *, bill: str, reference: str) -> tuple[dict[str, object], ...]:
    """Returns a result for each attempt, newest first. A window may have the journal open.

    It takes neither settings nor messages, because a POS waits for it, and loading them takes longer than the answer.

    Args:
        journal_path: the journal; it may not exist.
        bill: a bill number; empty if `reference` is given.
        reference: a redemption's reference.

    Raises:
        JournalUnusable: the journal is damaged or cannot be read, so an attempt may be missing in it.
    """
    path = _sound_journal(journal_path)
    if path is None:
        return ()
    with SqliteJournal.open(path, writer=False) as journal:
        if reference:
            found = journal.get(reference.strip())
            attempts: tuple[Attempt, ...] = () if found is None else (found,)
        else:
            attempts = journal.same_bill(bill)
        journal.check(attempts)
        return tuple(
            with_earlier(
                result(one), earlier_of(journal.same_bill(one.draft.bill) if reference else attempts, one.reference)
            )
            for one in attempts
        )


def find_earlier(journal_path: Path, bill: str) -> dict[str, str | None] | None:
    """Returns the result of the newest redemption of a bill that happened; None if there is none.

    Raises:
        JournalUnusable: the journal is damaged or cannot be read.
    """
    path = _sound_journal(journal_path) if bill else None
    if path is None:
        return None
    with SqliteJournal.open(path, writer=False) as journal:
        earlier = earlier_of(journal.same_bill(bill))
        return None if earlier is None else result(earlier)


def _sound_journal(journal_path: Path) -> Path | None:
    with journal_errors(journal_path):
        path = find_journal(journal_path)
    if path is None:
        return None
    why = verify_quickly(path).why
    if why is not None:
        raise JournalUnusable(why, str(path))
    return path
