"""Tests the printed report of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from desktop.domain.day_paper import DAY_WORDS, DayPaper, layout_day
from desktop.domain.day_report import (
    GIVEN_BACK,
    REDEEMED,
    REFUSED,
    UNKNOWN,
    ChainEnd,
    Closing,
    DayEntry,
    DayReport,
    SettledLater,
)
from desktop.domain.day_text import day_lines
from desktop.domain.receipt import WORDS, Line, LineKind
from tests.domain.test_receipt import PlainFormats

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 21, 35, tzinfo=UTC)
HEAD = "0123456789abcdef" * 4


def entry(kind: str, points: str, *, cashier: str = "Meera", program: str = "973", bill: str = "B-1") -> DayEntry:
    """Returns an entry that is worth as much money as it has points."""
    return DayEntry(
        kind=kind,
        cashier=cashier,
        program=program,
        points=Decimal(points),
        value=Decimal(points),
        reference="01M81P6ACQ8XK3ZD6E9T5Q0RCW",
        bill=bill,
    )


REPORT = DayReport(
    day=DAY,
    entries=(entry(REDEEMED, "250.125"), entry(GIVEN_BACK, "50"), entry(REFUSED, "1"), entry(UNKNOWN, "500")),
    events=ChainEnd(first=4102, last=4171, head=HEAD),
)


@pytest.fixture
def asked() -> set[str]:
    """The texts that were translated."""
    return set()


def lines_of(report: DayReport, asked: set[str], *, training: bool = False, store: str = "MG Road") -> list[Line]:
    """Returns the lines of a report, and notes what had to be translated."""

    def translate(text: str) -> str:
        asked.add(text)
        return text

    paper = DayPaper(report=report, store=store, till="Till 3", at=AT, training=training)
    return list(layout_day(paper, PlainFormats(), translate))


def pairs(lines: list[Line]) -> dict[str, str]:
    """Returns the pairs, of which the last one with a name counts."""
    return {line.left: line.right for line in lines if line.kind in {LineKind.PAIR, LineKind.BIG_PAIR}}


def test_the_figures_and_the_chain(asked: set[str]) -> None:
    """Count and points of each kind, what remains, and the numbers and the whole head of the journal."""
    lines = lines_of(REPORT, asked)
    found = pairs(lines)
    assert (found["Redeemed × 1"], found["Given back × 1"]) == ("250.125", "50")
    assert (found["Refused × 1"], found["Not known yet × 1"]) == ("1", "500")
    assert (found["Net points"], found["Net value"], found["Journal"]) == ("200.125", "₹200.125", "4102 to 4171")
    texts = [line.left for line in lines]
    assert texts[:4] == ["MG Road", "Till Till 3", "End of day", "22 November 2026"]
    assert texts.count("0123456789abcdef") == 4
    assert "The day is open" in texts
    assert not {"By cashier", "By program", "TRAINING. Not a receipt."} & set(texts)
    # What is open is named by its bill.
    assert texts[texts.index("Still open") + 1] == "B-1"


def test_several_cashiers_and_programs(asked: set[str]) -> None:
    """With several of them, each has figures of its own. One without a name is called so."""
    others = (entry(REDEEMED, "1", cashier="", program=""), entry(REDEEMED, "2", cashier="Dev"))
    texts = [line.left for line in lines_of(replace(REPORT, entries=(*REPORT.entries, *others)), asked)]
    by_cashier, by_program = texts.index("By cashier"), texts.index("By program")
    assert {"No name", "Dev", "Meera"} <= set(texts[by_cashier:by_program])
    assert {"Default program", "973"} <= set(texts[by_program:])


def test_what_was_settled_since(asked: set[str]) -> None:
    """An attempt of an earlier day is named with its day and its outcome; without a bill, by its reference."""
    later = SettledLater(day=date(2026, 11, 20), entry=entry(REDEEMED, "12.5", bill=""))
    lines = lines_of(DayReport(day=DAY, settled_later=(later,)), asked)
    texts = [line.left for line in lines]
    at = texts.index("Settled since, of other days")
    assert texts[at + 1 : at + 3] == ["9T5Q0RCW", "20 November 2026, Redeemed"]
    assert pairs(lines)["Journal"] == "No events"
    assert "Head" not in texts


def test_what_happened_after_the_closing(asked: set[str]) -> None:
    """Each entry says what it was, so that a second printout explains how it differs from the first."""
    since = (entry(REDEEMED, "12.5"), replace(entry(GIVEN_BACK, "4", bill="B-2"), gives_back=True))
    report = DayReport(day=DAY, since_closing=since)
    texts = [line.left for line in lines_of(report, asked)]
    at = texts.index("Since it was closed")
    assert texts[at + 1 : at + 5] == ["B-1", "Redeemed", "B-2", "Given back"]
    told = "\n".join(day_lines(report))
    assert "Since it was closed\n  redeemed: " in told
    assert "Since it was closed" not in {line.left for line in lines_of(DayReport(day=DAY), asked)}


def test_points_that_may_be_back(asked: set[str]) -> None:
    """An entry that is about points to give back says so, while it is open and once it is known."""
    lost = replace(entry(UNKNOWN, "4"), gives_back=True)
    later = [
        SettledLater(day=date(2026, 11, 20), entry=replace(lost, kind=kind, bill=kind))
        for kind in (GIVEN_BACK, REFUSED)
    ]
    texts = [
        line.left for line in lines_of(DayReport(day=DAY, open_reversals=(lost,), settled_later=tuple(later)), asked)
    ]
    at = texts.index("Still open")
    assert texts[at + 1 : at + 3] == ["B-1", "Giving back"]
    assert texts[texts.index(GIVEN_BACK) + 1] == "20 November 2026, Given back"
    assert texts[texts.index(REFUSED) + 1] == "20 November 2026, Not given back"


@pytest.mark.parametrize(("cashier", "says"), [("Meera", "Closed by Meera"), ("", "Closed")])
def test_a_closed_day(asked: set[str], cashier: str, says: str) -> None:
    """It says when it was closed, and by whom if that is known."""
    report = replace(REPORT, closing=Closing(day=DAY, at=AT, cashier=cashier, seq=9))
    assert pairs(lines_of(report, asked))[says].startswith("2026-11-22 21:35")


def test_training_is_marked(asked: set[str]) -> None:
    """A report of training says so above everything, and a store without a name is left out."""
    lines = lines_of(REPORT, asked, training=True, store="")
    assert lines[0] == Line(LineKind.BANNER, "TRAINING. Not a receipt.")
    assert lines[1].left == "Till Till 3"


def test_every_text_can_be_translated(asked: set[str]) -> None:
    """All texts are in the lists for translators, and none is there in vain."""
    others = (entry(REDEEMED, "1", cashier="", program=""),)
    refused = replace(entry(REFUSED, "1"), gives_back=True)
    later = (SettledLater(day=DAY, entry=entry(REDEEMED, "1")), SettledLater(day=DAY, entry=refused))
    lost = (replace(entry(UNKNOWN, "1"), gives_back=True),)
    whole = replace(REPORT, entries=(*REPORT.entries, *others), settled_later=later, open_reversals=lost)
    whole = replace(whole, since_closing=whole.entries)
    lines_of(whole, asked)
    for cashier in ("Meera", ""):
        lines_of(DayReport(day=DAY, closing=Closing(day=DAY, at=AT, cashier=cashier, seq=9)), asked)
    assert set(DAY_WORDS) <= asked
    assert asked <= {*DAY_WORDS, *WORDS}
