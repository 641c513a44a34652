"""Provides large text fields with labels, and a validator that rejects a digit at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.points import Points, PointsError, PointsProblem
from desktop.gui.accessible_objects import make_secret
from desktop.gui.icons import paint_icon
from desktop.gui.scale import follow_scale, set_spacing
from desktop.gui.style import set_role, set_tone, tabular
from desktop.gui.timers import once
from desktop.gui.voice import enter, voice_of
from desktop.gui.widgets.labels import ElidedLabel, align_leading, label, literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from desktop.gui.style import Style

_ICON, _ICON_MARGIN = 24, 14
"""The size of an icon in a field, and its distance from the edge, in pixels at scale 1."""

PIN_STAYS = 60_000
"""Milliseconds after the last key until a PIN that was not used is emptied."""

_LONGEST_PIN = 32


class TextField(QWidget):
    """A text field with a label above it, and at the end of the label's line what is true of the value.

    Attributes:
        edit: the field itself.
        fact: what is true of the value, such as `up to 25`.

    Signals:
        entered: Enter was pressed.
        down_pressed: the Down key was pressed.
        typed: the text changed, also by the program.
    """

    entered = Signal()
    down_pressed = Signal()
    typed = Signal(str)

    _is_secret = False
    """True if dots are shown in place of the text."""

    def __init__(
        self,
        words: str,
        object_name: str,
        *,
        role: str = "field",
        style: Style | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Creates an empty field.

        Args:
            words: the label, and the accessible name.
            object_name: the name for tests, in snake_case.
            role: its role in the style sheet.
            style: the theme; needed for an icon in the field.
            parent: the parent widget.
        """
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 4)
        # It has its text as its name, because a screen reader calls the field what its label is called.
        self._label = label("field_label", literal(words))
        self.fact = ElidedLabel("small")
        self.fact.hide()
        self.edit = FieldEdit(style, self, is_secret=self._is_secret)
        self.edit.setObjectName(object_name)
        self.edit.setAccessibleName(words)
        set_role(self.edit, role)
        tabular(self.edit)
        self._label.setBuddy(self.edit)
        head = QHBoxLayout()
        set_spacing(head, 8)
        head.addWidget(self._label)
        head.addStretch(1)
        head.addWidget(self.fact)
        column.addLayout(head)
        column.addWidget(self.edit)
        self.edit.entered.connect(self._on_entered)
        self.edit.down_pressed.connect(self.down_pressed)
        self.edit.textChanged.connect(self.typed)

    @Slot()
    def _on_entered(self) -> None:
        enter(self.edit, self.entered.emit)

    def set_words(self, words: str) -> None:
        """Changes the label."""
        self._label.setText(literal(words))
        self.edit.setAccessibleName(words)

    @property
    def text(self) -> str:
        """The text in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Replaces the text in the field."""
        if text != self.edit.text():
            self.edit.replace_text(text)

    def show_fact(self, text: str) -> None:
        """Shows what is true of the value at the end of the label's line."""
        self.fact.setText(text)
        self.fact.setVisible(bool(text))

    def set_bad(self, *, bad: bool, why: str = "") -> None:
        """Marks the field as the one that a message is about.

        Args:
            bad: True if the value has to be changed.
            why: the message, which a screen reader reads with the field.
        """
        set_tone(self.edit, "bad" if bad else "")
        self.edit.show_icon("alert" if bad else "", "bad")
        self.edit.setAccessibleDescription(self.tr("Error: {why}").format(why=why) if bad else "")

    def lock(self, *, locked: bool) -> None:
        """Shows that the value comes from elsewhere and cannot be changed, or lets it be changed again."""
        self.edit.setReadOnly(locked)
        self.edit.show_icon("lock" if locked else "", "soft")

    def focus(self, *, select: bool = False) -> None:
        """Takes the focus. With `select`, the text is selected, so that typing replaces it."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if select:
            self.edit.selectAll()


class PinField(TextField):
    """A field for a PIN, of which it shows nothing.

    It empties itself if no key is pressed for a minute, because a PIN must not wait for the next person at the till.
    """

    _is_secret = True

    def __init__(
        self,
        words: str,
        object_name: str,
        *,
        role: str = "field",
        style: Style | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Creates an empty field; see `TextField`."""
        super().__init__(words, object_name, role=role, style=style, parent=parent)
        self.edit.setMaxLength(_LONGEST_PIN)
        # The hints that are there already keep the PIN out of the suggestions of the system's own keyboard.
        self.edit.setInputMethodHints(self.edit.inputMethodHints() | Qt.InputMethodHint.ImhDigitsOnly)
        self._forgetting = once(self, PIN_STAYS, self.edit.clear)
        self.typed.connect(self._on_typed)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if text:
            self._forgetting.start()
        else:
            self._forgetting.stop()


