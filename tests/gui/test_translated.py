"""Tests that every word on the screen is translated, with a translator that puts its texts in brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTextEdit,
    QWidget,
)

from desktop.domain.redemption import State
from desktop.gui.states import state_words
from desktop.training.bad_days import BadDay
from tests.gui.test_layouts import SETTINGS, TERMINAL, pages, settle

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

DATA = (
    "Asha Rao", "Silver", "Mahatma Gandhi Road", "practice.till", "Meera", "MG-2026-0020417", "WRONG1", "IN", "UTC",
    "http://127.0.0.1",
)  # fmt: skip
"""Texts of people, the store and the service, which are the same in every language."""

LANGUAGES = re.compile(r"English|Español|Français|Bahasa Indonesia")
CODES = re.compile(
    r"\(?PT-[A-Z0-9-]+\)?|\b[0-9A-HJKMNP-TV-Z]{26}\b|\b[0-9A-Z]{4}…[0-9A-Z]{4}\b|\b[0-9a-f-]{36}\b|\b[0-9a-f]{8}\b"
    r"|\b[0-9a-f]{64}\b"
)
MONTHS = re.compile(r"\b(?:[A-Z][a-z]+day, )?\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?\b")


class Wrapping(QTranslator):
    """Translates every text by putting it in brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return f"⟦{source}⟧"


@pytest.fixture(autouse=True)
def wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opens tills that show translated texts in brackets."""
    monkeypatch.setattr("desktop.session.translator", lambda _folder, _language: Wrapping())
    monkeypatch.setattr("desktop.gui.worth_preview.WORTH_AFTER", 20)


def words_of(widget: QWidget) -> list[str]:
    """Returns every text that a widget shows or that a screen reader reads for it."""
    found = [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    match widget:
        case QLabel() | QAbstractButton():
            found.append(widget.text())
        case QLineEdit():
            found.append(widget.placeholderText())
        case QComboBox():
            found += [widget.itemText(index) for index in range(widget.count())]
        case QTextEdit():
            found += widget.toPlainText().splitlines()
        case QTableWidget():
            for column in range(widget.columnCount()):
                head = widget.horizontalHeaderItem(column)
                cells = [widget.item(row, column) for row in range(widget.rowCount())]
                found += [one.text() for one in (head, *cells) if one is not None]
        case _:
            pass
    return found


def bare(text: str, data: tuple[str, ...]) -> str:
    """Returns the rest of a text without translated parts and parts that are the same in every language."""
    before = ""
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    for known in sorted((*DATA, *data), key=len, reverse=True):
        text = text.replace(known, "")
    for pattern in (CODES, MONTHS, LANGUAGES):
        text = pattern.sub("", text)
    return text


def untranslated(cashier: Cashier, data: tuple[str, ...] = ()) -> set[str]:
    """Returns every text on the screen that contains an untranslated Latin word."""
    settle(cashier)
    visible = [one for one in cashier.window.findChildren(QWidget) if one.isVisible()]
    texts = {text for one in visible for text in words_of(one) if text.strip()}
    # One letter is not a word: the logo, a key.
    return {text for text in texts if re.search(r"[A-Za-z]{2,}", bare(text, data))}


def in_brackets(cashier: Cashier) -> Cashier:
    """Returns a cashier for whom all texts are in brackets."""
    cashier._speaks_english = False
    return cashier


def test_no_text_is_left_untranslated(open_till: OpenTill, service: PracticeService) -> None:
    """Every page of a redemption is translated, with every message on it."""
    cashier = in_brackets(open_till(service=service, size=TERMINAL, **SETTINGS))
    found: dict[str, set[str]] = {}
    for page in pages(cashier):
        ids = tuple(one.redemption_id for one in service.ledger())
        if texts := untranslated(cashier, ids):
            found[page] = texts
    assert found == {}


def test_no_text_is_left_untranslated_in_training(open_till: OpenTill) -> None:
    """The marks of training and its panel are translated. Texts of the practice service itself are not."""
    cashier = in_brackets(open_till(size=(1280, 800), **SETTINGS))
    own = tuple(day.label for day in BadDay)
    found: dict[str, set[str]] = {}
    for page in pages(cashier):
        ids = (*own, *(one.redemption_id for one in cashier.service.ledger()), *cashier.service.codes().values())
        if texts := untranslated(cashier, ids):
            found[page] = texts
    assert found == {}


def test_every_state_has_words(open_till: OpenTill) -> None:
    """The lists show every state of an attempt in the window's language."""
    in_brackets(open_till())
    for state in State:
        assert state_words(state).startswith("⟦")


def test_the_window_has_a_title(open_till: OpenTill) -> None:
    """The title is in the window's language."""
    assert open_till().window.windowTitle() == "⟦Points Till⟧"


def test_the_checks_find_untranslated_text(open_till: OpenTill) -> None:
    """The checks find a label with an untranslated word, and accept one with data."""
    cashier = open_till()
    stray = QLabel("Ready", cashier.window)
    stray.show()
    assert "Ready" in untranslated(cashier)
    stray.setText("⟦Ready⟧ Asha Rao · ⟦All ⟦250⟧⟧ (PT-TIMEOUT)")
    assert stray.text() not in untranslated(cashier)
