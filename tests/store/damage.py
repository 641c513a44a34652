"""Damages a journal in the ways that disks, power cuts, tools and people do."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.domain.redemption import State, Step
from desktop.store.journal import SqliteJournal
from tests.posix import make_fifo
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096
NOW = datetime(2026, 11, 22, 14, 37, 11, tzinfo=UTC)
_LEAF, _INTERIOR = 0x0D, 0x05


def pages(path: Path, table: str, kind: int = _LEAF) -> list[int]:
    """Returns the pages of one kind of a table, in the order of its rows (SQLite's file format, B-tree pages)."""
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    data = path.read_bytes()

    def below(page: int) -> list[int]:
        start = (page - 1) * PAGE
        found, _, cells, _, _, last = struct.unpack_from(">BHHHBI", data, start)
        if found == _LEAF:
            return [page] if kind == _LEAF else []
        places = struct.unpack_from(f">{cells}H", data, start + 12)
        children = [*(struct.unpack_from(">I", data, start + place)[0] for place in places), last]
        return ([page] if kind == _INTERIOR else []) + [leaf for child in children for leaf in below(child)]

    return below(root)


def overwrite(path: Path, at: int, data: bytes) -> None:
    """Overwrites bytes of a file."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def flip(path: Path, bit: int) -> None:
    """Flips one bit."""
    at = bit // 8
    overwrite(path, at, bytes([path.read_bytes()[at] ^ 1 << bit % 8]))


def page_of(path: Path, number: int) -> bytes:
    """Returns the bytes of one page."""
    return path.read_bytes()[(number - 1) * PAGE : number * PAGE]


def put(path: Path, number: int, data: bytes) -> None:
    """Overwrites the beginning of a page."""
    overwrite(path, (number - 1) * PAGE, data)


def middle_leaf(path: Path, table: str = "attempt") -> int:
    """Returns a leaf page in the middle of a table."""
    leaves = pages(path, table)
    return leaves[len(leaves) // 2]


def truncated(path: Path, size: int) -> None:
    """Cuts off the end of the file."""
    os.truncate(path, size)


def swapped(path: Path) -> None:
    """Swaps two leaf pages of one table."""
    first, *_, last = pages(path, "attempt")
    one, other = page_of(path, first), page_of(path, last)
    put(path, first, other)
    put(path, last, one)


def torn(path: Path) -> None:
    """Leaves half of a page as it was before the last write."""
    number = middle_leaf(path)
    before = page_of(path, number)
    with SqliteJournal.open(path) as journal:
        for unsent in journal.in_states(State.NOT_SENT):
            journal.step(unsent.reference, Step.FOUND, at=NOW)
    put(path, number, before[: PAGE // 2])


def stale(path: Path) -> None:
    """Loses one write: a page is complete but old."""
    number = pages(path, "attempt")[-1]
    before = page_of(path, number)
    with SqliteJournal.open(path) as journal:
        (unsent,) = journal.in_states(State.NOT_SENT)[-1:]
        journal.step(unsent.reference, Step.FOUND, at=NOW)
    assert page_of(path, number) != before
    put(path, number, before)


def drop_trigger(path: Path) -> None:
    """Removes the trigger that forbids changing events."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER event_is_not_changed")


def missing_index_entries(path: Path) -> None:
    """Removes three attempts from the index of days, as a lost write would. An export by days would miss them."""
    some = "WHERE seq IN (SELECT seq FROM attempt NOT INDEXED ORDER BY seq LIMIT 3)"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        (day,) = raw.execute("SELECT min(day) FROM attempt").fetchone()
        raw.execute(f"UPDATE attempt SET day = 18262 {some}")
        raw.execute("PRAGMA writable_schema = ON")
        entry = raw.execute("SELECT * FROM sqlite_master WHERE name = 'attempt_day'").fetchone()
        raw.execute("DELETE FROM sqlite_master WHERE name = 'attempt_day'")
        raw.execute("PRAGMA schema_version = 1000")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"UPDATE attempt SET day = {day} {some}")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", entry)
        raw.execute("PRAGMA schema_version = 1001")


def broken_schema(path: Path) -> None:
    """Makes the definition of a table unreadable."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE attempt (seq INTEGER PRIMARY' WHERE name = 'attempt'")


def foreign_wal(path: Path) -> None:
    """Puts another journal's WAL beside this journal."""
    other = path.with_name("other") / "journal.sqlite"
    with SqliteJournal.open(other) as journal:
        journal.note("opened", at=NOW, till="t", cashier="c")
        wal = other.with_name(other.name + "-wal").read_bytes()
    path.with_name(path.name + "-wal").write_bytes(wal)
    shutil.rmtree(other.parent)


def older_wal(path: Path) -> None:
    """Puts back a WAL of this journal from before its last checkpoint."""
    wal = path.with_name(path.name + "-wal")
    with SqliteJournal.open(path) as journal:
        journal.note("opened", at=NOW, till="t", cashier="c")
        older = wal.read_bytes()
        journal.note("opened", at=NOW, till="t", cashier="c", detail="d" * PAGE)
    wal.write_bytes(older)


