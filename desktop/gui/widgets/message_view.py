"""Shows one message with an icon, what to do next and the number for support, and announces it to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.icons import Icon
from desktop.gui.scale import set_margins, set_spacing
from desktop.gui.style import set_role, set_tone
from desktop.gui.voice import announce
from desktop.gui.widgets.labels import ValueLabel, breakable, caption

if TYPE_CHECKING:
    from desktop.gui.screen import Notice
    from desktop.gui.style import Style

_ICONS = {"bad": ("alert", "bad"), "wait": ("clock", "wait"), "good": ("check", "good"), "info": ("info", "accent")}
"""An icon and the role of its colour for each tone, so that a tone never depends on colour alone."""

_LARGE_ICON = 24
_MARGINS, _SMALL_MARGINS = (16, 12, 16, 12), (8, 4, 8, 4)
_BANNER_MARGINS, _SMALL_BANNER_MARGINS = (24, 6, 24, 6), (8, 0, 8, 0)
"""As those of the page and of the other banners, so that all icons stand below each other. With a button, it is as high
as the banner of the POS.
"""

_UNLIMITED = 16_777_215


class _Parts(NamedTuple):
    """What a message is made of."""

    icon: Icon
    title: QLabel
    text: ValueLabel


class MessageView(QFrame):
    """A message in the place that it is about. Hidden while there is none.

    The window has one in every place where a message can stand. Exactly one of them is visible at a time, or the one in
    the banner if there is no message.
    """

    def __init__(self, style: Style, *, in_banner: bool = False) -> None:
        """Shows nothing yet.

        Args:
            style: the theme.
            in_banner: True for the one that stays visible without a message, with no height.
        """
        super().__init__()
        self._in_banner = in_banner
        set_role(self, "notice")
        # The style sheet selects an empty message by it.
        self.setProperty("tone", "")
        self._row = QHBoxLayout(self)
        self._margins = _BANNER_MARGINS if in_banner else _MARGINS
        set_margins(self._row, *self._margins)
        set_spacing(self._row, 12)
        self._style = style
        self._made: _Parts | None = None
        self._text = ""
        self._support: QLabel | None = None
        self._notice: Notice | None = None
        self._is_brief = False
        self._is_clear = not in_banner
        if in_banner:
            self.clear()
        else:
            self.hide()

    @property
    def support(self) -> QLabel:
        """The number for support, in small type. A step may move it to a place of its own."""
        if self._support is None:
            self._support = caption("small", "")
            self._support.hide()
        return self._support

    @property
    def _parts(self) -> _Parts:
        """The icon and the labels. Most views never show a message, so they are made when the first one comes."""
        if self._made is None:
            title, text = caption("strong", ""), ValueLabel(self.tr("Message"), "message", "message")
            for one in (title, text):
                one.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            icon = Icon(self._style, "", "bad", _LARGE_ICON, self)
            # Beside a button, one line stands in the middle of its height.
            side = Qt.AlignmentFlag.AlignVCenter if self._in_banner else Qt.AlignmentFlag.AlignTop
            self._row.insertWidget(0, icon, 0, side)
            words = QVBoxLayout()
            words.setSpacing(0)
            # A step may have moved the number for support already.
            for part in (title, text, *([self.support] if self.support.parent() is None else [])):
                words.addWidget(part)
            self._row.insertLayout(1, words, 1)
            self._made = _Parts(icon, title, text)
        return self._made

    @property
    def text(self) -> str:
        """The whole message that is shown; empty if there is none."""
        return self._text

    @property
    def label(self) -> QWidget:
        """The label that a screen reader reads."""
        return self._parts.text

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        small, large = (_SMALL_BANNER_MARGINS, _BANNER_MARGINS) if self._in_banner else (_SMALL_MARGINS, _MARGINS)
        self._margins = small if compact else large
        if not (self._in_banner and self._is_clear):
            set_margins(self._row, *self._margins)

    def set_brief(self, *, brief: bool) -> None:
        """Shows reason and next step in one paragraph, or the reason in a line of its own."""
        if brief != self._is_brief:
            self._is_brief = brief
            if self._notice is not None:
                self._show_notice(self._notice)

    def add_button(self, button: QWidget) -> None:
        """Adds a button beside the message."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def clear(self) -> None:
        """Shows no message."""
        if self._is_clear:
            return
        self._is_clear, self._notice = True, None
        self._show("", "", "", "")
        text = self._parts.text
        text.set_words(self.tr("Message"))
        text.show_value("")
        if self._in_banner:
            # An element that a screen reader can find must stay, but takes no room.
            text.setMaximumHeight(0)
            # Not Qt's own setter, because a window that changes its size would bring the margins back.
            set_margins(self._row, 0, 0, 0, 0)
        else:
            self.hide()

    def show_message(self, notice: Notice, words: str = "") -> None:
        """Shows a message.

        Args:
            notice: what to show; it has a text.
            words: what a screen reader reads before it; by default `Message`.
        """
        self._is_clear, self._notice = False, notice
        shown = self._parts.text
        shown.set_words(words or self.tr("Message"))
        self._show_notice(notice)
        if self._in_banner and shown.maximumHeight() == 0:
            shown.setMaximumHeight(_UNLIMITED)
            set_margins(self._row, *self._margins)
        self.show()

    def _show_notice(self, notice: Notice) -> None:
        rest = notice.text.removeprefix(notice.title).strip()
        title, text = (notice.title, rest) if rest and not self._is_brief else ("", notice.text)
        self._show(notice.tone, title, text, self._support_words(notice))
        self._parts.text.show_value(notice.spoken, breakable(text))

    def _support_words(self, notice: Notice) -> str:
        if not notice.support:
            return ""
        words = self.tr("For support: {number}")
        if notice.short_request:
            words = self.tr("For support: {number} · request {request}")
        return words.format(number=notice.support, request=notice.short_request)

    def _show(self, tone: str, title: str, text: str, support: str) -> None:
        parts = self._parts
        self._text = " ".join(one for one in (title, text) if one)
        set_tone(self, tone)
        set_tone(parts.title, tone)
        # The reason stands out, and so does a message of one sentence.
        set_tone(parts.text, "" if title else tone)
        parts.icon.show_icon(*_ICONS.get(tone, ("", "accent")))
        parts.icon.setVisible(bool(tone))
        parts.title.setText(breakable(title))
        parts.title.setVisible(bool(title))
        self.support.setText(support)
        self.support.setVisible(bool(support))


class StandingWarning(QFrame):
    """A line for warnings that stay for the whole session. It is hidden if there are none."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.setObjectName("standing_warning_strip")
        row = QHBoxLayout(self)
        set_margins(row, 24, 6, 24, 6)
        set_spacing(row, 12)
        self._text = ValueLabel(self.tr("Warning"), "standing_warning", "message")
        self._text.setWordWrap(True)
        row.addWidget(Icon(style, "alert", "wait", _LARGE_ICON), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    def show_warnings(self, texts: tuple[str, ...]) -> None:
        """Shows warnings, one below the other. A new one is announced."""
        text = "\n".join(texts)
        changed = text != self._text.text()
        self._text.show_value(text)
        self.setVisible(bool(texts))
        if changed and text:
            announce(self._text, text)
