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


class PrintWorker(SlowWorker):
    """Notes also when its queue was to be opened."""

    def open(self) -> None:
        """Opens nothing."""
        self.asked.append("open")


def test_a_receipt_is_drawn_once_its_state_is_on_the_screen(qtbot: QtBot) -> None:
    """Drawing it computes beside the painting thread, which would wait again and again."""
    worker = PrintWorker()
    controller = PrintingController(cast("Any", worker), cast("Any", None), Settings())
    controller.open()
    controller.print_again(JOB)
    with qtbot.waitSignal(controller.waiting):
        worker.answer(JOB)
    assert worker.asked == ["open", "print_again"]
    qtbot.waitUntil(lambda: worker.asked == ["open", "print_again", "work"])


def test_settings_that_are_opened_at_once_offer_the_printers_too() -> None:
    """The journal opens first, which can take long. The printers are listed before that, and the queue opens once."""
    worker = PrintWorker()
    controller = PrintingController(cast("Any", worker), cast("Any", None), Settings())
    controller.list_printers()
    controller.list_printers()
    assert worker.asked == ["open", "choices", "choices"]
