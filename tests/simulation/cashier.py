"""One intent: a customer who wants to pay a part of one bill with points once, and a cashier who presses Redeem."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, cast

from desktop.domain.failures import FINAL_HOLDS, Failure, Held, HeldBack, JournalUnusable, Unwritten
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import HAPPENED, Draft, State
from desktop.domain.validation import ValidationCode, ValidationMethod
from tests.simulation import lookup_faults, redeem_faults
from tests.simulation.bills import LaterBill
from tests.simulation.give_backs import BackPlan, GiveBacks
from tests.simulation.service import SHOWN_WITHIN
from tests.simulation.watched_journal import Died, full_disk

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.member import Member
    from desktop.domain.redemption import Attempt
    from tests.simulation.bills import BillFault, BillPlan
    from tests.simulation.lookup_faults import LookFault
    from tests.simulation.machine import SimulatedTill
    from tests.simulation.redeem_faults import RedeemFault
    from tests.simulation.reverse_faults import ReverseFault
    from tests.simulation.service import Person
    from tests.simulation.world import World

_MOST_QUESTIONS = 6


class ByHand(Enum):
    """What a supervisor says about a redemption whose outcome is not known."""

    RIGHTLY = auto()
    """What the service's books say at that moment."""
    WRONGLY_NOT = auto()
    """That it was not redeemed, whatever the books say, unless a row that could be it is shown."""


@dataclass(slots=True, kw_only=True)
class Plan:
    """Everything that goes wrong with one intent, and what its cashier is like.

    Attributes:
        redeem: the faults of its redeem requests, in their order.
        look: the faults of its look-ups, in their order.
        look_always: what goes wrong with every look-up after these, until the customer has left.
        look_persists: until the service behaves, rather.
        presses: how often the cashier presses Redeem at most.
        wrong_code: the first code is wrong.
        too_many_points: the first press asks for more than the member has.
        found_otherwise: the cashier names the member by something else than the mobile number from the beginning.
        other_name: later presses name the member by another identifier, or write the number in another form.
        other_spelling: later presses spell the bill differently.
        blank_bill: later presses leave the bill out.
        other_points: later presses ask for other points.
        presses_again: the cashier presses once more although it was redeemed.
        says_yes: how often the cashier answers a question with yes.
        dies_at: see `SimulatedTill.dies_at`.
        full_at: see `SimulatedTill.full_at`.
        dies_at_statement: the SQL statement of the counter at which the machine dies; 0 for none.
        full_at_statement: the same for a full disk.
        clock: days by which the wall clock is set after the first press.
        clock_before: days by which it is wrong at the first press, and set right after it.
        by_hand: what a supervisor says about a redemption that is not known after a press.
        restarts: the program is started again between two presses.
        races: the cashier presses again at the moment at which a look-up is on its way.
        offline: the service cannot be reached at the first press.
        moves_to_copy: later presses are made on a second machine that has a copy of the journal.
        waits: seconds between two presses, on the average.
        back: how points are given back when the redemption is done; None if the customer keeps the goods.
        bill: how a bill is attached when the redemption is done; None if it came with its bill, or has none.
    """

    redeem: list[RedeemFault] = field(default_factory=list)
    look: list[LookFault] = field(default_factory=list)
    look_always: LookFault | None = None
    look_persists: bool = False
    presses: int = 4
    wrong_code: bool = False
    too_many_points: bool = False
    found_otherwise: bool = False
    other_name: bool = False
    other_spelling: bool = False
    blank_bill: bool = False
    other_points: bool = False
    presses_again: bool = False
    says_yes: float = 0.3
    dies_at: str = ""
    full_at: str = ""
    dies_at_statement: int = 0
    full_at_statement: int = 0
    clock: float = 0.0
    clock_before: float = 0.0
    by_hand: ByHand | None = None
    restarts: bool = False
    races: bool = False
    offline: bool = False
    moves_to_copy: bool = False
    waits: float = 20.0
    back: BackPlan | None = None
    bill: BillPlan | None = None


