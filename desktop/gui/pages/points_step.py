"""The second step: takes points and bill, and shows what the points are worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.messages import FormField
from desktop.domain.points import PointsError, PointsProblem
from desktop.gui.pages.amount_chips import AmountChips
from desktop.gui.pages.choices import ChoicesForm
from desktop.gui.pages.outlook_line import OutlookLine
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import rescale, scale_of, set_margins, set_spacing
from desktop.gui.screen import Busy, Panel, Place, Screen
from desktop.gui.style import set_role
from desktop.gui.tab_order import come_after
from desktop.gui.widgets.busy import BusyBar
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.fields import FieldNote, PointsValidator, TextField
from desktop.gui.widgets.labels import ElidedLabel, ValueLabel, caption, label
from desktop.gui.widgets.message_view import MessageView
from desktop.gui.widgets.step_card import Room, Stage, StepCard

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.choices import Choices
    from desktop.domain.member import Identifier
    from desktop.gui.controller import Controller
    from desktop.gui.pages.group_panel import GroupPanel
    from desktop.gui.screen import Notice
    from desktop.gui.style import Style


class PointsStep(StepCard):
    """Takes the number of points.

    Signals:
        height_changed: the step needs more or less room, although the screen is the same.
    """

    height_changed = Signal()

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__(2, "", ("", "change_points"))
        self._controller, self._style = controller, style
        self._group_panel: GroupPanel | None = None
        self._visit = -1
        self._has_room = self._has_choices = True
        self._identifier: Identifier | None = None
        self._choices: Choices | None = None
        self.set_title(self.tr("How many points?"))
        if self.change_button is not None:
            self.change_button.setText(self.tr("Change"))
            self.change_button.setAccessibleName(self.tr("Change points"))
        self._make_body(style)
        self.amount = label("strong")
        self.detail = ElidedLabel("muted")
        self.done_worth = ValueLabel(self.tr("Worth"), "worth_done", "strong")
        self.facts.addWidget(self.amount)
        self.facts.addWidget(self.detail, 1)
        self.facts.addWidget(self.done_worth)

        self.points.entered.connect(self._on_send)
        self.bill.entered.connect(self._on_bill_entered)
        self.send.clicked.connect(self._on_send)
        self.next.clicked.connect(controller.leave_customer)
        self.chips.chosen.connect(self._on_chosen)
        self.chips.group_toggled.connect(self.focus)
        self.chips.money_toggled.connect(self._on_money)
        self.points.typed.connect(self._on_typed)
        self.bill.typed.connect(self._on_bill_typed)
        self.choices.entered.connect(self._on_send)
        self.choices.program_changed.connect(self._on_moved)
        self.choices.opened.connect(self._show_hint)
        self.choices.note_removed.connect(self.focus)

    def _make_body(self, style: Style) -> None:
        self.points = TextField(self.tr("Points to redeem"), "points_to_redeem", style=style)
        validator = PointsValidator(lambda: self._controller.formats.decimal_mark, self)
        validator.refused.connect(self._on_keystroke_refused)
        self.points.edit.setValidator(validator)
        self.points.edit.setMaxLength(40)
        self.points.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.bill = TextField(self.tr("Bill number"), "bill_number", role="field_small", style=style)
        self.bill.edit.setMaxLength(100)
        self.bill.edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferUppercase)
        for field in (self.points, self.bill):
            # The banner of the POS says the same. A part, such as `up to 1…`, would be another amount.
            field.fact.shows_part = False
        self.at_field, self.at_group = MessageView(style), MessageView(style)
        self.chips = AmountChips(self._controller)
        self.choices = ChoicesForm(self._controller)
        self.at_choices, self.on_card = MessageView(style), MessageView(style)
        self.head.addWidget(self.choices.group)
        set_spacing(self.body, 4)
        self.entry = QWidget()
        entry = self._entry = QVBoxLayout(self.entry)
        entry.setContentsMargins(0, 0, 0, 0)
        set_spacing(entry, 8)
        row = QHBoxLayout()
        set_spacing(row, 14)
        row.addWidget(self.points, 5)
        row.addWidget(self.bill, 3)
        entry.addLayout(row)
        entry.addWidget(self.at_field)
        self._chips_row = QHBoxLayout()
        set_spacing(self._chips_row, 8)
        self._chips_row.addWidget(self.chips, 1)
        entry.addLayout(self._chips_row)
        entry.addWidget(self.at_group)
        entry.addWidget(self._make_well())
        self.hint = OutlookLine(self._controller.formats, style, self.choices.add_note)
        entry.addWidget(self.hint)
        entry.addWidget(self.choices)
        entry.addWidget(self.at_choices)
        entry.addStretch(1)
        entry.addWidget(self.on_card)
        self.busy = BusyBar(style)
        self.send = Button(self.tr("Send code"), "send_code", role="primary", key=self.tr("Enter"), icon="send")
        self.next = Button(self.tr("Next customer"), "next_customer", role="primary", key=self.tr("Enter"), icon="next")
        entry.addWidget(self.next)
        self.set_next(self.tr("Next: the code"))
        self.body.addWidget(self.entry, 1)
        # Last, because the Tab key goes through the widgets in this order.
        self.set_first(self.send, self.busy)

    @property
    def group_panel(self) -> GroupPanel:
        """The panel in which a group is chosen: a fifth of the counter's widgets, made when it is first needed."""
        if self._group_panel is None:
            from desktop.gui.pages.group_panel import GroupPanel

            self._group_panel = GroupPanel(self._controller, self._style)
            self.body.insertWidget(self.body.indexOf(self.entry) + 1, self._group_panel, 1)
            come_after(self.entry, self._group_panel.stops)
            rescale(self._group_panel, scale_of(self))
        return self._group_panel

    def _make_well(self) -> QWidget:
        """Makes the panel with what the points are worth, and what was read."""
        self.well = QFrame()
        set_role(self.well, "well")
        row = QHBoxLayout(self.well)
        # With the frame, as much as any other panel.
        set_margins(row, 15, 5, 15, 5)
        set_spacing(row, 12)
        row.addStrut(40)
        self.worth_words = caption("muted", self.tr("Worth"))
        self.worth = ValueLabel(self.tr("Worth"), "worth", "worth")
        self.note = FieldNote("points_note")
        row.addWidget(self.worth_words)
        row.addWidget(self.worth)
        row.addWidget(self.note, 1)
        return self.well

    def set_room(self, room: Room, *, brief: bool) -> None:
        """Takes as much room as there is."""
        super().set_room(room, brief=brief)
        for part in (self.detail, self.done_worth):
            part.setVisible(not (brief and room in {Room.SMALL, Room.LOW}))
        is_tight = room in {Room.SMALL, Room.LOW}
        set_spacing(self._entry, 4 if is_tight else 8)
        for message in (self.at_field, self.at_group, self.at_choices, self.on_card):
            message.set_compact(compact=is_tight)
        self.choices.set_narrow(narrow=self.is_narrow)
        self._show_hint()
        self._show_send()

    def draw(self, screen: Screen) -> None:
        """Draws the step, and of its card only what can be seen."""
        self._begin(screen)
        stages = {Place.MEMBER: Stage.UPCOMING, Place.POINTS: Stage.CURRENT}
        stage = stages.get(screen.place, Stage.DONE)
        if stage is Stage.CURRENT:
            self._draw_question(screen)
        else:
            self.busy.set_busy(busy=False)
            self._draw_errors(screen)
        self.set_stage(stage)
        if self.change_button is not None:
            self.change_button.setEnabled(screen.busy is None)
        self._draw_done(screen)

    def _draw_question(self, screen: Screen) -> None:
        """Draws the fields and what belongs to them."""
        sending = screen.busy is Busy.SENDING_CODE
        self.send.setText(self.tr("Sending code…") if sending else self.tr("Send code"))
        # While a question is open, Enter gives the careful answer.
        self.send.show_key(shown=screen.question is None)
        if sending and (self.send.hasFocus() or self.chips.has_focus):
            # Qt moves the focus away from a button that is disabled, and Enter would press the next one.
            self.points.focus()
        self.send.setEnabled(not sending)
        self.chips.set_pressable(pressable=not sending)
        self.busy.set_busy(busy=sending)
        self.points.edit.setReadOnly(sending)
        from_pos = bool(screen.prefill.bill)
        self.bill.show_fact(self.tr("from the POS") if from_pos else "")
        self.bill.lock(locked=from_pos)
        if not from_pos:
            self.bill.edit.setReadOnly(sending)
        self._draw_errors(screen)
        choosing = screen.panel is Panel.GROUP
        if choosing or self._group_panel is not None:
            self.group_panel.setVisible(choosing)
            self.group_panel.draw(screen)
        self.entry.setVisible(not choosing)
        self.choices.draw(screen)
        if screen.choices != self._choices:
            moved = (
                self._choices is None
                or screen.choices.group != self._choices.group
                or screen.choices.as_money != self._choices.as_money
            )
            self._choices = screen.choices
            if moved:
                self._on_moved()
        self.points.set_words(self.tr("Amount of money") if screen.choices.as_money else self.tr("Points to redeem"))
        limit = screen.prefill.max_points
        formats = self._controller.formats
        self.points.show_fact("" if limit is None else self.tr("up to {points}").format(points=formats.number(limit)))
        self.chips.draw(screen)
        self._draw_worth()
        self.hint.draw(screen)
        self._draw_empty(screen)

    def _begin(self, screen: Screen) -> None:
        """Clears the fields for another customer, and the amount for another member."""
        if screen.visit != self._visit:
            self._visit = screen.visit
            self.points.set_text(screen.prefill.points)
            self.bill.set_text(screen.prefill.bill)
            self.note.say("")
            self._identifier = None
        if screen.member is not None and screen.member.identifier != self._identifier:
            if self._identifier is not None:
                # Another member: an amount that was meant for the previous one must not stay there ready to be sent.
                with QSignalBlocker(self.points):
                    self.points.set_text("")
            self._identifier = screen.member.identifier
            self._draw_note()
            # The POS has already handed over an amount.
            self._controller.worth.schedule(self.points.text, self.bill.text)

    def _draw_done(self, screen: Screen) -> None:
        """Draws the line of the finished step."""
        if screen.draft is not None and self.stage is Stage.DONE:
            formats = self._controller.formats
            amount = screen.draft.points.value
            words = self.tr("{points} points", "", formats.plural(amount))
            self.amount.setText(words.format(points=formats.number(amount)))
            bill = isolated_in_rtl(screen.draft.bill)
            parts = [self.tr("bill {bill}").format(bill=bill) if bill else "", self._source_of(screen)]
            self.detail.setText(" · ".join(part for part in parts if part))
            self.done_worth.show_value(formats.money(screen.draft.worth) if screen.draft.worth is not None else "")

    def place_of(self, notice: Notice) -> MessageView:
        """Returns where a message stands in this step."""
        if self._controller.screen.panel is Panel.GROUP:
            return self.group_panel.message
        match notice.field:
            case FormField.POINTS | FormField.BILL:
                return self.at_field
            case _ if self.chips.isHidden():
                # There is nothing but the message.
                return self.at_field
            case FormField.GROUP:
                return self.at_group
            case FormField.PROGRAM | FormField.CUSTOM_FIELDS if self.choices.is_open:
                return self.at_choices
            case _:
                return self.on_card

    def focus(self) -> None:
        """Moves the focus to the field."""
        screen = self._controller.screen
        if screen.panel is Panel.GROUP:
            self.group_panel.focus()
            return
        if self._controller.drafting.has_nothing_to_redeem(screen):
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if screen.notice.field is FormField.GROUP and self.chips.focus_group():
            return
        if self.choices.focus(screen.notice.field):
            return
        target = self.bill if screen.notice.field is FormField.BILL else self.points
        target.focus(select=True)

    def _source_of(self, screen: Screen) -> str:
        """Returns the source of the points, if there is more than one."""
        draft, member = screen.draft, screen.member
        if draft is None or member is None:
            return ""
        if draft.group is not None:
            return draft.group.name or self.tr("from a group")
        if len(member.programs) > 1:
            return next((one.title for one in member.programs if one.id == draft.program_id), "")
        return ""

    def _draw_errors(self, screen: Screen) -> None:
        """Marks the field that the message is about, or the points if there are not that many."""
        notice, here = screen.notice, screen.place is Place.POINTS
        too_many = here and not notice.text and self._too_many
        self.points.set_bad(
            bad=too_many or (here and notice.is_bad(FormField.POINTS)), why=notice.spoken or self.note.text
        )
        if not screen.prefill.bill or notice.is_bad(FormField.BILL):
            self.bill.set_bad(bad=here and notice.is_bad(FormField.BILL), why=notice.spoken)
        wrong = notice.spoken if here and notice.is_bad(FormField.CUSTOM_FIELDS) else ""
        self.choices.fields.show_error(wrong, self._controller.formats.decimal_mark)

    def _draw_empty(self, screen: Screen) -> None:
        """Shows nothing but the way on if the member has no points at all."""
        empty = self._controller.drafting.has_nothing_to_redeem(screen)
        # Behind a question nothing can be chosen, and the question needs the room.
        self._has_choices = not empty and screen.question is None
        for field in (self.points, self.bill):
            field.setVisible(not empty)
        self.chips.setVisible(self._has_choices)
        self._show_hint()
        self._show_send()
        self.next.show_words(self.tr("Back to the POS") if screen.handed_over else self.tr("Next customer"))
        self.next.setVisible(empty)
        has_message = screen.notice.text and screen.place is Place.POINTS and screen.question is None
        # A refusal needs the room, and what the points would be worth does not matter then.
        self._has_room = not empty and not (has_message and screen.notice.tone == "bad")
        self._draw_well()
        if empty:
            self.choices.hide()

    def _show_send(self) -> None:
        """Shows the button for the next step, unless a question needs its room in a low window."""
        screen = self._controller.screen
        hidden = self._controller.drafting.has_nothing_to_redeem(screen) or screen.panel is Panel.GROUP
        hidden = hidden or (screen.question is not None and self.room is Room.LOW)
        for part in (self.send, self.busy):
            part.setVisible(not hidden)

    @Slot()
    def _show_hint(self) -> None:
        """Shows the line below the worth unless it is empty. In less room, a link alone stands beside the chips."""
        has_text = bool(self.hint.text)
        beside = self.room is not Room.WIDE and not has_text
        if beside is not (self._chips_row.indexOf(self.hint) >= 0):
            if beside:
                self._entry.removeWidget(self.hint)
                self._chips_row.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)
            else:
                self._chips_row.removeWidget(self.hint)
                self._entry.insertWidget(self._entry.indexOf(self.well) + 1, self.hint)
        self.hint.setVisible(self._has_choices and (has_text or not self.choices.add_note.isHidden()))

    def _draw_well(self) -> None:
        """Shows the panel if there is anything in it."""
        self.note.align(at_end=not self.worth.isHidden())
        self.well.setVisible(self._has_room and bool(self.note.text or not self.worth.isHidden()))

    @property
    def _too_many(self) -> bool:
        """True if more is typed than may be redeemed."""
        screen = self._controller.screen
        try:
            points = self._controller.drafting.read_points(self.points.text, screen)
        except PointsError:
            return False
        most = screen.most if screen.most is not None else screen.prefill.max_points
        return not screen.choices.as_money and most is not None and points.value > most

    def _draw_worth(self) -> None:
        screen = self._controller.screen
        worth = None
        known = screen.worth
        if known is not None and not screen.choices.as_money:
            draft, amount = known
            try:
                typed = self._controller.drafting.read_points(self.points.text, screen)
            except PointsError:
                typed = None
            worth = amount if typed == draft.points else None
        self.worth_words.setVisible(worth is not None)
        self.worth.setVisible(worth is not None)
        if worth is not None:
            self.worth.show_value(self._controller.formats.money(worth))
            self._draw_rest(screen, worth)
        self._draw_well()

    def _draw_rest(self, screen: Screen, worth: Decimal) -> None:
        """Adds how much of the bill is left to pay, or that it is less than the points, if the POS sent its amount."""
        amount = screen.prefill.amount
        if amount is None or self._too_many:
            return
        self._draw_note()
        short_money = self._controller.formats.short_money
        if worth <= amount:
            rest = self.tr("{money} to pay.").format(money=short_money(amount - worth))
            self.note.say(f"{self.note.text} {rest}")
        else:
            # It is the cashier's decision: the shop may give the rest in another way.
            excess = self.tr("{money} more than the bill.").format(money=short_money(worth - amount))
            self.note.say(f"{self.note.text} {excess}", "wait")

    def _stays(self, remaining: Decimal) -> str:
        count = self._controller.formats.plural(remaining)
        if self._controller.screen.choices.group is not None:
            return self.tr("{words}. Leaves {remaining} points in the group.", "", count)
        return self.tr("{words}. Leaves {remaining} points.", "", count)

    def _draw_note(self) -> None:
        text = self.points.text.strip()
        try:
            points = self._controller.drafting.read_points(text, self._controller.screen)
        except PointsError as error:
            hint = "" if error.problem is PointsProblem.EMPTY else self._controller.words.points_problem(error.problem)
            self.note.say(hint, "wait" if hint else "")
            return
        choices = self._controller.screen.choices
        if choices.as_money:
            self.note.say(self.tr("{money} off the bill").format(money=self._controller.formats.money(points.value)))
            return
        remaining = self._controller.remaining(points)
        if self._too_many:
            self.note.say(self._controller.drafting.more_than_available(self._controller.screen), "bad")
            return
        known = self._controller.drafting.limits(choices).hint(points.value)
        if known is not None:
            self.note.say(self._controller.words.limit_hint(known), "wait")
            return
        words = self._controller.words.points_in_words(points)
        if remaining is None:
            self.note.say(words)
        else:
            stays = self._controller.formats.number(remaining)
            self.note.say(self._stays(remaining).format(words=words, remaining=stays))

    @Slot()
    def _on_send(self) -> None:
        self._controller.redeeming.send_code(self.points.text, self.bill.text)

    @Slot()
    def _on_bill_entered(self) -> None:
        # A bill number often comes from a scanner that ends with Enter, before the points are typed.
        if self.points.text.strip():
            self._on_send()
        else:
            self.points.focus()

    def choose_all(self) -> None:
        """Fills in all points, as F6 does."""
        if self.stage is Stage.CURRENT:
            self.chips.choose_all()

    @Slot(object)
    def _on_chosen(self, amount: Decimal) -> None:
        self._fill(amount)

    @Slot()
    def _on_money(self) -> None:
        if self._controller.screen.busy is not None:
            return
        as_money = not self._controller.screen.choices.as_money
        self.points.set_text("")
        self._controller.choose(replace(self._controller.screen.choices, as_money=as_money))
        self.points.focus()

    def _fill(self, amount: Decimal) -> None:
        self.points.set_text(self._controller.formats.typed(amount))
        self.points.focus()

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._controller.dismiss()
        was_hidden = self.well.isHidden()
        self._draw_note()
        self._draw_errors(self._controller.screen)
        self._draw_worth()
        self._note_height(was_hidden=was_hidden)
        self._controller.worth.schedule(self.points.text, self.bill.text)

    @Slot()
    def _on_moved(self) -> None:
        self._draw_note()
        self._controller.worth.schedule(self.points.text, self.bill.text)

    @Slot(str)
    def _on_bill_typed(self, _text: str) -> None:
        self._controller.dismiss()

    @Slot(object)
    def _on_keystroke_refused(self, problem: PointsProblem) -> None:
        was_hidden = self.well.isHidden()
        self.note.say(self._controller.words.points_problem(problem), "wait")
        self._draw_well()
        self._note_height(was_hidden=was_hidden)

    def _note_height(self, *, was_hidden: bool) -> None:
        """Tells the counter if the panel has appeared or gone while the cashier typed."""
        if self.well.isHidden() is not was_hidden:
            self.height_changed.emit()
