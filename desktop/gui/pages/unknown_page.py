"""Shows an unknown outcome calmly: what not to do, and what the till is doing about it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.failures import SentElsewhere
from desktop.domain.redemption import State
from desktop.gui.pages.by_hand_panel import ByHandPanel
from desktop.gui.scale import set_fixed_size, set_margins, set_spacing
from desktop.gui.screen import Place, Screen
from desktop.gui.style import set_role, set_tone
from desktop.gui.widgets.busy import BusyBar
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.gui.controller import Controller
    from desktop.gui.pages.today import TodayList
    from desktop.gui.style import Style


class UnknownPage(QWidget):
    """The page for an unknown outcome, and for a redemption that turned out not to have happened."""

    def __init__(self, controller: Controller, style: Style, today: TodayList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._due = 0.0
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 22)
        card = QFrame()
        set_role(card, "card")
        column = self._column = QVBoxLayout(card)
        self.disc = label("disc", "?")
        set_fixed_size(self.disc, 56, 56)
        self.disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.headline = label("hero", name="headline", wrap=True)
        self.warning = label("strong", name="warning", wrap=True)
        self.instruction = label("body", name="instruction", wrap=True)
        self.busy = BusyBar(style, role="wait")
        self.note = label("note", name="settling_note", wrap=True)
        self.again = Button(self.tr("Redeem again"), "redeem_again", role="primary", key=self.tr("Enter"))
        self.next = Button(self.tr("New customer"), "new_customer", role="quiet", key=self.tr("Enter"))
        column.addStretch(1)
        for widget in (self.disc, self.headline, self.warning, self.instruction, self.busy, self.note):
            column.addWidget(widget)
        column.addStretch(2)
        column.addWidget(self.again)
        column.addWidget(self.next)
        row.addWidget(card, 2)
        row.addWidget(today, 1)
        self._side = QFrame()
        set_role(self._side, "card")
        side = QVBoxLayout(self._side)
        set_margins(side, 18, 14, 18, 14)
        self.by_hand = ByHandPanel(controller, stacked=True)
        side.addWidget(self.by_hand)
        side.addStretch(1)
        row.addWidget(self._side, 1)
        self._today = today
        self.set_compact(compact=False)
        self.again.clicked.connect(controller.redeem_again)
        self.next.clicked.connect(controller.new_customer)
        self._tick = QTimer(self)
        self._tick.setInterval(1_000)
        self._tick.timeout.connect(self._on_tick)

    def set_compact(self, *, compact: bool) -> None:
        """Hides today's list if there is little room, because it is also in the history."""
        self._is_compact = compact
        self._arrange()
        self._column.setContentsMargins(*((12, 8, 12, 8) if compact else (22, 16, 22, 16)))
        self._column.setSpacing(6 if compact else 12)

    def draw(self, screen: Screen) -> None:
        """Draws the page if there is an attempt."""
        attempt = screen.attempt
        shown = screen.place is Place.UNKNOWN and attempt is not None
        unknown = shown and attempt is not None and attempt.is_unsettled
        self.busy.set_busy(busy=unknown)
        if not shown or attempt is None:
            self._tick.stop()
            self.by_hand.draw(None)
            return
        if unknown:
            self._draw_unknown(screen)
            if not self._tick.isActive():
                self._tick.start()
        else:
            self._tick.stop()
            self._draw_not_applied(attempt)
        suspected = attempt if attempt.candidate is not None else None
        self.by_hand.draw(suspected)
        self._arrange()
        self.again.setVisible(attempt.state is State.NOT_APPLIED)
        self.next.show_key(shown=attempt.is_unsettled)
        self.next.setText(self.tr("Done") if screen.handed_over else self._next_words(attempt))

    def _arrange(self) -> None:
        """Puts the form in the place of today's list, or below the text if there is little room."""
        asked = not self.by_hand.isHidden()
        self.disc.setVisible(not self._is_compact)
        self._today.setVisible(not self._is_compact and not asked)
        self._side.setVisible(asked)
        direction = QHBoxLayout.Direction.TopToBottom if self._is_compact else QHBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)

    @property
    def default_button(self) -> Button:
        """The button that Enter presses."""
        return self.again if self.again.isVisibleTo(self) else self.next

    def focus(self) -> None:
        """Moves the focus to the button that goes on."""
        self.default_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_words(self, attempt: Attempt) -> str:
        return self.tr("New customer meanwhile") if attempt.is_unsettled else self.tr("New customer")

    def _draw_unknown(self, screen: Screen) -> None:
        set_tone(self.disc, "wait")
        self.disc.setText("?")
        self.headline.setText(self.tr("Not known yet whether the points were redeemed"))
        self.warning.setText(self.tr("Do not redeem again."))
        self.warning.show()
        self.instruction.setText(
            self.tr("The service did not answer in time. The till keeps asking and will show the receipt here.")
        )
        if screen.progress is not None and screen.progress.next_in is not None:
            self._due = time.monotonic() + screen.progress.next_in
        self._on_tick()

    def _draw_not_applied(self, attempt: Attempt) -> None:
        formats, amount = self._controller.formats, attempt.draft.points.value
        set_tone(self.disc, "bad")
        self.disc.setText("✕")
        self.headline.setText(self.tr("The points were not redeemed"))
        self.warning.hide()
        self.instruction.setText(
            self.tr(
                "The till has asked several times: none of the {points} points were taken. You can redeem again.",
                "",
                formats.plural(amount),
            ).format(points=formats.number(amount))
        )
        self.note.setText(self.tr("Reference {reference}").format(reference=attempt.short_reference))

    @Slot()
    def _on_tick(self) -> None:
        screen = self._controller.screen
        attempt, progress = screen.attempt, screen.progress
        if attempt is None:
            return
        formats = self._controller.formats
        parts = []
        if progress is None or not progress.asked:
            parts.append(self.tr("Asking the service"))
        else:
            parts.append(self.tr("Asked %Ln time(s)", "", progress.asked))
            wait = self._due - time.monotonic()
            parts.append(
                self.tr("next in {span}").format(span=formats.span(wait + 0.999)) if wait > 0 else self.tr("asking now")
            )
            if isinstance(progress.failure, SentElsewhere):
                parts.append(self.tr("sent to another service"))
            elif progress.failure is not None:
                parts.append(self.tr("no answer yet"))
        if attempt.draft.bill:
            parts.append(self.tr("bill {bill} is held").format(bill=attempt.draft.bill))
        parts.append(self.tr("reference {reference}").format(reference=attempt.short_reference))
        self.note.setText(" · ".join(parts))
