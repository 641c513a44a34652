"""Finds and runs Qt's translation tools in the PySide6 wheel.

It imports only the standard library, because the build hook loads it before the project is installed.
"""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class LinguistError(RuntimeError):
    """A translation tool is missing or failed. The text says which and why."""


def tool(name: str) -> Path:
    """Returns the path of one of Qt's Linguist tools: `lupdate` or `lrelease`.

    Raises:
        LinguistError: if PySide6 is not installed or does not contain it.
    """
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise LinguistError("PySide6-Essentials is not installed")
    for location in spec.submodule_search_locations:
        package = Path(location)
        # Linux and Windows have them in the first folder. Releases for macOS have used each of the others.
        for folder in (
            package,
            package / "Qt" / "libexec",
            package / "Qt" / "bin",
            package / "Linguist.app/Contents/MacOS",
        ):
            for candidate in (folder / name, folder / f"{name}.exe"):
                if candidate.is_file():
                    return candidate
    raise LinguistError(f"PySide6 does not contain {name}: looked in {', '.join(spec.submodule_search_locations)}")


def run(name: str, arguments: Sequence[str]) -> str:
    """Runs a tool and returns its output.

    Raises:
        LinguistError: if it fails.
    """
    done = subprocess.run(  # noqa: S603 - Qt's own tool, from the installed wheel
        [str(tool(name)), *arguments], capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    said = (done.stdout + done.stderr).strip()
    if done.returncode != 0:
        raise LinguistError(f"{name} ended with {done.returncode}: {said}")
    return said


def compile_all(folder: Path) -> tuple[Path, ...]:
    """Compiles every `.ts` of a folder to a `.qm` beside it.

    Raises:
        LinguistError: if a file cannot be compiled.
    """
    made = []
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        run("lrelease", ["-silent", str(source), "-qm", str(target)])
        made.append(target)
    return tuple(made)
