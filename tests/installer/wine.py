"""Keeps a Windows to test on: a copy of a Wine prefix, the programs that run in it, and its registry.

`WINDOWS_HERE` names a folder with a Wine prefix (`prefix/`) and a CPython for Windows (`python/`), if it is to be
another than the one that `make_windows.py` makes.
"""

from __future__ import annotations

import os
import re
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


_TELL_EXIT_CODE = (
    "import subprocess, sys; print('it starts', flush=True); "
    "print('exit code', subprocess.run(sys.argv[1:]).returncode, flush=True)"
)
_STARTS = re.compile(r"it starts\r?\n")
_TRIES = 3
"""How often Wine may fail to start Windows' Python, which it does now and then on a busy machine."""

_EXIT_CODE = re.compile(r"exit code (-?[0-9]+)(?:\n|\Z)")


class WineFailedError(RuntimeError):
    """Wine or its Python failed before the program under test could end; the text is what was printed."""


def is_there() -> bool:
    """Whether this machine has a Windows to test on."""
    return Path(WINE).exists() and (HOME / "prefix" / "drive_c").is_dir() and (HOME / "python" / "python.exe").is_file()


class Windows:
    """A Windows of its own in a folder."""

    def __init__(self, folder: Path, display: str) -> None:
        self.prefix = folder / "prefix"
        # Links stay links: those of drive letters are what makes it a prefix.
        subprocess.run(["cp", "-a", str(HOME / "prefix"), str(self.prefix)], check=True)
        self.drive = self.prefix / "drive_c"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "POINTS_TILL_"))},
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # The libraries that Wine lacks lie beside its CPython.
            "WINEPATH": windows_path(HOME / "python"),
            "WINEDLLOVERRIDES": "mscms=n,b;mscoree=;mshtml=",
            "DISPLAY": display,
        }
        # Its services start with the first program and would keep that program's pipes open for good.
        subprocess.run([SERVER, "-p"], env=self.environment, check=False)
        run_silently([WINE, "wineboot", "-i"], self.environment)

    def close(self) -> None:
        """Ends everything that runs in it."""
        run_silently([SERVER, "-k"], self.environment)

    def run(self, program: Path | str, *arguments: str, timeout: float = 300) -> tuple[int, str]:
        """Runs a Windows program to its end; its exit code in full, and what it said.

        Raises:
            WineFailedError: Windows' own Python, which starts the program, did not get as far as its exit code.
        """
        # Unix keeps eight bits of an exit code, Windows' have 32: Windows' own Python tells.
        command = [WINE, str(HOME / "python" / "python.exe"), "-c", _TELL_EXIT_CODE, windows_path(program), *arguments]
        for _ in range(_TRIES):
            lines: list[str] = []
            ended = processes.run(command, lines.append, environment=self.environment, timeout=timeout)
            if _STARTS.search("".join(lines)):
                break
        try:
            return read_exit_code(_STARTS.sub("", "".join(lines), count=1))
        except WineFailedError as error:
            raise WineFailedError(f"{subprocess.list2cmdline(command)} ended with {ended}. {error}") from None

    def python(self, arguments: Sequence[str], packages: Path) -> int:
        """Runs Windows' Python at the project's root and shows what it says as it says it; its exit code.

        Args:
            arguments: for it.
            packages: a folder of packages that it has besides its own library.
        """
        command = [WINE, str(HOME / "python" / "python.exe"), "-X", "utf8", *arguments]
        # The folders that pywin32.pth names. Python reads that file in its own folder of packages only.
        folders = (packages, packages / "win32", packages / "win32" / "lib")
        environment = {**self.environment, "PYTHONPATH": ";".join(map(windows_path, folders))}
        return processes.run(command, _show, environment=environment, folder=product.ROOT)

    def start(self, program: Path, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts a Windows program and goes on."""
        return subprocess.Popen(
            [WINE, windows_path(program), *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def registry(self, key: str, name: str | None = None) -> str | None:
        """A value of the registry as text; None where there is none. Without a name the key's own."""
        wanted = ["/ve"] if name is None else ["/v", name]
        code, said = self.run("reg.exe", "query", key, *wanted)
        if code != 0:
            return None
        line = next(line for line in said.splitlines() if "REG_" in line)
        return line.partition("REG_")[2].partition("    ")[2].strip()

    def path(self, windows: str) -> Path:
        """Where a path of drive C lies here."""
        return self.drive.joinpath(*PureWindowsPath(windows).parts[1:])

    def files(self) -> set[str]:
        """Everything on drive C that is not Windows' own to change at any time."""
        own = (
            "windows/temp",
            "windows/Logs",
            "users/Public",
            "windows/system32",
            "windows/inf",
        )
        found = (path.relative_to(self.drive).as_posix() for path in self.drive.rglob("*"))
        return {name for name in found if not name.startswith(own) and "/Temp" not in name}


def read_exit_code(printed: str) -> tuple[int, str]:
    """The exit code that Windows' Python told last, and everything else that was printed.

    Raises:
        WineFailedError: there is no exit code, because Windows' Python has failed itself.
    """
    found = list(_EXIT_CODE.finditer(printed))
    if not found:
        raise WineFailedError(f"Windows' Python told no exit code. It printed:\n{printed}")
    return int(found[-1][1]), printed[: found[-1].start()] + printed[found[-1].end() :]


def _show(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def run_silently(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Runs one of Wine's own programs, whatever comes of it."""
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
    """How a program in it names a path of this machine."""
    return f"Z:{str(path).replace('/', chr(92))}" if isinstance(path, Path) else path


def eventually(is_so: Callable[[], bool], within: float = 180.0) -> bool:
    """Whether something comes to be that nothing tells of: another process's files, a picture on a screen."""
    end = time.monotonic() + within
    pause = threading.Event()
    while not is_so():
        if time.monotonic() > end:
            return False
        pause.wait(0.25)
    return True
