"""Generates random scenarios of a till from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from tests.flow.fakes import ASHA, RAVI, make_draft

if TYPE_CHECKING:
    from desktop.domain.redemption import Draft

from tests.flow.model_service import LookupOutcome, RedeemOutcome

SETTLE_AFTER = 60.0
LOOK_AGAIN_AFTER = 600.0


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


@dataclass(frozen=True)
class Press:
    """The cashier presses Redeem, and settling looks up meanwhile."""

    draft: Draft
    redeem_outcomes: tuple[RedeemOutcome, ...] = ()
    lookup_outcomes: tuple[LookupOutcome, ...] = ()
    another_purchase: bool = False
    replays: bool = False
    interruption: Interruption = Interruption()


@dataclass(frozen=True)
class Looks:
    """Settling looks up several times, and during the first one the cashier presses Redeem."""

    times: int
    lookup_outcomes: tuple[LookupOutcome, ...] = ()
    draft: Draft | None = None
    redeem_outcomes: tuple[RedeemOutcome, ...] = ()
    interruption: Interruption = Interruption()


@dataclass(frozen=True)
class Arrives:
    """A request that was on its way arrives, or is lost for good."""

    which: int
    lost: bool = False


@dataclass(frozen=True)
class TimePasses:
    """Time passes and nothing else happens."""

    seconds: float


@dataclass(frozen=True)
class ClockIsSet:
    """The wall clock is set."""

    hours: int


@dataclass(frozen=True)
class ShowsLate:
    """From now on the service shows what it moves only after so many seconds."""

    seconds: float


class SimpleAction(Enum):
    """An action without parameters."""

    NEXT_CUSTOMER = auto()
    STARTED_ANEW = auto()


Action = Press | Looks | Arrives | TimePasses | ClockIsSet | ShowsLate | SimpleAction


class ScenarioGenerator:
    """Generates scenarios. The same seed generates the same scenario."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._bill = 1
        self._last = make_draft("B-1")

    def scenario(self, length: int) -> list[Action]:
        """Returns so many actions. The bills follow one another."""
        kinds = (self._press, self._looks, self._arrives, self._time_passes, self._world)
        return [kind() for kind in self._random.choices(kinds, weights=(40, 26, 14, 8, 12), k=length)]

    def _press(self) -> Press:
        return Press(
            self._draft(),
            self._redeem_outcomes(),
            self._lookup_outcomes(),
            another_purchase=self._random.random() < 0.5,
            replays=self._random.random() < 0.3,
            interruption=self._interruption(),
        )

    def _looks(self) -> Looks:
        times = self._random.choice((1, 1, 2, 8, 14))
        draft = self._draft() if self._random.random() < 0.5 else None
        return Looks(times, self._lookup_outcomes(), draft, self._redeem_outcomes(), self._interruption())

    def _arrives(self) -> Arrives:
        return Arrives(self._random.randrange(4), lost=self._random.random() < 0.2)

    def _time_passes(self) -> TimePasses:
        return TimePasses(self._random.choice((0.5, 10.0, SETTLE_AFTER, LOOK_AGAIN_AFTER, 86_400.0)))

    def _world(self) -> Action:
        return self._random.choice(
            (
                ClockIsSet(self._random.choice((-10_000, -1, 1, 10_000))),
                ShowsLate(self._random.choice((0.0, 0.0, 5.0, 45.0, 300.0, 5_000.0))),
                SimpleAction.NEXT_CUSTOMER,
                SimpleAction.STARTED_ANEW,
            )
        )

    def _draft(self) -> Draft:
        """Returns mostly the last draft, as a cashier who tries again does."""
        if self._random.random() < 0.3:
            self._bill += self._random.random() < 0.3
            bill = self._random.choice(("B-{}", "B-{}", "b-{} ", "")).format(self._bill)
            points = self._random.choice(("100", "100", "100.0", "50"))
            self._last = make_draft(bill, points, identifier=self._random.choice((ASHA, ASHA, ASHA, RAVI)))
        return self._last

    def _redeem_outcomes(self) -> tuple[RedeemOutcome, ...]:
        weights = [4 if outcome is RedeemOutcome.DELAYED else 2 for outcome in RedeemOutcome]
        return tuple(self._random.choices(list(RedeemOutcome), weights, k=self._random.choice((0, 1, 1, 1, 2, 3))))

    def _lookup_outcomes(self) -> tuple[LookupOutcome, ...]:
        return tuple(self._random.choices(list(LookupOutcome), (6, 1, 1), k=self._random.randrange(5)))

    def _interruption(self) -> Interruption:
        if self._random.random() < 0.5:
            return Interruption()
        points = (self._random.randint(1, 26) if self._random.random() < 0.4 else None for _ in range(3))
        return Interruption(*points)
