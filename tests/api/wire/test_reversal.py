"""Tests points/reverse: the body to the digit, and what its answers prove."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.api.wire import reversal
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.reversal import GivenBack
from tests.api.wire.samples import REVERSED, answer, tree

if TYPE_CHECKING:
    from desktop.api.exchange import Answer

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
TEN = Points(Decimal(10))
DRAFT = Draft(identifier=MOBILE, points=TEN, user_id="564670755")


def changed(**fields: Any) -> Any:  # noqa: ANN401 - JSON
    return {**tree(REVERSED), **fields}


def read(got: Answer, draft: Draft = DRAFT) -> GivenBack:
    """Reads the outcome of the sample's own request."""
    return reversal.read(got, draft, "REF-1", "7t4y2a", TEN)


def test_the_body_is_the_vendors() -> None:
    """The digits are exact, and the reference is sent if no id is known."""
    request = reversal.ask(DRAFT, "REF-1", "7t4y2a", Points(Decimal("10.125")))
    assert (request.method, request.path) == ("POST", "/v2/points/reverse")
    assert request.body == (
        b'{"redemptionId":"7t4y2a","pointsToBeReversed":10.125,"identifier":{"type":"mobile","value":"919777788221"}}'
    )
    by_reference = reversal.ask(DRAFT, "REF-1", "", TEN).body or b""
    assert b'"externalReferenceNumber":"REF-1"' in by_reference
    assert b"redemptionId" not in by_reference


@pytest.mark.parametrize(
    ("kind", "user_id", "named"),
    [
        (IdentifierKind.CARD, "564670755", {"type": "id", "value": "564670755"}),
        (IdentifierKind.EMAIL, "", {"type": "email", "value": "x"}),
        (IdentifierKind.CARD, "", {"type": "cardnumber", "value": "x"}),
        (IdentifierKind.EXTERNAL_ID, "", {"type": "externalId", "value": "x"}),
        (IdentifierKind.ID, "564670755", {"type": "id", "value": "x"}),
        (IdentifierKind.MOBILE, "564670755", {"type": "mobile", "value": "x"}),
    ],
)
def test_the_member_is_named_as_every_page_of_the_vendor_allows(
    kind: IdentifierKind, user_id: str, named: dict[str, str]
) -> None:
    """The pages disagree on cards and e-mail addresses, so the user id takes their place if it is known."""
    draft = replace(DRAFT, identifier=Identifier(kind, "x"), user_id=user_id)
    assert json.loads(reversal.ask(draft, "REF-1", "7t4y2a", TEN).body or b"")["identifier"] == named


def test_the_vendors_sample_is_a_reversal() -> None:
    """The figures are exact, without a float."""
    assert read(answer(REVERSED)) == GivenBack(
        reversal_id="rv-1",
        redemption_id="7t4y2a",
        points=Decimal(10),
        available=Decimal(10),
        expired=Decimal(0),
        request_id="r-1",
    )


def test_what_came_back_is_what_the_answer_says() -> None:
    """The request asked for ten points. The answer says that eight were reversed, of which three had expired."""
    got = read(answer(changed(pointsReversed="8", pointsReversedDetails={"expired": "3"})))
    assert (got.points, got.available, got.expired) == (Decimal(8), Decimal(5), Decimal(3))


@pytest.mark.parametrize(
    ("expired", "available"),
    [(-1, None), (11, None), (0, 11), (0, -1)],
)
def test_a_part_that_cannot_be_is_not_known(expired: int, available: int | None) -> None:
    """A part is no less than nothing and no more than all ten points."""
    got = read(answer(changed(pointsReversedDetails={"expired": expired, "available": available})))
    assert got.points == 10
    assert got.expired in {None, 0}
    assert got.available in {None, 10}


def test_parts_that_are_more_than_the_whole_are_not_known() -> None:
    """Of ten points, eight cannot have expired if five are back. That some are missing is the service's affair."""
    got = read(answer(changed(pointsReversedDetails={"expired": 8, "available": 5})))
    assert (got.points, got.available, got.expired) == (Decimal(10), None, None)
    got = read(answer(changed(pointsReversedDetails={"expired": 3, "available": 5})))
    assert (got.available, got.expired) == (Decimal(5), Decimal(3))


