"""Makes false answers: refusals of what happened, answers to other requests, and misleading look-ups."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.faults import answers
from tests.faults.faults import Fault, answered
from tests.simulation.redeem_faults import FAILED_CODES, UNPROCESSED_CODES

if TYPE_CHECKING:
    from collections.abc import Callable

_ANOTHER = "919777788229"


def _body(status: dict[str, object], item: dict[str, object] | None = None) -> bytes:
    response: dict[str, object] = {"status": status}
    if item is not None:
        response["responses"] = {"points": item}
    return json.dumps({"response": response}).encode()


def item_refused(code: int, message: str = "The request could not be processed", **echo: object) -> bytes:
    """Returns an answer whose one item is refused."""
    status = {"success": "false", "code": 500, "message": "All requests have failed due to errors"}
    return answers.http(_body(status, {**echo, "item_status": {"success": "false", "code": code, "message": message}}))


def call_refused(code: int) -> bytes:
    """Returns an answer that refuses the whole call, with the HTTP status of that number if there is one."""
    line = "200 OK" if code == 498 else f"{code} Refused"
    return answers.http(_body({"success": "false", "code": code, "message": "refused"}), line)


def refusals_although_redeemed() -> dict[str, Fault]:
    """Returns a fault for each refusal of a redemption that happened."""
    said = {f"redeems, then {code}": item_refused(code) for code in (*UNPROCESSED_CODES, *FAILED_CODES)}
    said |= {f"redeems, then {code} for the call": call_refused(code) for code in UNPROCESSED_CODES if code != 521}
    said["redeems, then 'duplicate'"] = item_refused(1999, "Duplicate reference: external reference number not unique")
    return {name: answered(answer, processed=True, name=name) for name, answer in said.items()}


def _echo(**changes: object) -> Callable[[bytes], bytes]:
    """Changes fields in the item of a true answer."""

    def rewrite(answer: bytes) -> bytes:
        whole = json.loads(answers.body_of(answer))
        whole["response"]["responses"]["points"] |= changes
        return answers.http(json.dumps(whole).encode())

    return rewrite


def answers_to_other_requests() -> dict[str, Fault]:
    """Returns a fault for each answer to another request. The service has processed this one in each of them."""
    rewrites: dict[str, Callable[[bytes], bytes]] = {
        "another member's answer": _echo(mobile=_ANOTHER, user_id="1"),
        "an answer about other points": _echo(points_redeemed="777"),
        "an answer with another reference": _echo(external_reference_number="01ARZ3NDEKTSV4RRFFQ69G5FAV"),
        "another member's refusal": lambda _: item_refused(808, mobile=_ANOTHER),
    }
    return {name: Fault(name=name, rewrite=rewrite) for name, rewrite in rewrites.items()}


def _customer(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    """Changes the `customer` in a look-up's answer. What `change` returns replaces it, unless that is None."""

    def rewrite(answer: bytes) -> bytes:
        whole = json.loads(answers.body_of(answer))
        customer = whole["response"]["customer"]
        if "redemptions" not in customer:
            return answer
        changed = change(customer)
        if changed is not None:
            whole["response"]["customer"] = None if changed == "null" else changed
        return answers.http(json.dumps(whole).encode())

    return rewrite


def _rows(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    def change_all(customer: dict[str, Any]) -> None:
        for row in customer["redemptions"]["points"]["point"]:
            change(row)

    return _customer(change_all)


def _reference(make: Callable[[str], object]) -> Callable[[bytes], bytes]:
    return _rows(lambda row: row.update(external_reference_number=make(row["external_reference_number"])))


def _points(make: Callable[[list[Any]], object]) -> Callable[[bytes], bytes]:
    return _customer(
        lambda customer: customer["redemptions"].update(points=make(customer["redemptions"]["points"]["point"]))
    )


LOOK_UPS: dict[str, Callable[[bytes], bytes]] = {
    "reference blank": _reference(lambda _: ""),
    "reference null": _reference(lambda _: None),
    "reference -1": _reference(lambda _: "-1"),
    "reference missing": _rows(lambda row: row.pop("external_reference_number")),
    "reference lower-cased": _reference(str.lower),
    "reference cut": _reference(lambda reference: reference[:16]),
    "no points": _rows(lambda row: row.update(points_redeemed=0)),
    "negative points": _rows(lambda row: row.update(points_redeemed=-5)),
    "half an emoji in the name": lambda answer: answers.http(
        answers.body_of(answer).replace(b'"firstname":"', rb'"firstname":"\ud83d')
    ),
    "bare points": _points(lambda rows: rows),
    "points renamed": _points(lambda rows: {"points_redemption": rows}),
    "bare redemptions": _customer(
        lambda customer: customer.update(redemptions=customer["redemptions"]["points"]["point"])
    ),
    "redemptions renamed": _customer(lambda customer: customer.update(redemption_list=customer.pop("redemptions"))),
    "customer null": _customer(lambda _: "null"),
    "customer empty": _customer(lambda _: {}),
    "another member's list": _customer(
        lambda customer: customer | {"mobile": _ANOTHER, "user_id": "1", "redemptions": {"points": {"point": []}}}
    ),
    "counted but not there": _points(lambda _: {"point": []}),
}
"""Odd forms of a look-up's answer. The service has the redemption in each of them, so none proves absence."""


def misleading_look_ups() -> dict[str, Fault]:
    """Returns a fault for each answer to a look-up that only looks like absence."""
    return {name: Fault(name=name, rewrite=rewrite) for name, rewrite in LOOK_UPS.items()}
