"""Compresses the modules that Python needs to start, which PyInstaller packs as they are."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "base_library.zip"


def compress(source: Path, folder: Path) -> Path:
    """Writes a compressed copy of a zip file. Returns its path. The same file gives the same copy.

    Args:
        source: the zip file.
        folder: for the copy.
    """
    made = folder / source.name
    with zipfile.ZipFile(source) as plain, zipfile.ZipFile(made, "w") as packed:
        for entry in plain.infolist():
            # The entry's own date, which does not depend on the time of the build.
            packed.writestr(entry, plain.read(entry), zipfile.ZIP_DEFLATED, compresslevel=9)
    return made
