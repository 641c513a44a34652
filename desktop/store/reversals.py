"""Stores reversals (points given back) and their events, chained like those of attempts.

How to use it, inside `SqliteJournal._writing()`, so that the row and its event are one durable transaction:

    columns = {"id": …, "reference": …, "state": "in_flight", "points": "12.5", "reason": …, "approved_by": …, …}
    reversals.insert(connection, columns, reversals.event("begun", columns, at=now))          # before any byte leaves
    …
    reversals.update(connection, id, {"state": "reversed", "available": "12.5"}, step="reversed", at=now,
                     request_id="…")

`connection` is the journal's `_connection`. `schema.REVERSAL_COLUMNS` explains the columns.

The names of the events are `reversal_begun` and `reversal_` with the step. Their `reference` is that of the
redemption, so `events(reference)` and the audit trail show them with it; their detail begins with the reversal's own
id. If the whole redemption is given back, take `Step.REVERSED` on the attempt in the same transaction, with `_step`,
after the reversal's own event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.store import chain, rows
from desktop.store.event_rows import FIRST_OF_REVERSAL, REVERSAL, Link
from desktop.store.packing import attempt_row
from desktop.store.reversal_rows import check_columns
from desktop.store.words import Words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.store.event_rows import NewEvent

BEGUN, SALVAGED = FIRST_OF_REVERSAL

PERSONAL = ("reason", "message")
"""Columns that may name the member. The chain covers a salted digest of them, and retention empties them."""


def event(step: str, columns: Mapping[str, Any], *, at: datetime, request_id: str = "", detail: str = "") -> NewEvent:
    """Returns the event of a step of a reversal.

    Args:
        step: `begun`, or what happened.
        columns: the reversal's columns, for its id, redemption, till and cashier.
        at: time of the step.
        request_id: request id of the answer that caused it.
        detail: a code or the points; never a secret, never a full mobile number.
    """
    return rows.new_event(
        REVERSAL + step,
        at=at,
        till=columns["till"],
        cashier=columns["cashier"],
        reference=columns["reference"],
        request_id=request_id,
        detail=f"{columns['id']} {detail}".rstrip(),
    )


def insert(connection: sqlite3.Connection, columns: Mapping[str, Any], first: NewEvent) -> None:
    """Adds a reversal with its first event, in the caller's transaction.

    Args:
        connection: the journal.
        columns: the columns of the `reversal` table, without `seq`, `salt` and `person`.
        first: from `event`.

    Raises:
        sqlite3.IntegrityError: there is a reversal with this id.
    """
    after = chain.tail(connection)
    whole = {**columns, "seq": after.seq + 1, "salt": chain.new_salt()}
    whole = {name: rows.text(value) if isinstance(value, str) else value for name, value in whole.items()}
    whole["person"] = chain.person_of(dict.fromkeys(PERSONAL, "") | whole, whole["salt"], PERSONAL)
    facts, link = chain.facts_of(whole, PERSONAL), _link(connection, whole)
    chain.append(connection, Words(), after, first, facts=facts, link=link)
    names, values = ", ".join(whole), ", ".join(f":{name}" for name in whole)
    connection.execute(f"INSERT INTO reversal ({names}) VALUES ({values})", whole)  # noqa: S608 - names of columns


def update(
    connection: sqlite3.Connection,
    id: str,  # noqa: A002 - the column's name
    columns: Mapping[str, Any],
    *,
    step: str,
    at: datetime,
    request_id: str = "",
    detail: str = "",
) -> NewEvent:
    """Changes a reversal and adds the event, in the caller's transaction. Returns the event.

    Args:
        connection: the journal.
        id: the reversal's own id.
        columns: the columns that change.
        step: what happened, as for `event`; likewise the others.
        at: time of the step.
        request_id: request id of the answer that caused it.
        detail: a code or the points.

    Raises:
        DamagedRowError: its row holds something else.
        KeyError: there is no such reversal.
    """
    known = by_id(connection, id)
    if known is None:
        raise KeyError("no reversal with this id")
    changed = {name: rows.text(value) if isinstance(value, str) else value for name, value in columns.items()}
    whole = known | changed
    if whole["salt"]:
        changed["person"] = whole["person"] = chain.person_of(whole, whole["salt"], PERSONAL)
    added = event(step, whole, at=at, request_id=request_id, detail=detail)
    facts, link = chain.facts_of(whole, PERSONAL), _link(connection, whole)
    chain.append(connection, Words(), chain.tail(connection), added, facts=facts, link=link)
    _set(connection, id, changed)
    return added


def forget(connection: sqlite3.Connection, reference: str) -> None:
    """Empties what may name the member in the reversals of a redemption. The digest stays. Adds no event."""
    for row in of_redemption(connection, reference):
        _set(connection, row["id"], {**dict.fromkeys(PERSONAL, ""), "salt": b"", "remembered": 0})


def by_id(connection: sqlite3.Connection, id: str) -> dict[str, Any] | None:  # noqa: A002 - the column's name
    """Returns the columns of one reversal, or None."""
    row = connection.execute("SELECT * FROM reversal WHERE id = ?", (rows.text(id),)).fetchone()
    return None if row is None else _columns(row)


def of_redemption(connection: sqlite3.Connection, reference: str) -> list[dict[str, Any]]:
    """Returns the columns of all reversals of a redemption, oldest first."""
    found = connection.execute(
        "SELECT * FROM reversal INDEXED BY reversal_reference WHERE reference = ? ORDER BY seq", (rows.text(reference),)
    )
    return [_columns(row) for row in found]


def in_states(connection: sqlite3.Connection, *states: str) -> list[dict[str, Any]]:
    """Returns the columns of all reversals in these states, oldest first."""
    marks = ", ".join("?" * len(states))
    found = connection.execute(
        f"SELECT * FROM reversal INDEXED BY reversal_state WHERE state IN ({marks}) ORDER BY seq",  # noqa: S608 - marks
        states,
    )
    return [_columns(row) for row in found]


def _columns(row: sqlite3.Row) -> dict[str, Any]:
    columns = rows.as_dict(row)
    check_columns(columns)
    return columns


def _link(connection: sqlite3.Connection, whole: Mapping[str, Any]) -> Link:
    """Returns what the event is about. The redemption may be another till's, which this journal does not have."""
    attempt = attempt_row(connection, whole["reference"])
    first = 0 if attempt is None else attempt["first"] or attempt["seq"]
    return Link(first, reversal=whole["seq"])


def _set(connection: sqlite3.Connection, id: str, columns: Mapping[str, Any]) -> None:  # noqa: A002
    changes = ", ".join(f"{name} = :{name}" for name in columns)
    connection.execute(f"UPDATE reversal SET {changes} WHERE id = :which", {**columns, "which": id})  # noqa: S608
