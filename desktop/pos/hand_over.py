"""Reads what the POS hands over: the customer, the fields to fill in, and the file for the outcome."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.hand_over_record import RESULT, HandOverRecord
from desktop.domain.prefill import Prefill, read_amount
from desktop.domain.redemption import new_reference
from desktop.domain.result_record import result
from desktop.pos import result_file
from desktop.pos.handed_text import TextError, clean, clean_amount, clean_bill, clean_cashier, clean_limit, clean_mobile
from desktop.pos.start_arguments import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from desktop.pos.reports import Caller
    from desktop.pos.start_arguments import StartArguments


@dataclass(frozen=True, slots=True)
class HandOver:
    """A customer that the POS hands over.

    Attributes:
        prefill: the fields to fill in.
        result: the file for the outcome; empty for none.
        caller: the program that waits; None if this program was started for it, or for a link.
        by_link: a link handed it over while the window was open: no program waits for the outcome.
        give_back: the reference of a redemption of which points are to be given back; empty for a bill.
        id: of the hand-over, in the journal and in what the till remembers for the POS; empty for a link.
        settings: what the command line of a second start sets, by its name. The window must agree.
    """

    prefill: Prefill
    result: str
    caller: Caller | None = None
    by_link: bool = False
    give_back: str = ""
    id: str = ""
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_own(self) -> bool:
        """True if this program was started for it."""
        return self.caller is None and not self.by_link

    @property
    def is_from_interface(self) -> bool:
        """True if the local interface handed it over."""
        return self.caller is not None and bool(self.caller.hand_over_id)

    @property
    def is_remembered(self) -> bool:
        """True if the POS learns its outcome even if the till ends before: from a file, or from the local interface."""
        return bool(self.result) or self.is_from_interface


def facts_of(hand_over: HandOver) -> dict[str, object]:
    """Returns what the log says of a hand-over: by which way it came, but not who the member is."""
    way = "link" if hand_over.by_link else "own start" if hand_over.is_own else "second start"
    way = "interface" if hand_over.is_from_interface else way
    # What the POS calls a reference may be anything, so it is not named as one.
    return {"way": way, "has_bill": bool(hand_over.prefill.bill), "to_give_back": hand_over.give_back}


_FILE = "the file for the outcome {}"

CANNOT_BE_CHECKED = _FILE.format("cannot be checked")
"""Why a hand-over is rejected if the folder of its file does not answer."""


class HandOverError(ValueError):
    """A hand-over that is rejected, with the reason in plain English."""


def own_hand_over(arguments: StartArguments) -> HandOver:
    """Returns the hand-over that this program was started for."""
    path = str(arguments.result) if arguments.result else ""
    return HandOver(prefill_of(fields_of(arguments)), path, give_back=arguments.give_back or "", id=_new_id())


def read_hand_over(message: Mapping[str, Any], caller: Caller) -> HandOver:
    """Reads what a second start or a link handed over to this window. `with_checked_file` checks the file of it.

    A second start checks its command line itself. But it may be an older version, or another program.

    Args:
        message: what was handed over.
        caller: the connection that waits for the outcome, unless it is a link.

    Raises:
        HandOverError: a field is not clean text, or the file is not named by its whole path. A link must name none.
    """
    by_link, named = message.get("by_link") is True, message.get("result")
    path = ""
    try:
        prefill = prefill_of(message)
        give_back = _give_back_of(message, prefill)
        if give_back and by_link:
            raise HandOverError("a link cannot ask to give points back")
        if named is not None:
            if by_link or not isinstance(named, str) or not os.path.isabs(named):  # noqa: PTH117 - it may not be a path
                raise HandOverError("the file for the outcome cannot be named in this way")
            path = named
    except TextError as error:
        raise HandOverError(str(error)) from error
    asked = message.get("settings")
    settings = asked if isinstance(asked, dict) else {}
    if by_link:
        return HandOver(prefill, path, by_link=True, settings=settings)
    return HandOver(prefill, path, caller, give_back=give_back, id=_new_id(), settings=settings)


def with_checked_file(hand_over: HandOver, own: Sequence[Path]) -> HandOver:
    """Returns a hand-over with the resolved path of its file. A slow network share can hold it up for minutes.

    Args:
        hand_over: one that names a file.
        own: the till's own folders (`paths.own_folders`).

    Raises:
        HandOverError: the file cannot take an outcome.
    """
    try:
        return replace(hand_over, result=str(result_file.check(Path(hand_over.result), own)))
    except result_file.ResultFileError as error:
        raise HandOverError(_FILE.format(error.strerror)) from error


def not_handed_over(why: object) -> str:
    """Returns what the caller reads if its hand-over is rejected, in plain English."""
    return f"nothing was handed over: {why}"


def nothing_done(hand_over: HandOver) -> dict[str, str | None]:
    """Returns the result if nothing was sent for a hand-over."""
    at = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    prefill, give_back = hand_over.prefill, hand_over.give_back
    made = result(None, mobile=prefill.mobile, bill=prefill.bill, at=at)
    points = prefill.points if give_back else ""
    return made | {"external_reference_number": give_back or None, "points_requested": points or None}


def record_of(hand_over: HandOver) -> HandOverRecord:
    """Returns what the till remembers of a hand-over until the POS has its file."""
    fields = _fields(hand_over.prefill, hand_over.give_back) | {RESULT: hand_over.result}
    return HandOverRecord(id=hand_over.id, at=datetime.now(UTC).astimezone(), fields=fields)


def _new_id() -> str:
    return new_reference(datetime.now(UTC).astimezone())


def read_request(message: Mapping[str, Any]) -> dict[str, str]:
    """Returns the fields of a hand-over by their names, cleaned. Fields that were not handed over are left out.

    Raises:
        HandOverError: a field is not clean text, or a bill and points to give back are handed over together.
    """
    try:
        prefill = prefill_of(message)
        give_back = _give_back_of(message, prefill)
    except TextError as error:
        raise HandOverError(str(error)) from error
    return _fields(prefill, give_back)


def _fields(prefill: Prefill, give_back: str) -> dict[str, str]:
    found = {
        "mobile": prefill.mobile,
        "points": prefill.points,
        "bill": prefill.bill,
        "cashier": prefill.cashier,
        "bill_amount": "" if prefill.amount is None else str(prefill.amount),
        "max_points": "" if prefill.max_points is None else str(prefill.max_points),
        "give_back": give_back,
    }
    return {name: value for name, value in found.items() if value}


def _give_back_of(message: Mapping[str, Any], prefill: Prefill) -> str:
    """Reads the reference of the redemption to give back; empty for a bill.

    Raises:
        TextError: it is not clean text, or comes with something of a bill.
    """
    value = message.get("give_back")
    if value is None:
        return ""
    reference = clean("give_back", value) if isinstance(value, str) else ""
    if not reference:
        raise TextError("give_back is no reference")
    if prefill != Prefill(points=prefill.points):
        raise TextError("give_back goes with points only")
    return reference


def prefill_of(message: Mapping[str, Any]) -> Prefill:
    """Reads the fields that another start handed over.

    Raises:
        TextError: a field is not text, has characters that cannot be shown, or is no number or amount where it must be.
    """

    def text(name: str, check: Callable[[str, str], str] = clean) -> str:
        value = message.get(name)
        if value is None or (value == "" and check is not clean_limit):
            return ""
        if not isinstance(value, str):
            raise TextError(f"{name} is not text")
        return check(name, value)

    def amount(name: str, check: Callable[[str, str], str] = clean_amount) -> Decimal | None:
        value = text(name, check)
        return read_amount(value) if value else None

    return Prefill(
        mobile=text("mobile", clean_mobile),
        points=text("points", clean_amount),
        bill=text("bill", clean_bill),
        cashier=text("cashier", clean_cashier),
        amount=amount("bill_amount"),
        max_points=amount("max_points", clean_limit),
    )
