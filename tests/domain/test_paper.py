"""Tests the documents that are ready to be printed: their width, copies, and the test print."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.paper import TRIAL_WORDS, Paper, trial_document
from desktop.domain.receipt import Line, LineKind
from tests.domain.test_receipt import PlainFormats
from tests.paper import document, receipt

if TYPE_CHECKING:
    from desktop.domain.paper import PaperDocument


def test_the_papers_have_the_dots_of_thermal_printers() -> None:
    """A roll of 58 mm prints 48 mm, one of 80 mm prints 72 mm, at 8 dots per millimetre."""
    assert {paper.value: paper.dots for paper in Paper} == {"58": 384, "80": 576, "a4": 576}


def test_a_copy_says_so_once_and_first() -> None:
    """A copy of a copy has one banner."""
    copy = document("a", "b").as_copy()
    assert copy.lines[0] == Line(LineKind.BANNER, "COPY")
    assert copy.lines[1:] == document("a", "b").lines
    assert copy.as_copy() == copy


def test_a_document_without_a_banner_has_no_copies() -> None:
    """A report is not marked, however often it is printed."""
    report = document("a").__class__(title="Day", lines=document("a").lines)
    assert report.as_copy() is report


def trial(printer: str = "raw:receipts", paper: Paper = Paper.MM_58) -> PaperDocument:
    """Makes a test print in English."""
    return trial_document(receipt("en"), PlainFormats(), lambda text: text, printer=printer, paper=paper, is_rtl=False)


def test_a_test_print_says_who_prints_where() -> None:
    """It names store, till, printer and paper, and has digits and a QR code to look at."""
    pairs = {line.left: line.right for line in trial().lines if line.kind in {LineKind.PAIR, LineKind.BIG_PAIR}}
    assert pairs == {"Till": "Till 3", "Printer": "raw:receipts", "Paper": "58 mm", "Points": "250.125"}
    assert Line(LineKind.QR, "Till 3") in trial().lines
    assert not trial().copy_banner
    assert receipt("en").points == Decimal("250.125")


@pytest.mark.parametrize(("printer", "paper", "shown"), [("", Paper.A4, ("Default printer", "A4"))])
def test_a_test_print_on_the_default_printer(printer: str, paper: Paper, shown: tuple[str, str]) -> None:
    """The default printer has words of its own, and A4 is no width."""
    pairs = {line.left: line.right for line in trial(printer, paper).lines if line.kind is LineKind.PAIR}
    assert (pairs["Printer"], pairs["Paper"]) == shown


def test_every_word_of_a_test_print_is_translated() -> None:
    """The list for translators has all of them, and no others."""
    asked: list[str] = []

    def remember(text: str) -> str:
        asked.append(text)
        return text

    trial_document(receipt("en"), PlainFormats(), remember, printer="", paper=Paper.A4, is_rtl=False)
    assert set(asked) == set(TRIAL_WORDS)
