"""Checks ordinary rows several times faster than `packing` and `event_rows`, which define what the digests cover.

An ordinary attempt has a mobile number, texts in ASCII, and nothing in `more`. For every other row these functions
return None, and the caller takes the general way. The tests compare both ways.
"""

from __future__ import annotations

import hashlib
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, Any

from desktop.store import event_rows, packing, small_values
from desktop.store.search_keys import COMPARED_DIGITS, LAST_DIGITS, loose_key
from desktop.store.small_values import hash_of_text, time_text, unpack_amount, unpack_id, unpack_reference

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desktop.store.words import Words

_LONGEST = 17
_WITH_MORE_RULES = frozenset({packing.STATES["unknown"], packing.STATES["reversed"]})
"""States that are rare, and whose records need the columns that ordinary attempts do not have (`export_records`)."""

_DAMAGE = (TypeError, ValueError, LookupError, OverflowError, AttributeError)
"""What a value raises that the journal never writes."""


class FastRows:
    """Checks rows of one connection."""

    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._connection = connection
        self._words = words
        self._quoted: dict[int | None, str] = {None: '""'}
        self._forms: dict[int, tuple[str, str, str]] = {}

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

    def _attempt(self, row: Sequence[Any], facts: bytes) -> dict[str, Any] | None:  # noqa: C901, PLR0912, PLR0915 - one pass without calls
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
        bill, redemption_id = bill or "", redemption_id or ""
        if not bill.isascii() or not redemption_id.isascii():
            return None
        form_kind, head, country = self._form(form)
        digits = str(number)[len(packing.NUMBER_MARK) :]
        national = digits.removeprefix(country) if country else digits
        value = national if form_kind == "n" else f"+{digits}" if form_kind == "+" else digits
        its_loose = loose_key(bill)
        backwards = digits[::-1]
        if (
            form_kind == "f"
            or not digits.isdecimal()
            or len(digits) > _LONGEST
            or tail != int(backwards[:COMPARED_DIGITS].ljust(COMPARED_DIGITS, "0"))
            or loose != hash_of_text(its_loose)
        ):
            return None
        shown = head + digits[-LAST_DIGITS:]
        owner = ((national if form_kind == "n" else digits).lstrip("0") or "0")[-COMPARED_DIGITS:]
        personal = (
            f'["{value}",{quoted(shown)},{quoted(name or "")},"","","","","{digits}",'
            f'"{"" if national == digits else national}","{backwards}",'
            f'{quoted(small_values.unpack_integer(user_id))},"mobile:{owner}"]'
        )
        at, changed_us = time_text(at_us, utc_offset), at_us + changed
        changed_at = time_text(changed_us, utc_offset)
        begun_at = "" if begun is None else time_text(at_us + begun, utc_offset)
        its_points, its_worth = unpack_amount(points), unpack_amount(worth)
        its_moved, its_value, its_balance = (
            unpack_amount(moved_points),
            unpack_amount(moved_value),
            unpack_amount(balance),
        )
        its_request, its_reference = unpack_id(request), unpack_reference(reference)
        its_state, its_validation = packing.STATE_TEXTS[state], packing.VALIDATION_TEXTS[validation]
        parts = [f'{{"at":"{at}","at_us":{at_us}']
        add = parts.append
        if its_balance is not None:
            add(f'"balance":{quoted(its_balance)}')
        if begun_at:
            add(f'"begun":"{begun_at}"')
        if bill:
            key = bill.lower().strip()
            add(f'"bill":{quoted(bill)}')
            if key:
                add(f'"bill_key":{quoted(key)}')
        if cashier is not None:
            add(f'"cashier":{self._quote(cashier)}')
        add(f'"changed":"{changed_at}","changed_us":{changed_us},"day":{small_values.unpack_day(day)}')
        add('"identifier_kind":"mobile"')
        if journal is not None:
            add(f'"journal_id":{self._quote(journal)}')
        if its_loose:
            add(f'"loose_key":{quoted(its_loose)}')
        if its_moved is not None:
            add(f'"moved_points":{quoted(its_moved)}')
        if its_value is not None:
            add(f'"moved_value":{quoted(its_value)}')
        add(f'"person":"{hashlib.sha256(salt + personal.encode()).hexdigest()}","points":{quoted(its_points or "")}')
        if program is not None:
            add(f'"program_id":{self._quote(program)}')
        if its_request:
            add(f'"redeemed_request_id":{quoted(its_request)}')
        if redemption_id:
            key = redemption_id.lower().strip()
            add(f'"redemption_id":{quoted(redemption_id)}')
            if key:
                add(f'"redemption_key":{quoted(key)}')
        add(f'"reference":{quoted(its_reference)},"sends":1,"seq":{seq}')
        if service is not None:
            add(f'"service":{self._quote(service)}')
        add(f'"state":"{its_state}"')
        if till is not None:
            add(f'"till":{self._quote(till)}')
        add(f'"validation":"{its_validation}"')
        if its_worth is not None:
            add(f'"worth":{quoted(its_worth)}')
        if hashlib.sha256(f"{','.join(parts)}}}".encode()).digest() != facts:
            return None
        word = self._words.text
        return {
            "reference": its_reference,
            "state": its_state,
            "identifier_value": value,
            "shown": shown,
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
            "till": word(self._connection, till),
            "cashier": word(self._connection, cashier),
            "validation": its_validation,
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
        ):
            return None
        if (attempt is not None) is (what in event_rows.FIRST_NUMBERS):
            return None
        if request == 1:
            request = attempt_request
        if detail == 1:
            detail = redemption_id
        its_reference = "" if of_attempt is None else unpack_reference(of_attempt)
        covered = (
            f'[{seq},"{time_text(at_us, utc_offset)}",{at_us},"{event_rows.name_of(what)}",{self._quote(till)},'
            f"{self._quote(cashier)},{quoted(its_reference)},{quoted(unpack_id(request))},{quoted(detail or '')},"
            f'"{facts.hex() if facts else ""}"]'
        )
        return hashlib.sha256(previous + covered.encode()).digest()

    def _quote(self, number: int | None) -> str:
        found = self._quoted.get(number)
        if found is None:
            found = self._quoted[number] = quoted(self._words.text(self._connection, number))
        return found

    def _form(self, number: int) -> tuple[str, str, str]:
        """Returns how the identifier is made, what is shown before the last digits, and the country code."""
        found = self._forms.get(number)
        if found is None:
            text = self._words.text(self._connection, number)
            head = text[1:]
            country = head[1:].partition(" ")[0] if head.startswith("+") else ""
            found = self._forms[number] = (text[:1], head, country)
        return found


_NOTHING = (None,) * 10
