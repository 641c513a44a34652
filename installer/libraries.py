"""Lists the libraries that a binary loads directly, on each system."""

from __future__ import annotations

import re
import subprocess

from installer import product


def loaded_by(file: str) -> list[str]:
    """Returns the names of the libraries that a binary loads itself, not those that they load in turn.

    Raises:
        CalledProcessError: if the binary cannot be read.
    """
    if product.this_system() == "linux":
        # PyInstaller uses ldd, which lists indirect libraries too. Then every library would seem to be in use.
        told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607 - as PyInstaller
        return re.findall(r"^\s+NEEDED\s+(\S+)$", told, re.MULTILINE)
    from PyInstaller.depend.bindepend import get_imports

    return [name for name, _path in get_imports(file)]
