"""Tests the print jobs on disk: they survive a restart, a damaged file is kept aside, and a full disk is a failure."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.paper import Paper, PaperDocument
from desktop.domain.print_job import PrintState
from desktop.domain.receipt import Line, LineKind
from desktop.store.print_queue import PrintQueue, document_text, read_document
from tests.paper import NOON, REFERENCE, document, print_job

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain.print_job import PrintJob

LATER = NOON + timedelta(minutes=1)
OTHER = "01M81NH5YMRCHACFDDE8T9K2FN"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns the queue's file. Its folder does not exist yet."""
    return tmp_path / "data" / "print-queue.db"


@pytest.fixture
def queue(path: Path) -> Iterator[PrintQueue]:
    """Yields an open queue."""
    with closing(PrintQueue(path)) as made:
        yield made


def failed(job: PrintJob, why: PaperTrouble = PaperTrouble.PAPER_OUT) -> PrintJob:
    """Lets a job fail."""
    return job.step(PrintState.SENDING, NOON).step(PrintState.FAILED, LATER, why=why)


def test_jobs_survive_a_restart(queue: PrintQueue, path: Path) -> None:
    """Everything about a job is the same after the file was opened again."""
    india = timezone(timedelta(hours=5, minutes=30))
    whole = print_job(
        document=PaperDocument(
            title="मीरा",
            lines=(Line(LineKind.PAIR, "Bill", "MG-1"), Line(LineKind.QR, REFERENCE)),
            is_rtl=True,
            watermark="TRAINING",
            copy_banner="COPY",
        ),
        printer="tcp://10.0.0.9:9100",
        paper=Paper.MM_58,
        opens_drawer=True,
        begun=datetime(2026, 11, 22, 18, 31, 5, 123456, tzinfo=india),
    )
    added = queue.add(whole)
    assert added == replace(whole, number=1)
    assert queue.add(print_job()).number == 2
    queue.close()
    with closing(PrintQueue(path)) as again:
        assert again.unfinished() == (added, print_job(number=2))
        assert again.of(REFERENCE)[-1] == added


def test_a_number_is_never_given_twice(queue: PrintQueue) -> None:
    """The number is in the title of a job in the system's queue, and must not stand for two jobs."""
    first = queue.add(print_job())
    queue.change(failed(first))
    queue.forget(LATER + timedelta(days=1), LATER + timedelta(days=1))
    assert queue.of(REFERENCE) == ()
    assert queue.add(print_job()).number == 2


def test_states_are_recorded(queue: PrintQueue) -> None:
    """State, reason, time and the name in the system's queue change. What is finished is not listed as unfinished."""
    jobs = [queue.add(print_job()) for _ in range(4)]
    sending = jobs[1].step(PrintState.SENDING, LATER)
    taken = jobs[2].step(PrintState.SENDING, LATER).step(PrintState.TAKEN, LATER, queue_job="receipts-7")
    for job in (sending, taken, failed(jobs[3])):
        queue.change(job)
    assert queue.unfinished() == (jobs[0], sending, taken)
    queue.change(taken.step(PrintState.PRINTED, LATER))
    assert queue.unfinished() == (jobs[0], sending)
    assert queue.of(REFERENCE)[0] == failed(jobs[3])


def test_a_failure_in_the_middle_is_recorded(queue: PrintQueue) -> None:
    """The next start knows that a part may be on paper. The job was in no queue."""
    sending = queue.add(print_job()).step(PrintState.SENDING, LATER)
    queue.change(sending.step(PrintState.FAILED, LATER, why=PaperTrouble.PAPER_OUT, has_begun=True))
    (found,) = queue.failed()
    assert (found.has_begun, found.queue_job, found.may_be_on_paper) == (True, "", True)


