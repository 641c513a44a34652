"""Claims about the bad days: each happens on the wire as it would in a shop, and the book says what is true."""

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
    """The connection breaks without a whole answer; only the book, and a look-up, tell whether points moved."""
    till.service.bad_day(bad_day, 1)
    with pytest.raises((ConnectionError, http.client.HTTPException)):
        till.redeem(reference="R-1")
    assert len(till.service.ledger()) == moves
    assert len(till.redemptions(external_reference_number="R-1")) == moves
    assert till.redeem(reference="R-1").code == (REPEATED_REFERENCE if moves else 800)


def test_a_truncated_answer_promises_more_than_it_sends(till: Till) -> None:
    """The head promises the whole length, then the body breaks off in the middle."""
    till.service.bad_day(BadDay.TRUNCATED, 1)
    with pytest.raises(http.client.IncompleteRead) as broken:
        till.redeem()
    assert broken.value.expected == pytest.approx(len(broken.value.partial), abs=1)


def test_half_json_is_complete_http(till: Till) -> None:
    """The answer is whole as HTTP and half as JSON; the points have moved."""
    till.service.bad_day(BadDay.HALF_JSON, 1)
    reply = till.redeem()
    assert reply.status == 200
    with pytest.raises(json.JSONDecodeError):
        json.loads(reply.text)
    assert len(till.service.ledger()) == 1


@pytest.mark.parametrize(("bad_day", "moves"), [(BadDay.HANG, False), (BadDay.HANG_AFTER, True)])
def test_answers_that_never_come(till: Till, bad_day: BadDay, *, moves: bool) -> None:
    """The till has to give up; a member is not left locked by it."""
    till.service.bad_day(bad_day, 1, call=Call.REDEEM)
    with pytest.raises(TimeoutError):
        till.redeem(timeout=0.3)
    assert len(till.service.ledger()) == moves
    assert till.redeem().code == 800


def test_a_slow_redemption_may_happen_after_the_till_gave_up(till: Till) -> None:
    """A slow service does what it was asked although nobody waits for the answer any more."""
    till.service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM, seconds=0.4)
    with pytest.raises(TimeoutError):
        till.redeem(reference="R-1", timeout=0.1)
    assert till.redemptions(external_reference_number="R-1") == []
    deadline = time.monotonic() + 10
    while not till.redemptions(external_reference_number="R-1"):
        assert time.monotonic() < deadline


def test_slow_is_for_every_call(till: Till) -> None:
    """Slow answers are slow everywhere, and answers all the same."""
    till.service.bad_day(BadDay.SLOW, 2, seconds=0.1)
    began = time.monotonic()
    assert till.find().code == 1000
    assert till.check().code == 800
    assert time.monotonic() - began >= 0.2
    assert BadDay.SLOW.seconds == 2.0


def test_a_dripping_answer_is_whole_in_the_end(till: Till) -> None:
    """Byte by byte every single read succeeds, and the whole takes as long as it takes."""
    till.service.bad_day(BadDay.DRIP, 1, call=Call.CHECK, seconds=0.001)
    began = time.monotonic()
    reply = till.check()
    assert reply.code == 800
    assert time.monotonic() - began >= 0.001 * (len(reply.text) - 1)


@pytest.mark.parametrize(("bad_day", "retry_after"), [(BadDay.ERROR_429, None), (BadDay.ERROR_429_RETRY_AFTER, "2")])
def test_too_many_requests(till: Till, bad_day: BadDay, retry_after: str | None) -> None:
    """429 does nothing, with a time to wait or without, whichever call it was."""
    till.service.bad_day(bad_day)
    reply = till.redeem()
    assert (reply.status, reply.headers.get("Retry-After")) == (429, retry_after)
    assert till.find().status == 429
    assert till.service.ledger() == ()


def test_a_locked_member(till: Till) -> None:
    """521 comes as an item status in HTTP 200; the code stays good."""
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
    """The edge answers HTML, which looks the same whether the points moved or not."""
    till.service.bad_day(bad_day, 1)
    reply = till.redeem()
    assert reply.status == status
    assert reply.headers["Content-Type"].startswith("text/html")
    assert reply.text.startswith("<!DOCTYPE html>")
    assert "X-Cap-Requestid" in reply.headers
    assert len(till.service.ledger()) == moves


