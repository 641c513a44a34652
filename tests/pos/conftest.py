"""Sets up hypothesis, and starts second starts, for the tests of the POS's side."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.pos.second_starts import ROOT, SECOND_START

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# On a busy machine, loading hypothesis' table of all characters alone takes seconds, which is not a fault of a test.
settings.register_profile("busy-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy-machine")


@pytest.fixture
def call(tmp_path: Path) -> Iterator[Callable[[dict[str, object]], subprocess.Popen[str]]]:
    """Returns a function that hands a message over from another process."""
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
