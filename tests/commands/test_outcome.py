"""Tests the command `outcome`."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.command_options import UsageError
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import Redeemed, Step, new_reference
from desktop.domain.result_line import RESULT_FIELDS
from desktop.store import verification
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock
from tests.commands.runs import NOW, draft, run
from tests.store.edits import edit

if TYPE_CHECKING:
    from pathlib import Path


def told(data: Path, *arguments: str) -> list[dict[str, object]]:
    """Returns the lines of an outcome."""
    code, printed = run(data, "outcome", *arguments)
    assert code is ExitCode.DONE
    return [json.loads(line) for line in printed.splitlines()]


def test_a_bill_is_answered_with_all_its_attempts(filled: Path) -> None:
    """There is one line for each attempt, newest first, with the fields of the result JSON, and the earlier one."""
    with SqliteJournal.open(paths.journal(filled), till="till.one") as journal:
        for days in (3, 4):
            at = NOW + timedelta(days=days)
            again = journal.begin(draft("mg-1", "7"), new_reference(at), till="t", cashier="c", at=at)
            journal.step(again.reference, Step.REDEEMED, at=at, redeemed=Redeemed(redemption_id=f"r{days}"))
    lines = told(filled, "--bill", " MG-1")
    assert [tuple(one) for one in lines] == [RESULT_FIELDS] * 3
    assert [one["redemption_id"] for one in lines] == ["r4", "r3", "7t4y2a"]
    earlier = [one["earlier"] for one in lines]
    assert earlier == [{**lines[1], "earlier": None}, lines[2], None]


def test_a_reference_is_answered_in_any_letter_case(filled: Path) -> None:
    """A reference has one line, which also names an earlier redemption of its bill."""
    (first,) = told(filled, "--bill", "MG-1")
    with SqliteJournal.open(paths.journal(filled), till="till.one") as journal:
        again = journal.begin(draft("MG-1", "7"), new_reference(NOW), till="t", cashier="c", at=NOW)
    (line,) = told(filled, "--reference", again.reference.lower())
    assert (line["outcome"], line["external_reference_number"]) == ("unknown", again.reference)
    assert line["earlier"] == first


def test_no_record_has_its_own_exit_code(data: Path, filled: Path) -> None:
    """Neither a bill or reference that the journal does not have nor a till without a journal prints anything."""
    assert run(filled, "outcome", "--bill", "MG-9") == (ExitCode.NO_RECORD, "")
    assert run(filled, "outcome", "--reference", "01KAN4Z7Q8V9W0X1Y2Z3A4B5C6") == (ExitCode.NO_RECORD, "")
    assert run(data / "unused", "outcome", "--bill", "MG-1") == (ExitCode.NO_RECORD, "")
    assert not (data / "unused").exists()


def test_it_works_beside_an_open_window(filled: Path) -> None:
    """A POS can ask while a till has the journal open."""
    with WriterLock(paths.journal(filled)) as lock, SqliteJournal.open(paths.journal(filled), till="t", lock=lock):
        assert len(told(filled, "--bill", "MG-3")) == 1


@pytest.mark.parametrize("small", [True, False])
def test_a_changed_attempt_is_not_told(filled: Path, monkeypatch: pytest.MonkeyPatch, *, small: bool) -> None:
    """An answer that the chain does not prove is an error, in a small journal and in one that is too large to check."""
    if not small:
        monkeypatch.setattr(verification, "_SMALL", 0)
    edit(paths.journal(filled), "UPDATE attempt SET points = 9 WHERE bill = 'MG-1'")
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "outcome", "--bill", "MG-1")
    assert caught.value.why is JournalTrouble.DAMAGED


@pytest.mark.parametrize(
    ("content", "why"), [(b"no journal" * 100, JournalTrouble.DAMAGED), (b"x" * 300_000, JournalTrouble.DAMAGED)]
)
def test_an_unreadable_journal_is_reported(data: Path, content: bytes, why: JournalTrouble) -> None:
    """It is not reported as a bill without a record."""
    data.mkdir()
    paths.journal(data).write_bytes(content)
    with pytest.raises(JournalUnusable) as caught:
        run(data, "outcome", "--bill", "MG-1")
    assert caught.value.why is why


@pytest.mark.parametrize(
    "arguments", [[], ["--bill", " "], ["--bill", "1", "--reference", "R"], ["--bill", "1", "--points", "3"]]
)
def test_it_needs_a_bill_or_a_reference(data: Path, arguments: list[str]) -> None:
    """Neither, both, or an option of the window is a usage error."""
    with pytest.raises(UsageError):
        run(data, "outcome", *arguments)


_COLOURS = sys.version_info[:2] == (3, 14)
"""Python 3.14 needs data classes for the colours of argparse. Later versions import them when there are colours."""

MODULES = 100 if _COLOURS else 80
"""What one answer may import, beside what Python itself begins with, which each system has more or less of. 69 on the
day of writing, with Python 3.11; 38 of them are the program's own.
"""


@pytest.mark.parametrize("bill", ["MG-1", "=1+1", "MG-3"])
def test_it_loads_little(filled: Path, bill: str) -> None:
    """What takes long to import is not imported, because a POS waits, whatever the outcome is."""
    program = (
        "import json, sys; before = {*sys.modules}; from desktop.start import run;"
        f" code = run(['points-till', 'outcome', '--bill', {bill!r}, '--data', {str(filled)!r}]);"
        " print(json.dumps([code, *(name for name in sys.modules if name not in before)]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    code, *modules = json.loads(done.stdout.splitlines()[-1])
    assert code == ExitCode.DONE
    slow = {"PySide6", "requests", "keyring", "phonenumbers", "msgspec", "dataclasses", "logging", "inspect", "random"}
    slow |= {"desktop.app", "desktop.domain.settings", "desktop.domain.redemption", "desktop.store.journal"}
    if _COLOURS:
        slow -= {"dataclasses", "inspect"}
    assert not slow & set(modules)
    assert len(modules) <= MODULES, modules
