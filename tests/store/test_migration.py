"""Tests migrations from earlier versions: they keep every event and attempt, and start the chain."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import State, Step
from desktop.store import backfill, event_rows, packing, upgrade
from desktop.store.journal import SqliteJournal
from desktop.store.opening import room_missing, wal_size
from desktop.store.verification import verify
from tests.disks import small_disk
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.domain.redemption import Draft

JOURNALS = Path(__file__).parent / "journals"
PREFIX = "01KAN4Z7Q8V9W0X1Y2Z3A4B5"


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    """Returns all rows of a table as they are stored."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        return [dict(row) for row in raw.execute(f"SELECT * FROM {table} ORDER BY seq")]


def restored(path: Path, dump: str) -> Path:
    """Restores an old journal, in WAL mode as on a till."""
    path.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((JOURNALS / f"{dump}.sql").read_text(encoding="utf-8"))
        raw.execute("PRAGMA journal_mode = WAL")
    return path


@pytest.fixture
def old(path: Path) -> Path:
    """A version 2 journal with an attempt in every state."""
    return restored(path, "states_of_version_2")


@pytest.fixture
def chained(path: Path) -> Path:
    """The same journal as version 3 left it, with a chain."""
    return restored(path, "states_of_version_3")


def kept(path: Path) -> tuple[list[tuple[Any, ...]], list[dict[str, Any]]]:
    """Returns the events and the attempts of a migrated journal, as earlier versions stored them."""
    with SqliteJournal.open(path, writer=False) as journal:
        raw = journal._connection
        events = [
            (row["seq"], *event_rows.unpack(row, journal._words, raw))
            for row in raw.execute(f"{event_rows.SELECT} ORDER BY event.seq")
        ]
        return events, [journal._unpack(row) for row in raw.execute("SELECT * FROM attempt ORDER BY seq")]


@pytest.mark.parametrize("at_once", [1, 3, 5000])
@pytest.mark.parametrize("version", [2, 3])
def test_every_event_and_attempt_is_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch, version: int, at_once: int
) -> None:
    """Every old column of every row keeps its value. In version 2, a new event records where the chain begins."""
    old = restored(path, f"states_of_version_{version}")
    monkeypatch.setattr(backfill, "_AT_ONCE", at_once)
    monkeypatch.setattr(upgrade, "_AT_ONCE", at_once)
    events, attempts = rows(old, "event"), rows(old, "attempt")
    with SqliteJournal.open(old) as journal:
        identity = journal.identity
        (last,) = journal.newest_events(1)
    assert sorted(one.name for one in old.parent.iterdir()) == [old.name, f"{old.name}-head", f"{old.name}.lock"]
    assert (last.what, last.detail) == ("chained", f"{identity} from version 2")
    new_events, new_attempts = kept(old)
    assert new_events[: len(events)] == [tuple(one.values()) for one in events]
    assert len(new_events) == 35
    for before, after in zip(attempts, new_attempts, strict=True):
        assert before.items() <= after.items()
        assert after.keys() == packing.ATTEMPT_DEFAULTS.keys()
    verdict = verify(old)
    assert (verdict.ok, verdict.events, verdict.problem) == (True, 35, "")


def test_the_chain_goes_on(chained: Path, make_draft: Callable[..., Draft], now: datetime) -> None:
    """Old heads stay in the chain, the identity stays, and new events follow the old ones."""
    with closing(sqlite3.connect(chained)) as raw:
        heads = [head.hex() for (head,) in raw.execute("SELECT hash FROM chain ORDER BY seq")]
        ((identity,),) = raw.execute("SELECT identity FROM journal")
    with SqliteJournal.open(chained) as journal:
        assert (journal.head, journal.identity, journal.moved_from) == (heads[-1], identity, "")
        journal.begin(make_draft(), "R-1", till="t", cashier="c", at=now)
    for head in heads:
        assert verify(chained, head).ok
    assert not verify(chained, "00" * 32).ok


def test_a_copy_is_recognised_after_the_migration(chained: Path) -> None:
    """A journal that was copied from another machine before the update still counts as moved."""
    edit(chained, "UPDATE journal SET machine = 'another', file = '1'")
    with SqliteJournal.open(chained) as journal:
        assert journal.moved_from
        assert verify(chained).ok


@pytest.mark.parametrize("table", ["event", "chain", "attempt"])
def test_an_edit_before_the_migration_is_not_covered_up(chained: Path, table: str) -> None:
    """A journal whose chain does not hold is not converted, or still shows the edit afterwards."""
    edits = {
        "event": "UPDATE event SET detail = 'x' WHERE seq = 30",
        "chain": "UPDATE chain SET facts = zeroblob(32) WHERE seq = 30",
        "attempt": "UPDATE attempt SET points = '9' WHERE seq = 1",
    }
    edit(chained, edits[table])
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(chained)
    assert caught.value.why is JournalTrouble.DAMAGED
    assert not verify(chained).ok


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


def grow(path: Path, copies: int) -> None:
    """Adds copies of all rows of a version 2 journal, under references of their own."""
    with closing(sqlite3.connect(path)) as raw:
        (events,) = raw.execute("SELECT max(seq) FROM event").fetchone()
        for table in ("event", "attempt"):
            columns = [name for _, name, *_ in raw.execute(f"PRAGMA table_info({table})").fetchall()]
            made = {
                "seq": f"seq + n * {events}",
                "reference": "iif(reference = '', '', substr(reference, 1, 20) || printf('%04d', n)"
                " || substr(reference, -2))",
            }
            raw.execute(
                f"WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < {copies})"
                f" INSERT INTO {table} ({', '.join(columns)})"
                f" SELECT {', '.join(made.get(name, name) for name in columns)} FROM {table}, copy"
            )
        raw.commit()


@pytest.mark.parametrize("dump", ["states_of_version_2", "states_of_version_3"])
def test_the_room_that_the_doctor_asks_for_is_enough(tmp_path: Path, dump: str) -> None:
    """A disk on which it misses nothing holds the whole conversion."""
    made = restored(tmp_path / "made" / "journal.db", dump)
    if dump == "states_of_version_2":
        grow(made, 800)
    size = made.stat().st_size
    with small_disk(size + 2**16) as disk:
        path = disk / "journal.db"
        shutil.copy(made, path)
        missing = room_missing(path)
    with small_disk(size + 2**16 + missing) as disk:
        path = disk / "journal.db"
        shutil.copy(made, path)
        wals: list[int] = []
        SqliteJournal.open(path, on_progress=lambda _done, _every: wals.append(wal_size(path))).close()
        assert verify(path).problem == ""
        # Nothing beside the journal takes the room of its copy.
        assert set(wals) == {0}


def test_there_is_no_chain_before_the_migration(old: Path) -> None:
    """Reading an old journal changes nothing. `verify` says what it could not check, and does not find a head."""
    before = old.read_bytes()
    verdict = verify(old)
    assert (verdict.ok, verdict.events, verdict.head) == (True, 34, "")
    assert "version 2 has no chain yet" in verdict.problem
    assert not verify(old, "ab").ok
    with SqliteJournal.open(old, writer=False) as journal:
        # It reads a private copy in this version.
        assert journal.moved_from == ""
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
