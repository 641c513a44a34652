"""Shows the choices beside points and bill: program, group, custom fields and a note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.domain.messages import FormField
from desktop.gui.scale import rescale, scale_of, set_spacing
from desktop.gui.screen import Panel, Place, Screen
from desktop.gui.tab_order import come_after
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.custom_fields import CustomFieldsForm
from desktop.gui.widgets.labels import label
from desktop.gui.widgets.note_field import NoteField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.member import Identifier, Program
    from desktop.gui.controller import Controller

_BELOW, _BESIDE = 6, 14
"""The space in pixels at scale 1 between parts below and beside each other."""

_NOTE = 520
"""Least width in pixels at scale 1 of a note with its buttons, so that some words of it can be read."""


class ChoicesForm(QWidget):
    """The form below the points. It is empty for a member with one program in a store without custom fields.

    The buttons `group` and `add_note` belong to this form, but the points step shows them in places of its own.

    Signals:
        entered: Enter was pressed in one of the fields.
        program_changed: program or group changed, and with it the points that can be redeemed.
        opened: the note was opened, which needs room.
        note_removed: the note is gone, and with it the field that had the focus.
    """

    entered = Signal()
    opened = Signal()
    note_removed = Signal()
    program_changed = Signal()

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._visit = -1
        self._identifier: Identifier | None = None
        self._is_drawing = False
        settings = controller.settings
        self.group = Button(self.tr("Redeem from a group"), "redeem_from_a_group", role="link")
        self.add_note = Button(self.tr("Add a note"), "add_a_note", role="link", icon="note")
        self._is_narrow = False
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._layout, _BELOW)
        self._program_row = QWidget()
        self._program_row.hide()
        self._program: ChoiceBox | None = None
        self.fields = CustomFieldsForm(settings.custom_fields)
        self.note = NoteField(controller.formats, settings.notes_limit, settings.note_templates)
        self._note_open = False
        for widget in (self._program_row, self.fields, self.note):
            self._layout.addWidget(widget)
        self._layout.setStretchFactor(self.fields, 1)
        self._layout.setStretchFactor(self.note, 3)
        self.fields.typed.connect(self._on_fields)
        self.fields.entered.connect(self.entered)
        self.note.typed.connect(self._on_note)
        self.note.entered.connect(self.entered)
        self.note.removed.connect(self._on_remove_note)
        self.group.clicked.connect(self._on_group)
        self.add_note.clicked.connect(self._on_add_note)

    @property
    def program(self) -> ChoiceBox:
        """The choice between the member's programs, made when it is first needed."""
        if self._program is None:
            row = QHBoxLayout(self._program_row)
            row.setContentsMargins(0, 0, 0, 0)
            set_spacing(row, 10)
            above = label("field_label", self.tr("Program"))
            self._program = ChoiceBox(self.tr("Program"), "program")
            above.setBuddy(self._program)
            row.addWidget(above)
            row.addWidget(self._program, 1)
            come_after(self._program_row, [self._program])
            self._program.chosen.connect(self._on_program)
            self._program.entered.connect(self.entered)
            rescale(self._program_row, scale_of(self))
        return self._program

    def draw(self, screen: Screen) -> None:
        """Draws the choices."""
        settings, member, choices = self._controller.settings, screen.member, screen.choices
        if screen.visit != self._visit:
            self._visit = screen.visit
            self._note_open = False
        if member is not None and member.identifier != self._identifier:
            self._identifier = member.identifier
            self._note_open = False
        programs = member.programs if member is not None and not settings.program_id else ()
        several = len(programs) > 1 and choices.group is None
        self._program_row.setVisible(several)
        if several:
            self.program.show_entries([(self._words_of(one), one.id) for one in programs], choices.program_id)
        for part in (self.fields, self.note):
            part.set_changeable(changeable=screen.busy is None)
        self._is_drawing = True
        self.fields.show_values(choices.custom_fields)
        self.note.show_note(choices.notes)
        self._is_drawing = False
        self.note.setVisible(settings.notes and (self._note_open or bool(choices.notes)))
        self._arrange()
        self.setVisible(self.is_open)
        here = screen.place is Place.POINTS and screen.panel is Panel.NONE
        self.group.setVisible(here and settings.group_redemption and settings.groups_by_hand)
        self.add_note.setVisible(here and settings.notes and self.note.isHidden())
        group = choices.group
        words = self.tr("Redeem from a group")
        if group is None:
            self.group.show_words(words)
        else:
            shown = self.tr("Group: {name}").format(name=_name_of(group) or self.tr("another"))
            self.group.show_words(f"{words}: {shown}", shown)

    def set_narrow(self, *, narrow: bool) -> None:
        """Takes as few lines as possible in a narrow window, in which the letters of the pad are under the fields."""
        self._is_narrow = narrow
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arranges the form for the room that there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Puts the note beside the custom field if there is one of them, and both have room."""
        shown = [one for one in (self._program_row, self.fields, self.note) if not one.isHidden()]
        beside = self._is_narrow and shown == [self.fields, self.note] and self.fields.count == 1
        if beside:
            scale = scale_of(self)
            note = max(self.note.minimumSizeHint().width(), round(_NOTE * scale))
            beside = self.fields.minimumSizeHint().width() + round(_BESIDE * scale) + note <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
            set_spacing(self._layout, _BESIDE if beside else _BELOW)

    @property
    def is_open(self) -> bool:
        """True if there is anything to choose or to fill in."""
        return any(not widget.isHidden() for widget in (self._program_row, self.fields, self.note))

    def focus(self, field: FormField) -> bool:
        """Moves the focus to the field of a message. Returns False if the field is not here."""
        match field:
            case FormField.PROGRAM if not self._program_row.isHidden():
                self.program.setFocus()
            case FormField.GROUP if self.group.isVisible():
                self.group.setFocus()
            case FormField.CUSTOM_FIELDS:
                return self.fields.focus_problem(self._controller.formats.decimal_mark)
            case _:
                return False
        return True

    def _words_of(self, program: Program) -> str:
        formats = self._controller.formats
        points, count = formats.number(program.points), formats.plural(program.points)
        title = program.title or self.tr("Program {number}").format(number=program.id)
        if program.tier:
            return self.tr("{program} · {points} points · {tier}", "", count).format(
                program=title, points=points, tier=program.tier
            )
        return self.tr("{program} · {points} points", "", count).format(program=title, points=points)

    @Slot()
    def _on_program(self) -> None:
        self._controller.choose(replace(self._controller.screen.choices, program_id=str(self.program.value or "")))
        self.program_changed.emit()

    @Slot()
    def _on_fields(self) -> None:
        if not self._is_drawing:
            self._controller.choose(replace(self._controller.screen.choices, custom_fields=self.fields.values))

    @Slot(str)
    def _on_note(self, text: str) -> None:
        if not self._is_drawing:
            self._controller.choose(replace(self._controller.screen.choices, notes=text))

    @Slot()
    def _on_group(self) -> None:
        self._controller.open_panel(Panel.GROUP)

    @Slot()
    def _on_add_note(self) -> None:
        self._note_open = True
        self.draw(self._controller.screen)
        self.opened.emit()
        self.note.focus()

    @Slot()
    def _on_remove_note(self) -> None:
        if self._controller.screen.busy is None:
            self._note_open = False
            self._controller.choose(replace(self._controller.screen.choices, notes=""))
            self.note_removed.emit()


def _name_of(group: object) -> str:
    named = ("name", "id", "external_id", "primary_user_id")
    return next((str(text) for text in (getattr(group, name) for name in named) if text), "")
