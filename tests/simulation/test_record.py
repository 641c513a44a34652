"""Tests that a long run can be stopped, read while it runs, and continued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.simulation import batch
from tests.simulation.__main__ import main
from tests.simulation.fault import Fault
from tests.simulation.record import Chunk, Record, total_of
from tests.simulation.tally import Row, Tally

if TYPE_CHECKING:
    from pathlib import Path


def chunk(first: int, fault: Fault | None = None) -> Chunk:
    """A chunk of one case."""
    tally = Tally()
    tally.total.add(Row(count=20, attempts=22))
    tally.rows["not sent"].add(Row(count=3))
    if fault is not None:
        tally.total.faults[fault] = 1
        tally.said.append(f"1:{first} {fault}")
    return Chunk(1, first, 1, "abc", 2.5, tally)


def test_what_is_recorded_is_read_back(tmp_path: Path) -> None:
    """Counts, faults and words."""
    record = Record(tmp_path / "run.jsonl")
    assert list(record.chunks()) == []
    written = [chunk(0), chunk(1, Fault.LOST)]
    for one in written:
        record.add(one)
    assert list(record.chunks()) == written
    assert total_of(written).wrong == 1


def test_a_line_that_was_cut_is_run_again(tmp_path: Path) -> None:
    """A run that is killed while it writes loses that chunk and nothing else."""
    record = Record(tmp_path / "run.jsonl")
    record.add(chunk(0))
    record.add(chunk(1))
    whole = record.path.read_text("utf-8")
    record.path.write_text(whole[:-10], "utf-8")
    assert list(record.chunks()) == [chunk(0)]
    record.add(chunk(2))
    assert list(record.chunks()) == [chunk(0), chunk(2)]


def test_a_run_is_continued(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second command runs only the chunks that the first one has not done, and reports all of them."""
    monkeypatch.setattr(batch, "CHUNK", 1)
    path = tmp_path / "run.jsonl"
    asked = ["--seed", "5", "--jobs", "1", "--record", str(path), "--count"]
    assert main([*asked, "20"]) == 0
    assert main([*asked, "60"]) == 0
    assert len(path.read_text("utf-8").splitlines()) == 3
    told = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("commit ") for line in told) == 3
    assert "60 redemptions in 3 cases, seed 5" in told[-1]
    assert main(["--show", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == told[-1]


def test_another_commit_runs_everything_again(tmp_path: Path) -> None:
    """What other code has counted says nothing about this one."""
    path = tmp_path / "run.jsonl"
    Record(path).add(chunk(0))
    assert main(["--count", "20", "--seed", "1", "--jobs", "1", "--record", str(path)]) == 0
    assert [one.commit == "abc" for one in Record(path).chunks()] == [True, False]


def test_a_record_is_of_every_fault(tmp_path: Path) -> None:
    """A run of one kind of fault only is not mixed with others."""
    with pytest.raises(SystemExit):
        main(["--record", str(tmp_path / "run.jsonl"), "--only", "not sent"])
