"""Formats amounts, times and time spans in the cashier's language and country, exactly."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTimeZone

from desktop.domain.points import plain

_CENTURY, _FIRST_YEAR = 100, 2000
"""Qt reads `26` as 1926. No till is that old."""


_WITHOUT_COINS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_WITH_THREE_PLACES = "BHD IQD JOD KWD LYD OMR TND"
"""Currencies of ISO 4217 that do not have two decimal places. A country's own currency has those that Qt knows."""


def locale_of(language: str, country: str) -> QLocale:
    """Returns the locale of a language in a country: `en` in `IN` groups by lakhs and marks decimals with a dot."""
    language_of = QLocale(language).language() if language else QLocale.Language.English
    territory = QLocale.codeToTerritory(country)
    if language == "zh_CN":
        return QLocale(language)
    made = QLocale(language_of, territory)
    return made if made.language() == language_of else QLocale(language_of)


class LocaleFormats:
    """Formats numbers, money and times by one locale; implements `desktop.domain.receipt.Formats`."""

    def __init__(self, locale: QLocale, country: str, currency: str = "") -> None:
        self.locale = locale
        territory = QLocale.codeToTerritory(country)
        home = QLocale(locale.language(), territory)
        style = home
        if home.territory() != territory:
            # Qt does not know this language in this country. The country decides on the currency and its coins, and the
            # language on the place of the symbol: `250,13 ₹` in French.
            home, style = QLocale(QLocale.Language.AnyLanguage, territory), locale
        own = home.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        self._symbol = currency if currency and currency != own else home.currencySymbol()
        pattern = home.toCurrencyString(0.0, "\u00a4")
        # Counted in the country's own digits, which may differ from those of the window's language.
        own_places = pattern.count(home.zeroDigit()) - 1
        self._places = own_places if currency in {"", own} else _places_of(currency)
        # A digit that stands for the number.
        self._eight = style.toCurrencyString(8.0, "\u00a4", 0)
        self._style = style

    @property
    def decimal_mark(self) -> str:
        """The decimal mark that the cashier types and reads."""
        return self.locale.decimalPoint()

    def number(self, amount: Decimal) -> str:
        """Formats an exact number with the locale's marks and digits: `1,740.875`."""
        whole, _, places = plain(abs(amount)).partition(".")
        text = self.locale.toString(int(whole))
        if places:
            text += self.locale.decimalPoint() + self._digits(places)
        return ("\N{MINUS SIGN}" if amount < 0 else "") + text

    @staticmethod
    def plural(amount: Decimal) -> int:
        """The whole number that has the same plural form as an amount, for `tr`: 1 of 1, but 100 of 1.5.

        Qt takes a plural form by a number that an `int` of C++ holds, so only the last three digits are kept of a large
        amount. No language of the till has another form for thousands.
        """
        if amount != amount.to_integral_value():
            return 100
        whole = abs(int(amount))
        return whole if whole < _THOUSAND else _THOUSAND + whole % _THOUSAND

    def typed(self, amount: Decimal) -> str:
        """An amount as a field holds it: the locale's digits and decimal mark, without grouping marks."""
        return self._digits(plain(amount)).replace(".", self.locale.decimalPoint())

    def money(self, amount: Decimal, *, places: int | None = None) -> str:
        """Formats an amount of the store's currency, rounded to its smallest unit: `₹ 250.13`.

        Args:
            amount: the amount.
            places: decimal places, if they differ from the currency's.
        """
        rounded = abs(amount).quantize(Decimal(1).scaleb(-(self._places if places is None else places)), ROUND_HALF_UP)
        whole, _, coins = f"{rounded:f}".partition(".")
        text = self.locale.toString(int(whole)) + (self.locale.decimalPoint() + self._digits(coins) if coins else "")
        written = self._eight.replace(self._style.toString(8), text, 1)
        symbol = self._symbol
        gap = "" if "\u00a4 " in written or "\u00a4\u00a0" in written or " \u00a4" in written else "\u00a0"
        written = written.replace("\u00a4", symbol + (gap if written.startswith("\u00a4") else ""), 1)
        return ("\N{MINUS SIGN}" if rounded and amount < 0 else "") + written

    def short_money(self, amount: Decimal) -> str:
        """Formats an amount of money without its coins if there are none: `₹250`."""
        return self.money(amount, places=0) if amount == amount.to_integral_value() else self.money(amount)

    def moment(self, at: datetime, zone: str) -> str:
        """Formats date and time with the zone: `22 Nov 2026 18:42 IST`."""
        stamp = QDateTime.fromSecsSinceEpoch(
            int(at.timestamp()), QTimeZone(int((at.utcoffset() or _ZERO).total_seconds()))
        )
        offset = at.strftime("%z")
        pattern = "yyyy-MM-dd HH:mm" if self.locale.language() == QLocale.Language.Chinese else "d MMM yyyy HH:mm"
        return f"{self.locale.toString(stamp, pattern)} {zone or f'UTC{offset[:3]}:{offset[3:]}'}"

    def day(self, on: date) -> str:
        """Formats a day of this year: `30 November`."""
        pattern = "M月d日" if self.locale.language() == QLocale.Language.Chinese else "d MMMM"
        return self.locale.toString(QDate(on.year, on.month, on.day), pattern)

    def full_day(self, on: date) -> str:
        """Formats a day with its year: `Sunday, 22 November 2026`."""
        return self.locale.toString(QDate(on.year, on.month, on.day), QLocale.FormatType.LongFormat)

    def read_day(self, text: str) -> date | None:
        """Reads a day: `2026-11-22`, or as the locale writes it. Returns None if the text is none."""
        plain_text = text.strip()
        if not any(one.isdigit() for one in plain_text) or plain_text.isdigit():
            return None
        found = QDate.fromString(plain_text, Qt.DateFormat.ISODate)
        for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat):
            if not found.isValid():
                found = self.locale.toDate(plain_text, form)
        if not found.isValid():
            return None
        # A year of two digits is one of this century.
        year = found.year() + _CENTURY if found.year() < _FIRST_YEAR else found.year()
        return date(year, found.month(), found.day())

    def clock(self, at: datetime) -> str:
        """Formats the time of day: `18:57`."""
        return self._digits(f"{at:%H:%M}")

    def recently(self, at: datetime) -> str:
        """Formats the time of day, with the day if it was another one: `18:57 (30 November)`."""
        today, day = datetime.now(UTC).astimezone(at.tzinfo).date(), at.date()
        if day == today:
            return self.clock(at)
        return f"{self.clock(at)} ({self.day(day) if day.year == today.year else self.full_day(day)})"

    def clock_with_seconds(self, at: datetime) -> str:
        """Formats the time of day with seconds: `18:42:40`."""
        return self._digits(f"{at:%H:%M:%S}")

    def span(self, seconds: float) -> str:
        """Formats a time span as minutes and seconds: `0:41`."""
        whole = max(0, int(seconds))
        return self._digits(f"{whole // 60}:{whole % 60:02}")

    def count(self, number: int) -> str:
        """Formats a whole number with the locale's digits."""
        return self.locale.toString(number)

    def _digits(self, text: str) -> str:
        zero = self.locale.zeroDigit()
        if zero == "0":
            return text
        return "".join(
            chr(ord(zero) + int(character)) if character in "0123456789" else character for character in text
        )


def _places_of(currency: str) -> int:
    if currency in _WITHOUT_COINS.split():
        return 0
    return 3 if currency in _WITH_THREE_PLACES.split() else 2


_ZERO = timedelta(0)
_THOUSAND = 1_000
