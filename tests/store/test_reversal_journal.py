"""Tests that reversals are recorded together with what they change in their redemption."""

from __future__ import annotations

import dataclasses
import logging
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.history import HistoryQuery
from desktop.domain.points import Points
from desktop.domain.redemption import Redeemed, Refusal, State, Step, Trace
from desktop.domain.reversal import (
    GivenBack,
    IllegalReversalStepError,
    ReversalRow,
    ReversalsSeen,
    ReversalState,
    ReversalStep,
)
from desktop.store.damaged_journal import read_damaged_reversals, replace_damaged
from desktop.store.journal import SqliteJournal
from desktop.store.ownership import Predecessor
from desktop.store.verification import verify
from tests.store.damage import PAGE, overwrite, pages
from tests.store.edits import edit
from tests.store.test_migration import JOURNALS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal

SEEN = ReversalsSeen(
    is_seen=True,
    redemption_id="7t4y2a",
    points=Decimal("100.50"),
    rows=(ReversalRow(reversal_id="7", points=Decimal("1.5"), time="t"), ReversalRow()),
    complete=True,
    request_id="q-0",
)
DONE = GivenBack(
    points=Decimal(40),
    available=Decimal(30),
    expired=Decimal(10),
    value=Decimal("40.00"),
    reversal_id="rv-1",
    request_id="q-1",
)


@pytest.fixture
def redemption(journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime) -> Attempt:
    """A redemption of 100 points."""
    attempt = begin(journal)
    return journal.step(
        attempt.reference, Step.REDEEMED, at=now, redeemed=Redeemed(redemption_id="7t4y2a", points=Decimal(100))
    )


@pytest.fixture
def give_back(journal: SqliteJournal, redemption: Attempt, now: datetime) -> Callable[..., Reversal]:
    """Begins a reversal of the redemption."""

    def begin_reversal(reversal_id: str = "r-1", points: str = "40", **others: Any) -> Reversal:  # noqa: ANN401 - as in the journal
        named = {"reason": "Item returned", "before": SEEN, "till": "till.two", "cashier": "Ravi", "at": now, **others}
        return journal.begin_reversal(redemption.reference, reversal_id, points=Points(Decimal(points)), **named)

    return begin_reversal


