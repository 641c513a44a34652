"""Shows screen readers some widgets in another way than Qt does by itself."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QLineEdit, QScrollArea, QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

HEADING = "is_heading"
"""The property of a label that is a heading. It needs an accessible name."""


@cache
def use_own_objects() -> None:
    """Has Qt ask `_make_object` first, once for the program."""
    QAccessible.installFactory(_make_object)


def make_heading(label: QLabel) -> None:
    """Has screen readers call a label a heading. Call it before the label has a name."""
    label.setProperty(HEADING, True)  # noqa: FBT003 - Qt's
    use_own_objects()


def make_secret(edit: QLineEdit) -> None:
    """Shows dots in place of what is typed, and keeps it from screen readers. Call it before the field has a name."""
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    use_own_objects()


class _SecretField(QAccessibleWidget):
    """A field for a PIN or a password, which tells a reader that it is one, but nothing of what is in it.

    On Linux, Qt's own object for fields reports what is typed or deleted as it is, although it shows dots. Orca said
    each digit of a PIN aloud.
    """

    def state(self) -> QAccessible.State:
        """Tells a reader that this is a field for a password."""
        state = super().state()
        state.editable = True
        state.passwordEdit = True
        return state


def _make_object(_class: str, thing: QObject) -> QAccessibleInterface | None:
    """Returns another accessible object than Qt's for a widget; None for Qt's.

    Qt's own object for scrolling frames lists only the scroll bars that are visible, and reads beyond the end of that
    list if it is asked for one that is not. On Linux a reader counts and asks in two messages. If the page changed in
    between, the program crashed. Orca calls Qt's own object for stacked pages a layered pane, each time they change.
    """
    if isinstance(thing, QLabel) and thing.property(HEADING):
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    if isinstance(thing, QLineEdit) and thing.echoMode() is not QLineEdit.EchoMode.Normal and _is_linux():
        return _SecretField(thing, QAccessible.Role.EditableText)
    if isinstance(thing, (QScrollArea, QStackedWidget)) and _is_linux():
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None


def _is_linux() -> bool:
    return sys.platform.startswith("linux")
