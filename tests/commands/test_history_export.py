"""Tests the command `history export`."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, Step, Trace, new_reference
from desktop.domain.result_line import BY_HAND, EXPORT_FIELDS, line_of
from desktop.domain.result_record import record
from desktop.domain.reversal import GivenBack, ReversalsSeen, ReversalStep
from desktop.store import verification
from desktop.store.export_records import export_line, export_record
from desktop.store.journal import SqliteJournal
from desktop.store.opening import replacement_path
from desktop.store.writer_lock import WriterLock
from tests.commands.runs import ASHA, NOW, draft, exported, run, verified
from tests.store.damage import pages
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    assert (first["validation"], first["approvals"]) == ("code", None)
    assert [one["seq"] for one in records] == [3, 5, 7]
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
    monkeypatch.setattr(verification, "verify", lambda _path, **_: verification.Verdict(ok=True))
    out = io.StringIO()
    with pytest.raises(JournalUnusable):
        run(filled, "history", "export", out=out)
    assert [row["bill"] for row in csv.DictReader(io.StringIO(out.getvalue()))] == ["MG-1", "MG-3"]
    assert "only what could still be read" in capsys.readouterr().err


def test_an_export_whose_journal_gets_locked(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only damage makes the export fall back to salvage. Other errors are raised."""
    monkeypatch.setattr(verification, "verify", lambda _path, **_: verification.Verdict(ok=True))

    def locked(*_: object, **__: object) -> SqliteJournal:
        raise JournalUnusable(JournalTrouble.IN_USE)

    monkeypatch.setattr(SqliteJournal, "open", locked)
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "export")
    assert caught.value.why is JournalTrouble.IN_USE


def test_a_collecting_program_gets_what_changed(filled: Path) -> None:
    """`--after` gives what has a newer event, in the order of these events: also an older attempt that changed."""
    path = paths.journal(filled)
    everything = exported(filled, "--after", "0")
    assert [one["seq"] for one in everything] == [3, 5, 7]
    assert everything == exported(filled)
    assert exported(filled, "--after", "7") == []
    assert exported(filled, "--after", "5") == everything[2:]
    with SqliteJournal.open(path, till="till.one") as journal:
        unknown = str(everything[2]["external_reference_number"])
        now = NOW + timedelta(days=4)
        journal.begin(draft("MG-4", "1"), new_reference(now), till="till.one", cashier="", at=now)
        journal.note("settled_by_hand", at=now, till="t", cashier="Asif", reference=unknown, detail="seen by support")
        journal.step(unknown, Step.ABSENT, at=now, trace=Trace(code=BY_HAND))
        journal.step(unknown, Step.SENT_AGAIN, at=now)
        journal.note("opened", at=now, till="t", cashier="")
    changed = exported(filled, "--after", "7")
    assert [(one["bill"], one["seq"]) for one in changed] == [("MG-4", 8), ("MG-3", 11)]
    when = now.isoformat(timespec="seconds")
    assert changed[1]["approvals"] == f"settled_by_hand by Asif at {when}: seen by support"
    assert exported(filled, "--after", "8") == changed[1:]
    day = f"{now:%Y-%m-%d}"
    assert [one["bill"] for one in exported(filled, "--after", "0", "--from", day)] == ["MG-4", "MG-3"]
    assert exported(filled, "--after", "0", "--to", f"{NOW:%Y-%m-%d}") == everything[:1]


def test_what_was_given_back_is_exported(filled: Path) -> None:
    """A part leaves it redeemed, all makes it reversed. A collecting program gets it again each time."""
    path = paths.journal(filled)
    with SqliteJournal.open(path, till="till.one") as journal:
        (attempt,) = journal.same_bill("MG-1")
        for number, points in enumerate(("100", "150.125")):
            journal.begin_reversal(
                attempt.reference,
                f"r-{number}",
                points=Points(Decimal(points)),
                reason="",
                before=ReversalsSeen(),
                till="t",
                cashier="Meera",
                at=NOW,
            )
            journal.step_reversal(f"r-{number}", ReversalStep.REVERSED, at=NOW, given_back=GivenBack())
            (newest,) = exported(filled, "--after", str(7 + 3 * number))
            told = (newest["state"], newest["points_redeemed"], newest["reversed_points"], newest["seq"])
            assert told == [("redeemed", "250.125", "100", 10), ("reversed", "250.125", "250.125", 13)][number]
    assert [one["reversed_points"] for one in exported(filled)] == ["250.125", None, None]
    code, printed = run(filled, "outcome", "--bill", "MG-1")
    told_outcome = json.loads(printed)
    assert code is ExitCode.DONE
    assert (told_outcome["outcome"], told_outcome["reversed_points"]) == ("reversed", "250.125")
    assert verified(filled)[1]["ok"] is True


