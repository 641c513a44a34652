"""Tests amounts of points: what is read, what is refused and why, and that nothing is ever rounded up."""

from __future__ import annotations

import re
import sys
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.points import Points, PointsError, PointsProblem, ShownBalance, half, plain, redeemable

ZEROS = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.decimal(chr(code), None) == 0]
"""The digit zero of every script that Unicode knows."""

AMOUNTS = st.decimals(min_value=-10_000_000, max_value=10_000_000, places=6)
PARTS = st.text("0123456789", max_size=14)


def oracle(text: str) -> int | PointsProblem:
    """Returns the thousandths of a plain text, or why it is refused.

    It uses whole numbers and one pattern, no Decimal.
    """
    match = re.fullmatch(r"([0-9]*)(?:\.([0-9]*))?", text)
    if match is None or text == ".":
        return PointsProblem.GROUPED if text.count(".") > 1 else PointsProblem.NOT_A_NUMBER
    whole, fraction = match[1].lstrip("0"), (match[2] or "").rstrip("0")
    if len(whole) > 12:
        return PointsProblem.TOO_LARGE
    if not whole and not fraction:
        return PointsProblem.NOT_POSITIVE
    if len(fraction) > 3:
        return PointsProblem.TOO_PRECISE
    return int(whole + fraction.ljust(3, "0"))


def read(text: str, decimal_mark: str = ".") -> int | PointsProblem:
    """Returns the till's result for a text, in the oracle's terms."""
    try:
        points = Points.parse(text, decimal_mark)
    except PointsError as error:
        return error.problem
    return int(points.value * 1000)


@given(PARTS, st.sampled_from(["", ".", ".."]), PARTS)
@example("1", ".", "5000")
@example("1", ".", "1111")
@example("999999999999", ".", "999")
@example("1000000000000", "", "")
@example("", ".", "")
@example("0", ".", "0000")
@example("", ".", "5")
@example("5", ".", "")
def test_plain_texts_are_read_as_an_independent_rule_reads_them(whole: str, mark: str, fraction: str) -> None:
    """Every plain text gives exactly the oracle's thousandths, or is refused for the oracle's reason."""
    text = whole + mark + fraction
    assert read(text) == (oracle(text) if text else PointsProblem.EMPTY)


@given(st.text(max_size=12))
def test_no_text_is_read_that_the_rule_does_not_know(text: str) -> None:
    """Every text is refused with a reason, or its digits alone decide the amount."""
    found = read(text)
    if isinstance(found, int):
        digits = "".join("." if one in ".\u066b" else str(unicodedata.decimal(one)) for one in text.strip())
        assert found == oracle(digits)


@pytest.mark.parametrize("zero", ZEROS, ids=lambda zero: f"U+{ord(zero):04X}")
def test_digits_of_every_script_are_read(zero: str) -> None:
    """`123.5` means the same in all of Unicode's decimal digits."""
    own = "".join(chr(ord(zero) + int(one)) if one.isdigit() else one for one in "1290.5")
    assert read(own) == 1_290_500


@pytest.mark.parametrize(
    "text", ["+1", "-1", "−1", "1e3", "1E3", "NaN", "inf", "Infinity", "0x10", "½", "²", "一", "1a", "٪1"]
)
def test_signs_exponents_and_names_are_no_numbers(text: str) -> None:
    """Only digits and a decimal mark are a number of points."""
    assert read(text) is PointsProblem.NOT_A_NUMBER


@pytest.mark.parametrize(
    "text", ["1,234", "1 234", "1\u00a0234", "1\u202f234", "1'234", "1’234", "1_234", "1٬234", "1.234.567"]
)
def test_grouping_marks_are_refused_as_such(text: str) -> None:
    """`1,234` and `1.234` mean different amounts in different countries, so a grouped number is never guessed."""
    assert read(text) is PointsProblem.GROUPED


def test_the_locale_s_own_decimal_mark_is_taken_beside_the_point() -> None:
    """If the comma is the mark, both `1,5` and `1.5` are one and a half. Both marks at once are refused."""
    assert read("1,5", ",") == 1500
    assert read("1.5", ",") == 1500
    assert read("1٫5") == 1500
    assert read("1.234,5", ",") is PointsProblem.GROUPED


@pytest.mark.parametrize("text", ["5 points", "1,5e2", "1.2.x", "-1,5"])
def test_letters_and_signs_are_named_before_marks(text: str) -> None:
    """A message about grouping does not help after `5 points` was pasted."""
    assert read(text) is PointsProblem.NOT_A_NUMBER


