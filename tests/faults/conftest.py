"""Owns what the tests of bad days share: a shop whose every end is compared with its service's ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.shop import Shop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop; at its end, whatever the test has asserted, ledger and journals must not contradict each other."""
    made = Shop(tmp_path)
    try:
        yield made
        assert made.disagreements(settled=False) == {}
    finally:
        made.close()
