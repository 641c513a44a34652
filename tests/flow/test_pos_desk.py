"""Outcomes are told with the earlier redemption, again once they are known, and truthfully after a crash."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable, NotHandedBack
from desktop.domain.hand_over_record import HandOverRecord, JournalPosition
from desktop.domain.points import Points
from desktop.domain.redemption import Refusal, Step
from desktop.domain.result_record import result, reversal_result
from desktop.domain.reversal import ReversalStep
from desktop.flow.outcome_reader import OutcomeReader
from desktop.flow.pos_desk import PosDesk, Telling
from desktop.store.journal import SqliteJournal
from desktop.store.pos_records import PosRecords
from tests.flow.fakes import NOON, FakeClock, listing, make_draft, redeemed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.flow.fakes import Counter

REFERENCE = "01KA"
FILE = "result.json"


class Files:
    """The POS's files, in memory."""

    def __init__(self) -> None:
        self.content: dict[str, Mapping[str, object]] = {}
        self.is_full = False
        self.is_away = False

    def tell(self, record: Mapping[str, object], path: str) -> None:
        if self.is_full:
            raise NotHandedBack
        self.content[path] = record

    def told(self, path: str) -> Mapping[str, object] | None:
        if self.is_away:
            raise NotHandedBack
        return self.content.get(path)


@pytest.fixture
def files() -> Files:
    """Returns the POS's files."""
    return Files()


@pytest.fixture
def records(tmp_path: Path) -> Iterator[PosRecords]:
    """Yields another connection to what the till remembers."""
    with PosRecords(tmp_path / "pos-records.db") as opened:
        yield opened


def open_desk(
    tmp_path: Path, files: Files, clock: FakeClock | None = None, *, kept: PosRecords | None = None
) -> PosDesk:
    """Opens the desk, as each start does, on a connection that the test keeps if it wants one."""
    return PosDesk(
        lambda: SqliteJournal.open(tmp_path / "journal.db", writer=False),
        lambda: kept or PosRecords(tmp_path / "pos-records.db"),
        files,
        clock or FakeClock(),
    )


@pytest.fixture
def desk(counter: Counter, tmp_path: Path, files: Files) -> Iterator[PosDesk]:  # noqa: ARG001 - makes the journal
    """Yields the desk, on the counter's journal."""
    opened = open_desk(tmp_path, files)
    yield opened
    opened.close()


def begin(counter: Counter, reference: str = REFERENCE, bill: str = "MG-1") -> None:
    """Records an attempt that is about to be sent."""
    counter.real.begin(make_draft(bill), reference, till="till.one", cashier="", at=NOON)


def step(counter: Counter, step: Step, reference: str = REFERENCE) -> None:
    """Records what became of an attempt."""
    counter.real.step(reference, step, at=NOON, redeemed=redeemed() if step in {Step.REDEEMED, Step.FOUND} else None)


def telling(counter: Counter, path: str = FILE, **others: object) -> Telling:
    """Returns the outcome of the attempt as it is now."""
    made = Telling(record=result(counter.real.get(REFERENCE)), path=path, reference=REFERENCE)
    return replace(made, **others)  # type: ignore[arg-type]  # fields of the class


def added(records: PosRecords, **fields: str) -> HandOverRecord:
    """Records a hand-over of the local interface."""
    made = HandOverRecord(id="H1", at=NOON, fields=fields or {"bill": "MG-1"})
    records.add(made)
    return made


def outcome(tmp_path: Path, records: PosRecords) -> tuple[object, object]:
    """Returns the outcome and reference that a POS is told now of the hand-over."""
    known = records.find("H1")
    assert known is not None
    with SqliteJournal.open(tmp_path / "journal.db", writer=False) as journal:
        told = OutcomeReader(journal).result_of(known)
    return told["outcome"], told["external_reference_number"]


