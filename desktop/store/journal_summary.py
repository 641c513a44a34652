"""Says in numbers what is in the journal, for support. Never raises, changes nothing, and names no member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.failures import JournalUnusable
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal
from desktop.store.verification import verify_quickly

if TYPE_CHECKING:
    from pathlib import Path


def summary(path: Path) -> dict[str, object]:
    """Returns size, identity, events, head, and how many attempts and reversals are in which state.

    Args:
        path: the journal. It may be missing, damaged, or in use by a window.
    """
    told: dict[str, object] = {"path": str(path), "exists": False}
    try:
        with journal_errors(path):
            existing = find_journal(path)
        if existing is None:
            return told
        told |= {"path": str(existing), "exists": True, "bytes": _sizes(existing)}
        verdict = verify_quickly(existing)
        told["problem"] = verdict.problem
        with SqliteJournal.open(existing, writer=False) as journal:
            told |= {"journal_id": journal.identity, "moved_from": journal.copied_from}
            told |= {"events": journal.events_count, "head": journal.head}
            told |= {"attempts": journal.count_states(), "reversals": journal.count_reversals()}
    except JournalUnusable as failure:
        told["problem"] = f"{failure.support}: {told.get('problem') or failure.why.value}"
    except OSError as error:
        told["problem"] = str(error.strerror)
    return told


def _sizes(path: Path) -> dict[str, int]:
    beside = (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm"))
    return {one.name: one.stat().st_size for one in beside if one.exists()}
