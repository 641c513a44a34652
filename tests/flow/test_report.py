"""Tests closing a day, and comparing it with the lists of the service."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import DayNotBegun, NotSent, Unsent
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.reconciliation import Comparison, Difference, ServiceRedemption
from desktop.domain.redemption import Draft, Redeemed, Step, new_reference
from desktop.domain.reversal import GivenBack, ReversalRow, ReversalsSeen, ReversalStep
from desktop.flow.report import DayAlreadyClosedError, DayComparison, close_day
from desktop.store.journal import SqliteJournal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.domain.redemption import Attempt

NOW = datetime(2026, 11, 22, 14, 37, 11, tzinfo=UTC)
DAY = NOW.date()
TILL = "till.one"
ASHA, RAVI = "919777788221", "919888877332"


class WallClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Returns the time of the tests."""
        return NOW

    def monotonic(self) -> float:
        """Returns no time that passes."""
        return 0.0

    def wait(self, seconds: float) -> bool:
        """Does not wait."""
        raise AssertionError(seconds)


class Lists:
    """A service with lists of redemptions. A member or a store without a list is refused."""

    def __init__(self) -> None:
        self.members: dict[str, list[ServiceRedemption]] = {}
        self.store: list[ServiceRedemption] | None = None
        self.asked: list[tuple[str, date, date]] = []

    def redemptions_of(self, draft: Draft, start: date, end: date) -> Sequence[ServiceRedemption]:
        """Returns the list of a member."""
        self.asked.append((draft.identifier.value, start, end))
        if draft.identifier.value not in self.members:
            raise NotSent(Unsent.CONNECT)
        return self.members[draft.identifier.value]

    def redemptions_of_store(self, start: date, end: date) -> Sequence[ServiceRedemption]:
        """Returns the list of the store."""
        assert start == end == DAY
        if self.store is None:
            raise NotSent(Unsent.CONNECT)
        return self.store


def compare_day(journal: SqliteJournal, lists: Lists) -> Comparison:
    """Compares a day without a break."""
    comparing = DayComparison(journal, lists, DAY, till=TILL)
    while (result := comparing.ask_next().result) is None:
        pass
    return result


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SqliteJournal]:
    """An empty journal."""
    with SqliteJournal.open(tmp_path / "journal.db", till=TILL) as opened:
        yield opened


def make(
    journal: SqliteJournal,
    *steps: Step,
    mobile: str = ASHA,
    points: str = "10",
    bill: str = "B-1",
    at: datetime = NOW,
    redemption_id: str | None = None,
) -> Attempt:
    """Records an attempt of the day, whose redemption id is that of its bill unless another one is given."""
    done = Redeemed(redemption_id=f"id {bill}" if redemption_id is None else redemption_id)
    draft = Draft(identifier=Identifier(IdentifierKind.MOBILE, mobile), points=Points(Decimal(points)), bill=bill)
    attempt = journal.begin(draft, new_reference(at), till=TILL, cashier="Meera", at=at)
    for step in steps:
        attempt = journal.step(attempt.reference, step, at=at, redeemed=done)
    return attempt


def row(attempt: Attempt, **changes: object) -> ServiceRedemption:
    """Returns the service's row of an attempt, with the given changes."""
    fields: dict[str, object] = {
        "reference": attempt.reference,
        "redemption_id": f"id {attempt.draft.bill}",
        "points": attempt.draft.points.value,
        "bill": attempt.draft.bill,
        "time": f"{DAY} 20:07:11",
        "till": TILL,
    }
    return ServiceRedemption(**(fields | changes))  # type: ignore[arg-type]  # a test names what it changes


def told(found: Comparison) -> list[tuple[Difference, str]]:
    """Returns the kinds of the differences, with their bills."""
    return [
        (one.kind, one.ours.draft.bill if one.ours else one.theirs.bill if one.theirs else "")
        for one in found.differences
    ]


