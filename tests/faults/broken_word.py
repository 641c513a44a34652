"""Answers of a service that breaks its word: it redeems and then refuses, answers for others, and lists oddly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.faults import answers
from tests.faults.faults import Fault, answered

if TYPE_CHECKING:
    from collections.abc import Callable

UNPROCESSED = (401, 403, 404, 429, 498, 521)
"""Codes with which a service says that it did not process a request. Here it did."""

FAILED = (*(815, 817, 829, 850, 886, 887, 889, 890, 891, 892, 893, 894, 896, 897, 898, 903, 999, 4711),)
"""Codes of an item that failed, or that no catalogue has. Here it did not fail."""

_ANOTHER = "919777788229"


def _body(status: dict[str, object], item: dict[str, object] | None = None) -> bytes:
    response: dict[str, object] = {"status": status}
    if item is not None:
        response["responses"] = {"points": item}
    return json.dumps({"response": response}).encode()


def item_refused(code: int, message: str = "The request could not be processed", **echo: object) -> bytes:
    """An answer whose one item is refused."""
    status = {"success": "false", "code": 500, "message": "All requests have failed due to errors"}
    return answers.http(_body(status, {**echo, "item_status": {"success": "false", "code": code, "message": message}}))


def call_refused(code: int) -> bytes:
    """An answer that refuses the whole call, under HTTP's own number if it has one."""
    line = "200 OK" if code == 498 else f"{code} Refused"
    return answers.http(_body({"success": "false", "code": code, "message": "refused"}), line)


def refusals_although_redeemed() -> dict[str, Fault]:
    """A fault for each refusal of something that happened."""
    said = {f"redeems, then {code}": item_refused(code) for code in (*UNPROCESSED, *FAILED)}
    said |= {f"redeems, then {code} for the call": call_refused(code) for code in UNPROCESSED if code != 521}
    said["redeems, then 'duplicate'"] = item_refused(1999, "Duplicate reference: external reference number not unique")
    return {name: answered(answer, acts=True, name=name) for name, answer in said.items()}


def _echo(**changes: object) -> Callable[[bytes], bytes]:
    """A true answer with other facts in its item."""

    def remake(answer: bytes) -> bytes:
        whole = json.loads(answers.body_of(answer))
        whole["response"]["responses"]["points"] |= changes
        return answers.http(json.dumps(whole).encode())

    return remake


def strays() -> dict[str, Fault]:
    """A fault for each answer that belongs to another request. The service has acted in each of them."""
    remakes: dict[str, Callable[[bytes], bytes]] = {
        "another member's answer": _echo(mobile=_ANOTHER, user_id="1"),
        "an answer about other points": _echo(points_redeemed="777"),
        "an answer with another reference": _echo(external_reference_number="01ARZ3NDEKTSV4RRFFQ69G5FAV"),
        "another member's refusal": lambda _: item_refused(808, mobile=_ANOTHER),
    }
    return {name: Fault(name=name, remake=remake) for name, remake in remakes.items()}


def _customer(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    """A look-up's answer with another `customer`; what `change` returns takes its place unless it is None."""

    def remake(answer: bytes) -> bytes:
        whole = json.loads(answers.body_of(answer))
        customer = whole["response"]["customer"]
        if "redemptions" not in customer:
            return answer
        changed = change(customer)
        if changed is not None:
            whole["response"]["customer"] = None if changed == "null" else changed
        return answers.http(json.dumps(whole).encode())

    return remake


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
"""What a service may make of the answer to a look-up. A redemption is in each of them, and none proves an absence."""


def lying_look_ups() -> dict[str, Fault]:
    """A fault for each answer to a look-up that only looks like an absence."""
    return {name: Fault(name=name, remake=remake) for name, remake in LOOK_UPS.items()}
