"""Builds the JSON answers of the practice service, with field names and types as in the vendor's samples."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.training.amounts import plain
from desktop.training.members import PROGRAMS

if TYPE_CHECKING:
    from desktop.training.ledger import LedgerEntry, Reversal
    from desktop.training.members import Account, Group
    from desktop.training.refusals import CallRefused

TILL = "practice.till"
TILL_ID = 50031022
"""The number of the practice till, by which the list of reversals names it."""

STORE = {"code": "practice", "name": "Practice store"}
_ALL_FAILED = "All requests have failed due to errors"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer before it is serialised.

    Attributes:
        body: becomes the JSON body.
        is_refusal: True if the service refuses the call or its item.
        status: the HTTP status.
    """

    body: Mapping[str, object]
    is_refusal: bool = False
    status: int = 200


def to_json(value: object) -> str:
    """Serialises to JSON, and writes a Decimal as a number with exactly its digits, which the json module cannot."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Mapping):
        return "{" + ",".join(f"{json.dumps(str(name))}:{to_json(one)}" for name, one in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ",".join(map(to_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def call_refused(code: int, message: str) -> Answer:
    """A refusal of the whole call, before any item is checked."""
    return Answer({"response": {"status": _status("false", code, message)}}, is_refusal=True, status=code)


NO_TOKEN = {"data": None, "errors": [{"code": 320001, "message": "Invalid key or secret"}]}
"""oauth/token/generate: the key or the secret is wrong (vendor's page /reference/oauth)."""


def token(value: str, seconds: float) -> dict[str, object]:
    """oauth/token/generate: a token and how long it lives."""
    return {"data": {"accessToken": value, "ttlSeconds": int(seconds)}, "errors": None}


def token_expired() -> Answer:
    """A call with a token that has expired. As in the vendor's sample, `success` is true and the item is missing."""
    return Answer({"response": {"status": _status("true", 498, "Token has expired")}}, is_refusal=True)


def access_refused() -> Answer:
    """A call that is not signed with a password or token that the service knows, as the vendor's sample shows it."""
    return Answer({"response": {"status": _status("true", 401, "Unauthorized")}}, is_refusal=True)


def members(customers: Sequence[Mapping[str, object]]) -> Answer:
    """customer/get: the members that an identifier names, several if they share it."""
    count = str(len(customers))
    status = _status("true", 200, "Success") | {"total": count, "success_count": count}
    return Answer({"response": {"status": status, "customers": {"customer": customers}}})


def customer(
    account: Account,
    balances: Mapping[str, Decimal],
    group_balance: Decimal,
    *,
    all_programs: bool,
    with_user_id: bool,
) -> dict[str, object]:
    """One member in the answer of customer/get.

    Args:
        account: the member.
        balances: the member's balances by program.
        group_balance: the balance of the member's group, if there is one.
        all_programs: `mlp=true`.
        with_user_id: `user_id=true`.
    """
    default = account.holdings[0]
    described: dict[str, object] = {
        "firstname": account.first_name,
        "lastname": account.last_name,
        "mobile": account.mobile,
        "email": account.email,
        "external_id": account.external_id,
        "lifetime_points": plain(account.lifetime_points),
        "loyalty_points": plain(balances[default.program_id]),
        "current_slab": default.tier,
        "registered_on": "2017-05-31 14:57:04",
        "type": account.kind,
        "source": "instore",
        "fraud_details": {"status": account.fraud_status},
        "user_groups2": [] if account.group is None else [_group(account.group, account, group_balance)],
    }
    if with_user_id:
        described["user_id"] = account.user_id
    if all_programs:
        described["points_summaries"] = {
            "points_summary": [
                {
                    "programId": holding.program_id,
                    "loyaltyPoints": plain(balances[holding.program_id]),
                    "currentSlab": holding.tier,
                    "program_title": holding.title or PROGRAMS[holding.program_id].title,
                    "program_points_to_currency_ratio": plain(
                        PROGRAMS[holding.program_id].ratio if holding.program_id in PROGRAMS else Decimal(1)
                    ),
                }
                for holding in account.holdings
            ]
        }
    described["item_status"] = _item("true", 1000, "Customer successfully retrieved")
    return described


def member_refused(identifier: Mapping[str, str], refusal: CallRefused) -> Answer:
    """customer/get: the member is unknown or refused."""
    customer = {**identifier, "item_status": _refused(refusal)}
    status = _status("false", 500, _ALL_FAILED) | {"total": "1", "success_count": "0"}
    return Answer({"response": {"status": status, "customers": {"customer": [customer]}}}, is_refusal=True)


def redeemable(
    account: Account, points: Decimal, ratio: Decimal, *, as_money: bool, refusal: CallRefused | None
) -> Answer:
    """points/isredeemable: the points may be redeemed.

    Args:
        account: the member.
        points: the amount in points.
        ratio: the worth of one point.
        as_money: True if the amount was given as money.
        refusal: 876 if only the code could not be sent. The points may still be redeemed.
    """
    worth = points * ratio
    item = {
        "mobile": account.mobile,
        "email": account.email,
        "external_id": account.external_id,
        "points": points,
        "is_redeemable": "true",
        "points_redeem_value": worth,
        "points_redeem_local_value": worth,
        "input_type": "currency" if as_money else "points",
        "points_currency_ratio": plain(ratio),
        "item_status": _item("true", 800, "Points can be redeemed") if refusal is None else _refused(refusal),
    }
    status = _status("true", 200, "Success") if refusal is None else _status("false", 500, _ALL_FAILED)
    return Answer({"response": {"status": status, "points": {"redeemable": item}}}, is_refusal=refusal is not None)


def not_redeemable(identifier: Mapping[str, str], points: str, refusal: CallRefused) -> Answer:
    """points/isredeemable: the points may not be redeemed."""
    item = {**identifier, "points": points, "is_redeemable": "false", "item_status": _refused(refusal)}
    body = {"response": {"status": _status("false", 500, _ALL_FAILED), "points": {"redeemable": item}}}
    return Answer(body, is_refusal=True)


def code_sent(account: Account, points: str) -> Answer:
    """points/validationcode: the code was sent."""
    item = {
        "user_id": account.user_id,
        "mobile": account.mobile,
        "points": points,
        "item_status": _item("true", 200, "Validation Code Issued by SMS/Email"),
    }
    status = _status("true", 200, "Operation Successful")
    return Answer({"response": {"status": status, "validation_code": {"code": item}}})


def code_not_sent(identifier: Mapping[str, str], points: str, refusal: CallRefused) -> Answer:
    """points/validationcode: the code was not sent."""
    item = {**identifier, "points": points, "item_status": _refused(refusal)}
    body = {"response": {"status": _status("false", 500, _ALL_FAILED), "validation_code": {"code": item}}}
    return Answer(body, is_refusal=True)


def redeemed(account: Account, entry: LedgerEntry, balance: Decimal, ratio: Decimal) -> Answer:
    """points/redeem: the points were redeemed."""
    order = entry.order
    worth = order.points * ratio
    item: dict[str, object] = {
        "mobile": account.mobile,
        "email": account.email,
        "external_id": account.external_id,
        "user_id": account.user_id,
        "redemption_id": entry.redemption_id,
        "points_redeemed": plain(order.points),
        "redemption_purpose": "",
        "redeemed_value": worth,
        "redeemed_local_value": worth,
        "balance": balance,
        "side_effects": {
            "effect": [
                {
                    "id": entry.id,
                    "case_value": "false",
                    "num_points": order.points,
                    "currency_value": worth,
                    "validation_code": order.code,
                    "points_redemption_summary_id": str(entry.id),
                    "redeemed_on_bill_number": order.bill,
                    "redeemed_on_bill_id": -1,
                    "type": "points",
                }
            ]
        },
        "item_status": _item("true", 800, "Points Redeemed"),
    }
    if order.purse.is_group:
        item["is_group_redemption"] = True
    return Answer({"response": {"status": _status("true", 200, "Success"), "responses": {"points": item}}})


def redemption_refused(identifier: Mapping[str, str], points: str, refusal: CallRefused) -> Answer:
    """points/redeem: the points were not redeemed."""
    item = {**identifier, "points_redeemed": points, "redemption_id": "", "item_status": _refused(refusal)}
    body = {"response": {"status": _status("false", 500, _ALL_FAILED), "responses": {"points": item}}}
    return Answer(body, is_refusal=True)


def redemptions(account: Account, entries: Sequence[LedgerEntry], *, with_user_id: bool) -> Answer:
    """customer/redemptions: one page. As in the vendor's sample, this call says `true`, not `"true"`.

    Args:
        account: the member.
        entries: the page.
        with_user_id: `user_id=true`.
    """
    points = [
        {
            "id": entry.id,
            "program_id": int(entry.order.purse.program),
            "points_redeemed": entry.order.points,
            "transaction_number": entry.order.bill,
            "bill_id": "-1",
            "validation_code": "",
            "redeemed_time": f"{entry.at:%Y-%m-%d %H:%M:%S}",
            "redeemed_at": TILL,
            "notes": entry.order.notes,
            "external_reference_number": entry.order.reference,
            "redemption_id": entry.redemption_id,
            "reversals": [_reversal(one, entry) for one in entry.reversals],
            "redeemed_store": STORE,
            "redeemed_till": {"code": TILL, "name": TILL},
        }
        for entry in entries
    ]
    customer = {
        "mobile": account.mobile,
        "email": account.email,
        "external_id": account.external_id,
        "firstname": account.first_name,
        "lastname": account.last_name,
        **({"user_id": account.user_id} if with_user_id else {}),
        "rows": len(points),
        "points_count": len(points),
        "redemptions": {"points": {"point": points}},
    }
    status = {"success": True, "code": 200, "message": "Success"}
    return Answer({"response": {"status": status, "customer": customer}})


def redemptions_refused(identifier: Mapping[str, str], refusal: CallRefused) -> Answer:
    """customer/redemptions: the member is unknown."""
    status = {"success": False, "code": 500, "message": _ALL_FAILED}
    customer = {**identifier, "item_status": _refused(refusal)}
    return Answer({"response": {"status": status, "customer": customer}}, is_refusal=True)


def store_report(entries: Sequence[tuple[Account, LedgerEntry]]) -> Answer:
    """store/reports: the redemptions of all members, as the vendor's old documentation shows them."""
    rows = [
        {
            "store_username": TILL,
            "customer": {"firstname": account.first_name, "lastname": account.last_name, "mobile": account.mobile},
            "transaction_number": entry.order.bill,
            "points_redeemed": entry.order.points,
            "redemption_date": f"{entry.at:%Y-%m-%d %H:%M:%S}",
        }
        for account, entry in entries
    ]
    status = {"success": True, "code": 200, "message": "Success"}
    return Answer({"response": {"status": status, "report": {"redemption": {"row": rows}}}})


def expiry_schedule(account: Account, program: str, today: date) -> Answer:
    """pointsExpirySchedule: the points that expire, with the day. A v2 call has no `response` around its answer."""
    schedules = [
        {
            "points": points,
            "expiryDate": f"{today + timedelta(days=days):%Y-%m-%d}",
            "programId": int(program),
            "pointsType": "bill_regular",
            "expiryType": "fixed",
        }
        for points, days in account.expiring
        if program == account.holdings[0].program_id
    ]
    return Answer({"id": int(account.user_id), "expirySchedules": schedules, "warnings": []})


def reversed_points(
    account: Account, identifier: Mapping[str, object], entry: LedgerEntry, reversal: Reversal
) -> Answer:
    """points/reverse: the points were given back. This call has no outer `response`."""
    return Answer(
        {
            "identifier": identifier,
            "customerId": int(account.user_id),
            "redemptionId": entry.redemption_id,
            "reversalId": str(reversal.id),
            "pointsToBeReversed": reversal.points,
            "pointsReversed": reversal.points,
            "pointsReversedDetails": {"available": reversal.points - reversal.expired, "expired": reversal.expired},
            "warnings": [],
            "errors": [],
        }
    )


def bill_attached(account: Account, entry: LedgerEntry) -> Answer:
    """points/updateRedemption: the bill number is attached. This call has no outer `response`."""
    order = entry.order
    return Answer(
        {
            "id": entry.id,
            "programId": int(order.purse.program),
            "pointsRedeemed": order.points,
            "billId": -1,
            "billNumber": order.bill,
            "validationCode": order.code,
            "notes": order.notes,
            "redemptionId": entry.redemption_id,
            "redemptionPurpose": None,
            "tillId": TILL_ID,
            "tillName": TILL,
            "customerId": int(account.user_id),
            "customFields": [],
            "pointDeductionList": [],
            "redemptionTime": int(entry.at.timestamp() * 1000),
            "warnings": [],
        }
    )


def reversal_refused(refusal: CallRefused) -> Answer:
    """points/reverse: the points were not given back."""
    error = {"status": False, "code": refusal.code, "message": refusal.message}
    return Answer({"warnings": [], "errors": [error]}, is_refusal=True, status=400)


def _group(group: Group, account: Account, balance: Decimal) -> dict[str, object]:
    """One group in `user_groups2`. The vendor documents no field names for it, so these follow the rest of the call."""
    return {
        "id": group.id,
        "external_id": group.external_id,
        "name": group.name,
        "primary_user_id": group.primary_user_id,
        "loyalty_points": plain(balance),
        "role": "PRIMARY" if group.primary_user_id == account.user_id else "MEMBER",
    }


def _reversal(reversal: Reversal, entry: LedgerEntry) -> dict[str, object]:
    return {
        "reversal_id": reversal.id,
        "points_reversed": reversal.points,
        "reversal_time": f"{reversal.at:%Y-%m-%d %H:%M:%S}",
        "reversed_on_till_id": TILL_ID,
        "reversal_breakup_by_program": [
            {"program_id": int(entry.order.purse.program), "points_reversed": reversal.points}
        ],
    }


def _status(success: str, code: int, message: str) -> dict[str, object]:
    return {"success": success, "code": code, "message": message}


_item = _status


def _refused(refusal: CallRefused) -> dict[str, object]:
    return _item("false", refusal.code, refusal.message)
