"""Tests which language and which texts the program uses."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.texts import is_rtl, load_catalogue, translator, window_language

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["fr-CA", "en-US"], "fr"),
        (["zh-CN"], "zh_CN"),
        (["zh-Hant-TW"], "zh_CN"),
        (["xx", "ar-EG"], "ar"),
        (["xx"], "en"),
        ([], "en"),
    ],
)
def test_the_window_speaks_the_first_language_with_a_translation(
    system: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a setting, the system's languages are tried in order. English is the fallback."""

    class System:
        @staticmethod
        def uiLanguages() -> list[str]:  # noqa: N802 - Qt's name
            return system

    monkeypatch.setattr("PySide6.QtCore.QLocale.system", System)
    assert window_language("") == language


def test_the_setting_decides_the_language() -> None:
    """The system's language does not matter then."""
    assert window_language("hi") == "hi"


def test_only_arabic_is_written_from_right_to_left() -> None:
    """The layout follows the language."""
    assert is_rtl("ar")
    assert not is_rtl("fr")


def test_a_missing_translation_leaves_the_texts_in_english(tmp_path: Path) -> None:
    """A translator without a file translates nothing, and does not fail."""
    assert translator(tmp_path, "fr").isEmpty()


def test_the_catalogue_loads_without_qt() -> None:
    """Commands without a window load the catalogue, and do not wait for Qt."""
    assert load_catalogue().texts()
    program = "import sys; from desktop.texts import load_catalogue; load_catalogue(); print('PySide6' in sys.modules)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=paths.resources().parent, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
