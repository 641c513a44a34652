"""Counts the outcomes of many redemptions by scenario, and prints them as a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COLUMNS = {
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
"""The heading of each number in a row."""

_OUTCOMES = frozenset({"redeemed", "refused", "not_sent", "lost", "found"})


@dataclass(slots=True)
class Row:
    """The outcomes of the redemptions in one scenario.

    Attributes:
        count: redemptions that a cashier wanted.
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
    faults: Counter[str] = field(default_factory=Counter)

    def add(self, other: Row) -> None:
        """Adds another row to this one."""
        for one in fields(Row)[:-1]:
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        self.faults.update(other.faults)

    def read(self, events: Iterable[str]) -> None:
        """Counts one attempt by the events in its journal, oldest first."""
        self.attempts += 1
        first = ""
        was_absent = False
        for event in events:
            if event in _OUTCOMES:
                first = first or event
            self.settled_redeemed += event == "found"
            self.settled_absent += event == "absent"
            self.late += event == "found" and was_absent
            self.again += event == "sent_again"
            was_absent = was_absent or event in {"absent", "refused", "not_sent"}
        self.redeemed += first in {"redeemed", "found"}
        self.refused += first == "refused"
        self.not_sent += first == "not_sent"
        self.unknown += first == "lost"


class Report:
    """The rows by scenario, their total, and every fault in words.

    Args:
        scenarios: the order of the rows. Other rows follow in alphabetical order.
        faults: the kinds of fault, each with a column of its own.

    Attributes:
        rows: by scenario.
        total: of all redemptions. A redemption with several scenarios counts in each of their rows, and once here.
        said: every fault in words.
    """

    def __init__(self, scenarios: Iterable[str], faults: Iterable[str]) -> None:
        self.rows: defaultdict[str, Row] = defaultdict(Row)
        self.total = Row(faults=Counter(dict.fromkeys(faults, 0)))
        self.said: list[str] = []
        self._scenarios = tuple(scenarios)

    def __eq__(self, other: object) -> bool:
        """True if both have counted the same."""
        if not isinstance(other, Report):
            return NotImplemented
        return (self.rows, self.total, self.said) == (other.rows, other.total, other.said)

    # It changes with everything that it counts.
    __hash__ = None  # type: ignore[assignment]

    @property
    def wrong(self) -> int:
        """How many faults there were."""
        return sum(self.total.faults.values())

    def count(self, scenario: str, row: Row) -> None:
        """Adds the numbers of redemptions in one scenario."""
        self.rows[scenario].add(row)
        self.total.add(row)

    def add(self, other: Report) -> None:
        """Adds another report to this one."""
        for scenario, row in other.rows.items():
            self.rows[scenario].add(row)
        self.total.add(other.total)
        self.said += other.said

    def table(self) -> str:
        """Returns the table, with a line for the total."""
        order = [name for name in self._scenarios if name in self.rows]
        lines = [(name, self.rows[name]) for name in [*order, *sorted(set(self.rows) - set(order))]]
        width = max(len(name) for name, _ in [("in all", self.total), *lines])
        heads = [*_COLUMNS.values(), *self.total.faults]
        title = "  ".join([f"{'fault':{width}}", *heads])
        rule = "-" * len(title)
        drawn = [self._line(name, row, width, heads) for name, row in [*lines, ("in all", self.total)]]
        return "\n".join([title, rule, *drawn[:-1], rule, drawn[-1]])

    def _line(self, name: str, row: Row, width: int, heads: Sequence[str]) -> str:
        values = [*(getattr(row, one) for one in _COLUMNS), *(row.faults[fault] for fault in self.total.faults)]
        cells = [
            f"{value:{max(len(head), 9 if place == 0 else 0)},}"
            for place, (head, value) in enumerate(zip(heads, values, strict=True))
        ]
        return "  ".join([f"{name:{width}}", *cells])
