"""Brings a till into every state that a cashier can see, one after the other."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desktop.domain.failures import Call
from desktop.gui.screen import Busy, Place
from desktop.store.pins import Cost, hash_pin
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA, VIKRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.journeys.cashier import Cashier

NO_POINTS = "9876543002"
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
    """

    walk: Callable[[Cashier], Iterator[str]]
    settings: dict[str, Any] = field(default_factory=dict)
    training: bool = False
    ready: bool = True
    pins: tuple[str, ...] = ()

    def file_of_pins(self, folder: Path) -> dict[str, str]:
        """Writes the file of PINs if cashiers sign on with one. Returns the setting that names it."""
        if not self.pins:
            return {}
        file = folder / "pins.json"
        file.write_text(json.dumps(dict.fromkeys(self.pins, hash_pin(PIN, Cost(4, 8, 1)))))
        return {"cashier_pin_file": str(file)}


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


def _settings(cashier: Cashier) -> Iterator[str]:
    cashier.key(Qt.Key.Key_F10)
    yield "settings"


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


def _broken(_cashier: Cashier) -> Iterator[str]:
    yield "journal damaged"


_CASHIERS_SIGN_ON = {"cashiers": CASHIERS, "read_timeout": 0.5, "settle_after": 60.0}

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
}
"""Every scene by its name."""
