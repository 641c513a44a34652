"""Provides the vendor's sample answers, as its pages print them, and functions that make answers from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.api.exchange import Answer

if TYPE_CHECKING:
    from desktop.domain.failures import Lost

REDEEM = """{"response": {
  "status": {"success": "true", "code": 200, "message": "Success"},
  "responses": {"points": {
    "mobile": "919777788221", "email": "someone@example.com", "external_id": "123456", "user_id": "564670755",
    "redemption_id": "7t4y2a", "points_redeemed": "1", "redemption_purpose": "", "redeemed_value": 1,
    "redeemed_local_value": 1, "balance": 1990,
    "side_effects": {"effect": [{"id": 27141811, "case_value": "false", "num_points": 1, "currency_value": 1,
      "validation_code": "NS3U05", "points_redemption_summary_id": "27141811",
      "redeemed_on_bill_number": "bilnum100000", "redeemed_on_bill_id": -1, "type": "points"}]},
    "item_status": {"success": "true", "code": 800, "message": "Points Redeemed"}}}}}"""

CUSTOMER = """{"response": {
  "status": {"success": "true", "code": 200, "message": "Success", "total": "1", "success_count": "1"},
  "customers": {"customer": [{
    "firstname": "Asha", "lastname": "Rao", "mobile": "919777788221", "email": "asha@example.com",
    "external_id": "X-1", "user_id": "564670755", "lifetime_points": "2300", "loyalty_points": "1991",
    "current_slab": "Silver", "registered_on": "2017-05-31 14:57:04", "type": "LOYALTY", "source": "instore",
    "fraud_details": {"status": "NONE"}, "user_groups2": [],
    "points_summaries": {"points_summary": [{"programId": "973", "loyaltyPoints": "1991", "currentSlab": "Silver",
      "program_title": "Main", "program_points_to_currency_ratio": "1"}]},
    "item_status": {"success": "true", "code": 1000, "message": "Customer successfully retrieved"}}]}}}"""

REDEEMABLE = """{"response": {"status": {"success": "true", "code": 200, "message": "Success"},
  "points": {"redeemable": {
    "mobile": "919777788221", "points": 10, "is_redeemable": "true", "points_redeem_value": 10,
    "points_redeem_local_value": 10, "input_type": "points", "points_currency_ratio": "1",
    "item_status": {"success": "true", "code": 800, "message": "Points can be redeemed"}}}}}"""

CODE = """{"response": {"status": {"success": "true", "code": 200, "message": "Operation Successful"},
  "validation_code": {"code": {"user_id": "55456", "mobile": "919777788221", "points": "50",
    "item_status": {"success": "true", "code": 200, "message": "Validation Code Issued by SMS/Email"}}}}}"""

REDEMPTIONS = """{"response": {"status": {"success": true, "code": 200, "message": "Success"}, "customer": {
  "mobile": "919777788221", "rows": 1, "points_count": 1, "redemptions": {"points": {"point": [{
    "id": 1, "program_id": 973, "points_redeemed": 100, "transaction_number": "bilnum100000", "bill_id": "-1",
    "validation_code": "", "redeemed_time": "2025-03-10 14:37:11", "redeemed_at": "till.one", "notes": "",
    "external_reference_number": "REF-1", "redemption_id": "AfL1vt", "reversals": [],
    "redeemed_store": {"code": "s1", "name": "Store"}, "redeemed_till": {"code": "t1", "name": "Till"}}]}}}}}"""

REVERSED = """{"redemptionId": "7t4y2a", "reversalId": "rv-1", "pointsToBeReversed": 10.0, "pointsReversed": 10.0,
  "pointsReversedDetails": {"available": 10.0, "expired": 0.0}, "warnings": [], "errors": []}"""


def tree(sample: str) -> Any:  # noqa: ANN401 - JSON, to be changed at will
    """Returns a sample as plain JSON values, which a test may change."""
    return json.loads(sample)


def answer(
    body: object, status: int = 200, headers: dict[str, str] | None = None, incomplete: Lost | None = None
) -> Answer:
    """Makes an answer with a JSON body, or with the bytes given."""
    raw = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    return Answer(status, {"x-cap-requestid": "r-1", **(headers or {})}, raw, incomplete)


def redeem_answer(
    success: object, code: object, *, status: int = 200, message: str = "said", headers: dict[str, str] | None = None
) -> Answer:
    """Makes the sample answer of redeem with another item status."""
    changed = tree(REDEEM)
    changed["response"]["responses"]["points"]["item_status"] = {"success": success, "code": code, "message": message}
    return answer(changed, status, headers)
