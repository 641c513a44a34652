"""Lets screen readers read scrolling frames whose scroll bar has just gone."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


@cache
def make_frames_readable() -> None:
    """Has Qt show scrolling frames to screen readers like any other widget, once for the program.

    Qt's own way lists only the scroll bars that are visible, and reads beyond the end of that list if it is asked for
    one that is not. On Linux a reader counts and asks in two messages. If the page changed in between, the program
    crashed.
    """
    if sys.platform.startswith("linux"):
        QAccessible.installFactory(_make_reader)


def _make_reader(_class: str, thing: QObject) -> QAccessibleInterface | None:
    return QAccessibleWidget(thing, QAccessible.Role.Client) if isinstance(thing, QScrollArea) else None
