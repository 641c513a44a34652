"""Tests customer/redemptions: one page, and what may be concluded from it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from desktop.api.wire import redemptions
from desktop.domain.eligibility import Found
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from tests.api.wire.samples import REDEMPTIONS, answer, tree

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")


def page(rows: object, **status: Any) -> Any:  # noqa: ANN401 - JSON
    """The sample with other rows."""
    whole = tree(REDEMPTIONS)
    whole["response"]["customer"]["redemptions"]["points"]["point"] = rows
    whole["response"]["customer"]["points_count"] = len(rows) if isinstance(rows, list) else None
    whole["response"]["status"].update(status)
    return whole


def row(number: int, reference: str = "", **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {
        "id": number,
        "redemption_id": f"r{number}",
        "external_reference_number": reference,
        "redeemed_time": f"2025-03-{20 - number % 20:02} 10:00:00",
        **fields,
    }


def test_the_query_searches_every_program_by_reference() -> None:
    """`mlp`, the reference, the largest page, newest first, and no date of the till's own clock."""
    request = redemptions.ask(MOBILE, "REF-1")
    assert (request.method, request.path) == ("GET", "/v1.1/customer/redemptions")
    assert dict(request.query) == {
        "mobile": "919777788221",
        "type": "POINTS",
        "external_reference_number": "REF-1",
        "mlp": "true",
        "points_limit": "500",
        "order": "desc",
        "format": "json",
    }
    bounded = dict(redemptions.ask(MOBILE, "REF-1", end="2025-03-10 14:37:11").query)
    assert bounded["end_date"] == "2025-03-10 14:37:11"
    assert "start_date" not in bounded


def test_the_vendors_sample_is_found() -> None:
    """Every fact of it, by its exact reference alone."""
    read = redemptions.read(answer(REDEMPTIONS))
    assert read.matching("REF-1") == (
        Found(reference="REF-1", redemption_id="AfL1vt", points=Decimal(100), program_id="973", bill="bilnum100000"),
    )
    assert (read.request_id, read.stated, read.may_hide_more) == ("r-1", 1, False)
    for other in ("ref-1", "REF-", "REF-11", ""):
        assert read.matching(other) == ()


@pytest.mark.parametrize("points_of", ["points_reversed", "pointsReversed", "points"])
def test_what_was_given_back_is_added_up(points_of: str) -> None:
    """Several reversals, in whichever spelling."""
    read = redemptions.read(answer(page([row(1, "R", reversals=[{points_of: "10.5"}, {points_of: 2}, {}])])))
    assert read.matching("R")[0].reversed_points == Decimal("12.5")


@pytest.mark.parametrize(
    "empty",
    [
        page([]),
        page(None),
        page({}),
        {"response": {"status": {"success": True, "code": 200}, "customer": {"redemptions": []}}},
        {"response": {"status": {"success": "true", "code": "200"}, "customer": {"redemptions": {"points": []}}}},
        {"response": {"status": {"success": "true"}, "customer": {}}},
        {"status": {"success": 1, "code": 200}, "customer": None},
    ],
)
def test_nothing_in_all_its_spellings_is_an_absence(empty: object) -> None:
    """But only where the answer says of itself that it is a success."""
    read = redemptions.read(answer(empty))
    assert (read.rows, read.may_hide_more) == ((), False)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"response": {"customer": {"redemptions": []}}}, 200),
        ({"response": {"status": {"success": "yes", "code": 200}, "customer": {}}}, 200),
        ({"response": {"status": {"success": "true", "code": 500}, "customer": {}}}, 200),
        ({"response": {"status": {"success": "true", "code": 204}, "customer": {}}}, 200),
        (page([]), 500),
        (page([]), 202),
        (page("none"), 200),
        (page(["row"]), 200),
        ({"response": {"status": {"success": True, "code": 200}, "customer": "nobody"}}, 200),
        ({"response": {"status": {"success": True, "code": 200}, "customer": [{"a": 1}, {"a": 2}]}}, 200),
        (b"<html>", 200),
        (b"{}", 200),
    ],
)
def test_anything_less_than_a_clear_success_is_no_absence(body: object, status: int) -> None:
    """An unknown shape, a page, a half success: nobody may conclude that there was no redemption."""
    with pytest.raises(Unanswered):
        redemptions.read(answer(body, status))


def test_refusals_are_refusals() -> None:
    """The call's own, the customer's, and the HTTP status."""
    with pytest.raises(Refused) as caught:
        redemptions.read(answer(page([], success="false", code=816, message="no such member")))
    assert (caught.value.code, caught.value.key) == (816, "refused.redemptions.816")
    body = page([])
    body["response"]["customer"]["item_status"] = {"success": "false", "code": "1012"}
    with pytest.raises(Refused) as caught:
        redemptions.read(answer(body))
    assert caught.value.code == 1012
    with pytest.raises(Refused):
        redemptions.read(answer(b"", 401))
    with pytest.raises(Throttled):
        redemptions.read(answer(page([]), 429))


@pytest.mark.parametrize(("rows", "more"), [(0, False), (9, False), (10, True), (11, False), (100, True), (500, True)])
def test_a_round_number_of_rows_may_hide_more(rows: int, more: bool) -> None:
    """The limit asked for, the default one, or one of the release's own."""
    assert redemptions.read(answer(page([row(number) for number in range(rows)]))).may_hide_more is more


def test_the_services_own_count_is_heard() -> None:
    """Three of seven is not all."""
    body = page([row(number) for number in range(3)])
    body["response"]["customer"]["points_count"] = "7"
    assert redemptions.read(answer(body)).may_hide_more


def test_the_oldest_time_counts_only_from_new_to_old() -> None:
    """Where the order was ignored, or a time cannot be read, what is older than the page is not known."""
    rows = [row(1), row(2), row(3)]
    assert redemptions.read(answer(page(rows))).oldest == rows[-1]["redeemed_time"]
    assert redemptions.read(answer(page(rows[::-1]))).oldest == ""
    assert redemptions.read(answer(page([*rows, row(4, redeemed_time="yesterday")]))).oldest == ""
    assert redemptions.read(answer(page([]))).oldest == ""


def test_a_release_without_references_is_noticed() -> None:
    """There, no redemption could be recognised."""
    bare = row(1)
    del bare["external_reference_number"]
    assert not redemptions.read(answer(page([bare]))).shows_references
    assert redemptions.read(answer(page([bare, row(2, "")]))).shows_references


def test_an_unreadable_answer_is_unreadable() -> None:
    """And says so."""
    with pytest.raises(Unanswered) as caught:
        redemptions.read(answer(page("none")))
    assert caught.value.why is Lost.UNREADABLE
