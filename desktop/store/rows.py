"""Converts attempts and events to rows of the journal and back, exactly. Reports rows that cannot be read."""

from __future__ import annotations

import dataclasses
import functools
import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop.domain.group import GroupChoice, PrimaryUserIdentifierType, PrimaryUserSource
from desktop.domain.history import Event
from desktop.domain.masking import MASK, mask_digits
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import HAPPENED, Attempt, Candidate, Draft, Redeemed, Refusal, State, Trace
from desktop.domain.validation import ValidationMethod
from desktop.store.errors import DamagedRowError
from desktop.store.event_rows import NewEvent
from desktop.store.search_keys import LAST_DIGITS, fold, loose_key, mask_member, mask_numbers, number_keys, person_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from datetime import date

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_AMOUNT_DIGITS = 60
"""Digits before or after the point that no amount has. The sums of a day are exact up to here."""

# A look-up is faster than the call of the class, and a list of two hundred attempts is read at every key.
STATES = {one.value: one for one in State}
KINDS = {one.value: one for one in IdentifierKind}
VALIDATIONS = {one.value: one for one in ValidationMethod}
NO_TRACE = Trace()
NO_POINTS = Decimal(0)

Columns = dict[str, "str | int | bytes | None"]
"""Column names and the values to store in them."""


def text(value: str) -> str:
    """Returns a text that can be stored. Half a surrogate pair, which loose JSON may contain, becomes `?`."""
    return value.encode("utf-8", "replace").decode("utf-8")


def microseconds(at: datetime) -> int:
    """Returns microseconds since 1970 UTC.

    Raises:
        ValueError: the time has no offset, so it is ambiguous.
    """
    if at.utcoffset() is None:
        raise ValueError("a time in the journal needs an offset")
    return (at - _EPOCH) // timedelta(microseconds=1)


def day_number(day: date) -> int:
    """Returns a day as a sortable, readable number: 20261122."""
    return (day.year * 100 + day.month) * 100 + day.day


def sent_columns(at: datetime) -> Columns:
    """Returns the columns for the time of the last send."""
    return {"at": at.isoformat(), "at_us": microseconds(at), "day": day_number(at.date())}


def changed_columns(at: datetime) -> Columns:
    """Returns the columns for the time of the last change of state."""
    return {"changed": at.isoformat(), "changed_us": microseconds(at)}


def draft_columns(draft: Draft) -> Columns:
    """Returns the columns for the draft, with the keys for finding it."""
    keys = number_keys(draft.identifier.kind, draft.identifier.value, draft.shown)
    return {
        "identifier_kind": draft.identifier.kind.value,
        "identifier_value": text(draft.identifier.value),
        "shown": text(draft.shown),
        "name": text(draft.name),
        "points": draft.points.wire,
        **bill_columns(draft.bill),
        "program_id": text(draft.program_id),
        "member_group": _group_text(draft.group),
        "custom_fields": _pairs_text(draft.custom_fields),
        "notes": text(draft.notes),
        "validation": draft.validation.value,
        "worth": _amount_text(draft.worth),
        "digits": keys.digits,
        "national": keys.national,
        "last_digits": keys.reversed,
        "user_id": text(draft.user_id),
        "person_key": text(person_key(draft.identifier.kind, draft.identifier.value)),
    }


def bill_columns(bill: str) -> Columns:
    """Returns the columns for the bill, with the keys for finding it."""
    return {"bill": text(bill), "bill_key": text(fold(bill)), "loose_key": text(loose_key(bill))}


def redeemed_columns(redeemed: Redeemed) -> Columns:
    """Returns the columns for what the service said about a redemption that happened."""
    return {
        "redemption_id": text(redeemed.redemption_id),
        "redemption_key": text(fold(redeemed.redemption_id)),
        "moved_points": _amount_text(redeemed.points),
        "moved_value": _amount_text(redeemed.value),
        "balance": _amount_text(redeemed.balance),
        "is_group": int(redeemed.is_group),
        "redeemed_request_id": text(redeemed.request_id),
    }


def trace_columns(trace: Trace, identifier: Identifier) -> Columns:
    """Returns the columns for the last answer that was not a redemption. Masks the member's number in the message."""
    return {
        "code": text(trace.code),
        "message": text(mask_member(trace.message, identifier)),
        "request_id": text(trace.request_id),
    }