class SpokenEdit(QLineEdit):
    """A line edit of which Orca 43 says name and text when it gets the focus."""

    def __init__(self, parent: QWidget | None = None, *, is_secret: bool = False) -> None:
        # Qt tells screen readers of the cursor's first place too, unless it is reached with a selection.
        super().__init__("0", parent)
        if is_secret:
            make_secret(self)
        self._told = ""
        self.textChanged.connect(self._forget_told)
        self.replace_text("")

    def replace_text(self, text: str) -> None:
        """Replaces the text, without a word to screen readers about the cursor if the focus is elsewhere.

        If the focus comes next, Orca 43 takes that word for the move of the focus, and does not say the field. If the
        focus is here, it says only what is typed.
        """
        if not self.hasFocus():
            # Qt tells of no cursor that moves with a selection. If the field becomes empty, it does not move any more.
            self.setSelection(len(self.text()), -len(self.text()))
        self.setText(text)
        if self.hasFocus():
            self._tell_text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Has Orca 43 say name and text. By itself it leaves out the last character, and the name of a new text.

        Qt tells it that the attributes of a text end before each character. It would say `2` for 25 points.
        """
        super().focusInEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self._tell_text()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Has nothing said of a field that was left."""
        super().focusOutEvent(event)
        self._forget_told()

    def _tell_text(self) -> None:
        text = self.text() if self.echoMode() is QLineEdit.EchoMode.Normal else ""
        if text:
            self._told = f"{self.accessibleName()}: {text}"
            voice_of(self).say_value(self._told)

    @Slot()
    def _forget_told(self) -> None:
        """Has no text said that is not there any more."""
        if self._told:
            voice_of(self).forget_value(self._told)
            self._told = ""


class FieldEdit(SpokenEdit):
    """A line edit that emits `entered` once for each press, even if the key is held down. It may have an icon.

    Signals:
        entered: Enter was pressed.
        down_pressed: the Down key was pressed.
        hints_changed: the field takes other characters now.
    """

    entered = Signal()
    down_pressed = Signal()
    hints_changed = Signal()

    def setInputMethodHints(self, hints: Qt.InputMethodHint) -> None:  # noqa: N802 - Qt's name
        """Sets what the field takes, for the on-screen pad and for the system's own keyboard."""
        super().setInputMethodHints(hints)
        self.hints_changed.emit()

    def __init__(self, style: Style | None, parent: QWidget, *, is_secret: bool = False) -> None:
        super().__init__(parent, is_secret=is_secret)
        align_leading(self)
        follow_scale(self)
        self._style = style
        self._icon, self._icon_role = "", ""
        self._scale = 1.0
        if style is not None:
            style.changed.connect(self.update)

    def show_icon(self, name: str, role: str) -> None:
        """Shows an icon at the end of the field, or none."""
        if self._style is None or (name, role) == (self._icon, self._icon_role):
            return
        self._icon, self._icon_role = name, role
        self._make_room()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Paints the icon larger."""
        self._scale = scale
        self._make_room()

    def _make_room(self) -> None:
        room = round((_ICON + _ICON_MARGIN // 2) * self._scale) if self._icon else 0
        before, after = (0, room) if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else (room, 0)
        self.setTextMargins(before, 0, after, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the field, then its icon."""
        super().paintEvent(event)
        if not self._icon or self._style is None:
            return
        side, margin = _ICON * self._scale, _ICON_MARGIN * self._scale
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = self.width() - margin - side if leading else margin
        painter = QPainter(self)
        colour = self._style.colour(self._icon_role)
        paint_icon(painter, self._icon, colour, QRectF(x, (self.height() - side) / 2, side, side))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handles Enter and Down. All other keys work as usual."""
        if event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class PointsValidator(QValidator):
    """Rejects a digit for which an amount has no room: a fourth decimal, or a thirteenth place before the mark.

    Other characters are accepted, and the amount is not read until they are corrected. If a grouping mark or a letter
    were dropped, the digits behind it would make another amount: `1,5` would be fifteen, and `1e2` twelve.

    Signals:
        refused: why the last keystroke was rejected (`PointsProblem`).
    """

    refused = Signal(object)

    def __init__(self, decimal_mark: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._decimal_mark = decimal_mark

    def validate(self, text: str, position: int) -> object:
        """Answers Qt's question whether a text may be in the field."""
        if not text.strip():
            return QValidator.State.Intermediate, text, position
        try:
            Points.parse(text, self._decimal_mark())
        except PointsError as error:
            if error.problem in {PointsProblem.TOO_PRECISE, PointsProblem.TOO_LARGE}:
                self.refused.emit(error.problem)
                return QValidator.State.Invalid, text, position
            return QValidator.State.Intermediate, text, position
        return QValidator.State.Acceptable, text, position


class CapitalsValidator(QValidator):
    """Turns small letters into capitals while they are typed."""

    def validate(self, text: str, position: int) -> object:
        """Answers Qt's question with the text in capitals. A letter whose capital is longer (`ß`) stays."""
        capitals = "".join(one.upper() if len(one.upper()) == 1 else one for one in text)
        return QValidator.State.Acceptable, capitals, position


class FieldNote(QWidget):
    """The line under a field: what was read, or why a keystroke was rejected."""

    def __init__(self, object_name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._label = label("note", name=object_name, wrap=True)
        column.addWidget(self._label)

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self._label.text()

    def align(self, *, at_end: bool) -> None:
        """Moves the text to the end of the line, or to its start."""
        leading = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        side = Qt.AlignmentFlag.AlignRight if leading == at_end else Qt.AlignmentFlag.AlignLeft
        self._label.setAlignment(Qt.AlignmentFlag.AlignAbsolute | side | Qt.AlignmentFlag.AlignVCenter)

    @Slot(str)
    def say(self, text: str, tone: str = "") -> None:
        """Shows a text, with a tone if it matters."""
        self._label.setText(text)
        set_tone(self._label, tone)
