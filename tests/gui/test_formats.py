"""Tests that amounts, times and spans are exact, by the cashier's language and the store's country."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from desktop.domain.points import Points
from desktop.domain.settings import LANGUAGES
from desktop.gui.formats import LocaleFormats, locale_of

COUNTRIES = ("IN", "AE", "SA", "EG", "ID", "TH", "CN", "ES", "FR", "US", "GB", "JP", "KW", "MX", "CH", "NP")

amounts = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False, allow_infinity=False)
places = st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(COUNTRIES))


def formats(language: str, country: str, currency: str = "") -> LocaleFormats:
    """Returns the formats of a window in a language, at a store in a country."""
    return LocaleFormats(locale_of(language, country), country, currency)


def digits(text: str) -> str:
    """Returns the digits of a text, from any script, as ASCII."""
    return "".join(str(unicodedata.decimal(one)) for one in text if one.isdecimal())


@pytest.mark.parametrize(
    ("language", "country", "amount", "written"),
    [
        ("en", "IN", "1740.875", "1,740.875"),
        ("en", "IN", "123456789.125", "12,34,56,789.125"),
        ("en", "US", "123456789.125", "123,456,789.125"),
        ("fr", "FR", "1740.875", "1\u202f740,875"),
        ("es", "ES", "1740.875", "1740,875"),
        ("id", "ID", "1740.875", "1.740,875"),
        ("zh_CN", "CN", "1740.875", "1,740.875"),
        ("hi", "IN", "1740.875", "1,740.875"),
        ("ar", "EG", "1740.875", "١٬٧٤٠٫٨٧٥"),
        ("en", "IN", "0", "0"),
        ("en", "IN", "0.5", "0.5"),
        ("en", "IN", "100", "100"),
        ("en", "IN", "1E+3", "1,000"),
        ("en", "IN", "-3.5", "−3.5"),
    ],
)
def test_numbers(language: str, country: str, amount: str, written: str) -> None:
    """Numbers are exact, with the marks, groups and digits that people read there."""
    assert formats(language, country).number(Decimal(amount)) == written


@pytest.mark.parametrize(
    ("language", "country", "amount", "written"),
    [
        ("en", "IN", "250.125", "₹\N{NO-BREAK SPACE}250.13"),
        ("en", "IN", "254", "₹\N{NO-BREAK SPACE}254.00"),
        ("en", "IN", "123456.785", "₹\N{NO-BREAK SPACE}1,23,456.79"),
        ("ar", "IN", "254", "\N{RIGHT-TO-LEFT MARK}٢٥٤٫٠٠\N{NO-BREAK SPACE}₹"),
        ("ar", "IN", "250.125", "\N{RIGHT-TO-LEFT MARK}٢٥٠٫١٣\N{NO-BREAK SPACE}₹"),
        ("fr", "IN", "1234.125", "1\u202f234,13\N{NO-BREAK SPACE}₹"),
        ("es", "IN", "250.125", "250,13\N{NO-BREAK SPACE}₹"),
        ("id", "IN", "250.125", "₹\N{NO-BREAK SPACE}250,13"),
        ("hi", "FR", "250.125", "€\N{NO-BREAK SPACE}250.13"),
        ("fr", "FR", "1234.5", "1\u202f234,50\N{NO-BREAK SPACE}€"),
        ("en", "JP", "250.5", "¥\N{NO-BREAK SPACE}251"),
        ("en", "US", "0", "$\N{NO-BREAK SPACE}0.00"),
        ("en", "US", "-3.5", "−$\N{NO-BREAK SPACE}3.50"),
        ("en", "US", "-0.001", "$\N{NO-BREAK SPACE}0.00"),
    ],
)
def test_money(language: str, country: str, amount: str, written: str) -> None:
    """Money is rounded half up to the smallest coin, in the country's currency and the window's digits."""
    assert formats(language, country).money(Decimal(amount)) == written


@pytest.mark.parametrize(
    ("language", "country", "amount", "written"),
    [
        ("en", "IN", "1991.125", "1991.125"),
        ("fr", "FR", "1991.5", "1991,5"),
        ("ar", "EG", "1991.5", "١٩٩١٫٥"),
        ("ar", "AE", "1991.5", "1991.5"),
        ("en", "IN", "1E+3", "1000"),
    ],
)
def test_amounts_in_a_field(language: str, country: str, amount: str, written: str) -> None:
    """What the till fills in has digits of one kind and no grouping marks."""
    assert formats(language, country).typed(Decimal(amount)) == written


@pytest.mark.parametrize(
    ("amount", "number"),
    [("0", 0), ("1", 1), ("1.000", 1), ("-1", 1), ("999", 999), ("1000", 1000), ("1003", 1003), ("1E+11", 1000)],
)
def test_the_plural_form_of_a_whole_amount(amount: str, number: int) -> None:
    """A large amount keeps its last three digits, which decide the form in every language."""
    assert LocaleFormats.plural(Decimal(amount)) == number


@pytest.mark.parametrize("amount", ["0.5", "1.5", "2.001", "123456789.125"])
def test_the_plural_form_of_a_part(amount: str) -> None:
    """Parts of a point take the general form, in English the plural: `1.5 points`."""
    assert LocaleFormats.plural(Decimal(amount)) == 100


@given(amount=amounts, place=places)
def test_what_is_filled_in_is_read_as_the_same_amount(amount: Decimal, place: tuple[str, str]) -> None:
    """In every language and country."""
    made = formats(*place)
    if amount > 0 and amount < 10**12:
        assert Points.parse(made.typed(amount), made.decimal_mark).value == amount


def test_another_currency() -> None:
    """A currency that is set by its code is shown by its code."""
    assert formats("en", "IN", "USD").money(Decimal("2.5")) == "USD\N{NO-BREAK SPACE}2.50"
    assert formats("en", "IN", "INR").money(Decimal("2.5")) == "₹\N{NO-BREAK SPACE}2.50"


@pytest.mark.parametrize(
    ("country", "currency", "written"),
    [
        ("IN", "KWD", "KWD 12.125"),
        ("JP", "USD", "USD 12.13"),
        ("ID", "USD", "USD 12.13"),
        ("KW", "USD", "USD 12.13"),
        ("US", "JPY", "JPY 12"),
    ],
)
def test_another_currency_has_its_own_coins(country: str, currency: str, written: str) -> None:
    """Those of the country would round a bill of USD 12.50 to USD 13."""
    shown = formats("en", country, currency).money(Decimal("12.125")).replace("\N{NO-BREAK SPACE}", " ")
    assert shown.replace(",", ".") == written


@given(amount=amounts, place=places)
def test_no_digit_of_a_number_is_lost(amount: Decimal, place: tuple[str, str]) -> None:
    """In every language and country, a number keeps exactly its digits."""
    shown = formats(*place).number(amount)
    plain = f"{amount:f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:f}"
    assert digits(shown) == plain.replace(".", "")


@given(amount=amounts, place=places)
def test_no_digit_of_money_is_lost(amount: Decimal, place: tuple[str, str]) -> None:
    """In every language and country, an amount of money has the digits of the rounded amount, and no others."""
    shown = formats(*place).money(amount)
    allowed = {digits(f"{amount.quantize(Decimal(1).scaleb(-coins), ROUND_HALF_UP):f}") for coins in (0, 2, 3)}
    assert digits(shown) in allowed


@given(amount=amounts.filter(lambda one: 0 < one < 10**9), place=places)
def test_what_is_shown_can_be_typed(amount: Decimal, place: tuple[str, str]) -> None:
    """The decimal mark that is shown is the one that is read, in every script."""
    made = formats(*place)
    whole, _, rest = made.number(amount).partition(made.decimal_mark)
    typed = digits(whole) + (made.decimal_mark + rest if rest else "")
    assert Points.parse(typed, made.decimal_mark).value == amount


def test_moments() -> None:
    """A time has day, month in words, year, time and zone, in Chinese in the usual order."""
    at = datetime(2026, 11, 22, 18, 42, 7, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert formats("en", "IN").moment(at, "IST") == "22 Nov 2026 18:42 IST"
    assert formats("en", "IN").moment(at, "") == "22 Nov 2026 18:42 UTC+05:30"
    assert formats("zh_CN", "CN").moment(at, "").startswith("2026-11-22 18:42")
    assert digits(formats("ar", "EG").moment(at, "")).startswith("2220261842")


def test_moments_far_from_here() -> None:
    """The time of the moment's own zone is shown, not the machine's."""
    for hours in (-11, 0, 14):
        at = datetime(2026, 1, 1, 0, 5, tzinfo=timezone(timedelta(hours=hours)))
        assert "1 Jan 2026 00:05" in formats("en", "US").moment(at, "X")


def test_spans_and_clocks() -> None:
    """Spans are minutes and seconds, never negative, in the window's digits."""
    english, arabic = formats("en", "IN"), formats("ar", "EG")
    assert [english.span(one) for one in (-5, 0, 41.9, 60, 3599)] == ["0:00", "0:00", "0:41", "1:00", "59:59"]
    assert arabic.span(41) == "٠:٤١"
    assert english.clock(datetime(2026, 1, 1, 9, 5, tzinfo=UTC)) == "09:05"
    assert arabic.clock(datetime(2026, 1, 1, 9, 5, tzinfo=UTC)) == "٠٩:٠٥"
    assert english.count(1991) == "1,991"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_language_has_a_locale_everywhere(language: str, country: str) -> None:
    """A window in Hindi at a store in France is in Hindi."""
    assert locale_of(language, country).language() == QLocale(language).language()
