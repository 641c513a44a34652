"""Hand-overs by themselves: whose customer it is, what is told when, and how a second start finds the window."""

from __future__ import annotations

import errno
import io
import json
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalSocket

from desktop.domain.exit_codes import ExitCode
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.prefill import Prefill
from desktop.domain.redemption import Attempt, Draft, Redeemed, State
from desktop.gui.screen import Busy, Place, Screen
from desktop.pos import second_start, single_instance
from desktop.pos.hand_over import MAX_WAITING, HandOver, HandOvers, prefill_of
from desktop.pos.handed_text import TextError
from desktop.pos.single_instance import SecondStartServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)


class Counter(QObject):
    """The part of the controller that hand-overs know."""

    attempt_known = Signal(object)
    customer_done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.screen = Screen()
        self.said: list[str] = []
        self.served: list[str] = []

    @property
    def is_idle(self) -> bool:
        """As the controller says it, without what is being typed."""
        if self.screen.busy is not None:
            return False
        if self.screen.place is Place.MEMBER:
            return self.screen.member is None
        return self.screen.place in {Place.RECEIPT, Place.UNKNOWN}

    def say(self, _tone: str, text: str) -> None:
        self.said.append(text)

    def hand_over(self, prefill: Prefill) -> None:
        self.served.append(prefill.bill)
        self.done(prefill)

    def done(self, prefill: Prefill | None = None) -> None:
        """The window is emptied for the next customer."""
        self.screen = Screen(visit=self.screen.visit + 1, prefill=prefill or Prefill())
        self.customer_done.emit(None)

    def know(self, attempt: Attempt) -> None:
        """An attempt is shown and known."""
        self.screen = replace(self.screen, attempt=attempt, busy=None)
        self.attempt_known.emit(attempt)


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:  # noqa: ARG001 - Qt has to be there
    """A counter."""
    return Counter()


@pytest.fixture
def written() -> list[tuple[str | None, str]]:
    """Outcomes that were to be written, and where."""
    return []


@pytest.fixture
def hand_overs(counter: Counter, written: list[tuple[str | None, str]]) -> HandOvers:
    """Hand-overs at the counter."""
    return HandOvers(counter, lambda record, path: written.append((record["outcome"], path)))


def attempt(state: State, reference: str = "R1") -> Attempt:
    """An attempt in a state."""
    draft = Draft(identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(10)), bill="B")
    redeemed = Redeemed(redemption_id="x", points=Decimal(10)) if state is State.REDEEMED else None
    return Attempt(
        reference=reference, state=state, draft=draft, till="t", cashier="", at=NOW, changed=NOW, redeemed=redeemed
    )


def own(bill: str = "A") -> HandOver:
    """The bill that this program was started for."""
    return HandOver(Prefill(bill=bill), "out.json")


def test_a_bill_is_taken_at_once_where_nobody_is_served(hand_overs: HandOvers, counter: Counter) -> None:
    """The fields are filled in; nothing is said about waiting."""
    hand_overs.take(own())
    assert counter.served == ["A"]
    assert counter.said == []


@pytest.mark.parametrize(
    "screen",
    [
        Screen(busy=Busy.FINDING),
        Screen(place=Place.POINTS),
        Screen(place=Place.CODE),
        Screen(place=Place.CODE, busy=Busy.REDEEMING),
    ],
)
def test_nobody_is_interrupted(hand_overs: HandOvers, counter: Counter, screen: Screen) -> None:
    """In the middle of a customer the bill waits, the cashier is told, and it opens when that one is done."""
    counter.screen = screen
    hand_overs.take(own())
    assert counter.served == []
    assert len(counter.said) == 1
    counter.done()
    assert counter.served == ["A"]


