"""Owns the soak's table: by fault, how redemptions went at first, what settling made of them, what disagrees."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(slots=True)
class Row:
    """What came of the redemptions with one kind of fault.

    Attributes:
        redemptions: bills that a cashier wanted to redeem points for.
        attempts: references that the journals have for them; a refused bill is tried again under a new one.
        redeemed: attempts whose first outcome it was; so the next three.
        refused: likewise.
        not_sent: likewise.
        unknown: likewise.
        settled_redeemed: what settling said of an unknown one.
        settled_absent: likewise.
        late: how many turned up after they had been taken for absent.
        again: how often an attempt was sent again under its reference.
        disagreements: between journal and ledger, or with what the cashier was told.
    """

    redemptions: int = 0
    attempts: int = 0
    redeemed: int = 0
    refused: int = 0
    not_sent: int = 0
    unknown: int = 0
    settled_redeemed: int = 0
    settled_absent: int = 0
    late: int = 0
    again: int = 0
    disagreements: int = 0

    def add(self, other: Row) -> None:
        """Adds another row to this one."""
        for one in fields(Row):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))

    def count(self, events: Iterable[str]) -> None:
        """Counts one attempt by what its journal says happened, oldest first."""
        self.attempts += 1
        first = verdict = ""
        absent = False
        for what in events:
            if what in {"redeemed", "refused", "not_sent", "lost", "found"}:
                first = first or what
            if what in {"found", "absent"} and first == "lost":
                verdict = verdict or what
            self.late += what == "found" and absent
            self.again += what == "sent_again"
            absent = absent or what == "absent"
        self.redeemed += first in {"redeemed", "found"}
        self.refused += first == "refused"
        self.not_sent += first == "not_sent"
        self.unknown += first == "lost"
        self.settled_redeemed += verdict == "found"
        self.settled_absent += verdict == "absent"


@dataclass(slots=True)
class Tally:
    """The rows by fault, and what was found to disagree, in words."""

    rows: defaultdict[str, Row] = field(default_factory=lambda: defaultdict(Row))
    said: list[str] = field(default_factory=list)

    def object_to(self, kind: str, what: str) -> None:
        """Takes a disagreement down."""
        self.rows[kind].disagreements += 1
        self.said.append(f"{kind}: {what}")

    def add(self, other: Tally) -> None:
        """Adds another tally to this one."""
        for kind, row in other.rows.items():
            self.rows[kind].add(row)
        self.said += other.said

    def table(self, order: Iterable[str]) -> str:
        """The table, with a line of sums."""
        total = Row()
        for row in self.rows.values():
            total.add(row)
        known = [kind for kind in order if kind in self.rows]
        lines = {kind: self.rows[kind] for kind in [*known, *sorted(set(self.rows) - set(known))]} | {"in all": total}
        return _drawn(lines)


_HEADS = {
    "redemptions": "count",
    "attempts": "attempts",
    "redeemed": "redeemed",
    "refused": "refused",
    "not_sent": "not_sent",
    "unknown": "unknown at first",
    "settled_redeemed": "settled redeemed",
    "settled_absent": "settled not_applied",
    "late": "turned up late",
    "again": "sent again",
    "disagreements": "disagreements",
}


def _drawn(lines: Mapping[str, Row]) -> str:
    first = max(len(kind) for kind in ("fault", *lines))
    drawn = ["  ".join([f"{'fault':{first}}", *_HEADS.values()])]
    for kind, row in lines.items():
        cells = [f"{getattr(row, name):{len(head)},}" for name, head in _HEADS.items()]
        drawn.append("  ".join([f"{kind:{first}}", *cells]))
    drawn.insert(1, "-" * len(drawn[0]))
    drawn.insert(-1, "-" * len(drawn[0]))
    return "\n".join(drawn)