def wal_without_beginning(path: Path) -> None:
    """Zeroes the first page of the WAL that a crash left."""
    wal = path.with_name(path.name + "-wal")
    with SqliteJournal.open(path) as journal:
        journal.note("opened", at=NOW, till="t", cashier="c")
        left = wal.read_bytes()
    wal.write_bytes(bytes(PAGE) + left[PAGE:])


def half_changed(path: Path) -> None:
    """Leaves what a power cut leaves that hits SQLite while it leaves WAL mode: a changed page, and what it was before.

    The rollback journal is as in SQLite's file format. Its checksum adds every 200th byte to the nonce.
    """
    page, nonce = page_of(path, 1), 7
    checksum = nonce + sum(page[at] for at in range(PAGE - 200, 0, -200))
    header = bytes.fromhex("d9d505f920a163d7") + struct.pack(">5I", 1, nonce, path.stat().st_size // PAGE, 512, PAGE)
    record = struct.pack(">I", 1) + page + struct.pack(">I", checksum)
    path.with_name(f"{path.name}-journal").write_bytes(header.ljust(512, b"\0") + record)
    overwrite(path, 18, b"\1\1")


def replaced_by(path: Path, make: Callable[[Path], None]) -> None:
    """Replaces the journal by something that is not a file, and keeps the journal under another name."""
    path.rename(path.with_name("aside"))
    make(path)


def diary(path: Path) -> None:
    """Writes a text file."""
    path.write_text("Dear diary, " * 5000)


def loop(path: Path) -> None:
    """Makes a link to itself."""
    path.symlink_to(path)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "cut off in the header": lambda path: truncated(path, 50),
    "cut off in the middle": lambda path: truncated(path, path.stat().st_size // 2 // PAGE * PAGE),
    "cut off in a page": lambda path: truncated(path, path.stat().st_size - PAGE * 3 // 2),
    "last page cut off": lambda path: truncated(path, path.stat().st_size - PAGE),
    "empty": lambda path: truncated(path, 0),
    "wrong magic": lambda path: overwrite(path, 0, b"SQLite format 4\0"),
    "wrong page size": lambda path: overwrite(path, 16, b"\x20\x00"),
    "wrong application id": lambda path: overwrite(path, 68, b"\0\0\0\1"),
    "bit flipped in the header": lambda path: flip(path, 19 * 8 + 5),
    # The place of a child page is moved within the page. With the fourth bit it would be behind the page, where SQLite
    # reads whatever its memory has there, so that no two readings need be equal.
    "bit flipped in an interior page": lambda path: flip(
        path, ((pages(path, "attempt", _INTERIOR)[0] - 1) * PAGE + 15) * 8 + 6
    ),
    "bit flipped in a leaf's head": lambda path: flip(path, ((middle_leaf(path) - 1) * PAGE + 3) * 8 + 1),
    "bit flipped in an attempt": lambda path: flip(
        path, (path.read_bytes().index((1_919_777_788_221).to_bytes(6, "big")) + 3) * 8
    ),
    # The content of the first event on a page is at its end.
    "bit flipped in an event": lambda path: flip(path, (middle_leaf(path, "event") * PAGE - 2) * 8),
    "zeroed first page": lambda path: put(path, 1, bytes(PAGE)),
    "zeroed page of attempts": lambda path: put(path, middle_leaf(path), bytes(PAGE)),
    "zeroed page of events": lambda path: put(path, middle_leaf(path, "event"), bytes(PAGE)),
    "zeroed page of hashes": lambda path: put(path, middle_leaf(path, "checkpoint"), bytes(PAGE)),
    "zeroed page of words": lambda path: put(path, middle_leaf(path, "word"), bytes(PAGE)),
    "zeroed page of the journal's identity": lambda path: put(path, middle_leaf(path, "journal"), bytes(PAGE)),
    "page of noise": lambda path: put(path, middle_leaf(path), os.urandom(PAGE)),
    "torn page": torn,
    "stale page": stale,
    "swapped pages": swapped,
    "broken schema text": broken_schema,
    "missing index entries": missing_index_entries,
    "dropped trigger": drop_trigger,
    "missing attempts": lambda path: edit(path, "DELETE FROM attempt WHERE seq % 70 = 2"),
    "missing events": lambda path: edit(path, "DELETE FROM event WHERE seq = 100"),
    "deleted tail of events": lambda path: edit(path, "DELETE FROM event WHERE seq > 400"),
    "edited event": lambda path: edit(path, "UPDATE event SET cashier = till WHERE seq = 100"),
    "edited word": lambda path: edit(path, "UPDATE word SET text = 'Nobody' WHERE text = 'Ravi'"),
    "edited attempt": lambda path: edit(path, "UPDATE attempt SET points = 17 WHERE bill = 'B-100'"),
    "WAL of another journal": foreign_wal,
    "older WAL": older_wal,
    "WAL without its beginning": wal_without_beginning,
    "text": lambda path: replaced_by(path, diary),
    "FIFO": lambda path: replaced_by(path, make_fifo),
    "directory": lambda path: replaced_by(path, os.mkdir),
    "link to itself": lambda path: replaced_by(path, loop),
    "link to nothing": lambda path: replaced_by(path, lambda to: to.symlink_to("not mounted")),
}
"""Every kind of damage by its name."""
