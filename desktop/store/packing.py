"""Packs attempts into few bytes, and unpacks exactly the columns that the chain covers.

The digests in the chain are over the *columns* of an attempt (`ATTEMPT_DEFAULTS`), as version 3 stored them. The table
holds them *packed*: what can be computed from another column is left out, and what the packed columns do not give back
is kept in `more` as JSON. So every attempt comes back exactly as it was, whatever a service or a POS sent.

Only ASCII texts are computed again. How other texts fold depends on the version of Python, and a digest must not.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop.store import chain, small_values
from desktop.store.errors import DamagedRowError
from desktop.store.search_keys import (
    COMPARED_DIGITS,
    LAST_DIGITS,
    MOBILE,
    digits_of,
    fold,
    loose_key,
    number_keys,
    person_key,
)
from desktop.store.small_values import hash_of_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from desktop.store.small_values import Small
    from desktop.store.words import Words

ATTEMPT_DEFAULTS: dict[str, Any] = {
    "seq": 0,
    "reference": "",
    "state": "",
    "identifier_kind": "mobile",
    "identifier_value": "",
    "shown": "",
    "name": "",
    "points": "",
    "bill": "",
    "program_id": "",
    "member_group": "",
    "custom_fields": "",
    "notes": "",
    "validation": "",
    "worth": None,
    "till": "",
    "cashier": "",
    "at": "",
    "at_us": 0,
    "day": 0,
    "changed": "",
    "changed_us": 0,
    "sends": 1,
    "doubtful": 0,
    "looks": 0,
    "settled_late": 0,
    "redemption_id": "",
    "moved_points": None,
    "moved_value": None,
    "balance": None,
    "is_group": 0,
    "redeemed_request_id": "",
    "code": "",
    "message": "",
    "request_id": "",
    "digits": "",
    "national": "",
    "last_digits": "",
    "bill_key": "",
    "redemption_key": "",
    "remembered": 1,
    "rechecked": 0,
    "service": "",
    "user_id": "",
    "person_key": "",
    "loose_key": "",
    "refusal": "",
    "candidate": "",
    "begun": "",
    "journal_id": "",
    "reversed_points": "",
    "salt": b"",
    "person": b"",
}
"""The columns of an attempt, with the values that a new one has."""

COLUMNS = 42
_NUMBER_AT, _BILL_AT, _REDEMPTION_AT, _DIGEST_AT, _MORE = 5, 14, 28, 36, 41
"""The number of columns of the table, and the places of some."""

INSERT = f"INSERT INTO attempt VALUES ({', '.join('?' * COLUMNS)})"  # noqa: S608 - marks
"""Adds a packed attempt. `pack` returns the columns in the table's order."""

# The values of `State`, `IdentifierKind`, `ValidationMethod` and `Refusal`, which the tests compare with them. A POS
# waits for `points-till outcome`, and importing the enumerations takes longer than the answer.
STATE_TEXTS = dict(enumerate(("in_flight", "redeemed", "refused", "not_sent", "unknown", "not_applied", "reversed")))
KIND_TEXTS = dict(enumerate(("mobile", "email", "external_id", "card", "id")))
VALIDATION_TEXTS = dict(enumerate(("code", "missed_call", "skipped")))
REFUSAL_TEXTS = {None: "", 1: "proved", 2: "not_processed", 3: "failed"}
"""The values of some columns, by the number that stands for each. The order must never change."""

STATES = {state: number for number, state in STATE_TEXTS.items()}
KINDS = {kind: number for number, kind in KIND_TEXTS.items()}
VALIDATIONS = {method: number for number, method in VALIDATION_TEXTS.items()}
REFUSALS = {refusal: number for number, refusal in REFUSAL_TEXTS.items()}

_AS_DIGITS, _WITH_PLUS, _NATIONAL, FORGOTTEN = "d", "+", "n", "f"
"""How an identifier is made from the number: begins the word in the column `form`. The number as shown follows."""

