"""Freezes the program with PyInstaller, and checks the result."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

from installer import contents, icons, notices, processes, product
from installer.linguist import compile_all
from installer.macos import plists

if TYPE_CHECKING:
    from pathlib import Path

SPEC = product.ROOT / "installer" / "points-till.spec"
SIZES = product.ROOT / "installer" / "sizes.toml"
MAX_GROWTH = 1.1
"""The factor by which a bundle may exceed its recorded size."""

MEGABYTE = 1_000_000


def build() -> Path:
    """Freezes the program for this system. Returns the bundle's folder.

    Raises:
        CalledProcessError: if PyInstaller fails.
        LinguistError: if a translation cannot be compiled.
    """
    system = product.this_system()
    folder, bundle = product.build_folder(system), product.bundle(system)
    compile_translations()
    if system == "macos":
        icons.make_icns(folder / "points-till.icns")
    else:
        icons.make_ico(folder / "points-till.ico")
    notices.write(folder / "licences", system)
    shutil.rmtree(bundle.parent, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--workpath", str(folder / "work"), "--distpath", str(bundle.parent), str(SPEC)]
    # Python's hash seed decides the order of names in some tables. With a fixed seed, the same source gives the same
    # files.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "QT_QPA_PLATFORM": "offscreen"}
    # The date in archives and in the program's head.
    environment["SOURCE_DATE_EPOCH"] = str(product.source_date())
    # Leaves out the columns of each instruction, a quarter of the modules' size. Tracebacks keep their line numbers.
    # They show columns beside the source only, which is not packed.
    environment["PYTHONNODEBUGRANGES"] = "1"
    # By default, PyInstaller only warns if signing an app fails.
    environment |= {"PYINSTALLER_STRICT_BUNDLE_CODESIGN_ERROR": "1", "PYINSTALLER_VERIFY_BUNDLE_SIGNATURE": "1"}
    subprocess.run(command, cwd=product.ROOT, check=True, env=environment)  # noqa: S603 - the project's own files
    return bundle


def problems(folder: Path, system: str) -> list[str]:
    """Returns the problems of a frozen program: something is missing or unused, or it has grown.

    Args:
        folder: the bundle.
        system: one of `product.SYSTEMS`.
    """
    names = [file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()]
    found = [f"missing: {name}" for name in contents.missing(names, system)]
    found += [f"never used: {name}" for name in contents.unused(names, system)]
    recorded = recorded_size(system)
    measured = size(folder)
    if recorded and measured > MAX_GROWTH * recorded:
        found.append(
            f"grown: {measured / MEGABYTE:.1f} MB, {measured / recorded - 1:.0%} more than {recorded / MEGABYTE:.1f}; "
            f"leave out what is not used, or record the new size in {SIZES.name} with a reason"
        )
    if system == "macos":
        found += _macos_problems(folder)
    return found


def size(folder: Path) -> int:
    """The size of all files of a bundle in bytes, not counting links."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def recorded_size(system: str) -> int | None:
    """The expected size of a system's bundle in bytes; None if it has not been measured yet."""
    megabytes = tomllib.loads(SIZES.read_text(encoding="utf-8")).get(system)
    return None if megabytes is None else int(megabytes * MEGABYTE)


def smoke(program: Path, arguments: list[str]) -> int:
    """Runs the frozen program's own smoke test, prints its output, and returns its exit code.

    Raises:
        TimeoutExpired: if it did not end by itself and was killed.
    """
    # Read through a pipe: a windowed program on Windows has no other standard output.
    return processes.run([str(program), "--smoke-test", *arguments], lambda line: print(line, end=""), timeout=300)


def compile_translations() -> None:
    """Compiles the translations if a source is newer than its compiled file."""
    folder = product.ROOT / "resources" / "translations"
    for source in folder.glob("*.ts"):
        made = source.with_suffix(".qm")
        if not made.is_file() or made.stat().st_mtime < source.stat().st_mtime:
            compile_all(folder)
            return


def _macos_problems(folder: Path) -> list[str]:
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    oldest, asking = plists.oldest_system(files)
    promised = plists.MINIMUM_SYSTEM
    if oldest <= promised:
        return []
    needed, stated = (".".join(map(str, version)) for version in (oldest, promised))
    names = ", ".join(sorted(file.name for file in asking)[:5])
    return [f"needs macOS {needed}, but Info.plist promises {stated}: {names}"]
