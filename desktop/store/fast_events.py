"""Hashes ordinary events several times faster than `event_rows` and `chain`, which define what the hashes cover.

An ordinary event is about an attempt, and says nothing about points given back. For every other event these functions
return None, and the caller takes the general way. The tests compare both ways.
"""

from __future__ import annotations

from hashlib import sha256
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, Any

from desktop.store import event_rows
from desktop.store.event_rows import NewEvent
from desktop.store.small_values import DAY_US, is_plain_id, local_day_of, second_text, unpack_id, unpack_reference

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desktop.store.words import Words

_REMEMBERED = 4096
"""How many references are remembered. The events of an attempt are near each other."""

_DAMAGE = (TypeError, ValueError, LookupError, OverflowError, AttributeError)
"""What a value raises that the journal never writes."""

_NO_TEXT = '""'


class FastEvents:
    """Hashes events of one connection."""

    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._connection = connection
        self._words = words
        # What few events differ in: the name, the till and the cashier. True if it is the first event of an attempt.
        self._names: dict[tuple[Any, ...], tuple[str, bool]] = {}
        self._references: dict[Any, str] = {None: _NO_TEXT}
        self._offset, self._midnight, self._date, self._zone = 0, -DAY_US, "", ""

    def hash_of(self, row: Sequence[Any], previous: bytes) -> bytes | None:
        """Returns the hash of an event, or None if it is not an ordinary one.

        Args:
            row: the packed event, as `event_rows.SELECT` returns it.
            previous: the hash before it.
        """
        # One pass with few calls, because each takes as long as the rest.
        (
            seq, at_us, utc_offset, what, till, cashier, attempt, reversal, reference, request, detail, facts, _,
            of_attempt, redemption_id, attempt_request,
        ) = row  # fmt: skip
        if reversal is not None or reference is not None or not isinstance(what, int):
            return None
        try:
            names, is_first = self._names.get((what, till, cashier)) or self._name(what, till, cashier)
            if is_first is (attempt is not None) or not isinstance(utc_offset, int):
                return None
            since = at_us - self._midnight
            if utc_offset != self._offset or not 0 <= since < DAY_US:
                since = self._begin_day(at_us, utc_offset)
            second, fraction = divmod(since, 1_000_000)
            if request is None:
                its_request = _NO_TEXT
            else:
                if request == 1:
                    request = attempt_request
                its_request = f'"{request.hex()}"' if is_plain_id(request) else quoted(unpack_id(request))
            its_detail = _NO_TEXT if detail is None else quoted((redemption_id if detail == 1 else detail) or "")
            covered = (
                f'[{seq},"{self._date}{second_text(second)}{f".{fraction:06}" if fraction else ""}{self._zone}",{at_us}'
                f"{names}{self._references.get(of_attempt) or self._reference(of_attempt)},"
                f'{its_request},{its_detail},"{facts.hex() if facts else ""}"]'
            )
            return sha256(previous + covered.encode()).digest()
        except _DAMAGE:
            # The general way says what is wrong.
            return None

    def event(self, row: Sequence[Any]) -> NewEvent:
        """Returns an event for which `hash_of` returned a hash.

        Args:
            row: likewise.
        """
        (
            _, at_us, utc_offset, what, till, cashier, _, _, _, request, detail, _, _, of_attempt, redemption_id,
            attempt_request,
        ) = row  # fmt: skip
        if request == 1:
            request = attempt_request
        since, text, connection = at_us - self._midnight, self._words.text, self._connection
        if utc_offset != self._offset or not 0 <= since < DAY_US:
            since = self._begin_day(at_us, utc_offset)
        second, fraction = divmod(since, 1_000_000)
        return NewEvent(
            f"{self._date}{second_text(second)}{f'.{fraction:06}' if fraction else ''}{self._zone}",
            at_us,
            event_rows.name_of(what),
            text(connection, till),
            text(connection, cashier),
            (self._references.get(of_attempt) or self._reference(of_attempt))[1:-1],
            "" if request is None else unpack_id(request),
            (redemption_id if detail == 1 else detail) or "",
        )

    def _begin_day(self, at_us: int, utc_offset: int) -> int:
        """Remembers the local day of a time, because most events are of the same day as the one before.

        Returns:
            Microseconds since its beginning.
        """
        self._midnight, self._date, self._zone = local_day_of(at_us, utc_offset)
        self._offset = utc_offset
        return at_us - self._midnight

    def _name(self, what: int, till: int | None, cashier: int | None) -> tuple[str, bool]:
        its_till, its_cashier = (quoted(self._words.text(self._connection, number)) for number in (till, cashier))
        found = f',"{event_rows.name_of(what)}",{its_till},{its_cashier},', what in event_rows.FIRST_NUMBERS
        if len(self._names) < _REMEMBERED:
            self._names[what, till, cashier] = found
        return found

    def _reference(self, stored: Any) -> str:  # noqa: ANN401 - what a file holds
        if len(self._references) > _REMEMBERED:
            self._references = {None: _NO_TEXT}
        found = self._references[stored] = quoted(unpack_reference(stored))
        return found
