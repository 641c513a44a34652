"""Opens a journal that cannot be used, and returns the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.store.journal import SqliteJournal

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: Path, *, writer: bool = True, timeout: float = 0.0) -> JournalTrouble:
    """Returns why a journal cannot be opened, and checks that the error names its file."""
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(path, writer=writer, timeout=timeout)
    assert caught.value.path == str(path)
    return caught.value.why
