"""Whatever other programs send to the interface and the socket, the window lives, and no outcome is lost."""

from __future__ import annotations

import contextlib
import json
import random
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.pos.window_address import SOCKET_FOLDER
from desktop.store.api_token import ensure_token
from tests.journeys.pos import environment
from tests.journeys.remote_till import RemoteTill
from tests.pos.local_api.caller import ApiCaller, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TIMEOUT = 20.0
_SLOW_AT_A_TIME = 10
_THREADS = 4

_CROWD = 100
"""Connections that come at once, more than the till takes, before the messages of each sender."""

_PATHS = (
    "/v1/hand-overs",
    "/v1/hand-overs/01KA",
    "/v1/outcomes?bill=MG-1",
    "/v1/outcomes/01KA/bill",
    "/openapi.json",
    "/",
)
_VALUES: tuple[object, ...] = (
    "", " ", "MG-1", "12.5", "-5", "1e9", "9777788221", "../../etc/passwd", "\x00", "\ud800", "x" * 300, "é" * 50, None,
    1, 12.5, True, [], {}, ["a"], {"a": 1},
)  # fmt: skip
_NAMES = (
    "bill", "mobile", "points", "cashier", "bill_amount", "max_points", "give_back", "result", "by_link", "handed_over",
    "attach_bill", "reference", "x",
)  # fmt: skip


class Sender:
    """Sends messages, each other than the one before, and remembers what was taken.

    Attributes:
        sent: how many messages were sent.
        taken: the ids of the hand-overs that were taken.
        wrong: what must not be answered.
    """

    def __init__(self, caller: ApiCaller, door: Path, seed: int) -> None:
        self._caller = caller
        self._door = door
        self._chance = random.Random(seed)
        self.sent = 0
        self._seed = seed
        self._slow: list[socket.socket] = []
        self.taken: list[str] = []
        self.wrong: list[str] = []

    def send(self, count: int) -> None:
        """Sends messages."""
        ways = (self._send_request, self._send_bytes, self._send_to_door, self._send_slowly)
        crowd = [self._connect() for _ in range(_CROWD)]
        for one in crowd:
            one.close()
        for number in range(count):
            (way,) = self._chance.choices(ways, (50, 20, 28, 2))
            # The till may close a connection.
            with contextlib.suppress(OSError):
                way(number)
            self.sent += 1
        for one in self._slow:
            one.close()

    def _body(self, number: int) -> bytes:
        chance = self._chance
        if chance.random() < 0.1:
            return json.dumps({"bill": f"F-{self._seed}-{number}", "points": "1"}).encode()
        made: dict[str, object] = {"handed_over": True} if chance.random() < 0.2 else {}
        made |= {chance.choice(_NAMES): chance.choice(_VALUES) for _ in range(chance.randint(0, 4))}
        text = json.dumps(made).encode()
        match chance.randint(0, 5):
            case 0:
                return text[: chance.randint(0, len(text))]
            case 1:
                return chance.randbytes(chance.randint(0, 200))
            case 2:
                return b"[" * chance.randint(1, 5_000)
            case _:
                return text

    def _request(self, number: int, body: bytes) -> bytes:
        chance = self._chance
        method = chance.choice(("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "HEAD", "X"))
        path = chance.choice(_PATHS)
        if chance.random() < 0.5:
            method, path = "POST", "/v1/hand-overs"
        host = f"127.0.0.1:{self._caller.port}" if chance.random() < 0.95 else "pos.example"
        token = self._caller.token if chance.random() < 0.9 else "wrong"
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {host}",
            f"Authorization: Bearer {token}",
            "Content-Type: application/json",
            f"Content-Length: {len(body) + chance.choice((0, 0, 0, 0, 0, 1, -1, 10**9))}",
            "Connection: close",
        ]
        if chance.random() < 0.05:
            lines.append("Origin: https://evil.example")
        if chance.random() < 0.05:
            lines.append(f"X-Number: {'9' * chance.choice((1, 20_000))}{number}")
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body

    def _connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self._caller.port), timeout=_TIMEOUT)

    def _send_request(self, number: int) -> None:
        with self._connect() as connection:
            connection.sendall(self._request(number, self._body(number)))
            connection.shutdown(socket.SHUT_WR)
            self._read_answer(connection)

    def _read_answer(self, connection: socket.socket) -> None:
        found = b""
        with contextlib.suppress(OSError):
            while piece := connection.recv(65_536):
                found += piece
        head, _, body = found.partition(b"\r\n\r\n")
        if b" 500 " in head[:20] or b"Traceback" in body:
            self.wrong.append(found.decode(errors="replace"))
        if b" 201 " in head[:20]:
            self.taken.append(str(json.loads(body)["id"]))

    def _send_bytes(self, _number: int) -> None:
        with self._connect() as connection:
            connection.sendall(self._chance.randbytes(self._chance.randint(1, 300)) + b"\r\n\r\n")
            connection.shutdown(socket.SHUT_WR)
            self._read_answer(connection)

    def _send_to_door(self, number: int) -> None:
        if sys.platform != "win32":
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(_TIMEOUT)
                connection.connect(str(self._door))
                body = self._body(number)
                end = self._chance.choice((b"\n", b"\n", b"", b"\n\n"))
                connection.sendall(body + end)

    def _send_slowly(self, number: int) -> None:
        """Sends a part of a message, and keeps the connection."""
        if len(self._slow) >= _SLOW_AT_A_TIME:
            self._slow.pop(0).close()
        if sys.platform != "win32" and self._chance.random() < 0.5:
            connection = socket.socket(socket.AF_UNIX)
            self._slow.append(connection)
            connection.settimeout(_TIMEOUT)
            connection.connect(str(self._door))
            connection.sendall(b'{"handed_over"')
        else:
            connection = self._connect()
            self._slow.append(connection)
            whole = self._request(number, self._body(number))
            connection.sendall(whole[: self._chance.randint(1, 40)])


