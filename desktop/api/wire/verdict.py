"""Decides what an answer proves, by the two layers of status and by the HTTP status."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from desktop.api.wire import loose
from desktop.domain.failures import Call, Failure, Lost, Refused, Throttled, Unanswered

if TYPE_CHECKING:
    from desktop.api.exchange import Answer

REQUEST_ID = "x-cap-requestid"
"""Response header that support asks for."""

LOCKED = 521
"""Item code: another request for the same member is running, and nothing was done."""

TOO_MANY = 429
UNAUTHORISED = 401
FORBIDDEN = 403
NOT_FOUND = 404
EXPIRED_TOKEN = 498
NOT_ACCEPTED = frozenset({UNAUTHORISED, EXPIRED_TOKEN})
"""Codes with which the service says that it does not accept how a call is signed."""

_REFUSES_THE_CALL = frozenset({UNAUTHORISED, FORBIDDEN, NOT_FOUND, EXPIRED_TOKEN})
_REQUEST_TIMEOUT = 408
_LONGEST_WAIT = 86_400.0
_SECONDS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Status:
    """One layer of status.

    Attributes:
        success: None if it is neither true nor false.
        code: None if it is not a number.
        message: the service's own words.
    """

    success: bool | None = None
    code: int | None = None
    message: str = ""

    @classmethod
    def read(cls, value: object, *, hide: str = "") -> Status:
        """Reads a `status` or an `item_status`.

        Args:
            value: the object.
            hide: a secret that must not stay in the message, because the message goes to the journal.
        """
        fields = loose.only(value)
        message = loose.without_secret(loose.text(fields.get("message")), hide)
        return cls(loose.flag(fields.get("success")), loose.code(fields.get("code")), message)


def request_id(answer: Answer) -> str:
    """Returns `X-Cap-Requestid` of an answer; empty if there is none."""
    return loose.text(answer.headers.get(REQUEST_ID, ""))


def body_of(call: Call, answer: Answer) -> dict[str, object]:
    """Returns the object of an answer, out of its `response` if it is wrapped in one (older releases do not wrap it).

    Raises:
        Failure: there is no such object. The HTTP status alone decides which failure.
    """
    if answer.incomplete is not None:
        raise without_body(call, answer, answer.incomplete)
    try:
        whole = loose.only(loose.parse(answer.body))
    except loose.UnreadableError:
        raise without_body(call, answer, Lost.UNREADABLE) from None
    body = loose.only(whole["response"]) if not loose.is_blank(whole.get("response")) else whole
    if not body:
        raise without_body(call, answer, Lost.UNREADABLE)
    return body


def without_body(call: Call, answer: Answer, why: Lost, message: str = "") -> Failure:
    """Returns what the HTTP status alone proves.

    401, 498 and 429 come before anything is done, whatever their bodies say.
    """
    if answer.status in NOT_ACCEPTED:
        return Refused(call, answer.status, message, request_id=request_id(answer))
    if answer.status == TOO_MANY:
        return throttled(call, answer, TOO_MANY, message)
    if answer.status >= 500 and why in {Lost.UNREADABLE, Lost.CUT}:  # noqa: PLR2004 - HTTP's own class of server errors
        why = Lost.SERVER_ERROR
    return Unanswered(why, http_status=answer.status, message=message, request_id=request_id(answer))


def without_item(call: Call, answer: Answer, status: Status) -> Failure:
    """Returns what a readable answer proves that does not mention its one item.

    On redeem and reverse that is next to nothing: 'All requests have failed' is also said of items that have not.
    """
    if answer.status >= 500:  # noqa: PLR2004 - as above
        return server_error(answer, status)
    code = answer.status if answer.status in {FORBIDDEN, *NOT_ACCEPTED, TOO_MANY} else status.code
    if code in _REFUSES_THE_CALL:
        return Refused(call, code or 0, status.message, request_id=request_id(answer))
    if code == TOO_MANY:
        return throttled(call, answer, TOO_MANY, status.message)
    if status.code is not None and is_server_error(status.code):
        return server_error(answer, status)
    if call not in {Call.REDEEM, Call.REVERSE} and status.success is False and is_refusal(status.code):
        return Refused(call, status.code or 0, status.message, request_id=request_id(answer))
    return without_body(call, answer, Lost.UNREADABLE, status.message)


def of_item(call: Call, answer: Answer, item: Status) -> Failure:
    """Returns what an item's status proves if it is not a success. A status that contradicts itself proves nothing."""
    if item.success is not True and item.code in {LOCKED, TOO_MANY}:
        return throttled(call, answer, item.code, item.message)
    if item.code is not None and is_server_error(item.code):
        return server_error(answer, item)
    if item.success is False and is_refusal(item.code):
        return Refused(call, item.code or 0, item.message, request_id=request_id(answer))
    return contradictory(answer, item.message)


def stray(answer: Answer) -> Unanswered:
    """Returns the failure for an answer that belongs to another request, so that it says nothing about this one."""
    return Unanswered(Lost.STRAY, http_status=answer.status, request_id=request_id(answer))


def contradictory(answer: Answer, message: str = "") -> Unanswered:
    """Returns the failure for an answer that can be read but contradicts itself."""
    return Unanswered(Lost.CONTRADICTORY, http_status=answer.status, message=message, request_id=request_id(answer))


def server_error(answer: Answer, status: Status) -> Unanswered:
    """Returns the failure for an error of the service, with the number of the layer that said so: HTTP may be 200."""
    return Unanswered(
        Lost.SERVER_ERROR,
        http_status=answer.status if answer.status >= 500 or status.code is None else status.code,  # noqa: PLR2004 - as above
        message=status.message,
        request_id=request_id(answer),
    )


def throttled(call: Call, answer: Answer, code: int, message: str) -> Throttled:
    """Returns the failure that says: nothing was done, and the same request may be sent again."""
    return Throttled(call, code, retry_after=retry_after(answer), message=message, request_id=request_id(answer))


def is_server_error(code: int) -> bool:
    """True if a code says that the service failed, which leaves open how far it had come. 521 does not say so."""
    return (500 <= code <= 599 and code != LOCKED) or code == _REQUEST_TIMEOUT  # noqa: PLR2004 - HTTP's own class


def is_refusal(code: int | None) -> bool:
    """True if a code without success can be a refusal: it means neither success nor nothing at all."""
    return code is not None and code >= 300 and code not in {800, 1000} and not is_server_error(code)  # noqa: PLR2004 - 1xx and 2xx are no refusals


def is_error(code: int | None) -> bool:
    """True if a code says that the service refused or failed."""
    return code is not None and (is_refusal(code) or is_server_error(code))


def retry_after(answer: Answer) -> float | None:
    """Returns the seconds that the service asks to wait (`Retry-After`, seconds or a date); None if it does not say."""
    value = answer.headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(value):
        return min(float(value), _LONGEST_WAIT)
    until = _date(value)
    if until is None:
        return None
    # Measured by the service's own clock if the answer shows it, because the till's may be wrong.
    now = _date(answer.headers.get("date", "")) or datetime.now(UTC)
    return min(max((until - now).total_seconds(), 0.0), _LONGEST_WAIT)


def date_of(answer: Answer) -> datetime | None:
    """Returns the service's clock when it answered (`Date`); None if it does not say."""
    return _date(answer.headers.get("date", ""))


def _date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        # Garbled dates make the standard library's parser raise any of these.
        return None
    if moment.year == MAXYEAR:
        # In another time zone it could be beyond the calendar.
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
