"""customer/redemptions: reads one page of a member's redemptions, and what a page proves about one attempt."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.api.exchange import Request
from desktop.api.wire import belonging, loose, verdict
from desktop.api.wire.identifiers import identifying
from desktop.domain.eligibility import Found
from desktop.domain.failures import Call
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import are_same_when_shown
from desktop.domain.reversal import ReversalRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from desktop.api.exchange import Answer
    from desktop.domain.redemption import Draft

_log = logging.getLogger(__name__)

LIMIT = 500
"""The most redemptions that the service puts on a page."""

DEFAULT_LIMIT = 10
"""How many it puts there if `points_limit` is not given, or ignored."""

_ROUND = 5
"""Limits are multiples of this, so a page with such a number of rows may have been cut."""

_SHORTEST_FRAGMENT = 6
"""Characters of a reference that are not in another text by chance (32 to the 6th is a thousand million)."""

_UNMASKED = 4
"""Characters at the end that a mask leaves, as in `XXXXXXPF7GF`. They are random; those at the beginning are a time."""

_MASK = re.compile("x{4,}")
"""What hides characters of a reference, wherever it is. A till's own has so many once in more than 40,000."""

_MARKS_OF_A_ROW = frozenset({"external_reference_number", "redemption_id", "points_redeemed"})
"""Fields by which a redemption of points is recognised outside the list that it belongs to."""

_OTHERS = re.compile(r"[\W_]+")

_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d")

_MIDNIGHT = "00:00:00"

_ZONES = timedelta(hours=12)
"""How far behind UTC the service's zone can be, which its times do not state."""

_CLOCKS = timedelta(hours=2)
"""How much the service's clock and the till's may drift apart between the attempt and a look-up."""

_FRESH = (("Cache-Control", "no-cache"), ("Pragma", "no-cache"))
"""A cached answer would show the same past again and again."""


@dataclass(frozen=True, slots=True)
class Row:
    """One redemption on a page.

    Attributes:
        identity: what tells it from the others.
        reference: the caller's reference; empty if the release does not say, or says that there is none.
        time: as the service writes it, which sorts as text; empty if it cannot be read.
        found: its facts.
        till: the code of the till that redeemed; empty if the release does not say.
        reversals: what came back of it.
    """

    identity: str
    reference: str
    time: str
    found: Found
    till: str = ""
    reversals: tuple[ReversalRow, ...] = ()

    @property
    def moves_points(self) -> bool:
        """False if it says that it moved none, or fewer, which is no redemption."""
        return self.found.points is None or self.found.points > 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        rows: in the order of the page.
        stated: how many there are, by the service's own count; None if it does not say.
        problem: why the page cannot prove that a redemption is absent, in English for the log; empty if it can.
        is_cached: whether a cache answered.
        texts: the whole answer, and every text and name in it, to look for a reference in.
        request_id: `X-Cap-Requestid`.
        date: the service's clock; None if it does not say.
    """

    rows: tuple[Row, ...]
    stated: int | None
    problem: str
    is_cached: bool
    texts: frozenset[str]
    request_id: str
    date: datetime | None

    def matching(self, reference: str) -> tuple[Found, ...]:
        """The redemptions that carry the reference: a release may ignore the filter, or change the letters' case.

        One that moved no points, or fewer, is only a candidate.
        """
        return tuple(
            row.found for row in self.rows if row.reference.casefold() == reference.casefold() and row.moves_points
        )

    def candidates(self, draft: Draft, reference: str, *, begun: datetime, now: datetime) -> tuple[Found, ...]:
        """The redemptions that could be the attempt although they do not carry its whole reference.

        A row could be the attempt if its reference is a piece of the attempt's, or ends like it as a masked one does;
        or if it has no readable reference, or a mask hides most of it, it may have the same points or has the same
        bill, and it is not certain that it is older than the attempt.

        Args:
            draft: what the attempt asked for.
            reference: the attempt's.
            begun: when the attempt began, by the till's clock.
            now: the till's clock now.
        """
        return tuple(row.found for row in self.rows if self._could_be(row, draft, reference, begun=begun, now=now))

    def mentions(self, reference: str) -> bool:
        """True if the reference, or a piece of it, is anywhere in the answer."""
        whole = _fold(reference)
        # Most texts are too short. Folding each of them would take longer than everything else in a look-up.
        least = min(_SHORTEST_FRAGMENT, len(whole))
        long_enough = (text for text in self.texts if len(text) >= least or not text.isascii())
        return any(whole in piece or _is_piece_of(text, piece, whole) for text in long_enough if (piece := _fold(text)))

    @property
    def identities(self) -> frozenset[str]:
        """What tells its redemptions from those of other pages."""
        return frozenset(row.identity for row in self.rows)

    @property
    def is_full(self) -> bool:
        """True if it may have been cut at a limit, the one asked for or a release's own: limits are round numbers."""
        return bool(self.rows) and len(self.rows) % _ROUND == 0

    @property
    def may_hide_more(self) -> bool:
        """True unless the page says that it shows everything: its count agrees, and it was not cut at a limit."""
        unordered = len(self.rows) >= DEFAULT_LIMIT and not self.oldest
        return self.is_full or unordered or self.stated != len(self.rows)

    @property
    def oldest(self) -> str:
        """The time of its last row; empty if the page does not run from new to old, so that nothing follows."""
        times = [row.time for row in self.rows]
        # An empty time sorts last.
        return times[-1] if times and times == sorted(times, reverse=True) else ""

    def _could_be(self, row: Row, draft: Draft, reference: str, *, begun: datetime, now: datetime) -> bool:
        if _is_piece(row.reference, reference):
            return True
        folded, whole = _fold(row.reference), _fold(reference)
        if folded.endswith(whole[-_UNMASKED:]):
            return True
        # A word without a digit, such as `NOT_CAPTURED`, may stand there for no reference.
        is_readable = len(folded) >= _SHORTEST_FRAGMENT and any(one.isdigit() for one in folded)
        if is_readable and not _may_hide(folded, whole):
            return False
        # No redemption is of no points, so 0 says as little as nothing.
        same_points = not row.found.points or are_same_when_shown(row.found.points, draft.points.value)
        same_bill = bool(_fold(draft.bill)) and _fold(row.found.bill) == _fold(draft.bill)
        return (same_points or same_bill) and not self._is_older(row, begun=begun, now=now)

    def _is_older(self, row: Row, *, begun: datetime, now: datetime) -> bool:
        """True if the redemption is certainly older than the attempt, whatever the service's zone is.

        If the service's clock is ahead of the till's, that makes no redemption older: another machine of the service,
        with another clock, may have redeemed.
        """
        if begun > now:
            # The till's clock was set back since, so `begun` cannot be compared with anything.
            return False
        time = row.found.time_as_utc
        if not row.time or time is None:
            return False
        drift = timedelta(0) if self.date is None else min(self.date - now, timedelta(0))
        # A release may keep the date only.
        day = timedelta(days=1 if row.time.endswith(_MIDNIGHT) else 0)
        # Differences only: a time at the end of the calendar cannot be moved.
        return begun - time + drift > _ZONES + _CLOCKS + day


