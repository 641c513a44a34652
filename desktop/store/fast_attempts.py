"""Checks ordinary attempts several times faster than `packing` and `chain`, which define what the digests cover.

An ordinary attempt has a mobile number, texts in ASCII, and nothing in `more`. For every other row these functions
return None, and the caller takes the general way. The tests compare both ways.
"""

from __future__ import annotations

from hashlib import sha256
from json.encoder import encode_basestring_ascii as quoted
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.store import packing
from desktop.store.record_facts import plain_text
from desktop.store.search_keys import COMPARED_DIGITS, LAST_DIGITS, loose_key
from desktop.store.small_values import (
    AMOUNT_SCALES,
    DAY_US,
    hash_of_text,
    is_plain_id,
    local_day_of,
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

REMEMBERED = 4096
"""How many amounts, sets of what few attempts differ in, and letters of bill numbers are remembered."""

_NOTHING = (None,) * 10

_DAMAGE = (TypeError, ValueError, LookupError, OverflowError, AttributeError)
"""What a value raises that the journal never writes."""

_new = tuple.__new__

Amount = tuple[str, str]
"""An amount as it is stored, and as `points.plain` writes it."""


class Common:
    """What few attempts differ in.

    Attributes:
        form: how the identifier is made from the number (`packing`).
        head: what is shown before the last digits.
        country: the country code in it, or nothing.
        quoted_head: the head as JSON, without the quotation marks.
        cashier_text: the cashier as the digest covers it.
        day_text: the day, the kind of the identifier and the journal, likewise.
        program_text: likewise.
        end_text: service, state, till and validation, likewise.
        state: the attempt's state.
        till: the till's name.
        cashier: the cashier, or nothing.
        validation: how the member agreed.
    """

    __slots__ = (
        "cashier", "cashier_text", "country", "day_text", "end_text", "form", "head", "program_text", "quoted_head",
        "state", "till", "validation",
    )  # fmt: skip

    def __init__(self, connection: sqlite3.Connection, words: Words, names: tuple[Any, ...]) -> None:
        """Reads the words.

        Args:
            connection: the journal.
            words: the connection's words.
            names: the packed columns form, program, validation, till, cashier, service, journal, state and day.

        Raises:
            LookupError, TypeError, ValueError: the attempt is not an ordinary one.
            DamagedRowError: a word is missing.
        """
        form, program, validation, till, cashier, service, journal, state, day = names

        def field(name: str, number: int | None) -> str:
            return "" if number is None else f',"{name}":{quoted(words.text(connection, number))}'

        text = words.text(connection, form)
        self.form, self.head = text[:1], text[1:]
        if state in _WITH_MORE_RULES or self.form == packing.FORGOTTEN:
            raise LookupError("not an ordinary attempt")
        self.country = self.head[1:].partition(" ")[0] if self.head.startswith("+") else ""
        self.quoted_head = quoted(self.head)[1:-1]
        self.state, self.validation = packing.STATE_TEXTS[state], packing.VALIDATION_TEXTS[validation]
        self.till, self.cashier = words.text(connection, till), words.text(connection, cashier)
        self.cashier_text = field("cashier", cashier)
        self.day_text = f',"day":{unpack_day(day)},"identifier_kind":"mobile"{field("journal_id", journal)}'
        self.program_text = field("program_id", program)
        self.end_text = (
            f'{field("service", service)},"state":"{self.state}"{field("till", till)},"validation":"{self.validation}"'
        )


class Ordinary(NamedTuple):
    """An ordinary attempt that has not been changed. Its texts are in ASCII, and empty if there is none.

    Attributes:
        common: what few attempts differ in.
        reference: its reference.
        value: the identifier's value.
        last: the last digits of the number.
        bill: the bill number.
        redemption_id: the service's id of the redemption.
        request_id: that of the answer.
        points: what the cashier asked for.
        moved_points: what the service took, if it said so.
        moved_value: what that is worth, likewise.
        balance: likewise.
        begun: when it was recorded first.
        at: when it was sent.
        changed: when its state changed.
    """

    common: Common
    reference: str
    value: str
    last: str
    bill: str
    redemption_id: str
    request_id: str
    points: Amount
    moved_points: Amount | None
    moved_value: Amount | None
    balance: Amount | None
    begun: str
    at: str
    changed: str


class FastAttempts:
    """Checks attempts of one connection."""

    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._connection = connection
        self._words = words
        self._common: dict[tuple[Any, ...], Common] = {}
        self._amounts: dict[Any, Amount] = {}
        self._letters: dict[str, str] = {}
        self._offset, self._midnight, self._date, self._zone = 0, -DAY_US, "", ""

    def check(self, row: Sequence[Any], facts: bytes) -> Ordinary | None:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one pass with few calls, because each takes as long as the rest
        """Returns what an export needs, if an attempt is ordinary and has not been changed.

        Args:
            row: the packed attempt. Other columns may follow.
            facts: the digest that its last event covers.
        """
        (
            seq, _, reference, state, kind, number, form, tail, member, shown, person, name, points, worth, bill,
            bill_key, loose, program, validation, till, cashier, service, journal, at_us, utc_offset, day, begun,
            changed, redemption_id, redemption_key, moved_points, moved_value, balance, request, user_id, salt, digest,
            remembered, rechecked, doubtful, refusal, more,
        ) = row[: packing.COLUMNS]  # fmt: skip
        if (
            (more, member, shown, person, bill_key, redemption_key, digest, rechecked, doubtful, refusal) != _NOTHING
            or kind != 0
            or form is None
            or salt is None
            or remembered != 1
            or not isinstance(utc_offset, int)
        ):
            return None
        try:
            if at_us <= 0:
                return None
            names = (form, program, validation, till, cashier, service, journal, state, day)
            common = self._common.get(names) or self._make_common(names)

            # The member. The names in the digest of a person are left out.
            digits = str(number)[1:]
            backwards = digits[::-1]
            national = digits.removeprefix(common.country) if common.country else digits
            value = owner = digits
            if common.form == "n":
                value = owner = national
            elif common.form == "+":
                value = f"+{digits}"
            if (
                not digits.isdecimal()
                or len(digits) > _LONGEST
                or tail != int(backwards[:COMPARED_DIGITS].ljust(COMPARED_DIGITS, "0"))
            ):
                return None
            last = digits[-LAST_DIGITS:]
            user = f'"{user_id}"' if type(user_id) is int else quoted(unpack_integer(user_id))
            personal = (
                f'["{value}","{common.quoted_head}{last}",{quoted(name or "")},"","","","","{digits}",'
                f'"{"" if national == digits else national}","{backwards}",{user},'
                f'"mobile:{(owner.lstrip("0") or "0")[-COMPARED_DIGITS:]}"]'
            )

            # The times. Most attempts are of the same day as the one before.
            since = at_us - self._midnight
            if utc_offset != self._offset or not 0 <= since < DAY_US:
                self._midnight, self._date, self._zone = local_day_of(at_us, utc_offset)
                self._offset, since = utc_offset, at_us - self._midnight
            date, zone = self._date, self._zone
            second, fraction = divmod(since, 1_000_000)
            at = f"{date}{second_text(second)}{f'.{fraction:06}' if fraction else ''}{zone}"
            since += changed
            if 0 <= since < DAY_US:
                second, fraction = divmod(since, 1_000_000)
                changed_at = f"{date}{second_text(second)}{f'.{fraction:06}' if fraction else ''}{zone}"
            else:
                changed_at = time_text(at_us + changed, utc_offset)
            begun_at = "" if begun is None else at if begun == 0 else time_text(at_us + begun, utc_offset)

            amounts = self._amounts
            # What the digest covers. The names are sorted, and empty ones are left out, as in `chain.facts_of`.
            its_balance = its_moved = its_taken = None
            balance_text = begun_text = bill_text = loose_text = moved_text = value_text = worth_text = ""
            redemption_text = request_text = request_id = its_loose = ""
            if balance is not None:
                its_balance = amounts.get(balance) or self._amount(balance)
                balance_text = f',"balance":"{its_balance[0]}"'
            if begun_at:
                begun_text = f',"begun":"{begun_at}"'
            if bill:
                bill_text = f',"bill":{quoted(bill)}'
                if key := bill.lower().strip():
                    bill_text += f',"bill_key":{quoted(key)}'
                    its_loose = self._loose_key(key)
                    if its_loose:
                        loose_text = f',"loose_key":"{its_loose}"'
            if loose != hash_of_text(its_loose):
                return None
            if moved_points is not None:
                its_moved = amounts.get(moved_points) or self._amount(moved_points)
                moved_text = f',"moved_points":"{its_moved[0]}"'
            if moved_value is not None:
                its_taken = amounts.get(moved_value) or self._amount(moved_value)
                value_text = f',"moved_value":"{its_taken[0]}"'
            its_points = amounts.get(points) or self._amount(points)
            if request is not None:
                if is_plain_id(request):
                    request_id = request.hex()
                    request_text = f',"redeemed_request_id":"{request_id}"'
                elif request_id := unpack_id(request):
                    request_text = f',"redeemed_request_id":{quoted(request_id)}'
            if redemption_id:
                redemption_text = f',"redemption_id":{quoted(redemption_id)}'
                if key := redemption_id.lower().strip():
                    redemption_text += f',"redemption_key":{quoted(key)}'
            if worth is not None:
                worth_text = f',"worth":"{(amounts.get(worth) or self._amount(worth))[0]}"'
            its_reference = unpack_reference(reference)
            covered = (
                f'{{"at":"{at}","at_us":{at_us}{balance_text}{begun_text}{bill_text}{common.cashier_text},'
                f'"changed":"{changed_at}","changed_us":{at_us + changed}{common.day_text}{loose_text}{moved_text}'
                f'{value_text},"person":"{sha256(salt + personal.encode()).hexdigest()}","points":"{its_points[0]}"'
                f'{common.program_text}{request_text}{redemption_text},"reference":{quoted(its_reference)},"sends":1,'
                f'"seq":{seq}{common.end_text}{worth_text}}}'
            )
            if sha256(covered.encode()).digest() != facts:
                return None
            bill, redemption_id = bill or "", redemption_id or ""
            # How other texts fold depends on the version of Python, and a record has them as they are.
            if not (bill.isascii() and redemption_id.isascii() and request_id.isascii() and its_reference.isascii()):
                return None
        except _DAMAGE:
            # The general way says what is wrong.
            return None
        # Faster than calling the class.
        return _new(
            Ordinary,
            (
                common, its_reference, value, last, bill, redemption_id, request_id, its_points, its_moved, its_taken,
                its_balance, begun_at, at, changed_at,
            ),
        )  # fmt: skip

    def _loose_key(self, key: str) -> str:
        """Returns what `loose_key` returns for a folded bill number in ASCII.

        Most bills are a number after letters and marks, which many of them share.
        """
        head = key.rstrip("0123456789")
        letters = self._letters.get(head)
        if letters is None:
            letters = loose_key(head)
            if letters and not letters.isalpha():
                return loose_key(key)
            if len(self._letters) > REMEMBERED:
                self._letters.clear()
            self._letters[head] = letters
        digits = key[len(head) :]
        return f"{letters}{digits.lstrip('0') or (digits[:1] if letters else '')}"

    def _make_common(self, names: tuple[Any, ...]) -> Common:
        if len(self._common) > REMEMBERED:
            self._common.clear()
        found = self._common[names] = Common(self._connection, self._words, names)
        return found

    def _amount(self, stored: Any) -> Amount:  # noqa: ANN401 - what a file holds
        if len(self._amounts) > REMEMBERED:
            self._amounts.clear()
        found = self._amounts[stored] = _amount(stored)
        return found


def _amount(stored: Any) -> Amount:  # noqa: ANN401 - what a file holds
    """Returns an amount that is stored as a number; see `small_values.unpack_amount` and `record_facts.plain_text`."""
    if not isinstance(stored, int):
        raise TypeError("an amount that is stored as a text is not ordinary")
    value, places = divmod(stored, AMOUNT_SCALES)
    digits = str(value)
    if not places and value >= 0:
        return digits, digits
    if value < 0:
        text = unpack_amount(stored) or ""
        return text, plain_text(text) or ""
    if len(digits) <= places:
        digits = digits.zfill(places + 1)
    text = f"{digits[:-places]}.{digits[-places:]}"
    return text, text.rstrip("0").rstrip(".")


def columns_of(found: dict[str, Any] | Ordinary) -> dict[str, Any]:
    """Returns the columns that an export needs, at least, of what is known of an attempt."""
    if not isinstance(found, Ordinary):
        return found
    common = found.common
    moved, value, balance = found.moved_points, found.moved_value, found.balance
    return {
        "reference": found.reference,
        "state": common.state,
        "identifier_value": found.value,
        "shown": common.head + found.last,
        "points": found.points[0],
        "bill": found.bill,
        "redemption_id": found.redemption_id,
        "moved_points": None if moved is None else moved[0],
        "moved_value": None if value is None else value[0],
        "balance": None if balance is None else balance[0],
        "redeemed_request_id": found.request_id,
        "code": "",
        "message": "",
        "request_id": "",
        "reversed_points": "",
        "at": found.at,
        "begun": found.begun,
        "changed": found.changed,
        "till": common.till,
        "cashier": common.cashier,
        "validation": common.validation,
    }
