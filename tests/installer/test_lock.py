"""Tests that the lock is complete and hashed, covers every system, and names no registry's host."""

from __future__ import annotations

import re

import pytest

from installer import lock, notices

TEXT = lock.LOCK.read_text(encoding="utf-8")


def test_the_lock_is_sound() -> None:
    """Every package is pinned and hashed, and no registry is named."""
    assert lock.problems(TEXT) == []


def test_the_lock_has_every_requirement() -> None:
    """A requirement that was added to pyproject.toml after the lock was made is reported."""
    pinned = {re.sub(r"[_.]", "-", name).lower() for name in re.findall(r"^([\w.\-]+)==", TEXT, re.MULTILINE)}
    assert set(notices.required()) <= pinned
    assert {"pyinstaller", "cyclonedx-python-lib"} <= pinned


def test_the_lock_is_for_all_systems() -> None:
    """keyring's back ends differ by system. Each is locked for its own system only."""
    assert re.search(r"^secretstorage==\S+ ; sys_platform == 'linux'", TEXT, re.MULTILINE)
    assert re.search(r"^pywin32-ctypes==\S+ ; sys_platform == 'win32'", TEXT, re.MULTILINE)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("urllib3>=2", "urllib3 is not pinned"),
        ("urllib3==2.34.2", "urllib3 has no hash"),
        ("--index-url https://example.org/simple", "names a host"),
        ("--find-links /opt/wheels", "names a host"),
        ("urllib3 @ https://example.org/urllib3.whl", "names a host"),
    ],
)
def test_a_forbidden_entry_in_a_lock_is_reported(entry: str, problem: str) -> None:
    """A forbidden entry in a lock is reported by name."""
    good = f"idna==3.20 \\\n    --hash=sha256:{'0' * 64}\n    # via urllib3\n"
    assert lock.problems(good) == []
    (told,) = lock.problems(good + entry + "\n")
    assert told.startswith(problem)
