"""Compares what the service has given back with the journals at the end of a case."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.redemption import HAPPENED, State
from desktop.domain.result_record import BY_HAND
from desktop.domain.reversal import ReversalState
from tests.simulation.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from tests.simulation.cashier import Intent
    from tests.simulation.machine import SimulatedTill
    from tests.simulation.reversal_book import ReversalBook
    from tests.simulation.service import Service

    Found = tuple[Fault, Intent | None, str]


def may_be_settled_by_hand(reversal: Reversal, intent: Intent | None) -> bool:
    """True if the till cannot know what became of a reversal, so that support has to say so.

    The list shows an entry that could be it, or the list was not true when the reversal was begun.
    """
    untrue = intent is not None and intent.give_backs is not None and reversal.id in intent.give_backs.untrue
    return reversal.candidate is not None or untrue


def about_reversals(service: Service, tills: list[SimulatedTill], intents: list[Intent]) -> Iterator[Found]:
    """Yields everything that is wrong."""
    book = service.book
    for till in tills:
        for attempt in till.attempts():
            reversals = till.reversals(attempt.reference)
            if reversals:
                intent = till.intents.get(attempt.reference)
                yield from ((fault, intent, text) for fault, text in _about(attempt, reversals, till, book))
    by_wish: defaultdict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for intent in intents:
        for reversal_id, wish in () if intent.give_backs is None else intent.give_backs.begun.items():
            by_wish[id(intent), wish][reversal_id] += len(book.acts_of(reversal_id))
    for intent in intents:
        for (which, wish), acts in by_wish.items():
            if which == id(intent) and acts.total() > 1:
                yield Fault.GIVEN_BACK_TWICE, intent, f"{', '.join(acts.elements())}: wish {wish} of {intent}"
    for movements in service.movements.values():
        for movement in movements:
            if book.total(movement) > movement.order.points:
                text = f"{book.total(movement)} of {movement.order.points} points of {movement.order.reference}"
                yield Fault.GIVEN_BACK_TOO_MANY, None, text


def _about(
    attempt: Attempt, reversals: Iterable[Reversal], till: SimulatedTill, book: ReversalBook
) -> Iterator[tuple[Fault, str]]:
    total = Decimal(0)
    for reversal in reversals:
        total += reversal.reversed_points
        acts = book.acts_of(reversal.id)
        text = f"reversal {reversal.id} of {attempt.reference} is {reversal.state} at {till.name}"
        if reversal.is_open:
            yield Fault.UNSETTLED, text
        elif reversal.state is not ReversalState.REVERSED:
            if acts:
                yield Fault.WRONGLY_NOT_BACK, text
        elif not acts or not _agrees(reversal, acts[0].points, acts[0].expired):
            yield Fault.WRONGLY_BACK, f"{text}: {reversal.given_back}, and {acts} happened"
        if any(
            acts and acts[0].at < moment and reversal.id not in book.hidden and reversal.trace.code != BY_HAND
            for moment in till.absent_at.get(reversal.id, ())
        ):
            yield Fault.CALLED_ABSENT, text
    if attempt.reversed_points != total or attempt.state not in HAPPENED:
        yield Fault.WRONGLY_BACK, f"{attempt.reference} has {attempt.reversed_points} points back instead of {total}"
    movement = book.service.movements[attempt.reference][0]
    if attempt.state is State.REVERSED and book.total(movement) < movement.order.points:
        yield Fault.WRONGLY_BACK, f"{attempt.reference} is {attempt.state}, and not everything is back"
    if total >= attempt.moved and attempt.state is not State.REVERSED:
        yield Fault.WRONGLY_NOT_BACK, f"{attempt.reference} is {attempt.state}, and everything is back"


def _agrees(reversal: Reversal, points: Decimal, expired: Decimal) -> bool:
    done = reversal.given_back
    if done is None or reversal.trace.code == BY_HAND:
        # What support says is not the till's word.
        return done is not None
    amounts = reversal.reversed_points == points and done.expired in {None, expired}
    return amounts and done.available in {None, points - expired}
