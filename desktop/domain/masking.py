"""Masks numbers and other identifiers, so that a member is recognised and not named."""

from __future__ import annotations

MASK = "•"
_VISIBLE_DIGITS = 4


def mask_identifier(text: str) -> str:
    """Masks an identifier: a number's digits, the name in an e-mail address, or all but the end of anything else."""
    name, at, host = text.rpartition("@")
    if at:
        return f"{name[:1]}{MASK * 3}@{host}"
    if not any(character.isalpha() for character in text):
        return mask_digits(text)
    visible = _VISIBLE_DIGITS if len(text) > _VISIBLE_DIGITS + 2 else min(2, len(text) // 2)
    return MASK * (len(text) - visible) + text[len(text) - visible :]


def mask_digits(text: str) -> str:
    """Masks every digit but the last four, or all but the last two of a short number. Keeps other characters."""
    total = sum(character.isdigit() for character in text)
    visible = _VISIBLE_DIGITS if total > _VISIBLE_DIGITS + 2 else min(2, total // 2)
    hidden = total - visible
    out: list[str] = []
    for character in text:
        if character.isdigit():
            out.append(MASK if hidden > 0 else character)
            hidden -= 1
        else:
            out.append(character)
    return "".join(out)
