"""Lays out the report of a day as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.day_report import KINDS, REFUSED
from desktop.domain.points import plain

if TYPE_CHECKING:
    from desktop.domain.day_report import DayEntry, DayReport, Sums

_NAMES = {
    "redeemed": "Redeemed",
    "given_back": "Given back",
    "refused": "Refused",
    "unknown": "Not known yet",
}
_INDENT = "  "


def day_lines(report: DayReport) -> list[str]:
    """Returns the report in plain English, for a terminal or a fixed-width printout."""
    lines = [f"Day {report.day.isoformat()}", *_sums(report.sums, "")]
    for title, groups in (("Cashier", report.by_cashier), ("Program", report.by_program)):
        for name, sums in groups.items():
            lines += ["", f"{title} {name or '-'}", *_sums(sums, _INDENT)]
    if report.still_open:
        lines += ["", "Still open"]
        lines += [f"{_INDENT}{_entry(one)}{', giving back' if one.gives_back else ''}" for one in report.still_open]
    if report.since_closing:
        lines += ["", "Since it was closed"]
        lines += [f"{_INDENT}{_outcome(one)}: {_entry(one)}" for one in report.since_closing]
    if report.settled_later:
        lines += ["", "Settled since, of other days"]
        lines += [
            f"{_INDENT}{one.day.isoformat()} {_outcome(one.entry)}: {_entry(one.entry)}" for one in report.settled_later
        ]
    lines += ["", _events(report)]
    if report.events.head:
        lines.append(f"Head {report.events.head}")
    closing = report.closing
    if closing is None:
        lines.append("The day is open")
    else:
        who = f" by {closing.cashier}" if closing.cashier else ""
        lines.append(f"Closed{who} at {closing.at.isoformat(timespec='seconds')}")
    return lines


def _sums(sums: Sums, indent: str) -> list[str]:
    lines = []
    for kind in KINDS:
        one = getattr(sums, kind)
        lines.append(f"{indent}{_NAMES[kind]:<14}{one.count:>6}{plain(one.points):>16}{plain(one.value):>16}")
    return [*lines, f"{indent}{'Net':<14}{'':>6}{plain(sums.net_points):>16}"]


def _outcome(entry: DayEntry) -> str:
    return "not given back" if entry.gives_back and entry.kind == REFUSED else entry.kind


def _entry(entry: DayEntry) -> str:
    bill = f", bill {entry.bill}" if entry.bill else ""
    return f"{entry.reference}: {plain(entry.points)} points{bill}"


def _events(report: DayReport) -> str:
    if report.events.first is None:
        return "No events"
    return f"Events {report.events.first} to {report.events.last}"
