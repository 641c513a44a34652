"""Tests what other programs read: a hand-over's result, an export's records, and the exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.exit_codes import ExitCode
from desktop.domain.points import Points
from desktop.domain.redemption import Attempt, Candidate, Redeemed, State, Trace
from desktop.domain.result_line import EXPORT_FIELDS, RESULT_FIELDS, line_of
from desktop.domain.result_record import (
    earlier_of,
    exit_code,
    exit_code_of_reversal,
    record,
    result,
    reversal_result,
)
from desktop.domain.reversal import GivenBack, Reversal, ReversalsSeen, ReversalState

CONTRACT = [
    "outcome",
    "external_reference_number",
    "redemption_id",
    "points_redeemed",
    "points_requested",
    "redeemed_value",
    "balance",
    "mobile",
    "bill",
    "code",
    "message",
    "request_id",
    "begun",
    "at",
    "reversed_points",
    "earlier",
]
"""The fields of the result, word for word as the contract lists them."""

TOLD = {
    State.IN_FLIGHT: ("unknown", 5),
    State.UNKNOWN: ("unknown", 5),
    State.REDEEMED: ("redeemed", 0),
    State.REFUSED: ("refused", 4),
    State.NOT_SENT: ("not_sent", 4),
    State.NOT_APPLIED: ("not_applied", 4),
    State.REVERSED: ("reversed", 4),
}


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_outcome_and_its_exit_code(redeemed: Attempt, state: State) -> None:
    """The POS takes the points off the bill for one outcome only, and an unknown outcome is never reported as a
    failure.
    """
    attempt = replace(redeemed, state=state, redeemed=redeemed.redeemed if state is State.REDEEMED else None)
    assert (result(attempt)["outcome"], exit_code(attempt)) == TOLD[state]
    assert record(attempt, full_mobile=False)["state"] == state.value


def test_a_redemption_has_exact_amounts(redeemed: Attempt) -> None:
    """Amounts are texts with exactly their digits, the time has its offset, and the whole is JSON."""
    told = result(redeemed)
    assert told == {
        "outcome": "redeemed",
        "external_reference_number": "01JP0000000000000000000000",
        "redemption_id": "7t4y2a",
        "points_redeemed": "250.125",
        "points_requested": "250.125",
        "redeemed_value": "250.5",
        "balance": "1740.875",
        "mobile": "919777788221",
        "bill": "B-1001",
        "code": "800",
        "message": None,
        "request_id": None,
        "begun": "2025-03-10T14:37:11+00:00",
        "at": "2025-03-10T14:37:11+00:00",
        "reversed_points": None,
        "earlier": None,
    }
    assert list(told) == CONTRACT == list(RESULT_FIELDS)
    assert json.loads(json.dumps(told)) == told


@pytest.mark.parametrize(
    ("state", "own", "told_outcome", "told_points"),
    [
        (State.REDEEMED, "0", "redeemed", None),
        (State.REDEEMED, "100.500", "redeemed", "100.5"),
        (State.REVERSED, "250.125", "reversed", "250.125"),
        (State.REVERSED, "0", "reversed", "250.125"),
    ],
)
def test_a_redemption_says_how_many_points_are_back(
    redeemed: Attempt, state: State, own: str, told_outcome: str, told_points: str | None
) -> None:
    """It stays redeemed until all of them are. If another till gave them back, all of them are."""
    told = result(replace(redeemed, state=state, reversed_points=Decimal(own)))
    assert (told["outcome"], told["points_redeemed"], told["reversed_points"]) == (told_outcome, "250.125", told_points)


@pytest.fixture
def given_back() -> Reversal:
    at = datetime(2025, 3, 11, 9, 0, tzinfo=UTC)
    return Reversal(
        id="01JP0000000000000000000001",
        reference="01JP0000000000000000000000",
        points=Points(Decimal(100)),
        reason="Item returned",
        state=ReversalState.REVERSED,
        before=ReversalsSeen(),
        till="till.one",
        cashier="Meera",
        at=at,
        changed=at,
        given_back=GivenBack(points=Decimal(90), available=Decimal(60), balance=Decimal("1800.875"), request_id="r-9"),
    )


def test_a_part_given_back_is_reversed_for_who_asked(redeemed: Attempt, given_back: Reversal) -> None:
    """The outcome is that of the reversal. Its points are what the service said, not what was asked for."""
    told = reversal_result(redeemed, given_back)
    assert list(told) == CONTRACT
    assert (told["outcome"], told["reversed_points"], told["points_requested"]) == ("reversed", "90", "100")
    assert (told["points_redeemed"], told["balance"], told["request_id"]) == ("250.125", "1800.875", "r-9")
    assert (told["code"], told["message"], told["at"]) == (None, None, "2025-03-11T09:00:00+00:00")
    assert told["external_reference_number"] == redeemed.reference
    assert reversal_result(redeemed, replace(given_back, given_back=GivenBack()))["balance"] is None


REVERSALS = {
    ReversalState.IN_FLIGHT: ("unknown", 5),
    ReversalState.UNKNOWN: ("unknown", 5),
    ReversalState.REVERSED: ("reversed", 0),
    ReversalState.REFUSED: ("refused", 4),
    ReversalState.NOT_SENT: ("not_sent", 4),
    ReversalState.NOT_APPLIED: ("not_applied", 4),
}


@pytest.mark.parametrize("state", ReversalState)
def test_every_state_of_a_reversal_has_its_outcome(
    redeemed: Attempt, given_back: Reversal, state: ReversalState
) -> None:
    """What did not happen has no points, and says why."""
    trace = Trace(code="904", message="locked", request_id="r-8")
    done = given_back.given_back if state is ReversalState.REVERSED else None
    told = reversal_result(redeemed, one := replace(given_back, state=state, given_back=done, trace=trace))
    assert (told["outcome"], exit_code_of_reversal(one)) == REVERSALS[state]
    if done is None:
        assert (told["reversed_points"], told["code"], told["message"]) == (None, "904", "locked")
        assert told["request_id"] == "r-8"
        unsaid = reversal_result(redeemed, replace(one, trace=Trace()))
        assert (unsaid["code"], unsaid["message"], unsaid["request_id"]) == (None, None, None)
    else:
        # It was refused first, and turned up later.
        assert (told["code"], told["message"]) == (None, None)


def test_a_refusal_has_what_support_needs(redeemed: Attempt) -> None:
    """It has code, words and request id of the answer, but no points, value or balance."""
    attempt = replace(
        redeemed, state=State.REFUSED, redeemed=None, trace=Trace(code="808", message="Bad", request_id="r-1")
    )
    told = result(attempt)
    assert (told["code"], told["message"], told["request_id"]) == ("808", "Bad", "r-1")
    assert [told[name] for name in ("redemption_id", "points_redeemed", "redeemed_value", "balance")] == [None] * 4


def test_a_forgotten_member_and_a_missing_bill_are_null(redeemed: Attempt) -> None:
    """An empty text could be taken for a bill."""
    forgotten = replace(redeemed.draft.identifier, value="")
    told = result(replace(redeemed, draft=replace(redeemed.draft, identifier=forgotten, bill="")))
    assert (told["mobile"], told["bill"]) == (None, None)
    told = result(None, at="2025-03-11T09:00:00+00:00")
    assert (told["mobile"], told["bill"]) == (None, None)


def test_what_the_service_did_not_say_is_not_invented(redeemed: Attempt) -> None:
    """Only the points are known anyway. The request id is that of the last answer that had one."""
    told = result(replace(redeemed, redeemed=Redeemed(), trace=Trace(request_id="r-2")))
    assert (told["points_redeemed"], told["redeemed_value"], told["balance"]) == ("250.125", None, None)
    assert (told["redemption_id"], told["request_id"], told["code"]) == (None, "r-2", "800")


def test_no_value_is_null_and_not_zero(redeemed: Attempt) -> None:
    """An amount of 0 is an amount, and the request id of the redemption comes before an older one."""
    done = Redeemed(points=Decimal(0), value=Decimal("0.00"), balance=Decimal("1E+3"), request_id="r-3")
    told = result(replace(redeemed, redeemed=done, trace=Trace(request_id="r-2")))
    assert (told["points_redeemed"], told["redeemed_value"], told["balance"]) == ("0", "0", "1000")
    assert told["request_id"] == "r-3"


def test_a_cancelled_hand_over_repeats_what_was_handed_over() -> None:
    """All fields are there, so that the POS finds its own bill in it."""
    told = result(None, mobile="9777788221", bill="B-1", at="2025-03-10T14:37:11+05:30")
    assert list(told) == CONTRACT
    assert {name: value for name, value in told.items() if value is not None} == {
        "outcome": "cancelled",
        "mobile": "9777788221",
        "bill": "B-1",
        "at": "2025-03-10T14:37:11+05:30",
    }
    assert result(None)["mobile"] is None
    assert exit_code(None) is ExitCode.CANCELLED


def test_an_export_masks_numbers_unless_it_is_asked_for_them(redeemed: Attempt) -> None:
    """It has the same facts, with state, till and cashier, in the contract's order."""
    told = record(redeemed, full_mobile=False)
    more = ["till", "cashier", "validation", "approvals", "seq"]
    assert list(told) == ["state", *CONTRACT[1:-1], *more] == list(EXPORT_FIELDS)
    assert (told["validation"], told["approvals"], told["seq"]) == ("code", None, None)
    assert (told["mobile"], told["till"], told["cashier"]) == ("+91 ••••• •8221", "till.one", "Meera")
    assert record(redeemed, full_mobile=True)["mobile"] == "919777788221"
    assert record(replace(redeemed, cashier=""), full_mobile=False)["cashier"] is None


