"""Tests what the HTTP status and its headers prove if the body proves nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.exchange import Answer
from desktop.api.wire import verdict
from desktop.domain.failures import Call, Lost, Refused, Unanswered

NOW = "Wed, 21 Oct 2026 07:28:00 GMT"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 1.5 ", 1.5),
        ("0", 0.0),
        ("999999", 86_400.0),
        ("Wed, 21 Oct 2026 07:28:30 GMT", 30.0),
        ("Wed, 21 Oct 2026 07:27:30 GMT", 0.0),
        ("Wed, 21 Oct 2026 07:28:30 -0000", 30.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1e9", None),
        ("nan", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_by_the_services_own_clock(value: str, seconds: float | None) -> None:
    """The till's own clock may be wrong. An answer shows the service's."""
    assert verdict.retry_after(Answer(429, {"retry-after": value, "date": NOW})) == seconds


def test_retry_after_without_the_services_clock_is_measured_by_the_tills() -> None:
    """A date in the past means now."""
    assert verdict.retry_after(Answer(429, {"retry-after": NOW.replace("2026", "2001")})) == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_header_can_break_it(retry_after: str, date: str) -> None:
    """A proxy may write anything there."""
    seconds = verdict.retry_after(Answer(429, {"retry-after": retry_after, "date": date}))
    assert seconds is None or 0 <= seconds <= 86_400


def test_a_request_id_is_short_and_on_one_line() -> None:
    """The cashier reads it out to support."""
    assert verdict.request_id(Answer(200, {"x-cap-requestid": "r-1\t" + "x" * 9000})).startswith("r-1 xxx")
    assert verdict.request_id(Answer(200)) == ""


@pytest.mark.parametrize("call", [Call.REDEEM, Call.REVERSE])
def test_a_status_without_its_item_refuses_nothing_that_moves_points(call: Call) -> None:
    """The item may have gone through. Of a call that moves none, the status is believed."""
    status = verdict.Status(success=False, code=816)
    assert isinstance(verdict.without_item(call, Answer(400), status), Unanswered)
    assert isinstance(verdict.without_item(Call.CHECK, Answer(400), status), Refused)


@pytest.mark.parametrize("success", [True, None])
def test_a_status_that_does_not_say_that_it_failed_refuses_nothing(success: bool | None) -> None:
    """Its code alone could mean anything."""
    assert isinstance(verdict.without_item(Call.CHECK, Answer(200), verdict.Status(success, 816)), Unanswered)


@pytest.mark.parametrize("http", [500, 502])
@pytest.mark.parametrize("code", [401, 404, 816])
def test_a_server_that_failed_refuses_nothing(code: int, http: int) -> None:
    """Whatever the body says, it is not known how far the server had come."""
    found = verdict.without_item(Call.CHECK, Answer(http), verdict.Status(success=False, code=code))
    assert isinstance(found, Unanswered)
    assert (found.why, found.http_status) == (Lost.SERVER_ERROR, http)


@pytest.mark.parametrize("code", [None, 200, 1000])
def test_a_failure_without_a_code_of_its_own_refuses_nothing(code: int | None) -> None:
    """A code of success beside it contradicts it."""
    found = verdict.without_item(Call.CHECK, Answer(200), verdict.Status(success=False, code=code))
    assert isinstance(found, Unanswered)


def test_a_date_at_the_end_of_the_calendar_is_none() -> None:
    """It could not be shown in the till's time zone."""
    assert verdict.date_of(Answer(200, {"date": "Fri, 31 Dec 9999 23:59:59 GMT"})) is None
