"""Counts the outcomes of the intents of many cases, by kind of fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.outcome_report import Report, Row
from tests.simulation.fault import Fault
from tests.simulation.menu import MENU

if TYPE_CHECKING:
    from tests.simulation.case import Case

__all__ = ["Row", "Tally"]


class Tally(Report):
    """A report of cases. An intent with several kinds of fault counts in each of their rows, and once in the total."""

    def __init__(self) -> None:
        super().__init__(MENU, Fault)

    def take_case(self, seed: int, number: int, case: Case) -> None:
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
