"""Turns what a till sent into values that PostgreSQL can hold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from desktop.domain.event_batch import BatchError

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

EARLIEST_US = (datetime.min.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
LATEST_US = (datetime.max.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
"""The times that there are, in microseconds since 1970 UTC."""

_LONGEST_AMOUNT = 64
_MOST_DIGITS = 32


def storable(text: str) -> str:
    """Returns a text without what PostgreSQL cannot hold: NUL, and halves of characters."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def time_of(microseconds: int) -> datetime:
    """Returns a time in UTC.

    Raises:
        BatchError: there is no such time.
    """
    try:
        return _EPOCH + timedelta(microseconds=microseconds)
    except OverflowError:
        raise BatchError("a time is out of range") from None


def day_of(text: str) -> date:
    """Returns the local day of a time with offset, as the till wrote it.

    Raises:
        BatchError: it is no time.
    """
    try:
        day = date.fromisoformat(text[:10])
        # Python reads other forms too, such as 2026-W48-5, which PostgreSQL does not.
        if day.isoformat() == text[:10]:
            return day
    except ValueError:
        pass
    raise BatchError("a record has no time")


def amount(text: str | int | None) -> Decimal | None:
    """Returns an exact amount, or None if there is none.

    Raises:
        BatchError: it is no amount.
    """
    if text is None or text == "":
        return None
    try:
        found = Decimal(text) if len(str(text)) <= _LONGEST_AMOUNT else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or abs(found.adjusted()) > _MOST_DIGITS:
        raise BatchError("a record has an amount that is none")
    return found
