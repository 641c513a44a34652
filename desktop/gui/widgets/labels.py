"""Provides labels with a role, and labels with a value that a screen reader reads together with its name."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QStyle, QWidget

from desktop.gui.accessible_objects import make_heading
from desktop.gui.style import set_role, tabular

_HEADLINE, _BETWEEN = 1.2, 0.1
"""Relative to the size of type: the distance of two lines of a headline, and the least room between what they show."""


class WrappedLabel(QLabel):
    """A label that breaks its lines better than Qt, if it has several.

    In a window from right to left, Qt moves each line that ends in a break to the left by the width of a space, partly
    out of the label.

    Attributes:
        is_balanced: True for a headline: all lines are about equally long, so that the last one is not a single word,
            and closer to each other than those of a text.
        wants_one_line: True if it is as wide as its text wherever there is room. By itself, Qt prefers a square.
    """

    is_balanced = False
    wants_one_line = False

    _balanced: tuple[tuple[str, int, QFont], str, int] | None = None
    """What is broken into balanced lines, and at which width, with the text, room and type that it was found for."""

    def sizeHint(self) -> QSize:
        """The size that Qt prefers, or that of one line."""
        hint = super().sizeHint()
        if not self.wants_one_line:
            return hint
        return QSize(max(hint.width(), self.fontMetrics().horizontalAdvance(self._plain) + 1), hint.height())

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        if not (self.is_balanced and self.wordWrap()):
            return super().heightForWidth(width)
        edges = self.size() - self.contentsRect().size()
        room = max(1, width - edges.width())
        return math.ceil(self._broken(room, room)[1]) + edges.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the text in lines."""
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if not self.wordWrap() or not (is_rtl or self.is_balanced):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines, height = self.text_lines()
        box = self.contentsRect()
        lines.draw(painter, QPointF(box.x(), box.y() + self._above(box.height() - height)))
        painter.end()

    def text_lines(self) -> tuple[QTextLayout, float]:
        """Returns the text in lines as they are painted inside the contents, and their height in pixels."""
        room = self.contentsRect().width()
        lines, height = self._broken(room, room)
        if self.is_balanced and lines.lineCount() > 1:
            found_for = (self._plain, room, self.font())
            if self._balanced is None or self._balanced[0] != found_for:
                self._balanced = found_for, *self._balance(lines, room)
            lines, height = self._broken(self._balanced[2], room, self._balanced[1])
        return lines, height

    def _balance(self, lines: QTextLayout, room: int) -> tuple[str, int]:
        """Returns what to break, and the least width at which it needs no more lines than these in the whole room."""
        text = self._plain
        # A word of several Chinese characters stays whole where a blank is as good a place for a break.
        if (whole := _glued(text)) != text:
            glued, _ = self._broken(room, room, whole)
            if glued.lineCount() == lines.lineCount() and _longest(glued) <= room:
                text, lines = whole, glued
        width = min(room, _longest(lines))
        while True:
            # Anything between leaves the lines as they are.
            tried, _ = self._broken(width - 1, room, text)
            longest = _longest(tried)
            if tried.lineCount() > lines.lineCount() or longest >= width:
                return text, width
            width = longest

    def _broken(self, width: int, room: int, text: str = "") -> tuple[QTextLayout, float]:
        """Returns the text, or another one, in lines of at most this width, aligned in the whole room; their height."""
        lines = QTextLayout(text or self._plain, self.font(), self)
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        option = QTextOption(side & Qt.AlignmentFlag.AlignHorizontal_Mask & ~Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        lines.setTextOption(option)
        left = 0.0
        if side & Qt.AlignmentFlag.AlignRight:
            left = room - width
        elif side & Qt.AlignmentFlag.AlignHCenter:
            left = (room - width) / 2
        lines.beginLayout()
        while (line := lines.createLine()).isValid():
            line.setLineWidth(width)
        lines.endLayout()
        top, above = 0.0, lines.lineAt(0)
        for at in range(lines.lineCount()):
            line = lines.lineAt(at)
            if at:
                top += above.ascent() - line.ascent() + self._baseline_distance(above, line)
            line.setPosition(QPointF(left, top))
            above = line
        return lines, top + above.height()

    def _baseline_distance(self, above: QTextLine, line: QTextLine) -> float:
        """Returns the pixels between the baselines of two lines. What is written in them never touches."""
        usual = above.descent() + self.fontMetrics().leading() + line.ascent()
        if not self.is_balanced:
            return usual
        size = self.font().pixelSize()
        shown = _ink(above)[1] - _ink(line)[0]
        return min(usual, max(_HEADLINE * size, shown + _BETWEEN * size))

    @property
    def _plain(self) -> str:
        """The text as it is shown. A label with a buddy has `&&` for `&`."""
        return self.text().replace("&&", "&") if self.buddy() is not None else self.text()

    def _above(self, free: float) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0
        return free if self.alignment() & Qt.AlignmentFlag.AlignBottom else free / 2


def _glued(text: str) -> str:
    """Returns a text without places for a break between Chinese characters."""
    return _BETWEEN_CHINESE.sub("\N{WORD JOINER}", text)


_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")


def _longest(lines: QTextLayout) -> int:
    """Returns the width of the longest line in pixels, rounded up."""
    return math.ceil(max(lines.lineAt(at).naturalTextWidth() for at in range(lines.lineCount())))


def _ink(line: QTextLine) -> tuple[float, float]:
    """Returns how far the letters and marks of a line reach in pixels below its baseline, at the top and the bottom."""
    baseline = line.y() + line.ascent()
    boxes = [
        (place.y() - baseline, run.rawFont().boundingRect(glyph))
        for run in line.glyphRuns()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]
    tops, bottoms = [y + box.top() for y, box in boxes], [y + box.bottom() for y, box in boxes]
    return min(tops, default=0.0), max(bottoms, default=0.0)


def label(role: str, text: str = "", *, name: str = "", wrap: bool = False) -> WrappedLabel:
    """Creates a label with a role of the style sheet.

    It shows plain text, so that no name or message is read as markup.
    """
    made = WrappedLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    set_role(made, role)
    made.setWordWrap(wrap)
    align_leading(made)
    if name:
        made.setObjectName(name)
    return made


def caption(role: str, text: str) -> WrappedLabel:
    """Creates a label beside something whose accessible name already contains its text."""
    made = label(role, text)
    made.setAccessibleName(" ")
    return made


def breakable(text: str) -> str:
    """Allows line breaks within words that could be as long as a line.

    A label is otherwise as wide as its longest word, and a service's message can have one that is wider than a window.
    """
    return _LONG_WORD.sub(lambda word: word[0] + _BREAK_HERE, text)


def show_breakable(shown: QLabel, text: str) -> None:
    """Shows a text whose long words, such as a bill number, may be broken. A screen reader reads them whole."""
    shown.setText(breakable(text))
    shown.setAccessibleName(text)


_LONG_WORD = re.compile(r"[!-.0-~]{20}")
"""Qt breaks lines at a slash, and writing without blanks anywhere."""

_BREAK_HERE = "\N{ZERO WIDTH SPACE}"


def literal(text: str) -> str:
    """Escapes a text for a button, or for a label with a buddy. Both read `&` as the mark of a shortcut."""
    return text.replace("&", "&&")


def set_plain_tip(widget: QWidget, text: str) -> None:
    """Sets a tool tip that shows exactly this text. Qt would read a name that looks like HTML as HTML."""
    widget.setToolTip(RichText.convertFromPlainText(text) if RichText.mightBeRichText(text) else text)


def align_leading(made: QLabel | QLineEdit) -> None:
    """Aligns a label or a field with the start of the line.

    By itself, Qt puts figures at the wrong end of a right-to-left line, and also the cursor of an empty field.
    """
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        made.setAlignment(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def align_trailing(made: QLabel) -> None:
    """Aligns a label with the end of the line, so that figures stand in a column.

    By itself, Qt aligns each label by the direction of its own text, and figures have that of English.
    """
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
    made.setAlignment(Qt.AlignmentFlag.AlignAbsolute | side | Qt.AlignmentFlag.AlignVCenter)


class ValueLabel(WrappedLabel):
    """A label with a value. Its accessible name is `<words>: <value>`, so that a screen reader reads both.

    The text that is shown may be shorter or formatted differently. The accessible name always has the words and the
    value.
    """

    def __init__(self, words: str, object_name: str, role: str, *, is_heading: bool = False) -> None:
        """Shows nothing yet.

        Args:
            words: what stands before the value in the accessible name.
            object_name: in snake_case.
            role: of the style sheet.
            is_heading: True if screen readers call it a heading.
        """
        super().__init__()
        if is_heading:
            # Before it has a name, because Qt keeps the object that it makes when that is told.
            make_heading(self)
        self._words = words
        self.setObjectName(object_name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, role)
        align_leading(self)
        tabular(self)
        self.show_value("")

    def set_words(self, words: str) -> None:
        """Changes the words before the value. They count from the next value on."""
        self._words = words

    def show_value(self, value: str, shown: str | None = None) -> None:
        """Shows a value.

        Args:
            value: what a screen reader reads after the words.
            shown: the text on the screen, if it differs.
        """
        self.setText(value if shown is None else shown)
        _name(self, self._words, value)


def _name(made: QLabel, words: str, value: str) -> None:
    name = f"{words}: {value}" if value else words
    if made.accessibleName() != name:
        made.setAccessibleName(name)


class ElidedLabel(QLabel):
    """A label for a text of any length. If there is no room, it ends in `…`, and its tool tip has the whole text.

    Attributes:
        shows_part: False to show nothing rather than a part of the text.
        separator: stands between parts of the text, of which only the first may be cut; empty if the text may end
            anywhere.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self.shows_part = True
        self.separator = ""
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, role)
        align_leading(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Sets the whole text."""
        if text == self._whole:
            return
        self._whole = text
        super().setText(text)
        self.setToolTip("")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elides the text again."""
        super().resizeEvent(event)
        self._fit()

    @property
    def shown(self) -> str:
        """The text as it is shown."""
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if text == self._whole:
            return text
        if not self.shows_part:
            return ""
        before, separator, _part = text.rpartition(self.separator) if self.separator else ("", "", "")
        return f"{before}{separator}…" if before else text

    def _fit(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self._whole) > self.width() > 0
        set_plain_tip(self, self._whole if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the text, elided if there is no room."""
        if not self.toolTip():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(QStyle.visualAlignment(self.layoutDirection(), self.alignment())), self.shown)
        painter.end()


class ElidedValueLabel(ElidedLabel):
    """A label for a value of any length, such as a name. A screen reader reads the whole value with its words."""

    def __init__(self, words: str, object_name: str, role: str) -> None:
        super().__init__(role)
        self._words = words
        self.setObjectName(object_name)
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Shows a value, elided if there is no room."""
        self.setText(value)
        _name(self, self._words, value)


class DateLabel(ElidedLabel):
    """A day with its year, or without year and day of the week, or nothing if there is no room for that either."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self._forms = ("", "")

    def show_day(self, full: str, short: str) -> None:
        """Shows a day in the longer form that fits. A screen reader reads the full one."""
        self._forms = (full, short)
        self.setAccessibleName(full)
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses the form again."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        width = self.fontMetrics().horizontalAdvance
        # What is beside it names the day too, so a few letters of it are of no use.
        self.setText(next((form for form in self._forms if width(form) <= self.width()), ""))
