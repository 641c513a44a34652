"""Tests customer/get where an e-mail address or a card fits several members."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.api.wire import members
from desktop.domain.failures import Lost, SeveralFound, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from tests.api.wire.samples import CUSTOMER, answer, tree

EMAIL = Identifier(IdentifierKind.EMAIL, "asha@example.com")


def _two(**second: Any) -> Any:  # noqa: ANN401 - JSON
    """The sample with a second member beside the first."""
    whole = tree(CUSTOMER)
    first = whole["response"]["customers"]["customer"][0]
    whole["response"]["customers"]["customer"].append({**first, **second})
    return whole


def test_each_who_fits_has_an_identifier_of_their_own() -> None:
    """By mobile number, and by the service's id where there is none."""
    with pytest.raises(SeveralFound) as caught:
        members.read(answer(_two(mobile="", user_id="77", firstname="Ravi"), 200), EMAIL)
    assert [one.identifier for one in caught.value.members] == [
        Identifier(IdentifierKind.MOBILE, "919777788221"),
        Identifier(IdentifierKind.ID, "77"),
    ]
    assert caught.value.request_id == "r-1"


@pytest.mark.parametrize(
    "second", [{"mobile": "", "user_id": ""}, {"item_status": {"success": "false", "code": 1012}}, {"item_status": {}}]
)
def test_where_one_of_them_is_doubtful_nobody_is_offered(second: dict[str, object]) -> None:
    """Half an offer could leave out the one at the counter."""
    with pytest.raises(Unanswered) as caught:
        members.read(answer(_two(**second), 200), EMAIL)
    assert caught.value.why is Lost.CONTRADICTORY
