"""Shows an outcome as a round sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.gui.icons import Icon
from desktop.gui.scale import set_fixed_size
from desktop.gui.style import set_role

if TYPE_CHECKING:
    from desktop.gui.style import Style

_SIDE, _ICON = 48, 24


class Disc(QFrame):
    """A sign in a circle. The text beside it says the same."""

    def __init__(self, style: Style, icon: str, tone: str) -> None:
        """Creates the sign.

        Args:
            style: the theme.
            icon: a file in `resources/icons` without its ending.
            tone: `good` or `bad`.
        """
        super().__init__()
        set_role(self, "disc", tone)
        set_fixed_size(self, _SIDE, _SIDE)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(Icon(style, icon, tone, _ICON), 0, Qt.AlignmentFlag.AlignCenter)
