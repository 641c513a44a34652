"""points/reverse of the service's second version: gives points back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from desktop.api.exchange import Request
from desktop.api.wire import belonging, loose, verdict
from desktop.domain.failures import Call
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.reversal import GivenBack

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.api.exchange import Answer
    from desktop.domain.points import Points
    from desktop.domain.redemption import Draft

TYPES = {
    IdentifierKind.MOBILE: "mobile",
    IdentifierKind.EMAIL: "email",
    IdentifierKind.EXTERNAL_ID: "externalId",
    IdentifierKind.CARD: "cardnumber",
    IdentifierKind.ID: "id",
}
"""The names of identifiers in the service's second version."""

_OFF = 905
"""Code: the organisation has not switched reversal on (/reference/points-v2-api)."""

_PLAIN = frozenset({IdentifierKind.MOBILE, IdentifierKind.ID})
"""The identifiers that all of the vendor's lists of types name (/reference/reverse-redeemed-points)."""


def ask(draft: Draft, reference: str, redemption_id: str, points: Points) -> Request:
    """Makes the request of one reversal.

    Args:
        draft: of the redemption, for the member.
        reference: the redemption's `external_reference_number`.
        redemption_id: the service's own id; if it is empty, the reference names the redemption (newer releases).
        points: how many to give back. They are always sent, because what the service does without them after an
            earlier part reversal is not documented.
    """
    named = {"redemptionId": redemption_id} if redemption_id else {"externalReferenceNumber": reference}
    identifier = named_member(draft)
    body: dict[str, object] = {
        **named,
        "pointsToBeReversed": msgspec.Raw(points.wire.encode()),
        "identifier": {"type": TYPES[identifier.kind], "value": identifier.value},
    }
    return Request("POST", "/v2/points/reverse", (("format", "json"),), msgspec.json.encode(body))


def named_member(draft: Draft) -> Identifier:
    """Returns the identifier by which a call of the second version names the member."""
    if draft.identifier.kind in _PLAIN or not draft.user_id:
        return draft.identifier
    return Identifier(IdentifierKind.ID, draft.user_id)


def read(answer: Answer, draft: Draft, reference: str, redemption_id: str, points: Points) -> GivenBack:
    """Reads the outcome of a reversal. It happened only if the answer says how many points, and names no error.

    An answer counts, whatever it says, only if the redemption, the member and the points that it echoes are those of
    the request. What came back is what the answer says, never what was asked for.

    Args:
        answer: what came back.
        draft: as in `ask`.
        reference: as in `ask`.
        redemption_id: as in `ask`.
        points: as in `ask`.

    Raises:
        Refused: the service says that it did not do it. `Catalogue.proves_nothing_was_done` says what that proves.
        Throttled: the same.
        Unanswered: the points may have been given back.
    """
    call = Call.REVERSE
    if answer.is_repeated:
        raise verdict.stray(answer)
    body = verdict.body_of(call, answer)
    if _is_of_another_reversal(body, draft, reference, redemption_id, points):
        raise verdict.stray(answer)
    is_doubtful = loose.names_twice(answer.body)
    errors = (*loose.entries(body.get("errors")), *_warnings_that_it_is_off(body))
    reversal_id = belonging.number_of(body.get("reversalId"))
    told = body.get("pointsReversed")
    given_back = loose.amount(told)
    # What cannot be compared may be other points, also in the echo. The list of reversals tells.
    is_doubtful = is_doubtful or any(loose.is_no_amount(one) for one in (told, body.get("pointsToBeReversed")))
    details = loose.only(body.get("pointsReversedDetails"))
    available, expired = (loose.amount(details.get(name)) for name in ("available", "expired"))
    if errors:
        error = errors[0] if isinstance(errors[0], dict) else {}
        code = loose.code(error.get("code"))
        message = loose.text(error.get("message"))
        # Points that cannot be read may be back. So may those of a name that is there twice: one value of it was read.
        if reversal_id or is_doubtful or any((given_back, available, expired)) or _differ(errors):
            raise verdict.contradictory(answer, message)
        raise verdict.of_item(call, answer, verdict.Status(success=False, code=code, message=message))
    # The newest sample has no `reversalId` (/reference/reverse-redeemed-points).
    if (not reversal_id and loose.is_blank(told)) or answer.status >= 300:  # noqa: PLR2004 - HTTP's own classes of success
        raise verdict.without_item(call, answer, verdict.Status.read(body.get("status")))
    if is_doubtful or _says_that_it_failed(body) or (given_back is not None and given_back <= 0):
        raise verdict.contradictory(answer)
    if given_back is None and _add_up_to_others(available, expired, points):
        raise verdict.contradictory(answer)
    available, expired = _part(available, given_back), _part(expired, given_back)
    if given_back is not None and expired is not None:
        if available is None:
            available = given_back - expired
        elif available + expired > given_back:
            # One of them is wrong, and the member must not be told that points are back, or gone, that are not.
            available = expired = None
    return GivenBack(
        points=given_back,
        available=available,
        expired=expired,
        reversal_id=reversal_id,
        redemption_id=belonging.id_of(body.get("redemptionId")),
        request_id=verdict.request_id(answer),
    )


def _warnings_that_it_is_off(body: dict[str, object]) -> tuple[object, ...]:
    """Returns the warnings that are errors: one list of the vendor's codes calls 905 a warning."""
    return tuple(one for one in loose.objects(body.get("warnings")) if loose.code(one.get("code")) == _OFF)


def _differ(errors: tuple[object, ...]) -> bool:
    """True if there are several codes. Which of them says what happened is not documented."""
    return len({loose.code(error.get("code")) if isinstance(error, dict) else None for error in errors}) > 1


def _add_up_to_others(available: Decimal | None, expired: Decimal | None, points: Points) -> bool:
    """True if both parts are there, and they are not as many points as were asked for."""
    return available is not None and expired is not None and available + expired != points.value


def _says_that_it_failed(body: dict[str, object]) -> bool:
    """True if a status says that the reversal failed, as in the other calls. The samples of this call have none."""
    statuses = (verdict.Status.read(value) for value in (body, body.get("status"), body.get("item_status")))
    return any(one.success is False or verdict.is_error(one.code) for one in statuses)


def _part(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Returns a part of the points; None if it is negative or more than all of them."""
    if part is None or part < 0 or (whole is not None and part > whole):
        return None
    return part


def _is_of_another_reversal(
    body: dict[str, object], draft: Draft, reference: str, redemption_id: str, points: Points
) -> bool:
    """True if the answer echoes another redemption, another member or other points. What is missing is not checked.

    A member who is echoed must be known to be the one that was asked for. If not, the list of reversals settles it.
    """
    if any(belonging.is_unreadable(body.get(name)) for name in ("redemptionId", "externalReferenceNumber")):
        return True
    echoed = belonging.id_of(body.get("redemptionId"))
    if redemption_id and echoed and echoed != redemption_id:
        return True
    named = loose.text(body.get("externalReferenceNumber"))
    if not belonging.is_blank_reference(named) and named.casefold() != reference.casefold():
        return True
    asked = loose.amount(body.get("pointsToBeReversed"))
    if asked and asked != points.value:
        return True
    identifier = loose.only(body.get("identifier"))
    type_ = loose.text(identifier.get("type")).casefold()
    member: dict[str, object] = {
        "mobile": identifier.get("value") if type_ in {"mobile", "phone"} else None,
        "user_id": body.get("customerId"),
    }
    if type_ == TYPES[draft.identifier.kind].casefold():
        member[draft.identifier.kind.value] = identifier.get("value")
    return belonging.could_name_another_member(member, draft)