def ask(draft: Draft, reference: str, *, start: str = "", end: str = "") -> Request:
    """The request for one page.

    `type` is left out, because `points_limit` counts only without it (/reference/get-customer-redemptions).

    Args:
        draft: for the member.
        reference: `external_reference_number` to filter by; empty for all redemptions.
        start: the earliest day wanted; empty for no bound.
        end: the latest time wanted, in the service's own writing and by its own clock; empty for no bound.
    """
    query = {
        **identifying(_named_member(draft)),
        "external_reference_number": reference,
        # Without it only the default program is searched, and another one's redemption looks as if it never happened.
        "mlp": "true",
        "user_id": "true",
        "points_limit": str(LIMIT),
        "coupons_limit": "1",
        "sort": "redeemed_time",
        "order": "desc",
    }
    if not reference:
        del query["external_reference_number"]
    if start:
        query["start_date"] = start
    if end:
        query["end_date"] = end
    query["format"] = "json"
    return Request("GET", "/v1.1/customer/redemptions", tuple(query.items()), headers=_FRESH)


def _named_member(draft: Draft) -> Identifier:
    """Returns the identifier to ask with. The call's page names no cards, so the user id takes their place if known."""
    if draft.identifier.kind is IdentifierKind.CARD and draft.user_id:
        return Identifier(IdentifierKind.ID, draft.user_id)
    return draft.identifier