def test_an_error_beside_a_reversal_proves_nothing() -> None:
    """JSON keeps the last of two equal names. What the other one says may be true as well."""
    with pytest.raises(Unanswered) as caught:
        read(answer('{"errors": [{"code": 904, "message": "no"}], ' + REVERSED.strip()[1:]))
    assert caught.value.why is Lost.CONTRADICTORY


@pytest.mark.parametrize("said", [{"pointsReversed": None}, {"reversalId": None}])
def test_an_error_beside_a_part_of_a_reversal_proves_nothing(said: dict[str, Any]) -> None:
    """An id alone, or points alone, say that it happened."""
    with pytest.raises(Unanswered) as caught:
        read(answer(changed(errors=[{"code": 904, "message": "no"}], **said)))
    assert caught.value.why is Lost.CONTRADICTORY


@pytest.mark.parametrize(
    ("details", "available", "expired"),
    [
        ({"expired": "0.5"}, "0", "0.5"),
        ({"available": "0.5"}, "0.5", None),
        ({"available": "0.3", "expired": "0.1"}, "0.3", "0.1"),
    ],
)
def test_the_parts_of_a_reversal_are_what_the_answer_says(
    details: dict[str, str], available: str, expired: str | None
) -> None:
    """Half a point may come back, and all of it may have expired."""
    got = read(answer(changed(pointsReversed="0.5", pointsReversedDetails=details)))
    assert (got.points, got.available) == (Decimal("0.5"), Decimal(available))
    assert got.expired == (None if expired is None else Decimal(expired))


def test_the_newest_sample_has_no_id() -> None:
    """A figure of reversed points is enough, also without its parts."""
    body = tree(REVERSED)
    del body["reversalId"], body["pointsReversedDetails"]
    got = read(answer(body))
    assert (got.points, got.available, got.expired, got.reversal_id) == (Decimal(10), None, None, "")


def test_an_id_without_a_figure_is_a_reversal_of_unknown_points() -> None:
    """The till then knows only that it happened."""
    assert read(answer(changed(pointsReversed=None, pointsReversedDetails=None))).points is None


@pytest.mark.parametrize("none", ["-1", -1, 0, "0", "null"])
def test_a_number_that_stands_for_no_reversal(none: object) -> None:
    """It contradicts no refusal, and it alone is no reversal."""
    refused = changed(
        reversalId=none, customerId=none, pointsReversed=0, pointsReversedDetails=None, errors=[{"code": 904}]
    )
    with pytest.raises(Refused):
        read(answer(refused, 400))
    with pytest.raises(Unanswered):
        read(answer(changed(reversalId=none, pointsReversed=None, pointsReversedDetails=None)))
    assert read(answer(changed(reversalId=none))).reversal_id == ""
    assert read(answer(changed(reversalId="1", pointsReversed=None))).reversal_id == "1"


def test_parts_of_other_points_prove_nothing() -> None:
    """Without a figure of reversed points, its parts say that it was another one than was asked for."""
    with pytest.raises(Unanswered) as caught:
        read(answer(changed(pointsReversed=None, pointsReversedDetails={"available": 5, "expired": 0})))
    assert caught.value.why is Lost.CONTRADICTORY
    parts = {"available": 7, "expired": 3}
    assert read(answer(changed(pointsReversed=None, pointsReversedDetails=parts))).expired == 3


@pytest.mark.parametrize("said", ["ten", "10 points", [10], "1e30"])
@pytest.mark.parametrize("beside", [{}, {"reversalId": None}, {"errors": [{"code": 904}], "reversalId": None}])
def test_points_that_cannot_be_compared_prove_nothing(said: object, beside: dict[str, Any]) -> None:
    """They may be others than those that were asked for, or of a reversal that the errors deny."""
    with pytest.raises(Unanswered) as caught:
        read(answer(changed(pointsReversed=said, **beside)))
    assert caught.value.why is Lost.CONTRADICTORY


