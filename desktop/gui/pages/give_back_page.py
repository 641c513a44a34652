"""Gives points of one redemption back: how many, why, and with whose approval; then shows what came back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.points import PointsError
from desktop.domain.reversal import MAX_REASON
from desktop.gui.focus import FocusKeeper
from desktop.gui.give_back_view import GiveBackBusy, GiveBackField, GiveBackView
from desktop.gui.pages.outcome_page import CARD, SIDE
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import follow_scale, set_fixed_size, set_margins, set_minimum_height, set_spacing
from desktop.gui.style import set_role
from desktop.gui.timers import once
from desktop.gui.voice import announce
from desktop.gui.widgets.buttons import Button, name_next
from desktop.gui.widgets.fields import FieldNote, PinField, PointsValidator, TextField
from desktop.gui.widgets.flow_layout import FlowBox
from desktop.gui.widgets.labels import ElidedLabel, ValueLabel, align_trailing, caption, label
from desktop.gui.widgets.message_view import MessageView
from desktop.gui.widgets.paper import PaperView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.gui.formats import LocaleFormats
    from desktop.gui.give_back_controller import GiveBackController
    from desktop.gui.receipts import ReceiptDesign
    from desktop.gui.screen import Notice
    from desktop.gui.style import Style
    from desktop.gui.widgets.number_pad import NumberPad

_NARROW, _PAD = 1024, 320
"""Width of the window in pixels at scale 1 from which the pad stands beside the fields, and the width of the pad."""

_NARROW_SIDE = 60
"""Share of the receipt in a narrow window, to `CARD`."""

_REST = 400
"""Milliseconds without typing after which a screen reader hears what the points are worth."""


class GiveBackPage(FocusKeeper):
    """The page between the history and a reversal. It keeps what is typed; everything else comes from the controller.

    Signals:
        closed: the user returns to the history, or to the POS.
        way_back_needs_focus: the POS asked, and the only thing to do is to go back to it.
        print_requested: print the receipt of points given back (`Attempt`, `Reversal`).
        save_requested: save it (`Attempt`, `Reversal`).
    """

    closed = Signal()
    way_back_needs_focus = Signal()
    print_requested = Signal(object, object)
    save_requested = Signal(object, object)

    def __init__(
        self,
        controller: GiveBackController,
        formats: LocaleFormats,
        style: Style,
        design: ReceiptDesign,
        pad: NumberPad | None,
    ) -> None:
        """Creates the page.

        Args:
            controller: of giving back.
            formats: of the cashier's language.
            style: the theme.
            design: draws receipts.
            pad: stands beside the fields in a wide window; None if it is not wanted.
        """
        super().__init__()
        follow_scale(self)
        self._controller = controller
        self._formats = formats
        self._style = style
        self._design = design
        self._visit = self._announced = 0
        self._view = GiveBackView()
        self.setObjectName("give_back_page")
        self.pad = pad
        self._beside = QHBoxLayout(self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._beside, 24)
        self._is_compact = False
        column = QVBoxLayout()
        set_spacing(column, 8)
        column.addWidget(self._make_line())
        column.addWidget(self._make_card(), 1)
        self._beside.addLayout(column, CARD)
        if pad is not None:
            pad.hide()
            set_fixed_size(pad, _PAD, 0)
            self._beside.addWidget(pad)
            pad.serve(self, self.points.focus)
        # In the place of the keys, with the height of the page, as the receipt of a redemption.
        self.paper = PaperView(design, style)
        self.paper.hide()
        self._beside.addWidget(self.paper, SIDE)
        self.points.entered.connect(self._on_points_entered)
        self.points.typed.connect(self._on_points_typed)
        self.reason.entered.connect(self._on_reason_entered)
        self.reason.typed.connect(self._on_typed)
        self.pin.entered.connect(self._on_give_back)
        self.pin.typed.connect(self._on_typed)
        self.all.clicked.connect(self._on_all)
        self.give.clicked.connect(self._on_give_back)
        self.back.clicked.connect(self.closed)
        self._read_back = once(self, _REST, self._on_rest)
        controller.changed.connect(self.draw)

    def _make_line(self) -> QFrame:
        """Makes the line that says which redemption it is."""
        line = QFrame()
        set_role(line, "panel")
        row = self._line_row = QHBoxLayout(line)
        set_spacing(row, 12)
        self.bill = ElidedLabel("strong")
        self.bill.setObjectName("redemption_bill")
        self.who = ElidedLabel("muted")
        self.redeemed = label("strong", name="redemption_points")
        row.addWidget(self.bill)
        row.addWidget(self.who, 1)
        row.addWidget(self.redeemed)
        return line

    def _make_card(self) -> QFrame:
        card = QFrame()
        set_role(card, "card")
        column = self._column = QVBoxLayout(card)
        head = QHBoxLayout()
        set_spacing(head, 12)
        self.title = label("title", self.tr("Give points back"), name="give_back_title")
        self.back = Button(self.tr("Back to History"), "back_to_history", role="link", key=self.tr("Esc"))
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        column.addLayout(head)
        self.message = MessageView(self._style)
        column.addWidget(self.message)
        column.addWidget(self._make_question(), 1)
        column.addWidget(self._make_form(), 1)
        column.addWidget(self._make_outcome(), 1)
        return card

    def _make_question(self) -> QWidget:
        """Makes the answers to the question in the message, the careful one first."""
        self.question = QWidget()
        column = QVBoxLayout(self.question)
        set_margins(column, 6, 0, 6, 6)
        row = QHBoxLayout()
        set_spacing(row, 14)
        self.leave = Button(self.tr("Go back"), "go_back", role="quiet", key=self.tr("Enter"))
        self.again = Button(self.tr("Give back"), "give_back_again", role="quiet")
        row.addWidget(self.leave, 1)
        row.addWidget(self.again, 1)
        column.addLayout(row)
        column.addStretch(1)
        self.question.hide()
        self.leave.clicked.connect(self._controller.leave_question)
        self.again.clicked.connect(self._on_again)
        return self.question

    def _make_form(self) -> QWidget:
        self.form = QWidget()
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 8)
        self.points = TextField(self.tr("Points to give back"), "points_to_give_back")
        validator = PointsValidator(lambda: self._formats.decimal_mark, self)
        validator.refused.connect(self._controller.note_keystroke_refused)
        self.points.edit.setValidator(validator)
        self.points.edit.setMaxLength(40)
        self.points.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.all = Button(self.tr("All"), "all_points", role="chip", key="F6")
        first = QHBoxLayout()
        set_spacing(first, 14)
        first.addWidget(self.points, 2)
        first.addLayout(self._make_worth(), 1)
        column.addLayout(first)
        self.reason = TextField(self.tr("Reason"), "reason", role="field_small")
        self.reason.edit.setMaxLength(MAX_REASON)
        self.pin = PinField(self.tr("Supervisor PIN"), "supervisor_pin", role="field_small")
        if not self._controller.asks_for_pin:
            self.pin.hide()
        second = QHBoxLayout()
        set_spacing(second, 14)
        second.addWidget(self.reason, 5)
        second.addWidget(self.pin, 3)
        column.addLayout(second)
        self.reasons: list[Button] = []
        chips = FlowBox()
        for number, text in enumerate(self._controller.reasons()):
            chip = Button(text, f"reason_{number + 1}", role="chip")
            chip.clicked.connect(self._on_reason_chosen)
            self.reasons.append(chip)
            chips.add(chip)
        column.addWidget(chips)
        self.note = FieldNote("expired_note")
        column.addWidget(self.note)
        column.addStretch(1)
        self._add_next_step(column)
        # The Tab key goes from field to field first. A reason that was typed on *All* would press it with its space.
        in_order = (self.points.edit, self.reason.edit, self.pin.edit, self.all)
        for before, after in pairwise(in_order):
            QWidget.setTabOrder(before, after)
        return self.form

    def _make_worth(self) -> QHBoxLayout:
        """Makes what stands beside the points: all of them, and what they are worth."""
        self.worth_words = caption("small", self.tr("Worth"))
        self.worth = ValueLabel(self.tr("Worth"), "give_back_worth", "title")
        # Beside the field, which has its words above it.
        beside = QHBoxLayout()
        set_margins(beside, 0, 22, 0, 0)
        set_spacing(beside, 14)
        beside.addWidget(self.all)
        beside.addStretch(1)
        amount = QVBoxLayout()
        set_spacing(amount, 0)
        amount.addStretch(1)
        for part in (self.worth_words, self.worth):
            align_trailing(part)
            amount.addWidget(part)
        amount.addStretch(1)
        beside.addLayout(amount)
        return beside

    def _add_next_step(self, column: QVBoxLayout) -> None:
        self.give = Button(self.tr("Give back"), "give_back", role="primary", key=self.tr("Enter"))
        column.addWidget(self.give)
        # In the place of the other one, because it is the next step while the service has not answered.
        self.try_again = Button(self.tr("Try again"), "try_again", role="primary", key=self.tr("Enter"), icon="refresh")
        self.try_again.hide()
        self.try_again.clicked.connect(self._controller.try_again)
        column.addWidget(self.try_again)

    def _make_outcome(self) -> QWidget:
        self.outcome = QWidget()
        column = QVBoxLayout(self.outcome)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 2)
        self.headline = label("strong", name="give_back_headline", wrap=True)
        self.given = ValueLabel(self.tr("Points given back"), "points_given_back", "hero")
        self.expired = ValueLabel(self.tr("Expired, not given back"), "expired_points", "strong")
        self.expired_words = caption("muted", self.tr("Expired, not given back"))
        self.balance_words = caption("muted", self.tr("Updated balance"))
        self.balance = ValueLabel(self.tr("Updated balance"), "updated_balance", "strong")
        self.done = Button(self.tr("Done"), "done", role="primary", key=self.tr("Enter"))
        column.addWidget(self.headline)
        column.addWidget(self.given)
        figures = QHBoxLayout()
        set_spacing(figures, 22)
        for words, figure in ((self.expired_words, self.expired), (self.balance_words, self.balance)):
            described = QVBoxLayout()
            set_spacing(described, 2)
            words.setWordWrap(True)
            described.addWidget(words)
            # The figures stand in one line, also if the words above one of them need two.
            described.addStretch(1)
            described.addWidget(figure)
            figures.addLayout(described)
        figures.addStretch(1)
        column.addLayout(figures)
        column.addStretch(1)
        self.print = Button(self.tr("Print receipt"), "print_receipt", role="quiet", key="F9", icon="printer")
        self.save = Button(self.tr("Save receipt"), "save_receipt", role="quiet", icon="save")
        paper = QHBoxLayout()
        set_spacing(paper, 8)
        paper.addWidget(self.print)
        paper.addWidget(self.save)
        column.addLayout(paper)
        column.addSpacing(8)
        column.addWidget(self.done)
        self.print.clicked.connect(self.print_receipt)
        self.save.clicked.connect(self._on_save)
        self.done.clicked.connect(self.closed)
        return self.outcome

    def choose_all(self) -> None:
        """Fills in all points that are left, if they can be given back now."""
        if self.form.isVisible() and self.all.isEnabled():
            self._on_all()

    @Slot()
    def print_receipt(self) -> None:
        """Requests the receipt on paper, if points were given back."""
        if self._view.attempt is not None and self._view.is_done:
            self.print_requested.emit(self._view.attempt, self._view.reversal)

    @Slot()
    def _on_save(self) -> None:
        if self._view.attempt is not None and self._view.is_done:
            self.save_requested.emit(self._view.attempt, self._view.reversal)

    def show_message(self, notice: Notice) -> None:
        """Shows a message above the fields, or removes it. What it says is not said a second time below it."""
        self.message.clear()
        if notice.text:
            self.message.show_message(notice)
        self.note.setVisible(not notice.text)
        self._draw_headline()

    def _draw_headline(self) -> None:
        self.headline.setText(self.tr("Points given back") if self._view.is_done else self._view.notice.text)
        # The figure below it is named with these words.
        self.headline.setAccessibleName(" " if self._view.is_done else "")
        self.headline.setVisible(self._view.is_done or self.message.text != self._view.notice.text)

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room if there is little."""
        self.message.set_compact(compact=compact)
        set_margins(self._column, *((12, 6, 12, 6) if compact else (24, 14, 24, 16)))
        set_spacing(self._column, 4 if compact else 8)
        set_margins(self._line_row, *((12, 4, 12, 4) if compact else (16, 10, 16, 10)))
        self._is_compact = compact
        set_minimum_height(self.paper, 260 if compact else 0)
        self._arrange()

    def set_scale(self, _scale: float) -> None:
        """Arranges the page for another size of type."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arranges the page for another width."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def has_pad(self) -> bool:
        """True if the pad stands beside the fields, as long as they can be filled in. A narrow window has it below."""
        return self.pad is not None and self._is_wide and self._can_type

    def _arrange(self) -> None:
        """Shows the pad, and leaves out a key hint in a narrow window."""
        self.print.show_key(shown=self._is_wide)
        if self.pad is not None:
            self.pad.setVisible(self.has_pad)
        # The keys stay beside the fields, the receipt goes below the card if there is little room.
        is_below = self._is_compact and not self.has_pad
        self._beside.setDirection(QHBoxLayout.Direction.TopToBottom if is_below else QHBoxLayout.Direction.LeftToRight)
        set_spacing(self._beside, 8 if is_below else 24)
        # Where there are no keys beside the card, the receipt need not be as narrow as they are.
        self._beside.setStretchFactor(self.paper, SIDE if self._is_wide else _NARROW_SIDE)

    @property
    def _is_wide(self) -> bool:
        return self.window().width() / self._style.scale >= _NARROW

    @property
    def _can_type(self) -> bool:
        view = self._view
        may_type = view.offer is not None or view.busy is GiveBackBusy.LOOKING
        return may_type and view.reversal is None and view.asked is None and not view.can_try_again

    def focus(self) -> None:
        """Moves the focus to where the next input belongs."""
        if self._view.asked is not None:
            self.leave.take_focus(self._view.notice.spoken)
        elif self._view.reversal is not None:
            self.done.take_focus(self._view.notice.spoken)
        elif self._view.field is GiveBackField.REASON:
            self.reason.focus()
        elif self._view.field is GiveBackField.PIN:
            self.pin.focus()
        elif self._view.busy is GiveBackBusy.LOOKING:
            # Nothing can be typed yet, but this is where the answer leads.
            self.points.focus()
        elif self._view.can_try_again:
            self.try_again.take_focus(self._view.notice.spoken)
        elif self._view.offer is None and self._view.for_pos:
            self.way_back_needs_focus.emit()
        elif self._view.offer is None:
            self.back.setFocus()
        else:
            self.points.focus(select=True)

    @Slot(object)
    def draw(self, view: GiveBackView) -> None:
        """Draws the page, and moves the focus if an answer has come that the user waited for."""
        with self.keeping_focus():
            self._draw(view)

    def _draw(self, view: GiveBackView) -> None:
        before, self._view = self._view, view
        if view.visit != self._visit:
            # What was typed for one redemption must not be used for another, even if the POS asks for as many points.
            self._visit = view.visit
            self.points.set_text(view.prefill)
            for field in (self.reason, self.pin):
                field.set_text("")
        elif view.prefill != before.prefill:
            self.points.set_text(view.prefill)
        # The banner has the way back to the POS.
        self.back.setVisible(not view.for_pos)
        name_next(self.done, self.tr("Done"), self.tr("Back to POS") if view.for_pos else "")
        self._draw_redemption(view)
        showing = view.reversal is not None
        self._draw_question(view, before)
        self.form.setVisible(not showing and view.asked is None)
        self.outcome.setVisible(showing)
        self._arrange()
        self._draw_form(view)
        self._draw_outcome(view)
        answered = before.busy is not GiveBackBusy.NO and view.busy is GiveBackBusy.NO
        if self.isVisible() and (answered or (view.field is not GiveBackField.NONE and view.field != before.field)):
            self.focus()

    def step_back(self) -> bool:
        """Withdraws the question. Returns False if none was asked."""
        asked = self._view.asked is not None
        if asked:
            self._controller.leave_question()
        return asked

    def _draw_question(self, view: GiveBackView, before: GiveBackView) -> None:
        asks = view.asked is not None
        if view.asked == before.asked:
            return
        if view.asked is not None:
            count = self._formats.plural(view.asked)
            words = self.tr("Give back {points} points again", "", count)
            self.again.offer = (view.visit, view.asked)
            self.again.show_words(words.format(points=self._formats.number(view.asked)))
        # What takes the focus is shown before what had it is hidden. Otherwise Qt would choose.
        (self.question if asks else self.form).show()
        if self.isVisible():
            self.focus()
        self.question.setVisible(asks)

    def _draw_redemption(self, view: GiveBackView) -> None:
        attempt = view.attempt
        if attempt is None:
            for part in (self.bill, self.who, self.redeemed):
                part.setText("")
            return
        self.bill.setText(attempt.draft.bill)
        self.bill.setVisible(bool(attempt.draft.bill))
        when = self._formats.moment(attempt.at, "").rsplit(" ", 1)[0]
        number = isolated_in_rtl(attempt.masked_identifier)
        self.who.setText(" · ".join(part for part in (attempt.draft.name, number, when) if part))
        moved = attempt.moved
        words = self.tr("{points} points", "", self._formats.plural(moved))
        self.redeemed.setText(words.format(points=self._formats.number(moved)))
        if view.is_open and view.visit != self._announced:
            # The focus goes to the points, so nothing else says which redemption was scanned or asked for.
            self._announced = view.visit
            facts = (self.bill.text(), self.who.text(), self.redeemed.text())
            announce(self.redeemed, ", ".join(one for one in facts if one), interrupts=False)

    def _draw_form(self, view: GiveBackView) -> None:
        offered = view.offer is not None
        busy = view.busy is not GiveBackBusy.NO
        if view.can_try_again:
            self.try_again.show()
        # Nothing can be filled in then. On a small screen, the message would have no room beside the fields.
        for part in (self.points, self.reason, *self.reasons):
            part.setVisible(not view.can_try_again)
        self.pin.setVisible(self._controller.asks_for_pin and not view.can_try_again)
        for field in (self.points, self.reason, self.pin):
            field.edit.setReadOnly(busy)
            field.edit.setEnabled(offered or view.busy is GiveBackBusy.LOOKING)
        self.reason.set_bad(bad=view.field is GiveBackField.REASON, why=view.notice.spoken)
        self.pin.set_bad(bad=view.field is GiveBackField.PIN, why=view.notice.spoken)
        self.all.setVisible(offered)
        if view.offer is not None:
            text = self.tr("All {points}").format(points=self._formats.number(view.offer.left))
            self.all.setText(text)
            self.all.setAccessibleName(text)
        if busy and any(button.hasFocus() for button in (*self.reasons, self.all, self.give, self.try_again)):
            # Qt moves the focus away from a button that is disabled or hidden, and Enter would press the next one.
            self.points.focus()
        for chip in (*self.reasons, self.all):
            chip.setEnabled(offered and not busy)
        self._draw_amount()

    def _draw_amount(self) -> None:
        """Draws what depends on the points that are typed: the button, what is wrong with them, and their worth."""
        view = self._view
        self.give.setEnabled(view.offer is not None and view.busy is GiveBackBusy.NO)
        self.give.setVisible(not view.can_try_again)
        self.try_again.setVisible(view.can_try_again)
        points = None
        try:
            points = self._controller.read_points(self.points.text)
        except PointsError:
            text = self.tr("Give back")
        else:
            count = self._formats.plural(points.value)
            text = self.tr("Give back {points} points", "", count).format(points=self._formats.number(points.value))
        if view.busy is GiveBackBusy.GIVING:
            text = self.tr("Giving points back…")
        elif view.busy is GiveBackBusy.LOOKING:
            text = self.tr("Asking the service…")
        self.give.setText(text)
        self.give.setAccessibleName(text if view.busy is GiveBackBusy.NO else self.tr("Give back"))
        self.give.offer = (view.visit, points)
        too_many = "" if points is None else self._controller.too_many(points)
        bad = bool(too_many) or view.field is GiveBackField.POINTS
        self.points.set_bad(bad=bad, why=view.notice.spoken or too_many)
        expired = self.tr("Expired points do not come back. The receipt shows how many.")
        self.note.say(too_many or expired, "bad" if too_many else "")
        worth = None if points is None or too_many else self._controller.worth(points)
        self.worth.setVisible(worth is not None)
        self.worth_words.setVisible(worth is not None)
        if worth is not None:
            self.worth.show_value(self._formats.money(worth))

    def _draw_outcome(self, view: GiveBackView) -> None:
        reversal, attempt = view.reversal, view.attempt
        done = None if reversal is None else reversal.given_back
        on_paper = (self.paper, self.print, self.save)
        for widget in (self.given, self.expired, self.expired_words, self.balance, self.balance_words, *on_paper):
            widget.setVisible(done is not None)
        if reversal is None or attempt is None:
            return
        self._draw_headline()
        if done is None:
            return
        self.given.show_value(self._formats.number(reversal.reversed_points))
        self.expired.setVisible(bool(done.expired))
        self.expired_words.setVisible(bool(done.expired))
        if done.expired:
            self.expired.show_value(self._formats.number(done.expired))
        self.balance.setVisible(done.balance is not None)
        self.balance_words.setVisible(done.balance is not None)
        if done.balance is not None:
            self.balance.show_value(self._formats.number(done.balance))
        self.paper.show_receipt(self._design.reversal_receipt(attempt, reversal))

    @Slot()
    def _on_all(self) -> None:
        if self._view.offer is not None:
            self.points.set_text(self._formats.typed(self._view.offer.left))
            self.points.focus()

    @Slot()
    def _on_reason_chosen(self) -> None:
        chip = self.sender()
        if isinstance(chip, Button):
            self.reason.set_text(chip.text())
            (self.pin if self._controller.asks_for_pin else self.reason).focus()

    @Slot()
    def _on_points_entered(self) -> None:
        if not self._controller.accepts(self.points.text):
            return
        if self.reason.text.strip():
            self._on_reason_entered()
        else:
            self.reason.focus()

    @Slot()
    def _on_reason_entered(self) -> None:
        if self._controller.asks_for_pin and not self.pin.text.strip():
            self.pin.focus()
        else:
            self._on_give_back()

    @Slot()
    def _on_again(self) -> None:
        self._controller.agree()
        self._on_points_entered()

    @Slot()
    def _on_give_back(self) -> None:
        if not self._controller.accepts(self.points.text) and self._view.asked is not None:
            # The PIN stays until the user has answered.
            return
        points, reason, pin = self.points.text, self.reason.text, self.pin.text
        if reason.strip() and pin:
            # A PIN must not stay on a screen that the supervisor walks away from.
            self.pin.set_text("")
        self._controller.give_back(points, reason, pin)

    @Slot()
    def _on_rest(self) -> None:
        if self.worth.isVisible():
            announce(self.worth, self.worth.accessibleName(), interrupts=False)

    @Slot(str)
    def _on_points_typed(self, text: str) -> None:
        self._on_typed(text)
        self._read_back.start()

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._draw_amount()
        if self._view.busy is GiveBackBusy.NO and self.isVisible():
            self._controller.dismiss()