def read(answer: Answer, draft: Draft) -> Page:
    """One page. An answer that is not as expected is still read as far as it goes: a redemption in it is proof.

    Args:
        answer: what came back.
        draft: whose redemptions were asked for.

    Raises:
        Refused, Throttled, Unanswered: if the answer does not say of itself that it is a success.
    """
    call = Call.FIND_REDEMPTIONS
    body = verdict.body_of(call, answer)
    status = verdict.Status.read(body.get("status"))
    if answer.status != 200 or status.code in verdict.NOT_ACCEPTED:  # noqa: PLR2004 - HTTP's OK
        # The vendor's samples of a token that is not accepted say `success` nevertheless.
        raise verdict.without_item(call, answer, status)
    if status.success is not True or (status.code is not None and status.code != 200):  # noqa: PLR2004 - the same
        raise verdict.of_item(call, answer, status)
    customer = loose.only(body.get("customer"))
    if not loose.is_blank(customer.get("item_status")):
        item = verdict.Status.read(customer.get("item_status"))
        if item.success is not True:
            raise verdict.of_item(call, answer, item)
    if belonging.names_another_member(customer, draft.identifier, draft.user_id, draft.mobile):
        raise verdict.stray(answer)
    listed: tuple[object, ...] = ()
    stated = None
    try:
        points = _points_of(customer)
        listed = loose.entries(points.get("point"))
        stated = _stated(customer, len(listed))
        problem = _problem_of(answer, points, listed, stated)
    except _UnknownShapeError as error:
        problem = str(error)
    rows = [row for row in listed if isinstance(row, dict)]
    known = {id(row) for row in rows}
    elsewhere = [row for row in _rows_anywhere(body) if id(row) not in known]
    if elsewhere:
        problem = problem or "there are redemptions outside the list"
    if belonging.names_unreadably(customer) or belonging.names_only_a_masked_number(customer, draft):
        # It may be about another member, who has no such redemption.
        problem = problem or "the member cannot be compared"
    if problem:
        _log.info("this look-up proves no absence: %s", problem)
    return Page(
        rows=tuple(_row(row) for row in (*rows, *elsewhere)),
        stated=stated,
        problem=problem,
        is_cached=_is_cached(answer),
        texts=frozenset(_texts(answer.body)),
        request_id=verdict.request_id(answer),
        date=verdict.date_of(answer),
    )


class _UnknownShapeError(ValueError):
    """The lists around the redemptions are not as documented, so some may be elsewhere."""


def _points_of(customer: dict[str, object]) -> dict[str, object]:
    """The object that holds the redemptions of points; empty if the service says in a known way that there are none.

    Raises:
        _UnknownShapeError: with what is wrong.
    """
    redemptions = _inner(customer, "redemptions")
    points = _inner(redemptions, "points") if redemptions else {}
    if points and "point" not in points:
        raise _UnknownShapeError("the points have an unknown shape")
    if _has_lists_besides(redemptions, "points", "coupons") or _has_lists_besides(points, "point"):
        raise _UnknownShapeError("there are unknown lists")
    return points


def _inner(fields: dict[str, object], name: str) -> dict[str, object]:
    value = fields.get(name, ...)
    if isinstance(value, dict):
        return value
    # What is missing is not blank.
    if not loose.is_blank(value):
        raise _UnknownShapeError(f"{name} are missing or have an unknown shape")
    return {}


def _rows_anywhere(value: object) -> Iterator[dict[str, object]]:
    """Yields every object that looks like a redemption of points. Even in an odd place it is proof."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if not _MARKS_OF_A_ROW.isdisjoint(one):
                yield one
            else:
                waiting += reversed([inner for name, inner in one.items() if name != "coupons"])
        elif isinstance(one, list):
            waiting += reversed(one)


def _problem_of(answer: Answer, points: dict[str, object], rows: tuple[object, ...], stated: int | None) -> str:
    whole = points.get("point")
    if any(not isinstance(row, dict) for row in rows) or (isinstance(whole, list) and len(whole) != len(rows)):
        return "a row has an unknown shape"
    if stated is None:
        return "the rows are not counted"
    if stated < len(rows):
        return "there are more rows than were counted"
    if _is_cached(answer):
        return "the answer comes from a cache"
    if loose.names_twice(answer.body):
        return "a name is there twice, and only one of its values was read"
    return ""


def _is_cached(answer: Answer) -> bool:
    """True if the till has had this answer before, or a cache says how old it is."""
    return answer.is_repeated or is_from_cache(answer)


def is_from_cache(answer: Answer) -> bool:
    """True if a cache says how old an answer is."""
    return answer.headers.get("age", "0").strip() not in {"", "0"}


def _stated(customer: dict[str, object], rows: int) -> int | None:
    """The service's count of redemptions of points: `points_count`, or `rows`, which may count coupons too."""
    stated = loose.code(customer.get("points_count"))
    in_all = loose.code(customer.get("rows"))
    listed = loose.only(loose.only(customer.get("redemptions")).get("coupons"))
    coupons = len(loose.entries(listed.get("coupon")))
    if in_all is None or (stated is not None and coupons):
        return stated
    if stated is None:
        return rows if in_all == rows + coupons else in_all
    # Without coupons both count the same rows. If they differ, the greater one may be right.
    return max(stated, in_all)


