"""Verifies the journal at a path, for commands that report on it. Never raises, and changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.journal_failures import JournalTrouble, JournalUnusable
from desktop.store import newest_head
from desktop.store.checking import CheckProgress, check, check_recent, check_wal
from desktop.store.errors import PROBLEMS, trouble_at
from desktop.store.opening import find_journal, open_reader

if TYPE_CHECKING:
    from pathlib import Path


_SMALL = 200 * 2**10
"""Bytes up to which a quick check is a full one."""


class Verdict(NamedTuple):
    """The result of a check.

    Attributes:
        ok: True if no problem was found.
        events: the number of events that can be read.
        head: hash of the last proved event in hexadecimal, or empty if there is none.
        problem: the first problem, in plain English for store IT, or what could not be checked.
        why: the problem as a window would show it, or None if there is none.
    """

    ok: bool
    events: int = 0
    head: str = ""
    problem: str = ""
    why: JournalTrouble | None = None


def verify(path: Path, head: str = "", *, timeout: float = 5.0, attempts: bool = True) -> Verdict:
    """Checks the journal at a path. A missing journal is in order.

    Args:
        path: the journal.
        head: a head that was noted earlier. If it is not in the chain, the tail was cut off.
        timeout: seconds to wait for a lock.
        attempts: False if the caller compares every attempt with the chain itself (`attempt_check.AttemptCheck`).
    """
    progress = CheckProgress(head)
    try:
        remark = _check(path, progress, timeout, attempts=attempts)
    except PROBLEMS as problem:
        return _verdict_on(problem, progress, path)
    if not progress.seen:
        return _bad(progress, "the head is not in the chain: events were cut off, or it is another journal's")
    return Verdict(ok=True, events=progress.events, head=progress.last.hex(), problem=remark)


def verify_quickly(path: Path, *, timeout: float = 5.0) -> Verdict:
    """Checks a small journal completely, and of a large one the end, in a few hundredths of a second."""
    if path.stat().st_size <= _SMALL:
        return verify(path, timeout=timeout)
    progress = CheckProgress()
    try:
        noted = newest_head.read(path)
        connection, _ = open_reader(path, timeout)
        with closing(connection):
            check_wal(connection, path)
            check_recent(connection)
            newest_head.check(connection, path, noted)
    except PROBLEMS as problem:
        return _verdict_on(problem, progress, path)
    return Verdict(ok=True)


def _check(path: Path, progress: CheckProgress, timeout: float, *, attempts: bool) -> str:
    existing = find_journal(path)
    if existing is None:
        return ""
    noted = newest_head.read(existing)
    connection, _ = open_reader(existing, timeout)
    with closing(connection):
        check_wal(connection, existing)
        remark = check(connection, progress, attempts=attempts)
        newest_head.check(connection, existing, noted)
        return remark


def _verdict_on(problem: Exception, progress: CheckProgress, path: Path) -> Verdict:
    """Returns the verdict on a journal whose check ended with one of `PROBLEMS`."""
    match problem:
        case UnicodeDecodeError():
            return _bad(progress, _NO_TEXT)
        case JournalUnusable(why=why):
            return _bad(progress, _TROUBLES[why], why)
        case sqlite3.Error() | OSError():
            why = trouble_at(path, problem)
            return _bad(progress, f"{_TROUBLES[why]}: {problem}", why)
        case _:
            return _bad(progress, str(problem))


def _bad(progress: CheckProgress, problem: str, why: JournalTrouble = JournalTrouble.DAMAGED) -> Verdict:
    return Verdict(ok=False, events=progress.events, head=progress.last.hex(), problem=problem, why=why)


_NO_TEXT = "damaged: a name in its schema is not UTF-8"
"""The sqlite3 module raises an error of Python's own for that, and another one for values."""

_TROUBLES = {
    JournalTrouble.DAMAGED: "damaged",
    JournalTrouble.READ_ONLY: "it cannot be read by this user",
    JournalTrouble.FULL: "the disk is full",
    JournalTrouble.NEWER: "a newer version of the program made it",
    JournalTrouble.IN_USE: "another program has it locked",
    JournalTrouble.OTHER_LOGIN: "the till is open in another login",
    JournalTrouble.UNAVAILABLE: "it cannot be opened",
}
