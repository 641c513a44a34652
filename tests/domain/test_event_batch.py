"""Tests the format in which a till sends events, and what its hashes prove."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.event_batch import BatchError, EventBatch, SentEvent, SentRecord, read, write
from desktop.domain.event_hashes import START, event_hash, facts_digest

_TEXTS = st.text(max_size=12)
_HEX = st.binary(min_size=32, max_size=32).map(bytes.hex)
_NUMBERS = st.integers(0, 2**63 - 1)
_RECORDS = st.builds(
    SentRecord,
    kind=st.sampled_from(["attempt", "reversal"]),
    columns=st.dictionaries(_TEXTS, _TEXTS | st.integers(-(2**63) + 1, 2**63 - 1), max_size=4),
    member=st.just("") | _HEX,
    mobile=_TEXTS,
)
_EVENTS = st.builds(
    SentEvent,
    seq=_NUMBERS,
    at=_TEXTS,
    at_us=_NUMBERS,
    what=_TEXTS,
    till=_TEXTS,
    cashier=_TEXTS,
    reference=_TEXTS,
    request_id=_TEXTS,
    detail=_TEXTS,
    facts=st.just("") | _HEX,
    hash=_HEX,
    record=st.none() | _RECORDS,
)
_BATCHES = st.builds(
    EventBatch,
    journal=st.binary(min_size=16, max_size=16).map(bytes.hex),
    after=_NUMBERS,
    previous=_HEX,
    events=st.lists(_EVENTS, max_size=3).map(tuple),
    last=_NUMBERS,
    till=_TEXTS,
    store=_TEXTS,
    version=_TEXTS,
    sent_at=_TEXTS,
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(_BATCHES)
def test_what_is_written_is_read(batch: EventBatch) -> None:
    """Every batch comes back as it was, with every character that a journal can hold."""
    assert read(write(batch)) == batch


@given(_BATCHES, st.sampled_from(["journal", "after", "previous", "events", "last", "till", "format"]), _JSON)
def test_a_wrong_value_is_refused_or_read(batch: EventBatch, name: str, value: object) -> None:
    """Nothing but `BatchError` comes of a batch in which one value is another one."""
    found = json.loads(write(batch))
    found[name] = value
    with contextlib.suppress(BatchError):
        assert isinstance(read(json.dumps(found).encode()), EventBatch)


@given(st.lists(_JSON, max_size=12))
def test_an_event_of_another_form_is_refused(fields: list[object]) -> None:
    """Twelve fields of the right kinds are an event. Everything else is refused."""
    whole = {
        "format": 1, "journal": "a" * 32, "after": 0, "previous": "0" * 64, "last": 1, "events": [fields],
    }  # fmt: skip
    with contextlib.suppress(BatchError):
        assert len(read(json.dumps(whole).encode()).events) == 1


@given(st.binary(max_size=40))
def test_bytes_that_are_no_batch_are_refused(body: bytes) -> None:
    """Nothing but `BatchError` comes of any bytes."""
    with pytest.raises(BatchError):
        read(body)


def test_deep_nesting_is_refused() -> None:
    """A body that would use up the stack is not JSON here."""
    with pytest.raises(BatchError):
        read(b"[" * 200_000)


def _chain(*details: str) -> EventBatch:
    events: list[SentEvent] = []
    previous = START
    for seq, detail in enumerate(details, 1):
        columns: dict[str, str | int] = {"reference": "R", "points": detail}
        facts = facts_digest(columns).hex()
        event = SentEvent(seq, "t", 1, "begun", "till", "", "R", "", detail, facts, "", SentRecord("attempt", columns))
        previous = event_hash(previous, seq, event.covered, facts)
        events.append(replace(event, hash=previous.hex()))
    return EventBatch("a" * 32, 0, START.hex(), tuple(events), len(events))


def test_a_chain_that_is_in_order_passes() -> None:
    """The hashes and the digests fit."""
    _chain("1", "2", "3").check()


def test_a_missing_event_is_found() -> None:
    """The numbers have no gaps."""
    batch = _chain("1", "2", "3")
    with pytest.raises(BatchError, match="event 2 is missing"):
        replace(batch, events=(batch.events[0], batch.events[2])).check()


def test_a_chain_that_begins_elsewhere_is_found() -> None:
    """A journal's first event follows nothing."""
    with pytest.raises(BatchError, match="begin"):
        replace(_chain("1"), previous="1" * 64).check()


def test_a_record_of_another_redemption_is_found() -> None:
    """A proved record cannot be put to another event's redemption."""
    columns: dict[str, str | int] = {"reference": "OTHER"}
    facts = facts_digest(columns).hex()
    event = SentEvent(1, "t", 1, "begun", "till", "", "R", "", "", facts, "", SentRecord("attempt", columns))
    event = replace(event, hash=event_hash(START, 1, event.covered, facts).hex())
    with pytest.raises(BatchError, match="another redemption"):
        EventBatch("a" * 32, 0, START.hex(), (event,), 1).check()
