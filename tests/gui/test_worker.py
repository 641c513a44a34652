"""The workers: in their own threads, one thing after the other, and nothing that goes wrong ends them."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, QThread, Slot

from desktop.domain.failures import Failure, NotSent, Unexpected, Unsent
from desktop.gui.worker import Crew, Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@dataclass
class Table:
    """A desk that remembers what was done at it, and where."""

    threads: list[QThread] = field(default_factory=list)
    closed_in: QThread | None = None

    def close(self) -> None:
        self.closed_in = QThread.currentThread()


@dataclass(frozen=True)
class Say:
    """Does nothing but answer."""

    word: str

    def carry_out(self, desk: Table) -> str:
        desk.threads.append(QThread.currentThread())
        return self.word


@dataclass(frozen=True)
class Fail:
    """Fails."""

    error: Exception

    def carry_out(self, _desk: Table) -> str:
        raise self.error


@dataclass(frozen=True)
class Wait:
    """Waits until it is let go."""

    begun: threading.Event
    go: threading.Event

    def carry_out(self, _desk: Table) -> str:
        self.begun.set()
        self.go.wait(10)
        return "waited"


class Listener(QObject):
    """Hears what comes out, and in which thread."""

    def __init__(self, crew: Crew[Table]) -> None:
        super().__init__()
        self.replies: list[Reply] = []
        self.opened: list[Failure | None] = []
        self.threads: set[QThread] = set()
        crew.replied.connect(self._on_replied)
        crew.opened.connect(self._on_opened)

    @Slot(object)
    def _on_replied(self, reply: Reply) -> None:
        self.replies.append(reply)
        self.threads.add(QThread.currentThread())

    @Slot(object)
    def _on_opened(self, failure: Failure | None) -> None:
        self.opened.append(failure)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def desk() -> Table:
    """The desk of a crew."""
    return Table()


@pytest.fixture
def crew(qtbot: QtBot, desk: Table) -> Iterator[Crew[Table]]:  # noqa: ARG001 - Qt has to be there
    """A crew; it ends with the test."""
    made = Crew("test", lambda: desk)
    yield made
    assert made.finish(5_000)


@pytest.fixture
def heard(crew: Crew[Table]) -> Listener:
    """Whoever listens to it."""
    return Listener(crew)


def results(heard: Listener) -> list[Any]:
    """What came back."""
    return [reply.result for reply in heard.replies]


def test_work_is_done_elsewhere_and_heard_here(crew: Crew[Table], heard: Listener, desk: Table, qtbot: QtBot) -> None:
    """The desk is worked at in the worker's thread; slots run in the painting one."""
    crew.open()
    crew.ask(Say("one"))
    qtbot.waitUntil(lambda: results(heard) == ["one"])
    assert heard.opened == [None]
    assert heard.threads == {QThread.currentThread()}
    assert desk.threads == [crew._thread]
    assert desk.threads[0] is not QThread.currentThread()


def test_answers_come_in_the_order_of_the_questions(crew: Crew[Table], heard: Listener, qtbot: QtBot) -> None:
    """Each with the number that was given for it."""
    crew.open()
    numbers = [crew.ask(Say(str(one))) for one in range(50)]
    qtbot.waitUntil(lambda: len(heard.replies) == 50)
    assert results(heard) == [str(one) for one in range(50)]
    assert [reply.number for reply in heard.replies] == numbers
    assert len(set(numbers)) == 50


def test_a_failure_comes_out_as_itself(crew: Crew[Table], heard: Listener, qtbot: QtBot) -> None:
    """What is expected to go wrong is told as what it is, and the next question is answered."""
    failure = NotSent(Unsent.NAME)
    crew.open()
    crew.ask(Fail(failure))
    crew.ask(Say("next"))
    qtbot.waitUntil(lambda: len(heard.replies) == 2)
    assert heard.replies[0].failure is failure
    assert results(heard) == [None, "next"]


@pytest.mark.parametrize("error", [RuntimeError("secret"), KeyError("secret"), SystemError("secret")])
def test_a_mistake_is_logged_and_told_without_its_words(
    crew: Crew[Table], heard: Listener, qtbot: QtBot, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    """Anything else is `Unexpected` to the cashier, whole in the log, and the worker goes on."""
    crew.open()
    crew.ask(Fail(error))
    crew.ask(Say("next"))
    qtbot.waitUntil(lambda: len(heard.replies) == 2)
    assert isinstance(heard.replies[0].failure, Unexpected)
    assert "secret" not in str(heard.replies[0].failure)
    assert "secret" in caplog.text
    assert "Fail failed" in caplog.text
    assert results(heard) == [None, "next"]


@pytest.mark.parametrize("error", [NotSent(Unsent.NAME), RuntimeError("no")])
def test_a_desk_that_cannot_be_opened(qtbot: QtBot, error: Exception) -> None:
    """It is told, every question is answered with it, and opening again may work."""
    errors = [error]

    def open_desk() -> Table:
        if errors:
            raise errors.pop()
        return Table()

    crew: Crew[Table] = Crew("test", open_desk)
    heard = Listener(crew)
    crew.open()
    crew.ask(Say("one"))
    qtbot.waitUntil(lambda: len(heard.replies) == 1)
    told = heard.opened[0]
    assert isinstance(told, NotSent if isinstance(error, NotSent) else Unexpected)
    assert heard.replies[0].failure is told
    crew.open()
    crew.ask(Say("two"))
    qtbot.waitUntil(lambda: len(heard.replies) == 2)
    assert heard.opened[1] is None
    assert results(heard) == [None, "two"]
    crew.open()
    qtbot.waitUntil(lambda: len(heard.opened) == 3)
    assert heard.opened[2] is None
    assert crew.finish(5_000)


def test_the_desk_is_closed_at_the_end_where_it_was_opened(
    crew: Crew[Table], heard: Listener, desk: Table, qtbot: QtBot
) -> None:
    """As the last thing in the worker's thread, which then is over."""
    crew.open()
    qtbot.waitUntil(lambda: heard.opened == [None])
    assert crew.finish(5_000)
    assert desk.closed_in is crew._thread
    assert crew._thread.isFinished()


@pytest.mark.usefixtures("qtbot")
def test_a_crew_that_never_began_is_over_at_once() -> None:
    """Nothing to wait for; and nothing is opened any more afterwards."""
    crew: Crew[Table] = Crew("test", Table)
    assert crew.finish(1)
    crew.open()
    assert not crew._thread.isRunning()


def test_what_was_answered_at_the_last_comes_out(crew: Crew[Table], heard: Listener, qtbot: QtBot) -> None:
    """An operation that ends as the crew is being ended is heard: it may be a redemption."""
    begun, go = threading.Event(), threading.Event()
    crew.open()
    qtbot.waitUntil(lambda: heard.opened == [None])
    crew.ask(Wait(begun, go))
    assert begun.wait(5)
    threading.Timer(0.1, go.set).start()
    assert crew.finish(5_000)
    assert results(heard) == ["waited"]


def test_a_worker_that_does_not_end_in_time(qtbot: QtBot) -> None:
    """That is said; the crew is kept, since a thread that is forgotten while it runs ends the program."""
    begun, go = threading.Event(), threading.Event()
    crew: Crew[Table] = Crew("test", Table)
    heard = Listener(crew)
    crew.open()
    qtbot.waitUntil(lambda: heard.opened == [None])
    crew.ask(Wait(begun, go))
    assert begun.wait(5)
    assert not crew.finish(50)
    thread = crew._thread
    del crew
    go.set()
    assert thread.wait(5_000)
