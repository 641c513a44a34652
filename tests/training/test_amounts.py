"""Tests that the practice service reads points by the vendor's rules."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.training.amounts import plain, read_json_points, read_query_points
from desktop.training.refusals import CallRefused


@given(st.integers(1, 10**15 - 1), st.integers(0, 6))
def test_three_decimals_are_read_exactly_before_any_zeros(thousandths: int, zeros: int) -> None:
    """An amount in thousandths is read exactly, with any number of trailing zeros."""
    value = Decimal(thousandths).scaleb(-3)
    text = f"{value:f}" + "0" * zeros
    assert read_query_points(text) == value
    assert read_json_points(Decimal(text)) == value
    assert Decimal(plain(read_json_points(Decimal(text)))) == value


@given(st.integers(0, 10**9), st.integers(1, 9), st.integers(4, 40))
def test_a_fourth_decimal_is_refused(whole: int, digit: int, place: int) -> None:
    """A value with more than three decimal places is refused with 878, wherever the extra digit stands."""
    value = Decimal(f"{whole}.{'0' * (place - 1)}{digit}")
    with pytest.raises(CallRefused, match="878"):
        read_json_points(value)


@pytest.mark.parametrize(
    "value",
    [None, 0, -1, Decimal("-0.5"), Decimal("0.000"), Decimal("NaN"), Decimal("Infinity"), "10", "", True, [], {}, 1.5],
)
def test_an_invalid_amount_is_801(value: object) -> None:
    """Null, zero, negative amounts, NaN and other JSON types are refused with 801."""
    with pytest.raises(CallRefused, match="801"):
        read_json_points(value)


@pytest.mark.parametrize("text", [None, "", "0", "-1", "ten", "1,5", "1e3", "NaN", " 1", "٣", "+1"])
def test_an_invalid_amount_in_a_query_is_801(text: str | None) -> None:
    """A query accepts only plain digits as an amount."""
    with pytest.raises(CallRefused, match="801"):
        read_query_points(text)


@pytest.mark.parametrize(("text", "code"), [("1e999999999", "818"), ("1e-999999999", "878"), ("1e20", "818")])
def test_huge_exponents_are_refused_at_once(text: str, code: str) -> None:
    """A short text with a huge exponent is refused and never expanded into gigabytes."""
    with pytest.raises(CallRefused, match=code):
        read_json_points(Decimal(text))
