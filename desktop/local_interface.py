"""Joins the POS's local interface to the window: requests come on threads of their own, and the GUI thread decides."""

from __future__ import annotations

import logging
import threading
import time
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop import paths
from desktop.bill_messages import WHY
from desktop.domain.failures import JournalUnusable
from desktop.domain.hand_over_record import RESULT, HandOverRecord
from desktop.domain.redemption import new_reference
from desktop.flow.attach_bill import BillAnswer, BillTrouble
from desktop.flow.outcome_reader import UNKNOWN, OutcomeReader
from desktop.pos.local_api.backend import ApiError
from desktop.store.api_token import ensure_token, read_token
from desktop.store.errors import DamagedRowError
from desktop.store.journal import SqliteJournal
from desktop.store.outcomes import find_outcomes
from desktop.store.pos_records import PosRecords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from desktop.domain.failures import Failure
    from desktop.pos.local_api.board import Board, Ticket
    from desktop.pos.local_api.server import ApiServer

_log = logging.getLogger(__name__)

_WINDOW_TIMEOUT = 5.0
"""Seconds to wait for the GUI thread, which paints and waits for nothing else."""

_CHECK_INTERVAL = 1.0
"""Seconds between two checks whether a waiting caller has gone. A few such callers would shut all others out."""

_BILL_TIMEOUT = 120.0
"""Seconds to wait until a bill is attached: a call, a look-up, and what the settling worker does before."""

_NOT_READY = "The till cannot redeem now. Its window says why."

_DAMAGED = "What the till noted of this hand-over cannot be read. Ask for the outcomes of its bill."

_STATUS = {
    BillTrouble.NO_RECORD: 404,
    BillTrouble.OUTCOME_UNKNOWN: 409,
    BillTrouble.NOT_REDEEMED: 409,
    BillTrouble.HAS_BILL: 409,
    BillTrouble.FORGOTTEN: 409,
    BillTrouble.ELSEWHERE: 409,
    BillTrouble.REFUSED: 502,
    BillTrouble.NOT_SENT: 503,
    BillTrouble.NOT_KNOWN: 504,
}
"""HTTP's status for each reason why a bill is not attached."""

_WITHDRAWN = frozenset({"cancelled", "not_sent"})
"""Outcomes of a hand-over of which nothing was sent, unless they may change."""

AnswerT = TypeVar("AnswerT")


class Taken(Enum):
    """What the window did with a hand-over."""

    YES = "yes"
    QUEUE_FULL = "queue_full"
    NOT_READY = "till_not_ready"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A hand-over on its way to the GUI thread."""

    ticket: Ticket
    fields: Mapping[str, str]
    answer: Future[Taken] = field(default_factory=Future)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A withdrawal on its way to the GUI thread."""

    hand_over_id: str
    answer: Future[bool] = field(default_factory=Future)


@dataclass(frozen=True, slots=True)
class BillRequest:
    """A bill to attach, on its way to the settling worker."""

    reference: str
    bill: str
    answer: Future[BillAnswer | Failure] = field(default_factory=Future)


