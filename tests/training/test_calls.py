"""Tests that the practice service's calls answer like the vendor's samples, over real HTTP."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from desktop.training.codes import PhoneMessage
    from tests.training.conftest import Till

ASHA = "919777788221"
ARJUN = "919876543004"
PRIYA = "919876543005"
REKHA = "919876543006"


def test_a_member_is_found_as_in_the_sample(till: Till) -> None:
    """customer/get has the sample's fields and types: amounts and ids are strings."""
    reply = till.find()
    assert reply.status == 200
    assert reply.inner["status"] == {
        "success": "true",
        "code": 200,
        "message": "Success",
        "total": "1",
        "success_count": "1",
    }
    assert reply.inner["customers"]["customer"] == [
        {
            "firstname": "Asha",
            "lastname": "Rao",
            "mobile": ASHA,
            "email": "asha.rao@example.com",
            "external_id": "123456",
            "user_id": "564670755",
            "lifetime_points": "2300",
            "loyalty_points": "1991",
            "current_slab": "Silver",
            "registered_on": "2017-05-31 14:57:04",
            "type": "LOYALTY",
            "source": "instore",
            "fraud_details": {"status": "NONE"},
            "user_groups2": [],
            "points_summaries": {
                "points_summary": [
                    {
                        "programId": "973",
                        "loyaltyPoints": "1991",
                        "currentSlab": "Silver",
                        "program_title": "Points Club",
                        "program_points_to_currency_ratio": "1",
                    }
                ]
            },
            "item_status": {"success": "true", "code": 1000, "message": "Customer successfully retrieved"},
        }
    ]


@pytest.mark.parametrize(
    "identifier",
    [
        {"mobile": "9777788221"},
        {"mobile": "+919777788221"},
        {"email": "Asha.Rao@example.com"},
        {"external_id": "123456"},
        {"id": "564670755"},
        {"card": "4000000001"},
    ],
)
def test_a_member_is_found_by_every_identifier(till: Till, identifier: dict[str, str]) -> None:
    """A number in any form, e-mail, external id, id and card all find the same member."""
    reply = till.request("GET", "/v1.1/customer/get", identifier)
    assert reply.inner["customers"]["customer"][0]["mobile"] == ASHA


def test_summaries_and_user_id_come_only_when_asked_for(till: Till) -> None:
    """Without mlp=true there are no programs, and without user_id=true there is no id."""
    customer = till.request("GET", "/v1.1/customer/get", {"mobile": ASHA}).inner["customers"]["customer"][0]
    assert "points_summaries" not in customer
    assert "user_id" not in customer


def test_several_programs_have_balances_of_their_own(till: Till) -> None:
    """Each program has its own points, tier and ratio, and redeeming in one does not change the others."""
    till.redeem(ARJUN, "50.5", query={"program_id": "1044"})
    summaries = till.find(ARJUN).inner["customers"]["customer"][0]["points_summaries"]["points_summary"]
    assert [(one["programId"], one["loyaltyPoints"], one["currentSlab"]) for one in summaries] == [
        ("973", "420", "Silver"),
        ("1044", "1200", "Gold"),
        ("1055", "300", "Blue"),
    ]
    assert summaries[1]["program_points_to_currency_ratio"] == "0.5"


def test_a_group_is_listed_with_its_ids(till: Till) -> None:
    """user_groups2 gives the group's id, external id, primary member and current balance."""
    customer = till.find(PRIYA).inner["customers"]["customer"][0]
    (group,) = customer["user_groups2"]
    assert (group["id"], group["external_id"], group["name"]) == ("5501", "FAM-5501", "Mehta family")
    till.redeem(PRIYA, "0.5", query={"user_group2_id": "5501"})
    assert group["loyalty_points"] == "5000"
    (group,) = till.find(PRIYA).inner["customers"]["customer"][0]["user_groups2"]
    assert group["loyalty_points"] == "4999.5"
    assert group["primary_user_id"] == till.find(REKHA).inner["customers"]["customer"][0]["user_id"]


def test_points_are_redeemable_as_in_the_sample(till: Till, messages: list[PhoneMessage]) -> None:
    """isredeemable returns the worth of the points as numbers, and sends no code unless asked to."""
    reply = till.check(points="10")
    assert reply.inner == {
        "status": {"success": "true", "code": 200, "message": "Success"},
        "points": {
            "redeemable": {
                "mobile": ASHA,
                "email": "asha.rao@example.com",
                "external_id": "123456",
                "points": 10,
                "is_redeemable": "true",
                "points_redeem_value": 10,
                "points_redeem_local_value": 10,
                "input_type": "points",
                "points_currency_ratio": "1",
                "item_status": {"success": "true", "code": 800, "message": "Points can be redeemed"},
            }
        },
    }
    assert messages == []


