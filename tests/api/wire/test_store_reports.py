"""Tests the list of a store's redemptions: the request, and what is read of an answer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.wire import store_reports
from desktop.domain.failures import Failure, Refused, Throttled, Unanswered
from desktop.domain.reconciliation import ServiceRedemption
from tests.api.wire.samples import answer, tree

REPORT = """{"response": {"status": {"success": true, "code": 200, "message": "Success"}, "report": {"redemption": {
  "row": [{"store_username": "till.one", "customer": {"firstname": "Asha", "lastname": "Rao", "mobile": "919777788221"},
    "transaction_number": "B-1", "points_redeemed": "12.5", "redemption_date": "2026-11-22 14:37:11"}]}}}}"""

DAY = date(2026, 11, 22)


def test_the_request_names_both_days() -> None:
    """The vendor wants both dates or neither."""
    request = store_reports.ask(DAY, DAY)
    assert (request.method, request.path) == ("GET", "/v1.1/store/reports.json")
    assert dict(request.query) == {"type": "redemption", "start_date": "2026-11-22", "end_date": "2026-11-22"}


def test_the_vendor_s_sample() -> None:
    """Till, bill, points and time are read. A single row may stand without its list."""
    row = ServiceRedemption(points=Decimal("12.5"), bill="B-1", time="2026-11-22 14:37:11", till="till.one")
    assert store_reports.read(answer(REPORT)) == (row,)
    single = tree(REPORT)
    redemption = single["response"]["report"]["redemption"]
    redemption["row"] = redemption["row"][0]
    assert store_reports.read(answer(single)) == (row,)


@pytest.mark.parametrize("redemption", [None, [], {}, {"row": None}, {"row": []}, {"row": "x"}])
def test_an_empty_list(redemption: object) -> None:
    """Every spelling of no rows is an empty list."""
    changed = tree(REPORT)
    changed["response"]["report"]["redemption"] = redemption
    assert store_reports.read(answer(changed)) == ()


@pytest.mark.parametrize(
    ("status", "body", "failure"),
    [
        (403, {"status": {"success": False, "code": 403}}, Refused),
        (404, {}, Unanswered),
        (429, {}, Throttled),
        (503, b"<html>", Unanswered),
        (200, {"status": {"success": True, "code": 200}}, Unanswered),
        (200, {"status": {"success": False, "code": 500}, "report": {"redemption": {}}}, Unanswered),
    ],
)
def test_no_list(status: int, body: object, failure: type[Failure]) -> None:
    """An answer without the list is a failure, never an empty list."""
    wrapped = body if isinstance(body, bytes) else {"response": body} if body else {}
    with pytest.raises(failure):
        store_reports.read(answer(wrapped, status))


JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=4), JSON)
def test_no_answer_breaks_the_reader(rows: list[object], elsewhere: object) -> None:
    """Whatever stands in the list, the reader returns rows or raises a failure of the domain."""
    for body in (
        {"response": {"report": {"redemption": {"row": rows}}}},
        {"response": {"report": {"redemption": elsewhere}}},
        {"response": elsewhere},
    ):
        try:
            found = store_reports.read(answer(body))
        except Failure:
            continue
        assert all(isinstance(one, ServiceRedemption) for one in found)
