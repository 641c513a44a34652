"""Tests the command `report day`."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.points import Points
from desktop.domain.redemption import Step
from desktop.domain.reversal import ReversalsSeen, ReversalStep
from desktop.store.journal import SqliteJournal
from tests.commands.runs import NOW, run, verified
from tests.store.edits import edit

if TYPE_CHECKING:
    from pathlib import Path

DAY = f"{NOW:%Y-%m-%d}"


def test_json_has_the_fields_of_the_contract(filled: Path) -> None:
    """The figures are exact, and the head is in the chain."""
    code, printed = run(filled, "report", "day", "--date", DAY, "--format", "json")
    report = json.loads(printed)
    assert code is ExitCode.DONE
    assert list(report) == [
        "date", "redeemed", "given_back", "refused", "unknown", "net_points", "by_cashier", "by_program", "events",
    ]  # fmt: skip
    assert report["date"] == DAY
    assert report["redeemed"] == {"count": 1, "points": "250.125", "value": "250.13"}
    assert report["net_points"] == "250.125"
    assert [one["cashier"] for one in report["by_cashier"]] == ["Meera"]
    assert report["events"]["last"] == 3
    assert verified(filled, "--head", report["events"]["head"])[0] is ExitCode.DONE


def test_the_text_says_what_is_open_and_settled(filled: Path) -> None:
    """A person sees the figures, what is still open, what was settled of earlier days, and if the day is closed."""
    path = paths.journal(filled)
    later = NOW + timedelta(days=3)
    with SqliteJournal.open(path, till="till.one") as journal:
        (lost,) = journal.same_bill("MG-3")
    _, printed = run(filled, "report", "day", "--date", f"{later:%Y-%m-%d}")
    assert f"Still open\n  {lost.reference}: 5 points, bill MG-3\n" in printed
    assert "No events" in printed
    assert "The day is open" in printed
    with SqliteJournal.open(path, till="till.one") as journal:
        journal.step(lost.reference, Step.FOUND, at=later)
        journal.close_day(later.date(), at=later, till="till.one", cashier="Meera")
        head = journal.head
    _, printed = run(filled, "report", "day", "--date", f"{later:%Y-%m-%d}", "--format", "text")
    assert "Still open" not in printed
    assert f"{lost.at.date()} redeemed: {lost.reference}: 5 points, bill MG-3" in printed
    assert f"Head {head}" in printed
    assert f"Closed by Meera at {later.isoformat(timespec='seconds')}" in printed


def test_the_text_says_which_points_may_be_back(filled: Path) -> None:
    """What is open of giving back is named as that, and so is its outcome on a later day."""
    later = NOW + timedelta(days=3)
    with SqliteJournal.open(paths.journal(filled), till="till.one") as journal:
        (attempt,) = journal.same_bill("MG-1")
        journal.begin_reversal(
            attempt.reference,
            "r-1",
            points=Points(Decimal(4)),
            reason="",
            before=ReversalsSeen(),
            till="till.one",
            cashier="Meera",
            at=NOW,
        )
        journal.step_reversal("r-1", ReversalStep.LOST, at=NOW)
    _, printed = run(filled, "report", "day", "--date", DAY)
    assert f"  {attempt.reference}: 4 points, bill MG-1, giving back\n" in printed
    with SqliteJournal.open(paths.journal(filled), till="till.one") as journal:
        journal.step_reversal("r-1", ReversalStep.ABSENT, at=later)
    _, printed = run(filled, "report", "day", "--date", f"{later:%Y-%m-%d}")
    assert f"  {NOW.date()} not given back: {attempt.reference}: 4 points, bill MG-1\n" in printed


def test_csv_has_a_row_for_each_figure(filled: Path) -> None:
    """A spreadsheet gets the same figures, in all and by cashier and program, without formulas."""
    edit_cashier = "=1+1"
    with SqliteJournal.open(paths.journal(filled), till="till.one") as journal:
        (redeemed,) = journal.same_bill("MG-1")
        journal.begin(redeemed.draft, "R-2", till="t", cashier=edit_cashier, at=NOW)
    _, printed = run(filled, "report", "day", "--date", DAY, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert [row["figure"] for row in rows[:5]] == ["redeemed", "given_back", "refused", "unknown", "net_points"]
    assert (rows[0]["count"], rows[0]["points"], rows[0]["value"]) == ("1", "250.125", "250.13")
    assert {(row["by"], row["name"]) for row in rows} == {
        ("", ""), ("cashier", "'=1+1"), ("cashier", "Meera"), ("program", ""),
    }  # fmt: skip


class Output(io.StringIO):
    """A standard output that takes text and bytes."""

    def __init__(self) -> None:
        super().__init__()
        self.data = io.BytesIO()

    @property
    def buffer(self) -> BinaryIO:
        """The output for bytes."""
        return self.data


@pytest.mark.usefixtures("qapp")
def test_a_pdf_is_written_as_bytes(filled: Path) -> None:
    """Standard output gets a whole PDF file."""
    out = Output()
    assert run(filled, "report", "day", "--date", DAY, "--format", "pdf", out=out) == (ExitCode.DONE, "")
    data = out.data.getvalue()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("platform", ["", "nonsense"])
def test_a_command_makes_a_pdf_without_an_application(
    filled: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    """The program has neither a window nor a screen, whatever platform a desktop has set for all programs."""
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("QT_QPA_PLATFORMTHEME", "gtk3")
    program = (
        "import sys; from desktop.start import run;"
        f" sys.exit(run(['points-till', 'report', 'day', '--format', 'pdf', '--data', {str(filled)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.startswith(b"%PDF-")


def test_a_pdf_is_not_shown_in_a_terminal(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A terminal cannot show it, so the command says how to save it."""
    out = Output()
    monkeypatch.setattr(out, "isatty", lambda: True)
    assert run(filled, "report", "day", "--format", "pdf", out=out) == (ExitCode.USAGE, "")
    assert out.data.getvalue() == b""
    assert "> report.pdf" in capsys.readouterr().err


def test_a_pdf_needs_bytes(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If the output takes only text, that is said."""
    code, printed = run(filled, "report", "day", "--format", "pdf")
    assert (code, printed) == (ExitCode.USAGE, "")
    assert "takes bytes" in capsys.readouterr().err


@pytest.mark.parametrize("format_", ["text", "json", "csv"])
def test_a_till_without_a_journal_reports_nothing_done(data: Path, format_: str) -> None:
    """The report of an unused till is all zero, and creates nothing."""
    code, printed = run(data, "report", "day", "--format", format_)
    assert code is ExitCode.DONE
    assert printed
    assert not data.exists()


def test_a_damaged_journal_has_no_report(filled: Path) -> None:
    """Figures that could be wrong are not written at all."""
    edit(paths.journal(filled), "UPDATE attempt SET moved_points = 9 WHERE bill = 'MG-1'")
    out = io.StringIO()
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "report", "day", "--date", DAY, out=out)
    assert caught.value.why is JournalTrouble.DAMAGED
    assert out.getvalue() == ""
