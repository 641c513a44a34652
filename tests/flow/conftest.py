"""Provides a counter on the real journal, with fakes for everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store.journal import SqliteJournal
from tests.flow.fakes import Counter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """A counter and its settling, on a journal of their own."""
    with SqliteJournal.open(tmp_path / "journal.db", till="till.one") as opened:
        yield Counter(opened)