@pytest.mark.parametrize("said", ["eleven", "11 points", [11], {"points": 11}, "1e30", True])
@pytest.mark.parametrize("beside", [{}, {"pointsReversed": None}, {"errors": [{"code": 817}], "reversalId": None}])
def test_an_echo_of_points_that_cannot_be_compared_proves_nothing(said: object, beside: dict[str, Any]) -> None:
    """The answer may be about the points of another request."""
    with pytest.raises(Unanswered) as caught:
        read(answer(changed(pointsToBeReversed=said, **beside)))
    assert caught.value.why is Lost.CONTRADICTORY


@pytest.mark.parametrize(
    "said",
    [
        {"errors": [{"code": 817}, {"code": 902}]},
        {"errors": [{"code": 817}, "text"]},
        {"errors": [{"code": 817}], "pointsReversedDetails": {"available": "10"}},
        {"errors": [{"code": 817}], "pointsReversedDetails": {"expired": 10}},
    ],
)
def test_a_refusal_that_says_something_else_as_well_proves_nothing(said: dict[str, Any]) -> None:
    """A second code, or points that came back, may be what is true."""
    with pytest.raises(Unanswered) as caught:
        read(answer({"pointsReversed": None, **said}, 400))
    assert caught.value.why is Lost.CONTRADICTORY


def test_an_error_that_is_there_twice_is_one_refusal() -> None:
    """Each part of a reversal may have failed for the same reason, and none of the points came back."""
    error = {"code": 817, "message": "no"}
    with pytest.raises(Refused):
        read(answer({"errors": [error, error], "pointsReversedDetails": {"available": 0, "expired": 0}}, 400))


@pytest.mark.parametrize("code", [904, 902, 905, "4101", 3801, 3802, 3803, 4102, 818])
def test_an_error_is_a_refusal_with_its_code(code: int | str) -> None:
    """This call's key is used: 818 means something else on redeem."""
    said = {"reversalId": None, "pointsReversed": None, "pointsReversedDetails": None}
    with pytest.raises(Refused) as caught:
        read(answer(changed(errors=[{"code": code, "message": "no"}], **said), 400))
    assert (caught.value.key, caught.value.message) == (f"refused.reverse.{code}", "no")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (changed(errors=[{"code": 904, "message": "both"}]), 200),
        (changed(reversalId="", errors=["text"]), 400),
        (changed(reversalId=None, errors=[{"code": 500}]), 500),
        (changed(reversalId=None, pointsReversed=None), 200),
        (changed(reversalId=None, errors=[{"code": 904, "message": "both"}]), 200),
        (changed(pointsReversed=0), 200),
        (changed(pointsReversed=-1), 200),
        (changed(), 500),
        (changed(success=False), 200),
        (changed(status={"success": "false", "code": 500, "message": "All requests have failed due to errors"}), 200),
        (changed(status={"success": "true", "code": 498}), 200),
        (changed(item_status={"success": False}), 200),
        (b"<html>", 520),
        (b'{"reversalId":"r1","pointsReversed":10,"reversalId":null,"pointsReversed":0,"errors":[{"code":904}]}', 400),
    ],
)
def test_what_is_not_clear_proves_nothing(body: object, status: int) -> None:
    """An id and an error or a status of failure, neither, or the service's own failure: the points may be back."""
    with pytest.raises(Unanswered):
        read(answer(body, status))


def test_a_status_that_agrees_is_no_contradiction() -> None:
    """The other calls of the service have one, and a release may add it here."""
    status = {"success": "true", "code": 200, "message": "Success"}
    assert read(answer(changed(success=True, status=status, item_status=[]))).points == 10


def test_limits_and_passwords_are_distinguished() -> None:
    """As on every call."""
    with pytest.raises(Refused):
        read(answer(b"", 401))
    with pytest.raises(Throttled):
        read(answer(b"", 429))
    with pytest.raises(Unanswered) as caught:
        read(answer(REVERSED, incomplete=Lost.CUT))
    assert caught.value.why is Lost.CUT


