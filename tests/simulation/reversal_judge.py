"""Compares what the service has given back with the journals at the end of a case."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.redemption import HAPPENED, State
from desktop.domain.result_line import BY_HAND
from desktop.domain.reversal import ReversalState
from tests.simulation.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from tests.simulation.cashier import Intent
    from tests.simulation.machine import SimulatedTill
    from tests.simulation.reversal_book import BackEntry, ReversalBook
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
    for intent in intents:
        yield from _given_back_twice(intent, tills, book)
    for movements in service.movements.values():
        for movement in movements:
            if book.total(movement) > movement.order.points:
                text = f"{book.total(movement)} of {movement.order.points} points of {movement.order.reference}"
                yield Fault.GIVEN_BACK_TOO_MANY, None, text


def _given_back_twice(intent: Intent, tills: list[SimulatedTill], book: ReversalBook) -> Iterator[Found]:
    """Two reversals of as many points can be mistaken for each other, so both the journals and the ledger must say so.

    Together they must not be more than the customer's wishes in any case.
    """
    give_backs = intent.give_backs
    if give_backs is None:
        return
    begun, done = give_backs.begun, set()
    for till in tills:
        done |= {one.id for one in till.reversals(give_backs.reference) if one.state is ReversalState.REVERSED}
    by_journal = Counter(begun[one] for one in done if one in begun)
    by_ledger = Counter(wish for one, wish in begun.items() for _ in book.acts_of(one))
    twice = any(by_journal[wish] > 1 and times > 1 for wish, times in by_ledger.items())
    if twice or by_ledger.total() > len(set(begun.values())):
        yield Fault.GIVEN_BACK_TWICE, intent, f"{dict(by_ledger)} of {intent}"


def _about(
    attempt: Attempt, reversals: Sequence[Reversal], till: SimulatedTill, book: ReversalBook
) -> Iterator[tuple[Fault, str]]:
    for reversal in reversals:
        text = f"reversal {reversal.id} of {attempt.reference} is {reversal.state} at {till.name}"
        if reversal.is_open:
            yield Fault.UNSETTLED, text
        acts = book.acts_of(reversal.id)
        if any(
            acts and acts[0].at < moment and reversal.id not in book.hidden and reversal.trace.code != BY_HAND
            for moment in till.absent_at.get(reversal.id, ())
        ):
            yield Fault.CALLED_ABSENT, text
    acts = [act for reversal in reversals for act in book.acts_of(reversal.id)]
    done = [one for one in reversals if one.state is ReversalState.REVERSED]
    for reversal in done:
        # Which of two reversals of as many points has happened cannot be told.
        mine = next((act for act in acts if _agrees(reversal, act)), None)
        if mine is None:
            yield (
                Fault.WRONGLY_BACK,
                f"{reversal.id} of {attempt.reference} at {till.name}: {reversal.given_back}, {acts}",
            )
        else:
            acts.remove(mine)
    for act in acts:
        yield Fault.WRONGLY_NOT_BACK, f"{act} of {attempt.reference} at {till.name}"
    yield from _about_redemption(attempt, sum((one.reversed_points for one in done), Decimal(0)), book)


def _about_redemption(attempt: Attempt, total: Decimal, book: ReversalBook) -> Iterator[tuple[Fault, str]]:
    text = f"{attempt.reference} is {attempt.state} with {attempt.reversed_points} points back instead of {total}"
    movement = book.service.movements[attempt.reference][0]
    if attempt.reversed_points != total or attempt.state not in HAPPENED:
        yield Fault.WRONGLY_BACK, text
    elif attempt.state is State.REVERSED and book.total(movement) < movement.order.points:
        yield Fault.WRONGLY_BACK, f"{text}, and not everything is back"
    elif total >= attempt.moved and attempt.state is not State.REVERSED:
        yield Fault.WRONGLY_NOT_BACK, f"{text}, and everything is back"


def _agrees(reversal: Reversal, act: BackEntry) -> bool:
    done = reversal.given_back
    if done is None or reversal.trace.code == BY_HAND:
        # What support says is not the till's word.
        return done is not None and act.by == reversal.id
    is_same = reversal.reversed_points == act.points and done.expired in {None, act.expired}
    return is_same and done.available in {None, act.points - act.expired}
