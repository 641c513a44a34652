"""What the till remembers for the POS survives a restart, and a damaged file stops nothing."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.hand_over_record import RESULT, AwaitedFile, ExpectedFile, HandOverRecord, JournalPosition
from desktop.store.errors import DamagedRowError
from desktop.store.pos_records import VERSION, PosRecords, unreadable

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 22, 18, 42, 11, tzinfo=UTC)
RECORD = HandOverRecord(id="H1", at=NOW, fields={"bill": "MG-1", "mobile": "919777788221"}, key="k-1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Returns the file, which does not exist yet."""
    return tmp_path / "data" / "pos-records.db"


def test_a_hand_over_survives_a_restart(path: Path) -> None:
    """With everything that was recorded of it."""
    with PosRecords(path) as records:
        records.add(RECORD)
        assert records.find("H1") == RECORD
        assert records.find_key("k-1") == RECORD
        records.open("H1", JournalPosition(identity="J", events=7))
        records.tell("H1", {"outcome": "redeemed"}, reference="R", reversal_id="", is_done=True)
        # Something told later does not open it again.
        records.tell("H1", {"outcome": "redeemed"}, reference="R", reversal_id="V", is_done=False)
    with PosRecords(path) as records:
        assert records.find("H1") == replace(
            RECORD,
            opened=JournalPosition(identity="J", events=7),
            told={"outcome": "redeemed"},
            reference="R",
            reversal_id="V",
            is_done=True,
        )


def test_what_is_not_there(path: Path) -> None:
    """Nothing is found, and an empty key finds nothing."""
    with PosRecords(path) as records:
        records.add(replace(RECORD, key=""))
        records.add(replace(RECORD, id="H2", key=""))
        assert records.find("H9") is None
        assert records.find_key("") is None
        assert records.find_key("k-1") is None


def test_an_id_and_a_key_are_used_once(path: Path) -> None:
    """A second one is a mistake of the caller."""
    with PosRecords(path) as records:
        records.add(RECORD)
        for other in (replace(RECORD, key="k-2"), replace(RECORD, id="H2")):
            with pytest.raises(ValueError, match="id or key"):
                records.add(other)


def test_a_hand_over_that_was_not_taken_frees_its_key(path: Path) -> None:
    """The caller tries again with it."""
    with PosRecords(path) as records:
        records.add(RECORD)
        records.remove("H1")
        assert records.find("H1") is None
        records.add(replace(RECORD, id="H2"))


def test_lost_hand_overs_came_to_the_counter_and_have_no_outcome(path: Path) -> None:
    """Oldest first."""
    with PosRecords(path) as records:
        for number in range(4):
            records.add(replace(RECORD, id=f"H{number}", key=""))
        for one in ("H2", "H1", "H3"):
            records.open(one, JournalPosition(identity="J", events=1))
        records.tell("H1", {"outcome": "cancelled"}, reference="", reversal_id="", is_done=True)
        assert [one.id for one in records.lost()] == ["H2", "H3"]


def test_old_hand_overs_are_deleted(path: Path) -> None:
    """With the number that was handed over."""
    with PosRecords(path) as records:
        records.add(RECORD)
        records.add(replace(RECORD, id="H2", key="", at=NOW + timedelta(days=1)))
        assert records.forget(NOW + timedelta(seconds=1), NOW + timedelta(days=2)) == 1
        assert records.find("H1") is None
        assert records.find("H2") is not None
    for file in path.parent.iterdir():
        assert b"H1" not in file.read_bytes() or file.suffix != ".db"


