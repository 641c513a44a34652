"""A POS that attaches a bill to a redemption afterwards, and what can go wrong with that."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop.flow.attach_bill import BillTrouble
from tests.simulation import lookup_faults, redeem_faults
from tests.simulation.fault import Fault
from tests.simulation.redeem_faults import Exchange

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.exchange import Answer, Request
    from tests.simulation.lookup_faults import Asked, LookFault
    from tests.simulation.machine import SimulatedTill
    from tests.simulation.redeem_faults import RedeemFault
    from tests.simulation.service import Movement, Service
    from tests.simulation.world import World

    BillFault = Callable[["BillExchange"], Answer]

CODES = (*(401, 403, 404, 429, 498, 521), *(748, 749, 750, 751, 4711))
"""Codes of a refusal, which says nothing: the service may have attached the bill before."""


@dataclass(slots=True, kw_only=True)
class BillPlan:
    """Everything that goes wrong with attaching a bill, and what the POS is like.

    Attributes:
        send: the faults of its requests, in their order.
        look: the faults of its look-ups, in their order.
        look_always: what goes wrong with every look-up after these, until the customer has left.
        asks: how often the POS asks at most.
        other_bill: later requests are for another bill.
        dies_at, full_at, restarts, waits: as in `Plan`.
    """

    send: list[RedeemFault | BillFault] = field(default_factory=list)
    look: list[LookFault] = field(default_factory=list)
    look_always: LookFault | None = None
    asks: int = 3
    other_bill: bool = False
    dies_at: str = ""
    full_at: str = ""
    restarts: bool = False
    waits: float = 20.0


@dataclass(slots=True, kw_only=True)
class BillExchange(Exchange):
    """One request to attach a bill, on its way. The faults of redeeming know how to treat it too.

    Attributes:
        movement: the redemption that it names.
        bill: what it attaches.
    """

    movement: Movement
    bill: str

    def act(self) -> Any:  # noqa: ANN401 - the faults of redeeming hand it on to `body`
        """The service carries the request out; the bill that the redemption has then."""
        return self.service.attach(self.movement, self.bill)

    def body(self, answered: Any) -> dict[str, Any]:  # noqa: ANN401 - see `act`
        """What the service answers if it keeps its word."""
        if answered != self.bill:
            return refusal(750, "The redemption has a bill")
        return {
            "pointsRedeemed": self.movement.order.points,
            "billNumber": answered,
            "redemptionId": self.movement.redemption_id,
            "customerId": int(self.movement.order.person.user_id),
            "warnings": [],
        }


def exchange_of(world: World, service: Service, line: Any, request: Request) -> BillExchange:  # noqa: ANN401 - a `Line`
    """Reads a request that attaches a bill."""
    wanted = json.loads(request.body or b"{}")
    movement = service.movement_named(wanted.get("redemptionId", ""), wanted.get("externalReferenceNumber", ""))
    return BillExchange(world, service, line, request, None, movement=movement, bill=wanted["billNumber"])


def refusal(code: int, message: str) -> dict[str, Any]:
    """The body of a refusal of points/updateRedemption."""
    return {"errors": [{"status": False, "code": code, "message": message}], "warnings": []}


def refused(*, acts: bool) -> BillFault:
    """The service refuses, although it has attached the bill or because it would not."""

    def fault(exchange: BillExchange) -> Answer:
        exchange.wait()
        if acts:
            exchange.act()
        code = exchange.world.drawn.choice(CODES)
        return exchange.answer(refusal(code, "no"), exchange.world.drawn.choice((200, 400)))

    return fault


def of_another_redemption(exchange: BillExchange) -> Answer:
    """The answer is about another redemption, whose bill it names."""
    exchange.wait()
    body = exchange.body(exchange.bill)
    return exchange.answer(body | {"redemptionId": "FORGED", "billNumber": "MG-FORGED"})


def read_from_cache(asked: Asked) -> Answer:
    """A cache answers with what it answered before. It says so, unless the till has had this answer since its start."""
    known = asked.line.cache.get(asked.request.query)
    if known is None:
        answer = asked.line.cache[asked.request.query] = lookup_faults.honest(asked)
        return answer
    seen = any(known is one for one in asked.line.answers)
    return known if seen else replace(known, headers={**known.headers, "age": "60"})


class LaterBill:
    """Attaches a bill to one redemption, as a POS does that knows the number only after the customer has paid.

    Attributes:
        reference: of the redemption.
        till: whose redemption it is.
    """

    def __init__(self, world: World, plan: BillPlan, till: SimulatedTill, reference: str, bill: str) -> None:
        self.reference = reference
        self.till = till
        self.bill = bill
        self._world = world
        self._plan = plan
        self._send = deque(plan.send)
        self._look = deque(plan.look)
        self._is_over = False

    def next_fault(self) -> RedeemFault | BillFault:
        """What goes wrong with the next request."""
        return self._send.popleft() if self._send else redeem_faults.honest

    def next_look_fault(self) -> LookFault:
        """What goes wrong with the next look-up."""
        if self._look:
            return self._look.popleft()
        return lookup_faults.honest if self._is_over else self._plan.look_always or lookup_faults.honest

    def serve(self) -> None:
        """The POS asks until the bill is attached, or it gives up."""
        plan, till, drawn = self._plan, self.till, self._world.drawn
        till.dies_at, till.full_at = plan.dies_at, plan.full_at
        for number in range(plan.asks):
            other = plan.other_bill and number and drawn.random() < 0.7
            answer = till.attach_bill(self.reference, f"{self.bill}-B" if other else self.bill)
            if answer in {"attached", BillTrouble.HAS_BILL}:
                break
            if drawn.random() < 0.5:
                till.is_full = False
            if plan.restarts:
                till.restart()
            self._world.pass_time(drawn.expovariate(1 / plan.waits))
        self._is_over = True

    def ask_again(self) -> None:
        """The POS asks once more when the service behaves."""
        answer = self.till.attach_bill(self.reference, self.bill)
        # If all points are back, it needs no bill.
        if answer not in {"attached", BillTrouble.HAS_BILL, BillTrouble.NOT_REDEEMED}:
            self.till.wrong.append((Fault.UNSETTLED, self.till.intents.get(self.reference), f"the bill: {answer}"))
