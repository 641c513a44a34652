"""Tests the look-up of members who share an e-mail address."""

from __future__ import annotations

from desktop.domain.failures import Call
from desktop.training.calls import CallRequest, LoyaltyCalls


def _found(email: str) -> list[str]:
    calls = LoyaltyCalls(clock=lambda: 0.0, code_valid_for=900.0)
    answer = calls.answer(CallRequest(call=Call.FIND_MEMBER, query={"email": email, "mlp": "true"}))
    body = answer.body["response"]
    assert isinstance(body, dict)
    return [one["mobile"] for one in body["customers"]["customer"]]


def test_a_shared_address_finds_all_its_members() -> None:
    """A shared address returns all its members, in any letter case. An address of one member returns only that one."""
    assert _found("Front.Desk@example.com") == ["919876543001", "919876543002"]
    assert _found("asha.rao@example.com") == ["919777788221"]
