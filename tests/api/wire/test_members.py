"""Tests customer/get: the vendor's sample, its other spellings, and members who do not exist."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.api.wire import members
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind, Member, MemberGroup, Program
from tests.api.wire.samples import CUSTOMER, answer, tree

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")


def changed(**fields: Any) -> Any:  # noqa: ANN401 - JSON
    """Returns the sample with other fields of the customer."""
    whole = tree(CUSTOMER)
    whole["response"]["customers"]["customer"][0].update(fields)
    return whole


def read(body: object, status: int = 200) -> Member:
    return members.read(answer(body, status), MOBILE)


def test_the_query_asks_for_every_program_and_the_id() -> None:
    """Identifier, `mlp`, `user_id` and the format."""
    request = members.ask(MOBILE)
    assert (request.method, request.path, request.body) == ("GET", "/v1.1/customer/get", None)
    assert request.query == (("mobile", "919777788221"), ("mlp", "true"), ("user_id", "true"), ("format", "json"))


def test_the_vendors_sample_is_a_member() -> None:
    """Every field of the sample is read."""
    assert read(CUSTOMER) == Member(
        identifier=MOBILE,
        user_id="564670755",
        name="Asha Rao",
        mobile="919777788221",
        email="asha@example.com",
        external_id="X-1",
        tier="Silver",
        points=Decimal(1991),
        programs=(Program("973", "Main", Decimal(1991), "Silver"),),
        groups=(),
        fraud_status="NONE",
        kind="LOYALTY",
        request_id="r-1",
    )


@pytest.mark.parametrize("written", ["-1", -1, "0", 0, "null", "NULL", ""])
def test_what_stands_for_no_id_is_no_user_id(written: object) -> None:
    """Otherwise all members of such a release would be the same person."""
    assert read(changed(user_id=written)).user_id == ""


def test_bare_objects_numbers_and_a_missing_wrapper_are_read() -> None:
    """One customer as an object, ids and points as numbers, no outer `response`."""
    whole = changed(loyalty_points=1991.125, user_id=564670755, lastname=None, external_id="")["response"]
    customer = whole["customers"]["customer"][0]
    customer["points_summaries"]["points_summary"] = customer["points_summaries"]["points_summary"][0]
    customer["points_summaries"]["points_summary"]["programId"] = 973
    whole["customers"]["customer"] = customer
    member = read(whole)
    assert (member.points, member.user_id, member.name, member.external_id) == (
        Decimal("1991.125"),
        "564670755",
        "Asha",
        "",
    )
    assert member.programs[0].id == "973"


@pytest.mark.parametrize("points", [None, "", "many", [], {}, True, "1,991"])
def test_unreadable_points_are_none_and_no_crash(points: object) -> None:
    """The member exists, but the points are not known."""
    assert read(changed(loyalty_points=points, points_summaries=[])).points is None


def test_the_only_programs_points_stand_in_for_missing_ones() -> None:
    """A release that says it only once says it in the program. Of several programs, none stands in."""
    assert read(changed(loyalty_points=None)).points == Decimal(1991)
    summaries = [{"programId": "973", "loyaltyPoints": "10"}, {"programId": "974", "loyaltyPoints": "3"}]
    assert read(changed(loyalty_points=None, points_summaries={"points_summary": summaries})).points is None


def test_every_program_is_listed_in_the_services_order() -> None:
    """A program without an id, or without readable points, cannot be redeemed from and is left out."""
    summaries = [
        {"programId": "973", "loyaltyPoints": "10.5", "total_available_points": "99"},
        {"program_id": 974, "total_available_points": 3, "current_slab": "Gold", "programTitle": "Two"},
        {"programId": "975", "loyaltyPoints": "?"},
        {"loyaltyPoints": "4"},
        "noise",
    ]
    member = read(changed(points_summaries={"points_summary": summaries}))
    assert member.programs == (
        Program("973", "", Decimal("10.5"), ""),
        Program("974", "Two", Decimal(3), "Gold"),
    )
    assert member.points_in("974") == Decimal(3)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([], ()),
        (None, ()),
        ("", ()),
        ([{"id": 77, "name": "Rao family"}], (MemberGroup("77", name="Rao family"),)),
        ({"user_group2": {"group_id": "77", "group_external_id": "E"}}, (MemberGroup("77", external_id="E"),)),
        (
            [{"user_group2_id": "77", "primary_user": {"user_id": 5}, "loyalty_points": "12.5"}],
            (MemberGroup("77", primary_user_id="5", points=Decimal("12.5")),),
        ),
        ([{"groups": [{"externalId": "A"}, {"externalId": "B"}]}], (MemberGroup("", "A"), MemberGroup("", "B"))),
        ([{"name": "nothing to name it by"}, 3], ()),
    ],
)
def test_groups_are_read_in_every_shape(groups: object, expected: tuple[MemberGroup, ...]) -> None:
    """No page shows the shape of `user_groups2`."""
    assert read(changed(user_groups2=groups)).groups == expected


def test_fraud_is_seen() -> None:
    """The status decides by the domain's own rule."""
    assert read(changed(fraud_details={"status": "CONFIRMED"})).is_marked_as_fraud
    assert not read(changed(fraud_details=[])).is_marked_as_fraud


