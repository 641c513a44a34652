"""Tests how labels break their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from desktop.gui.widgets.labels import WrappedLabel, label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ARABIC = "اخصم ٢٥٠٫١٣ من الفاتورة"


def make_label(qtbot: QtBot, text: str, width: int) -> WrappedLabel:
    """Returns a label in large type that is as high as its lines need."""
    made = label("hero", wrap=True)
    made.setStyleSheet("font-size: 40px; color: black; background: white;")
    made.setText(text)
    qtbot.addWidget(made)
    made.ensurePolished()
    made.resize(width, made.heightForWidth(width))
    return made


def inked_columns(made: WrappedLabel, line: int, lines: int) -> tuple[int, int]:
    """Returns the first and the last column in which a line has ink."""
    image = made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    height = image.height() // lines
    rows = range(line * height, (line + 1) * height)
    inked = [x for x in range(image.width()) if any(QColor(image.pixel(x, y)).lightness() < 128 for y in rows)]
    return inked[0], inked[-1]


def test_lines_from_right_to_left_begin_at_the_edge(qtbot: QtBot) -> None:
    """In Arabic, all lines of a text begin at the right edge, and nothing of them is outside at the left."""
    width = 300
    made = make_label(qtbot, ARABIC, width)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.setAlignment(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.show()
    assert made.text_lines()[0].lineCount() == 2
    for line in range(2):
        first, last = inked_columns(made, line, 2)
        assert last >= width - 5
        assert first >= 2


@pytest.mark.parametrize(
    ("text", "at_first"),
    [("Take ₹\u00a0250.13 off the bill", "Take ₹\u00a0250.13 "), ("The points were not redeemed", "The points ")],
)
@pytest.mark.parametrize("spare", [0, 20, 40])
def test_a_headline_has_no_single_word_in_its_last_line(qtbot: QtBot, text: str, at_first: str, spare: int) -> None:
    """The lines of a headline are about equally long. It does not get higher by that, and none is cut."""
    made = make_label(qtbot, text, 1)
    made.resize(made.fontMetrics().horizontalAdvance(text.rsplit(" ", 1)[0]) + spare, made.height())
    single, height = made.text_lines()
    assert single.lineCount() == 2
    made.is_balanced = True
    lines, balanced_height = made.text_lines()
    assert lines.lineCount() == 2
    assert balanced_height <= height
    first, second = (lines.lineAt(at) for at in range(2))
    assert text[first.textStart() : first.textStart() + first.textLength()].startswith(at_first)
    assert " " in text[second.textStart() :]
    assert max(first.naturalTextWidth(), second.naturalTextWidth()) <= made.contentsRect().width()


def lines_of(made: WrappedLabel) -> list[str]:
    """Returns what each line shows, without marks that are invisible."""
    lines, _ = made.text_lines()
    found = [lines.lineAt(at) for at in range(lines.lineCount())]
    texts = [lines.text()[one.textStart() : one.textStart() + one.textLength()] for one in found]
    return [text.replace("\N{WORD JOINER}", "").strip() for text in texts]


@pytest.mark.parametrize("spare", [2, 20, 40])
def test_a_chinese_headline_breaks_at_its_blank_and_not_within_a_word(qtbot: QtBot, spare: int) -> None:
    """The amount has a line of its own, as what is before it fits the other one."""
    made = make_label(qtbot, "请从账单中减去 ₹\u00a0250.13", 1)
    made.is_balanced = True
    width = made.fontMetrics().horizontalAdvance
    made.resize(max(width("请从账单中减去 "), width("₹\u00a0250.13")) + spare, made.height())
    assert lines_of(made) == ["请从账单中减去", "₹\u00a0250.13"]
    assert made.heightForWidth(made.width()) >= made.text_lines()[1]


def test_a_chinese_headline_without_a_blank_still_breaks(qtbot: QtBot) -> None:
    """Nothing is wider than the label, and no line is nearly empty."""
    made = make_label(qtbot, "积分没有兑换成功请再次兑换", 1)
    made.is_balanced = True
    made.resize(made.fontMetrics().horizontalAdvance(made.text()) * 3 // 4, made.height())
    first, second = lines_of(made)
    assert first + second == made.text()
    assert abs(len(first) - len(second)) <= 1


@pytest.mark.parametrize("text", ["bdfhklgjpqy bdfhklgjpqy", "ÅÉÂgjpqy ÅÉÂgjpqy", "ปู่ญี่ปุ่น ปู่ญี่ปุ่น", "कुर्सी कुर्सी"])
def test_the_lines_of_a_headline_are_close_and_never_touch(qtbot: QtBot, text: str) -> None:
    """They are as close as letters and marks allow, and the label is only as high as they need."""
    made = make_label(qtbot, text, 1)
    width = made.fontMetrics().horizontalAdvance(text.split(" ", maxsplit=1)[0]) + 20
    usual = made.heightForWidth(width)
    made.is_balanced = True
    made.resize(width, made.heightForWidth(width))
    made.show()
    lines, height = made.text_lines()
    assert lines.lineCount() == 2
    assert height <= made.height() <= usual
    image = made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    dark = [
        any(QColor(image.pixel(x, y)).lightness() < 128 for x in range(image.width())) for y in range(image.height())
    ]
    first, second = (lines.lineAt(at) for at in range(2))
    between = range(int(first.y() + first.ascent()), int(second.y() + second.ascent()))
    # A font can have less room between its lines than a headline. Then they stay as they are.
    assert made.height() == usual or sum(not dark[y] for y in between) >= 2


def test_latin_headlines_are_closer_than_texts(qtbot: QtBot) -> None:
    """By about an eighth of the size of type."""
    made = make_label(qtbot, "Take 250 off the bill", 200)
    usual = made.heightForWidth(200)
    if made.fontMetrics().lineSpacing() < 1.3 * made.font().pixelSize():
        pytest.skip("the lines of this font are close already")
    made.is_balanced = True
    assert usual - made.heightForWidth(200) >= 5
