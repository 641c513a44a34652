"""Finds how much a page of an outcome must be tightened, so that it fits its window without scrolling."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from desktop.gui.scale import activate_inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QBoxLayout


class Tightness(IntEnum):
    """How little room a page takes. Each value takes less than the one before."""

    ROOMY = 0
    CLOSE = 1
    """Smaller margins and spaces."""
    BARE = 2
    """Also without what is shown elsewhere too."""
    SMALL = 3
    """Also with a smaller headline."""


def tighten(layout: QBoxLayout, width: int, height: int, apply: Callable[[Tightness], None]) -> Tightness:
    """Applies the first tightness with which a layout fits, or the last one.

    Args:
        layout: of the page.
        width: of the page in pixels. The same whether or not there is a scroll bar, which depends on the outcome.
        height: that the page has without scrolling, in pixels; 0 if that is not known yet.
        apply: changes the page.
    """
    tightness = Tightness.ROOMY
    for tightness in Tightness:
        apply(tightness)
        if not 0 < height < _least_height(layout, width):
            break
    return tightness


def _least_height(layout: QBoxLayout, width: int) -> int:
    page = layout.parentWidget()
    if page is not None:
        activate_inside(page)
    if layout.hasHeightForWidth():
        return layout.minimumHeightForWidth(width)
    return layout.minimumSize().height()
