"""Tests how validation codes are issued, checked and expired."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.training.codes import MAX_TRIES, PhoneMessage, ValidationCodes
from desktop.training.refusals import CallRefused

if TYPE_CHECKING:
    from tests.training.conftest import Clock


@pytest.fixture
def codes(clock: Clock) -> ValidationCodes:
    return ValidationCodes(clock, 900.0)


def wrong(codes: ValidationCodes, typed: str = "WRONG1") -> None:
    with pytest.raises(CallRefused, match="808"):
        codes.check("911", typed)


def test_codes_are_six_or_seven_letters_and_digits(codes: ValidationCodes) -> None:
    """Codes have both lengths from the vendor's samples, and differ from each other."""
    sent = {codes.issue(str(number))[0] for number in range(200)}
    assert {len(code) for code in sent} == {6, 7}
    assert all(code.isalnum() and code == code.upper() for code in sent)
    assert len(sent) > 190


def test_the_same_code_while_it_is_valid(codes: ValidationCodes, clock: Clock) -> None:
    """A second request sends the same code with the remaining time, or a new one if it has expired."""
    first, valid_for = codes.issue("911")
    assert valid_for == 900.0
    clock.now += 899
    assert codes.issue("911") == (first, 1.0)
    clock.now += 1
    wrong(codes, first)
    second, _ = codes.issue("911")
    assert second != first


def test_case_and_blanks_do_not_count(codes: ValidationCodes) -> None:
    """A code is compared without regard to case."""
    code, _ = codes.issue("911")
    codes.check("911", f" {code.lower()} ")


def test_a_code_is_valid_for_one_redemption(codes: ValidationCodes) -> None:
    """A used code is wrong afterwards. Checking alone does not use it up."""
    code, _ = codes.issue("911")
    codes.check("911", code)
    codes.check("911", code)
    codes.use_up("911")
    wrong(codes, code)


def test_no_code_was_sent(codes: ValidationCodes) -> None:
    """The answer is 808 if no code was sent or the typed code is empty."""
    wrong(codes)
    codes.issue("911")
    wrong(codes, "")


def test_five_wrong_tries_invalidate_a_code(codes: ValidationCodes) -> None:
    """After five wrong tries the right code is refused too. The next code is different and works."""
    code, _ = codes.issue("911")
    for _ in range(MAX_TRIES - 1):
        wrong(codes)
    codes.check("911", code)
    wrong(codes)
    wrong(codes, code)
    fresh, _ = codes.issue("911")
    assert fresh != code
    codes.check("911", fresh)


def test_old_tries_are_forgotten(clock: Clock) -> None:
    """Only tries of the last 15 minutes count."""
    codes = ValidationCodes(clock, 3600.0)
    code, _ = codes.issue("911")
    for _ in range(MAX_TRIES - 1):
        wrong(codes)
    clock.now += 901
    wrong(codes)
    codes.check("911", code)


def test_codes_of_others_do_not_work(codes: ValidationCodes) -> None:
    """A code works for one member only, and expires and is used up for that member only."""
    mine, _ = codes.issue("911")
    theirs, _ = codes.issue("912")
    wrong(codes, theirs)
    codes.expire("912")
    codes.check("911", mine)
    codes.expire()
    wrong(codes, mine)
    assert codes.latest() == {"911": mine, "912": theirs}


def test_a_message_shows_no_secret_in_its_repr() -> None:
    """The repr of a message shows neither number nor code, in case it is logged by mistake."""
    shown = repr(PhoneMessage("919777788221", "NS3U05", Decimal(10), 900.0))
    assert "9777788221" not in shown
    assert "NS3U05" not in shown
