"""Shows that the POS handed the customer over, for as long as that lasts, with the way back to the POS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.gui.icons import Icon
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import set_fixed_size, set_margins, set_spacing
from desktop.gui.style import set_role
from desktop.gui.voice import announce, voice_of
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from desktop.gui.controller import Controller
    from desktop.gui.give_back_view import GiveBackView
    from desktop.gui.screen import Screen
    from desktop.gui.style import Style

_BETWEEN = " · "
"""Between the facts of a hand-over."""


class HandOverBanner(QFrame):
    """The banner of a hand-over. Hidden if the cashier began with this customer, or with giving points back.

    Signals:
        give_back_left: the cashier leaves what the POS asked to give back.
    """

    give_back_left = Signal()

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__()
        self._controller = controller
        self._announced = ""
        self._has_room = True
        set_role(self, "banner")
        set_fixed_size(self, 0, 56)
        row = self._row = QHBoxLayout(self)
        set_margins(row, 24, 0, 24, 0)
        set_spacing(row, 12)
        self.text = ElidedLabel("strong")
        self.text.setObjectName("hand_over")
        # `up to 1…` would be another amount.
        self.text.separator = _BETWEEN
        self.cancel = Button(self.tr("Cancel, back to POS"), "cancel_back_to_pos", role="banner", icon="back")
        row.addWidget(Icon(style, "pos", "accent", 24))
        row.addWidget(self.text, 1)
        row.addWidget(self.cancel)
        self.cancel.clicked.connect(self._on_cancel)
        controller.giving_back.changed.connect(self._on_give_back)
        self.hide()

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        set_fixed_size(self, 0, 44 if compact else 56)
        set_margins(self._row, *((8, 0, 8, 0) if compact else (24, 0, 24, 0)))

    def draw(self, screen: Screen, *, has_room: bool) -> None:
        """Draws what was handed over.

        Args:
            screen: what is shown.
            has_room: False to hide it. It stays as long as its button has the focus, or is the only way back.
        """
        self._has_room = has_room
        request = self._request(screen)
        has_place = has_room or self.cancel.hasFocus()
        self.setVisible((screen.handed_over and has_place) or request is not None)
        if request is not None:
            self._draw_request(request)
            return
        if not screen.handed_over:
            voice_of(self).forget(self._announced)
            self._announced = ""
            return
        self._show_words(self._words(screen))
        # An outcome has a button of its own, and a redemption under way cannot be taken back.
        self.cancel.setVisible(screen.is_at_a_step)
        self.cancel.setEnabled(screen.question is None and not screen.is_redeeming)

    def _request(self, screen: Screen) -> GiveBackView | None:
        """Returns what the POS asked to give back, while it is on the page."""
        view = self._controller.giving_back.view
        return view if view.for_pos and view.is_open and not screen.is_locked else None

    def _draw_request(self, request: GiveBackView) -> None:
        bill = "" if request.attempt is None else isolated_in_rtl(request.attempt.draft.bill)
        fact = self.tr("bill {bill}").format(bill=bill)
        self._show_words(self.tr("From the POS: {facts}").format(facts=fact) if bill else self.tr("From the POS"))
        # As with a redemption: what is under way cannot be taken back, and an outcome has a button of its own.
        self.cancel.setVisible(request.reversal is None)
        self.cancel.setEnabled(not request.is_giving)

    def _show_words(self, words: str) -> None:
        self.text.setText(words)
        if words != self._announced:
            voice_of(self).forget(self._announced)
            self._announced = words
            announce(self.text, words, interrupts=False)

    @Slot(object)
    def _on_give_back(self, _view: GiveBackView) -> None:
        self.draw(self._controller.screen, has_room=self._has_room)

    @Slot()
    def _on_cancel(self) -> None:
        if self._request(self._controller.screen) is None:
            self._controller.leave_customer()
        else:
            self.give_back_left.emit()

    def _words(self, screen: Screen) -> str:
        formats, prefill = self._controller.formats, screen.prefill
        # What comes first may be cut: the bill's number, but no amount.
        facts = [self.tr("From the POS")]
        if prefill.bill:
            bill = self.tr("bill {bill}").format(bill=isolated_in_rtl(prefill.bill))
            facts = [self.tr("From the POS: {facts}").format(facts=bill)]
        if prefill.amount is not None:
            facts.append(self.tr("{money} to pay").format(money=formats.short_money(prefill.amount)))
        if prefill.max_points is not None:
            words = self.tr("up to {points} points", "", formats.plural(prefill.max_points))
            facts.append(words.format(points=formats.number(prefill.max_points)))
        return _BETWEEN.join(facts)
