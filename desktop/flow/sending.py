"""Sends the journal's events to head office: oldest first, after the last one that head office has confirmed."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import JournalUnusable
from desktop.domain.head_office import NotAcknowledgedError, SendingProblem, SendingStatus, SendingStoppedError
from desktop.flow.retry import Backoff

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.event_batch import EventBatch
    from desktop.domain.head_office import Acknowledgement
    from desktop.flow.ports import Clock

_log = logging.getLogger(__name__)

_EVENTS = 500
"""Events in one batch."""

_FIRST_WAIT, _LONGEST_WAIT = 5.0, 900.0
"""Seconds between tries that fail: at first, and at most."""

_HEARTBEAT = 300.0
"""Seconds after which a till without anything to send says that it is there."""

_WRITE_EVERY = 30.0
"""Seconds between two notes of how far head office is, while there is more to send."""

_MOST_STEPS_BACK = 40
"""Answers that ask for earlier events, one after the other. More mean that the two do not understand each other."""


class Outbox(Protocol):
    """What the journal has to send (`store.outgoing.Outbox`)."""

    def batch(self, after: int | None, limit: int) -> EventBatch | None:
        """Returns the events after a number; none, but the newest number, if it is None."""

    def status(self) -> SendingStatus:
        """Returns how far head office is."""

    def remember(self, journal: str, status: SendingStatus) -> None:
        """Writes how far head office is."""


class Receiver(Protocol):
    """Head office (`api.head_office.HeadOfficeClient`)."""

    def send(self, batch: EventBatch) -> tuple[Acknowledgement, int]:
        """Sends a batch, and returns the answer and the bytes."""

    def abort(self) -> None:
        """Cuts the call under way."""

    def close(self) -> None:
        """Closes the connection."""


class Sender:
    """Sends for one till, on a thread of its own.

    Nothing here can delay a cashier: it reads the journal with its own connection, takes no lock, and waits only for
    head office.
    """

    def __init__(
        self,
        journal: Outbox,
        receiver: Receiver,
        clock: Clock,
        *,
        describe: Callable[[EventBatch], EventBatch],
        pause: float,
        bytes_per_second: float,
        on_status: Callable[[SendingStatus], None] = lambda _status: None,
    ) -> None:
        """Sends nothing yet.

        Args:
            journal: what to send.
            receiver: head office.
            clock: is interrupted when the program ends.
            describe: adds the till's name, its version and the time to a batch.
            pause: seconds to wait when everything was sent.
            bytes_per_second: bandwidth; 0 for no limit.
            on_status: called on this thread whenever something has changed.
        """
        self._journal = journal
        self._receiver = receiver
        self._clock = clock
        self._describe = describe
        self._pause = pause
        self._bytes_per_second = bytes_per_second
        self._on_status = on_status
        self._after: int | None = None
        self._identity = ""
        self._backoff = Backoff(first=_FIRST_WAIT, longest=_LONGEST_WAIT)
        self._steps_back = 0
        self._spoke_at: float | None = None
        self._wrote_at = -_WRITE_EVERY
        self.status = SendingStatus()

    def run(self) -> None:
        """Sends until the clock is interrupted."""
        self.status = self._journal.status()
        self._on_status(self.status)
        try:
            while not self._clock.wait(self._try_step()):
                pass
        finally:
            self._receiver.close()

    def _try_step(self) -> float:
        try:
            return self.step()
        except Exception:  # noqa: BLE001 - if this thread ended, the window would go on saying that all was sent
            _log.exception("a try to send to head office broke off")
            self._set(replace(self.status, problem=SendingProblem.OFFLINE), self._identity)
            return self._backoff.pause()

    def step(self) -> float:
        """Sends one batch, if there is anything to send. Returns the seconds to wait before the next one."""
        try:
            batch = self._next_batch()
        except JournalUnusable as failure:
            _log.warning("the journal cannot be read for head office: %s", failure.support)
            self._set(replace(self.status, problem=SendingProblem.JOURNAL))
            return self._backoff.pause()
        if batch is None:
            return self._pause
        if not batch.events and self._after is not None and not self._is_heartbeat_due():
            self._set(replace(self.status, events=batch.last, acknowledged=batch.last, problem=None))
            return self._pause
        try:
            answer, size = self._receiver.send(self._describe(batch))
        except SendingStoppedError:
            # Keep the status: doctor would report a till that was closed while it sent.
            return self._pause
        except NotAcknowledgedError as error:
            return self._on_failure(batch, error)
        self._spoke_at = self._clock.monotonic()
        return self._on_answer(batch, answer, size)

    def _next_batch(self) -> EventBatch | None:
        batch = self._journal.batch(self._after, _EVENTS)
        if batch is not None and batch.journal != self._identity:
            # At the start, and after a damaged journal was replaced. Head office says where to begin.
            self._identity, self._after = batch.journal, None
            batch = self._journal.batch(None, _EVENTS)
        return batch

    def _is_heartbeat_due(self) -> bool:
        return self._spoke_at is None or self._clock.monotonic() - self._spoke_at >= _HEARTBEAT

    def _on_answer(self, batch: EventBatch, answer: Acknowledgement, size: int) -> float:
        went_back = answer.resume < batch.after or (bool(batch.events) and answer.resume <= batch.after)
        self._steps_back = self._steps_back + 1 if went_back else 0
        if not went_back:
            self._backoff.reset()
        self._after = min(answer.resume, batch.last)
        status = SendingStatus(
            acknowledged=self._after, events=batch.last, contact=self._clock.now(), forked=answer.forked
        )
        if self._steps_back > _MOST_STEPS_BACK:
            self._set(replace(status, problem=SendingProblem.REFUSED), batch.journal)
            return self._backoff.pause()
        self._set(status, batch.journal)
        if self._after < batch.last:
            return self._time_for(size)
        return self._pause

    def _on_failure(self, batch: EventBatch, error: NotAcknowledgedError) -> float:
        if error.problem is not self.status.problem:
            _log.warning("head office: %s", error.problem.value)
        self._set(replace(self.status, events=batch.last, problem=error.problem), batch.journal)
        # A proxy may ask for any wait, and the system cannot even make the longest ones.
        return max(self._backoff.pause(min(error.wait, _LONGEST_WAIT)), self._time_for(error.size))

    def _time_for(self, size: int) -> float:
        """Returns the seconds that some bytes may take at the bandwidth that is set."""
        return size / self._bytes_per_second if self._bytes_per_second else 0.0

    def _set(self, status: SendingStatus, journal: str = "") -> None:
        if status == self.status:
            return
        self.status = status
        now = self._clock.monotonic()
        is_settled = status.problem is not None or not status.behind
        # While a till catches up, every batch would write a file, on the disk that the journal needs.
        if journal and (is_settled or now - self._wrote_at >= _WRITE_EVERY):
            self._wrote_at = now
            try:
                self._journal.remember(journal, status)
            except OSError as error:
                # It only saves a question at the next start.
                _log.warning("how far head office is could not be written: %s", error.strerror)
        self._on_status(status)
