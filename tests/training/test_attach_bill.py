"""The practice service attaches bills as the vendor documents (/reference/update-redeem-points)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.training.conftest import ASHA

if TYPE_CHECKING:
    from tests.training.conftest import Reply, Till

MEMBER = {"type": "CUSTOMER", "identifierType": "mobile", "identifierValue": ASHA}


def attach(till: Till, **body: Any) -> Reply:  # noqa: ANN401 - JSON
    """Attaches a bill."""
    return till.request("PUT", "/v2/points/updateRedemption", body=json.dumps(body))


def test_a_bill_is_attached_by_reference_or_id(till: Till) -> None:
    """The answer names the redemption, and the member's list shows the bill."""
    till.redeem(points="10", reference="R-1")
    answer = attach(till, externalReferenceNumber="R-1", entity=MEMBER, billNumber="MG-1")
    assert answer.status == 200
    assert answer.json["billNumber"] == "MG-1"
    assert answer.json["redemptionId"] == till.service.ledger()[0].redemption_id
    (found,) = till.redemptions(external_reference_number="R-1")
    assert found["transaction_number"] == "MG-1"
    by_id = {"type": "CUSTOMER", "identifierType": "id", "identifierValue": str(answer.json["customerId"])}
    again = attach(till, redemptionId=answer.json["redemptionId"], entity=by_id, billNumber="MG-2")
    assert again.json["billNumber"] == "MG-2"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"entity": MEMBER, "billNumber": "MG-1"}, 749),
        ({"externalReferenceNumber": "R-1", "redemptionId": "x", "entity": MEMBER, "billNumber": "MG-1"}, 749),
        ({"externalReferenceNumber": "R-1", "billNumber": "MG-1"}, 1219),
        ({"externalReferenceNumber": "R-1", "entity": {**MEMBER, "type": "SHOP"}, "billNumber": "MG-1"}, 1212),
        ({"externalReferenceNumber": "R-1", "entity": MEMBER}, 748),
        ({"externalReferenceNumber": "R-1", "entity": MEMBER, "billNumber": " "}, 748),
        ({"externalReferenceNumber": "R-2", "entity": MEMBER, "billNumber": "MG-1"}, 750),
        (
            {
                "externalReferenceNumber": "R-1",
                "entity": {**MEMBER, "identifierValue": "919876543013"},
                "billNumber": "MG-1",
            },
            750,
        ),
        ({"externalReferenceNumber": "R-1", "entity": {**MEMBER, "identifierValue": "12"}, "billNumber": "MG-1"}, 8015),
    ],
)
def test_what_is_refused(till: Till, body: dict[str, Any], code: int) -> None:
    """With the vendor's codes."""
    till.redeem(points="10", reference="R-1")
    assert attach(till, **body).code == code
    (found,) = till.redemptions(external_reference_number="R-1")
    assert found["transaction_number"] != "MG-1"