def forgotten_columns(attempt: Attempt) -> Columns:
    """Returns the columns of an attempt without its member: enough to tell two apart, too little to call one.

    Numbers in the cashier's texts are masked too, because a custom field may hold another member's number.
    """
    draft = attempt.draft
    is_number = draft.identifier.kind is IdentifierKind.MOBILE
    group = draft.group
    if group is not None:
        value = MASK * 3 if group.identifier_value else ""
        group = dataclasses.replace(group, identifier_value=value, name="")
    last = number_keys(draft.identifier.kind, draft.identifier.value, draft.shown).reversed[:LAST_DIGITS]
    return {
        "identifier_value": "",
        "shown": text(draft.shown or (mask_digits(draft.identifier.value) if is_number else MASK * 3)),
        "name": "",
        "member_group": _group_text(group),
        "custom_fields": _pairs_text(tuple((name, mask_numbers(value)) for name, value in draft.custom_fields)),
        "notes": text(mask_numbers(draft.notes)),
        "message": text(mask_numbers(attempt.trace.message)),
        "digits": "",
        "national": "",
        "last_digits": last,
        "user_id": "",
        "person_key": "",
        "salt": b"",
        "remembered": 0,
    }


def new_event(
    what: str, *, at: datetime, till: str, cashier: str, reference: str = "", request_id: str = "", detail: str = ""
) -> NewEvent:
    """Returns an event as it is stored.

    Raises:
        ValueError: the time has no offset.
    """
    texts = (text(value) for value in (what, till, cashier, reference, request_id, detail))
    return NewEvent(at.isoformat(), microseconds(at), *texts)


def attempt_columns(attempt: Attempt) -> Columns:
    """Returns all columns of an attempt that comes from another journal."""
    forgotten = not attempt.draft.identifier.value
    columns: Columns = {
        "reference": text(attempt.reference),
        "state": attempt.state.value,
        **draft_columns(attempt.draft),
        "till": text(attempt.till),
        "cashier": text(attempt.cashier),
        **sent_columns(attempt.at),
        **changed_columns(attempt.changed),
        "sends": attempt.sends,
        "doubtful": int(attempt.doubtful),
        "looks": attempt.looks,
        "settled_late": int(attempt.settled_late),
        **trace_columns(attempt.trace, attempt.draft.identifier),
        "service": text(attempt.service),
        "refusal": refusal_text(attempt.refusal),
        "candidate": candidate_text(attempt.candidate),
        "begun": "" if attempt.begun is None else attempt.begun.isoformat(),
        "journal_id": text(attempt.journal_id),
        "reversed_points": str(attempt.reversed_points) if attempt.reversed_points else "",
        "remembered": int(not forgotten),
    }
    if forgotten:
        columns["last_digits"] = "".join(one for one in attempt.draft.shown if one.isdigit())[::-1][:LAST_DIGITS]
    if attempt.redeemed is not None:
        columns |= redeemed_columns(attempt.redeemed)
    return columns


def refusal_text(refusal: Refusal | None) -> str:
    """Returns what a refusal proves as it is stored, or an empty text for None."""
    return "" if refusal is None else refusal.value


def candidate_text(candidate: Candidate | None) -> str:
    """Returns a candidate as JSON, or an empty text for None."""
    if candidate is None:
        return ""
    return text(
        json.dumps(
            {
                "redemption_id": candidate.redemption_id,
                "time": candidate.time,
                "points": _amount_text(candidate.points),
                "bill": candidate.bill,
            },
            ensure_ascii=False,
        )
    )


def candidate_detail(candidate: Candidate | None) -> str:
    """Returns a candidate for the audit trail. Masks long numbers in its bill, because they may be a member's."""
    if candidate is None:
        return ""
    points = "" if candidate.points is None else f"{candidate.points} points"
    bill = candidate.bill and f"bill {mask_numbers(candidate.bill)}"
    return ", ".join(part for part in (candidate.redemption_id, candidate.time, points, bill) if part)


def total(amounts: Iterable[str | None]) -> Decimal:
    """Returns the exact sum of stored amounts.

    Raises:
        DamagedRowError: one of them is not an amount.
    """
    try:
        return sum((amount_of(amount) for amount in amounts if amount is not None), Decimal(0))
    except (ArithmeticError, TypeError, ValueError) as error:
        raise DamagedRowError("a row holds no amount") from error


def attempt_from_columns(row: Mapping[str, Any]) -> Attempt:
    """Returns the attempt in a row's columns.

    Raises:
        DamagedRowError: the columns do not hold an attempt.
    """
    try:
        return _attempt(row)
    except (ValueError, TypeError, KeyError, ArithmeticError, AttributeError, RecursionError) as error:
        raise DamagedRowError("a row holds no attempt") from error


def as_dict(row: sqlite3.Row) -> dict[str, Any]:
    """Returns a row as a dictionary, which is faster: a `Row` searches all columns for each name."""
    return dict(zip(row.keys(), row, strict=True))


