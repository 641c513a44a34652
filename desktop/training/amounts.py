"""Reads amounts of points exactly, by the rules of the vendor's page.

The practice service does not share the till's parser (`desktop.domain.points`). If it did, it would share its mistakes
too.
"""

from __future__ import annotations

import re
from decimal import Decimal

from desktop.training.refusals import CallRefused

_PLAIN_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?", re.ASCII)
_MAX_EXPONENT = 15
_MAX_PLACES = 3


def read_json_points(value: object, *, invalid: int = 801) -> Decimal:
    """Reads `points_redeemed` of a request body whose numbers were parsed exactly.

    Args:
        value: an int or a Decimal. A string, a boolean and null are refused (code 801).
        invalid: the code for an invalid amount, if the call has its own.

    Raises:
        CallRefused: 801 if it is not a number above 0, 878 if it has more than three decimal places (redeem-points
            reference).
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise CallRefused(invalid)
    return _checked(Decimal(value), invalid)


def read_query_points(text: str | None) -> Decimal:
    """Reads `points` of a query.

    Raises:
        CallRefused: 801 or 878, as in `read_json_points`.
    """
    if text is None or not _PLAIN_NUMBER.fullmatch(text):
        raise CallRefused(801)
    return _checked(Decimal(text), 801)


def plain(amount: Decimal) -> str:
    """The shortest exact text of an amount: no exponent and no trailing zeros."""
    text = f"{amount:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text


def _checked(value: Decimal, invalid: int) -> Decimal:
    if not value.is_finite() or value <= 0:
        raise CallRefused(invalid)
    sign, digits, exponent = value.as_tuple()
    # `1E999999999` is a few bytes on the wire, but gigabytes when it is written out.
    if not isinstance(exponent, int) or value.adjusted() > _MAX_EXPONENT:
        raise CallRefused(818)
    while digits[-1] == 0 and exponent < 0:
        digits = digits[:-1]
        exponent += 1
    if exponent < -_MAX_PLACES:
        raise CallRefused(878)
    return Decimal((sign, digits, exponent))
