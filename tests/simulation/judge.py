"""Compares the ledger with the journals at the end of a case."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.redemption import HAPPENED, UNSETTLED
from desktop.store.verification import verify
from tests.simulation.fault import Fault
from tests.simulation.reversal_judge import about_reversals

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from tests.simulation.cashier import Intent
    from tests.simulation.machine import SimulatedTill
    from tests.simulation.service import Service


@dataclass(slots=True)
class Verdict:
    """What the judge found.

    Attributes:
        faults: what must not happen, with the intent and the circumstances.
        attempts: every attempt of every journal with the names of its events, by intent.
    """

    faults: list[tuple[Fault, Intent | None, str]] = field(default_factory=list)
    attempts: dict[int, list[tuple[Attempt, list[str]]]] = field(default_factory=lambda: defaultdict(list))


def judge(service: Service, tills: list[SimulatedTill], intents: list[Intent]) -> Verdict:
    """Compares everything with everything."""
    verdict = Verdict()
    known: set[str] = set()
    for till in tills:
        for attempt in till.attempts():
            intent = till.intents.get(attempt.reference)
            known.add(attempt.reference)
            events = [event.what for event in till.events(attempt.reference)]
            verdict.attempts[id(intent)].append((attempt, events))
            fault = _about(attempt, service)
            if fault is not None:
                verdict.faults.append((fault, intent, f"{attempt.reference} is {attempt.state} at {till.name}"))
            if "absent" in events and _was_wrong(till, attempt, service):
                verdict.faults.append((Fault.CALLED_ABSENT, intent, f"{attempt.reference} at {till.name}"))
    owners = {reference: intent for till in tills for reference, intent in till.intents.items()}
    moved: dict[int, list[str]] = defaultdict(list)
    for reference, movements in service.movements.items():
        if reference in known:
            moved[id(owners.get(reference))] += [reference] * len(movements)
        elif reference in owners:
            verdict.faults.append((Fault.LOST, owners[reference], f"{reference} is in no journal"))
    verdict.faults += [(Fault.BILL_REPLACED, owners.get(one), one) for one in sorted(service.replaced)]
    for till in tills:
        verdict.faults += till.wrong
        journal = verify(till.path)
        if not journal.ok:
            verdict.faults.append((Fault.DAMAGED, None, f"the journal of {till.name}: {journal.problem}"))
    verdict.faults += about_reversals(service, tills, intents)
    for intent in intents:
        references = moved[id(intent)]
        if len(references) > 1 + intent.excuses:
            verdict.faults.append((Fault.MOVED_TWICE, intent, ", ".join(references)))
        verdict.faults += [(Fault.BROKE, intent, text) for text in intent.unexpected]
    return verdict


def _about(attempt: Attempt, service: Service) -> Fault | None:
    moved = service.has_moved(attempt.reference)
    if attempt.state in UNSETTLED:
        return Fault.UNSETTLED
    if attempt.state in HAPPENED:
        return None if moved and _agrees(attempt, service) else Fault.WRONGLY_REDEEMED
    return Fault.WRONGLY_FINAL if moved else None


def _agrees(attempt: Attempt, service: Service) -> bool:
    """True if the journal has the redemption id and the points of the ledger, as far as the service told them."""
    done, movement = attempt.redeemed, service.movements[attempt.reference][0]
    if done is None:
        return False
    same_id = done.redemption_id in {"", movement.redemption_id}
    # A copy of the journal does not know of a bill that was attached since.
    same_bill = attempt.draft.bill in {movement.order.bill, service.bill_of(movement)}
    return same_id and done.points in {None, movement.order.points} and same_bill


def _was_wrong(till: SimulatedTill, attempt: Attempt, service: Service) -> bool:
    """True if the points had moved when absence was written down, and no look-up had hidden it well enough."""
    reference = attempt.reference
    if reference in service.hidden or not service.has_moved(reference):
        return False
    return any(service.movements[reference][0].at < moment for moment in till.absent_at.get(reference, ()))
