"""Computes the hashes of the journal's chain. The till and head office must compute the same."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

START = bytes(32)
"""Used as the predecessor's hash by the first event."""

_encoder = json.JSONEncoder(separators=(",", ":"))


def encode(value: list[Any] | dict[str, Any]) -> bytes:
    """Returns the bytes that a digest covers: JSON in ASCII, without blanks."""
    return _encoder.encode(value).encode()


def event_hash(
    previous: bytes,
    seq: int,
    event: Sequence[Any],
    facts: str,
    encode: Callable[[list[Any]], bytes] = encode,
) -> bytes:
    """Returns the hash of an event.

    It covers nothing that may not leave the till: the event holds no code and no number, and `facts` covers personal
    data only as a salted digest. So head office can compute it again.

    Args:
        previous: hash of the event before it, `START` for the first.
        seq: number of the event.
        event: time, microseconds, name, till, cashier, reference, request id and detail, in this order.
        facts: the digest of the attempt or the reversal after the event in hexadecimal; empty if there is none.
        encode: a faster function that returns the same bytes as `encode`.
    """
    return hashlib.sha256(previous + encode([seq, *event, facts])).digest()


def facts_digest(covered: Mapping[str, Any], encode: Callable[[dict[str, Any]], bytes] = encode) -> bytes:
    """Returns the digest of the facts of an attempt or a reversal.

    Args:
        covered: the columns that are not empty and not personal. The salted digest of the personal ones is `person`, in
            hexadecimal.
        encode: a faster function that returns the same bytes as `encode`.
    """
    return hashlib.sha256(encode({name: covered[name] for name in sorted(covered)})).digest()
