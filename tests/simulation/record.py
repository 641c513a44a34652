"""Keeps what a long run has counted so far in a file, one line for each chunk of cases, so that it can be continued."""

from __future__ import annotations

import dataclasses
import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.simulation.fault import Fault
from tests.simulation.tally import Row, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Chunk:
    """Cases that were run one after the other.

    Attributes:
        seed: of everything that was drawn.
        first: number of the first case.
        cases: how many.
        commit: of the code.
        seconds: of one processor.
        tally: what they counted.
    """

    seed: int
    first: int
    cases: int
    commit: str
    seconds: float
    tally: Tally

    def __str__(self) -> str:
        total = self.tally.total
        found = ", ".join(f"{count} {fault}" for fault, count in total.faults.items() if count) or "no fault"
        return (
            f"commit {self.commit}, seed {self.seed}, cases {self.first} to {self.first + self.cases - 1}:"
            f" {total.count:,} redemptions in {self.seconds:,.0f} s, {found}"
        )


class Record:
    """The file of a run. Each chunk is a line of JSON that is written as soon as the chunk is done.

    Attributes:
        path: the file; it need not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def chunks(self) -> Iterator[Chunk]:
        """Yields every chunk of the file. A last line that a killed run could not finish is left out."""
        if not self.path.exists():
            return
        for line in self.path.read_text("utf-8").splitlines(keepends=True):
            if line.endswith("\n"):
                fields = json.loads(line)
                yield Chunk(**{**fields, "tally": _tally(fields["tally"])})

    def add(self, chunk: Chunk) -> None:
        """Writes a chunk."""
        fields = {one.name: getattr(chunk, one.name) for one in dataclasses.fields(chunk)}
        fields["tally"] = _plain(chunk.tally)
        text = self.path.read_text("utf-8") if self.path.exists() else ""
        with self.path.open("a", encoding="utf-8") as file:
            if text and not text.endswith("\n"):
                # The line of a run that was killed. The new one begins on a line of its own.
                file.truncate(len(text[: text.rfind("\n") + 1].encode()))
            file.write(json.dumps(fields) + "\n")


def total_of(chunks: list[Chunk]) -> Tally:
    """Adds the chunks up."""
    tally = Tally()
    for chunk in chunks:
        tally.add(chunk.tally)
    return tally


def commit() -> str:
    """Returns the commit of the code, with a `+` if files were changed since; empty without git."""
    try:
        found = subprocess.run(
            ("git", "describe", "--always", "--abbrev=7", "--exclude=*", "--dirty=+"),
            cwd=_HERE,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return found.stdout.strip()


def _plain(tally: Tally) -> dict[str, Any]:
    return {
        "rows": {kind: _plain_row(row) for kind, row in tally.rows.items()},
        "total": _plain_row(tally.total),
        "said": tally.said,
    }


def _plain_row(row: Row) -> dict[str, Any]:
    return {one.name: getattr(row, one.name) for one in dataclasses.fields(row)} | {"faults": dict(row.faults)}


def _tally(fields: dict[str, Any]) -> Tally:
    tally = Tally()
    tally.total.add(_row(fields["total"]))
    tally.said += fields["said"]
    tally.rows.update({kind: _row(row) for kind, row in fields["rows"].items()})
    return tally


def _row(fields: dict[str, Any]) -> Row:
    return Row(**{**fields, "faults": Counter({Fault(name): count for name, count in fields["faults"].items()})})
