"""Tests that the report of a day agrees with the journal, names what is open, and survives clocks that jump."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.day_report import KINDS, DayReport
from desktop.domain.failures import JournalUnusable
from desktop.domain.history import HistoryQuery
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, State, Step, new_reference
from desktop.domain.reversal import GivenBack, ReversalsSeen, ReversalStep
from desktop.store import reversals, rows
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt

DAY = date(2026, 11, 22)

STEPS: dict[str, tuple[Step, ...]] = {
    "in_flight": (),
    "unknown": (Step.LOST,),
    "refused": (Step.REFUSED,),
    "not_sent": (Step.NOT_SENT,),
    "not_applied": (Step.LOST, Step.ABSENT),
    "redeemed": (Step.REDEEMED,),
    "found": (Step.LOST, Step.FOUND),
}
COUNTED = {
    "in_flight": "unknown",
    "unknown": "unknown",
    "refused": "refused",
    "redeemed": "redeemed",
    "found": "redeemed",
}

amounts = st.decimals(Decimal("0.001"), Decimal(99_999), places=3)
tries = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(sorted(STEPS)),
        "asked": amounts,
        "moved": st.none() | amounts,
        "value": st.none() | st.decimals(0, 9999, places=2),
        "cashier": st.sampled_from(["", "Meera", "Ravi"]),
        "program": st.sampled_from(["", "7"]),
        "hours": st.integers(-30, 30),
    }
)


def record(journal: SqliteJournal, one: dict[str, Any]) -> str:
    """Records one try."""
    at = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=5, minutes=30))) + timedelta(hours=one["hours"])
    draft = Draft(
        identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
        points=Points(one["asked"]),
        program_id=one["program"],
    )
    attempt = journal.begin(draft, new_reference(at), till="t", cashier=one["cashier"], at=at)
    for step in STEPS[one["kind"]]:
        done = Redeemed(points=one["moved"], value=one["value"]) if step in {Step.REDEEMED, Step.FOUND} else None
        journal.step(attempt.reference, step, at=at, redeemed=done)
    return attempt.reference


@settings(max_examples=25, deadline=None)
@given(made=st.lists(tries, max_size=8))
def test_the_figures_are_the_sums_of_the_journal(
    tmp_path_factory: pytest.TempPathFactory, made: list[dict[str, Any]]
) -> None:
    """Counts, points and values agree with an independent sum to the last digit, in all and by cashier and program."""
    with SqliteJournal.open(tmp_path_factory.mktemp("day") / "journal.sqlite") as journal:
        for one in made:
            record(journal, one)
        report = journal.day_report(DAY)
    wanted: defaultdict[tuple[str, ...], Fraction] = defaultdict(Fraction)
    for one in made:
        kind = COUNTED.get(one["kind"])
        # The shop's day begins 12 hours before the time that the hours are counted from.
        if kind is None or not -12 <= one["hours"] < 12:
            continue
        is_done = kind == "redeemed"
        points = one["moved"] if is_done and one["moved"] is not None else one["asked"]
        value = one["value"] if is_done and one["value"] is not None else 0
        for group in (("all", ""), ("cashier", one["cashier"]), ("program", one["program"])):
            wanted[*group, kind, "count"] += 1
            wanted[*group, kind, "points"] += Fraction(points)
            wanted[*group, kind, "value"] += Fraction(value)
    found: defaultdict[tuple[str, ...], Fraction] = defaultdict(Fraction)
    told: Any = report.as_record()
    parts = [("all", "", told)]
    parts += [(by, one[by], one) for by in ("cashier", "program") for one in told[f"by_{by}"]]
    for by, name, sums in parts:
        for kind in KINDS:
            for figure, value in sums[kind].items():
                found[by, name, kind, figure] += Fraction(value)
        net = Fraction(sums["redeemed"]["points"]) - Fraction(sums["given_back"]["points"])
        assert Fraction(sums["net_points"]) == net
    assert {key: value for key, value in found.items() if value} == {
        key: value for key, value in wanted.items() if value
    }


def test_a_report_has_the_fields_of_the_contract(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """Amounts are exact texts. The events are those of the day, and the head is the hash of the last one."""
    begin(journal, Step.REDEEMED, redeemed=Redeemed(points=Decimal("250.125"), value=Decimal("250.10")))
    figures = {"count": 1, "points": "250.125", "value": "250.1"}
    none = {"count": 0, "points": "0", "value": "0"}
    sums = {"redeemed": figures, "given_back": none, "refused": none, "unknown": none, "net_points": "250.125"}
    assert journal.day_report(DAY).as_record() == {
        "date": "2026-11-22",
        **sums,
        "by_cashier": [{"cashier": "Ravi", **sums}],
        "by_program": [{"program": "", **sums}],
        "events": {"first": 2, "last": 3, "head": journal.head},
    }


def test_a_day_without_anything(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """Its figures are zero, it has no events, and its head is that of the journal."""
    begin(journal, Step.REDEEMED)
    report = journal.day_report(DAY - timedelta(days=1))
    assert (report.entries, report.still_open, report.settled_later) == ((), (), ())
    assert (report.events.first, report.events.last, report.events.head) == (None, None, journal.head)
    assert DayReport(day=DAY).as_record()["events"] == {"first": None, "last": None, "head": ""}


def give_back(journal: SqliteJournal, attempt: Attempt, now: datetime, **changes: object) -> None:
    """Records a reversal."""
    columns: dict[str, Any] = {
        "id": new_reference(now),
        "reference": attempt.reference,
        "state": "reversed",
        "points": "10",
        "till": "t",
        "cashier": "Meera",
        **rows.sent_columns(now),
        **rows.changed_columns(now),
        **changes,
    }
    with journal._writing():
        reversals.insert(journal._connection, columns, reversals.event("begun", columns, at=now))


def test_what_was_given_back_counts_on_its_own_day(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], now: datetime
) -> None:
    """Points come off the net of the day on which they were given back, with the value of that part."""
    whole = Redeemed(points=Decimal(250), value=Decimal("125.00"))
    attempt = begin(journal, Step.REDEEMED, draft=make_draft(program_id="7"), redeemed=whole)
    later = now + timedelta(days=1)
    give_back(journal, attempt, later)
    give_back(journal, attempt, later, reversed_points="0.5", value="0.30")
    give_back(journal, attempt, later, state="unknown")
    give_back(journal, attempt, later, reference="of another till", points="3")
    assert journal.day_report(DAY).as_record()["given_back"] == {"count": 0, "points": "0", "value": "0"}
    report = journal.day_report(DAY + timedelta(days=1))
    assert report.as_record()["given_back"] == {"count": 3, "points": "13.5", "value": "5.3"}
    assert report.as_record()["net_points"] == "-13.5"
    assert list(report.by_cashier) == ["Meera"]
    assert [(one.program, one.bill) for one in report.entries] == [("7", "B-17"), ("7", "B-17"), ("", "")]


def test_a_redemption_that_was_reversed_elsewhere(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """It counts as redeemed on its day, and as given back on the day on which the till learned of it."""
    attempt = begin(journal, Step.REDEEMED, redeemed=Redeemed(points=Decimal(3), value=Decimal(1)))
    journal.step(attempt.reference, Step.REVERSED, at=now + timedelta(days=2))
    assert journal.day_report(DAY).as_record()["redeemed"] == {"count": 1, "points": "3", "value": "1"}
    assert journal.day_report(DAY).sums.given_back.count == 0
    assert journal.day_report(DAY + timedelta(days=2)).sums.given_back.points == 3
    assert [journal.totals(DAY + timedelta(days=days)).given_back for days in range(4)] == [0, 0, 3, 0]


@pytest.mark.parametrize("hours", [-12, 14])
@pytest.mark.parametrize("hour", [0, 23])
def test_what_others_gave_back_counts_on_the_local_day(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, hours: int, hour: int
) -> None:
    """In the zone that the till had, however far it is from the meridian."""
    there = now.astimezone(timezone(timedelta(hours=hours))).replace(hour=hour)
    attempt = begin(journal, Step.REDEEMED, at=there, redeemed=Redeemed(points=Decimal(3)))
    journal.step(attempt.reference, Step.REVERSED, at=there)
    day = there.date()
    around = [day + timedelta(days=days) for days in (-1, 0, 1)]
    assert [journal.day_report(one).sums.given_back.count for one in around] == [0, 1, 0]
    assert [journal.totals(one).given_back for one in around] == [0, 3, 0]


def test_only_what_others_gave_back_is_added(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """A redemption that is reversed counts once, no matter who gave it back, and refused reversals count nothing."""
    attempt = begin(journal, Step.REDEEMED, redeemed=Redeemed(points=Decimal(100), value=Decimal(50)))
    give_back(journal, attempt, now, points="40")
    give_back(journal, attempt, now, points="60", state="refused")
    journal.step(attempt.reference, Step.REVERSED, at=now)
    report = journal.day_report(DAY).as_record()
    assert report["given_back"] == {"count": 2, "points": "100", "value": "50"}
    assert report["net_points"] == "0"
    totals = journal.totals(DAY)
    assert [totals.given_back, totals.points] == [100, 0]


def test_what_others_gave_back_is_worth_the_rest(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Parts that were rounded and the rest, which came back elsewhere, are worth exactly what was redeemed."""
    attempt = begin(journal, Step.REDEEMED, redeemed=Redeemed(points=Decimal(3), value=Decimal("1.00")))
    for points, value in (("1", "0.33"), ("1", "0.33"), ("0.001", "0")):
        give_back(journal, attempt, now, points=points, reversed_points=points, value=value)
    journal.step(attempt.reference, Step.REVERSED, at=now)
    sums = journal.day_report(DAY).sums
    assert (sums.given_back.points, sums.given_back.value) == (Decimal(3), sums.redeemed.value)


