"""Cashiers with PINs who sign on and off, for tests."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

import pytest

from desktop.store import policy_trust
from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill


PIN, WRONG = "471108", "471109"
NAMES = ("Meera Nair", "Dev Patil", "1042 Imran Ali")


@pytest.fixture(scope="session")
def stored_pin() -> str:
    """The stored form of the PIN, at a low cost."""
    return hash_pin(PIN, Cost(4, 8, 1))


@pytest.fixture
def pins(tmp_path: Path, stored_pin: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The file with the cashiers' PINs. It is trusted, because a test cannot own a system's folder."""
    monkeypatch.setattr(policy_trust, "problem", lambda _path: "")
    file = tmp_path / "pins.json"
    file.write_text(json.dumps(dict.fromkeys(NAMES, stored_pin)))
    return str(file)


def sign_on(cashier: Cashier, name: str, pin: str = "") -> None:
    """Signs on with the keyboard alone."""
    cashier.rest()
    cashier.type("Cashier", name)
    cashier.enter()
    if pin:
        assert cashier.focus == "PIN"
        cashier.keys(pin)
        cashier.enter()
    cashier.until(lambda: cashier.screen.sign_on.cashier and not cashier.sees("Cashier"), "the counter")
    cashier.rest()


def after_redeeming(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Opens a till at which Meera has signed on, redeemed 100 points for MG-1, and is at the next customer."""
    cashier = open_till(service=service, sign_on=True)
    sign_on(cashier, "Meera")
    cashier.redeem("100", bill="MG-1")
    cashier.enter()
    return cashier


def sign_off(cashier: Cashier) -> None:
    """Signs off with the button."""
    cashier.press("Sign off")
    assert cashier.sees("Sign on")
    assert cashier.focus == "Cashier"


def be_idle(cashier: Cashier) -> None:
    """Lets so much time pass without activity that an idle cashier is signed off."""
    signing_on = cashier.session.controller.signing_on
    signing_on._active_at = -math.inf
    signing_on._idle.timeout.emit()


def trail(data: Path) -> list[tuple[str, str]]:
    """Returns the events about signing on with their cashiers, oldest first."""
    with SqliteJournal.open(data / "journal.db", writer=False) as journal:
        events = list(journal.newest_events(1_000))[::-1]
    return [(one.what, one.cashier) for one in events if one.what.startswith(("sign", "cashier_pin"))]


def bar_shows(cashier: Cashier) -> str:
    """Returns the cashier's name in the bar; empty if it is not shown."""
    label = cashier.session.view.bar.cashier
    return label.text().strip("\u2068\u2069") if label.isVisible() else ""
