"""Shows the result of a connection test line by line, each with an icon, and announces them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui.icons import Icon
from desktop.gui.scale import rescale, set_spacing
from desktop.gui.style import set_tone
from desktop.gui.voice import announce, joined
from desktop.gui.widgets.labels import ValueLabel, caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.gui.connection_words import Fact
    from desktop.gui.style import Style


class FactList(QWidget):
    """The lines. The last one is what a screen reader finds as `Message`."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._theme = style
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._column, 4)
        self._earlier: list[QWidget] = []
        last = QHBoxLayout()
        set_spacing(last, 12)
        self._icon = Icon(style, "", "bad")
        self.message = self._text = ValueLabel(self.tr("Message"), "message", "strong")
        self._text.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._next = caption("plain", "")
        self._next.setWordWrap(True)
        self._support = caption("small", "")
        for part in (self._text, self._next, self._support):
            words.addWidget(part)
        last.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        last.addLayout(words, 1)
        self._column.addLayout(last)
        self.clear()

    def clear(self) -> None:
        """Shows nothing."""
        self.show_facts((), "", "")

    def say(self, icon: str, role: str, text: str) -> None:
        """Shows one line that is neither good nor bad, such as that the test runs."""
        self.show_facts((), icon, role, text)

    def show_result(self, facts: Sequence[Fact]) -> None:
        """Shows the lines of a result."""
        last = facts[-1]
        icon, role = ("check", "good") if last.good else ("cross", "bad")
        self.show_facts(facts[:-1], icon, role, last.text, last.next_step, last.support)

    def show_facts(  # noqa: PLR0917 - the parts of one line
        self, earlier: Sequence[Fact], icon: str, role: str, text: str = "", next_step: str = "", support: str = ""
    ) -> None:
        """Shows lines that are good, and a last one.

        Args:
            earlier: the lines before the last one.
            icon: of the last line.
            role: the colour of the last line.
            text: what happened.
            next_step: what to do about it.
            support: the number for support.
        """
        for widget in self._earlier:
            # First, because Qt shows what was put into a layout only later, and then as a window of its own, which
            # would take the focus from the till.
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._earlier = [self._line(fact) for fact in earlier]
        for at, widget in enumerate(self._earlier):
            self._column.insertWidget(at, widget)
        self._icon.show_icon(icon, role)
        set_tone(self._text, role if role == "bad" else "")
        self._next.setText(next_step)
        self._next.setVisible(bool(next_step))
        self._support.setText(self.tr("For support: {number}").format(number=support) if support else "")
        self._support.setVisible(bool(support))
        spoken = " ".join(part for part in (text, next_step, f"({support})" if support else "") if part)
        self._text.show_value(spoken, text)
        rescale(self, self._theme.scale)
        if spoken:
            announce(self.message, joined((*(fact.text for fact in earlier), spoken)))

    def _line(self, fact: Fact) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 12)
        row.addWidget(Icon(self._theme, "check", "good"))
        said = caption("plain", fact.text)
        said.setWordWrap(True)
        row.addWidget(said, 1)
        return line
