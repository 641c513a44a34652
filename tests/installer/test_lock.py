"""Owns tests of the lock: whole, hashed, for every system, and without anybody's host."""

from __future__ import annotations

import re

import pytest

from installer import lock, notices

TEXT = lock.LOCK.read_text(encoding="utf-8")


def test_the_lock_is_sound() -> None:
    """Every package is pinned and hashed, and no registry is named."""
    assert lock.problems(TEXT) == []


def test_the_lock_has_all_that_the_program_asks_for() -> None:
    """What pyproject.toml was given since the lock was made is missed."""
    pinned = {re.sub(r"[_.]", "-", name).lower() for name in re.findall(r"^([\w.\-]+)==", TEXT, re.MULTILINE)}
    assert set(notices.required()) <= pinned
    assert {"pyinstaller", "cyclonedx-python-lib"} <= pinned


def test_the_lock_is_for_all_systems() -> None:
    """Keyring's back ends differ; each system's are there, for it alone."""
    assert re.search(r"^secretstorage==\S+ ; sys_platform == 'linux'", TEXT, re.MULTILINE)
    assert re.search(r"^pywin32-ctypes==\S+ ; sys_platform == 'win32'", TEXT, re.MULTILINE)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("requests>=2", "requests is not pinned"),
        ("requests==2.34.2", "requests has no hash"),
        ("--index-url https://example.org/simple", "names a host"),
        ("--find-links /opt/wheels", "names a host"),
        ("requests @ https://example.org/requests.whl", "names a host"),
    ],
)
def test_what_must_not_stand_in_a_lock_is_told(entry: str, problem: str) -> None:
    """By name."""
    good = f"idna==3.20 \\\n    --hash=sha256:{'0' * 64}\n    # via requests\n"
    assert lock.problems(good) == []
    (told,) = lock.problems(good + entry + "\n")
    assert told.startswith(problem)
