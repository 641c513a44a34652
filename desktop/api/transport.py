"""Sends requests and receives answers: session, deadlines, and whether a failed request can have left."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
import warnings
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from urllib3.exceptions import ProxyError, SystemTimeWarning

from desktop import __version__
from desktop.api.connections import SendGate, Session, headers_of, using_gate
from desktop.api.evidence import failure, lost
from desktop.api.exchange import Answer
from desktop.api.network import Network, proxy_for
from desktop.api.rate_limit import RateLimit
from desktop.domain.failures import Failure, Lost, NotSent, Unanswered, Unsent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from urllib3.response import BaseHTTPResponse

    from desktop.api.access import Access
    from desktop.api.exchange import Request

_log = logging.getLogger(__name__)

# urllib3 puts whole addresses, and with them members' numbers, into its debug and warning messages.
logging.getLogger("urllib3").setLevel(logging.ERROR)

# It prints this at a till whose clock stands before its own release. The till and its doctor say so in their own words.
warnings.simplefilter("ignore", SystemTimeWarning)

MAX_BODY = 4 * 1024 * 1024
"""Bytes. A page of 500 redemptions takes well under one megabyte, so a larger body is no answer to a till."""

IDLE_LIMIT = 30.0
"""Seconds after which a kept connection is not used for a question any more: routers forget idle ones in minutes."""

REDEEM_IDLE_LIMIT = 4.0
"""Seconds after which a kept connection is not used for a call that moves points either.

The shortest common keep-alive is 5 s (Apache, Node). A redemption that is sent just as the connection closes is lost.
"""

_OPENING_FACTOR = 2
"""How many connect timeouts the name look-up, connecting, a proxy and TLS may take together.

With only one, a name with two addresses could never be reached if the first one is dead.
"""

_CLOSE_TIMEOUT = 0.5
"""Seconds that closing waits for threads whose calls were given up.

A thread that hangs in a name look-up is left behind.
"""

_CHUNK = 64 * 1024


class _PendingCall:
    """One call on a thread of its own, so that the caller can stop waiting for it.

    Attributes:
        session: what the call is made with; None until its thread has made one.
        finished: set when there is an outcome, or when the caller has stopped waiting for one.
        stopped: whether the program ends.
        head: status line and headers, as soon as they were read.
        outcome: the answer or the failure.
        given_up: whether the caller has stopped waiting. Head and outcome then no longer change: cutting the connection
            makes up later ones, for example headers that seem to end at the cut.
    """

    def __init__(self, gate: SendGate, session: Session | None) -> None:
        self.gate = gate
        self.session = session
        self.finished = threading.Event()
        self.stopped = False
        self.given_up = False
        self.head: Answer | None = None
        self.outcome: Answer | Failure | None = None
        self._lock = threading.Lock()

    def run(self, work: Callable[[_PendingCall, Session], Answer], network: Network) -> None:
        """Makes the call. This is the thread's function."""
        try:
            # Here, because a file of authorities may be on a drive that hangs.
            session = self.session = self.session or _new_session(network)
            with using_gate(self.gate):
                outcome: Answer | Failure = work(self, session)
        except NotSent as unsent:
            outcome = unsent
        except Exception as error:  # noqa: BLE001 - for any error, what counts is whether a byte had left
            outcome = failure(error, self.gate)
        with self._lock:
            if not self.given_up:
                self.outcome = outcome
        if self.given_up:
            self.close_session()
        self.gate.under_way.set()
        self.finished.set()

    def close_session(self) -> None:
        """Closes the session if there is one."""
        if self.session is not None:
            self.session.close()

    def keep_head(self, head: Answer) -> None:
        """Remembers the status line, which counts whether or not the body follows."""
        with self._lock:
            if not self.given_up:
                self.head = head

    def give_up(self) -> bool:
        """Ends the call, and returns whether a byte of the request may have left.

        An outcome that is there already stays.
        """
        with self._lock:
            self.given_up = True
            return self.gate.give_up()

    def give_up_unsent(self) -> bool:
        """Ends the call unless a byte may have left already, and returns whether it is ended now."""
        with self._lock:
            ended = self.gate.give_up_unsent()
            self.given_up = self.given_up or ended
            return ended

    def stop(self) -> None:
        """Ends the call because the program ends."""
        self.stopped = True
        self.give_up()
        self.gate.under_way.set()
        self.finished.set()


