"""Claims about the whole: whatever service, network, clock and power do, points move once or not at all.

A till lives through a random life on the real journal, against a model of a service that keeps its own ledger.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter as Tally
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.eligibility import CodeSent, Eligibility, Found, Look
from desktop.domain.failures import (
    Call,
    Held,
    HeldBack,
    JournalTrouble,
    JournalUnusable,
    Lost,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unsent,
    Unwritten,
)
from desktop.domain.member import Identifier, Member
from desktop.domain.redemption import UNSETTLED, State
from desktop.domain.validation import ValidationCode
from desktop.flow.redeem import Redeemer
from desktop.flow.settle import Settler
from desktop.store.journal import SqliteJournal
from desktop.store.search_keys import fold
from tests.flow.fakes import ASHA, RAVI, ToldClock, make_draft, redeemed

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt, Draft, Redeemed
    from desktop.flow.ports import Journal, LoyaltyApi

SETTLE_AFTER = 60.0
LOOK_AGAIN_AFTER = 600.0
LONGER_THAN_ANYTHING = 100_000.0


class Fate(Enum):
    """What becomes of one redeem request."""

    ANSWERED = auto()
    REFUSED = auto()
    NEVER_LEFT = auto()
    LOST_BEFORE = auto()
    LOST_AFTER = auto()
    DELAYED = auto()
    LOCKED = auto()
    LIMITED = auto()
    LIMITED_FOR_LONG = auto()
    BREAKS_THE_TILL = auto()


class Outlook(Enum):
    """What becomes of one look."""

    SEES = auto()
    FAILS = auto()
    CUT_SHORT = auto()


class PowerCut(BaseException):
    """The till is off, here and now."""


@dataclass(frozen=True)
class Movement:
    """Points that the service has moved, and when it begins to show them."""

    draft: Draft
    visible_from: float


class Service:
    """A service that moves points at most once for a reference, and whose answers are proofs of nothing but themselves.

    Attributes:
        ledger: what moved, by reference.
        on_their_way: requests that have not arrived yet and may arrive at any time.
        asked_for: what every reference was ever sent with.
        fates: of the next requests, and then `ANSWERED`.
        outlooks: of the next looks, and then `SEES`.
        lag: seconds until what moves now is shown.
        replays: whether a repeat of what has moved is answered as if it had moved now; otherwise it is refused.
    """

    def __init__(self, clock: ToldClock) -> None:
        self._clock = clock
        self.ledger: dict[str, Movement] = {}
        self.on_their_way: list[tuple[str, Draft]] = []
        self.asked_for: dict[str, set[tuple[Identifier, str, str]]] = {}
        self.fates: list[Fate] = []
        self.outlooks: list[Outlook] = []
        self.lag = 0.0
        self.replays = False

    def apply(self, reference: str, draft: Draft) -> None:
        """A request arrives; a second one with its reference moves nothing."""
        self.ledger.setdefault(reference, Movement(draft, self._clock.monotonic() + self.lag))

    def redeem(self, draft: Draft, reference: str, _code: ValidationCode | None) -> Redeemed:
        wanted = (draft.identifier, draft.points.wire, draft.bill)
        self.asked_for.setdefault(reference, set()).add(wanted)
        match self.fates.pop(0) if self.fates else Fate.ANSWERED:
            case Fate.ANSWERED:
                if reference in self.ledger and not self.replays:
                    raise Refused(Call.REDEEM, 817, "the reference is not unique")
                self.apply(reference, draft)
                return redeemed(reference[-6:], points=draft.points.wire)
            case Fate.REFUSED:
                raise Refused(Call.REDEEM, 808, "wrong code")
            case Fate.NEVER_LEFT:
                raise NotSent(Unsent.CONNECT)
            case Fate.LOST_BEFORE:
                raise Unanswered(Lost.CUT)
            case Fate.LOST_AFTER:
                self.apply(reference, draft)
                raise Unanswered(Lost.TIMEOUT)
            case Fate.DELAYED:
                self.on_their_way.append((reference, draft))
                raise Unanswered(Lost.TIMEOUT)
            case Fate.LOCKED:
                raise Throttled(Call.REDEEM, 521)
            case Fate.LIMITED:
                raise Throttled(Call.REDEEM, 429, retry_after=3.0)
            case Fate.LIMITED_FOR_LONG:
                raise Throttled(Call.REDEEM, 429, retry_after=60.0)
            case Fate.BREAKS_THE_TILL:
                self.apply(reference, draft)
                raise RecursionError("an answer too deep to be read")

    def find_redemptions(self, identifier: Identifier, reference: str) -> Look:
        match self.outlooks.pop(0) if self.outlooks else Outlook.SEES:
            case Outlook.FAILS:
                raise Unanswered(Lost.TIMEOUT)
            case Outlook.CUT_SHORT:
                return Look(complete=False)
            case Outlook.SEES:
                moved = self.ledger.get(reference)
                if moved is None or moved.visible_from > self._clock.monotonic():
                    return Look()
                assert moved.draft.identifier == identifier
                return Look(found=(Found(reference=reference, points=moved.draft.points.value),))

    def find_member(self, identifier: Identifier) -> Member:
        return Member(identifier=identifier)

    def check(self, *_: object, **__: object) -> Eligibility:
        return Eligibility()

    def send_code(self, *_: object) -> CodeSent:
        return CodeSent()


class Awaited:
    """Journal, service or clock, with a hook before and after each call: there the world may come between."""

    def __init__(self, inner: object, hook: Callable[[str], None], name: str) -> None:
        self._inner = inner
        self._hook = hook
        self._name = name

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever stands there
        method = getattr(self._inner, name)

        def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - handed on as it came
            self._hook(f"before {self._name}")
            result = method(*args, **named)
            self._hook(f"after {self._name}")
            return result

        return call


@dataclass(frozen=True)
class Disturbance:
    """What comes between at the n-th point where the flow waits for journal, service or clock.

    Attributes:
        power_cut_at: the till is off.
        disk_full_from: nothing can be read or written from then on, until the verb has ended.
        meanwhile_at: the other thread does its work.
    """

    power_cut_at: int | None = None
    disk_full_from: int | None = None
    meanwhile_at: int | None = None


@dataclass(frozen=True)
class Press:
    """The cashier presses Redeem, and meanwhile settling looks."""

    draft: Draft
    fates: tuple[Fate, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    another_purchase: bool = False
    replays: bool = False
    disturbed: Disturbance = Disturbance()


@dataclass(frozen=True)
class Looks:
    """Settling looks as often as that, and during the first time the cashier presses Redeem."""

    times: int
    outlooks: tuple[Outlook, ...] = ()
    draft: Draft | None = None
    fates: tuple[Fate, ...] = ()
    disturbed: Disturbance = Disturbance()


@dataclass(frozen=True)
class Arrives:
    """A request that was on its way arrives, or is lost for good."""

    which: int
    lost: bool = False


@dataclass(frozen=True)
class TimePasses:
    """Nothing happens for so many seconds."""

    seconds: float


@dataclass(frozen=True)
class ClockIsSet:
    """Somebody sets the clock on the wall."""

    hours: int


@dataclass(frozen=True)
class ShowsLate:
    """From now on the service shows what it moves after so many seconds."""

    seconds: float


class Deed(Enum):
    """What needs no more than its name."""

    NEXT_CUSTOMER = auto()
    STARTED_ANEW = auto()


Happening = Press | Looks | Arrives | TimePasses | ClockIsSet | ShowsLate | Deed

NONE_OR_SOON = st.none() | st.integers(1, 24)
DISTURBANCES = st.just(Disturbance()) | st.builds(Disturbance, NONE_OR_SOON, NONE_OR_SOON, NONE_OR_SOON)
FATES = st.lists(st.sampled_from(Fate), max_size=4).map(tuple)
OUTLOOKS = st.lists(st.sampled_from(Outlook), max_size=4).map(tuple)
DRAFTS = st.builds(
    make_draft,
    bill=st.sampled_from(["B-1", "B-1", "b-1 ", "B-2", ""]),
    points=st.sampled_from(["100", "100", "100.0", "50"]),
    identifier=st.sampled_from([ASHA, ASHA, ASHA, RAVI]),
)
PRESSES = st.builds(Press, DRAFTS, FATES, OUTLOOKS, st.booleans(), st.booleans(), DISTURBANCES)
SETTLING = st.builds(Looks, st.sampled_from([1, 1, 3, 9]), OUTLOOKS, st.none() | DRAFTS, FATES, DISTURBANCES)
WORLD = st.one_of(
    st.builds(Arrives, st.integers(0, 3), st.booleans()),
    st.builds(Arrives, st.integers(0, 3), st.booleans()),
    st.builds(TimePasses, st.sampled_from([0.5, 10.0, SETTLE_AFTER, LOOK_AGAIN_AFTER, 86_400.0])),
    st.builds(ClockIsSet, st.sampled_from([-10_000, -1, 1, 10_000])),
    st.builds(ShowsLate, st.sampled_from([0.0, 5.0, 45.0, 300.0, 5_000.0])),
    st.sampled_from(Deed),
)
LIVES: st.SearchStrategy[list[Happening]] = st.lists(
    st.one_of(PRESSES, PRESSES, SETTLING, WORLD), min_size=6, max_size=24
)


class LifeOfATill:
    """One till, one cashier, one service; power cuts, full disks and settling at every point where the flow waits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = ToldClock()
        self.service = Service(self.clock)
        self.code = ValidationCode("NS3U05")
        self.goes_on = False
        self._undisturbed()
        self._open()

    def _undisturbed(self) -> None:
        self.ticks = 0
        self.disturbed = Disturbance()
        self.meanwhile: Callable[[], None] | None = None
        self.is_meanwhile = False

    def _await(self, where: str) -> None:
        """A point where the flow waits. Within what happens meanwhile, nothing else comes between."""
        if self.is_meanwhile:
            return
        self.ticks += 1
        if self.ticks == self.disturbed.power_cut_at:
            raise PowerCut
        if self.ticks == self.disturbed.meanwhile_at and self.meanwhile is not None:
            self.is_meanwhile = True
            self.meanwhile()
            self.is_meanwhile = False
        full = self.disturbed.disk_full_from
        if where == "before journal" and full is not None and self.ticks >= full:
            raise JournalUnusable(JournalTrouble.FULL)

    def _open(self) -> None:
        """What `Services` does: what was in flight is unknown, what is unsettled is taken up."""
        self.journal = SqliteJournal.open(self.folder / "journal.db", till="till.one")
        # The power is cut by an exception here, which no disk has to be waited for; tests of the store do wait.
        self.journal._connection.execute("PRAGMA synchronous = OFF")
        self.journal.recover(self.clock.now())
        journal = cast("Journal", Awaited(self.journal, self._await, "journal"))
        api = cast("LoyaltyApi", Awaited(self.service, self._await, "service"))
        clock = cast("ToldClock", Awaited(self.clock, self._await, "clock"))
        self.redeemer = Redeemer(api, journal, clock, till="till.one", cashier="Ravi")
        self.settler = Settler(api, journal, clock, settle_after=SETTLE_AFTER, look_again_after=LOOK_AGAIN_AFTER)
        self.settler.resume()
        self.goes_on = False

    def start_anew(self) -> None:
        """The till is off, and on again."""
        self._undisturbed()
        self.journal.close()
        self._open()

    def live(self, happening: Happening) -> None:
        """Lets something happen."""
        match happening:
            case Press():
                self.service.fates, self.service.outlooks = list(happening.fates), list(happening.outlooks)
                self.service.replays = happening.replays
                self._disturbed(
                    lambda: self.press(happening.draft, another_purchase=happening.another_purchase),
                    happening.disturbed,
                    self.look,
                )
            case Looks():
                self.service.fates, self.service.outlooks = list(happening.fates), list(happening.outlooks)
                draft = happening.draft
                press = (lambda: self.press(draft, another_purchase=False)) if draft is not None else None
                self._disturbed(self.look, happening.disturbed, press)
                for _ in range(1, happening.times):
                    self.look()
            case Arrives():
                waiting = self.service.on_their_way
                if waiting:
                    request = waiting.pop(happening.which % len(waiting))
                    if not happening.lost:
                        self.service.apply(*request)
            case TimePasses():
                self.clock.go_on(happening.seconds)
            case ClockIsSet():
                self.clock.set_wall(timedelta(hours=happening.hours))
            case ShowsLate():
                self.service.lag = happening.seconds
            case Deed.NEXT_CUSTOMER:
                self.goes_on = False
            case Deed.STARTED_ANEW:
                self.start_anew()

    def _disturbed(
        self, verb: Callable[[], None], disturbed: Disturbance, meanwhile: Callable[[], None] | None
    ) -> None:
        self.disturbed, self.meanwhile = disturbed, meanwhile
        try:
            verb()
        except PowerCut:
            self.start_anew()
        self._undisturbed()

    def press(self, draft: Draft, *, another_purchase: bool) -> None:
        """What window and cashier do. She goes on past a member's unknown bill, never past a redeemed one."""
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
        """What the settling worker does when a look is due."""
        due = self.settler.next_due()
        if due is not None:
            self.clock.go_on(due + 0.001)
            with contextlib.suppress(JournalUnusable):
                self.settler.look_once()

    def settle_all(self) -> None:
        """The service answers: whatever is watched comes to its end."""
        self.service.fates, self.service.outlooks = [], []
        for _ in range(1_000):
            if self.settler.next_due() is None:
                break
            self.look()
        assert self.settler.next_due() is None

    def attempts(self) -> list[Attempt]:
        """All that the journal has."""
        return list(self.journal.export(None, None))

    def check(self) -> None:
        """What must hold at every moment."""
        moved, coming = self.service.ledger, {reference for reference, _ in self.service.on_their_way}
        attempts = self.attempts()
        for one in attempts:
            if one.state is State.REDEEMED:
                assert one.reference in moved, "redeemed has moved"
            if one.state is State.REFUSED or (one.state is State.NOT_SENT and not one.doubtful):
                assert one.reference not in moved, "what is called not done has not moved"
                assert one.reference not in coming, "and never will"
        in_flight = {one.reference for one in attempts if one.state is State.IN_FLIGHT}
        assert in_flight <= set(self.redeemer._owed), "only what could not be written is in flight"
        unknown = {one.reference for one in attempts if one.state is State.UNKNOWN}
        assert unknown <= {one.attempt.reference for one in self.settler.unknown()}, "what is unknown is looked for"
        assert set(self.service.asked_for) <= {one.reference for one in attempts}, "what was sent is written"
        assert all(len(wanted) == 1 for wanted in self.service.asked_for.values()), "a reference is one redemption"
        bills = Tally(
            (fold(one.draft.bill), one.draft.identifier, one.draft.points) for one in moved.values() if one.draft.bill
        )
        assert not bills or max(bills.values()) == 1, "a bill moves a member's same points once"

    def end(self) -> None:
        """The service answers again, what was on its way has arrived, and the till is started: all agree."""
        for request in self.service.on_their_way:
            self.service.apply(*request)
        self.service.on_their_way = []
        self.redeemer.catch_up()
        self.settle_all()
        assert not [one for one in self.attempts() if one.state in UNSETTLED], "nothing stays unknown"
        self.check()
        self.clock.go_on(LONGER_THAN_ANYTHING)
        self.start_anew()
        self.settle_all()
        self.check()
        for one in self.attempts():
            assert one.state not in UNSETTLED
            assert (one.state is State.REDEEMED) is (one.reference in self.service.ledger), "journal and ledger agree"


def live(happenings: list[Happening]) -> LifeOfATill:
    """A whole life, looked at after everything that happens."""
    with tempfile.TemporaryDirectory(prefix="points-till-") as folder:
        life = LifeOfATill(Path(folder))
        try:
            for happening in happenings:
                life.live(happening)
                life.check()
            life.end()
        finally:
            life.journal.close()
    return life


@given(happenings=LIVES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_points_move_exactly_once_in_any_life(happenings: list[Happening]) -> None:
    """Journal and ledger agree in the end, and in between the till never claims more than is so."""
    live(happenings)
