"""customer/redemptions: reads the list of reversals of one redemption, and what the list leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.api.wire import belonging, loose, redemptions
from desktop.domain.reversal import ReversalsSeen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.api.exchange import Answer
    from desktop.domain.redemption import Draft
    from desktop.domain.reversal import ReversalRow

_ROUND = 5
"""Limits are multiples of this, so a list with such a number of entries may have been cut."""

_SHORTEST_CUT = 10
"""The smallest limit that the service is known to use (`points_limit`)."""


@dataclass(frozen=True, slots=True)
class ReversalsPage:
    """One page of a member's redemptions, read for one of them.

    Attributes:
        seen: the list of reversals; None if the page does not show the redemption.
        identities: what tells the page's redemptions from those of other pages.
        oldest: the time to ask for the next page with; empty if nothing follows.
    """

    seen: ReversalsSeen | None
    identities: frozenset[str]
    oldest: str


def read(answer: Answer, draft: Draft, reference: str, redemption_id: str) -> ReversalsPage:
    """Reads one page.

    Args:
        answer: what came back.
        draft: of the redemption.
        reference: of the redemption.
        redemption_id: the service's own id; empty if it is not known.

    Raises:
        Refused, Throttled, Unanswered: if the answer does not say of itself that it is a success, or is another
            member's.
    """
    page = redemptions.read(answer, draft)
    if redemptions.is_from_cache(answer):
        # It may be from before a reversal of another program. What the next reversal is compared with must be the
        # newest list.
        return ReversalsPage(ReversalsSeen(request_id=page.request_id), page.identities, "")
    ours = [row for row in _rows(loose.parse(answer.body)) if _is_it(row, reference, redemption_id)]
    oldest = page.oldest if page.may_hide_more and not page.problem else ""
    if not ours:
        return ReversalsPage(None, page.identities, oldest)
    if len(ours) > 1:
        # Which of them is the right one cannot be told.
        return ReversalsPage(ReversalsSeen(request_id=page.request_id), page.identities, "")
    row = ours[0]
    points = loose.amount(row.get("points_redeemed"))
    is_other_answer = answer.is_repeated and "reversals" not in row
    if is_other_answer or (points is not None and points <= 0):
        # The answer that redeemed the points names the redemption, too, and shows no list. Of a redemption of no points
        # nothing would be left, and the till would record that all points are back.
        return ReversalsPage(ReversalsSeen(request_id=page.request_id), page.identities, "")
    whole = row.get("reversals")
    # A blank entry may be one that is not filled in yet.
    listed = whole if isinstance(whole, list) else loose.entries(whole)
    entries = redemptions.reversal_entries(row)
    seen = ReversalsSeen(
        is_seen=True,
        redemption_id=belonging.id_of(row.get("redemption_id")),
        points=points,
        rows=entries,
        # Old answers leave the field out if there are none, and so may a release that never lists reversals. A list
        # that repeats an entry may lack another one.
        complete="reversals" in row and not page.problem and len(entries) == len(listed) and not _may_be_cut(entries),
        request_id=page.request_id,
    )
    return ReversalsPage(seen, page.identities, "")


def _may_be_cut(entries: tuple[ReversalRow, ...]) -> bool:
    return len(entries) >= _SHORTEST_CUT and len(entries) % _ROUND == 0


def _is_it(row: dict[str, object], reference: str, redemption_id: str) -> bool:
    named = loose.text(row.get("external_reference_number")).casefold() == reference.casefold()
    known = belonging.id_of(row.get("redemption_id"))
    return known == redemption_id if redemption_id and known else named


def _rows(value: object) -> Iterator[dict[str, object]]:
    """Yields every object that is a redemption: the one with a reference or an id of its own."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if "external_reference_number" in one or "redemption_id" in one:
                yield one
            else:
                waiting += [inner for name, inner in one.items() if name != "coupons"]
        elif isinstance(one, list):
            waiting += one
