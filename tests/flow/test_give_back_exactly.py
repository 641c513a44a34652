"""Tests with random histories that no points are given back twice, and that none are lost sight of.

The service of this test gives back whatever it is asked for, so nothing but the till keeps the sum within what was
redeemed.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, cast

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from desktop.domain.failures import Call, Failure, Lost, NotSent, Refused, Throttled, Unanswered, Unsent
from desktop.domain.member import Member
from desktop.domain.points import Points
from desktop.domain.redemption import State, Step, new_reference
from desktop.domain.reversal import GivenBack, ReversalRow, ReversalsSeen, ReversalState
from desktop.flow.give_back import GiveBack
from desktop.flow.settling.reversal_settler import ReversalSettler
from desktop.store.journal import SqliteJournal
from tests.flow.fakes import CATALOGUE, LOOK_AGAIN_AFTER, SETTLE_AFTER, FakeClock, make_draft, redeemed

if TYPE_CHECKING:
    from desktop.domain.member import Identifier
    from desktop.domain.redemption import Draft
    from desktop.domain.reversal import Reversal
    from desktop.flow.ports import LoyaltyApi

REDEEMED = Decimal(100)
LATEST = 60.0
"""Seconds within which a request arrives and its reversal shows, or never: less than `settle_after`."""


class SendOutcome(Enum):
    """The outcome of one reverse request."""

    ANSWERED = auto()
    ANSWERED_LATE = auto()
    REFUSED = auto()
    REFUSED_FOR_GOOD = auto()
    REFUSED_AFTER = auto()
    REFUSED_AFTER_LATE = auto()
    LOCKED = auto()
    NEVER_LEFT = auto()
    LOST_BEFORE = auto()
    LOST_AFTER = auto()
    LOST_AND_LATE = auto()
    BREAKS_THE_TILL = auto()


class ListOutcome(Enum):
    """The outcome of one look at the list."""

    SEES = auto()
    FAILS = auto()
    INCOMPLETE = auto()
    WITHOUT_THE_OLDEST = auto()
    UNSEEN = auto()


@dataclass
class Entry:
    """A reversal that the service has made."""

    points: Decimal
    shows_from: float
    is_ours: bool = True


class CarelessService:
    """Gives points back without any check, and shows its list with or without numbers."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.entries: list[Entry] = []
        self.on_their_way: list[tuple[float, Decimal]] = []
        self.next_send = SendOutcome.ANSWERED
        self.next_list = ListOutcome.SEES
        self.is_numbered = True
        self.sends = 0

    @property
    def total(self) -> Decimal:
        return sum((one.points for one in self.entries), Decimal(0))

    def arrive(self) -> None:
        """What was on its way arrives in time."""
        now = self._clock.monotonic()
        for due, points in list(self.on_their_way):
            if due <= now:
                self.on_their_way.remove((due, points))
                self.entries.append(Entry(points, now))

    def reverse(self, _draft: Draft, _reference: str, _redemption_id: str, points: Points) -> GivenBack:
        self.arrive()
        self.sends += 1
        outcome, self.next_send = self.next_send, SendOutcome.ANSWERED
        now = self._clock.monotonic()
        match outcome:
            case SendOutcome.ANSWERED | SendOutcome.ANSWERED_LATE:
                late = LATEST / 2 if outcome is SendOutcome.ANSWERED_LATE else 0.0
                self.entries.append(Entry(points.value, now + late))
                return GivenBack(points=points.value, available=points.value, expired=Decimal(0))
            case SendOutcome.REFUSED:
                raise Refused(Call.REVERSE, 904, "locked")
            case SendOutcome.REFUSED_FOR_GOOD:
                raise Refused(Call.REVERSE, 905, "off")
            case SendOutcome.REFUSED_AFTER | SendOutcome.REFUSED_AFTER_LATE:
                late = LATEST / 2 if outcome is SendOutcome.REFUSED_AFTER_LATE else 0.0
                self.entries.append(Entry(points.value, now + late))
                raise Refused(Call.REVERSE, 902, "duplicate")
            case SendOutcome.LOCKED:
                raise Throttled(Call.REVERSE, 521)
            case SendOutcome.NEVER_LEFT:
                raise NotSent(Unsent.CONNECT)
            case SendOutcome.LOST_BEFORE:
                raise Unanswered(Lost.CUT)
            case SendOutcome.LOST_AFTER:
                self.entries.append(Entry(points.value, now + LATEST / 2))
                raise Unanswered(Lost.TIMEOUT)
            case SendOutcome.LOST_AND_LATE:
                self.on_their_way.append((now + LATEST, points.value))
                raise Unanswered(Lost.TIMEOUT)
            case SendOutcome.BREAKS_THE_TILL:
                self.entries.append(Entry(points.value, now))
                raise RecursionError("nested too deeply")

    def find_reversals(self, _draft: Draft, _reference: str, _redemption_id: str) -> ReversalsSeen:
        self.arrive()
        outcome, self.next_list = self.next_list, ListOutcome.SEES
        if outcome is ListOutcome.FAILS:
            raise Unanswered(Lost.TIMEOUT)
        if outcome is ListOutcome.UNSEEN:
            return ReversalsSeen()
        now = self._clock.monotonic()
        rows = tuple(
            ReversalRow(reversal_id=str(number) if self.is_numbered else "", points=one.points)
            for number, one in enumerate(self.entries)
            if one.shows_from <= now
        )
        if outcome is ListOutcome.WITHOUT_THE_OLDEST:
            rows = rows[1:]
        complete = outcome is not ListOutcome.INCOMPLETE
        return ReversalsSeen(is_seen=True, redemption_id="7t4y2a", points=REDEEMED, rows=rows, complete=complete)

    def find_member(self, identifier: Identifier) -> Member:
        return Member(identifier=identifier)


