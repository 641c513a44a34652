"""Claims about members who share an e-mail address in the practice service."""

from __future__ import annotations

from desktop.domain.failures import Call
from desktop.training.calls import LoyaltyCalls, Question


def _found(email: str) -> list[str]:
    calls = LoyaltyCalls(clock=lambda: 0.0, code_valid_for=900.0)
    answer = calls.answer(Question(call=Call.FIND_MEMBER, query={"email": email, "mlp": "true"}))
    body = answer.body["response"]
    assert isinstance(body, dict)
    return [one["mobile"] for one in body["customers"]["customer"]]


def test_all_who_share_an_address_are_answered() -> None:
    """Whatever its case; an address of one member's own answers that one."""
    assert _found("Front.Desk@example.com") == ["919876543001", "919876543002"]
    assert _found("asha.rao@example.com") == ["919777788221"]