def test_a_reversal_is_in_the_report_as_the_till_recorded_it(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """In part the redemption counts in full, less what came back. In whole it is not counted as reversed elsewhere."""
    attempt = begin(journal, Step.REDEEMED, redeemed=Redeemed(points=Decimal(100), value=Decimal(50)))
    for number, (points, figures) in enumerate([("40", ("1", "40", "20")), ("60", ("2", "100", "50"))]):
        journal.begin_reversal(
            attempt.reference,
            f"r-{number}",
            points=Points(Decimal(points)),
            reason="",
            before=ReversalsSeen(),
            till="t",
            cashier="Meera",
            at=now,
        )
        journal.step_reversal(f"r-{number}", ReversalStep.REVERSED, at=now, given_back=GivenBack())
        sums = journal.day_report(DAY).sums
        given_back = sums.given_back.as_record()
        assert tuple(map(str, given_back.values())) == figures
        assert sums.redeemed.points == 100
        assert sums.net_points == 100 - sums.given_back.points == journal.totals(DAY).points
    assert journal.day_report(DAY).settled_later == ()
    assert [one.state for one in journal.search(HistoryQuery())] == [State.REVERSED]


def test_what_is_open_is_named(journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime) -> None:
    """The report names unknown attempts of the day and of earlier days, oldest first, and not of later ones."""
    begin(journal, Step.REFUSED)
    before = [begin(journal, Step.LOST).reference, begin(journal, Step.LOST, at=now - timedelta(days=1)).reference]
    flying = begin(journal, at=now + timedelta(days=1))
    begin(journal, Step.LOST, at=now + timedelta(days=2))
    report = journal.day_report(DAY + timedelta(days=1))
    assert [one.reference for one in report.still_open] == [*before, flying.reference]
    assert [one.reference for one in report.open_before] == before


def test_what_is_settled_after_closing_is_named_in_the_next_day(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """It is neither in the report of the closed day, as it was printed, nor forgotten."""
    lost, also = begin(journal, Step.LOST), begin(journal, Step.LOST)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="Meera")
    # Late at night, after closing, and on the next day.
    journal.step(lost.reference, Step.FOUND, at=now + timedelta(hours=2))
    journal.step(also.reference, Step.LOOKED, at=now + timedelta(hours=2))
    journal.step(also.reference, Step.ABSENT, at=now + timedelta(days=1))
    begin(journal, Step.REDEEMED, at=now + timedelta(days=1))
    closed, following = journal.day_report(DAY), journal.day_report(DAY + timedelta(days=1))
    assert closed.closing is not None
    assert (closed.closing.cashier, closed.closing.at) == ("Meera", now + timedelta(hours=1))
    assert closed.settled_later == ()
    named = [(one.entry.reference, one.entry.kind, one.day) for one in following.settled_later]
    assert named == [(lost.reference, "redeemed", DAY), (also.reference, "refused", DAY)]
    journal.close_day(DAY + timedelta(days=1), at=now + timedelta(days=1, hours=1), till="t", cashier="")
    assert journal.day_report(DAY + timedelta(days=2)).settled_later == ()
    assert [one.entry for one in journal.day_report(DAY + timedelta(days=1)).settled_later] == [
        one.entry for one in following.settled_later
    ]


def test_what_changes_a_closed_day_is_named(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Its figures are those of the journal. What a report that was printed at the closing does not have is listed."""
    lost, also, before = begin(journal, Step.LOST), begin(journal, Step.LOST), begin(journal, Step.REDEEMED)
    begin(journal, Step.LOST)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="Meera")
    assert journal.day_report(DAY).since_closing == ()
    later = now + timedelta(hours=2)
    journal.step(lost.reference, Step.FOUND, at=later)
    journal.step(also.reference, Step.ABSENT, at=now + timedelta(days=1))
    sold = begin(journal, Step.REDEEMED, at=later)
    refused = begin(journal, Step.REFUSED, at=later)
    begin(journal, Step.NOT_SENT, at=later)
    begin(journal, Step.LOST, at=later)
    tomorrow = begin(journal, Step.REDEEMED, at=now + timedelta(days=1))
    report = journal.day_report(DAY)
    named = [(one.reference, one.kind) for one in report.since_closing]
    assert sorted(named) == sorted(
        [
            (lost.reference, "redeemed"),
            (also.reference, "refused"),
            (sold.reference, "redeemed"),
            (refused.reference, "refused"),
        ]
    )
    assert report.sums.redeemed.count == 3
    assert {before.reference, tomorrow.reference}.isdisjoint(one.reference for one in report.since_closing)
    assert journal.day_report(DAY + timedelta(days=1)).since_closing == ()


def test_what_is_given_back_on_a_closed_day_is_named(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Points that came back after the closing are listed, here and elsewhere; those of before are not."""
    done, twice, elsewhere = (begin(journal, Step.REDEEMED) for _ in range(3))

    def begin_giving_back(attempt: Attempt, name: str, at: datetime) -> None:
        journal.begin_reversal(
            attempt.reference,
            name,
            points=Points(Decimal(1)),
            reason="",
            before=ReversalsSeen(),
            till="t",
            cashier="",
            at=at,
        )

    begin_giving_back(done, "before", now)
    journal.step_reversal("before", ReversalStep.REVERSED, at=now, given_back=GivenBack())
    begin_giving_back(twice, "open", now)
    journal.step_reversal("open", ReversalStep.LOST, at=now)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="")
    later = now + timedelta(hours=2)
    assert journal.day_report(DAY).since_closing == ()
    begin_giving_back(done, "since", later)
    journal.step_reversal("since", ReversalStep.REVERSED, at=later, given_back=GivenBack())
    begin_giving_back(done, "refused", later)
    journal.step_reversal("refused", ReversalStep.REFUSED, at=later)
    journal.step_reversal("open", ReversalStep.FOUND, at=later, given_back=GivenBack())
    journal.step(elsewhere.reference, Step.REVERSED, at=later)
    named = [(one.reference, one.kind) for one in journal.day_report(DAY).since_closing]
    assert sorted(named) == sorted((one.reference, "given_back") for one in (done, twice, elsewhere))


@pytest.mark.parametrize("settled", [timedelta(hours=2), timedelta(days=1)], ids=["at night", "the next day"])
def test_an_attempt_that_was_open_at_the_closing_and_sent_again_stays_in_both_days(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, settled: timedelta
) -> None:
    """The first day still says that it was not known. The next one says how that ended, and has the redemption."""
    lost = begin(journal, Step.LOST)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="Meera")
    before = journal.day_report(DAY)
    tomorrow = now + timedelta(days=1)
    journal.step(lost.reference, Step.ABSENT, at=now + settled)
    journal.step(lost.reference, Step.SENT_AGAIN, at=tomorrow)
    journal.step(lost.reference, Step.REDEEMED, at=tomorrow, redeemed=Redeemed(points=Decimal(3), value=Decimal(1)))
    closed, following = journal.day_report(DAY), journal.day_report(DAY + timedelta(days=1))
    assert (closed.sums, closed.by_cashier) == (before.sums, before.by_cashier)
    assert (closed.sums.unknown.count, closed.still_open) == (1, ())
    assert [(one.kind, one.points) for one in following.entries] == [("redeemed", Decimal(3))]
    (named,) = following.settled_later
    assert (named.day, named.entry.reference, named.entry.kind) == (DAY, lost.reference, "refused")
    assert named.entry.points == lost.draft.points.value
    journal.close_day(DAY + timedelta(days=1), at=tomorrow + timedelta(hours=1), till="t", cashier="")
    journal.note("opened", at=now + timedelta(days=2), till="t", cashier="")
    last = journal.day_report(DAY + timedelta(days=2))
    assert (last.entries, last.settled_later, last.still_open) == ((), (), ())


