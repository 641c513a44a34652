"""Brings a till into every state that a cashier can see, one after the other."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTabBar, QTableWidget, QWidget

from desktop.domain.failures import Call
from desktop.domain.prefill import Prefill
from desktop.gui.screen import Busy, Place
from desktop.pos.hand_over import HandOver
from desktop.pos.hand_over_queue import HandOvers
from desktop.store.pins import Cost, hash_pin
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.state import PASSWORD
from tests.journeys.cashier import ASHA, LAKSHMI, VIKRAM, WidgetT
from tests.journeys.test_customer_display import SIZES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.journeys.cashier import Cashier

NO_POINTS = "9876543002"
ARJUN = "9876543004"
PRIYA = "9876543005"
FATIMA = "9876543013"
PIN = "471108"
CASHIERS = ("Meera Nair", "Dev Patil", "1042 Imran Ali", "Lakshmi Das", "Joseph Thomas", "Neha Shetty", "Ali Khan")


@dataclass(frozen=True, slots=True)
class Scene:
    """A way through the till that stops at every state worth looking at.

    Attributes:
        walk: acts as a cashier, and yields the name of each state once it is on the screen.
        settings: of the till.
        training: True if the till is in training.
        ready: False if the till cannot work.
        pins: the cashiers who sign on with a PIN.
        is_new: True if the till has not been set up.
        at_size: brings back what another size of the window has closed.
        sizes: of the customer's display, if that is what is drawn; None for the cashier's window.
    """

    walk: Callable[[Cashier], Iterator[str]]
    settings: dict[str, Any] = field(default_factory=dict)
    training: bool = False
    ready: bool = True
    pins: tuple[str, ...] = ()
    is_new: bool = False
    at_size: Callable[[Cashier], None] = lambda _cashier: None
    sizes: tuple[tuple[int, int], ...] | None = None

    def window_of(self, cashier: Cashier) -> QWidget:
        """Returns the window that is drawn."""
        if self.sizes is None:
            return cashier.window
        assert cashier.session.customer is not None
        return cashier.session.customer

    def file_of_pins(self, folder: Path) -> dict[str, str]:
        """Writes the file of PINs if cashiers sign on with one. Returns the setting that names it."""
        if not self.pins:
            return {}
        file = folder / "pins.json"
        file.write_text(json.dumps(dict.fromkeys(self.pins, hash_pin(PIN, Cost(4, 8, 1)))))
        return {"cashier_pin_file": str(file)}


def _one(cashier: Cashier, kind: type[WidgetT], name: str) -> WidgetT:
    """Returns the first visible widget of a kind with this object name."""
    return next(one for one in cashier.window.findChildren(kind, name) if one.isVisible())


def _redeeming(cashier: Cashier) -> Iterator[str]:
    yield "member"
    cashier.type("Mobile number", "97777")
    yield "member typed"
    cashier.enter()
    yield "member too short"
    cashier.type("Mobile number", "9000000000")
    cashier.enter()
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "no such member")
    yield "member unknown"
    cashier.find_member()
    yield "points"
    cashier.type("Points to redeem", "250.125")
    cashier.type("Bill number", "MG-20417")
    cashier.until(lambda: cashier.screen.worth is not None, "the worth")
    yield "points typed"
    cashier.type("Points to redeem", "2500")
    cashier.enter()
    yield "points too many"
    cashier.send_code("250.125")
    yield "code"
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    yield "code wrong"
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    yield "receipt"
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print receipt")
    yield "history"


def _waiting(cashier: Cashier) -> Iterator[str]:
    service = cashier.service
    service.bad_day(BadDay.HANG, 1, call=Call.FIND_MEMBER)
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until(lambda: cashier.screen.busy is Busy.FINDING, "the look-up")
    yield "finding"
    cashier.until(lambda: cashier.screen.busy is None, "the end of the look-up", 30_000)
    yield "no answer"
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")
    service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
    service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
    cashier.enter_code()
    cashier.until(lambda: cashier.screen.is_redeeming, "the redemption")
    yield "redeeming"
    cashier.until_at(Place.UNKNOWN, 30_000)
    yield "unknown"
    cashier.rest()
    cashier.enter()
    yield "next customer while unknown"
    cashier.find_member(VIKRAM)
    cashier.type("Bill number", "MG-1")
    cashier.type("Points to redeem", "1")
    cashier.enter()
    cashier.until_sees("Go back")
    yield "bill held"


def _not_applied(cashier: Cashier) -> Iterator[str]:
    cashier.lose_answer(BadDay.HANG)
    cashier.until_sees("Redeem again", 30_000)
    yield "not redeemed"


def _question(cashier: Cashier) -> Iterator[str]:
    cashier.redeem("10", bill="MG-1")
    cashier.rest()
    cashier.enter()
    cashier.find_member()
    cashier.type("Bill number", "MG-1")
    cashier.type("Points to redeem", "10")
    cashier.enter()
    cashier.until_sees("Redeem anyway")
    yield "redeemed before"


def _members(cashier: Cashier) -> Iterator[str]:
    cashier.type("Mobile number", NO_POINTS)
    cashier.enter()
    cashier.until_at(Place.POINTS)
    yield "no points"
    cashier.key(Qt.Key.Key_F4)
    for mobile, name in (("9876543008", "long name"), ("9876543007", "long number"), ("9876543003", "other script")):
        cashier.find_member(mobile)
        yield name
        cashier.key(Qt.Key.Key_F4)


def _finding(cashier: Cashier) -> Iterator[str]:
    yield "ways to find"
    _one(cashier, QAbstractButton, "by_e_mail_address").click()
    _one(cashier, QLineEdit, "mobile_number").clear()
    cashier.keys("front.desk@example.com")
    cashier.enter()
    cashier.until(lambda: cashier.screen.matches, "the members")
    yield "several members"
    cashier.key(Qt.Key.Key_F4)
    cashier.find_member(ARJUN)
    yield "several programs"


def _choosing(cashier: Cashier) -> Iterator[str]:
    cashier.find_member(PRIYA)
    yield "group offered"
    cashier.press("group_1")
    yield "group chosen"
    _one(cashier, QAbstractButton, "redeem_from_a_group").click()
    yield "group panel"
    group = _one(cashier, QComboBox, "group")
    group.setFocus()
    cashier.key(Qt.Key.Key_Down)
    kind = _one(cashier, QComboBox, "group_named_by")
    kind.setFocus()
    cashier.key(Qt.Key.Key_End)
    yield "group by its main member"
    cashier.escape()
    cashier.press("Add a note")
    cashier.keys("Paid with two cards")
    yield "note and fields"
    cashier.key(Qt.Key.Key_F4)
    cashier.find_member()
    field = _one(cashier, QComboBox, "custom_field_1")
    field.setFocus()
    cashier.key(Qt.Key.Key_Down)
    cashier.send_code("20", bill="MG-7")
    yield "ways to agree"
    cashier.press("Missed call")
    cashier.until_sees("Number to call")
    yield "missed call"
    _one(cashier, QAbstractButton, "missed_call").click()
    cashier.until_sees("Validation code")
    cashier.press("Redeem without a code")
    yield "supervisor"
    cashier.enter()
    yield "supervisor without PIN"


def _handed_over(cashier: Cashier) -> Iterator[str]:
    controller = cashier.session.controller
    hand_overs = HandOvers(controller, lambda _report: None, controller)

    def hand_over(bill: str) -> None:
        given = Prefill(mobile=ASHA, bill=bill, amount=Decimal(250), max_points=Decimal(25))
        hand_overs.take(HandOver(given, "out.json", by_link=True))

    hand_over("MG-1")
    cashier.until_at(Place.POINTS)
    yield "from the POS"
    hand_over("MG-2")
    hand_over("MG-3")
    yield "bills waiting"
    cashier.key(Qt.Key.Key_F4)
    yield "cancelling asks"
    cashier.send_code("10")
    yield "code"
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    yield "receipt"


def _paper(cashier: Cashier) -> Iterator[str]:
    cashier.redeem("250.125", bill="MG-20417")
    cashier.press("Print receipt")
    cashier.until_sees("Print again")
    yield "print failed"
    cashier.session.controller.dismiss()
    yield "print failed, message closed"
    cashier.enter()
    for number, points in enumerate(("12", "3.5", "140", "7"), 20418):
        cashier.redeem(points, bill=f"MG-{number}", mobile=LAKSHMI)
        cashier.rest()
        cashier.enter()
    cashier.find_member(VIKRAM)
    cashier.send_code("1", bill="KR-8")
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    cashier.key(Qt.Key.Key_F4)
    yield "counter with a day"
    cashier.key(Qt.Key.Key_F2)
    table = cashier.find("Redemptions", QTableWidget)
    cashier.until(lambda: table.rowCount() == 6, "the history")
    yield "history"
    # selectRow() would select nothing from right to left.
    table.setCurrentCell(5, 0)
    yield "history failed print"
    cashier.type("Search", "nothing like this")
    cashier.until(lambda: table.rowCount() == 0, "no row")
    yield "history finds nothing"


def _giving_back(cashier: Cashier) -> Iterator[str]:
    cashier.redeem("100", bill="MG-1", mobile=FATIMA)
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until(lambda: cashier.sees("All points") or cashier.sees("All 100"), "the offer")
    yield "asked"
    cashier.type("Points to give back", "40")
    cashier.type("Reason", "Item returned")
    yield "filled in"
    cashier.type("Points to give back", "400")
    cashier.enter()
    yield "too many"
    cashier.type("Points to give back", "40")
    cashier.service.bad_day(BadDay.ERROR_503, 1, call=Call.REVERSE)
    cashier.type("Supervisor PIN", PIN)
    cashier.press("Give back")
    cashier.until(lambda: cashier.message, "the refusal")
    yield "not given back"


def _not_seen_yet(cashier: Cashier) -> Iterator[str]:
    cashier.redeem("100", bill="MG-1", mobile=FATIMA)
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.service.bad_day(BadDay.ERROR_503, call=Call.FIND_REDEMPTIONS)
    cashier.press("Give points back")
    cashier.until_sees("Try again")
    cashier.rest()
    yield "try again"


def _given_back(cashier: Cashier) -> Iterator[str]:
    cashier.redeem("100", bill="MG-1", mobile=FATIMA)
    cashier.enter()
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Give points back")
    cashier.press("Give points back")
    cashier.until(lambda: cashier.sees("All points") or cashier.sees("All 100"), "the offer")
    cashier.type("Points to give back", "60")
    cashier.type("Reason", "Item returned")
    cashier.press("Give back")
    cashier.until_sees("Points given back")
    yield "given back"
    cashier.rest()
    cashier.enter()
    cashier.until_sees("Print given back 1")
    yield "history"
    cashier.press("Give points back")
    cashier.until_sees("All points")
    cashier.key(Qt.Key.Key_F6)
    cashier.type("Reason", "Sale cancelled")
    cashier.press("Give back")
    cashier.until_sees("Points given back")
    cashier.rest()
    cashier.enter()
    cashier.until_sees("Print given back 2")
    cashier.find("Save given back 2").setFocus()
    yield "history of two parts"


def _day(cashier: Cashier) -> Iterator[str]:
    cashier.redeem("250.125", bill="MG-20417")
    cashier.enter()
    cashier.redeem("12.345", bill="MG-20418", mobile=VIKRAM)
    cashier.enter()
    cashier.lose_answer(BadDay.HANG_AFTER, points="500", bill="MG-20431", looks=False, mobile=LAKSHMI)
    cashier.rest()
    cashier.enter()
    with cashier.without_settling():
        cashier.rest()
        cashier.key(Qt.Key.Key_F2)
        cashier.until_sees("End of day")
        yield "history with an unknown one"
        cashier.press("End of day")
        cashier.until_sees("Compare with the service")
        cashier.until(lambda: cashier.label("journal"), "the figures")
        yield "open things"
        cashier.service.bad_day(None)
        cashier.press("Compare with the service")
        cashier.until(lambda: cashier.label("comparison"), "the comparison")
        yield "compared"
        _one(cashier, QAbstractButton, "close_the_day").click()
        cashier.until_sees("Not yet")
        yield "closing asks"
        _one(cashier, QAbstractButton, "close_the_day").click()
        cashier.until(lambda: cashier.label("closed_by"), "the closing")
        yield "closed"


def _first_start(cashier: Cashier) -> Iterator[str]:
    setup = cashier.session.setup
    assert setup is not None
    cashier.until(setup.isVisible, "the first page")
    yield "address"
    for name, text in (("server", cashier.service.url), ("till", TILL), ("password", "wrong")):
        setup.controls[name].focus()
        cashier.keys(text)
    setup.next.click()
    yield "testing"
    cashier.until(setup.next.isEnabled, "the refusal")
    yield "refused"
    setup.controls["password"].focus()
    cashier.key(Qt.Key.Key_End)
    for _ in "wrong":
        cashier.key(Qt.Key.Key_Backspace)
    cashier.keys(PASSWORD)
    setup.next.click()
    cashier.until(setup.next.isEnabled, "the answer")
    yield "tested"
    setup.next.click()
    cashier.until(setup.controls["store"].isVisible, "the second page")
    yield "shop"
    setup.next.click()
    cashier.until(setup.controls["printer"].isVisible, "the third page")
    yield "printer"


def _open_drawer(cashier: Cashier) -> None:
    panel, drawer = cashier.session.view.counter.training, cashier.session.view.drawer
    if panel is not None and drawer.isAncestorOf(panel) and not drawer.is_open:
        drawer.toggle()


def _panel(cashier: Cashier) -> Iterator[str]:
    if cashier.session.view.counter.side.training is None:
        return
    _open_drawer(cashier)
    tabs = _one(cashier, QTabBar, "training_tabs")
    for place, name in enumerate(("phone", "members", "lessons", "keys")[: tabs.count()]):
        tabs.setCurrentIndex(place)
        yield name
    _open_drawer(cashier)
    tabs.setCurrentIndex(2)
    lesson = next(one for one in cashier.window.findChildren(QAbstractButton) if one.objectName().startswith("lesson_"))
    lesson.click()
    yield "a lesson"


def _letters(cashier: Cashier) -> Iterator[str]:
    cashier.find_member()
    cashier.find("Bill number").setFocus()
    yield "letters for a bill"


def _locked_out(cashier: Cashier) -> Iterator[str]:
    cashier.type("Cashier", "Dev Patil")
    cashier.enter()
    for _ in range(5):
        cashier.type("PIN", "471109")
        cashier.enter()
        cashier.until(lambda: not cashier.screen.sign_on.checking, "the answer")
    yield "locked out"


def _settings(cashier: Cashier) -> Iterator[str]:
    cashier.key(Qt.Key.Key_F10)
    yield "settings"
    bar = cashier.session.view.pages.settings_page.form.area.verticalScrollBar()
    for part in range(1, 5):
        bar.setValue(bar.maximum() * part // 4)
        yield f"settings {part}"


def _signing_on(cashier: Cashier) -> Iterator[str]:
    yield "no one signed on"
    cashier.type("Cashier", "Dev Patil")
    yield "cashier typed"
    cashier.enter()
    if cashier.sees("PIN"):
        cashier.keys("471109")
        yield "PIN typed"
        cashier.enter()
        cashier.until_says("PT-")
        yield "PIN wrong"
        cashier.keys(PIN)
        cashier.enter()
    cashier.until_sees("Sign off")
    yield "signed on"
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.press("Sign off")
    yield "signed off while unknown"


def _customer(cashier: Cashier) -> Iterator[str]:
    yield "welcome"
    cashier.find_member()
    yield "points"
    cashier.type("Points to redeem", "250.125")
    cashier.until(lambda: cashier.screen.worth is not None, "the worth")
    yield "points typed"
    cashier.send_code("250.125")
    yield "code"
    cashier.enter_code("WRONG1")
    cashier.until(lambda: cashier.message and cashier.screen.busy is None, "the refusal")
    yield "code wrong"
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    yield "receipt"
    cashier.rest()
    cashier.enter()
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    yield "unknown"


def _broken(_cashier: Cashier) -> Iterator[str]:
    yield "journal damaged"


_CASHIERS_SIGN_ON = {"cashiers": CASHIERS, "read_timeout": 0.5, "settle_after": 60.0}

_STAFF = {
    "name": "store_staff",
    "label": "Served by",
    "kind": "choice",
    "choices": ["Meera", "Ravi"],
    "required": True,
}
_SUPERVISED = {"supervisor_pin": hash_pin(PIN, Cost(4, 8, 1))}
_NO_PRINTER = "tcp://127.0.0.1:9"

_BESIDE = {"customer_display": "window", "read_timeout": 1.0, "settle_after": 60.0}

SCENES = {
    "redeeming": Scene(_redeeming),
    "waiting": Scene(_waiting, {"read_timeout": 3.0, "settle_after": 90.0}),
    "not applied": Scene(_not_applied, {"read_timeout": 0.5, "settle_after": 0.5}),
    "question": Scene(_question),
    "members": Scene(_members),
    "settings": Scene(_settings),
    "training": Scene(_redeeming, training=True),
    "signing on": Scene(_signing_on, {"sign_on": True} | _CASHIERS_SIGN_ON),
    "signing on with a PIN": Scene(_signing_on, _CASHIERS_SIGN_ON, pins=CASHIERS),
    "broken": Scene(_broken, ready=False),
    "finding": Scene(_finding, {"find_by": "card,email,external_id"}),
    "choosing": Scene(
        _choosing,
        {
            "groups_by_hand": True,
            "custom_fields": [_STAFF],
            "missed_call": True,
            "missed_call_number": "+91 80 4710 0100",
            "skip_validation": True,
            "notes": True,
        }
        | _SUPERVISED,
    ),
    "handed over": Scene(_handed_over),
    "paper": Scene(_paper, {"printer": _NO_PRINTER}),
    "giving back": Scene(_giving_back, {"give_back": "supervisor"} | _SUPERVISED),
    "not seen yet": Scene(_not_seen_yet, {"give_back": "supervisor"} | _SUPERVISED),
    "given back": Scene(_given_back, {"give_back": "cashier"}),
    "day": Scene(_day, {"read_timeout": 0.5, "settle_after": 30.0}),
    "first start": Scene(_first_start, is_new=True),
    "training panel": Scene(_panel, training=True, at_size=_open_drawer),
    "letters": Scene(_letters),
    "customer": Scene(_customer, _BESIDE, sizes=SIZES),
    "customer without keys": Scene(_customer, _BESIDE | {"number_pad": "never"}, sizes=SIZES),
    "locked out": Scene(_locked_out, _CASHIERS_SIGN_ON, pins=CASHIERS),
}
"""Every scene by its name."""
