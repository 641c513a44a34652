"""Tests how the tests on a Windows of Wine's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.installer import on_windows

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("written", "code"), [("0", 0), ("1", 1), (None, on_windows.ABORTED)])
def test_tests_that_were_cut_off_do_not_pass(tmp_path: Path, written: str | None, code: int) -> None:
    """If Windows' Python crashes, Wine may end with 0, so only what pytest wrote at its end counts."""
    result = tmp_path / "exit code"
    if written is not None:
        result.write_text(written, encoding="ascii")
    assert on_windows.exit_code(result) == code