def test_an_attempt_that_is_sent_again_on_its_day_after_the_closing_counts_once(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """The day says how it ended, and no longer that it was not known."""
    lost = begin(journal, Step.LOST)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="")
    for step in (Step.ABSENT, Step.SENT_AGAIN, Step.REDEEMED):
        journal.step(lost.reference, step, at=now + timedelta(hours=2))
    assert [one.kind for one in journal.day_report(DAY).entries] == ["redeemed"]


def test_what_is_settled_beside_an_attempt_that_is_sent_again(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Both are named, each with its own outcome."""
    again, found = begin(journal, Step.LOST), begin(journal, Step.LOST)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="")
    tomorrow = now + timedelta(days=1)
    for step in (Step.ABSENT, Step.SENT_AGAIN, Step.REDEEMED):
        journal.step(again.reference, step, at=tomorrow)
    journal.step(found.reference, Step.FOUND, at=tomorrow)
    named = [(one.entry.reference, one.entry.kind) for one in journal.day_report(tomorrow.date()).settled_later]
    assert named == [(again.reference, "refused"), (found.reference, "redeemed")]


def test_an_attempt_that_is_sent_again_on_its_day_is_not_named_as_another_day_s(
    journal: SqliteJournal, begin: Callable[..., Attempt]
) -> None:
    """The figures of the day have how it ended."""
    begin(journal, Step.LOST, Step.ABSENT, Step.SENT_AGAIN, Step.REDEEMED)
    assert journal.day_report(DAY).settled_later == ()


def test_an_attempt_of_an_earlier_day_is_not_in_the_figures_of_the_closed_one(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Although it was open when that day was closed, and was sent again later."""
    lost = begin(journal, Step.LOST, at=now - timedelta(days=1))
    journal.close_day(DAY, at=now, till="t", cashier="")
    for step in (Step.ABSENT, Step.SENT_AGAIN):
        journal.step(lost.reference, step, at=now + timedelta(days=1))
    assert journal.day_report(DAY).entries == ()


def test_an_attempt_from_a_damaged_journal_that_is_sent_again(
    tmp_path: Path, journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """The closed day keeps it as not known, and the next one says how that ended and what was sent then."""
    with SqliteJournal.open(tmp_path / "damaged.sqlite") as damaged:
        lost = begin(damaged, Step.LOST)
    tomorrow = now + timedelta(days=1)
    journal.adopt([lost], at=now)
    journal.close_day(DAY, at=now, till="t", cashier="")
    before = journal.day_report(DAY)
    for step in (Step.ABSENT, Step.SENT_AGAIN, Step.REDEEMED):
        journal.step(lost.reference, step, at=tomorrow)
    closed, following = journal.day_report(DAY), journal.day_report(tomorrow.date())
    assert (closed.sums, closed.sums.unknown.count, closed.still_open) == (before.sums, 1, ())
    assert [one.kind for one in following.entries] == ["redeemed"]
    (named,) = following.settled_later
    assert (named.day, named.entry.reference, named.entry.kind) == (DAY, lost.reference, "refused")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([Step.LOST, Step.ABSENT], []),
        ([Step.LOST, Step.ABSENT], [Step.SUSPECTED, Step.ABSENT]),
        ([Step.NOT_SENT], []),
    ],
)
def test_an_attempt_from_a_damaged_journal_that_was_settled_there(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, before: list[Step], after: list[Step]
) -> None:
    """The closed day did not have it as unknown, and does not get it later."""
    with SqliteJournal.open(journal.path.with_name("damaged.sqlite")) as damaged:
        settled = begin(damaged, *before)
    journal.adopt([settled], at=now)
    journal.close_day(DAY, at=now, till="t", cashier="")
    for step in (*after, Step.SENT_AGAIN):
        journal.step(settled.reference, step, at=now + timedelta(days=1))
    assert journal.day_report(DAY).entries == ()


