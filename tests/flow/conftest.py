"""Owns what tests of the flow share: the real journal on a disk, the stand-ins for everything else, and attempts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Lost, Unanswered
from desktop.domain.redemption import Step, new_reference
from desktop.domain.validation import ValidationCode
from desktop.flow.redeem import Redeemer
from desktop.flow.settle import Settler
from desktop.store.journal import SqliteJournal
from tests.flow.fakes import MoodyJournal, ScriptedApi, TestClock, make_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.domain.redemption import Attempt, Draft

SETTLE_AFTER = 120.0
LOOK_AGAIN_AFTER = 900.0


@pytest.fixture
def api() -> ScriptedApi:
    """The service."""
    return ScriptedApi()


@pytest.fixture
def clock() -> TestClock:
    """Time."""
    return TestClock()


@pytest.fixture
def real(tmp_path: Path) -> Iterator[SqliteJournal]:
    """The journal, as it stands on the disk."""
    with SqliteJournal.open(tmp_path / "journal.db", till="till.one") as opened:
        yield opened


@pytest.fixture
def journal(real: SqliteJournal) -> MoodyJournal:
    """The journal, as the flow gets it."""
    return MoodyJournal(real)


@pytest.fixture
def redeemer(api: ScriptedApi, journal: MoodyJournal, clock: TestClock) -> Redeemer:
    """What a press of Redeem comes to."""
    return Redeemer(api, journal.as_journal, clock, till="till.one", cashier="Ravi")


@pytest.fixture
def settler(api: ScriptedApi, journal: MoodyJournal, clock: TestClock) -> Settler:
    """What finds out about unknown ones."""
    return Settler(api, journal.as_journal, clock, settle_after=SETTLE_AFTER, look_again_after=LOOK_AGAIN_AFTER)


@pytest.fixture
def code() -> ValidationCode:
    """What the member reads out."""
    return ValidationCode("NS3U05")


@pytest.fixture
def lost() -> Unanswered:
    """An answer that never came."""
    return Unanswered(Lost.TIMEOUT)


@pytest.fixture
def attempt_after(real: SqliteJournal, clock: TestClock) -> Callable[..., Attempt]:
    """Writes an attempt into the journal and carries it through steps."""

    def write(*steps: Step, draft: Draft | None = None, doubtful: bool | None = None) -> Attempt:
        now = clock.now()
        attempt = real.begin(draft or make_draft(), new_reference(now), till="till.one", cashier="Ravi", at=now)
        for step in steps:
            attempt = real.step(attempt.reference, step, at=now, doubtful=doubtful)
        return attempt

    return write
