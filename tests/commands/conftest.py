"""Gives the tests of the commands a till's data folder, a service, a keyring, and a journal."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import keyring
import pytest

from desktop import paths
from desktop.domain.redemption import Redeemed, Step, Trace, new_reference
from desktop.store.journal import SqliteJournal
from desktop.training.service import PracticeService
from tests.commands.runs import NOW, draft
from tests.head_office.databases import postgres
from tests.journeys.keyrings import MemoryKeyring
from tests.ordinary_user import open_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["open_folder", "postgres"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Returns a till's data folder, which does not exist yet."""
    return tmp_path / "data"


@pytest.fixture
def service() -> Iterator[PracticeService]:
    """Returns a practice service that stands for the real one."""
    made = PracticeService()
    made.start()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def machine_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """Replaces the machine's keyring for this test."""
    monkeypatch.delenv("POINTS_TILL_PASSWORD", raising=False)
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def filled(data: Path) -> Path:
    """Returns the folder of a journal with a redemption, a refusal with a dangerous bill number, and an unknown
    attempt, each on its own day.
    """
    with SqliteJournal.open(paths.journal(data), till="till.one") as journal:

        def begin(bill: str, points: str, days: int) -> str:
            when = NOW + timedelta(days=days)
            made = journal.begin(draft(bill, points), new_reference(when), till="till.one", cashier="Meera", at=when)
            return made.reference

        redeemed = Redeemed(
            redemption_id="7t4y2a", points=Decimal("250.125"), value=Decimal("250.13"), balance=Decimal("1740.875"),
            request_id="r-1",
        )  # fmt: skip
        journal.step(begin("MG-1", "250.125", 0), Step.REDEEMED, at=NOW, redeemed=redeemed)
        refused = Trace(code="808", message="Invalid code", request_id="r-2")
        journal.step(begin("=1+1", "10", 1), Step.REFUSED, at=NOW + timedelta(days=1), trace=refused)
        lost = Trace(code="PT-TIMEOUT")
        journal.step(begin("MG-3", "5", 2), Step.LOST, at=NOW + timedelta(days=2), trace=lost)
    return data
