"""Tests that the quick way to read a batch finds the same as the thorough one, and nothing where that refuses."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.event_batch import BatchError, EventBatch, SentEvent, SentRecord, write
from desktop.domain.event_batch import read as read_thoroughly
from desktop.domain.event_hashes import START, event_hash, facts_digest
from desktop.head_office import fast_json, quick_batch, records
from desktop.head_office.quick_batch import EventRow
from desktop.head_office.storing import time_of
from tests.head_office.chains import busy_chain

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXTS = st.text(max_size=8) | st.sampled_from(["R1", "\x7f", "a\0b", '"\\/\b\n\x1f', "नमस्ते", "\ud800", "\U0001f600"])
_AMOUNTS = st.sampled_from(["", "12.5", "-1", "1e3", "0.001", "NaN", "x", "1_0"]) | st.integers(-9, 9)
_COLUMNS = st.fixed_dictionaries(
    {"reference": _TEXTS, "at": st.sampled_from(["2026-11-25T12:00:00+00:00", "2026-11-25", "never"])},
    optional={
        **dict.fromkeys(("state", "bill", "cashier", "journal_id", "redeemed_request_id", "other", "é"), _TEXTS),
        **dict.fromkeys(("points", "moved_points", "balance", "reversed_points"), _AMOUNTS),
        "count": st.integers(-(2**63) + 1, 2**63 - 1),
    },
)
_RECORDS = st.builds(
    SentRecord,
    kind=st.sampled_from(["attempt", "attempt", "attempt", "reversal"]),
    columns=_COLUMNS,
    member=st.sampled_from(["", "a" * 64]),
    mobile=_TEXTS,
)


@st.composite
def _chains(draw: st.DrawFn) -> EventBatch:
    """Batches whose hashes are right."""
    after = draw(st.sampled_from([0, 7]))
    start = START if after == 0 else b"\x01" * 32
    previous = start
    events: list[SentEvent] = []
    for seq in range(after + 1, after + 1 + draw(st.integers(0, 4))):
        record = draw(st.none() | _RECORDS)
        facts = draw(st.sampled_from(["", "b" * 64])) if record is None else facts_digest(record.columns).hex()
        reference = draw(_TEXTS) if record is None else str(record.columns["reference"])
        at_us = draw(st.integers(-(2**40), 2**50) | st.sampled_from([2**62]))
        event = SentEvent(
            seq, draw(_TEXTS), at_us, "begun", "till", draw(_TEXTS), reference, "", draw(_TEXTS), facts, ""
        )
        previous = event_hash(previous, seq, event.covered, facts)
        events.append(replace(event, hash=previous.hex(), record=record))
    return EventBatch(
        "a" * 32, after, start.hex(), tuple(events), after + len(events), "till", draw(_TEXTS), "1.2", draw(_TEXTS)
    )


def _thoroughly(body: bytes) -> tuple[EventBatch, Sequence[EventRow], records.Records] | None:
    """Returns what the step-by-step way stores, or None if it refuses."""
    try:
        batch = read_thoroughly(body)
        batch.check(fast_json.covered_bytes)
        for event in batch.events:
            time_of(event.at_us)
        return batch, [EventRow.of(one) for one in batch.events], records.read(batch.events, batch.journal)
    except BatchError:
        return None


def _compare(body: bytes) -> bool:
    """Checks that both ways store the same. Returns whether the quick one found anything."""
    quick = quick_batch.read(body)
    if quick is None:
        return False
    found = _thoroughly(body)
    assert found is not None
    batch, rows, known = found
    assert quick.header == replace(batch, events=())
    assert (quick.end, quick.head.hex()) == (batch.end, batch.events[-1].hash if batch.events else batch.previous)
    assert quick.events == rows
    assert not known.reversals
    assert [repr(one) for one in quick.attempts] == [repr(one) for one in known.attempts]
    return True


@given(_chains())
def test_both_ways_store_the_same(batch: EventBatch) -> None:
    """Whatever characters are in it. Only halves of characters and what is not about attempts need the thorough way."""
    body = write(batch)
    is_usual = all(event.record is None or event.record.kind == "attempt" for event in batch.events)
    if not _compare(body) and is_usual and b"\\ud8" not in body:
        assert _thoroughly(body) is None


_WRONG: list[Any] = [
    None, True, 1, 1.0, -1, 2**63, 2**70, "", "x", "A" * 64, "a" * 64 + "\n", "0" * 64, "x" * 64_001, [], {}, [[]],
    ["attempt", {}, "", ""], ["attempt", {"a": 1.0}, "", ""], ["reversal", {}, "", ""],
    ["attempt", {"a": None}, "", ""],
]  # fmt: skip


@given(_chains(), st.data())
def test_nothing_is_found_in_what_the_thorough_way_refuses(batch: EventBatch, data: st.DataObject) -> None:
    """One value anywhere is another one, is missing, or is there in addition."""
    body = json.loads(write(batch))
    places: list[tuple[Any, Any]] = [(body, name) for name in [*body, "other"]]
    for event in body["events"]:
        places += [(event, place) for place in range(len(event))] + [(body["events"], 0)]
        if event[-1] is not None:
            places += [(event[-1], place) for place in range(4)] + [(event[-1][1], name) for name in event[-1][1]]
    holder, place = data.draw(st.sampled_from(places))
    if data.draw(st.booleans()) and place != "other":
        del holder[place]
    else:
        holder[place] = data.draw(st.sampled_from(_WRONG))
    _compare(json.dumps(body).encode())


@pytest.mark.parametrize(
    "change",
    [
        (b'"format":1', b'"format":1,"other":"\xff"'),
        (b'"format":1', b'"format":1,"other":' + b"[" * 5_000 + b"]" * 5_000),
        (b'"Asha"', b'"\xed\xa0\x80"'),
        (b'"after":0', b'"after":-0.0'),
        (b'"Asha"', b'"As\nha"'),
        (b"}", b"} x"),
        (b'"format":1', b'"format":NaN'),
    ],
)
def test_json_that_is_refused_is_not_found(change: tuple[bytes, bytes]) -> None:
    """Two readers of JSON differ most in what they let pass."""
    body = write(busy_chain("till.one", "a" * 32, 2).batch())
    assert _compare(body)
    assert body.replace(*change) != body
    assert quick_batch.read(body.replace(*change)) is None


def test_the_batches_of_a_busy_till_are_found() -> None:
    """Almost everything that arrives goes the quick way, with the names of any script."""
    chain = busy_chain("till.one", "a" * 32, 30)
    chain.add("note", detail="नमस्ते \x7f \0")
    chain.redeem("R", bill="बिल")
    for after in range(0, chain.last, 7):
        assert _compare(write(chain.batch(after, 7)))


def test_rows_have_the_names_of_an_event() -> None:
    """A field that an event gets is stored."""
    stored = set(msgspec.structs.asdict(EventRow.of(busy_chain("t", "a" * 32, 1).events[0])))
    sent = {one.name for one in fields(SentEvent)} - {"record"}
    assert stored - {"number", "at_text"} == sent - {"seq", "at"}