@pytest.mark.parametrize("code", [1011, "1012", 816, 1013, 1020, 618, 1044])
@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_member_who_is_not_there_is_refused_with_the_code(code: int | str, status: int) -> None:
    """The true reason is in the item, whatever the call and HTTP say."""
    body = changed(item_status={"success": "false", "code": code, "message": "Not found"})
    body["response"]["status"] = {"success": "false", "code": 500, "message": "All requests have failed due to errors"}
    with pytest.raises(Refused) as caught:
        read(body, status)
    assert (caught.value.code, caught.value.message) == (int(code), "Not found")
    assert caught.value.key == f"refused.customer_get.{int(code)}"


def test_a_refusal_of_the_call_alone_is_a_refusal() -> None:
    """Without an item, the call's own code counts. Its 500 says that the service failed."""
    with pytest.raises(Refused) as caught:
        read({"response": {"status": {"success": False, "code": "1044", "message": "No"}, "customers": []}})
    assert caught.value.code == 1044
    with pytest.raises(Unanswered) as failed:
        read({"response": {"status": {"success": False, "code": 500, "message": "Broken"}}})
    assert failed.value.why is Lost.SERVER_ERROR


def test_a_release_that_says_it_of_the_call_only_is_read() -> None:
    """No item status, a successful call, one customer."""
    body = changed()
    del body["response"]["customers"]["customer"][0]["item_status"]
    assert read(body).user_id == "564670755"


def test_two_members_are_no_member() -> None:
    """It is not known which of them is at the counter."""
    body = changed()
    body["response"]["customers"]["customer"] *= 2
    with pytest.raises(Unanswered) as caught:
        read(body)
    assert caught.value.why is Lost.CONTRADICTORY


@pytest.mark.parametrize(
    "item", [{"success": "true", "code": 816}, {"success": "false", "code": 1000}, {"success": "true"}]
)
def test_contradictions_are_no_member(item: dict[str, object]) -> None:
    """Success and code must go together."""
    with pytest.raises(Unanswered) as caught:
        read(changed(item_status=item))
    assert caught.value.why is Lost.CONTRADICTORY


def test_pages_and_limits_are_distinguished() -> None:
    """401, 403, 429 and the edge's pages are told apart as on every call."""
    with pytest.raises(Refused):
        read(b"<html>", 401)
    with pytest.raises(Refused):
        read({"error": "no"}, 403)
    with pytest.raises(Throttled):
        read(b"", 429)
    with pytest.raises(Unanswered):
        read(b"<html>", 520)


@pytest.mark.parametrize(("kind", "value"), [(IdentifierKind.MOBILE, "919777788222"), (IdentifierKind.ID, "564670756")])
def test_the_answer_to_an_earlier_question_is_no_merged_account(kind: IdentifierKind, value: str) -> None:
    """Its request id came before, and it names somebody else, whose points must not be redeemed here."""
    asked = Identifier(kind, value)
    assert members.read(answer(CUSTOMER), asked).name == "Asha Rao"
    with pytest.raises(Unanswered) as caught:
        members.read(replace(answer(CUSTOMER), is_repeated=True), asked)
    assert caught.value.why is Lost.STRAY
    # A service that has one id for all its answers can still be used.
    assert members.read(replace(answer(CUSTOMER), is_repeated=True), MOBILE).name == "Asha Rao"
