"""Writes the service's answers as JSON, in the styles that its releases have."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from email.utils import format_datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.api.exchange import Answer
from tests.simulation.service import DEFAULT_PROGRAM
from tests.simulation.world import START

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Mapping

    from desktop.api.exchange import Request
    from tests.simulation.reversal_book import BackEntry, BackOrder, GaveBack
    from tests.simulation.service import Answered, Movement, Order, Person, Service

SUCCESS = {"success": "true", "code": 200, "message": "Success"}
FAILURE = {"success": "false", "code": 500, "message": "All requests have failed due to errors"}
_ENCODER = msgspec.json.Encoder(decimal_format="number")
_PAGE_SIZE = 10
_LARGEST_PAGE = 500


def answer(service: Service, body: object, status: int = 200, *, request_id: str = "") -> Answer:
    """An answer with a JSON body and the headers that every answer has."""
    return raw(service, _ENCODER.encode(body), status, request_id=request_id)


def raw(
    service: Service, body: bytes, status: int = 200, *, request_id: str = "", headers: Mapping[str, str] | None = None
) -> Answer:
    """An answer with any body."""
    sent = {
        "content-type": "application/json",
        "date": format_datetime(service.world.true_time(), usegmt=True),
        "x-cap-requestid": request_id or service.request_id(),
        **(headers or {}),
    }
    return Answer(status, sent, body)


def redemption(service: Service, order: Order | None, answered: Answered) -> dict[str, Any]:
    """The body of an answer to points/redeem."""
    movement = answered.movement
    if movement is None:
        return refusal(answered.code, answered.message, order)
    return {"response": {"status": SUCCESS, "responses": {"points": item_of(service, movement)}}}


def item_of(service: Service, movement: Movement) -> dict[str, Any]:
    """What a redemption that happened says of itself."""
    order, style = movement.order, service.style
    points = str(order.points)
    if style.is_old:
        return {
            "mobile": order.person.mobile,
            "points_redeemed": points,
            "redeemed_value": points,
            "balance": str(movement.balance),
            "item_status": {"success": "true", "code": "800", "message": "Points Redeemed"},
        }
    item: dict[str, Any] = {
        "redemption_id": movement.redemption_id,
        "points_redeemed": points,
        "redeemed_value": order.points,
        "redeemed_local_value": order.points,
        "balance": movement.balance,
        "side_effects": {"effect": []},
        "item_status": {"success": "true", "code": 800, "message": "Points Redeemed"},
    }
    named = {"mobile": order.person.mobile, "user_id": order.person.user_id}
    item |= {name: value for name, value in named.items() if name in style.echoes}
    if "reference" in style.echoes:
        item["external_reference_number"] = order.reference
    return item


def refusal(
    code: int, message: str, order: Order | None = None, *, names: Iterable[str] = ("mobile",)
) -> dict[str, Any]:
    """The body of an answer whose one item was refused; `names` are the fields that name the member."""
    item: dict[str, Any] = {"item_status": {"success": "false", "code": code, "message": message}}
    if order is not None:
        named = {name: getattr(order.person, name) for name in names}
        item = {**named, "points_redeemed": str(order.points), **item}
    return {"response": {"status": FAILURE, "responses": {"points": item}}}


def member(person: Person, *, numbered: bool, tells_mobile: bool = True) -> dict[str, Any]:
    """The body of an answer to customer/get."""
    summaries = [
        {"programId": program, "loyaltyPoints": str(points), "program_title": program}
        for program, points in person.purses.items()
    ]
    customer = {
        "firstname": "Asha",
        "mobile": person.mobile if tells_mobile else "",
        "email": person.email,
        "external_id": person.external_id,
        "loyalty_points": str(person.purses[DEFAULT_PROGRAM]),
        "type": "LOYALTY",
        "points_summaries": {"points_summary": summaries},
        "item_status": {"success": "true", "code": 1000, "message": "Customer successfully retrieved"},
    }
    if numbered:
        customer["user_id"] = person.user_id
    return {"response": {"status": SUCCESS, "customers": {"customer": [customer]}}}


def eligibility(person: Person, points: str) -> dict[str, Any]:
    """The body of an answer to points/isredeemable."""
    redeemable = {
        "mobile": person.mobile,
        "points": points,
        "is_redeemable": "true",
        "points_redeem_value": points,
        "item_status": {"success": "true", "code": 800, "message": "Points can be redeemed"},
    }
    return {"response": {"status": SUCCESS, "points": {"redeemable": redeemable}}}


def redemptions(service: Service, person: Person, request: Request) -> dict[str, Any]:
    """The body of an answer to customer/redemptions, of a service that shows everything it should."""
    query = dict(request.query)
    shown = list(reversed(service.by_person.get(person.user_id, [])))
    if query.get("mlp") != "true":
        shown = [one for one in shown if one.order.program == DEFAULT_PROGRAM]
    if service.style.filters and "external_reference_number" in query:
        shown = [one for one in shown if one.order.reference == query["external_reference_number"]]
    if "end_date" in query:
        shown = [one for one in shown if _time(service, one) <= query["end_date"]]
    limit = min(int(query.get("points_limit", _PAGE_SIZE)), _LARGEST_PAGE)
    if service.style.type_spoils_limit and "type" in query:
        limit = _PAGE_SIZE
    rows = [row(service, one, place) for place, one in enumerate(shown[:limit], 1)]
    return {
        "response": {
            "status": {"success": True, "code": 200, "message": "Success"},
            "customer": {
                "mobile": person.mobile,
                "user_id": person.user_id,
                "rows": len(rows),
                "points_count": len(rows),
                "redemptions": {"points": {"point": rows}},
            },
        }
    }


def row(service: Service, movement: Movement, place: int) -> dict[str, Any]:
    """One redemption in the list."""
    order = movement.order
    return {
        "id": place,
        "program_id": int(order.program),
        "points_redeemed": order.points,
        "transaction_number": service.bill_of(movement),
        "bill_id": "-1",
        "redeemed_time": _time(service, movement),
        "redeemed_at": "till.one",
        "external_reference_number": order.reference,
        "redemption_id": movement.redemption_id,
        "reversals": [entry(service, movement, one) for one in service.book.of(movement)],
    }


def reversal(service: Service, wanted: BackOrder, done: GaveBack) -> dict[str, Any]:
    """The body of an answer to points/reverse. A success without an entry says what was asked for."""
    if done.code:
        return reversal_refusal(service, done.code, done.message, wanted)
    entry, person = done.entry, wanted.person
    points = wanted.points if entry is None else entry.points
    expired = Decimal(0) if entry is None else entry.expired
    body: dict[str, Any] = {
        "orgId": 100,
        "identifier": dict(wanted.identifier),
        "customerId": None if person is None else int(person.user_id),
        "redemptionId": None if done.movement is None else done.movement.redemption_id,
        "reversalId": f"R{0 if entry is None else entry.number}",
        "pointsToBeReversed": wanted.points,
        "pointsReversed": points,
        "pointsReversedDetails": {"available": points - expired, "expired": expired},
        "warnings": [],
        "errors": [],
    }
    if not service.book.tells_id:
        # The newest sample has neither of them.
        del body["reversalId"], body["errors"]
    return body


def reversal_refusal(service: Service, code: int, message: str, wanted: BackOrder | None = None) -> dict[str, Any]:
    """The body of a refusal of points/reverse; `wanted` if it echoes the request."""
    error = {"status": False, "code": code, "message": message}
    body: dict[str, Any] = {"errors": [error], "warnings": []}
    if wanted is not None and wanted.person is not None and service.book.tells_id:
        body |= {"identifier": dict(wanted.identifier), "customerId": int(wanted.person.user_id)}
    return body


def entry(service: Service, movement: Movement, given_back: BackEntry) -> dict[str, Any]:
    """One entry of a redemption's list of reversals."""
    return {
        "reversal_id": given_back.number,
        "points_reversed": given_back.points,
        "reversal_time": _written(given_back.at, service.style.zone),
        "reversed_on_till_id": 50018,
        "reversal_breakup_by_program": [
            {"program_id": int(movement.order.program), "points_reversed": given_back.points, "program_name": "Points"}
        ],
    }


def loosened(body: Any, drawn: random.Random) -> Any:  # noqa: ANN401, PLR0911 - any JSON, one case for each of its types
    """The same body with other types: numbers as texts, truths as words, lists of one as objects, nothing as null."""
    match body:
        case bool():
            return drawn.choice((body, str(body).lower()))
        case int() | Decimal():
            return drawn.choice((body, str(body)))
        case str() if body.isdigit() and len(body) < 6 and not body.startswith("0"):
            return drawn.choice((body, int(body)))
        case "":
            return drawn.choice(("", None))
        case list():
            items = [loosened(one, drawn) for one in body]
            return items[0] if len(items) == 1 and drawn.random() < 0.5 else items
        case dict():
            loose = {name: loosened(value, drawn) for name, value in body.items()}
            return loose | ({"new_field": [1]} if drawn.random() < 0.1 else {})
        case _:
            return body


def _time(service: Service, movement: Movement) -> str:
    return _written(movement.at, service.style.zone)


@lru_cache(maxsize=1024)
def _written(at: float, zone: timedelta) -> str:
    return (START + timedelta(seconds=at) + zone).strftime("%Y-%m-%d %H:%M:%S")
