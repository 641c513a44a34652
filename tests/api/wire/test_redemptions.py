"""Tests customer/redemptions: one page, and what it proves about one attempt."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.api.wire import redemptions
from desktop.domain.eligibility import Found
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from tests.api.wire.samples import REDEMPTIONS, answer, tree

if TYPE_CHECKING:
    from desktop.api.exchange import Answer
    from desktop.api.wire.redemptions import Page

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
DRAFT = Draft(identifier=MOBILE, points=Points(Decimal(100)), bill="bilnum100000", user_id="564670755")


def page(listed: object, **customer: Any) -> Any:  # noqa: ANN401 - JSON
    """Returns the sample with other rows, a matching count, and other fields of the customer."""
    whole = tree(REDEMPTIONS)
    whole["response"]["customer"]["redemptions"]["points"]["point"] = listed
    whole["response"]["customer"]["points_count"] = len(listed) if isinstance(listed, list) else 0
    del whole["response"]["customer"]["rows"]
    whole["response"]["customer"].update(customer)
    return whole


def row(number: int, reference: str = "OTHER", **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {
        "id": number,
        "redemption_id": f"r{number}",
        "external_reference_number": reference,
        "redeemed_time": f"2025-03-{20 - number % 20:02} 10:00:00",
        **fields,
    }


def read(got: Answer) -> Page:
    return redemptions.read(got, DRAFT)


# What is asked


def test_the_query_searches_every_program_by_reference() -> None:
    """`mlp`, the reference, the largest page, newest first, no date of the till's own clock, and no `type`.

    The page limit takes effect only without `type`.
    """
    request = redemptions.ask(DRAFT, "REF-1")
    assert (request.method, request.path) == ("GET", "/v1.1/customer/redemptions")
    assert dict(request.query) == {
        "mobile": "919777788221",
        "external_reference_number": "REF-1",
        "mlp": "true",
        "user_id": "true",
        "points_limit": "500",
        "coupons_limit": "1",
        "sort": "redeemed_time",
        "order": "desc",
        "format": "json",
    }
    bounded = dict(redemptions.ask(DRAFT, "REF-1", end="2025-03-10 14:37:11").query)
    assert bounded["end_date"] == "2025-03-10 14:37:11"
    assert "start_date" not in bounded
    assert "external_reference_number" not in dict(redemptions.ask(DRAFT, "").query)


@pytest.mark.parametrize(
    ("kind", "user_id", "named"),
    [
        (IdentifierKind.CARD, "564670755", ("id", "564670755")),
        (IdentifierKind.CARD, "", ("card", "x")),
        (IdentifierKind.EMAIL, "564670755", ("email", "x")),
        (IdentifierKind.EXTERNAL_ID, "564670755", ("external_id", "x")),
    ],
)
def test_a_member_with_a_card_is_named_by_user_id(kind: IdentifierKind, user_id: str, named: tuple[str, str]) -> None:
    """The vendor's page of this call names no cards, so a look-up by card might never find anything."""
    draft = replace(DRAFT, identifier=Identifier(kind, "x"), user_id=user_id)
    assert redemptions.ask(draft, "REF-1").query[0] == named


def test_a_fresh_answer_is_asked_for() -> None:
    """A cache would show the past before the redemption, however often it is asked."""
    assert dict(redemptions.ask(DRAFT, "REF-1").headers)["Cache-Control"] == "no-cache"


# What is found


@pytest.mark.parametrize("points", ["1", "0.5", 0.01])
def test_a_redemption_of_one_point_or_less_is_found(points: object) -> None:
    """It moved points."""
    (found,) = read(answer(page([row(1, "REF-1", points_redeemed=points)]))).matching("ref-1")
    assert found.points == Decimal(str(points))


@pytest.mark.parametrize(
    ("text", "is_piece"),
    [
        ("01JP5X2M3N…S8T9V0W1X", True),
        ("01JP5X2MZZ…S8T9V0W1X", False),
        ("01JP5X2M3N…ZZT9V0W1X", False),
        ("01JP5X2M3N…S8T9V0W1X…X", False),
    ],
)
def test_a_piece_has_the_references_own_ends(text: str, is_piece: bool) -> None:
    """Another reference that only begins or ends alike is not this one."""
    assert read(answer(page([row(1, text)]))).mentions("01JP5X2M3N4P5Q6R7S8T9V0W1X") is is_piece


def test_a_success_needs_no_code() -> None:
    """It is a success by its own word."""
    whole = page([row(1, "REF-1")])
    del whole["response"]["status"]["code"]
    assert read(answer(whole)).matching("REF-1")


