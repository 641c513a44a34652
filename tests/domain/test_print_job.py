"""Tests the states of a print job, and when another print is a copy."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.domain.failures import PaperTrouble
from desktop.domain.paper import Paper
from desktop.domain.print_job import PrintState
from tests.paper import NOON, document, print_job

LATER = NOON + timedelta(seconds=3)
WAITING, SENDING, TAKEN, PRINTED, FAILED = PrintState

STEPS = {
    (WAITING, SENDING), (WAITING, FAILED), (SENDING, TAKEN), (SENDING, PRINTED), (SENDING, FAILED), (TAKEN, PRINTED),
    (TAKEN, FAILED),
}  # fmt: skip


@pytest.mark.parametrize("before", PrintState)
@pytest.mark.parametrize("after", PrintState)
def test_only_these_steps_exist(before: PrintState, after: PrintState) -> None:
    """What is printed or has failed stays so. Nothing is sent twice."""
    job = print_job(state=before, why=PaperTrouble.HALF if before is FAILED else None)
    why = PaperTrouble.PAPER_OUT if after is FAILED else None
    if (before, after) in STEPS:
        stepped = job.step(after, LATER, why=why)
        assert (stepped.state, stepped.why, stepped.at, stepped.begun) == (after, why, LATER, NOON)
    else:
        with pytest.raises(ValueError, match="no step"):
            job.step(after, LATER, why=why)


@pytest.mark.parametrize(("state", "why"), [(FAILED, None), (TAKEN, PaperTrouble.HALF)])
def test_a_failure_and_only_a_failure_has_a_reason(state: PrintState, why: PaperTrouble | None) -> None:
    """A job cannot fail without a reason that can be shown, or have one without failing."""
    with pytest.raises(ValueError, match="no step"):
        print_job(state=SENDING).step(state, LATER, why=why)


def test_a_failure_can_be_shown() -> None:
    """A failed job has a failure with its code. Others have none."""
    failed = print_job(state=SENDING).step(FAILED, LATER, why=PaperTrouble.COVER_OPEN)
    assert failed.failure is not None
    assert failed.failure.support == "PT-PAPER-COVER-OPEN"
    assert print_job().failure is None


def test_the_name_in_the_queue_is_kept() -> None:
    """A later step without a name keeps the one that the job has."""
    taken = print_job(state=SENDING).step(TAKEN, LATER, queue_job="receipts-7")
    assert taken.queue_job == "receipts-7"
    assert taken.step(PRINTED, LATER).queue_job == "receipts-7"


@pytest.mark.parametrize(
    ("state", "queue_job", "is_open", "is_in_queue"),
    [
        (WAITING, "", True, False),
        (SENDING, "", True, False),
        (TAKEN, "receipts-7", True, True),
        (TAKEN, "", False, False),
        (PRINTED, "receipts-7", False, False),
    ],
)
def test_open_jobs(state: PrintState, queue_job: str, is_open: bool, is_in_queue: bool) -> None:
    """A job that a printer has taken is open only if there is a queue to ask."""
    job = print_job(state=state, queue_job=queue_job)
    assert (job.is_open, job.is_in_queue) == (is_open, is_in_queue)


@pytest.mark.parametrize("why", PaperTrouble)
def test_another_print_is_a_copy_if_something_may_have_come_out(why: PaperTrouble) -> None:
    """After a fault before the first line, the next print is the original. After one in the middle, it is a copy."""
    in_the_middle = why in {
        PaperTrouble.HALF, PaperTrouble.HANGING, PaperTrouble.STOPPED, PaperTrouble.CANCELLED, PaperTrouble.PRINTER,
    }  # fmt: skip
    failed = print_job(state=SENDING, opens_drawer=True).step(FAILED, LATER, why=why)
    again = failed.again(LATER, printer="receipts", paper=Paper.MM_80)
    assert failed.may_be_on_paper is in_the_middle
    assert again.document == (document().as_copy() if in_the_middle else document())
    assert again.opens_drawer is not in_the_middle
    assert (again.state, again.why, again.number, again.begun) == (WAITING, None, 0, LATER)


def test_what_a_queue_had_taken_may_be_on_paper_after_any_failure() -> None:
    """The name in the queue tells it, also of a job that an earlier version recorded."""
    taken = print_job(state=SENDING, opens_drawer=True).step(TAKEN, LATER, queue_job="receipts-7")
    failed = taken.step(FAILED, LATER, why=PaperTrouble.PAPER_OUT)
    assert failed.may_be_on_paper
    assert failed.again(LATER, printer="receipts", paper=Paper.MM_80).document == document().as_copy()


@pytest.mark.parametrize(("state", "may_be"), [(WAITING, False), (SENDING, True), (TAKEN, True), (PRINTED, True)])
def test_a_job_that_left_may_be_on_paper(state: PrintState, may_be: bool) -> None:
    """From the first byte on, it may."""
    assert print_job(state=state).may_be_on_paper is may_be


def test_another_printer() -> None:
    """The same document goes to another printer, for its paper."""
    job = print_job(state=TAKEN, queue_job="receipts-7").again(LATER, printer="tcp://10.0.0.9:9100", paper=Paper.MM_58)
    assert (job.printer, job.paper, job.queue_job) == ("tcp://10.0.0.9:9100", Paper.MM_58, "")


def test_the_reference_that_a_cashier_reads_out() -> None:
    """It is short, and empty for a test print."""
    assert print_job().short_reference == "01M8…K2FM"
    assert print_job(reference="").short_reference == ""
