"""Tests that the practice service lists a store's redemptions as the vendor's old pages show them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call
from desktop.training.bad_days import BadDay
from desktop.training.ledger import SERVICE_ZONE

if TYPE_CHECKING:
    from tests.training.conftest import Reply, Till

PATH = "/v1.1/store/reports.json"
VIKRAM = "919876543001"


def report(till: Till, **query: str) -> Reply:
    """Asks for the redemptions of the store."""
    return till.request("GET", PATH, {"type": "redemption", **query})


def test_the_redemptions_of_all_members(till: Till) -> None:
    """Every member's redemptions are listed with till, bill and points, and without a reference."""
    till.redeem(points="10", reference="R-1", transaction_number="B-1")
    till.redeem(VIKRAM, "2.5", reference="R-2", transaction_number="B-2")
    today = datetime.now(SERVICE_ZONE).date()
    rows = report(till, start_date=f"{today}", end_date=f"{today}").inner["report"]["redemption"]["row"]
    assert [(row["transaction_number"], str(row["points_redeemed"])) for row in rows] == [("B-1", "10"), ("B-2", "2.5")]
    assert {row["store_username"] for row in rows} == {till.service.till}
    assert not {"redemption_id", "external_reference_number"} & set(rows[0])


def test_other_days_are_left_out(till: Till) -> None:
    """Only the days that were asked for are listed. Without days, all are."""
    till.redeem(points="10", reference="R-1")
    before = datetime.now(SERVICE_ZONE).date() - timedelta(days=2)
    assert report(till, start_date=f"{before}", end_date=f"{before}").inner["report"]["redemption"]["row"] == []
    assert len(report(till).inner["report"]["redemption"]["row"]) == 1


@pytest.mark.parametrize(
    "query", [{"start_date": "2026-11-22"}, {"end_date": "2026-11-22"}, {"type": "loyalty"}, {"start_date": "x"}]
)
def test_a_wrong_question(till: Till, query: dict[str, str]) -> None:
    """The vendor wants both dates or neither."""
    assert report(till, **query).status == 400


def test_a_fault_of_another_call_is_not_used_up() -> None:
    """The till asks for this list by itself, so only a fault that names the call affects it."""
    assert Call.STORE_REPORT not in BadDay.HANG.calls
