"""Builds the program twice in different folders, and compares the results file by file."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from installer import product

COPIED = ("desktop", "resources", "installer", "LICENSE", "pyproject.toml", "README.md", "CHANGELOG.md")
"""What a build reads."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that two builds do not share.

    Attributes:
        name: its path in the bundle.
        reason: what differs, in plain English.
    """

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


def compare(first: Path, second: Path) -> list[Difference]:
    """Compares two folders by names, kinds, rights and contents. Returns what differs; times do not count.

    Args:
        first: a folder.
        second: another folder.
    """
    left, right = _entries(first), _entries(second)
    found = [Difference(name, f"only in {first}") for name in sorted(left.keys() - right.keys())]
    found += [Difference(name, f"only in {second}") for name in sorted(right.keys() - left.keys())]
    for name in sorted(left.keys() & right.keys()):
        if left[name] != right[name]:
            found.append(Difference(name, _what_differs(left[name], right[name], first / name, second / name)))
    return found


def fingerprint(folder: Path) -> str:
    """Returns one SHA-256 over the names, kinds, rights and contents of a folder's files."""
    whole = hashlib.sha256()
    for name, entry in sorted(_entries(folder).items()):
        whole.update(f"{name}\0{entry[0]}\0{entry[1]}\n".encode())
    return whole.hexdigest()


def build_twice(folder: Path | None = None) -> list[Difference]:
    """Builds from two copies of the source, whose paths differ, and compares the bundles.

    Args:
        folder: keeps the two copies there, to look at what differs.

    Raises:
        CalledProcessError: a build fails.
    """
    with tempfile.TemporaryDirectory(prefix="points-till-") as temporary:
        base = folder or Path(temporary)
        # Names of different lengths also show padding and alignment.
        copies = [_copy(base / name) for name in ("one", "another-place")]
        # A commit meanwhile must not change the second one's date.
        date = product.source_date()
        bundles = [_build(copy, date) for copy in copies]
        for bundle in bundles:
            files = sum(1 for file in bundle.rglob("*") if file.is_file())
            print(f"{bundle}: {files} files, {fingerprint(bundle)}", flush=True)
        return compare(*bundles)


def _copy(folder: Path) -> Path:
    for name in COPIED:
        source, target = product.ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.qm"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return folder


def _build(folder: Path, date: int) -> Path:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(date)}
    # Start the copy's own program, not this one.
    environment["PYTHONPATH"] = str(folder)
    command = [sys.executable, "-P", "-m", "installer", "build"]
    subprocess.run(command, cwd=folder, env=environment, check=True)  # noqa: S603 - the project's own files
    return folder / product.bundle(product.this_system()).relative_to(product.ROOT)


def _entries(folder: Path) -> dict[str, tuple[str, str]]:
    """Returns the kind with its rights, and the digest of each file and link."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = ("link", str(path.readlink()))
        elif path.is_file():
            found[name] = (f"file {path.stat().st_mode & 0o777:o}", hashlib.sha256(path.read_bytes()).hexdigest())
    return found


def _what_differs(left: tuple[str, str], right: tuple[str, str], first: Path, second: Path) -> str:
    if left[0] != right[0]:
        return f"{left[0]} and {right[0]}"
    if left[0] == "link":
        return f"leads to {left[1]} and to {right[1]}"
    one, other = first.read_bytes(), second.read_bytes()
    if len(one) != len(other):
        return f"{len(one)} and {len(other)} bytes"
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return f"{len(differing)} of {len(one)} bytes, the first at {differing[0]}"
