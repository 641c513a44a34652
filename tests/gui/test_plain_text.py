"""Tests that texts from outside are shown as they are: no widget reads one as HTML, as a picture, or as a shortcut."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtGui import QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableWidget, QTextEdit, QWidget

from desktop.domain.choices import Choices
from desktop.domain.failures import Held, HeldBack
from desktop.domain.group import GroupChoice
from desktop.domain.member import Identifier, IdentifierKind, Member, MemberGroup, Program
from desktop.domain.points import Points
from desktop.domain.prefill import Prefill
from desktop.domain.redemption import Attempt, Draft, Redeemed, State, Trace
from desktop.gui.screen import Notice, Panel, Place, Question
from desktop.gui.widgets.labels import literal, set_plain_tip
from tests.gui.test_translated import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

TAGS = "<b>B</b> <a href='https://evil.example'>x</a> &lt; Tom & Jerry"
NOW = datetime(2026, 11, 22, 18, 42, tzinfo=UTC)


def hostile(tmp_path: Path, what: str) -> str:
    """Returns a text that would load a picture, format text, and set a shortcut."""
    return f'<img src="file://{tmp_path}/{what}.png"> {what} {TAGS}'


@pytest.fixture
def till(open_till: OpenTill, tmp_path: Path) -> Cashier:
    """Yields a till whose settings are hostile too: the store, the cashier, fields, choices and templates."""

    def evil(what: str) -> str:
        return hostile(tmp_path, what)

    fields = [
        {"name": "a", "label": evil("field")},
        {"name": "b", "label": evil("choice"), "kind": "choice", "choices": [evil("one"), evil("two")]},
        {"name": "c", "label": evil("tick"), "kind": "yes_no"},
        {"name": "d", "label": evil("needed"), "required": True},
    ]
    return open_till(
        store=evil("store"),
        cashier=evil("cashier"),
        custom_fields=fields,
        notes=True,
        note_templates=[evil("template")],
        group_redemption=True,
    )


def people(tmp_path: Path) -> tuple[Member, Attempt]:
    """Returns a member and a redemption in which every text is hostile."""

    def evil(what: str) -> str:
        return hostile(tmp_path, what)

    identifier = Identifier(IdentifierKind.EXTERNAL_ID, evil("identifier"))
    member = Member(
        identifier=identifier,
        name=evil("name"),
        mobile=evil("mobile"),
        email=evil("email"),
        tier=evil("tier"),
        points=Decimal(1991),
        programs=tuple(Program(f"{at}", evil(f"program {at}"), Decimal(5), evil("slab")) for at in range(2)),
        groups=(MemberGroup("7", name=evil("group"), points=Decimal(100)),),
        kind=evil("kind"),
    )
    draft = Draft(
        identifier=identifier,
        shown=evil("shown"),
        name=member.name,
        points=Points(Decimal(10)),
        bill=evil("bill"),
        notes=evil("notes"),
    )
    redeemed = Redeemed(redemption_id=evil("redemption"), points=Decimal(10), balance=Decimal(5))
    attempt = Attempt(
        reference=evil("reference"),
        state=State.REDEEMED,
        draft=draft,
        till=evil("till"),
        cashier=evil("server"),
        at=NOW,
        changed=NOW,
        redeemed=redeemed,
        trace=Trace(code=evil("code"), message=evil("message"), request_id=evil("request")),
    )
    return member, attempt


def pages(cashier: Cashier, tmp_path: Path) -> Iterator[str]:
    """Shows every page of the window, filled with hostile texts."""
    member, attempt = people(tmp_path)
    display, view = cashier.session.controller._display, cashier.session.view
    notice = Notice("bad", hostile(tmp_path, "notice"), hostile(tmp_path, "support"))
    display.show(replace(display.screen, notice=notice, news=(notice,), warning=notice, matches=(member, member)))
    yield "matches"
    display.show(replace(display.screen, notice=Notice()))
    yield "news"
    display.show(replace(display.screen, news=()))
    yield "warning"
    bill = hostile(tmp_path, "prefill")
    display.show_next_customer(Choices(), Prefill(bill, bill, bill), handed_over=True)
    yield "prefill"
    for place in (Place.POINTS, Place.CODE):
        for group in (None, GroupChoice(id="7")):
            display.show(
                replace(display.screen, place=place, member=member, draft=attempt.draft, choices=Choices(group=group))
            )
            yield f"{place} {group}"
    question = Question(HeldBack(Held.SAME_BILL, attempt), Notice("wait", hostile(tmp_path, "question")))
    display.show(replace(display.screen, question=question, place=Place.POINTS))
    yield "question"
    for panel in Panel:
        display.show(replace(display.screen, panel=panel))
        yield f"panel {panel}"
    display.show(replace(display.screen, place=Place.RECEIPT, attempt=attempt, panel=Panel.NONE, question=None))
    yield "receipt"
    for state in (State.UNKNOWN, State.NOT_APPLIED):
        display.show(
            replace(
                display.screen, place=Place.UNKNOWN, attempt=dataclasses.replace(attempt, state=state, redeemed=None)
            )
        )
        yield f"unknown {state}"
    view.navigation.show_history()
    view.pages.history_page.show_found((attempt, dataclasses.replace(attempt, state=State.REFUSED, redeemed=None)))
    for row in range(2):
        view.pages.history_page.table.selectRow(row)
        yield f"history {row}"
    view.navigation.show_settings()
    yield "settings"


def markup_of(widget: QWidget) -> list[str]:
    """Returns what a widget would not show as plain text."""
    found = []
    if RichText.mightBeRichText(widget.toolTip()) and "&lt;" not in widget.toolTip():
        found.append(f"tool tip {widget.toolTip()}")
    found += [f"tip {one}" for one in (widget.statusTip(), widget.whatsThis()) if RichText.mightBeRichText(one)]
    match widget:
        case QLabel():
            if widget.textFormat() is not Qt.TextFormat.PlainText:
                found.append(f"rich text {widget.text()}")
            if widget.buddy() is not None and "&" in QLabel.text(widget).replace("&&", ""):
                found.append(f"shortcut {widget.text()}")
        case QAbstractButton():
            # Calls Qt's own methods, without the overrides.
            if "&" in QAbstractButton.text(widget).replace("&&", "") or not widget.shortcut().isEmpty():
                found.append(f"shortcut {widget.text()}")
        case QTextEdit():
            if any(one.isAnchor() or is_foreign_picture(one) for one in formats(widget.document())):
                found.append("picture or link")
        case QTableWidget():
            items = [widget.item(row, at) for row in range(widget.rowCount()) for at in range(widget.columnCount())]
            found += [item.toolTip() for item in items if item is not None and RichText.mightBeRichText(item.toolTip())]
        case _:
            pass
    return [f"{widget.objectName() or type(widget).__name__}: {one}" for one in found]


def is_foreign_picture(one: QTextCharFormat) -> bool:
    """True for a picture that is not the receipt's own QR code."""
    return one.isImageFormat() and one.toImageFormat().name() != "reference"


