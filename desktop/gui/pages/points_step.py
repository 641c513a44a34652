"""The second step: takes points and bill, and shows what the points are worth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.messages import FormField
from desktop.domain.points import PointsError, PointsProblem, half, redeemable
from desktop.gui.pages.choices import ChoicesForm
from desktop.gui.pages.group_panel import GroupPanel
from desktop.gui.scale import set_spacing
from desktop.gui.screen import Busy, Panel, Place, Screen
from desktop.gui.widgets.busy import BusyBar
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.fields import FieldNote, PointsValidator, TextField
from desktop.gui.widgets.labels import ElidedLabel, ValueLabel, caption, label
from desktop.gui.widgets.step_card import Stage, StepCard

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.choices import Choices
    from desktop.domain.member import Identifier
    from desktop.gui.controller import Controller
    from desktop.gui.style import Style


class PointsStep(StepCard):
    """Takes the number of points."""

    def __init__(self, controller: Controller, style: Style, parent: QWidget | None = None) -> None:
        super().__init__("2", "", ("", "change_points"), parent)
        self._controller = controller
        self._visit = -1
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
        self.all.clicked.connect(self._on_all)
        self.half.clicked.connect(self._on_half)
        self.money.clicked.connect(self._on_money)
        self.points.typed.connect(self._on_typed)
        self.bill.typed.connect(self._on_bill_typed)
        self.choices.entered.connect(self._on_send)
        self.choices.program_changed.connect(self._on_moved)

    def _make_body(self, style: Style) -> None:
        self.points = TextField(self.tr("Points to redeem"), "points_to_redeem")
        validator = PointsValidator(lambda: self._controller.formats.decimal_mark, self)
        validator.refused.connect(self._on_keystroke_refused)
        self.points.edit.setValidator(validator)
        self.points.edit.setMaxLength(40)
        self.points.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.bill = TextField(self.tr("Bill number"), "bill_number", role="field_small")
        self.bill.edit.setMaxLength(100)
        self.bill.edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferUppercase)
        self.choices = ChoicesForm(self._controller)
        self.head.addWidget(self.choices.add_note)
        self.head.addWidget(self.choices.group)
        set_spacing(self.body, 4)
        self.entry = QWidget()
        entry = QVBoxLayout(self.entry)
        entry.setContentsMargins(0, 0, 0, 0)
        set_spacing(entry, 8)
        row = QHBoxLayout()
        set_spacing(row, 14)
        row.addWidget(self.points, 5)
        row.addWidget(self.bill, 3)
        entry.addLayout(row)
        chips = QHBoxLayout()
        set_spacing(chips, 10)
        self.all = Button(self.tr("All points"), "all_points", role="chip")
        self.half = Button(self.tr("Half"), "half", role="chip")
        self.worth_words = caption("muted", self.tr("Worth"))
        self.worth = ValueLabel(self.tr("Worth"), "worth", "worth")
        self.money = Button(self.tr("Enter money instead"), "enter_money_instead", role="chip")
        for widget in (self.all, self.half, self.money):
            chips.addWidget(widget)
        chips.addStretch(1)
        chips.addWidget(self.worth_words)
        chips.addWidget(self.worth)
        entry.addLayout(chips)
        self.note = FieldNote("points_note")
        entry.addWidget(self.note)
        entry.addWidget(self.choices)
        entry.addStretch(1)
        self.busy = BusyBar(style)
        self.send = Button(self.tr("Send code"), "send_code", role="primary", key=self.tr("Enter"), icon="send")
        self.group_panel = GroupPanel(self._controller)
        self.body.addWidget(self.entry, 1)
        self.body.addWidget(self.group_panel, 1)
        # Last, because Tab goes in the order in which widgets get their parents.
        self.set_first(self.send, self.busy)
        self.set_next(self.tr("Next: the code"))

    def draw(self, screen: Screen) -> None:
        """Draws the step."""
        if screen.visit != self._visit:
            self._visit = screen.visit
            self.points.set_text(screen.prefill.points)
            self.bill.set_text(screen.prefill.bill)
            self.note.say("")
            self._identifier = None
        if screen.member is not None and screen.member.identifier != self._identifier:
            if self._identifier is not None:
                # Another member: an amount that was meant for the previous one must not stay there ready to be sent.
                self.points.set_text("")
            self._identifier = screen.member.identifier
            self._draw_note()
            # The POS has already handed over an amount.
            self._controller.worth.schedule(self.points.text, self.bill.text)
        stages = {Place.MEMBER: Stage.UPCOMING, Place.POINTS: Stage.CURRENT}
        self.set_stage(stages.get(screen.place, Stage.DONE))
        sending = screen.busy is Busy.SENDING_CODE
        self.send.setText(self.tr("Sending code…") if sending else self.tr("Send code"))
        # While a question is open, Enter gives the careful answer.
        self.send.show_key(shown=screen.question is None)
        if sending and any(button.hasFocus() for button in (self.send, self.all, self.half)):
            # Qt moves the focus away from a button that is disabled, and Enter would press the next one.
            self.points.focus()
        for button in (self.send, self.all, self.half):
            button.setEnabled(not sending)
        self.busy.set_busy(busy=sending)
        for field in (self.points, self.bill):
            field.edit.setReadOnly(sending)
        if self.change_button is not None:
            self.change_button.setEnabled(screen.busy is None)
        bad = screen.notice.tone == "bad" and screen.place is Place.POINTS
        self.points.set_bad(bad=bad and screen.notice.field is FormField.POINTS)
        self.bill.set_bad(bad=bad and screen.notice.field is FormField.BILL)
        choosing = screen.panel is Panel.GROUP
        self.group_panel.setVisible(choosing)
        for part in (self.entry, self.busy, self.send):
            part.setVisible(not choosing)
        self.group_panel.draw(screen)
        self.choices.draw(screen)
        if screen.choices != self._choices:
            moved = (
                self._choices is None
                or screen.choices.group != self._choices.group
                or screen.choices.as_money != self._choices.as_money
            )
            self._choices = screen.choices
            if moved:
                self._draw_note()
        self._draw_chips(screen.available)
        self._draw_worth()
        if screen.draft is not None and self.stage is Stage.DONE:
            formats = self._controller.formats
            amount = screen.draft.points.value
            words = self.tr("{points} points", "", formats.plural(amount))
            self.amount.setText(words.format(points=formats.number(amount)))
            bill = screen.draft.bill
            parts = [self.tr("bill {bill}").format(bill=bill) if bill else "", self._source_of(screen)]
            self.detail.setText(" · ".join(part for part in parts if part))
            self.done_worth.show_value(formats.money(screen.draft.worth) if screen.draft.worth is not None else "")

    @property
    def is_crowded(self) -> bool:
        """True if the step needs the room of the other steps."""
        return self.stage is Stage.CURRENT and (self.choices.is_open or self._controller.screen.panel is Panel.GROUP)

    def focus(self) -> None:
        """Moves the focus to the field."""
        screen = self._controller.screen
        if screen.panel is Panel.GROUP:
            self.group_panel.focus()
            return
        if self.choices.focus(screen.notice.field):
            return
        target = self.bill if self._controller.screen.notice.field is FormField.BILL else self.points
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

    def _draw_chips(self, available: Decimal | None) -> None:
        formats = self._controller.formats
        as_money = self._controller.screen.choices.as_money
        self.points.set_words(self.tr("Amount of money") if as_money else self.tr("Points to redeem"))
        self.money.setText(self.tr("Enter points instead") if as_money else self.tr("Enter money instead"))
        self.money.setAccessibleName(self.money.text())
        self.money.setVisible(self._controller.settings.money_input)
        usable = available is not None and redeemable(available) > 0 and not as_money
        self.all.setVisible(usable)
        self.half.setVisible(usable and available is not None and half(available) > 0)
        if available is not None and usable:
            self.all.setText(self.tr("All {points}").format(points=formats.number(redeemable(available))))
            self.half.setText(self.tr("Half {points}").format(points=formats.number(half(available))))

    def _draw_worth(self) -> None:
        screen = self._controller.screen
        worth = None
        known = screen.worth
        if known is not None and not screen.choices.as_money:
            draft, amount = known
            try:
                typed = self._controller.drafting.read_points(self.points.text)
            except PointsError:
                typed = None
            worth = amount if typed == draft.points else None
        self.worth_words.setVisible(worth is not None)
        self.worth.setVisible(worth is not None)
        if worth is not None:
            self.worth.show_value(self._controller.formats.money(worth))

    def _stays(self, remaining: Decimal) -> str:
        count = self._controller.formats.plural(remaining)
        if self._controller.screen.choices.group is not None:
            return self.tr("{words}. Leaves {remaining} points in the group.", "", count)
        return self.tr("{words}. Leaves {remaining} points.", "", count)

    def _draw_note(self) -> None:
        text = self.points.text.strip()
        try:
            points = self._controller.drafting.read_points(text)
        except PointsError as error:
            hint = "" if error.problem is PointsProblem.EMPTY else self._controller.words.points_problem(error.problem)
            self.note.say(hint, "wait" if hint else "")
            return
        choices = self._controller.screen.choices
        if choices.as_money:
            self.note.say(self.tr("{money} off the bill").format(money=self._controller.formats.money(points.value)))
            return
        remaining = self._controller.remaining(points)
        if remaining is not None and remaining < 0:
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

    @Slot()
    def _on_all(self) -> None:
        if (available := self._controller.screen.available) is not None:
            self._fill(redeemable(available))

    @Slot()
    def _on_half(self) -> None:
        if (available := self._controller.screen.available) is not None:
            self._fill(half(available))

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
        self._draw_note()
        self._draw_worth()
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
        self.note.say(self._controller.words.points_problem(problem), "wait")
