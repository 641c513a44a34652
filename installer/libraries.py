"""Owns which other libraries a binary loads by itself, on each system."""

from __future__ import annotations

import re
import subprocess

from installer import product


def loaded_by(file: str) -> list[str]:
    """The names of the libraries that a binary itself asks for, not those that they ask for in turn.

    Raises:
        CalledProcessError: where the binary cannot be read.
    """
    if product.this_system() == "linux":
        # PyInstaller asks ldd, which lists the whole closure: with it nothing would ever be without a user.
        told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout  # noqa: S603, S607 - PyInstaller needs it too
        return re.findall(r"^\s+NEEDED\s+(\S+)$", told, re.MULTILINE)
    from PyInstaller.depend.bindepend import get_imports

    return [name for name, _path in get_imports(file)]
