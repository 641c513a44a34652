"""Connects a windowed program on Windows to the console that started it, if there is one.

PyInstaller runs this before the program. Windows gives a windowed program a standard output only if its parent passes
one, as a POS or a pipe does. Without this, `points-till doctor` would print nothing at a prompt.
"""

import ctypes
import sys
from pathlib import Path

_ATTACH_PARENT_PROCESS = -1

if sys.platform == "win32" and sys.stdout is None and ctypes.windll.kernel32.AttachConsole(_ATTACH_PARENT_PROCESS):
    # They stay open as long as the program runs.
    _console = Path("CONOUT$")
    sys.stdout = _console.open("w", encoding="utf-8", errors="replace", buffering=1)
    if sys.stderr is None:
        sys.stderr = _console.open("w", encoding="utf-8", errors="replace", buffering=1)
    if sys.stdin is None:
        sys.stdin = Path("CONIN$").open(encoding="utf-8", errors="replace")  # noqa: SIM115 - as above
