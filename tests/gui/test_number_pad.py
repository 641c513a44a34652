"""Tests the on-screen pad: its keys, its layers, and that it types exactly what a keyboard types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.gui.widgets.buttons import Button, KeyButton
from desktop.gui.widgets.fields import FieldEdit, PinField, PointsValidator
from desktop.gui.widgets.number_pad import NumberPad, type_into
from desktop.gui.widgets.pad_layers import BACKSPACE, TEXT, Layer, Shape, needs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style

Hint = Qt.InputMethodHint

HINTS = {
    "points": Hint.ImhFormattedNumbersOnly,
    "mobile": Hint.ImhDialableCharactersOnly,
    "digits": Hint.ImhDigitsOnly,
    "code": Hint.ImhPreferUppercase,
    "capitals": Hint.ImhUppercaseOnly,
    "e-mail": Hint.ImhEmailCharactersOnly,
    "PIN": Hint.ImhPreferNumbers,
    "text": Hint.ImhNone,
}


class Window(QWidget):
    """A window with a pad and a field."""

    def __init__(self, style: Style, zero: str = "0", decimal_mark: str = ".") -> None:
        super().__init__()
        self.edit = FieldEdit(None, self)
        self.pad = NumberPad(decimal_mark, zero, style, self)
        self.pad.pressed.connect(self._type)
        self.pad.resize(600, 400)
        self.resize(640, 480)

    def _type(self, key: str) -> None:
        type_into(self.edit, key)

    def take(self, hints: Qt.InputMethodHint) -> None:
        """Lets the field take other characters."""
        self.edit.setInputMethodHints(hints)
        self.pad.follow(self.edit)

    def keys(self) -> dict[str, KeyButton]:
        """Returns the keys that are shown, by their accessible names."""
        return {key.accessibleName(): key for key in self.pad.findChildren(KeyButton) if not is_hidden(key, self)}

    def press(self, name: str) -> None:
        """Presses a key with the mouse."""
        key = self.keys()[name]
        QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())


def is_hidden(key: QWidget, window: QWidget) -> bool:
    """True if a key is not shown. The window itself need not be on the screen."""
    return not key.isVisibleTo(window)


@pytest.fixture
def window(qtbot: QtBot, style: Style) -> Iterator[Window]:
    """Yields a window on the screen whose field has the focus."""
    made = Window(style)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.edit.setFocus()
    yield made
    made.hide()


@pytest.mark.parametrize(
    ("hints", "layer", "there", "missing"),
    [
        ("points", Layer.DIGITS, {"7", "Decimal mark", "Backspace"}, {"Letters", "+"}),
        ("mobile", Layer.DIGITS, {"7", "+", "Backspace"}, {"Letters", "Decimal mark"}),
        ("digits", Layer.DIGITS, {"7", "Backspace"}, {"Letters", "Decimal mark", "+"}),
        ("code", Layer.LETTERS, {"A", "7", "-", "/", "Shift", "Digits"}, {"a", "Space"}),
        ("capitals", Layer.LETTERS, {"A", "7"}, {"a", "Shift"}),
        ("e-mail", Layer.LETTERS, {"a", "@", ".", "-", "_"}, {"A", "Space"}),
        ("PIN", Layer.DIGITS, {"7", "Letters"}, {"Decimal mark"}),
        ("text", Layer.LETTERS, {"a", "Space", "Shift", ".", ":", "/"}, {"A"}),
    ],
)
def test_a_field_gets_the_keys_that_it_takes(
    window: Window, hints: str, layer: Layer, there: set[str], missing: set[str]
) -> None:
    """The hints of the field decide about the layers, the marks and the case."""
    window.take(HINTS[hints])
    keys = window.keys()
    assert window.pad.layer is layer
    assert there <= set(keys)
    assert not missing & set(keys)


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("hints", HINTS.values(), ids=HINTS)
def test_every_shape_has_the_same_keys(window: Window, hints: Qt.InputMethodHint, shape: Shape) -> None:
    """Wherever the pad stands, no character is missing, and none is there twice."""
    window.take(hints)
    before = set(window.keys())
    window.pad.arrange(shape, small=shape is Shape.LOW)
    keys = [key for key in window.pad.findChildren(KeyButton) if not is_hidden(key, window)]
    assert sorted(key.accessibleName() for key in keys) == sorted(before)


@pytest.mark.parametrize("name", ["code", "capitals", "e-mail", "PIN", "text"])
def test_all_rows_of_letters_end_at_the_same_edges(window: Window, name: str) -> None:
    """Beside the card, the keys make one block."""
    window.take(HINTS[name])
    if window.pad.layer is Layer.DIGITS:
        window.press("Letters")
    QApplication.processEvents()
    edges: dict[int, set[int]] = {}
    for key in window.keys().values():
        edges.setdefault(key.y(), set()).update({key.x(), key.x() + key.width()})
    assert len(edges) >= 7
    assert len({(min(row), max(row)) for row in edges.values()}) == 1, edges


def test_keys_never_take_the_focus(window: Window) -> None:
    """The focus stays in the field, and no key is in the tab order."""
    window.take(Hint.ImhNone)
    for name in ("q", "Shift", "Digits", "Letters", "Backspace"):
        window.press(name)
        assert window.edit.hasFocus()
    assert all(key.focusPolicy() is Qt.FocusPolicy.NoFocus for key in window.pad.findChildren(KeyButton))


def test_shift_changes_the_case(window: Window) -> None:
    """Shift stays until it is pressed again, and the keys show and say what they type."""
    window.take(Hint.ImhNone)
    window.press("Shift")
    for name in ("A", "B"):
        assert window.keys()[name].text() == name
        window.press(name)
    window.press("Shift")
    window.press("c")
    window.press("Space")
    assert window.edit.text() == "ABc "


def test_the_layer_is_kept_in_a_field_and_begins_anew_in_the_next(window: Window) -> None:
    """Digits stay for the rest of a code. Another field begins with what it needs first."""
    window.take(Hint.ImhPreferUppercase)
    window.press("Digits")
    window.pad.follow(window.edit)
    layers = [window.pad.layer]
    other = FieldEdit(None, window)
    other.setInputMethodHints(Hint.ImhPreferUppercase)
    window.pad.follow(other)
    layers.append(window.pad.layer)
    assert layers == [Layer.DIGITS, Layer.LETTERS]


def test_a_field_that_takes_something_else_gets_other_keys(window: Window) -> None:
    """If the cashier chooses e-mail instead of the mobile number, the pad follows without a change of the focus."""
    window.take(Hint.ImhDialableCharactersOnly)
    window.edit.setInputMethodHints(Hint.ImhEmailCharactersOnly)
    assert "@" in set(window.keys())


@pytest.mark.parametrize("hints", [Hint.ImhNone, Hint.ImhEmailCharactersOnly, Hint.ImhPreferUppercase])
def test_letters_take_three_rows_in_a_low_window(window: Window, hints: Qt.InputMethodHint) -> None:
    """A fourth row of letters and marks would push the last row, with the first button, out of the window."""
    window.take(hints)
    window.pad.arrange(Shape.LOW, small=True)
    window.pad.grab()
    rows = {key.mapTo(window, key.rect().topLeft()).y() for key in window.keys().values()}
    assert len(rows) == 4, "three rows, and the one with the first button"


def test_a_pin_takes_digits_and_nothing_else(window: Window) -> None:
    """The pad offers no letters for a PIN, because no PIN has any."""
    pin = PinField("PIN", "pin", parent=window)
    window.pad.follow(pin.edit)
    assert window.pad.layer is Layer.DIGITS
    assert set(window.keys()) == {*"0123456789", "Backspace"}


def test_digits_follow_the_locale_only_where_no_letters_are(qtbot: QtBot, style: Style) -> None:
    """Points are typed in the digits of the language. A code is sent as it is typed, so its digits are ASCII."""
    made = Window(style, zero="\N{ARABIC-INDIC DIGIT ZERO}", decimal_mark="\N{ARABIC DECIMAL SEPARATOR}")
    qtbot.addWidget(made)
    made.take(Hint.ImhFormattedNumbersOnly)
    keys = made.keys()
    keys["7"].click()
    keys["Decimal mark"].click()
    keys["0"].click()
    assert made.edit.text() == "٧٫٠"
    made.edit.clear()
    for hints in (Hint.ImhPreferUppercase, Hint.ImhPreferNumbers):
        made.take(hints)
        made.keys()["7"].click()
    assert made.edit.text() == "77"
    made.deleteLater()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_order_is_the_same_in_every_direction(window: Window, direction: Qt.LayoutDirection) -> None:
    """Like a calculator: 7 is left of 9 from right to left too."""
    window.setLayoutDirection(direction)
    window.take(Hint.ImhFormattedNumbersOnly)
    window.pad.grab()
    keys = window.keys()
    assert keys["7"].x() < keys["8"].x() < keys["9"].x()
    assert keys["7"].y() < keys["4"].y() < keys["1"].y() < keys["0"].y()


def test_the_checks_of_the_field_apply(window: Window) -> None:
    """A fourth decimal is refused as if it came from a keyboard."""
    window.edit.setValidator(PointsValidator(lambda: ".", window))
    window.take(Hint.ImhFormattedNumbersOnly)
    for name in ("1", "Decimal mark", "2", "3", "4", "5"):
        window.press(name)
    assert window.edit.text() == "1.234"


def test_the_pad_holds_the_first_button(window: Window) -> None:
    """It is the same button, without its key hint, in the last row of the letters or under the digits."""
    first = Button("Redeem 250 points", "redeem", role="primary", key="Enter", parent=window)
    first.show()
    window.take(Hint.ImhPreferUppercase)
    window.pad.arrange(Shape.UNDER)
    window.pad.hold(first, 268)
    window.pad.grab()
    erase = window.keys()["Backspace"]
    assert first.isVisibleTo(window)
    assert first.width() >= 268
    assert first.mapTo(window, first.rect().center()).y() == pytest.approx(
        erase.mapTo(window, erase.rect().center()).y(), abs=2
    )
    assert first.shown_key_hint_room == 0
    window.pad.release(first)
    assert window.pad.layout().indexOf(first) == -1  # type: ignore[union-attr]  # a pad has a layout


def test_a_long_text_gets_smaller_type_in_the_pad(window: Window) -> None:
    """The first button keeps its place and its whole text."""
    first = Button("Redeem", "redeem", role="primary", key="Enter", parent=window)
    first.show()
    window.pad.arrange(Shape.BESIDE)
    window.pad.hold(first, 0)
    window.pad.resize(268, 400)
    window.pad.grab()
    assert not first.property("tight")
    first.setText("Redeem 123,456.125 points now")
    assert first.property("tight")
    first.set_held(held=False)
    assert not first.property("tight")


def test_a_text_of_any_length_has_its_room_in_the_pad(window: Window) -> None:
    """The smaller type is chosen before the usual one is clipped."""
    first = Button("Redeem", "redeem", role="primary", key="Enter", icon="check", parent=window)
    first.show()
    window.pad.arrange(Shape.BESIDE)
    window.pad.hold(first, 0)
    window.pad.resize(268, 400)
    window.pad.grab()
    seen = set()
    while first.minimumSizeHint().width() <= first.width():
        assert first.sizeHint().width() <= first.width(), first.text()
        seen.add(bool(first.property("tight")))
        first.setText(f"{first.text()}i")
    assert seen == {False, True}


def test_a_plain_field_takes_any_text(qtbot: QtBot) -> None:
    """A field of Qt without hints, such as one of the settings, gets letters, digits and the marks of an address."""
    edit = QLineEdit()
    qtbot.addWidget(edit)
    assert needs_of(edit, ".") == TEXT


NAMES = st.sampled_from(["Backspace", "Shift", "Letters", "Digits", "Space", *"0123456789abczABCZ-/.@"])


@given(hints=st.sampled_from(list(HINTS.values())), presses=st.lists(NAMES, max_size=25), select=st.booleans())
def test_the_pad_gives_what_a_keyboard_gives(
    style: Style, hints: Qt.InputMethodHint, presses: list[str], *, select: bool
) -> None:
    """Any sequence of keys leaves the same text, cursor and selection as the same keys of a keyboard."""
    window, typed = Window(style), QLineEdit()
    try:
        for edit in (window.edit, typed):
            edit.setText("MG-1")
            if select:
                edit.selectAll()
        window.take(hints)
        for name in presses:
            key = window.keys().get(name)
            if key is None:
                continue
            key.click()
            if key.typed == BACKSPACE:
                QTest.keyClick(typed, Qt.Key.Key_Backspace)
            elif len(key.typed) == 1:
                QTest.keyClick(typed, key.typed)  # type: ignore[call-overload]  # the stubs leave characters out
        for edit in (window.edit, typed):
            assert (edit.text(), edit.cursorPosition(), edit.selectedText()) == (
                typed.text(),
                typed.cursorPosition(),
                typed.selectedText(),
            )
    finally:
        window.deleteLater()
        typed.deleteLater()


def test_the_first_button_is_measured_before_it_has_its_own_font(qtbot: QtBot, style: Style) -> None:
    """While a style sheet is applied, it has the window's font, whose letters are narrower."""
    first = Button("Recherche du client", "find_member", role="primary", icon="search")
    qtbot.addWidget(first)
    first.set_held(held=True)
    with style.building():
        plain = first.fontMetrics().horizontalAdvance(first.text())
        narrow = first._width_with(20, 16)
    first.ensurePolished()
    assert first.fontMetrics().horizontalAdvance(first.text()) > plain
    assert narrow == first._width_with(20, 16)
