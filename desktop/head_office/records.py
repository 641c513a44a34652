"""Stores the newest state of attempts and reversals, and decides which one counts if several journals know it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from desktop.domain.redemption import State
from desktop.head_office import fast_json
from desktop.head_office.storing import amount, day_of, storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from psycopg import Connection

    from desktop.domain.event_batch import SentEvent, SentRecord

RANKS = {
    State.IN_FLIGHT: 0,
    State.UNKNOWN: 1,
    State.NOT_SENT: 2,
    State.NOT_APPLIED: 2,
    State.REFUSED: 2,
    State.REDEEMED: 3,
    State.REVERSED: 4,
}
"""How much a state proves, if two copies of a journal know one redemption (`_choose`)."""

_NOT_REDEEMED = RANKS[State.REFUSED]


class Attempt(msgspec.Struct, gc=False):
    """A row of `attempt`, without journal and store. `json_to_recordset` reads it as JSON by these names."""

    reference: str
    number: int
    state: str
    points: Decimal | None
    moved_points: Decimal | None
    moved_value: Decimal | None
    reversed_points: Decimal
    balance: Decimal | None
    bill: str
    program: str
    redemption_id: str
    request_id: str
    code: str
    validation: str
    till: str
    cashier: str
    service: str
    day: date
    begun: str
    changed: str
    member: str
    mobile: str
    facts: str
    is_own: bool
    counts: bool = True


class _Reversal(NamedTuple):
    id: str
    number: int
    reference: str
    state: str
    points: Decimal | None
    reversed_points: Decimal | None
    value: Decimal | None
    reversal_id: str
    approved_by: str
    till: str
    cashier: str
    day: date
    begun: str
    changed: str
    facts: bytes


_TYPES = {
    "number": "bigint",
    "day": "date",
    "facts": "bytea",
    "is_own": "boolean",
    "counts": "boolean",
} | dict.fromkeys(("points", "moved_points", "moved_value", "reversed_points", "balance"), "numeric")
_ATTEMPT_NAMES = Attempt.__struct_fields__
_ATTEMPT_COLUMNS = ", ".join(_ATTEMPT_NAMES)
_ATTEMPT_TYPES = ", ".join(f"{name} {_TYPES.get(name, 'text')}" for name in _ATTEMPT_NAMES)
_ATTEMPT_CHANGES = ", ".join(
    f"{name} = excluded.{name}" for name in _ATTEMPT_NAMES if name not in {"reference", "counts", "member", "mobile"}
)
"""What `json_to_recordset` reads. One JSON text takes a fraction of the time of two dozen arrays."""

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Records:
    """The attempts and reversals of a batch, ready to store."""

    attempts: tuple[Attempt, ...]
    reversals: tuple[_Reversal, ...]

    def of_events(self, numbers: Iterable[int]) -> Records:
        """Returns those that came with some events."""
        wanted = set(numbers)
        return Records(
            tuple(one for one in self.attempts if one.number in wanted),
            tuple(one for one in self.reversals if one.number in wanted),
        )


def read(events: Sequence[SentEvent], identity: str) -> Records:
    """Reads the records of a batch that was checked.

    Args:
        events: the events.
        identity: of their journal.

    Raises:
        BatchError: a record cannot be stored.
    """
    attempts: dict[str, Attempt] = {}
    reversals: dict[str, _Reversal] = {}
    for event in events:
        record = event.record
        if record is None:
            continue
        if record.kind == "attempt":
            columns = {name: storable(str(value)) for name, value in record.columns.items()}
            attempts[storable(event.reference)] = attempt(
                event.seq, columns, event.facts, identity, member=record.member, mobile=storable(record.mobile)
            )
        else:
            reversal = _reversal(event.seq, record, bytes.fromhex(event.facts))
            reversals[reversal.id] = reversal
    return Records(tuple(attempts.values()), tuple(reversals.values()))


def store(connection: Connection, journal: int, name_of_store: str, found: Records) -> None:
    """Stores records of a journal, in the caller's transaction, with the journal's row locked.

    Raises:
        UniqueViolation: another transaction has stored the same redemption of a copy meanwhile. Try again.
    """
    if found.attempts:
        _store_attempts(connection, journal, name_of_store, found.attempts)
    if found.reversals:
        _store_reversals(connection, journal, found.reversals)


def _store_attempts(connection: Connection, journal: int, name_of_store: str, attempts: Sequence[Attempt]) -> None:
    references = [one.reference for one in attempts]
    # Usually none: only a journal that was copied, restored or replaced has redemptions of another one.
    shared = {
        row[0]
        for row in connection.execute(
            # Planned each time: a plan made while the table was empty would go on reading the whole table.
            f"SELECT reference FROM {SHARED}".encode(),  # noqa: S608 - a constant
            {"references": references, "journal": journal},
            prepare=False,
        ).fetchall()
    }
    for one in attempts:
        one.counts = one.reference not in shared
    connection.execute(
        insertion("(SELECT %(journal)s AS id)").encode(),
        {"journal": journal, "store": name_of_store, "attempts": fast_json.write(attempts).decode()},
    )
    if shared:
        _choose(connection, sorted(shared))


SHARED = (
    "(SELECT one.reference FROM unnest(%(references)s::text[]) AS one (reference) CROSS JOIN LATERAL ("
    "SELECT FROM attempt WHERE attempt.reference = one.reference AND journal <> %(journal)s LIMIT 1) AS other)"
    " AS shared"
)
"""References that another journal has too. LATERAL and LIMIT make PostgreSQL use the index."""


def insertion(journal: str) -> str:
    """Returns the statement that stores a list of `Attempt` as JSON, given as `%(attempts)s`.

    Args:
        journal: a table in SQL, with the journal's `id`.
    """
    values = ", ".join(f"one.{name}" for name in _ATTEMPT_NAMES)
    return (
        f"INSERT INTO attempt (journal, store, {_ATTEMPT_COLUMNS})"  # noqa: S608 - columns of this module
        f" SELECT into_journal.id, %(store)s, {values} FROM {journal} AS into_journal,"
        f" json_to_recordset(%(attempts)s::json) AS one ({_ATTEMPT_TYPES})"
        f" ON CONFLICT (journal, reference) DO UPDATE SET {_ATTEMPT_CHANGES},"
        # A till that was offline for long may have forgotten the member meanwhile.
        " member = CASE WHEN excluded.member = '' THEN attempt.member ELSE excluded.member END,"
        " mobile = CASE WHEN excluded.mobile = '' THEN attempt.mobile ELSE excluded.mobile END"
        " WHERE excluded.number > attempt.number"
    )


def _choose(connection: Connection, references: list[str]) -> None:
    """Chooses which row counts for each redemption that several journals know.

    The choice depends only on the rows, so it is the same in whatever order they arrived: that it happened, then what
    came later (points given back, a bill that was attached), then what proves more and what the journal that began it
    says. If none says that it happened, the newest row counts: what was not sent may have been sent again since. Which
    one that is, is told by the journals that replaced others, and only among the rest by their clocks.
    """
    ranks = ", ".join(f"('{state.value}', {rank})" for state, rank in RANKS.items())
    connection.execute("UPDATE attempt SET counts = false WHERE reference = ANY(%s) AND counts", (references,))
    connection.execute(
        f"{_REPLACED} UPDATE attempt SET counts = true FROM ("  # noqa: S608 - constants of this module
        "SELECT DISTINCT ON (one.reference) one.reference, one.journal"
        f" FROM attempt AS one JOIN journal ON journal.id = one.journal JOIN (VALUES {ranks}) AS rank (state, proves)"
        " ON rank.state = one.state WHERE one.reference = ANY(%(references)s)"
        f" ORDER BY one.reference, greatest(proves, {_NOT_REDEEMED}) DESC, one.reversed_points DESC, one.bill = '',"
        f" proves <= {_NOT_REDEEMED} AND {_IS_OLDER},"
        f" CASE WHEN proves <= {_NOT_REDEEMED} THEN one.changed ELSE '' END DESC, proves DESC, one.is_own DESC,"
        " journal.identity, one.number DESC, one.facts"
        ") AS best"
        " WHERE attempt.reference = best.reference AND attempt.journal = best.journal",
        {"references": references},
    )


_REPLACED = """
WITH RECURSIVE replaced (journal, identity) AS (
    SELECT journal, identity FROM (SELECT DISTINCT journal FROM attempt WHERE reference = ANY(%(references)s)) AS one
    JOIN journal ON journal.id = one.journal
    UNION
    SELECT replaced.journal, substring(event.detail FROM ' after ([0-9a-f]{32}) at ') FROM replaced
    JOIN journal ON journal.identity = replaced.identity
    JOIN event ON event.journal = journal.id AND event.number = 1 AND event.what = 'succeeded'
)
"""
"""With each journal, its own identity and those of the journals that it replaced (`store.ownership.succession`).

