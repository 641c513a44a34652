"""Owns running the tests with Windows' own Python: `python -m tests.installer.on_windows [arguments of pytest]`.

It takes a Windows to test on (`wine.py`), installs there what the tests need, and runs all rooms but those that are
about another system. Without arguments it runs the unit tests and the journeys.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from installer import product
from tests.installer import wine

TESTS = (
    "tests/domain", "tests/api", "tests/store", "tests/flow", "tests/training", "tests/gui", "tests/journeys",
    "tests/test_links.py", "tests/test_logs.py", "tests/test_paths.py", "tests/test_update_watch.py",
)  # fmt: skip

START = """
import os, sys
# Wine hides Qt's variables from its programs; set within the program, Qt sees them.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, os.getcwd())
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


def install() -> None:
    """Installs what the tests need into Windows' Python: wheels for Windows, by uv.

    Raises:
        FileNotFoundError: where uv is not installed.
        CalledProcessError: where there is no such wheel.
    """
    # Beside this Python, whether or not its environment has been activated.
    uv = shutil.which("uv", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
    if uv is None:
        raise FileNotFoundError("uv is needed: pip install uv")
    project = tomllib.loads((product.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    # Tools that look at the source and not at the program say the same on every system.
    others = ("mypy", "ruff", "import-linter", "types-", "points-till")
    wanted = [*project["dependencies"], *project["optional-dependencies"]["installer"]]
    wanted += [one for one in project["optional-dependencies"]["dev"] if not one.startswith(others)]
    target = wine.HOME / "python" / "Lib" / "site-packages"
    command = [uv, "pip", "install", "--quiet", "--target", str(target), "--only-binary", ":all:"]
    command += ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.13", *wanted]
    subprocess.run(command, check=True)


def main(arguments: list[str]) -> int:
    """Runs the tests; pytest's exit code."""
    if not wine.is_there():
        sys.stderr.write("WINDOWS_HERE names no folder with a Wine prefix and a Windows Python\n")
        return 2
    install()
    with tempfile.TemporaryDirectory() as folder:
        windows = wine.Windows(Path(folder), "")
        try:
            there = [one for one in TESTS if (product.ROOT / one).exists()]
            return windows.pytest(START, arguments or there)
        finally:
            windows.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
