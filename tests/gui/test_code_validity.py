"""Tests how long a validation code counts, and for which redemption."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.settings import Settings
from desktop.gui.code_validity import CodeValidity

DRAFT = Draft(
    identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
    shown="+91 ••••• •8221",
    name="Asha",
    points=Points(Decimal(10)),
)


class Clock:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Returns the time."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Returns the clock that codes are measured by."""
    made = Clock()
    monkeypatch.setattr("desktop.gui.code_validity.uptime", made)
    return made


def test_a_code_covers_its_own_redemption_until_it_expires(clock: Clock) -> None:
    """Other points need another code, and so does the same redemption after `code_valid_for` seconds."""
    validity = CodeValidity(Settings(code_valid_for=60, code_again_after=20))
    code = validity.just_sent(DRAFT, sent=True)
    assert code.again_at == 120
    assert code.good_until is not None
    assert validity.covers(code, DRAFT)
    assert not validity.covers(code, replace(DRAFT, points=Points(Decimal(11))))
    assert not validity.covers(None, DRAFT)
    clock.now += 61
    assert not validity.covers(code, DRAFT)


def test_without_a_known_validity_a_code_does_not_expire(clock: Clock) -> None:
    """If the setting is 0, only the service decides."""
    validity = CodeValidity(Settings(code_valid_for=0))
    code = validity.just_sent(DRAFT, sent=True)
    clock.now += 1_000_000
    assert code.good_until is None
    assert validity.covers(code, DRAFT)


def test_a_code_that_could_not_be_sent_can_be_asked_for_at_once(clock: Clock) -> None:
    """It covers nothing (check-points-redeemable reference, code 876)."""
    validity = CodeValidity(Settings(code_valid_for=60, code_again_after=20))
    code = validity.just_sent(DRAFT, sent=False)
    assert code.again_at == clock.now
    assert code.good_until is None
    assert not validity.covers(code, DRAFT)
