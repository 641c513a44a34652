"""Tests migrations from earlier versions: they keep every event and attempt, and start the chain."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import State, Step
from desktop.store import backfill
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.domain.redemption import Draft

STATES = Path(__file__).parent / "journals" / "states_of_version_2.sql"
PREFIX = "01KAN4Z7Q8V9W0X1Y2Z3A4B5"


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    """Returns all rows of a table as they are stored."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        return [dict(row) for row in raw.execute(f"SELECT * FROM {table} ORDER BY seq")]


@pytest.fixture
def old(path: Path) -> Path:
    """A version 2 journal with an attempt in every state, in WAL mode as on a till."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(STATES.read_text(encoding="utf-8"))
        raw.execute("PRAGMA journal_mode = WAL")
    return path


@pytest.mark.parametrize("at_once", [1, 3, 5000])
def test_every_event_and_attempt_is_kept(old: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    """Every old column of every row keeps its value, and one new event records where the chain begins."""
    monkeypatch.setattr(backfill, "_AT_ONCE", at_once)
    events, attempts = rows(old, "event"), rows(old, "attempt")
    with SqliteJournal.open(old) as journal:
        identity = journal.identity
    assert rows(old, "event")[:-1] == events
    assert rows(old, "event")[-1]["what"] == "chained"
    assert rows(old, "event")[-1]["detail"] == f"{identity} from version 2"
    for before, after in zip(attempts, rows(old, "attempt"), strict=True):
        assert before.items() <= after.items()
    verdict = verify(old)
    assert (verdict.ok, verdict.events, verdict.problem) == (True, len(events) + 1, "")


def test_new_columns_are_filled(old: Path, make_draft: Callable[..., Draft]) -> None:
    """Similar bills and persons are found, the first record's time is known, and attempts are this journal's own."""
    with SqliteJournal.open(old) as journal:
        attempts = list(journal.export(None, None))
        assert {one.journal_id for one in attempts} == {journal.identity}
        assert all(one.begun is not None and one.begun <= one.at for one in attempts)
        assert [one.draft.bill for one in journal.similar_bill("b-19")] == ["00B/19"]
        found = journal.not_redeemed(make_draft("9777788221"))
        assert [one.reference.removeprefix(PREFIX) for one in found] == ["10", "07", "06", "05"]
        mail = make_draft(identifier=Identifier(IdentifierKind.EMAIL, "asha@EXAMPLE.org"))
        assert journal.not_redeemed(mail) == ()
        refused = next(one for one in attempts if one.state is State.REFUSED)
        assert (refused.refusal, refused.is_unproved) == (None, False)


def test_a_migrated_journal_goes_on(old: Path, make_draft: Callable[..., Draft], now: datetime) -> None:
    """Attempts that version 2 left unfinished can be settled, sent again and forgotten, and the chain stays valid."""
    with SqliteJournal.open(old) as journal:
        assert [one.reference.removeprefix(PREFIX) for one in journal.recover(now)] == ["11"]
        journal.step(f"{PREFIX}05", Step.SENT_AGAIN, at=now, draft=make_draft(bill="B-20", user_id="u-1"))
        journal.step(f"{PREFIX}03", Step.FOUND, at=now)
        # Version 2 forgot this member. The redemption is reversed only now.
        journal.step(f"{PREFIX}01", Step.REVERSED, at=now)
        assert journal.forget_members(now.replace(year=2030)) == 6
        assert journal.get(f"{PREFIX}05") is not None
    assert verify(old).ok


def test_there_is_no_chain_before_the_migration(old: Path) -> None:
    """Reading an old journal changes nothing. `verify` says what it could not check, and does not find a head."""
    before = old.read_bytes()
    verdict = verify(old)
    assert (verdict.ok, verdict.events, verdict.head) == (True, 34, "")
    assert "version 2 has no chain yet" in verdict.problem
    assert not verify(old, "ab").ok
    with SqliteJournal.open(old, writer=False) as journal:
        assert (journal.identity, journal.head, journal.moved_from) == ("", "", "")
        assert len(list(journal.export(None, None))) == 11
    assert old.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("DELETE FROM event WHERE seq = 5", "event 5 is missing"),
        ("DELETE FROM attempt WHERE seq = 3", "11 attempts were begun, and 10 are there"),
        ("UPDATE attempt SET points = 'many' WHERE seq = 3", "a row holds no attempt"),
        ("UPDATE event SET at = 'yesterday' WHERE seq = 3", "a row holds no event"),
    ],
)
def test_damage_in_an_old_journal_is_reported(old: Path, damage: str, problem: str) -> None:
    """Damage that is visible without a chain is reported, and a window refuses the journal and leaves it unchanged."""
    edit(old, damage)
    assert problem in verify(old).problem
    before = old.read_bytes()
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(old)
    assert caught.value.why is JournalTrouble.DAMAGED
    assert old.read_bytes() == before


@pytest.mark.parametrize("damage", ["identifier_kind = 'face'", "notes = x'00'"])
def test_a_row_that_cannot_be_migrated_stops_the_migration(
    old: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a journal too large for a full check, the migration finds the damage and leaves the file at its version."""
    monkeypatch.setattr("desktop.store.opening._FULL_CHECK_LIMIT", 0)
    with closing(sqlite3.connect(old)) as raw:
        raw.execute(f"UPDATE attempt SET {damage} WHERE seq = 3")
        raw.commit()
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(old)
    assert caught.value.why is JournalTrouble.DAMAGED
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (2,)
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'chain'").fetchone() == (0,)


def test_an_old_draft_is_the_same_redemption(old: Path, make_draft: Callable[..., Draft]) -> None:
    """A draft that version 2 stored compares as it did."""
    with SqliteJournal.open(old) as journal:
        found = journal.get(f"{PREFIX}05")
        assert found is not None
        assert found.draft.same_as(make_draft(bill="B-20"))
        assert found.draft.points == Points(make_draft().points.value)
