"""Hand-overs that were at the till when it ended get a truthful outcome at the next start."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalUnusable
from desktop.domain.hand_over_record import RESULT, HandOverRecord, JournalPosition
from desktop.domain.redemption import Step
from desktop.domain.result_record import result
from desktop.domain.reversal import ReversalStep
from desktop.flow.outcome_reader import OutcomeReader
from desktop.flow.pos_desk import PosDesk, Telling
from desktop.store.pos_records import PosRecords
from tests.flow.fakes import NOON, FakeClock
from tests.flow.pos_desk.pos_side import (
    FILE,
    REFERENCE,
    Files,
    added,
    begin,
    end,
    give_back,
    open_desk,
    out_of_room,
    outcome,
    step,
    telling,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.flow.fakes import Counter


class TestLostHandOvers:
    """Hand-overs of the local interface that were at the counter when the till ended."""

    @pytest.mark.usefixtures("counter")
    def test_a_wrong_clock_deletes_no_hand_over(self, tmp_path: Path, files: Files) -> None:
        """Their age is judged by the time that is sure. If none is, they stay."""
        with PosRecords(tmp_path / "pos-records.db") as records:
            records.add(HandOverRecord(id="H1", at=NOON, fields={"bill": "MG-1"}))
            for days, is_there in ((None, True), (7, True), (8, False)):
                sure = None if days is None else NOON + timedelta(days=days)
                desk = open_desk(tmp_path, files, sure_time=lambda _now, sure=sure: sure)
                desk.conclude_lost()
                desk.close()
                assert (records.find("H1") is not None) is is_there

    @pytest.mark.usefixtures("counter")
    def test_hand_overs_are_deleted_also_if_nothing_is_redeemed(self, tmp_path: Path, files: Files) -> None:
        """Members who do not want to use their points are not remembered for longer. A later hand-over tells the time.

        That one must be a day older than the clock, which may be wrong.
        """
        with PosRecords(tmp_path / "pos-records.db") as records:
            for number, days in enumerate((0, 8, 9)):
                at = NOON + timedelta(days=days)
                records.add(HandOverRecord(id=f"H{number}", at=at, fields={"mobile": "919777788221"}))
            for hours, is_there in ((8 * 24 + 23, True), (9 * 24, False)):
                clock = FakeClock()
                clock.advance(hours * 3600)
                for sure in (None, NOON - timedelta(days=30)):
                    desk = open_desk(tmp_path, files, clock, sure_time=lambda _now, sure=sure: sure)
                    desk.conclude_lost()
                    desk.close()
                    assert [records.find(f"H{number}") is not None for number in range(3)] == [is_there, True, True]

    def test_what_was_sent_belongs_to_the_hand_over(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, files: Files
    ) -> None:
        """And what is sent after the next start does not."""
        begin(counter, "01BEFORE", "MG-0")
        added(records)
        desk.open_hand_over("H1")
        begin(counter, hand_over="H1")
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
            begin(counter, hand_over="H1")
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

    @pytest.mark.parametrize("is_recorded_later", [True, False])
    def test_an_opening_that_could_not_be_recorded(
        self, counter: Counter, tmp_path: Path, records: PosRecords, files: Files, *, is_recorded_later: bool
    ) -> None:
        """The journal knows what was sent for it, so that a crash does not make a redemption a cancelled one."""
        begin(counter, "01BEFORE", "MG-0")
        added(records)
        kept = PosRecords(tmp_path / "pos-records.db")
        desk = open_desk(tmp_path, files, kept=kept)
        with pytest.MonkeyPatch.context() as full:
            full.setattr(kept, "open", out_of_room)
            with pytest.raises(JournalUnusable):
                desk.open_hand_over("H1")
        begin(counter, hand_over="H1")
        if is_recorded_later:
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
        begin(counter, hand_over="H1")
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
        begin(counter, hand_over="H1")
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

    def test_an_unknown_outcome_stays_unknown_if_the_journal_is_replaced(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, files: Files
    ) -> None:
        """The points may be gone, so it must never become `cancelled` because the new journal has nothing of it."""
        begin(counter)
        before = open_desk(tmp_path, files)
        before.expect_file(HandOverRecord(id="H1", at=NOON, fields={"bill": "MG-1", RESULT: FILE}))
        records.open("H1", JournalPosition(identity="another", events=3))
        said = result(None, bill="MG-1") | {"outcome": "unknown", "external_reference_number": "01GONE"}
        before.tell(Telling(record=said, path=FILE, reference="01GONE", hand_over_id="H1", is_done=False))
        before.close()
        desk.conclude_lost()
        told = files.content[FILE]
        assert (told["outcome"], told["external_reference_number"]) == ("unknown", "01GONE")
        assert "Ask the loyalty service" in str(told["message"])
        # The same is told over HTTP, also of one whose cashier had finished.
        made = records.find("H1")
        assert made is not None
        assert made.is_done
        assert OutcomeReader(counter.real).result_of(replace(made, told=said))["message"] == told["message"]

    @pytest.mark.parametrize("said", ["redeemed", "reversed"])
    def test_a_known_outcome_stays_known_if_the_journal_is_replaced(
        self, desk: PosDesk, records: PosRecords, tmp_path: Path, said: str
    ) -> None:
        """The till was killed while the receipt was on the screen."""
        added(records)
        records.open("H1", JournalPosition(identity="another", events=3))
        told = result(None, bill="MG-1") | {"outcome": said, "external_reference_number": "01GONE"}
        records.tell("H1", told, reference="01GONE", reversal_id="", is_done=False)
        assert outcome(tmp_path, records) == (said, "01GONE")
        desk.conclude_lost()
        assert outcome(tmp_path, records) == (said, "01GONE")

    @pytest.mark.parametrize("kind", ["bill", "give_back"])
    def test_not_applied_is_the_end_if_the_journal_is_the_same(
        self, counter: Counter, records: PosRecords, tmp_path: Path, kind: str
    ) -> None:
        """It was told for this hand-over, although it was sent for another one. The journal has nothing else."""
        begin(counter)
        if kind == "give_back":
            step(counter, Step.REDEEMED)
            give_back(counter, "R1")
            for one in (ReversalStep.LOST, ReversalStep.ABSENT):
                counter.real.step_reversal("R1", one, at=NOON)
            added(records, give_back=REFERENCE, points="40")
        else:
            end(counter, "not_applied")
            added(records)
        records.open("H1", counter.real.position)
        told = result(None) | {"outcome": "not_applied", "external_reference_number": REFERENCE}
        reversal_id = "R1" if kind == "give_back" else ""
        records.tell("H1", told, reference=REFERENCE, reversal_id=reversal_id, is_done=False)
        assert outcome(tmp_path, records) == ("not_applied", REFERENCE)

    @pytest.mark.parametrize("kind", ["bill", "give_back"])
    @pytest.mark.parametrize("is_known_here", [False, True])
    def test_not_applied_is_not_the_end_if_the_journal_is_replaced(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, kind: str, *, is_known_here: bool
    ) -> None:
        """The cashier may have tried again, and only the journal that is gone knew for which hand-over.

        What the new journal has found out since counts, and so do its own events.
        """
        hand_over = "H1" if is_known_here else ""
        begin(counter, hand_over="" if kind == "give_back" else hand_over)
        if kind == "give_back":
            step(counter, Step.REDEEMED)
            give_back(counter, "R1", hand_over=hand_over)
            for one in (ReversalStep.LOST, ReversalStep.ABSENT):
                counter.real.step_reversal("R1", one, at=NOON)
            added(records, give_back=REFERENCE, points="40")
        else:
            end(counter, "not_applied")
            added(records)
        records.open("H1", JournalPosition(identity="another", events=3))
        told = result(None, bill="MG-1") | {"outcome": "not_applied", "external_reference_number": REFERENCE}
        reversal_id = "R1" if kind == "give_back" else ""
        records.tell("H1", told, reference=REFERENCE, reversal_id=reversal_id, is_done=False)
        says = "not_applied" if is_known_here else "unknown"
        assert outcome(tmp_path, records) == (says, REFERENCE)
        desk.conclude_lost()
        assert outcome(tmp_path, records) == (says, REFERENCE)
        desk.catch_up()
        assert outcome(tmp_path, records) == (says, REFERENCE)

    def test_what_was_told_stays_although_the_journal_is_replaced_later(
        self, counter: Counter, records: PosRecords, tmp_path: Path
    ) -> None:
        """What ended needs no other journal. Nor does one whose redemption this journal has."""
        made = added(records)
        records.open("H1", JournalPosition(identity="another", events=3))
        records.tell("H1", result(None, bill="MG-1", at=NOON.isoformat()), reference="", reversal_id="", is_done=True)
        assert outcome(tmp_path, records) == ("cancelled", None)
        begin(counter)
        known = replace(made, reference=REFERENCE, opened=JournalPosition(identity="another", events=3))
        assert OutcomeReader(counter.real).result_of(known)["outcome"] == "unknown"
        step(counter, Step.REDEEMED)
        assert OutcomeReader(counter.real).result_of(known)["outcome"] == "redeemed"

    @pytest.mark.parametrize("is_doubtful", [False, True])
    def test_what_was_not_sent_may_change(self, counter: Counter, records: PosRecords, *, is_doubtful: bool) -> None:
        """Only if an earlier request with the same reference may still arrive. Nothing sent stays so."""
        made, reader = added(records), OutcomeReader(counter.real)
        assert not reader.may_change(made)
        begin(counter, hand_over="H1")
        counter.real.step(REFERENCE, Step.NOT_SENT, at=NOON, doubtful=is_doubtful)
        assert reader.may_change(made) is is_doubtful
        # An older version's journal does not say for which hand-over it was sent.
        older = replace(made, opened=JournalPosition(identity="", events=0))
        assert reader.may_change(older) is is_doubtful

    @pytest.mark.parametrize(("points", "asked"), [("40", "40"), ("", None)])
    def test_points_that_were_not_given_back_are_named(self, counter: Counter, points: str, asked: str | None) -> None:
        """With the redemption. A redemption that was not begun has neither."""
        reader = OutcomeReader(counter.real)
        made = HandOverRecord(id="H1", at=NOON, fields={"give_back": REFERENCE, "points": points})
        told = reader.result_of(made)
        assert (told["external_reference_number"], told["points_requested"]) == (REFERENCE, asked)
        told = reader.result_of(replace(made, fields={"bill": "MG-1", "points": points}))
        assert (told["external_reference_number"], told["points_requested"]) == (None, None)

    def test_points_that_were_not_given_back_belong_to_a_bill(self, counter: Counter) -> None:
        """The POS names the redemption only. It is told the bill, and the bill's earlier redemption, all the same."""
        begin(counter, "01JZ")
        step(counter, Step.REDEEMED, "01JZ")
        begin(counter)
        step(counter, Step.REDEEMED)
        told = OutcomeReader(counter.real).result_of(
            HandOverRecord(id="H1", at=NOON, fields={"give_back": REFERENCE, "points": "40"})
        )
        assert (told["outcome"], told["external_reference_number"], told["bill"]) == ("cancelled", REFERENCE, "MG-1")
        earlier = told["earlier"]
        assert isinstance(earlier, dict)
        assert (earlier["outcome"], earlier["external_reference_number"]) == ("redeemed", "01JZ")

    @pytest.mark.parametrize(
        ("bill", "days", "says"),
        [
            ("MG-1", 0, "redeemed"),
            ("mg-1", 0, "redeemed"),
            ("MG-1", 1, "unknown"),
            ("MG-2", 0, "unknown"),
            ("", 0, "unknown"),
        ],
    )
    def test_one_of_an_older_version(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, bill: str, days: int, says: str
    ) -> None:
        """Its journal does not name hand-overs. What was sent for the bill since counts, and nothing is cancelled."""
        begin(counter)
        step(counter, Step.REDEEMED)
        records.add(HandOverRecord(id="H1", at=NOON + timedelta(days=days), fields={"bill": bill}))
        records.open("H1", JournalPosition(identity="", events=0))
        expected = (says, REFERENCE if says == "redeemed" else None)
        assert outcome(tmp_path, records) == expected
        desk.conclude_lost()
        assert outcome(tmp_path, records) == expected

    def test_points_to_give_back_follow_the_reversal(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path
    ) -> None:
        """Only the one that was begun for it, and none that the cashier began alone afterwards."""
        begin(counter)
        step(counter, Step.REDEEMED)
        added(records, give_back=REFERENCE, points="40")
        desk.open_hand_over("H1")
        give_back(counter, "R0")
        counter.real.step_reversal("R0", ReversalStep.NOT_SENT, at=NOON)
        assert outcome(tmp_path, records) == ("cancelled", REFERENCE)
        give_back(counter, "R1", hand_over="H1")
        assert outcome(tmp_path, records) == ("unknown", REFERENCE)
        counter.real.step_reversal("R1", ReversalStep.NOT_SENT, at=NOON)
        give_back(counter, "R2", hand_over="H10")
        assert outcome(tmp_path, records) == ("not_sent", REFERENCE)

    @pytest.mark.parametrize("bill", ["", "MG-1"])
    @pytest.mark.parametrize("by", ["", "H2"])
    def test_what_was_sent_for_somebody_else_afterwards(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, files: Files, bill: str, by: str
    ) -> None:
        """It is never told for this one, even if its end could not be recorded at two starts."""
        begin(counter, "01BEFORE", "MG-0")
        added(records, **({"bill": bill} if bill else {"mobile": "9777788221"}))
        desk.open_hand_over("H1")
        for reference in (REFERENCE, "01KB"):
            kept = PosRecords(tmp_path / "pos-records.db")
            following = open_desk(tmp_path, files, kept=kept)
            with pytest.MonkeyPatch.context() as locked:
                locked.setattr(kept, "lost", out_of_room)
                with pytest.raises(JournalUnusable):
                    following.conclude_lost()
            begin(counter, reference, bill, hand_over=by)
            step(counter, Step.REDEEMED, reference)
            kept.close()
        assert outcome(tmp_path, records) == ("cancelled", None)
        open_desk(tmp_path, files).conclude_lost()
        assert outcome(tmp_path, records) == ("cancelled", None)

    @pytest.mark.parametrize("bill", ["", "MG-1"])
    def test_what_was_sent_again_for_somebody_else(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path, bill: str
    ) -> None:
        """Of the same bill it is the outcome too. Without a bill it was for a later sale to the same member."""
        begin(counter, "01BEFORE", "MG-0")
        added(records, **({"bill": bill} if bill else {"mobile": "9777788221"}))
        desk.open_hand_over("H1")
        begin(counter, bill=bill, hand_over="H1")
        end(counter, "not_sent")
        assert outcome(tmp_path, records) == ("not_sent", REFERENCE)
        counter.real.step(REFERENCE, Step.SENT_AGAIN, at=NOON, hand_over="H2")
        step(counter, Step.REDEEMED)
        assert outcome(tmp_path, records) == (("redeemed", REFERENCE) if bill else ("cancelled", None))
