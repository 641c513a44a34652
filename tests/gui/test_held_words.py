"""Tests that the words about an earlier redemption say on which day it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from desktop.domain.failures import Held, HeldBack
from desktop.domain.redemption import Redeemed
from desktop.gui.formats import LocaleFormats, locale_of
from desktop.gui.held_words import HeldWords
from tests.gui.test_today import ATTEMPT


@pytest.mark.parametrize("why", [Held.SAME_BILL, Held.SAME_MEMBER, Held.SAME_BILL_REDEEMED, Held.OTHER_MACHINE])
def test_the_day_is_named_unless_it_is_today(why: Held) -> None:
    """A bill number that a shop uses again each day would otherwise be asked about as if it was today's."""
    formats = LocaleFormats(locale_of("en", "IN"), "IN")
    words = HeldWords(formats)
    now = datetime.now(UTC).astimezone()
    last_year = now - timedelta(days=366)

    def said(at: datetime) -> str:
        return words.why(HeldBack(why, replace(ATTEMPT, at=at)), "")

    assert "(" not in said(now)
    assert f"{formats.clock(last_year)} ({formats.full_day(last_year.date())})" in said(last_year)
    other = now.replace(day=15 if now.day != 15 else 14)
    assert f"{formats.clock(other)} ({formats.day(other.date())})" in said(other)


def test_the_points_are_those_that_moved() -> None:
    """A look-up may have shown other points than were asked for."""
    words = HeldWords(LocaleFormats(locale_of("en", "IN"), "IN"))
    found = replace(ATTEMPT, redeemed=Redeemed(points=Decimal(90)))
    assert words.why(HeldBack(Held.SAME_BILL_REDEEMED, found), "").startswith("90 points were already redeemed")
