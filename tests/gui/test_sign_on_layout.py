"""Tests the sign-on page at every size: nothing is clipped or outside, and buttons fit a finger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.domain.settings import LANGUAGES
from desktop.store import policy_trust
from desktop.store.pins import Cost, hash_pin
from tests.gui.test_layouts import SIZES, problems, settle

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

PIN = "471108"
USUAL = (("en", "always"), ("fr", "always"), ("ar", "never"))
"""The languages and pads that are not left to the long run."""

NAMES = ("Meera Nair", "Dev Patil", "1042 Imran Ali", "Lakshmi Das", "Joseph Thomas", "A very long name of a cashier")


def wrong(cashier: Cashier, page: str) -> dict[str, list[str]]:
    """Returns what does not fit at which size."""
    found = {}
    # Begins with the size at which the last page ended, because another scale takes long.
    sizes = SIZES if cashier.window.width() <= SIZES[-2][0] else SIZES[::-1]
    for size in sizes:
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