def test_space_around_the_number_does_not_count() -> None:
    """A pasted line end does not count. A text of spaces is empty."""
    assert read(" 10\n") == 10_000
    assert read(" \t\n") is PointsProblem.EMPTY


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("NaN", PointsProblem.NOT_A_NUMBER),
        ("sNaN", PointsProblem.NOT_A_NUMBER),
        ("Infinity", PointsProblem.NOT_A_NUMBER),
        ("-Infinity", PointsProblem.NOT_A_NUMBER),
        ("0", PointsProblem.NOT_POSITIVE),
        ("-0.0", PointsProblem.NOT_POSITIVE),
        ("-3", PointsProblem.NOT_POSITIVE),
        ("1E12", PointsProblem.TOO_LARGE),
        ("0.0001", PointsProblem.TOO_PRECISE),
    ],
)
def test_no_amount_breaks_a_rule(value: str, problem: PointsProblem) -> None:
    """An amount that breaks a rule cannot be made in any way."""
    with pytest.raises(PointsError) as caught:
        Points(Decimal(value))
    assert caught.value.problem is problem
    assert str(caught.value) == problem.value


@given(st.integers(min_value=1, max_value=999_999_999_999_999), st.integers(min_value=0, max_value=9))
def test_the_wire_carries_exactly_the_digits(thousandths: int, zeros: int) -> None:
    """The wire has the same value without exponent or trailing zeros, however the amount was written."""
    points = Points(Decimal(f"{thousandths}{'0' * zeros}").scaleb(-3 - zeros))
    assert re.fullmatch(r"(0|[1-9][0-9]*)(\.[0-9]{0,2}[1-9])?", points.wire)
    assert Fraction(points.wire) == Fraction(thousandths, 1000)
    assert str(points) == points.wire
    assert points == Points.parse(points.wire)
    assert hash(points) == hash(Points.parse(points.wire))


def test_amounts_compare_by_value() -> None:
    """`1.500` is `1.5`, and less than 2."""
    assert Points(Decimal("1.500")) == Points(Decimal("1.5"))
    assert Points(Decimal("1.5")) < Points(Decimal(2))
    assert Points(Decimal("1E+3")).wire == "1000"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("0.000", "0"),
        ("-0.00", "0"),
        ("-3", "-3"),
        ("1E+3", "1000"),
        ("1.50", "1.5"),
        ("100", "100"),
    ],
)
def test_plain_text_has_no_exponent_no_zeros_and_no_minus_zero(amount: str, text: str) -> None:
    """Amounts of every shape are written in the shortest exact way."""
    assert plain(Decimal(amount)) == text


@given(AMOUNTS)
@example(Decimal("12.345"))
@example(Decimal("0.001"))
@example(Decimal(-1))
def test_half_is_never_more_than_a_half(amount: Decimal) -> None:
    """The half is cut to thousandths, loses less than two thousandths, and is zero for a negative amount."""
    result, exact = Fraction(half(amount)), max(Fraction(amount) / 2, Fraction(0))
    assert result <= exact
    assert exact - result < Fraction(2, 1000)
    assert (result * 1000).denominator == 1


@given(AMOUNTS)
@example(Decimal("0.0009"))
@example(Decimal(0))
def test_what_can_be_redeemed_is_never_more_than_the_balance(amount: Decimal) -> None:
    """It is the first three places of a balance, and zero for a negative balance."""
    result = Fraction(redeemable(amount))
    assert result == max(Fraction(int(Fraction(amount) * 1000), 1000), Fraction(0))


def test_the_examples_of_the_docstrings_hold() -> None:
    """`12.345` halves to `6.172`."""
    assert half(Decimal("12.345")) == Decimal("6.172")
    assert redeemable(Decimal("10.9999")) == Decimal("10.999")


def test_the_whole_balance_may_be_typed_as_it_is_shown() -> None:
    """Its grouping marks are accepted then, also with a plain space for a narrow one. Any other grouping is refused."""
    balance = ShownBalance("1,991", Decimal(1991))
    assert Points.parse(" 1,991 ", balance=balance) == Points(Decimal(1991))
    assert Points.parse("1 991", ",", balance=ShownBalance("1\u202f991", Decimal(1991))) == Points(Decimal(1991))
    assert Points.parse("1.234", ",", balance=ShownBalance("1.234", Decimal(1234))) == Points(Decimal(1234))
    for other in ("1,990", "19,91", "1,991.0", "1 991"):
        with pytest.raises(PointsError) as refused:
            Points.parse(other, balance=balance)
        assert refused.value.problem is PointsProblem.GROUPED


def test_a_balance_that_cannot_be_redeemed_is_refused_as_it_is_shown() -> None:
    """Four decimal places are too many, also in a balance."""
    with pytest.raises(PointsError) as refused:
        Points.parse("1,991.1234", balance=ShownBalance("1,991.1234", Decimal("1991.1234")))
    assert refused.value.problem is PointsProblem.TOO_PRECISE


@given(st.text(alphabet="0123456789,. ", max_size=12), st.decimals(1, 10**6, places=2))
def test_a_balance_changes_how_only_its_own_text_is_read(text: str, value: Decimal) -> None:
    """Every other text means what it means without a balance."""
    shown = f"{value:,}"

    def read(balance: ShownBalance | None) -> Points | PointsProblem:
        try:
            return Points.parse(text, balance=balance)
        except PointsError as error:
            return error.problem

    expected = Points(value) if text.strip() == shown else read(None)
    assert read(ShownBalance(shown, value)) == expected
