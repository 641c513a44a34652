"""Tests the program on a Windows that this machine makes itself: `python -m tests.installer.on_windows [part …]`.

    freeze   freezes the program from the lock, checks the result, and redeems once with it
    life     installs, upgrades, refuses and removes the set-up of the frozen program
    tests    runs the unit tests and the journeys with Windows' own Python; further arguments go to pytest

Without a part it runs all three. It needs a Debian machine and root, and some minutes the first time (`make_windows`).
The program frozen here is for tests only: the real installers are made on Windows by the same scripts.
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
"""The exit code if this machine cannot run them. Test runners read it as "skipped"."""

TESTS = (
    "tests/domain", "tests/api", "tests/store", "tests/flow", "tests/training", "tests/commands", "tests/gui",
    "tests/journeys", "tests/test_app.py", "tests/test_command_line.py", "tests/test_command_options.py",
    "tests/pos/test_hand_over.py", "tests/pos/test_hand_over_queue.py", "tests/pos/test_links.py", "tests/logs",
    "tests/test_paths.py", "tests/test_update_watch.py",
)  # fmt: skip
"""Test folders that do not depend on another system."""

PLATFORM = "x86_64-pc-windows-msvc"

LOCKED = wine.HOME / "packages" / "lock"
TOOLS = wine.HOME / "packages" / "tests"

PYTEST = """
import os, sys
# Wine hides Qt's variables from its programs; set within the program, Qt sees them.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QPA_FONTDIR"] = sys.argv.pop(1)
result = sys.argv.pop(1)
sys.path.insert(0, os.getcwd())
import pytest
code = int(pytest.main(sys.argv[1:]))
with open(result, "w", encoding="ascii") as file:
    file.write(str(code))
sys.exit(code)
"""

ABORTED = 70
"""The exit code if Windows' Python ended before pytest did."""


def freeze() -> int:
    """Freezes the program with Windows' Python and only the locked packages. Returns 0 if the result is complete."""
    # Otherwise a package that is no longer locked would still be found.
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
    """Runs the tests of the set-up. Returns pytest's exit code."""
    if not product.bundle("windows").is_dir():
        sys.stderr.write("the program has to be frozen first\n")
        return 2
    command = [sys.executable, "-m", "pytest", "-m", "slow", "tests/installer/test_windows_setup.py"]
    return subprocess.run(command, cwd=product.ROOT, check=False).returncode


def tests(arguments: Sequence[str]) -> int:
    """Runs tests with Windows' Python. Returns pytest's exit code, or `ABORTED`."""
    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    # Tools that check the source give the same result on every system.
    others = ("mypy", "ruff", "import-linter", "types-", "points-till", "uv")
    # The tests of the commands share fixtures with those of head office.
    wanted = [*project["dependencies"], *extras["installer"], *extras["head-office"]]
    wanted += [one for one in extras["dev"] if not one.startswith(others)]
    lock.install(TOOLS, PLATFORM, ["--constraint", str(lock.LOCK), *wanted])
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "exit code"
        windows = wine.Windows(Path(folder), "")
        try:
            paths = [wine.windows_path(one) for one in (make_windows.FONTS, result)]
            windows.python(["-c", PYTEST, *paths, *(arguments or TESTS)], TOOLS)
        finally:
            windows.close()
        return exit_code(result)


def exit_code(result: Path) -> int:
    """Returns the exit code that pytest wrote, or `ABORTED`.

    The one of the process does not tell: Unix keeps eight bits of it, and those of some ways to crash are all 0.

    Args:
        result: the file that pytest writes at its end.
    """
    if result.is_file():
        return int(result.read_text(encoding="ascii"))
    sys.stderr.write("Windows' Python ended before pytest did\n")
    return ABORTED


def main(arguments: Sequence[str]) -> int:
    """Runs the command line. Returns the first exit code that is not 0, or `NO_WINDOWS`."""
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
