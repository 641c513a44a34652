"""Holds measured figures: medians, spread, ratios to a baseline of the same run, and whether the machine was quiet."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NOISY = 0.15
"""Half of the baseline's runs may differ by at most this part of its median. Beyond, ratios say nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, or the reason why there is none.

    Attributes:
        name: its name in the JSON.
        title: its name in the table.
        value: the median; a ratio to the baseline if there is one. None if it was not measured.
        unit: of `value`; empty for a ratio.
        goal: the most that `value` may be, or None.
        spread: the quartiles around `value`.
        runs: how many runs it is the median of.
        facts: medians of what the ratio was made of, in the unit that their names say.
        noisy: True if the baseline varied too much to tell.
        note: what a reader must know, for example why it was not measured.
    """

    name: str
    title: str
    value: float | None
    unit: str = ""
    goal: float | None = None
    spread: tuple[float, float] | None = None
    runs: int = 0
    facts: dict[str, float] = field(default_factory=dict)
    noisy: bool = False
    note: str = ""

    def as_json(self) -> dict[str, object]:
        """Returns the figure, ready for JSON."""
        return {
            "value": _short(self.value),
            "unit": self.unit or "ratio",
            "goal": self.goal,
            "reached": None if self.goal is None or self.value is None or self.noisy else self.value <= self.goal,
            "quartiles": None if self.spread is None else [_short(one) for one in self.spread],
            "runs": self.runs,
            "facts": {name: _short(value) for name, value in self.facts.items()},
            "noisy": self.noisy,
            "note": self.note,
        }


def missing(name: str, title: str, why: str) -> Figure:
    """Returns a figure that could not be measured, with the reason."""
    return Figure(name, title, None, note=why)


def ratio(
    name: str,
    title: str,
    pairs: Sequence[tuple[float, float]],
    *,
    goal: float | None,
    scale: float = 1.0,
    unit: str = "ms",
    note: str = "",
) -> Figure:
    """Returns the median of ratios of pairs that were measured one right after the other.

    Args:
        name: its name in the JSON.
        title: its name in the table.
        pairs: the baseline and the till in each run.
        goal: the most that the ratio may be.
        scale: multiplies both sides for the facts.
        unit: of the facts after scaling.
        note: what a reader must know.
    """
    ratios = [till / bare for bare, till in pairs]
    bare, till = (statistics.median(side) for side in zip(*pairs, strict=True))
    facts = {f"bare {unit}": bare * scale, f"till {unit}": till * scale}
    return Figure(
        name,
        title,
        statistics.median(ratios),
        goal=goal,
        spread=quartiles(ratios),
        runs=len(pairs),
        facts=facts,
        noisy=is_noisy([bare for bare, _ in pairs]),
        note=note,
    )


def median(
    name: str, title: str, values: Sequence[float], *, unit: str, goal: float | None = None, note: str = ""
) -> Figure:
    """Returns the median of values that have no baseline."""
    facts = {f"worst {unit}": max(values)}
    return Figure(
        name, title, statistics.median(values), unit, goal, quartiles(values), len(values), facts=facts, note=note
    )


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    """Returns the first and the third quartile."""
    if len(values) < 2:
        return values[0], values[0]
    first, _, third = statistics.quantiles(values, n=4, method="inclusive")
    return first, third


def is_noisy(baseline: Sequence[float]) -> bool:
    """True if the baseline varied so much that a ratio to it says nothing."""
    first, third = quartiles(baseline)
    return third - first > NOISY * statistics.median(baseline)


def table(figures: Sequence[Figure]) -> str:
    """Returns the figures as a Markdown table."""
    lines = ["| figure | median | half of the runs | goal | made of |", "|---|---|---|---|---|"]
    for one in figures:
        if one.value is None:
            lines.append(f"| {one.title} | not measured | | {_goal(one)} | {one.note} |")
            continue
        unit = f" {one.unit}" if one.unit else ""
        first, third = one.spread or (one.value, one.value)
        made_of = "; ".join(f"{name} {value:,.4g}" for name, value in one.facts.items())
        if one.noisy:
            made_of += "; the machine was too noisy to tell"
        if one.note:
            made_of += f"; {one.note}"
        lines.append(f"| {one.title} | {one.value:.4g}{unit} | {first:.4g}–{third:.4g} | {_goal(one)} | {made_of} |")
    return "\n".join(lines) + "\n"


def _goal(one: Figure) -> str:
    return "" if one.goal is None else f"≤ {one.goal:g}{f' {one.unit}' if one.unit else ''}"


def _short(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.5g}")