def event_of(stored: NewEvent) -> Event:
    """Returns an event as the program uses it.

    Raises:
        DamagedRowError: it does not hold an event.
    """
    try:
        at = time_of(stored.at)
    except (ValueError, TypeError) as error:
        raise DamagedRowError("a row holds no event") from error
    return Event(
        at=at,
        what=stored.what,
        till=stored.till,
        cashier=stored.cashier,
        reference=stored.reference,
        request_id=stored.request_id,
        detail=stored.detail,
    )


def _attempt(row: Mapping[str, Any]) -> Attempt:
    state = STATES[row["state"]]
    redeemed = None
    if state in HAPPENED:
        redeemed = Redeemed(
            redemption_id=row["redemption_id"],
            points=amount_or_none(row["moved_points"]),
            value=amount_or_none(row["moved_value"]),
            balance=amount_or_none(row["balance"]),
            is_group=bool(row["is_group"]),
            request_id=row["redeemed_request_id"],
        )
    code, message, request_id = row["code"], row["message"], row["request_id"]
    returned = row.get("reversed_points")
    return Attempt(
        reference=row["reference"],
        state=state,
        draft=Draft(
            identifier=Identifier(KINDS[row["identifier_kind"]], row["identifier_value"]),
            shown=row["shown"],
            name=row["name"],
            points=points_of(row["points"]),
            bill=row["bill"],
            program_id=row["program_id"],
            group=_group(row["member_group"]),
            custom_fields=_pairs(row["custom_fields"]),
            notes=row["notes"],
            validation=VALIDATIONS[row["validation"]],
            worth=amount_or_none(row["worth"]),
            user_id=row.get("user_id", ""),
        ),
        till=row["till"],
        cashier=row["cashier"],
        at=time_of(row["at"]),
        changed=time_of(row["changed"]),
        sends=row["sends"],
        doubtful=bool(row["doubtful"]),
        looks=row["looks"],
        redeemed=redeemed,
        trace=Trace(code=code, message=message, request_id=request_id) if code or message or request_id else NO_TRACE,
        settled_late=bool(row["settled_late"]),
        # A reader may open a file that no writer of this version has migrated yet.
        service=row.get("service", ""),
        refusal=_refusal(row.get("refusal", "")),
        candidate=_candidate(row.get("candidate", "")),
        begun=time_of(row["begun"]) if row.get("begun") else None,
        journal_id=row.get("journal_id", ""),
        reversed_points=amount_of(returned) if returned else NO_POINTS,
    )


@functools.lru_cache(maxsize=1024)
def points_of(value: str) -> Points:
    """Returns the points in a row. Checking them takes long, and a cashier who types sees the same rows again."""
    return Points(Decimal(value))


def _amount_text(amount: Decimal | None) -> str | None:
    # Use `str` instead of the shortest text, so that a Decimal keeps the decimal places that the service sent.
    return None if amount is None else str(amount)


def amount_of(value: str) -> Decimal:
    """Returns a stored amount.

    Raises:
        ValueError, TypeError, ArithmeticError: it is not one with which the till can calculate.
    """
    amount = Decimal(value)
    if not amount.is_finite() or abs(amount.adjusted()) > _AMOUNT_DIGITS:
        raise ValueError("no amount is so large or so small")
    return amount


def amount_or_none(value: str | None) -> Decimal | None:
    """Returns a stored amount, or None if there is none. Raises what `amount_of` raises."""
    return None if value is None else amount_of(value)


def time_of(value: str) -> datetime:
    """Returns a stored time.

    Raises:
        ValueError, TypeError: it is not one, or has no offset, so that it cannot be compared with others.
    """
    at = datetime.fromisoformat(value)
    if at.utcoffset() is None:
        raise ValueError("a time in the journal needs an offset")
    return at


def _refusal(value: str) -> Refusal | None:
    return Refusal(value) if value else None


def _candidate(value: str) -> Candidate | None:
    if not value:
        return None
    named = json.loads(value)
    return Candidate(
        redemption_id=str(named["redemption_id"]),
        time=str(named["time"]),
        points=amount_or_none(named["points"]),
        bill=str(named["bill"]),
    )


def _group_text(group: GroupChoice | None) -> str:
    if group is None:
        return ""
    named: Mapping[str, str | None] = dataclasses.asdict(group)
    return json.dumps({name: value for name, value in named.items() if value}, sort_keys=True)


def _group(value: str) -> GroupChoice | None:
    if not value:
        return None
    named = json.loads(value)
    source, kind = named.pop("source", None), named.pop("identifier_type", None)
    return GroupChoice(
        source=PrimaryUserSource(source) if source else None,
        identifier_type=PrimaryUserIdentifierType(kind) if kind else None,
        **named,
    )


def _pairs_text(pairs: tuple[tuple[str, str], ...]) -> str:
    return json.dumps(pairs) if pairs else ""


def _pairs(value: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, field) for name, field in json.loads(value)) if value else ()
