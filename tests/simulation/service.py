"""A loyalty service of the simulation's own: a ledger that can be asked what really happened."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.simulation.assumptions import Assumption
from tests.simulation.reversal_book import ReversalBook

if TYPE_CHECKING:
    from desktop.api.exchange import Request
    from tests.simulation.world import World

DEFAULT_PROGRAM = "973"
OTHER_PROGRAM = "1044"
NOT_PROCESSED = frozenset({401, 403, 404, 429, 498, 521})
"""Codes after which the service takes the same reference again; after every other refusal it does not."""
SHOWN_WITHIN = 3.0
"""Seconds after which a redemption that was answered as failed shows up. The cashier needs longer to press again."""

SHORTEST_SETTLE_AFTER = 30.0
"""Seconds: the least `settle_after` that the tills of the simulation have."""

_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@dataclass(slots=True)
class Person:
    """A member.

    Attributes:
        user_id: the service's own number.
        mobile: digits with the country code.
        purses: points by program.
        code: the validation code that was sent last and not used; empty if there is none.
    """

    user_id: str
    mobile: str
    email: str
    external_id: str
    card: str
    purses: dict[str, Decimal]
    code: str = ""

    def is_called(self, kind: str, value: str) -> bool:
        """True if an identifier names this person; a mobile number may come in any of its forms."""
        if kind == "mobile":
            digits = value.lstrip("+0").replace(" ", "")
            return digits in {self.mobile, self.mobile[2:]}
        known = {"email": self.email, "external_id": self.external_id, "card": self.card, "id": self.user_id}
        return known.get(kind) == value


@dataclass(frozen=True, slots=True)
class Order:
    """What one request asks for."""

    person: Person
    points: Decimal
    program: str
    group: str
    bill: str
    reference: str
    code: str
    skips_code: bool


@dataclass(frozen=True, slots=True)
class Movement:
    """Points that moved, once."""

    order: Order
    redemption_id: str
    at: float
    balance: Decimal


@dataclass(slots=True)
class Style:
    """How a release of the service behaves, within what the vendor documents.

    Attributes:
        repeats: what a repeated reference is answered with: 0 for the first result, or a code.
        checks_code_first: whether a wrong or used code is noticed before a repeated reference.
        tells_mobile: whether the look-up of a member shows the mobile number.
        echoes: which of `mobile`, `user_id` and `reference` a redemption's answer names.
        is_old: the older release, which answers a redemption with five fields, all of them strings.
        filters: whether look-ups heed the reference.
        type_spoils_limit: whether a page has ten rows at most as soon as `type` is sent.
        replaces_bills: whether another bill takes the place of the first one, or is refused.
        masks: whether members' numbers are masked in all that it writes.
        zone: of the times that it writes.
    """

    repeats: int = 0
    checks_code_first: bool = False
    tells_mobile: bool = True
    echoes: frozenset[str] = frozenset({"mobile", "user_id"})
    is_old: bool = False
    filters: bool = True
    type_spoils_limit: bool = False
    masks: bool = False
    replaces_bills: bool = False
    zone: timedelta = timedelta(0)


@dataclass(slots=True)
class Answered:
    """What the service makes of one redemption: the code, and what moved if it is 800."""

    code: int
    movement: Movement | None = None
    message: str = ""


@dataclass(slots=True)
class Service:
    """The ledger, and what a service that keeps its word does with each request.

    Attributes:
        movements: everything that moved, by reference; more than one entry for a reference is a broken key.
        refused: references that were answered with a refusal for good.
        looked_for: when each reference was looked up first.
        failed_although_moved: when a reference was last answered as failed although its points had moved.
        hidden: references that a look-up hid so well that no client could have noticed.
        bills: what was attached to each redemption afterwards, by reference.
        replaced: redemptions for which another bill came when they had one.
        book: what was given back.
    """

    world: World
    people: list[Person]
    style: Style = field(default_factory=Style)
    movements: dict[str, list[Movement]] = field(default_factory=dict)
    by_person: dict[str, list[Movement]] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    looked_for: dict[str, float] = field(default_factory=dict)
    failed_although_moved: dict[str, float] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    bills: dict[str, str] = field(default_factory=dict)
    replaced: set[str] = field(default_factory=set)
    book: ReversalBook = field(init=False)
    _requests: int = 0

    def __post_init__(self) -> None:
        self.book = ReversalBook(self)

    def request_id(self) -> str:
        """A fresh `X-Cap-Requestid`."""
        self._requests += 1
        return f"req-{self._requests:05}"

    def find(self, kind: str, value: str) -> Person | None:
        """The member with this identifier."""
        return next((person for person in self.people if person.is_called(kind, value)), None)

    def named(self, fields: dict[str, Any]) -> Person | None:
        """The member whom a query or an item names."""
        for kind in ("mobile", "email", "external_id", "card", "id"):
            if kind in fields:
                return self.find(kind, str(fields[kind]))
        return None

    def issue_code(self, person: Person) -> str:
        """Sends a code; the same again until it is used."""
        if not person.code:
            person.code = "".join(self.world.drawn.choices(_LETTERS, k=6))
        return person.code

    def order(self, request: Request) -> Order | None:
        """Reads the request of a redemption; None if it names no member."""
        query = dict(request.query)
        item = json.loads(request.body or b"{}", parse_float=Decimal)["root"]["redeem"][0]
        person = self.named(item["customer"])
        if person is None:
            return None
        return Order(
            person=person,
            points=Decimal(item["points_redeemed"]),
            program=query.get("program_id", DEFAULT_PROGRAM),
            group=query.get("user_group2_id", ""),
            bill=item.get("transaction_number", ""),
            reference=item["external_reference_number"],
            code=item.get("validation_code", ""),
            skips_code=query.get("skip_validation") == "true",
        )

    def has_moved(self, reference: str) -> bool:
        """True if points moved for a reference."""
        return reference in self.movements

    def redeem(self, order: Order | None) -> Answered:  # noqa: PLR0911 - one for each check, in the service's order
        """Carries a redemption out, as the vendor documents it."""
        if order is None:
            return Answered(816, message="Customer not found")
        wrong_code = not order.skips_code and (not order.code or order.code != order.person.code)
        if wrong_code and self.style.checks_code_first:
            return self._refuse(order, 808, "Invalid validation code")
        known = self.movements.get(order.reference)
        if known and self.world.keeps(Assumption.KEYS_ARE_UNIQUE):
            if self.style.repeats == 0:
                return Answered(800, known[0])
            return self._refuse(order, self.style.repeats, "external reference number is not unique")
        if order.reference in self.refused and self.world.keeps(Assumption.FAILED_IS_FINAL):
            return Answered(self.style.repeats or 817, message="external reference number is not unique")
        if wrong_code:
            return self._refuse(order, 808, "Invalid validation code")
        balance = order.person.purses.get(order.program, Decimal(0)) - order.points
        if balance < 0:
            return self._refuse(order, 818, "Insufficient points")
        order.person.purses[order.program] = balance
        if not order.skips_code:
            order.person.code = ""
        return Answered(800, self.record(order, balance))

    def record(self, order: Order, balance: Decimal) -> Movement:
        """Writes a movement into the ledger."""
        redemption_id = "".join(self.world.drawn.choices(_LETTERS, k=6))
        movement = Movement(order, redemption_id, self.world.now, balance)
        self.movements.setdefault(order.reference, []).append(movement)
        self.by_person.setdefault(order.person.user_id, []).append(movement)
        self.world.say("service", f"moves {order.points} points of {order.person.user_id} for {order.reference[-6:]}")
        return movement

    def movement_named(self, redemption_id: str, reference: str) -> Movement:
        """The redemption that a request names by the one or the other."""
        every = (one for movements in self.movements.values() for one in movements)
        return next(one for one in every if redemption_id == one.redemption_id or reference == one.order.reference)

    def bill_of(self, movement: Movement) -> str:
        """The bill that a redemption came with, or that was attached to it since."""
        return self.bills.get(movement.order.reference, movement.order.bill)

    def attach(self, movement: Movement, bill: str) -> str:
        """Attaches a bill to a redemption; the bill that it has then."""
        reference, known = movement.order.reference, self.bill_of(movement)
        if known and known.casefold() != bill.casefold():
            self.replaced.add(reference)
        if not known or self.style.replaces_bills:
            self.bills[reference] = bill
        self.world.say("service", f"has bill {self.bill_of(movement)} for {reference[-6:]}")
        return self.bill_of(movement)

    def answers_failed(self, reference: str, code: int) -> None:
        """Notes that a reference is being answered with a refusal."""
        if code in NOT_PROCESSED:
            return
        if self.has_moved(reference):
            self.failed_although_moved[reference] = self.world.now
        else:
            self.refused.add(reference)

    def may_hide(self, reference: str) -> bool:
        """True if no assumption forbids to hide a redemption from a look-up in a way that no client can notice."""
        failed = self.failed_although_moved.get(reference)
        if failed is None or not self.world.keeps(Assumption.FAILED_IS_SHOWN):
            return True
        return self.world.now - failed < SHOWN_WITHIN

    def _refuse(self, order: Order, code: int, message: str) -> Answered:
        self.answers_failed(order.reference, code)
        return Answered(code, message=message)
