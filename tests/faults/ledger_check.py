"""Compares the service's ledger with the tills' journals, and puts every disagreement into words."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.redemption import HAPPENED, UNSETTLED, State
from desktop.domain.reversal import Reversal, ReversalState
from desktop.store.journal import SqliteJournal
from desktop.training.coded_members import ACCOUNTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
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


def reversals(journal: Path) -> dict[str, tuple[Reversal, ...]]:
    """Returns every reversal of a journal by the reference of its redemption, oldest first."""
    if not journal.exists():
        return {}
    with SqliteJournal.open(journal, writer=False) as opened:
        found = {attempt.reference: opened.reversals_of(attempt.reference) for attempt in opened.export(None, None)}
    return {reference: listed for reference, listed in found.items() if listed}


def disagreements(service: PracticeService, journals: Iterable[Path], *, settled: bool = True) -> dict[str, list[str]]:
    """Returns by reference where ledger and journals disagree. Empty if points moved at most once and all is known.

    Args:
        service: the service with the ledger.
        journals: the journals of all its tills.
        settled: True if settling has ended, so that nothing may be unknown.
    """
    journals = tuple(journals)
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
    for journal in journals:
        for reference, said in _about_reversals(journal, movements, settled=settled):
            found[reference].append(said)
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
    if attempt.state not in HAPPENED:
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


def _about_reversals(
    journal: Path, movements: Mapping[str, list[Movement]], *, settled: bool
) -> Iterator[tuple[str, str]]:
    """Yields what is wrong with what one till has given back. No other program gives back what this till redeemed."""
    found = reversals(journal)
    for attempt in attempts(journal):
        listed = found.get(attempt.reference, ())
        back = sum((one.reversed_points for one in movements[attempt.reference]), Decimal(0))
        if back > attempt.moved:
            yield attempt.reference, f"{back} points came back of {attempt.moved}"
        if any(one.is_open for one in listed):
            if settled:
                yield attempt.reference, "a reversal is still unknown"
            continue
        done = sum((one.reversed_points for one in listed if one.state is ReversalState.REVERSED), Decimal(0))
        if not settled and any(one.is_unproved for one in listed):
            continue
        if {done, attempt.reversed_points} != {back}:
            yield attempt.reference, f"the journal says that {done} points came back, and {back} did"
        if (attempt.state is State.REVERSED) != (bool(listed) and done == attempt.moved):
            yield attempt.reference, f"the redemption is {attempt.state.value} with {done} points back"
