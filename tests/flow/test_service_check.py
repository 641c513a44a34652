"""Tests the call that checks the service without changing anything."""

from __future__ import annotations

import pytest

from desktop.domain.failures import Call, Refused
from desktop.domain.settings import Settings
from desktop.flow.service_check import check_service
from tests.flow.fakes import ScriptedApi


def refusal(code: int) -> Refused:
    """Returns a refusal of the look-up."""
    return Refused(Call.FIND_MEMBER, code)


def test_a_service_that_knows_no_such_member_works() -> None:
    """Both a member and the answer that there is none mean that the service accepts this till."""
    for answer in (ScriptedApi().member, refusal(816), refusal(1012)):
        api = ScriptedApi()
        api.member = answer
        check_service(api, Settings(country="IN"))
        assert api.calls == ["find_member"]


@pytest.mark.parametrize("code", [401, 500, 888])
def test_any_other_refusal_is_raised(code: int) -> None:
    """The caller sees the refusal itself."""
    api = ScriptedApi()
    api.member = refusal(code)
    with pytest.raises(Refused) as caught:
        check_service(api, Settings(country="IN"))
    assert caught.value.code == code
