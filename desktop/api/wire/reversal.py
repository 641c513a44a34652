"""points/reverse of the service's second version: gives points back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from desktop.api.exchange import Request
from desktop.api.wire import loose, verdict
from desktop.domain.failures import Call
from desktop.domain.member import IdentifierKind

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.api.exchange import Answer
    from desktop.domain.member import Identifier
    from desktop.domain.points import Points

_TYPES = {
    IdentifierKind.MOBILE: "mobile",
    IdentifierKind.EMAIL: "email",
    IdentifierKind.EXTERNAL_ID: "externalId",
    IdentifierKind.CARD: "cardnumber",
    IdentifierKind.ID: "id",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversed:
    """What the service said about points that it gave back.

    Attributes:
        reversal_id: the service's own id of the reversal.
        redemption_id: of the redemption.
        points: what was given back; None if the service did not say.
        expired: how many of those have expired since and are gone; None if the service did not say.
        request_id: `X-Cap-Requestid`.
    """

    reversal_id: str
    redemption_id: str = ""
    points: Decimal | None = None
    expired: Decimal | None = None
    request_id: str = ""


def ask(redemption_id: str, points: Points, identifier: Identifier, reference: str) -> Request:
    """Makes the request of one reversal.

    Args:
        redemption_id: the service's own id; if it is empty, the reference names the redemption (newer releases).
        points: how many to give back.
        identifier: the member.
        reference: the redemption's `external_reference_number`.
    """
    named = {"redemptionId": redemption_id} if redemption_id else {"externalReferenceNumber": reference}
    body: dict[str, object] = {
        **named,
        "pointsToBeReversed": msgspec.Raw(points.wire.encode()),
        "identifier": {"type": _TYPES[identifier.kind], "value": identifier.value},
    }
    return Request("POST", "/v2/points/reverse", (("format", "json"),), msgspec.json.encode(body))


def read(answer: Answer, redemption_id: str, points: Points) -> Reversed:
    """Reads the outcome of a reversal. It happened only if the answer names it by an id and names no error.

    An answer counts, whatever it says, only if the redemption and the points that it echoes are those of the request.

    Args:
        answer: what came back.
        redemption_id: of the request; empty if the reference named the redemption.
        points: how many were to be given back.

    Raises:
        Refused: the service says that it did not do it. `Catalogue.proves_nothing_was_done` says what that proves.
        Throttled: the same, and the request may be sent again.
        Unanswered: the points may have been given back.
    """
    call = Call.REVERSE
    if answer.is_repeated:
        raise verdict.stray(answer)
    body = verdict.body_of(call, answer)
    echoed = loose.text(body.get("redemptionId"))
    asked = loose.amount(body.get("pointsToBeReversed"))
    if (redemption_id and echoed and echoed != redemption_id) or (asked and asked != points.value):
        raise verdict.stray(answer)
    errors = loose.entries(body.get("errors"))
    reversal_id = loose.text(body.get("reversalId"))
    if errors:
        error = errors[0] if isinstance(errors[0], dict) else {}
        code = loose.code(error.get("code"))
        message = loose.text(error.get("message"))
        if reversal_id or not verdict.is_refusal(code):
            raise verdict.contradictory(answer, message)
        raise verdict.of_item(call, answer, verdict.Status(success=False, code=code, message=message))
    if not reversal_id or answer.status >= 300:  # noqa: PLR2004 - HTTP's own classes of success
        raise verdict.without_item(call, answer, verdict.Status.read(body.get("status")))
    return Reversed(
        reversal_id=reversal_id,
        redemption_id=loose.text(body.get("redemptionId")),
        points=loose.amount(body.get("pointsReversed")),
        expired=loose.amount(loose.only(body.get("pointsReversedDetails")).get("expired")),
        request_id=verdict.request_id(answer),
    )
