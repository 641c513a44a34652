"""Tests how amounts of the POS are read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.prefill import AmountError, read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [("250", "250"), ("0.001", "0.001"), ("12.50", "12.50"), ("007", "7"), ("1.5000", "1.5"), ("2.0000", "2")],
)
def test_plain_digits_are_read_exactly(text: str, amount: str) -> None:
    """The decimal mark is a dot, whatever the till's language."""
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize(
    "text", ["", "0", "0.000", "-5", "+5", "1.2345", "1.50001", "1,5", "1e3", " 5", ".5", "5.", "٥", "NaN"]
)
def test_everything_else_is_refused(text: str) -> None:
    """A POS that writes amounts in another way is told so at once."""
    with pytest.raises(AmountError):
        read_amount(text)


@given(st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    """An amount is greater than 0 and has at most three decimal places."""
    try:
        amount = read_amount(text)
    except AmountError:
        return
    assert 0 < amount < 10**12
    assert amount == amount.quantize(Decimal("0.001"))
