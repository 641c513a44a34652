"""Hashes supervisors' PINs with a salt, so slowly that guessing takes long."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import itertools
import re
import secrets
import unicodedata
from typing import NamedTuple

MIN_DIGITS = 6
"""Minimum number of digits of a PIN."""

_KIND = "scrypt"
_SALT_BYTES = 16
_MAX_MEMORY = 256 * 2**20

_COMMON_PATTERNS = frozenset({"147258", "159753", "147963", "112233", "123321", "159357", "258456", "121314", "102030"})
"""Common PINs that the rules in `is_guessable` do not catch."""


class Cost(NamedTuple):
    """The cost of one try: the parameters of scrypt (RFC 7914).

    Attributes:
        log2_n: binary logarithm of N. A try takes 128 · r · N bytes.
        r: block size.
        p: how many times scrypt runs in sequence.
    """

    log2_n: int
    r: int
    p: int


CURRENT_COST = Cost(16, 8, 8)
"""64 MiB, and a second or more on a till. Someone who can read the policy can try PINs elsewhere, at this cost."""

_VERSION_1_COST = Cost(14, 8, 1)
"""The cost of hashes of version 1.0, which do not state one. Their PINs may have four digits."""

_MAX_COST = Cost(20, 16, 32)


class PinError(ValueError):
    """The text is not a PIN, the PIN is easily guessed, or the stored hash was not made by a till."""


def hash_pin(pin: str, cost: Cost = CURRENT_COST) -> str:
    """Returns a PIN as it may be stored: `scrypt$<cost>$<salt>$<hash>`. The salt differs each time.

    Args:
        pin: the PIN as it was typed.
        cost: cost of each try. Tests use a lower one.

    Raises:
        PinError: it has fewer than six digits, or is easily guessed.
    """
    digits = _digits(pin)
    if len(digits) < MIN_DIGITS:
        raise PinError(f"a PIN has at least {MIN_DIGITS} digits and nothing else")
    if is_guessable(digits):
        raise PinError("this PIN is easily guessed: take digits without a pattern")
    salt = secrets.token_bytes(_SALT_BYTES)
    stated = f"ln={cost.log2_n},r={cost.r},p={cost.p}"
    return "$".join((_KIND, stated, _text(salt), _text(_derive(digits, salt, cost))))


def is_pin(pin: str, stored: str) -> bool:
    """Returns True if a PIN is the stored one. Takes a second or more, on purpose.

    Raises:
        PinError: `hash_pin` did not make the stored text.
    """
    cost, salt, expected = _parse(stored)
    try:
        digits = _digits(pin)
    except PinError:
        return False
    return hmac.compare_digest(_derive(digits, salt, cost), expected)


def has_current_cost(stored: str) -> bool:
    """Returns True if a stored hash has this version's cost. Its PIN then has six digits or more."""
    return _cost_of(stored) not in {None, _VERSION_1_COST}


def is_stored_pin(stored: str) -> bool:
    """Returns True if `hash_pin` made a text, so that a PIN can be checked against it."""
    return _cost_of(stored) is not None


def _cost_of(stored: str) -> Cost | None:
    """Returns the cost of a stored hash; None if it is none."""
    try:
        cost, _, _ = _parse(stored)
    except PinError:
        return None
    return cost


def is_guessable(digits: str) -> bool:
    """Returns True for easily guessed PINs: a repeated part, a run up or down, or a pattern on the keypad."""
    repeats = any(digits == (digits[:size] * len(digits))[: len(digits)] for size in range(1, len(digits) // 2 + 1))
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(digits)}
    return repeats or steps in ({1}, {9}) or digits in _COMMON_PATTERNS


def _parse(stored: str) -> tuple[Cost, bytes, bytes]:
    kind, *stated, salt_text, hash_text = stored.split("$") if stored.count("$") in {2, 3} else ("", "", "")
    try:
        salt, expected = base64.b64decode(salt_text, validate=True), base64.b64decode(hash_text, validate=True)
    except (binascii.Error, ValueError):
        raise PinError("not a stored PIN") from None
    if kind != _KIND or len(salt) != _SALT_BYTES or not expected:
        raise PinError("not a stored PIN")
    return (_cost(stated[0]) if stated else _VERSION_1_COST), salt, expected


def _cost(text: str) -> Cost:
    found = re.fullmatch(r"ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})", text, re.ASCII)
    cost = Cost(*map(int, found.groups())) if found else None
    # A typing mistake in the policy must not use up the till's memory.
    if cost is None or 0 in cost or any(one > most for one, most in zip(cost, _MAX_COST, strict=True)):
        raise PinError("not a stored PIN")
    if 2**cost.log2_n * cost.r * 128 > _MAX_MEMORY:
        raise PinError("not a stored PIN")
    return cost


def _digits(pin: str) -> str:
    digits = "".join(str(unicodedata.decimal(one, "x")) for one in pin.strip())
    if not digits.isdecimal():
        raise PinError(f"a PIN has at least {MIN_DIGITS} digits and nothing else")
    return digits


def _derive(digits: str, salt: bytes, cost: Cost) -> bytes:
    return hashlib.scrypt(
        digits.encode(), salt=salt, n=2**cost.log2_n, r=cost.r, p=cost.p, maxmem=_MAX_MEMORY + 2**20 * 32
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
