"""Tests that printing goes on when the settings change."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from desktop.domain.paper import Paper
from desktop.domain.settings import Settings
from desktop.shop_printing import ShopPrinting
from tests.paper import document
from tests.printing.network_printer import FINE, Behaviour, FakePrinter
from tests.printing.thermal_printer import print_out

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain.print_job import PrintJob


def test_other_settings_count_from_the_next_job_on(qtbot: QtBot, tmp_path: Path) -> None:
    """The job under way ends as it was begun. The next one has the new printer, paper and cut.

    The job under way is a test page. The page of the window that asked for it is gone, so it is told like any other.
    """
    first = FakePrinter(Behaviour(answers=FINE, says_printed=True, stop_after=100))
    second = FakePrinter(Behaviour(answers=FINE, says_printed=True))
    settings = replace(Settings(), printer=first.address, paper=Paper.MM_80, cut_paper=True)
    design = cast("Any", SimpleNamespace(trial=lambda *_about: document("One")))
    printing = ShopPrinting(tmp_path, settings, design)
    printed: list[PrintJob] = []
    failed: list[PrintJob] = []
    printing.controller.printed.connect(printed.append)
    printing.controller.failed.connect(failed.append)
    try:
        printing.controller.open()
        printing.controller.print_trial(first.address, Paper.MM_80)
        qtbot.waitUntil(first.stopped.is_set)
        printing.use(replace(settings, printer=second.address, paper=Paper.MM_58, cut_paper=False), design)
        # As the window does when it starts again.
        printing.controller.open()
        printing.controller.print_document(document("Two"))
        first.go_on()
        qtbot.waitUntil(lambda: bool(failed) or len(printed) == 2, timeout=10_000)
    finally:
        # A worker that still runs would abort a later test.
        ended = printing.stop(5_000)
        first.close()
        second.close()
    assert ended
    assert failed == []
    papers = [print_out(printer.jobs[-1]) for printer in (first, second)]
    assert [len(paper.rows[0]) for paper in papers] == [576, 384]
    assert [len(paper.cuts) for paper in papers] == [1, 0]
