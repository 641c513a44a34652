"""Keeps what the simulated service has given back, and does what the vendor documents of points/reverse."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.simulation.assumptions import Assumption

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.api.exchange import Request
    from tests.simulation.service import Movement, Person, Service

_KINDS = {"mobile": "mobile", "email": "email", "externalid": "external_id", "cardnumber": "card", "id": "id"}


@dataclass(frozen=True, slots=True)
class BackEntry:
    """Points that were given back, once.

    Attributes:
        number: the list's own number.
        points: what it took off the redemption.
        expired: the part that the member did not get.
        at: when, in seconds of the world.
        by: the till's own id of the reversal, which the service does not know; empty if it was another program's.
    """

    number: int
    points: Decimal
    expired: Decimal
    at: float
    by: str


@dataclass(frozen=True, slots=True)
class BackOrder:
    """What one request to give points back asks for.

    Attributes:
        person: the member whom it names; None if there is no such member.
        movement: the redemption that it names; None if there is no such redemption.
        points: how many.
        identifier: how it names the member.
        by: as in `BackEntry`.
    """

    person: Person | None
    movement: Movement | None
    points: Decimal
    identifier: Mapping[str, Any]
    by: str


@dataclass(frozen=True, slots=True)
class GaveBack:
    """What the service makes of one request to give points back: the code, and what came back if it is 0."""

    code: int
    message: str = ""
    movement: Movement | None = None
    entry: BackEntry | None = None


@dataclass(slots=True)
class ReversalBook:
    """Every reversal.

    Attributes:
        by_redemption: the entries, by the id of the redemption.
        sent: the reversals whose requests have left a till, by the reference of the redemption, oldest first.
        looked_for: when settling first looked for a reversal after its request had left.
        hidden: reversals that a look-up hid so well that no client could have noticed.
        expires: how many points of each redemption have expired since; they are given back first.
        limits: False if the service gives back more than was redeemed when it is asked to.
        too_many: the code of a request for more than is left.
        tells_id: whether an answer has a `reversalId`.
    """

    service: Service
    by_redemption: dict[str, list[BackEntry]] = field(default_factory=dict)
    sent: dict[str, list[str]] = field(default_factory=dict)
    looked_for: dict[str, float] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    expires: Decimal = Decimal(0)
    limits: bool = True
    too_many: int = 3801
    tells_id: bool = True
    _count: int = 0

    def of(self, movement: Movement) -> list[BackEntry]:
        """What was given back of a redemption, oldest first."""
        return self.by_redemption.get(movement.redemption_id, [])

    def total(self, movement: Movement) -> Decimal:
        """How many points were given back of a redemption."""
        return sum((one.points for one in self.of(movement)), Decimal(0))

    def acts_of(self, by: str) -> list[BackEntry]:
        """The outcome of one reversal of a till."""
        return [one for entries in self.by_redemption.values() for one in entries if one.by == by]

    def order(self, request: Request, by: str) -> BackOrder:
        """Reads a request."""
        body = json.loads(request.body or b"{}", parse_float=Decimal, parse_int=Decimal)
        identifier = body["identifier"]
        person = self.service.find(_KINDS[identifier["type"].casefold()], str(identifier["value"]))
        movement = self._movement(body.get("redemptionId", ""), body.get("externalReferenceNumber", ""))
        return BackOrder(person, movement, body["pointsToBeReversed"], identifier, by)

    def is_superseded(self, order: BackOrder) -> bool:
        """True if the till has sent a newer reversal of the same redemption."""
        movement = order.movement
        return movement is not None and self.sent.get(movement.order.reference, [order.by])[-1] != order.by

    def reverse(self, order: BackOrder, points: Decimal | None = None) -> GaveBack:
        """Gives points back.

        Args:
            order: what is asked for.
            points: how many the service gives back instead; None for as many as were asked for.
        """
        movement = order.movement
        if order.person is None:
            return GaveBack(901, message="The customer is not eligible")
        if movement is None or movement.order.person is not order.person:
            return GaveBack(3803, message="No such redemption")
        if self.acts_of(order.by) and self.service.world.keeps(Assumption.REVERSALS_ARE_DONE_ONCE):
            return GaveBack(902, message="Duplicate reversal")
        left = movement.order.points - self.total(movement)
        if left <= 0:
            return GaveBack(3802, message="Already reversed")
        wanted = order.points if points is None else min(points, left)
        # Another program may give back at the same moment. Then only the service can see that it is too much.
        if wanted > left and (self.limits or any(not one.by for one in self.of(movement))):
            return GaveBack(self.too_many, message="More than was redeemed")
        return GaveBack(0, movement=movement, entry=self._enter(movement, wanted, order.by))

    def gives_back_elsewhere(self, movement: Movement, points: Decimal) -> None:
        """Another program gives points of the redemption back, as far as there are any left."""
        points = min(points, movement.order.points - self.total(movement))
        if points > 0:
            self._enter(movement, points, "")

    def _movement(self, redemption_id: str, reference: str) -> Movement | None:
        if reference:
            return next(iter(self.service.movements.get(reference, [])), None)
        moved = (one for movements in self.service.movements.values() for one in movements)
        return next((one for one in moved if one.redemption_id == redemption_id), None)

    def _enter(self, movement: Movement, points: Decimal, by: str) -> BackEntry:
        entries = self.by_redemption.setdefault(movement.redemption_id, [])
        gone = min(points, max(Decimal(0), self.expires - sum((one.expired for one in entries), Decimal(0))))
        self._count += 1
        entry = BackEntry(self._count, points, gone, self.service.world.now, by)
        entries.append(entry)
        purses = movement.order.person.purses
        purses[movement.order.program] = purses.get(movement.order.program, Decimal(0)) + points - gone
        who = f"reversal {by[-6:]}" if by else "another program"
        self.service.world.say("service", f"gives {points} points of {movement.order.reference[-6:]} back for {who}")
        return entry