def test_a_day_on_which_both_agree(journal: SqliteJournal) -> None:
    """Each member is asked for once, for a day more on both sides. Nothing differs."""
    first = make(journal, Step.REDEEMED)
    second = make(journal, Step.REDEEMED, bill="B-2", points="2.500")
    back = make(journal, Step.REDEEMED, Step.REVERSED, bill="B-3")
    refused = make(journal, Step.REFUSED, bill="B-4")
    other = make(journal, Step.REDEEMED, mobile=RAVI, bill="B-5")
    lists = Lists()
    lists.members[ASHA] = [
        row(first), row(second, reference=second.reference.lower(), points=Decimal("2.5")),
        row(back, reversed_points=Decimal(10)),
    ]  # fmt: skip
    lists.members[RAVI] = [
        row(other, reference="", points=None),
        row(other, reference="", redemption_id="x", till="till.two"),
    ]
    lists.store = [row(one, reference="", redemption_id="") for one in (first, second, back, other)]
    found = compare_day(journal, lists)
    assert found == Comparison(day=DAY, agreed=4, has_store_list=True)
    wider = timedelta(days=1)
    assert lists.asked == [(ASHA, DAY - wider, DAY + wider), (RAVI, DAY - wider, DAY + wider)]
    assert refused.state.value == "refused"


@pytest.mark.parametrize("days", [-1, 1, -32])
def test_the_service_may_count_a_redemption_to_another_day(journal: SqliteJournal, days: int) -> None:
    """Its time zone is another one, or the till's clock was wrong. The journal knows the redemption all the same."""
    made = make(journal, Step.REDEEMED)
    beside = make(journal, Step.REDEEMED, bill="B-2", at=NOW + timedelta(days=days))
    lists = Lists()
    lists.members[ASHA] = [row(made), row(beside)]
    assert compare_day(journal, lists) == Comparison(day=DAY, agreed=1)


@pytest.mark.parametrize(("ours", "theirs"), [("", "x"), ("x", "")])
def test_a_reference_is_enough_if_only_one_side_has_an_id(journal: SqliteJournal, ours: str, theirs: str) -> None:
    """The journal has the redemption under another day."""
    beside = make(journal, Step.REDEEMED, at=NOW - timedelta(days=1), redemption_id=ours)
    make(journal, Step.REFUSED, bill="B-2")
    lists = Lists()
    lists.members[ASHA] = [row(beside, redemption_id=theirs)]
    assert told(compare_day(journal, lists)) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.parametrize("redemption_id", ["", "x"])
def test_no_id_is_no_proof(journal: SqliteJournal, days: int, redemption_id: str) -> None:
    """A row that only lacks what the journal's attempt lacks too is not that attempt's."""
    made = make(journal, Step.REDEEMED, at=NOW + timedelta(days=days), redemption_id="")
    make(journal, Step.REFUSED, bill="B-2")
    lists = Lists()
    lists.members[ASHA] = [row(made, reference="", redemption_id=redemption_id, bill="B-9")]
    assert (Difference.THEIRS, "B-9") in told(compare_day(journal, lists))


@pytest.mark.parametrize("days", [-1, 1])
def test_a_row_without_a_reference_may_be_of_the_day_before_or_after(journal: SqliteJournal, days: int) -> None:
    """Its redemption id tells. Its row in the store's list is no hint either."""
    made = make(journal, Step.REDEEMED)
    make(journal, Step.REDEEMED, bill="B-3", at=NOW + timedelta(days=days))
    beside = make(journal, Step.REDEEMED, bill="B-2", at=NOW + timedelta(days=days))
    lists = Lists()
    lists.members[ASHA] = [row(made), row(beside, reference="")]
    lists.store = [row(one, reference="", redemption_id="") for one in (made, beside)]
    assert compare_day(journal, lists) == Comparison(day=DAY, agreed=1, has_store_list=True)


def test_points_that_moved_again_on_another_day_are_named(journal: SqliteJournal) -> None:
    """So is a redemption that the till counts as refused. Neither is explained by what the journal has."""
    make(journal, Step.REDEEMED)
    before = NOW - timedelta(days=1)
    moved = make(journal, Step.REDEEMED, bill="B-2", at=before)
    refused = make(journal, Step.REFUSED, bill="B-3", at=before)
    lists = Lists()
    lists.members[ASHA] = [row(moved, redemption_id="another"), row(refused)]
    found = told(compare_day(journal, lists))
    assert found == [(Difference.THEIRS, "B-2"), (Difference.THEIRS, "B-3"), (Difference.OURS, "B-1")]


