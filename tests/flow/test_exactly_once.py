"""Tests that points move once or not at all, whatever service, network, clock and power do.

A state machine lets a till work on the real journal, against a model of a service with a ledger of its own.
"""

from __future__ import annotations

import logging
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.flow.fakes import ASHA, RAVI, make_draft
from tests.flow.interrupted_till import LOOK_AGAIN_AFTER, NONE, SETTLE_AFTER, InterruptedTill, Interruption
from tests.flow.model_service import FINAL, REPEATED, LookupOutcome, RedeemOutcome
from tests.flow.planted_bugs import BUGS

if TYPE_CHECKING:
    from collections.abc import Iterator


pytestmark = pytest.mark.timeout(900)

POINT = st.none() | st.integers(1, 26)
INTERRUPTIONS = st.just(NONE) | st.builds(Interruption, POINT, POINT, POINT)
REPEATS = st.lists(st.sampled_from(REPEATED), max_size=2)
LOOKUP_OUTCOMES = st.lists(st.sampled_from(LookupOutcome), max_size=4)
MEMBERS = {"Asha": ASHA, "Ravi": RAVI}


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Disables the log, because thousands of failures here are intended."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


class TillLife(RuleBasedStateMachine):
    """Journal and ledger agree in the end, and in between the till never claims more than is true."""

    @initialize()
    def start(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="points-till-")
        self.till = InterruptedTill(Path(self._folder.name))
        self.draft = make_draft("B-1")
        self._is_true = True

    @rule(
        bill=st.sampled_from(["B-1", "B-2", "b-1 ", ""]),
        points=st.sampled_from(["100", "100.0", "50"]),
        member=st.sampled_from(["Asha", "Ravi"]),
    )
    def turns_to(self, bill: str, points: str, member: str) -> None:
        """The cashier enters something else. Without this, she tries the same redemption again."""
        self.draft = make_draft(bill, points, identifier=MEMBERS[member])

    @rule(
        repeats=REPEATS,
        outcome=st.sampled_from(FINAL),
        looks=LOOKUP_OUTCOMES,
        another_purchase=st.booleans(),
        replays=st.booleans(),
        interruption=INTERRUPTIONS,
    )
    def presses(
        self,
        *,
        repeats: list[RedeemOutcome],
        outcome: RedeemOutcome,
        looks: list[LookupOutcome],
        another_purchase: bool,
        replays: bool,
        interruption: Interruption,
    ) -> None:
        """The cashier presses Redeem. Settling may look up meanwhile."""
        service = self.till.service
        service.redeem_outcomes, service.lookup_outcomes, service.replays = [*repeats, outcome], [*looks], replays
        self.till.interrupted(
            lambda: self.till.press(self.draft, another_purchase=another_purchase), interruption, self.till.look
        )

    @rule(outcome=st.sampled_from(FINAL), looks=LOOKUP_OUTCOMES, interruption=INTERRUPTIONS)
    def looks_up(self, *, outcome: RedeemOutcome, looks: list[LookupOutcome], interruption: Interruption) -> None:
        """Settling looks up. The cashier may press Redeem meanwhile."""
        service = self.till.service
        service.redeem_outcomes, service.lookup_outcomes = [outcome], [*looks]
        self.till.interrupted(self.till.look, interruption, lambda: self.till.press(self.draft, another_purchase=False))

    @rule(times=st.integers(2, 14))
    def looks_up_often(self, times: int) -> None:
        """Settling looks up undisturbed."""
        self.till.service.lookup_outcomes = []
        for _ in range(times):
            self.till.look()

    @precondition(lambda self: self.till.service.on_their_way)
    @rule(which=st.integers(0, 3), is_lost=st.booleans())
    def request_arrives(self, *, which: int, is_lost: bool) -> None:
        """A request that was on its way arrives, or is lost for good."""
        waiting = self.till.service.on_their_way
        request = waiting.pop(which % len(waiting))
        if not is_lost:
            self.till.service.apply(*request)

    @rule(seconds=st.sampled_from([0.5, 10.0, SETTLE_AFTER, LOOK_AGAIN_AFTER, 86_400.0]))
    def time_passes(self, seconds: float) -> None:
        """Time passes and nothing else happens."""
        self.till.clock.advance(seconds)

    @rule(hours=st.sampled_from([-10_000, -1, 1, 10_000]))
    def clock_is_set(self, hours: int) -> None:
        """The wall clock is set."""
        self.till.clock.set_wall(timedelta(hours=hours))

    @rule(seconds=st.sampled_from([0.0, 5.0, 45.0, 300.0, 5_000.0]))
    def service_shows_late(self, seconds: float) -> None:
        """From now on the service shows what it moves only after so many seconds."""
        self.till.service.lag = seconds

    @rule()
    def next_customer(self) -> None:
        """The cashier's agreement ends with the customer."""
        self.till.goes_on = False

    @rule()
    def starts_again(self) -> None:
        """The power is cut, and the till starts again."""
        self.till.start_again()

    @invariant()
    def claims_only_what_is_true(self) -> None:
        """The journal never claims more than is true."""
        if hasattr(self, "till"):
            self._is_true = False
            self.till.check()
            self._is_true = True

    def teardown(self) -> None:
        """Journal and ledger agree in the end."""
        if not hasattr(self, "till"):
            return
        try:
            if self._is_true:
                self.till.check_end()
        finally:
            self.till.close()
            self._folder.cleanup()


EXAMPLES = settings(max_examples=80, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))

TillLife.TestCase.settings = EXAMPLES
TestTillLife = TillLife.TestCase


# An ordinary run plants only one bug, because finding each takes up to a minute.
FIRST_BUG, *OTHER_BUGS = BUGS


@pytest.mark.parametrize("name", [FIRST_BUG, *(pytest.param(name, marks=pytest.mark.slow) for name in OTHER_BUGS)])
def test_a_planted_bug_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The state machine finds each bug, so it would find them if they came back."""
    BUGS[name](monkeypatch)
    search = settings(EXAMPLES, max_examples=1_000, derandomize=True, database=None, phases=(Phase.generate,))
    with pytest.raises(AssertionError):
        run_state_machine_as_test(TillLife, settings=search)