class Intent:
    """One intent.

    Attributes:
        kinds: the faults that were drawn for it, by name.
        plan: what goes wrong.
        person: the customer.
        bill: its number; empty if the shop gives none.
        excuses: how often the cashier was asked about an attempt of this very intent and went on.
        asked: how often the cashier was asked anything.
        unexpected: what the program raised that no cashier may see.
        served: whether the window has said that it is redeemed.
        is_over: whether the customer has left.
        give_backs: what the customer wants back; None if nothing, so far.
        later_bill: the bill that is attached afterwards; None if there is none, so far.
    """

    def __init__(
        self,
        world: World,
        kinds: tuple[str, ...],
        plan: Plan,
        person: Person,
        *,
        points: Decimal,
        bill: str,
        program: str,
        skips: bool,
    ) -> None:
        self.kinds = kinds
        self.plan = plan
        self.person = person
        self.bill = bill
        self.excuses = 0
        self.asked = 0
        self.unexpected: list[str] = []
        self.served = self.is_over = False
        self.give_backs: GiveBacks | None = None
        self.later_bill: LaterBill | None = None
        self.first: Counter[str] = Counter()
        self._world = world
        self._points = points
        self._program = program
        self._skips = skips
        self._redeem = deque(plan.redeem)
        self._look = deque(plan.look)
        self._pressed = 0
        self._shown = 0.0
        self._began: tuple[SimulatedTill, int, timedelta]
        self._user_id = self._mobile = ""
        self._first_name: Identifier | None = None
        self._last: tuple[SimulatedTill, str] | None = None

    def __str__(self) -> str:
        return f"{self._points} points of {self.person.user_id}, bill {self.bill or 'none'}"

    def is_like(self, other: Intent) -> None:
        """Somebody redeems the same points of the same member for the same bill."""
        self.person, self.bill = other.person, other.bill
        self._points, self._program, self._skips = other._points, other._program, other._skips

    def next_redeem_fault(self) -> RedeemFault:
        """What goes wrong with the next request."""
        return self._redeem.popleft() if self._redeem else redeem_faults.honest

    def next_reverse_fault(self) -> ReverseFault:
        """What goes wrong with the next request to give points back."""
        return redeem_faults.honest if self.give_backs is None else self.give_backs.next_reverse_fault()

    def next_bill_fault(self) -> RedeemFault | BillFault:
        """What goes wrong with the next request to attach a bill."""
        return redeem_faults.honest if self.later_bill is None else self.later_bill.next_fault()

    def next_look_fault(self, *, is_offer: bool = False) -> LookFault:
        """What goes wrong with the next look-up."""
        if self.give_backs is not None:
            return self.give_backs.next_look_fault(is_offer=is_offer)
        if self.later_bill is not None:
            return self.later_bill.next_look_fault()
        if self._look:
            return self._look.popleft()
        if self.is_over and not self.plan.look_persists:
            return lookup_faults.honest
        return self.plan.look_always or lookup_faults.honest

    def serve(self, till: SimulatedTill) -> None:
        """The customer is at the counter, and may come again to give back what was bought."""
        self._redeem_at(till)
        if self.plan.bill is not None and self._last is not None:
            self._attach_bill(*self._last, self.plan.bill)
        if self.plan.back is None or self._last is None:
            return
        till, reference = self._last
        if till.is_pressing:
            return
        self._world.pass_time(self._world.drawn.choice((3.0, 40.0, 200.0)))
        till.intent = self
        self._world.say("customer", f"wants points of {reference[-6:]} back")
        self.give_backs = GiveBacks(self._world, self.plan.back, reference)
        self.give_backs.serve(till)

    def _attach_bill(self, till: SimulatedTill, reference: str, plan: BillPlan) -> None:
        attempt = till.attempt(reference)
        if attempt is None or attempt.state is not State.REDEEMED or self.bill or till.is_settling or till.is_pressing:
            return
        self.later_bill = LaterBill(self._world, plan, till, reference, f"LB-{reference[-6:]}")
        self.later_bill.serve()

    def _redeem_at(self, till: SimulatedTill) -> None:
        plan, world, drawn = self.plan, self._world, self._world.drawn
        self._prepare(till)
        while self._pressed < plan.presses:
            outcome = self.press(till)
            till.offline = False
            if outcome in HAPPENED and not plan.presses_again:
                return
            if outcome == "gives up" or (self._pressed > 1 and drawn.random() < 0.25):
                return
            if plan.races and self._pressed == 1:
                world.aside.append(partial(self._press_aside, till))
            if self._pressed == 1:
                self._set_clock(till, plan.clock - plan.clock_before)
            if till.is_full and drawn.random() < 0.5:
                world.say(till.name, "has room on its disk again")
                till.is_full = False
            if plan.restarts:
                till.restart()
            if plan.moves_to_copy and self._pressed == 1 and till.copy is None:
                till = till.twin()
                till.intent = self
            if plan.by_hand is not None and outcome == State.UNKNOWN:
                world.pass_time(SHOWN_WITHIN + drawn.expovariate(1 / plan.waits))
                self._settle_by_hand(till, plan.by_hand)
            world.pass_time(self._pause(till, outcome))

    def _set_clock(self, till: SimulatedTill, days: float) -> None:
        if days:
            self._world.say(till.name, f"clock is set by {days} days")
            till.clock.set_by(days=days)

    def _settle_by_hand(self, till: SimulatedTill, says: ByHand) -> None:
        """A supervisor looks into the service's books, and tells the till."""
        _, reference = cast("tuple[SimulatedTill, str]", self._last)
        attempt = till.attempt(reference)
        if attempt is None or not attempt.is_unsettled or till.is_pressing:
            return
        redeemed = till.service.has_moved(reference)
        if says is ByHand.WRONGLY_NOT and attempt.candidate is None:
            redeemed = False
        self._world.say("support", f"says that {reference[-6:]} was redeemed: {redeemed}")
        self._at_counter(till, lambda: till.settle_by_hand(attempt, redeemed=redeemed))

    def _pause(self, till: SimulatedTill, outcome: str) -> float:
        """Seconds until the next press: often until an unknown outcome can be known."""
        drawn = self._world.drawn
        if outcome == State.UNKNOWN and drawn.random() < 0.25:
            return till.settings.settle_after * drawn.uniform(1.0, 1.3)
        return SHOWN_WITHIN + drawn.expovariate(1 / self.plan.waits)

    def press(self, till: SimulatedTill) -> str:
        """One press of Redeem with all questions that it leads to; how it ended."""
        if self._pressed == 0:
            self._began = (till, till.starts, till.clock.offset)
        elif self._is_beyond_the_promise(till):
            return "gives up"
        till.intent = self
        return self._at_counter(till, lambda: self._press(till))

    def _at_counter(self, till: SimulatedTill, act: Callable[[], str]) -> str:
        """Does something at the counter, which the machine may not survive; how it ended."""
        world = self._world
        till.is_pressing = True
        world.stack.append(till)
        try:
            return act()
        except Died:
            if till in world.stack[:-1]:
                raise
            till.restart("has died and is started again")
            return "died"
        except JournalUnusable as trouble:
            world.say(till.name, f"cannot redeem: {trouble.support}")
            return "journal"
        except Failure as failure:
            world.say(till.name, f"says {failure.support}")
            return "failure"
        finally:
            self._shown = world.now
            till.is_pressing = False
            world.stack.pop()

    def _is_beyond_the_promise(self, till: SimulatedTill) -> bool:
        """See Limit.CLOCK_SET_WHILE_OFF."""
        plan = self.plan
        differs = not self.bill or plan.blank_bill or plan.other_spelling or plan.other_points
        first, starts, offset = self._began
        was_off = till is not first or till.starts != starts
        return differs and was_off and abs(till.clock.offset - offset) > timedelta(hours=12)

    def _press_aside(self, till: SimulatedTill) -> None:
        if till.is_pressing or self.served or self._world.now - self._shown < SHOWN_WITHIN:
            return
        if self.give_backs is not None:
            # Once all points are back, a press begins another sale.
            return
        if self._pressed < self.plan.presses:
            self.press(till)

    def _press(self, till: SimulatedTill) -> str:
        self._pressed += 1
        draft = self._draft(till)
        confirmed = excused = False
        for _ in range(_MOST_QUESTIONS):
            try:
                return self._redeem_once(till, draft, confirmed=confirmed)
            except HeldBack as held:
                mine = till.intents.get(held.attempt.reference) is self
                self._world.say("window", f"asks {held.why} about {held.attempt.reference[-6:]}, ours: {mine}")
                if held.why in FINAL_HOLDS:
                    return "held"
                self.asked += 1
                if self._world.drawn.random() >= self.plan.says_yes:
                    self._world.say("cashier", "says no")
                    return "gives up" if held.why is Held.SAME_BILL_REDEEMED else "held"
                self._world.say("cashier", "says yes")
                confirmed = True
                if mine and not excused:
                    excused = True
                    self.excuses += 1
        return "held"

    def _redeem_once(self, till: SimulatedTill, draft: Draft, *, confirmed: bool) -> str:
        if self._pressed == 1 and not confirmed and self._world.drawn.random() < 0.5:
            till.till.send_code(draft, confirmed=confirmed)
        try:
            attempt = till.till.redeem(draft, self._code(), confirmed=confirmed)
        except Unwritten as unwritten:
            self._world.say("window", f"shows {unwritten.attempt.state}, which is not written")
            attempt = unwritten.attempt
        self._world.say("window", f"shows {attempt.state} {attempt.trace.code}")
        self._show(till, attempt)
        return attempt.state

    def _show(self, till: SimulatedTill, attempt: Attempt) -> None:
        self.first[attempt.state] += 1
        self.served = self.served or attempt.state is State.REDEEMED
        self._last = (till, attempt.reference)
        till.watch(attempt)

    def _code(self) -> ValidationCode | None:
        if self._skips:
            return None
        if self.plan.wrong_code and self._pressed == 1:
            return ValidationCode("WRONG1")
        # The member reads out whatever the phone shows; a fresh code was sent if the old one was used.
        if not self.person.code:
            self.person.code = f"C{self._world.drawn.randrange(10**5):05}"
        return ValidationCode(self.person.code)

    def _draft(self, till: SimulatedTill) -> Draft:
        later = self._pressed > 1
        identifier = self._identifier(later=later)
        if not self._user_id or (later and self.plan.other_name):
            member = self._look_up(till, identifier)
            self._user_id, self._mobile = member.user_id or self._user_id, member.mobile
        points = self._points
        if self.plan.too_many_points and not later:
            points += Decimal(10**6)
        elif self.plan.other_points and later and self._bill(later=later):
            # See Limit.OTHER_POINTS_WITHOUT_BILL.
            points += 1
        return Draft(
            identifier=identifier,
            shown="•••",
            points=Points(points),
            bill=self._bill(later=later),
            program_id=self._program,
            validation=ValidationMethod.SKIPPED if self._skips else ValidationMethod.CODE,
            user_id=self._user_id,
            mobile=self._mobile,
        )

    def _look_up(self, till: SimulatedTill, identifier: Identifier) -> Member:
        offline, till.offline = till.offline, False
        try:
            return till.till.find_member(identifier)
        finally:
            till.offline = offline

    def _identifier(self, *, later: bool) -> Identifier:
        if self._first_name is None:
            mobile = Identifier(IdentifierKind.MOBILE, self.person.mobile)
            self._first_name = self._another_name() if self.plan.found_otherwise else mobile
        return self._another_name() if later and self.plan.other_name else self._first_name

    def _another_name(self) -> Identifier:
        person = self.person
        return self._world.drawn.choice(
            (
                Identifier(IdentifierKind.MOBILE, person.mobile[2:]),
                Identifier(IdentifierKind.EMAIL, person.email),
                Identifier(IdentifierKind.EXTERNAL_ID, person.external_id),
                Identifier(IdentifierKind.CARD, person.card),
                Identifier(IdentifierKind.ID, person.user_id),
            )
        )

    def _bill(self, *, later: bool) -> str:
        if not self.bill or not later:
            return self.bill
        if self.plan.blank_bill:
            return ""
        if not self.plan.other_spelling:
            return self.bill
        letters, _, digits = self.bill.partition("-")
        return self._world.drawn.choice(
            (
                self.bill.lower(),
                f" {self.bill} ",
                f"{letters} {digits}",
                f"{letters}/{digits}",
                letters + digits,
                f"{letters}-{digits.lstrip('0')}",
            )
        )

    def _prepare(self, till: SimulatedTill) -> None:
        plan = self.plan
        till.intent = self
        till.dies_at, till.full_at, till.offline = plan.dies_at, plan.full_at, plan.offline
        if plan.dies_at_statement:
            till.fail_within(plan.dies_at_statement, Died)
        if plan.full_at_statement:
            till.fail_within(plan.full_at_statement, full_disk)
        self._set_clock(till, plan.clock_before)