def test_an_attempt_from_a_damaged_journal_that_was_sent_again_there(
    tmp_path: Path, journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """It knows only when it was sent first, so it is not put on that day, which may not be the one that was closed."""
    with SqliteJournal.open(tmp_path / "damaged.sqlite") as damaged:
        lost = begin(damaged, Step.LOST, Step.ABSENT)
        for step in (Step.SENT_AGAIN, Step.LOST):
            lost = damaged.step(lost.reference, step, at=now + timedelta(days=1))
    journal.adopt([lost], at=now + timedelta(days=1))
    for days in range(2):
        journal.close_day(DAY + timedelta(days=days), at=now + timedelta(days=1), till="t", cashier="")
    for step in (Step.ABSENT, Step.SENT_AGAIN):
        journal.step(lost.reference, step, at=now + timedelta(days=2))
    reports = [journal.day_report(DAY + timedelta(days=days)) for days in range(3)]
    assert [[one.reference for one in report.entries] for report in reports] == [[], [], [lost.reference]]
    assert [report.settled_later for report in reports] == [(), (), ()]


def test_what_is_unknown_again_is_not_settled(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """The next day names it as open."""
    lost = begin(journal, Step.LOST)
    journal.close_day(DAY, at=now, till="t", cashier="")
    for step in (Step.ABSENT, Step.SUSPECTED):
        journal.step(lost.reference, step, at=now + timedelta(days=1))
    report = journal.day_report(DAY + timedelta(days=1))
    assert (report.settled_later, [one.reference for one in report.still_open]) == ((), [lost.reference])


@pytest.mark.parametrize("is_empty", [True, False])
def test_what_is_settled_before_the_first_closing_is_named(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, *, is_empty: bool
) -> None:
    """On the next morning, and also if nothing happened on the day that is closed. One report names it."""
    lost = begin(journal, Step.LOST, at=now - timedelta(days=1))
    if not is_empty:
        begin(journal, Step.REDEEMED)
    journal.step(lost.reference, Step.FOUND, at=now + timedelta(days=1))
    journal.close_day(DAY, at=now + timedelta(days=1), till="t", cashier="")
    reports = [journal.day_report(DAY + timedelta(days=days)) for days in range(-1, 3)]
    named = [[one.entry.reference for one in report.settled_later] for report in reports]
    assert named == [[], [lost.reference], [], []]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_that_there_are(
    journal: SqliteJournal, begin: Callable[..., Attempt], day: date
) -> None:
    """They have a report like any other day without events."""
    begin(journal, Step.REDEEMED)
    report = journal.day_report(day)
    assert (report.sums.redeemed.count, report.events.first, report.settled_later) == (0, None, ())


def test_an_attempt_that_is_open_at_two_closings(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Each day keeps its own, and each next day names how that ended."""
    lost = begin(journal, Step.LOST)
    for days in (1, 2):
        journal.close_day(
            DAY + timedelta(days=days - 1), at=now + timedelta(days=days - 1, hours=1), till="t", cashier=""
        )
        journal.step(lost.reference, Step.ABSENT, at=now + timedelta(days=days))
        journal.step(lost.reference, Step.SENT_AGAIN, at=now + timedelta(days=days))
        journal.step(lost.reference, Step.LOST, at=now + timedelta(days=days))
    reports = [journal.day_report(DAY + timedelta(days=days)) for days in range(3)]
    assert [one.sums.unknown.count for one in reports] == [1, 1, 1]
    assert [len(one.still_open) for one in reports] == [0, 0, 1]
    assert [[later.day for later in one.settled_later] for one in reports] == [[], [DAY], [DAY + timedelta(days=1)]]
    assert [one.open_before for one in reports] == [(), (), ()]


def test_an_attempt_that_was_known_at_the_closing_is_not_kept(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Sent again on the next day, it is in the figures of that day alone."""
    lost = begin(journal, Step.LOST, Step.ABSENT)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="Meera")
    tomorrow = now + timedelta(days=1)
    journal.step(lost.reference, Step.SENT_AGAIN, at=tomorrow)
    journal.step(lost.reference, Step.REDEEMED, at=tomorrow, redeemed=Redeemed())
    closed, following = journal.day_report(DAY), journal.day_report(DAY + timedelta(days=1))
    assert (closed.entries, closed.settled_later, following.settled_later) == ((), (), ())
    assert following.sums.redeemed.count == 1


@pytest.mark.parametrize(
    ("step", "kind"), [(ReversalStep.FOUND, "given_back"), (ReversalStep.ABSENT, "refused")], ids=["found", "absent"]
)
def test_points_that_may_be_back_are_open(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, step: ReversalStep, kind: str
) -> None:
    """The reports name them until their outcome is known, and then the next day names it, if theirs was closed."""
    attempt = begin(journal, Step.REDEEMED)
    journal.begin_reversal(
        attempt.reference,
        "r-1",
        points=Points(Decimal(4)),
        reason="",
        before=ReversalsSeen(),
        till="t",
        cashier="Meera",
        at=now,
    )
    flying = journal.day_report(DAY)
    journal.step_reversal("r-1", ReversalStep.LOST, at=now)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="Meera")
    (event,) = (one for one in journal.newest_events(1) if one.what == "day_closed")
    assert event.detail == "2026-11-22 net 250.125 points, 1 not known yet"
    for report in (flying, journal.day_report(DAY), journal.day_report(DAY + timedelta(days=1))):
        assert [(one.reference, one.points, one.kind, one.gives_back) for one in report.still_open] == [
            (attempt.reference, Decimal(4), "unknown", True)
        ]
        # It is about points to give back, so it adds nothing to what may have been redeemed.
        assert (report.sums.unknown.count, report.settled_later) == (0, ())
    assert journal.day_report(DAY - timedelta(days=1)).still_open == ()
    journal.step_reversal("r-1", ReversalStep.LOOKED, at=now + timedelta(days=1))
    journal.step_reversal("r-1", step, at=now + timedelta(days=1))
    closed, following = journal.day_report(DAY), journal.day_report(DAY + timedelta(days=1))
    assert (closed.still_open, closed.settled_later, following.still_open) == ((), (), ())
    (named,) = following.settled_later
    assert (named.day, named.entry.reference, named.entry.points) == (DAY, attempt.reference, Decimal(4))
    assert (named.entry.kind, named.entry.gives_back) == (kind, True)


def test_a_reversal_that_is_known_when_its_day_is_closed_is_not_named_again(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """It is in the figures with which the day was closed."""
    attempt = begin(journal, Step.REDEEMED)
    give_back(journal, attempt, now, state="unknown", id="r-2")
    journal.step_reversal("r-2", ReversalStep.ABSENT, at=now)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="Meera")
    begin(journal, Step.REDEEMED, at=now + timedelta(days=1))
    assert journal.day_report(DAY + timedelta(days=1)).settled_later == ()


def test_a_forgotten_day_that_is_closed_later_hides_nothing(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """The day before is closed after this one, and in between something of each is settled. The next day names it."""
    before = begin(journal, Step.LOST, at=now - timedelta(days=1))
    lost = begin(journal, Step.LOST)
    journal.close_day(DAY, at=now + timedelta(hours=1), till="t", cashier="Meera")
    journal.step(lost.reference, Step.FOUND, at=now + timedelta(days=1))
    journal.step(before.reference, Step.FOUND, at=now + timedelta(days=1))
    journal.close_day(DAY - timedelta(days=1), at=now + timedelta(days=1), till="t", cashier="Meera")
    following = journal.day_report(DAY + timedelta(days=1))
    # What was settled before its own day was closed is in the figures of that day.
    assert [one.entry.reference for one in following.settled_later] == [lost.reference]
    assert journal.day_report(DAY).settled_later == ()


def test_without_closing_the_day_of_the_event_counts(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """An attempt of yesterday that was settled today is named today."""
    lost = begin(journal, Step.LOST)
    journal.step(lost.reference, Step.FOUND, at=now + timedelta(days=1))
    journal.note("opened", at=now + timedelta(days=2), till="t", cashier="")
    assert [one.entry.reference for one in journal.day_report(DAY + timedelta(days=1)).settled_later] == [
        lost.reference
    ]
    for day in (DAY, DAY + timedelta(days=2)):
        assert journal.day_report(day).settled_later == ()


def test_without_closing_the_day_counts_on_which_a_reversal_was_settled(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Reversals of yesterday that were settled today are named today, in the order in which they were."""
    attempts = [begin(journal, Step.REDEEMED) for _ in range(2)]
    for attempt in attempts:
        give_back(journal, attempt, now, state="unknown", id=attempt.reference)
    assert [one.reference for one in journal.day_report(DAY).still_open] == [one.reference for one in attempts]
    for attempt, step in zip(reversed(attempts), (ReversalStep.FOUND, ReversalStep.ABSENT), strict=True):
        journal.step_reversal(attempt.reference, step, at=now + timedelta(days=1))
    journal.note("opened", at=now + timedelta(days=2), till="t", cashier="")
    named = [
        [one.entry.reference for one in journal.day_report(DAY + timedelta(days=days)).settled_later]
        for days in range(3)
    ]
    assert named == [[], [one.reference for one in reversed(attempts)], []]


@pytest.mark.parametrize("steps", [(Step.LOST,) * 2 + (Step.REFUSED,) * 2, (Step.REFUSED,) * 2 + (Step.LOST,) * 2])
def test_a_day_of_which_some_members_were_forgotten_keeps_its_figures(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, steps: tuple[Step, ...]
) -> None:
    """Those of unknown attempts are still needed, no matter whether they are the first or the last of their day."""
    days = [DAY, DAY + timedelta(days=1)]
    for day in days:
        for step in steps:
            begin(journal, step, at=now + (day - DAY))
    before = [journal.day_report(day) for day in days]
    assert journal.forget_members(now + timedelta(days=9)) == 4
    assert [journal.day_report(day).entries for day in days] == [report.entries for report in before]
    assert [len(report.entries) for report in before] == [4, 4]


def test_a_day_is_closed_once(path: Path, journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime) -> None:
    """The event has who, when and the figures, is in the chain, and cannot be repeated or made in advance."""
    begin(journal, Step.LOST)
    begin(journal, Step.REDEEMED)
    journal.close_day(DAY, at=now, till="till.one", cashier="Meera")
    (event,) = journal.newest_events(1)
    assert (event.what, event.cashier, event.detail) == (
        "day_closed", "Meera", "2026-11-22 net 250.125 points, 1 not known yet",
    )  # fmt: skip
    for day in (DAY, DAY + timedelta(days=1)):
        with pytest.raises(ValueError, match="cannot be closed"):
            journal.close_day(day, at=now, till="till.one", cashier="Meera")
    assert [one.day for one in journal.closings()] == [DAY]
    journal.close_day(DAY - timedelta(days=5), at=now, till="till.one", cashier="Meera")
    assert [one.day for one in journal.closings()] == [DAY, DAY - timedelta(days=5)]
    assert verify(path).ok


INDIA = timezone(timedelta(hours=5, minutes=30))
SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))


def test_a_day_follows_the_shops_clock(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """On the day on which summer time ends, the repeated hour belongs to it, and midnight is the shop's own."""
    day = date(2026, 10, 25)
    times = [
        datetime(2026, 10, 24, 23, 59, 59, tzinfo=SUMMER),
        datetime(2026, 10, 25, 0, 0, tzinfo=SUMMER),
        datetime(2026, 10, 25, 2, 30, tzinfo=SUMMER),
        datetime(2026, 10, 25, 2, 30, tzinfo=WINTER),
        datetime(2026, 10, 25, 23, 59, 59, tzinfo=WINTER),
        datetime(2026, 10, 26, 0, 0, tzinfo=WINTER),
    ]
    made = [begin(journal, Step.REDEEMED, at=at) for at in times]
    report = journal.day_report(day)
    assert [one.reference for one in report.entries] == [one.reference for one in made[1:5]]
    assert (report.events.first, report.events.last) == (4, 11)
    assert len(journal.attempts_on(day)) == 4


def test_a_clock_that_was_wrong_loses_nothing(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Attempts recorded while the clock was a year off are on that day, and each attempt is on exactly one day."""
    days = [0, 365, 0, -1, 0]
    for offset in days:
        begin(journal, Step.REDEEMED, at=now + timedelta(days=offset))
    for offset in set(days):
        report = journal.day_report(DAY + timedelta(days=offset))
        assert report.sums.redeemed.count == days.count(offset)
    assert (journal.day_report(DAY).events.first, journal.day_report(DAY).events.last) == (2, 11)


def test_a_time_with_an_odd_offset_belongs_to_its_day(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """An offset with fractions of a second, which no zone has today, is kept exactly."""
    odd = timezone(timedelta(hours=5, microseconds=1))
    attempt = begin(journal, Step.REDEEMED, at=datetime(2026, 11, 22, 0, 0, 1, tzinfo=odd))
    assert journal.get(attempt.reference) == attempt
    assert journal.day_report(DAY).events.first == 2
    assert journal.day_report(DAY).sums.redeemed.count == 1
    assert attempt.at.astimezone(UTC).day == 21


@pytest.mark.parametrize("hours", [-5, 0, 5])
def test_a_clock_that_starts_in_1970(journal: SqliteJournal, begin: Callable[..., Attempt], hours: int) -> None:
    """A machine without a battery begins there, which is still 1969 in America. Each event is on its own day."""
    zone = timezone(timedelta(hours=hours))
    start = datetime(1970, 1, 1, tzinfo=UTC).astimezone(zone)
    times = [start + timedelta(hours=12 * number, microseconds=-1) for number in range(-3, 4)]
    for at in times:
        begin(journal, at=at)
    events = list(journal.newest_events(100))[::-1]
    for day in {at.date() for at in times}:
        numbers = [number for number, one in enumerate(events, 1) if one.at.date() == day]
        found = journal.day_report(day)
        assert (found.events.first, found.events.last) == (numbers[0], numbers[-1])
        assert found.sums.unknown.count == len(numbers)


def test_a_damaged_journal_has_no_report(path: Path, journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """Figures that could be wrong are not told."""
    begin(journal, Step.REDEEMED)
    edit(path, "UPDATE attempt SET points = 'many', moved_points = 'many'")
    with pytest.raises(JournalUnusable):
        journal.day_report(DAY)


@pytest.mark.parametrize("kind", ["redeemed", "found"])
@pytest.mark.parametrize("days", [2, 365, 3_650])
def test_a_clock_that_was_ahead_hides_no_redemption(tmp_path: Path, kind: str, days: int) -> None:
    """The report of the day on which the clock was set right again names it, whether or not that day is closed."""
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    with SqliteJournal.open(tmp_path / "journal.db") as journal:
        sample = {"kind": kind, "asked": Decimal(10), "moved": None, "value": None, "cashier": "", "program": ""}
        record(journal, sample | {"hours": 0})
        ahead = record(journal, sample | {"hours": 24 * days})
        record(journal, sample | {"hours": 1})
        open_report = journal.day_report(DAY)
        journal.close_day(DAY, at=noon + timedelta(days=1), till="t", cashier="")
        following = record(journal, sample | {"hours": 25})
        closed, next_day = journal.day_report(DAY), journal.day_report(DAY + timedelta(days=1))
    for report in (open_report, closed):
        assert [(one.entry.reference, one.day) for one in report.settled_later] == [(ahead, DAY + timedelta(days=days))]
        assert report.sums.redeemed.count == 2
    assert [one.reference for one in next_day.entries] == [following]
    assert next_day.settled_later == ()


def test_a_day_that_is_closed_on_the_next_one_names_none_of_that_day(tmp_path: Path) -> None:
    """What was redeemed on the next morning before the closing belongs to that day's own figures."""
    with SqliteJournal.open(tmp_path / "journal.db") as journal:
        sample = {"kind": "redeemed", "asked": Decimal(10), "moved": None, "value": None, "cashier": "", "program": ""}
        record(journal, sample | {"hours": 0})
        record(journal, sample | {"hours": 22})
        closing = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=5, minutes=30)))
        journal.close_day(DAY, at=closing, till="t", cashier="")
        assert journal.day_report(DAY).settled_later == ()