def test_a_file_of_the_pos_belongs_to_its_last_hand_over(path: Path) -> None:
    """The newest outcome replaces an earlier one."""
    with PosRecords(path) as records:
        records.expect(ExpectedFile(path="a", reference="R1"))
        records.expect(ExpectedFile(path="b", reference="R2", reversal_id="V"))
        records.expect(ExpectedFile(path="a", reference="R3"))
        assert set(records.expected()) == {
            ExpectedFile(path="a", reference="R3"),
            ExpectedFile(path="b", reference="R2", reversal_id="V"),
        }
        records.forget_file("b")
        records.forget_file("c")
        assert records.expected() == (ExpectedFile(path="a", reference="R3"),)


def test_a_damaged_file_is_kept_aside(path: Path) -> None:
    """Redeeming must go on, and the journal alone says what happened to points."""
    path.parent.mkdir()
    path.write_bytes(b"no database" * 1000)
    with PosRecords(path) as records:
        records.add(RECORD)
        assert records.find("H1") == RECORD
    assert path.with_name("pos-records.db.damaged").read_bytes().startswith(b"no database")


def test_a_file_of_a_newer_version_stays(path: Path) -> None:
    """The newer program goes on with it. The doctor of this one says what it is."""
    with PosRecords(path) as records:
        records.add(RECORD)
    damage(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(JournalUnusable) as caught:
        PosRecords(path)
    assert caught.value.why is JournalTrouble.NEWER
    assert unreadable(path) == [f"{path}: PT-JOURNAL-NEWER (journal.newer)"]
    assert (path.read_bytes(), list(path.parent.glob("*.damaged"))) == (before, [])


def test_what_was_kept_aside_before_stays(path: Path) -> None:
    """Each damaged file is kept."""
    path.parent.mkdir()
    for content in (b"no database", b"nor is this"):
        path.write_bytes(content * 1000)
        PosRecords(path).close()
    assert path.with_name("pos-records.db.damaged").read_bytes().startswith(b"no database")
    assert path.with_name("pos-records.db.damaged-2").read_bytes().startswith(b"nor is this")


def test_a_damaged_file_that_an_antivirus_program_has_open(path: Path, antivirus: set[Path]) -> None:
    """It is kept aside as soon as it is closed."""
    path.parent.mkdir()
    path.write_bytes(b"no database" * 1000)
    with PosRecords(path) as records:
        records.add(RECORD)
    assert antivirus == {path}
    assert path.with_name("pos-records.db.damaged").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not rename a file that is open")
def test_a_damaged_file_that_another_thread_has_open(path: Path) -> None:
    """Its WAL goes with it, and has nothing to do with the new file's."""
    with PosRecords(path) as other:
        path.write_bytes(b"no database" * 3000)
        path.with_name("pos-records.db-wal").write_bytes(b"")
        with PosRecords(path) as records:
            records.add(RECORD)
            assert not other.is_in_place
            assert path.with_name("pos-records.db.damaged-wal").exists()
            with PosRecords(path) as third:
                assert third.find("H1") == RECORD


def damage(path: Path, change: str) -> None:
    """Changes the records as another program would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)


@pytest.mark.parametrize(
    "change",
    [
        "fields = '[]'",
        "fields = '['",
        "at = 'noon'",
        "told = '[]'",
        "told = '{}'",
        "told = 7",
        "events = NULL",
        "reference = CAST(x'ff' AS TEXT)",
        "fields = CAST(x'7b22ff' AS TEXT)",
    ],
)
def test_a_row_that_is_no_hand_over_costs_one_answer(path: Path, change: str, caplog: pytest.LogCaptureFixture) -> None:
    """It is not guessed at, it is logged once, and the others are found."""
    others = [replace(RECORD, id="H2", key="k-2"), replace(RECORD, id="H3", key="")]
    with PosRecords(path) as records:
        for one in (RECORD, *others):
            records.add(one)
            records.open(one.id, JournalPosition(identity="J", events=1))
    damage(path, f"UPDATE hand_over SET {change} WHERE id = 'H1'")
    with PosRecords(path) as records:
        with pytest.raises(DamagedRowError, match="H1"):
            records.find("H1")
        with pytest.raises(DamagedRowError, match="H1"):
            records.find_key("k-1")
        assert records.find_key("k-2") == records.find("H2") is not None
        for _ in range(2):
            assert [one.id for one in records.lost()] == ["H2", "H3"]
    assert len([one for one in caplog.messages if "cannot be read" in one and "H1" in one]) == 1


def test_a_row_that_is_no_file_costs_that_file(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The others are still rewritten."""
    with PosRecords(path) as records:
        for name in ("a", "b"):
            records.expect(ExpectedFile(path=name, reference="R1"))
    damage(path, "UPDATE expected_file SET path = CAST(x'ff' AS TEXT) WHERE path = 'a'")
    with PosRecords(path) as records:
        assert records.expected() == (ExpectedFile(path="b", reference="R1"),)
    assert "cannot be read" in caplog.text


def awaited(records: PosRecords, name: str, path: str = "/r.json") -> None:
    """Records that the POS expects the outcome of a hand-over in a file."""
    made = HandOverRecord(id=name, at=NOW, fields={RESULT: path})
    records.await_file(made, AwaitedFile(path=path, seen="before"))


def test_a_file_belongs_to_the_newest_hand_over_that_names_it(path: Path) -> None:
    """An outcome of an earlier one is not expected there any more."""
    with PosRecords(path) as records:
        records.expect(ExpectedFile(path="/r.json", reference="R1"))
        awaited(records, "F1")
        assert records.expected() == ()
        awaited(records, "F2")
        awaited(records, "F3", "/other.json")
        # One that comes from another window.
        awaited(records, "F2")
        assert [one.id for one in records.lost()] == ["F2", "F3"]
        assert records.awaited("F1") is None
        assert records.awaited("F2") == AwaitedFile(path="/r.json", seen="before")


def test_a_file_is_awaited_until_it_has_the_outcome(path: Path) -> None:
    """Also after the outcome was recorded, because the file may not be there yet."""
    with PosRecords(path) as records:
        awaited(records, "F1")
        file = AwaitedFile(path="/r.json", seen="then", prepared="new")
        records.tell("F1", {"outcome": "redeemed"}, reference="R", reversal_id="", is_done=True, file=file)
        assert records.awaited("F1") == file
        assert [one.id for one in records.lost()] == ["F1"]
        records.forget_awaited("F1")
        assert records.lost() == ()
        assert records.awaited("F1") is None


def test_what_came_while_the_clock_was_set_back_is_not_old(path: Path) -> None:
    """It follows a hand-over that is younger. A key that were forgotten would be taken for a new sale."""
    with PosRecords(path) as records:
        for number, days in enumerate((-9, -1, -365, 300)):
            records.add(replace(RECORD, id=f"H{number}", key=f"K{number}", at=NOW + timedelta(days=days)))
        assert records.forget(NOW - timedelta(days=7), NOW) == 1
        assert [records.find_key(f"K{number}") is not None for number in range(4)] == [False, True, True, True]
        assert records.forget(NOW - timedelta(seconds=1), NOW) == 2
        assert records.find_key("K3") is not None


def test_how_late_it_surely_is(path: Path) -> None:
    """The newest hand-over says it that is a day older than the clock. One of a time that no clock shows does not."""
    day = timedelta(days=1)
    with PosRecords(path) as records:
        assert records.sure_time(NOW) is None
        for number, days in enumerate((-2, -9, 1)):
            records.add(replace(RECORD, id=f"H{number}", key="", at=NOW + days * day))
        assert records.sure_time(NOW + day) == (NOW - 9 * day).replace(microsecond=0)
        assert records.sure_time(NOW + 2 * day) == (NOW + day).replace(microsecond=0)
        records._connection.execute(f"UPDATE hand_over SET seconds = {-(2**62)}")
        assert records.sure_time(NOW) is None


def test_many_old_hand_overs_are_deleted_at_once(path: Path) -> None:
    """A till that was not started for a month does not look at all younger ones for each of them."""
    with PosRecords(path) as records:
        for number in range(60):
            records.add(replace(RECORD, id=f"H{number}", key="", at=NOW + timedelta(hours=number)))
        steps = 0

        def count() -> None:
            nonlocal steps
            steps += 1

        records._connection.set_progress_handler(count, 1)
        assert records.forget(NOW + timedelta(hours=30), NOW + timedelta(hours=60)) == 30
        assert steps < 30 * 60


def test_a_file_goes_with_its_hand_over(path: Path, tmp_path: Path) -> None:
    """It is forgotten with an old one, and taken over with one from another folder."""
    with PosRecords(path) as records, PosRecords(tmp_path / "other.db") as other:
        awaited(records, "F1")
        assert other.take_over(records) == 2
        assert other.awaited("F1") == records.awaited("F1")
        assert records.forget(NOW + timedelta(seconds=1), NOW + timedelta(days=2)) == 1
        assert records.awaited("F1") is None
        assert other.awaited("F1") is not None


@pytest.mark.skipif(sys.platform == "win32", reason="a path is text on Windows")
def test_a_path_that_is_no_text(path: Path) -> None:
    """A name in another encoding comes back as it was."""
    name = os.fsdecode(b"/caf\xe9.json")
    with PosRecords(path) as records:
        records.expect(ExpectedFile(path=name, reference="R1"))
        assert [one.path for one in records.expected()] == [name]
        records.forget_file(name)
        assert records.expected() == ()
        awaited(records, "F1", name)
        assert [one.fields[RESULT] for one in records.lost()] == [name]
        assert records.awaited("F1") == AwaitedFile(path=name, seen="before")


@pytest.mark.parametrize("value", ["CAST(x'ff' AS TEXT)", "'hex:zz'", "x'00'"])
def test_a_row_that_is_no_awaited_file(path: Path, caplog: pytest.LogCaptureFixture, value: str) -> None:
    """It costs that file, and is named."""
    with PosRecords(path) as records:
        awaited(records, "F1")
    damage(path, f"UPDATE awaited_file SET path = {value}")
    with PosRecords(path) as records:
        assert records.awaited("F1") is None
    assert "cannot be read" in caplog.text
    assert len(unreadable(path)) == 1


def test_a_file_of_an_older_version(path: Path) -> None:
    """It is not damaged. What was sent for a hand-over at the counter is in no event, so no journal can answer it."""
    with PosRecords(path) as records:
        for number, (reference, is_done) in enumerate((("", False), ("R1", False), ("", True), ("", False))):
            name = f"H{number}"
            records.add(replace(RECORD, id=name, key=""))
            if number < 3:
                records.open(name, JournalPosition(identity="J", events=7))
                records.tell(name, {"outcome": "unknown"}, reference=reference, reversal_id="", is_done=is_done)
    damage(path, "DROP TABLE awaited_file")
    assert unreadable(path) == []
    with PosRecords(path), PosRecords(path) as records:
        found = [records.find(f"H{number}") for number in range(4)]
        opened = [None if one is None or one.opened is None else one.opened.identity for one in found]
        assert opened == ["", "J", "J", None]
        records.add(replace(RECORD, id="H4", key=""))
        records.open("H4", JournalPosition(identity="J", events=9))
    with PosRecords(path) as records:
        assert [one.opened and one.opened.identity for one in records.lost()] == ["", "J", "J"]
    assert unreadable(path) == []


def test_a_place_without_a_folder(tmp_path: Path) -> None:
    """The failure is the one that every caller expects."""
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(JournalUnusable):
        PosRecords(tmp_path / "data" / "pos-records.db")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights; the folder is the user's own")
def test_only_this_user_can_read_it(path: Path) -> None:
    """It has mobile numbers."""
    with PosRecords(path) as records:
        records.add(RECORD)
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
