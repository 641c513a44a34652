"""points/updateRedemption of the service's second version: attaches a bill number to a redemption."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from desktop.api.exchange import Request
from desktop.api.wire import belonging, loose, verdict
from desktop.api.wire.reversal import TYPES, named_member
from desktop.domain.failures import Call

if TYPE_CHECKING:
    from desktop.api.exchange import Answer
    from desktop.domain.redemption import Draft


def ask(draft: Draft, reference: str, redemption_id: str, bill: str) -> Request:
    """Makes the request that attaches a bill.

    Args:
        draft: of the redemption, for the member.
        reference: the redemption's `external_reference_number`.
        redemption_id: the service's own id; if it is empty, the reference names the redemption. The page asks for
            exactly one of both (code 749).
        bill: the bill number.
    """
    named = {"redemptionId": redemption_id} if redemption_id else {"externalReferenceNumber": reference}
    member = named_member(draft)
    entity = {"type": "CUSTOMER", "identifierType": TYPES[member.kind], "identifierValue": member.value}
    body: dict[str, object] = {**named, "entity": entity, "billNumber": bill}
    return Request("PUT", "/v2/points/updateRedemption", (("format", "json"),), msgspec.json.encode(body))


def read(answer: Answer, draft: Draft, reference: str, redemption_id: str, bill: str) -> str:
    """Reads whether the bill is attached, and returns the request id.

    It is attached only if the answer names this redemption or this bill, and no error.

    Raises:
        Refused: the service says that it did not do it.
        Throttled: the same.
        Unanswered: the bill may be attached.
    """
    call = Call.ATTACH_BILL
    if answer.is_repeated:
        raise verdict.stray(answer)
    body = verdict.body_of(call, answer)
    echoed, attached = belonging.id_of(body.get("redemptionId")), loose.text(body.get("billNumber"))
    member: dict[str, object] = {"user_id": body.get("customerId")}
    named = loose.text(body.get("externalReferenceNumber"))
    if (
        (redemption_id and echoed and echoed != redemption_id)
        or (not belonging.is_blank_reference(named) and named.casefold() != reference.casefold())
        or belonging.names_another_member(member, draft.identifier, draft.user_id)
    ):
        raise verdict.stray(answer)
    errors = loose.entries(body.get("errors"))
    if errors:
        error = errors[0] if isinstance(errors[0], dict) else {}
        code, message = loose.code(error.get("code")), loose.text(error.get("message"))
        raise verdict.of_item(call, answer, verdict.Status(success=False, code=code, message=message))
    if answer.status >= 300 or not (echoed or attached):  # noqa: PLR2004 - HTTP's own classes of success
        raise verdict.without_item(call, answer, verdict.Status.read(body.get("status")))
    if attached and attached.casefold() != bill.casefold():
        raise verdict.contradictory(answer)
    return verdict.request_id(answer)
