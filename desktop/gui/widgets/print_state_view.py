"""Shows beside a button how far a test page is, with an icon, and announces it to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui.icons import Icon
from desktop.gui.scale import set_spacing
from desktop.gui.style import set_tone
from desktop.gui.voice import announce
from desktop.gui.widgets.labels import ValueLabel

if TYPE_CHECKING:
    from desktop.gui.style import Style
    from desktop.gui.trial_print import TrialState

_ICONS = {"info": ("printer", "soft"), "good": ("check", "good"), "bad": ("cross", "bad")}
"""An icon and the role of its colour for each tone, so that a tone never depends on colour alone."""


class PrintStateView(QWidget):
    """The state of a test print. It keeps its place while there is none."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 8)
        self._icon = Icon(style, "", "soft")
        self.text = ValueLabel(self.tr("Test page"), "print_state", "plain")
        self.text.setWordWrap(True)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        self.clear()

    def clear(self) -> None:
        """Shows nothing."""
        self._icon.hide()
        self.text.hide()

    def show_state(self, state: TrialState) -> None:
        """Shows and announces a state."""
        self._icon.show_icon(*_ICONS[state.tone])
        set_tone(self.text, state.tone)
        self.text.show_value(state.text)
        self._icon.show()
        self.text.show()
        if state.reason is None:
            # Otherwise the message about the reason is announced.
            announce(self.text, state.text)
