"""Exports the redemptions in the journal as CSV or JSON lines."""

from __future__ import annotations

import csv
import itertools
from typing import TYPE_CHECKING

from desktop.commands.console import complain, explain_moved
from desktop.commands.csv_cells import harmless
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.result_record import EXPORT_FIELDS, line_of, record
from desktop.store import verification
from desktop.store.damaged_journal import read_damaged
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.commands.console import Console
    from desktop.domain.redemption import Attempt


def run(console: Console) -> ExitCode:
    """Exports the attempts of the days on the command line.

    Raises:
        JournalUnusable: the journal cannot be read, or is damaged. Of a damaged journal, what can be read is exported.
    """
    path = console.journal
    with journal_errors(path):
        path = find_journal(path) or path
    verdict = verification.verify(path)
    if verdict.why is not None and verdict.why is not JournalTrouble.DAMAGED:
        raise JournalUnusable(verdict.why, str(path))
    if verdict.ok and not path.exists():
        _write(console, iter(()))
        return ExitCode.DONE
    damage: list[str] = [] if verdict.ok else [verdict.problem]
    readable = _read(console, path, damage)
    # Read the first one before writing the header: an unreadable journal must not look like an empty history.
    first = next(readable, None)
    if first is not None or not damage:
        attempts = itertools.chain(() if first is None else (first,), readable)
        _write(console, (record(attempt, full_mobile=console.command.full_mobile) for attempt in attempts))
    if damage:
        complain(f"the journal proves less than it should: {damage[0]}")
        complain("only what could still be read was exported")
        raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
    return ExitCode.DONE


def _read(console: Console, path: Path, damage: list[str]) -> Iterator[Attempt]:
    """Yields every attempt of the wanted days; of a damaged journal, those that can be read.

    Args:
        console: the console.
        path: the journal.
        damage: descriptions of the damage. Damage that is found while reading is appended.
    """
    from_day, to_day = console.command.from_day, console.command.to_day
    last: Attempt | None = None
    if not damage:
        try:
            with SqliteJournal.open(path, writer=False) as journal:
                if journal.moved_from:
                    complain(explain_moved(journal.moved_from))
                for attempt in journal.export(from_day, to_day):
                    yield attempt
                    last = attempt
                return
        except JournalUnusable as trouble:
            if trouble.why is not JournalTrouble.DAMAGED:
                raise
            damage.append(trouble.support)
    rest = iter(read_damaged(path))
    if last is not None:
        # `export` and `salvage` read the rows in the same order, so what follows the last one is still to be exported.
        for attempt in rest:
            if attempt.reference == last.reference:
                break
    for attempt in rest:
        day = attempt.at.date()
        if (from_day or day) <= day <= (to_day or day):
            yield attempt


def _write(console: Console, records: Iterator[dict[str, str | None]]) -> None:
    if console.command.format == "jsonl":
        for one in records:
            console.out.write(line_of(one))
    else:
        writer = csv.DictWriter(console.out, EXPORT_FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: harmless(value) for name, value in one.items()} for one in records)
    console.out.flush()
