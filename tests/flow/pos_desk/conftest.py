"""Provides a desk that tells a POS the outcomes, on the real journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store.pos_records import PosRecords
from tests.flow.pos_desk.pos_side import Files, open_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.flow.pos_desk import PosDesk
    from tests.flow.fakes import Counter


@pytest.fixture
def files() -> Files:
    """Returns the POS's files."""
    return Files()


@pytest.fixture
def records(tmp_path: Path) -> Iterator[PosRecords]:
    """Yields another connection to what the till remembers."""
    with PosRecords(tmp_path / "pos-records.db") as opened:
        yield opened


@pytest.fixture
def desk(counter: Counter, tmp_path: Path, files: Files) -> Iterator[PosDesk]:  # noqa: ARG001 - makes the journal
    """Yields the desk, on the counter's journal."""
    opened = open_desk(tmp_path, files)
    yield opened
    opened.close()
