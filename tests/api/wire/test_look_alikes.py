"""Tests which rows of customer/redemptions could be an attempt although they do not carry its whole reference."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.exchange import Answer
from desktop.api.wire import redemptions
from desktop.domain.failures import Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from tests.api.wire.samples import REDEMPTIONS, answer, tree

if TYPE_CHECKING:
    from desktop.api.wire.redemptions import Page

REFERENCE = "01JP5X2M3N4P5Q6R7S8T9V0W1X"
DRAFT = Draft(
    identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(100)), bill="bilnum-100000"
)
BEGUN = datetime(2025, 3, 10, 9, 7, 11, tzinfo=UTC)
NOW = BEGUN + timedelta(minutes=3)
SAMPLE_ROW: dict[str, Any] = tree(REDEMPTIONS)["response"]["customer"]["redemptions"]["points"]["point"][0]


def page(*rows: dict[str, Any], headers: dict[str, str] | None = None) -> Page:
    whole = tree(REDEMPTIONS)
    customer = whole["response"]["customer"]
    customer["redemptions"]["points"]["point"] = list(rows)
    customer["points_count"] = customer["rows"] = len(rows)
    return redemptions.read(answer(whole, headers=headers), DRAFT)


def row(reference: object, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """The vendor's sample row, of the same points and bill as the attempt."""
    return {**SAMPLE_ROW, "external_reference_number": reference, **fields}


def could_be(seen: Page, draft: Draft = DRAFT, *, begun: datetime = BEGUN, now: datetime = NOW) -> bool:
    return bool(seen.candidates(draft, REFERENCE, begun=begun, now=now))


# By its reference

BLANK: list[Any] = [
    "",
    " ",
    None,
    "-1",
    -1,
    "0",
    0,
    "null",
    "NULL",
    "None",
    "undefined",
    "N/A",
    "----",
    "0000000000",
    "NOT_CAPTURED",
    "not set",
    "unknown",
    "नहीं-है-अभी",
    [],
    {},
]


@pytest.mark.parametrize("reference", BLANK)
def test_a_row_without_a_reference_could_be_the_attempt(reference: object) -> None:
    """Blank, null, `-1` and other spellings of no reference."""
    seen = page(row(reference))
    assert could_be(seen)
    assert seen.matching(REFERENCE) == ()


def test_a_row_of_a_release_without_references_could_be_the_attempt() -> None:
    """No redemption can be recognised there."""
    bare = row("")
    del bare["external_reference_number"]
    assert could_be(page(bare))


CUT = [
    REFERENCE[:20],
    REFERENCE[:6],
    REFERENCE[6:],
    REFERENCE[-6:],
    REFERENCE[5:15],
    REFERENCE[:20].lower(),
    REFERENCE[:20] + "…",
    REFERENCE[:20] + "...",
    "…" + REFERENCE[8:],
    "..." + REFERENCE[8:] + " ",
    f"{REFERENCE[:4]}…{REFERENCE[-4:]}",
    f"{REFERENCE[:10]}...{REFERENCE[-3:]}".lower(),
    REFERENCE[:8] + "*" * 18,
    f"{REFERENCE[:8]}-{REFERENCE[8:16]}-{REFERENCE[16:]}",
]


@pytest.mark.parametrize("reference", CUT)
def test_a_row_with_a_cut_reference_could_be_the_attempt(reference: str) -> None:
    """Cut at either end or in the middle, with an ellipsis or not, whatever its points, bill and time."""
    seen = page(row(reference, points_redeemed=7, transaction_number="other", redeemed_time="2001-01-01 00:00:00"))
    assert could_be(seen)
    assert seen.mentions(REFERENCE)


@pytest.mark.parametrize("reference", [REFERENCE[:5], REFERENCE[-3:], "x"])
def test_a_reference_of_a_few_characters_counts_as_none(reference: str) -> None:
    """They are in many references. Points, bill and time decide."""
    assert could_be(page(row(reference)))
    assert not could_be(page(row(reference, points_redeemed=7, transaction_number="other")))


@pytest.mark.parametrize(
    "reference", ["X" * 22 + REFERENCE[-4:], "00" + REFERENCE[-4:].lower(), "#####" + REFERENCE[-4:]]
)
def test_a_row_with_a_masked_reference_could_be_the_attempt(reference: str) -> None:
    """Its last characters are left, whatever its points, bill and time are."""
    assert could_be(page(row(reference, points_redeemed=7, transaction_number="other")))


