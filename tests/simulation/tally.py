"""Counts what came of the intents of many cases, by kind of fault, and draws the table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from tests.simulation.judge import Fault
from tests.simulation.menu import MENU

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.simulation.case import Case


@dataclass(slots=True)
class Row:
    """What came of the intents with one kind of fault.

    Attributes:
        count: intents.
        attempts: references that the journals have for them.
        redeemed: attempts whose first outcome it was; so the next three.
        refused: likewise.
        not_sent: likewise.
        unknown: likewise.
        settled_redeemed: attempts that were unknown or counted as not redeemed, and were found.
        settled_absent: unknown attempts that were proved absent.
        late: attempts that were counted as not redeemed before they were found.
        again: how often an attempt was sent again with its reference.
        asked: questions to cashiers.
        faults: what must not happen, by its kind.
    """

    count: int = 0
    attempts: int = 0
    redeemed: int = 0
    refused: int = 0
    not_sent: int = 0
    unknown: int = 0
    settled_redeemed: int = 0
    settled_absent: int = 0
    late: int = 0
    again: int = 0
    asked: int = 0
    faults: dict[Fault, int] = field(default_factory=lambda: dict.fromkeys(Fault, 0))

    def add(self, other: Row) -> None:
        """Adds another row to this one."""
        for one in fields(Row)[:-1]:
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        for fault, count in other.faults.items():
            self.faults[fault] += count

    def read(self, events: Iterable[str]) -> None:
        """Counts one attempt by what its journal says happened, oldest first."""
        self.attempts += 1
        first = ""
        absent = False
        for what in events:
            if what in _OUTCOMES:
                first = first or what
            self.settled_redeemed += what == "found"
            self.settled_absent += what == "absent"
            self.late += what == "found" and absent
            self.again += what == "sent_again"
            absent = absent or what in {"absent", "refused", "not_sent"}
        self.redeemed += first in {"redeemed", "found"}
        self.refused += first == "refused"
        self.not_sent += first == "not_sent"
        self.unknown += first == "lost"


_OUTCOMES = frozenset({"redeemed", "refused", "not_sent", "lost", "found"})


@dataclass(slots=True)
class Tally:
    """Rows by kind of fault; an intent with several kinds counts in each of their rows, and once in the total.

    Attributes:
        rows: by kind.
        total: of all intents.
        said: every fault in words, with the case that it happened in.
    """

    rows: defaultdict[str, Row] = field(default_factory=lambda: defaultdict(Row))
    total: Row = field(default_factory=Row)
    said: list[str] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """How many faults there were."""
        return sum(self.total.faults.values())

    def take(self, seed: int, number: int, case: Case) -> None:
        """Counts one case."""
        found = {id(intent): Row(count=1, asked=intent.asked) for intent in case.intents}
        for which, attempts in case.verdict.attempts.items():
            for _, events in attempts:
                found.setdefault(which, Row()).read(events)
        for fault, intent, text in case.verdict.faults:
            found.setdefault(id(intent), Row()).faults[fault] += 1
            kinds = ", ".join(intent.kinds) if intent is not None else "nobody's"
            self.said.append(f"{seed}:{number} {fault}: {text} ({kinds})")
        kinds_of = {id(intent): intent.kinds for intent in case.intents}
        for which, row in found.items():
            self.total.add(row)
            for kind in kinds_of.get(which, ("nobody's",)):
                self.rows[kind].add(row)

    def add(self, other: Tally) -> None:
        """Adds another tally to this one."""
        for kind, row in other.rows.items():
            self.rows[kind].add(row)
        self.total.add(other.total)
        self.said += other.said

    def table(self) -> str:
        """The table, with a line for all of them."""
        order = [kind for kind in MENU if kind in self.rows]
        lines = [(kind, self.rows[kind]) for kind in [*order, *sorted(set(self.rows) - set(MENU))]]
        width = max(len(kind) for kind, _ in [("in all", self.total), *lines])
        heads = [*_HEADS.values(), *Fault]
        drawn = ["  ".join([f"{'fault':{width}}", *heads])]
        drawn.append("-" * len(drawn[0]))
        drawn += [_line(kind, row, width, heads) for kind, row in lines]
        drawn += [drawn[1], _line("in all", self.total, width, heads)]
        return "\n".join(drawn)


_HEADS = {
    "count": "count",
    "attempts": "attempts",
    "redeemed": "redeemed",
    "refused": "refused",
    "not_sent": "not_sent",
    "unknown": "unknown at first",
    "settled_redeemed": "found",
    "settled_absent": "proved absent",
    "late": "found late",
    "again": "sent again",
    "asked": "questions",
}


def _line(kind: str, row: Row, width: int, heads: list[str]) -> str:
    values = [*(getattr(row, name) for name in _HEADS), *(row.faults[fault] for fault in Fault)]
    cells = [
        f"{value:{max(len(head), 9 if place == 0 else 0)},}"
        for place, (head, value) in enumerate(zip(heads, values, strict=True))
    ]
    return "  ".join([f"{kind:{width}}", *cells])
