"""Tests the keys that compare stored and typed texts."""

from __future__ import annotations

import re
import sqlite3
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.member import Identifier, IdentifierKind, is_same_person
from desktop.store.search_keys import (
    NumberKeys,
    digits_of,
    fold,
    is_number_like,
    loose_key,
    mask_member,
    mask_numbers,
    number_keys,
    person_key,
    prefix_range,
)

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@given(prefix=TEXTS.filter(bool), rest=TEXTS, other=TEXTS)
def test_the_range_of_a_prefix_holds_what_begins_with_it(prefix: str, rest: str, other: str) -> None:
    """In SQLite's order, exactly the texts that begin with the prefix lie within the bounds."""
    low, high = prefix_range(prefix)
    memory = sqlite3.connect(":memory:")

    def within(text: str) -> bool:
        return bool(memory.execute("SELECT ? >= ? AND ? < ?", (text, low, text, high)).fetchone()[0])

    assert within(prefix + rest) or prefix[-1] == chr(sys.maxunicode)
    assert within(other) is other.startswith(prefix) or prefix[-1] == chr(sys.maxunicode)
    memory.close()


def test_the_last_code_points_have_ranges() -> None:
    """There is a next text before the surrogates and at the last code point too."""
    assert prefix_range("a\ud7ff") == ("a\ud7ff", "a\ue000")
    low, high = prefix_range(chr(sys.maxunicode))
    assert low == chr(sys.maxunicode)
    assert low + "a" < high


@given(text=TEXTS)
def test_folding_twice_is_folding_once_for_what_is_ascii(text: str) -> None:
    """A stored key and a typed key are made the same way, in every case and width."""
    ascii_only = text.encode("ascii", "ignore").decode()
    assert fold(ascii_only.upper()) == fold(ascii_only.lower()) == fold(fold(ascii_only))


def test_scripts_and_widths_are_ignored() -> None:
    """Digits of any script and full-width letters equal the usual ones."""
    assert fold(" ＢＩＬＬ-١٢३ ") == "bill-123"
    assert digits_of("+٩١ 97 x ७") == "91977"
    assert digits_of("²½") == ""


@pytest.mark.parametrize(
    ("text", "like"), [("+91 (0)-1.2/3", True), ("٨٢٢١", True), ("+", False), ("", False), ("1a", False)]
)
def test_texts_that_could_be_a_number(text: str, *, like: bool) -> None:
    """A number has at least one digit, and only digits and the usual separators."""
    assert is_number_like(text) is like


@pytest.mark.parametrize(
    ("value", "shown", "keys"),
    [
        ("919777788221", "+91 ••••• •8221", ("919777788221", "9777788221")),
        ("+919777788221", "+91 ••••• •8221", ("919777788221", "9777788221")),
        ("9777788221", "+91 ••••• •8221", ("919777788221", "9777788221")),
        ("9177778822", "+91 ••••• •8822", ("919177778822", "9177778822")),
        ("919777788221", "", ("919777788221", "")),
        ("9777788221", "•••••• 8221", ("9777788221", "")),
        ("12025550123", "+1 •••-•••-0123", ("12025550123", "2025550123")),
        ("4420555", "+91 1", ("4420555", "")),
    ],
)
def test_every_form_of_a_number_has_its_keys(value: str, shown: str, keys: tuple[str, str]) -> None:
    """The country code is taken from the shown form. Without one, the digits are used as they are."""
    full, national = keys
    made = number_keys(IdentifierKind.MOBILE, value, shown)
    assert made == NumberKeys(full, national, full[::-1])


def test_other_identifiers_have_no_number_keys() -> None:
    """An e-mail address or a card is not found by digits."""
    assert number_keys(IdentifierKind.CARD, "12345678", "") == NumberKeys()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("call 9777788221 now", "call ••••••8221 now"),
        ("+91 97777-88221", "+•• •••••-•8221"),
        ("٩٧٧٧٧٨٨٢٢١", "••••••٨٢٢١"),
        ("bill 123456", "bill 123456"),
        ("PT-HTTP-504", "PT-HTTP-504"),
        ("", ""),
    ],
)
def test_numbers_are_masked_in_words(text: str, masked: str) -> None:
    """A run of seven digits or more could be a member's number."""
    assert mask_numbers(text) == masked


