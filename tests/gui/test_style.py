"""Tests of the style: every role in every theme, readable contrasts, and no role or size without a token."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel

from desktop import paths
from desktop.domain.settings import Theme
from desktop.gui.scale import scale_for
from desktop.gui.style import Style, set_role, set_tone, stretch_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

STYLE = paths.resources() / "style"
TOKENS = json.loads((STYLE / "tokens.json").read_text(encoding="utf-8"))
SHEET = (STYLE / "till.qss").read_text(encoding="utf-8")
THEMES = ("light", "dark", "high-contrast")

ON = {
    "ink": ("ground", "surface", "accent_soft", "good_soft", "wait_soft", "bad_soft"),
    "soft": ("ground", "surface", "accent_soft", "good_soft", "wait_soft", "bad_soft"),
    "faint": ("ground", "surface"),
    "accent": ("ground", "surface", "accent_soft"),
    "on_accent": ("accent", "accent_pressed"),
    "good": ("surface", "good_soft"),
    "wait": ("ground", "surface", "wait_soft"),
    "bad": ("surface", "bad_soft"),
    "paper_ink": ("paper",),
}
"""Colours of text, and the backgrounds that it is shown on."""

BESIDE = {"edge": ("ground", "surface"), "accent": ("ground", "surface"), "bad": ("surface",), "wait": ("surface",)}
"""Lines and signs that must be recognisable without reading (WCAG 1.4.11)."""


def luminance(colour: str) -> float:
    """Returns the relative luminance by WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    """Returns the contrast ratio by WCAG 2, from 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.fixture
def restored(style: Style) -> Iterator[Style]:
    """Yields the style, and restores the theme afterwards."""
    yield style
    style.apply(Theme.LIGHT)


def test_every_theme_has_every_role() -> None:
    """Every theme has every colour that another one has, and each is a colour."""
    colours = TOKENS["colour"]
    assert set(colours) == set(THEMES)
    for theme in THEMES:
        assert set(colours[theme]) == set(colours["light"]), theme
        assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours[theme].values()), theme


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("role", "ground"), [(role, ground) for role, grounds in ON.items() for ground in grounds])
def test_text_can_be_read(theme: str, role: str, ground: str) -> None:
    """The contrast is 4.5 to 1 for every text on every background it is shown on, and 7 to 1 in high contrast."""
    colours = TOKENS["colour"][theme]
    wanted = 7.0 if theme == "high-contrast" else 4.5
    assert contrast(colours[role], colours[ground]) >= wanted


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("role", "ground"), [(role, ground) for role, grounds in BESIDE.items() for ground in grounds])
def test_lines_are_visible(theme: str, role: str, ground: str) -> None:
    """The contrast is 3 to 1 for the edges of fields and for signs."""
    colours = TOKENS["colour"][theme]

    assert contrast(colours[role], colours[ground]) >= 3.0


def test_the_style_sheet_uses_only_tokens() -> None:
    """Every colour in the style sheet is a role, and every role and size in it exists."""
    assert set(re.findall(r"\$(\w+)", SHEET)) <= set(TOKENS["colour"]["light"])
    assert set(re.findall(r"@(\w+?)px", SHEET)) <= set(TOKENS["size"]) | set(TOKENS["space"]) | set(TOKENS["length"])
    without_comments = re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)
    # A hash is followed by the name of a widget, never by a colour.
    assert not re.findall(r":\s*#[0-9a-fA-F]{3,8}\b", without_comments)
    assert not re.findall(r"\brgba?\(", without_comments)


def is_dark(style: Style) -> bool:
    """True if the background is darker than the text on it."""
    return style.colour("ground").lightness() < style.colour("ink").lightness()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_a_theme_applies_at_once(restored: Style, qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    """A theme changes the style sheet and the palette at once, and notifies the widgets that paint themselves."""
    other = Theme.DARK if theme is Theme.LIGHT else Theme.LIGHT
    restored.apply(other)
    with qtbot.waitSignal(restored.changed, timeout=1_000):
        restored.apply(theme)
    colours = TOKENS["colour"][theme.value]
    assert restored.colour("accent") == QColor(colours["accent"])
    assert colours["ground"] in qapp.styleSheet()
    assert "$" not in qapp.styleSheet()
    assert qapp.palette().color(QPalette.ColorRole.Text) == QColor(colours["ink"])
    assert is_dark(restored) == (theme is not Theme.LIGHT)


def test_a_theme_in_force_is_not_applied_again(restored: Style, qtbot: QtBot) -> None:
    """A theme that is already in force is not applied again, because that takes time."""
    with qtbot.assertNotEmitted(restored.changed):
        restored.apply(Theme.LIGHT)


def test_the_theme_follows_the_desktop(restored: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the setting says so, the window turns dark as soon as the desktop does."""
    hints = QGuiApplication.styleHints()
    schemes = iter([Qt.ColorScheme.Light, Qt.ColorScheme.Dark, Qt.ColorScheme.Dark])

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return next(schemes)

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    restored.apply(Theme.SYSTEM)
    assert not is_dark(restored)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert is_dark(restored)


