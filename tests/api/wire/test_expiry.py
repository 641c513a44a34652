"""Tests the call that says which points expire."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.wire import expiry
from desktop.domain.expiring import ExpiringPoints
from desktop.domain.failures import Failure, Refused, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from tests.api.wire.samples import answer

SAMPLE = {
    "id": 564670755,
    "expirySchedules": [
        {"points": 200.0, "expiryDate": "2022-05-19", "programId": 1357, "pointsType": "bill_regular"},
        {"points": "12.5", "expiryDate": "2022-04-30 00:00:00", "programId": "1357"},
    ],
    "warnings": [],
}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (IdentifierKind.MOBILE, "mobile"),
        (IdentifierKind.EMAIL, "email"),
        (IdentifierKind.EXTERNAL_ID, "externalId"),
        (IdentifierKind.CARD, "cardnumber"),
    ],
)
def test_a_member_is_named_as_the_vendor_names_them(kind: IdentifierKind, name: str) -> None:
    """The names differ from those of the older calls."""
    request = expiry.ask(Identifier(kind, "x"), "973")
    assert (request.method, request.path) == ("GET", "/v2/customers/lookup/pointsExpirySchedule")
    query = dict(request.query)
    assert query == {"identifierName": name, "identifierValue": "x", "source": "INSTORE", "programId": "973"}


def test_a_user_id_is_part_of_the_path() -> None:
    """It cannot leave its place in the path."""
    request = expiry.ask(Identifier(IdentifierKind.ID, "5/../6"))
    assert request.path == "/v2/customers/5%2F..%2F6/pointsExpirySchedule"
    assert dict(request.query) == {}


def test_the_vendors_sample() -> None:
    """Points are exact, and a time behind the day does not matter."""
    assert expiry.read(answer(SAMPLE)) == (
        ExpiringPoints(Decimal(200), date(2022, 5, 19), "1357"),
        ExpiringPoints(Decimal("12.5"), date(2022, 4, 30), "1357"),
    )
    assert expiry.read(answer({"expirySchedules": []})) == ()


def test_an_entry_that_cannot_be_read_is_left_out() -> None:
    """The others still count."""
    body = {"expirySchedules": [{"points": "many", "expiryDate": "2022-05-19"}, {"points": 1, "expiryDate": "soon"}]}
    assert expiry.read(answer(body)) == ()


@pytest.mark.parametrize(("status", "kind"), [(403, Refused), (404, Failure), (401, Refused), (503, Unanswered)])
def test_a_service_without_this_call(status: int, kind: type[Failure]) -> None:
    """It is a failure, never an empty schedule."""
    with pytest.raises(kind):
        expiry.read(answer({"errors": [{"code": 4000, "message": "no access"}]}, status=status))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda one: st.lists(one) | st.dictionaries(st.sampled_from(["points", "expiryDate", "programId"]), one),
        max_leaves=8,
    )
)
def test_any_schedule_is_read_or_refused(schedule: object) -> None:
    """Whatever stands in the answer, only a failure of the domain is raised."""
    try:
        found = expiry.read(answer({"expirySchedules": schedule}))
    except Failure:
        return
    assert all(isinstance(one, ExpiringPoints) for one in found)
