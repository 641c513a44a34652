"""Runs the workers that share a journal as threads of the tests' process, because starting a process takes a second."""

from __future__ import annotations

import os
from threading import Thread
from typing import TYPE_CHECKING, cast

from desktop.store import journal_workers
from desktop.store.journal_worker import serve

if TYPE_CHECKING:
    from subprocess import Popen

    import pytest

PIECE = 256
"""Events in a piece, so that a small journal has several."""


class ThreadWorker(journal_workers.Worker):
    """A worker on a thread. It is asked through pipes too."""

    def __init__(self) -> None:
        self._process = cast("Popen[bytes]", _ThreadAsProcess())


class _ThreadAsProcess:
    pid = 0

    def __init__(self) -> None:
        (requests, stdin), (stdout, answers) = os.pipe(), os.pipe()
        self.stdin, self.stdout = open(stdin, "wb"), open(stdout, "rb")  # noqa: PTH123, SIM115 - pipes

        def work() -> None:
            with open(requests, "rb") as its_requests, open(answers, "wb") as its_answers:  # noqa: PTH123 - pipes
                serve(its_requests, its_answers, on_end=lambda: None)

        self._thread = Thread(target=work)
        self._thread.start()

    def kill(self) -> None:
        self.stdin.close()

    def wait(self) -> None:
        self._thread.join()


def share(monkeypatch: pytest.MonkeyPatch, *, worker: type[journal_workers.Worker] = ThreadWorker) -> None:
    """Shares the reading of every journal between two workers, in small pieces.

    Args:
        monkeypatch: the test's.
        worker: the kind of worker.
    """
    monkeypatch.setattr(journal_workers, "LARGE", 0)
    monkeypatch.setattr(journal_workers, "LARGE_FOR_A_WINDOW", 0)
    monkeypatch.setattr(journal_workers, "_PIECE", PIECE)
    monkeypatch.setattr(journal_workers, "_processors", lambda: 2)
    monkeypatch.setattr(journal_workers, "Worker", worker)
