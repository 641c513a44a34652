"""Reads amounts of points as exact decimals with at most three places, and never as floats."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MAX_PLACES = 3
"""The decimal places that the service accepts (redeem-points reference, code 878)."""

MAX_WHOLE_DIGITS = 12
"""The whole digits that the till accepts. No program gives out a trillion points; a misread barcode has more digits."""

_ARABIC_DECIMAL_MARK = "\u066b"


class PointsProblem(StrEnum):
    """Why a text is not an amount of points that can be redeemed."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    GROUPED = "grouped"
    TOO_PRECISE = "too_precise"
    NOT_POSITIVE = "not_positive"
    TOO_LARGE = "too_large"


class PointsError(ValueError):
    """An amount of points that cannot be redeemed.

    Attributes:
        problem: the reason; the window shows it in the cashier's language.
    """

    def __init__(self, problem: PointsProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def positive(points: Decimal | None) -> Decimal | None:
    """Returns points that moved, as the service shows them; None if it says none, or not more than 0."""
    return points if points is not None and points > 0 else None


def are_same_when_shown(shown: Decimal, asked: Decimal) -> bool:
    """True if `shown` may stand for the points that were asked for: also rounded, or negative as points taken."""
    places = max(0, -int(shown.as_tuple().exponent))
    return abs(abs(shown) - asked) < Decimal(1).scaleb(-places)


@dataclass(frozen=True, slots=True)
class ShownBalance:
    """A balance with its text in the window.

    Attributes:
        shown: the text, with the locale's grouping marks: `1,991`.
        value: the balance.
    """

    shown: str
    value: Decimal


@dataclass(frozen=True, slots=True, order=True)
class Points:
    """An amount of points to redeem: more than 0, at most three decimal places.

    The value counts, not its spelling: `1.5000` is `1.5`, but `1.1111` is refused, as the service would refuse it
    (redeem-points reference, codes 801 and 878).

    Attributes:
        value: the amount, normalised to as few decimal places as possible.

    Raises:
        PointsError: on construction, if the value breaks a rule.
    """

    value: Decimal

    def __post_init__(self) -> None:
        if not self.value.is_finite():
            raise PointsError(PointsProblem.NOT_A_NUMBER)
        if self.value <= 0:
            raise PointsError(PointsProblem.NOT_POSITIVE)
        if self.value.adjusted() >= MAX_WHOLE_DIGITS:
            raise PointsError(PointsProblem.TOO_LARGE)
        places = _places(self.value)
        if places > MAX_PLACES:
            raise PointsError(PointsProblem.TOO_PRECISE)
        object.__setattr__(self, "value", Decimal(plain(self.value)))

    @classmethod
    def parse(cls, text: str, decimal_mark: str = ".", *, balance: ShownBalance | None = None) -> Points:
        """Reads what a cashier typed.

        Args:
            text: digits of any script with at most one decimal mark. Surrounding white space is ignored.
            decimal_mark: the locale's own mark. `.` and the Arabic mark are always accepted too.
            balance: the member's balance. Typed exactly as it is shown, it is accepted with its grouping marks.

        Raises:
            PointsError: if it is not a valid amount. Signs, exponents, grouping marks and names such as `NaN` are
                refused.
        """
        text = text.strip()
        if not text:
            raise PointsError(PointsProblem.EMPTY)
        if balance is not None and _with_plain_spaces(text) == _with_plain_spaces(balance.shown):
            return cls(balance.value)
        marks = {".", decimal_mark, _ARABIC_DECIMAL_MARK}
        digits: list[str] = []
        is_grouped = False
        for character in text:
            digit = unicodedata.decimal(character, None)
            if digit is not None:
                digits.append(str(digit))
            elif character in marks and "." not in digits:
                digits.append(".")
            elif character in marks or _is_grouping_mark(character):
                is_grouped = True
            else:
                raise PointsError(PointsProblem.NOT_A_NUMBER)
        if is_grouped:
            raise PointsError(PointsProblem.GROUPED)
        plain_text = "".join(digits)
        if plain_text == ".":
            raise PointsError(PointsProblem.NOT_A_NUMBER)
        return cls(Decimal(plain_text))

    @property
    def wire(self) -> str:
        """The digits of the JSON number on the wire, without exponent or trailing zeros."""
        return plain(self.value)

    def __str__(self) -> str:
        return self.wire


def plain(amount: Decimal) -> str:
    """The shortest exact text of a finite amount: `1991`, `0.5`, `-3`. No exponent, trailing zeros or `-0`."""
    text = f"{amount:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def half(amount: Decimal) -> Decimal:
    """Half of a balance, rounded down to what can be redeemed: half of `12.345` is `6.172`."""
    return Decimal(int(amount * 1000) // 2).scaleb(-MAX_PLACES) if amount > 0 else Decimal(0)


def redeemable(amount: Decimal) -> Decimal:
    """The largest amount of a balance that can be requested at once: rounded down to three decimal places."""
    return Decimal(int(amount * 1000)).scaleb(-MAX_PLACES) if amount > 0 else Decimal(0)


def _places(value: Decimal) -> int:
    return len(plain(value).partition(".")[2])


def _is_grouping_mark(character: str) -> bool:
    return character in ",.'’٬_" or unicodedata.category(character) == "Zs"


def _with_plain_spaces(text: str) -> str:
    """Returns the text with plain spaces, because a keyboard has no key for a narrow one that does not break."""
    return "".join(" " if unicodedata.category(character) == "Zs" else character for character in text)
