"""Receipts on a thermal printer: automatically, again, elsewhere, and never in the way of redeeming."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox

from desktop.domain.failures import PaperTrouble
from desktop.domain.paper import Paper
from desktop.domain.print_job import PrintState
from desktop.domain.printers import PrinterChoice
from desktop.gui.screen import Place
from desktop.gui.voice import voice_of
from desktop.printing.printers import ShopPrinters
from desktop.printing.sheet import picture
from desktop.texts import load_catalogue
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, VIKRAM, Cashier
from tests.journeys.pos import environment
from tests.journeys.remote_till import RemoteTill
from tests.journeys.signing_on import sign_off, sign_on
from tests.printing.network_printer import COVER_OPEN, FINE, PAPER_OUT, Behaviour, FakePrinter
from tests.printing.test_escpos import dots
from tests.printing.thermal_printer import Paper as Printed
from tests.printing.thermal_printer import print_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.domain.print_job import PrintJob
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()


@pytest.fixture
def make_printer() -> Iterator[Callable[..., FakePrinter]]:
    """Makes printers that work unless the test says otherwise, and switches them off at the end."""
    made: list[FakePrinter] = []

    def make(**behaviour: object) -> FakePrinter:
        made.append(FakePrinter(Behaviour(**({"answers": FINE, "says_printed": True} | behaviour))))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for one in made:
        one.close()


def states(cashier: Cashier) -> list[PrintState]:
    """Collects the states of the print jobs from now on."""
    seen: list[PrintState] = []
    cashier.session.printing.changed.connect(lambda job: seen.append(job.state))
    return seen


def until_printed(cashier: Cashier, count: int = 1) -> PrintJob:
    """Waits until a receipt is printed, and returns the job of the receipt on the screen."""
    printing, attempt = cashier.session.printing, cashier.screen.attempt
    assert attempt is not None

    def last() -> PrintJob | None:
        return printing.job_of(attempt.reference)

    def is_printed() -> bool:
        job = last()
        return job is not None and job.state is PrintState.PRINTED and job.number >= count

    cashier.until(is_printed, "the print")
    job = last()
    assert job is not None
    return job


def papers(printer: FakePrinter) -> list[Printed]:
    """Returns what came out of a printer, one for each job that had something on it."""
    made = [print_out(job) for job in printer.jobs]
    return [paper for paper in made if paper.rows]


def is_receipt(cashier: Cashier, paper: Printed, *, copy: bool = False, roll: Paper = Paper.MM_80) -> bool:
    """True if a paper is the receipt on the screen, dot for dot."""
    attempt, design = cashier.screen.attempt, cashier.session.design
    assert attempt is not None
    document = design.document(design.receipt(attempt))
    wanted = dots(picture(document.as_copy() if copy else document, roll.dots))
    return paper.rows == wanted


def words(why: PaperTrouble) -> str:
    """Returns the message for a fault."""
    meaning = CATALOGUE.meaning_of(f"paper.{why.value}")
    return f"{meaning.says} {meaning.next_step}"


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_receipt_on_a_thermal_printer(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter], way: str
) -> None:
    """One press prints it. A second press prints a copy. The message says that it is printed, because that is known."""
    printer = make_printer()
    cashier = open_till(service=service, printer=printer.address, store="MG Road")
    cashier.redeem("10", bill="MG-1")
    seen = states(cashier)
    for count in (1, 2):
        if way == "button":
            cashier.press("Print receipt")
        else:
            cashier.key(Qt.Key.Key_F9)
        until_printed(cashier, count)
        cashier.until_says("The receipt is printed.")
    original, copy = papers(printer)
    assert is_receipt(cashier, original)
    assert is_receipt(cashier, copy, copy=True)
    assert (original.pulses, len(original.cuts)) == (0, 1)
    assert seen[:2] == [PrintState.WAITING, PrintState.PRINTED]
    assert len(service.ledger()) == 1


def test_a_printer_that_does_not_answer_is_not_believed(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """The message says that the receipt was sent, and does not claim that it is on paper."""
    cashier = open_till(service=service, printer=make_printer(answers={}, says_printed=False).address)
    cashier.redeem("10")
    cashier.press("Print receipt")
    cashier.until_says("The receipt has been sent to the printer.")


@pytest.mark.parametrize("drawer", [True, False])
def test_each_redemption_prints_one_receipt_by_itself(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter], drawer: bool
) -> None:
    """With the setting, every redemption is printed once, with no press and no message, and may open the drawer."""
    printer = make_printer()
    cashier = open_till(service=service, printer=printer.address, auto_print=True, open_drawer=drawer)
    for number, mobile in enumerate(("9777788221", VIKRAM), 1):
        cashier.redeem("5", bill=f"MG-{number}", mobile=mobile)
        assert cashier.focus == "New customer"
        until_printed(cashier, number)
        assert is_receipt(cashier, papers(printer)[-1])
        assert cashier.message == ""
        cashier.enter()
    assert len(papers(printer)) == 2
    assert [paper.pulses for paper in papers(printer)] == [int(drawer)] * 2


def test_nothing_prints_by_itself_without_the_setting(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """Paper costs money."""
    printer = make_printer()
    cashier = open_till(service=service, printer=printer.address)
    cashier.redeem("5")
    cashier.enter()
    cashier.end()
    assert printer.jobs == []


def test_a_refusal_prints_nothing(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """Only what was redeemed has a receipt."""
    printer = make_printer()
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.find_member()
    cashier.send_code("1")
    cashier.enter_code("WRONG1")
    cashier.until_says("(808)")
    cashier.end()
    assert printer.jobs == []


class TestUnknown:
    """A redemption whose outcome is found out later."""

    def test_it_prints_when_it_is_known(
        self, open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
    ) -> None:
        """The customer is still there: the receipt appears on the screen and on paper, once."""
        printer = make_printer()
        cashier = open_till(
            service=service, printer=printer.address, auto_print=True, read_timeout=0.5, settle_after=0.5
        )
        cashier.lose_answer(BadDay.HANG_AFTER)
        assert cashier.screen.place is Place.UNKNOWN
        assert printer.jobs == []
        cashier.until_sees("Updated balance")
        until_printed(cashier)
        assert [is_receipt(cashier, paper) for paper in papers(printer)] == [True]

    def test_it_does_not_print_between_two_other_customers(
        self, open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
    ) -> None:
        """The next customer must not be handed it. It is in History."""
        printer = make_printer()
        cashier = open_till(
            service=service, printer=printer.address, auto_print=True, read_timeout=0.5, settle_after=0.5
        )
        cashier.lose_answer(BadDay.HANG_AFTER)
        cashier.press("Next customer")
        cashier.until_says("Now known")
        cashier.end()
        assert printer.jobs == []


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        ({"answers": PAPER_OUT}, PaperTrouble.PAPER_OUT),
        ({"answers": COVER_OPEN}, PaperTrouble.COVER_OPEN),
        ({"answers": {}, "cut_after": 9_000}, PaperTrouble.HALF),
    ],
)
def test_a_fault_of_the_printer_leaves_the_redemption_alone(
    open_till: OpenTill,
    service: PracticeService,
    make_printer: Callable[..., FakePrinter],
    behaviour: dict[str, object],
    why: PaperTrouble,
) -> None:
    """The message says what is wrong and what to do. The points are redeemed once, and the next customer is served."""
    printer = make_printer(**behaviour)
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    cashier.until_says(words(why))
    assert cashier.message.endswith(f"(PT-PAPER-{why.value.upper().replace('_', '-')})")
    assert cashier.value("Updated balance") == "1,981"
    for name in ("Print again", "Another printer", "Save receipt"):
        assert cashier.sees(name)
    assert cashier.focus == "New customer"
    cashier.enter()
    cashier.redeem("5", mobile=VIKRAM)
    assert len(service.ledger()) == 2


def test_a_hanging_printer_holds_up_no_one(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """While the printer hangs, the next customers are served and a receipt can be saved."""
    printer = make_printer(answers={}, stop_after=10)
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    cashier.press("Save receipt")
    cashier.until_says("Saved as ")
    cashier.enter()
    cashier.redeem("5", mobile=VIKRAM)
    assert len(service.ledger()) == 2
    cashier.until(lambda: cashier.label("print_state") == "Printing the receipt…", "the state of the print")


def test_the_state_of_a_print_is_shown_once(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """While the message says it, the page does not repeat it. Once the message is gone, the page says it."""
    printer = make_printer(answers={}, stop_after=10)
    cashier = open_till(service=service, printer=printer.address)
    cashier.redeem("10")
    reference = cashier.screen.attempt.reference if cashier.screen.attempt is not None else ""
    for page in ("receipt", "history"):
        cashier.press("Print receipt")
        cashier.until_says("Printing the receipt…")
        cashier.until(lambda: cashier.session.printing.job_of(reference), "the print")
        assert cashier.texts().count("Printing the receipt…") == 1, page
        cashier.session.controller.dismiss()
        assert cashier.message == ""
        assert "Printing the receipt…" in cashier.texts(), page
        if page == "receipt":
            cashier.key(Qt.Key.Key_F2)
            cashier.until_sees("Give points back")


def test_the_reason_of_a_failed_print_outlives_the_message(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """*Print again* without a reason would leave the cashier guessing."""
    cashier = open_till(service=service, printer=make_printer(answers=PAPER_OUT).address, auto_print=True)
    cashier.redeem("10")
    cashier.until_says("The printer has no paper.")
    assert sum("The printer has no paper." in text for text in cashier.texts()) == 1
    cashier.session.controller.dismiss()
    assert cashier.message == ""
    assert cashier.label("print_state") == "The printer has no paper. (PT-PAPER-PAPER-OUT)"
    assert cashier.sees("Print again")


def test_print_again(open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]) -> None:
    """With paper in it, the printer prints the original: the first one never came out."""
    printer = make_printer(answers=PAPER_OUT)
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    cashier.until_sees("Print again")
    printer.behave(Behaviour(answers=FINE, says_printed=True))
    again = cashier.find("Print again", QAbstractButton)
    again.setFocus()
    cashier.enter()
    until_printed(cashier)
    cashier.until_says("The receipt is printed.")
    # Enter goes on to the next customer, and prints no copy.
    assert cashier.focus == "New customer"
    assert [is_receipt(cashier, paper) for paper in papers(printer)] == [True]
    assert not cashier.sees("Print again")
    assert len(service.ledger()) == 1


@pytest.mark.parametrize("page", ["receipt", "history"])
def test_an_earlier_failure_does_not_stand_beside_the_next_print(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter], page: str
) -> None:
    """*Print again* says that it prints, in place of the old reason, also if the same reason comes again."""
    printer = make_printer(answers=PAPER_OUT)
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    cashier.until_says("The printer has no paper.")
    if page == "history":
        cashier.key(Qt.Key.Key_F2)
        cashier.until_sees("Give points back")
    for _ in range(2):
        cashier.press("Print again")
        assert cashier.message == "Printing the receipt…"
        cashier.until_says("The printer has no paper.")
        cashier.until_sees("Print again")
    printer.behave(Behaviour(answers={}, stop_after=100))
    cashier.press("Print again")
    cashier.until(printer.stopped.is_set, "the next print")
    assert not cashier.sees("Print again")
    assert not any("paper" in text for text in cashier.texts())


def test_enter_once_more_after_print_again_in_history_prints_no_copy(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """The button is hidden while it prints, and the focus does not pass to the one that prints a copy."""
    printer = make_printer(answers=PAPER_OUT)
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    cashier.until_sees("Print again")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    printer.behave(Behaviour(answers=FINE, says_printed=True))
    cashier.find("Print again", QAbstractButton).setFocus()
    cashier.enter()
    cashier.until_says("The receipt is printed.")
    assert cashier.focus == "Redemptions"
    cashier.rest()
    cashier.enter()
    cashier.until(lambda: not cashier.session.printing._is_working, "the end of printing")
    assert cashier.message == "The receipt is printed."
    assert len(papers(printer)) == 1


@pytest.mark.parametrize("again", [True, False])
def test_what_was_said_of_a_print_is_not_found_again_after_history(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter], *, again: bool
) -> None:
    """Back on the receipt, no message says what is not true any more, because the print went on meanwhile."""
    printer = make_printer(answers=PAPER_OUT) if again else make_printer(stop_after=100)
    cashier = open_till(service=service, printer=printer.address, auto_print=again)
    cashier.redeem("10")
    if again:
        cashier.until_says("The printer has no paper.")
        printer.behave(Behaviour(answers=FINE, says_printed=True))
    else:
        cashier.press("Print receipt")
        cashier.until(printer.stopped.is_set, "the print")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    if again:
        cashier.press("Print again")
    else:
        printer.go_on()
    cashier.until_says("The receipt is printed.")
    cashier.escape()
    cashier.until_sees("Save receipt")
    assert cashier.message == ""
    assert "The receipt is printed." in cashier.texts()


def test_the_arrows_print_nothing(
    open_till: OpenTill,
    service: PracticeService,
    make_printer: Callable[..., FakePrinter],
    monkeypatch: pytest.MonkeyPatch,
    qt_warnings: list[str],
) -> None:
    """With the keyboard alone, the cashier passes the first printer on the way to the second one."""
    broken, kitchen, office = (make_printer(**one) for one in ({"answers": PAPER_OUT}, {}, {}))
    choices = (PrinterChoice(kitchen.address, "Kitchen"), PrinterChoice(office.address, "Office"))
    monkeypatch.setattr(ShopPrinters, "choices", lambda _self: choices)
    cashier = open_till(service=service, printer=broken.address, auto_print=True)
    cashier.redeem("10")
    cashier.until_sees("Another printer")
    cashier.press("Another printer")
    cashier.until(lambda: cashier.focus == "Printer", "the printers")
    box = cashier.find("Printer", QComboBox)
    cashier.key(Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    until_printed(cashier)
    assert len(papers(office)) == 1
    assert papers(kitchen) == []
    # The offscreen platform warns about every list that opens. A real platform does not.
    qt_warnings[:] = [one for one in qt_warnings if "This plugin does not support" not in one]


def test_another_printer(
    open_till: OpenTill,
    service: PracticeService,
    make_printer: Callable[..., FakePrinter],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The cashier chooses one of the others, and the original comes out there."""
    broken, office = make_printer(answers=PAPER_OUT), make_printer()
    choices = (PrinterChoice(broken.address, "Counter"), PrinterChoice(office.address, "Office", is_raw=True))
    monkeypatch.setattr(ShopPrinters, "choices", lambda _self: choices)
    # The sheets of the settings' printer are not in the other one, and nothing tells how wide its roll is.
    cashier = open_till(service=service, printer=broken.address, paper="a4", auto_print=True)
    cashier.redeem("10")
    cashier.until_sees("Another printer")
    cashier.press("Another printer")
    cashier.until_sees("Printer")
    box = cashier.find("Printer", QComboBox)
    assert [box.itemText(index) for index in range(box.count())] == ["Choose a printer", "Office (receipt printer)"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert until_printed(cashier).paper is Paper.MM_58
    assert [is_receipt(cashier, paper, roll=Paper.MM_58) for paper in papers(office)] == [True]
    assert papers(broken) == []


def test_printers_that_are_found_late_leave_the_next_customer_alone(
    open_till: OpenTill,
    service: PracticeService,
    make_printer: Callable[..., FakePrinter],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Looking for printers can take many seconds. What is being typed meanwhile goes on, and nothing is printed."""
    broken, office = make_printer(answers=PAPER_OUT), make_printer()
    goes_on = threading.Event()

    def find_late(_printers: ShopPrinters) -> tuple[PrinterChoice, ...]:
        goes_on.wait(20)
        return (PrinterChoice(office.address, "Office", is_raw=True),)

    monkeypatch.setattr(ShopPrinters, "choices", find_late)
    cashier = open_till(service=service, printer=broken.address, auto_print=True)
    cashier.redeem("10")
    cashier.until_sees("Another printer")
    cashier.press("Another printer")
    cashier.press("New customer")
    cashier.keys("98765")
    with cashier.qtbot.waitSignal(cashier.session.printing.listed, timeout=20_000):
        goes_on.set()
    assert cashier.focus == "Mobile number"
    cashier.keys("43003")
    assert cashier.text("Mobile number") == "9876543003"
    cashier.redeem("5", mobile=VIKRAM)
    cashier.until_sees("Another printer")
    cashier.press("Another printer")
    cashier.until_sees("Printer")


def test_a_double_press_prints_again_once(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """The printing worker may be slow to take the first press. Two receipts would look like two redemptions."""
    printer = make_printer(answers=PAPER_OUT)
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    cashier.until_sees("Print again")
    printer.behave(Behaviour(answers=FINE, says_printed=True))
    button = cashier.find("Print again", QAbstractButton)
    button.click()
    button.click()
    until_printed(cashier)
    cashier.until(lambda: not cashier.session.printing._is_working, "the end of printing")
    assert len(papers(printer)) == 1


def test_the_paper_of_the_settings_counts_for_their_printer(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter], tmp_path: Path
) -> None:
    """A roll that was set too wide is put right, and the failed receipt is printed again."""
    printer = make_printer(answers=PAPER_OUT)
    cashier = open_till(service=service, printer=printer.address, auto_print=True, data=tmp_path / "data")
    cashier.redeem("10")
    cashier.until_sees("Print again")
    cashier.end()
    cashier.window.close()
    printer.behave(Behaviour(answers=FINE, says_printed=True))
    cashier = open_till(service=service, printer=printer.address, paper="58", data=tmp_path / "data")
    cashier.until(lambda: cashier.session.office.totals.count == 1, "the history")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print again")
    cashier.press("Print again")
    cashier.until_says("The receipt is printed.")
    (paper,) = papers(printer)
    assert len(paper.rows[0]) == 384


def test_no_other_printer(
    open_till: OpenTill,
    service: PracticeService,
    make_printer: Callable[..., FakePrinter],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It says so, also to a screen reader, each time it is asked."""
    monkeypatch.setattr(ShopPrinters, "choices", lambda _self: ())
    cashier = open_till(service=service, printer=make_printer(answers=PAPER_OUT).address, auto_print=True)
    cashier.redeem("10")
    cashier.until_sees("Another printer")
    said: list[str] = []
    voice_of(cashier.window).said.connect(lambda text, _interrupts: said.append(text))
    cashier.press("Another printer")
    cashier.until_sees("Printer")
    box = cashier.find("Printer", QComboBox)
    assert [box.itemText(index) for index in range(box.count())] == ["No other printer was found"]
    assert not box.isEnabled()
    assert said == ["No other printer was found"]
    cashier.press("Another printer")
    cashier.until(lambda: len(said) == 2)


def test_save_instead(open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]) -> None:
    """The receipt becomes a PDF."""
    cashier = open_till(service=service, printer=make_printer(answers=PAPER_OUT).address, auto_print=True)
    cashier.redeem("10", bill="MG-1")
    cashier.until_sees("Print again")
    cashier.press("Save receipt")
    cashier.until_says("Saved as ")
    assert "MG-1.pdf" in cashier.message


def test_a_failure_is_news_to_the_next_customer(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """It says that it is about an earlier receipt, and nothing that is being typed is lost."""
    printer = make_printer(answers={}, pause=0.4, chunk=64, cut_after=600)
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    cashier.enter()
    cashier.keys("97777")
    cashier.until_says("A receipt was not printed.", timeout=30_000)
    assert words(PaperTrouble.HALF) in cashier.message
    assert "PT-PAPER-HALF" in cashier.message
    assert cashier.text("Mobile number") == "97777"


def test_a_receipt_that_may_have_come_out_is_not_called_missing(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """A till that was closed while it printed asks the next customer's cashier to look."""
    cashier = open_till(service=service, printer=make_printer().address)
    cashier.redeem("10", bill="MG-1")
    printed: list[PrintJob] = []
    cashier.session.printing.printed.connect(printed.append)
    cashier.press("Print receipt")
    cashier.until(lambda: printed, "the receipt")
    cashier.enter()
    cashier.session.printing.failed.emit(replace(printed[0], state=PrintState.FAILED, why=PaperTrouble.STOPPED))
    cashier.until_says(words(PaperTrouble.STOPPED))
    assert "was not printed" not in cashier.message


@pytest.mark.parametrize("page", ["receipt", "history"])
def test_a_failure_after_the_cashier_has_signed_off_is_news_to_the_next_one(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter], page: str
) -> None:
    """A message on the page where cashiers sign on would be gone with it, and no one would know of half a receipt."""
    printer = make_printer(answers={}, stop_after=100)
    cashier = open_till(service=service, printer=printer.address, sign_on=True)
    sign_on(cashier, "Meera")
    cashier.redeem("10", bill="MG-1")
    if page == "history":
        cashier.key(Qt.Key.Key_F2)
        cashier.until_sees("Give points back")
    failed: list[PrintJob] = []
    cashier.session.printing.failed.connect(failed.append)
    cashier.press("Print receipt")
    cashier.until(printer.stopped.is_set, "the print")
    sign_off(cashier)
    printer.close()
    cashier.until(lambda: failed, "the failure")
    sign_on(cashier, "Dev")
    cashier.until_says("A receipt was not printed. The printer took only part of the receipt.")
    assert "It can be printed again in History." in cashier.message


def test_what_history_cannot_print_is_not_promised_there(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """A report of a day is printed again from its own page."""
    printer = make_printer(answers={}, pause=0.4, chunk=64, cut_after=600)
    cashier = open_till(service=service, printer=printer.address)
    cashier.key(Qt.Key.Key_F2)
    cashier.press("End of day")
    cashier.until(lambda: cashier.find("Print").isEnabled(), "the report")
    cashier.press("Print")
    cashier.escape()
    cashier.until_sees("Redemptions")
    cashier.escape()
    cashier.until_says("A report, a test page or a receipt for points given back was not printed.", timeout=30_000)
    assert words(PaperTrouble.HALF) in cashier.message
    assert "History" not in cashier.message


def test_a_printers_code_stays_in_one_piece_in_arabic(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """Where the line breaks in the code, its brackets would otherwise change places."""
    printer = make_printer(answers=PAPER_OUT)
    cashier = open_till(service=service, printer=printer.address, auto_print=True, language="ar", country="IN")
    cashier.redeem("10", bill="MG-1")
    cashier.until_sees("Print again")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    assert any("(\u2066PT-PAPER-PAPER-OUT\u2069)" in text for text in cashier.texts())


def test_a_failed_print_stays_in_history(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter], tmp_path: Path
) -> None:
    """Also after a restart: History shows why, and prints the original."""
    printer = make_printer(answers=PAPER_OUT)
    cashier = open_till(service=service, printer=printer.address, auto_print=True, data=tmp_path / "data")
    cashier.redeem("10", bill="MG-1")
    cashier.until_sees("Print again")
    cashier.end()
    cashier.window.close()
    printer.behave(Behaviour(answers=FINE, says_printed=True))
    cashier = open_till(service=service, printer=printer.address, auto_print=True, data=tmp_path / "data")
    cashier.until(lambda: cashier.session.office.totals.count == 1, "the history")
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print again")
    assert cashier.label("print_state") == "The printer has no paper. (PT-PAPER-PAPER-OUT)"
    assert printer.jobs
    assert papers(printer) == []
    cashier.press("Print again")
    cashier.until_says("The receipt is printed.")
    assert len(papers(printer)) == 1
    assert not cashier.sees("Print again")


def test_settings_are_saved_while_a_receipt_is_being_printed(
    options: list[str | Path], service: PracticeService, make_printer: Callable[..., FakePrinter]
) -> None:
    """The job goes on: it comes out once, and the new window says that it is printed."""
    printer = make_printer(stop_after=100)
    with RemoteTill(*options, environment=environment(printer=printer.address)) as till:
        till.until_sees("Mobile number")
        till.find_member()
        till.send_code("10", bill="MG-1")
        till.enter_code(service.codes()[f"91{ASHA}"])
        till.until_sees("Print receipt")
        till.do("press", "Print receipt")
        assert printer.stopped.wait(20)
        till.do("key", "F10")
        till.until_sees("Save")
        till.do("type", "Calls per minute", "500")
        till.do("press", "Save")
        till.until_says("saved")
        till.do("key", "F2")
        till.until_sees("Redemptions")
        printer.go_on()
        till.until_says("The receipt is printed.")
        till.do("close")
        assert till.end().code == 0
    assert len(papers(printer)) == 1


def test_a_window_that_is_closed_at_once_still_prints(
    open_till: OpenTill,
    service: PracticeService,
    make_printer: Callable[..., FakePrinter],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A window that the POS opened closes as soon as the cashier is done."""
    # A busy machine may need longer than a cashier would wait.
    monkeypatch.setattr("desktop.shop_printing._LAST_PRINT", 60.0)
    monkeypatch.setattr("desktop.session._END_TIMEOUT", 70_000)
    printer = make_printer()
    cashier = open_till(service=service, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    assert cashier.end()
    assert len(papers(printer)) == 1


def test_a_test_print(open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter]) -> None:
    """It goes to the printer that it names, which need not be that of the settings. Only who asked is told about it."""
    used, other = make_printer(), make_printer(answers=COVER_OPEN)
    cashier = open_till(service=service, printer=used.address)
    printing = cashier.session.printing
    seen: list[PrintJob] = []
    printing.trial_changed.connect(seen.append)
    printing.print_trial(used.address, Paper.MM_58)
    cashier.until(lambda: bool(seen) and seen[-1].state is PrintState.PRINTED, "the test page")
    printing.print_trial(other.address, Paper.MM_58)
    cashier.until(lambda: seen[-1].why is PaperTrouble.COVER_OPEN, "the failure")
    assert cashier.message == ""
    assert not cashier.screen.news
    (paper,) = papers(used)
    assert len(paper.rows[0]) == 384


def test_training_is_printed_across(open_till: OpenTill, make_printer: Callable[..., FakePrinter]) -> None:
    """Receipts of practice cannot be taken for real ones."""
    printer = make_printer()
    cashier = open_till(training=True, printer=printer.address, auto_print=True)
    cashier.redeem("10")
    until_printed(cashier)
    (paper,) = papers(printer)
    assert is_receipt(cashier, paper)
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert cashier.session.design.document(cashier.session.design.receipt(attempt)).watermark == "TRAINING"


def test_a_disk_that_takes_no_print_jobs(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """The till redeems all the same, and says that the receipt cannot be put in line."""
    (tmp_path / "data" / "print-queue.db").mkdir(parents=True)
    cashier = open_till(service=service, printer="tcp://127.0.0.1:9", auto_print=True, data=tmp_path / "data")
    cashier.redeem("10")
    cashier.until_says(words(PaperTrouble.QUEUE_FILE))
    assert len(service.ledger()) == 1


def test_a_disk_that_takes_print_jobs_again(
    open_till: OpenTill, service: PracticeService, make_printer: Callable[..., FakePrinter], tmp_path: Path
) -> None:
    """The next request is printed, without another start."""
    printer = make_printer()
    queue = tmp_path / "data" / "print-queue.db"
    queue.mkdir(parents=True)
    cashier = open_till(service=service, printer=printer.address, auto_print=True, data=tmp_path / "data")
    cashier.redeem("10")
    cashier.until_says(words(PaperTrouble.QUEUE_FILE))
    queue.rmdir()
    cashier.press("Print receipt")
    until_printed(cashier)
    (paper,) = papers(printer)
    assert is_receipt(cashier, paper)
