"""Tests that files of earlier versions are read and migrated, and that a newer version's file is left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble
from desktop.domain.history import HistoryQuery
from desktop.domain.result_record import result
from desktop.store import checking, opening, schema
from desktop.store.journal import SqliteJournal
from desktop.store.outcomes import find_outcomes
from tests.store.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt


VERSIONS = sorted((Path(__file__).parent / "journals").glob("version_*.sql"))


@pytest.mark.parametrize("dump", VERSIONS, ids=lambda dump: dump.stem)
def test_every_earlier_version_is_opened(path: Path, dump: Path, begin: Callable[..., Attempt]) -> None:
    """A file of each earlier version opens with all its content and can be written."""
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.executescript(dump.read_text(encoding="utf-8"))
    raw.close()
    with SqliteJournal.open(path) as journal:
        held = list(journal.export(None, None))
        assert [one.state.value for one in held] == ["redeemed", "unknown", "refused"]
        assert held[0].redeemed is not None
        assert held[0].redeemed.redemption_id == "7t4y2a"
        assert [one.what for one in journal.events(held[1].reference)] == ["begun", "lost", "looked"]
        begin(journal)
        assert journal._connection.execute("PRAGMA user_version").fetchone()[0] == schema.current_version()


def test_there_is_a_file_of_every_version() -> None:
    """Each earlier version has a file here."""
    assert [dump.stem for dump in VERSIONS] == [f"version_{number}" for number in range(1, schema.current_version())]


def test_a_migration_is_one_transaction(
    path: Path, begin: Callable[..., Attempt], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration that fails in the middle leaves the file at its version. A successful one changes it to the next."""
    with SqliteJournal.open(path) as journal:
        attempt = begin(journal)
    before, version = schema.MIGRATIONS, schema.current_version()
    half = (*before, ("ALTER TABLE attempt ADD COLUMN extra TEXT", "CREATE X"))
    monkeypatch.setattr(schema, "MIGRATIONS", half)
    assert refusal(path) is JournalTrouble.DAMAGED
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA user_version").fetchone() == (version,)
    assert "extra" not in {row[1] for row in raw.execute("PRAGMA table_info(attempt)")}
    raw.close()
    monkeypatch.setattr(schema, "MIGRATIONS", (*before, ("ALTER TABLE attempt ADD COLUMN extra TEXT",)))
    with SqliteJournal.open(path) as journal:
        assert journal.get(attempt.reference) == attempt
        assert journal._connection.execute("PRAGMA user_version").fetchone()[0] == version + 1


@pytest.mark.parametrize("dump", VERSIONS, ids=lambda dump: dump.stem)
def test_every_earlier_version_can_be_read_without_migration(path: Path, dump: Path) -> None:
    """After an update, history and doctor work before a window has opened the journal, and do not change the file."""
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.executescript(dump.read_text(encoding="utf-8"))
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    before = path.read_bytes()
    with SqliteJournal.open(path, writer=False) as journal:
        assert [one.state.value for one in journal.export(None, None)] == ["redeemed", "unknown", "refused"]
        assert len(journal.search(HistoryQuery(text="8221"))) == 3
        for one in journal.export(None, None):
            (found,) = find_outcomes(path, bill="", reference=one.reference)
            assert {**found, "earlier": None} == result(one)
    assert path.read_bytes() == before


def test_a_version_that_is_too_old_is_reported(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader refuses a file whose tables are too old. A window has to migrate it first."""
    SqliteJournal.open(path).close()
    monkeypatch.setattr(opening, "READABLE", schema.current_version() + 1)
    assert refusal(path, writer=False) is JournalTrouble.UNAVAILABLE


@pytest.mark.parametrize("writer", [True, False])
def test_a_newer_journal_is_not_changed(path: Path, *, writer: bool) -> None:
    """A file that a newer program made is refused, and none of its bytes change."""
    SqliteJournal.open(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {schema.current_version() + 1}")
    raw.close()
    before = path.read_bytes()
    assert refusal(path, writer=writer) is JournalTrouble.NEWER
    assert path.read_bytes() == before


def test_the_names_in_the_statements_are_those_in_a_new_journal() -> None:
    """A check compares with the statements, because making a journal takes longer."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.row_factory = sqlite3.Row
        schema.create(fresh, schema.current_version())
        assert checking._names(fresh) == schema.names()
