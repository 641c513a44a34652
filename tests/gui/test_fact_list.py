"""Tests how the result of a connection test reaches a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.gui.connection_words import Fact
from desktop.gui.voice import voice_of
from desktop.gui.widgets.fact_list import FactList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style


def test_a_result_is_said_once_and_whole(style: Style, qtbot: QtBot) -> None:
    """The window's voice says every line, because older readers know no announcements, and nothing if it is cleared."""
    facts = FactList(style)
    qtbot.addWidget(facts)
    said: list[str] = []
    voice_of(facts).said.connect(lambda text, _interrupts: said.append(text))
    facts.show_result(
        (
            Fact(good=True, text="The address answers in 12 ms"),
            Fact(good=False, text="There is no service.", next_step="Check the address.", support="404"),
        )
    )
    facts.clear()
    assert said == ["The address answers in 12 ms. There is no service. Check the address. (404)"]
    assert facts.message.accessibleName() == "Message"


def test_a_line_that_is_replaced_at_once_never_becomes_a_window(style: Style, qtbot: QtBot) -> None:
    """Qt shows a new line only in its next turn. If the line has gone by then, nothing may appear beside the till."""
    facts = FactList(style)
    qtbot.addWidget(facts)
    facts.show()
    qtbot.waitExposed(facts)
    facts.show_result((Fact(good=True, text="The address answers"), Fact(good=True, text="The service responds")))
    (replaced,) = facts._earlier
    facts.clear()
    QApplication.processEvents()
    assert not replaced.isVisible()
