"""Provides a segment control: a few choices side by side, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy

from desktop.gui.scale import follow_scale
from desktop.gui.widgets.labels import literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from desktop.gui.style import Style

_TARGET, _PADDING = 48, 8
_RING = 5
"""Pixels around the control in which the ring of the focus is painted."""


class SegmentControl(QFrame):
    """The choices. The arrows move from one to the next, as with any radio buttons.

    Signals:
        chosen: another choice was made, also by the program.
    """

    chosen = Signal()

    def __init__(self, style: Style, words: str, object_name: str, entries: Sequence[tuple[str, str]]) -> None:
        """Creates the control with its first entry chosen.

        Args:
            style: the theme.
            words: the accessible name of the whole.
            object_name: the name for tests, in snake_case.
            entries: the words and the value of each choice.
        """
        super().__init__()
        self._entries = tuple(entries)
        self.setObjectName(object_name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(_RING, _RING, _RING, _RING)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        last = len(self._entries) - 1
        for at, (said, value) in enumerate(self._entries):
            segment = _Segment(style, said, f"{object_name}_{value}", is_first=at == 0, is_last=at == last)
            self._group.addButton(segment, at)
            row.addWidget(segment, 1)
            segment.toggled.connect(segment.show_choice)
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def value(self) -> str:
        """The value of the choice."""
        return self._entries[self._group.checkedId()][1]

    def set_value(self, value: str) -> None:
        """Chooses the entry with this value. Has no effect if there is none."""
        for at, (_, one) in enumerate(self._entries):
            if one == value:
                self._group.button(at).setChecked(True)

    def focus(self) -> None:
        """Takes the focus at the choice that is made."""
        self._group.button(self._group.checkedId()).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, bool)
    def _on_toggled(self, _at: int, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        if is_on:
            self.chosen.emit()


class _Segment(QRadioButton):
    def __init__(self, style: Style, words: str, object_name: str, *, is_first: bool, is_last: bool) -> None:
        super().__init__(literal(words))
        follow_scale(self)
        self._style, self._words = style, words
        self._is_first, self._is_last = is_first, is_last
        self.setObjectName(object_name)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        style.changed.connect(self.update)

    @Slot(bool)
    def show_choice(self, is_chosen: bool) -> None:  # noqa: FBT001 - Qt's signature
        """Lets Tab stop here only if this is the choice. Qt would see to that only once the focus was here."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)

    def set_scale(self, _scale: float) -> None:
        """Takes the size of the current scale."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The words in bold, and room for a finger."""
        width = QFontMetrics(self._font(bold=True)).horizontalAdvance(self._words)
        return QSize(width + 2 * round(_PADDING * self._style.scale), round(_TARGET * self._style.scale))

    def minimumSizeHint(self) -> QSize:
        """No smaller, because words are not cut off."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Lets a press anywhere count."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the segment, filled and bold if it is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        fill = ("accent" if self.isEnabled() else "edge") if chosen else "surface" if self.isEnabled() else "ground"
        painter.setPen(QPen(self._style.colour("edge"), 1))
        painter.setBrush(self._style.colour(fill))
        painter.drawPath(self._outline())
        ink = ("on_accent" if self.isEnabled() else "surface") if chosen else "ink" if self.isEnabled() else "soft"
        painter.setPen(self._style.colour(ink))
        painter.setFont(self._font(bold=chosen))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
        painter.end()

    def _outline(self) -> QPainterPath:
        """Returns a box that is round at the ends of the whole control only."""
        radius = self._style.px("radius_control")
        starts_left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        round_left = self._is_first if starts_left else self._is_last
        round_right = self._is_last if starts_left else self._is_first
        # Two neighbours share the edge between them.
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if round_right else 0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        for is_round, left in ((round_left, box.left()), (round_right, box.right() - radius)):
            if not is_round:
                corner = QPainterPath()
                corner.addRect(QRectF(left, box.top(), radius, box.height()))
                path = path.united(corner)
        return path

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setBold(bold)
        return font
