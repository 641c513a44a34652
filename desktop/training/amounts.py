"""Owns how the practice service reads an amount of points: exactly, by the rules of the vendor's page.

The till's own reading (`desktop.domain.points`) is deliberately not used: a service that shared it would share its
mistakes.
"""

from __future__ import annotations

import re
from decimal import Decimal

from desktop.training.refusals import Refusal

_PLAIN_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?", re.ASCII)
_LARGEST_POWER = 15
_MOST_PLACES = 3


def read_json_points(value: object, *, invalid: int = 801) -> Decimal:
    """Reads `points_redeemed` of a request body whose numbers were parsed exactly.

    Args:
        value: an int or a Decimal; a string, a boolean or null is no number (code 801).
        invalid: the code for what is no amount of points, where the call has one of its own.

    Raises:
        Refusal: 801 for what is not a number above 0, 878 for more than three decimal places (redeem-points reference).
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise Refusal(invalid)
    return _checked(Decimal(value), invalid)


def read_query_points(text: str | None) -> Decimal:
    """Reads `points` of a query.

    Raises:
        Refusal: 801 or 878, as above.
    """
    if text is None or not _PLAIN_NUMBER.fullmatch(text):
        raise Refusal(801)
    return _checked(Decimal(text), 801)


def plain(amount: Decimal) -> str:
    """The shortest exact text of an amount: no exponent and no trailing zeros."""
    text = f"{amount:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text


def _checked(value: Decimal, invalid: int) -> Decimal:
    if not value.is_finite() or value <= 0:
        raise Refusal(invalid)
    sign, digits, exponent = value.as_tuple()
    # An exponent is a handful of bytes on the wire and gigabytes when it is written out.
    if not isinstance(exponent, int) or value.adjusted() > _LARGEST_POWER:
        raise Refusal(818)
    while digits[-1] == 0 and exponent < 0:
        digits = digits[:-1]
        exponent += 1
    if exponent < -_MOST_PLACES:
        raise Refusal(878)
    return Decimal((sign, digits, exponent))
