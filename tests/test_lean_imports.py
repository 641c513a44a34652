"""Tests that libraries are imported without what only tells them their version, and get it when they ask later."""

from __future__ import annotations

import subprocess
import sys


def run(source: str) -> str:
    """Runs a program in a fresh interpreter, and returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", source], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_log_and_the_client_go_without() -> None:
    """Neither needs a version of a library, and either works when the other has come first."""
    source = "import sys, desktop.logs, desktop.api.client\nprint('importlib.metadata' in sys.modules)"
    assert run(source) == "False"


def test_a_version_can_be_asked_for_afterwards() -> None:
    """A library that kept the function gets the true answer, as does one that imports the module itself."""
    source = "import desktop.api.client, urllib3, urllib3.http2 as kept\nimport importlib.metadata as own\n"
    assert run(source + "print(kept.version('urllib3') == own.version('urllib3') == urllib3.__version__)") == "True"
    alone = "import desktop.api.client, urllib3, urllib3.http2 as kept\n"
    assert run(alone + "print(kept.version('urllib3') == urllib3.__version__)") == "True"


def test_during_the_import_no_version_is_known() -> None:
    """A library that insists on its version while it is imported can say what is wrong."""
    source = (
        "from desktop.lean_imports import without_metadata\n"
        "with without_metadata():\n"
        "    from importlib.metadata import version\n"
        "    try:\n"
        "        version('urllib3')\n"
        "    except ImportError as error:\n"
        "        print(error)\n"
    )
    assert run(source) == "the version of urllib3 is not looked up during imports"


def test_what_was_loaded_before_stays() -> None:
    """A program that uses the module itself keeps it."""
    source = "import importlib.metadata as own, sys\nimport desktop.logs\n"
    assert run(source + "print(sys.modules['importlib.metadata'] is own)") == "True"
