"""Starts and stops the practice service, and gives access to its members, codes and faults."""

from __future__ import annotations

import threading
import time
from collections import deque
from typing import TYPE_CHECKING

from desktop.training.amounts import plain
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay, Forecast
from desktop.training.calls import LoyaltyCalls
from desktop.training.coded_members import ACCOUNTS
from desktop.training.ledger import Movement, Purse
from desktop.training.members import DEFAULT_PROGRAM, SampleMember

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.domain.failures import Call
    from desktop.training.codes import PhoneMessage
    from desktop.training.listener import Listener

MAX_REQUESTS_KEPT = 10_000

PASSWORD = "practice"  # noqa: S105 - opens only sample points on this machine, and is printed on purpose


class PracticeService:
    """A loyalty service on 127.0.0.1 with sample members, for training and for tests.

    Points, codes and redemptions live as long as this object. It can be stopped and started again on the same port.

    Args:
        port: the port to listen on; 0 for any free one.
        on_message: called for each code that is "sent", on a thread of the service.
        clock: a monotonic clock, in seconds.
        code_valid_for: how long a code is valid, in seconds.

    Attributes:
        till: the user name for Basic authentication.
        password: the till's password. The client sends its MD5 hex digest.
        forecast: the scheduled faults.
        calls: carries out the calls.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        on_message: Callable[[PhoneMessage], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
        code_valid_for: float = 900.0,
    ) -> None:
        self.till = TILL
        self.password = PASSWORD
        self.forecast = Forecast()
        self.calls = LoyaltyCalls(clock=clock, code_valid_for=code_valid_for, on_message=on_message)
        self._requests: deque[Mapping[str, object]] = deque(maxlen=MAX_REQUESTS_KEPT)
        self._requests_lock = threading.Lock()
        self._port = port
        self._listener: Listener | None = None
        self._stopping = threading.Event()

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`, known after the first start.

        Raises:
            RuntimeError: if the port is 0 and the service was never started.
        """
        if not self._port:
            raise RuntimeError("the practice service has no address until it is started")
        return f"http://127.0.0.1:{self._port}"

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

    def start(self) -> None:
        """Starts listening, and returns when the service is ready. Has no effect if it is already listening.

        Raises:
            OSError: if the port is not available.
        """
        if self._listener is not None:
            return
        # werkzeug takes longer to import than the first paint may.
        from desktop.training.application import PracticeApplication
        from desktop.training.listener import Listener

        self._stopping = threading.Event()
        self._listener = Listener(self._port, PracticeApplication(self, self._stopping).respond)
        self._port = self._listener.port

    def stop(self) -> None:
        """Stops listening and ends every connection at once, even one that hangs. Has no effect if it is stopped."""
        if self._listener is None:
            return
        self._stopping.set()
        self._listener.stop()
        self._listener = None

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
        """The calls received, oldest first: method, path, query_names, query, body, headers except Authorization."""
        with self._requests_lock:
            return tuple(self._requests)

    def note_request(self, request: Mapping[str, object]) -> None:
        """Stores a call for `requests`."""
        with self._requests_lock:
            self._requests.append(request)

    def reset(self) -> None:
        """Restores the initial state: balances, codes, redemptions, requests and faults."""
        self.calls.reset()
        self.forecast.announce(None)
        with self._requests_lock:
            self._requests.clear()

    def describe(self) -> dict[str, object]:
        """Returns what `points-till training-server` prints: url, till, password and members, ready for JSON."""
        return {
            "url": self.url,
            "till": self.till,
            "password": self.password,
            "members": [
                {"mobile": one.mobile, "name": one.name, "points": plain(one.points), "case": one.case}
                for one in self.members
            ],
        }