@pytest.mark.parametrize(
    "reference",
    [
        REFERENCE[:6] + "X" * 20,
        REFERENCE[:4] + "X" * 20 + REFERENCE[-2:],
        "x" * 8 + REFERENCE[8:18] + "x" * 8,
        "X" * 23 + REFERENCE[-3:],
        REFERENCE[:3] + "XXXX" + REFERENCE[7:9] + "XXXX" + REFERENCE[-1],
    ],
)
def test_a_mask_that_hides_other_characters_leaves_the_rest_to_decide(reference: str) -> None:
    """What is left of it is in many references, so points, bill and time decide as if there were none."""
    assert could_be(page(row(reference)))
    assert not could_be(page(row(reference, points_redeemed=7, transaction_number="other")))


OTHERS = [
    "POS-171",
    "01JP5X2M3N4P5Q6R7S8T9V0W1Y",
    "POS-2025-000017",
    "01JP5X…0W1Y",
    "01JP5X 2M 1X",
    "12345678",
    "a1" * 200,
    "X" * 22 + "0W1Y",
    REFERENCE[:4] + "X" * 20 + "1Y",
    REFERENCE[:4] + "X" * 18 + REFERENCE[8:12],
    REFERENCE[8:12] + "X" * 20 + REFERENCE[-2:],
    "01JP6X" + "X" * 20,
    REFERENCE[:3] + "XXXX" + "ZZ" + "XXXX" + REFERENCE[-1],
]


@pytest.mark.parametrize("reference", OTHERS)
def test_a_row_with_another_reference_is_another_redemption(reference: str) -> None:
    """Its whole reference says so, even if points, bill and time are the attempt's."""
    seen = page(row(reference))
    assert not could_be(seen)
    assert not seen.mentions(REFERENCE)


@given(st.integers(0, 25), st.integers(0, 26), st.sampled_from(["", "…", "...", " ", "-", "*"]), st.booleans())
def test_any_piece_of_the_reference_is_recognised(start: int, length: int, mark: str, lower: bool) -> None:
    """Wherever a release cuts, the row is never taken as another redemption's."""
    piece = mark + REFERENCE[start : start + length] + mark
    assert could_be(page(row(piece.lower() if lower else piece)))


# By its points and bill


@pytest.mark.parametrize("written", ["-1", -1, "0", "null"])
def test_what_stands_for_no_id_is_no_redemption_id(written: object) -> None:
    """The journal may know it as the id of another redemption, and the row would be taken for that one."""
    (found,) = page(row(None, redemption_id=written)).candidates(DRAFT, REFERENCE, begun=BEGUN, now=NOW)
    assert found.redemption_id == ""


@pytest.mark.parametrize(
    ("points", "bill", "expected"),
    [
        (100, "bilnum-100000", True),
        ("100.000", "other", True),
        (100, "", True),
        (7, "BILNUM-100000", True),
        (7, "bilnum100000 ", True),
        (None, "other", True),
        ("?", "other", True),
        (0, "other", True),
        (-100, "other", True),
        (7, "other", False),
        (99, "other", False),
        (101, "other", False),
        (7, "", False),
        (7, None, False),
    ],
)
def test_the_same_points_or_the_same_bill_are_enough(points: object, bill: object, *, expected: bool) -> None:
    """A row of other points on another bill is another redemption. Points that cannot be read may be the same."""
    assert could_be(page(row(None, points_redeemed=points, transaction_number=bill))) is expected


@pytest.mark.parametrize(
    ("shown", "expected"), [(15, True), ("15.0", True), (15.01, True), (16, True), (15.02, False), (14, False)]
)
def test_points_may_be_shown_rounded(shown: object, *, expected: bool) -> None:
    """A release may show fewer places than were redeemed."""
    asked = replace(DRAFT, points=Points(Decimal("15.006")))
    assert could_be(page(row(None, points_redeemed=shown, transaction_number="other")), asked) is expected


@pytest.mark.parametrize("bill", ["", " ", "-"])
def test_an_attempt_without_a_bill_has_no_bill_in_common(bill: str) -> None:
    """Two redemptions without a bill are not the same by that."""
    seen = page(row(None, points_redeemed=7, transaction_number=bill))
    assert not could_be(seen, replace(DRAFT, bill=bill))


def test_a_row_shows_support_what_it_needs() -> None:
    """Redemption id, time, points and bill, the newest first."""
    seen = page(row(None, redemption_id="r2"), row(REFERENCE + "0"), row("-1", redemption_id="r1", points_redeemed=7))
    found = seen.candidates(DRAFT, REFERENCE, begun=BEGUN, now=NOW)
    assert [(one.redemption_id, one.points, one.bill, one.time) for one in found] == [
        ("r2", Decimal(100), "bilnum100000", "2025-03-10 14:37:11"),
        ("r1", Decimal(7), "bilnum100000", "2025-03-10 14:37:11"),
    ]


# By its time


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        # The attempt began at 09:07:11 UTC, and the service's zone is not known: 12 hours behind UTC at most.
        ("2025-03-10 14:37:11", True),
        ("2025-03-10 09:07:11", True),
        ("2025-03-09 21:07:11", True),
        # Two hours more for clocks that drifted.
        ("2025-03-09 19:07:11", True),
        ("2025-03-09 19:07:10", False),
        ("2025-03-09T19:07:10", False),
        # Midnight may be any time of that day.
        ("2025-03-09 00:00:00", True),
        ("2025-03-09 00:00:01", False),
        ("2025-03-08 00:00:00", False),
        ("2025-01-01 00:00:00", False),
        ("2030-01-01 00:00:00", True),
        ("9999-12-31 23:59:59", True),
        ("2001-01-01 00:00:00", False),
        # What a service writes that has no time for it yet.
        ("2000-12-31 23:59:59", True),
        ("1970-01-01 05:30:00", True),
        ("0001-01-01 00:00:00", True),
        ("0000-00-00 00:00:00", True),
        # What cannot be read may be any time.
        ("2025-02-31 00:00:00", True),
        ("٢٠٢٤-٠١-٠١ ٠٠:٠٠:٠٠", True),
        ("yesterday", True),
        (1_700_000_000, True),
        ("", True),
        (None, True),
    ],
)
def test_a_row_that_is_certainly_older_is_not_the_attempt(time: object, *, expected: bool) -> None:
    """Whatever the service's zone is."""
    assert could_be(page(row(None, redeemed_time=time))) is expected


@pytest.mark.parametrize(("drift", "expected"), [(timedelta(0), False), (timedelta(days=-2), True)])
def test_the_service_s_clock_decides(drift: timedelta, *, expected: bool) -> None:
    """If the till's clock is two days ahead, a row that looks two days old may be the attempt."""
    seen = page(row(None, redeemed_time="2025-03-08 14:00:00"), headers={"date": http_date(NOW + drift)})
    assert could_be(seen) is expected


@pytest.mark.parametrize("ahead", [timedelta(days=1), timedelta(days=3650)])
def test_a_clock_of_the_service_that_is_ahead_makes_no_row_older(ahead: timedelta) -> None:
    """A proxy or another machine of the service may have answered, and the row's time is right."""
    assert could_be(page(row(None), headers={"date": http_date(NOW + ahead)}))


def http_date(time: datetime) -> str:
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT")


@pytest.mark.parametrize("date", ["", "Sat, 01 Jan 0100 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 -2359", "soon"])
@pytest.mark.parametrize("time", ["0001-01-01 00:00:00", "9999-12-31 23:59:59"])
def test_times_at_the_ends_of_the_calendar_break_nothing(date: str, time: str) -> None:
    """A garbled clock leaves the row in doubt or rules it out, and never ends the look-up."""
    assert could_be(page(row(None, redeemed_time=time), headers={"date": date})) in {True, False}


def test_an_attempt_that_began_later_than_now_tells_no_time() -> None:
    """The till's clock was set back since, so no row is certainly older."""
    old = page(row(None, redeemed_time="2025-01-01 00:00:00"))
    assert not could_be(old)
    assert could_be(old, begun=NOW + timedelta(seconds=1))


# By any place in the answer


@pytest.mark.parametrize(
    "fields",
    [
        {"notes": f"till {REFERENCE}"},
        {"custom_fields": {"field": [{"name": "ref", "value": REFERENCE.lower()}]}},
        {"externalReferenceNumber": REFERENCE},
        {REFERENCE: "x"},
        {"reversals": [{"a": [[{"b": REFERENCE[:20] + "…"}]]}]},
        {"notes": "01JP5X2M-3N4P5Q6R-7S8T9V0W-1X"},
    ],
)
def test_a_reference_elsewhere_in_the_body_is_noticed(fields: dict[str, object]) -> None:
    """As a name or as a value, in any letter case and cut short."""
    assert page(row("OTHER-REFERENCE", **fields)).mentions(REFERENCE)
    assert not page(row("OTHER-REFERENCE")).mentions(REFERENCE)


