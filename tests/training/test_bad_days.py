"""Tests that each simulated fault happens on the wire as in a shop, and that the ledger shows the truth."""

from __future__ import annotations

import http.client
import json
import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call
from desktop.training.bad_days import BadDay, Forecast
from desktop.training.refusals import REPEATED_REFERENCE

if TYPE_CHECKING:
    from tests.training.conftest import Clock, Till

ASHA = "919777788221"


@pytest.mark.parametrize(
    ("bad_day", "moves"), [(BadDay.CUT_BEFORE, False), (BadDay.ANSWER_LOST, True), (BadDay.TRUNCATED, True)]
)
def test_connections_that_are_cut(till: Till, bad_day: BadDay, *, moves: bool) -> None:
    """The connection breaks before the whole answer arrives.

    Only the ledger and a look-up show whether points moved.
    """
    till.service.bad_day(bad_day, 1)
    with pytest.raises((ConnectionError, http.client.HTTPException)):
        till.redeem(reference="R-1")
    assert len(till.service.ledger()) == moves
    assert len(till.redemptions(external_reference_number="R-1")) == moves
    assert till.redeem(reference="R-1").code == (REPEATED_REFERENCE if moves else 800)


def test_a_truncated_answer_promises_more_than_it_sends(till: Till) -> None:
    """The head announces the whole length, but the body stops in the middle."""
    till.service.bad_day(BadDay.TRUNCATED, 1)
    with pytest.raises(http.client.IncompleteRead) as broken:
        till.redeem()
    assert broken.value.expected == pytest.approx(len(broken.value.partial), abs=1)


def test_half_json_is_complete_http(till: Till) -> None:
    """The answer is complete HTTP, but only half of its JSON. The points have moved."""
    till.service.bad_day(BadDay.HALF_JSON, 1)
    reply = till.redeem()
    assert reply.status == 200
    with pytest.raises(json.JSONDecodeError):
        json.loads(reply.text)
    assert len(till.service.ledger()) == 1


@pytest.mark.parametrize(("bad_day", "moves"), [(BadDay.HANG, False), (BadDay.HANG_AFTER, True)])
def test_answers_that_never_come(till: Till, bad_day: BadDay, *, moves: bool) -> None:
    """The till has to give up, and the member is not left locked."""
    till.service.bad_day(bad_day, 1, call=Call.REDEEM)
    with pytest.raises(TimeoutError):
        till.redeem(timeout=0.3)
    assert len(till.service.ledger()) == moves
    assert till.redeem().code == 800


def test_a_slow_redemption_may_happen_after_the_till_gave_up(till: Till) -> None:
    """A slow service finishes a redemption even after the client has stopped waiting."""
    till.service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM, seconds=0.4)
    with pytest.raises(TimeoutError):
        till.redeem(reference="R-1", timeout=0.1)
    assert till.redemptions(external_reference_number="R-1") == []
    deadline = time.monotonic() + 10
    while not till.redemptions(external_reference_number="R-1"):
        assert time.monotonic() < deadline


def test_slow_is_for_every_call(till: Till) -> None:
    """Slow answers affect every call, and the calls still work."""
    till.service.bad_day(BadDay.SLOW, 2, seconds=0.1)
    began = time.monotonic()
    assert till.find().code == 1000
    assert till.check().code == 800
    assert time.monotonic() - began >= 0.2
    assert BadDay.SLOW.seconds == 2.0


def test_a_dripping_answer_is_whole_in_the_end(till: Till) -> None:
    """The answer comes byte by byte: each read succeeds, and in the end the answer is complete."""
    till.service.bad_day(BadDay.DRIP, 1, call=Call.CHECK, seconds=0.001)
    began = time.monotonic()
    reply = till.check()
    assert reply.code == 800
    assert time.monotonic() - began >= 0.001 * (len(reply.text) - 1)


