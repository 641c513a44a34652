"""Says in the empty middle of a large first step that a card or a code can be scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui.icons import Icon
from desktop.gui.scale import set_spacing
from desktop.gui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.gui.style import Style

_ICON = 48


class ScanHint(QWidget):
    """The hint, in the middle of its place."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 16)
        words = QVBoxLayout()
        set_spacing(words, 4)
        words.addWidget(label("title", self.tr("Or scan the card or the code"), name="scan_hint"))
        words.addWidget(label("muted", self.tr("It goes into the field, wherever the cursor is."), wrap=True))
        row.addStretch(1)
        row.addWidget(Icon(style, "scan", "soft", _ICON), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 6)
        row.addStretch(1)
