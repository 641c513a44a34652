"""Exports what a search of the window finds, as rows of CSV.

Other processes read a large journal. A thread of the window's own process would need Python's lock all the time, which
the painting thread needs too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.journal_failures import JournalUnusable
from desktop.domain.redemption import UNSETTLED
from desktop.store import journal_workers
from desktop.store.export_records import RecordWriter
from desktop.store.journal_pieces import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from desktop.domain.history import HistoryQuery
    from desktop.store.event_rows import NewEvent
    from desktop.store.exporting import ExportedAttempt


def export_table(
    path: Path,
    query: HistoryQuery,
    read: Callable[[], Iterable[tuple[ExportedAttempt, Sequence[NewEvent]]]],
) -> Iterator[tuple[str, int]]:
    """Checks the whole journal, then yields rows of CSV for every attempt that matches a search, oldest first.

    Args:
        path: the journal.
        query: the search.
        read: reads a small journal in this process: the attempts of the days and the text, with their approvals.

    Yields:
        One row or more, and how many.

    Raises:
        JournalUnusable, BrokenError, DamagedRowError, sqlite3.Error: the journal is damaged, or cannot be read.
    """
    reads_all = not query.text and (query.start, query.end) == (None, None)
    states = tuple(state.value for state in query.states or (UNSETTLED if query.unsettled_only else ()))
    with journal_workers.workers_for(path, beside_window=True) as started:
        # Each attempt that is exported is compared with the chain. If that is all of them, once is enough.
        verdict, workers = journal_workers.verify(path, started, attempts=not reads_all)
        if verdict.why is not None:
            raise JournalUnusable(verdict.why, str(path))
        if workers is not None:
            wanted = Wanted(
                "csv",
                full_mobile=False,
                start=query.start,
                end=query.end,
                states=states,
                cashier=query.cashier,
                text=query.text,
            )
            for block in workers.records(wanted):
                yield block.text, block.records
            return
    text_of = RecordWriter("csv", full_mobile=False).text
    for found, approvals in read():
        if found.is_wanted(states, query.cashier):
            yield text_of(found.attempt, found.seq, approvals), 1