def test_the_vendors_sample_is_found() -> None:
    """Every fact of it is read. Its whole reference alone decides, and letter case does not count."""
    found = read(answer(REDEMPTIONS, headers={"date": "Mon, 10 Mar 2025 09:07:12 GMT"}))
    expected = Found(
        reference="REF-1",
        redemption_id="AfL1vt",
        points=Decimal(100),
        program_id="973",
        bill="bilnum100000",
        time="2025-03-10 14:37:11",
    )
    assert found.matching("REF-1") == found.matching("ref-1") == (expected,)
    assert (found.request_id, found.stated, found.may_hide_more, found.problem) == ("r-1", 1, False, "")
    assert found.date == datetime(2025, 3, 10, 9, 7, 12, tzinfo=UTC)
    for other in ("REF-", "REF-11", ""):
        assert found.matching(other) == ()


@pytest.mark.parametrize(
    "reference", ["01jp5x2m3n4p5q6r7s8t9v0w1x", "01JP5X2M3N4P5Q6R7S8T9V0W1X", " 01jP5x2M3n4P5q6R7s8T9v0W1x"]
)
def test_a_whole_reference_is_found_in_any_letter_case(reference: str) -> None:
    """A release that changes the letters still shows the redemption."""
    assert read(answer(page([row(1, reference)]))).matching("01JP5X2M3N4P5Q6R7S8T9V0W1X")


@pytest.mark.parametrize("points", [0, "0.0", -12.5])
def test_a_redemption_that_moved_nothing_proves_nothing(points: object) -> None:
    """It is neither found, as if all its points were back, nor absent: a true list may show it otherwise."""
    reference = "01JP5X2M3N4P5Q6R7S8T9V0W1X"
    found = read(answer(page([row(1, reference, points_redeemed=points)])))
    assert found.matching(reference) == ()
    now = datetime(2025, 3, 19, 12, tzinfo=UTC)
    assert [one.redemption_id for one in found.candidates(DRAFT, reference, begun=now, now=now)] == ["r1"]
    assert found.mentions(reference)


@pytest.mark.parametrize("points_of", ["points_reversed", "pointsReversed", "points"])
def test_what_was_given_back_is_added_up(points_of: str) -> None:
    """Several reversals, in either spelling."""
    found = read(answer(page([row(1, "R", reversals=[{points_of: "10.5"}, {points_of: 2}, {}])])))
    assert found.matching("R")[0].reversed_points == Decimal("12.5")


def test_a_reversal_that_is_listed_twice_is_added_up_once() -> None:
    """Otherwise half of the points would look like all of them. Without numbers, both may have happened."""
    entry = {"reversal_id": 7, "points_reversed": 50, "reversal_time": "2025-03-19 10:00:00"}
    unnumbered = {name: value for name, value in entry.items() if name != "reversal_id"}
    for entries, total in (([entry, entry], 50), ([entry, entry | {"reversal_id": 8}], 100), ([unnumbered] * 2, 100)):
        (found,) = read(answer(page([row(1, "R", reversals=entries)]))).matching("R")
        assert found.reversed_points == total


@pytest.mark.parametrize("named", [{"mobile": ["910000000000"]}, {"user_id": {"id": 12}}])
def test_a_list_of_a_member_who_cannot_be_compared_proves_no_absence(named: dict[str, Any]) -> None:
    """It may be another member's."""
    assert read(answer(page([], **named))).problem
    assert not read(answer(page([]))).problem


def test_a_list_of_a_member_with_a_masked_number_proves_absence_only_if_another_name_agrees() -> None:
    """It may be another member's. With one, the list is as good as any."""
    masked = answer(page([], mobile="XXXXXXXX8221", user_id="564670755"))
    assert not read(masked).problem
    assert redemptions.read(masked, replace(DRAFT, user_id="")).problem
    with pytest.raises(Unanswered):
        redemptions.read(masked, replace(DRAFT, user_id="5"))


@pytest.mark.parametrize(("number", "total"), [(-1, 100), ("-1", 100), (0, 100), ("null", 100), ("NA", 100), (1, 50)])
def test_reversals_of_a_release_without_numbers_are_not_one(number: object, total: int) -> None:
    """What it writes for no number is no number. A 1 is: lists are numbered from there."""
    entry = {"reversal_id": number, "points_reversed": 50, "reversal_time": "2025-03-19 00:00:00"}
    (found,) = read(answer(page([row(1, "R", reversals=[entry, entry])]))).matching("R")
    assert found.reversed_points == total


def oddly_placed() -> list[Any]:
    mine = row(1, "REF-1")
    customer = {"mobile": "919777788221", "points_count": 1}
    return [
        {**customer, "redemptions": [mine]},
        {**customer, "redemptions": {"points": [mine]}},
        {**customer, "redemptions": {"points": {"points": [mine]}}},
        {**customer, "redemptions": {"point_redemptions": {"point": mine}}},
        {**customer, "pointsRedemptions": [[mine]]},
        {**customer, "points_count": 0, "redemptions": [], "archived": [mine]},
    ]


