"""What a customer wants back of one redemption, and a cashier who gives it back."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure, JournalUnusable, NotReversible, Unreversible, UnwrittenReversal
from desktop.domain.points import Points, redeemable
from desktop.domain.reversal import Reversal, ReversalState
from tests.simulation import lookup_faults, redeem_faults
from tests.simulation.assumptions import Assumption
from tests.simulation.service import SHOWN_WITHIN
from tests.simulation.watched_journal import Died, full_disk

if TYPE_CHECKING:
    from tests.simulation.lookup_faults import LookFault
    from tests.simulation.machine import SimulatedTill
    from tests.simulation.reverse_faults import ReverseFault
    from tests.simulation.world import World

_THOUSANDTH = Decimal("0.001")

_OTHERS_FRACTION = Decimal("0.777")
"""What other programs give back ends so. No cashier of the simulation gives such points back."""

_NO_USE = frozenset(
    {Unreversible.NOTHING_LEFT, Unreversible.TOO_LATE, Unreversible.OFF, Unreversible.ELSEWHERE, Unreversible.FORGOTTEN}
)
"""Reasons for which the cashier does not try again."""


@dataclass(slots=True, kw_only=True)
class BackPlan:
    """Everything that goes wrong with giving points of one redemption back, and what its cashier is like.

    Attributes:
        reverse: the faults of its requests, in their order.
        look: the faults of its look-ups, in their order.
        look_always: what goes wrong with every look-up after these, until the customer has left.
        look_persists: until the service behaves, rather.
        wanted: how often the customer wants points back.
        share: which part of the redemption, each time; 1 for all of it.
        presses: how often the cashier presses for each of them at most.
        elsewhere: whether another program gives points of the redemption back at the same time.
        elsewhere_before: whether it has done so before, as many points as the customer wants.
        too_many: the first press asks for more than was redeemed.
        by_hand: support says rightly what became of a reversal that is not known after a press.
        dies_at, full_at, dies_at_statement, full_at_statement, clock, restarts, races, offline, waits: as in `Plan`.
    """

    reverse: list[ReverseFault] = field(default_factory=list)
    look: list[LookFault] = field(default_factory=list)
    look_always: LookFault | None = None
    look_persists: bool = False
    wanted: int = 1
    share: Decimal = Decimal(1)
    presses: int = 3
    elsewhere: bool = False
    elsewhere_before: bool = False
    too_many: bool = False
    dies_at: str = ""
    full_at: str = ""
    dies_at_statement: int = 0
    full_at_statement: int = 0
    clock: float = 0.0
    by_hand: bool = False
    restarts: bool = False
    races: bool = False
    offline: bool = False
    waits: float = 20.0


class GiveBacks:
    """Gives points of one redemption back, as often as its customer wants some.

    Attributes:
        reference: of the redemption.
        begun: which of the customer's wishes each reversal is for, by the till's own id.
        untrue: reversals that were begun when the till had seen a list that was not true.
        is_over: whether the customer has left.
    """

    def __init__(self, world: World, plan: BackPlan, reference: str) -> None:
        self.begun: dict[str, int] = {}
        self.untrue: set[str] = set()
        self.is_over = False
        self._world = world
        self._plan = plan
        self.reference = reference
        self._reverse = deque(plan.reverse)
        self._look = deque(plan.look)
        self._wish = 0
        self._is_met = True
        self._pressed = 0
        self._shown = 0.0
        self._saw_lie = False

    def next_reverse_fault(self) -> ReverseFault:
        """What goes wrong with the next request."""
        return self._reverse.popleft() if self._reverse else redeem_faults.honest

    def next_look_fault(self, *, is_offer: bool) -> LookFault:
        """What goes wrong with the next look-up."""
        fault: LookFault = lookup_faults.honest
        if self._look:
            fault = self._look.popleft()
        elif not self.is_over or self._plan.look_persists:
            fault = self._plan.look_always or fault
        if is_offer:
            self._saw_lie = fault is not lookup_faults.honest
        return fault

    def has_begun(self, till: SimulatedTill, reversal_id: str, points: Decimal) -> None:
        """Notes that the till has recorded a reversal."""
        self.begun[reversal_id] = self._wish
        if self._saw_lie:
            self.untrue.add(reversal_id)
        if self._plan.elsewhere:
            self._give_back_elsewhere(till, points)

    def serve(self, till: SimulatedTill) -> None:
        """The customer is at the counter again."""
        plan, world = self._plan, self._world
        till.offline, till.dies_at, till.full_at = plan.offline, plan.dies_at, plan.full_at
        if plan.dies_at_statement:
            till.fail_within(plan.dies_at_statement, Died)
        if plan.full_at_statement:
            till.fail_within(plan.full_at_statement, full_disk)
        if plan.elsewhere_before:
            self._give_back_before(till)
        try:
            for number in range(1, plan.wanted + 1):
                self._wish, self._is_met, self._pressed = number, False, 0
                if not self._serve(till):
                    return
                world.pass_time(SHOWN_WITHIN + world.drawn.expovariate(1 / plan.waits))
        finally:
            self.is_over = True

    def _serve(self, till: SimulatedTill) -> bool:
        """Meets one wish, if it can be. False if the customer leaves."""
        plan, world, drawn = self._plan, self._world, self._world.drawn
        while self._pressed < plan.presses and not self._is_done(till):
            outcome = self.press(till)
            till.offline = False
            if outcome == "no use":
                return False
            if plan.races and self._pressed == 1:
                world.aside.append(partial(self._press_aside, till, self._wish))
            if plan.clock and self._pressed == 1:
                till.clock.set_by(days=plan.clock)
            if till.is_full and drawn.random() < 0.5:
                world.say(till.name, "has room on its disk again")
                till.is_full = False
            if plan.by_hand and outcome == ReversalState.UNKNOWN:
                world.pass_time(SHOWN_WITHIN + drawn.expovariate(1 / plan.waits))
                self._settle_by_hand(till)
            elif plan.restarts:
                till.restart()
            if outcome in {ReversalState.UNKNOWN, Unreversible.PENDING} and drawn.random() < 0.5:
                world.pass_time(till.settings.settle_after * drawn.uniform(1.0, 1.5))
            world.pass_time(SHOWN_WITHIN + drawn.expovariate(1 / plan.waits))
        return True

    def _settle_by_hand(self, till: SimulatedTill) -> None:
        """The program is closed for `points-till settle`, and started again."""
        if till.is_settling or till in self._world.stack:
            return
        for reversal in till.reversals(self.reference):
            if reversal.is_open:
                till.settle_reversal_by_hand(reversal, given_back=bool(till.service.book.acts_of(reversal.id)))
        till.restart()

    def _is_done(self, till: SimulatedTill) -> bool:
        """True if the window has said that the points are back, at once or as news from settling."""
        done = (one for one in till.reversals(self.reference) if one.state is ReversalState.REVERSED)
        return self._is_met or any(self.begun.get(one.id) == self._wish for one in done)

    def press(self, till: SimulatedTill) -> str:
        """One press of the button; how it ended."""
        world = self._world
        self._pressed += 1
        till.is_pressing = True
        world.stack.append(till)
        try:
            return self._press(till)
        except Died:
            if till in world.stack[:-1]:
                raise
            till.restart("has died and is started again")
            return "died"
        except JournalUnusable as trouble:
            world.say(till.name, f"cannot give back: {trouble.support}")
            return "journal"
        except Failure as failure:
            world.say(till.name, f"says {failure.support}")
            return "failure"
        finally:
            self._shown = world.now
            till.is_pressing = False
            world.stack.pop()

    def _press_aside(self, till: SimulatedTill, wish: int) -> None:
        if self.is_over or wish != self._wish or till.is_pressing or self._is_done(till):
            return
        if self._world.now - self._shown >= SHOWN_WITHIN and self._pressed < self._plan.presses:
            self.press(till)

    def _press(self, till: SimulatedTill) -> str:
        points = self._points(till)
        if self._plan.too_many and self._pressed == 1:
            points += 10**4
        try:
            reversal = till.till.give_back(self.reference, Points(points), "Item returned")
        except NotReversible as refusal:
            return self._not_begun(refusal)
        except UnwrittenReversal as unwritten:
            self._world.say("window", f"shows {unwritten.reversal.state}, which is not written")
            reversal = unwritten.reversal
        self._world.say("window", f"shows {reversal.state} {reversal.trace.code}")
        self._is_met = self._is_met or reversal.state is ReversalState.REVERSED
        till.watch_reversal(reversal)
        return reversal.state

    def _not_begun(self, refusal: NotReversible) -> str:
        self._world.say("window", f"says {refusal.support}")
        if refusal.why is Unreversible.DONE_BEFORE:
            found: Reversal | None = refusal.reversal
            self._is_met = self._is_met or (found is not None and self.begun.get(found.id) == self._wish)
        return "no use" if refusal.why in _NO_USE else refusal.why

    def _points(self, till: SimulatedTill) -> Decimal:
        """How many points the cashier enters, of those that the till last said are left."""
        attempt = till.attempt(self.reference)
        if attempt is None:
            return _THOUSANDTH
        part = max((attempt.moved * self._plan.share).quantize(_THOUSANDTH), _THOUSANDTH)
        if part % 1 == _OTHERS_FRACTION:
            part += _THOUSANDTH
        return max(min(part, redeemable(attempt.moved - attempt.reversed_points)), _THOUSANDTH)

    def _give_back_before(self, till: SimulatedTill) -> None:
        for movement in till.service.movements.get(self.reference, [])[:1]:
            till.service.book.gives_back_elsewhere(movement, self._points(till))
            self._world.pass_time(SHOWN_WITHIN + 1)

    def _give_back_elsewhere(self, till: SimulatedTill, points: Decimal) -> None:
        """Another program gives points back soon: as many as the till only if that assumption is lifted."""
        if self._world.keeps(Assumption.REVERSALS_ARE_OURS):
            points = _OTHERS_FRACTION
        book, moved = till.service.book, till.service.movements.get(self.reference, [])

        def gives_back() -> None:
            for movement in moved[:1]:
                if movement.order.points - book.total(movement) > points:
                    book.gives_back_elsewhere(movement, points)

        self._world.later(self._world.drawn.choice((0.0, 0.5, 5.0, 40.0)), gives_back)
