"""Makes spaces and sizes of widgets grow with the window.

A layout or widget remembers its size at scale 1. `rescale` multiplies all of them below one widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

DESIGN_WIDTH, DESIGN_HEIGHT = 1024, 600
"""The size in pixels at which the window is drawn at scale 1."""

_STEP = 0.05
"""Scales are multiples of this, so that dragging the window's edge does not restyle it at every pixel."""

_SCALE, _MARGINS, _SPACING, _SIZE = "scale_in_force", "margins_at_1", "spacing_at_1", "size_at_1"
_WIDTH, _HEIGHT, _WIDEST = "width_at_1", "height_at_1", "widest_at_1"


_ANY = 16_777_215
"""Qt's own greatest length."""


@runtime_checkable
class Scalable(Protocol):
    """A widget that paints itself, and scales what it paints."""

    def set_scale(self, scale: float) -> None:
        """Uses another scale from now on."""


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
    """Sets the margins of a layout in pixels at scale 1."""
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
    for layout in root.findChildren(QLayout):
        _apply_to_layout(layout, scale)
    for widget in _below(root):
        if widget.property(_SCALE) is not None:
            widget.setProperty(_SCALE, scale)
        _apply_to_widget(widget, scale)
        if isinstance(widget, Scalable):
            widget.set_scale(scale)


def activate_inside(widget: QWidget) -> None:
    """Lays out a widget from the inside out, so that it can be measured before Qt gets round to it."""
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isHidden():
            activate_inside(child)
    layout = widget.layout()
    if layout is not None:
        layout.activate()


def _apply_to_layout(layout: QLayout, scale: float) -> None:
    margins, spacing = layout.property(_MARGINS), layout.property(_SPACING)
    if margins is not None:
        layout.setContentsMargins(*(round(margin * scale) for margin in margins))
    if spacing is not None:
        layout.setSpacing(round(spacing * scale))


def _apply_to_widget(widget: QWidget, scale: float) -> None:
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


def _below(root: QWidget) -> Iterator[QWidget]:
    yield root
    yield from root.findChildren(QWidget)


def _fix(widget: QWidget, width: int, height: int) -> None:
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
