"""The token of the local interface is a secret, and a file that is none lets no one in."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import private_files
from desktop.store.api_token import ensure_token, read_token
from tests.posix import make_fifo

if TYPE_CHECKING:
    from collections.abc import Callable


def test_there_is_none_before_it_is_made(tmp_path: Path) -> None:
    """Reading makes none."""
    path = tmp_path / "data" / "api-token"
    assert read_token(path) == ""
    assert not path.parent.exists()
    assert ensure_token(path) == read_token(path) != ""


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 40, b"x" * 201, b"x" * 20 + b"\x00" + b"x" * 20])
def test_a_file_with_something_else_is_no_token(tmp_path: Path, content: bytes) -> None:
    """It is replaced by a token at the next start."""
    path = tmp_path / "api-token"
    path.write_bytes(content)
    assert read_token(path) == ""
    assert len(ensure_token(path)) >= 43


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    """No one gets in, and making one is an error."""
    (tmp_path / "api-token").mkdir()
    assert read_token(tmp_path / "api-token") == ""
    with pytest.raises(OSError, match="api-token"):
        ensure_token(tmp_path / "api-token")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_in_its_place_is_replaced(tmp_path: Path) -> None:
    """Nothing waits for a writer, neither the command nor a request."""
    path = tmp_path / "api-token"
    make_fifo(path)
    assert read_token(path) == ""
    assert ensure_token(path) == read_token(path) != ""


@pytest.mark.parametrize("number", [errno.EMFILE, errno.EIO])
def test_one_that_cannot_be_read_now_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """The POS has it, and would be shut out."""
    path = tmp_path / "api-token"
    known = ensure_token(path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", _failing(OSError(number, "cannot be read")))
        assert read_token(path) == ""
        with pytest.raises(OSError, match="cannot be read"):
            ensure_token(path)
    assert ensure_token(path) == known


def test_one_that_another_program_has_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to read it meanwhile, such as while it is scanned. That passes."""
    path = tmp_path / "api-token"
    known = ensure_token(path)
    read, refusals = Path.read_bytes, [PermissionError(13, "in use")] * 2
    monkeypatch.setattr(private_files, "_TRIES_TO_RENAME", 5)
    monkeypatch.setattr(private_files, "_PAUSE", 0.0)
    monkeypatch.setattr(Path, "read_bytes", lambda one: _failing(refusals.pop())(one) if refusals else read(one))
    assert ensure_token(path) == known


def _failing(error: OSError) -> Callable[[Path], bytes]:
    def read(_path: Path) -> bytes:
        raise error

    return read
