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

_MARGINS, _SPACING, _SIZE, _WIDTH = "margins_at_1", "spacing_at_1", "size_at_1", "width_at_1"


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


def set_margins(layout: QLayout, left: int, top: int, right: int, bottom: int) -> None:
    """Sets the margins of a layout in pixels at scale 1."""
    layout.setProperty(_MARGINS, [left, top, right, bottom])
    layout.setContentsMargins(left, top, right, bottom)


def set_spacing(layout: QBoxLayout | QGridLayout, spacing: int) -> None:
    """Sets the spacing of a layout in pixels at scale 1."""
    layout.setProperty(_SPACING, spacing)
    layout.setSpacing(spacing)


def set_fixed_size(widget: QWidget, width: int, height: int) -> None:
    """Fixes the size of a widget in pixels at scale 1. With 0, that side is not fixed."""
    widget.setProperty(_SIZE, [width, height])
    _fix(widget, width, height)


def set_minimum_width(widget: QWidget, width: int) -> None:
    """Sets the least width of a widget in pixels at scale 1."""
    widget.setProperty(_WIDTH, width)
    widget.setMinimumWidth(width)


def rescale(root: QWidget, scale: float) -> None:
    """Multiplies what was set with this module on a widget and everything below it."""
    for layout in root.findChildren(QLayout):
        margins, spacing = layout.property(_MARGINS), layout.property(_SPACING)
        if margins is not None:
            layout.setContentsMargins(*(round(margin * scale) for margin in margins))
        if spacing is not None:
            layout.setSpacing(round(spacing * scale))
    for widget in _below(root):
        size, width = widget.property(_SIZE), widget.property(_WIDTH)
        if size is not None:
            _fix(widget, *(round(side * scale) for side in size))
        if width is not None:
            widget.setMinimumWidth(round(width * scale))
        if isinstance(widget, Scalable):
            widget.set_scale(scale)


def _below(root: QWidget) -> Iterator[QWidget]:
    yield root
    yield from root.findChildren(QWidget)


def _fix(widget: QWidget, width: int, height: int) -> None:
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
