"""Finds what does not fit on a page: widgets smaller than they have to be, and widgets that cover each other."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.gui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
NAMES = "the window became wider than its screen"


def shown(page: QWidget) -> Iterator[QWidget]:
    """Yields every visible label and control of a page, without the parts of other controls."""
    for one in page.findChildren(QWidget):
        if isinstance(one, (*_CONTROLS, QLabel)) and one.isVisible() and not isinstance(one.parent(), QComboBox):
            yield one


def too_small(page: QWidget) -> list[str]:
    """Returns the widgets that have less room than their text needs."""
    found = []
    for one in shown(page):
        # A field of several lines scrolls.
        needs = one.minimumSizeHint() if not isinstance(one, QPlainTextEdit) else QSize()
        if isinstance(one, QLabel) and one.wordWrap():
            needs.setHeight(one.heightForWidth(one.width()))
        if isinstance(one, QLineEdit):
            # It is much higher than its text. The parts of its height are rounded one by one at a larger scale.
            needs.setHeight(one.fontMetrics().height())
        if isinstance(one, ElidedLabel):
            needs.setWidth(0)
        if one.width() < needs.width() or one.height() < needs.height():
            found.append(f"{_named(one)} has {one.width()}×{one.height()}, needs {needs.width()}×{needs.height()}")
    return found


def overlapping(page: QWidget) -> list[str]:
    """Returns the pairs of widgets that cover each other."""
    places = [(one, _place(one, page)) for one in shown(page) if not one.visibleRegion().isEmpty()]
    return [
        f"{_named(one)} and {_named(other)}"
        for (one, place), (other, there) in combinations(places, 2)
        if place.intersects(there) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def _place(widget: QWidget, page: QWidget) -> QRect:
    """Returns where a widget can be seen, which may be less than where it is."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(page, QPoint(0, 0)))


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return widget.accessibleName().strip() or widget.objectName() or text