class GivingBack(RuleBasedStateMachine):
    """A till, its cashier, another till, power cuts, and time."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FakeClock()
        self.service = CarelessService(self.clock)
        self.journal = SqliteJournal.open(Path(self.folder.name) / "journal.db", till="till.one")
        now = self.clock.now()
        self.reference = new_reference(now)
        self.journal.begin(make_draft(), self.reference, till="till.one", cashier="Ravi", at=now)
        self.journal.step(self.reference, Step.REDEEMED, at=now, redeemed=redeemed())
        self.start()

    def start(self) -> None:
        api = cast("LoyaltyApi", self.service)
        self.give_back = GiveBack(api, self.journal, self.clock, CATALOGUE, till="till.one", cashier="Ravi")
        self.settler = ReversalSettler(
            api, self.journal, self.clock, settle_after=SETTLE_AFTER, look_again_after=LOOK_AGAIN_AFTER
        )
        self.settler.resume()

    @rule(numbered=st.booleans())
    def a_new_release(self, *, numbered: bool) -> None:
        """Only before anything was given back: a list does not lose its numbers in the middle."""
        if not self.service.entries and not self.service.sends:
            self.service.is_numbered = numbered

    @rule(
        points=st.sampled_from(["20", "50", "100"]),
        send=st.sampled_from(SendOutcome),
        # A list that hides another till's entry from a service that gives back anything is more than a till can see.
        seen=st.sampled_from([one for one in ListOutcome if one is not ListOutcome.WITHOUT_THE_OLDEST]),
    )
    def press(self, points: str, send: SendOutcome, seen: ListOutcome) -> None:
        if any(one.is_unproved for one in self.reversals):
            # That a service refuses what it has done and hides it as well is more than a till can find out.
            self.clock.advance(LATEST / 2)
        self.service.next_send, self.service.next_list = send, seen
        sends = self.service.sends
        open_before = [one for one in self.reversals if one.is_open]
        with suppress(Failure):
            self.settler.watch(self.give_back.give_back(self.reference, Points(Decimal(points)), "Item returned"))
        assert self.service.sends - sends <= 1
        if open_before:
            assert self.service.sends == sends, "sent while an earlier outcome was unknown"

    @rule(points=st.sampled_from(["7", "11"]))
    def another_till_gives_back(self, points: str) -> None:
        """It does not collide with what is on its way here, which the real service would see to."""
        self.service.arrive()
        on_the_way = sum((one for _, one in self.service.on_their_way), Decimal(0))
        pending = sum((one.points.value for one in self.reversals if one.is_open), Decimal(0))
        if self.service.total + on_the_way + pending + Decimal(points) <= REDEEMED:
            # Not before this till's own, which is older: that a list shows a part of what it hides is more than a till
            # can see, and the real service would give back no more than there is.
            shows_from = max([self.clock.monotonic(), *(one.shows_from for one in self.service.entries)])
            self.service.entries.append(Entry(Decimal(points), shows_from, is_ours=False))

    @rule(seen=st.sampled_from(ListOutcome))
    def settle(self, seen: ListOutcome) -> None:
        self.service.next_list = seen
        due = self.settler.next_due()
        if due is not None:
            self.clock.advance(due + 0.001)
            self.settler.look_once()

    @rule()
    def settle_to_the_end(self) -> None:
        for _ in range(12):
            if self.settler.unknown():
                self.settle(ListOutcome.SEES)

    @rule(seconds=st.sampled_from([1.0, 30.0, 1000.0]))
    def time_passes(self, seconds: float) -> None:
        self.clock.advance(seconds)

    @rule()
    def the_power_fails(self) -> None:
        self.journal.recover(self.clock.now())
        self.start()

    @property
    def reversals(self) -> tuple[Reversal, ...]:
        return self.journal.reversals_of(self.reference)

    @property
    def done(self) -> list[Reversal]:
        return [one for one in self.reversals if one.state is ReversalState.REVERSED]

    @invariant()
    def no_more_comes_back_than_was_redeemed(self) -> None:
        assert self.service.total + sum((one for _, one in self.service.on_their_way), Decimal(0)) <= REDEEMED

    @invariant()
    def nothing_is_called_given_back_that_is_not(self) -> None:
        ours = sorted(one.points for one in self.service.entries if one.is_ours)
        for one in self.done:
            assert one.reversed_points in ours
            ours.remove(one.reversed_points)

    @invariant()
    def the_redemption_counts_what_came_back(self) -> None:
        attempt = self.journal.get(self.reference)
        assert attempt is not None
        assert attempt.reversed_points == sum((one.reversed_points for one in self.done), Decimal(0))
        if attempt.reversed_points == REDEEMED:
            assert attempt.state is State.REVERSED

    def teardown(self) -> None:
        """In the end everything that came back is known, or at least not called absent."""
        self.clock.advance(LATEST)
        self.service.arrive()
        self.clock.advance(LATEST)
        self.start()
        for _ in range(40):
            self.settle(ListOutcome.SEES)
        moved = sorted(one.points for one in self.service.entries if one.is_ours)
        known = sorted(one.reversed_points for one in self.done)
        candidates = sum(1 for one in self.reversals if one.is_open)
        assert known == moved or (candidates and len(known) + candidates >= len(moved))
        self.journal.close()
        self.folder.cleanup()


GivingBack.TestCase.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestGivingBack = GivingBack.TestCase