def test_who_approved_points_given_back_is_exported(filled: Path) -> None:
    """A supervisor's approval, for whom and why, whatever became of the points. Without one the field is empty."""
    with SqliteJournal.open(paths.journal(filled), till="till.one") as journal:
        (attempt,) = journal.same_bill("MG-1")
        for number, approved_by in enumerate(("", "supervisor")):
            if approved_by:
                detail = "10 points back: Item returned"
                journal.note(
                    "supervisor_agreed", at=NOW, till="t", cashier="Dev", reference=attempt.reference, detail=detail
                )
            journal.begin_reversal(
                attempt.reference,
                f"r-{number}",
                points=Points(Decimal(10)),
                reason="Item returned",
                before=ReversalsSeen(),
                till="t",
                cashier="Dev",
                at=NOW,
                approved_by=approved_by,
            )
            step = (ReversalStep.REVERSED, ReversalStep.LOST)[number]
            given_back = GivenBack() if step is ReversalStep.REVERSED else None
            journal.step_reversal(f"r-{number}", step, at=NOW, given_back=given_back)
            when = NOW.isoformat(timespec="seconds")
            wanted = f"supervisor_agreed for Dev at {when}: 10 points back: Item returned" if approved_by else None
            assert [one["approvals"] for one in exported(filled)] == [wanted, None, None]
            assert exported(filled, "--after", "7")[-1]["approvals"] == wanted
    _, printed = run(filled, "history", "events")
    begun = [event for event in map(json.loads, printed.splitlines()) if event["what"] == "reversal_begun"]
    assert [event["detail"] for event in begun] == ["r-0 10 points", "r-1 10 points, approved by supervisor"]
    assert [(event["cashier"], event["reason"]) for event in begun] == [("Dev", "Item returned")] * 2
    assert sum("reason" in event for event in map(json.loads, printed.splitlines())) == 2


@pytest.mark.parametrize("full_mobile", [True, False])
def test_the_fast_record_is_the_record(data: Path, *, full_mobile: bool) -> None:
    """Records that are made straight from the columns are those that are made of attempts."""
    path = paths.journal(data)
    with SqliteJournal.open(path) as journal:
        assert len(list(life(journal))) > 80
        for one, approvals in journal.export_rows(None, None):
            attempt = journal.get(one.columns["reference"])
            assert attempt is not None
            wanted = record(attempt, full_mobile=full_mobile, seq=one.seq)
            found = export_record(one.columns, one.seq, approvals, full_mobile=full_mobile)
            assert found == wanted
            assert list(found) == list(EXPORT_FIELDS)
            assert json.loads(export_line(found)) == json.loads(line_of(found)) == found


def life(journal: SqliteJournal) -> Iterator[str]:
    """Makes attempts in every state, with amounts, texts and identifiers of many kinds."""
    amounts = [None, "0", "0.00", "12.50", "-3.10", "1E+3", "1000", "0.001"]
    texts = ["", "B-1", "Öl\x7f\u2028\x85", "=1+1"]
    steps = [[], [Step.LOST], [Step.REFUSED], [Step.NOT_SENT], [Step.REDEEMED], [Step.REDEEMED, Step.REVERSED]]
    kinds = [(IdentifierKind.MOBILE, ASHA, "+91 ••••• •8221"), (IdentifierKind.EMAIL, "a@example.org", "")]
    for number in range(96):
        kind, value, shown = kinds[number % 2]
        wanted = Draft(
            identifier=Identifier(kind, value), shown=shown, points=Points(Decimal("1.5")), bill=texts[number % 4]
        )
        reference = new_reference(NOW) if number % 3 else f"R-{number}"
        journal.begin(wanted, reference, till="t", cashier="" if number % 5 else "Ravi", at=NOW)
        for step in steps[number % 6]:
            amount = amounts[number % 8]
            redeemed = Redeemed(
                redemption_id=texts[number % 3],
                points=None if amount is None else Decimal(amount),
                value=None if amount is None else Decimal(amount),
                balance=None if amount is None else Decimal(amount),
                request_id="q" * (number % 2),
            )
            trace = Trace(code=["", "808", BY_HAND][number % 3], message=texts[number % 4], request_id="r")
            later = NOW + timedelta(microseconds=number % 2 * 17)
            journal.step(reference, step, at=later, redeemed=redeemed, trace=trace)
            yield step.value
