"""Shows messages to the cashier, and announces them to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.scale import set_margins, set_spacing
from desktop.gui.style import set_tone
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ValueLabel, caption

ICONS = {"bad": "✕", "wait": "!", "good": "✓", "info": "i", "": ""}


class StandingWarning(QFrame):
    """A line for warnings that stay for the whole session. It is hidden if there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("standing_warning_strip")
        row = QHBoxLayout(self)
        set_margins(row, 14, 4, 14, 4)
        set_spacing(row, 10)
        icon = caption("icon", ICONS["wait"])
        self._text = ValueLabel(self.tr("Warning"), "standing_warning", "message")
        self._text.setWordWrap(True)
        for made in (self, icon):
            set_tone(made, "wait")
        row.addWidget(icon)
        row.addWidget(self._text, 1)
        self.hide()

    def show_warnings(self, texts: tuple[str, ...]) -> None:
        """Shows warnings, one below the other. A new one is announced."""
        text = "\n".join(texts)
        changed = text != self._text.text()
        self._text.show_value(text)
        self.setVisible(bool(texts))
        if changed and text and QAccessible.isActive():
            _announce(self._text, text)


class MessageStrip(QFrame):
    """One message with its tone and the small number for support. The message never depends on colour alone.

    Signals:
        action_requested: the button beside the message was pressed.
    """

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_strip")
        row = self._row = QHBoxLayout(self)
        set_spacing(row, 10)
        self._icon = caption("icon", "")
        self._icon.setObjectName("message_icon")
        self._text = ValueLabel(self.tr("Message"), "message", "message")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._support = caption("small", "")
        row.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._text)
        words.addWidget(self._support)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.action = Button("", "remedy")
        self.action.clicked.connect(self.action_requested)
        self.action.hide()
        # A click must not move the focus, so that the user can go on typing.
        self.action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.action)
        self.set_compact(compact=False)
        self.show_message("", "")

    @property
    def text(self) -> str:
        """The message that is shown."""
        return self._text.text()

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        set_margins(self._row, *((8, 3, 8, 3) if compact else (14, 6, 14, 6)))

    def show_message(self, tone: str, text: str, support: str = "") -> None:
        """Shows a message, or removes it if the text is empty.

        Args:
            tone: `bad`, `wait`, `good` or `info`.
            text: what happened and what to do next.
            support: the number that support asks for.
        """
        tone = tone if text else ""
        set_tone(self, tone)
        set_tone(self._icon, tone)
        self._icon.setText(ICONS[tone])
        self._icon.setVisible(bool(text))
        self._support.setText(f"({support})" if support else "")
        self._support.setVisible(bool(support and text))
        spoken = f"{text} ({support})" if support and text else text
        changed = text != self._text.text()
        self._text.show_value(spoken, text)
        # Without a message there is no band at the foot, but the label stays for screen readers.
        self.setMaximumHeight(16_777_215 if text else 0)
        if changed and text and QAccessible.isActive():
            self._announce(spoken)

    def _announce(self, text: str) -> None:
        _announce(self._text, text)

    def offer(self, words: str) -> None:
        """Shows a button beside the message, or hides it if the text is empty."""
        self.action.setText(words)
        self.action.setAccessibleName(words)
        self.action.setVisible(bool(words))


def _announce(about: QWidget, text: str) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(about, QAccessible.Event.Alert))
    announcement = QAccessibleAnnouncementEvent(about, text)
    announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(announcement)
