"""Converts reversals to rows of the journal and back, exactly."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.domain.points import Points
from desktop.domain.redemption import Refusal, Trace
from desktop.domain.reversal import GivenBack, Reversal, ReversalRow, ReversalsSeen, ReversalState
from desktop.store import rows, schema
from desktop.store.errors import DamagedRowError
from desktop.store.search_keys import mask_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.store.rows import Columns


_TYPES = {
    name: {"INTEGER": int, "BLOB": bytes}.get(kind.split()[0], str if "NOT NULL" in kind else str | None)
    for name, kind in schema.REVERSAL_COLUMNS.items()
}
"""What each column holds."""


def reversal_columns(reversal: Reversal) -> Columns:
    """Returns the columns of a reversal that was recorded before. `reversal_from_columns` reads them."""
    return {
        "id": reversal.id,
        "reference": reversal.reference,
        "state": reversal.state.value,
        "points": reversal.points.wire,
        "reason": reversal.reason,
        "approved_by": reversal.approved_by,
        "seen_before": seen_text(reversal.before),
        "till": reversal.till,
        "cashier": reversal.cashier,
        "service": reversal.service,
        "journal_id": reversal.journal_id,
        **rows.sent_columns(reversal.at),
        **rows.changed_columns(reversal.changed),
        "looks": reversal.looks,
        "settled_late": int(reversal.settled_late),
        "refusal": rows.refusal_text(reversal.refusal),
        "candidate": entry_text(reversal.candidate),
        **(given_back_columns(reversal.given_back) if reversal.given_back is not None else {}),
        # The message was masked when it was first recorded.
        "code": reversal.trace.code,
        "message": reversal.trace.message,
        "request_id": reversal.trace.request_id,
    }


def given_back_columns(done: GivenBack) -> Columns:
    """Returns the columns for what the service said about points that came back."""
    return {
        "reversal_id": done.reversal_id,
        "reversed_points": _amount_text(done.points),
        "available": _amount_text(done.available),
        "expired": _amount_text(done.expired),
        "value": _amount_text(done.value),
        "balance": _amount_text(done.balance),
        "reversed_request_id": done.request_id,
    }


def seen_text(seen: ReversalsSeen) -> str:
    """Returns a list of reversals as JSON."""
    return json.dumps(
        {
            "is_seen": seen.is_seen,
            "redemption_id": seen.redemption_id,
            "points": _amount_text(seen.points),
            "rows": [_row_object(row) for row in seen.rows],
            "complete": seen.complete,
            "request_id": seen.request_id,
        },
        ensure_ascii=False,
    )


def entry_text(row: ReversalRow | None) -> str:
    """Returns an entry of the list as JSON, or an empty text for None."""
    return "" if row is None else json.dumps(_row_object(row), ensure_ascii=False)


def check_columns(row: Mapping[str, Any]) -> None:
    """Checks that each column holds what its definition says. A damaged file may hold anything.

    Raises:
        DamagedRowError: one of them does not.
    """
    if not (all(isinstance(row[name], types) for name, types in _TYPES.items()) and row["id"]):
        raise DamagedRowError("a row holds no reversal")


def reversal_from_columns(row: Mapping[str, Any]) -> Reversal:
    """Returns the reversal in a row's columns.

    Raises:
        DamagedRowError: the columns do not hold a reversal.
    """
    check_columns(row)
    try:
        return _reversal(row)
    except (ValueError, TypeError, KeyError, ArithmeticError, AttributeError, RecursionError) as error:
        raise DamagedRowError("a row holds no reversal") from error


def _reversal(row: Mapping[str, Any]) -> Reversal:
    state = ReversalState(row["state"])
    done = None
    if state is ReversalState.REVERSED:
        done = GivenBack(
            points=rows.amount_or_none(row["reversed_points"]),
            available=rows.amount_or_none(row["available"]),
            expired=rows.amount_or_none(row["expired"]),
            value=rows.amount_or_none(row["value"]),
            reversal_id=row["reversal_id"],
            balance=rows.amount_or_none(row["balance"]),
            request_id=row["reversed_request_id"],
        )
    return Reversal(
        id=row["id"],
        reference=row["reference"],
        points=Points(Decimal(row["points"])),
        # Earlier versions stored the numbers in it as they were typed.
        reason=mask_numbers(row["reason"]),
        state=state,
        before=_seen(json.loads(row["seen_before"])) if row["seen_before"] else ReversalsSeen(),
        till=row["till"],
        cashier=row["cashier"],
        approved_by=row["approved_by"],
        at=rows.time_of(row["at"]),
        changed=rows.time_of(row["changed"]),
        looks=row["looks"],
        given_back=done,
        trace=Trace(code=row["code"], message=row["message"], request_id=row["request_id"]),
        refusal=Refusal(row["refusal"]) if row["refusal"] else None,
        candidate=_entry(json.loads(row["candidate"])) if row["candidate"] else None,
        settled_late=bool(row["settled_late"]),
        service=row["service"],
        journal_id=row["journal_id"],
    )


def _seen(stored: Mapping[str, Any]) -> ReversalsSeen:
    return ReversalsSeen(
        is_seen=bool(stored["is_seen"]),
        redemption_id=str(stored["redemption_id"]),
        points=rows.amount_or_none(stored["points"]),
        rows=tuple(_entry(one) for one in stored["rows"]),
        complete=bool(stored["complete"]),
        request_id=str(stored["request_id"]),
    )


def _row_object(row: ReversalRow) -> dict[str, str | None]:
    return {"reversal_id": row.reversal_id, "points": _amount_text(row.points), "time": row.time}


def _entry(stored: Mapping[str, Any]) -> ReversalRow:
    return ReversalRow(
        reversal_id=str(stored["reversal_id"]), points=rows.amount_or_none(stored["points"]), time=str(stored["time"])
    )


def _amount_text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)