def test_every_difference_is_named(journal: SqliteJournal) -> None:
    """Theirs and not ours, ours and not theirs, other points, and what was given back."""
    ours = make(journal, Step.REDEEMED, bill="ours")
    refused = make(journal, Step.REFUSED, bill="refused")
    points = make(journal, Step.REDEEMED, bill="points")
    given_back = make(journal, Step.REDEEMED, bill="given back")
    lists = Lists()
    lists.members[ASHA] = [
        row(refused),
        row(points, points=Decimal("9.999")),
        row(given_back, reversed_points=Decimal(10)),
        row(ours, reference="OTHER", redemption_id="x", bill="unknown here"),
        row(ours, reference="OTHER", redemption_id="y", bill="another day", time=f"{DAY - timedelta(days=1)} 10:00:00"),
        row(ours, reference="OTHER", redemption_id="z", bill="another till", till="till.two"),
    ]
    found = compare_day(journal, lists)
    assert told(found) == [
        (Difference.THEIRS, "refused"),
        (Difference.OTHER_POINTS, "points"),
        (Difference.OTHER_REVERSED, "given back"),
        (Difference.THEIRS, "unknown here"),
        (Difference.OURS, "ours"),
    ]
    assert (found.agreed, found.unseen, found.has_store_list) == (0, (), False)


def test_a_till_is_the_same_in_other_letters(journal: SqliteJournal) -> None:
    """The service accepts its name in any letter case, and shows it as it was set up."""
    ours = make(journal, Step.REDEEMED)
    lists = Lists()
    lists.members[ASHA] = [row(ours), row(ours, reference="OTHER", redemption_id="x", bill="X", till=TILL.upper())]
    assert told(compare_day(journal, lists)) == [(Difference.THEIRS, "X")]


def test_points_that_moved_again_for_one_reference_are_a_difference(journal: SqliteJournal) -> None:
    """The row with the till's own redemption id agrees, wherever it stands. The other one is theirs alone."""
    attempt = make(journal, Step.REDEEMED)
    lists = Lists()
    lists.members[ASHA] = [row(attempt, redemption_id="again", bill="B-1 again"), row(attempt)]
    found = compare_day(journal, lists)
    assert (told(found), found.agreed) == ([(Difference.THEIRS, "B-1 again")], 1)


def test_points_that_moved_again_without_an_id_are_a_difference(journal: SqliteJournal) -> None:
    """Two times are two redemptions. The same one in two members' lists, given back in one of them, is one."""
    attempt = make(journal, Step.REDEEMED)
    lists = Lists()
    first = row(attempt, redemption_id="")
    lists.members[ASHA] = [first, row(attempt, redemption_id="", time=f"{DAY} 20:09:30", bill="B-1 again")]
    found = compare_day(journal, lists)
    assert (told(found), found.agreed) == ([(Difference.THEIRS, "B-1 again")], 1)
    lists.members[ASHA] = [first, row(attempt, redemption_id="", reversed_points=Decimal(3))]
    assert told(compare_day(journal, lists)) == []


def test_the_ids_of_two_versions_of_the_service_are_not_compared(journal: SqliteJournal) -> None:
    """One row with another redemption id than the answer had is the attempt's own. So is one without an id."""
    attempt = make(journal, Step.REDEEMED)
    lists = Lists()
    lists.members[ASHA] = [row(attempt, redemption_id="other")]
    assert compare_day(journal, lists).agreed == 1
    lists.members[ASHA].append(row(attempt, redemption_id=""))
    assert told(compare_day(journal, lists)) == []
    lists.members[ASHA].reverse()
    assert told(compare_day(journal, lists)) == []


def test_a_part_that_was_given_back_is_no_difference(journal: SqliteJournal) -> None:
    """While some points are left, both say that it is a redemption."""
    attempt = make(journal, Step.REDEEMED)
    lists = Lists()
    lists.members[ASHA] = [row(attempt, reversed_points=Decimal(3))]
    assert compare_day(journal, lists).agreed == 1


@pytest.mark.parametrize(
    ("points", "changes", "kinds"),
    [
        ("1", {"reversed_points": Decimal(1)}, [Difference.OTHER_REVERSED]),
        ("10", {"points": None, "reversed_points": Decimal(10)}, [Difference.OTHER_REVERSED]),
        (
            "10",
            {"points": Decimal(9), "reversed_points": Decimal(9)},
            [Difference.OTHER_POINTS, Difference.OTHER_REVERSED],
        ),
    ],
)
def test_all_points_that_came_back_are_a_difference(
    journal: SqliteJournal, points: str, changes: dict[str, object], kinds: list[Difference]
) -> None:
    """All are those that the service lists, or else those that the till knows."""
    attempt = make(journal, Step.REDEEMED, points=points)
    lists = Lists()
    lists.members[ASHA] = [row(attempt, **changes)]
    assert [one.kind for one in compare_day(journal, lists).differences] == kinds


