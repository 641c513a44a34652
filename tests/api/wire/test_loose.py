"""Tests reading loose JSON: exact numbers, five spellings of no value, and nothing that can fill the memory."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.wire import loose

if TYPE_CHECKING:
    from collections.abc import Callable


def wide(text: str) -> str:
    """Returns the text in full-width characters."""
    return "".join(chr(ord(one) + 0xFEE0) for one in text)


def letters(text: str) -> str:
    """Returns only the letters and digits, in one letter case and width."""
    return "".join(one for one in unicodedata.normalize("NFKD", text).casefold() if one.isalnum())


@given(st.decimals(-(10**14), 10**14, places=3))
def test_amounts_are_exact_as_numbers_and_as_strings(value: Decimal) -> None:
    """`1990.125` and `"1990.125"` are the same amount, to the last digit."""
    assert loose.amount(loose.parse(f"{value:f}".encode())) == value
    assert loose.amount(loose.parse(f'"{value:f}"'.encode())) == value


@pytest.mark.parametrize("nest", ["[]", '{"a":}'])
@pytest.mark.parametrize("depth", [101, 2_000, 990, 100_000])
def test_nothing_is_read_that_could_overrun_the_stack_of_a_thread(nest: str, depth: int) -> None:
    """Python 3.13 decodes 10,000 levels. A thread of Qt on macOS has stack for 2,000, and then the program ends."""
    opening, closing = nest[:-1], nest[-1]
    with pytest.raises(loose.UnreadableError):
        loose.parse(f"{opening * depth}1{closing * depth}".encode())
    assert loose.parse(f"[{opening * 99}1{closing * 99}, []]".encode())


@pytest.mark.parametrize(
    "value", [["[" * 200] * 200, ["{" * 200], ['"[[' * 100, "]", "\\" * 101 + "["], [[]] * 5_000, [{"[": [{}]}] * 200]
)
def test_only_what_is_nested_counts_as_deep(value: object) -> None:
    """Neither a bracket in a text nor a long list makes an answer too deep."""
    assert loose.parse(json.dumps(value).encode()) == value


@given(st.text(alphabet='[]{}"\\:,1 ', max_size=400))
def test_the_depth_is_that_of_the_decoder(text: str) -> None:
    """What the decoder reads and is not deep is read, whatever its brackets and quotes look like."""
    value = [[text] * 101, {text: [[]] * 101}]
    assert loose.parse(json.dumps(value).encode()) == value


def test_no_number_becomes_a_float() -> None:
    """0.1 stays a tenth."""
    assert loose.parse(b"[0.1, 1e2, 3]") == [Decimal("0.1"), Decimal("1e2"), 3]
    assert not any(isinstance(one, float) for one in loose.entries(loose.parse(b"[0.1, 1e2, 3]")))


@pytest.mark.parametrize(
    "text",
    [
        *(b"1e999999999", b"-1e999999999", b"1e-999999999", b"0e999999999", b"1e99999999999999999999999", b"1e15"),
        *(b'""', b'"NaN"', b'"Infinity"', b'"1,5"', b'"1 000"', b'"1e5"', b'"-"', b'"."', '"١٢"'.encode()),
        *(b"true", b"null", b"[]", b"{}", b"9" * 400, b'"' + b"9" * 31 + b'"'),
    ],
)
def test_what_is_no_amount_of_points_is_none(text: bytes) -> None:
    """Names, grouping marks, exponents in strings, and sizes that no program has."""
    assert loose.amount(loose.parse(text)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [(b"10.0", "10"), (b"1e3", "1000"), (b"0", "0"), (b"-0.0", "0"), (b'" 7 "', "7"), (b'".5"', "0.5"), (b'"5."', "5")],
)
def test_amounts_are_written_the_shortest_way(text: bytes, value: str) -> None:
    """What is stored is what is shown."""
    assert str(loose.amount(loose.parse(text))) == value


@pytest.mark.parametrize("blank", [None, "", "  ", [], {}])
def test_no_value_has_five_spellings(blank: object) -> None:
    """`null`, an empty text, list and object all count as no value."""
    assert loose.is_blank(blank)
    assert loose.entries(blank) == ()
    assert loose.only(blank) == {}
    assert loose.first({"a": blank, "b": 1}, "a", "b") == 1


def test_zero_and_false_are_values() -> None:
    """They are values."""
    assert not loose.is_blank(0)
    assert not loose.is_blank(False)
    assert loose.entries(0) == (0,)


def test_one_object_is_the_same_in_a_list_and_bare() -> None:
    """More than one object, or none, is not one."""
    assert loose.only({"a": 1}) == loose.only([{"a": 1}]) == loose.only([None, {"a": 1}]) == {"a": 1}
    assert loose.only([{"a": 1}, {"a": 2}]) == {}
    assert loose.only("text") == {}
    assert loose.objects([{"a": 1}, "x", 3]) == ({"a": 1},)


@pytest.mark.parametrize(("value", "text"), [(5, "5"), (Decimal("5.50"), "5.5"), (True, ""), (None, ""), ([], "")])
def test_identifiers_may_be_numbers(value: object, text: str) -> None:
    """An id is a text, whatever type the release gives it."""
    assert loose.text(value) == text


def test_texts_stay_on_one_line_and_short() -> None:
    """A message goes into logs and into the window."""
    assert loose.text("a\r\n\x00b\u202e") == "a   b"
    assert len(loose.text("x" * 100_000)) == 500


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("\u0930\u094d\u200d\u092f", "\u0930\u094d\u200d\u092f"),
        ("\u0645\u06cc\u200c\u062e\u0648", "\u0645\u06cc\u200c\u062e\u0648"),
        ("\u200d\u092f", "\u092f"),
        ("9777\u200d788221", "9777 788221"),
        ("\u0669\u200d\u0667", "\u0669 \u0667"),
        ("\u092f\u200d\u200d\u092f", "\u092f  \u092f"),
        ("\u092f\u202e\u092f", "\u092f \u092f"),
    ],
)
def test_a_joiner_stays_within_a_word(value: str, text: str) -> None:
    """Hindi and Persian names need it. Between digits it would hide a number from masking."""
    assert loose.text(value) == text


@pytest.mark.parametrize("text", [b"", b"{", b"NaN", b"[1,]", b"{'a': 1}", b"[" * 100_000, b"1" * 5000, b"\x00"])
def test_what_is_not_json_is_unreadable(text: bytes) -> None:
    """All of it is one kind of error, including deep nesting and endless numbers."""
    with pytest.raises(loose.UnreadableError):
        loose.parse(text)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(body: bytes) -> None:
    """All bytes are either read or unreadable."""
    try:
        loose.parse(body)
    except loose.UnreadableError:
        assert not body.strip() or _is_no_json(body)


def _is_no_json(body: bytes) -> bool:
    try:
        json.loads(body.decode())
    except ValueError:
        return True
    # The standard library reads more than the JSON standard.
    return any(word in body for word in (b"NaN", b"Infinity"))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(json_values)
def test_every_reader_accepts_every_value(value: object) -> None:
    """No shape makes a reader raise."""
    assert isinstance(loose.text(value), str)
    assert loose.flag(value) in {True, False, None}
    code = loose.code(value)
    assert code is None or isinstance(code, int)
    amount = loose.amount(value)
    assert amount is None or len(str(amount)) < 60
    assert isinstance(loose.only(value), dict)


# Secrets that the service echoes


@pytest.mark.parametrize(
    ("message", "secret", "hidden"),
    [
        ("Code NS3U05 is wrong", "NS3U05", "Code •••••• is wrong"),
        ("Code ns3u05 is wrong", "NS3U05", "Code •••••• is wrong"),
        ("xNS3U05x", "NS3U05", "x••••••x"),
        ("Code 1 2 3 4 5 6 is wrong", "123456", "Code •••••• is wrong"),
        ("Code 123-456 is wrong", "123456", "Code •••••• is wrong"),
        ("Code 123456 is wrong", "123-456", "Code •••••• is wrong"),
        ("Code 1_2.3/4 5\t6, sent", "123456", "Code ••••••, sent"),
        ("Code １２３４５６ is wrong", "123456", "Code •••••• is wrong"),
        ("Code 123456 is wrong", "１２３４５６", "Code •••••• is wrong"),
        ("Code ＮＳ３Ｕ０５ is wrong", "ns3u05", "Code •••••• is wrong"),
        ("Code ١٢٣٤٥٦ is wrong", "123456", "Code •••••• is wrong"),
        ("Code NS3U0A\u0301 is wrong", "NS3U0A", "Code ••••••\u0301 is wrong"),
        ("Code a1b is wrong", "A1B", "Code •••••• is wrong"),
        ("Code 1-2-3 is wrong", "123", "Code •••••• is wrong"),
        ("123 and 123", "123", "•••••• and ••••••"),
        ("Code 7 is wrong", "7", "Code •••••• is wrong"),
    ],
)
def test_a_secret_is_hidden_however_it_is_written(message: str, secret: str, hidden: str) -> None:
    """In any letter case, spaced, dashed, in full width or in digits of another script; also a short one."""
    assert loose.without_secret(message, secret) == hidden


@pytest.mark.parametrize(
    ("message", "secret"),
    [
        ("1234 points of 5123, 41230", "123"),
        ("a1bc xa1b", "A1B"),
        ("Points at ½ price, ﬁne", "123456"),
        ("12345 of 6", "123456"),
        ("Nothing to hide", ""),
        ("Nothing to hide - at all", "-"),
        ("", "123456"),
    ],
)
def test_what_is_not_secret_does_not_change(message: str, secret: str) -> None:
    """A short code does not hide the numbers that contain it, and other characters keep their form."""
    assert loose.without_secret(message, secret) == message


@given(
    st.text(max_size=30),
    st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=4, max_size=10),
    st.text(max_size=30),
    st.sampled_from(["", " ", "-", " - ", "_", "."]),
    st.sampled_from([str.upper, str.lower, wide]),
)
def test_a_secret_never_survives(before: str, secret: str, after: str, mark: str, write: Callable[[str], str]) -> None:
    """However it is spaced and written, and whatever is around it."""
    hidden = loose.without_secret(before + mark.join(write(secret)) + after, secret)
    assert secret.casefold() not in letters(hidden)
    assert secret.casefold() not in hidden.casefold()


@given(st.text(" .,:-", max_size=5), st.text("0123456789AB", min_size=1, max_size=3), st.sampled_from(["", " ", "-"]))
def test_a_short_secret_never_survives_as_a_word_of_its_own(around: str, secret: str, mark: str) -> None:
    """Three characters, two, or one."""
    words = f"Code {around}{mark.join(secret)}{around} is wrong"
    assert secret not in letters(loose.without_secret(words, secret)).removeprefix("code").removesuffix("iswrong")


@pytest.mark.parametrize("half", ["\\ud83d", "\\uDE00", "\\uD83D\\uD83D", "\\ude00\\ud83d"])
def test_half_a_character_does_not_hide_the_rest(half: str) -> None:
    """A service that cuts names at so many characters leaves it of an emoji. Numbers stay exact."""
    read = loose.parse(b'{"name": "Asha ' + half.encode() + b'", "\\ud83d": 0.10, "both": "\\ud83d\\ude00"}')
    assert isinstance(read, dict)
    assert (loose.text(read["name"]), read["both"]) == ("Asha", "😀")
    assert read["\ud83d"] == Decimal("0.10")


@pytest.mark.parametrize("end", [b"\xe9", b"\xe9 \\ud83d", b"\xc3"])
def test_bytes_of_an_old_encoding_hide_nothing(end: bytes) -> None:
    """What msgspec says of them depends on its version, and half a character may stand beside them."""
    read = loose.parse(b'{"name": "Ren' + end + b'", "points": 0.10}')
    assert isinstance(read, dict)
    assert read["points"] == Decimal("0.10")


@pytest.mark.parametrize("tail", [b"", b", NaN]", b", -Infinity]", b"] ]", b", 01]"])
def test_half_a_character_excuses_nothing_else(tail: bytes) -> None:
    """What is no JSON without it is none with it."""
    with pytest.raises(loose.UnreadableError):
        loose.parse(b'["\\ud83d"' + tail)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"a": 1, "a": 2}', True),
        (b'[{"b": {"a": 1, "c": 2, "a": 1}}]', True),
        (b'\xef\xbb\xbf{"a": {"a": 1}, "b": [{"a": 2}, {"a": 3}]}', False),
        (b'{"a": ' + b"9" * 10_000 + b"}", False),
    ],
)
def test_a_name_that_is_there_twice(body: bytes, expected: bool) -> None:
    """It is found at any depth. The same name in two objects is none."""
    assert loose.names_twice(body) is expected


@pytest.mark.parametrize("body", [b"{", b'{"a":' * 100_000])
def test_names_are_looked_for_in_json_only(body: bytes) -> None:
    """What cannot be read says so, however deep it is."""
    with pytest.raises(loose.UnreadableError):
        loose.names_twice(body)


def test_no_pattern_is_made_of_a_secret_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python keeps patterns for later, and a code must not stay in memory. A message hardly ever has it."""

    def fail(*_arguments: object, **_named: object) -> str:
        raise AssertionError("a pattern was made")

    monkeypatch.setattr("re.sub", fail)
    assert loose.without_secret("Points redeemed: 12.5", "KXP7Q2") == "Points redeemed: 12.5"
    assert loose.without_secret("", "12") == ""
