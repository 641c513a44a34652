"""Decides what a redemption's list of reversals proves about one reversal, and whether it is the newest list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.result_line import BY_HAND
from desktop.domain.reversal import ReversalState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.reversal import Reversal, ReversalRow, ReversalsSeen


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
    others = tuple(others)
    if not seen.is_seen or (not reversal.is_open and any(one.is_open for one in others)):
        # While another one may be on its way, an entry may be its.
        return ReversalEvidence()
    if _counted(reversal.before.rows) - _counted(seen.rows):
        # Entries have gone, so the list is not the one that it was.
        grew_by = (len(seen.rows) - len(reversal.before.rows), seen.total - reversal.before.total)
        is_ours = grew_by == (1, reversal.points.value) and not _could_be_of_another(reversal, others)
        found = _newest(seen.rows, reversal.points.value) if is_ours else None
    else:
        fresh = _unexplained(reversal, seen, others)
        if reversal.trace.code == BY_HAND and reversal.candidate in fresh:
            # Support knew this entry, and said that it is not the reversal.
            fresh.remove(reversal.candidate)
        found = _newest(fresh, reversal.points.value)
        if found is None:
            # Once several look-ups have proved that it was absent, entries of other points are other tills'.
            could_be = [row for row in fresh if reversal.is_open or row.points is None]
            if could_be:
                return ReversalEvidence(candidate=could_be[0])
            # Entries stay, so a list that has lost one is not the newest one.
            is_behind_itself = reversal.is_open and reversal.candidate not in {None, *seen.rows}
            return ReversalEvidence(is_absent=seen.complete and not is_behind_itself)
    if not reversal.before.complete and reversal.is_open and not reversal.looks:
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
    return any(one.state is ReversalState.REVERSED for one in others[place + 1 :]) or any(
        one.settled_late for one in others[:place]
    )


def _counted(rows: Iterable[ReversalRow]) -> Counter[str]:
    return Counter(row.identity for row in rows)


def _newest(rows: Iterable[ReversalRow], points: Decimal) -> ReversalRow | None:
    """Returns the newest entry with these points."""
    same = [row for row in rows if row.points == points]
    return max(same, key=lambda row: row.time, default=None)


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