@pytest.mark.parametrize(("bad_day", "retry_after"), [(BadDay.ERROR_429, None), (BadDay.ERROR_429_RETRY_AFTER, "2")])
def test_too_many_requests(till: Till, bad_day: BadDay, retry_after: str | None) -> None:
    """429 does nothing, in any call, with or without a Retry-After."""
    till.service.bad_day(bad_day)
    reply = till.redeem()
    assert (reply.status, reply.headers.get("Retry-After")) == (429, retry_after)
    assert till.find().status == 429
    assert till.service.ledger() == ()


def test_a_locked_member(till: Till) -> None:
    """521 is an item status in HTTP 200, and the code stays valid."""
    code = till.send_code()
    till.service.bad_day(BadDay.BUSY_521, 2)
    replies = [till.redeem(code=code) for _ in range(3)]
    assert [(reply.status, reply.code) for reply in replies] == [(200, 521), (200, 521), (200, 800)]


@pytest.mark.parametrize(
    ("bad_day", "status", "moves"),
    [
        (BadDay.PAGE_520, 520, False),
        (BadDay.PAGE_520_MOVED, 520, True),
        (BadDay.ERROR_500, 500, False),
        (BadDay.ERROR_502, 502, False),
        (BadDay.ERROR_503, 503, False),
        (BadDay.ERROR_504, 504, False),
    ],
)
def test_error_pages(till: Till, bad_day: BadDay, status: int, *, moves: bool) -> None:
    """The proxy answers with HTML, which looks the same whether the points moved or not."""
    till.service.bad_day(bad_day, 1)
    reply = till.redeem()
    assert reply.status == status
    assert reply.headers["Content-Type"].startswith("text/html")
    assert reply.text.startswith("<!DOCTYPE html>")
    assert "X-Cap-Requestid" in reply.headers
    assert len(till.service.ledger()) == moves


def test_an_expired_code(till: Till) -> None:
    """The code expires at the counter: the answer is 808, and only a new code helps."""
    code = till.send_code()
    till.service.bad_day(BadDay.EXPIRED_CODE, 1)
    assert till.redeem(code=code).code == 808
    assert till.redeem(code=code).code == 808
    assert till.send_code() != code
    assert till.redeem(code=till.send_code()).code == 800


def test_a_code_that_was_read_out_wrong(till: Till) -> None:
    """The member reads out a wrong code: the answer is 808, and the right code stays valid."""
    code = till.send_code()
    till.service.bad_day(BadDay.WRONG_CODE, 1)
    assert till.redeem(code=code).code == 808
    assert till.redeem(code=code).code == 800


def test_a_redemption_that_shows_late(till: Till, clock: Clock) -> None:
    """The points move and the balance shows it, but a look-up finds the redemption only later."""
    till.service.bad_day(BadDay.REDEMPTION_SHOWS_LATE, seconds=30)
    till.service.bad_day(BadDay.ANSWER_LOST, 1, also=True)
    with pytest.raises(ConnectionError):
        till.redeem(reference="R-1")
    assert till.balance() == 1981
    assert till.redemptions(external_reference_number="R-1") == []
    clock.now += 30
    assert len(till.redemptions(external_reference_number="R-1")) == 1


def test_a_lookup_that_ignores_the_reference(till: Till) -> None:
    """Every redemption of the member is returned, whatever reference was requested."""
    till.redeem(reference="R-1")
    till.redeem(reference="R-2")
    till.service.bad_day(BadDay.LOOKUP_IGNORES_REFERENCE)
    found = [one["external_reference_number"] for one in till.redemptions(external_reference_number="R-9")]
    assert found == ["R-2", "R-1"]


def test_loose_types_of_a_member(till: Till) -> None:
    """There is no outer response. A list of one is an object, numbers are strings, "true" is a boolean, {} is []."""
    till.service.bad_day(BadDay.LOOSE_TYPES)
    body = till.find().json
    customer = body["customers"]["customer"]
    assert "response" not in body
    assert body["status"] == {
        "success": True,
        "code": "200",
        "message": "Success",
        "total": 1,
        "success_count": 1,
    }
    assert (customer["mobile"], customer["loyalty_points"], customer["user_id"]) == (ASHA, 1991, 564670755)
    assert customer["points_summaries"]["points_summary"]["programId"] == 973
    assert customer["item_status"]["code"] == "1000"
    assert "a_field_that_nobody_knows" in body


