"""Provides a counter on the real journal, with fakes for everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store.journal import SqliteJournal
from tests.flow.fakes import Counter
from tests.flow.pos_desk.pos_side import close_what_is_left

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """A counter and its settling, on a journal of their own."""
    with SqliteJournal.open(tmp_path / "journal.db", till="till.one") as opened:
        yield Counter(opened)


@pytest.fixture(autouse=True)
def killed_tills() -> Iterator[None]:
    """Closes the files of the tills that a test kills."""
    yield
    close_what_is_left()
