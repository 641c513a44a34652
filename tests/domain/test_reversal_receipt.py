"""Tests the receipt for points that were given back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.points import Points
from desktop.domain.receipt import WORDS, Line, LineKind
from desktop.domain.redemption import Redeemed
from desktop.domain.reversal import GivenBack, Reversal, ReversalsSeen, ReversalState
from desktop.domain.reversal_receipt import REVERSAL_WORDS, ReversalReceipt, layout_reversal
from tests.domain.receipt_text import as_text
from tests.domain.test_receipt import PlainFormats

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt

AT = datetime(2025, 3, 11, 9, 0, tzinfo=UTC)


@pytest.fixture
def reversal() -> Reversal:
    return Reversal(
        id="01JP0000000000000000000001",
        reference="01JP0000000000000000000000",
        points=Points(Decimal(100)),
        reason="Item returned",
        state=ReversalState.REVERSED,
        before=ReversalsSeen(),
        till="till.two",
        cashier="Ravi",
        at=AT,
        changed=AT,
        given_back=GivenBack(
            points=Decimal(100),
            available=Decimal(60),
            expired=Decimal(40),
            value=Decimal("100.15"),
            balance=Decimal("1800.875"),
            reversal_id="rv-1",
        ),
    )


def lines(receipt: ReversalReceipt) -> list[str]:
    """Returns the lines on paper of 42 columns."""
    return as_text(layout_reversal(receipt, PlainFormats(), str), 42).splitlines()


def test_it_says_what_came_back_and_what_had_expired(redeemed: Attempt, reversal: Reversal) -> None:
    """With the reason, who did it and when, and both of the service's numbers.

    The value is that of all points given back, also if none of them are for the member.
    """
    receipt = ReversalReceipt.of(redeemed, reversal, store="Corner Shop", training=True).as_copy()
    assert lines(receipt) == [
        "         TRAINING. Not a receipt.",
        "                   COPY",
        "               Corner Shop",
        "       Till till.two · Cashier Ravi",
        "           2025-03-11 09:00 UTC",
        "            POINTS GIVEN BACK",
        "------------------------------------------",
        "Bill                                B-1001",
        "Member                     +91 ••••• •8221",
        "------------------------------------------",
        "Points given back                     +100",
        "Value                              ₹100.15",
        "Expired, not given back                 40",
        "Points for the member                   60",
        "Balance                           1800.875",
        "------------------------------------------",
        "Reason                       Item returned",
        "Redemption                          7t4y2a",
        "Reversal                              rv-1",
        "Reference       01JP0000000000000000000000",
    ]
    assert layout_reversal(receipt, PlainFormats(), str)[-1] == Line(LineKind.QR, receipt.reference)


def test_what_is_not_known_is_left_out(redeemed: Attempt, reversal: Reversal) -> None:
    """A reversal that only the list proved says nothing of expired points, value or balance."""
    done = replace(reversal, given_back=GivenBack(), cashier="")
    attempt = replace(redeemed, draft=replace(redeemed.draft, bill=""), redeemed=Redeemed())
    text = "\n".join(lines(ReversalReceipt.of(attempt, done, store="", training=False)))
    for word in ("Expired", "for the member", "Value", "Balance", "Bill", "Redemption", "Reversal ", "Cashier", "COPY"):
        assert word not in text
    assert "+100" in text
    some = replace(reversal, given_back=GivenBack(expired=Decimal(1)))
    text = "\n".join(lines(ReversalReceipt.of(redeemed, some, store="", training=False)))
    assert "Expired" in text
    assert "for the member" not in text
    nobody = replace(redeemed, draft=replace(redeemed.draft, bill="", shown=""))
    receipt = replace(ReversalReceipt.of(nobody, some, store="", training=False), member="")
    assert sum(line.startswith("---") for line in lines(receipt)) == 2


def test_there_is_none_before_the_points_are_back(redeemed: Attempt, reversal: Reversal) -> None:
    """There is no receipt of what is not known."""
    with pytest.raises(ValueError, match="unknown"):
        ReversalReceipt.of(
            redeemed, replace(reversal, state=ReversalState.UNKNOWN, given_back=None), store="", training=False
        )


def test_its_words_can_be_translated(redeemed: Attempt, reversal: Reversal) -> None:
    """All that it asks for are listed, and each is used."""
    asked: set[str] = set()

    def note(text: str) -> str:
        asked.add(text)
        return text

    receipt = ReversalReceipt.of(redeemed, reversal, store="Shop", training=True).as_copy()
    layout_reversal(receipt, PlainFormats(), note)
    assert asked & set(REVERSAL_WORDS) == set(REVERSAL_WORDS)
    assert asked <= {*WORDS, *REVERSAL_WORDS}
