"""Defines a receipt's content and the order of its lines, for screen, paper and PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from decimal import Decimal

    from desktop.domain.redemption import Attempt


_SHORT_NAME = re.compile(r"[A-Za-z]{2,6}|[+-][0-9]{2,4}")
"""Short zone names: `IST`, `ChST`, or `+0330` if the zone has no better name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A receipt for the member.

    Attributes:
        store: the store's name; may be empty.
        till: the till's name.
        cashier: the cashier's name; may be empty.
        at: when the points were redeemed, with offset.
        zone: the name of the time zone, for example `IST`; if it is empty, the offset is shown.
        bill: the bill number; may be empty.
        member: the masked identifier.
        points: the redeemed points.
        value: the amount taken off the bill; None if the service did not say.
        balance: the remaining balance; None if it is not known.
        redemption_id: the service's id; may be empty.
        reference: the till's own reference.
        is_group: True if a group's points were redeemed.
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
    value: Decimal | None = None
    balance: Decimal | None = None
    redemption_id: str = ""
    reference: str = ""
    is_group: bool = False
    training: bool = False
    copy: bool = False

    @classmethod
    def of(cls, attempt: Attempt, *, store: str, training: bool) -> Receipt:
        """Returns the receipt of a redemption. If the service did not say how many points moved, uses those asked for.

        Raises:
            ValueError: if the attempt is not redeemed.
        """
        if attempt.redeemed is None:
            raise ValueError(f"there is no receipt for an attempt that is {attempt.state.value}")
        done = attempt.redeemed
        return cls(
            store=store,
            till=attempt.till,
            cashier=attempt.cashier,
            at=attempt.at,
            zone=zone_of(attempt.at),
            bill=attempt.draft.bill,
            member=attempt.masked_identifier,
            points=attempt.moved,
            value=done.value,
            balance=done.balance,
            redemption_id=done.redemption_id,
            reference=attempt.reference,
            is_group=done.is_group,
            training=training,
        )

    def as_copy(self) -> Receipt:
        """The same receipt, marked as a copy."""
        return replace(self, copy=True)


def zone_of(at: datetime) -> str:
    """Returns the zone's short name.

    The journal stores only the offset, so use this machine's zone if its offset matches.

    Windows has no short names, only phrases in its own language (`Hora estándar romance`). The offset is used then.
    """
    here = at.astimezone()
    name = (here if here.utcoffset() == at.utcoffset() else at).tzname() or ""
    if _SHORT_NAME.fullmatch(name):
        return name
    return timezone(at.utcoffset() or timedelta(0)).tzname(None)


class LineKind(StrEnum):
    """The style of a receipt line."""

    TITLE = "title"
    CENTRED = "centred"
    BANNER = "banner"
    RULE = "rule"
    PAIR = "pair"
    BIG_PAIR = "big_pair"
    QR = "qr"
    """A QR code of the text. Where no picture can be shown, it is left out: the text is on another line too."""
    LOGO = "logo"
    """The picture in the file that the text names."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the receipt.

    Attributes:
        kind: its style.
        left: the label, or the whole text; for a logo the path of its file.
        right: the value of a pair.
    """

    kind: LineKind
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopTexts:
    """What a shop adds to its receipts.

    Attributes:
        header: lines below the store's name, such as its address and tax number.
        footer: lines at the end, in place of the thanks.
        logo: path of a picture above everything; empty for none.
    """

    header: str = ""
    footer: str = ""
    logo: str = ""


class Formats(Protocol):
    """Formats numbers and times in the receipt's language."""

    def number(self, amount: Decimal) -> str:
        """Formats an exact number with the locale's marks and digits."""

    def money(self, amount: Decimal) -> str:
        """Formats an amount in the store's currency."""

    def moment(self, at: datetime, zone: str) -> str:
        """Formats date and time with the zone."""

    def full_day(self, on: date) -> str:
        """Formats a day with its year."""


WORDS = (
    "TRAINING. Not a receipt.",
    "COPY",
    "Till {till} · Cashier {cashier}",
    "Till {till}",
    "Bill",
    "Member",
    "Points",
    "From the group’s points",
    "Value",
    "Balance",
    "Redemption",
    "Reference",
    "Thank you",
)
"""Every text that a receipt may contain, in English, for translators."""


def layout(
    receipt: Receipt, formats: Formats, translate: Callable[[str], str], shop: ShopTexts | None = None
) -> tuple[Line, ...]:
    """Returns the lines of a receipt from top to bottom.

    Args:
        receipt: its content.
        formats: formats numbers and times in the receipt's language.
        translate: translates `WORDS` into the receipt's language.
        shop: what the shop adds.
    """
    shop = shop or ShopTexts()
    pair, big = LineKind.PAIR, LineKind.BIG_PAIR
    lines: list[Line] = []
    if receipt.training:
        lines.append(Line(LineKind.BANNER, translate("TRAINING. Not a receipt.")))
    if receipt.copy:
        lines.append(Line(LineKind.BANNER, translate("COPY")))
    if shop.logo:
        lines.append(Line(LineKind.LOGO, shop.logo))
    if receipt.store:
        lines.append(Line(LineKind.TITLE, receipt.store))
    lines.extend(_centred(shop.header))
    who = translate("Till {till} · Cashier {cashier}") if receipt.cashier else translate("Till {till}")
    lines.append(Line(LineKind.CENTRED, who.format(till=receipt.till, cashier=receipt.cashier)))
    lines.append(Line(LineKind.CENTRED, formats.moment(receipt.at, receipt.zone)))
    lines.append(Line(LineKind.RULE))
    if receipt.bill:
        lines.append(Line(pair, translate("Bill"), receipt.bill))
    if receipt.member:
        lines.append(Line(pair, translate("Member"), receipt.member))
    if receipt.bill or receipt.member:
        lines.append(Line(LineKind.RULE))
    lines.append(Line(big, translate("Points"), "\N{MINUS SIGN}" + formats.number(receipt.points)))
    if receipt.is_group:
        lines.append(Line(LineKind.CENTRED, translate("From the group’s points")))
    if receipt.value is not None:
        lines.append(Line(pair, translate("Value"), formats.money(receipt.value)))
    if receipt.balance is not None:
        lines.append(Line(big, translate("Balance"), formats.number(receipt.balance)))
    lines.append(Line(LineKind.RULE))
    if receipt.redemption_id:
        lines.append(Line(pair, translate("Redemption"), receipt.redemption_id))
    lines.append(Line(pair, translate("Reference"), receipt.reference))
    lines.append(Line(LineKind.QR, receipt.reference))
    lines.extend(_centred(shop.footer) or [Line(LineKind.CENTRED, translate("Thank you"))])
    return tuple(lines)


def _centred(text: str) -> list[Line]:
    return [Line(LineKind.CENTRED, line.strip()) for line in text.strip().splitlines()]
