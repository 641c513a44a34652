"""Provides buttons of the bar with icon and words, or the icon alone if there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize

from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import set_plain_tip

_FINGER, _PADDING, _CHIP_PADDING, _GAP = 44, 8, 16, 8
"""Widths in pixels at scale 1."""


class ShortButton(Button):
    """A button whose words can be left out. Its accessible name stays, and its tool tip has the words."""

    def __init__(self, words: str, object_name: str, *, role: str, icon: str) -> None:
        super().__init__(words, object_name, role=role, icon=icon)
        self._words = words
        self._padding = _CHIP_PADDING if role == "chip" else _PADDING
        set_plain_tip(self, words)

    def spell_out(self, *, shown: bool) -> None:
        """Shows the words beside the icon, or the icon alone."""
        wanted = self._words if shown else ""
        if self.text() != wanted:
            self.setText(wanted)

    def room(self, *, words: bool) -> int:
        """Returns the width in pixels that the button needs with or without words."""
        inside = self._px(self._ICON)
        if words:
            inside += self._px(_GAP) + self.fontMetrics().horizontalAdvance(self._words)
        return max(self._px(_FINGER), inside + 2 * self._px(self._padding if words else _PADDING))

    def sizeHint(self) -> QSize:
        """Wide enough for a finger. Qt asks for the width of four letters if there is no text."""
        return QSize(self.room(words=bool(self.text())), super().sizeHint().height())


class SignOffButton(ShortButton):
    """The button that signs a cashier off."""

    def __init__(self, words: str) -> None:
        super().__init__(words, "sign_off", role="bar", icon="signoff")
