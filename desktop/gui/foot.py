"""Shows the messages at the foot of the window: the question at hand, notices, news, and standing warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.gui.scale import set_margins
from desktop.gui.screen import Notice, Remedy, Screen
from desktop.gui.style import set_role
from desktop.gui.widgets.message_strip import MessageStrip, StandingWarning

if TYPE_CHECKING:
    from desktop.gui.controller import Controller


class Foot(QFrame):
    """The foot of the window.

    Signals:
        acknowledged: the user dismissed news with its button, and no widget has the focus now.
        new_journal_requested: keep a damaged journal aside, and begin a new one.
    """

    acknowledged = Signal()
    new_journal_requested = Signal()

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._sure = False
        set_role(self, "foot")
        column = self._column = QVBoxLayout(self)
        self.warning, self.message = StandingWarning(), MessageStrip()
        column.addWidget(self.warning)
        column.addWidget(self.message)
        self.message.action_requested.connect(self._on_remedy)

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        set_margins(self._column, *((8, 0, 8, 0) if compact else (24, 0, 24, 0)))
        self.message.set_compact(compact=compact)

    def draw(self, screen: Screen, *, can_ask: bool) -> None:
        """Draws what there is to say.

        Args:
            screen: what is shown.
            can_ask: True if the page with the answers to a question is shown.
        """
        self.warning.show_warnings(screen.standing)
        if screen.question is not None and can_ask:
            # It stays until it is answered, whatever else there is to say.
            says = screen.question.says
            self.message.show_message(says.tone, says.text, says.support)
            self.message.offer("")
            return
        news = _shown_news(screen)
        notice = screen.notice if screen.notice.text else news or screen.warning or Notice()
        self.message.show_message(notice.tone, notice.text, notice.support)
        if not screen.notice.text:
            # The explanation is not shown any more. The user must see it before agreeing to a new record.
            self._sure = False
        if news is not None:
            self.message.offer(self.tr("OK"))
            return
        match screen.remedy if screen.warning is not None else Remedy.NONE:
            case Remedy.TRY_AGAIN:
                self.message.offer(self.tr("Try again"))
            case Remedy.NEW_JOURNAL:
                sure = self.tr("Set it aside and start a new one") if self._sure else self.tr("New record")
                self.message.offer(sure)
            case Remedy.NONE:
                self.message.offer("")

    @Slot()
    def _on_remedy(self) -> None:
        if _shown_news(self._controller.screen) is not None:
            self._controller.acknowledge()
            if self.message.action.hasFocus() or QApplication.focusWidget() is None:
                self.acknowledged.emit()
        elif self._controller.screen.remedy is not Remedy.NEW_JOURNAL:
            self._controller.try_again()
        elif self._sure:
            self._sure = False
            self.new_journal_requested.emit()
        else:
            self._sure = True
            self._controller.say(
                "wait",
                self.tr(
                    "Ask support first. The damaged record is kept under another name. What can be read is copied "
                    "into the new one; the rest is only in the old one."
                ),
            )


def _shown_news(screen: Screen) -> Notice | None:
    """Returns the oldest news, unless there is a notice about the customer at hand."""
    return screen.news[0] if screen.news and not screen.notice.text else None
