"""Owns trying the program on a Windows that this machine makes itself: `python -m tests.installer.on_windows [part …]`.

    freeze   freezes the program from the lock, looks at what came out, and has it redeem once
    life     takes the set-up of what was frozen through its whole life
    tests    runs the unit tests and the journeys with Windows' own Python; what follows goes to pytest

Without a part it does the three. It takes a Debian machine and root, and some minutes the first time (`make_windows`).
What is frozen here is for tests alone: the real installers are made on Windows, by the same scripts.
"""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from installer import lock, product
from tests.installer import make_windows, wine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PARTS = ("freeze", "life", "tests")

NO_WINDOWS = 77
"""Exit code where this machine has no means for it; what test runners take for skipped."""

TESTS = (
    "tests/domain", "tests/api", "tests/store", "tests/flow", "tests/training", "tests/gui", "tests/journeys",
    "tests/test_app.py", "tests/test_command_line.py", "tests/test_commands.py", "tests/test_hand_over.py",
    "tests/test_links.py", "tests/test_logs.py", "tests/test_paths.py",
    "tests/test_update_watch.py",
)  # fmt: skip
"""Rooms that are not about another system."""

PLATFORM = "x86_64-pc-windows-msvc"

LOCKED = wine.HOME / "packages" / "lock"
TOOLS = wine.HOME / "packages" / "tests"

PYTEST = """
import os, sys
# Wine hides Qt's variables from its programs; set within the program, Qt sees them.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QPA_FONTDIR"] = sys.argv.pop(1)
sys.path.insert(0, os.getcwd())
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


def freeze() -> int:
    """Freezes the program with Windows' Python and what the lock has, and nothing else; 0 where it is whole."""
    # A package that is no longer locked must not be found any more.
    shutil.rmtree(LOCKED, ignore_errors=True)
    lock.install(LOCKED, PLATFORM)
    with tempfile.TemporaryDirectory() as folder:
        windows = wine.Windows(Path(folder), "")
        try:
            code = windows.python(["-m", "installer", "build"], LOCKED)
            code = code or windows.python(["-m", "installer", "check"], LOCKED)
            return code or windows.python(["-m", "installer", "smoke", "--", "-platform", "offscreen"], LOCKED)
        finally:
            windows.close()


def life() -> int:
    """Runs the tests of the set-up; pytest's exit code."""
    if not product.bundle("windows").is_dir():
        sys.stderr.write("the program has to be frozen first\n")
        return 2
    command = [sys.executable, "-m", "pytest", "-m", "slow", "tests/installer/test_windows_setup.py"]
    return subprocess.run(command, cwd=product.ROOT, check=False).returncode


def tests(arguments: Sequence[str]) -> int:
    """Runs tests with Windows' Python; pytest's exit code."""
    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    # Tools that look at the source and not at the program say the same on every system.
    others = ("mypy", "ruff", "import-linter", "types-", "points-till", "uv")
    wanted = [*project["dependencies"], *extras["installer"]]
    wanted += [one for one in extras["dev"] if not one.startswith(others)]
    lock.install(TOOLS, PLATFORM, ["--constraint", str(lock.LOCK), *wanted])
    with tempfile.TemporaryDirectory() as folder:
        windows = wine.Windows(Path(folder), "")
        try:
            return windows.python(["-c", PYTEST, wine.windows_path(make_windows.FONTS), *(arguments or TESTS)], TOOLS)
        finally:
            windows.close()


def main(arguments: Sequence[str]) -> int:
    """The command line; the first part's exit code that is not 0, or `NO_WINDOWS`."""
    parts = list(itertools.takewhile(PARTS.__contains__, arguments))
    rest = arguments[len(parts) :]
    if rest and parts[-1:] != ["tests"]:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    try:
        make_windows.provide()
    except make_windows.NoWindowsError as error:
        sys.stderr.write(f"no Windows to test on here: {error}\n")
        return NO_WINDOWS
    carry_out: dict[str, Callable[[], int]] = {"freeze": freeze, "life": life, "tests": lambda: tests(rest)}
    return next((code for part in parts or PARTS if (code := carry_out[part]())), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
