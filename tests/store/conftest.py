"""Gives the store's tests a journal on a real disk, drafts, and a process that may not write."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import private_files
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Attempt, Draft, Redeemed, Step, new_reference
from desktop.store.journal import SqliteJournal
from tests.ordinary_user import as_ordinary_user, open_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

__all__ = ["open_folder"]

INDIA = timezone(timedelta(hours=5, minutes=30))


@pytest.fixture
def now() -> datetime:
    """A time in a shop in India."""
    return datetime(2026, 11, 22, 14, 37, 11, 123456, tzinfo=INDIA)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of a test's journal, in a folder that does not exist yet."""
    return tmp_path / "data" / "journal.sqlite"


@pytest.fixture
def journal(path: Path) -> Iterator[SqliteJournal]:
    """A new journal."""
    with SqliteJournal.open(path, till="till.one") as opened:
        yield opened


@pytest.fixture
def make_draft() -> Callable[..., Draft]:
    """Makes a draft of an ordinary member, with the given changes."""

    def make(
        mobile: str = "919777788221", *, points: str = "250.125", shown: str = "+91 ••••• •8221", **others: object
    ) -> Draft:
        fields: dict[str, object] = {
            "identifier": Identifier(IdentifierKind.MOBILE, mobile),
            "points": Points(Decimal(points)),
            "shown": shown,
            "name": "Asha Rao",
            "bill": "B-17",
        }
        return Draft(**(fields | others))  # type: ignore[arg-type]  # a test names what it changes

    return make


@pytest.fixture
def begin(now: datetime, make_draft: Callable[..., Draft]) -> Callable[..., Attempt]:
    """Writes an attempt into a journal and takes it through the given steps."""

    def write(
        journal: SqliteJournal,
        *steps: Step,
        draft: Draft | None = None,
        at: datetime = now,
        redeemed: Redeemed | None = None,
    ) -> Attempt:
        attempt = journal.begin(
            draft or make_draft(), new_reference(datetime.now(tz=UTC)), till="till.one", cashier="Ravi", at=at
        )
        for step in steps:
            attempt = journal.step(attempt.reference, step, at=at, redeemed=redeemed)
        return attempt

    return write


@pytest.fixture
def without_rights() -> Callable[[], AbstractContextManager[None]]:
    """Lets a test run as a user who is bound by file modes, as root is not."""
    if os.name == "nt":
        pytest.skip("the modes of files are POSIX's")

    return as_ordinary_user


@pytest.fixture
def antivirus(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Another program has each file open when it is renamed first, as on Windows. Returns these files."""
    looked_at: set[Path] = set()
    rename = Path.rename

    def refuse_once(file: Path, target: Path) -> Path:
        if file.exists() and file not in looked_at:
            looked_at.add(file)
            raise PermissionError
        return rename(file, target)

    monkeypatch.setattr(Path, "rename", refuse_once)
    monkeypatch.setattr(private_files, "_TRIES_TO_RENAME", 2)
    monkeypatch.setattr(private_files, "_PAUSE", 0.0)
    return looked_at
