"""The end of the day over the real window: figures, paper, the comparison with the service, closing, and exports."""

from __future__ import annotations

import csv
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.domain.failures import Call
from desktop.domain.result_line import EXPORT_FIELDS
from desktop.flow.clock import SystemClock
from desktop.gui import day_controller, office_controller
from desktop.gui.pages import day_page
from desktop.gui.voice import voice_of
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, LAKSHMI, VIKRAM, Cashier
from tests.journeys.test_paper_and_history import bills, choose, pdf_text, rows
from tests.training.conftest import Till as OtherTill

if TYPE_CHECKING:
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill


@pytest.fixture
def day(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Yields a cashier with the history open after two redemptions, of which one was given back, and a refusal."""
    cashier = open_till(service=service, store="MG Road", cashier="Meera", read_timeout=0.5)
    cashier.redeem("250.125", bill="MG-20417")
    cashier.enter()
    cashier.redeem("12.345", bill="MG-20418", mobile=VIKRAM)
    cashier.enter()
    cashier.find_member()
    cashier.send_code("1", bill="KR-8")
    cashier.enter_code("WRONG1")
    cashier.until_says("(808)")
    cashier.key(Qt.Key.Key_F4)
    cashier.key(Qt.Key.Key_F2)
    cashier.until(lambda: len(rows(cashier)) == 3, "the history")
    return cashier


def open_day(cashier: Cashier) -> None:
    """Opens the end of the day, and waits for its figures."""
    cashier.press("End of day")
    cashier.until(lambda: cashier.sees("Redeemed") and cashier.value("Redeemed"), "the figures")


def test_the_figures_of_the_day(day: Cashier) -> None:
    """Each kind is named with its count, its exact points and its money, and the journal with its head."""
    open_day(day)
    assert day.value("Redeemed").startswith("2 redemption")
    assert day.value("Redeemed").endswith(", 262.47 points, ₹\N{NO-BREAK SPACE}262.47")
    assert day.value("Given back").endswith(", 0 points, ₹\N{NO-BREAK SPACE}0.00")
    assert day.value("Not known yet").startswith("0 redemption")
    assert day.value("Refused").startswith("1 redemption")
    assert day.value("Net").startswith("262.47 points")
    day.until_sees("Nothing is open")
    assert len(day.value("Head")) == 64
    assert day.label("journal").startswith("Journal 1 to ")
    assert day.focus == "Close the day"


def test_the_figures_are_announced_once(day: Cashier) -> None:
    """Tab stops at no figure, and Enter closes the day. What there is none of is left out."""
    said: list[str] = []
    voice_of(day.window).said.connect(lambda text, _interrupts: said.append(text))
    open_day(day)
    kinds = ("Redeemed", "Net", "Refused")
    assert said == [". ".join(f"{kind}: {day.value(kind)}" for kind in kinds)]
    day.press("Close the day")
    day.press("Not yet")
    assert sum("Redeemed" in text for text in said) == 1


def give_back(cashier: Cashier, points: str, *, left: str) -> None:
    """Gives points of the chosen redemption back, of which so many are left."""
    cashier.press("Give points back")
    cashier.until_sees(f"All {left}")
    cashier.type("Points to give back", points)
    cashier.type("Reason", "Item returned")
    cashier.press(f"Give back {points} points")
    cashier.until_sees("Points given back")
    cashier.press("Done")


def test_points_that_were_given_back(day: Cashier) -> None:
    """What was given back today is taken off, also in the net figures."""
    day.keys("MG-20417")
    day.until(lambda: bills(day) == ["MG-20417"], "the redemption")
    give_back(day, "50.125", left="250.125")
    open_day(day)
    assert day.value("Given back").startswith("1 time")
    assert "50.125 points" in day.value("Given back")
    assert day.value("Net").startswith("212.345 points")
    day.press("Compare with the service")
    day.until(lambda: day.label("comparison").startswith("All 2"), "the comparison")
    # The service has carried the same request out once more.
    reference = day.service.ledger()[0].reference
    assert OtherTill(day.service).reverse(ASHA, "50.125", externalReferenceNumber=reference).status == 200
    day.press("Compare with the service")
    day.until(lambda: day.label("comparison").startswith("1 difference"), "the next comparison")
    assert "MG-20417: 50.125 points given back here, 100.25 at the service." in day.texts()


def test_escape_returns_to_the_history(day: Cashier) -> None:
    """What was started in the history ends there, by Escape and by the button."""
    for leave in (day.escape, lambda: day.press("Back to History")):
        open_day(day)
        leave()
        day.until_sees("Redemptions")
    day.escape()
    assert day.sees("Mobile number")


def test_closing_asks_once(day: Cashier) -> None:
    """A reflex on Enter closes nothing. Afterwards the page says who closed the day, and the day stays closed."""
    open_day(day)
    said: list[str] = []
    voice_of(day.window).said.connect(lambda text, _interrupts: said.append(text))
    day.enter()
    assert day.focus == "Not yet"
    assert said == [day.label("close_question")]
    day.enter()
    assert not day.sees("Not yet")
    assert not day.sees("Closed")
    day.press("Close the day")
    assert "cannot be opened again" in day.label("close_question")
    day.press("Close the day")
    day.until_sees("Closed")
    assert day.label("closed_by").startswith("Closed by Meera on ")
    assert not day.sees("Close the day")
    assert said[-1] == day.label("closed_by")
    assert len(said) == 3, "the question twice, and who closed the day"
    day.escape()
    open_day(day)
    assert day.sees("Closed")
    with closing(day.session.services.open_office()) as office:
        report = office.day_report(datetime.now(UTC).astimezone().date())
    assert report.closing is not None


def test_a_redemption_after_the_closing(day: Cashier) -> None:
    """The figures have it, and the page names it: a report that was printed before does not have it."""
    open_day(day)
    day.press("Close the day")
    day.press("Close the day")
    day.until_sees("Closed")
    assert not day.sees("Since it was closed")
    day.escape()
    day.escape()
    day.redeem("10", bill="MG-20419", mobile=LAKSHMI)
    day.enter()
    day.key(Qt.Key.Key_F2)
    day.until(lambda: len(rows(day)) == 4, "the history")
    open_day(day)
    day.until_sees("Since it was closed")
    assert day.value("Redeemed").startswith("3 redemption")
    assert day.value("Since it was closed").startswith("MG-20419 · 10 points · Redeemed")


def test_escape_answers_the_question_with_no(day: Cashier) -> None:
    """The report stays, and nothing is closed. A second Escape leaves it."""
    open_day(day)
    day.press("Close the day")
    day.escape()
    assert not day.sees("Not yet")
    assert day.sees("Close the day")
    day.escape()
    day.until_sees("Redemptions")


def test_leaving_withdraws_the_question(day: Cashier) -> None:
    """A cashier who comes back is asked again."""
    open_day(day)
    day.press("Close the day")
    day.press("Back to History")
    open_day(day)
    assert not day.sees("Not yet")


def test_a_clock_that_was_set_back(day: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that has not begun any more is not closed, and the page says what is wrong. Later it can be closed."""
    open_day(day)
    yesterday = datetime.now(UTC).astimezone() - timedelta(days=1)
    with monkeypatch.context() as patch:
        patch.setattr(SystemClock, "now", lambda _clock: yesterday)
        day.press("Close the day")
        day.press("Close the day")
        day.until_says("By this till’s clock, this day has not begun yet.")
        assert not day.sees("Closed")
    day.press("Close the day")
    day.press("Close the day")
    day.until_sees("Closed")


def test_another_day(day: Cashier) -> None:
    """Yesterday can be looked at and closed too."""
    open_day(day)
    choose(day, "Day", "Yesterday")
    day.until(lambda: day.value("Redeemed").startswith("0 redemption"), "yesterday")
    assert day.label("journal") == "Journal: nothing on this day"
    day.press("Close the day")
    day.press("Close the day")
    day.until_sees("Closed")
    box = day.find("Day", ChoiceBox)
    choose(day, "Day", "Today")
    day.until(lambda: day.value("Redeemed").startswith("2 redemption"), "today")
    assert box.currentText() == "Today"
    assert day.sees("Close the day")


def test_the_day_that_is_shown_stays_after_midnight(day: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page goes on showing the day that it was opened for, under its right name, and both days can be chosen."""
    open_day(day)
    began = day_controller.today()
    shown = day.label("day_date")
    box = day.find("Day", ChoiceBox)

    def let_days_pass(days: int) -> None:
        now = began + timedelta(days=days)
        for module in (day_page, office_controller):
            monkeypatch.setattr(module, "today", lambda: now)
        monkeypatch.setattr(day_page, "yesterday", lambda: now - timedelta(days=1))
        with day.qtbot.waitSignal(day.session.office.today_changed):
            day.session.office._on_minute()

    let_days_pass(1)
    assert (box.currentText(), box.count(), day.label("day_date")) == ("Yesterday", 2, shown)
    let_days_pass(2)
    assert (box.count(), day.label("day_date")) == (3, shown)
    assert str(began.day) in box.currentText()
    choose(day, "Day", "Yesterday")
    day.until(lambda: day.value("Redeemed").startswith("0 redemption"), "yesterday")
    assert (box.currentText(), box.count()) == ("Yesterday", 2)
    choose(day, "Day", "Today")
    assert (box.currentText(), box.value) == ("Today", began + timedelta(days=2))


def test_both_agree(day: Cashier) -> None:
    """If nothing differs, the page says how many agree, and when they were compared."""
    open_day(day)
    day.press("Compare with the service")
    day.until(lambda: day.label("comparison") == "All 2 agree with the service", "the comparison")
    assert any(text.startswith("Compared at ") for text in day.texts())
    paths = [str(one["path"]) for one in day.service.requests()]
    assert paths[-1] == "/v1.1/store/reports.json"
    assert day.sees("Compare with the service")


def test_points_given_back_on_the_next_day(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison does not say that nothing happened on the day, but where they are compared."""
    cashier = open_till(service=service, give_back="cashier")
    cashier.redeem("100", bill="MG-1")
    assert cashier.end()
    now, tomorrow = SystemClock.now, day_controller.today() + timedelta(days=1)
    monkeypatch.setattr(SystemClock, "now", lambda clock: now(clock) + timedelta(days=1))
    for module in (day_controller, day_page, office_controller):
        monkeypatch.setattr(module, "today", lambda: tomorrow)
    cashier = open_till(service=service, data=tmp_path / "data", give_back="cashier")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    give_back(cashier, "40", left="100")
    open_day(cashier)
    assert cashier.value("Redeemed").startswith("0 redemption")
    assert cashier.value("Given back").startswith("1 time, 40 points")
    cashier.press("Compare with the service")
    cashier.until(lambda: cashier.label("comparison"), "the comparison")
    assert cashier.label("comparison") == "The service has no redemption of this day either"
    assert any("are compared with the day of that redemption." in one for one in cashier.texts())


def test_a_difference_is_named(day: Cashier) -> None:
    """A redemption that only the service has is named with its points and its bill.

    As soon as the till knows of it too, the day is compared again.
    """
    day.escape()
    day.lose_answer(BadDay.HANG_AFTER, points="500", bill="MG-20431", looks=False, mobile=LAKSHMI)
    day.enter()
    with day.without_settling():
        day.rest()
        day.key(Qt.Key.Key_F2)
        day.until_sees("End of day")
        open_day(day)
        day.until_sees("1 not known yet")
        day.service.bad_day(None)
        day.press("Compare with the service")
        day.until(lambda: "difference" in day.label("comparison"), "the comparison")
        assert any(text.startswith("MG-20431: redeemed at the service, 500 points.") for text in day.texts())
        assert not any("store’s list" in text for text in day.texts())
    day.until(lambda: day.label("comparison") == "All 3 agree with the service", "the next comparison")
    assert day.sees("Nothing is open")


def test_a_service_that_cannot_be_asked(day: Cashier) -> None:
    """If a list cannot be read, nothing is said to agree."""
    day.service.bad_day(BadDay.ERROR_503, call=Call.FIND_REDEMPTIONS)
    open_day(day)
    day.press("Compare with the service")
    day.until(lambda: day.label("comparison") == "Not everything could be compared", "the comparison")
    assert "MG-20417" in day.texts()


def test_without_a_list_of_the_store(day: Cashier) -> None:
    """The store's list is only a hint. Without it, the members are compared, and the page says so."""
    day.service.bad_day(BadDay.ERROR_503, call=Call.STORE_REPORT)
    open_day(day)
    day.press("Compare with the service")
    day.until(lambda: day.label("comparison") == "All 2 agree with the service", "the comparison")
    assert any("no list of the store" in text for text in day.texts())


def test_the_report_as_pdf(day: Cashier) -> None:
    """Save writes the report with its figures and the whole head, so that the journal can be checked with it."""
    open_day(day)
    head = day.value("Head")
    day.press("Save")
    day.until_says("Saved as ")
    text = pdf_text(Path(day.message.removeprefix("Saved as ")))
    for part in ("MG Road", "End of day", "262.47", head[:16], head[-16:], "The day is open"):
        assert part in text


def test_the_report_on_a_printer_that_is_missing(open_till: OpenTill, service: PracticeService) -> None:
    """Print sends the report to the printer of the settings. If it is missing, a message says so."""
    cashier = open_till(service=service, printer="no such printer")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("End of day")
    open_day(cashier)
    cashier.press("Print")
    cashier.until_says("(PT-PAPER-NO-PRINTER)")
    cashier.key(Qt.Key.Key_F9)
    cashier.until_says("(PT-PAPER-NO-PRINTER)")


def test_what_was_said_about_printing_does_not_stay(open_till: OpenTill, service: PracticeService) -> None:
    """The message about a failed print is removed when the day is closed, and when another day is chosen."""
    cashier = open_till(service=service, printer="no such printer")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("End of day")
    open_day(cashier)
    cashier.press("Print")
    cashier.until_says("(PT-PAPER-NO-PRINTER)")
    box = cashier.find("Day", ChoiceBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert cashier.message == ""
    box.setCurrentIndex(0)
    box.activated.emit(0)
    cashier.until(lambda: cashier.value("Redeemed"), "the figures")
    cashier.press("Print")
    cashier.until_says("(PT-PAPER-NO-PRINTER)")
    cashier.press("Close the day")
    cashier.press("Close the day")
    cashier.until_sees("Closed")
    assert cashier.message == ""


def exported(cashier: Cashier) -> list[dict[str, str]]:
    """Presses Export, and returns the records of the file that the message names."""
    cashier.press("Export")
    cashier.until_says(" saved as ")
    with Path(cashier.message.partition(" saved as ")[2]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_is_exported(day: Cashier) -> None:
    """The file has the fields of `history export`, oldest first, without a full mobile number."""
    found = exported(day)
    assert tuple(found[0]) == EXPORT_FIELDS
    assert [one["bill"] for one in found] == ["MG-20417", "MG-20418", "KR-8"]
    assert [one["points_redeemed"] for one in found] == ["250.125", "12.345", ""]
    assert all("••" in one["mobile"] for one in found)


def test_what_the_history_shows_is_exported(day: Cashier) -> None:
    """Search and filters count for the file too."""
    day.keys("MG-")
    day.until(lambda: bills(day) == ["MG-20418", "MG-20417"], "the search")
    assert [one["bill"] for one in exported(day)] == ["MG-20417", "MG-20418"]
    day.type("Search", "")
    choose(day, "State", "Refused")
    day.until(lambda: bills(day) == ["KR-8"], "the refusal")
    assert [one["bill"] for one in exported(day)] == ["KR-8"]


def test_an_export_that_cannot_be_written(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """The message says that nothing was saved."""
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    cashier = open_till(service=service, receipt_folder=str(blocked))
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Export")
    cashier.press("Export")
    cashier.until_says("The file could not be saved.")
    assert "(PT-PAPER-FILE)" in cashier.message
