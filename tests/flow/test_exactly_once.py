"""Tests that points move once or not at all, whatever service, network, clock and power do.

A till lives through a random scenario on the real journal, against a model of a service with a ledger of its own.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter as Tally
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from desktop.domain.failures import (
    Held,
    HeldBack,
    JournalTrouble,
    JournalUnusable,
    Unwritten,
)
from desktop.domain.redemption import UNSETTLED, State
from desktop.domain.validation import ValidationCode
from desktop.flow.redeem import Redeemer
from desktop.flow.settling.settler import LOOKS_NEEDED, Settler
from desktop.store.journal import SqliteJournal
from desktop.store.search_keys import fold
from tests.flow.fakes import CATALOGUE, FakeClock
from tests.flow.model_service import Service
from tests.flow.scenarios import (
    LOOK_AGAIN_AFTER,
    SETTLE_AFTER,
    Action,
    Arrives,
    ClockIsSet,
    Interruption,
    Looks,
    Press,
    ScenarioGenerator,
    ShowsLate,
    SimpleAction,
    TimePasses,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt, Draft
    from desktop.flow.ports import Journal, LoyaltyApi

LONGER_THAN_ANYTHING = 100_000.0

SCENARIOS = 40
ACTIONS = 80


class PowerCut(BaseException):
    """The power is cut here and now."""


class Hooked:
    """Wraps journal, service or clock, and calls a hook before and after each call."""

    def __init__(self, inner: object, hook: Callable[[str], None], name: str) -> None:
        self._inner = inner
        self._hook = hook
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any attribute
        method = getattr(self._inner, name)

        def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on unchanged
            self._hook(f"before {self._name}")
            result = method(*args, **named)
            self._hook(f"after {self._name}")
            return result

        return call


class ScenarioRun:
    """A till with a cashier and a service. Power cuts, full disks and settling come wherever the flow waits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.service = Service(self.clock)
        self.code = ValidationCode("NS3U05")
        self.goes_on = False
        self.known: dict[str, State] = {}
        self.checked_at = self.clock.monotonic()
        self._clear_interruption()
        self._open()

    def _clear_interruption(self) -> None:
        self.ticks = 0
        self.interruption = Interruption()
        self.meanwhile: Callable[[], None] | None = None
        self.is_meanwhile = False

    def _await(self, where: str) -> None:
        """A point at which the flow waits. During the other thread's work, nothing else interrupts."""
        if self.is_meanwhile:
            return
        self.ticks += 1
        if self.ticks == self.interruption.power_cut_at:
            raise PowerCut
        if self.ticks == self.interruption.meanwhile_at and self.meanwhile is not None:
            self.is_meanwhile = True
            self.meanwhile()
            self.is_meanwhile = False
        full = self.interruption.disk_full_from
        if where == "before journal" and full is not None and self.ticks >= full:
            raise JournalUnusable(JournalTrouble.FULL)

    def _open(self) -> None:
        """Starts as `Services` does: attempts in flight become unknown, and unsettled ones are taken up."""
        self.journal = SqliteJournal.open(self.folder / "journal.db", till="till.one")
        # An exception cuts the power here, so no disk has to be waited for. Tests of the store do wait.
        self.journal._connection.execute("PRAGMA synchronous = OFF")
        self.journal.recover(self.clock.now())
        journal = cast("Journal", Hooked(self.journal, self._await, "journal"))
        api = cast("LoyaltyApi", Hooked(self.service, self._await, "service"))
        clock = cast("FakeClock", Hooked(self.clock, self._await, "clock"))
        self.redeemer = Redeemer(api, journal, clock, CATALOGUE, till="till.one", cashier="Ravi")
        self.settler = Settler(api, journal, clock, settle_after=SETTLE_AFTER, look_again_after=LOOK_AGAIN_AFTER)
        self.settler.resume()
        self.goes_on = False

    def start_anew(self) -> None:
        """Cuts the power and starts again."""
        self._clear_interruption()
        self.journal.close()
        self._open()

    def carry_out(self, action: Action) -> None:
        """Carries out one action."""
        match action:
            case Press():
                self.service.redeem_outcomes, self.service.lookup_outcomes = (
                    list(action.redeem_outcomes),
                    list(action.lookup_outcomes),
                )
                self.service.replays = action.replays
                self._with_interruption(
                    lambda: self.press(action.draft, another_purchase=action.another_purchase),
                    action.interruption,
                    self.look,
                )
            case Looks():
                self.service.redeem_outcomes, self.service.lookup_outcomes = (
                    list(action.redeem_outcomes),
                    list(action.lookup_outcomes),
                )
                draft = action.draft
                press = (lambda: self.press(draft, another_purchase=False)) if draft is not None else None
                self._with_interruption(self.look, action.interruption, press)
                for _ in range(1, action.times):
                    self.look()
            case Arrives():
                waiting = self.service.on_their_way
                if waiting:
                    request = waiting.pop(action.which % len(waiting))
                    if not action.lost:
                        self.service.apply(*request)
            case TimePasses():
                self.clock.advance(action.seconds)
            case ClockIsSet():
                self.clock.set_wall(timedelta(hours=action.hours))
            case ShowsLate():
                self.service.lag = action.seconds
            case SimpleAction.NEXT_CUSTOMER:
                self.goes_on = False
            case SimpleAction.STARTED_ANEW:
                self.start_anew()

    def _with_interruption(
        self, verb: Callable[[], None], interruption: Interruption, meanwhile: Callable[[], None] | None
    ) -> None:
        self.interruption, self.meanwhile = interruption, meanwhile
        try:
            verb()
        except PowerCut:
            self.start_anew()
        self._clear_interruption()

    def press(self, draft: Draft, *, another_purchase: bool) -> None:
        """Does what window and cashier do. She goes on past a member's unknown bill, never past a redeemed one."""
        try:
            attempt = self.redeemer.redeem(draft, self.code, confirmed=self.goes_on)
        except HeldBack as held:
            self.goes_on = held.why is Held.SAME_MEMBER and another_purchase
            if self.goes_on:
                self.press(draft, another_purchase=False)
            return
        except Unwritten as unwritten:
            attempt = unwritten.attempt
        except JournalUnusable:
            return
        assert attempt.state is not State.IN_FLIGHT
        if attempt.state is State.UNKNOWN or (attempt.state is State.NOT_SENT and attempt.doubtful):
            self.settler.watch(attempt)

    def look(self) -> None:
        """Does what the settling worker does when a look-up is due."""
        due = self.settler.next_due()
        if due is not None:
            self.clock.advance(due + 0.001)
            with contextlib.suppress(JournalUnusable):
                self.settler.look_once()

    def settle_all(self) -> None:
        """The service answers, so every watched attempt is settled."""
        self.service.redeem_outcomes, self.service.lookup_outcomes = [], []
        for _ in range(1_000):
            if self.settler.next_due() is None:
                break
            self.look()
        assert self.settler.next_due() is None

    def attempts(self) -> list[Attempt]:
        """Returns all attempts of the journal."""
        return list(self.journal.export(None, None))

    def check(self) -> None:
        """Asserts what must hold at every moment."""
        moved, coming = self.service.ledger, {reference for reference, _ in self.service.on_their_way}
        attempts = self.attempts()
        for one in attempts:
            if one.state is State.REDEEMED:
                assert one.reference in moved, "a redeemed attempt has moved"
            if one.state is State.REFUSED or (one.state is State.NOT_SENT and not one.doubtful):
                assert one.reference not in moved, "an attempt that is final without points has not moved"
                assert one.reference not in coming, "and never moves"
            if one.state is State.NOT_APPLIED and self.known.get(one.reference) is not State.NOT_APPLIED:
                self._check_absence(one)
        self.known = {one.reference: one.state for one in attempts}
        self.checked_at = self.clock.monotonic()
        in_flight = {one.reference for one in attempts if one.state is State.IN_FLIGHT}
        assert in_flight <= set(self.redeemer._unwritten), "only attempts that could not be recorded are in flight"
        unknown = {one.reference for one in attempts if one.state is State.UNKNOWN}
        assert unknown <= {one.attempt.reference for one in self.settler.unknown()}, "every unknown attempt is watched"
        assert set(self.service.asked_for) <= {one.reference for one in attempts}, (
            "every request that was sent is recorded"
        )
        assert all(len(wanted) == 1 for wanted in self.service.asked_for.values()), "a reference is one redemption"
        bills = Tally(
            (fold(one.draft.bill), one.draft.identifier, one.draft.points) for one in moved.values() if one.draft.bill
        )
        assert not bills or max(bills.values()) == 1, "a bill moves the same points of a member once"

    def _check_absence(self, attempt: Attempt) -> None:
        """Asserts that the attempt was looked up enough before it was recorded as not redeemed."""
        shown = self.service.ledger.get(attempt.reference)
        assert shown is None or shown.visible_from > self.checked_at, "a visible redemption is not recorded as absent"
        looks = self.service.blank_looks[attempt.reference]
        assert len(looks) >= LOOKS_NEEDED, "absence takes several look-ups"
        assert looks[-1] - looks[0] >= SETTLE_AFTER, "spread over time"

    def end(self) -> None:
        """The service answers again, every request on its way has arrived, and the till starts: journal and ledger
        agree.
        """
        for request in self.service.on_their_way:
            self.service.apply(*request)
        self.service.on_their_way = []
        self.redeemer.catch_up()
        self.settle_all()
        assert not [one for one in self.attempts() if one.state in UNSETTLED], "no attempt stays unknown"
        self.check()
        self.clock.advance(LONGER_THAN_ANYTHING)
        self.start_anew()
        self.settle_all()
        self.check()
        for one in self.attempts():
            assert one.state not in UNSETTLED
            assert (one.state is State.REDEEMED) is (one.reference in self.service.ledger), "journal and ledger agree"


def run_scenario(actions: list[Action]) -> None:
    """Carries out a whole scenario and checks after each action."""
    with tempfile.TemporaryDirectory(prefix="points-till-") as folder:
        run = ScenarioRun(Path(folder))
        try:
            for action in actions:
                run.carry_out(action)
                run.check()
            run.end()
        finally:
            run.journal.close()


def shortest(actions: list[Action], kind: type[BaseException]) -> list[Action]:
    """Returns a shorter scenario that still fails."""
    step = len(actions)
    while step:
        for begin in range(len(actions) - step, -1, -step):
            shorter = actions[:begin] + actions[begin + step :]
            try:
                run_scenario(shorter)
            except kind:
                actions = shorter
        step //= 2
    return actions


@pytest.mark.parametrize("seed", range(SCENARIOS))
def test_points_move_exactly_once_in_any_scenario(seed: int) -> None:
    """Journal and ledger agree in the end, and in between the till never claims more than is true."""
    actions = ScenarioGenerator(seed).scenario(ACTIONS)
    try:
        run_scenario(actions)
    except Exception as error:
        error.add_note("\n".join(map(str, shortest(actions, type(error)))))
        raise
