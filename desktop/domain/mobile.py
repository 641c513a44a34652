"""Reads mobile numbers against the store's country, formats them for the window and the wire, and masks them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.masking import mask_digits

if TYPE_CHECKING:
    from desktop.domain.member import Member

_ALLOWED = re.compile(r"[\d\s()+\-./\u2010-\u2015\u200e\u200f\u202a-\u202e\u2060-\u2069]*")


class MobileProblem(StrEnum):
    """Why a text cannot be a mobile number."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    COUNTRY = "country"
    IMPOSSIBLE = "impossible"


class MobileError(ValueError):
    """A text that cannot be a mobile number.

    Attributes:
        problem: the reason; the window shows it in the cashier's language.
    """

    def __init__(self, problem: MobileProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class MobileForm(StrEnum):
    """The form in which the service expects the number: `919777788221`, `+919777788221` or `9777788221`."""

    DIGITS = "digits"
    PLUS = "plus"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class MobileNumber:
    """A possible number.

    Attributes:
        e164: `+` and all digits, `+919777788221`.
        country_code: the digits of the country, `91`.
        international: the readable form, `+91 97777 88221`.
        unusual: True if the numbering plan does not contain it. It may be new or mistyped.
    """

    e164: str
    country_code: str
    international: str
    unusual: bool = False

    @classmethod
    def parse(cls, text: str, region: str) -> MobileNumber:
        """Reads what was typed, pasted or scanned.

        Args:
            text: digits of any script. Spaces, dashes, dots, brackets and a leading `+` or `00` are accepted.
            region: the ISO 3166 region for numbers without a country code, for example `IN`.

        Raises:
            MobileError: if it cannot be a number at all. A number that only the numbering plan does not know is
                returned as `unusual`: plans grow, and an old table must not turn a customer away.
        """
        # Import it late: its metadata takes long to load, and the window does not need a number before the first paint.
        import phonenumbers

        text = text.strip()
        if not text:
            raise MobileError(MobileProblem.EMPTY)
        if not _ALLOWED.fullmatch(text):
            raise MobileError(MobileProblem.NOT_A_NUMBER)
        # Accept `00` in every country, even where people dial another prefix: no national number starts with two zeros.
        compact = "".join(str(unicodedata.decimal(one, one)) for one in text if one == "+" or one.isdecimal())
        candidate = "+" + compact[2:] if compact.startswith("00") else compact
        try:
            number = phonenumbers.parse(candidate, region or None)
        except phonenumbers.NumberParseException as error:
            raise MobileError(_PARSE_PROBLEMS.get(error.error_type, MobileProblem.NOT_A_NUMBER)) from None
        match phonenumbers.is_possible_number_with_reason(number):
            case phonenumbers.ValidationResult.IS_POSSIBLE:
                pass
            case phonenumbers.ValidationResult.TOO_SHORT | phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
                raise MobileError(MobileProblem.TOO_SHORT)
            case phonenumbers.ValidationResult.TOO_LONG:
                raise MobileError(MobileProblem.TOO_LONG)
            case _:
                raise MobileError(MobileProblem.IMPOSSIBLE)
        return cls(
            e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
            country_code=str(number.country_code),
            international=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL),
            unusual=not phonenumbers.is_valid_number(number),
        )

    def wire(self, form: MobileForm = MobileForm.DIGITS) -> str:
        """The number in the form that the service expects."""
        match form:
            case MobileForm.DIGITS:
                return self.e164.removeprefix("+")
            case MobileForm.PLUS:
                return self.e164
            case MobileForm.NATIONAL:  # pragma: no branch - the type checker proves that there is no fourth
                return self.e164.removeprefix("+" + self.country_code)

    @property
    def masked(self) -> str:
        """The number with only the country and the last four digits visible: `+91 ••••• •8221`."""
        head = "+" + self.country_code
        rest = self.international.removeprefix(head)
        return head + mask_digits(rest)

    def __repr__(self) -> str:
        return f"MobileNumber({self.masked!r})"


def mobile_of(member: Member, country: str) -> MobileNumber | None:
    """Reads a member's number as the service returns it: digits with the country code, or in the store's country.

    None if it is neither.
    """
    for text in (f"+{member.mobile.lstrip('+')}", member.mobile):
        try:
            return MobileNumber.parse(text, country)
        except MobileError:
            continue
    return None


def example_number(country: str, form: MobileForm) -> str:
    """Returns a mobile number in the form for the service that is valid in a country, but belongs to no member.

    Args:
        country: the ISO 3166 code of the country. If its numbering plan names no example, a number in the USA is used.
        form: the form that the service expects.
    """
    import phonenumbers

    example = phonenumbers.example_number_for_type(country, phonenumbers.PhoneNumberType.MOBILE)
    e164 = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164) if example else "+14155550100"
    return MobileNumber.parse(e164, country).wire(form)


_PARSE_PROBLEMS = {
    0: MobileProblem.COUNTRY,
    1: MobileProblem.NOT_A_NUMBER,
    2: MobileProblem.TOO_SHORT,
    3: MobileProblem.TOO_SHORT,
    4: MobileProblem.TOO_LONG,
}
"""`phonenumbers.NumberParseException.error_type`: country, no number, short after the prefix, short, long."""
