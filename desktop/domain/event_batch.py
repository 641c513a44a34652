"""Defines what a till sends to head office: a batch of chained events, and how it is written and read as JSON.

The journal's events hold no validation code, no password and no number, and the columns that come with them leave out
everything personal (`store.chain.PERSONAL`). So nothing has to be taken out of what the chain covers, and head office
can compute every hash again.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.event_hashes import START, encode, event_hash, facts_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FORMAT = 1
"""The version of the format. Head office refuses a newer one than it knows."""

MOST_EVENTS = 2_000
"""Events in one batch that head office accepts."""

LONGEST_TEXT = 64_000
LONGEST_COLUMN = 1_000_000
"""Characters of a text in an event, and in a column of a record."""

MOST_COLUMNS = 100
"""Columns of a record."""

LARGEST = 2**63 - 1
"""The largest number in a batch; the smallest one is its negative."""

HASH = re.compile(r"[0-9a-f]{64}")
IDENTITY = re.compile(r"[0-9a-f]{32}")
"""The whole form of a hash or digest, and of a journal's identity."""

_EVENT_FIELDS = 12


class BatchError(ValueError):
    """A batch that cannot be read, or whose hashes are wrong. The text says why, in plain English."""


@dataclass(frozen=True, slots=True)
class SentRecord:
    """The state of an attempt or a reversal after the newest event about it.

    Attributes:
        kind: `attempt` or `reversal`.
        columns: what the digest in its event covers, without anything personal.
        member: keyed digest of the member's number or other identifier; empty if the member was forgotten.
        mobile: the number in full; empty unless the policy allows sending it.
    """

    kind: str
    columns: Mapping[str, str | int]
    member: str = ""
    mobile: str = ""


@dataclass(frozen=True, slots=True)
class SentEvent:
    """An event of the journal.

    Attributes:
        seq: its number.
        at: time with offset.
        at_us: the same in microseconds since 1970 UTC.
        what: its name.
        till: the till.
        cashier: who did it; may be empty.
        reference: of the redemption; may be empty.
        request_id: the service's; may be empty.
        detail: a code or an id; may be empty.
        facts: digest of the attempt or reversal after the event in hexadecimal, or empty.
        hash: its hash in hexadecimal.
        record: the attempt or reversal, if this is the newest event about it.
    """

    seq: int
    at: str
    at_us: int
    what: str
    till: str
    cashier: str
    reference: str
    request_id: str
    detail: str
    facts: str
    hash: str
    record: SentRecord | None = None

    @property
    def covered(self) -> tuple[str | int, ...]:
        """The fields that the hash covers, besides number and digest."""
        return (self.at, self.at_us, self.what, self.till, self.cashier, self.reference, self.request_id, self.detail)


@dataclass(frozen=True, slots=True)
class EventBatch:
    """Some consecutive events of one journal. Without events, it only says how far the journal is.

    Attributes:
        journal: the journal's identity.
        after: number of the event before the first one; 0 for the beginning.
        previous: hash of that event in hexadecimal.
        events: the events, in order.
        last: number of the journal's newest event.
        till: name of the till, for people. The credential decides which till it is.
        store: name of the store.
        version: of the program.
        sent_at: the till's clock, RFC 3339.
    """

    journal: str
    after: int
    previous: str
    events: tuple[SentEvent, ...]
    last: int
    till: str = ""
    store: str = ""
    version: str = ""
    sent_at: str = ""

    @property
    def end(self) -> int:
        """Number of the last event in the batch."""
        return self.after + len(self.events)

    def check(self, encode: Callable[[Any], bytes] = encode) -> None:
        """Computes every hash and every digest again.

        Args:
            encode: a faster function that returns the same bytes as `event_hashes.encode`.

        Raises:
            BatchError: an event or a record was changed, or one is missing.
        """
        if self.after == 0 and self.previous != START.hex():
            raise BatchError("the chain does not begin at its beginning")
        known = bytes.fromhex(self.previous)
        for number, event in enumerate(self.events, self.after + 1):
            if event.seq != number:
                raise BatchError(f"event {number} is missing")
            known = event_hash(known, number, event.covered, event.facts, encode)
            if known.hex() != event.hash:
                raise BatchError(f"event {number} was changed")
            record = event.record
            if record is None:
                continue
            if facts_digest(record.columns, encode).hex() != event.facts:
                raise BatchError(f"the {record.kind} of event {number} was changed")
            # A digest proves what was written, and not which redemption the record belongs to.
            if record.columns.get("reference", "") != event.reference:
                raise BatchError(f"the {record.kind} of event {number} belongs to another redemption")


