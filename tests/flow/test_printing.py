"""Tests how print jobs are worked through: one after the other, never twice by themselves, and each with an outcome."""

from __future__ import annotations

import logging
import threading
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.paper import Paper
from desktop.domain.print_job import PrintState
from desktop.domain.printers import PrinterChoice
from desktop.flow import printing
from desktop.flow.printing import PrintDesk, PrintProgress, PrintRequest, PrintsLeft
from desktop.store.print_queue import PrintQueue
from tests.flow.fakes import FakeClock
from tests.paper import REFERENCE, document, print_job
from tests.threads import refuse_threads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.print_job import PrintJob

Answer = tuple[PrintState, str] | Exception
TAKEN = (PrintState.TAKEN, "")
QUEUED = (PrintState.TAKEN, "receipts-7")


class ScriptedPrinters:
    """Printers that do what the test says (`flow.ports.Printers`).

    Attributes:
        sends: the answers to the next jobs; `TAKEN` if there are none.
        becomes: what became of a job in a queue.
        sent: every job that was sent.
        withdrawn: every job that was removed from its queue.
        sheets: whether a printer has sheets, by its name, if it tells.
        before_send: called before a job is sent.
    """

    def __init__(self) -> None:
        self.sends: list[Answer] = []
        self.becomes: PrintState | Exception | None = PrintState.TAKEN
        self.sent: list[PrintJob] = []
        self.withdrawn: list[PrintJob] = []
        self.withdrawing: Exception | None = None
        self.sheets: dict[str, bool] = {}
        self.before_send: Callable[[PrintJob], None] = lambda _job: None

    def send(self, job: PrintJob, keep_on: Callable[[], bool]) -> tuple[PrintState, str]:
        assert keep_on()
        self.before_send(job)
        self.sent.append(job)
        answer = self.sends.pop(0) if self.sends else TAKEN
        if isinstance(answer, Exception):
            raise answer
        return answer

    def check(self, job: PrintJob, keep_on: Callable[[], bool]) -> PrintState | None:
        assert job.is_in_queue
        assert keep_on() or isinstance(self.becomes, Exception)
        if isinstance(self.becomes, Exception):
            raise self.becomes
        return self.becomes

    def withdraw(self, job: PrintJob, keep_on: Callable[[], bool]) -> None:
        assert keep_on()
        self.withdrawn.append(job)
        if self.withdrawing is not None:
            raise self.withdrawing

    def choices(self) -> tuple[PrinterChoice, ...]:
        return (PrinterChoice("receipts", "receipts"),)

    def has_sheets(self, printer: str, keep_on: Callable[[], bool]) -> bool | None:
        assert keep_on()
        return self.sheets.get(printer)


class Shop:
    """A desk with its queue and its printers."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = FakeClock()
        self.printers = ScriptedPrinters()
        self.is_open = True
        self.wrong_for, self.knows_time = timedelta(0), True
        self.queue = PrintQueue(path)
        self.desk = PrintDesk(self.queue, self.printers, self.clock, lambda: self.is_open, sure_time=self.sure_time)

    def sure_time(self, now: datetime) -> datetime | None:
        """Returns the time that the journal proves; None in the first moments of a till."""
        return now - self.wrong_for if self.knows_time else None

    def restart(self) -> None:
        """Opens the queue again, as after the program was killed."""
        self.queue.close()
        self.queue = PrintQueue(self.path)
        self.desk = PrintDesk(self.queue, self.printers, self.clock, lambda: self.is_open, sure_time=self.sure_time)

    def submit(self, reference: str = REFERENCE, **others: bool) -> PrintJob:
        """Requests a print."""
        job = self.desk.submit(PrintRequest(document(), "receipts", Paper.MM_80, reference, **others))
        assert job is not None
        return job

    def work(self) -> PrintProgress:
        """Does everything that there is to do now."""
        changed: list[PrintJob] = []
        progress = self.desk.work()
        while progress.is_busy:
            changed += progress.changed
            progress = self.desk.work()
        return replace(progress, changed=(*changed, *progress.changed))

    def states(self) -> list[PrintState]:
        """Returns the states on disk, oldest first."""
        return [job.state for job in reversed(self.queue.of(REFERENCE))]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Yields a shop with an empty queue."""
    made = Shop(tmp_path / "print-queue.db")
    yield made
    made.queue.close()