def test_failed_jobs_stay_until_something_newer_is_printed(queue: PrintQueue) -> None:
    """A failed job is listed by its reference, unless a later one exists. Test prints are never listed."""
    for reference in (REFERENCE, OTHER, ""):
        queue.change(failed(queue.add(print_job(reference=reference))))
    assert [job.reference for job in queue.failed()] == [OTHER, REFERENCE]
    queue.add(print_job(reference=OTHER))
    assert [job.reference for job in queue.failed()] == [REFERENCE]


def test_jobs_without_a_reference_belong_to_nothing(queue: PrintQueue) -> None:
    """Two test prints are not prints of the same thing."""
    queue.add(print_job(reference=""))
    assert queue.of("") == ()
    assert queue.of(OTHER) == ()


def test_old_jobs_are_forgotten(queue: PrintQueue) -> None:
    """Finished and failed jobs go, in any time zone. Jobs that still have to be printed stay."""
    tokyo = timezone(timedelta(hours=9))
    waiting = queue.add(print_job(at=NOON - timedelta(days=50)))
    old = queue.add(print_job())
    young = queue.add(print_job())
    queue.change(replace(failed(old), at=(NOON - timedelta(seconds=1)).astimezone(tokyo)))
    queue.change(replace(failed(young), at=NOON.astimezone(tokyo)))
    queue.forget(NOON, NOON)
    assert [job.number for job in queue.of(REFERENCE)] == [young.number, waiting.number]


def test_what_was_printed_while_the_clock_was_set_back_is_not_old(queue: PrintQueue) -> None:
    """It follows a job that is younger. Otherwise its next print would be a second original."""
    for days in (-40, -1, -365):
        at = NOON + timedelta(days=days)
        queue.change(replace(failed(queue.add(print_job(begun=at, at=at))), at=at))
    queue.forget(NOON - timedelta(days=30), NOON)
    assert [job.number for job in queue.of(REFERENCE)] == [3, 2]


def test_what_is_forgotten_is_gone_from_the_file(queue: PrintQueue, path: Path) -> None:
    """The content is overwritten, not only left out of the list."""
    queue.change(failed(queue.add(print_job(document=document("a secret of the shop")))))
    assert b"a secret of the shop" in path.read_bytes()
    queue.forget(LATER + timedelta(days=1), LATER + timedelta(days=1))
    queue.close()
    assert b"a secret of the shop" not in path.read_bytes()


