"""Claims about files that are replaced whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store.private_files import write_for_others

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_another_program_asked_for(tmp_path: Path) -> None:
    """Its folder is made where there is none; what cannot be written leaves nothing behind."""
    file = tmp_path / "of the POS" / "today" / "r.json"
    write_for_others(file, b"one")
    write_for_others(file, b"two")
    assert file.read_bytes() == b"two"
    assert [one.name for one in file.parent.iterdir()] == ["r.json"]
    with pytest.raises(OSError, match=r"."):
        write_for_others(file / "below a file", b"three")
    assert file.read_bytes() == b"two"
