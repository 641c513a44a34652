"""Tests the receipt: what is on it, and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.points import plain
from desktop.domain.receipt import WORDS, Line, LineKind, Receipt, ShopTexts, layout
from desktop.domain.redemption import Attempt, Redeemed, State
from tests.domain.receipt_text import as_text

if TYPE_CHECKING:
    from datetime import date, datetime


class PlainFormats:
    """Numbers and moments without a locale."""

    def number(self, amount: Decimal) -> str:
        return plain(amount)

    def money(self, amount: Decimal) -> str:
        return f"₹{plain(amount)}"

    def moment(self, at: datetime, zone: str) -> str:
        return f"{at:%Y-%m-%d %H:%M} {zone}"

    def full_day(self, on: date) -> str:
        return f"{on:%d %B %Y}"


def lines_of(receipt: Receipt) -> tuple[Line, ...]:
    return layout(receipt, PlainFormats(), lambda text: text)


def test_a_receipt_has_everything_in_its_order(redeemed: Attempt) -> None:
    """Store, till, cashier, time with zone, bill, masked member, points, value, balance, redemption, reference."""
    receipt = Receipt.of(redeemed, store="Corner Shop", training=False)
    assert as_text(lines_of(receipt), 42).splitlines() == [
        "               Corner Shop",
        "      Till till.one · Cashier Meera",
        "           2025-03-10 14:37 UTC",
        "------------------------------------------",
        "Bill                                B-1001",
        "Member                     +91 ••••• •8221",
        "------------------------------------------",
        "Points                            −250.125",
        "Value                               ₹250.5",
        "Balance                           1740.875",
        "------------------------------------------",
        "Redemption                          7t4y2a",
        "Reference       01JP0000000000000000000000",
        "                Thank you",
    ]


@pytest.mark.parametrize(
    ("name", "minutes", "shown"),
    [
        ("IST", 337, "IST"),
        ("ChST", 337, "ChST"),
        ("+0537", 337, "+0537"),
        ("India Standard Time", 337, "UTC+05:37"),
        ("Hora estándar romance", -337, "UTC-05:37"),
        ("中国标准时间", 337, "UTC+05:37"),
    ],
)
def test_a_zone_is_short(redeemed: Attempt, name: str, minutes: int, shown: str) -> None:
    """Windows' long, localised names of zones are not printed. The offset is."""
    # No place has such an offset, so this machine's own zone does not matter.
    at = redeemed.at.astimezone(timezone(timedelta(minutes=minutes), name))
    assert Receipt.of(replace(redeemed, at=at), store="", training=False).zone == shown


def test_what_the_service_did_not_say_is_not_invented(redeemed: Attempt) -> None:
    """Only the points are those that were asked for. Without a recorded value, no other view has one either."""
    receipt = Receipt.of(replace(redeemed, redeemed=Redeemed()), store="", training=False)
    assert (receipt.points, receipt.value, receipt.balance) == (Decimal("250.125"), None, None)
    assert receipt.redemption_id == ""


def test_other_points_than_asked_for_have_no_value(redeemed: Attempt) -> None:
    """What the points asked for are worth must not be taken off the bill for others."""
    receipt = Receipt.of(replace(redeemed, redeemed=Redeemed(points=Decimal(99))), store="", training=False)
    assert (receipt.points, receipt.value) == (Decimal(99), None)


def test_zero_is_printed_and_not_replaced(redeemed: Attempt) -> None:
    """A value or a balance of zero is a value, not a gap."""
    done = Redeemed(points=Decimal(0), value=Decimal(0), balance=Decimal(0))
    receipt = Receipt.of(replace(redeemed, redeemed=done), store="", training=False)
    assert (receipt.points, receipt.value, receipt.balance) == (Decimal(0), Decimal(0), Decimal(0))
    assert "Balance" in as_text(lines_of(receipt), 32)


@pytest.mark.parametrize("state", [State.UNKNOWN, State.REFUSED])
def test_a_redemption_that_did_not_happen_has_no_receipt(redeemed: Attempt, state: State) -> None:
    """An attempt that the service did not confirm has no receipt."""
    with pytest.raises(ValueError, match=state.value):
        Receipt.of(replace(redeemed, state=state, redeemed=None), store="", training=False)


