"""Owns comparing what a service's ledger holds with what the tills' journals say: every disagreement in plain words."""

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
    """Every attempt of a journal, oldest first, read beside whoever writes it."""
    if not journal.exists():
        return ()
    with SqliteJournal.open(journal, writer=False) as opened:
        return tuple(opened.export(None, None))


def events(journal: Path, reference: str) -> tuple[Event, ...]:
    """What a journal says happened to an attempt, oldest first."""
    with SqliteJournal.open(journal, writer=False) as opened:
        return opened.events(reference)


def disagreements(service: PracticeService, journals: Iterable[Path], *, settled: bool = True) -> dict[str, list[str]]:
    """Where ledger and journals disagree, by reference; empty where points moved once at most and all of it is known.

    Args:
        service: whose ledger it is.
        journals: of every till that spoke to it.
        settled: whether settling is over, so that nothing may be unknown any more.
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


def assert_agreed(service: PracticeService, *journals: Path, settled: bool = True) -> None:
    """Fails with every disagreement."""
    assert disagreements(service, journals, settled=settled) == {}


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
        yield f"{moved[0].points} points moved where {attempt.draft.points.wire} were asked for"
    if done is not None and done.points is not None and done.points != moved[0].points:
        yield f"the journal says {done.points} points and {moved[0].points} moved"
