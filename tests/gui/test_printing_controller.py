"""Tests when the printing worker is asked to work, with one that answers when the test says so."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from desktop.domain.paper import Paper, PaperDocument
from desktop.domain.print_job import PrintJob
from desktop.domain.settings import Settings
from desktop.gui.printing_controller import PrintingController
from tests.gui.slow_worker import SlowWorker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
DOCUMENT = PaperDocument(title="Receipt", lines=())
JOB = PrintJob(number=1, document=DOCUMENT, printer="tcp://127.0.0.1:9", paper=Paper.MM_80, begun=NOW, at=NOW)


def test_a_receipt_is_drawn_once_its_state_is_on_the_screen(qtbot: QtBot) -> None:
    """Drawing it computes beside the painting thread, which would wait again and again."""
    worker = SlowWorker()
    controller = PrintingController(cast("Any", worker), cast("Any", None), Settings())
    controller.print_again(JOB)
    with qtbot.waitSignal(controller.waiting):
        worker.answer(JOB)
    assert worker.asked == ["print_again"]
    qtbot.waitUntil(lambda: worker.asked == ["print_again", "work"])
