"""points/isredeemable and points/validationcode: asks what points are worth, and has codes sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from desktop.api.exchange import Request
from desktop.api.wire import belonging, loose, verdict
from desktop.api.wire.identifiers import identifying
from desktop.domain.eligibility import CodeSent, Eligibility, channel_in
from desktop.domain.failures import Call, Refused, TooManyCodes
from desktop.domain.member import IdentifierKind
from desktop.domain.validation import ValidationMethod

if TYPE_CHECKING:
    from desktop.api.exchange import Answer
    from desktop.domain.failures import Failure
    from desktop.domain.member import Identifier
    from desktop.domain.points import Points
    from desktop.domain.redemption import Draft

REDEEMABLE = 800
"""Item code of isredeemable: the points can be redeemed."""

NO_CODE_SENT = 876
"""Item code of isredeemable: the points can be redeemed, but the code could not be sent."""

NO_CODE_MADE = frozenset({606, 860, 874, 875})
"""Item codes that say the same of isredeemable if the points can be redeemed: no code could be made or sent."""

SENT = 200
"""Item code of validationcode: a code is on its way."""


def ask(draft: Draft, *, send_code: bool, as_money: bool = False) -> Request:
    """Makes the request of isredeemable, which also sends the code if `send_code` is set (`issue_otp`)."""
    query = {**_named(draft.identifier), "points": draft.points.wire}
    if draft.program_id:
        query["program_id"] = draft.program_id
    if send_code:
        query["issue_otp"] = "true"
    match draft.validation:
        case ValidationMethod.SKIPPED:
            query["skip_validation"] = "true"
        case ValidationMethod.MISSED_CALL:
            query["validation_type"] = "MISSED_CALL"
        case ValidationMethod.CODE:
            pass
        case _:
            assert_never(draft.validation)
    if draft.group is not None:
        query.update(draft.group.parameters)
    if as_money:
        query["currency_input"] = "true"
    query["format"] = "json"
    return Request("GET", "/v1.1/points/isredeemable", tuple(query.items()))


def read(answer: Answer, draft: Draft, *, send_code: bool = False, as_money: bool = False) -> Eligibility:
    """Reads whether the points may be redeemed, and what they are worth.

    Args:
        answer: what came back.
        draft: what was asked about. An answer about another member or other points proves nothing.
        send_code: the same call had to send the code.
        as_money: the draft's points are an amount of money.

    Raises:
        Refused, Throttled, Unanswered: they may not, or the answer does not say.
    """
    call = Call.CHECK
    body = verdict.body_of(call, answer)
    found = [one for part in loose.objects(body.get("points")) for one in loose.objects(part.get("redeemable"))]
    if not found:
        raise _without_item(call, answer, body, about_code=send_code)
    if len(found) > 1:
        raise verdict.contradictory(answer)
    fields = found[0]
    points = None if as_money else draft.points
    _check_belonging(answer, fields, draft.identifier, points, user_id=draft.user_id, mobile=draft.mobile)
    item = verdict.Status.read(fields.get("item_status"))
    is_redeemable = loose.flag(fields.get("is_redeemable"))
    if item.code in {REDEEMABLE, NO_CODE_SENT} and is_redeemable is False:
        raise Refused(call, item.code, item.message, request_id=verdict.request_id(answer))
    failure = _code_failure(answer, item, is_redeemable=is_redeemable) if send_code else None
    is_sent = item.code == REDEEMABLE and item.success is True
    if not is_sent and item.code != NO_CODE_SENT and (failure is None or is_redeemable is not True):
        raise failure or verdict.of_item(call, answer, item)
    return Eligibility(
        worth=loose.worth(loose.first(fields, "points_redeem_local_value", "points_redeem_value")),
        points=loose.amount(fields.get("points")),
        code_failure=None if is_sent else failure or Refused(call, NO_CODE_SENT, item.message),
        channel=channel_in(item.message) if send_code else None,
        request_id=verdict.request_id(answer),
    )


def _code_failure(answer: Answer, item: verdict.Status, *, is_redeemable: bool | None) -> Refused | None:
    """Returns why no code was sent; None if the item does not speak of the code."""
    call, request_id = Call.CHECK, verdict.request_id(answer)
    if item.code == verdict.TOO_MANY and item.success is not True:
        return TooManyCodes(call, item.message, request_id=request_id)
    if item.code == NO_CODE_SENT or (item.code in NO_CODE_MADE and is_redeemable):
        return Refused(call, item.code, item.message, request_id=request_id)
    return None


def _without_item(call: Call, answer: Answer, body: dict[str, object], *, about_code: bool) -> Failure:
    """Returns what an answer without an item proves. 429 in a body that HTTP calls fine speaks of the codes."""
    status = verdict.Status.read(body.get("status"))
    if about_code and status.code == verdict.TOO_MANY != answer.status:
        return TooManyCodes(call, status.message, request_id=verdict.request_id(answer))
    return verdict.without_item(call, answer, status)


def ask_for_code(identifier: Identifier, points: Points) -> Request:
    """Makes the request of validationcode."""
    query = {**_named(identifier), "points": points.wire, "format": "json"}
    return Request("GET", "/v1.1/points/validationcode", tuple(query.items()))


def _named(identifier: Identifier) -> dict[str, str]:
    """Returns the query parameter that names a member.

    These calls have a name of their own for a card (Issue Validation Code, Check If Points Redeemable).
    """
    if identifier.kind is IdentifierKind.CARD:
        return {"card_number": identifier.value}
    return identifying(identifier)


def read_code_sent(answer: Answer, identifier: Identifier) -> CodeSent:
    """Reads that a code is on its way.

    Raises:
        Refused, Throttled, Unanswered: none is, or the answer does not say.
    """
    call = Call.SEND_CODE
    body = verdict.body_of(call, answer)
    found = [one for part in loose.objects(body.get("validation_code")) for one in loose.objects(part.get("code"))]
    if not found:
        raise _without_item(call, answer, body, about_code=True)
    _check_belonging(answer, found[0], identifier, None)
    item = verdict.Status.read(found[0].get("item_status"))
    if item.code == verdict.TOO_MANY and item.success is not True:
        raise TooManyCodes(call, item.message, request_id=verdict.request_id(answer))
    if len(found) > 1 or item.success is not True or item.code != SENT:
        raise verdict.of_item(call, answer, item)
    return CodeSent(message=item.message, request_id=verdict.request_id(answer))


def _check_belonging(
    answer: Answer,
    fields: dict[str, object],
    identifier: Identifier,
    points: Points | None,
    *,
    user_id: str = "",
    mobile: str = "",
) -> None:
    """Raises `Unanswered` if the fields echo another member, or other points than were asked about."""
    echoed = loose.amount(fields.get("points"))
    other_points = points is not None and echoed is not None and echoed != points.value
    if other_points or belonging.names_another_member(fields, identifier, user_id=user_id, mobile=mobile):
        raise verdict.stray(answer)