class LocalInterface(QObject):
    """The till as the interface sees it (`pos.local_api.backend.Backend`), and the server.

    Signals are emitted on the threads of requests, and arrive on the GUI thread.

    Signals:
        handed_over: a hand-over (`HandedOver`).
        withdrawn: a hand-over is no longer needed (`Withdrawal`).
        bill_wanted: a bill is to be attached (`BillRequest`).
        started: the server listens, or why it does not (text; empty if it does).
    """

    handed_over = Signal(object)
    withdrawn = Signal(object)
    bill_wanted = Signal(object)
    started = Signal(str)
    _served = Signal(object, str)

    def __init__(self, data: Path, board: Board, parent: QObject | None = None) -> None:
        """Does not listen yet.

        Args:
            data: the data folder.
            board: the hand-overs at the till. It outlives the interface, because its hand-overs do.
            parent: the Qt parent.
        """
        super().__init__(parent)
        self.board = board
        self._data = data
        self._taking = threading.Lock()
        self._asked: set[Future[Any]] = set()
        self._asking = threading.Lock()
        self._is_ending = threading.Event()
        self._server: ApiServer | None = None
        self._kept: PosRecords | None = None
        self._using_records = threading.Lock()
        self._told_unknown: set[str] = set()
        self._served.connect(self._on_served, Qt.ConnectionType.QueuedConnection)

    def serve(self, port: int, origins: Sequence[str]) -> None:
        """Listens on a port. `started` follows. Loading the server takes a while, so it is not done here."""
        thread = threading.Thread(target=self._serve, args=(port, tuple(origins)), name="local-api-start", daemon=True)
        try:
            thread.start()
        except RuntimeError as error:
            # The machine has run out of threads. Redeeming must go on.
            _log.error("the local interface cannot be served: %s", error)
            self._served.emit(None, str(error))

    def _serve(self, port: int, origins: tuple[str, ...]) -> None:
        server: ApiServer | None = None
        trouble = ""
        try:
            from desktop.pos.local_api.application import LocalApi
            from desktop.pos.local_api.server import ApiServer

            ensure_token(paths.api_token(self._data))
            server = ApiServer(port, lambda at: LocalApi(self, origins, at))
        except OSError as error:
            trouble = error.strerror or type(error).__name__
            _log.error("the local interface cannot be served on port %d: %s", port, trouble)
        except Exception as error:  # noqa: BLE001 - it must never stop redeeming; it is logged in full
            trouble = type(error).__name__
            _log.exception("the local interface cannot be served")
        if self._is_ending.is_set():
            if server is not None:
                server.stop()
            return
        self._served.emit(server, trouble)

    @Slot(object, str)
    def _on_served(self, server: ApiServer | None, trouble: str) -> None:
        self._server = server
        if server is not None:
            _log.info("the local interface is served on port %d", server.port)
        self.started.emit(trouble)

    @property
    def port(self) -> int:
        """The port that is served; 0 if none is."""
        return 0 if self._server is None else self._server.port

    def give_up(self) -> None:
        """Ends what waits for the window, because it cannot answer any more."""
        with self._asking:
            asked = list(self._asked)
        for one in asked:
            one.cancel()

    def stop(self, *, wait: bool) -> None:
        """Stops listening, and ends every request.

        Args:
            wait: True until the last answers have left. Otherwise they leave on another thread.
        """
        self._is_ending.set()
        self.board.touch()
        self.give_up()
        server, self._server = self._server, None
        if wait or server is None:
            self._end(server)
        else:
            threading.Thread(target=self._end, args=(server,), name="local-api-stop", daemon=True).start()

    def _end(self, server: ApiServer | None) -> None:
        if server is not None:
            server.stop()
        with self._using_records:
            self._close_records()

    def _wait_for(self, answer: Future[AnswerT], timeout: float) -> AnswerT:
        """Waits for the GUI thread, which has been asked by a signal.

        Raises:
            TimeoutError: it has not answered.
            ApiError: it will not, because the window or its session ends.
        """
        try:
            return answer.result(timeout)
        except CancelledError:
            raise ApiError(503, "till_not_ready", _NOT_READY, retry_after="5") from None
        finally:
            with self._asking:
                self._asked.discard(answer)

    def _ask(self, signal: SignalInstance, request: HandedOver | Withdrawal | BillRequest) -> None:
        """Asks the GUI thread. Its answer is awaited with `_wait_for`."""
        with self._asking:
            self._asked.add(request.answer)
        if self._is_ending.is_set():
            request.answer.cancel()
        else:
            signal.emit(request)

    # `Backend`, on the threads of requests

    def token(self) -> str:
        """See `Backend.token`."""
        return read_token(paths.api_token(self._data))

    def hand_over(self, fields: Mapping[str, str], key: str) -> tuple[str, bool]:
        """See `Backend.hand_over`."""
        with self._taking:
            known = self._known(fields, key)
            if known:
                return known, False
            now = datetime.now(UTC).astimezone()
            made = new_reference(now)
            with self._records() as records:
                records.add(HandOverRecord(id=made, at=now, fields=fields, key=key))
            handed = HandedOver(self.board.add(made, fields), fields)
            self._ask(self.handed_over, handed)
            try:
                taken = self._wait_for(handed.answer, _WINDOW_TIMEOUT)
            except FutureTimeoutError:
                # It is recorded and on its way, and is taken as soon as the window paints again.
                return made, True
            except ApiError:
                self._forget(made)
                raise
            if taken is Taken.YES:
                return made, True
            self._forget(made)
        if taken is Taken.QUEUE_FULL:
            raise ApiError(
                503, taken.value, "Too many bills are waiting at the till. Try again later.", retry_after="5"
            )
        raise ApiError(503, taken.value, _NOT_READY, retry_after="5")

    def _forget(self, hand_over_id: str) -> None:
        """Forgets a hand-over that was not taken, so that the caller's key is free for another try."""
        self.board.finish(hand_over_id)
        with self._records() as records:
            records.remove(hand_over_id)

    def _known(self, fields: Mapping[str, str], key: str) -> str:
        """Returns the id of the same hand-over; empty if it is a new one.

        Raises:
            ApiError: the key or the bill belongs to another hand-over.
        """
        if key:
            with self._records() as records:
                before = records.find_key(key)
            if before is not None and before.fields == fields:
                return before.id
            if before is not None:
                raise ApiError(409, "key_was_used", "Another hand-over has this Idempotency-Key.", id=before.id)
            if not fields.get("bill") and not fields.get("give_back"):
                # Only the key tells two sales without a bill apart. Both would be told the one redemption.
                return ""
        same = self.board.same_bill(fields)
        if same is None:
            return ""
        found, is_equal = same
        if is_equal:
            return found
        raise ApiError(409, "bill_is_open", "This bill is at the till already, with other fields.", id=found)

    def result(self, hand_over_id: str, wait: float, has_gone: Callable[[], bool]) -> Mapping[str, object] | None:
        """See `Backend.result`."""
        until = time.monotonic() + wait
        while True:
            version = self.board.version
            found = self._result(hand_over_id)
            is_over = time.monotonic() >= until or self._is_ending.is_set()
            # A caller that has gone is told nothing, so an unknown outcome is still news to the next one.
            if has_gone() or (found is not None and self._is_news(hand_over_id, found)) or is_over:
                return found
            self.board.wait(version, min(until, time.monotonic() + _CHECK_INTERVAL))

    def _is_news(self, hand_over_id: str, found: Mapping[str, object]) -> bool:
        """True unless callers have been told already that this outcome is unknown. They wait until it is known."""
        with self._asking:
            if found["outcome"] != UNKNOWN:
                self._told_unknown.discard(hand_over_id)
                return True
            if hand_over_id in self._told_unknown:
                return False
            self._told_unknown.add(hand_over_id)
            return True

    def state(self, hand_over_id: str) -> str:
        """See `Backend.state`."""
        return self.board.state(hand_over_id) or "waiting"

    def _result(self, hand_over_id: str) -> Mapping[str, object] | None:
        # Looked at first: a hand-over that leaves the board has been recorded before.
        is_here = bool(self.board.state(hand_over_id))
        with self._records() as records:
            known = records.find(hand_over_id)
        if known is None or RESULT in known.fields:
            raise ApiError(404, "no_such_hand_over", "The till does not know this id.")
        if is_here:
            # The cashier has not finished. But the POS may know at once that the outcome is unknown.
            told = known.told
            return told if told is not None and told["outcome"] == UNKNOWN else None
        with self._outcomes() as outcomes:
            return outcomes.result_of(known)

    @contextmanager
    def _outcomes(self) -> Iterator[OutcomeReader]:
        with _reading(), SqliteJournal.open(paths.journal(self._data), writer=False) as journal:
            yield OutcomeReader(journal)

    def _may_change(self, hand_over_id: str) -> bool:
        """True if points may have moved for a hand-over that has left the till."""
        with self._records() as records:
            known = records.find(hand_over_id)
        with self._outcomes() as outcomes:
            return known is not None and outcomes.may_change(known)

    def withdraw(self, hand_over_id: str) -> Mapping[str, object]:
        """See `Backend.withdraw`."""
        if self.board.state(hand_over_id):
            asked = Withdrawal(hand_over_id)
            self._ask(self.withdrawn, asked)
            try:
                is_withdrawn = self._wait_for(asked.answer, _WINDOW_TIMEOUT)
            except FutureTimeoutError:
                raise ApiError(503, "till_is_busy", "The window does not answer. Try again.") from None
            if not is_withdrawn and self.board.state(hand_over_id):
                raise ApiError(409, "too_late", f"The cashier is {self._doing(hand_over_id)}, or has tried to.")
        found = self._recorded(hand_over_id)
        if found is None:
            raise ApiError(503, "till_is_busy", "The till has not recorded it yet. Try again.")
        if found["outcome"] not in _WITHDRAWN or self._may_change(hand_over_id):
            raise ApiError(
                409, "too_late", f"It has an outcome already, or the cashier is {self._doing(hand_over_id)}."
            )
        return found

    def _recorded(self, hand_over_id: str) -> Mapping[str, object] | None:
        """Returns the result of a hand-over that has left the counter; None if it is not recorded in time.

        The caller is not told that it is unknown, so that is still news.
        """
        until = time.monotonic() + _WINDOW_TIMEOUT
        while True:
            version = self.board.version
            found = self._result(hand_over_id)
            if found is not None or self._is_ending.is_set() or not self.board.wait(version, until):
                return found

    def _doing(self, hand_over_id: str) -> str:
        """Returns what the cashier does for a hand-over, in English."""
        with self._records() as records:
            known = records.find(hand_over_id)
        return "giving the points back" if known is not None and known.fields.get("give_back") else "redeeming it"

    def outcomes(self, *, bill: str, reference: str) -> Sequence[Mapping[str, object]]:
        """See `Backend.outcomes`."""
        with _reading():
            return find_outcomes(paths.journal(self._data), bill=bill, reference=reference)

    def attach_bill(self, reference: str, bill: str) -> Mapping[str, object]:
        """See `Backend.attach_bill`."""
        asked = BillRequest(reference, bill)
        self._ask(self.bill_wanted, asked)
        try:
            answer = self._wait_for(asked.answer, _BILL_TIMEOUT)
        except FutureTimeoutError:
            raise _not_attached(BillTrouble.NOT_KNOWN) from None
        if isinstance(answer, JournalUnusable):
            raise _unusable(answer)
        if not isinstance(answer, BillAnswer):
            raise ApiError(503, "till_not_ready", _NOT_READY, support=answer.support)
        if answer.trouble is not None:
            raise _not_attached(answer.trouble, answer.support)
        found = self.outcomes(bill="", reference=reference)
        if not found:
            raise _not_attached(BillTrouble.NO_RECORD)
        return found[0]

    @contextmanager
    def _records(self) -> Iterator[PosRecords]:
        """Gives one thread at a time the records. The file stays open, because opening it takes as long as its work."""
        with _reading(), self._using_records:
            if self._kept is not None and not self._kept.is_in_place:
                self._close_records()
            if self._kept is None:
                self._kept = PosRecords(paths.pos_records(self._data), any_thread=True)
            try:
                yield self._kept
            except JournalUnusable:
                # Opening it again keeps a damaged file aside.
                self._close_records()
                raise
            if self._is_ending.is_set():
                self._close_records()

    def _close_records(self) -> None:
        """Closes the records. The caller has them to itself."""
        records, self._kept = self._kept, None
        if records is not None:
            records.close()


@contextmanager
def _reading() -> Iterator[None]:
    """Answers with a stable code if the journal or the records cannot be read or written."""
    try:
        yield
    except JournalUnusable as trouble:
        raise _unusable(trouble) from trouble
    except DamagedRowError as error:
        _log.error("a record for the POS cannot be read: %s", error)
        raise ApiError(500, "damaged_record", _DAMAGED) from error


def _unusable(trouble: JournalUnusable) -> ApiError:
    return ApiError(503, "journal_unusable", f"The till's journal cannot be used ({trouble.support}).")


def _not_attached(trouble: BillTrouble, support: str = "") -> ApiError:
    why = WHY[trouble]
    more = {"support": support} if support else {}
    return ApiError(_STATUS[trouble], trouble.value, f"{why[0].upper()}{why[1:]}.", **more)