@pytest.mark.parametrize(
    ("kind", "value", "text", "masked"),
    [
        (IdentifierKind.MOBILE, "919777788221", "no 9777788221, bill 1234567", "no ••••••8221, bill 1234567"),
        (IdentifierKind.MOBILE, "", "no 9777788221", "no 9777788221"),
        (IdentifierKind.EMAIL, "a@example.org", "no a@example.org", "no •••"),
    ],
)
def test_the_member_is_masked_in_the_services_words(kind: IdentifierKind, value: str, text: str, masked: str) -> None:
    """Only this member's identifier is masked, because support needs other numbers, such as the bill's."""
    assert mask_member(text, Identifier(kind, value)) == masked


NUMBERS = st.from_regex(r"(\+|00|0)?[0-9 ().\-٠-٩]{0,12}", fullmatch=True) | st.text(max_size=6)


@given(
    one=NUMBERS,
    other=NUMBERS,
    prefix=st.sampled_from(["", "0", "91", "+91 ", "00491"]),
    kind=st.sampled_from(IdentifierKind),
)
def test_one_person_has_one_key(one: str, other: str, prefix: str, kind: IdentifierKind) -> None:
    """Identifiers of the same person have the same key, so a search by key misses none."""
    for value in (other, prefix + one):
        pair = Identifier(kind, one), Identifier(kind, value)
        assert not is_same_person(*pair) or person_key(pair[0].kind, pair[0].value) == person_key(
            pair[1].kind, pair[1].value
        )


def test_different_kinds_have_different_keys() -> None:
    """A card's number is not a mobile number, and an empty identifier has no key."""
    keys = {person_key(kind, "919777788221") for kind in IdentifierKind}
    assert len(keys) == len(IdentifierKind)
    assert person_key(IdentifierKind.CARD, "  ") == ""


@given(parts=st.lists(st.text(alphabet="AbC019", min_size=1, max_size=3), min_size=1, max_size=4))
def test_separators_and_leading_zeros_are_ignored(parts: list[str]) -> None:
    """Separators and leading zeros do not change a bill's loose key."""
    together = "".join(parts)
    for separator in "-/ ._–":
        assert loose_key(f"00{separator}{separator.join(parts).upper()} ") == loose_key(together)
    assert not loose_key(together).startswith("0")


@given(text=TEXTS)
def test_a_loose_key_is_stable(text: str) -> None:
    """The loose key of a loose key is the same key."""
    assert loose_key(loose_key(text)) == loose_key(text)


BILLS = st.text(alphabet="aZ0019 -/_.\x00\x7fßé²½Ⅷ٠０Ａİ\ud800") | st.text()


def slow_loose_key(text: str) -> str:
    """Defines the loose key: no marks, then no zeros that lead a number."""
    folded = fold(text)
    plain = re.sub("[^0-9a-z]+", "", folded) if folded.isascii() else "".join(one for one in folded if one.isalnum())
    return re.sub("(?<![0-9])0+(?=[0-9])", "", plain).lstrip("0")


@settings(max_examples=300)
@given(bill=BILLS | st.from_regex(r"[A-Za-zé]{0,3}[-/ ]?[0-9]{0,9}[a-z]?0{0,2}", fullmatch=True))
@example(bill="")
@example(bill="0")
@example(bill="000")
@example(bill="A000")
@example(bill="0A0")
@example(bill="A-00-0B00")
def test_the_fast_loose_key_is_the_slow_one(bill: str) -> None:
    """The ways without a pattern give the same key for every text, because the journal has the keys of old bills."""
    assert loose_key(bill) == slow_loose_key(bill)


def test_zeros_before_any_number_in_a_bill_are_ignored() -> None:
    """`MG-00867`, `MG-867` and `MG867` are the same bill to a cashier."""
    assert loose_key("MG-00867") == loose_key("MG-867") == loose_key("mg 867")