def test_a_bare_receipt_leaves_out_what_is_missing(redeemed: Attempt) -> None:
    """There are no empty labels, and no rule around nothing."""
    bare = Receipt(store="", till="t", cashier="", at=redeemed.at, points=Decimal(1), reference="R")
    assert [line.kind for line in lines_of(bare)] == [
        LineKind.CENTRED,
        LineKind.CENTRED,
        LineKind.RULE,
        LineKind.BIG_PAIR,
        LineKind.RULE,
        LineKind.PAIR,
        LineKind.QR,
        LineKind.CENTRED,
    ]
    assert lines_of(bare)[0].left == "Till t"


@pytest.mark.parametrize(("bill", "member"), [("B", ""), ("", "M")])
def test_bill_or_member_alone_have_their_rule(redeemed: Attempt, bill: str, member: str) -> None:
    """Either of them is separated from the points by a rule."""
    one = Receipt(store="", till="t", cashier="", at=redeemed.at, bill=bill, member=member, points=Decimal(1))
    assert [line.kind for line in lines_of(one)].count(LineKind.RULE) == 3


def test_training_and_copies_are_marked_first(redeemed: Attempt) -> None:
    """A practice receipt or a reprint is never mistaken for the real one. A copy differs only by its mark."""
    real = Receipt.of(redeemed, store="S", training=False)
    practice = Receipt.of(replace(redeemed, redeemed=Redeemed(is_group=True)), store="S", training=True).as_copy()
    assert [line.left for line in lines_of(practice) if line.kind is LineKind.BANNER] == [
        "TRAINING. Not a receipt.",
        "COPY",
    ]
    assert lines_of(practice)[0].kind is lines_of(practice)[1].kind is LineKind.BANNER
    assert "From the group’s points" in [line.left for line in lines_of(practice)]
    assert not [line for line in lines_of(real) if line.kind is LineKind.BANNER]
    assert lines_of(real.as_copy())[1:] == lines_of(real)


def test_every_word_goes_through_the_translator_and_is_listed(redeemed: Attempt) -> None:
    """The list for translators has exactly the words that receipts can ask for."""
    asked: set[str] = set()

    def remember(text: str) -> str:
        asked.add(text)
        return text

    one = Decimal(1)
    receipts = [
        Receipt.of(
            replace(redeemed, redeemed=Redeemed(redemption_id="r", value=one, balance=one, is_group=True)),
            store="S",
            training=True,
        ),
        Receipt(store="", till="t", cashier="", at=redeemed.at, points=Decimal(1)),
    ]
    for receipt in receipts:
        layout(receipt.as_copy(), PlainFormats(), remember)
    assert asked == set(WORDS)
    assert len(set(WORDS)) == len(WORDS)


def test_a_shop_adds_its_logo_its_address_and_its_words(redeemed: Attempt) -> None:
    """The logo comes first, the header below the store's name, and the footer replaces the thanks."""
    shop = ShopTexts(header="12 MG Road\n GSTIN 29 \n", footer="Open till 22:00\nSee you soon", logo="logo.png")
    made = layout(Receipt.of(redeemed, store="Corner Shop", training=False), PlainFormats(), lambda text: text, shop)
    assert made[:4] == (
        Line(LineKind.LOGO, "logo.png"),
        Line(LineKind.TITLE, "Corner Shop"),
        Line(LineKind.CENTRED, "12 MG Road"),
        Line(LineKind.CENTRED, "GSTIN 29"),
    )
    assert [line.left for line in made[-2:]] == ["Open till 22:00", "See you soon"]
    assert "Thank you" not in as_text(made, 42)


def test_the_code_is_the_reference(redeemed: Attempt) -> None:
    """The QR code holds the reference, which is also written out."""
    made = lines_of(Receipt.of(redeemed, store="", training=False))
    assert Line(LineKind.QR, redeemed.reference) in made
    assert Line(LineKind.PAIR, "Reference", redeemed.reference) in made
