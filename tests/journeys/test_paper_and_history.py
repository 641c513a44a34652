"""After a redemption: the history with its search, today's totals, reprints, PDF files, and a missing printer."""

from __future__ import annotations

import shutil
import subprocess
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from desktop.flow.office import Office
from desktop.gui.pages import history_page
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.texts import load_catalogue
from tests.journeys.cashier import ASHA, VIKRAM, Cashier

if TYPE_CHECKING:
    from desktop.domain.history import HistoryQuery
    from desktop.domain.redemption import Attempt
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()


def rows(cashier: Cashier) -> list[list[str]]:
    """Returns the rows of the table of redemptions."""
    table: QTableWidget = cashier.find("Redemptions", QTableWidget)
    cells = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[cell.text() if cell is not None else "" for cell in row] for row in cells]


def bills(cashier: Cashier) -> list[str]:
    """Returns the bills in the table."""
    return [row[1] for row in rows(cashier)]


@pytest.fixture
def busy_day(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Yields a cashier after three redemptions and a refusal, with the history open."""
    cashier = open_till(service=service, store="MG Road", cashier="Meera")
    cashier.redeem("250.125", bill="MG-20417")
    cashier.enter()
    cashier.redeem("12.345", bill="MG-20418", mobile=VIKRAM)
    cashier.enter()
    cashier.redeem("100", bill="KR-7")
    cashier.enter()
    cashier.find_member()
    cashier.send_code("1", bill="KR-8")
    cashier.enter_code("WRONG1")
    cashier.until_says("(808)")
    cashier.key(Qt.Key.Key_F4)
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: len(rows(cashier)) == 4, "the history")
    return cashier


def test_the_history_lists_every_attempt(busy_day: Cashier) -> None:
    """Attempts are listed newest first, with state, bill, masked number and exact points. Typing goes to the search."""
    assert bills(busy_day) == ["KR-8", "KR-7", "MG-20418", "MG-20417"]
    assert [row[4] for row in rows(busy_day)] == ["Refused", "Redeemed", "Redeemed", "Redeemed"]
    assert [row[3] for row in rows(busy_day)] == ["1", "100", "12.345", "250.125"]
    assert all("97777" not in row[2] for row in rows(busy_day))
    assert rows(busy_day)[3][2].endswith("8221")
    assert busy_day.focus == "Search"


def test_todays_figures(busy_day: Cashier) -> None:
    """Only redemptions count: how many, how many points, and their value."""
    busy_day.until(lambda: "362.47" in busy_day.label("totals"), "the figures")
    assert busy_day.label("totals").startswith("Today: 3 redemption")
    assert "₹" in busy_day.label("totals")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MG-", ["MG-20418", "MG-20417"]),
        ("KR-7", ["KR-7"]),
        ("8221", ["KR-8", "KR-7", "MG-20417"]),
        (VIKRAM, ["MG-20418"]),
        (f"+91 {ASHA}", ["KR-8", "KR-7", "MG-20417"]),
        ("nothing like it", []),
    ],
)
def test_the_search_finds_while_typing(busy_day: Cashier, text: str, found: list[str]) -> None:
    """The search finds the beginning of a bill, a number, or its last digits."""
    busy_day.keys(text)
    busy_day.until(lambda: bills(busy_day) == found, f"{found}")
    if not found:
        assert busy_day.find("Redemptions").accessibleDescription() == "Nothing found."


def test_screen_readers_are_told_how_many_were_found(busy_day: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are told once typing rests, and after a filter was chosen, but not when History is opened."""
    said: list[str] = []
    monkeypatch.setattr(history_page, "announce", lambda _about, text, **_manner: said.append(text))
    busy_day.keys("MG-")
    busy_day.until(lambda: bool(said), "what was found")
    assert said == ["2 redemptions"]
    busy_day.keys("no")
    busy_day.until(lambda: len(said) > 1, "what was found")
    assert said == ["2 redemptions", "Nothing found."]
    busy_day.escape()
    busy_day.key(Qt.Key.Key_F2)
    busy_day.until(lambda: len(bills(busy_day)) > 2, "everything")
    choose(busy_day, "Day", "Yesterday")
    busy_day.until(lambda: len(said) > 2, "what was found")
    assert said[2:] == ["Nothing found."]


def test_the_search_finds_a_redemption_id(busy_day: Cashier) -> None:
    """The id on a receipt finds its redemption."""
    busy_day.keys(busy_day.service.ledger()[1].redemption_id)
    busy_day.until(lambda: bills(busy_day) == ["MG-20418"], "the redemption")
    assert busy_day.service.ledger()[1].redemption_id in busy_day.texts()


def choose(cashier: Cashier, name: str, words: str) -> None:
    """Chooses an entry of a filter, as the arrow keys do."""
    box = cashier.find(name, ChoiceBox)
    box.setCurrentIndex(box.findText(words))
    box.chosen.emit()


def test_rows_of_another_search_do_not_stay(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cashier who scans a receipt while the office is busy must not give the points of another one back."""
    cashier = open_till(service=service, give_back="cashier")
    for bill in ("MG-1", "MG-2"):
        cashier.redeem("5", bill=bill)
        cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: bills(cashier) == ["MG-2", "MG-1"], "the history")
    search, goes_on = Office.search, threading.Event()

    def busy(office: Office, query: HistoryQuery) -> tuple[Attempt, ...]:
        goes_on.wait(10)
        return search(office, query)

    monkeypatch.setattr(Office, "search", busy)
    cashier.keys(service.ledger()[0].reference)
    cashier.enter()
    cashier.until(lambda: not cashier.sees("Give points back"), "an empty page")
    assert not rows(cashier)
    goes_on.set()
    cashier.until(lambda: bills(cashier) == ["MG-1"], "the redemption")
    assert cashier.sees("Give points back")


def test_filters_narrow_the_list(busy_day: Cashier) -> None:
    """Day, state and cashier narrow the list, alone and together."""
    choose(busy_day, "State", "Refused")
    busy_day.until(lambda: bills(busy_day) == ["KR-8"], "the refusal")
    choose(busy_day, "State", "Redeemed")
    choose(busy_day, "Day", "Today")
    busy_day.until(lambda: bills(busy_day) == ["KR-7", "MG-20418", "MG-20417"], "the redemptions")
    choose(busy_day, "Cashier", "Meera")
    busy_day.until(lambda: len(rows(busy_day)) == 3, "Meera's")
    choose(busy_day, "Day", "Yesterday")
    busy_day.until(lambda: not rows(busy_day), "an empty list")
    assert busy_day.find("Redemptions").accessibleDescription() == "Nothing found."


def test_the_history_opens_at_the_newest_redemption(open_till: OpenTill, service: PracticeService) -> None:
    """What was chosen for the last customer is not printed or given back for the next one."""
    cashier = open_till(service=service)
    for bill in ("MG-1", "MG-2"):
        cashier.redeem("10", bill=bill)
        cashier.enter()
        cashier.key(Qt.Key.Key_F2)
        cashier.until_sees("Give points back")
        attempt = cashier.session.view.pages.history_page.detail.attempt
        assert attempt is not None
        assert attempt.draft.bill == bill
        cashier.escape()


def test_the_search_finds_a_day_and_a_receipt_number(busy_day: Cashier) -> None:
    """A day finds all of that day, and the reference on a receipt finds its redemption."""
    busy_day.keys(f"{datetime.now(tz=UTC).astimezone():%Y-%m-%d}")
    busy_day.until(lambda: len(rows(busy_day)) == 4, "today")
    busy_day.type("Search", "2020-01-01")
    busy_day.until(lambda: not rows(busy_day), "no other day")
    busy_day.type("Search", busy_day.service.ledger()[0].reference)
    busy_day.until(lambda: bills(busy_day) == ["MG-20417"], "the redemption")


def test_the_whole_trail_of_a_redemption_is_shown(busy_day: Cashier) -> None:
    """Everything that happened to the selected redemption stands beside the table, with what support asks for."""
    busy_day.keys("KR-7")
    busy_day.until(lambda: bills(busy_day) == ["KR-7"], "the redemption")
    busy_day.until(lambda: "Recorded and sent" in busy_day.texts(), "how it began")
    assert {"What happened", "KR-7", "Meera", "₹\N{NO-BREAK SPACE}100.00"} <= set(busy_day.texts())
    assert "Redeemed" in busy_day.texts()


def test_down_goes_from_the_search_to_the_results(busy_day: Cashier) -> None:
    """Down moves the focus from the search to the results, without a mouse."""
    table = busy_day.find("Redemptions")
    busy_day.find("Search").setFocus()
    busy_day.key(Qt.Key.Key_Down)
    assert busy_day.focus == "Redemptions"
    assert table.currentRow() == 0
    busy_day.key(Qt.Key.Key_Down)
    assert table.currentRow() == 1


def test_a_refusal_in_the_history_says_why(busy_day: Cashier) -> None:
    """The row of a refusal shows its message, its reference and its request, and no receipt."""
    assert "That code is wrong or has expired." in busy_day.label("story")
    assert "(808)" in busy_day.label("story")
    assert "Reference " in busy_day.label("facts")
    assert "Request " in busy_day.label("request")
    assert not busy_day.sees("Receipt")
    assert not busy_day.sees("Print receipt")


def test_the_receipt(open_till: OpenTill, service: PracticeService) -> None:
    """The receipt has store, till, cashier, bill, masked number, exact points, value, balance, id and reference."""
    cashier = open_till(service=service, store="MG Road", cashier="Meera")
    cashier.redeem("250.125", bill="MG-20417")
    text = cashier.find("Receipt").toPlainText()
    attempt = cashier.screen.attempt
    assert attempt is not None
    for part in (
        "MG Road", "Cashier Meera", "MG-20417", "8221", "−250.125", "250.13", "1,740.875",
        service.ledger()[0].redemption_id, attempt.reference,
    ):  # fmt: skip
        assert part in text
    assert "TRAINING" not in text
    assert "COPY" not in text
    assert {"Take ₹\N{NO-BREAK SPACE}250.13 off the bill", "Bill MG-20417"} <= set(cashier.texts())


def saved(cashier: Cashier) -> Path:
    """Presses Save receipt, and returns the file that the message names."""
    cashier.press("Save receipt")
    cashier.until_says("Saved as ")
    return Path(cashier.message.removeprefix("Saved as "))


def pdf_text(path: Path) -> str:
    """Returns the text of a PDF."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    return subprocess.run([program, "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def test_the_receipt_as_pdf(open_till: OpenTill, service: PracticeService) -> None:
    """Save receipt writes a real PDF with the same text, and a second one never replaces the first."""
    cashier = open_till(service=service, store="MG Road")
    cashier.redeem("250.125", bill="MG-20417")
    path = saved(cashier)
    assert path.read_bytes().startswith(b"%PDF-")
    assert "MG-20417" in path.name
    cashier.press("Save receipt")
    cashier.until(lambda: len(list(path.parent.iterdir())) == 2, "the second file")
    text = pdf_text(path)
    for part in ("MG Road", "MG-20417", "250.125", "1,740.875", service.ledger()[0].redemption_id):
        assert part in text
    assert "COPY" not in text


def test_a_copy_from_the_history(busy_day: Cashier) -> None:
    """A receipt from the history is marked as a copy."""
    busy_day.keys("MG-20417")
    busy_day.until(lambda: bills(busy_day) == ["MG-20417"], "the redemption")
    path = saved(busy_day)
    assert "COPY" in path.name
    assert "COPY" in pdf_text(path)


def test_a_folder_that_cannot_be_written(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """If the file cannot be written, the message says so, that the points are not affected, and what to do."""
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    cashier = open_till(service=service, receipt_folder=str(blocked))
    cashier.redeem("10")
    cashier.press("Save receipt")
    meaning = CATALOGUE.meaning_of("paper.file")
    cashier.until_says(f"{meaning.says} {meaning.next_step} (PT-PAPER-FILE)")
    assert len(service.ledger()) == 1
    cashier.enter()
    cashier.redeem("5")


@pytest.mark.parametrize("way", ["button", "key", "history"])
def test_no_printer(open_till: OpenTill, service: PracticeService, way: str) -> None:
    """If the printer of the settings is missing, a message says so. Another printer is never used silently."""
    cashier = open_till(service=service, printer="no such printer")
    cashier.redeem("10")
    if way == "button":
        cashier.press("Print receipt")
    else:
        if way == "history":
            cashier.key(Qt.Key.Key_F2)
            cashier.until(lambda: len(rows(cashier)) == 1, "the history")
        cashier.key(Qt.Key.Key_F9)
    meaning = CATALOGUE.meaning_of("paper.no_printer")
    cashier.until_says(f"{meaning.says} {meaning.next_step} (PT-PAPER-NO-PRINTER)")


def test_f9_prints_nothing_without_a_receipt(open_till: OpenTill) -> None:
    """F9 does nothing before there is a receipt."""
    cashier = open_till()
    cashier.key(Qt.Key.Key_F9)
    assert cashier.message == ""


def test_a_text_is_never_markup(open_till: OpenTill, service: PracticeService) -> None:
    """A bill number that looks like markup is shown as it is, on the screen and on paper."""
    cashier = open_till(service=service)
    bill = "<b>x</b>&amp;"
    cashier.redeem("10", bill=bill)
    assert bill in cashier.find("Receipt").toPlainText()
    assert {"Take ₹\N{NO-BREAK SPACE}10.00 off the bill", f"Bill {bill}"} <= set(cashier.texts())


def test_the_history_in_the_middle_of_a_customer(open_till: OpenTill, service: PracticeService) -> None:
    """After F2 and back, the customer at hand is as before, with the cursor where it was."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.type("Points to redeem", "25")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Redemptions")
    cashier.escape()
    assert cashier.focus == "Points to redeem"
    assert cashier.text("Points to redeem") == "25"
