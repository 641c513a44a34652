"""Tests the command `api-token`."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from tests.commands.runs import run

if TYPE_CHECKING:
    from pathlib import Path


def test_the_token_is_made_once(data: Path) -> None:
    """It is the same each time, long, and the till's own."""
    code, printed = run(data, "api-token")
    assert code is ExitCode.DONE
    assert len(printed.strip()) >= 43
    assert run(data, "api-token") == (code, printed)
    assert run(data.with_name("other"), "api-token")[1] != printed


def test_a_new_one_replaces_it(data: Path) -> None:
    """For example because someone else has seen it."""
    _, first = run(data, "api-token")
    _, second = run(data, "api-token", "--new")
    assert second != first
    assert run(data, "api-token")[1] == second


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights; the folder is the user's own")
def test_only_this_user_can_read_it(data: Path) -> None:
    """Also if a backup was restored with other rights."""
    run(data, "api-token")
    file = paths.api_token(data)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    run(data, "api-token")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
