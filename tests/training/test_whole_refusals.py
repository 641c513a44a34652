"""Tests that invalid reversals, bodies, look-ups and credentials are refused as a whole, over real HTTP."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.training.conftest import Till

ASHA = "919777788221"


@pytest.mark.parametrize(
    ("points", "body", "code"),
    [
        ("10.001", {}, 3801),
        ("0", {}, 4102),
        ("-1", {}, 4102),
        ('"5"', {}, 4102),
        ("1.2345", {}, 878),
        ("5", {"redemptionId": "nobody"}, 3803),
        ("5", {"redemptionId": "", "externalReferenceNumber": "nobody"}, 3803),
        ("5", {"redemptionId": "", "externalReferenceNumber": ""}, 3803),
        ("5", {"identifier": {"type": "mobile", "value": "919876543001"}}, 3803),
        ("5", {"identifier": {"type": "mobile", "value": "919999999999"}}, 901),
        ("5", {"identifier": "919777788221"}, 901),
    ],
)
def test_reversals_that_are_refused(till: Till, points: str, body: dict[str, object], code: int) -> None:
    """An impossible reversal is refused with HTTP 400 and the code in `errors`."""
    till.redeem(points="10")
    reply = till.reverse(points=points, fields={"redemptionId": till.service.ledger()[0].redemption_id, **body})
    assert (reply.status, reply.code) == (400, code)
    assert till.balance() == 1981


def test_3802_given_back_already(till: Till) -> None:
    """A whole reversal cannot be repeated (3802). While some points are left, too many are refused with 3801."""
    till.redeem(points="10", reference="R-1")
    assert till.reverse(points="6", externalReferenceNumber="R-1").status == 200
    assert till.reverse(points="6", externalReferenceNumber="R-1").code == 3801
    assert till.reverse(points="4", externalReferenceNumber="R-1").status == 200
    assert till.reverse(points="4", externalReferenceNumber="R-1").code == 3802
    assert till.balance() == 1991


@pytest.mark.parametrize("code", [904, 905])
def test_members_whose_points_cannot_be_given_back(till: Till, code: int) -> None:
    """If reversals are off or locked, redeeming works and giving back does not."""
    till.redeem(f"91987654{code:04}", reference="R-1")
    assert till.reverse(f"91987654{code:04}", externalReferenceNumber="R-1").code == code


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"root":{}}',
        '{"root":{"redeem":[]}}',
        '{"root":{"redeem":[1]}}',
        '{"root":{"redeem":[{},{}]}}',
        "[" * 100_000,
    ],
)
def test_invalid_bodies(till: Till, body: str) -> None:
    """An unreadable body or a batch is refused with HTTP 400, and none of it is carried out."""
    reply = till.request("POST", "/v1.1/points/redeem", {"skip_validation": "true"}, body)
    assert (reply.status, reply.inner["status"]["success"]) == (400, "false")


@pytest.mark.parametrize("query", [{"start_date": "yesterday"}, {"points_limit": "many"}, {"points_offset": "-1"}])
def test_invalid_lookups(till: Till, query: dict[str, str]) -> None:
    """Invalid dates and limits are refused with HTTP 400."""
    assert till.request("GET", "/v1.1/customer/redemptions", {"mobile": ASHA, **query}).status == 400


def _basic(text: str) -> str:
    return "Basic " + base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "Bearer x",
        "Basic %%%",
        "Basic /w==",
        _basic("practice.till"),
        _basic("practice.till:practice"),
        _basic("other:d1f7ee1c9e2d4d1f6e5a5d5a5a5a5a5a"),
    ],
)
def test_401_without_the_password(till: Till, authorization: str | None) -> None:
    """Without the till's name and the digest of its password, the answer is 401 in JSON.

    The plain password is refused too.
    """
    reply = till.request("GET", "/v1.1/customer/get", {"mobile": ASHA}, authorization=authorization)
    assert (reply.status, reply.inner["status"]["code"]) == (401, 401)
    assert reply.headers["Content-Type"] == "application/json"


def test_unknown_paths_and_methods(till: Till) -> None:
    """An unknown path is 404 and a wrong method is 405. Redeeming with GET moves nothing."""
    assert till.request("GET", "/v1.1/points/elsewhere").status == 404
    assert till.request("GET", "/v1.1/points/redeem").status == 405
    assert till.request("POST", "/v1.1/customer/get", body="{}").status == 405
