"""Checks ordinary rows several times faster than `packing` and `event_rows`, which define what the digests cover.

An ordinary attempt has a mobile number, texts in ASCII, and nothing in `more`. For every other row these functions
return None, and the caller takes the general way. The tests compare both ways.
"""

from __future__ import annotations

from hashlib import sha256
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, Any

from desktop.store import event_rows, packing
from desktop.store.event_rows import NewEvent
from desktop.store.search_keys import COMPARED_DIGITS, LAST_DIGITS, loose_key
from desktop.store.small_values import (
    hash_of_text,
    second_text,
    time_text,
    unpack_amount,
    unpack_day,
    unpack_id,
    unpack_integer,
    unpack_reference,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desktop.store.words import Words

_LONGEST = 17
_WITH_MORE_RULES = frozenset({packing.STATES["unknown"], packing.STATES["reversed"]})
"""States that are rare, and whose records need the columns that ordinary attempts do not have (`export_records`)."""

_REMEMBERED = 4096
"""How many references and amounts are remembered."""

_DAY = 86_400_000_000
"""Microseconds of a day."""

_NO_TEXT = '""'

_DAMAGE = (TypeError, ValueError, LookupError, OverflowError, AttributeError)
"""What a value raises that the journal never writes."""


class FastRows:
    """Checks rows of one connection."""

    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._connection = connection
        self._words = words
        self._quoted: dict[int | None, str] = {None: _NO_TEXT}
        self._forms: dict[int, tuple[str, str, str, str]] = {}
        self._fields: dict[tuple[str, int | None], str] = {}
        self._ends: dict[tuple[Any, ...], str] = {}
        self._references: dict[Any, str] = {None: _NO_TEXT}
        self._amounts: dict[Any, tuple[str, str]] = {}
        self._known: dict[int | None, str] = {None: ""}
        self._offset, self._midnight, self._date, self._zone = 0, -_DAY, "", ""

    def attempt(self, row: Sequence[Any], facts: bytes) -> dict[str, Any] | None:
        """Returns the columns that an export needs, if an attempt is ordinary and has not been changed.

        Args:
            row: the packed attempt. Other columns may follow.
            facts: the digest that its last event covers.
        """
        try:
            return self._attempt(row, facts)
        except _DAMAGE:
            # The general way says what is wrong.
            return None

    def _attempt(self, row: Sequence[Any], facts: bytes) -> dict[str, Any] | None:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one pass with few calls, because each takes as long as the rest
        (
            seq, _, reference, state, kind, number, form, tail, member, shown, person, name, points, worth, bill,
            bill_key, loose, program, validation, till, cashier, service, journal, at_us, utc_offset, day, begun,
            changed, redemption_id, redemption_key, moved_points, moved_value, balance, request, user_id, salt, digest,
            _, rechecked, doubtful, refusal, more,
        ) = row[: packing.COLUMNS]  # fmt: skip
        if (
            (more, member, shown, person, bill_key, redemption_key, digest, rechecked, doubtful, refusal) != _NOTHING
            or kind != 0
            or state in _WITH_MORE_RULES
            or form is None
            or salt is None
            or not isinstance(utc_offset, int)
            or at_us <= 0
        ):
            return None
        amounts = self._amounts
        form_kind, head, country, quoted_head = self._forms.get(form) or self._form(form)
        digits = str(number)[len(packing.NUMBER_MARK) :]
        national = digits.removeprefix(country) if country else digits
        value = national if form_kind == "n" else f"+{digits}" if form_kind == "+" else digits
        backwards = digits[::-1]
        if (
            form_kind == "f"
            or not digits.isdecimal()
            or len(digits) > _LONGEST
            or tail != int(backwards[:COMPARED_DIGITS].ljust(COMPARED_DIGITS, "0"))
        ):
            return None
        last = digits[-LAST_DIGITS:]
        owner = ((national if form_kind == "n" else digits).lstrip("0") or "0")[-COMPARED_DIGITS:]
        personal = (
            f'["{value}","{quoted_head}{last}",{quoted(name or "")},"","","","","{digits}",'
            f'"{"" if national == digits else national}","{backwards}",'
            f'{quoted(unpack_integer(user_id))},"mobile:{owner}"]'
        )
        since = at_us - self._midnight
        if utc_offset != self._offset or not 0 <= since < _DAY:
            since = self._begin_day(at_us, utc_offset)
        second, fraction = divmod(since, 1_000_000)
        at = f"{self._date}{second_text(second)}{f'.{fraction:06}' if fraction else ''}{self._zone}"
        changed_us, since = at_us + changed, since + changed
        if 0 <= since < _DAY:
            second, fraction = divmod(since, 1_000_000)
            changed_at = f"{self._date}{second_text(second)}{f'.{fraction:06}' if fraction else ''}{self._zone}"
        else:
            changed_at = time_text(changed_us, utc_offset)
        begun_at = "" if begun is None else at if begun == 0 else time_text(at_us + begun, utc_offset)
        its_points, quoted_points = amounts.get(points) or self._amount(points)
        its_reference = unpack_reference(reference)
        # The names of the columns are sorted, and empty ones are left out, as in `chain.facts_of`.
        text = f'{{"at":"{at}","at_us":{at_us}'
        its_balance = its_moved = its_value = None
        if balance is not None:
            its_balance, its_text = amounts.get(balance) or self._amount(balance)
            text += f',"balance":{its_text}'
        if begun_at:
            text += f',"begun":"{begun_at}"'
        its_loose = ""
        if bill is None:
            bill = ""
        elif not bill.isascii():
            return None
        elif bill:
            key = bill.lower().strip()
            text += f',"bill":{quoted(bill)},"bill_key":{quoted(key)}' if key else f',"bill":{quoted(bill)}'
            its_loose = loose_key(bill)
        if loose != hash_of_text(its_loose):
            return None
        fields = self._fields
        text += (
            f'{fields.get(("cashier", cashier)) or self._field("cashier", cashier)},"changed":"{changed_at}"'
            f',"changed_us":{changed_us}'
            f',"day":{unpack_day(day)},"identifier_kind":"mobile"'
            f"{fields.get(('journal_id', journal)) or self._field('journal_id', journal)}"
        )
        if its_loose:
            text += f',"loose_key":"{its_loose}"'
        if moved_points is not None:
            its_moved, its_text = amounts.get(moved_points) or self._amount(moved_points)
            text += f',"moved_points":{its_text}'
        if moved_value is not None:
            its_value, its_text = amounts.get(moved_value) or self._amount(moved_value)
            text += f',"moved_value":{its_text}'
        text += (
            f',"person":"{sha256(salt + personal.encode()).hexdigest()}","points":{quoted_points}'
            f"{'' if program is None else self._field('program_id', program)}"
        )
        its_request = "" if request is None else unpack_id(request)
        if its_request:
            text += f',"redeemed_request_id":{quoted(its_request)}'
        if redemption_id is None:
            redemption_id = ""
        elif not redemption_id.isascii():
            return None
        elif redemption_id:
            key, its_id = redemption_id.lower().strip(), quoted(redemption_id)
            text += f',"redemption_id":{its_id},"redemption_key":{quoted(key)}' if key else f',"redemption_id":{its_id}'
        text += f',"reference":{quoted(its_reference)},"sends":1,"seq":{seq}'
        names = (service, state, till, validation)
        text += self._ends.get(names) or self._end(names)
        text += "}" if worth is None else f',"worth":{(amounts.get(worth) or self._amount(worth))[1]}}}'
        if sha256(text.encode()).digest() != facts:
            return None
        words = self._known
        return {
            "reference": its_reference,
            "state": packing.STATE_TEXTS[state],
            "identifier_value": value,
            "shown": head + last,
            "points": its_points,
            "bill": bill,
            "redemption_id": redemption_id,
            "moved_points": its_moved,
            "moved_value": its_value,
            "balance": its_balance,
            "redeemed_request_id": its_request,
            "code": "",
            "message": "",
            "request_id": "",
            "reversed_points": "",
            "at": at,
            "begun": begun_at,
            "changed": changed_at,
            "till": words.get(till) or self._word(till),
            "cashier": words.get(cashier) or self._word(cashier),
            "validation": packing.VALIDATION_TEXTS[validation],
        }

    def event_hash(self, row: Sequence[Any], previous: bytes) -> bytes | None:
        """Returns the hash of an event, or None if it is not an ordinary one.

        Args:
            row: the packed event, as `event_rows.SELECT` returns it.
            previous: the hash before it.
        """
        try:
            return self._event_hash(row, previous)
        except _DAMAGE:
            return None

    def _event_hash(self, row: Sequence[Any], previous: bytes) -> bytes | None:
        (
            seq, at_us, utc_offset, what, till, cashier, attempt, reversal, reference, request, detail, facts, _,
            of_attempt, redemption_id, attempt_request,
        ) = row  # fmt: skip
        if (
            reversal is not None
            or reference is not None
            or not isinstance(what, int)
            or not isinstance(utc_offset, int)
            or (attempt is not None) is (what in event_rows.FIRST_NUMBERS)
        ):
            return None
        if request == 1:
            request = attempt_request
        if detail == 1:
            detail = redemption_id
        since = at_us - self._midnight
        if utc_offset != self._offset or not 0 <= since < _DAY:
            since = self._begin_day(at_us, utc_offset)
        second, fraction = divmod(since, 1_000_000)
        names = self._quoted
        covered = (
            f'[{seq},"{self._date}{second_text(second)}{f".{fraction:06}" if fraction else ""}{self._zone}",{at_us},'
            f'"{event_rows.name_of(what)}",{names.get(till) or self._quote(till)},'
            f"{names.get(cashier) or self._quote(cashier)},"
            f"{self._references.get(of_attempt) or self._reference(of_attempt)},"
            f"{_NO_TEXT if request is None else quoted(unpack_id(request))},{quoted(detail or '')},"
            f'"{facts.hex() if facts else ""}"]'
        )
        return sha256(previous + covered.encode()).digest()

    def event(self, row: Sequence[Any]) -> NewEvent:
        """Returns an event for which `event_hash` returned a hash.

        Args:
            row: likewise.
        """
        (
            _, at_us, utc_offset, what, till, cashier, _, _, _, request, detail, _, _, of_attempt, redemption_id,
            attempt_request,
        ) = row  # fmt: skip
        if request == 1:
            request = attempt_request
        since, words = at_us - self._midnight, self._known
        if utc_offset != self._offset or not 0 <= since < _DAY:
            since = self._begin_day(at_us, utc_offset)
        second, fraction = divmod(since, 1_000_000)
        return NewEvent(
            f"{self._date}{second_text(second)}{f'.{fraction:06}' if fraction else ''}{self._zone}",
            at_us,
            event_rows.name_of(what),
            words.get(till) or self._word(till),
            words.get(cashier) or self._word(cashier),
            (self._references.get(of_attempt) or self._reference(of_attempt))[1:-1],
            "" if request is None else unpack_id(request),
            (redemption_id if detail == 1 else detail) or "",
        )

    def _begin_day(self, at_us: int, utc_offset: int) -> int:
        """Remembers the local day of a time, because most rows are of the same day as the one before.

        Returns:
            Microseconds since its beginning.
        """
        first, *_ = time_text(at_us, utc_offset).partition("T")
        since = (at_us + utc_offset * 1_000_000) % _DAY
        # What follows the seconds and their fraction.
        self._offset, self._midnight, self._date = utc_offset, at_us - since, f"{first}T"
        self._zone = time_text(at_us - since, utc_offset)[len("2026-11-22T00:00:00") :]
        return since

    def _amount(self, stored: int) -> tuple[str, str]:
        """Returns an amount, and it quoted. Many attempts have the same, so some are remembered."""
        amount = unpack_amount(stored)
        if amount is None:
            raise TypeError("an attempt has no points")
        if len(self._amounts) > _REMEMBERED:
            self._amounts.clear()
        found = self._amounts[stored] = amount, quoted(amount)
        return found

    def _word(self, number: int | None) -> str:
        found = self._known[number] = self._words.text(self._connection, number)
        return found

    def _reference(self, stored: Any) -> str:  # noqa: ANN401 - what a file holds
        """Returns a quoted reference. The events of an attempt are near each other, so some are remembered."""
        if len(self._references) > _REMEMBERED:
            self._references = {None: _NO_TEXT}
        found = self._references[stored] = quoted(unpack_reference(stored))
        return found

    def _quote(self, number: int | None) -> str:
        found = self._quoted.get(number)
        if found is None:
            found = self._quoted[number] = quoted(self._words.text(self._connection, number))
        return found

    def _field(self, name: str, number: int | None) -> str:
        """Returns a word with the name of its column, or nothing for None."""
        if number is None:
            return ""
        found = self._fields.get((name, number))
        if found is None:
            found = self._fields[name, number] = f',"{name}":{self._quote(number)}'
        return found

    def _end(self, names: tuple[Any, ...]) -> str:
        """Returns the columns that few attempts differ in: service, state, till and validation, in this order."""
        service, state, till, validation = names
        found = self._ends[names] = (
            f'{self._field("service", service)},"state":"{packing.STATE_TEXTS[state]}"{self._field("till", till)}'
            f',"validation":"{packing.VALIDATION_TEXTS[validation]}"'
        )
        return found

    def _form(self, number: int) -> tuple[str, str, str, str]:
        """Returns how the identifier is made, what is shown before the last digits, its country code, and it quoted."""
        text = self._words.text(self._connection, number)
        head = text[1:]
        country = head[1:].partition(" ")[0] if head.startswith("+") else ""
        found = self._forms[number] = (text[:1], head, country, quoted(head)[1:-1])
        return found


_NOTHING = (None,) * 10