def edit(path: Path, *statements: str) -> None:
    """Changes the file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE job SET state = 'eaten'",
        "UPDATE job SET state = 'waiting', paper = '57'",
        "UPDATE job SET why = 'tired'",
        "UPDATE job SET document = '{'",
        "UPDATE job SET document = '[1]'",
        "UPDATE job SET document = '{\"title\": 1}'",
        "UPDATE job SET at = 'noon'",
        "UPDATE job SET begun = '2026-11-22T12:00:00'",
    ],
)
def test_a_row_that_cannot_be_read_is_left_out(
    queue: PrintQueue, path: Path, caplog: pytest.LogCaptureFixture, statement: str
) -> None:
    """It does not stop the other jobs, and the log says so. It is forgotten with the others of its age."""
    queue.add(print_job(reference=OTHER))
    edit(path, statement)
    good = queue.add(print_job())
    with caplog.at_level(logging.WARNING):
        assert queue.of(OTHER) == ()
    assert "cannot be read" in caplog.text
    assert queue.unfinished() == (good,)
    queue.forget(NOON - timedelta(days=1), NOON - timedelta(days=1))
    assert queue.unfinished() == (good,)


def test_a_row_without_a_time_is_old(queue: PrintQueue, path: Path) -> None:
    """It is deleted, because nothing tells its age."""
    queue.change(failed(queue.add(print_job())))
    edit(path, "UPDATE job SET at = ''")
    queue.forget(NOON - timedelta(days=900), NOON - timedelta(days=900))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM job").fetchone() == (0,)


@pytest.mark.parametrize("kind", ["text", "other tables", "torn"])
def test_a_file_that_cannot_be_used_is_kept_aside(path: Path, kind: str, caplog: pytest.LogCaptureFixture) -> None:
    """Printing goes on with a new file. The old one keeps its content under another name."""
    with closing(PrintQueue(path)) as made:
        for _ in range(200):
            made.add(print_job())
    match kind:
        case "text":
            path.write_text("this is not a database, but long enough to be taken for one " * 20)
        case "other tables":
            edit(path, "DROP TABLE job", "CREATE TABLE job (number INTEGER, reference TEXT, state TEXT)")
        case _:
            data = bytearray(path.read_bytes())
            middle = len(data) // 2
            data[middle : middle + 4_000] = os.urandom(4_000)
            path.write_bytes(data)
    before = path.read_bytes()
    with caplog.at_level(logging.WARNING), closing(PrintQueue(path)) as queue:
        assert queue.unfinished() == ()
        assert queue.add(print_job()).number == 1
    assert path.with_name("print-queue.db.damaged").read_bytes() == before
    assert "kept aside" in caplog.text


def test_a_file_of_a_newer_version_stays(queue: PrintQueue, path: Path) -> None:
    """The newer program still prints what waits in it."""
    queue.add(print_job())
    edit(path, "PRAGMA user_version = 2")
    before = path.read_bytes()
    with pytest.raises(PaperFailed) as caught:
        PrintQueue(path)
    assert caught.value.support == "PT-PAPER-QUEUE-FILE"
    assert (path.read_bytes(), list(path.parent.glob("*.damaged"))) == (before, [])


def test_a_place_where_there_can_be_no_file(tmp_path: Path) -> None:
    """The failure has a code. It is the job's, not the till's."""
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(PaperFailed) as caught:
        PrintQueue(tmp_path / "data" / "print-queue.db")
    assert caught.value.support == "PT-PAPER-QUEUE-FILE"


def test_a_file_that_is_in_use(queue: PrintQueue, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not kept aside, because it is sound."""
    queue.add(print_job())
    monkeypatch.setattr("desktop.store.side_database._TIMEOUT", 0.0)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(PaperFailed):
            PrintQueue(path)
    assert not path.with_name("print-queue.db.damaged").exists()
    assert len(queue.unfinished()) == 1


def test_a_full_disk_is_a_failure_of_the_job(queue: PrintQueue) -> None:
    """What is on the disk stays, and what cannot be recorded is not claimed to be."""
    queue.add(print_job())
    queue._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(PaperFailed) as caught:
        queue.add(print_job(document=document("x" * 100_000)))
    assert caught.value.why is PaperTrouble.QUEUE_FILE
    assert queue.unfinished()


def test_using_a_closed_queue_is_a_mistake_in_the_program(queue: PrintQueue) -> None:
    """It is not reported as a disk that does not work."""
    queue.close()
    with pytest.raises(sqlite3.ProgrammingError):
        queue.add(print_job())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in other ways")
def test_the_file_is_this_users_own(queue: PrintQueue, path: Path) -> None:
    """Receipts are not for other users, even if something made the file readable."""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    queue.close()
    path.chmod(0o644)
    PrintQueue(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DOCUMENTS = st.builds(
    PaperDocument,
    title=TEXTS,
    lines=st.lists(st.builds(Line, st.sampled_from(LineKind), TEXTS, TEXTS), max_size=5).map(tuple),
    is_rtl=st.booleans(),
    watermark=TEXTS,
    copy_banner=TEXTS,
)


@given(DOCUMENTS)
def test_any_document_is_read_as_it_was_written(made: PaperDocument) -> None:
    """In every script, with every mark."""
    assert read_document(document_text(made)) == made


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(repr))
def test_any_text_is_a_document_or_a_value_error(text: str) -> None:
    """Nothing else is raised."""
    try:
        found = read_document(text)
    except ValueError:
        return
    assert isinstance(found, PaperDocument)
