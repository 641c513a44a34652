"""Tests which codes of an answer are logged."""

from __future__ import annotations

import pytest

from desktop.api.wire.call_codes import codes_of
from desktop.domain.failures import Lost
from tests.api.wire.samples import answer, redeem_answer


def test_both_codes_are_logged() -> None:
    """That of the whole call, and that of its item. A call of version 2 has one in its list of errors."""
    assert codes_of(redeem_answer("false", 808))[1] == 808
    assert codes_of(answer({"response": {"status": {"code": "200"}}})) == (200, None)
    assert codes_of(answer({"errors": [{"code": 904}]}, 400)) == (904, None)


@pytest.mark.parametrize("number", [919777788221, "977778822", 100_000])
def test_a_number_that_is_too_long_for_a_code_is_not_logged(number: object) -> None:
    """It could be a member's."""
    assert codes_of(answer({"status": {"code": number}, "item": {"item_status": {"code": number}}})) == (None, None)


def test_an_answer_that_was_cut_has_no_codes() -> None:
    """Nor has one that cannot be read."""
    body = {"response": {"status": {"code": 200}}}
    assert codes_of(answer(body, incomplete=Lost.CUT)) == (None, None)
    assert codes_of(answer(b"<html>")) == (None, None)
