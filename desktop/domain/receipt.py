"""Owns the receipt: what stands on it and in which order. Screen, paper and PDF all draw these lines."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from decimal import Decimal

    from desktop.domain.redemption import Attempt


_SHORT_NAME = re.compile(r"[A-Za-z]{2,6}|[+-][0-9]{2,4}")
"""What can stand behind a time of day: `IST`, `ChST`, and `+0330` where a zone has nothing better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a member takes home.

    Attributes:
        store: the store's name; may be empty.
        till: the till's name.
        cashier: may be empty.
        at: when the points were redeemed, with offset.
        zone: the name of the zone, `IST`; may be empty, then the offset is shown.
        bill: may be empty.
        member: masked.
        points: what was redeemed.
        value: what that took off the bill; None where the service did not say.
        balance: what stays; None where it is not known.
        redemption_id: may be empty.
        reference: the till's own reference.
        is_group: whether the group's points were redeemed.
        training: whether nothing of it is real.
        copy: whether it has been printed before.
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
        """The receipt of a redemption that happened; what the service did not say is taken from what was asked for.

        Raises:
            ValueError: where the attempt is no redemption.
        """
        if attempt.redeemed is None:
            raise ValueError(f"no receipt for an attempt that is {attempt.state.value}")
        done = attempt.redeemed
        return cls(
            store=store,
            till=attempt.till,
            cashier=attempt.cashier,
            at=attempt.at,
            zone=_zone(attempt.at),
            bill=attempt.draft.bill,
            member=attempt.masked_identifier,
            points=attempt.draft.points.value if done.points is None else done.points,
            value=attempt.draft.worth if done.value is None else done.value,
            balance=done.balance,
            redemption_id=done.redemption_id,
            reference=attempt.reference,
            is_group=done.is_group,
            training=training,
        )

    def as_copy(self) -> Receipt:
        """The same receipt, marked as printed before."""
        return replace(self, copy=True)


def _zone(at: datetime) -> str:
    """The name of the zone: this machine's own where it has the same offset, for the journal keeps the offset alone.

    Windows has no short names but sentences in its own language, `Hora estándar romance`: then it is the offset.
    """
    here = at.astimezone()
    name = (here if here.utcoffset() == at.utcoffset() else at).tzname() or ""
    if _SHORT_NAME.fullmatch(name):
        return name
    return timezone(at.utcoffset() or timedelta(0)).tzname(None)


class LineKind(StrEnum):
    """How a line of the receipt is set."""

    TITLE = "title"
    CENTRED = "centred"
    BANNER = "banner"
    RULE = "rule"
    PAIR = "pair"
    BIG_PAIR = "big_pair"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the receipt.

    Attributes:
        kind: how it is set.
        left: the label, or the whole text.
        right: the value of a pair.
    """

    kind: LineKind
    left: str = ""
    right: str = ""


class Formats(Protocol):
    """How numbers and moments are written in the receipt's language."""

    def number(self, amount: Decimal) -> str:
        """An exact number with the locale's marks and digits."""

    def money(self, amount: Decimal) -> str:
        """An amount of the store's currency."""

    def moment(self, at: datetime, zone: str) -> str:
        """Date and time with the zone."""


WORDS = (
    "TRAINING. Not a receipt.",
    "COPY",
    "Till {till} · Cashier {cashier}",
    "Till {till}",
    "Bill",
    "Member",
    "Points",
    "From the group's points",
    "Value",
    "Balance",
    "Redemption",
    "Reference",
    "Thank you",
)
"""Every text that a receipt may carry, in English, for translators."""


def layout(receipt: Receipt, formats: Formats, translate: Callable[[str], str]) -> tuple[Line, ...]:
    """The lines of a receipt from top to bottom.

    Args:
        receipt: what stands on it.
        formats: numbers and moments in the receipt's language.
        translate: words of `WORDS` into the receipt's language.
    """
    pair, big = LineKind.PAIR, LineKind.BIG_PAIR
    lines: list[Line] = []
    if receipt.training:
        lines.append(Line(LineKind.BANNER, translate("TRAINING. Not a receipt.")))
    if receipt.copy:
        lines.append(Line(LineKind.BANNER, translate("COPY")))
    if receipt.store:
        lines.append(Line(LineKind.TITLE, receipt.store))
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
        lines.append(Line(LineKind.CENTRED, translate("From the group's points")))
    if receipt.value is not None:
        lines.append(Line(pair, translate("Value"), formats.money(receipt.value)))
    if receipt.balance is not None:
        lines.append(Line(big, translate("Balance"), formats.number(receipt.balance)))
    lines.append(Line(LineKind.RULE))
    if receipt.redemption_id:
        lines.append(Line(pair, translate("Redemption"), receipt.redemption_id))
    lines.append(Line(pair, translate("Reference"), receipt.reference))
    lines.append(Line(LineKind.CENTRED, translate("Thank you")))
    return tuple(lines)


def as_text(lines: tuple[Line, ...], width: int) -> str:
    """The lines as plain text for readers and simple printers, none wider than `width`; long ones are broken.

    Args:
        lines: the layout.
        width: columns of the paper, at least 2; a wide character (as Chinese has) takes two.
    """
    out: list[str] = []
    for line in lines:
        if line.kind is LineKind.RULE:
            out.append("-" * width)
        elif line.kind in {LineKind.PAIR, LineKind.BIG_PAIR}:
            room = width - columns(line.left) - columns(line.right)
            if room >= 1:
                out.append(line.left + " " * room + line.right)
            else:
                out.extend(_wrapped(line.left, width))
                out.extend(" " * (width - columns(piece)) + piece for piece in _wrapped(line.right, width))
        else:
            out.extend(" " * ((width - columns(piece)) // 2) + piece for piece in _wrapped(line.left, width))
    return "\n".join(out)


def columns(text: str) -> int:
    """How many columns of fixed width a text takes: none for marks above or below, two for wide characters."""
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _wrapped(text: str, width: int) -> list[str]:
    """Breaks a text at spaces where it can, elsewhere where it must: Thai and Chinese have none."""
    pieces: list[str] = []
    text = text.strip()
    while columns(text) > width:
        taken, used = 0, 0
        while used + _columns_of(text[taken]) <= width:
            used += _columns_of(text[taken])
            taken += 1
        space = text.rfind(" ", 0, taken + 1)
        cut = space if space > 0 else taken
        pieces.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*pieces, text]