def test_amounts_keep_every_digit(till: Till) -> None:
    """Decimals pass through the service exactly: no float, no exponent, no added zeros."""
    reply = till.redeem("919876543003", "123456788.1250")
    assert '"balance":1,' in reply.text
    assert '"num_points":123456788.125,' in reply.text
    assert '"points_redeemed":"123456788.125"' in reply.text


def test_the_same_call_can_send_the_code(till: Till, messages: list[PhoneMessage]) -> None:
    """issue_otp=true sends the code to the member's phone at once."""
    assert till.check(points="12.5", issue_otp="true").code == 800
    (message,) = messages
    assert (message.mobile, message.points, message.valid_for) == (ASHA, Decimal("12.5"), 900.0)
    assert till.service.codes() == {ASHA: message.code}
    assert re.fullmatch("[A-Z0-9]{6,7}", message.code)


def test_an_amount_of_money_is_turned_into_points(till: Till) -> None:
    """currency_input=true converts money to points: 10 in money are 20 points if a point is worth 0.5."""
    item = till.check(ARJUN, "10", program_id="1044", currency_input="true").inner["points"]["redeemable"]
    assert (item["points"], item["points_redeem_value"], item["input_type"]) == (20, 10, "currency")
    assert item["points_currency_ratio"] == "0.5"


def test_a_code_can_be_tried_before_redeeming(till: Till) -> None:
    """isredeemable also checks a code, without using it up."""
    code = till.send_code()
    assert till.check(validation_code=code).code == 800
    assert till.check(validation_code="WRONG1").code == 808
    assert till.redeem(code=code).code == 800


def test_a_code_is_sent_as_in_the_sample(till: Till) -> None:
    """validationcode answers in its own shape, and sends the same code again while it is valid."""
    reply = till.request("GET", "/v1.1/points/validationcode", {"mobile": ASHA, "points": "50"})
    assert reply.inner == {
        "status": {"success": "true", "code": 200, "message": "Operation Successful"},
        "validation_code": {
            "code": {
                "user_id": "564670755",
                "mobile": ASHA,
                "points": "50",
                "item_status": {"success": "true", "code": 200, "message": "Validation Code Issued by SMS/Email"},
            }
        },
    }
    assert till.service.codes()[ASHA] == till.send_code()


def test_points_are_redeemed_as_in_the_sample(till: Till) -> None:
    """points/redeem has the sample's fields and types, and the points have moved."""
    code = till.send_code()
    reply = till.redeem(
        points="1",
        code=code.lower(),
        reference="R-1",
        transaction_number="bilnum100000",
        notes="Redeemed to transfer points to the friend",
        custom_fields={"field": [{"name": "point_transfered_to", "value": "9777788221"}]},
        query={"program_id": "973", "skip_validation": "false"},
    )
    points = reply.inner["responses"]["points"]
    (moved,) = till.service.ledger()
    assert reply.status == 200
    assert reply.inner["status"] == {"success": "true", "code": 200, "message": "Success"}
    assert points == {
        "mobile": ASHA,
        "email": "asha.rao@example.com",
        "external_id": "123456",
        "user_id": "564670755",
        "redemption_id": moved.redemption_id,
        "points_redeemed": "1",
        "redemption_purpose": "",
        "redeemed_value": 1,
        "redeemed_local_value": 1,
        "balance": 1990,
        "side_effects": {
            "effect": [
                {
                    "id": 1,
                    "case_value": "false",
                    "num_points": 1,
                    "currency_value": 1,
                    "validation_code": code.lower(),
                    "points_redemption_summary_id": "1",
                    "redeemed_on_bill_number": "bilnum100000",
                    "redeemed_on_bill_id": -1,
                    "type": "points",
                }
            ]
        },
        "item_status": {"success": "true", "code": 800, "message": "Points Redeemed"},
    }
    assert (moved.reference, moved.mobile, moved.points, moved.program) == ("R-1", ASHA, Decimal(1), "973")
    assert till.balance() == 1990


def test_the_item_may_come_without_a_list(till: Till) -> None:
    """A request may contain a list of one as a bare object."""
    body = f'{{"root":{{"redeem":{{"points_redeemed":1.5000,"customer":{{"mobile":"{ASHA}"}}}}}}}}'
    assert till.request("POST", "/v1.1/points/redeem", {"skip_validation": "true"}, body).code == 800
    assert till.balance() == Decimal("1989.5")


def test_a_missed_call_needs_no_code(till: Till) -> None:
    """validation_type=MISSED_CALL redeems for a member who has made a missed call."""
    query = {"validation_type": "MISSED_CALL"}
    assert till.redeem("919876543011", code="", query=query).code == 800


