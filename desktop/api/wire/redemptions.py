"""Owns customer/redemptions: one page of a member's redemptions, and what can be concluded from a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.api.exchange import Request
from desktop.api.wire import loose, verdict
from desktop.api.wire.identifiers import identifying
from desktop.domain.eligibility import Found
from desktop.domain.failures import Call, Lost

if TYPE_CHECKING:
    from desktop.api.exchange import Answer
    from desktop.domain.member import Identifier

LIMIT = 500
"""The most redemptions that the service puts on a page."""

DEFAULT_LIMIT = 10
"""How many it puts there where `points_limit` is not given, or ignored."""

_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Row:
    """One redemption on a page.

    Attributes:
        identity: what tells it from the others.
        reference: None where the release does not say.
        time: as the service writes it, which sorts as text; empty where it cannot be read.
        found: its facts.
    """

    identity: str
    reference: str | None
    time: str
    found: Found


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        rows: as they stand there.
        stated: how many there are, by the service's own count; None where it does not say.
        request_id: `X-Cap-Requestid`.
    """

    rows: tuple[Row, ...]
    stated: int | None
    request_id: str

    def matching(self, reference: str) -> tuple[Found, ...]:
        """The redemptions that carry the reference: a release may ignore the filter."""
        return tuple(row.found for row in self.rows if row.reference == reference)

    @property
    def identities(self) -> frozenset[str]:
        """What tells its redemptions from those of other pages."""
        return frozenset(row.identity for row in self.rows)

    @property
    def is_full(self) -> bool:
        """Whether it may have been cut at a limit, the one asked for or a release's own: limits are round numbers."""
        return bool(self.rows) and len(self.rows) % DEFAULT_LIMIT == 0

    @property
    def may_hide_more(self) -> bool:
        """Whether there may be redemptions that are not on the page."""
        return self.is_full or (self.stated is not None and self.stated > len(self.rows))

    @property
    def shows_references(self) -> bool:
        """Whether this release shows references at all, so that a redemption with one would be recognised."""
        return any(row.reference is not None for row in self.rows)

    @property
    def oldest(self) -> str:
        """The time of its last row; empty where the page does not run from new to old, so that nothing follows."""
        times = [row.time for row in self.rows]
        if not times or "" in times or times != sorted(times, reverse=True):
            return ""
        return times[-1]


def ask(identifier: Identifier, reference: str, *, end: str = "") -> Request:
    """The request for one page.

    Args:
        identifier: the member.
        reference: `external_reference_number` to filter by.
        end: the latest time wanted, in the service's own writing and by its own clock; empty for no bound.
    """
    query = {
        **identifying(identifier),
        "type": "POINTS",
        "external_reference_number": reference,
        # Without it only the default program is searched, and another one's redemption looks as if it never happened.
        "mlp": "true",
        "points_limit": str(LIMIT),
        "order": "desc",
    }
    if end:
        query["end_date"] = end
    query["format"] = "json"
    return Request("GET", "/v1.1/customer/redemptions", tuple(query.items()))


def read(answer: Answer) -> Page:
    """One page. Only an answer that says of itself that it is a success counts: anything less would prove an absence.

    Raises:
        Refused, Throttled, Unanswered: where it is no success.
    """
    call = Call.FIND_REDEMPTIONS
    body = verdict.body_of(call, answer)
    status = verdict.Status.read(body.get("status"))
    if answer.status != 200:  # noqa: PLR2004 - HTTP's OK
        raise verdict.without_item(call, answer, status)
    if status.success is not True or (status.code is not None and status.code != 200):  # noqa: PLR2004 - the same
        raise verdict.of_item(call, answer, status)
    if "customer" not in body:
        # The answer to some other call, that came here by mistake: it is no word about this member's redemptions.
        raise verdict.without_body(call, answer, Lost.UNREADABLE)
    customer = _object(answer, body.get("customer"))
    if not loose.is_blank(customer.get("item_status")):
        item = verdict.Status.read(customer.get("item_status"))
        if item.success is not True:
            raise verdict.of_item(call, answer, item)
    points = _object(answer, _object(answer, customer.get("redemptions")).get("points"))
    rows = loose.entries(points.get("point"))
    return Page(
        tuple(_row(_object(answer, row)) for row in rows),
        loose.code(customer.get("points_count")),
        verdict.request_id(answer),
    )


def _object(answer: Answer, value: object) -> dict[str, object]:
    """The object, nothing in any of its spellings, or a failure: an unknown shape must not look like an absence."""
    found = loose.only(value)
    if not found and not loose.is_blank(value):
        raise verdict.without_body(Call.FIND_REDEMPTIONS, answer, Lost.UNREADABLE)
    return found


def _row(fields: dict[str, object]) -> Row:
    reference = loose.text(fields["external_reference_number"]) if "external_reference_number" in fields else None
    redemption_id = loose.text(fields.get("redemption_id"))
    bill = loose.text(fields.get("transaction_number"))
    time = loose.text(fields.get("redeemed_time"))
    return Row(
        identity="|".join((loose.text(fields.get("id")), redemption_id, reference or "", bill, time)),
        reference=reference,
        time=time if _TIME.fullmatch(time) else "",
        found=Found(
            reference=reference or "",
            redemption_id=redemption_id,
            points=loose.amount(fields.get("points_redeemed")),
            program_id=loose.text(fields.get("program_id")),
            bill=bill,
            reversed_points=sum((_reversed(one) for one in loose.objects(fields.get("reversals"))), Decimal(0)),
        ),
    )


def _reversed(reversal: dict[str, object]) -> Decimal:
    names = ("points_reversed", "pointsReversed", "points", "pointsToBeReversed")
    return loose.amount(loose.first(reversal, *names)) or Decimal(0)
