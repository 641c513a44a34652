"""Owns tests of running programs: what they say is heard, and nobody else's open end of it is waited for."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installer import processes

if TYPE_CHECKING:
    from pathlib import Path


def test_everything_that_a_program_says_is_heard(tmp_path: Path) -> None:
    """On both of its outputs, in its order, in its folder and with its variables; and how it ended."""
    said: list[str] = []
    script = (
        "import os, sys; print(os.environ['WORD'], 'é', flush=True); print(os.getcwd(), file=sys.stderr); sys.exit(7)"
    )
    environment = {"WORD": "one", "PYTHONUTF8": "1", "SYSTEMROOT": "C:\\Windows"}
    command = [sys.executable, "-c", script]
    assert processes.run(command, said.append, environment=environment, folder=tmp_path) == 7
    assert said == ["one é\n", f"{tmp_path.resolve()}\n"]


def test_a_process_that_stays_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a program has started may have its output for ever; that it has ended itself is what counts."""
    monkeypatch.setattr(processes, "_FAREWELL", 0.5)
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        stays = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]})).recv(1)"
        goes = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {stays!r}]); print('goes', flush=True)"
        ended = processes.run([sys.executable, "-c", goes], said.append)
        staying, _ = server.accept()
        with staying:
            assert (ended, said) == (0, ["goes\n"])


def test_a_program_that_hangs_is_ended() -> None:
    """After the time that it may take, with what it had said."""
    said: list[str] = []
    script = "import threading; print('begun', flush=True); threading.Event().wait()"
    # Without its site packages Python starts well within this time, on a busy machine too.
    command = [sys.executable, "-I", "-S", "-c", script]
    with pytest.raises(subprocess.TimeoutExpired):
        processes.run(command, said.append, timeout=5)
    assert said == ["begun\n"]
