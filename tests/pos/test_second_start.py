"""Tests how a second start finds the window, and what it is answered."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalSocket

from desktop import command_line, paths, start
from desktop.pos import second_start, single_instance, window_address
from desktop.pos.single_instance import SecondStartServer
from desktop.store.writer_lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pos.second_start import WindowConnection

from tests.pos.second_starts import ROOT, answer, next_hand_over


def test_a_caller_that_has_ended_holds_up_no_other(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """If a POS has ended its second start, no answer is sent to it, and the next one still gets its answer."""
    server = SecondStartServer(tmp_path)
    first = call({"bill": "A"})
    _, gone = next_hand_over(qtbot, server)
    with qtbot.waitSignal(gone.destroyed, timeout=20_000):
        first.kill()
    second = call({"bill": "B"})
    _, waiting = next_hand_over(qtbot, server)
    SecondStartServer.answer(gone, {"code": 5})
    SecondStartServer.answer(waiting, {"code": 3})
    assert answer(qtbot, second) == {"code": 3}
    server.close()


def test_a_second_start_finds_the_window_and_gets_its_answer(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """They meet by the data folder, messages of any length arrive completely, and both disconnect afterwards."""
    server = SecondStartServer(tmp_path)
    message: dict[str, object] = {"bill": "x" * 20_000, "mobile": "٩٧"}
    process = call(message)
    received, caller = next_hand_over(qtbot, server)
    assert received == message
    SecondStartServer.answer(caller, {"code": 0, "record": {"bill": "ü"}})
    assert answer(qtbot, process) == {"code": 0, "record": {"bill": "ü"}}
    server.close()


def test_a_window_that_begins_to_listen_later(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """The first window may still be starting, so the second start waits for it."""
    process = call({})
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.5)
    server = SecondStartServer(tmp_path)
    SecondStartServer.answer(next_hand_over(qtbot, server)[1], {"code": 0})
    assert answer(qtbot, process) == {"code": 0}
    server.close()


def test_a_window_that_does_not_answer(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """A connection that ends without an answer counts as an empty answer, never as success."""
    server = SecondStartServer(tmp_path)
    process = call({})
    next_hand_over(qtbot, server)[1].abort()
    assert answer(qtbot, process) == {}
    server.close()


def test_a_window_that_closes_takes_nothing_more(
    qtbot: QtBot, tmp_path: Path, call: Callable[[dict[str, object]], subprocess.Popen[str]]
) -> None:
    """Who comes while the window closes is told that nothing was taken. Who was taken still gets the outcome."""
    server = SecondStartServer(tmp_path)
    taken = call({"bill": "A"})
    _, caller = next_hand_over(qtbot, server)
    came: list[object] = []
    server.handed_over.connect(lambda message, _caller: came.append(message))
    late = [QLocalSocket(), QLocalSocket()]
    for client, message in zip(late, (b'{"bill": "B"}\n', b'{"bil'), strict=True):
        with window_address.Address(*next(window_address.addresses(tmp_path))) as found:
            client.connectToServer(found.name)
        assert client.waitForConnected(1_000)
        client.write(message)
        client.flush()
    server.stop_listening()
    for client in late:
        assert client.bytesAvailable() or client.waitForReadyRead(5_000)
        assert json.loads(bytes(client.readAll().data())) == {"closing": True}
    SecondStartServer.answer(caller, {"code": 3})
    assert answer(qtbot, taken) == {"code": 3}
    assert came == []
    assert second_start.connect_to_window(tmp_path, 0.2) is None
    server.close()


class ClosingWindow:
    """A connection to a window that closes (`second_start.WindowConnection`)."""

    def send(self, _data: bytes) -> None:
        """Takes nothing."""

    def receive(self, _timeout: float | None) -> bytes:
        """Says so."""
        return b'{"closing": true}\n'

    def close(self) -> None:
        """Does nothing."""


@pytest.mark.parametrize("arguments", [["--bill", "MG-1"], ["points-till://redeem?bill=MG-1"]])
def test_a_second_start_opens_a_window_once_the_other_one_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    """The bill that came while a window closed is not called unknown. It gets a window, as soon as the lock is free."""
    command = command_line.parse(arguments)
    lines = [ClosingWindow(), None, None]
    monkeypatch.setattr(second_start, "connect_to_window", lambda _data, _timeout: lines.pop(0))
    assert second_start.hand_over(command, tmp_path, lambda: not lines) is None
    assert lines == []


def test_the_lock_of_a_window_that_has_ended_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The start that waited opens its window with the journal's lock, so that the next start finds this window."""
    other = WriterLock(paths.journal(tmp_path))
    opened: list[WriterLock | None] = []

    class Window:
        """Instead of the program's window."""

        def __init__(self, _name: str, _command: object, *, lock: WriterLock | None, **_folders: object) -> None:
            opened.append(lock)

        def run(self) -> int:
            """Ends at once."""
            return 3

    def connect(_data: Path, _timeout: float) -> ClosingWindow:
        other.release()
        return ClosingWindow()

    monkeypatch.setattr(second_start, "connect_to_window", connect)
    monkeypatch.setattr("desktop.app.Application", Window)
    assert start.run(["points-till", "--data", str(tmp_path), "--config", str(tmp_path), "--bill", "MG-1"]) == 3
    (lock,) = opened
    assert lock is not None
    assert lock.held
    lock.release()


