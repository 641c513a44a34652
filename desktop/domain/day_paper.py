"""Defines the report of a day as it is printed: the same content on a roll and on A4."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.day_report import GIVEN_BACK, KINDS, REDEEMED, REFUSED, UNKNOWN
from desktop.domain.receipt import Line, LineKind, zone_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from desktop.domain.day_report import DayEntry, DayReport, Figures, Sums
    from desktop.domain.receipt import Formats

_NAMES = {REDEEMED: "Redeemed", GIVEN_BACK: "Given back", REFUSED: "Refused", UNKNOWN: "Not known yet"}

_NAMES_OF_REVERSALS = {GIVEN_BACK: "Given back", REFUSED: "Not given back", UNKNOWN: "Giving back"}

DAY_WORDS = (
    *dict.fromkeys((*_NAMES.values(), *_NAMES_OF_REVERSALS.values())),
    "End of day",
    "{name} × {count}",
    "Net points",
    "Net value",
    "Value",
    "By cashier",
    "By program",
    "No name",
    "Default program",
    "Still open",
    "Since it was closed",
    "Settled since, of other days",
    "Journal",
    "{first} to {last}",
    "No events",
    "Head",
    "Printed",
    "Closed",
    "Closed by {cashier}",
    "The day is open",
)
"""Every text that only this report may contain, in English, for translators. The others are those of a receipt."""

_HEAD_PIECE = 16
"""Characters of the head in a line: all 64 fit no roll, and four lines of 16 can be typed from paper."""

_SHORT_REFERENCE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPaper:
    """A report with what the paper says besides.

    Attributes:
        report: the report.
        store: the store's name; may be empty.
        till: the till's name.
        at: when it is printed.
        training: True if the till is in training.
    """

    report: DayReport
    store: str
    till: str
    at: datetime
    training: bool = False


def layout_day(paper: DayPaper, formats: Formats, translate: Callable[[str], str]) -> tuple[Line, ...]:
    """Returns the lines of a report from top to bottom.

    Args:
        paper: its content.
        formats: formats numbers, days and times in the paper's language.
        translate: translates `DAY_WORDS` and the words of a receipt.
    """
    return tuple(_Layout(paper, formats, translate).lines())


class _Layout:
    def __init__(self, paper: DayPaper, formats: Formats, translate: Callable[[str], str]) -> None:
        self._paper = paper
        self._report = paper.report
        self._formats = formats
        self._say = translate

    def lines(self) -> Iterator[Line]:
        """Yields the lines."""
        yield from self._head()
        sums = self._report.sums
        yield from self._sums(sums)
        yield Line(LineKind.BIG_PAIR, self._say("Net points"), self._formats.number(sums.net_points))
        yield self._pair(self._say("Net value"), self._formats.money(sums.redeemed.value - sums.given_back.value))
        yield from self._groups("By cashier", self._report.by_cashier, "No name")
        yield from self._groups("By program", self._report.by_program, "Default program")
        still_open = [(self._outcome(one) if one.gives_back else "", one) for one in self._report.still_open]
        yield from self._entries("Still open", still_open)
        since = [(self._outcome(one), one) for one in self._report.since_closing]
        yield from self._entries("Since it was closed", since)
        settled = [
            (f"{self._formats.full_day(one.day)}, {self._outcome(one.entry)}", one.entry)
            for one in self._report.settled_later
        ]
        yield from self._entries("Settled since, of other days", settled)
        yield from self._proof()

    def _outcome(self, entry: DayEntry) -> str:
        return self._say((_NAMES_OF_REVERSALS if entry.gives_back else _NAMES)[entry.kind])

    def _head(self) -> Iterator[Line]:
        paper = self._paper
        if paper.training:
            yield Line(LineKind.BANNER, self._say("TRAINING. Not a receipt."))
        if paper.store:
            yield Line(LineKind.TITLE, paper.store)
        yield Line(LineKind.CENTRED, self._say("Till {till}").format(till=paper.till))
        yield Line(LineKind.TITLE, self._say("End of day"))
        yield Line(LineKind.CENTRED, self._formats.full_day(self._report.day))
        yield Line(LineKind.RULE)

    def _sums(self, sums: Sums) -> Iterator[Line]:
        for kind in KINDS:
            figures: Figures = getattr(sums, kind)
            words = self._say("{name} × {count}").format(
                name=self._say(_NAMES[kind]), count=self._formats.number(_whole(figures.count))
            )
            yield self._pair(words, self._formats.number(figures.points))
            if figures.value:
                yield self._pair(self._say("Value"), self._formats.money(figures.value))

    def _groups(self, title: str, groups: Mapping[str, Sums], nameless: str) -> Iterator[Line]:
        """Yields the figures of each group, if there are several."""
        if len(groups) > 1:
            yield Line(LineKind.RULE)
            yield Line(LineKind.CENTRED, self._say(title))
            for name, sums in groups.items():
                yield Line(LineKind.TITLE, name or self._say(nameless))
                yield from self._sums(sums)

    def _entries(self, title: str, entries: list[tuple[str, DayEntry]]) -> Iterator[Line]:
        if not entries:
            return
        yield Line(LineKind.RULE)
        yield Line(LineKind.CENTRED, self._say(title))
        for when, entry in entries:
            yield self._pair(entry.bill or entry.reference[-_SHORT_REFERENCE:], self._formats.number(entry.points))
            if when:
                yield Line(LineKind.CENTRED, when)

    def _proof(self) -> Iterator[Line]:
        events, closing = self._report.events, self._report.closing
        yield Line(LineKind.RULE)
        journal = self._say("No events")
        if events.first is not None and events.last is not None:
            first, last = (self._formats.number(_whole(one)) for one in (events.first, events.last))
            journal = self._say("{first} to {last}").format(first=first, last=last)
        yield self._pair(self._say("Journal"), journal)
        if events.head:
            yield Line(LineKind.CENTRED, self._say("Head"))
            for at in range(0, len(events.head), _HEAD_PIECE):
                yield Line(LineKind.CENTRED, events.head[at : at + _HEAD_PIECE])
        yield Line(LineKind.RULE)
        if closing is None:
            yield Line(LineKind.CENTRED, self._say("The day is open"))
        else:
            who = self._say("Closed by {cashier}") if closing.cashier else self._say("Closed")
            yield self._pair(who.format(cashier=closing.cashier), self._moment(closing.at))
        yield self._pair(self._say("Printed"), self._moment(self._paper.at))

    def _moment(self, at: datetime) -> str:
        return self._formats.moment(at, zone_of(at))

    @staticmethod
    def _pair(left: str, right: str) -> Line:
        return Line(LineKind.PAIR, left, right)


def _whole(number: int) -> Decimal:
    return Decimal(number)