def out_of_room(*_arguments: object, **_others: object) -> None:
    """Fails as on a full disk."""
    raise JournalUnusable(JournalTrouble.FULL, "pos-records.db")


class TestEarlier:
    """The earlier redemption of the same bill."""

    def test_it_is_told_whatever_the_outcome_is(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """In the file, and in what the caller is told."""
        begin(counter)
        step(counter, Step.REDEEMED)
        earlier = result(counter.real.get(REFERENCE))
        for record in (result(None, bill="mg-1"), result(None, bill="MG-1") | {"outcome": "refused"}):
            told = desk.tell(Telling(record=record, path=FILE))
            assert told.record == {**record, "earlier": earlier}
            assert files.content[FILE] == told.record
        for record in (result(None, bill="MG-2"), result(None), result(counter.real.get(REFERENCE))):
            assert desk.tell(Telling(record=record)).record["earlier"] is None

    def test_a_journal_that_cannot_be_read_costs_only_the_earlier_one(
        self, counter: Counter, tmp_path: Path, files: Files
    ) -> None:
        """The POS needs the outcome."""

        def locked() -> SqliteJournal:
            raise JournalUnusable(JournalTrouble.IN_USE)

        desk = PosDesk(locked, lambda: PosRecords(tmp_path / "pos-records.db"), files, FakeClock())
        record = result(None, bill="MG-1")
        assert desk.tell(Telling(record=record, path=FILE)).record == record
        assert files.content[FILE] == record
        begin(counter)
        desk.close()


class TestUnknownFiles:
    """Files that say `unknown`."""

    def test_one_is_rewritten_once_the_outcome_is_known(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """By the same window."""
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "unknown"
        step(counter, Step.FOUND)
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "redeemed"
        # Once: afterwards the file is the POS's own.
        files.content[FILE] = {"outcome": "unknown", "external_reference_number": REFERENCE}
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "unknown"

    def test_one_is_rewritten_at_the_next_start(self, counter: Counter, tmp_path: Path, files: Files) -> None:
        """Another desk, on the same folder."""
        begin(counter)
        step(counter, Step.LOST)
        first = open_desk(tmp_path, files)
        first.tell(telling(counter))
        first.close()
        step(counter, Step.ABSENT)
        second = open_desk(tmp_path, files)
        second.catch_up()
        second.close()
        assert files.content[FILE]["outcome"] == "not_applied"

    @pytest.mark.parametrize(
        "there", [None, {"outcome": "redeemed", "external_reference_number": REFERENCE}, {"outcome": "unknown"}]
    )
    def test_what_is_no_longer_this_outcome_is_left_alone(
        self, counter: Counter, desk: PosDesk, files: Files, there: Mapping[str, object] | None
    ) -> None:
        """The POS took the file away, or wrote something else."""
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        files.content.clear()
        if there is not None:
            files.content[FILE] = there
        step(counter, Step.FOUND)
        desk.catch_up()
        assert files.content.get(FILE) == there

    def test_a_later_hand_over_has_the_file(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """Its outcome is not replaced by that of the earlier bill."""
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        later = result(None, bill="MG-2")
        desk.tell(Telling(record=later, path=FILE))
        step(counter, Step.FOUND)
        desk.catch_up()
        assert files.content[FILE] == later

    def test_a_file_that_cannot_be_rewritten_is_tried_again(
        self, counter: Counter, desk: PosDesk, files: Files
    ) -> None:
        """At the next outcome, or the next start."""
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        step(counter, Step.FOUND)
        files.is_full = True
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "unknown"
        files.is_full = False
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "redeemed"

    def test_a_file_that_cannot_be_read_is_not_forgotten(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """A folder on another machine comes back, or gets its rights back."""
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        step(counter, Step.FOUND)
        files.is_away = True
        desk.catch_up()
        files.is_away = False
        assert files.content[FILE]["outcome"] == "unknown"
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "redeemed"

    def test_a_failure_is_told_with_the_outcome(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """Standard output still gets it."""
        begin(counter)
        files.is_full = True
        told = desk.tell(telling(counter))
        assert isinstance(told.failure, NotHandedBack)
        assert told.path == FILE
        assert told.record["external_reference_number"] == REFERENCE

    def test_a_second_failure_is_not_told(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """The cashier knows of the first one, and may have the next customer on the screen."""
        begin(counter)
        files.is_full = True
        told = desk.tell(telling(counter, is_again=True))
        assert (told.failure, told.path, told.record["external_reference_number"]) == (None, "", REFERENCE)

    def test_an_attempt_that_the_journal_does_not_have_is_forgotten(
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords
    ) -> None:
        """A new journal: nothing will ever be known of it here."""
        begin(counter)
        unknown = result(None) | {"outcome": "unknown", "external_reference_number": "01OTHER"}
        desk.tell(Telling(record=unknown, path=FILE, reference="01OTHER"))
        assert len(records.expected()) == 1
        desk.catch_up()
        assert records.expected() == ()
        assert files.content[FILE]["outcome"] == "unknown"


def refuse(counter: Counter, refusal: Refusal) -> None:
    """Records that the service refused the attempt."""
    counter.real.step(REFERENCE, Step.REFUSED, at=NOON, refusal=refusal)


def end(counter: Counter, how: str) -> None:
    """Lets the attempt end as not redeemed, without a proof."""
    if how == "refused":
        refuse(counter, Refusal.FAILED)
    elif how == "not_sent":
        counter.real.step(REFERENCE, Step.NOT_SENT, at=NOON, doubtful=True)
    else:
        step(counter, Step.LOST)
        step(counter, Step.ABSENT)


class TestUnprovedFiles:
    """Files that say that nothing was redeemed, although it was not proved."""

    @pytest.mark.parametrize("how", ["refused", "not_sent", "not_applied"])
    @pytest.mark.parametrize("by", ["same window", "next start"])
    def test_one_is_rewritten_if_the_redemption_turns_up(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, tmp_path: Path, files: Files, records: PosRecords, how: str, by: str
    ) -> None:
        """The points are gone, so the POS must not charge in full."""
        begin(counter)
        end(counter, how)
        desk = open_desk(tmp_path, files)
        desk.tell(telling(counter))
        desk.catch_up()
        assert files.content[FILE]["outcome"] == how
        if by == "next start":
            desk.close()
            desk = open_desk(tmp_path, files)
            desk.catch_up()
        step(counter, Step.FOUND)
        desk.catch_up()
        assert (files.content[FILE]["outcome"], files.content[FILE]["points_redeemed"]) == ("redeemed", "100")
        assert records.expected() == ()
        desk.close()

    def test_one_that_was_unknown_is_followed_further(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """From unknown to not applied, and on."""
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        for known, says in ((Step.ABSENT, "not_applied"), (Step.FOUND, "redeemed")):
            step(counter, known)
            desk.catch_up()
            assert files.content[FILE]["outcome"] == says

    def test_what_was_proved_is_not_watched(self, counter: Counter, desk: PosDesk, records: PosRecords) -> None:
        """Nothing can change any more."""
        begin(counter)
        refuse(counter, Refusal.PROVED)
        desk.tell(telling(counter))
        assert records.expected() == ()

    @pytest.mark.parametrize(
        "there",
        [
            None,
            {"outcome": "refused", "external_reference_number": "01OTHER"},
            {"outcome": "cancelled", "external_reference_number": REFERENCE},
        ],
    )
    def test_what_is_no_longer_this_outcome_is_left_alone(
        self,
        counter: Counter,
        desk: PosDesk,
        files: Files,
        records: PosRecords,
        there: Mapping[str, object] | None,
    ) -> None:
        """No file is made anew, and none of another hand-over is replaced."""
        begin(counter)
        end(counter, "refused")
        desk.tell(telling(counter))
        files.content = {} if there is None else {FILE: there}
        step(counter, Step.FOUND)
        desk.catch_up()
        assert files.content.get(FILE) == there
        assert records.expected() == ()

    def test_a_member_who_was_forgotten_is_not_waited_for(
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords
    ) -> None:
        """Without the number, the service cannot be asked."""
        begin(counter)
        end(counter, "refused")
        desk.tell(telling(counter))
        counter.real.step(REFERENCE, Step.LOOKED, at=NOON)
        assert counter.real.forget_members(NOON + timedelta(days=1)) == 1
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "refused"
        assert records.expected() == ()

    @pytest.mark.parametrize("bill", ["", "MG-1"])
    def test_one_whose_attempt_was_sent_again(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords, tmp_path: Path, bill: str
    ) -> None:
        """Of the same bill it is the outcome too. Without a bill it was for a later sale to the same member."""
        begin(counter, bill=bill)
        end(counter, "not_applied")
        added(records, **({"bill": bill} if bill else {"mobile": "9777788221"}))
        desk.tell(telling(counter))
        desk.tell(telling(counter, "", hand_over_id="H1"))
        later = NOON + timedelta(minutes=5)
        counter.real.step(REFERENCE, Step.SENT_AGAIN, at=later)
        counter.real.step(REFERENCE, Step.REDEEMED, at=later, redeemed=redeemed())
        desk.catch_up()
        says = "redeemed" if bill else "not_applied"
        assert files.content[FILE]["outcome"] == says
        assert outcome(tmp_path, records) == (says, REFERENCE)

    def test_a_reversal_that_turns_up(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """It is told like a redemption."""
        begin(counter)
        step(counter, Step.REDEEMED)
        counter.real.begin_reversal(
            REFERENCE,
            "R1",
            points=Points(Decimal(4)),
            reason="",
            before=listing(),
            till="till.one",
            cashier="",
            at=NOON,
        )
        counter.real.step_reversal("R1", ReversalStep.REFUSED, at=NOON, refusal=Refusal.FAILED)
        attempt, reversal = counter.real.get(REFERENCE), counter.real.get_reversal("R1")
        assert attempt is not None
        assert reversal is not None
        desk.tell(Telling(record=reversal_result(attempt, reversal), path=FILE, reference=REFERENCE, reversal_id="R1"))
        counter.real.step_reversal("R1", ReversalStep.FOUND, at=NOON)
        desk.catch_up()
        assert (files.content[FILE]["outcome"], files.content[FILE]["reversed_points"]) == ("reversed", "4")


class TestLostHandOvers:
    """Hand-overs of the local interface that were at the counter when the till ended."""

    def test_what_was_sent_belongs_to_the_hand_over(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, files: Files
    ) -> None:
        """And what is sent after the next start does not."""
        begin(counter, "01BEFORE", "MG-0")
        added(records)
        desk.open_hand_over("H1")
        begin(counter)
        assert outcome(tmp_path, records) == ("unknown", REFERENCE)
        following = open_desk(tmp_path, files)
        following.conclude_lost()
        following.close()
        begin(counter, "01LATER", "MG-2")
        step(counter, Step.REDEEMED, "01LATER")
        assert outcome(tmp_path, records) == ("unknown", REFERENCE)
        step(counter, Step.REDEEMED)
        assert outcome(tmp_path, records) == ("redeemed", REFERENCE)

    def test_nothing_sent_is_cancelled_for_good(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, files: Files
    ) -> None:
        """Also if the next customer redeems."""
        begin(counter, "01BEFORE", "MG-0")
        added(records)
        desk.open_hand_over("H1")
        following = open_desk(tmp_path, files)
        following.conclude_lost()
        following.close()
        begin(counter)
        step(counter, Step.REDEEMED)
        assert outcome(tmp_path, records) == ("cancelled", None)

    def test_old_ones_are_deleted_at_a_start(
        self, counter: Counter, tmp_path: Path, records: PosRecords, files: Files
    ) -> None:
        """With the numbers in them, also if the local interface is not served any more."""
        begin(counter)
        added(records)
        clock = FakeClock()
        for days, is_known in ((7, True), (1, False)):
            clock.advance(days * 86_400)
            desk = open_desk(tmp_path, files, clock)
            desk.conclude_lost()
            desk.close()
            assert (records.find("H1") is not None) is is_known

    @pytest.mark.parametrize("ends", [False, True])
    def test_what_could_not_be_recorded_is_recorded_later(
        self, counter: Counter, tmp_path: Path, records: PosRecords, files: Files, *, ends: bool
    ) -> None:
        """Otherwise the next customer's redemption would be told as that of the one who was cancelled."""
        begin(counter, "01BEFORE", "MG-0")
        added(records)
        kept = PosRecords(tmp_path / "pos-records.db")
        desk = open_desk(tmp_path, files, kept=kept)
        desk.open_hand_over("H1")
        with pytest.MonkeyPatch.context() as full:
            full.setattr(kept, "tell", out_of_room)
            assert desk.tell(Telling(record=result(None, bill="MG-1"), hand_over_id="H1")).failure is None
        begin(counter)
        step(counter, Step.REDEEMED)
        if not ends:
            desk.catch_up()
        desk.close()
        assert outcome(tmp_path, records) == ("cancelled", None)

    @pytest.mark.parametrize("is_sent", [True, False])
    def test_an_end_that_cannot_be_recorded_at_the_start(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, files: Files, *, is_sent: bool
    ) -> None:
        """The next customer's bill is not told as that of the one before, and the end is recorded later."""
        begin(counter, "01BEFORE", "MG-0")
        added(records, bill="mg-1")
        desk.open_hand_over("H1")
        if is_sent:
            begin(counter)
            step(counter, Step.LOST)
        expected = ("unknown", REFERENCE) if is_sent else ("cancelled", None)
        kept = PosRecords(tmp_path / "pos-records.db")
        following = open_desk(tmp_path, files, kept=kept)
        with pytest.MonkeyPatch.context() as full:
            full.setattr(kept, "tell", out_of_room)
            with pytest.raises(JournalUnusable):
                following.conclude_lost()
        begin(counter, "01LATER", "MG-2")
        step(counter, Step.REDEEMED, "01LATER")
        assert outcome(tmp_path, records) == expected
        following.catch_up()
        following.close()
        known = records.find("H1")
        assert known is not None
        assert (known.is_done, known.told and known.told["outcome"]) == (True, expected[0])
        assert outcome(tmp_path, records) == expected

    def test_an_end_without_a_bill_that_cannot_be_recorded_at_the_start(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, files: Files
    ) -> None:
        """It is recorded before the next customer of the POS is served."""
        begin(counter, "01BEFORE", "MG-0")
        added(records, mobile="9777788221")
        desk.open_hand_over("H1")
        kept = PosRecords(tmp_path / "pos-records.db")
        following = open_desk(tmp_path, files, kept=kept)
        with pytest.MonkeyPatch.context() as full:
            full.setattr(kept, "tell", out_of_room)
            with pytest.raises(JournalUnusable):
                following.conclude_lost()
        following.open_hand_over("H2")
        begin(counter)
        step(counter, Step.REDEEMED)
        following.close()
        assert outcome(tmp_path, records) == ("cancelled", None)

    def test_an_opening_that_could_not_be_recorded(
        self, counter: Counter, tmp_path: Path, records: PosRecords, files: Files
    ) -> None:
        """It is recorded later as what it was then, so that a crash does not make a redemption a cancelled one."""
        begin(counter, "01BEFORE", "MG-0")
        added(records)
        kept = PosRecords(tmp_path / "pos-records.db")
        desk = open_desk(tmp_path, files, kept=kept)
        with pytest.MonkeyPatch.context() as full:
            full.setattr(kept, "open", out_of_room)
            with pytest.raises(JournalUnusable):
                desk.open_hand_over("H1")
        begin(counter)
        desk.catch_up()
        kept.close()
        step(counter, Step.REDEEMED)
        assert outcome(tmp_path, records) == ("redeemed", REFERENCE)

    def test_one_that_never_came_to_the_counter_is_cancelled(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path
    ) -> None:
        """It waited when the till ended."""
        added(records)
        begin(counter)
        step(counter, Step.REDEEMED)
        desk.conclude_lost()
        assert outcome(tmp_path, records) == ("cancelled", None)

    def test_one_that_is_at_the_counter_again_is_not_concluded(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path
    ) -> None:
        """A new session takes hand-overs over before it looks for lost ones."""
        begin(counter, "01BEFORE", "MG-0")
        added(records)
        desk.open_hand_over("H1")
        desk.conclude_lost()
        begin(counter)
        step(counter, Step.REDEEMED)
        assert outcome(tmp_path, records) == ("redeemed", REFERENCE)

    def test_a_told_outcome_counts(self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path) -> None:
        """A refusal is told as it was. An unknown outcome follows the journal."""
        added(records)
        begin(counter, "01BEFORE", "MG-0")
        desk.open_hand_over("H1")
        refused = result(None, bill="MG-1") | {"outcome": "refused"}
        desk.tell(Telling(record=refused, hand_over_id="H1"))
        begin(counter, "01LATER", "MG-2")
        assert outcome(tmp_path, records)[0] == "refused"
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter, "", hand_over_id="H1", is_done=False))
        assert outcome(tmp_path, records) == ("unknown", REFERENCE)
        step(counter, Step.FOUND)
        assert outcome(tmp_path, records) == ("redeemed", REFERENCE)

    def test_a_worker_that_never_answered_leaves_it_to_the_journal(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path
    ) -> None:
        """The disk hung. At the next start the journal says whether anything was sent."""
        begin(counter, "01BEFORE", "MG-0")
        added(records)
        desk.open_hand_over("H1")
        desk.tell(Telling(record=result(None, bill="MG-1") | {"outcome": "unknown"}, hand_over_id="H1"))
        begin(counter)
        assert outcome(tmp_path, records) == ("unknown", REFERENCE)

    def test_a_replaced_journal_leaves_it_unknown(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path
    ) -> None:
        """What the other one had is not known."""
        begin(counter)
        added(records)
        records.open("H1", JournalPosition(identity="another", events=3))
        assert outcome(tmp_path, records) == ("unknown", None)
        desk.conclude_lost()
        assert outcome(tmp_path, records) == ("unknown", None)

    def test_points_to_give_back_follow_the_reversal(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path
    ) -> None:
        """Only one of this redemption that was begun since."""
        begin(counter)
        step(counter, Step.REDEEMED)
        added(records, give_back=REFERENCE, points="40")
        desk.open_hand_over("H1")
        assert outcome(tmp_path, records) == ("cancelled", REFERENCE)
        counter.real.begin_reversal(
            REFERENCE,
            "R1",
            points=Points(Decimal(40)),
            reason="",
            before=listing(),
            till="till.one",
            cashier="",
            at=NOON + timedelta(minutes=1),
        )
        assert outcome(tmp_path, records) == ("unknown", REFERENCE)


def test_records_that_cannot_be_written_do_not_stop_the_outcome(counter: Counter, tmp_path: Path, files: Files) -> None:
    """What is remembered beside the journal is only a help."""
    begin(counter)
    step(counter, Step.LOST)

    def full() -> PosRecords:
        raise JournalUnusable(JournalTrouble.FULL)

    desk = PosDesk(lambda: SqliteJournal.open(tmp_path / "journal.db", writer=False), full, files, FakeClock())
    desk.tell(telling(counter))
    desk.close()
    assert files.content[FILE]["outcome"] == "unknown"
