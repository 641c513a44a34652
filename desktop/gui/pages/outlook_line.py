"""Shows what is known about a member's points before anything is typed: which expire, or why none can be redeemed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui.icons import Icon
from desktop.gui.scale import set_spacing
from desktop.gui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.screen import Screen
    from desktop.gui.style import Style


class OutlookLine(QWidget):
    """The line below what the points are worth, with room for a button at its end."""

    def __init__(self, formats: LocaleFormats, style: Style, button: QWidget) -> None:
        super().__init__()
        self._formats = formats
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 8)
        self._icon = Icon(style, "clock", "wait")
        self._words = label("muted", name="outlook", wrap=True)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(button)

    @property
    def text(self) -> str:
        """What is known; empty if there is nothing to say."""
        return self._words.text()

    def draw(self, screen: Screen) -> None:
        """Draws what the service has said about the member at hand."""
        outlook = screen.outlook
        text = outlook.reason or self._expiring(screen)
        self._words.setText(text)
        self._icon.setVisible(bool(text))
        self._icon.show_icon("alert" if outlook.reason else "clock", "wait")

    def _expiring(self, screen: Screen) -> str:
        expiring, available = screen.outlook.expiring, screen.available
        if expiring is None or screen.choices.group is not None:
            return ""
        count = self._formats.plural(expiring.points)
        if available is None or expiring.points >= available:
            text = self.tr("{points} points expire on {day}", "", count)
        else:
            text = self.tr("{points} of the {all} points expire on {day}", "", count)
        return text.format(
            points=self._formats.number(expiring.points),
            all=self._formats.number(available or expiring.points),
            day=self._formats.day(expiring.on),
        )
