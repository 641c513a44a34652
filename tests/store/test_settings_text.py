"""Tests reading a settings file entry by entry: what a mistake costs, and where it is said to be."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store.settings_text import Entries, read_entries

KNOWN = ("till", "store", "country")


def read(text: str) -> Entries:
    """Reads a text that may have an object of defaults."""
    return read_entries(text.encode(), KNOWN, "defaults")


def told(text: str) -> list[tuple[int, str, str]]:
    """Returns line, name and reason of each mistake."""
    return [(one.line, one.name, one.reason) for one in read(text).mistakes]


@pytest.mark.parametrize(
    ("text", "values", "mistakes"),
    [
        ("", {}, [(1, "", "is empty")]),
        ("{}", {}, []),
        (" { } \n", {}, []),
        ('{"till": "a",}', {"till": "a"}, []),
        ("[]", {}, [(1, "", 'must be a JSON object: {"name": value, …}')]),
        ('"till": "a"\n}', {"till": "a"}, [(1, "", 'must be a JSON object: {"name": value, …}')]),
        ('{"till": "a"', {"till": "a"}, [(1, "", "the closing brace is missing")]),
        ('{"till": "a", "store": 30', {"till": "a"}, [(1, "store", "the number may be cut off")]),
        ('{"till": "a", "store": 3.5\n', {"till": "a", "store": 3.5}, [(2, "", "the closing brace is missing")]),
        ('{"till": "a", "store": true', {"till": "a", "store": True}, [(1, "", "the closing brace is missing")]),
        ('{"till": "a"} x', {"till": "a"}, [(1, "", "nothing may follow the closing brace")]),
        ('{\n"till": "a"\n"store": "b"}', {"till": "a", "store": "b"}, [(3, "", "a comma is missing before this")]),
        ('{\n"till": 5 min,\n"store": "b"}', {"store": "b"}, [(2, "till", "a comma is missing before this")]),
        ('{\n"till" "a",\n"store": "b"}', {"store": "b"}, [(2, "till", "a colon is missing after the name")]),
        ('{\ntill": "a",\n"store": "b"}', {"store": "b"}, [(2, "", "a name in double quotes is missing")]),
        ('{\n"store": "b",\n"till', {"store": "b"}, [(3, "", "the name does not end")]),
        ('{"till": "a\n"store": "b"}', {"store": "b"}, [(1, "till", "a text does not end on its line")]),
        ('{"store": "b", "till": "a', {"store": "b"}, [(1, "till", "a text does not end")]),
        ('{"till": "\\q", "store": "b"}', {"store": "b"}, [(1, "till", "invalid \\escape")]),
        ('{"till": {"a": 1, "a": 2}, "store": "b"}', {"store": "b"}, [(1, "till", "contains a name twice: a")]),
        ('{"till": 1, "till": 1, "store": "b"}', {"store": "b"}, [(1, "till", "contains a name twice: till")]),
        ('{"till": null, "store": "b"}', {"store": "b"}, []),
    ],
)
def test_a_mistake_costs_its_own_entry(
    text: str, values: dict[str, object], mistakes: list[tuple[int, str, str]]
) -> None:
    """The entries before and after it are read, and the mistake has a line and a reason."""
    assert read(text).values == values
    assert told(text) == mistakes


@pytest.mark.parametrize("value", ["True", "IN", "'IN'", "", "# none"])
def test_a_value_without_quotes_is_explained(value: str) -> None:
    """The message says how values are written."""
    text = f'{{\n"country": {value},\n"till": "a"\n}}'
    assert read(text).values == {"till": "a"}
    ((line, name, reason),) = told(text)
    assert (line, name) == (2, "country")
    assert reason.startswith("a value is missing: texts need double quotes")


def test_defaults_are_read_entry_by_entry_too() -> None:
    """A mistake in them costs one default, and what follows them still counts as a lock."""
    found = read('{"defaults": {\n"country": GB,\n"store": "b"\n},\n"till": "a"}')
    assert found.values == {"till": "a"}
    assert found.nested is not None
    assert found.nested.values == {"store": "b"}
    assert [one.name for one in found.nested.mistakes] == ["country"]


def test_a_skipped_brace_ends_the_defaults() -> None:
    """A lock never becomes a default because of a slip before it."""
    found = read('{"defaults": {\n"country": GB },\n"till": "a"}')
    assert found.values == {"till": "a"}
    assert found.nested is not None
    assert found.nested.values == {}
    assert found.mistakes == []


def test_a_second_object_of_defaults_is_a_repetition() -> None:
    """It is not clear which of the two counts."""
    found = read('{"defaults": {"till": "a"}, "defaults": {"till": "b"}}')
    assert "defaults" in {one.name for one in found.mistakes}
    assert found.values == {}
    assert found.nested == Entries()


WORDS = st.text(max_size=8)


@given(st.dictionaries(WORDS, st.recursive(WORDS | st.integers() | st.booleans(), st.lists, max_leaves=8)))
def test_every_json_object_is_read_as_it_is(values: dict[str, object]) -> None:
    """Without a mistake, nothing is lost or changed."""
    text = json.dumps(values, indent=2, ensure_ascii=False)
    found = read_entries(text.encode("utf-8", "surrogatepass"), KNOWN)
    if "\ufffd" not in text:
        assert found.values == values
        assert found.mistakes == []


@given(st.text(st.sampled_from('{}[]:,"\\ \n\ttills eoruny1.5'), max_size=80))
def test_any_text_is_read_to_its_end(text: str) -> None:
    """Reading always ends, and every mistake is on a line of the text."""
    for one in read(text).mistakes:
        assert 1 <= one.line <= text.count("\n") + 1
        assert one.reason
