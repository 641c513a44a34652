"""Checks that Qt and Python know the till's languages: order, capitals, numbers, dates, line ends, code pages.

A frozen program has only a part of the data about languages, so it must give the same results as the source.
"""

from __future__ import annotations

import codecs
import sys
from functools import cmp_to_key
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QDate, QLocale, QTextBoundaryFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.smoke_test.report import Report

SORTED = {
    "ar": ("أ", "ا", "آ", "ب", "ة", "ي"),
    "en": ("Äpfel", "apple", "resume", "résumé", "zebra", "Zoo"),
    "es": ("llama", "luz", "nz", "ña", "o"),
    "fr": ("cote", "coté", "côte", "côté"),
    "hi": ("अ", "आ", "क", "ख", "ज़"),
    "id": ("e", "E", "É", "f"),
    "th": ("กา", "เก", "แก", "ขา"),
    "zh_CN": ("阿", "北", "国", "张", "中"),
}
"""Words of each language in their order, which is not the order of their code points, except in Hindi."""

WRITTEN = {
    "ar": ("١٬٢٣٤٬٥٦٧", "٩ فبراير"),
    "en": ("1,234,567", "9 February"),
    "es": ("1.234.567", "9 febrero"),
    "fr": ("1\u202f234\u202f567", "9 février"),
    "hi": ("12,34,567", "9 फ़रवरी"),
    "id": ("1.234.567", "9 Februari"),
    "th": ("1,234,567", "9 กุมภาพันธ์"),
    "zh_CN": ("1,234,567", "9 二月"),
}
"""A number and a date in each language."""

UPPER = {"tr": ("istanbul", "İSTANBUL"), "de": ("straße", "STRASSE"), "en": ("istanbul", "ISTANBUL")}
"""A word in small and in capital letters. Turkish has an i of its own."""

_LETTER, _LINE = QTextBoundaryFinder.BoundaryType.Grapheme, QTextBoundaryFinder.BoundaryType.Line

# Lines of Thai end where the system's libthai, if there is one, finds the end of a word. So only letters are checked.
ENDS = (
    ("กำลัง", _LETTER, (2, 4, 5)),
    ("क्षत्रिय नमस्ते", _LETTER, (3, 7, 8, 9, 10, 11, 15)),
    ("क्षत्रिय नमस्ते", _LINE, (9, 15)),
    ("你好世界。再见", _LINE, (1, 2, 3, 5, 6, 7)),
    ("مرحبا بالعالم", _LINE, (6, 13)),
    ("e\u0301a", _LETTER, (2, 3)),
)
"""Texts, and the places in UTF-16 at which the cursor can stand, or a line can end."""

CODE_PAGES = ("cp874", "cp932", "cp936", "cp949", "cp950", "cp1252", "cp1256", "gb18030")
"""Encodings that Windows or Linux uses for consoles and pipes in some country. Without it, Python does not start."""


def check_languages(report: Report) -> None:
    """Checks all languages of the till."""
    wrong = [*_wrong(), *_missing_pages()]
    if wrong:
        report.missing(f"languages: {'; '.join(wrong)}")
    else:
        report.ok("languages: order, capitals, numbers, dates, letters, lines and code pages")


def _wrong() -> Iterator[str]:
    for language, (number, date) in WRITTEN.items():
        locale = QLocale(language)
        if locale.toString(1234567) != number:
            yield f"numbers in {language}"
        if locale.toString(QDate(2026, 2, 9), "d MMMM") != date:
            yield f"dates in {language}"
    for text, kind, expected in ENDS:
        if tuple(_ends(text, kind)) != expected:
            yield f"the ends of each {kind.name.lower()} in {text}"
    # Elsewhere the system sorts and changes letters, which no installation of the till can have lost.
    if sys.platform.startswith("linux"):
        for language, words in SORTED.items():
            collator = QCollator(QLocale(language))
            if tuple(sorted(sorted(words), key=cmp_to_key(collator.compare))) != words:
                yield f"order in {language}"
        for language, (small, capital) in UPPER.items():
            if QLocale(language).toUpper(small) != capital:
                yield f"capitals in {language}"


def _missing_pages() -> Iterator[str]:
    for page in CODE_PAGES:
        try:
            codecs.lookup(page)
        except (LookupError, ImportError):
            yield f"code page {page}"


def _ends(text: str, kind: QTextBoundaryFinder.BoundaryType) -> Iterator[int]:
    finder = QTextBoundaryFinder(kind, text)
    while (place := finder.toNextBoundary()) != -1:
        yield place
