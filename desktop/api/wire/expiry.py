"""customers/lookup/pointsExpirySchedule: asks which of a member's points expire, and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

from desktop.api.exchange import Request
from desktop.api.wire import loose, verdict
from desktop.domain.expiring import ExpiringPoints
from desktop.domain.failures import Call
from desktop.domain.member import IdentifierKind

if TYPE_CHECKING:
    from desktop.api.exchange import Answer
    from desktop.domain.member import Identifier

_LOOKUP = "/v2/customers/lookup/pointsExpirySchedule"


def ask(identifier: Identifier, program_id: str = "") -> Request:
    """Makes the request. Without a program, the service answers for its default program."""
    path, query = _LOOKUP, {"identifierName": "", "identifierValue": identifier.value, "source": "INSTORE"}
    match identifier.kind:
        case IdentifierKind.MOBILE:
            query["identifierName"] = "mobile"
        case IdentifierKind.EMAIL:
            query["identifierName"] = "email"
        case IdentifierKind.EXTERNAL_ID:
            query["identifierName"] = "externalId"
        case IdentifierKind.CARD:
            query["identifierName"] = "cardnumber"
        case IdentifierKind.ID:
            path, query = f"/v2/customers/{quote(identifier.value, safe='')}/pointsExpirySchedule", {}
        case _:
            assert_never(identifier.kind)
    if program_id:
        query["programId"] = program_id
    return Request("GET", path, tuple(query.items()), name="customers/pointsExpirySchedule")


def read(answer: Answer) -> tuple[ExpiringPoints, ...]:
    """Reads the schedule. An entry that cannot be read is left out.

    Raises:
        Refused, Throttled, Unanswered: the answer has no schedule.
    """
    body = verdict.body_of(Call.EXPIRING, answer)
    if answer.status >= 300 or "expirySchedules" not in body:  # noqa: PLR2004 - HTTP's own classes
        raise verdict.without_item(Call.EXPIRING, answer, verdict.Status.read(body.get("status")))
    found = []
    for entry in loose.objects(body["expirySchedules"]):
        points, on = loose.amount(entry.get("points")), _day(entry.get("expiryDate"))
        if points is not None and on is not None:
            found.append(ExpiringPoints(points, on, loose.text(entry.get("programId"))))
    return tuple(found)


def _day(value: object) -> date | None:
    """Reads `YYYY-MM-DD`, also if a time follows."""
    text = loose.text(value)[:10]
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
