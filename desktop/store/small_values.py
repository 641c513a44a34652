"""Stores times, amounts, ids and references in a few bytes, and reads them back exactly.

A value that the short form cannot give back exactly is stored as the text that it is.
"""

from __future__ import annotations

import re
import zlib
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache

from desktop.store.errors import DamagedRowError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS_A_DAY = 86_400
DAY_US = _SECONDS_A_DAY * 1_000_000
"""Microseconds of a day."""

_FIRST_DAY = date(1970, 1, 1).toordinal()

# Patterns are compiled when they are first used, because `points-till outcome` needs few of them while a POS waits.
_AMOUNT = r"(-?)(0|[1-9][0-9]{0,15})(?:\.([0-9]{1,7}))?"
AMOUNT_SCALES = 8
"""Numbers of decimal places that an amount may have, beginning with none."""

_LARGEST = 2**63
"""What SQLite cannot store any more."""

_ULID = r"[0-7][0-9A-HJKMNP-TV-Z]{25}"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_DIGITS = str.maketrans(_ALPHABET, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
_ULID_LENGTH = 26
_ULID_BYTES = 16

_PAIRS = [one + other for one in _ALPHABET for other in _ALPHABET]
"""The two characters for ten bits."""

_HEX = r"(?:[0-9a-f]{2}){4,32}"
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_UUID_MARK = b"-"
_UUID_BYTES = 16

_INTEGER = r"0|[1-9][0-9]{0,17}"

Small = str | int | bytes | None
"""A stored value."""


def pack_amount(amount: str | None) -> Small:
    """Returns an amount as one number: its digits, times eight, plus the number of decimal places."""
    if amount is None:
        return None
    found = re.fullmatch(_AMOUNT, amount)
    if found is None:
        return amount
    sign, whole, places = found[1], found[2], found[3] or ""
    value = int(whole + places)
    if sign and not value:
        # `-0` and `-0.0` have no number of their own.
        return amount
    packed = value * AMOUNT_SCALES + len(places)
    if packed >= _LARGEST:
        return amount
    return -packed if sign else packed


@lru_cache(maxsize=1024, typed=True)
def unpack_amount(stored: Small) -> str | None:
    """Returns the amount that `pack_amount` stored."""
    if isinstance(stored, int):
        value, places = divmod(abs(stored), AMOUNT_SCALES)
        digits = str(value)
        if places:
            if len(digits) <= places:
                digits = digits.zfill(places + 1)
            digits = f"{digits[:-places]}.{digits[-places:]}"
        return f"-{digits}" if stored < 0 else digits
    return _text_or_none(stored)


def pack_reference(reference: str) -> Small:
    """Returns a reference that `new_reference` made as 16 bytes."""
    if not re.fullmatch(_ULID, reference):
        return reference
    return int(reference.translate(_TO_DIGITS), 32).to_bytes(_ULID_BYTES, "big")


def unpack_reference(stored: Small) -> str:
    """Returns the reference that `pack_reference` stored.

    Raises:
        DamagedRowError: it stored no such value.
    """
    if not isinstance(stored, bytes):
        return _text(stored)
    if len(stored) != _ULID_BYTES:
        raise DamagedRowError("a column holds no reference")
    # Its time, ten characters, and two halves of the rest, eight characters each.
    number, pairs = int.from_bytes, _PAIRS
    time, one, two = number(stored[:6]), number(stored[6:11]), number(stored[11:])
    return (
        f"{pairs[time >> 40]}{pairs[time >> 30 & 1023]}{pairs[time >> 20 & 1023]}{pairs[time >> 10 & 1023]}"
        f"{pairs[time & 1023]}{pairs[one >> 30]}{pairs[one >> 20 & 1023]}{pairs[one >> 10 & 1023]}{pairs[one & 1023]}"
        f"{pairs[two >> 30]}{pairs[two >> 20 & 1023]}{pairs[two >> 10 & 1023]}{pairs[two & 1023]}"
    )


def reference_range(prefix: str) -> tuple[bytes, bytes] | None:
    """Returns the first and the last packed reference that begin with a prefix, or None if none can."""
    lowest, highest = prefix.upper().ljust(_ULID_LENGTH, "0"), prefix.upper().ljust(_ULID_LENGTH, "Z")
    if not re.fullmatch(_ULID, lowest) or not re.fullmatch(_ULID, highest):
        return None
    first, last = pack_reference(lowest), pack_reference(highest)
    assert isinstance(first, bytes) and isinstance(last, bytes)  # noqa: S101, PT018 - tells the type checker
    return first, last


def pack_id(text: str) -> Small:
    """Returns a hexadecimal id or a UUID as bytes, and nothing as None."""
    if not text:
        return None
    if re.fullmatch(_HEX, text):
        packed = bytes.fromhex(text)
        return text if _is_uuid(packed) else packed
    if re.fullmatch(_UUID, text):
        return _UUID_MARK + bytes.fromhex(text.replace("-", ""))
    return text


def unpack_id(stored: Small) -> str:
    """Returns the id that `pack_id` stored."""
    if not isinstance(stored, bytes):
        return _text(stored or "")
    if _is_uuid(stored):
        digits = stored[1:].hex()
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
    return stored.hex()


def is_plain_id(stored: Small) -> bool:
    """True if `unpack_id` returns the hexadecimal digits of some bytes."""
    return isinstance(stored, bytes) and len(stored) != len(_UUID_MARK) + _UUID_BYTES


def _is_uuid(packed: bytes) -> bool:
    return len(packed) == len(_UUID_MARK) + _UUID_BYTES and packed.startswith(_UUID_MARK)


def pack_integer(text: str) -> Small:
    """Returns a text of digits without leading zeros as a number, and nothing as None."""
    if not text:
        return None
    return int(text) if re.fullmatch(_INTEGER, text) else text


def unpack_integer(stored: Small) -> str:
    """Returns the text that `pack_integer` stored."""
    return str(stored) if isinstance(stored, int) else _text(stored or "")


def pack_offset(at: str, at_us: int) -> Small:
    """Returns the offset of a time in seconds. With the microseconds it gives back the same text."""
    offset = datetime.fromisoformat(at).utcoffset()
    seconds = 0 if offset is None else offset // timedelta(seconds=1)
    return seconds if time_text(at_us, seconds) == at else at


def time_text(at_us: int, offset: Small) -> str:
    """Returns a time as RFC 3339 text, from microseconds since 1970 and what `pack_offset` returned."""
    if not isinstance(offset, int):
        return _text(offset)
    local, ending = _zone(offset)
    seconds, fraction = divmod(at_us, 1_000_000)
    day, second = divmod(seconds + local, _SECONDS_A_DAY)
    return f"{_day_text(day)}T{second_text(second)}{f'.{fraction:06}' if fraction else ''}{ending}"


def local_day_of(at_us: int, offset: int) -> tuple[int, str, str]:
    """Returns the local day of a time in microseconds since 1970, so that times of this day can be written quickly.

    Args:
        at_us: the time.
        offset: that of its zone in seconds.

    Returns:
        Its first moment, and what stands before and after the time of day in `time_text`.
    """
    midnight = at_us - (at_us + offset * 1_000_000) % DAY_US
    date_text, _, rest = time_text(midnight, offset).partition("T")
    return midnight, f"{date_text}T", rest[len("00:00:00") :]


@lru_cache(maxsize=64)
def _zone(offset: int) -> tuple[int, str]:
    """Returns an offset in seconds, and its text."""
    return offset, datetime(1970, 1, 1, tzinfo=timezone(timedelta(seconds=offset))).isoformat()[19:]


@lru_cache(maxsize=64)
def _day_text(day: int) -> str:
    return date.fromordinal(day + _FIRST_DAY).isoformat()


@cache
def second_text(second: int) -> str:
    """Returns the time of day, from seconds since midnight. All of them are remembered."""
    return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"


def pack_day(day: int) -> int:
    """Returns a day such as 20261122 as the number of days since 1970."""
    return date(day // 10_000, day // 100 % 100, day % 100).toordinal() - _FIRST_DAY


def packed_day(day: date) -> int:
    """Returns a day as `pack_day` stores it."""
    return day.toordinal() - _FIRST_DAY


@lru_cache(maxsize=64)
def unpack_day(stored: int) -> int:
    """Returns the day that `pack_day` stored."""
    day = date.fromordinal(stored + _FIRST_DAY)
    return (day.year * 100 + day.month) * 100 + day.day


def hash_of_text(text: str) -> int | None:
    """Returns 24 bits that equal texts share, for an index, or None for an empty text. Compare what it finds."""
    return zlib.crc32(text.encode()) & 0xFFFFFF if text else None


def _text(stored: Small) -> str:
    if not isinstance(stored, str):
        raise DamagedRowError("a column holds no text")
    return stored


def _text_or_none(stored: Small) -> str | None:
    return None if stored is None else _text(stored)
