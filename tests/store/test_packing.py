"""Tests that packed values and attempts come back exactly, and that words are shared."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.member import IdentifierKind
from desktop.domain.redemption import Refusal, State, Step, new_reference
from desktop.domain.validation import ValidationMethod
from desktop.store import packing, small_values
from desktop.store.errors import DamagedRowError
from desktop.store.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt
    from desktop.store.journal import SqliteJournal


@given(st.none() | st.text(max_size=20) | st.decimals(allow_nan=False, allow_infinity=False).map(str))
@example("-0")
@example("0.0000000")
@example("-12.50")
@example("007")
@example("9999999999999999.9999999")
def test_every_amount_comes_back(amount: str | None) -> None:
    """An amount comes back with its decimal places, and any other text as it is."""
    stored = small_values.pack_amount(amount)
    assert small_values.unpack_amount(stored) == amount
    assert not isinstance(stored, int) or abs(stored) < 2**63


@given(st.text(max_size=30) | st.from_regex(r"[0-9A-Za-z]{26}", fullmatch=True))
@example("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
@example("8ZZZZZZZZZZZZZZZZZZZZZZZZZ")
@example("00000000000000000000000000")
def test_every_reference_comes_back(reference: str) -> None:
    """Those that the till makes take 16 bytes."""
    assert small_values.unpack_reference(small_values.pack_reference(reference)) == reference
    made = new_reference(datetime(2026, 11, 22, tzinfo=timezone.utc))  # noqa: UP017 - beside other zones
    packed = small_values.pack_reference(made)
    assert isinstance(packed, bytes)
    assert len(packed) == 16
    assert small_values.unpack_reference(packed) == made


@given(st.integers(4, 26))
def test_the_beginning_of_a_reference_is_a_range(length: int) -> None:
    """Packed references sort like their texts."""
    made = new_reference(datetime(2026, 11, 22, tzinfo=timezone.utc))  # noqa: UP017
    found = small_values.reference_range(made[:length].lower())
    packed = small_values.pack_reference(made)
    assert found is not None
    assert isinstance(packed, bytes)
    assert found[0] <= packed <= found[1]
    assert small_values.reference_range("8") is small_values.reference_range("U1") is None


@given(
    st.text(max_size=12)
    | st.binary(max_size=33).map(bytes.hex)
    | st.uuids().map(str)
    | st.uuids().map(lambda one: one.hex)
)
@example("2d" * 17)
def test_every_id_comes_back(text: str) -> None:
    """Hexadecimal ids and UUIDs take half of their length or less."""
    assert small_values.unpack_id(small_values.pack_id(text)) == text


@given(st.text(max_size=5) | st.integers().map(str) | st.just("017"))
def test_every_number_comes_back(text: str) -> None:
    """A text of digits is stored as a number unless that would change it."""
    assert small_values.unpack_integer(small_values.pack_integer(text)) == text


@given(
    at=st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1)),  # noqa: DTZ001 - the zone follows
    offset=st.timedeltas(timedelta(hours=-23), timedelta(hours=23)),
)
def test_every_time_comes_back(at: datetime, offset: timedelta) -> None:
    """A time has its offset, to the microsecond, and its local day."""
    known = at.replace(tzinfo=timezone(offset))
    at_us = (known - small_values.EPOCH) // timedelta(microseconds=1)
    stored = small_values.pack_offset(known.isoformat(), at_us)
    assert small_values.time_text(at_us, stored) == known.isoformat()
    day = (known.year * 100 + known.month) * 100 + known.day
    assert small_values.unpack_day(small_values.pack_day(day)) == day
    assert small_values.packed_day(known.date()) == small_values.pack_day(day)


@pytest.mark.parametrize("read", [small_values.unpack_reference, small_values.unpack_amount])
def test_bytes_that_the_till_never_writes_are_damage(read: Callable[[bytes], object]) -> None:
    """They are not guessed at."""
    with pytest.raises(DamagedRowError):
        read(b"x")


def test_the_texts_are_those_of_the_enumerations() -> None:
    """They are written out, because a command while a POS waits does not import the enumerations."""
    assert list(packing.STATES) == list(State)
    assert list(packing.KINDS) == list(IdentifierKind)
    assert list(packing.VALIDATIONS) == list(ValidationMethod)
    assert list(packing.REFUSALS) == ["", *Refusal]


def test_an_attempt_takes_no_more_than_it_should(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """An ordinary redemption needs nothing in `more`, so nothing of it is stored twice."""
    begin(journal, Step.REDEEMED)
    row = journal._connection.execute("SELECT * FROM attempt").fetchone()
    assert row["more"] is row["member"] is row["shown"] is row["person_digest"] is row["first"] is None
    assert (row["number"], row["tail"], row["begun"]) == (1919777788221, 122887, 0)


@given(
    name=st.sampled_from(sorted(set(packing.ATTEMPT_DEFAULTS) - {"seq", "salt", "person", "state", "day"})),
    text=st.text(max_size=4),
)
def test_any_text_in_any_column_comes_back(name: str, text: str) -> None:
    """What the packed columns do not give back is kept beside them, whatever an earlier version stored."""
    if any("\ud800" <= one <= "\udfff" for one in text):
        return
    raw = sqlite3.connect(":memory:")
    raw.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)")
    columns: dict[str, Any] = packing.ATTEMPT_DEFAULTS | {
        "seq": 7, "reference": "R", "state": "redeemed", "validation": "code", "points": "1", "at_us": 10**15,
        "at": "2001-09-09T01:46:40+00:00", "changed_us": 10**15, "changed": "2001-09-09T01:46:40+00:00",
        "day": 20010909, "identifier_value": "919777788221", "shown": "+91 ••••• •8221", "digits": "919777788221",
        "national": "9777788221", "last_digits": "122887777919", "person_key": "mobile:788221", "bill": "B-1",
        "bill_key": "b-1", "loose_key": "b1",
    }  # fmt: skip
    if isinstance(columns[name], str) and name not in {"identifier_kind", "validation", "at", "changed", "begun"}:
        columns[name] = text
    words = Words()
    packed = packing.pack(columns, 7, words, raw)
    assert packing.unpack(tuple(packed.values()), words, raw) == columns
    raw.close()


def test_words_are_found_in_their_second_copy(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """The index has every word too. If both are gone, salvage reads an empty text, and anything else reports damage."""
    begin(journal)
    raw = journal._connection
    number = Words().known_number(raw, "Ravi")
    assert number is not None
    assert Words().text(raw, number) == "Ravi"
    assert Words().known_number(raw, "Nobody") is None
    assert Words(damaged=True).text(raw, 99) == ""
    with pytest.raises(DamagedRowError):
        Words().text(raw, 99)
    words = Words()
    with pytest.raises(sqlite3.OperationalError), closing(sqlite3.connect(":memory:")) as empty:
        words.text(empty, 1)
    with closing(sqlite3.connect(":memory:")) as empty:
        assert Words(damaged=True).text(empty, 1) == ""
