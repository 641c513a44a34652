"""Runs Windows programs in a copy of a Wine prefix, and reads its registry.

`WINDOWS_HERE` names a folder with a Wine prefix (`prefix/`) and a CPython for Windows (`python/`), to use instead of
the one that `make_windows.py` makes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from installer import processes, product

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

WINE = shutil.which("wine64") or "/usr/lib/wine/wine64"
SERVER = shutil.which("wineserver") or "/usr/lib/wine/wineserver64"
HOME = Path(os.environ.get("WINDOWS_HERE") or product.ROOT / "build" / "windows-here")


def is_there() -> bool:
    """True if this machine has a Windows for tests."""
    return Path(WINE).exists() and (HOME / "prefix" / "drive_c").is_dir() and (HOME / "python" / "python.exe").is_file()


class Windows:
    """A separate Windows in a folder."""

    def __init__(self, folder: Path, display: str) -> None:
        self.prefix = folder / "prefix"
        # Copy links as links, because the drive letters of a prefix are links.
        subprocess.run(["cp", "-a", str(HOME / "prefix"), str(self.prefix)], check=True)
        self.drive = self.prefix / "drive_c"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "POINTS_TILL_"))},
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # The libraries that Wine lacks are beside its CPython.
            "WINEPATH": windows_path(HOME / "python"),
            "WINEDLLOVERRIDES": "mscms=n,b;mscoree=;mshtml=",
            "DISPLAY": display,
        }
        # Start its services first. Otherwise the first program starts them, and they keep its pipes open forever.
        subprocess.run([SERVER, "-p"], env=self.environment, check=False)
        run_silently([WINE, "wineboot", "-i"], self.environment)

    def close(self) -> None:
        """Ends everything that runs in it."""
        run_silently([SERVER, "-k"], self.environment)

    def run(self, program: Path | str, *arguments: str, timeout: float = 300) -> tuple[int, str]:
        """Runs a Windows program to its end; its exit code in full, and what it said."""
        # Unix keeps eight bits of an exit code, Windows' have 32: Windows' own Python tells.
        tell = "import subprocess, sys; print('exit code', subprocess.run(sys.argv[1:]).returncode, flush=True)"
        command = [WINE, str(HOME / "python" / "python.exe"), "-c", tell, windows_path(program), *arguments]
        lines: list[str] = []
        processes.run(command, lines.append, environment=self.environment, timeout=timeout)
        said, _, code = "".join(lines).rpartition("exit code ")
        return int(code), said

    def python(self, arguments: Sequence[str], packages: Path) -> int:
        """Runs Windows' Python at the project's root, passes its output on as it arrives, and returns the exit code.

        Args:
            arguments: the arguments for Python.
            packages: a folder with packages to add to its own library.
        """
        command = [WINE, str(HOME / "python" / "python.exe"), "-X", "utf8", *arguments]
        environment = {**self.environment, "PYTHONPATH": windows_path(packages)}
        return processes.run(command, _show, environment=environment, folder=product.ROOT)

    def start(self, program: Path, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts a Windows program and does not wait for it."""
        return subprocess.Popen(
            [WINE, windows_path(program), *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def registry(self, key: str, name: str | None = None) -> str | None:
        """Returns a registry value as text, or None if there is none.

        Without a name, returns the key's default value.
        """
        wanted = ["/ve"] if name is None else ["/v", name]
        code, said = self.run("reg.exe", "query", key, *wanted)
        if code != 0:
            return None
        line = next(line for line in said.splitlines() if "REG_" in line)
        return line.partition("REG_")[2].partition("    ")[2].strip()

    def path(self, windows: str) -> Path:
        """The path on this machine of a path on drive C."""
        return self.drive.joinpath(*PureWindowsPath(windows).parts[1:])

    def files(self) -> set[str]:
        """The files on drive C, without those that Windows changes by itself."""
        own = (
            "windows/temp",
            "windows/Logs",
            "users/Public",
            "windows/system32",
            "windows/inf",
        )
        found = (path.relative_to(self.drive).as_posix() for path in self.drive.rglob("*"))
        return {name for name in found if not name.startswith(own) and "/Temp" not in name}


def _show(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def run_silently(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Runs one of Wine's own programs and ignores its exit code."""
    subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=300,
    )


def windows_path(path: Path | str) -> str:
    """The Windows path of a path on this machine."""
    return f"Z:{str(path).replace('/', chr(92))}" if isinstance(path, Path) else path


def eventually(is_so: Callable[[], bool], within: float = 60.0) -> bool:
    """Polls until a condition holds that no event announces, such as another process's file.

    Returns False on timeout.
    """
    end = time.monotonic() + within
    pause = threading.Event()
    while not is_so():
        if time.monotonic() > end:
            return False
        pause.wait(0.25)
    return True