@pytest.mark.parametrize("outcome", [{}, {"reversalId": None, "pointsReversed": None, "errors": [{"code": 3801}]}])
@pytest.mark.parametrize(
    "echo",
    [
        {"redemptionId": "other"},
        {"pointsToBeReversed": "10.5"},
        {"externalReferenceNumber": "REF-2"},
        {"customerId": 12},
        {"identifier": {"type": "mobile", "value": "919777788222"}},
        {"identifier": {"type": "phone", "value": "919777788222"}},
        {"redemptionId": ["other"]},
        {"externalReferenceNumber": {"reference": "REF-2"}},
        {"customerId": [12], "identifier": None},
        {"identifier": {"type": "mobile", "value": ["919777788222"]}, "customerId": None},
    ],
)
def test_an_answer_about_another_reversal_proves_nothing(outcome: dict[str, Any], echo: dict[str, Any]) -> None:
    """Another redemption, member or other points: neither given back nor refused, so the list of reversals decides."""
    with pytest.raises(Unanswered) as caught:
        read(answer(changed(**outcome, **echo)))
    assert caught.value.why is Lost.STRAY


def test_a_member_whom_the_till_cannot_compare_may_be_another() -> None:
    """Only the answer has an id, so nothing says whose it is. An identifier that is echoed as it was sent says so."""
    email = Identifier(IdentifierKind.EMAIL, "asha@example.com")
    for identifier in (MOBILE, email):
        with pytest.raises(Unanswered) as caught:
            read(answer(changed(identifier=None, customerId=7)), Draft(identifier=identifier, points=TEN))
        assert caught.value.why is Lost.STRAY
    for type_ in ("mobile", "phone"):
        number = {"type": type_, "value": MOBILE.value}
        with pytest.raises(Unanswered):
            read(answer(changed(identifier=number)), Draft(identifier=email, points=TEN))
    echoed = changed(identifier={"type": "email", "value": "Asha@example.com"}, customerId=7)
    assert read(answer(echoed), Draft(identifier=email, points=TEN)).points == Decimal(10)


def test_a_reversal_whose_request_id_came_before_proves_nothing() -> None:
    """It may be the answer to an earlier reversal of as many points."""
    with pytest.raises(Unanswered) as caught:
        read(replace(answer(REVERSED), is_repeated=True))
    assert caught.value.why is Lost.STRAY


@pytest.mark.parametrize(
    "fields",
    [
        {"redemptionId": ""},
        {"pointsToBeReversed": None},
        {"pointsToBeReversed": "10"},
        {"externalReferenceNumber": "ref-1", "customerId": "564670755"},
        {"identifier": {"type": "ID", "value": "919777788222"}},
        {"identifier": {"type": "PHONE", "value": "+91 97777 88221"}},
    ],
)
def test_what_a_reversal_does_not_echo_is_not_checked(fields: dict[str, Any]) -> None:
    """A release may leave a field out, or write it as another type."""
    assert read(answer(changed(**fields))).reversal_id == "rv-1"


def test_a_reversal_by_reference_may_name_any_redemption() -> None:
    """The till did not know the redemption id, so there is nothing to compare it with."""
    assert reversal.read(answer(REVERSED), DRAFT, "REF-1", "", TEN).redemption_id == "7t4y2a"


OFF = {"code": "905", "message": "Points reversal is off"}


@pytest.mark.parametrize("warnings", [[OFF], OFF, [{"code": 1, "message": "Some points had expired"}, OFF]])
def test_a_warning_that_reversal_is_off_refuses(warnings: object) -> None:
    """One list of the vendor's calls this code a warning. Together with points it contradicts itself."""
    echo = {name: tree(REVERSED)[name] for name in ("redemptionId", "pointsToBeReversed")}
    for said in ({}, {"pointsReversed": 0}, {"errors": [OFF]}):
        with pytest.raises(Refused) as refused:
            read(answer({**echo, **said, "warnings": warnings}))
        assert (refused.value.code, refused.value.message) == (905, "Points reversal is off")
    for body in (changed(warnings=warnings), {**echo, "pointsReversed": 10, "warnings": warnings}):
        with pytest.raises(Unanswered) as lost:
            read(answer(body))
        assert lost.value.why is Lost.CONTRADICTORY


def test_any_other_warning_says_nothing() -> None:
    """The points are back all the same."""
    assert read(answer(changed(warnings=[{"code": 1, "message": "Some points had expired"}, "said"]))).points == 10
