"""The first step: takes the member's mobile number or another identifier, and shows who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication

from desktop.domain.member import IdentifierKind
from desktop.domain.messages import FormField
from desktop.domain.mobile import MobileError, MobileNumber, MobileProblem
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.screen import Busy, Place, Screen
from desktop.gui.timers import once
from desktop.gui.widgets.busy import BusyBar
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_chips import Choice, ChoiceChips
from desktop.gui.widgets.fields import FieldNote, TextField
from desktop.gui.widgets.labels import ElidedValueLabel, ValueLabel, label
from desktop.gui.widgets.matches import Matches
from desktop.gui.widgets.message_view import MessageView
from desktop.gui.widgets.scan_hint import ScanHint
from desktop.gui.widgets.step_card import Room, Stage, StepCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.member import Member
    from desktop.gui.controller import Controller
    from desktop.gui.screen import Notice
    from desktop.gui.style import Style

_REST = 400
"""Milliseconds without typing after which the number is read back."""

_HINTS = {
    IdentifierKind.MOBILE: Qt.InputMethodHint.ImhDialableCharactersOnly,
    IdentifierKind.CARD: Qt.InputMethodHint.ImhPreferNumbers,
    IdentifierKind.EMAIL: Qt.InputMethodHint.ImhEmailCharactersOnly,
    IdentifierKind.EXTERNAL_ID: Qt.InputMethodHint.ImhPreferUppercase,
}
"""What the on-screen pad offers for each identifier."""

_LAST = 5
"""Characters of a masked number that are shown in little room: a dot and four digits."""


_LONGEST_TIER = 24
"""Characters of a tier that are shown. A longer one would push the points out of the window."""


class MemberStep(StepCard):
    """Finds out who is redeeming."""

    def __init__(self, controller: Controller, style: Style) -> None:
        super().__init__(1, "", ("", "change_member"))
        self._controller = controller
        self._visit = -1
        self._is_warm = False
        self._number = ""
        self._offered: tuple[Member, ...] = ()
        self._has_room = False
        self._drawn_facts: tuple[object, ...] = ()
        self.set_title(self.tr("Who is redeeming?"))
        if self.change_button is not None:
            self.change_button.setText(self.tr("Change"))
            self.change_button.setAccessibleName(self.tr("Change member"))
        self.mobile = TextField(self.tr("Mobile number"), "mobile_number", style=style)
        self.mobile.edit.setInputMethodHints(_HINTS[IdentifierKind.MOBILE])
        self.at_field, self.on_card = MessageView(style), MessageView(style)
        self.note = FieldNote("mobile_note")
        self.busy = BusyBar(style)
        self.find_member = Button(
            self.tr("Find member"), "find_member", role="primary", key=self.tr("Enter"), icon="search"
        )
        self.find_by = ChoiceChips(self.tr("Find by"), "find_by", self._ways())
        self.find_by.setVisible(bool(controller.settings.find_by))
        self.matches = Matches()
        self.hint = ScanHint(style)
        self.body.addWidget(self.mobile)
        self.body.addWidget(self.at_field)
        self.body.addWidget(self.find_by)
        self.body.addWidget(self.matches)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self.body.addWidget(self.on_card)
        self.set_first(self.find_member, self.busy)
        self.set_next(self.tr("Next: points, then the code"))
        self._make_facts()
        self.mobile.entered.connect(self._on_find)
        self.find_member.clicked.connect(self._on_find)
        self.mobile.typed.connect(self._on_typed)
        self.find_by.chosen.connect(self._on_way_chosen)
        self.matches.chosen.connect(controller.finding.choose)
        controller.finding.receipt_scanned.connect(self._on_receipt)
        self._read_back = once(self, _REST, self._on_rest)

    def _make_facts(self) -> None:
        self.member = ElidedValueLabel(self.tr("Member"), "member", "strong")
        # The number gives way first, but never its end.
        self.number = label("muted")
        self.tier = ValueLabel(self.tr("Tier"), "tier", "muted")
        self.points = ValueLabel(self.tr("Available points"), "available_points", "strong")
        self.facts.addWidget(self.member)
        self.facts.addWidget(self.number)
        self.facts.addStretch(1)
        self.facts.addWidget(self.tier)
        self.facts.addWidget(self.points)

    def set_room(self, room: Room, *, brief: bool) -> None:
        """Takes as much room as there is."""
        super().set_room(room, brief=brief)
        screen = self._controller.screen
        # The members that match need the room. The other ways to find one come back with the next key.
        is_full = room in {Room.SMALL, Room.LOW} and bool(self._offered)
        self.find_by.setVisible(bool(self._controller.settings.find_by) and not is_full)
        if screen.member is not None:
            # A window that was made narrower has no room for the tier.
            self._draw_facts(screen, screen.member)

    def draw(self, screen: Screen) -> None:
        """Draws the step."""
        if screen.visit != self._visit:
            self._visit = screen.visit
            self._is_warm = False
            self.find_by.choose(IdentifierKind.MOBILE)
            self._on_way()
            self.mobile.set_text(screen.prefill.mobile)
            self._note_typing()
            self.note.say("")
        if screen.place is Place.MEMBER:
            self._draw_question(screen)
        else:
            self.busy.set_busy(busy=False)
            self.mobile.set_bad(bad=False)
        self.set_stage(Stage.CURRENT if screen.place is Place.MEMBER else Stage.DONE)
        if self.change_button is not None:
            self.change_button.setEnabled(screen.busy is None)
        if screen.member is not None:
            self._draw_facts(screen, screen.member)

    def _draw_question(self, screen: Screen) -> None:
        """Draws the field and what belongs to it."""
        finding = screen.busy in {Busy.FINDING, Busy.WAITING}
        if screen.busy is Busy.WAITING:
            span = self._controller.formats.span(screen.seconds_left)
            self.find_member.setText(self.tr("Looking again in {span}").format(span=span))
        else:
            self.find_member.setText(self.tr("Looking for the member…") if finding else self.tr("Find member"))
        if finding and (self.find_member.hasFocus() or self.find_by.has_focus):
            # Qt moves the focus away from a button that is disabled, and Enter would press the next one.
            self.mobile.focus()
        self.find_member.setEnabled(not finding)
        self.mobile.edit.setReadOnly(finding)
        self.find_by.setEnabled(not finding)
        if screen.matches != self._offered:
            self._offered = screen.matches
            focused = QApplication.focusWidget()
            if not screen.matches and focused is not None and self.matches.isAncestorOf(focused):
                self.mobile.focus()
            self.matches.show_members(screen.matches)
            self.find_member.setVisible(not screen.matches)
            self.show_hint()
        self.busy.set_busy(busy=finding)
        bad = screen.notice.is_bad(FormField.MOBILE)
        self.mobile.set_bad(bad=bad, why=screen.notice.spoken)
        if bad:
            # The message says the same.
            self.note.say("")

    def _draw_facts(self, screen: Screen, member: Member) -> None:
        """Draws the line of the finished step."""
        drawn = (screen.visit, member, screen.choices, screen.mobile, self.is_narrow, self.is_brief)
        if drawn == self._drawn_facts:
            return
        self._drawn_facts = drawn
        formats = self._controller.formats
        self.member.show_value(member.name or self.tr("No name given"))
        self._number = screen.shown
        tier = screen.choices.tier(member)
        short = tier if len(tier) <= _LONGEST_TIER else f"{tier[: _LONGEST_TIER - 1]}…"
        # Without room, the label is empty instead of hidden, so that a screen reader still finds it.
        self.tier.show_value(tier, "" if self.is_narrow else short)
        self.tier.setVisible(bool(tier))
        self.points.setVisible(not self.is_brief)
        available = screen.available
        amount = self.tr("not known") if available is None else formats.number(available)
        # Without a number, the words have the general plural.
        count = 100 if available is None else formats.plural(available)
        shown = self.tr("{points} points", "", count)
        if screen.choices.group is not None:
            shown = (
                self.tr("{points} points in the group", "", count)
                if available is not None
                else self.tr("Group points {points}")
            )
        self.points.show_value(amount, shown.format(points=amount))
        self._fit_facts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the line of the finished step again."""
        super().resizeEvent(event)
        self._fit_facts()

    def _fit_facts(self) -> None:
        """Shows the end of the number only if the name has no room beside all of it: the cashier asks for the name."""
        self.number.setText(self._number[-_LAST:] if self.is_narrow else self._number)
        parts = [part for part in (self.member, self.number, self.tier, self.points) if not part.isHidden()]
        if sum(part.sizeHint().width() + self.facts.spacing() for part in parts) > self.facts_room:
            self.number.setText(self._number[-_LAST:])

    def place_of(self, notice: Notice) -> MessageView:
        """Returns where a message stands in this step."""
        return self.at_field if notice.field is FormField.MOBILE else self.on_card

    def show_hint(self, *, has_room: bool | None = None) -> None:
        """Shows the hint about scanning if the card has room for it.

        Args:
            has_room: True if the card has room now; None if that has not changed.
        """
        if has_room is not None:
            self._has_room = has_room
        self.hint.setVisible(self._has_room and not self._offered)

    def focus(self) -> None:
        """Moves the focus to the field, or to the first of several matching members."""
        if self._controller.screen.matches:
            self.matches.focus()
            return
        self.mobile.focus(select=True)

    @property
    def _kind(self) -> IdentifierKind:
        chosen = self.find_by.value
        return chosen if isinstance(chosen, IdentifierKind) else IdentifierKind.MOBILE

    def _ways(self) -> list[Choice]:
        ways = (
            Choice(self.tr("Mobile"), "phone", IdentifierKind.MOBILE, "by_mobile"),
            Choice(self.tr("Card"), "cash", IdentifierKind.CARD, "by_card"),
            Choice(self.tr("E-mail"), "mail", IdentifierKind.EMAIL, "by_e_mail_address"),
            Choice(self.tr("Customer number"), "user", IdentifierKind.EXTERNAL_ID, "by_customer_number"),
        )
        allowed = (IdentifierKind.MOBILE, *map(IdentifierKind, self._controller.settings.find_by))
        return [way for way in ways if way.value in allowed]

    def _words_of(self, kind: IdentifierKind) -> str:
        match kind:
            case IdentifierKind.CARD:
                return self.tr("Card number")
            case IdentifierKind.EMAIL:
                return self.tr("E-mail")
            case IdentifierKind.EXTERNAL_ID:
                return self.tr("Customer number")
            case _:
                return self.tr("Mobile number")

    def _note_typing(self) -> None:
        text = self.mobile.text.strip()
        self._controller.note_typing("member", is_typing=bool(text) and text != self._controller.screen.prefill.mobile)

    @Slot()
    def _on_way(self) -> None:
        self._controller.dismiss()
        self.note.say("")
        self.mobile.set_words(self._words_of(self._kind))
        self.mobile.edit.setInputMethodHints(_HINTS[self._kind])

    @Slot()
    def _on_way_chosen(self) -> None:
        self._on_way()
        if not self.find_by.is_moving:
            # What is left in the field was typed for another way. The next number or scan must not be added to it.
            self.mobile.focus(select=True)

    @property
    def half_typed(self) -> str:
        """A mobile number that the cashier is typing; empty if there is none."""
        screen = self._controller.screen
        typed = screen.place is Place.MEMBER and screen.busy is None and self._kind is IdentifierKind.MOBILE
        return self.mobile.text if typed and not screen.handed_over else ""

    def go_on_typing(self, number: str) -> None:
        """Fills in the beginning of a number. The next key comes after it."""
        self.mobile.set_text(number)
        self._on_typed(number)

    @Slot()
    def _on_find(self) -> None:
        self._read_back.stop()
        self._controller.finding.find(self.mobile.text, self._kind)

    @Slot(str)
    def _on_receipt(self, _reference: str) -> None:
        """Empties the field, because the receipt is looked for in the history."""
        self._read_back.stop()
        self.mobile.set_text("")
        self._note_typing()
        self.note.say("")

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._controller.dismiss()
        self._note_typing()
        self.note.say("")
        if text and not self._is_warm:
            self._is_warm = True
            self._controller.warm_up()
        self._read_back.start()

    @Slot()
    def _on_rest(self) -> None:
        text = self.mobile.text
        if not text or not self._controller.screen.ready or self._kind is not IdentifierKind.MOBILE:
            return
        try:
            number = MobileNumber.parse(text, self._controller.settings.country)
        except MobileError as error:
            if error.problem is not MobileProblem.TOO_SHORT:
                self.note.say(self._controller.words.mobile_problem(error.problem), "wait")
            return
        if number.unusual:
            self.note.say(
                self.tr("{number} looks unusual. Check it with the member.").format(
                    number=isolated_in_rtl(number.international)
                ),
                "wait",
            )
        else:
            self.note.say(number.international)