def write(batch: EventBatch) -> bytes:
    """Returns a batch as JSON, in ASCII."""
    return json.dumps(
        {
            "format": FORMAT,
            "journal": batch.journal,
            "after": batch.after,
            "previous": batch.previous,
            "last": batch.last,
            "till": batch.till,
            "store": batch.store,
            "version": batch.version,
            "sent_at": batch.sent_at,
            "events": [_event_fields(event) for event in batch.events],
        },
        separators=(",", ":"),
    ).encode()


def read(body: bytes) -> EventBatch:
    """Reads a batch. Checks the form of everything and no hash; see `EventBatch.check`.

    Raises:
        BatchError: it has another form.
    """
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise BatchError("it is not JSON") from None
    if not isinstance(found, dict):
        raise BatchError("it is not an object")
    if found.get("format") != FORMAT:
        raise BatchError("its format is not known here")
    events = found.get("events")
    if not isinstance(events, list) or len(events) > MOST_EVENTS:
        raise BatchError(f"it needs a list of at most {MOST_EVENTS} events")
    return EventBatch(
        journal=_matching(found.get("journal"), IDENTITY, "journal"),
        after=_number(found.get("after"), "after"),
        previous=_matching(found.get("previous"), HASH, "previous"),
        events=tuple(_event(one) for one in events),
        last=_number(found.get("last"), "last"),
        till=_text(found.get("till", ""), "till"),
        store=_text(found.get("store", ""), "store"),
        version=_text(found.get("version", ""), "version"),
        sent_at=_text(found.get("sent_at", ""), "sent_at"),
    )


def _event_fields(event: SentEvent) -> list[object]:
    record = event.record
    about = None
    if record is not None:
        about = [record.kind, dict(record.columns), record.member, record.mobile]
    return [event.seq, *event.covered, event.facts, event.hash, about]


def _event(found: object) -> SentEvent:
    if not isinstance(found, list) or len(found) != _EVENT_FIELDS:
        raise BatchError("an event has another form")
    seq, at, at_us, what, till, cashier, reference, request_id, detail, facts, own, record = found
    return SentEvent(
        seq=_number(seq, "number"),
        at=_text(at, "time"),
        at_us=_number(at_us, "time", lowest=-LARGEST),
        what=_text(what, "name"),
        till=_text(till, "till"),
        cashier=_text(cashier, "cashier"),
        reference=_text(reference, "reference"),
        request_id=_text(request_id, "request id"),
        detail=_text(detail, "detail"),
        facts=_matching(facts, HASH, "digest") if facts != "" else "",
        hash=_matching(own, HASH, "hash"),
        record=None if record is None else _record(record),
    )


def _record(found: object) -> SentRecord:
    if not isinstance(found, list) or len(found) != 4:  # noqa: PLR2004 - the fields of a record
        raise BatchError("a record has another form")
    kind, columns, member, mobile = found
    if kind not in {"attempt", "reversal"}:
        raise BatchError("a record is neither an attempt nor a reversal")
    if not isinstance(columns, dict) or len(columns) > MOST_COLUMNS:
        raise BatchError("a record has no columns")
    return SentRecord(
        kind=kind,
        columns={name: _column(value) for name, value in columns.items()},
        member=_matching(member, HASH, "digest of the member") if member != "" else "",
        mobile=_text(mobile, "mobile number"),
    )


def _column(value: Any) -> str | int:  # noqa: ANN401 - as JSON has it
    if isinstance(value, str):
        return _text(value, "column", longest=LONGEST_COLUMN)
    return _number(value, "column", -LARGEST)


def _text(value: object, what: str, *, longest: int = LONGEST_TEXT) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise BatchError(f"a text is missing or too long: {what}")
    return value


def _number(value: object, what: str, lowest: int = 0) -> int:
    if type(value) is not int or not lowest <= value <= LARGEST:
        raise BatchError(f"a number is missing or out of range: {what}")
    return value


def _matching(value: object, pattern: re.Pattern[str], what: str) -> str:
    if not isinstance(value, str) or pattern.fullmatch(value) is None:
        raise BatchError(f"it has another form: {what}")
    return value