def test_loose_types_of_a_redemption(till: Till) -> None:
    """A redemption with loose types has the exact amounts, and its flags are still readable."""
    till.service.bad_day(BadDay.LOOSE_TYPES)
    points = till.redeem(points="12.345", reference="R-1", transaction_number="0012").json["responses"]["points"]
    assert (points["points_redeemed"], points["balance"]) == (Decimal("12.345"), "1978.655")
    assert points["item_status"] == {"success": True, "code": "800", "message": "Points Redeemed"}
    assert points["redemption_purpose"] is None
    assert points["side_effects"]["effect"]["redeemed_on_bill_number"] == "0012"
    reply = till.request("GET", "/v1.1/customer/redemptions", {"mobile": ASHA, "mlp": "true"})
    assert reply.json["status"]["success"] == "true"
    assert reply.json["customer"]["redemptions"]["points"]["point"]["external_reference_number"] == "R-1"


def test_loose_types_of_a_refusal(till: Till) -> None:
    """A refusal has the same JSON, but HTTP 400. An empty history is []."""
    till.service.bad_day(BadDay.LOOSE_TYPES)
    reply = till.redeem(points="99999")
    assert reply.status == 400
    assert reply.json["status"]["code"] == "500"
    assert reply.json["responses"]["points"]["item_status"] == {
        "success": False,
        "code": "818",
        "message": "Current points are less than points requested for redemption",
    }
    empty = till.request("GET", "/v1.1/customer/redemptions", {"mobile": ASHA})
    assert empty.json["customer"]["redemptions"] == []


def test_names_and_labels() -> None:
    """Every fault has a stable snake_case name, its own label, and a call that it affects."""
    assert len({one.label for one in BadDay}) == len(BadDay)
    for one in BadDay:
        assert one.value == one.name.lower()
        assert one.label
        assert one.calls


def test_a_forecast_counts_only_its_own_calls() -> None:
    """Look-ups do not use up a fault of redeem, and it ends after the scheduled number of calls."""
    forecast = Forecast()
    forecast.announce(BadDay.ANSWER_LOST, 2)
    taken = [forecast.begin_call(call) for call in (Call.CHECK, Call.REDEEM, Call.CHECK, Call.REDEEM, Call.REDEEM)]
    assert [BadDay.ANSWER_LOST in today for today in taken] == [False, True, False, True, False]


def test_a_forecast_is_replaced_unless_also_is_set() -> None:
    """A fault replaces the one before; `also` adds one; None clears all."""
    forecast = Forecast()
    forecast.announce(BadDay.SLOW)
    forecast.announce(BadDay.ERROR_429)
    assert set(forecast.begin_call(Call.REDEEM)) == {BadDay.ERROR_429}
    forecast.announce(BadDay.SLOW, seconds=0.0, also=True)
    assert forecast.begin_call(Call.REDEEM) == {BadDay.ERROR_429: 0.0, BadDay.SLOW: 0.0}
    forecast.announce(None)
    assert forecast.begin_call(Call.REDEEM) == {}


def test_a_forecast_can_be_for_one_call() -> None:
    """A fault for every call can be limited to one call, and a fault of redeem can be moved to another call."""
    forecast = Forecast()
    forecast.announce(BadDay.CUT_BEFORE, call=Call.FIND_MEMBER)
    assert forecast.begin_call(Call.REDEEM) == {}
    assert BadDay.CUT_BEFORE in forecast.begin_call(Call.FIND_MEMBER)


@pytest.mark.parametrize(("times", "seconds"), [(0, None), (-1, None), (None, -1.0)])
def test_invalid_forecasts(times: int | None, seconds: float | None) -> None:
    """Fewer than one time and a negative duration are refused."""
    with pytest.raises(ValueError, match="1 or more"):
        Forecast().announce(BadDay.SLOW, times, seconds=seconds)
