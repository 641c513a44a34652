"""Packs the frozen program: installers, licences, bill of materials and checksums."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

from installer import freeze, product
from installer.macos import packages

if TYPE_CHECKING:
    from pathlib import Path

CHECKSUMS = "SHA256SUMS"

DESKTOP_ENTRY = product.ROOT / "installer" / "linux" / f"{product.NAME}.desktop"
"""The program's entry in the menu of a Linux desktop. It also serves to start the program at login and from links."""


def pack(bundle: Path, system: str) -> list[Path]:
    """Makes the installers of a frozen program. Returns their paths.

    Args:
        bundle: the frozen program.
        system: the bundle's system. A Windows set-up needs only makensis; macOS packages need macOS.

    Raises:
        FileNotFoundError: if the bundle or a tool is missing.
        CalledProcessError: if a tool fails.
    """
    if not bundle.is_dir():
        raise FileNotFoundError(f"{bundle} does not exist: build it first")
    product.DIST.mkdir(exist_ok=True)
    match system:
        case "windows":
            made = [windows_setup(bundle)]
        case "macos":
            made = packages.make(bundle)
        case _:
            made = [linux_archive(bundle)]
    stem = f"{product.NAME}-{product.version()}-{system}"
    if system == "macos":
        # One for each kind of processor, like the installers.
        stem += f"-{packages.processor()}"
    for source, target in (
        (f"{product.NAME}.cdx.json", f"{stem}.cdx.json"),
        ("THIRD-PARTY.txt", f"{stem}-third-party.txt"),
    ):
        found = next(bundle.rglob(f"licences/{source}"))
        made.append(product.DIST / target)
        shutil.copyfile(found, made[-1])
    write_checksums(product.DIST)
    return made


def windows_setup(bundle: Path, version: str | None = None, target: Path | None = None, *, quick: bool = False) -> Path:
    """Makes the Windows set-up with makensis. Signs program, uninstaller and set-up if there is a certificate.

    Args:
        bundle: the frozen program.
        version: replaces the product's version in tests of upgrades.
        target: the folder for the set-up; `dist/` by default.
        quick: True to pack fast instead of small, for tests.

    Raises:
        FileNotFoundError: this machine has no makensis.
        CalledProcessError: makensis or signing failed.
    """
    from installer.windows import signing

    version = version or product.version()
    target = target or windows_setup_path(version)
    values = {
        "VERSION": version,
        "VERSION4": ".".join(map(str, product.version_numbers(version))),
        "SOURCE": str(bundle.resolve()),
        "OUTPUT": str(target.resolve()),
        "ICON": str((product.build_folder("windows") / "points-till.ico").resolve()),
        "SIZE_KB": str(freeze.size(bundle) // 1024),
    }
    if quick:
        values["QUICK"] = "1"
    if signing.is_wanted():
        signing.sign(product.program("windows", bundle))
        values["SIGN"] = f'"{sys.executable}" -m installer.windows.signing'
    tool = shutil.which("makensis")
    if tool is None:
        raise FileNotFoundError("makensis is needed for the set-up: NSIS 3.08 or newer")
    mark = "/D" if os.name == "nt" else "-D"
    options = [f"{mark}{name}={value}" for name, value in values.items()]
    # Without NOCD, makensis would look for the signing command in the script's folder.
    quiet = [f"{mark[0]}{option}" for option in ("V2", "WX", "NOCD")]
    script = product.ROOT / "installer" / "windows" / "points-till.nsi"
    subprocess.run([tool, *quiet, *options, str(script)], cwd=product.ROOT, check=True)  # noqa: S603 - as above
    return target


def windows_setup_path(version: str | None = None) -> Path:
    """The set-up's file in `dist/`."""
    return product.DIST / f"{product.NAME}-{version or product.version()}-windows-x64-setup.exe"


def linux_archive(bundle: Path) -> Path:
    """Packs the frozen program and its entry in the menu, for a machine like the one it was frozen on.

    It is not published.
    """
    target = product.DIST / f"{product.NAME}-{product.version()}-linux-x64.tar.gz"
    date = product.source_date()

    def without_builder(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        # The same bundle gives the same archive, at any time and for any user.
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = date
        return entry

    with gzip.GzipFile(target, "wb", mtime=date) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        archive.add(bundle, product.NAME, filter=without_builder)
        archive.add(DESKTOP_ENTRY, f"{product.NAME}/{DESKTOP_ENTRY.name}", filter=without_builder)
    return target


def write_checksums(folder: Path) -> Path:
    """Writes the SHA-256 sums of everything in a folder, in the format of `sha256sum --check`."""
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name != CHECKSUMS)
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}" for file in files]
    target = folder / CHECKSUMS
    target.write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    return target
