"""Makes an export's records straight from the journal's columns, several times faster than through `Attempt`."""

from __future__ import annotations

import csv
import re
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.domain.csv_cells import cells
from desktop.domain.result_line import EXPORT_FIELDS, REDEEMED_CODE, escape_breaks, line_of
from desktop.domain.result_record import record
from desktop.store.fast_attempts import REMEMBERED, Ordinary, columns_of
from desktop.store.record_facts import facts_of, to_seconds
from desktop.store.rows import attempt_from_columns

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.store.event_rows import NewEvent
    from desktop.store.exporting import AuditLine
    from desktop.store.fast_attempts import Common

_encode = msgspec.json.Encoder().encode

Record = dict[str, "str | int | None"]

_REDEEMED = "redeemed"
_QUOTED_CODE = f'"{REDEEMED_CODE}"'
_DELETE = "\x7f"

_PLAIN_CELLS = re.compile(r"(?:(?:[0-9A-Za-z][0-9A-Za-z .:/_+-]*)?\|){3}(?:[0-9A-Za-z][0-9A-Za-z .:/_+-]*)?")
"""Four cells that are harmless (`csv_cells`) and need no quotation marks."""

_NEEDS_MARKS = re.compile('[,"\r\n]')
"""What makes `csv.writer` put a cell in quotation marks, and `\r`, which other versions of Python treat likewise."""


def export_record(
    columns: Mapping[str, Any], seq: int, approvals: Sequence[NewEvent] = (), *, full_mobile: bool
) -> Record:
    """Returns the record of an attempt. Its fields are those of `result_record.record`, and three more.

    Args:
        columns: the attempt's columns.
        seq: the number of the newest event about it.
        approvals: the events that say who approved something.
        full_mobile: True for the whole mobile number.
    """
    approved = "; ".join(map(_approval, approvals)) or None
    shown = columns["identifier_value"] if full_mobile else columns["shown"]
    facts = facts_of(columns, shown) if shown else None
    if facts is None:
        # These are rare, and have more rules.
        return record(attempt_from_columns(columns), full_mobile=full_mobile, approvals=approved, seq=seq)
    return {
        "state": columns["state"],
        **facts,
        "till": columns["till"],
        "cashier": columns["cashier"] or None,
        "validation": columns["validation"],
        "approvals": approved,
        "seq": seq,
    }


def _approval(event: NewEvent) -> str:
    # The event of a supervisor's approval names the cashier who asked for it.
    role = "for" if event.what == "supervisor_agreed" else "by"
    who = f" {role} {event.cashier}" if event.cashier else ""
    why = f": {event.detail}" if event.detail else ""
    return f"{event.what}{who} at {to_seconds(event.at)}{why}"


def export_line(found: Record) -> str:
    """Writes a record as one line of JSON, as `result_line.line_of` does, but without blanks."""
    made = _encode(found)
    # All characters that are escaped begin or are one of these bytes. A search of the bytes is several times faster.
    if b"\x7f" in made or b"\xc2" in made or b"\xe2\x80\xa8" in made or b"\xe2\x80\xa9" in made:
        return f"{escape_breaks(made.decode())}\n"
    return f"{made.decode()}\n"


class _Returning:
    """A file for `csv.writer`, which returns what the file's `write` does."""

    def write(self, text: str) -> str:
        return text


def text_maker(form: str) -> Callable[[Record], str]:
    """Returns what makes the text of a record.

    Args:
        form: `csv` or `jsonl`.
    """
    if form == "jsonl":
        return export_line
    write_row: Callable[[list[str | None]], str] = csv.writer(_Returning(), lineterminator="\n").writerow
    return lambda found: write_row(cells(found))


class RecordWriter:
    """Writes records as text. Those of ordinary attempts are written straight from their facts, several times faster.

    The tests compare both ways.
    """

    def __init__(self, form: str, *, full_mobile: bool) -> None:
        """Begins an export.

        Args:
            form: `csv` or `jsonl`.
            full_mobile: True for whole mobile numbers.
        """
        self._full_mobile = full_mobile
        self._text_of = text_maker(form)
        self._ordinary = _Line(full_mobile=full_mobile) if form == "jsonl" else _Row(full_mobile=full_mobile)

    def text(self, attempt: Mapping[str, Any] | Ordinary, seq: int, approvals: Sequence[NewEvent] = ()) -> str:
        """Returns the text of an attempt.

        Args:
            attempt: its columns, or what is known of an ordinary one.
            seq: as for `export_record`.
            approvals: likewise.
        """
        if isinstance(attempt, Ordinary):
            text = None if approvals else self._ordinary.text(attempt, seq)
            if text is not None:
                return text
            attempt = columns_of(attempt)
        return self._text_of(export_record(attempt, seq, approvals, full_mobile=self._full_mobile))


