"""A till on the real journal whose work is interrupted: by power cuts, full disks, and its other thread."""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from desktop.domain.failures import Held, HeldBack, JournalTrouble, JournalUnusable, Unwritten
from desktop.domain.redemption import UNSETTLED, State
from desktop.domain.validation import ValidationCode
from desktop.flow.redeem import Redeemer
from desktop.flow.settling.settler import Settler
from desktop.flow.settling.watch_list import LOOKS_NEEDED
from desktop.store.journal import SqliteJournal
from desktop.store.search_keys import fold
from tests.flow.fakes import CATALOGUE, FakeClock
from tests.flow.model_service import Service

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt, Draft
    from desktop.flow.ports import Journal, LoyaltyApi

SETTLE_AFTER = 60.0
LOOK_AGAIN_AFTER = 600.0
LONGER_THAN_ANYTHING = 100_000.0


@dataclass(frozen=True)
class Interruption:
    """What happens at the n-th point at which the flow waits for journal, service or clock.

    Attributes:
        power_cut_at: the power is cut.
        disk_full_from: nothing can be read or written from then on, until the action has ended.
        meanwhile_at: the other thread does its work.
    """

    power_cut_at: int | None = None
    disk_full_from: int | None = None
    meanwhile_at: int | None = None


NONE = Interruption()


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
        if not callable(method):
            return method

        def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on unchanged
            self._hook(f"before {self._name}")
            result = method(*args, **named)
            self._hook(f"after {self._name}")
            return result

        return call


