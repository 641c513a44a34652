"""Shows an unknown outcome calmly: whose points, what to do with the waiting customer, and what the till is doing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.domain.failures import Lost, SentElsewhere, Unanswered, reason_of
from desktop.domain.redemption import State
from desktop.gui.icons import Icon
from desktop.gui.pages.by_hand_panel import ByHandPanel
from desktop.gui.pages.outcome_page import CARD, SIDE, OutcomePage, Tightness
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import set_margins, set_spacing
from desktop.gui.screen import Place, Screen
from desktop.gui.style import change_role, set_role, set_tone
from desktop.gui.timers import every
from desktop.gui.widgets.buttons import Button, name_next
from desktop.gui.widgets.countdown_ring import CountdownRing
from desktop.gui.widgets.disc import Disc
from desktop.gui.widgets.labels import ValueLabel, label, show_breakable
from desktop.gui.widgets.what_is_known import WhatIsKnown

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.gui.controller import Controller
    from desktop.gui.style import Style

_UNKNOWN_TIME = "…"


_SPACES = {
    Tightness.ROOMY: (24, 12),
    Tightness.CLOSE: (16, 8),
    Tightness.BARE: (16, 8),
    Tightness.SMALL: (12, 6),
}
"""Margins and spaces of the card in pixels at scale 1."""


class UnknownPage(OutcomePage):
    """The page for an unknown outcome, and for a redemption that turned out not to have happened."""

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        self._controller = controller
        self._proves_at: float | None = None
        self._whole = 1.0
        self._reference = ""
        card = QFrame()
        set_role(card, "card")
        column = self._column = QVBoxLayout(card)
        head = QHBoxLayout()
        set_spacing(head, 24)
        self.ring = CountdownRing(style)
        self._disc = Disc(style, "cross", "bad")
        self.headline = ValueLabel(self.tr("Not known yet"), "headline", "headline", is_heading=True)
        self.headline.setWordWrap(True)
        self.headline.is_balanced = True
        head.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.headline, 1)
        self.warning = label("body", self.tr("Do not redeem again."), name="warning", wrap=True)
        set_tone(self.warning, "wait")
        self.instruction = label("body", name="instruction", wrap=True)
        self.waiting, self.hold, self.pay = self._make_waiting(style)
        self.note = label("note", name="settling_note", wrap=True)
        self.next = Button(self.tr("Next customer"), "next_customer", role="quiet", key=self.tr("Enter"), icon="next")
        self.again = Button(self.tr("Redeem again"), "redeem_again", role="primary", key=self.tr("Enter"), icon="check")
        column.addLayout(head)
        for text in (self.warning, self.instruction, self.waiting):
            column.addWidget(text)
        column.addStretch(1)
        for last in (self.note, self.next, self.again):
            column.addWidget(last)
        self._row.addWidget(card, CARD)
        self.known = WhatIsKnown(controller.formats, style)
        self._row.addWidget(self.known, SIDE)
        self._side, self.by_hand = self._make_side()
        self._row.addWidget(self._side, SIDE)
        self._fit()
        self.again.clicked.connect(controller.redeem_again)
        self.next.clicked.connect(controller.new_customer)
        self._tick = every(self, 1_000, self._on_tick)

    def _make_side(self) -> tuple[QFrame, ByHandPanel]:
        """Returns the card with the form to settle it by hand."""
        card = QFrame()
        set_role(card, "card")
        column = QVBoxLayout(card)
        set_margins(column, 20, 16, 20, 16)
        form = ByHandPanel(self._controller)
        column.addWidget(form)
        column.addStretch(1)
        return card, form

    def _make_waiting(self, style: Style) -> tuple[QFrame, QLabel, QLabel]:
        """Returns the panel about the waiting customer, and its two lines."""
        panel = QFrame()
        set_role(panel, "notice", "wait")
        column = self._waiting_column = QVBoxLayout(panel)
        column.addWidget(label("strong", self.tr("The customer is waiting?")))
        lines = []
        for icon, name in (("hold", "hold_the_bill"), ("cash", "full_payment")):
            line = QHBoxLayout()
            set_spacing(line, 12)
            text = label("plain", name=name, wrap=True)
            line.addWidget(Icon(style, icon, "ink"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            column.addLayout(line)
            lines.append(text)
        return panel, lines[0], lines[1]

    def draw(self, screen: Screen) -> None:
        """Draws the page if there is an attempt."""
        attempt = screen.attempt
        if screen.place is not Place.UNKNOWN or attempt is None:
            self._tick.stop()
            self.by_hand.draw(None)
            return
        if attempt.is_unsettled:
            self._draw_unknown(screen, attempt)
            if not self._tick.isActive():
                self._tick.start()
        else:
            self._tick.stop()
            self._draw_not_applied(attempt)
        self.known.draw(screen)
        self.by_hand.draw(attempt if attempt.candidate is not None else None)
        self.again.setVisible(attempt.state is State.NOT_APPLIED)
        self.next.show_key(shown=attempt.is_unsettled)
        name_next(self.next, self.tr("Next customer"), self.tr("Back to POS") if screen.handed_over else "")
        self._fit()

    def _tighten(self, tightness: Tightness) -> None:
        """Puts the form in the place of what is known, or below the text if there is little room."""
        margin, space = _SPACES[tightness]
        set_margins(self._column, margin, min(margin, 16), margin, margin)
        set_spacing(self._column, space)
        set_margins(self._waiting_column, 16, space, 16, space)
        set_spacing(self._waiting_column, min(space, 8))
        change_role(self.headline, "title" if tightness >= Tightness.SMALL and not self._is_compact else "headline")
        asked = not self.by_hand.isHidden()
        attempt = self._controller.screen.attempt
        is_unknown = attempt is not None and attempt.is_unsettled
        is_bare = tightness >= Tightness.BARE
        self.ring.setVisible(is_unknown and not self._is_compact)
        self._disc.setVisible(not is_unknown and not self._is_compact)
        for widget in (self.warning, self.waiting):
            widget.setVisible(is_unknown)
        self.known.setVisible(not is_bare and not asked)
        self._side.setVisible(asked)

    @property
    def default_button(self) -> Button:
        """The button that Enter presses."""
        return self.again if self.again.isVisibleTo(self) else self.next

    def focus(self) -> None:
        """Moves the focus to the button that goes on."""
        self.default_button.take_focus()

    def _draw_unknown(self, screen: Screen, attempt: Attempt) -> None:
        headline = self._controller.words.unknown(attempt)
        bill = isolated_in_rtl(attempt.draft.bill)
        of_bill = self.tr("Bill {bill}").format(bill=bill)
        self.headline.show_value(f"{headline}. {of_bill}" if bill else headline, headline)
        hold = self.tr("Hold bill {bill} until it is known.") if bill else self.tr("Hold the bill until it is known.")
        show_breakable(self.hold, hold.format(bill=bill))
        self.pay.setText(self.tr("Or take full payment. If points were used, give them back in History."))
        progress = screen.progress
        if attempt.reference != self._reference:
            self._reference = attempt.reference
            self._whole = max(1.0, self._controller.settings.settle_after)
            self._proves_at = time.monotonic() + self._whole
        if progress is not None:
            self._proves_at = time.monotonic() + progress.proves_in if progress.proves_in is not None else None
        self._on_tick()

    def _draw_not_applied(self, attempt: Attempt) -> None:
        formats, amount = self._controller.formats, attempt.draft.points.value
        self.headline.setText(self.tr("The points were not redeemed"))
        self.headline.setAccessibleName(self.headline.text())
        self.instruction.setText(
            self.tr(
                "The till has asked several times: none of the {points} points were taken. You can redeem again.",
                "",
                formats.plural(amount),
            ).format(points=formats.number(amount))
        )
        self.note.setText("")

    @Slot()
    def _on_tick(self) -> None:
        screen = self._controller.screen
        attempt, progress = screen.attempt, screen.progress
        if attempt is None:
            return
        formats = self._controller.formats
        left = None if self._proves_at is None else self._proves_at - time.monotonic()
        if progress is not None and isinstance(progress.failure, SentElsewhere):
            still = self.tr("It was sent to another service, so this one cannot tell. Support can settle it.")
        elif attempt.candidate is not None:
            still = self.tr(
                "The service shows a redemption that may be this one. A supervisor or support can settle it."
            )
        elif left is None or left <= 0:
            still = self.tr("The till keeps checking.")
        else:
            span = formats.span(left + 0.999)
            still = self.tr("The till keeps checking, up to {span} more.").format(span=span)
        self.instruction.setText(f"{self._what_happened(attempt)} {still}")
        if left is None or left <= 0:
            self.ring.show_left(0.0, _UNKNOWN_TIME)
        else:
            self.ring.show_left(left / self._whole, formats.span(left + 0.999))
        self.note.setText(self.tr("The outcome appears here, whatever this till is doing then."))
        self.known.tick(screen)

    def _what_happened(self, attempt: Attempt) -> str:
        match _why(attempt):
            case Lost.TIMEOUT:
                text = self.tr("The service did not answer in time.")
            case Lost.CUT:
                text = self.tr("The line was cut before the answer came.")
            case Lost.SERVER_ERROR:
                text = self.tr("The service reported a fault of its own.")
            case Lost.UNREADABLE:
                text = self.tr("The answer of the service could not be read.")
            case Lost.CONTRADICTORY:
                text = self.tr("The answer of the service contradicts itself.")
            case Lost.STOPPED | Lost.DIED:
                text = self.tr("The till was closed before the answer came.")
            case Lost.DOUBTFUL_REFUSAL:
                text = self.tr("The service refused it, but that does not show whether the points were used.")
            case Lost.STRAY:
                text = self.tr("The answer that came belongs to another request.")
        return text


def _why(attempt: Attempt) -> Lost:
    """Returns why the answer of an unknown attempt proves nothing, from what the journal keeps of it."""
    code = attempt.trace.code
    if code.isdigit():
        return Lost.DOUBTFUL_REFUSAL
    if code.startswith("PT-HTTP-"):
        return Lost.SERVER_ERROR
    return reason_of(code, Unanswered, Lost) or Lost.TIMEOUT