def files_of(folder: Path) -> Iterator[str]:
    """Yields the files in a folder, except the till's own."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if name.parts[0] not in {"data", "config"}:
            yield name.as_posix()


def leave_everything(till: RemoteTill) -> None:
    """Leaves what came by the socket and is at the till, although no one waits for it any more."""
    while True:
        names = till.do("names")
        if "Cancel, back to POS" in names:
            till.do("press", "Cancel, back to POS")
        elif "Points to give back" in names:
            till.do("key", "Escape")
        else:
            return


@pytest.mark.parametrize("count", [200, pytest.param(100_000, marks=[pytest.mark.slow, pytest.mark.timeout(7_200)])])
def test_any_messages(options: list[str | Path], tmp_path: Path, count: int) -> None:
    """The window answers, nothing is a mistake of the program, every hand-over that was taken has a result."""
    caller = ApiCaller(free_port(), ensure_token(paths.api_token(tmp_path / "data")))
    before = list(files_of(tmp_path))
    with RemoteTill(*options, environment=environment(local_api=caller.port)) as till:
        till.until_sees("Connection: Connected")
        caller.until_served(lambda: till.process.poll() is None)
        door = tmp_path / "data" / SOCKET_FOLDER / "window"
        senders = [Sender(caller, door, seed) for seed in range(_THREADS)]
        threads = [threading.Thread(target=one.send, args=(count // _THREADS,)) for one in senders]
        for thread in threads:
            thread.start()
        longest = 0.0
        while any(thread.is_alive() for thread in threads):
            begun = time.monotonic()
            till.do("names")
            longest = max(longest, time.monotonic() - begun)
        for thread in threads:
            thread.join()
        assert sum(one.sent for one in senders) == count, "every sender came to its end"
        assert [one for sender in senders for one in sender.wrong] == []
        assert longest < _TIMEOUT, "the window answered all the time"
        # One caller after the other is answered, although many connections were left half open.
        taken = [one for sender in senders for one in sender.taken]
        assert taken
        for one in taken:
            said = caller.call("GET", f"/v1/hand-overs/{one}")
            assert said.status in {200, 202}, said
            if said.status == 202:
                assert caller.call("DELETE", f"/v1/hand-overs/{one}").body["outcome"] == "cancelled"
        leave_everything(till)
        till.until_sees("Mobile number")
        till.find_member()
        till.do("close")
        end = till.end()
    assert "Traceback" not in end.complaints
    assert " ERROR " not in end.complaints
    assert list(files_of(tmp_path)) == before
