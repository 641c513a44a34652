"""Owns Qt's translation tools: where the PySide6 wheel keeps them on each system, and how they are run.

It imports the standard library alone, since the build hook loads it where the project is not installed.
"""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class LinguistError(RuntimeError):
    """A translation tool that is not there, or did not do its work; the text says which and why."""


def tool(name: str) -> Path:
    """Where a tool of Qt's Linguist is: `lupdate` or `lrelease`.

    Raises:
        LinguistError: where PySide6 is not installed or does not bring it.
    """
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise LinguistError("PySide6-Essentials is not installed")
    for location in spec.submodule_search_locations:
        package = Path(location)
        # Flat on Linux and Windows; releases for macOS have kept them in each of the other places.
        for folder in (
            package,
            package / "Qt" / "libexec",
            package / "Qt" / "bin",
            package / "Linguist.app/Contents/MacOS",
        ):
            for candidate in (folder / name, folder / f"{name}.exe"):
                if candidate.is_file():
                    return candidate
    raise LinguistError(f"PySide6 brings no {name}: looked in {', '.join(spec.submodule_search_locations)}")


def run(name: str, arguments: Sequence[str]) -> str:
    """Runs a tool and gives what it said.

    Raises:
        LinguistError: where it ended with anything but success.
    """
    done = subprocess.run(  # noqa: S603 - Qt's own tool, out of the installed wheel
        [str(tool(name)), *arguments], capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    said = (done.stdout + done.stderr).strip()
    if done.returncode != 0:
        raise LinguistError(f"{name} ended with {done.returncode}: {said}")
    return said


def compile_all(folder: Path) -> tuple[Path, ...]:
    """Compiles every `.ts` of a folder to a `.qm` beside it; none where there are none.

    Raises:
        LinguistError: where a file cannot be compiled.
    """
    made = []
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        run("lrelease", ["-silent", str(source), "-qm", str(target)])
        made.append(target)
    return tuple(made)
