"""Keeps the token of the POS's local interface in a file that only this user can read."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from desktop.private_files import make_folder, make_private, retry_while_open, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = 32
_LONGEST = 200


def read_token(path: Path) -> str:
    """Returns the token; empty if there is none, or the file has something else in it.

    The file is read for each request, so a new token counts at once.
    """
    try:
        return _read(path)
    except OSError:
        return ""


def _read(path: Path) -> str:
    # Reading a pipe would wait for a writer.
    found = path.read_bytes()[: _LONGEST + 1].strip() if path.is_file() else b""
    try:
        text = found.decode("ascii")
    except UnicodeDecodeError:
        return ""
    return text if len(text) >= _BYTES and text.isprintable() and len(text) <= _LONGEST else ""


def ensure_token(path: Path, *, new: bool = False) -> str:
    """Returns the token. Makes one if there is none.

    Args:
        path: the file.
        new: True to replace the token, for example because someone else has seen it.

    Raises:
        OSError: it cannot be kept, or not be read now. A POS may have it, so it is not replaced.
    """
    known = "" if new else _known(path)
    if known:
        make_private(path)
        return known
    make_folder(path.parent)
    write_atomically(path, secrets.token_urlsafe(_BYTES).encode() + b"\n")
    # Another process may have made one at the same time. The last one counts.
    return read_token(path)


def _known(path: Path) -> str:
    """Returns the token; empty if there is none that this user may read.

    Raises:
        OSError: it cannot be read now.
    """
    found: list[str] = []
    try:
        retry_while_open(lambda: found.append(_read(path)))
    except PermissionError:
        return ""
    return found[0]