@pytest.mark.parametrize("customer", oddly_placed())
def test_a_redemption_in_an_odd_place_is_found_and_the_page_proves_no_absence(customer: object) -> None:
    """In a bare or renamed list a row is proof, but more rows may be elsewhere."""
    found = read(answer({"response": {"status": {"success": True, "code": 200}, "customer": customer}}))
    assert [one.redemption_id for one in found.matching("REF-1")] == ["r1"]
    assert found.problem


# What proves an absence


@pytest.mark.parametrize(
    "customer",
    [
        {"points_count": 0, "redemptions": {"points": {"point": []}}},
        {"points_count": "0", "redemptions": {"points": {"point": None}}},
        {"points_count": 0, "redemptions": {"points": {}}},
        {"points_count": 0, "redemptions": {"points": []}},
        {"points_count": None, "rows": "0", "redemptions": []},
        {"points_count": 0, "redemptions": None},
        {"rows": 1, "redemptions": {"points": None, "coupons": {"coupon": [{"id": 7, "code": "C"}]}}},
    ],
)
@pytest.mark.parametrize("mobile", ["919777788221", 919777788221, "9777788221", "+91 97777 88221", None, ""])
def test_no_rows_that_are_counted_as_none_prove_an_absence(customer: dict[str, object], mobile: object) -> None:
    """No rows in any known spelling, for the member who was asked for."""
    body = {"response": {"status": {"success": "true", "code": "200"}, "customer": {"mobile": mobile, **customer}}}
    found = read(answer(body))
    assert (found.rows, found.may_hide_more, found.problem, found.mentions("REF-000001")) == ((), False, "", False)


@pytest.mark.parametrize(
    "customer",
    [
        None,
        {},
        [],
        "",
        "nobody",
        [{"points_count": 0, "redemptions": []}, {"points_count": 0, "redemptions": []}],
        {"points_count": 0},
        {"points_count": 0, "redemptions": "none"},
        {"points_count": 0, "redemptions": {"coupons": {}}},
        {"points_count": 0, "redemptions": {"points": "none"}},
        {"points_count": 0, "redemptions": {"points": {"items": []}}},
        {"points_count": 0, "redemptions": {"points": {"point": []}, "archived": [{"a": 1}]}},
        {"points_count": 0, "redemptions": {"points": {"point": [], "older": {"a": 1}}}},
        {"redemptions": []},
        {"points_count": None, "rows": None, "redemptions": []},
        {"points_count": "many", "redemptions": []},
        {"points_count": 1, "redemptions": {"points": {"point": ["row"]}}},
        {"points_count": 1, "redemptions": {"points": {"point": "row"}}},
        {"points_count": 1, "redemptions": {"points": {"point": [None]}}},
        {"points_count": 1, "redemptions": {"points": {"point": [row(1), None]}}},
    ],
)
def test_an_unknown_shape_proves_no_absence(customer: object) -> None:
    """No customer, several, lists under other names, rows that are no objects, no count."""
    assert read(answer({"response": {"status": {"success": True, "code": 200}, "customer": customer}})).problem


def test_a_missing_customer_proves_no_absence() -> None:
    """An older release, or a page that was cut, does not name it."""
    assert read(answer({"response": {"status": {"success": True, "code": 200}}})).problem
    assert read(answer({"response": {"status": {"success": True, "code": 200}, "customers": {"customer": []}}})).problem


def test_rows_that_are_counted_but_not_there_may_hide_the_redemption() -> None:
    """Three of seven is not all."""
    body = page([row(number) for number in range(3)], points_count="7")
    assert read(answer(body)).may_hide_more
    assert read(answer(page([], points_count=1))).may_hide_more
    assert read(answer(page([], points_count=None, rows=1))).may_hide_more


@pytest.mark.parametrize(
    ("counts", "stated"),
    [
        ({"points_count": 2, "rows": 2}, 2),
        ({"points_count": "2", "rows": "3"}, 3),
        ({"points_count": 3, "rows": 2}, 3),
        ({"points_count": None, "rows": 4}, 4),
        ({"points_count": 2, "rows": None}, 2),
    ],
)
def test_of_two_counts_the_greater_one_counts(counts: dict[str, object], stated: int) -> None:
    """A row that only one of them knows of may be the redemption."""
    assert read(answer(page([row(1), row(2)], **counts))).stated == stated


@pytest.mark.parametrize(
    ("counts", "stated"), [({"points_count": 1, "rows": 5}, 1), ({"points_count": None, "rows": 2}, 1)]
)
def test_coupons_that_are_counted_too_hide_nothing(counts: dict[str, object], stated: int) -> None:
    """`rows` may count the coupons, of which only one is asked for."""
    body = page([row(1)], **counts)
    coupon = {"id": 7, "code": "C", "redemption_id": "c7"}
    body["response"]["customer"]["redemptions"]["coupons"] = {"coupon": coupon}
    found = read(answer(body))
    assert (found.stated, found.problem) == (stated, "")