@pytest.mark.parametrize(
    "query",
    [
        {"user_group2_id": "5501"},
        {"user_group2_external_id": "FAM-5501"},
        {"user_group2_primary_user_id": "564671006"},
        {
            "user_group2_primary_user_identifier_type": "mobile",
            "user_group2_primary_user_identifier_value": REKHA,
            "user_group2_primary_user_source": "INSTORE",
        },
        {
            "user_group2_primary_user_identifier_type": "cardExternalId",
            "user_group2_primary_user_identifier_value": "CARD-5501",
        },
        {
            "user_group2_primary_user_source": "WECHAT",
            "user_group2_primary_user_accountId": "wx-main",
            "user_group2_primary_user_identifier_type": "mobile",
            "user_group2_primary_user_identifier_value": REKHA,
        },
        {"user_group2_id": "5501", "user_group2_external_id": "FAM-5501", "user_group2_primary_user_id": "564671006"},
    ],
)
def test_a_group_is_found_by_every_parameter(till: Till, query: dict[str, str]) -> None:
    """Each user_group2_* parameter names the group. The points leave the group, and the answer has its balance."""
    assert till.check(PRIYA, "3000", **query).code == 800
    points = till.redeem(PRIYA, "3000", query=query).inner["responses"]["points"]
    assert (points["balance"], points["is_group_redemption"]) == (2000, True)
    (moved,) = till.service.ledger()
    assert (moved.mobile, moved.group) == (PRIYA, "5501")
    assert till.balance(PRIYA) == 75
    assert [one["points_redeemed"] for one in till.redemptions(PRIYA)] == [3000]


def test_a_redemption_is_found_again_as_in_the_sample(till: Till) -> None:
    """customer/redemptions has the sample's fields, and its `success` is a boolean."""
    till.redeem(points="2.5", reference="R-1", transaction_number="B-1", notes="thanks")
    reply = till.request(
        "GET",
        "/v1.1/customer/redemptions",
        {"mobile": ASHA, "type": "POINTS", "mlp": "true", "external_reference_number": "R-1"},
    )
    customer = reply.inner["customer"]
    (point,) = customer["redemptions"]["points"]["point"]
    assert reply.inner["status"] == {"success": True, "code": 200, "message": "Success"}
    assert (customer["mobile"], customer["rows"], customer["points_count"]) == (ASHA, 1, 1)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", point.pop("redeemed_time"))
    assert point == {
        "id": 1,
        "program_id": 973,
        "points_redeemed": Decimal("2.5"),
        "transaction_number": "B-1",
        "bill_id": "-1",
        "validation_code": "",
        "redeemed_at": "practice.till",
        "notes": "thanks",
        "external_reference_number": "R-1",
        "redemption_id": till.service.ledger()[0].redemption_id,
        "reversals": [],
        "redeemed_store": {"code": "practice", "name": "Practice store"},
        "redeemed_till": {"code": "practice.till", "name": "practice.till"},
    }


def test_the_list_of_redemptions_names_the_members_id_on_request(till: Till) -> None:
    """`user_id=true` adds it, so that a till can tell a stranger's list."""
    query = {"mobile": ASHA, "mlp": "true"}
    for asked, expected in ((query, None), (query | {"user_id": "true"}, "564670755")):
        assert till.request("GET", "/v1.1/customer/redemptions", asked).inner["customer"].get("user_id") == expected


@pytest.mark.parametrize(
    ("path", "named", "code"),
    [
        ("/v1.1/points/isredeemable", "card", 802),
        ("/v1.1/points/isredeemable", "card_number", 800),
        ("/v1.1/points/validationcode", "card", 802),
        ("/v1.1/points/validationcode", "card_number", 200),
        ("/v1.1/customer/redemptions", "card", 1011),
        ("/v1.1/customer/redemptions", "card_number", 1011),
    ],
)
def test_a_card_is_called_as_the_page_of_the_call_does(till: Till, path: str, named: str, code: int) -> None:
    """The pages of the points calls say `card_number`, and that of the redemptions names no cards."""
    assert till.request("GET", path, {named: "4000000001", "points": "1"}).code == code


def test_expiring_points_are_shown_for_a_member_by_id_too(till: Till) -> None:
    """The vendor has a path with the member's id beside the look-up by identifier."""
    by_id = till.request("GET", "/v2/customers/564671012/pointsExpirySchedule")
    by_number = till.request(
        "GET",
        "/v2/customers/lookup/pointsExpirySchedule",
        {"identifierName": "mobile", "identifierValue": "919876543012", "source": "INSTORE"},
    )
    assert by_id.json == by_number.json
    assert by_id.json["expirySchedules"][0]["points"] == 412
    assert till.request("GET", "/v2/customers/1/pointsExpirySchedule").status == 400


