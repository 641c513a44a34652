"""Tests `/training/`, through which tests and other programs control the practice service over HTTP."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.training.bad_days import BadDay

if TYPE_CHECKING:
    from desktop.training.codes import PhoneMessage
    from tests.training.conftest import Till

ASHA = "919777788221"


def test_codes_by_mobile(till: Till, messages: list[PhoneMessage]) -> None:
    """GET /training/codes returns the newest code of each member to any program on this machine."""
    assert till.control("codes").json == {}
    till.check(issue_otp="true")
    assert till.control("codes").json == {ASHA: messages[-1].code} == till.service.codes()


def test_members(till: Till) -> None:
    """GET /training/members returns what describe() prints, with current points as exact strings."""
    till.redeem(points="0.5")
    members = till.control("members").json
    assert members == till.service.describe()["members"]
    assert {key: members[0][key] for key in ("mobile", "name", "points")} == {
        "mobile": ASHA,
        "name": "Asha Rao",
        "points": "1990.5",
    }
    assert "فاطمة الزهراء" in till.control("members").text


def test_describe_is_one_line_of_json(till: Till) -> None:
    """The command line prints url, till, password, key, secret and members on one line."""
    described = till.service.describe()
    assert list(described) == ["url", "till", "password", "oauth_key", "oauth_secret", "members"]
    assert (described["url"], described["till"]) == (till.service.url, till.service.till)
    assert "\n" not in json.dumps(described)


def test_ledger(till: Till) -> None:
    """GET /training/ledger returns every redemption that really happened."""
    till.redeem(points="1.500", reference="R-1")
    till.reverse(points="0.5", externalReferenceNumber="R-1")
    (moved,) = till.control("ledger").json
    assert moved.pop("redemption_id") == till.service.ledger()[0].redemption_id
    assert moved == {
        "reference": "R-1",
        "mobile": ASHA,
        "points": "1.5",
        "program": "973",
        "group": "",
        "reversed_points": "0.5",
    }


def test_requests_hold_what_was_sent_but_no_password(till: Till) -> None:
    """GET /training/requests returns method, path, query, body and headers, without Authorization."""
    till.redeem(reference="R-1", query={"program_id": "973"})
    till.control("codes")
    (request,) = till.control("requests").json
    assert (request["method"], request["path"]) == ("POST", "/v1.1/points/redeem")
    assert request["query_names"] == ["format", "program_id", "skip_validation"]
    assert request["query"]["program_id"] == "973"
    assert json.loads(request["body"])["root"]["redeem"][0]["external_reference_number"] == "R-1"
    assert request["headers"]["Accept"] == "application/json"
    assert "Authorization" not in request["headers"]


def test_requests_are_listed_even_if_the_connection_was_cut(till: Till) -> None:
    """A request whose connection was cut is listed too."""
    till.service.bad_day(BadDay.CUT_BEFORE, 1)
    with pytest.raises(ConnectionError):
        till.redeem()
    assert len(till.control("requests").json) == 1


def test_bad_days_over_http(till: Till) -> None:
    """POST /training/bad-day accepts name, times, call, seconds and also. A null name ends it."""
    assert till.control("bad-day", {"name": "error_429", "times": 1}).status == 200
    assert [till.find().status for _ in range(2)] == [429, 200]
    till.control("bad-day", {"name": "page_520", "call": "customer_get"})
    till.control("bad-day", {"name": "slow", "seconds": 0.01, "also": True})
    assert till.find().status == 520
    assert till.check().status == 200
    till.control("bad-day", {"name": None})
    assert till.find().status == 200


@pytest.mark.parametrize(
    "body",
    [
        {"name": "sunshine"},
        {"name": "slow", "times": 0},
        {"name": "slow", "times": "1"},
        {"name": "slow", "times": True},
        {"name": "slow", "call": "dance"},
        {"name": "slow", "seconds": "long"},
        {"name": "slow", "weather": "wet"},
        [],
    ],
)
def test_invalid_bad_days(till: Till, body: object) -> None:
    """An invalid fault is refused with 400 and a reason, and changes nothing."""
    reply = till.control("bad-day", body)
    assert reply.status == 400
    assert reply.json["error"]
    assert till.service.forecast.begin_call(next(iter(BadDay.SLOW.calls))) == {}


def test_codes_expire_at_once(till: Till) -> None:
    """POST /training/expire-codes makes the service refuse every sent code with 808."""
    code = till.send_code()
    till.control("expire-codes")
    assert till.redeem(code=code).code == 808


def test_reset(till: Till) -> None:
    """POST /training/reset restores the initial points, codes, redemptions, references, requests and faults."""
    till.redeem(code=till.send_code(), reference="R-1")
    till.redeem("919876540521")
    till.service.bad_day(BadDay.ERROR_429)
    till.control("reset")
    assert till.control("requests").json == till.control("ledger").json == []
    assert till.control("codes").json == {}
    assert till.redeem(reference="R-1").code == 800
    assert till.balance() == 1981
    assert [till.redeem("919876540521").code for _ in range(3)] == [521, 521, 800]


def test_unknown_controls(till: Till) -> None:
    """Another path or method under /training/ is 404 in JSON."""
    assert till.control("weather").status == 404
    assert till.request("POST", "/training/codes", body="{}").status == 404
