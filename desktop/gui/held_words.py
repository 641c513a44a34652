"""Puts into words why a redemption is held back, and what the cashier can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.failures import Held
from desktop.gui.receipts import isolated_in_rtl

if TYPE_CHECKING:
    from desktop.domain.failures import HeldBack
    from desktop.gui.formats import LocaleFormats


class HeldWords(QObject):
    """Says what is known about the earlier attempt that holds a redemption back."""

    def __init__(self, formats: LocaleFormats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats

    def why(self, held: HeldBack, bill: str) -> str:
        """Returns why a redemption is held back, and what to do.

        Args:
            held: the earlier attempt, and why it stands in the way.
            bill: the bill of the redemption that is held back; empty for none.
        """
        formats, earlier = self._formats, held.attempt
        count = formats.plural(earlier.moved)
        earlier_bill = earlier.draft.bill.strip()
        match held.why:
            case Held.SAME_BILL:
                text = self.tr(
                    "Bill {bill} is held: it is not known yet whether {points} points were redeemed for it at {at}. "
                    "Wait until the till has found out.",
                    "",
                    count,
                )
            case Held.SAME_MEMBER:
                text = self.tr(
                    "For this member it is not known yet whether {points} points were redeemed at {at}. "
                    "Redeem anyway only if this is another purchase.",
                    "",
                    count,
                )
            case Held.SAME_BILL_REDEEMED:
                text = self._already_redeemed(held, earlier_bill, count)
            case Held.UNSEEN:
                text = self.tr(
                    "The service cannot show yet whether an earlier try went through. Try again in a moment. Do not "
                    "take the points off the bill yet."
                )
            case Held.OTHER_POINTS:
                text = self._other_points(earlier_bill, count)
            case Held.SIMILAR_BILL:
                text = self._perhaps_the_same_bill(earlier_bill, bill.strip(), count)
            case Held.OTHER_MACHINE:
                text = self.tr(
                    "Another till sent these {points} points at {at}, and this till cannot tell whether they were "
                    "taken. Ask support first. Redeem anyway only if support says so.",
                    "",
                    count,
                )
        return text.format(
            points=formats.number(earlier.moved),
            bill=isolated_in_rtl(earlier_bill),
            # Some shops use a bill number again.
            at=formats.recently(earlier.at),
            so_far=formats.number(held.so_far) if held.so_far is not None else "",
        )

    def _already_redeemed(self, held: HeldBack, earlier_bill: str, count: int) -> str:
        if not earlier_bill:
            return self.tr(
                "{points} points were already redeemed for this member at {at}. Redeem anyway only if you want to "
                "take them a second time.",
                "",
                count,
            )
        if held.so_far is not None and held.count > 1:
            return self.tr(
                "{so_far} points were redeemed on bill {bill} so far, in %Ln redemption(s). Redeem anyway only "
                "if you want to take more points for this bill.",
                "",
                held.count,
            )
        return self.tr(
            "{points} points were already redeemed for bill {bill} at {at}. Redeem anyway only if you want to "
            "take them a second time.",
            "",
            count,
        )

    def _other_points(self, earlier_bill: str, count: int) -> str:
        if not earlier_bill:
            # Without a bill, other points are asked about only if the earlier redemption was found by a look-up.
            return self.tr(
                "{points} points were redeemed for this member at {at}, and the till found out only later. Redeem "
                "anyway only if this is another purchase.",
                "",
                count,
            )
        return self.tr(
            "At {at} the till tried to redeem {points} points on bill {bill}, and it is not certain that they "
            "were not taken. Redeem anyway only if the bill needs other points now.",
            "",
            count,
        )

    def _perhaps_the_same_bill(self, earlier_bill: str, bill: str, count: int) -> str:
        if not earlier_bill:
            return self.tr(
                "At {at} the till tried to redeem {points} points for this member without a bill number. Redeem "
                "anyway only if this is another purchase.",
                "",
                count,
            )
        if not bill:
            return self.tr(
                "At {at} the till tried to redeem {points} points for this member on bill {bill}. Redeem anyway "
                "only if this is another purchase.",
                "",
                count,
            )
        return self.tr(
            "At {at} the till tried to redeem {points} points for this member on bill {bill}, which is spelt "
            "almost like this one. Redeem anyway only if this is another bill.",
            "",
            count,
        )
