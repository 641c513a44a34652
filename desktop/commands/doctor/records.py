"""Checks the journal: the whole file with its chain, whether it can be written, and what is not known yet."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop.commands.console import explain_moved
from desktop.commands.doctor.report import Check
from desktop.commands.doctor.words import reason
from desktop.domain.failures import JournalTrouble, JournalUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.commands.console import Console

_NEWEST = 20_000
"""Events that are searched for the last one that settled something."""

_SETTLED = frozenset({"found", "absent", "reversal_found", "reversal_absent"})
"""Events that end an unknown outcome, also by hand."""


def check_journal(console: Console) -> Check:
    """Checks the whole journal, and whether a window could write to it."""
    return journal_at(console.journal)


def journal_at(path: Path) -> Check:
    """Checks the journal at a path."""
    from desktop.store.errors import journal_errors
    from desktop.store.journal_workers import verify_whole
    from desktop.store.opening import find_journal, room_missing, try_writing

    details: dict[str, object] = {"path": str(path)}
    try:
        with journal_errors(path):
            existing = find_journal(path)
        if existing is None:
            return Check("journal", ok=True, text=f"{path} (none yet)", details={**details, "exists": False})
        details |= {"exists": True, "bytes": existing.stat().st_size}
        verdict = verify_whole(existing)
        details |= {"events": verdict.events, "head": verdict.head, "problem": verdict.problem}
        if verdict.why is not None:
            failure = JournalUnusable(verdict.why, str(path))
            text = f"{path}: {verdict.problem}; {reason(failure)}"
            return Check("journal", ok=False, text=text, code=failure.support, stops=True, details=details)
        with journal_errors(existing):
            try_writing(existing)
            missing = room_missing(existing)
        if missing:
            failure = JournalUnusable(JournalTrouble.FULL, str(path))
            details["missing_bytes"] = missing
            text = f"{path}: the next start converts it, and the disk needs {missing / 2**20:,.0f} MB more for that"
            return Check("journal", ok=False, text=text, code=failure.support, stops=True, details=details)
    except JournalUnusable as failure:
        text = f"{path}: {reason(failure)}"
        return Check("journal", ok=False, text=text, code=failure.support, stops=True, details=details)
    lines = (f"checked: {verdict.problem or f'{verdict.events} events, head {verdict.head}'}",)
    return Check("journal", ok=True, text=str(path), details=details, lines=lines)


def check_login(console: Console) -> Check:
    """Tells if this login has a journal of its own beside the one that all logins share."""
    from desktop import paths
    from desktop.domain.redemption import UNSETTLED
    from desktop.store.journal import SqliteJournal
    from desktop.store.opening import find_journal

    name = "login"
    own = paths.journal(paths.user_data_dir())
    details: dict[str, object] = {"shared": paths.machine_data(console.data) is not None, "left": None, "unknown": None}
    if not details["shared"]:
        return Check(name, ok=True, text="this till belongs to one login, or to this data folder", details=details)
    if not os.access(console.data, os.R_OK | os.W_OK | os.X_OK):
        text = f"this login may not use {console.data}: put it into that folder’s group, and let it sign in again"
        return Check(name, ok=False, text=text, code="PT-JOURNAL-READ-ONLY", stops=True, details=details)
    try:
        if own.parent == console.data or find_journal(own) is None:
            return Check(name, ok=True, text="everything of this login is the machine’s", details=details)
        with SqliteJournal.open(own, writer=False) as journal:
            details["unknown"] = left = len(journal.in_states(*UNSETTLED))
        text = f"{own} was not moved to the machine’s journal: {left} not known yet in it; points-till machine move"
    except JournalUnusable as failure:
        text = f"{own} was not moved to the machine’s journal: {reason(failure)} ({failure.support})"
    return Check(name, ok=False, text=text, code="PT-JOURNAL-LEFT", details={**details, "left": str(own)})


def check_head_office(console: Console) -> Check:
    """Tells how far head office is, without calling it."""
    from desktop.head_office_link import head_office_status, status_text

    name, settings = "sending", console.settings
    status = head_office_status(settings, console.data)
    if status is None:
        details: dict[str, object] = {"set_up": False}
        if not settings.head_office and not settings.head_office_key:
            return Check(name, ok=True, text="no head office is set up", details=details)
        missing = "head_office_key" if settings.head_office else "head_office"
        text = f"nothing is sent to head office: the setting {missing} has no value that counts"
        return Check(name, ok=False, text=text, code="PT-HEAD-OFFICE-INCOMPLETE", details=details)
    is_fine = status.problem is None and not status.forked
    code = "PT-HEAD-OFFICE-FORKED" if status.forked else "PT-HEAD-OFFICE"
    details = {
        "set_up": True,
        "address": settings.head_office,
        "events": status.events,
        "acknowledged": status.acknowledged,
        "behind": status.behind,
        "contact": None if status.contact is None else status.contact.isoformat(timespec="seconds"),
        "problem": None if status.problem is None else status.problem.value,
        "forked": status.forked,
    }
    # A till redeems all the same, however far behind it is.
    return Check(
        name, ok=is_fine, text=f"to head office: {status_text(status)}", code="" if is_fine else code, details=details
    )


def check_attempts(console: Console) -> Check:
    """Tells what is not known yet, and when something was last settled."""
    from desktop.domain.redemption import State
    from desktop.store.journal import SqliteJournal
    from desktop.store.opening import find_journal

    name = "attempts"
    try:
        existing = find_journal(console.journal)
        if existing is None:
            return Check(name, ok=True, text="none yet", details={"unknown": 0, "last_settled": None})
        with SqliteJournal.open(existing, writer=False) as journal:
            unknown = journal.in_states(State.UNKNOWN, State.IN_FLIGHT)
            settled = next((one for one in journal.newest_events(_NEWEST) if one.what in _SETTLED), None)
            copied_from = journal.copied_from
    except (JournalUnusable, OSError):
        nothing: dict[str, object] = {"unknown": None, "last_settled": None}
        return Check(name, ok=True, text="not known: see journal", details=nothing, because="journal")
    oldest = min((one.begun or one.at for one in unknown), default=None)
    last = settled.at.isoformat(timespec="seconds") if settled is not None else ""
    text = f"{len(unknown)} not known yet" + (f", the oldest since {oldest:%Y-%m-%d %H:%M}" if oldest else "")
    details = {
        "unknown": len(unknown),
        "oldest_unknown": oldest.isoformat(timespec="seconds") if oldest else None,
        "last_settled": last or None,
        "moved_from": copied_from or None,
    }
    lines = [f"last settled: {last or 'never'}"]
    if copied_from:
        lines.append(explain_moved(copied_from))
    code = "PT-ATTEMPTS-UNKNOWN" if unknown else ""
    return Check(name, ok=not unknown, text=text, code=code, details=details, lines=tuple(lines))
