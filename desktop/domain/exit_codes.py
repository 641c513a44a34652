"""Defines the program's exit codes."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The program's exit codes (docs/monitoring.md)."""

    DONE = 0
    USAGE = 2
    CANCELLED = 3
    NOT_REDEEMED = 4
    UNKNOWN = 5
    UNUSABLE = 6
    NO_RECORD = 7
