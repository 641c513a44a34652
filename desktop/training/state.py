"""Holds what the practice service knows: members, codes, redemptions, faults, and the calls that it received."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING

from desktop.training.amounts import plain
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay, Forecast
from desktop.training.calls import LoyaltyCalls
from desktop.training.coded_members import ACCOUNTS
from desktop.training.ledger import Movement, Purse
from desktop.training.members import DEFAULT_PROGRAM, SampleMember
from desktop.training.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.domain.access import OAuthClient
    from desktop.domain.failures import Call
    from desktop.training.codes import PhoneMessage

MAX_REQUESTS_KEPT = 10_000

PASSWORD = "practice"  # noqa: S105 - opens only sample points on this machine, and is printed on purpose


class PracticeState:
    """The practice service without its connections. The HTTP side works on it.

    Args:
        clock: a monotonic clock, in seconds.
        code_valid_for: how long a code is valid, in seconds.
        on_message: called for each code that is "sent", on a thread of the service.

    Attributes:
        till: the user name for Basic authentication.
        password: the till's password. The client sends its MD5 hex digest. It can be changed at any time.
        tokens: the tokens for tills that sign in with a key and a secret.
        forecast: the scheduled faults.
        calls: carries out the calls.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        code_valid_for: float,
        on_message: Callable[[PhoneMessage], None] | None = None,
    ) -> None:
        self.till = TILL
        self.password = PASSWORD
        self.tokens = Tokens(clock)
        self.forecast = Forecast()
        self.calls = LoyaltyCalls(clock=clock, code_valid_for=code_valid_for, on_message=on_message)
        self._requests: deque[Mapping[str, object]] = deque(maxlen=MAX_REQUESTS_KEPT)
        self._requests_lock = threading.Lock()

    @property
    def client(self) -> OAuthClient:
        """The key and secret that give tokens."""
        return self.tokens.client

    @property
    def members(self) -> tuple[SampleMember, ...]:
        """Every sample member with the current balance."""
        return tuple(
            SampleMember(
                account.mobile,
                account.name,
                self.calls.ledger.balance(Purse(account.merged_into or account.mobile, DEFAULT_PROGRAM)),
                account.case,
            )
            for account in ACCOUNTS
        )

    def codes(self) -> dict[str, str]:
        """The newest code of each member, by mobile number (digits with the country code)."""
        return self.calls.codes.latest()

    def expire_codes(self) -> None:
        """Expires every code that was sent."""
        self.calls.codes.expire()

    def bad_day(
        self,
        bad_day: BadDay | None,
        times: int | None = None,
        *,
        call: Call | None = None,
        seconds: float | None = None,
        also: bool = False,
    ) -> None:
        """Schedules a fault for the next calls; see `Forecast.announce`.

        Args:
            bad_day: the fault; None cancels all faults.
            times: how many calls it affects; None for every call until the next change.
            call: the only call that it affects; None for the calls of the fault itself.
            seconds: its duration, if it has one; None for its default.
            also: keeps the faults that were scheduled before.

        Raises:
            ValueError: if `times` is less than 1 or `seconds` is negative.
        """
        self.forecast.announce(bad_day, times, call=call, seconds=seconds, also=also)

    def ledger(self) -> tuple[Movement, ...]:
        """Every redemption that really happened, oldest first."""
        return self.calls.ledger.movements()

    def requests(self) -> tuple[Mapping[str, object], ...]:
        """Returns the calls received, oldest first: method, path, query_names, query, body, headers.

        The header that signs a call is left out, and the body of a call for a token.
        """
        with self._requests_lock:
            return tuple(self._requests)

    def note_request(self, request: Mapping[str, object]) -> None:
        """Stores a call for `requests`."""
        with self._requests_lock:
            self._requests.append(request)

    def reset(self) -> None:
        """Restores the initial state: balances, codes, redemptions, requests and faults."""
        self.calls.reset()
        self.password = PASSWORD
        self.tokens.reset()
        self.forecast.announce(None)
        with self._requests_lock:
            self._requests.clear()

    def describe_members(self) -> list[dict[str, str]]:
        """Returns the sample members, ready for JSON."""
        return [
            {"mobile": one.mobile, "name": one.name, "points": plain(one.points), "case": one.case}
            for one in self.members
        ]
