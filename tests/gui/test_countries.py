"""Tests that countries have names in the window's language, in its order, and are found by what is typed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.domain.regions import REGIONS
from desktop.domain.settings import LANGUAGES, SCHEMA
from desktop.gui.formats import locale_of
from desktop.gui.setting_words import regions
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.setting_control import make_control

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.gui.style import Style


ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system sorts")


@pytest.fixture(autouse=True)
def default_locale(style: Style) -> Iterator[None]:  # noqa: ARG001 - says where the names are
    """Gives the process its locale back."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


def countries(qtbot: QtBot, style: Style, language: str) -> ChoiceBox:
    """Returns the choice of the country in a language's window, at India."""
    QLocale.setDefault(locale_of(language, "IN"))
    control = make_control(SCHEMA["country"], style, same_as="")
    control.show_value("IN")
    box = control.target
    assert isinstance(box, ChoiceBox)
    box.setParent(None)
    qtbot.addWidget(box)
    return box


def type_into(widget: QObject, text: str) -> None:
    """Presses a key for each letter, of any script."""
    for one in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, one))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name(language: str) -> None:
    """Names are missing in no language, and many are not the English ones."""
    QLocale.setDefault(locale_of(language, "IN"))
    found = regions()
    assert {one.code for one in found} == REGIONS
    assert [one.code for one in found if not one.name] == []
    assert (sum(one.name != one.english for one in found) > len(found) / 3) is (language != "en")


@ON_LINUX
@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Afghanistan (AF)", "Zimbabwe (ZW)"),
        ("ar", "آيسلندا (IS)", "هونغ كونغ الصينية (منطقة إدارية خاصة) (HK)"),
        ("es", "Afganistán (AF)", "Zimbabue (ZW)"),
        ("fr", "Afghanistan (AF)", "Zimbabwe (ZW)"),
        ("hi", "अंगोला (AO)", "होंडूरास (HN)"),
        ("id", "Afganistan (AF)", "Zimbabwe (ZW)"),
        ("th", "กรีซ (GR)", "เฮติ (HT)"),
        ("zh_CN", "阿尔巴尼亚 (AL)", "中国香港特别行政区 (HK)"),
    ],
)
def test_the_order_is_the_languages_own(qtbot: QtBot, style: Style, language: str, first: str, last: str) -> None:
    """Chinese by sound, Thai by its consonants, and accents count last."""
    box = countries(qtbot, style, language)
    assert (box.itemText(0), box.itemText(box.count() - 1)) == (first, last)


@ON_LINUX
def test_accents_do_not_change_the_place(qtbot: QtBot, style: Style) -> None:
    """`États-Unis` stands among the countries with an E."""
    box = countries(qtbot, style, "fr")
    names = [box.itemText(at) for at in range(box.count())]
    assert names.index("Espagne (ES)") < names.index("États-Unis (US)") < names.index("Éthiopie (ET)")
    assert names.index("Éthiopie (ET)") < names.index("Fidji (FJ)")


@pytest.mark.parametrize(
    ("language", "typed", "code"),
    [
        ("en", "united k", "GB"),
        ("en", "TH", "TH"),
        ("en", "cote", "CI"),
        ("fr", "etats", "US"),
        ("fr", "germany", "DE"),
        ("fr", "Côte d'Iv", "CI"),
        ("hi", "फ़्रां", "FR"),
        ("hi", "france", "FR"),
        ("ar", "مصر", "EG"),
        ("ar", "سعودي", "SA"),
        ("ar", "id", "ID"),
        ("th", "ญี่ปุ่น", "JP"),
        ("zh_CN", "法", "FR"),
        ("zh_CN", "jp", "JP"),
        ("en", "zzz", "ZM"),
    ],
)
@pytest.mark.parametrize("is_open", [False, True])
def test_typing_finds_a_country(  # noqa: PLR0917 - the fixtures and a row of the table
    qtbot: QtBot, style: Style, qt_warnings: list[str], language: str, typed: str, code: str, *, is_open: bool
) -> None:
    """By its name in the window's language or in English, or by its code, in the closed list and in the open one."""
    box = countries(qtbot, style, language)
    if is_open:
        box.showPopup()
        type_into(box.view(), typed)
        QApplication.sendEvent(
            box.view(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        )
        # The offscreen platform warns about every list that opens. A real platform does not.
        qt_warnings[:] = [one for one in qt_warnings if "This plugin does not support" not in one]
    else:
        type_into(box, typed)
    assert box.value == code


def test_what_fits_nothing_changes_nothing(qtbot: QtBot, style: Style) -> None:
    """Nor does a command."""
    box = countries(qtbot, style, "en")
    found = []
    for one in "qqx":
        type_into(box, one)
        found.append(box.value)
    assert found == ["QA", "QA", "IN"]
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, "f"))
    assert box.value == "IN"


@pytest.mark.parametrize("is_open", [False, True])
@pytest.mark.parametrize("code", ["https://shop.example/r/1", "INV-1042", "SG 7/B"])
def test_a_scanned_code_chooses_nothing(
    qtbot: QtBot, style: Style, qt_warnings: list[str], code: str, *, is_open: bool
) -> None:
    """It begins like a country's name or code, and goes on differently."""
    box = countries(qtbot, style, "en")
    box.show_value("AE")
    if is_open:
        box.showPopup()
        qt_warnings[:] = [one for one in qt_warnings if "This plugin does not support" not in one]
    receiver = box.view() if is_open else box
    type_into(receiver, code)
    QApplication.sendEvent(
        receiver, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
    )
    assert box.value == "AE"


def test_an_arrow_between_two_letters_counts(qtbot: QtBot, style: Style) -> None:
    """What it chose stays, if what was typed fits nothing in the end."""
    box = countries(qtbot, style, "en")
    type_into(box, "q")
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier))
    chosen = box.value
    assert chosen not in {"IN", "QA"}
    type_into(box, "x")
    assert box.value == chosen


def test_a_scanner_chooses_nothing_elsewhere(qtbot: QtBot) -> None:
    """It types like a keyboard, and the choice may be a program."""
    box = ChoiceBox("Program", "program")
    qtbot.addWidget(box)
    box.show_entries([("Bronze", 1), ("Silver", 2)], 1)
    type_into(box, "silver")
    assert box.value == 1


def test_the_same_letter_goes_on(qtbot: QtBot, style: Style) -> None:
    """As in every list of the system."""
    box = countries(qtbot, style, "en")
    box.show_value("CA")
    type_into(box, "zz")
    assert box.value == "ZW"


def test_an_input_method_finds_a_country(qtbot: QtBot, style: Style) -> None:
    """Chinese is composed, not typed. What is being composed finds nothing yet."""
    box = countries(qtbot, style, "zh_CN")
    chosen = []
    box.chosen.connect(lambda: chosen.append(box.value))
    assert box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(box, QInputMethodEvent("fa", []))
    assert chosen == []
    composed = QInputMethodEvent()
    composed.setCommitString("法国")
    QApplication.sendEvent(box, composed)
    assert chosen == ["FR"]


def test_the_names_are_small() -> None:
    """They are part of every frozen program."""
    files = [*(paths.resources() / "countries").iterdir()]
    assert sum(one.stat().st_size for one in files) < 60_000