class Transport:
    """Sends the calls of one till to one service: one kept session, one call at a time, a deadline for each whole call.

    Args:
        base_url: the service's address, without a trailing slash.
        access: signs the requests; shared by all transports of one till.
        connect_timeout: seconds to wait for a connection to one address; opening takes at most twice as long.
        call_timeout: seconds for the whole of a call, from the name look-up to the last byte of the answer.
        rate_limit: shared if several transports serve one till.
        headers: sent with every request in addition to those that the service always wants.
        network: the way to the service.
        has_left: set whenever a request has left.

    Attributes:
        last_head: status line and headers of the last answer; None if the last call got none.
    """

    def __init__(
        self,
        base_url: str,
        access: Access,
        *,
        connect_timeout: float = 5.0,
        call_timeout: float = 20.0,
        rate_limit: RateLimit | None = None,
        headers: Mapping[str, str] | None = None,
        network: Network | None = None,
        has_left: threading.Event | None = None,
    ) -> None:
        self._has_left = has_left
        self._network = network or Network()
        self._base_url = base_url.rstrip("/")
        self._access = access
        self._signed: Mapping[str, str] = {}
        self._connect_timeout = connect_timeout
        self._call_timeout = call_timeout
        self._rate_limit = rate_limit or RateLimit(100)
        self._headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "Content-Type": "application/json",
            "User-Agent": f"points-till/{__version__}",
            **(headers or {}),
        }
        self._turn = threading.Lock()
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._session: Session | None = None
        self._pending: _PendingCall | None = None
        self._is_preparing = self._is_cancelled = False
        self._interrupted = threading.Event()
        self.last_head: Answer | None = None
        self._abandoned: list[threading.Thread] = []

    def __repr__(self) -> str:
        return f"Transport({self._base_url})"

    def call(self, request: Request, *, moves_points: bool = False) -> Answer:
        """Signs a request, sends it once, and waits for the answer.

        The deadline starts only after the wait for the rate limit, and after the call for a token if there is one.

        Args:
            request: what to send.
            moves_points: True if the request moves points. It may use the reserve of the rate limit, and never uses an
                ageing connection.

        Raises:
            NotSent: no byte of it left, and none will.
            Unanswered: it may have arrived, and not even a status line came back.
        """
        with self._preparing():
            self._wait_for_turn(moves_points=moves_points)
            signed = self._signed = self._access.headers(self)
        return self._run(
            lambda pending, session: self._exchange(pending, session, request, signed),
            seconds=self._call_timeout,
            idle_limit=REDEEM_IDLE_LIMIT if moves_points else IDLE_LIMIT,
        )

    def renew_access(self) -> bool:
        """Looks for another password or token, after the service did not accept that of the last call (401, 498).

        Returns:
            True if the next call is signed differently, so that it may be accepted.
        """
        return self._access.renew(self._signed)

    def send_unsigned(self, request: Request) -> Answer:
        """See `api.access.Line`. The reserve of the rate limit may be used, because a redemption may need the token."""
        self._wait_for_turn(moves_points=True)
        return self._run(
            lambda pending, session: self._exchange(pending, session, request, {}),
            seconds=self._call_timeout,
            # A connection that ages could fail the call, and with it the one that needs the token.
            idle_limit=REDEEM_IDLE_LIMIT,
        )

    def is_wanted(self) -> bool:
        """See `api.access.Line`."""
        with self._lock:
            return not self._is_cancelled and not self._stopped.is_set()

    @contextlib.contextmanager
    def _preparing(self) -> Iterator[None]:
        """Lets `cancel` and `abort` end what a call waits for before it begins: the rate limit, and a token."""
        with self._lock:
            self._is_preparing, self._is_cancelled = True, False
            if not self._stopped.is_set():
                self._interrupted.clear()
        try:
            yield
        finally:
            with self._lock:
                self._is_preparing = False
        if not self.is_wanted():
            raise NotSent(Unsent.STOPPED)

    def _wait_for_turn(self, *, moves_points: bool) -> None:
        if not self._rate_limit.wait_for_turn(moves_points=moves_points, stopped=self._interrupted):
            raise NotSent(Unsent.STOPPED)

    def warm_up(self) -> bool:
        """Opens the connection in advance, including TLS, without asking anything. Returns whether it is open.

        It returns at once if a young connection is open. Otherwise it blocks for as long as opening may take. If the
        till signs in with a token, and the token has to be renewed soon, that is done too. It never raises: a failure
        shows with the next call.
        """
        try:
            self.open_connection()
            with self._preparing():
                self._access.headers(self, ahead=True)
        except Failure as failure:
            _log.info("the connection could not be opened in advance: %s", failure.support)
            return False
        return True

    def open_connection(self) -> None:
        """Opens the connection as `warm_up` does, but fetches no token, and raises the failure.

        Raises:
            NotSent: the connection cannot be opened.
        """

        def work(_pending: _PendingCall, session: Session) -> Answer:
            session.open_ahead(self._base_url, self._proxy(), self._connect_timeout)
            return Answer(0)

        seconds = min(self._call_timeout, self._connect_timeout * _OPENING_FACTOR)
        self._run(work, seconds=seconds, idle_limit=REDEEM_IDLE_LIMIT)

    def drop_connection(self) -> None:
        """Closes the kept connection, so that no data that still waits on it answers a later call."""
        with self._turn, self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def cancel(self) -> None:
        """Ends the call that is running, and only that one. Called from any thread."""
        with self._lock:
            pending = self._pending
            self._is_cancelled = self._is_preparing
            if self._is_cancelled:
                self._interrupted.set()
        if pending is not None:
            pending.stop()
        self._access.wake()

    def abort(self) -> None:
        """Ends the call that is running, and prevents every later one. Called from any thread."""
        self._stopped.set()
        with self._lock:
            pending = self._pending
            self._interrupted.set()
        if pending is not None:
            pending.stop()
        self._access.wake()

    def close(self) -> None:
        """Closes the connections, and waits a moment for threads whose calls were given up."""
        self.abort()
        with self._turn, self._lock:
            session, self._session = self._session, None
            abandoned, self._abandoned = self._abandoned, []
        if session is not None:
            session.close()
        end = time.monotonic() + _CLOSE_TIMEOUT
        for thread in abandoned:
            thread.join(max(0.0, end - time.monotonic()))

    def _run(self, work: Callable[[_PendingCall, Session], Answer], *, seconds: float, idle_limit: float) -> Answer:
        with self._turn:
            deadline = time.monotonic() + seconds
            gate = SendGate(deadline=deadline, idle_limit=idle_limit, has_left=self._has_left)
            with self._lock:
                if self._stopped.is_set():
                    raise NotSent(Unsent.STOPPED)
                pending = self._pending = _PendingCall(gate, self._session)
                self._abandoned = [thread for thread in self._abandoned if thread.is_alive()]
            thread = threading.Thread(
                target=pending.run, args=(work, self._network), name="points-till-wire", daemon=True
            )
            try:
                _start(thread)
                opening = min(seconds, self._connect_timeout * _OPENING_FACTOR)
                if gate.under_way.wait(opening) or not pending.give_up_unsent():
                    pending.finished.wait(max(0.0, deadline - time.monotonic()))
            except BaseException:
                # For example Ctrl-C in a command: the caller has stopped waiting for this call.
                pending.stop()
                self._drop(pending, thread)
                raise
            finally:
                with self._lock:
                    self._pending = None
            return self._result_of(pending, thread)

    def _result_of(self, pending: _PendingCall, thread: threading.Thread) -> Answer:
        """Returns the answer to a call, after giving the call up if it has none yet."""
        if pending.outcome is None or pending.given_up:
            sent = pending.give_up()
            self._drop(pending, thread)
            outcome = pending.outcome or _given_up(pending, sent=sent)
        else:
            thread.join()
            outcome = pending.outcome
            if isinstance(outcome, NotSent):
                # The file of authorities may have been replaced since the session was made.
                pending.close_session()
                self._session = None
            else:
                self._session = pending.session
        self.last_head = pending.head
        if isinstance(outcome, Failure):
            raise outcome
        return outcome

    def _drop(self, pending: _PendingCall, thread: threading.Thread) -> None:
        """Leaves the session to the thread that is stuck with it. The next call gets a new one."""
        with self._lock:
            self._session = None
            if thread.is_alive():
                self._abandoned.append(thread)
        pending.close_session()

    def _proxy(self) -> str:
        """Returns the proxy's address; empty for none.

        Raises:
            ProxyError: it cannot be used.
        """
        proxy = proxy_for(self._base_url, self._network.proxy)
        if proxy.problem:
            raise ProxyError(proxy.problem, ValueError())
        return proxy.address

    def _exchange(self, pending: _PendingCall, session: Session, request: Request, signed: Mapping[str, str]) -> Answer:
        address = self._base_url + request.path
        if request.query:
            address += "?" + urlencode(request.query)
        sending = session.send(
            request.method,
            address,
            headers={**self._headers, **dict(request.headers), **signed},
            body=request.body,
            proxy=self._proxy(),
            timeout=(self._connect_timeout, self._call_timeout),
        )
        with sending as response:
            headers = headers_of(response)
            pending.keep_head(Answer(response.status, headers))
            try:
                body = _body(response)
            except Exception as error:  # noqa: BLE001 - the status line counts, whatever happened to the body
                return Answer(response.status, headers, incomplete=lost(error))
        if body is None:
            return Answer(response.status, headers, incomplete=Lost.UNREADABLE)
        return Answer(response.status, headers, body)


def _new_session(network: Network) -> Session:
    try:
        return Session(network)
    except OSError as error:
        raise NotSent(Unsent.CA_FILE) from error


def _start(thread: threading.Thread) -> None:
    try:
        thread.start()
    except RuntimeError:
        # No thread can be started: the interpreter ends, or the machine has run out of threads.
        raise NotSent(Unsent.STOPPED) from None


def _body(response: BaseHTTPResponse) -> bytes | None:
    """Returns the decoded body; None if it is too large."""
    chunks: list[bytes] = []
    size = 0
    for chunk in response.stream(_CHUNK, decode_content=True):
        size += len(chunk)
        if size > MAX_BODY:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def _given_up(pending: _PendingCall, *, sent: bool) -> Answer | Failure:
    if not sent:
        return NotSent(Unsent.STOPPED if pending.stopped else Unsent.CONNECT_TIMEOUT)
    why = Lost.STOPPED if pending.stopped else Lost.TIMEOUT
    if pending.head is not None:
        return Answer(pending.head.status, pending.head.headers, incomplete=why)
    return Unanswered(why)
