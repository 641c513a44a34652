"""Writes JSON several times as fast as the standard library, for what every event needs."""

from __future__ import annotations

from typing import Any

import msgspec

from desktop.domain.event_hashes import encode

_write = msgspec.json.Encoder().encode
_DELETE = b"\x7f"


def write(value: object) -> bytes:
    """Returns any value as JSON. Amounts and days become texts, so they stay exact."""
    return _write(value)


def covered_bytes(value: Any) -> bytes:  # noqa: ANN401 - any list or dictionary
    """Returns the same bytes as `event_hashes.encode`, which both sides hash."""
    try:
        fast = _write(value)
    except (UnicodeError, OverflowError):
        # Half of a character, or a number of more than 64 bits.
        return encode(value)
    # They differ only if a text has other characters than printable ASCII.
    return fast if fast.isascii() and _DELETE not in fast else encode(value)
