"""Takes the note of a redemption: free text with a counter, and templates from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.gui.scale import set_minimum_height, set_spacing
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.fields import TextField
from desktop.gui.widgets.labels import ValueLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.gui.formats import LocaleFormats


_FIELD = 52
"""Height of the field in pixels at scale 1, with the room for its ring."""


class NoteField(QWidget):
    """A note, its counter and its templates.

    Signals:
        typed: the note changed.
        entered: Enter was pressed in it.
        removed: the note is not wanted any more.
    """

    typed = Signal(str)
    entered = Signal()
    removed = Signal()

    def __init__(self, formats: LocaleFormats, limit: int, templates: Sequence[str]) -> None:
        super().__init__()
        self._formats = formats
        self._limit = limit
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 10)
        self.note = TextField(self.tr("Note"), "note", role="")
        self.note.edit.setMaxLength(limit)
        self.left = ValueLabel(self.tr("Characters left"), "characters_left", "small")
        self.templates = ChoiceBox(self.tr("Note templates"), "note_templates")
        self.templates.setSizePolicy(
            self.templates.sizePolicy().Policy.Preferred, self.templates.sizePolicy().Policy.Fixed
        )
        self.templates.setMinimumContentsLength(6)
        self.templates.show_entries([(self.tr("Templates"), ""), *((one, one) for one in templates)], "")
        self.templates.setVisible(bool(templates))
        row.addWidget(self.note, 1)
        # Beside the field, which has its words above it.
        row.addWidget(self.left, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.templates, 0, Qt.AlignmentFlag.AlignBottom)
        self.remove = Button(self.tr("Remove note"), "remove_note", role="link", icon="cross")
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        set_minimum_height(self.left, _FIELD)
        self.note.typed.connect(self._on_typed)
        self.note.entered.connect(self.entered)
        self.remove.clicked.connect(self.removed)
        self.templates.chosen.connect(self._on_template)
        self._count("")

    def show_note(self, text: str) -> None:
        """Shows a note."""
        self.note.set_text(text)

    def set_changeable(self, *, changeable: bool) -> None:
        """Locks or unlocks the note while a call uses it. The focus stays where it is."""
        self.note.edit.setReadOnly(not changeable)
        if not changeable and self.remove.hasFocus():
            # Qt moves the focus away from a button that is disabled, and Enter would press the next one.
            self.note.focus()
        self.remove.setEnabled(changeable)

    def focus(self) -> None:
        """Moves the focus to the note."""
        self.note.focus()

    def _count(self, text: str) -> None:
        self.left.show_value(
            self._formats.count(self._limit - len(text)),
            self.tr("{used} of {limit}").format(
                used=self._formats.count(len(text)), limit=self._formats.count(self._limit)
            ),
        )

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._count(text)
        self.typed.emit(text)

    @Slot()
    def _on_template(self) -> None:
        text = str(self.templates.value or "")
        if text:
            self.note.set_text(text[: self._limit])
            self.templates.setCurrentIndex(0)
            self.note.focus()
