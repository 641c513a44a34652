"""Tests customer/get for an e-mail address or a card that several members share."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.api.wire import members
from desktop.domain.failures import Lost, SeveralFound, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from tests.api.wire.samples import CUSTOMER, answer, tree

EMAIL = Identifier(IdentifierKind.EMAIL, "asha@example.com")


def _two(**second: Any) -> Any:  # noqa: ANN401 - JSON
    """Returns the sample with a second member beside the first."""
    whole = tree(CUSTOMER)
    first = whole["response"]["customers"]["customer"][0]
    whole["response"]["customers"]["customer"].append({**first, **second})
    return whole


def test_each_match_has_an_identifier_of_its_own() -> None:
    """It is the mobile number, or the service's id if there is none."""
    with pytest.raises(SeveralFound) as caught:
        members.read(answer(_two(mobile="", user_id="77", firstname="Ravi"), 200), EMAIL)
    assert [one.identifier for one in caught.value.members] == [
        Identifier(IdentifierKind.MOBILE, "919777788221"),
        Identifier(IdentifierKind.ID, "77"),
    ]
    assert caught.value.request_id == "r-1"


@pytest.mark.parametrize(
    "second",
    [
        {"mobile": "", "user_id": ""},
        {"item_status": {"success": "false", "code": 1012}},
        {"item_status": {"success": "false", "code": 1000}},
        {"item_status": {"success": "true", "code": 1012}},
        {"item_status": {}},
    ],
)
def test_no_member_is_offered_if_one_of_them_is_doubtful(second: dict[str, object]) -> None:
    """An incomplete list could leave out the member at the counter."""
    with pytest.raises(Unanswered) as caught:
        members.read(answer(_two(**second), 200), EMAIL)
    assert caught.value.why is Lost.CONTRADICTORY


@pytest.mark.parametrize("mobile", ["91XXXXXX8221", "-", "0000000000"])
def test_a_match_without_a_number_is_named_by_its_id(mobile: str) -> None:
    """With what stands for a number, the service would find no one, or every such member."""
    with pytest.raises(SeveralFound) as caught:
        members.read(answer(_two(mobile=mobile, user_id="77"), 200), EMAIL)
    assert caught.value.members[1].identifier == Identifier(IdentifierKind.ID, "77")
