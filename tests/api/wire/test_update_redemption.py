"""Tests points/updateRedemption: the body, and what its answers prove."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.api.wire import update_redemption
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from tests.api.wire.samples import answer

if TYPE_CHECKING:
    from desktop.api.exchange import Answer

DRAFT = Draft(
    identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(10)), user_id="564670755"
)

SAMPLE: dict[str, Any] = {
    "id": 14, "programId": 1357, "pointsRedeemed": 10, "billId": -1, "billNumber": "MG-1", "redemptionId": "7t4y2a",
    "customerId": 564670755, "tillId": 50012, "warnings": [],
}  # fmt: skip


def read(got: Answer, redemption_id: str = "7t4y2a") -> str:
    """Reads the outcome of the sample's own request."""
    return update_redemption.read(got, DRAFT, "REF-1", redemption_id, "MG-1")


@pytest.mark.parametrize(("redemption_id", "named"), [("7t4y2a", "redemptionId"), ("", "externalReferenceNumber")])
def test_the_body_is_the_vendors(redemption_id: str, named: str) -> None:
    """Exactly one of both names the redemption (code 749), and the member is an entity."""
    request = update_redemption.ask(DRAFT, "REF-1", redemption_id, "MG-1")
    assert (request.method, request.path) == ("PUT", "/v2/points/updateRedemption")
    assert json.loads(request.body or b"") == {
        named: redemption_id or "REF-1",
        "entity": {"type": "CUSTOMER", "identifierType": "mobile", "identifierValue": "919777788221"},
        "billNumber": "MG-1",
    }


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"redemptionId": None},
        {"billNumber": "mg-1"},
        {"billNumber": None},
        {"customerId": "564670755"},
        {"externalReferenceNumber": "ref-1"},
        {"externalReferenceNumber": "-1"},
    ],
)
def test_an_answer_about_this_redemption_is_an_attached_bill(fields: dict[str, Any]) -> None:
    """A release may leave a field out."""
    read(answer({**SAMPLE, **fields}))


def test_an_answer_to_a_call_by_reference_may_name_any_redemption() -> None:
    """The till did not know the redemption's id, so there is nothing to compare it with."""
    read(answer(SAMPLE), redemption_id="")


@pytest.mark.parametrize("fields", [{}, SAMPLE])
@pytest.mark.parametrize("code", [748, 749, "750", 1212, 1219, 8015])
def test_an_error_is_a_refusal_with_its_code(code: int | str, fields: dict[str, Any]) -> None:
    """The service's words come with it, whatever else the answer repeats."""
    with pytest.raises(Refused) as caught:
        read(answer({**fields, "errors": [{"code": code, "message": "no"}]}, 400))
    assert (str(caught.value.code), caught.value.message) == (str(code), "no")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 200),
        ({**SAMPLE, "redemptionId": None, "billNumber": None}, 200),
        ({**SAMPLE, "billNumber": "MG-2"}, 200),
        (SAMPLE, 500),
        ({"errors": ["text"]}, 400),
        ({"errors": [{"code": 500}]}, 500),
        (b"<html>", 520),
        (b"[]", 200),
    ],
)
def test_what_is_not_clear_proves_nothing(body: object, status: int) -> None:
    """The bill may be attached."""
    with pytest.raises(Unanswered):
        read(answer(body, status))


@pytest.mark.parametrize("echo", [{"redemptionId": "other"}, {"customerId": 12}, {"externalReferenceNumber": "REF-2"}])
@pytest.mark.parametrize("outcome", [{}, {"errors": [{"code": 750}]}])
def test_an_answer_about_another_redemption_proves_nothing(echo: dict[str, Any], outcome: dict[str, Any]) -> None:
    """Neither attached nor refused."""
    with pytest.raises(Unanswered) as caught:
        read(answer({**SAMPLE, **outcome, **echo}))
    assert caught.value.why is Lost.STRAY


def test_an_answer_whose_request_id_came_before_proves_nothing() -> None:
    """It may be the answer to another request."""
    with pytest.raises(Unanswered) as caught:
        read(replace(answer(SAMPLE), is_repeated=True))
    assert caught.value.why is Lost.STRAY


def test_limits_and_passwords_are_distinguished() -> None:
    """As on every call."""
    with pytest.raises(Refused):
        read(answer(b"", 401))
    with pytest.raises(Throttled):
        read(answer(b"", 429))
    with pytest.raises(Unanswered) as caught:
        read(answer(SAMPLE, incomplete=Lost.CUT))
    assert caught.value.why is Lost.CUT
