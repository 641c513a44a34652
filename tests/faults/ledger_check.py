"""Compares the service's ledger with the tills' journals, and puts every disagreement into words."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from desktop.domain.redemption import UNSETTLED, State
from desktop.store.journal import SqliteJournal
from desktop.training.coded_members import ACCOUNTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from desktop.domain.history import Event
    from desktop.domain.redemption import Attempt
    from desktop.training.ledger import Movement
    from desktop.training.service import PracticeService


def attempts(journal: Path) -> tuple[Attempt, ...]:
    """Returns every attempt of a journal, oldest first. A till may be writing to it meanwhile."""
    if not journal.exists():
        return ()
    with SqliteJournal.open(journal, writer=False) as opened:
        return tuple(opened.export(None, None))


def events(journal: Path, reference: str) -> tuple[Event, ...]:
    """Returns the events of an attempt, oldest first."""
    with SqliteJournal.open(journal, writer=False) as opened:
        return opened.events(reference)


def disagreements(service: PracticeService, journals: Iterable[Path], *, settled: bool = True) -> dict[str, list[str]]:
    """Returns by reference where ledger and journals disagree. Empty if points moved at most once and all is known.

    Args:
        service: the service with the ledger.
        journals: the journals of all its tills.
        settled: True if settling has ended, so that nothing may be unknown.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    movements: defaultdict[str, list[Movement]] = defaultdict(list)
    for movement in service.ledger():
        movements[movement.reference].append(movement)
    known: dict[str, Attempt] = {}
    for journal in journals:
        for attempt in attempts(journal):
            if attempt.reference in known:
                found[attempt.reference].append("two journals have the same reference")
            known[attempt.reference] = attempt
    for reference, moved in movements.items():
        if len(moved) > 1:
            found[reference].append(f"points moved {len(moved)} times for one reference")
        if reference not in known:
            found[reference].append("points moved and no journal knows the reference")
    for reference, bill in _bills_paid_twice(service):
        found[reference].append(f"points moved more than once for bill {bill}")
    for reference, attempt in known.items():
        found[reference] += _about(attempt, movements[reference], settled=settled)
    return {reference: said for reference, said in found.items() if said}


def _bills_paid_twice(service: PracticeService) -> Iterator[tuple[str, str]]:
    entries = [entry for account in ACCOUNTS for entry in service.calls.ledger.entries(account.mobile)]
    paid = Counter(entry.order.bill for entry in entries if entry.order.bill)
    for entry in entries:
        if paid[entry.order.bill] > 1:
            yield entry.order.reference, entry.order.bill


def _about(attempt: Attempt, moved: list[Movement], *, settled: bool) -> Iterator[str]:
    if attempt.state in UNSETTLED:
        if settled:
            yield f"still {attempt.state.value}"
        return
    if attempt.state is not State.REDEEMED:
        if moved:
            yield f"the journal says {attempt.state.value} and {moved[0].points} points moved"
        return
    if not moved:
        yield "the journal says redeemed and nothing moved"
        return
    done = attempt.redeemed
    if done is None or done.redemption_id != moved[0].redemption_id:
        yield "the journal has another redemption's id"
    if moved[0].points != attempt.draft.points.value:
        yield f"{moved[0].points} points moved, and {attempt.draft.points.wire} were asked for"
    if done is not None and done.points is not None and done.points != moved[0].points:
        yield f"the journal says {done.points} points and {moved[0].points} moved"