def test_without_mlp_only_the_default_program_is_searched(till: Till) -> None:
    """Without mlp=true, a redemption in another program looks as if it never happened."""
    till.redeem(ARJUN, reference="R-1", query={"program_id": "1044"})
    assert till.redemptions(ARJUN, mlp="false", external_reference_number="R-1") == []
    assert len(till.redemptions(ARJUN, external_reference_number="R-1")) == 1
    assert len(till.redemptions(ARJUN, mlp="false", program_id="1044")) == 1


def test_redemptions_come_in_pages_newest_first(till: Till) -> None:
    """A page has 10 rows by default and up to 500 on request, from an offset, in the requested order."""
    for number in range(12):
        till.redeem(points="1", reference=f"R-{number}")
    newest_first = [f"R-{number}" for number in reversed(range(12))]

    def references(**query: str) -> list[str]:
        return [one["external_reference_number"] for one in till.redemptions(**query)]

    assert references() == newest_first[:10]
    assert references(points_limit="500") == newest_first
    assert references(points_limit="501", order="asc") == newest_first[::-1]
    assert references(points_limit="5", points_offset="10") == newest_first[10:]
    # The vendor: for use only without `type`.
    assert references(type="POINTS", points_limit="500") == newest_first[:10]
    assert references(type="COUPONS") == []
    assert references(external_reference_number="R-99") == []


def test_redemptions_are_filtered_by_the_services_own_days(till: Till) -> None:
    """start_date and end_date include the days that they name."""
    till.redeem(points="1")
    time = till.redemptions()[0]["redeemed_time"]
    assert len(till.redemptions(start_date=time[:10], end_date=time[:10])) == 1
    assert len(till.redemptions(start_date=time, end_date=time)) == 1
    assert till.redemptions(end_date="2001-01-01") == []
    assert till.redemptions(start_date="2999-01-01") == []


def test_points_are_given_back_in_parts(till: Till) -> None:
    """A partial reversal answers as in the sample, returns points, and shows in the redemption's reversals."""
    till.redeem(points="10", reference="R-1")
    redemption_id = till.service.ledger()[0].redemption_id
    reply = till.reverse(points="4.5", redemptionId=redemption_id)
    assert reply.status == 200
    assert reply.json == {
        "identifier": {"type": "mobile", "value": ASHA},
        "customerId": 564670755,
        "redemptionId": redemption_id,
        "reversalId": "1",
        "pointsToBeReversed": Decimal("4.5"),
        "pointsReversed": Decimal("4.5"),
        "pointsReversedDetails": {"available": Decimal("4.5"), "expired": 0},
        "warnings": [],
        "errors": [],
    }
    assert till.balance() == Decimal("1985.5")
    (found,) = till.redemptions(external_reference_number="R-1")
    (reversal,) = found["reversals"]
    assert (reversal["reversal_id"], reversal["points_reversed"]) == (1, Decimal("4.5"))


def test_all_that_is_left_is_given_back_by_default(till: Till) -> None:
    """Without pointsToBeReversed all remaining points are returned. The caller's reference can name the redemption."""
    till.redeem(points="10", reference="R-1")
    till.reverse(points="4", externalReferenceNumber="R-1")
    assert till.reverse(externalReferenceNumber="R-1").json["pointsReversed"] == 6
    assert till.balance() == 1991


def test_points_of_a_group_go_back_to_the_group(till: Till) -> None:
    """Points that came from a group are given back to the group."""
    till.redeem(PRIYA, "3000", query={"user_group2_id": "5501"})
    till.reverse(PRIYA, redemptionId=till.service.ledger()[0].redemption_id)
    assert till.check(PRIYA, "5000", user_group2_id="5501").code == 800


def test_a_merged_account_is_answered_by_its_survivor(till: Till) -> None:
    """Without block_merged_customers, the surviving account answers and pays silently, as with the real service."""
    merged, survivor = "919876543009", "919876543010"
    assert till.find(merged).inner["customers"]["customer"][0]["mobile"] == survivor
    assert till.redeem(merged, "40").code == 800
    assert till.balance(survivor) == 600
    assert till.service.ledger()[0].mobile == survivor


def test_every_answer_carries_a_request_id_of_its_own(till: Till) -> None:
    """Success, refusal and 401 each have an X-Cap-Requestid, and no two are equal."""
    replies = [till.find(), till.find("910000000000"), till.request("GET", "/v1.1/customer/get", authorization=None)]
    assert len({reply.headers["X-Cap-Requestid"] for reply in replies}) == 3
