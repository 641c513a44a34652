"""Reads and checks a batch as almost every till sends it, several times as fast as `event_batch.read` and `check`.

It only knows batches that are right: whatever is unusual or wrong is left to those two, which say what is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Final, Literal, cast

import msgspec
from msgspec import Meta

from desktop.domain.event_batch import (
    FORMAT,
    HASH,
    IDENTITY,
    LARGEST,
    LONGEST_COLUMN,
    LONGEST_TEXT,
    MOST_COLUMNS,
    MOST_EVENTS,
    BatchError,
    EventBatch,
)
from desktop.domain.event_hashes import START
from desktop.head_office import fast_json
from desktop.head_office.records import Attempt, attempt
from desktop.head_office.storing import EARLIEST_US, LATEST_US, storable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.domain.event_batch import SentEvent

_Text = Annotated[str, Meta(max_length=LONGEST_TEXT)]
_Number = Annotated[int, Meta(ge=0, le=LARGEST)]
_Time = Annotated[int, Meta(ge=EARLIEST_US, le=LATEST_US)]
_Column = Annotated[str, Meta(max_length=LONGEST_COLUMN)] | Annotated[int, Meta(ge=-LARGEST, le=LARGEST)]
_Columns = dict[str, _Column]
_Record = tuple[Literal["attempt"], _Columns, str, _Text]
# Number, time, microseconds, name, till, cashier, reference, request id, detail, digest, hash, record.
_Event = tuple[_Number, _Text, _Time, _Text, _Text, _Text, _Text, _Text, _Text, str, str, _Record | None]

_REFERENCE: Final = 6
_FACTS: Final = 9
_HASH: Final = 10
_RECORD: Final = 11
"""Places of the fields of an event."""

_COVERED: Final = 10
"""Fields of an event that its hash covers: number to digest."""


class _Body(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    format: int
    journal: str
    after: _Number
    previous: str
    last: _Number
    events: Annotated[list[_Event], Meta(max_length=MOST_EVENTS)]
    till: _Text = ""
    store: _Text = ""
    version: _Text = ""
    sent_at: _Text = ""


TEXTS = ("what", "till", "cashier", "reference", "request_id", "detail")
"""The columns of an event that have the same names in its row and hold any text."""


class EventRow(msgspec.Struct, gc=False):
    """A row of `event`, without journal and times. `json_to_recordset` reads it as JSON by these names."""

    number: int
    at_text: str
    at_us: int
    what: str
    till: str
    cashier: str
    reference: str
    request_id: str
    detail: str
    facts: str
    hash: str

    @classmethod
    def of(cls, event: SentEvent) -> EventRow:
        """Returns the row of an event, in texts that PostgreSQL can hold."""
        return cls(
            event.seq, event.at, event.at_us, event.what, event.till, event.cashier, event.reference, event.request_id,
            event.detail, event.facts, event.hash,
        ).cleaned()  # fmt: skip

    def cleaned(self) -> EventRow:
        """Returns the row in texts that PostgreSQL can hold."""
        for name in ("at_text", *TEXTS):
            setattr(self, name, storable(getattr(self, name)))
        return self


@dataclass(frozen=True, slots=True)
class QuickBatch:
    """A batch whose hashes and digests are all right, ready to store.

    Attributes:
        header: the batch without its events.
        end: number of its last event, or of the one before the batch if it has none.
        head: hash of that event.
        events: the rows of its events.
        attempts: the newest state of each attempt in it.
    """

    header: EventBatch
    end: int
    head: bytes
    events: list[EventRow]
    attempts: list[Attempt]


_decode = msgspec.json.Decoder(_Body).decode
_write = msgspec.json.Encoder().encode
_write_sorted = msgspec.json.Encoder(order="deterministic").encode


def read(body: bytes) -> QuickBatch | None:
    """Reads a batch and computes every hash and every digest again.

    Returns:
        None if it is anything but a batch with events that are right, and about attempts only.
    """
    # Tills write ASCII. What is no UTF-8 at all would have to be refused, also in a field that is not known here.
    if not body.isascii():
        return None
    try:
        found = _decode(body)
        if found.format != FORMAT or IDENTITY.fullmatch(found.journal) is None:
            return None
        if HASH.fullmatch(found.previous) is None or (found.after == 0 and found.previous != START.hex()):
            return None
        return _check(found, is_plain=b"\\u" not in body and b"\x7f" not in body)
    except (msgspec.MsgspecError, BatchError, RecursionError):
        return None


def _check(found: _Body, *, is_plain: bool) -> QuickBatch | None:
    """Computes everything again.

    Args:
        found: what was read.
        is_plain: True if no text has characters that the two JSON encoders write differently, or that PostgreSQL cannot
            hold.

    Raises:
        BatchError: a record cannot be stored.
    """
    write: Callable[..., bytes] = _write if is_plain else fast_json.covered_bytes
    known = bytes.fromhex(found.previous)
    rows: list[EventRow] = []
    attempts: dict[str, Attempt] = {}
    for number, event in enumerate(found.events, found.after + 1):
        known = sha256(known + write(event[:_COVERED])).digest()
        if event[0] != number or known.hex() != event[_HASH]:
            return None
        record = event[_RECORD]
        if record is None:
            if event[_FACTS] and HASH.fullmatch(event[_FACTS]) is None:
                return None
        else:
            made = _attempt(event, record, found.journal, is_plain=is_plain)
            if made is None:
                return None
            attempts[made.reference] = made
        row = EventRow(*event[:_RECORD])
        rows.append(row if is_plain else row.cleaned())
    header = EventBatch(
        found.journal, found.after, found.previous, (), found.last, found.till, found.store, found.version,
        found.sent_at,
    )  # fmt: skip
    return QuickBatch(header, found.after + len(rows), known, rows, list(attempts.values()))


def _attempt(event: _Event, record: _Record, identity: str, *, is_plain: bool) -> Attempt | None:
    _, columns, member, mobile = record
    if len(columns) > MOST_COLUMNS or (member and HASH.fullmatch(member) is None):
        return None
    covered = _write_sorted(columns) if is_plain else fast_json.covered_bytes(dict(sorted(columns.items())))
    if sha256(covered).hexdigest() != event[_FACTS] or columns.get("reference", "") != event[_REFERENCE]:
        return None
    return attempt(
        event[0], _texts(columns, is_plain=is_plain), event[_FACTS], identity, member=member, mobile=storable(mobile)
    )


def _texts(columns: _Columns, *, is_plain: bool) -> Mapping[str, str]:
    if is_plain and set(map(type, columns.values())) == {str}:
        return cast("Mapping[str, str]", columns)
    return {name: storable(str(value)) for name, value in columns.items()}