def formats(document: QTextDocument) -> list[QTextCharFormat]:
    """Returns the formats of all characters of a document."""
    return [one.toCharFormat() for one in document.allFormats() if one.isCharFormat() or one.isImageFormat()]


def test_every_widget_shows_text_as_text(till: Cashier, tmp_path: Path) -> None:
    """On every page, texts of members, programs, bills, messages, settings and receipts are shown as they are."""
    shown: set[str] = set()
    wrong: dict[str, list[str]] = {}
    for page in pages(till, tmp_path):
        till.qtbot.wait(1)
        widgets = till.window.findChildren(QWidget)
        found = [one for widget in widgets for one in markup_of(widget)]
        if found:
            wrong[page] = found
        shown |= {text for widget in widgets for text in words_of(widget)}
    assert wrong == {}
    everything = " ".join(shown).replace("\u2066", "").replace("\u2069", "")
    for what in ("name", "tier", "program 1", "group", "bill", "notice", "support", "store", "cashier",
                 "field", "choice", "one", "tick", "needed", "template", "redemption", "reference"):  # fmt: skip
        assert f'/{what}.png"' in everything, f"{what} was never shown, so it was not tested"


def test_paper_and_pdf_show_texts_as_they_are(till: Cashier, tmp_path: Path) -> None:
    """The receipt is HTML. Every text from outside is escaped in it, on the screen, in print and in the PDF."""
    _, attempt = people(tmp_path)
    design = till.session.design
    made = QTextDocument()
    made.setHtml(design.html(design.receipt(attempt)))
    assert not any(one.isImageFormat() or one.isAnchor() for one in formats(made))
    for what in ("bill", "shown", "redemption", "reference", "till", "server"):
        assert hostile(tmp_path, what) in made.toPlainText()


def test_the_checks_find_markup(qtbot: QtBot, tmp_path: Path) -> None:
    """The checks find a label, a tool tip, a button and a document that read the text as HTML."""
    text = hostile(tmp_path, "x")
    guessing, button, document = QLabel(text), QAbstractButtonLike(text), QTextEdit()
    document.setHtml(text)
    guessing.setToolTip(text)
    for widget in (guessing, button, document):
        qtbot.addWidget(widget)
        assert markup_of(widget)


class QAbstractButtonLike(QAbstractButton):
    """A button that takes `&` as a shortcut."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)

    def paintEvent(self, _event: object) -> None:
        """Paints nothing."""


@pytest.mark.parametrize("text", ["", "Asha Rao", "a < b", "<b>x</b>", '<img src="x">', "&lt;b&gt;", "a & b\n<i>"])
def test_a_tool_tip_says_exactly_the_text(qtbot: QtBot, text: str) -> None:
    """A tool tip, read as Qt reads tool tips, has exactly the text."""
    widget = QWidget()
    qtbot.addWidget(widget)
    set_plain_tip(widget, text)
    read = QTextDocument()
    if RichText.mightBeRichText(widget.toolTip()):
        read.setHtml(widget.toolTip())
        assert read.toPlainText() == text
    else:
        assert widget.toolTip() == text
    assert literal(text).replace("&&", "&") == text