def test_bills_are_served_one_after_the_other(
    hand_overs: HandOvers, counter: Counter, written: list[tuple[str | None, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Three bills: each is served once, in order, and gets its own outcome."""
    for bill in "ABC":
        hand_overs.take(HandOver(Prefill(bill=bill), f"{bill}.json"))
    assert counter.served == ["A"]
    counter.know(attempt(State.REDEEMED))
    counter.done()
    assert counter.served == ["A", "B"]
    counter.done()
    assert counter.served == ["A", "B", "C"]
    counter.know(attempt(State.REFUSED, "R3"))
    counter.done()
    assert written == [("redeemed", "A.json"), ("cancelled", "B.json"), ("refused", "C.json")]
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["outcome"] for one in said] == ["redeemed", "cancelled", "refused"]


def test_the_program_ends_when_its_own_customer_is_done(hand_overs: HandOvers, counter: Counter, qtbot: QtBot) -> None:
    """Not before, and not while others wait."""
    hand_overs.take(own())
    with qtbot.waitSignal(hand_overs.finished, timeout=1_000):
        counter.done()
    assert hand_overs.code is ExitCode.CANCELLED


@pytest.mark.parametrize(
    ("states", "files", "code"),
    [
        ([State.REDEEMED], ["redeemed"], ExitCode.DONE),
        ([State.REFUSED, State.REDEEMED], ["redeemed"], ExitCode.DONE),
        ([State.REFUSED], ["refused"], ExitCode.NOT_REDEEMED),
        ([State.NOT_SENT], ["not_sent"], ExitCode.NOT_REDEEMED),
        ([State.UNKNOWN], ["unknown", "unknown"], ExitCode.UNKNOWN),
        ([State.UNKNOWN, State.REDEEMED], ["unknown", "redeemed"], ExitCode.DONE),
        ([State.UNKNOWN, State.NOT_APPLIED], ["unknown", "not_applied", "not_applied"], ExitCode.NOT_REDEEMED),
        ([State.UNKNOWN, State.NOT_APPLIED, State.REDEEMED], ["unknown", "not_applied", "redeemed"], ExitCode.DONE),
        ([State.NOT_APPLIED, State.REFUSED], ["not_applied", "refused"], ExitCode.NOT_REDEEMED),
    ],
)
def test_the_last_word_is_told_once(  # noqa: PLR0917 - pytest passes them by name
    hand_overs: HandOvers,
    counter: Counter,
    written: list[tuple[str | None, str]],
    capsys: pytest.CaptureFixture[str],
    states: list[State],
    files: list[str],
    code: ExitCode,
) -> None:
    """Standard output has one line: redeemed as soon as it is known, all else once the cashier is done with it."""
    hand_overs.take(own())
    for state in states:
        counter.know(attempt(state))
    assert bool(capsys.readouterr().out) == (states[-1] is State.REDEEMED)
    counter.done()
    assert [outcome for outcome, _ in written] == files
    assert hand_overs.code is code


def test_another_attempt_is_nobodys_business(hand_overs: HandOvers, counter: Counter) -> None:
    """What settling finds out about an earlier bill is not told as this one's outcome."""
    hand_overs.take(own())
    counter.attempt_known.emit(attempt(State.REDEEMED, "earlier"))
    counter.done()
    assert hand_overs.code is ExitCode.CANCELLED


def test_a_redemption_of_which_nothing_was_heard(
    hand_overs: HandOvers, counter: Counter, written: list[tuple[str | None, str]]
) -> None:
    """The window ends and its worker does not: unknown for the bill at hand, cancelled for those that wait."""
    hand_overs.take(own())
    counter.screen = replace(counter.screen, place=Place.CODE, busy=Busy.REDEEMING)
    hand_overs.take(HandOver(Prefill(bill="B"), "b.json"))
    hand_overs.conclude()
    assert written == [("unknown", "out.json"), ("cancelled", "b.json")]


def test_who_can_be_served_in_another_window(hand_overs: HandOvers, counter: Counter) -> None:
    """Those for whom nothing was tried go on as they came; one who has tried is told how it stands."""
    hand_overs.take(own())
    hand_overs.take(own("B"))
    assert [one.prefill.bill for one in hand_overs.withdraw()] == ["A", "B"]
    hand_overs.take(own())
    counter.know(attempt(State.REFUSED))
    assert hand_overs.withdraw() == []


def test_only_clean_text_is_filled_in() -> None:
    """What another start sends is checked before it gets into a field: no numbers, no NUL, no half characters."""
    assert prefill_of({"mobile": "\u202a+91 97\u202c ", "bill": None}) == Prefill(mobile="+91 97")
    for bad in (5, ["x"], "a\0b", "\ud800", "caf\udce9", "a\nb", "x" * 201):
        with pytest.raises(TextError, match="bill"):
            prefill_of({"bill": bad})


@given(st.dictionaries(st.sampled_from(["bill", "mobile", "points"]), st.text() | st.integers() | st.none()))
def test_whatever_is_handed_over_can_be_shown_and_written(message: dict[str, object]) -> None:
    """A text is refused, or it is one printable line that every file and pipe can take."""
    try:
        prefill = prefill_of(message)
    except TextError:
        return
    for text in (prefill.bill, prefill.mobile, prefill.points):
        assert text.isprintable()
        assert text.encode().decode() == text


def link(bill: str = "L") -> HandOver:
    """A bill that a link handed over while the window was open."""
    return HandOver(Prefill(bill=bill), "", by_link=True)


def test_the_same_link_twice_is_one_bill(hand_overs: HandOvers, counter: Counter) -> None:
    """A second click on a link adds nothing, whether its bill is at the counter or waits."""
    for bill in ("A", "B", "A", "B", "B"):
        assert hand_overs.take(link(bill))
    counter.done()
    counter.done()
    counter.done()
    assert counter.served == ["A", "B"]
    assert counter.said.count("This bill has been handed over already.") == 3


def test_links_without_a_bill_are_told_apart_by_all_their_fields(hand_overs: HandOvers, counter: Counter) -> None:
    """Two members without a bill number are two customers."""
    for mobile in ("97", "98", "97"):
        hand_overs.take(HandOver(Prefill(mobile=mobile), "", by_link=True))
    counter.done()
    counter.done()
    assert counter.served == ["", ""]


def test_the_outcome_of_a_link_is_not_printed(
    hand_overs: HandOvers, counter: Counter, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard output has the outcomes of the program's own hand-over only, and a link does not end the window."""
    ended: list[bool] = []
    hand_overs.finished.connect(lambda: ended.append(True))
    hand_overs.take(link())
    counter.know(attempt(State.REFUSED))
    counter.done()
    assert capsys.readouterr().out == ""
    assert (hand_overs.code, ended) == (ExitCode.DONE, [])


def test_the_queue_has_an_end(hand_overs: HandOvers, counter: Counter, written: list[tuple[str | None, str]]) -> None:
    """Beyond twenty that wait, the newest is told at once that nothing was done; the others are served in order."""
    hand_overs.take(own())
    for number in range(MAX_WAITING):
        assert hand_overs.take(HandOver(Prefill(bill=f"{number}"), f"{number}.json", by_link=True))
    assert not hand_overs.take(HandOver(Prefill(bill="one too many"), "late.json", by_link=True))
    assert written == [("cancelled", "late.json")]
    assert "Too many bills are waiting" in counter.said[-1]
    for _ in range(MAX_WAITING + 1):
        counter.done()
    assert counter.served == ["A", *map(str, range(MAX_WAITING))]


def test_a_caller_that_is_turned_away_is_told(
    qtbot: QtBot,
    hand_overs: HandOvers,
    counter: Counter,
    tmp_path: Path,
    call: Callable[[dict[str, object]], subprocess.Popen[str]],
) -> None:
    """The second start gets the record of a bill that was not touched, the reason, and exit code 3."""
    counter.screen = Screen(place=Place.CODE)
    for number in range(MAX_WAITING):
        hand_overs.take(own(f"{number}"))
    server = SecondStartServer(tmp_path)
    process = call({"bill": "late"})
    hand_overs.take(HandOver(Prefill(bill="late"), "", taken(qtbot, server)[1]))
    told = answer(qtbot, process)
    assert isinstance(told, dict)
    assert (told["code"], told["record"]["outcome"], told["record"]["bill"]) == (3, "cancelled", "late")
    assert told["error"] == told["record"]["message"]
    server.close()


class ClosedPipe(io.StringIO):
    """Standard output that no program reads."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")


@pytest.mark.parametrize("stream", [ClosedPipe(), None])
def test_an_outcome_that_cannot_be_printed_is_not_lost(
    hand_overs: HandOvers,
    counter: Counter,
    written: list[tuple[str | None, str]],
    monkeypatch: pytest.MonkeyPatch,
    stream: io.StringIO | None,
) -> None:
    """The file and the exit code tell it, and the window ends in order."""
    ended: list[bool] = []
    hand_overs.finished.connect(lambda: ended.append(True))
    hand_overs.take(own())
    counter.know(attempt(State.REFUSED))
    monkeypatch.setattr(sys, "stdout", stream)
    counter.done()
    assert (written, hand_overs.code, ended) == ([("refused", "out.json")], ExitCode.NOT_REDEEMED, [True])


SECOND_START = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.pos import second_start
app = QCoreApplication([])
print(json.dumps(second_start.ask_window(Path(sys.argv[1]), json.loads(sys.argv[2]))))
"""


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Callable[[dict[str, object]], subprocess.Popen[str]]]:
    """Hands something over from another process."""
    started: list[subprocess.Popen[str]] = []

    def make(message: dict[str, object]) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", SECOND_START, tmp_path, json.dumps(message)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        started.append(process)
        return process

    yield make
    for process in started:
        with process:
            process.kill()


def taken(qtbot: QtBot, server: SecondStartServer) -> tuple[dict[str, object], QLocalSocket]:
    """The next one that is handed over, and who waits for an answer."""
    with qtbot.waitSignal(server.handed_over, timeout=20_000) as caught:
        pass
    assert caught.args is not None
    message, caller = caught.args
    return message, caller


def test_a_caller_that_is_gone_holds_nobody_up(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """A POS that gave up has ended its second start: nobody is told what came of it, and those behind it are told."""
    server = SecondStartServer(tmp_path)
    first = call({"bill": "A"})
    _, gone = taken(qtbot, server)
    with qtbot.waitSignal(gone.destroyed, timeout=20_000):
        first.kill()
    second = call({"bill": "B"})
    _, waiting = taken(qtbot, server)
    SecondStartServer.answer(gone, {"code": 5})
    SecondStartServer.answer(waiting, {"code": 3})
    assert answer(qtbot, second) == {"code": 3}
    server.close()


def answer(qtbot: QtBot, process: subprocess.Popen[str]) -> object:
    """What the second start was answered."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return json.loads(process.communicate()[0])


def test_a_second_start_finds_the_window_and_hears_its_answer(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """By the data folder; whole, also where it is long; then both let go."""
    server = SecondStartServer(tmp_path)
    message: dict[str, object] = {"bill": "x" * 20_000, "mobile": "٩٧"}
    process = call(message)
    received, caller = taken(qtbot, server)
    assert received == message
    SecondStartServer.answer(caller, {"code": 0, "record": {"bill": "ü"}})
    assert answer(qtbot, process) == {"code": 0, "record": {"bill": "ü"}}
    server.close()


def test_a_window_that_begins_to_listen_later(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """The first window may itself be starting: the second start waits for it."""
    process = call({})
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.5)
    server = SecondStartServer(tmp_path)
    SecondStartServer.answer(taken(qtbot, server)[1], {"code": 0})
    assert answer(qtbot, process) == {"code": 0}
    server.close()


def test_a_window_that_does_not_answer(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """A connection that ends without an answer is an answer: an empty one, never a success."""
    server = SecondStartServer(tmp_path)
    process = call({})
    taken(qtbot, server)[1].abort()
    assert answer(qtbot, process) == {}
    server.close()


def test_nobody_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no window answers in time the caller is told so, and the processor was not kept busy for it."""
    monkeypatch.setattr(second_start, "_CONNECT_TIMEOUT", 0.5)
    before, begun = time.process_time(), time.monotonic()
    assert second_start.ask_window(tmp_path, {}) is None
    assert time.monotonic() - begun >= 0.5
    assert time.process_time() - before < 0.4


@pytest.mark.parametrize("sent", [b"no json\n", b"\xff\xfe\n", b"x" * 70_000, b"[1]\n"])
def test_whatever_else_comes_in(qtbot: QtBot, tmp_path: Path, sent: bytes) -> None:
    """What is no hand-over is turned away; the window goes on and takes the next one."""
    server = SecondStartServer(tmp_path)
    came: list[object] = []
    server.handed_over.connect(lambda message, _caller: came.append(message))
    stranger = QLocalSocket()
    address = next(single_instance.addresses(tmp_path))
    with single_instance.Address(*address) as found:
        stranger.connectToServer(found.name)
    assert stranger.waitForConnected(1_000)
    stranger.write(sent)
    stranger.flush()
    if sent.startswith(b"["):
        qtbot.waitUntil(lambda: came == [{}], timeout=5_000)
    else:
        qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=5_000)
        assert came == []
    stranger.abort()
    server.close()
