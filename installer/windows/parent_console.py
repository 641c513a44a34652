"""Owns where a windowed program's words go on Windows: to the console that it was started from, where there is one.

PyInstaller runs this before the program. A program of the windowed kind is given a standard output only where whoever
starts it passes one, as a POS or a pipe does. At a prompt `points-till doctor` would otherwise say nothing.
"""

import ctypes
import sys
from pathlib import Path

_ATTACH_PARENT_PROCESS = -1

if sys.platform == "win32" and sys.stdout is None and ctypes.windll.kernel32.AttachConsole(_ATTACH_PARENT_PROCESS):
    # They stay open for as long as the program runs.
    _console = Path("CONOUT$")
    sys.stdout = _console.open("w", encoding="utf-8", errors="replace", buffering=1)
    if sys.stderr is None:
        sys.stderr = _console.open("w", encoding="utf-8", errors="replace", buffering=1)
    if sys.stdin is None:
        sys.stdin = Path("CONIN$").open(encoding="utf-8", errors="replace")  # noqa: SIM115 - as above