@pytest.mark.parametrize(
    ("listed", "agrees"),
    [(("4",), True), (("4.000",), True), (("4", "4"), False), ((), False), (("4", None), True), ((None,), True)],
)
def test_what_this_till_gave_back_is_compared(
    journal: SqliteJournal, listed: tuple[str | None, ...], *, agrees: bool
) -> None:
    """The service has counted it twice, or not at all. An entry without points says nothing."""
    attempt = make(journal, Step.REDEEMED)
    journal.begin_reversal(
        attempt.reference,
        "r-1",
        points=Points(Decimal(4)),
        reason="",
        before=ReversalsSeen(),
        till=TILL,
        cashier="Meera",
        at=NOW,
    )
    journal.step_reversal("r-1", ReversalStep.REVERSED, at=NOW, given_back=GivenBack(points=Decimal(4)))
    entries = tuple(ReversalRow(points=None if points is None else Decimal(points)) for points in listed)
    back = sum((one.points or Decimal(0) for one in entries), Decimal(0))
    lists = Lists()
    lists.members[ASHA] = [row(attempt, reversed_points=back, reversals=entries)]
    found = compare_day(journal, lists)
    assert told(found) == ([] if agrees else [(Difference.OTHER_GIVEN_BACK, "B-1")])
    assert found.agreed == int(agrees)
    # Others have given back the rest.
    journal.step(attempt.reference, Step.REVERSED, at=NOW)
    lists.members[ASHA] = [row(attempt, reversed_points=Decimal(10), reversals=entries)]
    assert compare_day(journal, lists).agreed == 1


def test_what_could_not_be_asked_proves_nothing(journal: SqliteJournal) -> None:
    """A refused look-up and a forgotten member are named, and are no differences."""
    first, second = make(journal, Step.REDEEMED), make(journal, Step.REDEEMED, bill="B-2")
    found = compare_day(journal, Lists())
    assert found.unseen == (first, second)
    assert found.differences == ()
    journal.forget_members(NOW + timedelta(days=1))
    lists = Lists()
    assert [one.reference for one in compare_day(journal, lists).unseen] == [
        first.reference, second.reference,
    ]  # fmt: skip
    assert lists.asked == []


def test_the_store_s_list_is_a_hint(journal: SqliteJournal) -> None:
    """Each of ours that happened explains one row of this till and day. What is left is named."""
    attempt, refused = make(journal, Step.REDEEMED), make(journal, Step.REFUSED, bill="B-2")
    lists = Lists()
    lists.members[ASHA] = [row(attempt)]
    lists.store = [
        row(attempt), row(attempt), row(attempt, till="till.two"), row(attempt, time="2026-11-21 10:00:00"),
        row(attempt, bill="B-9", points=None), row(refused),
    ]  # fmt: skip
    found = compare_day(journal, lists)
    assert told(found) == [(Difference.HINT, "B-1"), (Difference.HINT, "B-9"), (Difference.HINT, "B-2")]
    assert found.has_store_list


def test_a_day_is_closed_and_reported(journal: SqliteJournal) -> None:
    """Closing returns the report, with who closed it. A closed day and a day to come are refused."""
    make(journal, Step.REDEEMED)
    report = close_day(journal, WallClock(), DAY, till=TILL, cashier="Meera")
    assert report.closing is not None
    assert (report.closing.cashier, report.closing.at, report.sums.redeemed.count) == ("Meera", NOW, 1)
    with pytest.raises(DayAlreadyClosedError) as caught:
        close_day(journal, WallClock(), DAY, till=TILL, cashier="Ravi")
    assert caught.value.closing == report.closing
    with pytest.raises(DayNotBegun):
        close_day(journal, WallClock(), DAY + timedelta(days=1), till=TILL, cashier="Ravi")
    assert close_day(journal, WallClock(), DAY - timedelta(days=1), till=TILL, cashier="").entries == ()
