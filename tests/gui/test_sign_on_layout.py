"""Tests the sign-on page at every size: nothing is clipped or outside, and buttons fit a finger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.domain.settings import LANGUAGES
from desktop.store import policy_trust
from desktop.store.pins import Cost, hash_pin
from desktop.training.bad_days import BadDay
from tests.gui.test_layouts import SETTINGS, SIZES, problems, scrolled, settle

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

PIN = "471108"
USUAL = (("en", "always"), ("fr", "always"), ("ar", "never"))
"""The languages and pads that are not left to the long run."""

SMALLEST = ((800, 600), (1024, 600))

NAMES = ("Meera Nair", "Dev Patil", "1042 Imran Ali", "Lakshmi Das", "Joseph Thomas", "A very long name of a cashier")


def wrong(cashier: Cashier, page: str, sizes: tuple[tuple[int, int], ...] = SIZES) -> dict[str, list[str]]:
    """Returns what does not fit at which size."""
    found = {}
    # Begins with the size at which the last page ended, because another scale takes long.
    for size in sizes if cashier.window.width() <= sizes[-2][0] else sizes[::-1]:
        cashier.window.resize(*size)
        settle(cashier)
        found[f"{page} at {size}"] = problems(cashier, size)
    return {where: what for where, what in found.items() if what}


@pytest.mark.parametrize(
    ("language", "pad"),
    [
        pytest.param(language, pad, marks=() if (language, pad) in USUAL else pytest.mark.slow)
        for language in LANGUAGES
        for pad in ("always", "never")
    ],
)
def test_the_page_fits(  # noqa: PLR0917 - pytest gives them by name
    open_till: OpenTill,
    service: PracticeService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    pad: str,
) -> None:
    """With letters, with digits, and with a message; then the bar with the cashier's name and Sign off."""
    # A test cannot own a system's folder.
    monkeypatch.setattr(policy_trust, "problem", lambda _path: "")
    file = tmp_path / "pins.json"
    file.write_text(json.dumps(dict.fromkeys(NAMES, hash_pin(PIN, Cost(4, 8, 1)))))
    cashier = open_till(service=service, cashiers=NAMES, cashier_pin_file=str(file), language=language, number_pad=pad)
    found = wrong(cashier, "no one")
    cashier.type("Cashier", NAMES[-1])
    cashier.enter()
    found |= wrong(cashier, "PIN")
    cashier.keys(f"{PIN}9")
    cashier.enter()
    cashier.until_says("PT-SIGN-ON")
    found |= wrong(cashier, "message")
    cashier.keys(PIN)
    cashier.enter()
    cashier.until_sees("Sign off")
    found |= wrong(cashier, "signed on")
    assert found == {}


@pytest.mark.parametrize(
    "language", ["fr", *(pytest.param(one, marks=pytest.mark.slow) for one in LANGUAGES if one != "fr")]
)
def test_an_outcome_that_is_not_known_yet_fits(open_till: OpenTill, service: PracticeService, language: str) -> None:
    """What must not be redeemed again stands above the fields, alone and with a message, and the keys stay."""
    settings = SETTINGS | {"read_timeout": 0.5, "settle_after": 60.0}
    cashier = open_till(
        service=service, language=language, sign_on=True, cashiers=NAMES, only_listed_cashiers=True, **settings
    )
    cashier.type("Cashier", NAMES[1])
    cashier.enter()
    cashier.until_sees("Sign off")
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.press("Sign off")
    assert cashier.session.view.pages.sign_on_page.unknown.isVisible()
    found = wrong(cashier, "not known yet", SMALLEST)
    cashier.type("Cashier", "Nobody")
    cashier.enter()
    cashier.until_says("PT-SIGN-ON")
    found |= wrong(cashier, "not known yet, with a message", SMALLEST)
    assert found == {}


@pytest.mark.parametrize("language", ["en", "th"])
def test_an_outcome_that_is_not_known_yet_leaves_the_button_in_sight(
    open_till: OpenTill, service: PracticeService, language: str
) -> None:
    """On a terminal of 1024×600 at 200 %, only the bar says that something is open. A larger window names the bill."""
    settings = SETTINGS | {"read_timeout": 0.5, "settle_after": 60.0, "sign_on": True, "cashiers": NAMES}
    cashier = open_till(service=service, size=(512, 300), language=language, **settings)
    cashier.type("Cashier", NAMES[1])
    cashier.enter()
    cashier.until_sees("Sign off")
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.press("Sign off")
    settle(cashier)
    page, mark = cashier.session.view.pages.sign_on_page, cashier.session.view.bar.unsettled
    assert page.unknown.isHidden()
    assert mark.isVisible()
    assert scrolled(cashier) == []
    assert page.sign_on.visibleRegion().boundingRect().size() == page.sign_on.size()
    cashier.window.resize(800, 600)
    settle(cashier)
    assert page.unknown.isVisible()


@pytest.mark.parametrize("language", ["en", "fr", "ar", "th", "hi"])
def test_a_wrong_pin_leaves_the_button_in_sight(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """On a terminal of 1024×600 at 200 %, the message stands close to the fields, and nothing has to be scrolled."""
    monkeypatch.setattr(policy_trust, "problem", lambda _path: "")
    file = tmp_path / "pins.json"
    file.write_text(json.dumps({NAMES[0]: hash_pin(PIN, Cost(4, 8, 1))}))
    settings = SETTINGS | {"cashiers": NAMES, "cashier_pin_file": str(file)}
    cashier = open_till(service=service, size=(512, 300), language=language, **settings)
    page = cashier.session.view.pages.sign_on_page
    cashier.keys(NAMES[0])
    cashier.enter()
    cashier.keys("000000")
    cashier.enter()
    cashier.until_says("PT-")
    settle(cashier)
    assert scrolled(cashier) == []
    said = page.message.text
    # As before, whatever size the window had meanwhile.
    for size in ((800, 600), (512, 300)):
        cashier.window.resize(*size)
        settle(cashier)
        assert page.message.text == said
    assert scrolled(cashier) == []
    assert page.sign_on.visibleRegion().boundingRect().size() == page.sign_on.size()
    assert page.busy.isHidden()
    cashier.keys(PIN)
    settle(cashier)
    assert not page.busy.isHidden()
