"""Reduces the data of ICU, which Qt uses on Linux, to what the till's languages need.

Qt's own copy of ICU has 32 MB of data. Qt asks it for three things only: to sort texts, to name time zones, and to
decode old encodings. The till does the first at most, so only the rules for sorting are kept. Everything else about
languages (numbers, dates, plurals, the ends of words and lines, capital letters) is in Qt and in ICU's program code.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAME = re.compile(r"^libicudata\.so\.(?P<version>\d+)$")

_HEAD = re.compile(rb"(?=(?P<size>..)\xda\x27.{8}CmnD\x01)", re.DOTALL)
"""The start of ICU's data: its own size, two bytes that every file of ICU has, and the kind "common data"."""

_ALIGNMENT = 16

_COLLATION = re.compile(r"^icudt\d+l/coll/(?P<language>[a-z]+)(_\w+)?\.res$")
_ROOT = re.compile(r"^icudt\d+l/coll/(root\.res|res_index\.res|ucadata\.icu)$")

_ASSEMBLER = """\
    .section .rodata
    .balign 16
    .global {symbol}
    .type {symbol}, %object
{symbol}:
    .incbin "data"
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack, "", %progbits
"""


class IcuError(ValueError):
    """ICU's library is not what this module knows."""


def is_library(name: str) -> bool:
    """True if a file of a bundle is a library of ICU's data.

    Args:
        name: its path in the bundle.
    """
    return NAME.match(name.rpartition("/")[2]) is not None


def is_kept(name: str, languages: Iterable[str]) -> bool:
    """True if a part of ICU's data is needed to sort texts in some languages.

    Args:
        name: its name, such as `icudt73l/coll/es.res`.
        languages: the languages' codes, such as `es` or `zh_CN`.
    """
    if _ROOT.match(name):
        return True
    found = _COLLATION.match(name)
    return found is not None and found["language"] in {one.partition("_")[0] for one in languages}


def read(library: Path) -> tuple[bytes, dict[str, bytes]]:
    """Returns the head and the parts of the data in a library of ICU's data.

    Raises:
        IcuError: if it has none.
    """
    content = library.read_bytes()
    found = _HEAD.search(content)
    if found is None:
        raise IcuError(f"{library.name} has no data of ICU")
    (size,) = struct.unpack("<H", found["size"])
    data = content[found.start() :]
    head, table = data[:size], data[size:]
    # The table has the places of each part's name and content, counted from the table. The parts are in the order of
    # their names and follow each other.
    (count,) = struct.unpack_from("<I", table)
    places = list(struct.iter_unpack("<II", table[4 : 4 + 8 * count]))
    # Nothing tells where the last one ends. It gets the rest of the file, which ICU ignores.
    ends = [*(start for _name, start in places[1:]), len(table)]
    return head, {
        table[name : table.index(b"\0", name)].decode("ascii"): table[start:end]
        for (name, start), end in zip(places, ends, strict=True)
    }


def write(library: Path, head: bytes, parts: Mapping[str, bytes]) -> None:
    """Writes a library with some of ICU's data. The same parts give the same bytes.

    Args:
        library: its path; its name has ICU's version.
        head: the head of the data, as `read` returns it.
        parts: the parts by name; none of them is allowed too.

    Raises:
        IcuError: if the library's name has no version.
        CalledProcessError: if binutils' assembler or linker fails.
    """
    named = NAME.match(library.name)
    if named is None:
        raise IcuError(f"{library.name} has no version")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "data").write_bytes(head + _table(parts))
        (folder / "data.s").write_text(_ASSEMBLER.format(symbol=f"icudt{named['version']}_dat"), encoding="ascii")
        # Both are in the package of objdump, which PyInstaller needs. Relative names leave no trace of this folder.
        subprocess.run(["as", "-o", "data.o", "data.s"], cwd=folder, check=True)  # noqa: S607 - as for objdump
        link = ["ld", "-shared", "-soname", library.name, "--build-id=none", "-z", "noexecstack", "-o", "made"]
        subprocess.run([*link, "data.o"], cwd=folder, check=True)  # noqa: S603 - fixed arguments
        library.write_bytes((folder / "made").read_bytes())


def reduce(source: Path, folder: Path, languages: Iterable[str]) -> Path:
    """Writes a copy of a library of ICU's data that can only sort texts in some languages. Returns its path.

    Args:
        source: Qt's own library.
        folder: for the copy.
        languages: the languages' codes.

    Raises:
        IcuError: if it is not such a library, or has no rules for sorting.
    """
    wanted = tuple(languages)
    head, parts = read(source)
    kept = {name: content for name, content in parts.items() if is_kept(name, wanted)}
    if not any(name.endswith("/ucadata.icu") for name in kept):
        raise IcuError(f"{source.name} has no rules for sorting")
    made = folder / source.name
    write(made, head, kept)
    return made


def _table(parts: Mapping[str, bytes]) -> bytes:
    # ICU searches by halves.
    ordered = sorted(parts.items())
    names, contents = b"", b""
    name_places, content_places = [], []
    for name, _content in ordered:
        name_places.append(4 + 8 * len(ordered) + len(names))
        names += name.encode("ascii") + b"\0"
    start = _padded(4 + 8 * len(ordered) + len(names))
    for _name, content in ordered:
        content_places.append(start + len(contents))
        contents += content.ljust(_padded(len(content)), b"\0")
    table = struct.pack("<I", len(ordered))
    table += b"".join(struct.pack("<II", *places) for places in zip(name_places, content_places, strict=True))
    return (table + names).ljust(start, b"\0") + contents


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
