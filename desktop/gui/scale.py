"""Makes spaces and sizes of widgets grow with the window.

A layout or widget remembers its size at scale 1. `rescale` multiplies all of them below one widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from weakref import WeakSet, ref

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QGridLayout, QLabel, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.gui.accessible_objects import use_own_objects

if TYPE_CHECKING:
    from collections.abc import Iterable

DESIGN_WIDTH, DESIGN_HEIGHT = 1024, 600
"""The size in pixels at which the window is drawn at scale 1."""

_STEP = 0.05
"""Scales are multiples of this, so that dragging the window's edge does not restyle it at every pixel."""

_SCALE, _MARGINS, _SPACING, _SIZE = "scale_in_force", "margins_at_1", "spacing_at_1", "size_at_1"
_WIDTH, _HEIGHT, _WIDEST = "width_at_1", "height_at_1", "widest_at_1"


WidgetT = TypeVar("WidgetT", bound=QWidget)

_DEEPEST = 12
"""How many layouts may be in each other."""

_ANY = 16_777_215
"""Qt's own greatest length."""


# Qt's tree of widgets is not searched for these, because it holds widgets that Qt made for itself: the insides of a
# scrolling frame or of a box with choices. To give Python one of them, PySide finds out of which class it is by making
# every class of widgets that Qt has, with all their enumerations. That takes 2 MiB.
_SIZED: WeakSet[QWidget] = WeakSet()
"""The widgets that a size was set for."""

_FOLLOWING: dict[ref[Scalable], None] = {}
"""The widgets that scale what they paint, in the order in which they were made: those around others come first."""


class Scalable(Protocol):
    """A widget that paints itself, and scales what it paints."""

    def set_scale(self, scale: float) -> None:
        """Uses another scale from now on."""


def follow_scale(widget: Scalable) -> None:
    """Tells a widget each new scale of its window. Call it when the widget is made, before its children."""
    _FOLLOWING[ref(widget, _forget)] = None


def _forget(reference: ref[Scalable]) -> None:
    _FOLLOWING.pop(reference, None)


def scale_for(width: int, height: int, design: tuple[int, int] = (DESIGN_WIDTH, DESIGN_HEIGHT)) -> float:
    """Returns the scale of type and spaces for a window of this size in pixels: 1 or more.

    Three quarters of the additional room go into size; the rest lets a large window show more.
    """
    room = min(width / design[0], height / design[1])
    grown = 1 + 0.75 * (room - 1)
    return max(1.0, round(grown / _STEP) * _STEP)


def scale_of(thing: QWidget | QLayout) -> float:
    """Returns the scale that was set for the window around a widget or layout; 1 before that."""
    widget = thing if isinstance(thing, QWidget) else thing.parentWidget()
    while widget is not None:
        scale = widget.property(_SCALE)
        if scale is not None:
            return float(scale)
        widget = widget.parentWidget()
    return 1.0


def set_margins(layout: QLayout, left: int, top: int, right: int, bottom: int) -> None:
    """Sets the margins of a layout in pixels at scale 1. From right to left, the left and the right one change places.

    Qt turns everything else in a layout round by itself.
    """
    if QGuiApplication.isRightToLeft():
        left, right = right, left
    layout.setProperty(_MARGINS, [left, top, right, bottom])
    _apply_to_layout(layout, scale_of(layout))


def set_spacing(layout: QBoxLayout | QGridLayout, spacing: int) -> None:
    """Sets the spacing of a layout in pixels at scale 1."""
    layout.setProperty(_SPACING, spacing)
    _apply_to_layout(layout, scale_of(layout))


def set_fixed_size(widget: QWidget, width: int, height: int) -> None:
    """Fixes the size of a widget in pixels at scale 1. With 0, that side is not fixed."""
    widget.setProperty(_SIZE, [width, height])
    _apply_to_widget(widget, scale_of(widget))


