"""Holds the facts that every installer states about the product: names, version, publisher, and build folders."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "points-till"
TITLE = "Points Till"
PUBLISHER = "The Points Till developers"
DESCRIPTION = "Redeems a member's loyalty points at the till, exactly once"
IDENTIFIER = "org.points-till.desktop"
"""The bundle's name on macOS. Policies and keychain entries depend on it, so it never changes."""

LINK_SCHEME = "points-till"

DIST = ROOT / "dist"
"""The folder for installers and their checksums."""

FIRST_DATE = 315_532_800
"""1980-01-01, the earliest date that a zip can hold."""

SYSTEMS = ("linux", "windows", "macos")


def version() -> str:
    """Reads the version from `desktop/__init__.py` without importing the program.

    Raises:
        ValueError: if it is not three numbers, perhaps followed by `a`, `b` or `rc` and a number. Windows, macOS and
            the order of upgrades need this form.
    """
    text = (ROOT / "desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(?P<version>\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("desktop/__init__.py has no version such as 1.2.3 or 1.2.3rc1")
    return found["version"]


def version_numbers(text: str) -> tuple[int, int, int, int]:
    """Returns a version as the four numbers that Windows compares. A pre-release comes before its release.

    The fourth number of 1.2.3 is 65535, of 1.2.3a1 1, of 1.2.3b1 10001, of 1.2.3rc1 20001.

    Raises:
        ValueError: if a number is too large for Windows.
    """
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)(?:(a|b|rc)(\d+))?", text)
    if found is None:
        raise ValueError(f"{text} is not a version")
    stages = {"a": 0, "b": 10_000, "rc": 20_000}
    last = stages[found[4]] + int(found[5]) if found[4] else 65_535
    numbers = (int(found[1]), int(found[2]), int(found[3]), last)
    if max(numbers) > 65_535 or (found[4] and int(found[5]) >= 10_000):  # noqa: PLR2004 - 16 bits each, 10,000 for each stage
        raise ValueError(f"{text} has a number that Windows cannot hold")
    return numbers


def source_date() -> int:
    """Returns the date of the source in seconds since 1970: `SOURCE_DATE_EPOCH`, or that of the last commit.

    Builds of one source have one date, whenever they are made. Without either, it is 1980, the first year of a zip.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    git = shutil.which("git")
    command = [git or "git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False) if git else None  # noqa: S603 - fixed arguments
    return int(done.stdout) if done is not None and done.stdout.strip().isdecimal() else FIRST_DATE


def this_system() -> str:
    """Returns this system, one of `SYSTEMS`. A bundle can only be made on its own system."""
    if sys.platform == "win32":
        return "windows"
    else:
        return "macos" if sys.platform == "darwin" else "linux"


def build_folder(system: str) -> Path:
    """The folder for intermediate files. Each system has its own, because one disk can serve two systems."""
    return ROOT / "build" / system


def bundle(system: str) -> Path:
    """The folder of the frozen program."""
    return build_folder(system) / "frozen" / (f"{TITLE}.app" if system == "macos" else NAME)


def program(system: str, folder: Path | None = None) -> Path:
    """The executable that starts the frozen program."""
    folder = folder or bundle(system)
    if system == "macos":
        return folder / "Contents" / "MacOS" / NAME
    return folder / (f"{NAME}.exe" if system == "windows" else NAME)
