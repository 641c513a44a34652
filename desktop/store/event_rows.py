"""Packs events into few bytes, and unpacks exactly the columns that their hashes cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store import small_values
from desktop.store.errors import DamagedRowError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desktop.store.words import Words

_NAMES = (
    "begun", "salvaged", "sent_again", "redeemed", "refused", "not_sent", "lost", "found", "looked", "absent",
    "suspected", "reversed", "completed", "forgotten", "made", "succeeded", "chained", "moved", "day_closed",
    "code_skipped", "settled_by_hand", "supervisor_agreed", "supervisor_refused", "taken_over", "waiting",
    "given_back_in_part",
)  # fmt: skip
"""Names of events that are stored as a number. Their order must never change. Any other name is stored as text."""

_NUMBERS = {name: number for number, name in enumerate(_NAMES)}
_NAME_TEXTS = dict(enumerate(_NAMES))


def numbers(*names: str) -> tuple[int, ...]:
    """Returns the numbers that stand for some names of events in the journal.

    Raises:
        KeyError: one of them is stored as text.
    """
    return tuple(_NUMBERS[name] for name in names)


def stored_name(name: str) -> int | str:
    """Returns what the journal stores for the name of an event."""
    return _NUMBERS.get(name, name)


DAY_CLOSED = _NUMBERS["day_closed"]
"""The number of the event that closes a day."""

FIRST_NUMBERS = (0, 1)
FIRST = str(FIRST_NUMBERS)
"""`begun` and `salvaged` as SQL: the events that come with a new attempt. They are the attempt's number."""

FIRST_NAMES = _NAMES[:2]
"""The same by name."""

REVERSAL = "reversal_"
"""Begins the name of every event of a reversal."""

FIRST_OF_REVERSAL = (f"{REVERSAL}begun", f"{REVERSAL}salvaged")
"""Events that come with a new reversal."""

OF_IDENTITY = frozenset({"made", "succeeded", "chained", "moved"})
"""Events that say which identity the journal has from then on. Their detail begins with it."""

PLAIN = frozenset(number for name, number in _NUMBERS.items() if name not in {*OF_IDENTITY, "forgotten"})
"""The numbers of the names of events that say nothing about the journal itself."""

IDENTITY_LENGTH = 32
"""Characters of an identity: 128 random bits in hexadecimal."""

OF_ATTEMPT = f"CASE WHEN event.what IN {FIRST} THEN event.seq ELSE event.attempt END"
"""The number of an event's attempt as SQL: the number of its first event."""

SELECT = "".join(
    (
        "SELECT event.*, attempt.reference AS attempt_reference, attempt.redemption_id AS attempt_redemption_id,",
        " attempt.redeemed_request_id AS attempt_request_id FROM event",
        # An attempt that was sent again has moved to the number of that event.
        f" LEFT JOIN attempt AS moved ON moved.first = {OF_ATTEMPT} AND moved.first IS NOT NULL",
        f" LEFT JOIN attempt ON attempt.seq = coalesce(moved.seq, {OF_ATTEMPT})",
    )
)
"""Selects events with what they share with their attempts."""

FACTS, MARK = 11, 12
"""The places of two columns."""

_AS_IN_ATTEMPT = 1
"""Stands for a text that the attempt has too, because a redemption's ids are long and never change."""


class NewEvent(NamedTuple):
    """An event to add. Hashes cover these fields in this order."""

    at: str
    at_us: int
    what: str
    till: str
    cashier: str
    reference: str = ""
    request_id: str = ""
    detail: str = ""


class Link(NamedTuple):
    """What an event is about.

    Attributes:
        first: the number of the attempt's first event.
        redemption_id: the attempt's, after the event.
        request_id: its `redeemed_request_id`, after the event.
        reversal: the number of the reversal's first event; None if the event is about the attempt itself.
    """

    first: int
    redemption_id: str = ""
    request_id: str = ""
    reversal: int | None = None


NO_LINK = Link(0)
"""The event is about no attempt that the journal has."""


def pack(
    seq: int, event: NewEvent, link: Link, *, facts: bytes, mark: bytes, words: Words, connection: sqlite3.Connection
) -> tuple[Any, ...]:
    """Returns the values for `INSERT`. New words are added in the caller's transaction.

    Args:
        seq: the event's number.
        event: the event. Its reference must be that of the link.
        link: what it is about.
        facts: the digest that its hash covers.
        mark: the beginning of its hash.
        words: the connection's words.
        connection: the journal.
    """
    is_first = seq == link.first
    return (
        seq,
        event.at_us,
        small_values.pack_offset(event.at, event.at_us),
        _NUMBERS.get(event.what, event.what),
        words.number(connection, event.till),
        words.number(connection, event.cashier),
        None if is_first or not link.first else link.first,
        link.reversal,
        None if link.first else event.reference or None,
        _shared(event.request_id, link.request_id) or small_values.pack_id(event.request_id),
        _shared(event.detail, link.redemption_id) or event.detail or None,
        facts or None,
        mark,
    )


INSERT = f"INSERT INTO event VALUES ({', '.join('?' * 13)})"  # noqa: S608 - marks


def unpack(row: Sequence[Any], words: Words, connection: sqlite3.Connection) -> NewEvent:
    """Returns the event in a row of `SELECT`.

    Raises:
        DamagedRowError: the row holds values that the journal never writes.
    """
    (
        _, at_us, utc_offset, what, till, cashier, _, _, reference, request_id, detail, facts, _,
        attempt_reference, attempt_redemption_id, attempt_request_id,
    ) = row  # fmt: skip
    try:
        name = name_of(what)
        if not isinstance(facts, bytes | None):
            raise TypeError("a digest is not bytes")  # noqa: TRY301 - reported like every other damage
        if attempt_reference is not None:
            reference = small_values.unpack_reference(attempt_reference)
        return NewEvent(
            small_values.time_text(at_us, utc_offset),
            at_us,
            name,
            words.text(connection, till),
            words.text(connection, cashier),
            reference or "",
            small_values.unpack_id(attempt_request_id if request_id == _AS_IN_ATTEMPT else request_id),
            (attempt_redemption_id if detail == _AS_IN_ATTEMPT else detail) or "",
        )
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise DamagedRowError("a row holds no event") from error


def name_of(what: int | str) -> str:
    """Returns the name of a packed event.

    Raises:
        DamagedRowError: it has none.
    """
    name = what if isinstance(what, str) else _NAME_TEXTS.get(what)
    if name is None:
        raise DamagedRowError("an event has no name")
    return name


def has_right_link(row: Sequence[Any], event: NewEvent) -> bool:
    """True if the packed columns that say what an event is about are those that `pack` makes.

    Args:
        row: the packed event.
        event: what `unpack` returned for it.
    """
    _, _, _, what, _, _, attempt, reversal, reference, *_ = row
    if what in FIRST_NUMBERS:
        return attempt is reversal is reference is None
    return (attempt is None or reference is None) and (reversal is not None) == event.what.startswith(REVERSAL)


def _shared(mine: str, attempts: str) -> int | None:
    return _AS_IN_ATTEMPT if mine and mine == attempts else None
