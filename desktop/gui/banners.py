"""Shows what stays above the pages: standing warnings, news, failures of the till itself, and the POS's hand-over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.screen import Notice, Remedy, Screen
from desktop.gui.voice import announce
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.hand_over_banner import HandOverBanner
from desktop.gui.widgets.message_view import MessageView, StandingWarning

if TYPE_CHECKING:
    from desktop.gui.controller import Controller
    from desktop.gui.style import Style


class Banners(QWidget):
    """The slim lines above the pages. Drawing them never moves the focus.

    Attributes:
        message: shows news, a failure of the till, or a message that has no place on the page.

    Signals:
        acknowledged: the user dismissed news with its button, and no widget has the focus now.
        new_journal_requested: keep a damaged journal aside, and begin a new one.
    """

    acknowledged = Signal()
    new_journal_requested = Signal()

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        self._controller = controller
        self._sure = False
        self._announced = Notice()
        self._told = 0
        self._is_compact = False
        self._drawn: tuple[Screen, Notice, bool] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.warning = StandingWarning(style)
        frame = QFrame()
        frame.setObjectName("news")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(0, 0, 0, 0)
        self.message = MessageView(style, in_banner=True)
        inner.addWidget(self.message)
        self.action = Button("", "remedy", role="banner")
        # A click must not move the focus, so that the user can go on typing.
        self.action.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.action.hide()
        self.message.add_button(self.action)
        self.hand_over = HandOverBanner(controller, style)
        column.addWidget(self.warning)
        column.addWidget(self.hand_over)
        column.addWidget(frame)
        self.action.clicked.connect(self._on_action)

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        self._is_compact = compact
        if self._drawn is not None:
            screen, notice, is_elsewhere = self._drawn
            self.draw(screen, notice, is_elsewhere=is_elsewhere)
        self.message.set_compact(compact=compact)
        self.hand_over.set_compact(compact=compact)

    def draw(self, screen: Screen, notice: Notice, *, is_elsewhere: bool) -> None:
        """Draws what there is to say.

        Args:
            screen: what is shown.
            notice: a message that has no place on the page; empty if there is none.
            is_elsewhere: True if the page shows a message of its own, so that this is not the window's `Message`.
        """
        self._drawn = screen, notice, is_elsewhere
        self.warning.show_warnings(screen.standing)
        waiting = self._waiting(screen)
        news = _news(screen)
        lasting = news or waiting or screen.warning or Notice()
        shown = notice if notice.text else lasting
        # A small window has room for one banner. The news can be put away, and then the POS's comes back.
        self.hand_over.draw(screen, has_room=not self._is_compact or shown is not news)
        if shown.text:
            self.message.show_message(shown, self.tr("News") if is_elsewhere else "")
        else:
            self.message.clear()
            self.message.setVisible(not is_elsewhere)
        self._told = min(self._told, len(screen.waiting))
        if shown is lasting:
            self._announce(lasting, len(screen.waiting) if lasting is waiting else 0)
        if not screen.notice.text:
            # The explanation is not shown any more. The user must see it before agreeing to a new record.
            self._sure = False
        self._offer("" if shown is not lasting else self._words_of_action(screen))

    def _announce(self, lasting: Notice, waiting: int) -> None:
        """Announces what has come up. Bills that wait are announced when they arrive, and not when one of them opens.

        Args:
            lasting: the message.
            waiting: the bills that it is about; 0 if it is about something else.
        """
        if lasting == self._announced:
            return
        self._announced = lasting
        is_told = 0 < waiting <= self._told
        self._told = max(self._told, waiting)
        if lasting.text and not is_told:
            announce(self.message.label, lasting.spoken)

    def _words_of_action(self, screen: Screen) -> str:
        if _news(screen) is not None:
            return self.tr("OK")
        if screen.waiting:
            if not screen.can_open_waiting:
                return ""
            bill = isolated_in_rtl(screen.waiting[0])
            return self.tr("Open bill {bill}").format(bill=bill) if bill else self.tr("Open it now")
        match screen.remedy if screen.warning is not None else Remedy.NONE:
            case Remedy.TRY_AGAIN:
                return self.tr("Try again")
            case Remedy.NEW_JOURNAL:
                return self.tr("Set it aside and start a new one") if self._sure else self.tr("New record")
            case Remedy.NONE:
                return ""

    def _offer(self, words: str) -> None:
        self.action.setText(words)
        self.action.setAccessibleName(words)
        self.action.setVisible(bool(words))

    def _waiting(self, screen: Screen) -> Notice | None:
        """Returns the message about bills that wait; None if there are none.

        A small window has no room for what nothing can be done about: the next bill opens by itself.
        """
        if not screen.waiting or (self._is_compact and not screen.can_open_waiting):
            return None
        bill, count = isolated_in_rtl(screen.waiting[0]), len(screen.waiting)
        if count > 1:
            text = self.tr("The POS has handed over %Ln bill(s).", "", count)
        elif bill:
            text = self.tr("The POS has handed over bill {bill}.").format(bill=bill)
        else:
            text = self.tr("The POS has handed over another customer.")
        if not screen.can_open_waiting:
            text = self.tr("{news} The next one opens when this customer is done.").format(news=text)
        return Notice("info", text)

    @Slot()
    def _on_action(self) -> None:
        if _news(self._controller.screen) is not None:
            self._controller.acknowledge()
            if self.action.hasFocus() or QApplication.focusWidget() is None:
                self.acknowledged.emit()
        elif self._controller.screen.waiting:
            self._controller.open_next_bill()
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
                    "Ask support first. What is left of the damaged record is kept under another name. What can be "
                    "read is copied into the new one; the rest is only in the old one."
                ),
            )


def _news(screen: Screen) -> Notice | None:
    """Returns the oldest news."""
    return screen.news[0] if screen.news else None