def test_a_window_that_says_late_that_it_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have checked a file for long. The second start still waits until that window has ended."""
    monkeypatch.setattr(second_start, "_CONNECT_TIMEOUT", 0.3)
    asked: list[object] = []

    class Window(ClosingWindow):
        def receive(self, timeout: float | None) -> bytes:
            threading.Event().wait(0.4)
            return super().receive(timeout)

    def connect(_data: Path, _timeout: float) -> WindowConnection | None:
        asked.append(None)
        return Window() if len(asked) == 1 else None

    monkeypatch.setattr(second_start, "connect_to_window", connect)
    assert second_start.ask_window(tmp_path, {}, has_ended=lambda: len(asked) == 3) is None
    assert len(asked) == 3


def test_no_window_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If no window answers in time, the caller is told so, and waiting uses little processor time."""
    monkeypatch.setattr(second_start, "_CONNECT_TIMEOUT", 0.5)
    before, begun = time.process_time(), time.monotonic()
    assert second_start.ask_window(tmp_path, {}) is None
    assert time.monotonic() - begun >= 0.5
    assert time.process_time() - before < 0.4


@pytest.mark.parametrize("sent", [b"no json\n", b"\xff\xfe\n", b"x" * 70_000, b"[1]\n"])
def test_other_messages_are_rejected(qtbot: QtBot, tmp_path: Path, sent: bytes) -> None:
    """A message that is not a hand-over is rejected, and the window goes on."""
    server = SecondStartServer(tmp_path)
    came: list[object] = []
    server.handed_over.connect(lambda message, _caller: came.append(message))
    client = QLocalSocket()
    address = next(window_address.addresses(tmp_path))
    with window_address.Address(*address) as found:
        client.connectToServer(found.name)
    assert client.waitForConnected(1_000)
    client.write(sent)
    client.flush()
    if sent.startswith(b"["):
        qtbot.waitUntil(lambda: came == [{}], timeout=5_000)
    else:
        qtbot.waitUntil(lambda: client.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=5_000)
        assert came == []
    client.abort()
    server.close()


def test_messages_that_do_not_arrive_shut_no_one_out(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection without a whole message is dropped after a while, and the next second start is heard."""
    monkeypatch.setattr(single_instance, "MESSAGE_TIMEOUT", 0.2)
    monkeypatch.setattr(single_instance, "_CHECK_INTERVAL", 50)
    monkeypatch.setattr(single_instance, "_MAX_CONNECTIONS", 2)
    server = SecondStartServer(tmp_path)
    clients = []
    for _ in range(2):
        client = QLocalSocket()
        with window_address.Address(*next(window_address.addresses(tmp_path))) as found:
            client.connectToServer(found.name)
        assert client.waitForConnected(1_000)
        client.write(b'{"handed_over"')
        client.flush()
        clients.append(client)
    qtbot.waitUntil(
        lambda: all(one.state() == QLocalSocket.LocalSocketState.UnconnectedState for one in clients), timeout=10_000
    )
    later = QLocalSocket()
    with window_address.Address(*next(window_address.addresses(tmp_path))) as found:
        later.connectToServer(found.name)
    assert later.waitForConnected(1_000)
    with qtbot.waitSignal(server.handed_over, timeout=10_000):
        later.write(b"{}\n")
        later.flush()
    later.abort()
    server.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Python has no named pipes")
def test_a_second_start_needs_no_qt(tmp_path: Path) -> None:
    """A POS waits for it, and importing Qt takes longer than all the rest."""
    program = (
        "import json, sys; from desktop.pos import second_start; second_start._CONNECT_TIMEOUT = 0; from pathlib"
        " import Path; print(second_start.ask_window(Path(sys.argv[1]), {}), *sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    answer, *modules = done.stdout.split()
    assert answer == "None"
    slow = {"PySide6", "logging", "dataclasses", "desktop.app", "desktop.pos.hand_over", "desktop.domain.redemption"}
    slow |= {"desktop.pos.hand_over_queue"}
    assert not slow & set(modules)