class InterruptedTill:
    """A till with a cashier and a model of the service.

    Attributes:
        clock: time, which passes only if an action or the flow lets it.
        service: the model.
        goes_on: True if the cashier has agreed to redeem in spite of another purchase of the member's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.clock = FakeClock()
        self.service = Service(self.clock)
        self.goes_on = False
        self._code = ValidationCode("NS3U05")
        self._known: dict[str, State] = {}
        self._checked_at = self.clock.monotonic()
        self._clear_interruption()
        self._open()

    def _clear_interruption(self) -> None:
        self._waits = 0
        self._interruption = NONE
        self._meanwhile: Callable[[], None] | None = None
        self._is_meanwhile = False
        self._to_watch: list[Attempt] = []

    def _await(self, where: str) -> None:
        """A point at which the flow waits. During the other thread's work, nothing else interrupts."""
        if self._is_meanwhile:
            return
        self._waits += 1
        if self._waits == self._interruption.power_cut_at:
            raise PowerCut
        if self._waits == self._interruption.meanwhile_at and self._meanwhile is not None:
            self._is_meanwhile = True
            self._meanwhile()
            self._is_meanwhile = False
        full = self._interruption.disk_full_from
        if where == "before journal" and full is not None and self._waits >= full:
            raise JournalUnusable(JournalTrouble.FULL)

    def _open(self) -> None:
        """Starts as `Services` does: attempts in flight become unknown, and unsettled ones are taken up."""
        self._journal = SqliteJournal.open(self._folder / "journal.db", till="till.one")
        # An exception cuts the power here, so no disk has to be waited for. Tests of the store do wait.
        self._journal._connection.execute("PRAGMA synchronous = OFF")
        self._journal.recover(self.clock.now())
        journal = cast("Journal", Hooked(self._journal, self._await, "journal"))
        api = cast("LoyaltyApi", Hooked(self.service, self._await, "service"))
        clock = cast("FakeClock", Hooked(self.clock, self._await, "clock"))
        self._redeemer = Redeemer(api, journal, clock, CATALOGUE, till="till.one", cashier="Ravi")
        self._settler = Settler(api, journal, clock, settle_after=SETTLE_AFTER, look_again_after=LOOK_AGAIN_AFTER)
        self._settler.resume()
        self.goes_on = False

    def start_again(self) -> None:
        """Cuts the power and starts again."""
        self._clear_interruption()
        self._journal.close()
        self._open()

    def close(self) -> None:
        """Closes the journal."""
        self._journal.close()

    def interrupted(
        self, action: Callable[[], None], interruption: Interruption, meanwhile: Callable[[], None] | None
    ) -> None:
        """Carries out an action. `meanwhile` is the other thread's work."""
        self._interruption, self._meanwhile = interruption, meanwhile
        try:
            action()
        except PowerCut:
            self.start_again()
        for attempt in self._to_watch:
            self._settler.watch(attempt)
        self._clear_interruption()

    def press(self, draft: Draft, *, another_purchase: bool) -> None:
        """Does what window and cashier do.

        The cashier goes on past a question about another purchase of the member's, never past one about this bill.
        """
        try:
            attempt = self._redeemer.redeem(draft, self._code, confirmed=self.goes_on)
        except HeldBack as held:
            if held.attempt.state is State.UNKNOWN:
                self._watch(held.attempt)
            self.goes_on = held.why is Held.SAME_MEMBER and another_purchase
            if self.goes_on:
                self.press(draft, another_purchase=False)
            return
        except Unwritten as unwritten:
            attempt = unwritten.attempt
        except JournalUnusable:
            return
        assert attempt.state is not State.IN_FLIGHT
        if attempt.state is State.UNKNOWN or attempt.is_unproved:
            self._watch(attempt)

    def _watch(self, attempt: Attempt) -> None:
        """Has an attempt settled. As in the window, settling first ends the look-up that is under way."""
        if self._is_meanwhile:
            self._to_watch.append(attempt)
        else:
            self._settler.watch(attempt)

    def look(self) -> None:
        """Does what the settling worker does when a look-up is due."""
        due = self._settler.next_due()
        if due is not None:
            self.clock.advance(due + 0.001)
            with contextlib.suppress(JournalUnusable):
                self._settler.look_once()

    def _settle_all(self) -> None:
        """The service answers, so every watched attempt is settled."""
        self.service.redeem_outcomes, self.service.lookup_outcomes = [], []
        for _ in range(1_000):
            if self._settler.next_due() is None:
                break
            self.look()
        assert self._settler.next_due() is None

    def _attempts(self) -> list[Attempt]:
        return list(self._journal.export(None, None))

    def check(self) -> None:
        """Asserts what must hold at every moment."""
        moved, coming = self.service.ledger, {reference for reference, _ in self.service.on_their_way}
        attempts = self._attempts()
        for one in attempts:
            if one.state is State.REDEEMED:
                assert one.reference in moved, "a redeemed attempt has moved"
            if one.state is State.REFUSED or (one.state is State.NOT_SENT and not one.is_unproved):
                # The model shows at once what it has answered as failed, so even an unproved refusal is true.
                assert one.reference not in moved, "an attempt that is final without points has not moved"
                assert one.reference not in coming, "and never moves"
            if one.state is State.NOT_APPLIED and self._known.get(one.reference) is not State.NOT_APPLIED:
                self._check_absence(one)
        self._known = {one.reference: one.state for one in attempts}
        self._checked_at = self.clock.monotonic()
        in_flight = {one.reference for one in attempts if one.state is State.IN_FLIGHT}
        assert in_flight <= set(self._redeemer._unwritten), "only attempts that could not be recorded are in flight"
        unknown = {one.reference for one in attempts if one.state is State.UNKNOWN}
        assert unknown <= {one.attempt.reference for one in self._settler.unknown()}, "every unknown attempt is watched"
        assert set(self.service.asked_for) <= {one.reference for one in attempts}, (
            "every request that was sent is recorded"
        )
        assert all(len(wanted) == 1 for wanted in self.service.asked_for.values()), "a reference is one redemption"
        bills = Counter(
            (fold(one.draft.bill), one.draft.identifier, one.draft.points) for one in moved.values() if one.draft.bill
        )
        assert not bills or max(bills.values()) == 1, "a bill moves the same points of a member once"

    def _check_absence(self, attempt: Attempt) -> None:
        """Asserts that the attempt was looked up enough before it was recorded as not redeemed."""
        shown = self.service.ledger.get(attempt.reference)
        assert shown is None or shown.visible_from > self._checked_at, "a visible redemption is not recorded as absent"
        looks = self.service.blank_looks[attempt.reference]
        assert len(looks) >= LOOKS_NEEDED, "absence takes several look-ups"
        assert looks[-1] - looks[0] >= SETTLE_AFTER, "spread over time"

    def check_end(self) -> None:
        """Lets the service answer and everything late arrive, starts the till, and asserts that journal and ledger
        agree.
        """
        for request in self.service.on_their_way:
            self.service.apply(*request)
        self.service.on_their_way = []
        self._redeemer.catch_up()
        self._settle_all()
        assert not [one for one in self._attempts() if one.state in UNSETTLED], "no attempt stays unknown"
        self.check()
        self.clock.advance(LONGER_THAN_ANYTHING)
        self.start_again()
        self._settle_all()
        self.check()
        for one in self._attempts():
            assert one.state not in UNSETTLED
            assert (one.state is State.REDEEMED) is (one.reference in self.service.ledger), "journal and ledger agree"
