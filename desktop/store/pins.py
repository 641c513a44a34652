"""Owns supervisors' PINs: kept as salted hashes that are slow to try, compared without telling how far they agree."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
import unicodedata

SHORTEST = 4
"""Digits that a PIN has at least."""

_KIND = "scrypt"
_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
_SALT_BYTES = 16


class PinError(ValueError):
    """A PIN that cannot be one, or a stored hash that no till made."""


def hash_pin(pin: str) -> str:
    """A PIN as it may be stored: `scrypt$<salt>$<hash>`, another one each time.

    Raises:
        PinError: where it is not at least four digits.
    """
    salt = secrets.token_bytes(_SALT_BYTES)
    return "$".join((_KIND, _text(salt), _text(_derive(_digits(pin), salt))))


def is_pin(pin: str, stored: str) -> bool:
    """Whether a PIN is the one that was stored. Takes some 50 ms, on purpose.

    Raises:
        PinError: where what is stored is not what `hash_pin` makes.
    """
    kind, _, rest = stored.partition("$")
    salt_text, _, hash_text = rest.partition("$")
    try:
        salt, expected = base64.b64decode(salt_text, validate=True), base64.b64decode(hash_text, validate=True)
    except binascii.Error:
        raise PinError("not a stored PIN") from None
    if kind != _KIND or len(salt) != _SALT_BYTES or not expected:
        raise PinError("not a stored PIN")
    try:
        digits = _digits(pin)
    except PinError:
        return False
    return hmac.compare_digest(_derive(digits, salt), expected)


def _digits(pin: str) -> str:
    digits = "".join(str(unicodedata.decimal(one, "x")) for one in pin.strip())
    if len(digits) < SHORTEST or not digits.isdecimal():
        raise PinError(f"a PIN has at least {SHORTEST} digits and nothing else")
    return digits


def _derive(digits: str, salt: bytes) -> bytes:
    return hashlib.scrypt(digits.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
