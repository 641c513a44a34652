"""Tests that a window notices an earlier one for the same service and till, and that none is stopped."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.store.open_tills import OpenTill

ROOT = Path(__file__).parents[2]
CHILD = """
import sys
from pathlib import Path
from desktop.store.open_tills import OpenTill
claim = OpenTill(Path(sys.argv[1]), "https://s", "t")
print(claim.is_shared, flush=True)
sys.stdin.read()
"""


def test_only_the_same_service_and_till_are_shared(tmp_path: Path) -> None:
    """Another address or till name is another till. If the first window is closed, the next one does not clash."""
    first = OpenTill(tmp_path, "https://s", "t")
    assert not first.is_shared
    others = [OpenTill(tmp_path, "https://s", "u"), OpenTill(tmp_path, "https://x", "t")]
    assert not any(one.is_shared for one in others)
    second = OpenTill(tmp_path, "https://s", "t")
    assert second.is_shared
    second.release()
    first.release()
    first.release()
    assert not OpenTill(tmp_path, "https://s", "t").is_shared


def test_a_third_window_is_warned_of_the_second(tmp_path: Path) -> None:
    """The second window is noticed even after the first one is closed."""
    first, second = (OpenTill(tmp_path, "https://s", "t") for _ in range(2))
    first.release()
    third = OpenTill(tmp_path, "https://s", "t")
    assert third.is_shared
    second.release()
    fourth = OpenTill(tmp_path, "https://s", "t")
    assert fourth.is_shared
    third.release()
    fourth.release()
    assert not OpenTill(tmp_path, "https://s", "t").is_shared


def test_a_window_that_is_killed_leaves_nothing(tmp_path: Path) -> None:
    """The system releases the claim of a process that dies."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, tmp_path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "False\n"
        here = OpenTill(tmp_path, "https://s", "t")
        assert here.is_shared
        here.release()
        child.kill()
    assert not OpenTill(tmp_path, "https://s", "t").is_shared


def test_a_folder_that_cannot_be_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A read-only folder is logged, and the till goes on."""
    (tmp_path / "file").touch()
    claim = OpenTill(tmp_path / "file", "https://s", "t")
    assert not claim.is_shared
    claim.release()
    assert "cannot notice another window" in caplog.text


@pytest.mark.skipif(os.name == "nt", reason="the modes of files are POSIX's")
def test_the_notes_are_private(tmp_path: Path) -> None:
    """Other users can read neither the folder nor its files, and no name in them tells which till it is."""
    claim = OpenTill(tmp_path / "new", "https://s", "secret-till")
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "new", *(tmp_path / "new").iterdir())]
    assert modes == [0o700, 0o600]
    assert not list((tmp_path / "new").glob("*secret*"))
    claim.release()
