"""Tests points/reverse: the body to the digit, and what its answers prove."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.api.wire import reversal
from desktop.api.wire.reversal import Reversed
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from tests.api.wire.samples import REVERSED, answer, tree

if TYPE_CHECKING:
    from desktop.api.exchange import Answer

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")


def changed(**fields: Any) -> Any:  # noqa: ANN401 - JSON
    return {**tree(REVERSED), **fields}


def read(got: Answer) -> Reversed:
    """Reads the outcome of the sample's own request."""
    return reversal.read(got, "7t4y2a", Points(Decimal(10)))


def test_the_body_is_the_vendors() -> None:
    """The digits are exact, and the reference is sent if no id is known."""
    request = reversal.ask("7t4y2a", Points(Decimal("10.125")), MOBILE, "REF-1")
    assert (request.method, request.path) == ("POST", "/v2/points/reverse")
    assert request.body == (
        b'{"redemptionId":"7t4y2a","pointsToBeReversed":10.125,"identifier":{"type":"mobile","value":"919777788221"}}'
    )
    by_reference = reversal.ask("", Points(Decimal(1)), MOBILE, "REF-1").body or b""
    assert b'"externalReferenceNumber":"REF-1"' in by_reference


def test_the_vendors_sample_is_a_reversal() -> None:
    """The figures are exact, without a float."""
    assert read(answer(REVERSED)) == Reversed(
        reversal_id="rv-1", redemption_id="7t4y2a", points=Decimal(10), expired=Decimal(0), request_id="r-1"
    )


@pytest.mark.parametrize("code", [904, 902, 905, "4101", 3801, 3802, 3803, 4102, 818])
def test_an_error_is_a_refusal_with_its_code(code: int | str) -> None:
    """This call's key is used: 818 means something else on redeem."""
    body = changed(reversalId=None, errors=[{"code": code, "message": "no"}])
    with pytest.raises(Refused) as caught:
        read(answer(body, 400))
    assert (caught.value.key, caught.value.message) == (f"refused.reverse.{code}", "no")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (changed(errors=[{"code": 904, "message": "both"}]), 200),
        (changed(reversalId="", errors=["text"]), 400),
        (changed(reversalId=None, errors=[{"code": 500}]), 500),
        (changed(reversalId=None), 200),
        (changed(), 500),
        (b"<html>", 520),
    ],
)
def test_what_is_not_clear_proves_nothing(body: object, status: int) -> None:
    """An id and an error, neither of them, or the service's own failure: the points may be back."""
    with pytest.raises(Unanswered):
        read(answer(body, status))


def test_limits_and_passwords_are_distinguished() -> None:
    """As on every call."""
    with pytest.raises(Refused):
        read(answer(b"", 401))
    with pytest.raises(Throttled):
        read(answer(b"", 429))
    with pytest.raises(Unanswered) as caught:
        read(answer(REVERSED, incomplete=Lost.CUT))
    assert caught.value.why is Lost.CUT


@pytest.mark.parametrize("outcome", [{}, {"reversalId": None, "errors": [{"code": 3801, "message": "no"}]}])
@pytest.mark.parametrize("echo", [{"redemptionId": "other"}, {"pointsToBeReversed": "10.5"}])
def test_an_answer_about_another_reversal_proves_nothing(outcome: dict[str, Any], echo: dict[str, Any]) -> None:
    """Another redemption or other points: neither given back nor refused, so the list of reversals decides."""
    with pytest.raises(Unanswered) as caught:
        read(answer(changed(**outcome, **echo)))
    assert caught.value.why is Lost.STRAY


def test_a_reversal_whose_request_id_came_before_proves_nothing() -> None:
    """It may be the answer to an earlier reversal of as many points."""
    with pytest.raises(Unanswered) as caught:
        read(replace(answer(REVERSED), is_repeated=True))
    assert caught.value.why is Lost.STRAY


@pytest.mark.parametrize("fields", [{"redemptionId": ""}, {"pointsToBeReversed": None}, {"pointsToBeReversed": "10"}])
def test_what_a_reversal_does_not_echo_is_not_checked(fields: dict[str, Any]) -> None:
    """A release may leave a field out, or write it as another type."""
    assert read(answer(changed(**fields))).reversal_id == "rv-1"


def test_a_reversal_by_reference_may_name_any_redemption() -> None:
    """The till did not know the redemption id, so there is nothing to compare it with."""
    assert reversal.read(answer(REVERSED), "", Points(Decimal(10))).redemption_id == "7t4y2a"
