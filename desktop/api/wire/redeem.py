"""points/redeem: makes the request exact to the digit, and reads what the answer proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from desktop.api.exchange import Request
from desktop.api.wire import belonging, loose, verdict
from desktop.api.wire.identifiers import identifying
from desktop.domain.failures import Call
from desktop.domain.redemption import Redeemed
from desktop.domain.validation import ValidationMethod

if TYPE_CHECKING:
    from desktop.api.exchange import Answer
    from desktop.domain.redemption import Draft
    from desktop.domain.validation import ValidationCode

REDEEMED = 800
"""Item code: points were redeemed (redeem-points reference, item_status.code)."""


def ask(draft: Draft, reference: str, code: ValidationCode | None) -> Request:
    """Makes the request of one redemption (redeem-points reference). The same arguments make the identical bytes.

    Args:
        draft: what is asked for.
        reference: `external_reference_number`, the idempotency key.
        code: None if the draft is validated in another way.
    """
    item: dict[str, object] = {
        # Raw, so that the number has exactly the digits that were read. No float is involved.
        "points_redeemed": msgspec.Raw(draft.points.wire.encode()),
        "customer": identifying(draft.identifier),
    }
    if draft.bill:
        item["transaction_number"] = _sound(draft.bill)
    item["external_reference_number"] = reference
    if draft.notes:
        item["notes"] = _sound(draft.notes)
    if code is not None:
        item["validation_code"] = code.secret
    fields = [{"name": _sound(name), "value": _sound(value)} for name, value in draft.custom_fields if value]
    if fields:
        item["custom_fields"] = {"field": fields}
    return Request(
        "POST",
        "/v1.1/points/redeem",
        _query(draft),
        msgspec.json.encode({"root": {"redeem": [item]}}),
    )


def _sound(text: str) -> str:
    """Returns the text without half characters, which a scanner or a paste can leave and JSON cannot carry."""
    return text.encode("utf-8", "replace").decode()


def _query(draft: Draft) -> tuple[tuple[str, str], ...]:
    query = {"skip_validation": "true" if draft.validation is ValidationMethod.SKIPPED else "false"}
    if draft.program_id:
        query["program_id"] = draft.program_id
    if draft.validation is ValidationMethod.MISSED_CALL:
        query["validation_type"] = "MISSED_CALL"
    if draft.group is not None:
        query.update(draft.group.parameters)
    query["format"] = "json"
    return tuple(query.items())


def read(answer: Answer, draft: Draft, reference: str, code: ValidationCode | None) -> Redeemed:
    """Reads what the service says about one redemption. The body counts first, whatever the HTTP status.

    Points have moved only if the one item's `success` is true and its `code` is 800. An item counts, whatever it says,
    only if the member, the points and the reference that it echoes are those of the request.

    Args:
        answer: what came back.
        draft: what was asked for.
        reference: of the attempt.
        code: the validation code, which must not stay in a message.

    Raises:
        Refused: the service says that it did not do it. `Catalogue.proves_nothing_was_done` says what that proves.
        Throttled: the same, and the request may be sent again with the same reference.
        Unanswered: the points may have moved.
    """
    hide = code.secret if code is not None else ""
    if answer.is_repeated:
        raise verdict.stray(answer)
    body = verdict.body_of(Call.REDEEM, answer)
    status = verdict.Status.read(body.get("status"), hide=hide)
    items = [item for part in loose.entries(body.get("responses")) for item in _items(part)]
    if not items:
        raise verdict.without_item(Call.REDEEM, answer, status)
    if len(items) != 1 or not isinstance(items[0], dict):
        raise verdict.contradictory(answer, status.message)
    item = items[0]
    if belonging.is_of_another_redemption(item, draft, reference, code):
        raise verdict.stray(answer)
    item_status = verdict.Status.read(item.get("item_status"), hide=hide)
    if loose.names_twice(answer.body):
        # The part that was read last says one thing, and another one may say that the points have moved, or have not.
        raise verdict.contradictory(answer, item_status.message)
    if item_status.success is True and item_status.code == REDEEMED:
        echoed = item.get("points_redeemed")
        points = loose.amount(echoed)
        if points == 0 or loose.is_no_amount(echoed):
            # What cannot be compared may be the points of another redemption. A look-up tells.
            raise verdict.contradictory(answer, item_status.message)
        return Redeemed(
            redemption_id=belonging.id_of(item.get("redemption_id")),
            points=points,
            value=loose.worth(loose.first(item, "redeemed_local_value", "redeemed_value")),
            balance=loose.amount(item.get("balance")),
            is_group=loose.flag(item.get("is_group_redemption")) is True,
            request_id=verdict.request_id(answer),
        )
    raise verdict.of_item(Call.REDEEM, answer, item_status)


def _items(part: object) -> tuple[object, ...]:
    return loose.entries(part.get("points")) if isinstance(part, dict) else (part,)
