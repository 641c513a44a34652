"""Provides the button that signs a cashier off: icon and words, or the icon alone if there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import set_plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FINGER, _PADDING, _GAP = 44, 8, 8
"""Widths in pixels at scale 1."""


class SignOffButton(Button):
    """The button. Its accessible name stays if the words are hidden."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "sign_off", role="bar", icon="signoff", parent=parent)
        set_plain_tip(self, words)

    def spell_out(self, *, shown: bool) -> None:
        """Shows the words beside the icon, or the icon alone."""
        wanted = self.accessibleName() if shown else ""
        if self.text() != wanted:
            self.setText(wanted)

    def room(self, *, words: bool) -> int:
        """Returns the width in pixels that the button needs with or without words."""
        inside = self._px(self._ICON)
        if words:
            inside += self._px(_GAP) + self.fontMetrics().horizontalAdvance(self.accessibleName())
        return max(self._px(_FINGER), inside + 2 * self._px(_PADDING))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for a finger. Qt asks for the width of four letters if there is no text."""
        return QSize(self.room(words=bool(self.text())), super().sizeHint().height())
