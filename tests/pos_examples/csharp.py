"""Builds the example in C#, with .NET or, where that is not installed, with Mono."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from tests.pos_examples.programs import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

_SOURCE = EXAMPLES / "csharp"


class NotInstalledError(Exception):
    """Nothing that is installed can build it."""


def built_in(folder: Path) -> list[str | Path]:
    """Builds it in a folder outside the repository, and returns the command that starts it.

    Raises:
        NotInstalledError: with what is missing.
    """
    dotnet = shutil.which("dotnet")
    if dotnet is not None and _has_kit(dotnet):
        return _built_with_dotnet(dotnet, folder)
    mcs, mono = shutil.which("mcs"), shutil.which("mono")
    if mcs is not None and mono is not None:
        return _built_with_mono(mcs, mono, folder)
    raise NotInstalledError("neither an SDK of .NET 8 or later nor Mono (mcs and mono) is installed")


def _has_kit(dotnet: str) -> bool:
    """Says whether it can build. Without an SDK it can only run programs."""
    kits = _run(dotnet, "--list-sdks")
    assert kits.returncode == 0, kits.stderr
    return any(int(line.partition(".")[0]) >= 8 for line in kits.stdout.splitlines())


def _built_with_dotnet(dotnet: str, folder: Path) -> list[str | Path]:
    # It writes beside the project.
    for name in ("Pos.cs", "Pos.csproj"):
        shutil.copy(_SOURCE / name, folder)
    built = _run(dotnet, "build", "--nologo", "--output", folder / "built", folder / "Pos.csproj")
    assert built.returncode == 0, built.stdout + built.stderr
    return [dotnet, folder / "built" / "Pos.dll"]


def _built_with_mono(mcs: str, mono: str, folder: Path) -> list[str | Path]:
    program = folder / "Pos.exe"
    libraries = ["-r:System.Net.Http", "-r:System.Runtime.Serialization"]
    built = _run(mcs, "-langversion:7", "-warnaserror", *libraries, f"-out:{program}", _SOURCE / "Pos.cs")
    # Debian has each library in a package of its own.
    said = built.stdout + built.stderr
    if "error CS0006" in said:
        raise NotInstalledError(f"Mono lacks a library: {said.strip()}")
    assert built.returncode == 0, said
    return [mono, program]


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(one) for one in command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
