"""Defines reversals (points given back): what is asked for, their states, and what the service's list proves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.redemption import Refusal, Trace

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
        """The points that were given back so far."""
        return sum((row.points for row in self.rows if row.points is not None), Decimal(0))


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
        return bool(self.service and service) and self.service != service


def reversal_state_after(reversal: Reversal, step: ReversalStep) -> ReversalState:
    """Returns the state that a step leads to.

    Raises:
        IllegalReversalStepError: the table has no such step, or a refusal that proves something would be doubted.
    """
    state = REVERSAL_TRANSITIONS.get((reversal.state, step))
    if state is None or (reversal.state is ReversalState.REFUSED and not reversal.is_unproved):
        raise IllegalReversalStepError(reversal.state, step)
    return state


@dataclass(frozen=True, slots=True)
class ReversalEvidence:
    """What a list of reversals proves about one reversal.

    Attributes:
        found: the entry that is this reversal; None if none is proved to be.
        is_absent: True if the list proves that the reversal has not happened so far.
        candidate: an entry of other points that came since the request was sent.
    """

    found: ReversalRow | None = None
    is_absent: bool = False
    candidate: ReversalRow | None = None


def evidence(reversal: Reversal, seen: ReversalsSeen, others: Iterable[Reversal] = ()) -> ReversalEvidence:
    """Compares the list of reversals with the list before the request was sent.

    An entry proves the reversal if it is new, has the same points, and is not needed for another reversal of this till
    that happened. If old entries have changed as well, only an exact growth by one entry and by these points proves it,
    because a release may number its entries anew each time. If the list before may have lacked entries, one that looks
    new may be old, so that it is only a candidate, unless a look-up since then has shown that there was none.

    Args:
        reversal: which one.
        seen: the list now.
        others: this till's reversals of the same redemption, in the order in which they were begun.
    """
    if not seen.is_seen:
        return ReversalEvidence()
    others = tuple(others)
    if _counted(reversal.before.rows) - _counted(seen.rows):
        # Entries have gone, so the list is not the one that it was.
        grew_by = (len(seen.rows) - len(reversal.before.rows), seen.total - reversal.before.total)
        is_ours = grew_by == (1, reversal.points.value) and not _could_be_of_another(reversal, others)
        found = _newest(seen.rows, reversal.points.value) if is_ours else None
    else:
        fresh = _unexplained(reversal, seen, others)
        found = _newest(fresh, reversal.points.value)
        if found is None:
            # Once several look-ups have proved that it was absent, entries of other points are other tills'.
            could_be = [row for row in fresh if reversal.is_open or row.points is None]
            if could_be:
                return ReversalEvidence(candidate=could_be[0])
            return ReversalEvidence(is_absent=seen.complete)
    if found is not None and not reversal.before.complete and reversal.is_open and not reversal.looks:
        return ReversalEvidence(candidate=found)
    return ReversalEvidence(found=found)


def _unexplained(reversal: Reversal, seen: ReversalsSeen, others: tuple[Reversal, ...]) -> list[ReversalRow]:
    """Returns the entries that came since the reversal was begun, and that no other reversal of this till needs.

    Each other one that happened needs one entry of its points, whichever of them was found first. Those that were begun
    last can have the fewest entries, so they come first. They take entries from before this reversal if they can.
    """
    fresh = _since(reversal, seen)
    old = [place for place in range(len(seen.rows)) if place not in fresh]
    for other in reversed(others):
        if other.id == reversal.id or other.state is not ReversalState.REVERSED:
            continue
        options = _since(other, seen)
        for free in (old, fresh):
            taken = next(
                (one for one in free if one in options and seen.rows[one].points == other.reversed_points), None
            )
            if taken is not None:
                free.remove(taken)
                break
    return [seen.rows[place] for place in fresh]


def _since(reversal: Reversal, seen: ReversalsSeen) -> list[int]:
    """Returns the places of the entries that came since a reversal was begun; all of them if that cannot be told."""
    before = _counted(reversal.before.rows)
    if before - _counted(seen.rows):
        return list(range(len(seen.rows)))
    places = []
    for place, row in enumerate(seen.rows):
        if before[row.identity] > 0:
            before[row.identity] -= 1
        else:
            places.append(place)
    return places


def _could_be_of_another(reversal: Reversal, others: tuple[Reversal, ...]) -> bool:
    """True if an entry that came since may be that of another reversal of this till: a newer one, or one found late."""
    place = next((number for number, one in enumerate(others) if one.id == reversal.id), len(others))
    done = [one.state is ReversalState.REVERSED for one in others]
    return any(done[place + 1 :]) or any(
        one.settled_late for one, is_done in zip(others[:place], done, strict=False) if is_done
    )


def _counted(rows: Iterable[ReversalRow]) -> Counter[str]:
    return Counter(row.identity for row in rows)


def _newest(rows: Iterable[ReversalRow], points: Decimal) -> ReversalRow | None:
    """Returns the newest entry with these points."""
    same = [row for row in rows if row.points == points]
    return max(same, key=lambda row: row.time, default=None)


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
    return (value * points / attempt.moved).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


_PLACES = 2
"""Decimal places of most currencies."""


def left_of(attempt: Attempt, seen: ReversalsSeen, reversals: Iterable[Reversal]) -> Decimal:
    """How many points of a redemption can still be given back, by the most careful of all figures."""
    moved = attempt.moved
    if seen.points is not None:
        moved = min(moved, seen.points)
    ours = sum((one.reversed_points for one in reversals), Decimal(0))
    return max(moved - max(seen.total, ours), Decimal(0))


def is_behind(seen: ReversalsSeen, reversals: Iterable[Reversal]) -> bool:
    """True if the list does not show yet what this till has seen or given back, so that it is not the newest one.

    Args:
        seen: the list now.
        reversals: this till's reversals of the redemption, in the order in which they were begun.
    """
    points, entries = Decimal(0), 0
    for one in reversed(tuple(reversals)):
        if one.state is ReversalState.REVERSED:
            points, entries = points + one.reversed_points, entries + 1
        # What the list showed before this reversal, and what this till has given back since.
        if seen.total < one.before.total + points or len(seen.rows) < len(one.before.rows) + entries:
            return True
    return False
