"""Styles the window: colour roles, sizes and spaces from the tokens, and the style sheet made of them."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QStyle, QWidget
from shiboken6 import getAllValidWrappers, isValid

from desktop.domain.settings import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_LINE = 4
"""The widest line in pixels. Lines do not grow with the window."""

_SAMPLE = "Compare with the service 0123456789"
_USUAL_WIDTH = 0.535
"""Mean width of the sample's bold letters, relative to their size, in the fonts that the pages are laid out for."""

_WHOLE, _NEARLY_WHOLE, _NARROWEST = 100, 95, 80
"""Per cent of a font's own width: all of it, so much that it fits as well, and the least that is read easily."""


class Style(QObject):
    """The colours and sizes in force.

    Attributes:
        scale: how much larger than at 1024×600 everything is drawn: 1 or more.

    Signals:
        changed: the colours or sizes have changed. Widgets that paint themselves must repaint.
    """

    changed = Signal()

    def __init__(self, app: QApplication, folder: Path, theme: Theme) -> None:
        super().__init__(app)
        self._app = app
        for kind in ("icons", "countries"):
            QDir.setSearchPaths(kind, [str(folder.parent / kind)])
        tokens = json.loads((folder / "tokens.json").read_text(encoding="utf-8"))
        self._sheet = (folder / "till.qss").read_text(encoding="utf-8")
        self._compact = (folder / "compact.qss").read_text(encoding="utf-8")
        self._contrast = (folder / "high-contrast.qss").read_text(encoding="utf-8")
        self._colours: dict[str, dict[str, str]] = tokens["colour"]
        self._tokens: dict[str, int] = tokens["size"] | tokens["space"] | tokens["length"]
        self.scale = 1.0
        self._wants_stillness = False
        self._theme = theme
        self._applied: tuple[str, float] = ("", 1.0)
        self._is_building = False
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self.apply(theme)

    def apply(self, theme: Theme) -> None:
        """Applies a theme to the whole application at once."""
        self._theme = theme
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Changes the size of type and of everything that the style sheet sizes."""
        self.scale = scale
        self._apply()

    @contextmanager
    def building(self) -> Iterator[None]:
        """Leaves the style sheet out while a window's widgets are made, and applies it to all of them afterwards.

        With a sheet in force, Qt goes through a whole tree of widgets each time that it gets a parent. That takes
        three quarters of the time in which the window is made.
        """
        self._is_building = True
        own = self._take_sheets()
        try:
            yield
        finally:
            self._is_building = False
            self._set_sheets(own)

    def reduce_motion(self, *, reduced: bool) -> None:
        """Sets whether the settings ask for still patterns instead of moving ones."""
        if reduced != self._wants_stillness:
            self._wants_stillness = reduced
            self.changed.emit()

    @property
    def reduces_motion(self) -> bool:
        """True if nothing may move: the settings say so, or the desktop, as far as Qt's style passes it on."""
        duration = self._app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return self._wants_stillness or duration == 0

    def _apply(self) -> None:
        wanted = (self._name(), self.scale)
        if wanted == self._applied:
            return
        self._applied = wanted
        font = self._app.font()
        font.setPixelSize(self.px("text"))
        font.setStretch(stretch_of(font))
        self._app.setFont(font)
        self._app.setPalette(self._palette())
        if not self._is_building:
            # Taking the sheets away and then setting them is five times faster than replacing the application's.
            self._set_sheets(self._take_sheets())
        self.changed.emit()

    def _take_sheets(self) -> list[tuple[QWidget, str]]:
        """Takes all style sheets away. Returns those of widgets."""
        # Only Python sets sheets. `allWidgets` would return Qt's own widgets too, which takes memory (`gui/scale.py`).
        known = [one for one in getAllValidWrappers() if isinstance(one, QWidget)]
        own = [(widget, sheet) for widget in known if (sheet := widget.styleSheet())]
        for widget, _ in own:
            widget.setStyleSheet("")
        self._app.setStyleSheet("")
        return own

    def _set_sheets(self, own: list[tuple[QWidget, str]]) -> None:
        """Sets the sheet of the theme and scale in force, and those of widgets."""
        self._app.setStyleSheet(self.sheet_at(self.scale))
        for widget, sheet in own:
            if isValid(widget):
                widget.setStyleSheet(sheet)

    def px(self, token: str) -> int:
        """Returns a size, space or length of the tokens in pixels at the current scale."""
        return round(self._tokens[token] * self.scale)

    def colour(self, role: str) -> QColor:
        """Returns the colour of a role, for widgets that paint themselves."""
        return QColor(self._colours[self._applied[0]][role])

    def _name(self) -> str:
        match self._theme:
            case Theme.LIGHT | Theme.DARK | Theme.HIGH_CONTRAST:
                return self._theme.value
            case Theme.SYSTEM:
                return self._system()

    def _system(self) -> str:
        hints = QGuiApplication.styleHints()
        accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and newer
        contrast = accessibility().contrastPreference() if accessibility is not None else None
        if contrast is not None and contrast == Qt.ContrastPreference.HighContrast:
            return Theme.HIGH_CONTRAST.value
        return Theme.DARK.value if hints.colorScheme() == Qt.ColorScheme.Dark else Theme.LIGHT.value

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, colour in (
            (QPalette.ColorRole.Window, "ground"),
            (QPalette.ColorRole.Base, "surface"),
            (QPalette.ColorRole.Button, "surface"),
            (QPalette.ColorRole.Text, "ink"),
            (QPalette.ColorRole.WindowText, "ink"),
            (QPalette.ColorRole.ButtonText, "ink"),
            (QPalette.ColorRole.PlaceholderText, "faint"),
            (QPalette.ColorRole.Highlight, "accent"),
            (QPalette.ColorRole.HighlightedText, "on_accent"),
            (QPalette.ColorRole.Link, "accent"),
        ):
            palette.setColor(role, self.colour(colour))
        return palette

    @property
    def compact(self) -> str:
        """The additional style sheet for small windows. It has sizes only, so no theme changes it."""
        return self._sized(self._compact, self.scale)

    def sheet_at(self, scale: float) -> str:
        """Returns the style sheet for a window with a scale of its own."""
        name = self._applied[0]
        colours = self._colours[name]
        sheet = re.sub(r"\$(\w+)", lambda found: colours[found[1]], self._sheet)
        if name == Theme.HIGH_CONTRAST.value:
            sheet += self._contrast
        if QGuiApplication.isRightToLeft():
            # Qt leaves the sides of borders as they are, and the bar of a selected row stands where the line begins.
            sheet = sheet.replace("border-left", "border-right")
        return self._sized(sheet, scale)

    def _sized(self, sheet: str, scale: float) -> str:
        sized = re.sub(r"@(\w+?)px", lambda found: f"{self._tokens[found[1]]}px", sheet)

        def scaled(found: re.Match[str]) -> str:
            length = int(found[1])
            return f"{length if length <= _LINE else round(length * scale)}px"

        return re.sub(r"\b(\d+)px", scaled, sized)

    @Slot()
    def _on_scheme_changed(self) -> None:
        self.apply(self._theme)


