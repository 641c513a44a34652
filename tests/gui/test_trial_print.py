"""Tests what is said of a test page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.domain.paper import Paper, PaperDocument
from desktop.domain.print_job import PrintJob, PrintState
from desktop.gui.formats import LocaleFormats, locale_of
from desktop.gui.trial_print import TrialPrint, TrialState
from desktop.gui.words import Words
from desktop.texts import load_catalogue

if TYPE_CHECKING:
    from desktop.gui.printing_controller import PrintingController

AT = datetime(2026, 7, 14, 12, 30, tzinfo=UTC)


class _Printing(QObject):
    """Puts test pages in line, and never gets further by itself."""

    trial_changed = Signal(object)
    trial_not_recorded = Signal(object)
    listed = Signal(object)

    def print_trial(self, printer: str, paper: Paper) -> None:
        self.job = PrintJob(
            document=PaperDocument(title="Test page", lines=()), printer=printer, paper=paper, begun=AT, at=AT
        )


@pytest.mark.usefixtures("qapp")
def test_a_test_page_that_waits_and_is_sent_is_told_once() -> None:
    """Both are told in the same words, and a screen reader said them twice. The next page is told from its start."""
    printing = _Printing()
    words = Words(load_catalogue(), LocaleFormats(locale_of("en", "IN"), "IN"))
    trial = TrialPrint(cast("PrintingController", printing), words)
    told: list[TrialState] = []
    trial.changed.connect(told.append)
    for _ in range(2):
        trial.print_page("", Paper.MM_80)
        job = printing.job
        printing.trial_changed.emit(job)
        for state in (PrintState.SENDING, PrintState.TAKEN):
            job = job.step(state, AT)
            printing.trial_changed.emit(job)
    assert [one.tone for one in told] == ["info", "good"] * 2
