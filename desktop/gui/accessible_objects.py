"""Shows screen readers some widgets in another way than Qt does by itself."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QScrollArea

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


def _make_object(_class: str, thing: QObject) -> QAccessibleInterface | None:
    """Returns another accessible object than Qt's for a widget; None for Qt's.

    Qt's own object for scrolling frames lists only the scroll bars that are visible, and reads beyond the end of that
    list if it is asked for one that is not. On Linux a reader counts and asks in two messages. If the page changed in
    between, the program crashed.
    """
    if isinstance(thing, QLabel) and thing.property(HEADING):
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    if isinstance(thing, QScrollArea) and sys.platform.startswith("linux"):
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    return None
