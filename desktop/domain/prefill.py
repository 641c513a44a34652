"""Defines what the POS can hand over, and reads its amounts strictly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_AMOUNT = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,3}0*)?")


class AmountError(ValueError):
    """A text that is not an amount greater than 0 with at most three decimal places. The message says why."""


def read_amount(text: str) -> Decimal:
    """Reads an amount that a program hands over: plain digits with `.` as decimal mark, whatever the till's language.

    Zeros at the end do not count, because many programs keep amounts with four decimal places: `1.5000` is 1.5.

    Raises:
        AmountError: it is not greater than 0, has more than three decimal places or twelve digits before them, or has
            anything else in it, such as a sign, a grouping mark or an exponent.
    """
    if not _AMOUNT.fullmatch(text):
        raise AmountError("must be digits with at most three decimal places, such as 12.5")
    amount = Decimal(text)
    if amount <= 0:
        raise AmountError("must be more than 0")
    return amount


@dataclass(frozen=True, slots=True)
class Prefill:
    """What the POS hands over. The window fills it in, and redeems nothing until the cashier presses a button.

    Attributes:
        mobile: the member's number.
        points: how many points to redeem.
        bill: the bill number.
        cashier: who serves; empty for the till's own cashier.
        amount: the amount of the bill that is left to pay; None if the POS did not say.
        max_points: the most points that may be redeemed; None for no limit.
        hand_over: the id of the hand-over, with which the journal keeps what is sent for it; empty without one.
    """

    mobile: str = ""
    points: str = ""
    bill: str = ""
    cashier: str = ""
    amount: Decimal | None = None
    max_points: Decimal | None = None
    hand_over: str = ""
