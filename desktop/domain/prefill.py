"""Defines the fields that the POS can fill in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prefill:
    """What the POS hands over. The window fills it in, and sends nothing until the cashier presses a button."""

    mobile: str = ""
    points: str = ""
    bill: str = ""