No till uses the files of those any more.
"""

_IS_OLDER = """
EXISTS (
    SELECT FROM attempt AS other JOIN replaced ON replaced.journal = other.journal
    JOIN journal AS newer ON newer.id = other.journal AND newer.identity <> journal.identity
    WHERE other.reference = one.reference AND replaced.identity = journal.identity
    AND EXISTS (SELECT FROM event WHERE event.journal = other.journal AND event.reference = other.reference
        AND event.number < other.number)
)
"""
"""True if a journal that replaced the row's own one has gone on with the redemption since it took it over."""


def _store_reversals(connection: Connection, journal: int, reversals: Sequence[_Reversal]) -> None:
    columns = [list(column) for column in zip(*reversals, strict=True)]
    connection.execute(
        "INSERT INTO reversal (journal, id, number, reference, state, points, reversed_points, value, reversal_id,"
        " approved_by, till, cashier, day, begun, changed, facts)"
        " SELECT %s, new.* FROM unnest(%s::text[], %s::bigint[],"
        " %s::text[], %s::text[], %s::numeric[], %s::numeric[], %s::numeric[], %s::text[], %s::text[], %s::text[],"
        " %s::text[], %s::date[], %s::text[], %s::text[], %s::bytea[]) AS new ON CONFLICT (journal, id) DO UPDATE SET"
        " number = excluded.number, state = excluded.state, points = excluded.points,"
        " reversed_points = excluded.reversed_points, value = excluded.value, reversal_id = excluded.reversal_id,"
        " approved_by = excluded.approved_by, cashier = excluded.cashier, changed = excluded.changed,"
        " facts = excluded.facts WHERE excluded.number > reversal.number",
        (journal, *columns),
    )


