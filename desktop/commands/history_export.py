"""Exports the redemptions in the journal as CSV or JSON lines."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, TypeVar

from desktop.commands.console import complain_of_no_journal, explain_moved
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.result_record import record
from desktop.standard_output import complain
from desktop.store import journal_workers
from desktop.store.damaged_journal import read_damaged
from desktop.store.errors import journal_errors
from desktop.store.export_records import RecordWriter, header, text_maker
from desktop.store.journal import SqliteJournal
from desktop.store.journal_pieces import Wanted
from desktop.store.opening import find_journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.commands.console import Console
    from desktop.store.journal_workers import JournalWorkers

FoundT = TypeVar("FoundT")


def run(console: Console) -> ExitCode:
    """Exports the attempts of the days on the command line.

    Raises:
        JournalUnusable: the journal cannot be read, or is damaged. Of a damaged journal, what can be read is exported.
    """
    path = console.journal
    with journal_errors(path):
        path = find_journal(path) or path
    with journal_workers.workers_for(path) as workers:
        return _run(console, path, workers)


def _run(console: Console, path: Path, workers: JournalWorkers | None) -> ExitCode:
    # Each attempt that is exported is compared with the chain. If that is all of them, once is enough.
    command = console.command
    reads_all = (command.from_day, command.to_day, command.after) == (None, None, None)
    verdict, workers = journal_workers.verify(path, workers, attempts=not reads_all)
    if verdict.why is not None and verdict.why is not JournalTrouble.DAMAGED:
        raise JournalUnusable(verdict.why, str(path))
    if verdict.ok and not path.exists():
        _write(console, iter(()))
        complain_of_no_journal(path)
        return ExitCode.DONE
    damage: list[str] = [] if verdict.ok else [verdict.problem]
    readable = _read(console, path, damage, workers)
    # Read the first one before writing the header: an unreadable journal must not look like an empty history.
    first = next(readable, None)
    if first is not None or not damage:
        _write(console, itertools.chain(() if first is None else (first,), readable))
    if damage:
        complain(f"the journal proves less than it should: {damage[0]}")
        complain("only what could still be read was exported")
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    return ExitCode.DONE


def _read(console: Console, path: Path, damage: list[str], workers: JournalWorkers | None) -> Iterator[str]:
    """Yields the text of every attempt of the wanted days; of a damaged journal, of those that can be read.

    Args:
        console: the console.
        path: the journal.
        damage: descriptions of the damage. Damage that is found while reading is appended.
        workers: what reads an undamaged journal faster; None to read it here.
    """
    command = console.command
    last = ""
    # A piece with damage is lost to the workers as a whole. This process still reads what is before the damage.
    ways = [workers, None] if workers is not None else [None]
    for way in [] if damage else ways:
        try:
            with SqliteJournal.open(path, writer=False) as journal:
                if journal.moved_from and way is workers:
                    complain(explain_moved(journal.moved_from))
                for text, reference in _after(last, _texts(console, journal, way)):
                    last = reference or last
                    yield text
                return
        except JournalUnusable as failure:
            if failure.why is not JournalTrouble.DAMAGED:
                raise
            if way is None:
                damage.append(failure.support)
    as_text = text_maker(command.format)
    rest = ((attempt, attempt.reference) for attempt in read_damaged(path))
    # All read the rows in the same order, so what follows the last one is still to be exported.
    for attempt, _ in _after(last if command.after is None else "", rest):
        day = attempt.at.date()
        if (command.from_day or day) <= day <= (command.to_day or day):
            # The numbers of a damaged journal are no cursor.
            yield as_text(record(attempt, full_mobile=command.full_mobile))


def _after(last: str, found: Iterator[tuple[FoundT, str]]) -> Iterator[tuple[FoundT, str]]:
    """Yields what follows the one with a reference, the second of each pair; everything if it is empty."""
    if last:
        found = itertools.dropwhile(lambda one: one[1] != last, found)
        next(found, None)
    yield from found


def _texts(console: Console, journal: SqliteJournal, workers: JournalWorkers | None) -> Iterator[tuple[str, str]]:
    """Yields texts of one attempt or more, each with the reference of the last one.

    Raises:
        JournalUnusable: the journal is damaged. What is before the damage was yielded.
    """
    command = console.command
    if workers is not None:
        wanted = Wanted(command.format, command.full_mobile, command.from_day, command.to_day, command.after)
        with journal_errors(journal.path):
            for block in workers.records(wanted):
                # A piece of the journal may have none of the wanted days.
                if block.text:
                    yield block.text, block.reference
        return
    text_of = RecordWriter(command.format, full_mobile=command.full_mobile).text
    for found, approvals in journal.export_rows(command.from_day, command.to_day, command.after):
        yield text_of(found.attempt, found.seq, approvals), found.reference


def _write(console: Console, texts: Iterator[str]) -> None:
    out = console.out
    out.write(header(console.command.format))
    for text in texts:
        out.write(text)
    out.flush()
