"""Tests the command `training-server`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from tests.commands.runs import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from desktop.training.service import PracticeService


def test_a_port_that_is_taken(data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str]) -> None:
    """The command reports the port, and the exit code is 2."""
    port = service.url.rpartition(":")[2]
    assert run(data, "training-server", "--port", port) == (ExitCode.USAGE, "")
    assert f"port {port} cannot be used" in capsys.readouterr().err