def test_everything_of_a_reversal_is_kept(
    journal: SqliteJournal, redemption: Attempt, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """As it was begun, and as it ended."""
    begun = give_back(approved_by="supervisor", service="https://a")
    assert begun == journal.get_reversal("r-1")
    assert (begun.state, begun.before, begun.reference) == (ReversalState.IN_FLIGHT, SEEN, redemption.reference)
    assert (begun.till, begun.cashier, begun.approved_by, begun.service) == (
        "till.two",
        "Ravi",
        "supervisor",
        "https://a",
    )
    assert (begun.reason, begun.at, begun.journal_id) == ("Item returned", now, journal.identity)
    late = now + timedelta(seconds=3)
    done = journal.step_reversal("r-1", ReversalStep.REVERSED, at=late, given_back=DONE)
    assert (done.state, done.given_back, done.changed, done.settled_late) == (
        ReversalState.REVERSED,
        DONE,
        late,
        False,
    )
    assert journal.reversals_of(redemption.reference.lower()) == (done,)
    assert journal.reversals_in(ReversalState.REVERSED, ReversalState.UNKNOWN) == (done,)
    assert verify(journal.path).ok


def test_the_log_has_each_step_of_a_reversal(
    journal: SqliteJournal, give_back: Callable[..., Reversal], now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    """Support reads there when it was taken. The audit trail names no one who approved it if no one did."""
    with caplog.at_level(logging.INFO):
        begun = give_back()
        journal.step_reversal("r-1", ReversalStep.LOST, at=now)
    assert [one for one in caplog.messages if "reversal" in one] == [
        "journal: reversal_begun",
        "journal: reversal_lost",
    ]
    assert journal.events(begun.reference)[-2].detail == "r-1 40 points"


def test_an_entry_of_the_list_is_recorded_for_one_reversal_only(
    journal: SqliteJournal, redemption: Attempt, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """Two threads may look two reversals up at once. The second one that records finds the entry taken."""
    for number in ("r-1", "r-2"):
        give_back(number)
        for step in (ReversalStep.LOST, ReversalStep.ABSENT):
            journal.step_reversal(number, step, at=now)
    seen = dataclasses.replace(SEEN, rows=(*SEEN.rows, ReversalRow(reversal_id="9", points=Decimal(40), time="t")))
    journal.step_reversal("r-2", ReversalStep.FOUND, at=now, given_back=DONE, seen=seen)
    with pytest.raises(IllegalReversalStepError):
        journal.step_reversal("r-1", ReversalStep.FOUND, at=now, given_back=DONE, seen=seen)
    left = journal.get_reversal("r-1")
    assert left is not None
    assert left.state is ReversalState.NOT_APPLIED
    attempt = journal.get(redemption.reference)
    assert attempt is not None
    assert attempt.reversed_points == 40


def test_the_redemption_counts_what_came_back(
    journal: SqliteJournal, redemption: Attempt, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """A part leaves it redeemed. All of it makes it reversed, in the same transaction."""
    give_back()
    journal.step_reversal("r-1", ReversalStep.REVERSED, at=now, given_back=DONE)
    part = journal.get(redemption.reference)
    assert part is not None
    assert (part.state, part.reversed_points, part.redeemed) == (State.REDEEMED, Decimal(40), redemption.redeemed)
    assert journal.search(HistoryQuery())[0] == part
    give_back("r-2", "60")
    journal.step_reversal("r-2", ReversalStep.FOUND, at=now, given_back=GivenBack())
    whole = journal.get(redemption.reference)
    assert whole is not None
    assert (whole.state, whole.reversed_points) == (State.REVERSED, Decimal(100))
    assert [one.what for one in journal.events(redemption.reference)][-2:] == ["reversal_found", "reversed"]
    assert verify(journal.path).ok


@pytest.mark.parametrize("points", ["40", "100"])
def test_another_cashier_may_give_them_back(
    journal: SqliteJournal, redemption: Attempt, give_back: Callable[..., Reversal], now: datetime, points: str
) -> None:
    """Every event of it names the one who did it. The redemption stays with the one who redeemed."""
    give_back(points=points, cashier="Meera")
    journal.step_reversal("r-1", ReversalStep.REVERSED, at=now, given_back=GivenBack(points=Decimal(points)))
    events = journal.events(redemption.reference)
    assert [one.cashier for one in events] == ["Ravi", "Ravi", "Meera", "Meera", "Meera"]
    part = journal.get(redemption.reference)
    assert part is not None
    assert part.cashier == "Ravi"
    assert verify(journal.path).ok


def test_what_is_found_after_the_redemption_was_reversed_is_counted(
    journal: SqliteJournal, redemption: Attempt, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """A look-up showed first that nothing was left."""
    give_back()
    journal.step_reversal("r-1", ReversalStep.LOST, at=now)
    journal.step(redemption.reference, Step.REVERSED, at=now)
    journal.step_reversal("r-1", ReversalStep.FOUND, at=now, given_back=DONE)
    attempt = journal.get(redemption.reference)
    assert attempt is not None
    assert (attempt.state, attempt.reversed_points) == (State.REVERSED, Decimal(40))
    assert verify(journal.path).ok


@pytest.mark.parametrize("step", [ReversalStep.REFUSED, ReversalStep.LOST])
def test_what_was_no_success_is_kept_for_support(
    journal: SqliteJournal, give_back: Callable[..., Reversal], step: ReversalStep, now: datetime
) -> None:
    """Code, words with the number masked, request id, what the refusal proves, and the entry that could be it."""
    give_back()
    trace = Trace(code="902", message="duplicate for 919777788221", request_id="q-2")
    row = ReversalRow(reversal_id="9", points=Decimal(20))
    told = journal.step_reversal("r-1", step, at=now, trace=trace, refusal=Refusal.FAILED, candidate=row)
    assert (told.trace.code, told.trace.request_id, told.refusal, told.candidate) == ("902", "q-2", Refusal.FAILED, row)
    assert "919777788221" not in told.trace.message
    assert journal.events(told.reference)[-1].detail == "r-1 902"


def test_looks_are_counted_and_what_turns_up_late_is_marked(
    journal: SqliteJournal, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """Its state was known, and it was wrong."""
    give_back()
    journal.step_reversal("r-1", ReversalStep.LOST, at=now)
    for seconds in (1, 2):
        told = journal.step_reversal("r-1", ReversalStep.LOOKED, at=now + timedelta(seconds=seconds))
    assert (told.state, told.looks, told.changed) == (ReversalState.UNKNOWN, 2, now)
    told = journal.step_reversal("r-1", ReversalStep.ABSENT, at=now)
    assert (told.state, told.looks) == (ReversalState.NOT_APPLIED, 2)
    assert journal.step_reversal("r-1", ReversalStep.FOUND, at=now, given_back=DONE).settled_late


def test_texts_that_are_no_unicode_are_kept_as_far_as_they_can_be(
    journal: SqliteJournal, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """A cut text of the cashier or of the service stops nothing, and the journal stays in order."""
    assert give_back(reason="returned \ud83d").reason.startswith("returned ")
    told = journal.step_reversal("r-1", ReversalStep.REFUSED, at=now, trace=Trace(code="1", message="closed \udc00"))
    assert told.trace.message.startswith("closed ")
    give_back("r-2")
    done = journal.step_reversal(
        "r-2", ReversalStep.REVERSED, at=now, given_back=replace(DONE, reversal_id="rv \ud83d")
    )
    assert done.given_back is not None
    assert done.given_back.reversal_id.startswith("rv ")
    assert verify(journal.path).ok


def test_a_step_that_is_not_legal_writes_nothing(
    journal: SqliteJournal, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """The journal is as before."""
    before = give_back()
    with pytest.raises(IllegalReversalStepError):
        journal.step_reversal("r-1", ReversalStep.LOOKED, at=now)
    assert journal.get_reversal("r-1") == before
    with pytest.raises(KeyError):
        journal.step_reversal("nobody", ReversalStep.LOST, at=now)


def test_two_reversals_of_one_redemption_are_never_open(
    journal: SqliteJournal, redemption: Attempt, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """Not even if the flow asks for it. Nor is one begun of a redemption that did not happen."""
    give_back()
    with pytest.raises(ValueError, match="nothing can be given back"):
        give_back("r-2")
    journal.step_reversal("r-1", ReversalStep.NOT_SENT, at=now)
    journal.step(redemption.reference, Step.REVERSED, at=now)
    with pytest.raises(ValueError, match="nothing can be given back"):
        give_back("r-3")


def test_the_balance_is_added_once(journal: SqliteJournal, give_back: Callable[..., Reversal], now: datetime) -> None:
    """What is known stays."""
    give_back()
    with pytest.raises(ValueError, match="no reversal to complete"):
        journal.complete_reversal("r-1", DONE, at=now)
    journal.step_reversal("r-1", ReversalStep.REVERSED, at=now, given_back=DONE)
    for balance in (Decimal(7), Decimal(8)):
        told = journal.complete_reversal("r-1", GivenBack(balance=balance), at=now)
    assert told.given_back is not None
    assert (told.given_back.balance, told.given_back.available) == (Decimal(7), Decimal(30))
    assert [one.what for one in journal.events(told.reference)].count("reversal_completed") == 1


def test_what_was_in_flight_when_the_till_died_is_unknown(
    journal: SqliteJournal, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """As with redemptions."""
    give_back()
    assert journal.recover(now) == ()
    told = journal.get_reversal("r-1")
    assert told is not None
    assert (told.state, told.trace.code) == (ReversalState.UNKNOWN, "PT-DIED")


def test_an_open_reversal_keeps_its_member(
    journal: SqliteJournal, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """Settling needs the number. Afterwards it is forgotten, with the reason."""
    give_back()
    later = now + timedelta(days=1)
    assert journal.forget_members(later) == 0
    journal.step_reversal("r-1", ReversalStep.LOST, at=now)
    assert journal.forget_members(later) == 0
    journal.step_reversal("r-1", ReversalStep.ABSENT, at=now)
    assert journal.forget_members(later) == 1
    told = journal.get_reversal("r-1")
    assert told is not None
    assert told.reason == ""
    assert journal.reversals_in(*ReversalState) == ()
    assert verify(journal.path).ok


def test_an_open_reversal_of_an_attempt_that_was_sent_again_keeps_its_member(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """The attempt has another place in the journal since, and is the same one."""
    attempt = begin(journal, Step.NOT_SENT, Step.SENT_AGAIN, Step.REDEEMED)
    journal.begin_reversal(
        attempt.reference, "r-1", points=Points(Decimal(4)), reason="", before=SEEN, till="t", cashier="Ravi", at=now
    )
    assert journal.forget_members(now + timedelta(days=1)) == 0


def test_unknown_ids_and_references_have_none(journal: SqliteJournal) -> None:
    """Nothing is made up."""
    assert journal.get_reversal("x") is None
    assert journal.reversals_of("x") == ()


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_file_of_an_earlier_version_has_none(path: Path, version: int) -> None:
    """A reader opens it before any writer has converted it."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript((JOURNALS / f"version_{version}.sql").read_text(encoding="utf-8"))
    with SqliteJournal.open(path, writer=False) as journal:
        redemption = next(journal.export(None, None))
        assert redemption.state is State.REDEEMED
        assert journal.get_reversal("r-1") is None
        assert journal.reversals_of(redemption.reference) == ()
        assert journal.reversals_in(ReversalState.UNKNOWN) == ()
        totals = journal.totals(redemption.at.date())
        assert (totals.points, totals.given_back) == (redemption.moved, Decimal(0))


@pytest.mark.parametrize("change", ["points = 'ten'", "state = 'odd'", "seen_before = '['", "at = 'noon'"])
def test_a_damaged_reversal_is_reported(
    journal: SqliteJournal, give_back: Callable[..., Reversal], change: str
) -> None:
    """It is never skipped."""
    give_back()
    edit(journal.path, f"UPDATE reversal SET {change}")
    with pytest.raises(JournalUnusable) as caught:
        journal.get_reversal("r-1")
    assert caught.value.why is JournalTrouble.DAMAGED


def test_a_reversal_without_a_list_before_is_read(journal: SqliteJournal, give_back: Callable[..., Reversal]) -> None:
    """A later version may leave it out."""
    give_back()
    edit(journal.path, "UPDATE reversal SET seen_before = ''")
    told = journal.get_reversal("r-1")
    assert told is not None
    assert told.before == ReversalsSeen()


def test_a_day_counts_what_was_given_back(
    journal: SqliteJournal, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """The redemption counts with what is left of it."""
    before = journal.totals(now.date())
    give_back()
    journal.step_reversal("r-1", ReversalStep.REVERSED, at=now, given_back=DONE)
    after = journal.totals(now.date())
    assert (before.points, before.given_back) == (Decimal(100), Decimal(0))
    assert (after.count, after.points, after.given_back) == (1, Decimal(60), Decimal(40))


def test_a_day_s_value_is_that_of_what_is_left(
    journal: SqliteJournal, begin: Callable[..., Attempt], give_back: Callable[..., Reversal], now: datetime
) -> None:
    """A redemption of which the service did not say what it is worth adds nothing."""
    valued = begin(journal)
    done = Redeemed(points=Decimal(100), value=Decimal("50.00"))
    journal.step(valued.reference, Step.REDEEMED, at=now, redeemed=done)
    give_back()
    journal.step_reversal("r-1", ReversalStep.REVERSED, at=now, given_back=DONE)
    assert journal.totals(now.date()).value == 50
    journal.begin_reversal(
        valued.reference, "r-2", points=Points(Decimal(40)), reason="r", before=SEEN, till="t", cashier="c", at=now
    )
    journal.step_reversal("r-2", ReversalStep.REVERSED, at=now, given_back=DONE)
    assert journal.totals(now.date()).value == 30


def test_only_what_was_begun_for_a_hand_over_is_its_answer(
    journal: SqliteJournal, redemption: Attempt, give_back: Callable[..., Reversal], now: datetime
) -> None:
    """The newest one first, and none that was begun in the window or for a hand-over with a similar name."""
    for number, hand_over in enumerate(("1", "11", "1", "")):
        give_back(f"r-{number}", "10", hand_over=hand_over)
        journal.step_reversal(f"r-{number}", ReversalStep.NOT_SENT, at=now)
    asked = [journal.begun_for(hand_over, redemption.reference) for hand_over in ("1", "11", "2")]
    assert [[one.id for one in found] for found in asked] == [["r-2", "r-0"], ["r-1"], []]
    assert journal.begun_for("1", "NONE") == ()


class TestDamage:
    """What is known about reversals when a damaged journal is replaced."""

    @pytest.fixture
    def filled(
        self, journal: SqliteJournal, redemption: Attempt, give_back: Callable[..., Reversal], now: datetime
    ) -> list[Reversal]:
        """Fills the journal with reversals in several states, the last one in flight, and closes it."""
        give_back("r-1", approved_by="supervisor", service="https://a")
        journal.step_reversal("r-1", ReversalStep.REVERSED, at=now, given_back=DONE)
        give_back("r-2", "10")
        journal.step_reversal(
            "r-2",
            ReversalStep.REFUSED,
            at=now,
            trace=Trace(code="8031", message="no", request_id="q-9"),
            refusal=Refusal.FAILED,
        )
        give_back("r-3", "20")
        journal.step_reversal("r-3", ReversalStep.LOST, at=now, trace=Trace(code="PT-HANG"), candidate=SEEN.rows[0])
        journal.step_reversal("r-3", ReversalStep.LOOKED, at=now)
        journal.step_reversal("r-3", ReversalStep.ABSENT, at=now)
        give_back("r-4", "30", reason="")
        known = journal.reversals_of(redemption.reference)
        journal.close()
        return list(known)

    def test_a_new_journal_has_them_all(
        self, path: Path, filled: list[Reversal], redemption: Attempt, now: datetime
    ) -> None:
        """In their order and exactly, as this journal's own, each with an event. What was in flight is settled."""
        replace_damaged(path, now)
        with SqliteJournal.open(path) as journal:
            kept = journal.reversals_of(redemption.reference)
            assert [dataclasses.replace(one, journal_id="") for one in kept] == [
                dataclasses.replace(one, journal_id="") for one in filled
            ]
            assert {one.journal_id for one in kept} == {journal.identity} != {filled[0].journal_id}
            assert [one.what for one in journal.events(redemption.reference)] == [
                "salvaged", *["reversal_salvaged"] * 4
            ]  # fmt: skip
            assert journal.adopt_reversals(filled, at=now) == 0
            journal.recover(now)
            (lost,) = journal.reversals_in(ReversalState.UNKNOWN)
            assert lost.id == "r-4"
            with pytest.raises(ValueError, match="nothing can be given back"):
                journal.begin_reversal(
                    redemption.reference, "r-5", points=Points(Decimal(1)), reason="w", before=SEEN, till="t",
                    cashier="c", at=now,
                )  # fmt: skip
        assert verify(path).ok

    def test_another_tills_reversals_stay_its_own(self, tmp_path: Path, filled: list[Reversal], now: datetime) -> None:
        """Without a predecessor of its own, each keeps the identity of the journal that sent it."""
        foreign = Predecessor(identity=filled[0].journal_id, is_own=False)
        for number, predecessor in enumerate((None, foreign)):
            with SqliteJournal.open(tmp_path / f"other-{number}" / "journal.sqlite") as journal:
                assert journal.adopt_reversals(filled, at=now, predecessor=predecessor) == 4
                assert journal.get_reversal("r-1") == filled[0]

    def test_a_damaged_row_loses_one(self, path: Path, filled: list[Reversal]) -> None:
        """The others are read."""
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute("UPDATE reversal SET points = '?' WHERE id = 'r-2'")
        assert list(read_damaged_reversals(path)) == [filled[0], *filled[2:]]

    def test_a_damaged_table_does_not_lose_the_redemptions(
        self, path: Path, filled: list[Reversal], redemption: Attempt, now: datetime
    ) -> None:
        """Nothing of the reversals can be read, but a new journal is made all the same."""
        assert filled
        for page in pages(path, "reversal"):
            overwrite(path, (page - 1) * PAGE, b"\xff" * PAGE)
        with pytest.raises(JournalUnusable):
            list(read_damaged_reversals(path))
        replace_damaged(path, now)
        with SqliteJournal.open(path) as journal:
            assert journal.get(redemption.reference) is not None
            assert journal.reversals_of(redemption.reference) == ()

    @pytest.mark.parametrize("name", sorted(one.name for one in JOURNALS.glob("version_*.sql")))
    def test_an_older_journal_has_none(self, name: str, tmp_path: Path) -> None:
        """Versions before this table gave nothing back."""
        copy = tmp_path / "old.sqlite"
        with closing(sqlite3.connect(copy)) as raw, raw:
            raw.executescript((JOURNALS / name).read_text(encoding="utf-8"))
        assert list(read_damaged_reversals(copy)) == []


@pytest.mark.parametrize(
    ("damage", "read"),
    [
        ("UPDATE attempt SET state = 9", lambda journal: journal.count_states()),
        ("UPDATE event SET detail = 'x' WHERE reference IS NULL", lambda journal: journal.closings()),
        ("UPDATE event SET detail = 7 WHERE reference IS NULL", lambda journal: journal.closings()),
        ("UPDATE reversal SET reference = 'x'", lambda journal: journal.recover(datetime.now(tz=UTC))),
        ("UPDATE reversal SET reference = x'ff'", lambda journal: journal.reversals_in(*ReversalState)),
        (f"UPDATE reversal SET seen_before = '{'[' * 9999}'", lambda journal: journal.reversals_in(*ReversalState)),
        (f"UPDATE attempt SET more = '{'[' * 9999}'", lambda journal: journal.in_states(*State)),
    ],
)
def test_damage_that_the_check_at_the_start_leaves(
    journal: SqliteJournal,
    give_back: Callable[..., Reversal],
    now: datetime,
    damage: str,
    read: Callable[[SqliteJournal], object],
) -> None:
    """In a large journal only the newest rows are checked then. What meets the damage later says what it is."""
    give_back()
    journal.close_day(now.date(), at=now, till="till.one", cashier="Ravi")
    edit(journal.path, damage)
    with pytest.raises(JournalUnusable) as caught:
        read(journal)
    assert caught.value.why is JournalTrouble.DAMAGED
