"""Works through the print jobs: sends one after the other, and asks the queues what became of them."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.failures import Failure, PaperFailed, PaperTrouble
from desktop.domain.paper import Paper
from desktop.domain.print_job import PrintJob, PrintState

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.paper import PaperDocument
    from desktop.domain.printers import PrinterChoice
    from desktop.flow.ports import Clock, Printers, PrintQueue, SureTime

_log = logging.getLogger(__name__)

FRESH_FOR = timedelta(minutes=10)
"""A job that was waiting when the till ended is printed at the next start if it is younger. Else the till asks."""

ASK_FOR = timedelta(minutes=10)
"""How long a queue is asked about a job. After that it stays unknown whether it was printed."""

_SLICE = 0.1
"""Seconds to wait for a printer before other requests get their turn."""

_LAST_SLICE = 0.5
"""Seconds in which a job that is being sent can still end after the program has."""

KEEP_FOR = timedelta(days=30)
"""How long jobs are kept. Whether a receipt was printed before decides whether the next one is a copy."""


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What the window wants printed.

    Attributes:
        document: what is printed.
        printer: as the settings name it.
        paper: in the printer.
        reference: of the redemption; empty for anything else.
        opens_drawer: True to open the drawer, unless it turns out to be a copy.
        is_automatic: True to print only if nothing has been printed for the redemption yet.
    """

    document: PaperDocument
    printer: str
    paper: Paper
    reference: str = ""
    opens_drawer: bool = False
    is_automatic: bool = False


@dataclass(frozen=True, slots=True)
class PrintProgress:
    """What one piece of work did.

    Attributes:
        changed: the jobs that have another state now.
        is_busy: True if there is more to do at once.
        is_asking: True if a queue is to be asked again soon.
    """

    changed: tuple[PrintJob, ...] = ()
    is_busy: bool = False
    is_asking: bool = False


@dataclass(frozen=True, slots=True)
class PrintsLeft:
    """What the last run left.

    Attributes:
        interrupted: the jobs that have just failed because it ended.
        failed: every failed job of a redemption that has not been printed since, newest first.
    """

    interrupted: tuple[PrintJob, ...] = ()
    failed: tuple[PrintJob, ...] = ()


class _Sending:
    """Sends one job on a thread of its own, because drivers and name look-ups cannot be interrupted.

    Meanwhile, new requests are still recorded.

    Attributes:
        job: that is being sent.
        state: whether the printer has taken or printed it.
        queue_job: the job's name in the system's queue.
        failure: why it was not sent; None if it was.
    """

    def __init__(self, job: PrintJob, printers: Printers, keep_on: Callable[[], bool]) -> None:
        self.job = job
        self.state = PrintState.TAKEN
        self.queue_job = ""
        self.failure: PaperFailed | None = None
        self._printers = printers
        self._keep_on = keep_on
        self._ended = threading.Event()
        try:
            threading.Thread(target=self._send, name="print job", daemon=True).start()
        except RuntimeError:
            # The machine has run out of threads. Nothing was sent.
            self.failure = PaperFailed(PaperTrouble.PRINTER)
            self._ended.set()

    def wait(self, seconds: float) -> bool:
        """Waits for the outcome. Returns True once there is one."""
        return self._ended.wait(seconds)

    def _send(self) -> None:
        try:
            self.state, self.queue_job = self._printers.send(self.job, self._keep_on)
        except PaperFailed as failure:
            self.failure = failure
        except Exception:  # noqa: BLE001 - it is logged in full
            # A mistake in the program or in a driver is this job's failure, and must not stop the jobs behind it.
            _log.exception("print job %d", self.job.number)
            self.failure = PaperFailed(PaperTrouble.PRINTER)
        finally:
            self._ended.set()


