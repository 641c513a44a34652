"""Tests running programs: all output arrives, and an output that another process keeps open delays nothing."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installer import processes

if TYPE_CHECKING:
    from pathlib import Path


def test_all_output_of_a_program_arrives(tmp_path: Path) -> None:
    """Both outputs arrive in order, and the folder, the variables and the exit code are right."""
    said: list[str] = []
    script = (
        "import os, sys; print(os.environ['WORD'], 'é', flush=True); print(os.getcwd(), file=sys.stderr); sys.exit(7)"
    )
    environment = {"WORD": "one", "PYTHONUTF8": "1", "SYSTEMROOT": "C:\\Windows"}
    command = [sys.executable, "-c", script]
    assert processes.run(command, said.append, environment=environment, folder=tmp_path) == 7
    assert said == ["one é\n", f"{tmp_path.resolve()}\n"]


def test_a_process_that_stays_does_not_delay_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child process may keep the output open forever; only the end of the program itself counts."""
    monkeypatch.setattr(processes, "_LAST_OUTPUT_WAIT", 0.5)
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        stays = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]})).recv(1)"
        goes = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {stays!r}]); print('goes', flush=True)"
        ended = processes.run([sys.executable, "-c", goes], said.append)
        staying, _ = server.accept()
        with staying:
            assert (ended, said) == (0, ["goes\n"])


def test_a_program_that_hangs_is_killed() -> None:
    """A program that hangs is killed after its timeout, and its output so far has arrived."""
    said: list[str] = []
    script = "import threading; print('begun', flush=True); threading.Event().wait()"
    # Without its site packages Python starts well within this time, on a busy machine too.
    command = [sys.executable, "-I", "-S", "-c", script]
    with pytest.raises(subprocess.TimeoutExpired):
        processes.run(command, said.append, timeout=5)
    assert said == ["begun\n"]
