"""Defines reversals (points given back): what is asked for, their states, and how many points are left."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.points import positive
from desktop.domain.redemption import Refusal, Trace, service_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from desktop.domain.points import Points
    from desktop.domain.redemption import Attempt

MAX_REASON = 200
"""Characters that a reason has at most."""


class ReversalState(StrEnum):
    """The state of one reversal."""

    IN_FLIGHT = "in_flight"
    """Recorded. The request may be on its way."""
    REVERSED = "reversed"
    """The service said so, or its list of reversals shows it."""
    REFUSED = "refused"
    """The service refused it. `Reversal.refusal` says whether that proves that nothing came back."""
    NOT_SENT = "not_sent"
    """No byte of the request left the till."""
    UNKNOWN = "unknown"
    """The points may be back. The redemption is held until the list of reversals tells."""
    NOT_APPLIED = "not_applied"
    """Looked up several times over time, and absent each time."""


class ReversalStep(StrEnum):
    """What can happen to a reversal. It is sent once: a reversal has no reference that would make a repeat safe."""

    REVERSED = "reversed"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    LOST = "lost"
    FOUND = "found"
    LOOKED = "looked"
    ABSENT = "absent"
    SUSPECTED = "suspected"
    """The list shows a reversal of other points that could be this one."""


REVERSAL_TRANSITIONS: Mapping[tuple[ReversalState, ReversalStep], ReversalState] = MappingProxyType(
    {
        (ReversalState.IN_FLIGHT, ReversalStep.REVERSED): ReversalState.REVERSED,
        (ReversalState.IN_FLIGHT, ReversalStep.REFUSED): ReversalState.REFUSED,
        (ReversalState.IN_FLIGHT, ReversalStep.NOT_SENT): ReversalState.NOT_SENT,
        (ReversalState.IN_FLIGHT, ReversalStep.LOST): ReversalState.UNKNOWN,
        (ReversalState.IN_FLIGHT, ReversalStep.FOUND): ReversalState.REVERSED,
        (ReversalState.UNKNOWN, ReversalStep.FOUND): ReversalState.REVERSED,
        (ReversalState.UNKNOWN, ReversalStep.LOOKED): ReversalState.UNKNOWN,
        (ReversalState.UNKNOWN, ReversalStep.SUSPECTED): ReversalState.UNKNOWN,
        (ReversalState.UNKNOWN, ReversalStep.ABSENT): ReversalState.NOT_APPLIED,
        (ReversalState.NOT_APPLIED, ReversalStep.FOUND): ReversalState.REVERSED,
        (ReversalState.NOT_APPLIED, ReversalStep.LOOKED): ReversalState.NOT_APPLIED,
        # Only if the refusal proved nothing (`Reversal.is_unproved`).
        (ReversalState.REFUSED, ReversalStep.FOUND): ReversalState.REVERSED,
        (ReversalState.REFUSED, ReversalStep.LOOKED): ReversalState.REFUSED,
    }
)
"""Every legal step. A step that is not in the table is a mistake in the program and is never recorded."""

OPEN = frozenset({ReversalState.IN_FLIGHT, ReversalState.UNKNOWN})
"""States in which it is not known whether the points are back."""


class IllegalReversalStepError(RuntimeError):
    """The step is not in the table: a mistake in the program, or settling was quicker."""

    def __init__(self, state: ReversalState, step: ReversalStep) -> None:
        super().__init__(f"no step {step.value} from {state.value}")
        self.state = state
        self.step = step


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalRow:
    """One entry of a redemption's list of reversals.

    Attributes:
        reversal_id: the list's own number, which is not the id that points/reverse answers with; may be empty.
        points: what it gave back; None if it does not say.
        time: as the service wrote it, without a zone; may be empty.
    """

    reversal_id: str = ""
    points: Decimal | None = None
    time: str = ""

    @property
    def identity(self) -> str:
        """What tells it from the other entries. Two entries can have the same one if the service gives no ids."""
        points = "" if self.points is None else f"{self.points.normalize():f}"
        return f"{self.reversal_id}|{points}|{self.time}"

    @property
    def given_back(self) -> Decimal | None:
        """The points that came back by it; None if it does not say how many. No points, or fewer, say nothing."""
        return positive(self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalsSeen:
    """A redemption's list of reversals, as one look-up showed it.

    Attributes:
        is_seen: True if the look-up showed exactly one such redemption. If not, it says nothing at all.
        redemption_id: the service's own id of the redemption; may be empty.
        points: what the redemption moved; None if the service did not say.
        rows: the list.
        complete: True if nothing can be missing in it. Only then does an absent reversal prove anything.
        request_id: `X-Cap-Requestid`.
    """

    is_seen: bool = False
    redemption_id: str = ""
    points: Decimal | None = None
    rows: tuple[ReversalRow, ...] = ()
    complete: bool = False
    request_id: str = ""

    @property
    def total(self) -> Decimal:
        """The points that were given back so far. Negative entries do not count, so they leave no more to give back."""
        return sum((points for row in self.rows if (points := row.given_back) is not None), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """What the service said about points that came back.

    Attributes:
        points: what the reversal took off the redemption; None if the service did not say.
        available: what the member got; None if it is not known.
        expired: what had expired and is gone; None if it is not known.
        value: what the reversed points had taken off the bill; None if it is not known.
        reversal_id: the service's own id; may be empty.
        redemption_id: of the redemption; may be empty.
        balance: what the member has now; None if it is not known.
        request_id: `X-Cap-Requestid`.
    """

    points: Decimal | None = None
    available: Decimal | None = None
    expired: Decimal | None = None
    value: Decimal | None = None
    reversal_id: str = ""
    redemption_id: str = ""
    balance: Decimal | None = None
    request_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """One reversal as the journal knows it.

    Attributes:
        id: the till's own id. It never leaves the till, because the service takes no reference for a reversal.
        reference: of the redemption.
        points: how many were to be given back.
        reason: why, in the cashier's words.
        state: how far it has come.
        before: the list of reversals as it was before the request was sent.
        till: the till's name.
        cashier: the cashier's name.
        approved_by: whose approval it had; empty if none was needed.
        at: when it was recorded, with offset.
        changed: when its state last changed.
        looks: how many look-ups have not found it.
        given_back: what the service said, if it happened.
        trace: code, message and request id of the last answer that was no success.
        refusal: what the refusal proves; None if it was not refused.
        candidate: an entry of the list that could be it.
        settled_late: True if it turned out to have happened after it had been recorded as not done.
        service: which service it was sent to (`Settings.service`).
        journal_id: the identity of the journal that sent it.
    """

    id: str
    reference: str
    points: Points
    reason: str
    state: ReversalState
    before: ReversalsSeen
    till: str
    cashier: str
    at: datetime
    changed: datetime
    approved_by: str = ""
    looks: int = 0
    given_back: GivenBack | None = None
    trace: Trace = field(default_factory=Trace)
    refusal: Refusal | None = None
    candidate: ReversalRow | None = None
    settled_late: bool = False
    service: str = ""
    journal_id: str = ""

    @property
    def is_open(self) -> bool:
        """True if it is not known whether the points are back."""
        return self.state in OPEN

    @property
    def is_unproved(self) -> bool:
        """True if it counts as not done, but the points may be back all the same."""
        match self.state:
            case ReversalState.NOT_APPLIED:
                return True
            case ReversalState.REFUSED:
                return self.refusal is not Refusal.PROVED
            case _:
                return False

    @property
    def reversed_points(self) -> Decimal:
        """What it took off the redemption: what the service said, or what was asked for if it did not say."""
        if self.given_back is None:
            return Decimal(0)
        return self.points.value if self.given_back.points is None else self.given_back.points

    def is_elsewhere(self, service: str) -> bool:
        """True if it was sent to another service than this one, so that its absence here proves nothing."""
        return bool(self.service and service) and service_name(self.service) != service_name(service)


def reversal_state_after(reversal: Reversal, step: ReversalStep) -> ReversalState:
    """Returns the state that a step leads to.

    Raises:
        IllegalReversalStepError: the table has no such step, or a refusal that proves something would be doubted.
    """
    state = REVERSAL_TRANSITIONS.get((reversal.state, step))
    if state is None or (reversal.state is ReversalState.REFUSED and not reversal.is_unproved):
        raise IllegalReversalStepError(reversal.state, step)
    return state


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBackOffer:
    """What can be given back of one redemption.

    Attributes:
        attempt: the redemption.
        left: how many points are left of it.
        seen: the service's list of reversals.
        reversals: this till's reversals of it, oldest first.
    """

    attempt: Attempt
    left: Decimal
    seen: ReversalsSeen
    reversals: tuple[Reversal, ...] = ()


def worth_of(attempt: Attempt, points: Decimal) -> Decimal | None:
    """What some points of a redemption had taken off the bill; None if the service did not say what all were worth."""
    value = None if attempt.redeemed is None else attempt.redeemed.value
    if value is None or attempt.moved <= 0:
        return None
    if points == attempt.moved:
        return value
    # Some currencies have three decimal places.
    places = max(_PLACES, -int(value.as_tuple().exponent))
    with localcontext(prec=_DIGITS):
        return (value * points / attempt.moved).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def worth_of_next(attempt: Attempt, points: Decimal) -> Decimal | None:
    """What the next points that are given back had taken off the bill; None if that is not known.

    Each part is rounded so that all parts together are worth exactly the whole.
    """
    before = worth_of(attempt, attempt.reversed_points)
    after = worth_of(attempt, attempt.reversed_points + points)
    with localcontext(prec=_DIGITS):
        return None if before is None or after is None else after - before


def still_off_bill(attempt: Attempt) -> tuple[Decimal, Decimal | None]:
    """The points that are still redeemed, and what they take off the bill; None if that is not known."""
    left = max(attempt.moved - attempt.reversed_points, Decimal(0))
    return left, worth_of_next(attempt, left)


_PLACES = 2
"""Decimal places of most currencies."""

_DIGITS = 60
"""Enough for any amount that is read from an answer, which may have more than the 28 of Python's own context."""


def left_of(attempt: Attempt, seen: ReversalsSeen, reversals: Iterable[Reversal]) -> Decimal:
    """How many points of a redemption can still be given back, by the most careful of all figures."""
    moved = attempt.moved
    if seen.points is not None:
        moved = min(moved, seen.points)
    ours = sum((one.reversed_points for one in reversals), Decimal(0))
    return max(moved - max(seen.total, ours), Decimal(0))


def is_all_back(attempt: Attempt, seen: ReversalsSeen) -> bool:
    """True if the list proves that all points of a redemption are back.

    `left_of` is careful: it is nothing, too, if the list says that the redemption moved fewer points than it did, or
    if it has an entry without a number twice, which may be one reversal.
    """
    distinct = {row.identity: row.given_back or Decimal(0) for row in seen.rows}
    return sum(distinct.values(), Decimal(0)) >= attempt.moved
