"""Defines the content of the receipt for points that were given back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.receipt import Line, LineKind, Receipt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from decimal import Decimal

    from desktop.domain.receipt import Formats
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalReceipt:
    """A receipt for points that were given back.

    Attributes:
        store: the store's name; may be empty.
        till: the till's name.
        cashier: the cashier's name; may be empty.
        at: when the points were given back, with offset.
        zone: the name of the time zone.
        bill: the bill number of the redemption; may be empty.
        member: the masked identifier.
        points: what came off the redemption.
        available: what the member got; None if it is not known.
        expired: what had expired and did not come back; None if it is not known.
        value: what the points had taken off the bill; None if it is not known.
        balance: the new balance; None if it is not known.
        reason: why, in the cashier's words.
        redemption_id: the service's id of the redemption; may be empty.
        reference: the till's own reference of the redemption.
        reversal_id: the service's id of the reversal; may be empty.
        training: True if the till was in training.
        copy: True if the receipt was printed before.
    """

    store: str
    till: str
    cashier: str
    at: datetime
    zone: str = ""
    bill: str = ""
    member: str = ""
    points: Decimal
    available: Decimal | None = None
    expired: Decimal | None = None
    value: Decimal | None = None
    balance: Decimal | None = None
    reason: str = ""
    redemption_id: str = ""
    reference: str = ""
    reversal_id: str = ""
    training: bool = False
    copy: bool = False

    @classmethod
    def of(cls, attempt: Attempt, reversal: Reversal, *, store: str, training: bool) -> ReversalReceipt:
        """Returns the receipt of a reversal.

        Raises:
            ValueError: the points were not given back, or the attempt is no redemption.
        """
        done = reversal.given_back
        if done is None:
            raise ValueError(f"there is no receipt for a reversal that is {reversal.state.value}")
        # The redemption's own receipt knows how a moment and a member are shown.
        redeemed = Receipt.of(replace(attempt, at=reversal.at), store=store, training=training)
        return cls(
            store=store,
            till=reversal.till,
            cashier=reversal.cashier,
            at=reversal.at,
            zone=redeemed.zone,
            bill=redeemed.bill,
            member=redeemed.member,
            points=reversal.reversed_points,
            available=done.available,
            expired=done.expired,
            value=done.value,
            balance=done.balance,
            reason=reversal.reason,
            redemption_id=redeemed.redemption_id,
            reference=redeemed.reference,
            reversal_id=done.reversal_id,
            training=training,
        )

    def as_copy(self) -> ReversalReceipt:
        """The same receipt, marked as a copy."""
        return replace(self, copy=True)


REVERSAL_WORDS = (
    "POINTS GIVEN BACK",
    "Points given back",
    "Expired, not given back",
    "Points for the member",
    "Reason",
    "Reversal",
)
"""Every text that only this receipt may contain, in English, for translators. The others are those of a redemption."""


def layout_reversal(receipt: ReversalReceipt, formats: Formats, translate: Callable[[str], str]) -> tuple[Line, ...]:
    """Returns the lines of a receipt from top to bottom.

    Args:
        receipt: its content.
        formats: formats numbers and times in the receipt's language.
        translate: translates `REVERSAL_WORDS` and the words of a redemption's receipt.
    """
    lines = list(_head(receipt, formats, translate))
    if receipt.bill:
        lines.append(_pair(translate("Bill"), receipt.bill))
    if receipt.member:
        lines.append(_pair(translate("Member"), receipt.member))
    if receipt.bill or receipt.member:
        lines.append(Line(LineKind.RULE))
    lines += _amounts(receipt, formats, translate)
    lines.append(Line(LineKind.RULE))
    lines.append(_pair(translate("Reason"), receipt.reason))
    if receipt.redemption_id:
        lines.append(_pair(translate("Redemption"), receipt.redemption_id))
    if receipt.reversal_id:
        lines.append(_pair(translate("Reversal"), receipt.reversal_id))
    lines.append(_pair(translate("Reference"), receipt.reference))
    lines.append(Line(LineKind.QR, receipt.reference))
    return tuple(lines)


def _pair(left: str, right: str) -> Line:
    return Line(LineKind.PAIR, left, right)


def _head(receipt: ReversalReceipt, formats: Formats, translate: Callable[[str], str]) -> Iterator[Line]:
    if receipt.training:
        yield Line(LineKind.BANNER, translate("TRAINING. Not a receipt."))
    if receipt.copy:
        yield Line(LineKind.BANNER, translate("COPY"))
    if receipt.store:
        yield Line(LineKind.TITLE, receipt.store)
    who = translate("Till {till} · Cashier {cashier}") if receipt.cashier else translate("Till {till}")
    yield Line(LineKind.CENTRED, who.format(till=receipt.till, cashier=receipt.cashier))
    yield Line(LineKind.CENTRED, formats.moment(receipt.at, receipt.zone))
    yield Line(LineKind.BANNER, translate("POINTS GIVEN BACK"))
    yield Line(LineKind.RULE)


def _amounts(receipt: ReversalReceipt, formats: Formats, translate: Callable[[str], str]) -> Iterator[Line]:
    yield Line(LineKind.BIG_PAIR, translate("Points given back"), "+" + formats.number(receipt.points))
    # It is what all of these points had taken off the bill, so it stands before what the member gets of them.
    if receipt.value is not None:
        yield _pair(translate("Value"), formats.money(receipt.value))
    if receipt.expired:
        yield _pair(translate("Expired, not given back"), formats.number(receipt.expired))
        if receipt.available is not None:
            yield _pair(translate("Points for the member"), formats.number(receipt.available))
    if receipt.balance is not None:
        yield Line(LineKind.BIG_PAIR, translate("Balance"), formats.number(receipt.balance))
