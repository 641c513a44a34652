"""Sends batches of events to head office over HTTPS, and reads its answers."""

from __future__ import annotations

import gzip
import json
import threading
import time
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.api.connections import SendGate, Session, headers_of, using_gate
from desktop.api.network import Network, proxy_for
from desktop.domain.event_batch import write
from desktop.domain.head_office import Acknowledgement, NotAcknowledgedError, SendingProblem, SendingStoppedError
from desktop.domain.settings import server_address

if TYPE_CHECKING:
    from desktop.domain.event_batch import EventBatch

PATH = "/v1/events"

_DIRECTLY = Network()

_DEADLINE = 120.0
"""Seconds for one batch, which may be large on a slow link."""

_CONNECT_TIMEOUT = 10.0
_IDLE_LIMIT = 60.0
_LONGEST_ANSWER = 64_000

_OK, _REFUSED, _FORBIDDEN, _TOO_MANY, _SERVER = 200, 401, 403, 429, 500


class _Call:
    """One call on its thread.

    Attributes:
        gate: closed when the call is given up, so that no byte can leave later.
        finished: set when there is an answer or an error, or when no one waits any more.
        session: what the call is made with; None until its thread has made one.
        answer: status, headers and body.
        error: why there is none.
    """

    def __init__(self, gate: SendGate, session: Session | None) -> None:
        self.gate = gate
        self.session = session
        self.finished = threading.Event()
        self.answer: tuple[int, dict[str, str], bytes] | None = None
        self.error: Exception | None = None


class HeadOfficeClient:
    """Sends to one head office, on one thread. `abort` may be called from any other one."""

    def __init__(self, address: str, credential: str, network: Network = _DIRECTLY) -> None:
        """Connects to nothing yet.

        Args:
            address: begins with https://, or with http:// if it is on this machine.
            credential: proves which till it is.
            network: proxy and certificate authorities, the same as for the service.

        Raises:
            ValueError: the address is not allowed.
        """
        self._address = server_address(address)
        if not self._address:
            raise ValueError("is not an address")
        self._network = network
        self._headers = {
            "Authorization": f"Bearer {credential}",
            "Content-Type": "application/json",
            "Content-Encoding": "gzip",
            "User-Agent": f"points-till/{__version__}",
        }
        self._session: Session | None = None
        self._call: _Call | None = None
        self._guard = threading.Lock()
        self._aborted = False

    def send(self, batch: EventBatch) -> tuple[Acknowledgement, int]:
        """Sends a batch. Returns the answer and the bytes that the body had.

        Raises:
            NotAcknowledgedError: it was not confirmed, although it may have arrived.
            SendingStoppedError: `abort` was called. It may have arrived too.
        """
        body = gzip.compress(write(batch), compresslevel=6, mtime=0)
        gate = SendGate(deadline=time.monotonic() + _DEADLINE, idle_limit=_IDLE_LIMIT)
        with self._guard:
            if self._aborted:
                raise SendingStoppedError
            call = self._call = _Call(gate, self._session)
        # A thread of its own, because neither a name look-up nor a server that drips bytes can be interrupted.
        thread = threading.Thread(target=self._make, args=(call, body), name="head-office-call", daemon=True)
        thread.start()
        call.finished.wait(_DEADLINE)
        with self._guard:
            self._call = None
            answer, aborted = call.answer, self._aborted
            # Without an answer, leave the session to the thread, which may be stuck with it.
            self._session = call.session if answer is not None else None
        if answer is None:
            call.gate.give_up()
            if aborted:
                raise SendingStoppedError from call.error
            raise NotAcknowledgedError(SendingProblem.OFFLINE, size=len(body)) from call.error
        confirmed = _read_answer(*answer, size=len(body))
        if confirmed.resume > min(confirmed.last, batch.end):
            # It confirms what it has not got, so it is not head office. Events would be left out.
            raise NotAcknowledgedError(SendingProblem.OFFLINE, size=len(body))
        return confirmed, len(body)

    def abort(self) -> None:
        """Ends the call under way at once, and prevents any later one. Called from another thread."""
        with self._guard:
            self._aborted = True
            call = self._call
        if call is not None:
            call.gate.give_up()
            call.finished.set()

    def close(self) -> None:
        """Closes the connection. The next call opens another."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _make(self, call: _Call, body: bytes) -> None:
        """Makes a call. This is the thread's function."""
        try:
            # Here, because a file of authorities may be on a drive that hangs.
            session = call.session = call.session or Session(self._network)
            with using_gate(call.gate):
                call.answer = self._post(session, body)
        except Exception as error:  # noqa: BLE001 - whatever it was, nothing is proved, and the batch is sent again
            call.error = error
        if call.session is not None and (call.finished.is_set() or call.error is not None):
            call.session.close()
        call.finished.set()

    def _post(self, session: Session, body: bytes) -> tuple[int, dict[str, str], bytes]:
        sending = session.send(
            "POST",
            self._address + PATH,
            headers=self._headers,
            body=body,
            proxy=proxy_for(self._address, self._network.proxy).address,
            timeout=(_CONNECT_TIMEOUT, _DEADLINE),
        )
        with sending as response:
            answer = b""
            for piece in response.stream(8_192, decode_content=True):
                answer += piece
                if len(answer) > _LONGEST_ANSWER:
                    raise ValueError("the answer is too long")
            return response.status, headers_of(response), answer


def _read_answer(status: int, headers: dict[str, str], body: bytes, *, size: int) -> Acknowledgement:
    """Reads an answer.

    Raises:
        NotAcknowledgedError: it confirms nothing.
    """
    if status != _OK:
        wait = headers.get("retry-after", "")
        raise NotAcknowledgedError(
            _problem(status), wait=float(wait) if wait.isascii() and wait.isdigit() else 0.0, size=size
        )
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        # A proxy's sign-on page, for example.
        raise NotAcknowledgedError(SendingProblem.OFFLINE, size=size) from None
    last, resume = (found.get("last"), found.get("resume")) if isinstance(found, dict) else (None, None)
    if type(last) is not int or type(resume) is not int or last < 0 or resume < 0:
        raise NotAcknowledgedError(SendingProblem.OFFLINE, size=size)
    return Acknowledgement(last, resume, found.get("forked") is True)


def _problem(status: int) -> SendingProblem:
    if status == _REFUSED:
        return SendingProblem.KEY
    if status == _FORBIDDEN:
        return SendingProblem.OTHER_TILL
    if status == _TOO_MANY or status >= _SERVER:
        return SendingProblem.BUSY
    return SendingProblem.REFUSED