def _has_lists_besides(fields: dict[str, object], *known: str) -> bool:
    return any(isinstance(value, list | dict) and value for name, value in fields.items() if name not in known)


def _texts(body: bytes) -> Iterator[str]:
    """Yields the whole answer, because JSON keeps only one of two equal names, and every text and name in it."""
    yield body.decode("utf-8", "replace")
    waiting = [loose.parse(body)]
    while waiting:
        match waiting.pop():
            case dict() as fields:
                yield from map(str, fields)
                waiting += fields.values()
            case list() as values:
                waiting += values
            case str() as text:
                yield text
            case _:
                continue


def _fold(text: str) -> str:
    return _OTHERS.sub("", text.casefold())


def _is_piece(text: str, reference: str) -> bool:
    """True if a text is a reference that was cut at either end or in the middle, with or without an ellipsis."""
    return _is_piece_of(text, _fold(text), _fold(reference))


def _is_piece_of(text: str, piece: str, whole: str) -> bool:
    """Like `_is_piece`, with the text and the reference already folded."""
    if not _SHORTEST_FRAGMENT <= len(piece) <= len(whole):
        return False
    if piece in whole:
        return True
    if piece[0] != whole[0] or piece[-1] != whole[-1]:
        return False
    ends = [one for one in _OTHERS.split(text.casefold()) if one]
    return len(ends) == len(("head", "tail")) and whole.startswith(ends[0]) and whole.endswith(ends[1])


def _may_hide(masked: str, whole: str) -> bool:
    """True if what is left of a text around its masks is a reference's. Both are folded."""
    left = _MASK.split(masked)
    return whole.startswith(left[0]) and whole.endswith(left[-1]) and all(one in whole for one in left)


def _row(fields: dict[str, object]) -> Row:
    reference = loose.text(fields.get("external_reference_number"))
    redemption_id = belonging.id_of(fields.get("redemption_id"))
    bill = loose.text(fields.get("transaction_number"))
    time = loose.text(fields.get("redeemed_time"))
    reversals = reversal_entries(fields)
    return Row(
        # Without the entry's `id`, which counts 1, 2, 3 on each page (/reference/get-customer-redemptions).
        identity="|".join((redemption_id, reference, bill, time, loose.text(fields.get("points_redeemed")))),
        reference="" if belonging.is_blank_reference(reference) else reference,
        time=time if _TIME.fullmatch(time) else "",
        found=Found(
            reference=reference,
            redemption_id=redemption_id,
            points=loose.amount(fields.get("points_redeemed")),
            program_id=loose.text(fields.get("program_id")),
            bill=bill,
            reversed_points=sum((one.points or Decimal(0) for one in reversals), Decimal(0)),
            time=time,
        ),
        till=_till(fields),
        reversals=reversals,
    )


def _till(fields: dict[str, object]) -> str:
    """Returns the name with which the till signs in: `redeemed_at` in the samples, else the till's code."""
    till = loose.only(fields.get("redeemed_till"))
    return loose.text(loose.first({**till, "at": fields.get("redeemed_at")}, "at", "code", "name"))


def reversal_entries(fields: dict[str, object]) -> tuple[ReversalRow, ...]:
    """Reads a redemption's list of reversals, without entries that are there again."""
    return _each_once(_reversal_entry(one) for one in loose.objects(fields.get("reversals")))


def _each_once(entries: Iterable[ReversalRow]) -> tuple[ReversalRow, ...]:
    """Leaves out entries that are there again: a second one with the same number is not a second reversal.

    Without numbers, two entries that look the same may be two reversals.
    """
    known: set[str] = set()
    kept = []
    for entry in entries:
        if entry.reversal_id and entry.identity in known:
            continue
        known.add(entry.identity)
        kept.append(entry)
    return tuple(kept)


def _reversal_entry(fields: dict[str, object]) -> ReversalRow:
    points = loose.first(fields, "points_reversed", "pointsReversed", "points", "pointsToBeReversed")
    return ReversalRow(
        # A number that a release writes for `none` would make one reversal of several.
        reversal_id=belonging.number_of(loose.first(fields, "reversal_id", "reversalId", "id")),
        points=loose.amount(points),
        time=loose.text(loose.first(fields, "reversal_time", "reversalTime")),
    )
