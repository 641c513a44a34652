"""Tests that every call recognises a token or password that is not accepted, in whichever layer it is said."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.api.exchange import Answer
from desktop.api.wire import (
    eligibility,
    expiry,
    members,
    redeem,
    redemptions,
    reversal,
    reversals,
    setup,
    store_reports,
)
from desktop.domain.failures import Refused
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft

if TYPE_CHECKING:
    from collections.abc import Callable

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
DRAFT = Draft(identifier=MOBILE, points=Points(Decimal(10)))
TEN = Points(Decimal(10))
DAY = date(2026, 11, 22)

READERS: dict[str, Callable[[Answer], object]] = {
    "find a member": lambda answer: members.read(answer, MOBILE),
    "check": lambda answer: eligibility.read(answer, DRAFT, send_code=True, as_money=False),
    "send a code": lambda answer: eligibility.read_code_sent(answer, MOBILE),
    "expiring points": expiry.read,
    "redeem": lambda answer: redeem.read(answer, DRAFT, "REF-1", None),
    "look up": lambda answer: redemptions.read(answer, DRAFT),
    "reverse": lambda answer: reversal.read(answer, DRAFT, "REF-1", "7t4y2a", TEN),
    "look up reversals": lambda answer: reversals.read(answer, DRAFT, "REF-1", "7t4y2a"),
    "store's report": store_reports.read,
    "log-in": setup.read_login,
    "programs": setup.read_programs,
    "till": setup.read_till,
}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("code", [401, 498])
@pytest.mark.parametrize("success", ["true", "false"])
@pytest.mark.parametrize("layer", ["body", "HTTP", "both"])
def test_every_call_recognises_it(name: str, code: int, success: str, layer: str) -> None:
    """The vendor's samples say success and leave the item out. The HTTP status is not documented."""
    body: dict[str, object] = {"response": {"status": {"success": success, "code": code, "message": "x"}, "item": None}}
    answer = Answer(
        code if layer != "body" else 200, {}, json.dumps(body).encode() if layer != "HTTP" else b"<html>no</html>"
    )
    with pytest.raises(Refused) as caught:
        READERS[name](answer)
    assert caught.value.code == code
