"""Files that say something else than what is known by now are written again."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import NotHandedBack
from desktop.domain.hand_over_record import HandOverRecord
from desktop.domain.redemption import Refusal, Step
from desktop.domain.result_line import while_giving_back
from desktop.domain.result_record import result, reversal_result
from desktop.domain.reversal import ReversalStep
from desktop.flow.outcome_reader import OutcomeReader
from desktop.flow.pos_desk import PosDesk, Telling
from tests.flow.fakes import NOON, make_draft, redeemed
from tests.flow.pos_desk.pos_side import (
    FILE,
    REFERENCE,
    Files,
    KilledError,
    added,
    begin,
    end,
    give_back,
    open_desk,
    outcome,
    refuse,
    step,
    telling,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.store.pos_records import PosRecords
    from tests.flow.fakes import Counter


class TestUnknownFiles:
    """Files that say `unknown`."""

    @pytest.mark.parametrize(
        ("end", "said"),
        [
            (ReversalStep.ABSENT, ("redeemed", None)),
            (ReversalStep.FOUND, ("redeemed", "4")),
        ],
    )
    def test_one_whose_points_may_be_back(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, desk: PosDesk, tmp_path: Path, files: Files, end: ReversalStep, said: tuple[str, str]
    ) -> None:
        """It is rewritten once that is known, also by the next start, and the local interface tells the same."""
        begin(counter, hand_over="H1")
        step(counter, Step.REDEEMED)
        desk.tell(telling(counter, hand_over_id="H1"))
        give_back(counter, "R1", "4")
        counter.real.step_reversal("R1", ReversalStep.LOST, at=NOON)
        unknown = while_giving_back(result(counter.real.get(REFERENCE)))
        desk.tell(telling(counter, hand_over_id="H1", record=unknown))
        for one in (desk, open_desk(tmp_path, files)):
            one.catch_up()
            assert files.content[FILE]["outcome"] == "unknown"
        counter.real.step_reversal("R1", end, at=NOON)
        open_desk(tmp_path, files).catch_up()
        told = files.content[FILE]
        assert (told["outcome"], told["reversed_points"]) == said
        # Once: afterwards the file is the POS's own.
        files.content[FILE] = unknown
        desk.catch_up()
        assert files.content[FILE] is unknown

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

    def test_one_is_rewritten_although_the_records_were_damaged(
        self, counter: Counter, desk: PosDesk, tmp_path: Path, files: Files
    ) -> None:
        """What was damaged while the window is open is kept aside, and the window goes on remembering."""
        desk.catch_up()
        kept = tmp_path / "pos-records.db"
        with closing(sqlite3.connect(kept)) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            # Now the desk's connection has to read the pages again.
            other.execute("DELETE FROM hand_over")
            other.execute("CREATE TABLE another (one)")
            other.commit()
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            kept.write_bytes(b"no database" * (kept.stat().st_size // 11))
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        step(counter, Step.FOUND)
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "redeemed"
        assert kept.with_name("pos-records.db.damaged").exists()

    @pytest.mark.skipif(os.name == "nt", reason="Windows does not rename a file that is open")
    def test_records_that_another_thread_kept_aside_are_not_used(
        self, counter: Counter, desk: PosDesk, tmp_path: Path, files: Files
    ) -> None:
        """The next start would not find what is recorded there."""
        desk.catch_up()
        (tmp_path / "pos-records.db").rename(tmp_path / "pos-records.db.damaged")
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        step(counter, Step.FOUND)
        second = open_desk(tmp_path, files)
        second.catch_up()
        second.close()
        assert files.content[FILE]["outcome"] == "redeemed"

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
        "there",
        [
            None,
            {"outcome": "redeemed", "external_reference_number": REFERENCE},
            {"outcome": "unknown"},
            {"outcome": ["unknown"], "external_reference_number": REFERENCE},
        ],
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

    def test_a_till_that_was_killed_while_it_rewrote_one_leaves_nothing_beside_it(
        self, counter: Counter, desk: PosDesk, tmp_path: Path, files: Files, records: PosRecords
    ) -> None:
        """A folder in which a POS looks for results must not fill up. It is also so if the POS takes the file away."""
        begin(counter)
        step(counter, Step.LOST)
        desk.tell(telling(counter))
        step(counter, Step.FOUND)
        for is_taken in (False, True):
            files.dies_before = "publish"
            with pytest.raises(KilledError):
                desk.catch_up()
            assert len(files.content) == 2
            if is_taken:
                del files.content[FILE]
            else:
                desk = open_desk(tmp_path, files)
        desk.catch_up()
        assert (dict(files.content), records.expected()) == ({}, ())

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

    @pytest.mark.parametrize("bill", ["", "MG-1"])
    @pytest.mark.parametrize("when", ["before", "after"])
    def test_one_whose_attempt_before_the_last_one_turns_up(  # noqa: PLR0917 - pytest passes them by name
        self,
        counter: Counter,
        desk: PosDesk,
        files: Files,
        records: PosRecords,
        tmp_path: Path,
        bill: str,
        when: str,
    ) -> None:
        """The last one was refused for good, but points were redeemed for this hand-over all the same."""
        begin(counter, "01FIRST", bill, hand_over="H1")
        step(counter, Step.LOST, "01FIRST")
        step(counter, Step.ABSENT, "01FIRST")
        added(records, **({"bill": bill} if bill else {"mobile": "9777788221"}))
        begin(counter, bill=bill, hand_over="H1")
        refuse(counter, Refusal.PROVED)
        if when == "before":
            step(counter, Step.FOUND, "01FIRST")
        desk.tell(telling(counter, hand_over_id="H1"))
        desk.catch_up()
        if when == "after":
            assert (files.content[FILE]["outcome"], outcome(tmp_path, records)[0]) == ("refused", "refused")
            step(counter, Step.FOUND, "01FIRST")
            desk.catch_up()
        told = files.content[FILE]
        assert (told["outcome"], told["external_reference_number"]) == ("redeemed", "01FIRST")
        assert outcome(tmp_path, records) == ("redeemed", "01FIRST")
        assert records.expected() == ()

    def test_an_attempt_before_the_last_one_that_is_a_later_sale_s(
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords, tmp_path: Path
    ) -> None:
        """Without a bill, the press of a later sale found it. Its points must not be taken off the earlier one too."""
        begin(counter, "01FIRST", "", hand_over="H1")
        step(counter, Step.LOST, "01FIRST")
        step(counter, Step.ABSENT, "01FIRST")
        added(records, mobile="9777788221")
        begin(counter, bill="", hand_over="H1")
        refuse(counter, Refusal.PROVED)
        desk.tell(telling(counter, hand_over_id="H1"))
        counter.real.step("01FIRST", Step.FOUND, at=NOON, redeemed=redeemed(), hand_over="H2")
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "refused"
        assert outcome(tmp_path, records) == ("refused", REFERENCE)
        assert records.expected() == ()

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

    def test_one_that_was_unknown_and_was_sent_again(
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords, tmp_path: Path
    ) -> None:
        """The POS was told `unknown` last, and the points are a later sale's. It has no redemption for this one."""
        begin(counter, bill="")
        step(counter, Step.LOST)
        added(records, mobile="9777788221")
        desk.tell(telling(counter))
        desk.tell(telling(counter, "", hand_over_id="H1"))
        step(counter, Step.ABSENT)
        later = NOON + timedelta(minutes=5)
        counter.real.step(REFERENCE, Step.SENT_AGAIN, at=later, hand_over="H2")
        counter.real.step(REFERENCE, Step.REDEEMED, at=later, redeemed=redeemed())
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "not_applied"
        assert outcome(tmp_path, records) == ("not_applied", REFERENCE)
        assert records.expected() == ()

    @pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(0), timedelta(days=400)])
    def test_one_whose_earlier_try_turns_up_although_the_clock_was_set(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords, tmp_path: Path, jump: timedelta
    ) -> None:
        """A till that starts with a wrong clock gets the right one while its customer tries again."""
        added(records)
        begin(counter, hand_over="H1")
        end(counter, "not_applied")
        at = NOON + jump
        counter.real.begin(make_draft("MG-1", "50"), "01KB", till="till.one", cashier="", at=at, hand_over="H1")
        counter.real.step("01KB", Step.REFUSED, at=at, refusal=Refusal.PROVED)
        refused = result(counter.real.get("01KB"))
        desk.tell(telling(counter, hand_over_id="H1", record=refused, reference="01KB"))
        assert files.content[FILE]["outcome"] == "refused"
        counter.real.step(REFERENCE, Step.FOUND, at=at, redeemed=redeemed())
        desk.catch_up()
        assert files.content[FILE]["external_reference_number"] == REFERENCE
        assert outcome(tmp_path, records) == ("redeemed", REFERENCE)

    @pytest.mark.parametrize("bill", ["", "MG-1"])
    @pytest.mark.parametrize("later", ["H2", ""])
    def test_one_that_the_press_of_a_later_sale_found(  # noqa: PLR0917 - pytest passes them by name
        self,
        counter: Counter,
        desk: PosDesk,
        files: Files,
        records: PosRecords,
        tmp_path: Path,
        bill: str,
        later: str,
    ) -> None:
        """It is that sale's receipt, also if that is no hand-over, and no discount of the earlier sale as well.

        With a bill number, both are the same sale.
        """
        begin(counter, bill=bill, hand_over="H1")
        end(counter, "not_applied")
        added(records, **({"bill": bill} if bill else {"mobile": "9777788221"}))
        desk.tell(telling(counter, hand_over_id="H1"))
        counter.real.step(REFERENCE, Step.FOUND, at=NOON, redeemed=redeemed(), hand_over=later)
        desk.tell(telling(counter, "later.json", hand_over_id=later))
        desk.catch_up()
        says = "redeemed" if bill else "not_applied"
        assert (files.content[FILE]["outcome"], files.content["later.json"]["outcome"]) == (says, "redeemed")
        assert outcome(tmp_path, records) == (says, REFERENCE)
        assert records.expected() == ()

    @pytest.mark.parametrize(("begun", "known"), [("H1", ""), ("", "H1"), ("", "")])
    def test_one_of_which_no_one_knows_any_more_for_whom_it_was_sent(
        self, counter: Counter, desk: PosDesk, files: Files, begun: str, known: str
    ) -> None:
        """An earlier version told it, or the journal was damaged since. The press of a later sale has it all the same.

        Args:
            begun: the hand-over in the journal.
            known: the hand-over of the file.
        """
        begin(counter, bill="", hand_over=begun)
        end(counter, "not_applied")
        desk.tell(telling(counter, hand_over_id=known))
        later = NOON + timedelta(minutes=5)
        counter.real.step(REFERENCE, Step.FOUND, at=later, redeemed=redeemed(), hand_over="H2")
        desk.tell(telling(counter, "later.json", hand_over_id="H2"))
        desk.catch_up()
        assert (files.content[FILE]["outcome"], files.content["later.json"]["outcome"]) == ("not_applied", "redeemed")

    def test_one_that_its_own_next_press_found(
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords, tmp_path: Path
    ) -> None:
        """The cashier tried again for the same customer of the POS."""
        begin(counter, bill="", hand_over="H1")
        end(counter, "not_applied")
        added(records, mobile="9777788221")
        desk.tell(telling(counter, hand_over_id="H1"))
        counter.real.step(REFERENCE, Step.FOUND, at=NOON, redeemed=redeemed(), hand_over="H1")
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "redeemed"
        assert outcome(tmp_path, records) == ("redeemed", REFERENCE)

    def test_one_that_was_sent_again_after_the_clock_was_set_back(
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords, tmp_path: Path
    ) -> None:
        """The journal's order counts, not the time."""
        begin(counter, bill="", hand_over="H1")
        end(counter, "not_applied")
        added(records, mobile="9777788221")
        desk.tell(telling(counter, hand_over_id="H1"))
        earlier = NOON - timedelta(hours=1)
        counter.real.step(REFERENCE, Step.SENT_AGAIN, at=earlier, hand_over="H2")
        counter.real.step(REFERENCE, Step.REDEEMED, at=earlier, redeemed=redeemed())
        desk.catch_up()
        assert files.content[FILE]["outcome"] == "not_applied"
        assert outcome(tmp_path, records) == ("not_applied", REFERENCE)

    def test_one_that_was_asked_for_again_in_vain(
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords
    ) -> None:
        """A later sale to the same member took points of its own. What settling finds is the earlier sale's."""
        begin(counter, bill="", hand_over="H1")
        end(counter, "not_applied")
        desk.tell(telling(counter, hand_over_id="H1"))
        begin(counter, "01KB", bill="", hand_over="H2")
        step(counter, Step.REDEEMED, "01KB")
        step(counter, Step.FOUND)
        desk.catch_up()
        assert (files.content[FILE]["outcome"], records.expected()) == ("redeemed", ())

    def test_a_bill_that_is_attached_to_the_later_sale(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path
    ) -> None:
        """It does not make the earlier sale, which had none, a sale with that bill."""
        begin(counter, bill="")
        end(counter, "not_applied")
        added(records, mobile="9777788221")
        desk.tell(telling(counter, "", hand_over_id="H1"))
        later = NOON + timedelta(minutes=5)
        counter.real.step(REFERENCE, Step.SENT_AGAIN, at=later, hand_over="H2")
        counter.real.step(REFERENCE, Step.REDEEMED, at=later, redeemed=redeemed())
        counter.real.attach_bill(REFERENCE, "MG-2", at=later)
        assert outcome(tmp_path, records) == ("not_applied", REFERENCE)

    def test_a_bill_that_is_attached_before_the_earlier_sale_is_told(
        self, counter: Counter, desk: PosDesk, records: PosRecords, tmp_path: Path
    ) -> None:
        """The till was killed, and cannot tell the earlier sale's outcome before, for example without its folder."""
        begin(counter, "01BEFORE", "MG-0")
        added(records, mobile="9777788221")
        desk.open_hand_over("H1")
        begin(counter, bill="", hand_over="H1")
        end(counter, "not_applied")
        later = NOON + timedelta(minutes=5)
        counter.real.step(REFERENCE, Step.FOUND, at=later, redeemed=redeemed(), hand_over="H2")
        counter.real.attach_bill(REFERENCE, "MG-2", at=later)
        assert outcome(tmp_path, records) == ("cancelled", None)

    @pytest.mark.parametrize("at", [NOON.isoformat(), "?"])
    def test_one_without_a_bill_that_turns_up(self, counter: Counter, at: str) -> None:
        """It was sent once only, so that it is no later sale's. The POS may have written another time."""
        begin(counter, bill="")
        end(counter, "not_applied")
        told = {"outcome": "not_applied", "at": at}
        reader = OutcomeReader(counter.real)
        before = reader.known(REFERENCE, "", told)
        assert before is not None
        assert before.may_change
        step(counter, Step.FOUND)
        after = reader.known(REFERENCE, "", told)
        assert after is not None
        assert after.record["outcome"] == "redeemed"

    def test_a_reversal_that_turns_up(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """It is told like a redemption."""
        begin(counter)
        step(counter, Step.REDEEMED)
        give_back(counter, "R1", "4")
        counter.real.step_reversal("R1", ReversalStep.REFUSED, at=NOON, refusal=Refusal.FAILED)
        attempt, reversal = counter.real.get(REFERENCE), counter.real.get_reversal("R1")
        assert attempt is not None
        assert reversal is not None
        desk.tell(Telling(record=reversal_result(attempt, reversal), path=FILE, reference=REFERENCE, reversal_id="R1"))
        counter.real.step_reversal("R1", ReversalStep.FOUND, at=NOON)
        desk.catch_up()
        assert (files.content[FILE]["outcome"], files.content[FILE]["reversed_points"]) == ("reversed", "4")

    @pytest.mark.parametrize("when", ["before", "after"])
    def test_a_reversal_before_the_last_one_that_turns_up(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords, tmp_path: Path, when: str
    ) -> None:
        """The last one was refused for good, but points were given back for this request all the same."""
        begin(counter)
        step(counter, Step.REDEEMED)
        added(records, give_back=REFERENCE, points="4")
        for reversal_id, refusal in (("R1", Refusal.FAILED), ("R2", Refusal.PROVED)):
            give_back(counter, reversal_id, "4", hand_over="H1")
            counter.real.step_reversal(reversal_id, ReversalStep.REFUSED, at=NOON, refusal=refusal)
        attempt, reversal = counter.real.get(REFERENCE), counter.real.get_reversal("R2")
        assert attempt is not None
        assert reversal is not None
        told = Telling(record=reversal_result(attempt, reversal), path=FILE, reference=REFERENCE, reversal_id="R2")
        if when == "before":
            counter.real.step_reversal("R1", ReversalStep.FOUND, at=NOON)
        desk.tell(replace(told, hand_over_id="H1"))
        desk.catch_up()
        if when == "after":
            assert (files.content[FILE]["outcome"], outcome(tmp_path, records)[0]) == ("refused", "refused")
            counter.real.step_reversal("R1", ReversalStep.FOUND, at=NOON)
            desk.catch_up()
        assert (files.content[FILE]["outcome"], files.content[FILE]["reversed_points"]) == ("reversed", "4")
        assert outcome(tmp_path, records) == ("reversed", REFERENCE)
        assert records.expected() == ()

    def test_a_last_reversal_that_is_not_known_is_not_told_as_an_earlier_one(
        self, counter: Counter, records: PosRecords, tmp_path: Path
    ) -> None:
        """Points may have come back twice, and the POS would believe that all is over."""
        begin(counter)
        step(counter, Step.REDEEMED)
        added(records, give_back=REFERENCE, points="4")
        give_back(counter, "R1", "4", hand_over="H1")
        counter.real.step_reversal("R1", ReversalStep.REFUSED, at=NOON, refusal=Refusal.FAILED)
        give_back(counter, "R2", "4", hand_over="H1")
        counter.real.step_reversal("R2", ReversalStep.LOST, at=NOON)
        counter.real.step_reversal("R1", ReversalStep.FOUND, at=NOON)
        assert outcome(tmp_path, records) == ("unknown", REFERENCE)


@pytest.mark.parametrize(
    ("steps", "may_change"),
    [
        ((), True),
        ((ReversalStep.LOST,), True),
        ((ReversalStep.LOST, ReversalStep.ABSENT), True),
        ((ReversalStep.NOT_SENT,), False),
        ((ReversalStep.REVERSED,), False),
    ],
)
def test_a_reversal_may_change_until_its_outcome_is_proved(
    counter: Counter, steps: tuple[ReversalStep, ...], may_change: bool
) -> None:
    """A POS waits for it no longer than that."""
    begin(counter)
    step(counter, Step.REDEEMED)
    give_back(counter, "R1", "4")
    for one in steps:
        counter.real.step_reversal("R1", one, at=NOON)
    reader = OutcomeReader(counter.real)
    known = reader.known(REFERENCE, "R1")
    assert known is not None
    assert known.may_change is may_change
    assert reader.known(REFERENCE, "R2") is None


def test_a_reversal_of_a_forgotten_member_does_not_change(counter: Counter) -> None:
    """Nothing can be looked up any more, so that no file is kept in mind for it."""
    begin(counter)
    step(counter, Step.REDEEMED)
    give_back(counter, "R1", "4")
    for one in (ReversalStep.LOST, ReversalStep.ABSENT):
        counter.real.step_reversal("R1", one, at=NOON)
    assert counter.real.forget_members(NOON + timedelta(days=1)) == 1
    known = OutcomeReader(counter.real).known(REFERENCE, "R1")
    assert known is not None
    assert not known.may_change


@pytest.mark.parametrize(("step_after", "earlier"), [(None, "unknown"), (Step.FOUND, "redeemed"), (Step.ABSENT, None)])
def test_an_earlier_redemption_that_was_not_known(
    counter: Counter, step_after: Step | None, earlier: str | None
) -> None:
    """The cancelled hand-over is told with what its earlier redemption is now. A POS holds the bill until then."""
    begin(counter)
    step(counter, Step.LOST)
    told = result(None, bill="MG-1", at=NOON.isoformat()) | {"earlier": result(counter.real.get(REFERENCE))}
    made = HandOverRecord(id="H1", at=NOON, fields={"bill": "MG-1"}, told=told, is_done=True)
    if step_after is not None:
        step(counter, step_after)
    # A redemption of a later hand-over is none of this one's.
    begin(counter, "01KB")
    step(counter, Step.REDEEMED, "01KB")
    now = OutcomeReader(counter.real).result_of(made)
    assert now["outcome"] == "cancelled"
    assert (now["earlier"] or {"outcome": None})["outcome"] == earlier  # type: ignore[index]  # a record
