"""Owns how the program ends, as other programs see it."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """How the program ends."""

    DONE = 0
    USAGE = 2
    CANCELLED = 3
    NOT_REDEEMED = 4
    UNKNOWN = 5
    UNUSABLE = 6