def test_an_earlier_redemption_of_the_bill_is_told(redeemed: Attempt) -> None:
    """The newest redemption before the attempt counts, or the newest of all if there is no attempt."""
    newest, refused, reversed_, first = (
        replace(redeemed, reference=name, state=state)
        for name, state in zip("ABCD", (State.REDEEMED, State.REFUSED, State.REVERSED, State.REDEEMED), strict=True)
    )
    bill = (newest, refused, reversed_, first)
    assert earlier_of(bill) is newest
    assert earlier_of(bill, "A") is earlier_of(bill, "B") is reversed_
    assert earlier_of(bill, "C") is first
    assert earlier_of(bill, "D") is earlier_of((), "A") is earlier_of((refused,)) is None


def test_an_earlier_redemption_that_is_not_known_is_told_if_nothing_was_sent(redeemed: Attempt) -> None:
    """Otherwise a POS that lost the first answer takes `cancelled` for the end. One that happened is told first."""
    unknown, in_flight, first = (
        replace(redeemed, reference=name, state=state)
        for name, state in zip("ABC", (State.UNKNOWN, State.IN_FLIGHT, State.REDEEMED), strict=True)
    )
    assert earlier_of((unknown, in_flight)) is unknown
    assert earlier_of((in_flight,)) is in_flight
    assert earlier_of((unknown, in_flight, first)) is first
    assert earlier_of((unknown, in_flight), "A") is None