@pytest.mark.parametrize("around", ['{"note": "%s", "response": %s}', '{"response": %s, "note": ["%s"]}'])
def test_a_reference_outside_the_response_is_noticed(around: str) -> None:
    """The whole body is searched, not only the part that is read."""
    parts = (REFERENCE, "%s") if around.index("note") < around.index("response") else ("%s", REFERENCE)
    inner = tree(REDEMPTIONS)["response"]
    inner["customer"]["redemptions"]["points"]["point"] = []
    inner["customer"].update(points_count=0, rows=0)
    body = (around % parts).replace("%s", json.dumps(inner))
    seen = redemptions.read(answer(body), DRAFT)
    assert (seen.problem, seen.mentions(REFERENCE)) == ("", True)


def test_a_list_that_is_there_twice_hides_nothing() -> None:
    """If JSON has a name twice, a parser keeps only the last one."""
    point = json.dumps(row(REFERENCE))
    customer = f'{{"points_count": 0, "redemptions": {{"points": {{"point": [{point}], "point": []}}}}}}'
    body = f'{{"response": {{"status": {{"success": true, "code": 200}}, "customer": {customer}}}}}'
    seen = redemptions.read(answer(body), DRAFT)
    assert (seen.rows, seen.mentions(REFERENCE)) == ((), True)


def test_a_deeply_nested_answer_is_read_to_its_end() -> None:
    """It is read as deep as `loose.parse` reads at all."""
    depth = 90
    seen = page(row("OTHER-REFERENCE", notes=json.loads("[" * depth + f'"{REFERENCE}"' + "]" * depth)))
    assert seen.mentions(REFERENCE)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=8) | st.sampled_from(BLANK),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["redemptions", "points", "point", "customer", "rows", "points_count", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - JSON
    """The way to every object and list."""
    if not isinstance(value, dict | list):
        return []
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    return [path, *(place for key, one in inner for place in places(one, (*path, key)))]


@st.composite
def bodies_with_the_reference(draw: st.DrawFn) -> Any:  # noqa: ANN401 - JSON
    """Makes an answer with anything in it, and somewhere a dict that carries the reference."""
    whole: Any = tree(REDEMPTIONS)
    customer = whole["response"]["customer"]
    customer["redemptions"]["points"]["point"] = []
    customer.update(points_count=0, rows=0)
    if draw(st.booleans()):
        customer["redemptions"] = draw(json_values)
    if draw(st.booleans()):
        whole["extra"] = draw(json_values)
    # What is drawn from a list is the list's own object, and would keep what an earlier body was given.
    whole = deepcopy(whole)
    carriers = ({"external_reference_number": REFERENCE}, row(REFERENCE.lower()), {"x": {REFERENCE: 1}})
    carrier = deepcopy(draw(st.sampled_from(carriers)))
    place = whole
    for key in draw(st.sampled_from(places(whole))):
        place = place[key]
    if isinstance(place, list):
        place.append(carrier)
    else:
        place[draw(st.sampled_from(["point", "points", "redemptions", "customer", "archived", "y"]))] = carrier
    return whole


@given(bodies_with_the_reference())
def test_a_body_that_carries_the_reference_never_proves_an_absence(body: object) -> None:
    """Wherever the dict with the reference is, and whatever is around it."""
    try:
        seen = redemptions.read(answer(body), DRAFT)
    except (Refused, Throttled, Unanswered):
        return
    assert seen.mentions(REFERENCE)


@given(json_values, st.integers(100, 599))
def test_any_json_is_read_or_is_a_failure_of_the_domain(body: object, status: int) -> None:
    """No other error is raised, and every row can be compared."""
    for customer in (body, {"response": {"status": {"success": True}, "customer": body}}):
        try:
            seen = redemptions.read(Answer(status, {}, json.dumps(customer).encode()), DRAFT)
        except (Refused, Throttled, Unanswered):
            continue
        seen.candidates(DRAFT, REFERENCE, begun=BEGUN, now=NOW)
        assert isinstance(seen.may_hide_more, bool)
