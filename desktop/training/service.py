"""Owns the practice service as the rest of the program sees it: start, stop, its members, codes and bad days."""

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

MOST_REQUESTS_KEPT = 10_000

PASSWORD = "practice"  # noqa: S105 - it opens nothing but sample points on this machine, and is printed on purpose


class PracticeService:
    """A loyalty service on 127.0.0.1 with sample members, for training and for tests.

    Points, codes and redemptions live as long as this object; it can be stopped and started again, on the same port.

    Args:
        port: where to listen; 0 for any free one.
        on_message: told of every code that is "sent", on a thread of the service.
        clock: seconds that only go forward.
        code_valid_for: seconds that a code is good for.

    Attributes:
        till: the user of Basic authentication.
        password: the till's password, of which the MD5 hex digest is sent.
        forecast: the bad days to come.
        calls: what the service does in each call.
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
        self._requests: deque[Mapping[str, object]] = deque(maxlen=MOST_REQUESTS_KEPT)
        self._requests_lock = threading.Lock()
        self._port = port
        self._listener: Listener | None = None
        self._stopping = threading.Event()

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`, known once the service was started.

        Raises:
            RuntimeError: before that, where any free port was asked for.
        """
        if not self._port:
            raise RuntimeError("the practice service has no address before it was started")
        return f"http://127.0.0.1:{self._port}"

    @property
    def members(self) -> tuple[SampleMember, ...]:
        """Every sample member, with what they have now."""
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
        """Starts listening; returns when it does. Nothing happens where it does already.

        Raises:
            OSError: where the port cannot be had.
        """
        if self._listener is not None:
            return
        # werkzeug takes longer to import than the first paint may.
        from desktop.training.application import Application
        from desktop.training.listener import Listener

        self._stopping = threading.Event()
        self._listener = Listener(self._port, Application(self, self._stopping).respond)
        self._port = self._listener.port

    def stop(self) -> None:
        """Stops listening and ends every connection at once, one that hangs too. Does nothing where it is stopped."""
        if self._listener is None:
            return
        self._stopping.set()
        self._listener.stop()
        self._listener = None

    def codes(self) -> dict[str, str]:
        """The codes sent so far, by mobile number (digits with the country code); the newest for each member."""
        return self.calls.codes.latest()

    def expire_codes(self) -> None:
        """Lets every code that was sent expire now."""
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
        """Makes something go wrong in the calls to come; see `Forecast.announce`.

        Args:
            bad_day: what goes wrong; None for nothing any more.
            times: in how many of its calls; None until changed.
            call: only in this call; None for those that the bad day is about.
            seconds: how long, where it is about time; None for its own.
            also: whether the bad days announced before stay.

        Raises:
            ValueError: for fewer than 1 times, or less than no time.
        """
        self.forecast.announce(bad_day, times, call=call, seconds=seconds, also=also)

    def ledger(self) -> tuple[Movement, ...]:
        """Every redemption that really happened, oldest first."""
        return self.calls.ledger.movements()

    def requests(self) -> tuple[Mapping[str, object], ...]:
        """The calls received, oldest first: method, path, query_names, query, body, headers but for Authorization."""
        with self._requests_lock:
            return tuple(self._requests)

    def note_request(self, request: Mapping[str, object]) -> None:
        """Keeps a call for `requests`."""
        with self._requests_lock:
            self._requests.append(request)

    def reset(self) -> None:
        """Starts again, as on the first day: balances, codes, redemptions, requests and bad days."""
        self.calls.reset()
        self.forecast.announce(None)
        with self._requests_lock:
            self._requests.clear()

    def describe(self) -> dict[str, object]:
        """What `points-till training-server` prints: url, till, password and members, ready for JSON."""
        return {
            "url": self.url,
            "till": self.till,
            "password": self.password,
            "members": [
                {"mobile": one.mobile, "name": one.name, "points": plain(one.points), "case": one.case}
                for one in self.members
            ],
        }