# Patterns are compiled when they are first used, because `points-till outcome` needs few of them while a POS waits.
_SHOWN_HEAD = r"\+?[0-9]{0,4}[^0-9]{0,32}"
"""What may come before the last four digits of a number as it is shown. It is the same for many numbers."""

_NUMBER = r"[0-9]{4,17}"
NUMBER_MARK = "1"
"""Stands before the digits of a number, so that zeros at the beginning are kept."""

TAIL_DIGITS = COMPARED_DIGITS
"""How many of the last digits of a number the column `tail` has."""

NUMBER_LENGTHS = range(4, 18)
"""How many digits a packed number may have."""


def pack(columns: Mapping[str, Any], first: int, words: Words, connection: sqlite3.Connection) -> dict[str, Any]:
    """Returns the packed columns of an attempt.

    Args:
        columns: all columns (`ATTEMPT_DEFAULTS`), with valid times.
        first: the number of the attempt's first event.
        words: the connection's words. New ones are added in the caller's transaction.
        connection: the journal.

    Raises:
        DamagedRowError: the columns are not those of an attempt.
    """
    try:
        packed = _pack(columns, first, words, connection)
        back = _packed_columns(tuple(packed.values()), words, connection)
        _add_keys(back)
        if columns["salt"]:
            back["person"] = chain.person_of(columns, columns["salt"])
        if back != columns:
            more = {name: value for name, value in columns.items() if back[name] != value}
            # This fails for bytes, so for a digest that does not belong to the columns.
            packed["more"] = json.dumps(more, ensure_ascii=False, separators=(",", ":"))
    except (ValueError, TypeError, KeyError) as error:
        raise DamagedRowError("a row holds no attempt") from error
    return packed


def _pack(columns: Mapping[str, Any], first: int, words: Words, connection: sqlite3.Connection) -> dict[str, Any]:
    def word(name: str) -> int | None:
        return words.number(connection, columns[name])

    seq, at_us = columns["seq"], columns["at_us"]
    kind, bill, redemption_id = columns["identifier_kind"], columns["bill"], columns["redemption_id"]
    packed: dict[str, Any] = {
        "seq": seq,
        "first": None if first == seq else first,
        "reference": small_values.pack_reference(columns["reference"]),
        "state": STATES.get(columns["state"]),
        "kind": KINDS.get(kind),
        **_packed_number(columns, words, connection),
        "name": columns["name"] or None,
        "points": small_values.pack_amount(columns["points"]),
        "worth": small_values.pack_amount(columns["worth"]),
        "bill": bill or None,
        "bill_key": None if _is_plain(bill) else columns["bill_key"],
        "loose": hash_of_text(columns["loose_key"]),
        "program": word("program_id"),
        "validation": VALIDATIONS.get(columns["validation"]),
        "till": word("till"),
        "cashier": word("cashier"),
        "service": word("service"),
        "journal": word("journal_id"),
        "at_us": at_us,
        "utc_offset": small_values.pack_offset(columns["at"], at_us),
        "day": small_values.pack_day(columns["day"]),
        "begun": _packed_begun(columns["begun"], at_us),
        "changed": columns["changed_us"] - at_us,
        "redemption_id": redemption_id or None,
        "redemption_key": None if _is_plain(redemption_id) else columns["redemption_key"],
        "moved_points": small_values.pack_amount(columns["moved_points"]),
        "moved_value": small_values.pack_amount(columns["moved_value"]),
        "balance": small_values.pack_amount(columns["balance"]),
        "redeemed_request_id": small_values.pack_id(columns["redeemed_request_id"]),
        "user_id": small_values.pack_integer(columns["user_id"]),
        "salt": columns["salt"] or None,
        # While there is a salt, the digest can be computed. Retention deletes the salt and keeps the digest.
        "person_digest": None if columns["salt"] else columns["person"],
        "remembered": columns["remembered"],
        "rechecked": columns["rechecked"] or None,
        "doubtful": columns["doubtful"] or None,
        "refusal": REFUSALS.get(columns["refusal"]),
        "more": None,
    }
    return packed