def set_role(widget: QWidget, role: str, tone: str = "") -> None:
    """Sets a widget's role, by which the style sheet selects it."""
    widget.setProperty("role", role)
    if tone:
        widget.setProperty("tone", tone)


def change_role(widget: QWidget, role: str) -> None:
    """Changes the role of a widget that has been shown already."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def set_tone(widget: QWidget, tone: str) -> None:
    """Changes a widget's tone (`bad`, `wait`, `good`, `info`, empty) and repaints it."""
    if (widget.property("tone") or "") == tone:
        return
    widget.setProperty("tone", tone)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def stretch_of(font: QFont) -> int:
    """Returns to how many per cent of its width a font is narrowed, so that pages fit their windows with it; 0 if not.

    A machine may have none of the usual fonts, but one that is wider (DejaVu Sans, Verdana). Texts would be cut off.
    """
    bold = QFont(font)
    bold.setBold(True)
    bold.setStretch(_WHOLE)
    mean = QFontMetricsF(bold).horizontalAdvance(_SAMPLE) / len(_SAMPLE) / bold.pixelSize()
    stretch = int(_WHOLE * _USUAL_WIDTH / mean)
    # With 100, Qt would pass over fonts of other scripts that are narrow by themselves.
    return 0 if stretch >= _NEARLY_WHOLE else max(_NARROWEST, stretch)


def tabular(widget: QWidget) -> None:
    """Gives all digits of a widget the same width, so that amounts do not move while they change."""
    font = QFont(widget.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    widget.setFont(font)
