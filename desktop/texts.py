"""Loads the texts that the program shows: the catalogue of messages and the translations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.messages import Catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QTranslator

# Commands need the catalogue and no Qt, so Qt is imported late.


@cache
def load_catalogue() -> Catalogue:
    """Loads the catalogue of messages from the resources. Each start needs it twice, and reads it once.

    Raises:
        OSError: the file is missing.
        ValueError: it is not valid.
    """
    return Catalogue.parse((paths.resources() / "messages.toml").read_text(encoding="utf-8"))


def window_language(setting: str) -> str:
    """Returns the language of the window: the setting, the system's first language with a translation, or English.

    Args:
        setting: the language in the settings; empty for the system's.
    """
    from PySide6.QtCore import QLocale

    from desktop.domain.settings import LANGUAGES

    if setting:
        return setting
    for wanted in QLocale.system().uiLanguages():
        name = wanted.replace("-", "_")
        for language in LANGUAGES:
            if name == language or name.split("_")[0] == language.split("_")[0]:
                return language
    return "en"


def translator(folder: Path, language: str) -> QTranslator:
    """Returns the translator for a language. If the folder has no file for it, it translates nothing."""
    from PySide6.QtCore import QTranslator

    made = QTranslator()
    made.load(f"points-till_{language}", str(folder))
    return made


def is_rtl(language: str) -> bool:
    """True if the language is written from right to left."""
    from PySide6.QtCore import QLocale, Qt

    return QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft
