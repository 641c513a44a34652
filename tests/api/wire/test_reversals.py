"""Tests the list of reversals: what it shows of one redemption, and when an absent reversal proves nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.exchange import Answer
from desktop.api.wire import reversals
from desktop.domain.failures import Failure, Lost, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.reversal import ReversalRow, ReversalsSeen
from tests.api.wire.samples import REDEEM, REDEMPTIONS, answer, tree

DRAFT = Draft(identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(100)))
ENTRY = {
    "reversal_id": 77,
    "points_reversed": "12.5",
    "reversal_time": "2025-03-11 10:00:00",
    "reversed_on_till_id": 5001,
    "reversal_breakup_by_program": [{"program_id": 973, "points_reversed": "12.5", "program_name": "Main"}],
}


def listed(reversed_before: object = ..., **others: Any) -> Any:  # noqa: ANN401 - JSON
    """Makes the vendor's sample with another list of reversals."""
    body = tree(REDEMPTIONS)
    row = point(body)[0]
    row.update(others)
    if reversed_before is not ...:
        row["reversals"] = reversed_before
    return body


def point(body: Any) -> Any:  # noqa: ANN401 - JSON
    return body["response"]["customer"]["redemptions"]["points"]["point"]


def seen(body: object, redemption_id: str = "AfL1vt", **more: Any) -> ReversalsSeen:  # noqa: ANN401 - of an answer
    found = reversals.read(answer(body, **more), DRAFT, "REF-1", redemption_id).seen
    assert found is not None
    return found


def test_an_entry_is_read_exactly() -> None:
    """Its number, its points and its time."""
    got = seen(listed([ENTRY]))
    assert got == ReversalsSeen(
        is_seen=True,
        redemption_id="AfL1vt",
        points=Decimal(100),
        rows=(ReversalRow(reversal_id="77", points=Decimal("12.5"), time="2025-03-11 10:00:00"),),
        complete=True,
        request_id="r-1",
    )
    assert got.total == Decimal("12.5")


@pytest.mark.parametrize("written", ["-1", 0, "null"])
def test_a_release_without_ids_is_read_by_reference(written: object) -> None:
    """What it writes for no id is none, so that the reversal is asked for by reference."""
    assert seen(listed([], redemption_id=written, external_reference_number="REF-1")).redemption_id == ""


@pytest.mark.parametrize("blank", [None, "", {}, []])
@pytest.mark.parametrize("others", [[], [ENTRY]])
def test_a_blank_entry_proves_no_absence(blank: object, others: list[object]) -> None:
    """It may be the reversal that is looked for, before the service has filled it in."""
    got = seen(listed([*others, blank]))
    assert (len(got.rows), got.complete) == (len(others), False)


@pytest.mark.parametrize("points", [0, "0.000", -100])
def test_a_redemption_that_moved_nothing_is_not_seen(points: object) -> None:
    """Nothing would be left of it, and the till would record that all its points are back."""
    assert not seen(listed([], points_redeemed=points)).is_seen


@pytest.mark.parametrize("blank", [[], None, ""])
def test_an_empty_list_is_complete(blank: object) -> None:
    """Every spelling of an empty list says that nothing was given back."""
    got = seen(listed(blank))
    assert (got.rows, got.complete) == ((), True)


def test_one_entry_may_come_without_its_list() -> None:
    """A list of one may be written as an object."""
    assert seen(listed(ENTRY)).total == Decimal("12.5")


@pytest.mark.parametrize("entries", [["text"], [ENTRY] * 10, [ENTRY, 5]])
def test_what_may_hide_an_entry_is_not_complete(entries: list[object]) -> None:
    """An entry of another shape, or a list that may have been cut at a limit."""
    assert not seen(listed(entries)).complete


@pytest.mark.parametrize(("number", "complete"), [(5, True), (9, True), (10, False), (11, True), (15, False)])
def test_a_list_that_may_have_been_cut_at_a_limit_is_not_complete(number: int, complete: bool) -> None:
    """Limits are round numbers, and the smallest one that is known is ten."""
    entries = [{**ENTRY, "reversal_id": place, "points_reversed": "1"} for place in range(number)]
    assert seen(listed(entries)).complete is complete


@pytest.mark.parametrize("points", ["0.5", 1])
def test_a_redemption_of_few_points_is_seen(points: object) -> None:
    """Half a point can be given back too."""
    assert seen(listed([], points_redeemed=points)).is_seen


def test_a_redemption_without_its_points_is_seen() -> None:
    """The journal knows how many it moved."""
    got = seen(listed([ENTRY], points_redeemed=None))
    assert (got.is_seen, got.points, got.total) == (True, None, Decimal("12.5"))


def test_an_entry_that_is_there_again_counts_once() -> None:
    """It is no second reversal, and the list may lack another one. Without numbers, equal entries may be two."""
    shown = seen(listed([ENTRY, ENTRY]))
    assert (len(shown.rows), shown.complete) == (1, False)
    unnumbered = {name: value for name, value in ENTRY.items() if name != "reversal_id"}
    shown = seen(listed([unnumbered, unnumbered]))
    assert (len(shown.rows), shown.complete) == (2, True)


def test_a_missing_list_is_not_complete() -> None:
    """An old release leaves the field out, and so may one that never lists reversals."""
    body = listed()
    del point(body)[0]["reversals"]
    assert not seen(body).complete


def test_a_cached_answer_shows_nothing() -> None:
    """It shows the past. What the next reversal is compared with must be the newest list."""
    assert seen(listed([ENTRY]), headers={"x-cap-requestid": "R-9", "age": "12"}) == ReversalsSeen(request_id="R-9")
    assert seen(listed([ENTRY]), headers={"age": "0"}).rows


def test_the_answer_to_another_call_shows_nothing() -> None:
    """The one that redeemed the points names the redemption, too. On what it shows, nothing is given back."""
    again = reversals.read(replace(answer(REDEEM), is_repeated=True), DRAFT, "REF-1", "7t4y2a")
    assert again.seen == ReversalsSeen(request_id="r-1")


def test_a_list_whose_request_id_has_come_before_is_not_complete() -> None:
    """It may be an older one. But some services give all answers the same request id."""
    page = reversals.read(replace(answer(listed([ENTRY])), is_repeated=True), DRAFT, "REF-1", "AfL1vt")
    assert page.seen is not None
    assert (page.seen.is_seen, len(page.seen.rows), page.seen.complete) == (True, 1, False)


def test_a_list_that_is_there_twice_is_not_complete() -> None:
    """The one that was not read may show what was given back."""
    twice = REDEMPTIONS.replace('"reversals": []', f'"reversals": [{json.dumps(ENTRY)}], "reversals": []')
    shown = reversals.read(Answer(200, body=twice.encode()), DRAFT, "REF-1", "AfL1vt").seen
    assert shown is not None
    assert (shown.is_seen, shown.complete) == (True, False)


def test_without_an_id_the_reference_names_the_redemption() -> None:
    """In any letter case, as with a redemption."""
    assert seen(listed([ENTRY], external_reference_number="ref-1"), "").rows
    assert reversals.read(answer(listed([], external_reference_number="REF-2")), DRAFT, "REF-1", "").seen is None


@pytest.mark.parametrize("missing", ["redemption_id", "external_reference_number"])
def test_a_redemption_is_found_by_either_of_its_names(missing: str) -> None:
    """A release may leave one of them out."""
    body = listed([ENTRY])
    del point(body)[0][missing]
    assert seen(body).total == Decimal("12.5")


def test_another_redemption_with_the_reference_is_not_taken_for_it() -> None:
    """If the till knows the id, the id decides."""
    assert reversals.read(answer(listed([ENTRY])), DRAFT, "REF-1", "other").seen is None


def test_two_redemptions_with_the_reference_show_nothing() -> None:
    """Which of the two it is cannot be told, so nothing may be concluded."""
    body = listed([ENTRY])
    point(body).append({**point(body)[0], "redemption_id": "other"})
    assert seen(body, "") == ReversalsSeen(request_id="r-1")


def test_a_coupon_is_no_redemption_of_points() -> None:
    """It may carry an id of its own."""
    body = listed([])
    body["response"]["customer"]["redemptions"]["coupons"] = {"coupon": [{"redemption_id": "AfL1vt"}]}
    assert seen(body).is_seen


def test_another_members_page_shows_nothing() -> None:
    """The answer belongs to another request."""
    body = listed([ENTRY])
    body["response"]["customer"]["mobile"] = "919777788222"
    with pytest.raises(Unanswered) as caught:
        seen(body)
    assert caught.value.why is Lost.STRAY


def test_a_page_without_the_redemption_says_where_the_next_one_begins() -> None:
    """A release may ignore the filter. The next page is asked for by the oldest time, and only if there can be one."""
    body = listed([], external_reference_number="REF-2", redemption_id="x")
    body["response"]["customer"]["points_count"] = 2
    got = reversals.read(answer(body), DRAFT, "REF-1", "AfL1vt")
    assert (got.seen, got.oldest) == (None, "2025-03-10 14:37:11")
    body["response"]["customer"]["points_count"] = 1
    assert reversals.read(answer(body), DRAFT, "REF-1", "AfL1vt").oldest == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(ENTRY)), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_any_list_is_read_or_refused(entries: Any) -> None:  # noqa: ANN401 - JSON
    """Whatever stands in the list, reading it raises nothing but failures of the domain."""
    try:
        got = seen(listed(entries))
    except Failure:
        return
    assert all(row.points is None or row.points.is_finite() for row in got.rows)
