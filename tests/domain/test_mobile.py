"""Tests mobile numbers: every country's numbers in the forms that people type, and what is never shown."""

from __future__ import annotations

import re

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.masking import MASK, mask_digits
from desktop.domain.mobile import (
    MobileError,
    MobileForm,
    MobileNumber,
    MobileProblem,
    example_number,
)

EXAMPLES = {
    region: number
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    if (number := phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)) is not None
}
"""The numbering plans' own examples of mobile numbers, of every region that has one."""
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def read_example(region: str) -> MobileNumber:
    """Reads a region's example in its international form."""
    return MobileNumber.parse(phonenumbers.format_number(EXAMPLES[region], phonenumbers.PhoneNumberFormat.E164), region)


def problem_of(text: str, region: str = "IN") -> MobileProblem:
    """Returns why a text is refused."""
    with pytest.raises(MobileError) as caught:
        MobileNumber.parse(text, region)
    assert str(caught.value) == caught.value.problem.value
    return caught.value.problem


@pytest.mark.parametrize("region", EXAMPLES)
def test_a_country_s_numbers_are_read_in_every_form_that_people_type(region: str) -> None:
    """International, dialled with 00, in brackets, spaced, national and in other digits: always the same number."""
    number = EXAMPLES[region]
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    international = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    typed = [
        e164,
        international,
        international.replace(" ", "-"),
        international.replace(" ", "\u00a0"),
        f"\u202a{international}\u202c",
        "00" + e164[1:],
        ("00" + e164[1:]).translate(ARABIC_INDIC),
        f"+({number.country_code}) {e164.removeprefix(f'+{number.country_code}')}",
        national,
        national.translate(ARABIC_INDIC),
        f"  {national}\n",
    ]
    for text in typed:
        read = MobileNumber.parse(text, region)
        assert read.e164 == e164, text
        assert read.international == international
        assert read.country_code == str(number.country_code)
        assert not read.unusual


@pytest.mark.parametrize("region", EXAMPLES)
def test_a_masked_number_keeps_the_country_and_the_last_digits_only(region: str) -> None:
    """Every form shows at most the last four digits of the number."""
    number = read_example(region)
    national = number.wire(MobileForm.NATIONAL)
    visible = re.sub(r"\D", "", number.masked.removeprefix("+" + number.country_code))
    assert national.endswith(visible)
    assert len(visible) <= 4
    assert len(national) - len(visible) >= min(3, len(national) - 2)
    assert number.masked.count(MASK) == len(national) - len(visible)
    assert national not in repr(number).replace(" ", "")
    assert number.masked in repr(number)


@pytest.mark.parametrize("region", EXAMPLES)
def test_the_wire_forms_say_the_same_number(region: str) -> None:
    """Digits, plus and national differ by prefix alone."""
    number = read_example(region)
    assert number.wire() == number.wire(MobileForm.DIGITS) == number.e164[1:]
    assert number.wire(MobileForm.PLUS) == "+" + number.wire()
    assert number.country_code + number.wire(MobileForm.NATIONAL) == number.wire()


def test_a_number_with_its_country_code_but_no_plus_is_read() -> None:
    """A number from the service's own answers can be pasted back: `919777788221`."""
    assert MobileNumber.parse("919777788221", "IN").masked == "+91 ••••• •8221"
    assert MobileNumber.parse("9777788221", "IN").wire() == "919777788221"


def test_a_foreign_number_is_read_with_its_prefix() -> None:
    """A visitor's number keeps its own country."""
    assert MobileNumber.parse("0044 7400 123456", "IN").wire() == "447400123456"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", MobileProblem.EMPTY),
        (" \t", MobileProblem.EMPTY),
        ("Asha", MobileProblem.NOT_A_NUMBER),
        ("97777x88221", MobileProblem.NOT_A_NUMBER),
        ("97777,88221", MobileProblem.NOT_A_NUMBER),
        ("+", MobileProblem.NOT_A_NUMBER),
        ("()", MobileProblem.NOT_A_NUMBER),
        ("12", MobileProblem.TOO_SHORT),
        ("97777", MobileProblem.TOO_SHORT),
        ("+91", MobileProblem.NOT_A_NUMBER),
        ("+91 1", MobileProblem.TOO_SHORT),
        ("977778822112345", MobileProblem.TOO_LONG),
        ("9" * 40, MobileProblem.TOO_LONG),
        ("9" * 300, MobileProblem.TOO_LONG),
        ("+999 12345678", MobileProblem.COUNTRY),
        ("+0 12345678", MobileProblem.COUNTRY),
        ("+44 12345678", MobileProblem.TOO_SHORT),
        ("+376 5555555", MobileProblem.IMPOSSIBLE),
        ("+376 5555555555", MobileProblem.TOO_LONG),
        ("91+9777788221", MobileProblem.NOT_A_NUMBER),
    ],
)
def test_a_text_that_cannot_be_a_number_is_refused_with_the_reason(text: str, problem: MobileProblem) -> None:
    """An impossible number is never sent to the service."""
    assert problem_of(text) is problem


def test_a_national_number_needs_a_country() -> None:
    """Without a region only a number with its prefix is read."""
    assert problem_of("9777788221", "") is MobileProblem.COUNTRY
    assert problem_of("9777788221", "ZZ") is MobileProblem.COUNTRY
    assert MobileNumber.parse("+919777788221", "").country_code == "91"


def test_a_number_outside_the_numbering_plan_is_unusual_and_not_refused() -> None:
    """Numbering plans grow. An old table must not turn a customer away."""
    assert MobileNumber.parse("1111111111", "IN").unusual


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_number_or_refused(text: str) -> None:
    """Every text is read as a number or refused, and none raises another error."""
    try:
        number = MobileNumber.parse(text, "IN")
    except MobileError:
        return
    assert re.fullmatch(r"\+[1-9][0-9]{3,16}", number.e164)


@given(st.text(max_size=30))
def test_a_mask_shows_four_digits_at_most_and_keeps_everything_else(text: str) -> None:
    """The last digits stay, the others are hidden, and other characters do not change."""
    masked = mask_digits(text)
    digits = [one for one in text if one.isdigit()]
    visible = [new for old, new in zip(text, masked, strict=True) if old.isdigit() and new == old]
    allowed = 4 if len(digits) > 6 else min(2, len(digits) // 2)
    assert visible == digits[len(digits) - allowed :]
    assert [new for old, new in zip(text, masked, strict=True) if not old.isdigit()] == [
        one for one in text if not one.isdigit()
    ]


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_every_region_has_an_example_for_the_service(region: str) -> None:
    """The example is valid in the region, or in the USA if its numbering plan names none."""
    number = MobileNumber.parse(example_number(region, MobileForm.PLUS), region)
    assert number.e164 == ("+14155550100" if region not in EXAMPLES else read_example(region).e164)
    assert not number.unusual or region not in EXAMPLES
    for form in MobileForm:
        assert example_number(region, form) == number.wire(form)