def test_a_tone_is_painted_at_once(restored: Style, qtbot: QtBot) -> None:
    """A widget that changes its tone is repainted at once."""
    widget = QLabel("text")
    qtbot.addWidget(widget)
    set_role(widget, "note")
    widget.ensurePolished()
    calm = widget.palette().color(QPalette.ColorRole.WindowText)
    set_tone(widget, "bad")
    assert widget.palette().color(QPalette.ColorRole.WindowText) == restored.colour("bad") != calm


def test_all_sizes_leave_room_for_a_finger() -> None:
    """Everything that can be pressed is at least 44 pixels high."""
    for name in ("target", "control", "field"):
        assert TOKENS["length"][name] >= 44, name


def test_type_has_five_sizes_and_two_weights() -> None:
    """The style sheet sets type by the five tokens only, regular or bold."""
    assert len(TOKENS["size"]) == 5
    assert set(re.findall(r"font-size: ([^;]+);", SHEET)) == {f"@{name}px" for name in TOKENS["size"]}
    assert set(re.findall(r"font-weight: (\w+)", SHEET)) == {"400", "700"}


def test_the_window_grows_with_the_screen(restored: Style, qapp: QApplication) -> None:
    """Type and lengths are multiplied by the scale; lines keep their width."""
    try:
        restored.set_scale(scale_for(1920, 1080))
        assert restored.px("text") == 26
        assert "font-size: 26px" in qapp.styleSheet()
        assert "border: 2px solid" in qapp.styleSheet()
    finally:
        restored.set_scale(1.0)


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1024, 600), 1.0), ((800, 600), 1.0), ((512, 384), 1.0), ((1024, 768), 1.0), ((1920, 1080), 1.6)],
)
def test_the_scale_never_makes_anything_smaller(size: tuple[int, int], scale: float) -> None:
    """A small window is drawn at scale 1, and three quarters of the additional room go into size."""
    assert scale_for(*size) == pytest.approx(scale)


@pytest.mark.parametrize("spread", [40, 60, 80, 100, 110, 120, 130, 160])
def test_a_wide_font_is_narrowed(qapp: QApplication, spread: int) -> None:
    """Texts in it take no more room than in the usual fonts; a font that is narrow enough stays as it is."""
    wide = QFont(qapp.font())
    wide.setPixelSize(16)
    wide.setBold(True)
    wide.setStretch(100)
    wide.setLetterSpacing(QFont.SpacingType.PercentageSpacing, spread)
    stretch = stretch_of(wide)
    assert stretch == 0 or 80 <= stretch < 95
    mean = QFontMetricsF(wide).horizontalAdvance("Compare with the service 0123456789") / 35 / 16
    wanted = mean * (stretch or 100) / 100
    assert wanted <= 0.57 or stretch == 80
    assert wanted >= 0.52 or stretch == 0


def test_the_window_uses_the_narrowed_font(restored: Style, qapp: QApplication) -> None:
    """All widgets take it from the application, whatever the style sheet says of their size and weight."""
    assert restored.scale >= 1
    made = QLabel("Redeem")
    set_role(made, "title")
    made.ensurePolished()
    assert made.font().stretch() == qapp.font().stretch()
    # Qt says 100 for a font that is as wide as it is.
    assert qapp.font().stretch() % 100 == stretch_of(qapp.font())