class _Line:
    """Writes the record of an ordinary attempt as the line of JSON that `export_line` writes."""

    def __init__(self, *, full_mobile: bool) -> None:
        self._full_mobile = full_mobile
        self._shared: dict[Common, tuple[str, ...]] = {}

    def text(self, found: Ordinary, seq: int) -> str:
        """Returns the line."""
        (
            common, reference, value, last, bill, redemption_id, request_id, points, moved, worth, balance, begun, at,
            changed,
        ) = found  # fmt: skip
        first, mobile, end = self._shared.get(common) or self._share(common)
        its_redemption = its_request = taken = its_worth = its_balance = code = "null"
        if common.state == _REDEEMED:
            code = _QUOTED_CODE
            taken = f'"{(moved or points)[1]}"'
            if redemption_id:
                its_redemption = quoted(redemption_id)
            if worth is not None:
                its_worth = f'"{worth[1]}"'
            if balance is not None:
                its_balance = f'"{balance[1]}"'
            if request_id:
                its_request = quoted(request_id)
        line = (
            f'{first}{quoted(reference)},"redemption_id":{its_redemption},"points_redeemed":{taken},'
            f'"points_requested":"{points[1]}","redeemed_value":{its_worth},"balance":{its_balance},'
            f'{mobile}{value if self._full_mobile else last}","bill":{quoted(bill) if bill else "null"},"code":{code},'
            f'"message":null,"request_id":{its_request},"begun":"{to_seconds(begun or at)}",'
            f'"at":"{to_seconds(changed)}",{end}{seq}}}\n'
        )
        return line if _DELETE not in line else line.replace(_DELETE, "\\u007f")

    def _share(self, common: Common) -> tuple[str, ...]:
        """Remembers what the lines of similar attempts share."""
        end: Record = {
            "reversed_points": None,
            "till": common.till,
            "cashier": common.cashier or None,
            "validation": common.validation,
            "approvals": None,
        }
        mobile = export_line({"mobile": "" if self._full_mobile else common.head})
        if len(self._shared) > REMEMBERED:
            self._shared.clear()
        found = self._shared[common] = (
            f'{{"state":"{common.state}","external_reference_number":',
            # Without what stands around, so that the digits and the number can follow.
            mobile.removeprefix("{").removesuffix('"}\n'),
            export_line(end).removeprefix("{").removesuffix("}\n") + ',"seq":',
        )
        return found


class _Row:
    """Writes the record of an ordinary attempt as the row that `csv.writer` writes."""

    def __init__(self, *, full_mobile: bool) -> None:
        self._full_mobile = full_mobile
        self._shared: dict[Common, tuple[str, ...]] = {}

    def text(self, found: Ordinary, seq: int) -> str | None:
        """Returns the row, or None if a cell could need quotation marks or an escape."""
        (
            common, reference, value, last, bill, redemption_id, request_id, points, moved, worth, balance, begun, at,
            changed,
        ) = found  # fmt: skip
        shared = self._shared.get(common) or self._share(common)
        if not shared or not _PLAIN_CELLS.fullmatch(f"{reference}|{bill}|{redemption_id}|{request_id}"):
            return None
        head, end = shared
        taken = its_worth = its_balance = code = ""
        if common.state == _REDEEMED:
            code, taken = REDEEMED_CODE, (moved or points)[1]
            its_worth = "" if worth is None else worth[1]
            its_balance = "" if balance is None else balance[1]
        else:
            redemption_id = request_id = ""
        return (
            f"{common.state},{reference},{redemption_id},{taken},{points[1]},{its_worth},{its_balance},"
            f"{value if self._full_mobile else head + last},{bill},{code},,{request_id},{to_seconds(begun or at)},"
            f"{to_seconds(changed)},,{end},,{seq}\n"
        )

    def _share(self, common: Common) -> tuple[str, ...]:
        """Remembers what the rows of similar attempts share. Remembers nothing if it needs quotation marks."""
        # Each digit counts like each other for an escape.
        mobile, *end = cells({"mobile": f"{common.head}0", "till": common.till, "cashier": common.cashier or None})
        plain = mobile == f"{common.head}0" and not any(_NEEDS_MARKS.search(cell or "") for cell in (mobile, *end))
        if len(self._shared) > REMEMBERED:
            self._shared.clear()
        found = self._shared[common] = (common.head, f"{end[0]},{end[1] or ''},{common.validation}") if plain else ()
        return found


def header(form: str) -> str:
    """Returns what stands before the first record.

    Args:
        form: `csv` or `jsonl`.
    """
    return "" if form == "jsonl" else f"{','.join(EXPORT_FIELDS)}\n"


def event_line(line: AuditLine) -> str:
    """Writes an event as one line of JSON."""
    event = line.event
    found = {
        "seq": line.seq,
        "at": event.at,
        "what": event.what,
        "till": event.till,
        "cashier": event.cashier or None,
        "external_reference_number": event.reference or None,
        "request_id": event.request_id or None,
        "detail": event.detail or None,
        "hash": line.hash.hex(),
    }
    if line.reason:
        found["reason"] = line.reason
    return line_of(found)