def test_a_machine_that_has_run_out_of_threads(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job fails, so that the cashier can print it again. It does not seem to be sent for ever."""
    job = shop.submit()
    with monkeypatch.context() as patched:
        refuse_threads(patched)
        assert [one.state for one in shop.work().changed] == [PrintState.FAILED]
    assert shop.printers.sent == []
    shop.desk.print_again(job, "receipts", Paper.MM_80)
    assert [one.state for one in shop.work().changed] == [PrintState.TAKEN]


def test_jobs_are_sent_one_after_the_other(shop: Shop) -> None:
    """In the order of the requests, each once."""
    jobs = [shop.submit(reference) for reference in ("A", "B", "C")]
    progress = shop.work()
    assert [job.number for job in progress.changed] == [job.number for job in jobs]
    assert (progress.is_busy, progress.is_asking) == (False, False)
    assert shop.desk.work() == PrintProgress()
    assert [job.reference for job in shop.printers.sent] == ["A", "B", "C"]


def test_a_job_is_recorded_before_it_is_sent(shop: Shop) -> None:
    """So that it is not sent again after a crash."""
    seen: list[PrintState] = []

    def look(job: PrintJob) -> None:
        with closing(PrintQueue(shop.path)) as queue:
            seen.append(queue.of(job.reference)[0].state)

    shop.printers.before_send = look
    shop.submit()
    shop.work()
    assert seen == [PrintState.SENDING]
    assert shop.states() == [PrintState.TAKEN]


@pytest.mark.parametrize("why", PaperTrouble)
def test_a_job_that_fails_does_not_stop_the_others(shop: Shop, why: PaperTrouble) -> None:
    """It fails with its reason, and is not tried again by itself. The next one is sent."""
    shop.printers.sends = [PaperFailed(why), TAKEN]
    shop.submit("A")
    shop.submit("B")
    assert [(job.state, job.why) for job in shop.work().changed] == [
        (PrintState.FAILED, why),
        (PrintState.TAKEN, None),
    ]
    assert [job.reference for job in shop.queue.failed()] == ["A"]
    assert shop.desk.work() == PrintProgress()


def test_a_mistake_in_the_program_is_one_jobs_failure(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    """It is logged in full, and the next job is sent."""
    shop.printers.sends = [ZeroDivisionError("in a driver"), TAKEN]
    shop.submit("A")
    shop.submit("B")
    with caplog.at_level(logging.ERROR):
        failed, _ = shop.work().changed
    assert failed.why is PaperTrouble.PRINTER
    assert "in a driver" in caplog.text


def test_a_queue_is_asked_until_it_knows(shop: Shop) -> None:
    """What a queue has taken is not printed. It is asked again until it is."""
    shop.printers.sends = [QUEUED]
    shop.submit()
    assert shop.work().is_asking
    assert shop.desk.work() == PrintProgress(is_asking=True)
    shop.printers.becomes = PrintState.PRINTED
    progress = shop.desk.work()
    assert [job.state for job in progress.changed] == [PrintState.PRINTED]
    assert (progress.is_asking, shop.states()) == (False, [PrintState.PRINTED])


@pytest.mark.parametrize(("why", "is_withdrawn"), [(PaperTrouble.PAPER_OUT, True), (PaperTrouble.CANCELLED, False)])
def test_a_job_that_fails_in_its_queue_is_removed_from_it(shop: Shop, why: PaperTrouble, is_withdrawn: bool) -> None:
    """Otherwise it would come out beside its reprint. What someone has removed is gone already."""
    shop.printers.sends = [QUEUED]
    shop.submit()
    shop.work()
    shop.printers.becomes = PaperFailed(why)
    (failed,) = shop.desk.work().changed
    assert failed.why is why
    assert bool(shop.printers.withdrawn) is is_withdrawn


def test_a_job_that_cannot_be_removed_has_failed_all_the_same(shop: Shop) -> None:
    """The print service may be what fails."""
    shop.printers.sends = [QUEUED]
    shop.printers.withdrawing = PaperFailed(PaperTrouble.NO_SPOOLER)
    shop.submit()
    shop.work()
    shop.printers.becomes = PaperFailed(PaperTrouble.OFFLINE)
    (failed,) = shop.desk.work().changed
    assert failed.why is PaperTrouble.OFFLINE


def test_a_queue_that_has_forgotten_the_job(shop: Shop) -> None:
    """It stays taken: what became of it is not known, and no one asks again."""
    shop.printers.sends = [QUEUED]
    shop.submit()
    shop.work()
    shop.printers.becomes = None
    (job,) = shop.desk.work().changed
    assert (job.state, job.is_open) == (PrintState.TAKEN, False)
    assert shop.desk.work() == PrintProgress()


@pytest.mark.parametrize("seconds", [601, -86_400])
def test_a_queue_is_not_asked_for_ever(shop: Shop, seconds: float) -> None:
    """After ten minutes it stays unknown, or if the clock was wrong when it was printed."""
    shop.printers.sends = [QUEUED]
    shop.submit()
    shop.work()
    shop.clock.advance(seconds)
    (job,) = shop.desk.work().changed
    assert (job.state, job.is_open) == (PrintState.TAKEN, False)


def test_requests_are_recorded_while_a_printer_hangs(shop: Shop) -> None:
    """They survive a crash in that time. The printer does not hold up the thread that records them."""
    hanging = threading.Event()
    shop.printers.before_send = lambda _job: assert_set(hanging)
    shop.submit("A")
    assert shop.desk.work() == PrintProgress(is_busy=True)
    second = shop.submit("B")
    assert [job.reference for job in shop.queue.unfinished()] == ["A", "B"]
    assert shop.queue.unfinished()[1] == second
    hanging.set()
    assert [job.reference for job in shop.work().changed] == ["A", "B"]


def assert_set(event: threading.Event) -> None:
    """Waits for an event that the test sets."""
    assert event.wait(30)


class TestCopies:
    """When a print is a copy."""

    def test_a_second_print_is_a_copy_and_opens_no_drawer(self, shop: Shop) -> None:
        """The first is the original, also if it was only taken."""
        first = shop.submit(opens_drawer=True)
        shop.work()
        second = shop.submit(opens_drawer=True)
        assert (first.document, first.opens_drawer) == (document(), True)
        assert (second.document, second.opens_drawer) == (document().as_copy(), False)
        assert not shop.submit("another").opens_drawer

    def test_a_second_request_before_the_first_is_sent_is_the_same_job(self, shop: Shop) -> None:
        """A double press, or a press while the automatic print waits, makes one original."""
        first = shop.submit(is_automatic=True)
        assert shop.submit() == first
        shop.printers.sends = [PaperFailed(PaperTrouble.PAPER_OUT)]
        (failed,) = shop.work().changed
        again = shop.desk.print_again(failed, "receipts", None)
        assert shop.desk.print_again(failed, "receipts", None) == again
        assert shop.work().changed == (again.step(PrintState.SENDING, again.at).step(PrintState.TAKEN, again.at),)
        assert shop.submit().number != again.number

    def test_a_print_after_a_failure_is_the_original(self, shop: Shop) -> None:
        """Nothing came out, so the member has none yet."""
        shop.printers.sends = [PaperFailed(PaperTrouble.PAPER_OUT)]
        shop.submit()
        (failed,) = shop.work().changed
        assert shop.desk.print_again(failed, "receipts", None).document == document()
        assert shop.submit().document == document()

    def test_a_print_after_a_failure_in_the_middle_is_a_copy(self, shop: Shop) -> None:
        """The drawer has opened, and a part of the original is on paper, also for the next start of the till."""
        shop.printers.sends = [PaperFailed(PaperTrouble.PAPER_OUT, has_begun=True)]
        shop.submit(opens_drawer=True)
        (failed,) = shop.work().changed
        assert failed.why is PaperTrouble.PAPER_OUT
        shop.restart()
        again, other = shop.desk.print_again(failed, "receipts", None), shop.submit("", opens_drawer=True)
        assert (again.document, again.opens_drawer) == (document().as_copy(), False)
        assert other.opens_drawer
        second = shop.submit(opens_drawer=True)
        assert (second.document, second.opens_drawer) == (document().as_copy(), False)

    @pytest.mark.parametrize("why", list(PaperTrouble))
    def test_a_print_after_a_failure_in_a_queue_is_a_copy(self, shop: Shop, why: PaperTrouble) -> None:
        """The queue took the original. A part of it may be on paper, and it may come out whole once there is paper."""
        shop.printers.sends = [QUEUED]
        shop.printers.withdrawing = PaperFailed(PaperTrouble.NO_SPOOLER)
        shop.submit(opens_drawer=True)
        shop.work()
        shop.printers.becomes = PaperFailed(why)
        (failed,) = shop.desk.work().changed
        assert failed.why is why
        shop.restart()
        again, second = shop.desk.print_again(failed, "receipts", None), shop.submit(opens_drawer=True)
        for job in (again, second):
            assert (job.document, job.opens_drawer) == (document().as_copy(), False)

    def test_another_printer(self, shop: Shop) -> None:
        """It gets the same document."""
        again = shop.desk.print_again(shop.submit(), "tcp://10.0.0.9:9100", None)
        assert (again.printer, again.document) == ("tcp://10.0.0.9:9100", document())
        shop.work()
        assert [job.printer for job in shop.printers.sent] == ["receipts", "tcp://10.0.0.9:9100"]

    @pytest.mark.parametrize(
        ("has_sheets", "before", "last", "wanted"),
        [
            (True, Paper.MM_58, None, Paper.A4),
            (True, Paper.MM_58, Paper.MM_80, Paper.A4),
            (False, Paper.A4, None, Paper.MM_58),
            (None, Paper.A4, None, Paper.MM_58),
            (None, Paper.MM_58, None, Paper.MM_58),
            (None, Paper.MM_80, None, Paper.MM_58),
            (False, Paper.MM_80, Paper.MM_80, Paper.MM_80),
            (None, Paper.MM_80, Paper.MM_58, Paper.MM_58),
            (False, Paper.A4, Paper.MM_58, Paper.MM_58),
            (False, Paper.MM_58, Paper.A4, Paper.MM_58),
        ],
    )
    def test_the_paper_of_another_printer(
        self, shop: Shop, has_sheets: bool | None, before: Paper, last: Paper | None, wanted: Paper
    ) -> None:
        """Sheets if it says so; else the roll that came out of it last, or the narrowest, which fits any."""
        if has_sheets is not None:
            shop.printers.sheets["other"] = has_sheets
        for printer, paper in (("other", last), ("a third", Paper.MM_58)):
            if paper is not None:
                shop.desk.submit(PrintRequest(document(), printer, paper))
                shop.work()
        shop.printers.sends = [PaperFailed(PaperTrouble.PAPER_OUT)]
        shop.desk.submit(PrintRequest(document(), "other", Paper.MM_80 if before is Paper.MM_58 else Paper.MM_58))
        shop.work()
        again = shop.desk.print_again(print_job(paper=before), "other", None)
        assert (again.printer, again.paper) == ("other", wanted)

    def test_the_paper_of_a_printer_that_is_known(self, shop: Shop) -> None:
        """That of the settings counts for their printer. Otherwise the same printer has the same paper."""
        shop.printers.sheets["receipts"] = shop.printers.sheets["other"] = True
        job = print_job(paper=Paper.MM_80)
        assert shop.desk.print_again(job, "other", Paper.MM_58).paper is Paper.MM_58
        assert shop.desk.print_again(job, "receipts", Paper.MM_58).paper is Paper.MM_58
        assert shop.desk.print_again(job, "receipts", None).paper is Paper.MM_80

    @pytest.mark.parametrize("outcome", [TAKEN, PaperFailed(PaperTrouble.PAPER_OUT)])
    def test_an_automatic_print_happens_once(self, shop: Shop, outcome: Answer) -> None:
        """A receipt that is shown again is not printed again by itself, and neither is one that failed."""
        shop.printers.sends = [outcome]
        shop.submit(is_automatic=True)
        shop.work()
        request = PrintRequest(document(), "receipts", Paper.MM_80, REFERENCE, is_automatic=True)
        assert shop.desk.submit(request) is None
        shop.restart()
        assert shop.desk.submit(request) is None

    def test_test_prints_are_not_copies_of_each_other(self, shop: Shop) -> None:
        """They belong to no redemption."""
        shop.submit("")
        shop.work()
        assert shop.submit("").document == document()


class TestRestart:
    """What the last run left."""

    def test_a_job_that_was_waiting_is_printed_once(self, shop: Shop) -> None:
        """The till was killed before it was sent."""
        shop.submit()
        shop.restart()
        assert shop.desk.resume().interrupted == ()
        shop.work()
        shop.restart()
        assert shop.desk.resume().interrupted == ()
        shop.work()
        assert len(shop.printers.sent) == 1

    def test_a_job_that_was_being_sent_is_asked_about(self, shop: Shop) -> None:
        """It may be on paper. The till does not print it again by itself."""
        job = shop.submit()
        shop.queue.change(job.step(PrintState.SENDING, job.at))
        shop.restart()
        left = shop.desk.resume()
        assert [one.why for one in left.interrupted] == [PaperTrouble.STOPPED]
        assert left.failed == left.interrupted
        assert shop.work() == PrintProgress()
        assert shop.desk.print_again(left.failed[0], "receipts", None).document == document().as_copy()

    @pytest.mark.parametrize("seconds", [601, -86_400])
    def test_a_job_that_waited_too_long_is_asked_about(self, shop: Shop, seconds: float) -> None:
        """A receipt of yesterday must not come out in the morning, also if the clock was put right meanwhile."""
        shop.submit()
        shop.clock.advance(seconds)
        shop.restart()
        left = shop.desk.resume()
        assert [one.why for one in left.interrupted] == [PaperTrouble.NOT_PRINTED_YET]
        assert shop.work() == PrintProgress()
        assert shop.desk.print_again(left.failed[0], "receipts", None).document == document()

    def test_other_settings_change_nothing_about_jobs_under_way(self, shop: Shop) -> None:
        """The window starts again with other settings while one job is being sent and the next has waited long."""
        hanging = threading.Event()
        shop.printers.before_send = lambda _job: assert_set(hanging)
        shop.desk.resume()
        shop.submit("A")
        shop.submit("B")
        assert shop.desk.work().is_busy
        shop.clock.advance(601)
        assert shop.desk.resume() == PrintsLeft()
        hanging.set()
        assert [(job.reference, job.state) for job in shop.work().changed] == [
            ("A", PrintState.TAKEN),
            ("B", PrintState.TAKEN),
        ]

    @pytest.mark.parametrize("seconds", [0, 601])
    def test_a_job_in_a_queue_is_asked_about_again(self, shop: Shop, seconds: float) -> None:
        """The queue still has it, no matter how long ago the job was begun."""
        shop.printers.sends = [QUEUED]
        shop.submit()
        shop.clock.advance(seconds)
        shop.work()
        shop.restart()
        assert shop.desk.resume().interrupted == ()
        shop.printers.becomes = PrintState.PRINTED
        assert [job.state for job in shop.work().changed] == [PrintState.PRINTED]
        assert len(shop.printers.sent) == 1

    def test_failed_jobs_are_told_again_and_old_ones_forgotten(self, shop: Shop) -> None:
        """History shows them for a month."""
        shop.printers.sends = [PaperFailed(PaperTrouble.PAPER_OUT)]
        shop.submit()
        shop.work()
        shop.restart()
        left = shop.desk.resume()
        assert (left.interrupted, [job.reference for job in left.failed]) == ((), [REFERENCE])
        shop.clock.advance(timedelta(days=31).total_seconds())
        assert shop.desk.resume().failed == ()

    def test_a_wrong_clock_forgets_no_job(self, shop: Shop) -> None:
        """A year ahead for one start, or before the journal shows anything, every job stays."""
        shop.printers.sends = [PaperFailed(PaperTrouble.PAPER_OUT)]
        shop.submit()
        shop.work()
        shop.clock.advance(timedelta(days=365).total_seconds())
        for shop.knows_time, shop.wrong_for in ((True, timedelta(days=364)), (False, timedelta(0))):
            shop.restart()
            assert [job.reference for job in shop.desk.resume().failed] == [REFERENCE]


class TestDisk:
    """A disk that cannot be written."""

    def test_what_cannot_be_recorded_is_not_sent(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        """It would be sent again and again. It fails once, and the next job gets its turn."""
        shop.submit("A")
        shop.submit("B")
        self.break_disk(shop, monkeypatch, "A")
        failed, taken = shop.work().changed
        assert (failed.reference, failed.why) == ("A", PaperTrouble.QUEUE_FILE)
        assert (taken.reference, taken.state) == ("B", PrintState.TAKEN)
        assert shop.desk.work() == PrintProgress()

    def test_an_outcome_that_cannot_be_recorded_is_known(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        """The window hears it. After a restart, the till asks."""
        shop.submit()
        shop.printers.before_send = lambda _job: self.break_disk(shop, monkeypatch, REFERENCE)
        (job,) = shop.work().changed
        assert job.state is PrintState.TAKEN
        assert shop.desk.work() == PrintProgress()
        monkeypatch.undo()
        shop.restart()
        assert [one.why for one in shop.desk.resume().interrupted] == [PaperTrouble.STOPPED]

    def test_a_job_that_was_printed_again_after_a_full_disk_comes_out_once(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its failure is recorded before another one begins, so the next start does not print a second original."""
        shop.submit()
        self.break_disk(shop, monkeypatch, REFERENCE)
        (failed,) = shop.work().changed
        with pytest.raises(PaperFailed):
            shop.submit()
        with pytest.raises(PaperFailed):
            shop.desk.print_again(failed, "receipts", None)
        monkeypatch.undo()
        shop.desk.print_again(failed, "receipts", None)
        shop.work()
        shop.restart()
        shop.desk.resume()
        shop.work()
        assert [job.document for job in shop.printers.sent] == [document()]
        assert shop.states() == [PrintState.FAILED, PrintState.TAKEN]

    def test_an_outcome_is_recorded_at_the_end_if_the_disk_has_room_again(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The next start does not ask about a receipt that the printer has taken."""
        shop.submit()
        shop.printers.before_send = lambda _job: self.break_disk(shop, monkeypatch, REFERENCE)
        shop.work()
        monkeypatch.undo()
        shop.desk.close()
        shop.restart()
        assert shop.desk.resume().interrupted == ()
        assert shop.states() == [PrintState.TAKEN]

    def test_a_disk_that_is_still_full_at_the_end(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        """The file is closed all the same, and the next start asks."""
        shop.submit()
        shop.printers.before_send = lambda _job: self.break_disk(shop, monkeypatch, REFERENCE)
        shop.work()
        shop.desk.close()
        shop.restart()
        assert [one.why for one in shop.desk.resume().interrupted] == [PaperTrouble.STOPPED]

    def test_a_printed_job_that_cannot_be_recorded_is_told_once(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its queue is not asked about it again."""
        shop.printers.sends = [QUEUED]
        shop.submit()
        shop.work()
        self.break_disk(shop, monkeypatch, REFERENCE)
        shop.printers.becomes = PrintState.PRINTED
        assert [job.state for job in shop.work().changed] == [PrintState.PRINTED]
        assert shop.desk.work() == PrintProgress()

    def test_a_full_disk_does_not_hide_what_the_last_run_left(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Old jobs cannot be deleted, and the cashier hears of the receipt that was not printed all the same."""
        shop.printers.sends = [PaperFailed(PaperTrouble.PAPER_OUT)]
        shop.submit()
        shop.work()
        shop.restart()

        def full(_queue: PrintQueue, _before: datetime, _until: datetime) -> None:
            raise PaperFailed(PaperTrouble.QUEUE_FILE)

        monkeypatch.setattr(PrintQueue, "forget", full)
        assert [job.reference for job in shop.desk.resume().failed] == [REFERENCE]

    @staticmethod
    def break_disk(shop: Shop, monkeypatch: pytest.MonkeyPatch, reference: str) -> None:
        """Lets no change of a job be recorded any more."""
        change = shop.queue.change

        def refuse(job: PrintJob) -> None:
            if job.reference == reference:
                raise PaperFailed(PaperTrouble.QUEUE_FILE)
            change(job)

        monkeypatch.setattr(shop.queue, "change", refuse)


class TestEnd:
    """The till ends."""

    def test_everything_that_waits_is_sent_at_the_end(self, shop: Shop) -> None:
        """A cashier who closes the window at once still gets the receipt."""
        shop.submit("A")
        shop.submit("B")
        shop.desk.close()
        assert len(shop.printers.sent) == 2
        shop.restart()
        shop.desk.send_waiting()
        assert len(shop.printers.sent) == 2

    def test_nothing_is_sent_after_the_end(self, shop: Shop) -> None:
        """It waits for the next start."""
        shop.submit()
        shop.is_open = False
        shop.desk.send_waiting()
        assert shop.desk.work() == PrintProgress()
        assert shop.states() == [PrintState.WAITING]

    def test_a_question_that_the_end_cuts_off_proves_nothing(self, shop: Shop) -> None:
        """The job is asked about at the next start."""
        shop.printers.sends = [QUEUED]
        shop.submit()
        shop.work()

        def end() -> bool:
            answers.append(shop.is_open)
            return len(answers) < 2

        answers: list[bool] = []
        shop.desk = PrintDesk(shop.queue, shop.printers, shop.clock, end, sure_time=shop.sure_time)
        shop.printers.becomes = PaperFailed(PaperTrouble.STOPPED)
        assert shop.desk.work() == PrintProgress(is_asking=True)
        assert shop.states() == [PrintState.TAKEN]

    def test_a_printer_that_hangs_does_not_hold_up_the_end(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        """The job stays as being sent, so the next start asks. If it ends before that, its outcome counts."""
        hanging = threading.Event()
        shop.printers.before_send = lambda _job: assert_set(hanging)
        shop.submit()
        assert shop.desk.work().is_busy
        shop.is_open = False
        shop.desk.send_waiting()
        assert shop.states() == [PrintState.SENDING]
        monkeypatch.setattr(printing, "_SLICE", 30.0)
        hanging.set()
        assert [job.state for job in shop.desk.work().changed] == [PrintState.TAKEN]

    def test_an_outcome_in_the_last_moment_is_recorded(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        """The next start need not ask about the job."""
        hanging = threading.Event()
        shop.printers.before_send = lambda _job: assert_set(hanging)
        shop.submit()
        assert shop.desk.work().is_busy
        monkeypatch.setattr(printing, "_LAST_SLICE", 30.0)
        monkeypatch.setattr(shop.desk, "send_waiting", hanging.set)
        shop.desk.close()
        shop.queue = PrintQueue(shop.path)
        assert shop.states() == [PrintState.TAKEN]

    def test_the_file_is_closed(self, tmp_path: Path) -> None:
        """By the thread that opened it."""
        closed: list[bool] = []
        with closing(PrintQueue(tmp_path / "q.db")) as queue:
            queue.close = lambda: closed.append(True)  # type: ignore[method-assign]
            PrintDesk(queue, ScriptedPrinters(), FakeClock(), sure_time=lambda now: now).close()
            del queue.close
        assert closed == [True]


def test_the_printers_for_the_settings(shop: Shop) -> None:
    """The desk passes them on."""
    assert shop.desk.choices() == (PrinterChoice("receipts", "receipts"),)
    assert print_job().is_open
