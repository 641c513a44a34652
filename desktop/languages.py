"""Owns which language is spoken: the window's, and the receipts' where the store's language differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator

from desktop.domain.settings import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path


def window_language(setting: str) -> str:
    """The language of the setting, else the system's first that there is a translation for, else English."""
    if setting:
        return setting
    for wanted in QLocale.system().uiLanguages():
        name = wanted.replace("-", "_")
        for language in LANGUAGES:
            if name == language or name.split("_")[0] == language.split("_")[0]:
                return language
    return "en"


def translator(folder: Path, language: str) -> QTranslator:
    """A translator for a language; one that knows nothing, so that English shows, where there is no file for it."""
    made = QTranslator()
    made.load(f"points-till_{language}", str(folder))
    return made


def is_rtl(language: str) -> bool:
    """Whether the language is written from right to left."""
    from PySide6.QtCore import Qt

    return QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft
