"""Tests the till's passwords with the real GNOME keyring: open, empty, locked, and not there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    not shutil.which("gnome-keyring-daemon") or not shutil.which("dbus-run-session"),
    reason="the packages gnome-keyring and dbus are not installed",
)


def run(home: Path, *arguments: str, bus: bool = True) -> dict[str, str]:
    """Runs the session's program as a user with a fresh home folder and without a display."""
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
    }
    program = [sys.executable, "-m", "tests.store.gnome_session", *arguments]
    done = subprocess.run(
        ["dbus-run-session", "--", *program] if bus else program,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        timeout=120,
        check=True,
    )
    assert "pässword" not in done.stderr
    assert "the-secret" not in done.stderr
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.timeout(150)
def test_a_keyring_that_opens_is_empty_or_locked(tmp_path: Path) -> None:
    """A missing entry, one for another address, and a locked keyring are three things."""
    assert run(tmp_path) == {
        "open and empty": "MISSING",
        "key and secret, empty": "CLIENT_MISSING",
        "stored": "pässword",
        "other address": "OTHER_HOST",
        "key and secret, stored": '["the-key", "the-secret"]',
        "locked": "LOCKED",
        "locked, stored again": "LOCKED",
    }


def test_a_keyring_that_was_never_opened_is_locked(tmp_path: Path) -> None:
    """As after an automatic sign-in: the keyring is there, and no one can be asked to open it."""
    assert run(tmp_path, "--unopened") == {"unopened": "LOCKED"}


def test_without_a_session_there_is_no_keyring(tmp_path: Path) -> None:
    """As in a service or over SSH. This is for store IT; unlocking would not help."""
    assert run(tmp_path, "--unopened", bus=False) == {"unopened": "NO_STORE"}