def test_an_expired_code(till: Till) -> None:
    """The code expires at the counter: 808, and only a new one helps."""
    code = till.send_code()
    till.service.bad_day(BadDay.EXPIRED_CODE, 1)
    assert till.redeem(code=code).code == 808
    assert till.redeem(code=code).code == 808
    assert till.send_code() != code
    assert till.redeem(code=till.send_code()).code == 800


def test_a_code_that_was_read_out_wrong(till: Till) -> None:
    """The member reads out a wrong code: 808, and the code itself is still good."""
    code = till.send_code()
    till.service.bad_day(BadDay.WRONG_CODE, 1)
    assert till.redeem(code=code).code == 808
    assert till.redeem(code=code).code == 800


def test_a_redemption_that_shows_late(till: Till, clock: Clock) -> None:
    """The points have moved and the balance says so, but a look-up finds the redemption only later."""
    till.service.bad_day(BadDay.REDEMPTION_SHOWS_LATE, seconds=30)
    till.service.bad_day(BadDay.ANSWER_LOST, 1, also=True)
    with pytest.raises(ConnectionError):
        till.redeem(reference="R-1")
    assert till.balance() == 1981
    assert till.redemptions(external_reference_number="R-1") == []
    clock.now += 30
    assert len(till.redemptions(external_reference_number="R-1")) == 1


def test_a_lookup_that_ignores_the_reference(till: Till) -> None:
    """Every redemption of the member comes back, whatever reference was asked for."""
    till.redeem(reference="R-1")
    till.redeem(reference="R-2")
    till.service.bad_day(BadDay.LOOKUP_IGNORES_REFERENCE)
    found = [one["external_reference_number"] for one in till.redemptions(external_reference_number="R-9")]
    assert found == ["R-2", "R-1"]


def test_loose_types_of_a_member(till: Till) -> None:
    """No outer response, a bare object for a list of one, strings for numbers, booleans for "true", [] for {}."""
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
    """The same redemption, loosely: every amount still exact, every flag still readable."""
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
    """A refusal comes with HTTP 400 and the same JSON; an empty history as []."""
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
    """Every bad day has a stable snake_case name, a label of its own, and a call that it happens in."""
    assert len({one.label for one in BadDay}) == len(BadDay)
    for one in BadDay:
        assert one.value == one.name.lower()
        assert one.label
        assert one.calls


def test_a_forecast_counts_only_its_own_calls() -> None:
    """A bad day of redeem is not used up by look-ups, and is over after as many times as it was announced for."""
    forecast = Forecast()
    forecast.announce(BadDay.ANSWER_LOST, 2)
    taken = [forecast.take(call) for call in (Call.CHECK, Call.REDEEM, Call.CHECK, Call.REDEEM, Call.REDEEM)]
    assert [BadDay.ANSWER_LOST in today for today in taken] == [False, True, False, True, False]


def test_a_forecast_is_replaced_unless_said_otherwise() -> None:
    """One bad day takes the other's place; `also` adds one; None clears all."""
    forecast = Forecast()
    forecast.announce(BadDay.SLOW)
    forecast.announce(BadDay.ERROR_429)
    assert set(forecast.take(Call.REDEEM)) == {BadDay.ERROR_429}
    forecast.announce(BadDay.SLOW, seconds=0.0, also=True)
    assert forecast.take(Call.REDEEM) == {BadDay.ERROR_429: 0.0, BadDay.SLOW: 0.0}
    forecast.announce(None)
    assert forecast.take(Call.REDEEM) == {}


def test_a_forecast_can_be_for_one_call() -> None:
    """What happens everywhere can be narrowed, and what happens on redeem moved."""
    forecast = Forecast()
    forecast.announce(BadDay.CUT_BEFORE, call=Call.FIND_MEMBER)
    assert forecast.take(Call.REDEEM) == {}
    assert BadDay.CUT_BEFORE in forecast.take(Call.FIND_MEMBER)


@pytest.mark.parametrize(("times", "seconds"), [(0, None), (-1, None), (None, -1.0)])
def test_forecasts_that_make_no_sense(times: int | None, seconds: float | None) -> None:
    """Fewer than one time and less than no time are refused."""
    with pytest.raises(ValueError, match="1 or more"):
        Forecast().announce(BadDay.SLOW, times, seconds=seconds)
