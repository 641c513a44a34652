"""Tests of the till in a process of its own: if it fails, the test that uses it reports what the till printed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.journeys import remote_till
from tests.journeys.remote_till import RemoteTill


def test_a_till_that_cannot_start_reports_why() -> None:
    """The first order fails at once, with the exit code and the output."""
    with (
        RemoteTill("--nonsense") as till,
        pytest.raises(AssertionError, match=r"(?s)ended with 2 and printed.*--nonsense"),
    ):
        till.do("names")


def test_a_till_that_never_connects_reports_why() -> None:
    """Its end is noticed before its time is over."""
    with RemoteTill() as till:
        till.process.kill()
        with pytest.raises(AssertionError, match="the till did not connect: it ended with"):
            till.do("names")


def test_a_process_that_does_not_end_reports_what_it_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is killed, and its output is in the message."""
    monkeypatch.setattr(remote_till, "TIMEOUT", 2.0)
    script = "import threading; print('begun', flush=True); threading.Event().wait()"
    pipe = subprocess.PIPE
    command = [sys.executable, "-I", "-S", "-c", script]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        with pytest.raises(AssertionError, match="did not end within 2 s and had printed\nbegun"):
            remote_till.ended(process)
        assert process.poll() is not None
