"""Tests that the practice service gives points back as the vendor documents, and with the faults of a shop."""

from __future__ import annotations

import http.client
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call
from desktop.training.bad_days import BadDay

if TYPE_CHECKING:
    from tests.training.conftest import Clock, Till

FATIMA = "919876543013"


def test_expired_points_do_not_come_back(till: Till) -> None:
    """The member gets `available`. What has expired counts as reversed all the same."""
    till.redeem(FATIMA, "100", reference="R-1")
    first = till.reverse(FATIMA, "30", externalReferenceNumber="R-1")
    assert first.json["pointsReversedDetails"] == {"available": 0, "expired": 30}
    second = till.reverse(FATIMA, "70", externalReferenceNumber="R-1")
    assert second.json["pointsReversed"] == 70
    assert second.json["pointsReversedDetails"] == {"available": 60, "expired": 10}
    assert till.balance(FATIMA) == 2460
    assert till.reverse(FATIMA, "1", externalReferenceNumber="R-1").code == 3802


def test_a_redemption_is_named_in_one_way_only(till: Till) -> None:
    """What the service does with both is not documented, so a till must send one."""
    till.redeem(points="10", reference="R-1")
    both: dict[str, object] = {"redemptionId": till.service.ledger()[0].redemption_id, "externalReferenceNumber": "R-1"}
    assert till.reverse(points="1", fields=both).code == 887
    assert till.service.ledger()[0].reversed_points == 0


def test_a_member_who_is_locked_gets_nothing_back(till: Till) -> None:
    """The vendor's code is 904."""
    till.redeem(points="10", reference="R-1")
    till.service.bad_day(BadDay.BUSY_521, 1)
    assert till.reverse(points="1", externalReferenceNumber="R-1").code == 904
    assert till.service.ledger()[0].reversed_points == 0


@pytest.mark.parametrize(
    ("bad_day", "moves"), [(BadDay.CUT_BEFORE, False), (BadDay.ANSWER_LOST, True), (BadDay.TRUNCATED, True)]
)
def test_an_answer_is_lost_before_or_after_the_points_came_back(till: Till, bad_day: BadDay, *, moves: bool) -> None:
    """Only the list of reversals shows which."""
    till.redeem(points="10", reference="R-1")
    till.service.bad_day(bad_day, 1)
    with pytest.raises((ConnectionError, http.client.HTTPException)):
        till.reverse(points="4", externalReferenceNumber="R-1")
    (found,) = till.redemptions(external_reference_number="R-1")
    assert len(found["reversals"]) == moves


def test_the_points_come_back_and_the_service_says_no(till: Till) -> None:
    """902 does not prove that nothing was done."""
    till.redeem(points="10", reference="R-1")
    till.service.bad_day(BadDay.REVERSAL_REFUSED_AFTER, 1)
    assert till.reverse(points="4", externalReferenceNumber="R-1").code == 902
    assert till.service.ledger()[0].reversed_points == 4


def test_a_reversal_may_show_late(till: Till, clock: Clock) -> None:
    """The points are back at once. The list shows it later."""
    till.redeem(points="10", reference="R-1")
    till.service.bad_day(BadDay.REVERSAL_SHOWS_LATE, 1, seconds=30)
    till.reverse(points="4", externalReferenceNumber="R-1")
    assert till.balance() == 1985
    assert till.redemptions(external_reference_number="R-1")[0]["reversals"] == []
    clock.now += 31
    (entry,) = till.redemptions(external_reference_number="R-1")[0]["reversals"]
    assert (entry["points_reversed"], entry["reversed_on_till_id"]) == (Decimal(4), 50031022)


def test_faults_that_move_points_are_for_both_calls() -> None:
    """The faults of codes are the redemption's alone, and those of the list the reversal's."""
    assert BadDay.ANSWER_LOST.calls == {Call.REDEEM, Call.REVERSE}
    assert BadDay.WRONG_CODE.calls == {Call.REDEEM}
    assert BadDay.REVERSAL_SHOWS_LATE.calls == {Call.REVERSE}
    assert BadDay.SLOW.calls == frozenset(Call) - {Call.EXPIRING, Call.STORE_REPORT, Call.TOKEN}
