"""Tests that what earlier tills left beside the journal is read: settings, records of hand-overs, print jobs."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from desktop.domain.print_job import PrintState
from desktop.domain.settings import Settings, is_policy_only
from desktop.store import pos_records, print_queue, settings_file
from desktop.store.pins import is_pin
from desktop.store.pos_records import PosRecords
from desktop.store.print_queue import PrintQueue

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = Path(__file__).parent / "earlier_files"
SETTINGS = FILES / "settings_0.1.0.json"


class Closable(Protocol):
    """What is opened only to be made."""

    def close(self) -> None:
        """Closes the file."""


def restored(dump: str, path: Path) -> Path:
    """Restores a file that an earlier till left."""
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((FILES / f"{dump}.sql").read_text(encoding="utf-8"))
    return path


def tables(path: Path) -> list[tuple[str, ...]]:
    """Returns the version, and what makes the tables and indexes."""
    with closing(sqlite3.connect(path)) as raw:
        made = raw.execute("SELECT sql FROM sqlite_master WHERE sql > '' ORDER BY name").fetchall()
        return [*raw.execute("PRAGMA user_version").fetchall(), *made]


def test_a_policy_of_the_first_till_counts(tmp_path: Path) -> None:
    """Each setting of 0.1.0 has its name still, and the value that it had. Each here is not the default."""
    loaded = settings_file.load(tmp_path, (SETTINGS,), {}, {}, policy_problem=lambda _path: "")
    names = json.loads(SETTINGS.read_text(encoding="utf-8")).keys()
    assert (loaded.problems, loaded.unknown, loaded.ignored) == ((), (), ())
    defaults = {one.name: one.default for one in fields(Settings)}
    assert [name for name in names if getattr(loaded.settings, name) == defaults[name]] == []
    assert loaded.locked == names
    assert is_pin("4821", loaded.settings.supervisor_pin)


def test_settings_of_the_first_till_count(tmp_path: Path) -> None:
    """Those that count only in the policy by now are named. All others count."""
    (tmp_path / "settings.json").write_bytes(SETTINGS.read_bytes())
    loaded = settings_file.load(tmp_path, (), {}, {})
    names = json.loads(SETTINGS.read_text(encoding="utf-8")).keys()
    ignored = {name for name, _, _ in loaded.ignored}
    assert ignored == {name for name in names if is_policy_only(name)}
    assert {name for name, source in loaded.sources.items() if source == "file"} == names - ignored
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("opened", "newest"),
    [(PosRecords, f"pos_records_{pos_records.VERSION}"), (PrintQueue, f"print_queue_{print_queue.VERSION}")],
)
def test_tables_do_not_change_without_a_new_version(
    tmp_path: Path, opened: Callable[[Path], Closable], newest: str
) -> None:
    """The newest of the files here has the tables that the program makes. A later till can tell the two apart."""
    opened(tmp_path / "made.db").close()
    assert tables(tmp_path / "made.db") == tables(restored(newest, tmp_path / "restored.db"))


@pytest.mark.parametrize("version", range(pos_records.VERSION + 1))
def test_hand_overs_of_an_earlier_till(tmp_path: Path, version: int) -> None:
    """What the POS was told stays, and a repeated request finds it. The one at the counter is not done."""
    with PosRecords(restored(f"pos_records_{version}", tmp_path / "pos-records.db")) as records:
        told, at_the_counter, waiting = (records.find_key(key) for key in ("p1", "p2", "p3"))
        assert told is not None
        assert told.told is not None
        assert (told.told["redemption_id"], told.reference, told.is_done) == (
            "V7iFSN",
            told.told["external_reference_number"],
            True,
        )
        assert records.lost() == (at_the_counter,)
        assert waiting is not None
        assert (waiting.fields["bill"], waiting.opened) == ("P3", None)
        known_since_2 = "01M8FCYYK7EE1CKEHVY1889933" if version > 1 else ""
        assert [(one.path, one.hand_over_id) for one in records.expected()] == [("/srv/pos/1.json", known_since_2)]


def test_print_jobs_of_an_earlier_till(tmp_path: Path) -> None:
    """A job that was under way is found, and a failed one can be printed again."""
    with closing(PrintQueue(restored("print_queue_1", tmp_path / "print-queue.db"))) as queue:
        (job,) = queue.unfinished()
        assert (job.number, job.state, job.opens_drawer) == (2, PrintState.SENDING, True)
        assert [line.right for line in job.document.lines if line.left == "Points"] == ["−0.125"]
        assert [one.number for one in queue.failed()] == [1]