def test_more_rows_than_were_counted_prove_no_absence() -> None:
    """The count does not belong to the list."""
    assert read(answer(page([row(1), row(2)], points_count=1))).problem


@pytest.mark.parametrize(("rows", "more"), [(0, False), (9, False), (10, True), (11, False), (25, True), (500, True)])
def test_a_round_number_of_rows_may_hide_more(rows: int, more: bool) -> None:
    """The limit asked for, the default one, or one of the release's own."""
    assert read(answer(page([row(number) for number in range(rows)]))).may_hide_more is more


def test_a_row_is_distinguished_by_everything_that_names_it() -> None:
    """The running number starts at 1 on every page."""
    rows = [row(1), row(1, redeemed_time="2025-03-01 10:00:00"), row(1, transaction_number="B"), row(1, "REF-2")]
    assert len(read(answer(page(rows))).identities) == 4
    assert read(answer(page(rows))).identities == read(answer(page(rows[::-1]))).identities


def test_a_list_of_unknown_order_may_hide_more() -> None:
    """Eleven rows without readable times may be a limit of the release's own that keeps the oldest."""
    assert read(answer(page([row(number, redeemed_time="") for number in range(11)]))).may_hide_more
    assert not read(answer(page([row(number, redeemed_time="") for number in range(9)]))).may_hide_more


def test_the_oldest_time_counts_only_from_new_to_old() -> None:
    """If the order was ignored, or a time cannot be read, nothing is known about what is older than the page."""
    rows = [row(1), row(2), row(3)]
    assert read(answer(page(rows))).oldest == rows[-1]["redeemed_time"]
    assert read(answer(page(rows[::-1]))).oldest == ""
    assert read(answer(page([*rows, row(4, redeemed_time="yesterday")]))).oldest == ""
    assert read(answer(page([]))).oldest == ""


@pytest.mark.parametrize("age", ["1", "3600", "soon", "-"])
def test_an_answer_from_a_cache_proves_no_absence(age: str) -> None:
    """It shows the past, which may be before the redemption."""
    assert read(answer(page([]), headers={"age": age})).problem
    assert not read(answer(page([]), headers={"age": " 0 "})).problem
    assert not read(answer(page([]), headers={"age": ""})).problem


def test_an_answer_whose_request_id_came_before_proves_no_absence() -> None:
    """It belongs to another request, or comes from a cache without saying so. A redemption in it is still proof."""
    repeated = read(replace(answer(REDEMPTIONS), is_repeated=True))
    assert repeated.problem
    assert repeated.matching("REF-1")


@pytest.mark.parametrize(
    "echo", [{"mobile": "919777788222"}, {"mobile": 1}, {"user_id": "564670756"}, {"userId": 564670756}]
)
def test_another_member_s_redemptions_prove_nothing(echo: dict[str, object]) -> None:
    """They prove neither that a redemption is there nor that it is not."""
    for rows in ([], [row(1, "REF-1")]):
        with pytest.raises(Unanswered) as caught:
            read(answer(page(rows, **echo)))
        assert caught.value.why is Lost.STRAY


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"response": {"customer": {"redemptions": []}}}, 200),
        ({"response": {"status": {"success": "yes", "code": 200}, "customer": {}}}, 200),
        ({"response": {"status": {"success": "true", "code": 500}, "customer": {}}}, 200),
        ({"response": {"status": {"success": "true", "code": 204}, "customer": {}}}, 200),
        (page([]), 500),
        (page([]), 202),
        (page([], item_status={"success": "maybe", "code": 1000}), 200),
        (b"<html>", 200),
        (b"{}", 200),
    ],
)
def test_anything_less_than_a_clear_success_is_no_absence(body: object, status: int) -> None:
    """Half a success or a page of the edge does not answer the call."""
    with pytest.raises(Unanswered):
        read(answer(body, status))


def test_refusals_are_refusals() -> None:
    """The call's own, the customer's, and the HTTP status."""
    body = page([])
    body["response"]["status"] = {"success": "false", "code": 816, "message": "no such member"}
    with pytest.raises(Refused) as caught:
        read(answer(body))
    assert (caught.value.code, caught.value.key) == (816, "refused.redemptions.816")
    with pytest.raises(Refused) as caught:
        read(answer(page([], item_status={"success": "false", "code": "1012"})))
    assert caught.value.code == 1012
    with pytest.raises(Refused):
        read(answer(b"", 401))
    with pytest.raises(Throttled):
        read(answer(page([]), 429))


def test_the_customer_s_own_success_changes_nothing() -> None:
    """Some releases add a status to the customer."""
    assert not read(answer(page([], item_status={"success": "true", "code": 1000}))).problem
