"""Tests that everything that opens a damaged journal reports it with exit code 6, and no export hides a loss."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import shutil
import signal
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import paths, start
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalUnusable
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Step
from desktop.store.journal import SqliteJournal
from desktop.training.answers import TILL
from desktop.training.service import PracticeService
from desktop.training.state import PASSWORD
from tests.ordinary_user import as_ordinary_user
from tests.store.damage import DAMAGE, NOW, flip
from tests.store.thread_workers import share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COUNT = 220

posix_only = pytest.mark.skipif(os.name == "nt", reason="FIFOs, links without rights and modes are POSIX's")


@pytest.fixture(scope="module")
def service() -> Iterator[PracticeService]:
    """The service that a healthy till reaches."""
    made = PracticeService()
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of 220 attempts, closed properly."""
    path = tmp_path_factory.mktemp("whole") / "journal.sqlite"
    with SqliteJournal.open(path, till=TILL) as journal:
        for number in range(COUNT):
            draft = Draft(
                identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
                shown="+91 ••••• •8221",
                points=Points(Decimal(1)),
                bill=f"B-{number}",
                notes="n" * 100,
            )
            reference = f"R{number:025}"
            journal.begin(draft, reference, till=TILL, cashier="Ravi", at=NOW + timedelta(seconds=number))
            journal.step(reference, Step.NOT_SENT if number % 2 else Step.REDEEMED, at=NOW)
    return path


@dataclass
class Reports:
    """What each command reports about a journal.

    Attributes:
        window: False if a window could not have opened it.
        verify: exit code and the line of JSON.
        doctor: exit code and output.
        export: exit code, the exported bills, and standard error.
    """

    window: bool
    verify: tuple[int, dict[str, object]]
    doctor: tuple[int, str]
    export: tuple[int, list[str], str]


@pytest.fixture
def data(tmp_path: Path, whole: Path) -> Path:
    """A till's data folder with the journal."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    shutil.copy(whole, paths.journal(folder))
    return folder


@pytest.fixture
def report(
    service: PracticeService, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[[Path], Reports]]:
    """Opens a journal in every way and collects the reports. A command may end only with an exit code."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    before = signal.getsignal(signal.SIGTERM)

    def run(data: Path, *words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        where = ["--data", str(data), "--config", str(data / "config"), "--server", service.url, "--till", TILL]
        code = start.run(["points-till", *words, *where])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    def every(data: Path) -> Reports:
        code, said, _ = run(data, "journal", "verify")
        verify = code, json.loads(said)
        doctor = run(data, "doctor")[:2]
        code, said, complaint = run(data, "history", "export")
        bills = [row["bill"] for row in csv.DictReader(io.StringIO(said))]
        with pytest.MonkeyPatch.context() as patched:
            share(patched)
            # However many processes read the journal.
            assert run(data, "history", "export") == (code, said, complaint)
        try:
            SqliteJournal.open(paths.journal(data)).close()
        except JournalUnusable:
            window = False
        else:
            window = True
        return Reports(window, verify, doctor, (code, bills, complaint))

    yield every
    signal.signal(signal.SIGTERM, before)


BILLS = [f"B-{number}" for number in range(COUNT)]


def assert_reported(reports: Reports) -> None:
    """Checks that every command reports damage, and that an export contains no attempt twice."""
    code, said = reports.verify
    assert (code, said["ok"]) == (ExitCode.UNUSABLE, False)
    assert said["problem"]
    assert reports.doctor[0] == ExitCode.UNUSABLE
    assert "PT-JOURNAL-" in reports.doctor[1]
    code, bills, complaint = reports.export
    assert code == ExitCode.UNUSABLE
    assert complaint.startswith("points-till: ")
    # A damaged value is exported as it reads. The damage is reported, and showing the row is better than leaving it
    # out.
    assert len(set(bills)) == len(bills) <= COUNT
    assert len(set(bills) - set(BILLS)) <= 1
    assert not reports.window


def test_a_healthy_journal_is_healthy(data: Path, report: Callable[[Path], Reports]) -> None:
    """The tests below can fail: without damage, every command ends with 0 and the export is complete."""
    reports = report(data)
    assert reports.window
    assert (reports.verify[0], reports.verify[1]["ok"]) == (ExitCode.DONE, True)
    assert reports.doctor[0] == ExitCode.DONE
    assert reports.export == (ExitCode.DONE, BILLS, "")


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_reported(data: Path, report: Callable[[Path], Reports], kind: str) -> None:
    """The window, doctor, verify and the export report each kind of damage with exit code 6."""
    if os.name == "nt" and kind in {"FIFO", "link to itself", "link to nothing"}:
        pytest.skip("Windows has no FIFOs in folders, and links only for administrators")
    DAMAGE[kind](paths.journal(data))
    assert_reported(report(data))


@posix_only
def test_a_journal_without_rights_is_reported(whole: Path, report: Callable[[Path], Reports]) -> None:
    """A file that this user may not read is reported, and not shown as an empty history."""
    with tempfile.TemporaryDirectory(prefix="points-till-") as name, without_rights(Path(name)) as data:
        shutil.copy(whole, paths.journal(data))
        paths.journal(data).chmod(0)
        with as_ordinary_user():
            assert_reported(report(data))


@posix_only
def test_a_read_only_journal_is_read_and_not_healthy(whole: Path, report: Callable[[Path], Reports]) -> None:
    """History can be read. Doctor reports that nothing can be redeemed, as the window does."""
    with tempfile.TemporaryDirectory(prefix="points-till-") as name, without_rights(Path(name)) as data:
        shutil.copy(whole, paths.journal(data))
        paths.journal(data).chmod(0o444)
        with as_ordinary_user():
            reports = report(data)
    assert not reports.window
    assert reports.doctor[0] == ExitCode.UNUSABLE
    assert "PT-JOURNAL-READ-ONLY" in reports.doctor[1]
    assert reports.verify[0] == ExitCode.DONE
    assert reports.export == (ExitCode.DONE, BILLS, "")


@contextmanager
def without_rights(folder: Path) -> Iterator[Path]:
    """A data folder that another user can reach and write."""
    folder.chmod(0o777)
    data = folder / "data"
    data.mkdir()
    data.chmod(0o777)
    yield data


def check_flip(data: Path, report: Callable[[Path], Reports], seed: int) -> None:
    """Flips one bit, and checks that it is reported or that nothing was lost."""
    path = paths.journal(data)
    flip(path, random.Random(seed).randrange(path.stat().st_size * 8))
    reports = report(data)
    if reports.verify[0] != ExitCode.DONE:
        assert_reported(reports)
        return
    # The bit is in free space, or in a part of the file that no reader uses.
    assert reports.export == (ExitCode.DONE, BILLS, "")
    assert (reports.doctor[0] == ExitCode.DONE) is reports.window


@pytest.mark.parametrize("seed", range(8))
def test_a_flipped_bit_is_reported_or_harmless(data: Path, report: Callable[[Path], Reports], seed: int) -> None:
    """A flipped bit is reported by every command, or no attempt is missing from the export."""
    check_flip(data, report, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8, 300))
def test_many_flipped_bits_are_reported_or_harmless(data: Path, report: Callable[[Path], Reports], seed: int) -> None:
    """The same holds in many more places."""
    check_flip(data, report, seed)