def set_free_size(widget: QWidget) -> None:
    """Lets the layout choose the size of a widget that was fixed."""
    widget.setProperty(_SIZE, None)
    widget.setMinimumSize(0, 0)
    widget.setMaximumSize(_ANY, _ANY)


def set_minimum_width(widget: QWidget, width: int) -> None:
    """Sets the least width of a widget in pixels at scale 1."""
    widget.setProperty(_WIDTH, width)
    _apply_to_widget(widget, scale_of(widget))


def set_minimum_height(widget: QWidget, height: int) -> None:
    """Sets the least height of a widget in pixels at scale 1."""
    widget.setProperty(_HEIGHT, height)
    _apply_to_widget(widget, scale_of(widget))


def set_maximum_width(widget: QWidget, width: int) -> None:
    """Sets the greatest width of a widget in pixels at scale 1."""
    widget.setProperty(_WIDEST, width)
    _apply_to_widget(widget, scale_of(widget))


def rescale(root: QWidget, scale: float) -> None:
    """Multiplies what was set with this module on a widget and everything below it, and what will be set there."""
    root.setProperty(_SCALE, scale)
    _SIZED.add(root)
    for layout in root.findChildren(QLayout):
        _apply_to_layout(layout, scale)
    for widget in _below(root, _SIZED):
        if widget.property(_SCALE) is not None:
            widget.setProperty(_SCALE, scale)
        _resize(widget, scale)
    following: list[Any] = [one for reference in list(_FOLLOWING) if (one := reference()) is not None]
    for scalable in _below(root, following):
        scalable.set_scale(scale)


def make_viewport(area: QAbstractScrollArea) -> None:
    """Gives a scrolling frame an inside that Python knows, with the look of Qt's own. Call it before `setWidget`."""
    inside = QWidget()
    inside.setObjectName("qt_scrollarea_viewport")
    inside.setAutoFillBackground(True)
    area.setViewport(inside)
    use_own_objects()


def lay_out_now(widget: QWidget) -> None:
    """Lays out what has changed, so that a widget can be measured at once. Widgets around it may change their size."""
    if widget.isVisible():
        # Each widget that is laid out tells the one around it, which is done only by the next call.
        for _ in range(_DEEPEST):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    else:
        # Qt does not do it for widgets that are not visible.
        activate_inside(widget)


def activate_inside(widget: QWidget) -> None:
    """Lays out a widget from the inside out, so that it can be measured. Nothing around it changes."""
    layout = widget.layout()
    if layout is not None:
        # They are the program's own: Qt's widgets that have some have no layout.
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
                activate_inside(child)
        layout.activate()
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None and not inside.isHidden():
            activate_inside(inside)


def _apply_to_layout(layout: QLayout, scale: float) -> None:
    margins, spacing = layout.property(_MARGINS), layout.property(_SPACING)
    if margins is not None:
        layout.setContentsMargins(*(round(margin * scale) for margin in margins))
    if spacing is not None:
        layout.setSpacing(round(spacing * scale))


def _apply_to_widget(widget: QWidget, scale: float) -> None:
    _SIZED.add(widget)
    _resize(widget, scale)


def _resize(widget: QWidget, scale: float) -> None:
    size = widget.property(_SIZE)
    if size is not None:
        _fix(widget, *(round(side * scale) for side in size))
    for name, set_length in (
        (_WIDTH, widget.setMinimumWidth),
        (_HEIGHT, widget.setMinimumHeight),
        (_WIDEST, widget.setMaximumWidth),
    ):
        length = widget.property(name)
        if length is not None:
            set_length(round(length * scale))
    if isinstance(widget, QLabel):
        # Qt keeps the hint of a label, in which its least size is that of the scale before. This makes it measure anew.
        widget.setIndent(widget.indent())


def _below(root: QWidget, widgets: Iterable[WidgetT]) -> list[WidgetT]:
    """Returns those of the widgets that are the root or below it."""
    return [one for one in widgets if isValid(one) and (one is root or root.isAncestorOf(one))]


def _fix(widget: QWidget, width: int, height: int) -> None:
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
