"""Tests of the workers: each has its own thread, requests run in order, and answers go to the method that asked."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread, Slot

from desktop.domain.failures import Failure, NotSent, Unexpected, Unsent
from desktop.gui.worker import WorkerThread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@dataclass
class EchoService:
    """A service that remembers in which thread it was used."""

    threads: list[QThread] = field(default_factory=list)
    closed_in: QThread | None = None

    def echo(self, word: str, *, times: int = 1) -> str:
        self.threads.append(QThread.currentThread())
        return word * times

    def fail(self, error: Exception) -> str:
        raise error

    def wait(self, begun: threading.Event, go: threading.Event) -> str:
        begun.set()
        go.wait(10)
        return "waited"

    def close(self) -> None:
        self.closed_in = QThread.currentThread()


class Listener(QObject):
    """Takes the answers, and remembers in which thread."""

    def __init__(self, worker: WorkerThread[EchoService]) -> None:
        super().__init__()
        self.worker = worker
        self.answers: list[str] = []
        self.failures: list[Failure] = []
        self.opened: list[Failure | None] = []
        self.threads: set[QThread] = set()
        worker.opened.connect(self.on_opened)

    def ask(self, word: str) -> None:
        self.worker.ask(self.on_answer, self.on_failure, EchoService.echo, word)

    def ask_to_fail(self, error: Exception) -> None:
        self.worker.ask(self.on_answer, self.on_failure, EchoService.fail, error)

    def ask_to_wait(self) -> tuple[threading.Event, threading.Event]:
        begun, go = threading.Event(), threading.Event()
        self.worker.ask(self.on_answer, self.on_failure, EchoService.wait, begun, go)
        return begun, go

    @Slot(object)
    def on_answer(self, answer: str) -> None:
        self.answers.append(answer)
        self.threads.add(QThread.currentThread())

    @Slot(object)
    def on_failure(self, failure: Failure) -> None:
        self.failures.append(failure)
        self.threads.add(QThread.currentThread())

    @Slot(object)
    def on_opened(self, failure: Failure | None) -> None:
        self.opened.append(failure)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def service() -> EchoService:
    """Returns the service that the worker works with."""
    return EchoService()


@pytest.fixture
def worker(qtbot: QtBot, service: EchoService) -> Iterator[WorkerThread[EchoService]]:  # noqa: ARG001 - Qt must be running
    """A worker that ends with the test."""
    made = WorkerThread("test", lambda: service)
    yield made
    assert made.finish(5_000)


@pytest.fixture
def heard(worker: WorkerThread[EchoService]) -> Listener:
    """Returns the listener that asks the worker and takes its answers."""
    return Listener(worker)


def test_a_method_runs_in_the_workers_thread_and_its_answer_arrives_in_this_one(
    worker: WorkerThread[EchoService], heard: Listener, service: EchoService, qtbot: QtBot
) -> None:
    """The method gets the arguments that were given."""
    worker.open()
    worker.ask(heard.on_answer, heard.on_failure, EchoService.echo, "one", times=2)
    qtbot.waitUntil(lambda: heard.answers == ["oneone"])
    assert heard.opened == [None]
    assert heard.threads == {QThread.currentThread()}
    assert service.threads == [worker._thread]
    assert service.threads[0] is not QThread.currentThread()


def test_answers_come_in_the_order_of_the_requests(
    worker: WorkerThread[EchoService], heard: Listener, qtbot: QtBot
) -> None:
    """The answers keep the order of the requests, even if many are made at once."""
    worker.open()
    for one in range(50):
        heard.ask(str(one))
    qtbot.waitUntil(lambda: len(heard.answers) == 50)
    assert heard.answers == [str(one) for one in range(50)]


def test_each_answer_goes_to_the_method_that_asked(
    worker: WorkerThread[EchoService], heard: Listener, qtbot: QtBot
) -> None:
    """The answer goes to no other method."""
    other = Listener(worker)
    worker.open()
    heard.ask("mine")
    other.ask("other")
    qtbot.waitUntil(lambda: bool(heard.answers and other.answers))
    assert (heard.answers, other.answers) == (["mine"], ["other"])


def test_a_failure_comes_back_as_itself(worker: WorkerThread[EchoService], heard: Listener, qtbot: QtBot) -> None:
    """The failure itself arrives, and the next request is answered."""
    failure = NotSent(Unsent.NAME)
    worker.open()
    heard.ask_to_fail(failure)
    heard.ask("next")
    qtbot.waitUntil(lambda: heard.answers == ["next"])
    assert heard.failures == [failure]
    assert heard.threads == {QThread.currentThread()}


@pytest.mark.parametrize("error", [RuntimeError("secret"), KeyError("secret"), SystemError("secret")])
def test_an_unexpected_exception_is_logged_and_comes_back_without_details(
    worker: WorkerThread[EchoService],
    heard: Listener,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
) -> None:
    """It is `Unexpected` to the cashier and logged in full, and the worker goes on."""
    worker.open()
    heard.ask_to_fail(error)
    heard.ask("next")
    qtbot.waitUntil(lambda: heard.answers == ["next"])
    (failure,) = heard.failures
    assert isinstance(failure, Unexpected)
    assert "secret" not in str(failure)
    assert "secret" in caplog.text
    assert "EchoService.fail failed" in caplog.text


def test_the_log_names_the_workers_thread(
    worker: WorkerThread[EchoService], heard: Listener, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """A line of the log has the name that the worker was given, and not one that Python made up."""
    worker.open()
    heard.ask_to_fail(RuntimeError("no"))
    qtbot.waitUntil(lambda: bool(heard.failures))
    assert {record.threadName for record in caplog.records} == {"test"}


@pytest.mark.parametrize("error", [NotSent(Unsent.NAME), RuntimeError("no")])
def test_a_service_that_cannot_be_opened(qtbot: QtBot, error: Exception) -> None:
    """Every request is answered with the failure, and opening again may work."""
    errors = [error]

    def open_service() -> EchoService:
        if errors:
            raise errors.pop()
        return EchoService()

    worker = WorkerThread("test", open_service)
    heard = Listener(worker)
    worker.open()
    heard.ask("one")
    qtbot.waitUntil(lambda: len(heard.failures) == 1)
    told = heard.opened[0]
    assert isinstance(told, NotSent if isinstance(error, NotSent) else Unexpected)
    assert heard.failures[0] is told
    worker.open()
    heard.ask("two")
    qtbot.waitUntil(lambda: heard.answers == ["two"])
    assert heard.opened[1] is None
    worker.open()
    qtbot.waitUntil(lambda: len(heard.opened) == 3)
    assert heard.opened[2] is None
    assert worker.finish(5_000)


@pytest.mark.usefixtures("qtbot")
def test_answers_go_to_methods_of_objects_only(worker: WorkerThread[EchoService], heard: Listener) -> None:
    """Functions are rejected, because one could be called after the object behind it is gone."""
    words: list[str] = []
    with pytest.raises(TypeError, match="a method of a QObject"):
        worker.ask(words.append, heard.on_failure, EchoService.echo, "one")
    with pytest.raises(TypeError, match="a method of a QObject"):
        worker.ask(heard.on_answer, lambda failure: words.append(str(failure)), EchoService.echo, "one")


def test_a_deleted_object_gets_no_answer(worker: WorkerThread[EchoService], heard: Listener, qtbot: QtBot) -> None:
    """A page may be closed while its request is under way."""
    from shiboken6 import delete

    gone = Listener(worker)
    worker.open()
    gone.ask("nothing")
    delete(gone)
    heard.ask("next")
    qtbot.waitUntil(lambda: heard.answers == ["next"])
    assert gone.answers == []


def test_the_service_is_closed_at_the_end_in_its_own_thread(
    worker: WorkerThread[EchoService], heard: Listener, service: EchoService, qtbot: QtBot
) -> None:
    """The service is closed as the last call in the thread, which has then ended."""
    worker.open()
    qtbot.waitUntil(lambda: heard.opened == [None])
    assert worker.finish(5_000)
    assert service.closed_in is worker._thread
    assert worker._thread.isFinished()


@pytest.mark.usefixtures("qtbot")
def test_a_worker_that_was_never_opened_ends_at_once() -> None:
    """A worker that was never opened opens nothing afterwards."""
    worker = WorkerThread("test", EchoService)
    assert worker.finish(1)
    worker.open()
    assert not worker._thread.isRunning()


def test_the_last_answer_is_delivered(worker: WorkerThread[EchoService], heard: Listener, qtbot: QtBot) -> None:
    """A request that ends while the worker is being finished is delivered, because it may be a redemption."""
    worker.open()
    qtbot.waitUntil(lambda: heard.opened == [None])
    begun, go = heard.ask_to_wait()
    assert begun.wait(5)
    threading.Timer(0.1, go.set).start()
    assert worker.finish(5_000)
    assert heard.answers == ["waited"]


def test_requests_are_done_before_the_end(worker: WorkerThread[EchoService], heard: Listener) -> None:
    """With `after_requests`, what was asked before is done and answered, however busy the thread is."""
    worker.open()
    _begun, go = heard.ask_to_wait()
    for number in range(20):
        heard.ask(str(number))
    go.set()
    assert worker.finish(10_000, after_requests=True)
    assert heard.answers == ["waited", *map(str, range(20))]


def test_a_worker_that_does_not_end_in_time(qtbot: QtBot) -> None:
    """`finish` returns False.

    The worker is kept, because a thread that is destroyed while it runs aborts the program.
    """
    worker = WorkerThread("test", EchoService)
    heard = Listener(worker)
    worker.open()
    qtbot.waitUntil(lambda: heard.opened == [None])
    begun, go = heard.ask_to_wait()
    assert begun.wait(5)
    assert not worker.finish(50)
    thread = worker._thread
    del worker
    go.set()
    assert thread.wait(5_000)