def unpack(row: Sequence[Any], words: Words, connection: sqlite3.Connection) -> dict[str, Any]:
    """Returns the columns of a packed attempt, with all keys and digests.

    Args:
        row: the columns of the table in their order. Others may follow.
        words: the connection's words.
        connection: the journal.

    Raises:
        DamagedRowError: the row holds values that the journal never writes.
    """
    columns = _packed_columns(row, words, connection)
    try:
        _add_keys(columns)
        # What `pack` kept in `more` is what all this does not give back.
        columns |= _more(row[_MORE])
        if columns["salt"]:
            columns["person"] = chain.person_of(columns, columns["salt"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedRowError("a row holds no attempt") from error
    return columns


def unpack_facts(row: Sequence[Any], words: Words, connection: sqlite3.Connection) -> dict[str, Any]:
    """Returns the columns of a packed attempt without those for searching and proving, which take longer.

    Args:
        row: as for `unpack`.
        words: the connection's words.
        connection: the journal.

    Raises:
        DamagedRowError: the row holds values that the journal never writes.
    """
    columns = _packed_columns(row, words, connection)
    if row[_MORE] is not None:
        try:
            columns |= _more(row[_MORE])
        except (ValueError, TypeError, RecursionError) as error:
            raise DamagedRowError("a row holds no attempt") from error
    return columns


def _packed_columns(row: Sequence[Any], words: Words, connection: sqlite3.Connection) -> dict[str, Any]:
    """Returns the columns that the packed ones give back, without those in `more`."""
    (
        seq, _, reference, state, kind, number, form, tail, member, shown, _, name, points, worth, bill, _, _, program,
        validation, till, cashier, service, journal, at_us, utc_offset, day, begun, changed, redemption_id, _,
        moved_points, moved_value, balance, redeemed_request_id, user_id, salt, digest, remembered, rechecked, doubtful,
        refusal, _,
    ) = row[:COLUMNS]  # fmt: skip
    word = words.text
    try:
        check_texts(member, shown, name, bill, redemption_id)
        at = small_values.time_text(at_us, utc_offset)
        columns = ATTEMPT_DEFAULTS | {
            "seq": seq,
            "reference": small_values.unpack_reference(reference),
            "state": STATE_TEXTS[state],
            "identifier_kind": KIND_TEXTS[kind],
            "name": name or "",
            "points": small_values.unpack_amount(points),
            "worth": small_values.unpack_amount(worth),
            "bill": bill or "",
            "program_id": word(connection, program),
            "validation": VALIDATION_TEXTS[validation],
            "till": word(connection, till),
            "cashier": word(connection, cashier),
            "service": word(connection, service),
            "journal_id": word(connection, journal),
            "at_us": at_us,
            "at": at,
            "day": small_values.unpack_day(day),
            "changed_us": at_us + changed,
            "changed": small_values.time_text(at_us + changed, utc_offset),
            "begun": _begun_text(begun, at, at_us, utc_offset),
            "redemption_id": redemption_id or "",
            "moved_points": small_values.unpack_amount(moved_points),
            "moved_value": small_values.unpack_amount(moved_value),
            "balance": small_values.unpack_amount(balance),
            "redeemed_request_id": small_values.unpack_id(redeemed_request_id),
            "user_id": small_values.unpack_integer(user_id),
            "salt": b"" if salt is None else salt,
            "person": b"" if digest is None else digest,
            "remembered": remembered,
            "rechecked": rechecked or 0,
            "doubtful": doubtful or 0,
            "refusal": REFUSAL_TEXTS[refusal],
        }
        if form is None:
            columns["identifier_value"], columns["shown"] = member or "", shown or ""
        else:
            add_number(columns, word(connection, form), number, tail)
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
        raise DamagedRowError("a row holds no attempt") from error
    return columns


def check_texts(*values: Small) -> None:
    """Checks columns that hold a text or nothing. SQLite converts numbers to texts there, but not bytes.

    Raises:
        TypeError: one of them holds bytes.
    """
    if bytes in map(type, values):
        raise TypeError("a column holds bytes instead of text")


def has_right_keys(row: Sequence[Any], columns: Mapping[str, Any]) -> bool:
    """True if the packed columns that only searches use belong to the other columns.

    Args:
        row: the packed attempt.
        columns: what `unpack` returned for it.
    """
    number, form, tail, member, shown, person = row[_NUMBER_AT : _NUMBER_AT + 6]
    if (form is not None and (member, shown) != (None, None)) or (columns["salt"] and row[_DIGEST_AT] is not None):
        return False
    digits, value = columns["digits"], columns["identifier_value"]
    if number is not None:
        if str(number)[len(NUMBER_MARK) :] != digits or tail != tail_of(digits):
            return False
    elif tail is not None:
        last = columns["last_digits"][:TAIL_DIGITS].ljust(TAIL_DIGITS, "0")
        if value or not last.isdecimal() or tail != int(last):
            return False
    if person is not None or number is None:
        column, key = person_columns(columns["identifier_kind"], value)
        if person != (key if column == "person" else None):
            return False
    bill, redemption_id = columns["bill"], columns["redemption_id"]
    return bool(
        row[_BILL_AT + 2] == hash_of_text(columns["loose_key"])
        and row[_BILL_AT + 1] == (None if _is_plain(bill) else columns["bill_key"])
        and row[_REDEMPTION_AT + 1] == (None if _is_plain(redemption_id) else columns["redemption_key"])
    )


def stored_references(reference: str) -> tuple[Small, ...]:
    """Returns how a reference may be stored, whatever the letter case in which it was typed."""
    return tuple(dict.fromkeys((small_values.pack_reference(reference.upper()), reference)))


SAME_BILL = (
    "attempt.seq IN (SELECT seq FROM attempt INDEXED BY attempt_bill WHERE bill = ? COLLATE NOCASE"
    " UNION SELECT seq FROM attempt INDEXED BY attempt_bill_key WHERE bill_key = ?)"
)
"""The condition for a bill's attempts, given its `search_keys.bill_key` twice. Compare the keys of what it finds."""


def attempt_row(connection: sqlite3.Connection, reference: str) -> sqlite3.Row | None:
    """Returns the packed attempt with a reference, in any letter case, or None."""
    for stored in stored_references(reference):
        row: sqlite3.Row | None = connection.execute(
            "SELECT * FROM attempt INDEXED BY attempt_reference WHERE reference = ? COLLATE NOCASE", (stored,)
        ).fetchone()
        if row is not None:
            return row
    return None


def tail_of(digits: str) -> int:
    """Returns the last six digits of a number in reverse order, with zeros after them if there are fewer."""
    return int(digits[::-1][:TAIL_DIGITS].ljust(TAIL_DIGITS, "0"))


def person_columns(kind: str, value: str) -> tuple[str, int | None]:
    """Returns the packed column that finds the attempts of one person, and the value. The caller compares the rest."""
    if kind == MOBILE:
        digits = digits_of(value)
        if len(digits.lstrip("0")) >= TAIL_DIGITS:
            return "tail", tail_of(digits)
    return "person", hash_of_text(person_key(kind, value))


def _is_plain(text: str) -> bool:
    """True if SQLite's NOCASE folds a text as `fold` does."""
    return text.isascii() and text == text.strip()


def _more(stored: str | None) -> dict[str, Any]:
    if stored is None:
        return {}
    found = json.loads(stored)
    if not isinstance(found, dict) or not found.keys() <= ATTEMPT_DEFAULTS.keys():
        raise DamagedRowError("a row holds no attempt")
    return found


def _packed_begun(begun: str, at_us: int) -> int | None:
    """Returns when the attempt was first recorded, in microseconds since the last send."""
    if not begun:
        return None
    since = (datetime.fromisoformat(begun) - small_values.EPOCH) // timedelta(microseconds=1)
    return since - at_us


def _begun_text(begun: int | None, at: str, at_us: int, utc_offset: Small) -> str:
    if begun is None:
        return ""
    # Nearly all attempts are sent once, so they were begun at the time of that send.
    return small_values.time_text(at_us + begun, utc_offset) if begun else at


def _packed_number(columns: Mapping[str, Any], words: Words, connection: sqlite3.Connection) -> dict[str, Any]:
    """Returns the columns for the member's number, or for another identifier."""
    value, shown = columns["identifier_value"], columns["shown"]
    kind = columns["identifier_kind"]
    packed: dict[str, Any] = {
        "number": None,
        "form": None,
        "tail": None,
        "member": value or None,
        "shown": shown or None,
    }
    column, key = person_columns(kind, value)
    packed["person"] = key if column == "person" else None
    head, end = shown[:-LAST_DIGITS], shown[-LAST_DIGITS:]
    is_short = bool(re.fullmatch(_SHOWN_HEAD, head)) and end.isascii() and end.isdecimal()
    if kind != MOBILE:
        return packed
    if not value:
        last: str = columns["last_digits"]
        if last.isascii() and last.isdecimal():
            packed["tail"] = int(last[:TAIL_DIGITS].ljust(TAIL_DIGITS, "0"))
            if is_short and last == end[::-1]:
                packed |= {"shown": None, "form": words.number(connection, FORGOTTEN + head)}
        return packed
    digits: str = columns["digits"]
    if not re.fullmatch(_NUMBER, digits):
        return packed
    packed |= {"number": int(NUMBER_MARK + digits), "tail": tail_of(digits)}
    national = columns["national"] or digits
    form = {national: _NATIONAL, f"+{digits}": _WITH_PLUS, digits: _AS_DIGITS}.get(value)
    if form is not None and is_short and digits.endswith(end):
        packed |= {"member": None, "shown": None, "form": words.number(connection, form + head)}
    return packed


def add_number(columns: dict[str, Any], form: str, number: int | None, tail: int | None) -> None:
    """Adds the identifier, how it is shown, and the keys of the number."""
    kind, head = form[:1], form[1:]
    if kind == FORGOTTEN:
        last = str(tail).zfill(TAIL_DIGITS)[:LAST_DIGITS]
        columns["shown"], columns["last_digits"] = head + last[::-1], last
        return
    digits = str(number)[len(NUMBER_MARK) :]
    national = digits.removeprefix(head[1:].partition(" ")[0]) if head[:1] == "+" else digits
    columns["identifier_value"] = f"+{digits}" if kind == _WITH_PLUS else national if kind == _NATIONAL else digits
    columns["shown"] = head + digits[-LAST_DIGITS:]
    columns["digits"], columns["last_digits"] = digits, digits[::-1]
    if national != digits:
        columns["national"] = national


def _add_keys(columns: dict[str, Any]) -> None:
    """Adds the keys that other columns give."""
    value, bill, redemption_id = columns["identifier_value"], columns["bill"], columns["redemption_id"]
    if value and value.isascii():
        kind = columns["identifier_kind"]
        columns["person_key"] = person_key(kind, value)
        if not columns["digits"]:
            keys = number_keys(kind, value, columns["shown"])
            columns["digits"], columns["national"], columns["last_digits"] = keys.digits, keys.national, keys.reversed
    if bill and bill.isascii():
        columns["bill_key"], columns["loose_key"] = fold(bill), loose_key(bill)
    if redemption_id and redemption_id.isascii():
        columns["redemption_key"] = fold(redemption_id)
