"""The earlier redemption of a bill is found without a window. `tests/commands/test_outcome.py` has the rest."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalUnusable
from desktop.domain.redemption import Redeemed, Step
from desktop.store.journal import SqliteJournal
from desktop.store.outcomes import find_earlier
from tests.commands.runs import NOW, draft

if TYPE_CHECKING:
    from pathlib import Path


def test_the_newest_redemption_that_happened(tmp_path: Path) -> None:
    """Whatever came after it."""
    path = tmp_path / "journal.db"
    assert find_earlier(path, "MG-1") is None
    assert not path.exists()
    with SqliteJournal.open(path, till="t") as journal:
        for hours, reference in enumerate(("01A", "01B", "01C")):
            at = NOW + timedelta(hours=hours)
            journal.begin(draft("MG-1", "10"), reference, till="t", cashier="", at=at)
            if reference != "01C":
                journal.step(reference, Step.REDEEMED, at=at, redeemed=Redeemed(points=Decimal(10)))
    found = find_earlier(path, "mg-1")
    assert found is not None
    assert (found["external_reference_number"], found["outcome"]) == ("01B", "redeemed")
    assert find_earlier(path, "MG-2") is None
    assert find_earlier(path, "") is None


def test_a_damaged_journal_is_an_error(tmp_path: Path) -> None:
    """It may have an earlier redemption."""
    path = tmp_path / "journal.db"
    path.write_bytes(b"no journal" * 1000)
    with pytest.raises(JournalUnusable):
        find_earlier(path, "MG-1")
