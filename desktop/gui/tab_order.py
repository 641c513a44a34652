"""Gives widgets that are made late their place in the order of the Tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def come_after(place: QWidget, made: Iterable[QWidget]) -> None:
    """Lets the Tab key come to widgets after another one. Otherwise it would come to them last of all in the window.

    Args:
        place: where they stand; often the frame that they were put into, which takes no focus itself.
        made: the widgets, in their order. Each takes the focus.
    """
    policy = place.focusPolicy()
    # Qt ignores an order that begins with a widget without focus.
    place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    before = place
    for widget in made:
        QWidget.setTabOrder(before, widget)
        before = widget
    place.setFocusPolicy(policy)


def stops_in(frame: QWidget) -> list[QWidget]:
    """Returns the widgets that can take the focus in a frame that was just made, in the order of the Tab key."""
    found = []
    widget = frame.nextInFocusChain()
    while widget is not None and frame.isAncestorOf(widget):
        # The Tab key comes to a choice side by side once it is chosen.
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