class PrintDesk:
    """Prints, in a thread of its own. Nothing that happens here can change or hold up a redemption.

    A job is recorded before it is sent, and its state before the first byte leaves. So a job is never sent twice by
    itself: if the till ends while it is being sent, the cashier decides.
    """

    def __init__(
        self,
        queue: PrintQueue,
        printers: Printers,
        clock: Clock,
        keep_on: Callable[[], bool] = lambda: True,
        *,
        sure_time: SureTime,
    ) -> None:
        """Sends nothing yet.

        Args:
            queue: the jobs on disk.
            printers: of the shop.
            clock: the wall clock.
            keep_on: returns False when the program ends.
            sure_time: by this the age of jobs is judged.
        """
        self._queue = queue
        self._printers = printers
        self._clock = clock
        self._keep_on = keep_on
        self._sure_time = sure_time
        self._unrecorded: dict[int, PrintJob] = {}
        self._has_resumed = False
        self._sending: _Sending | None = None

    def resume(self) -> PrintsLeft:
        """Finds out at the start which jobs the last run left, and forgets old ones.

        If the window starts again with other settings, this is called again. What is unfinished is then this run's own.
        """
        now = self._clock.now()
        interrupted: list[PrintJob] = []
        for job in () if self._has_resumed else self._queue.unfinished():
            if job.state is PrintState.SENDING:
                interrupted.append(self._change(job.step(PrintState.FAILED, now, why=PaperTrouble.STOPPED)))
            # A time to come means that the clock was wrong, so that the age is not known.
            elif job.state is PrintState.WAITING and abs(now - job.begun) > FRESH_FOR:
                interrupted.append(self._change(job.step(PrintState.FAILED, now, why=PaperTrouble.NOT_PRINTED_YET)))
        self._has_resumed = True
        try:
            known = self._sure_time(now)
            if known is not None:
                self._queue.forget(known - KEEP_FOR, known)
        except PaperFailed as failure:
            # The disk is full or cannot be written. What the last run left is told all the same.
            _log.warning("old print jobs stay: %s", failure.support)
        return PrintsLeft(tuple(interrupted), self._queue.failed())

    def submit(self, request: PrintRequest) -> PrintJob | None:
        """Records a job. Returns None if it is automatic, and something was printed for the redemption already.

        If one that waits will print the same, that is the job, because two presses ask for one original.

        Raises:
            PaperFailed: it cannot be recorded.
        """
        self._catch_up()
        earlier = self._queue.of(request.reference)
        if earlier and request.is_automatic:
            return None
        is_copy = any(job.may_be_on_paper for job in earlier)
        now = self._clock.now()
        job = PrintJob(
            reference=request.reference,
            document=request.document.as_copy() if is_copy else request.document,
            printer=request.printer,
            paper=request.paper,
            # A copy must not open the drawer without a sale.
            opens_drawer=request.opens_drawer and not is_copy,
            begun=now,
            at=now,
        )
        return self._add(job)

    def print_again(self, job: PrintJob, printer: str, paper: Paper | None) -> PrintJob:
        """Records another job for the document of a job, on the same printer or on another one, as `submit` does.

        Args:
            job: to print again.
            printer: as the settings name printers.
            paper: in that printer; None if it is not that of the settings.

        Raises:
            PaperFailed: it cannot be recorded.
        """
        self._catch_up()
        paper = paper or self._paper_in(printer, job)
        return self._add(job.again(self._clock.now(), printer=printer, paper=paper))

    def _add(self, job: PrintJob) -> PrintJob:
        same = (job.printer, job.paper, job.document)
        for earlier in self._queue.of(job.reference):
            if earlier.state is PrintState.WAITING and (earlier.printer, earlier.paper, earlier.document) == same:
                return earlier
        added = self._queue.add(job)
        _log.info("print job accepted", extra={"facts": _facts(added)})
        return added

    def _paper_in(self, printer: str, job: PrintJob) -> Paper:
        """Returns the paper that is probably in a printer on which a job is printed again.

        No receipt printer tells how wide its roll is. What came out of it last has that width. If nothing did, the
        receipt is laid out for the narrowest: it is whole on every roll, and a wider one would lose its amounts.
        """
        if printer == job.printer:
            return job.paper
        if self._printers.has_sheets(printer, self._keep_on):
            return Paper.A4
        last = self._queue.last_on(printer)
        return Paper.MM_58 if last is None or last.paper is Paper.A4 else last.paper

    def choices(self) -> tuple[PrinterChoice, ...]:
        """Returns the printers of the system, for the settings."""
        return self._printers.choices()

    def work(self) -> PrintProgress:
        """Does the next piece of work, and returns soon, however long a printer takes.

        Sends the oldest waiting job. If there is none, asks the queues about the jobs that they have taken.
        """
        if self._sending is None and not self._keep_on():
            return PrintProgress()
        if self._sending is None:
            unfinished = [job for job in self._queue.unfinished() if job.number not in self._unrecorded]
            waiting = [job for job in unfinished if job.state is PrintState.WAITING]
            if not waiting:
                return self._ask_queues([job for job in unfinished if job.is_in_queue])
            failed = self._begin(waiting[0])
            if failed is not None:
                return PrintProgress((failed,), is_busy=True)
        sent = self._finish(_SLICE)
        # If the program ends, the printer has had its time. `close` records what is known by then.
        return PrintProgress(() if sent is None else (sent,), is_busy=self._keep_on())

    def send_waiting(self) -> None:
        """Sends everything that is waiting."""
        while self.work().is_busy:
            pass

    def close(self) -> None:
        """Sends what is waiting as long as the program may go on, and closes the queue's file.

        A job that is still being sent then is asked about at the next start.
        """
        try:
            self.send_waiting()
            self._finish(_LAST_SLICE)
            try:
                self._catch_up()
            except PaperFailed as failure:
                _log.warning("what became of print jobs could not be recorded: %s", failure.support)
        finally:
            self._queue.close()

    def _begin(self, job: PrintJob) -> PrintJob | None:
        """Begins to send a job. Returns it if it has failed already."""
        now = self._clock.now()
        sending = job.step(PrintState.SENDING, now)
        try:
            self._queue.change(sending)
        except PaperFailed as failure:
            # It must not be sent again and again, so do not send it at all.
            failed = job.step(PrintState.FAILED, now, why=failure.why)
            self._unrecorded[job.number] = failed
            return failed
        self._sending = _Sending(sending, self._printers, self._keep_on)
        return None

    def _finish(self, seconds: float) -> PrintJob | None:
        """Waits for the job that is being sent. Returns it with its outcome; None if there is none yet."""
        sending = self._sending
        if sending is None or not sending.wait(seconds):
            return None
        self._sending = None
        job, now = sending.job, self._clock.now()
        if sending.failure is not None:
            _log.warning("print job not printed", extra={"facts": _facts(job, failure=sending.failure.support)})
            failure = sending.failure
            return self._change(job.step(PrintState.FAILED, now, why=failure.why, has_begun=failure.has_begun))
        _log.info("print job %s", sending.state.value, extra={"facts": _facts(job, queue_job=sending.queue_job)})
        return self._change(job.step(sending.state, now, queue_job=sending.queue_job))

    def _ask_queues(self, jobs: list[PrintJob]) -> PrintProgress:
        asked = [self._ask(job) for job in jobs]
        changed = tuple(job for job, before in zip(asked, jobs, strict=True) if job != before)
        return PrintProgress(changed, is_asking=any(job.is_in_queue for job in asked))

    def _ask(self, job: PrintJob) -> PrintJob:
        now = self._clock.now()
        if abs(now - job.at) > ASK_FOR:
            return self._change(replace(job, queue_job=""))
        try:
            state = self._printers.check(job, self._keep_on)
        except PaperFailed as failure:
            if not self._keep_on():
                return job
            _log.warning("print job not printed", extra={"facts": _facts(job, failure=failure.support)})
            if failure.why is not PaperTrouble.CANCELLED:
                self._withdraw(job)
            return self._change(job.step(PrintState.FAILED, now, why=failure.why))
        if state is None:
            return self._change(replace(job, queue_job=""))
        return job if state is PrintState.TAKEN else self._change(job.step(state, now))

    def _withdraw(self, job: PrintJob) -> None:
        try:
            self._printers.withdraw(job, self._keep_on)
        except Failure as failure:
            _log.warning("print job %d stays in its queue: %s", job.number, failure)

    def _change(self, job: PrintJob) -> PrintJob:
        """Records a job's state if that is possible. The state is true all the same."""
        try:
            self._queue.change(job)
        except PaperFailed:
            self._unrecorded[job.number] = job
        return job

    def _catch_up(self) -> None:
        """Records states that could not be recorded before. The next start would print a job that only seems to wait.

        Raises:
            PaperFailed: they still cannot.
        """
        for number, job in list(self._unrecorded.items()):
            self._queue.change(job)
            del self._unrecorded[number]


def _facts(job: PrintJob, **more: object) -> dict[str, object]:
    """Returns what the log says of a job: never what is on the paper."""
    return {"job": job.number, "reference": job.reference, "printer": job.printer or "default", **more}
