"""Lists the faults that the practice service can simulate, and schedules them."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.failures import Call

if TYPE_CHECKING:
    from collections.abc import Mapping


class BadDay(StrEnum):
    """A simulated fault. The values are stable names; the labels are for a menu."""

    SLOW = "slow"
    HANG = "hang"
    HANG_AFTER = "hang_after"
    DRIP = "drip"
    ANSWER_LOST = "answer_lost"
    CUT_BEFORE = "cut_before"
    ERROR_429 = "error_429"
    ERROR_429_RETRY_AFTER = "error_429_retry_after"
    BUSY_521 = "busy_521"
    PAGE_520 = "page_520"
    PAGE_520_MOVED = "page_520_moved"
    ERROR_500 = "error_500"
    ERROR_502 = "error_502"
    ERROR_503 = "error_503"
    ERROR_504 = "error_504"
    EXPIRED_CODE = "expired_code"
    WRONG_CODE = "wrong_code"
    LOOSE_TYPES = "loose_types"
    TRUNCATED = "truncated"
    HALF_JSON = "half_json"
    REDEMPTION_SHOWS_LATE = "redemption_shows_late"
    LOOKUP_IGNORES_REFERENCE = "lookup_ignores_reference"
    REVERSAL_SHOWS_LATE = "reversal_shows_late"
    REVERSAL_REFUSED_AFTER = "reversal_refused_after"
    ACCESS_REFUSED = "access_refused"
    ACCESS_REFUSED_MOVED = "access_refused_moved"
    TOKEN_EXPIRED = "token_expired"  # noqa: S105 - a fault's name
    TOKEN_EXPIRED_MOVED = "token_expired_moved"  # noqa: S105 - a fault's name
    TOKEN_EXPIRES_AT_ONCE = "token_expires_at_once"  # noqa: S105 - a fault's name
    TOKEN_NOT_GIVEN = "token_not_given"  # noqa: S105 - a fault's name
    TOKEN_HANGS = "token_hangs"  # noqa: S105 - a fault's name
    TOKEN_CUT = "token_cut"  # noqa: S105 - a fault's name
    TOKEN_UNREADABLE = "token_unreadable"  # noqa: S105 - a fault's name
    KEY_REFUSED = "key_refused"

    @property
    def label(self) -> str:
        """A short description in English."""
        return _LABELS[self]

    @property
    def calls(self) -> frozenset[Call]:
        """The calls that this fault affects unless the caller names one."""
        if self is BadDay.LOOKUP_IGNORES_REFERENCE:
            return frozenset({Call.FIND_REDEMPTIONS})
        if self in _TOKENS:
            return frozenset({Call.TOKEN})
        if self in _REVERSALS:
            return frozenset({Call.REVERSE})
        if self in _REDEMPTIONS:
            return frozenset({Call.REDEEM})
        # The till asks about expiring points by itself, which must not use up the fault that the cashier chose.
        every_call = frozenset(Call) - {Call.EXPIRING, Call.STORE_REPORT, Call.TOKEN}
        return every_call if self in _EVERY_CALL else frozenset({Call.REDEEM, Call.REVERSE})

    @property
    def needs_tokens(self) -> bool:
        """True if it cannot happen to a till that signs in with name and password."""
        return self in _TOKENS | {BadDay.TOKEN_EXPIRED, BadDay.TOKEN_EXPIRED_MOVED}

    @property
    def seconds(self) -> float:
        """The default duration: the wait, the time between two bytes, or the delay before a redemption shows."""
        return _SECONDS.get(self, 0.0)


_LABELS: Mapping[BadDay, str] = {
    BadDay.SLOW: "Every answer takes 2 seconds",
    BadDay.HANG: "No answer ever comes, nothing is done",
    BadDay.HANG_AFTER: "The points move, then no answer ever comes",
    BadDay.DRIP: "The answer comes byte by byte",
    BadDay.ANSWER_LOST: "The points move, then the answer is lost",
    BadDay.CUT_BEFORE: "The connection is cut before anything is done",
    BadDay.ERROR_429: "The service asks to come back later",
    BadDay.ERROR_429_RETRY_AFTER: "The service says when to come back",
    BadDay.BUSY_521: "The member is being served elsewhere",
    BadDay.PAGE_520: "An error page comes, nothing is done",
    BadDay.PAGE_520_MOVED: "The points move, then an error page comes",
    BadDay.ERROR_500: "The service has a fault",
    BadDay.ERROR_502: "The service is down",
    BadDay.ERROR_503: "The service is closed for a while",
    BadDay.ERROR_504: "The service takes too long and gives up",
    BadDay.EXPIRED_CODE: "The code has expired",
    BadDay.WRONG_CODE: "The member reads out a wrong code",
    BadDay.LOOSE_TYPES: "Answers are written in another way",
    BadDay.TRUNCATED: "The points move, then the answer breaks off",
    BadDay.HALF_JSON: "The points move, the answer is half of one",
    BadDay.REDEMPTION_SHOWS_LATE: "Redemptions show up late",
    BadDay.LOOKUP_IGNORES_REFERENCE: "Look-ups show every redemption",
    BadDay.REVERSAL_SHOWS_LATE: "Points that came back show up late",
    BadDay.REVERSAL_REFUSED_AFTER: "The points come back, then the service says no",
    BadDay.ACCESS_REFUSED: "The service does not accept this till",
    BadDay.ACCESS_REFUSED_MOVED: "The points move, then the till is not accepted",
    BadDay.TOKEN_EXPIRED: "The service says that the token has expired",
    BadDay.TOKEN_EXPIRED_MOVED: "The points move, then the token has expired",
    BadDay.TOKEN_EXPIRES_AT_ONCE: "A new token expires at once",
    BadDay.TOKEN_NOT_GIVEN: "The service gives no token",
    BadDay.TOKEN_HANGS: "No answer comes when a token is asked for",
    BadDay.TOKEN_CUT: "The connection is cut when a token is asked for",
    BadDay.TOKEN_UNREADABLE: "Something else comes in place of a token",
    BadDay.KEY_REFUSED: "The service does not accept key and secret",
}

_EVERY_CALL = frozenset({BadDay.SLOW, BadDay.HANG, BadDay.LOOSE_TYPES, BadDay.ERROR_429, BadDay.ERROR_429_RETRY_AFTER})

_REDEMPTIONS = frozenset({BadDay.EXPIRED_CODE, BadDay.WRONG_CODE, BadDay.REDEMPTION_SHOWS_LATE})
"""Faults that only a redemption can have."""

_REVERSALS = frozenset({BadDay.REVERSAL_SHOWS_LATE, BadDay.REVERSAL_REFUSED_AFTER})
"""Faults that only giving points back can have."""

_TOKENS = frozenset(
    {
        BadDay.TOKEN_EXPIRES_AT_ONCE,
        BadDay.TOKEN_NOT_GIVEN,
        BadDay.TOKEN_HANGS,
        BadDay.TOKEN_CUT,
        BadDay.TOKEN_UNREADABLE,
        BadDay.KEY_REFUSED,
    }
)
"""Faults that only a call for a token can have."""

_SECONDS: Mapping[BadDay, float] = {
    BadDay.SLOW: 2.0,
    BadDay.DRIP: 0.2,
    BadDay.ERROR_429_RETRY_AFTER: 2.0,
    BadDay.REDEMPTION_SHOWS_LATE: 10.0,
    BadDay.REVERSAL_SHOWS_LATE: 10.0,
}


@dataclass(slots=True)
class _Scheduled:
    calls: frozenset[Call]
    seconds: float
    times: int | None


class Forecast:
    """The faults scheduled for the next calls. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._scheduled: dict[BadDay, _Scheduled] = {}

    def announce(
        self,
        bad_day: BadDay | None,
        times: int | None = None,
        *,
        call: Call | None = None,
        seconds: float | None = None,
        also: bool = False,
    ) -> None:
        """Schedules a fault.

        Args:
            bad_day: the fault; None cancels all faults.
            times: how many calls it affects; None for every call until the next `announce`.
            call: the only call that it affects; None for `BadDay.calls`.
            seconds: its duration; None for `BadDay.seconds`.
            also: keeps the faults that were scheduled before.

        Raises:
            ValueError: if `times` is less than 1 or `seconds` is negative.
        """
        if (times is not None and times < 1) or (seconds is not None and seconds < 0):
            raise ValueError("times must be 1 or more, seconds 0 or more")
        with self._lock:
            if not also:
                self._scheduled.clear()
            if bad_day is not None:
                self._scheduled[bad_day] = _Scheduled(
                    bad_day.calls if call is None else frozenset({call}),
                    bad_day.seconds if seconds is None else seconds,
                    times,
                )

    @property
    def is_fine(self) -> bool:
        """True if no fault is scheduled."""
        with self._lock:
            return not self._scheduled

    def begin_call(self, call: Call) -> dict[BadDay, float]:
        """Returns the faults for this call with their durations, and counts the call."""
        with self._lock:
            today = {bad_day: one.seconds for bad_day, one in self._scheduled.items() if call in one.calls}
            for bad_day in today:
                one = self._scheduled[bad_day]
                if one.times is not None:
                    one.times -= 1
                    if one.times == 0:
                        del self._scheduled[bad_day]
            return today
