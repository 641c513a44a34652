"""Creates `installer/requirements.txt`: every package of a build with its hashes, one file for all systems."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from installer import product

if TYPE_CHECKING:
    from collections.abc import Sequence

LOCK = product.ROOT / "installer" / "requirements.txt"

_HEAD = """\
# Every package of a build with its hashes, for all three systems. Made of pyproject.toml by `python -m installer lock`;
# installed with `--require-hashes`, so that nothing else can get in.
"""


def make(*, upgrade: bool) -> None:
    """Writes a new lock. Keeps the pinned versions as far as possible, unless `upgrade` is true.

    Raises:
        FileNotFoundError: if uv is not installed. pip cannot do this: it evaluates markers for its own system only.
        CalledProcessError: if the requirements conflict.
    """
    command = [uv(), "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"]
    command += ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--output-file", str(LOCK)]
    command += ["--upgrade"] if upgrade else []
    command += ["--extra", "installer", "pyproject.toml"]
    subprocess.run(command, cwd=product.ROOT, check=True)  # noqa: S603 - the project's own files
    body = "\n".join(line for line in LOCK.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    LOCK.write_text(f"{_HEAD}{body}\n", encoding="utf-8")


def install(target: Path, platform: str, requirements: Sequence[str] = ("--require-hashes", "-r", str(LOCK))) -> None:
    """Installs wheels for another system into a folder, to inspect them or to use them there.

    Args:
        target: the folder.
        platform: uv's name for the platform, `x86_64-pc-windows-msvc`.
        requirements: arguments that tell uv what to install; the whole lock by default.

    Raises:
        FileNotFoundError: if uv is not installed.
        CalledProcessError: if there is no such wheel.
    """
    command = [uv(), "pip", "install", "--quiet", "--target", str(target), "--only-binary", ":all:"]
    command += ["--python-platform", platform, "--python-version", "3.13"]
    subprocess.run([*command, *requirements], check=True)  # noqa: S603 - unpacks wheels and runs nothing from them


def uv() -> str:
    """Returns the path of uv: beside this Python, even if its environment is not activated, or else on PATH.

    Raises:
        FileNotFoundError: if it is not installed.
    """
    found = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if found is None:
        raise FileNotFoundError("uv is needed: pip install uv")
    return found


def problems(text: str) -> list[str]:
    """Returns the problems of a lock: a registry's host, a package without hashes, a package that is not pinned."""
    found = []
    for line in text.replace("\\\n", " ").splitlines():
        entry = line.partition("#")[0].strip()
        name = re.split(r"[^\w.\-]", entry)[0]
        if re.search(r"https?://|--(extra-)?index|--find-links", line):
            found.append(f"names a host: {line.strip()}")
        elif entry and not re.match(r"[\w.\-]+==[\w.\-+]+( |$)", entry):
            found.append(f"{name} is not pinned")
        elif entry and "--hash=sha256:" not in entry:
            found.append(f"{name} has no hash")
    return found