def _text(record: SentRecord, name: str) -> str:
    return storable(str(record.columns.get(name, "")))


def attempt(number: int, columns: Mapping[str, str], facts: str, identity: str, *, member: str, mobile: str) -> Attempt:
    """Returns what is stored of an attempt.

    Args:
        number: of its newest event.
        columns: what its digest covers, in texts that PostgreSQL can hold.
        facts: the digest in hexadecimal.
        identity: of the journal that sent it.
        member: keyed digest of the member.
        mobile: the number in full, or empty.

    Raises:
        BatchError: it has no day, or a time or an amount that is none.
    """
    text = columns.get
    changed = text("changed", "")
    if changed:
        # What came back counts on this day, so PostgreSQL must be able to read it.
        day_of(changed)
    return Attempt(
        reference=text("reference", ""),
        number=number,
        state=text("state", ""),
        points=amount(text("points")),
        moved_points=amount(text("moved_points")),
        moved_value=amount(text("moved_value")),
        reversed_points=amount(text("reversed_points")) or _NOTHING,
        balance=amount(text("balance")),
        bill=text("bill", ""),
        program=text("program_id", ""),
        redemption_id=text("redemption_id", ""),
        request_id=text("redeemed_request_id", "") or text("request_id", ""),
        code=text("code", ""),
        validation=text("validation", ""),
        till=text("till", ""),
        cashier=text("cashier", ""),
        service=text("service", ""),
        day=day_of(text("at", "")),
        begun=text("begun", "") or text("at", ""),
        changed=changed,
        member=member,
        mobile=mobile,
        facts=f"\\x{facts}",
        is_own=text("journal_id", "") == identity,
    )


def _reversal(number: int, record: SentRecord, facts: bytes) -> _Reversal:
    columns = record.columns
    text = partial(_text, record)
    return _Reversal(
        id=text("id"),
        number=number,
        reference=text("reference"),
        state=text("state"),
        points=amount(columns.get("points")),
        reversed_points=amount(columns.get("reversed_points")),
        value=amount(columns.get("value")),
        reversal_id=text("reversal_id"),
        approved_by=text("approved_by"),
        till=text("till"),
        cashier=text("cashier"),
        day=day_of(text("at")),
        begun=text("at"),
        changed=text("changed"),
        facts=facts,
    )