def test_the_exit_codes_are_the_contract_s() -> None:
    """Other programs compare these numbers."""
    assert {code.name: code.value for code in ExitCode} == {
        "DONE": 0,
        "USAGE": 2,
        "CANCELLED": 3,
        "NOT_REDEEMED": 4,
        "UNKNOWN": 5,
        "UNUSABLE": 6,
        "NO_RECORD": 7,
    }


@pytest.mark.parametrize(
    ("candidate", "message"),
    [
        (
            Candidate(redemption_id="odd1", time="2026-11-22 12:00:05", points=Decimal("100.50"), bill="B-17"),
            "perhaps redeemed: the service shows redemption odd1, 2026-11-22 12:00:05, 100.5 points, bill B-17",
        ),
        (Candidate(), "perhaps redeemed: the service shows a redemption without an id"),
    ],
)
def test_an_unknown_attempt_names_the_redemption_that_could_be_it(
    redeemed: Attempt, candidate: Candidate, message: str
) -> None:
    """Support finds the row in the export. Once the outcome is known, it is no longer mentioned."""
    unknown = replace(redeemed, state=State.UNKNOWN, redeemed=None, candidate=candidate)
    told = record(unknown, full_mobile=False)
    assert (told["state"], told["code"], told["message"]) == ("unknown", "PT-PERHAPS-REDEEMED", message)
    settled = record(replace(redeemed, candidate=candidate), full_mobile=False)
    assert (settled["code"], settled["message"]) == ("800", None)


def test_a_record_has_the_time_when_the_attempt_began(redeemed: Attempt) -> None:
    """It is when it was first sent, which a later send does not change. An older journal has only the last send."""
    begun = redeemed.at.replace(hour=3)
    assert record(replace(redeemed, begun=begun), full_mobile=False)["begun"] == begun.isoformat(timespec="seconds")
    assert record(redeemed, full_mobile=False)["begun"] == redeemed.at.isoformat(timespec="seconds")


@given(st.dictionaries(st.text(max_size=5), st.text(st.characters(), max_size=20) | st.none(), max_size=4))
@example({"message": "\ud83d\ude00"})
def test_a_result_is_one_line_that_every_program_reads(found: dict[str, str | None]) -> None:
    """Any texts make one line of UTF-8 that reads back the same, except for halves of a character."""
    line = line_of(found)
    assert line.encode().decode() == line
    assert line.splitlines() == [line[:-1]]
    halves = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
    assert json.loads(line) == {key: value and value.translate(halves) for key, value in found.items()}


@pytest.mark.parametrize("text", ["\ud800", "caf\udce9", "\0", "\u2028", "\x85", "a\nb\r"])
def test_odd_texts_do_not_damage_a_result(text: str) -> None:
    """Halves of a character, other encodings, NUL or exotic line breaks leave the rest of the result complete."""
    line = line_of({"outcome": "redeemed", "message": text})
    assert json.loads(line.encode())["outcome"] == "redeemed"
    assert line.splitlines() == [line[:-1]]
