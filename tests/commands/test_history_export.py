"""Tests the command `history export`."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.store.damage import pages

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import new_reference
from desktop.domain.result_record import EXPORT_FIELDS
from desktop.store import verification
from desktop.store.journal import SqliteJournal
from desktop.store.opening import replacement_path
from desktop.store.writer_lock import WriterLock
from tests.commands.runs import ASHA, NOW, draft, exported, run, verified
from tests.store.edits import edit

if TYPE_CHECKING:
    from pathlib import Path


def test_an_export_has_the_documented_fields(filled: Path) -> None:
    """There is one record for each attempt, oldest first, with exact amounts, masked numbers, and times with offset."""
    records = exported(filled)
    assert [tuple(one) for one in records] == [EXPORT_FIELDS] * 3
    assert [one["state"] for one in records] == ["redeemed", "refused", "unknown"]
    first = records[0]
    assert first["points_redeemed"] == "250.125"
    assert first["redeemed_value"] == "250.13"
    assert first["balance"] == "1740.875"
    assert first["redemption_id"] == "7t4y2a"
    assert first["code"] == "800"
    assert first["request_id"] == "r-1"
    assert (first["till"], first["cashier"], first["bill"]) == ("till.one", "Meera", "MG-1")
    assert str(first["mobile"]).endswith("8221")
    assert "97777" not in str(first["mobile"])
    assert datetime.fromisoformat(str(first["at"])).utcoffset() is not None
    assert records[1]["code"] == "808"
    assert records[1]["message"] == "Invalid code"
    assert records[1]["points_redeemed"] is None


def test_an_export_with_full_numbers(filled: Path) -> None:
    """Numbers are only exported in full on request."""
    assert {one["mobile"] for one in exported(filled, "--full-mobile")} == {ASHA}


def test_an_export_of_some_days(filled: Path) -> None:
    """Both the first and the last day are included."""
    day = [f"{NOW + timedelta(days=days):%Y-%m-%d}" for days in range(3)]
    assert [one["bill"] for one in exported(filled, "--from", day[1])] == ["=1+1", "MG-3"]
    assert [one["bill"] for one in exported(filled, "--to", day[1])] == ["MG-1", "=1+1"]
    assert [one["bill"] for one in exported(filled, "--from", day[1], "--to", day[1])] == ["=1+1"]
    assert exported(filled, "--from", "2030-01-01") == []


def test_an_export_for_spreadsheets(filled: Path) -> None:
    """The CSV has a header, formulas are escaped, and missing values are empty cells."""
    code, printed = run(filled, "history", "export")
    assert code is ExitCode.DONE
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert tuple(rows[0]) == EXPORT_FIELDS
    assert [row["bill"] for row in rows] == ["MG-1", "'=1+1", "MG-3"]
    assert rows[0]["points_redeemed"] == "250.125"
    assert rows[2]["redemption_id"] == ""


def test_an_export_of_nothing(data: Path) -> None:
    """The export of an unused till is empty, and creates nothing on the disk."""
    assert exported(data) == []
    assert run(data, "history", "export")[1].strip() == ",".join(EXPORT_FIELDS)
    assert not data.exists()


def test_an_export_while_a_till_is_open(filled: Path) -> None:
    """An export works while a window has the journal open."""
    with WriterLock(paths.journal(filled)) as lock, SqliteJournal.open(paths.journal(filled), till="t", lock=lock):
        assert len(exported(filled)) == 3


def test_an_export_of_a_damaged_journal(data: Path) -> None:
    """An unreadable journal is reported, and not exported as an empty history."""
    path = paths.journal(data)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no journal" * 100)
    with pytest.raises(JournalUnusable) as caught:
        run(data, "history", "export")
    assert caught.value.why is JournalTrouble.DAMAGED


@pytest.mark.parametrize("first_page", [1, 4])
def test_an_export_of_a_journal_that_is_damaged_in_part(
    filled: Path, first_page: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can be read is exported once, and the exit code and standard error tell that it is incomplete."""
    path = paths.journal(filled)
    with SqliteJournal.open(path) as journal:
        for number in range(300):
            now = NOW + timedelta(days=5)
            journal.begin(draft(f"B-{number}", "1"), new_reference(now), till="till.one", cashier="", at=now)
    page = pages(path, "attempt")[first_page]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    out = io.StringIO()
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "export", out=out)
    assert caught.value.why is JournalTrouble.DAMAGED
    assert "only what could still be read" in capsys.readouterr().err
    bills = [row["bill"] for row in csv.DictReader(io.StringIO(out.getvalue()))]
    assert len(set(bills)) == len(bills)
    assert 250 < len(bills) < 303
    assert "B-299" in bills


def test_an_export_after_a_power_cut_between_two_names(filled: Path) -> None:
    """If a power cut left the complete journal under its temporary name, its history is exported."""
    path = paths.journal(filled)
    path.rename(replacement_path(path))
    assert len(exported(filled)) == 3
    assert verified(filled)[1]["events"] == 7


def test_damage_that_is_found_while_exporting(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that is damaged after the check is reported, and the rows after it are exported."""
    edit(paths.journal(filled), "UPDATE attempt SET points = 'many' WHERE bill = '=1+1'")
    monkeypatch.setattr(verification, "verify", lambda _path: verification.Verdict(ok=True))
    out = io.StringIO()
    with pytest.raises(JournalUnusable):
        run(filled, "history", "export", out=out)
    assert [row["bill"] for row in csv.DictReader(io.StringIO(out.getvalue()))] == ["MG-1", "MG-3"]
    assert "only what could still be read" in capsys.readouterr().err


def test_an_export_whose_journal_gets_locked(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only damage makes the export fall back to salvage. Other errors are raised."""
    monkeypatch.setattr(verification, "verify", lambda _path: verification.Verdict(ok=True))

    def locked(*_: object, **__: object) -> SqliteJournal:
        raise JournalUnusable(JournalTrouble.IN_USE)

    monkeypatch.setattr(SqliteJournal, "open", locked)
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "export")
    assert caught.value.why is JournalTrouble.IN_USE
