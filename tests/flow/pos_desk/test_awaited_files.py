"""The next start writes the files that a POS waits for, each once, wherever the till was killed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalUnusable
from desktop.domain.hand_over_record import RESULT, HandOverRecord
from desktop.domain.redemption import Step
from desktop.domain.result_record import result
from desktop.domain.reversal import GivenBack, ReversalStep
from desktop.flow.pos_desk import PosDesk, Telling
from desktop.store.pos_records import PosRecords
from tests.flow.fakes import NOON
from tests.flow.pos_desk.pos_side import (
    FILE,
    REFERENCE,
    Files,
    KilledError,
    begin,
    give_back,
    open_desk,
    out_of_room,
    step,
    telling,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.flow.fakes import Counter


class TestAwaitedFiles:
    """Files of hand-overs whose outcome was not told when the till ended."""

    @staticmethod
    def expect(desk: PosDesk, path: str = FILE, hand_over: str = "F1", **fields: str) -> None:
        """Hands a customer over, who comes to the counter."""
        record = HandOverRecord(id=hand_over, at=NOON, fields={"bill": "MG-1", **fields, RESULT: path})
        desk.expect_file(record)
        desk.open_hand_over(hand_over)

    @staticmethod
    def start(tmp_path: Path, files: Files) -> None:
        """Starts the till again, and ends it."""
        desk = open_desk(tmp_path, files)
        desk.conclude_lost()
        desk.catch_up()
        desk.close()

    @pytest.mark.parametrize("is_there", [False, True])
    @pytest.mark.parametrize("known", [Step.REDEEMED, Step.LOST, None])
    def test_the_next_start_writes_it_once(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, known: Step | None, *, is_there: bool
    ) -> None:
        """Also over what the POS had there before. What the POS takes away is not written again."""
        begin(counter, "01BEFORE", "MG-0")
        if is_there:
            files.content[FILE] = {"outcome": "redeemed", "external_reference_number": "01BEFORE"}
        self.expect(desk)
        if known is not None:
            begin(counter, hand_over="F1")
            step(counter, known)
        says = "cancelled" if known is None else "unknown" if known is Step.LOST else "redeemed"
        self.start(tmp_path, files)
        assert files.published == [says]
        assert (files.content[FILE]["outcome"], files.content[FILE]["bill"]) == (says, "MG-1")
        files.content.clear()
        self.start(tmp_path, files)
        assert files.published == [says]

    @pytest.mark.parametrize("at", ["prepare", "record", "publish", "end", ""])
    @pytest.mark.parametrize("again", ["prepare", "record", "publish", "end", ""])
    @pytest.mark.parametrize("takes", [True, False])
    def test_a_kill_at_any_step(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, at: str, again: str, *, takes: bool
    ) -> None:
        """The POS gets the file exactly once, even if it takes it away at once, and nothing is left beside it."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        files.dies_before = at
        if at:
            with pytest.raises(KilledError):
                desk.tell(telling(counter, hand_over_id="F1"))
        else:
            desk.tell(telling(counter, hand_over_id="F1"))
        for dies in (again, "", ""):
            if takes and files.published:
                files.content.pop(FILE, None)
            files.dies_before = dies
            try:
                self.start(tmp_path, files)
            except KilledError:
                assert dies
        assert files.published == ["redeemed"]
        assert list(files.content) == ([] if takes else [FILE])

    def test_an_unknown_outcome_is_told_as_it_became(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path
    ) -> None:
        """The next try of the same hand-over was redeemed, and the till was killed before it said so."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, "01FIRST", hand_over="F1")
        counter.real.step("01FIRST", Step.LOST, at=NOON)
        counter.real.step("01FIRST", Step.ABSENT, at=NOON)
        first = Telling(record=result(counter.real.get("01FIRST")), path=FILE, reference="01FIRST", hand_over_id="F1")
        desk.tell(replace(first, is_done=False))
        assert files.content[FILE]["outcome"] == "not_applied"
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        self.start(tmp_path, files)
        assert files.content[FILE]["external_reference_number"] == REFERENCE
        assert files.published == ["not_applied", "redeemed"]

    def test_an_outcome_that_became_known_is_not_written_twice(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path
    ) -> None:
        """The file was rewritten while the cashier still had the customer, and the till was killed then."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.LOST)
        desk.tell(telling(counter, hand_over_id="F1", is_done=False))
        step(counter, Step.FOUND)
        desk.catch_up()
        self.start(tmp_path, files)
        assert files.published == ["unknown", "redeemed"]

    def redeem(self, desk: PosDesk, counter: Counter) -> None:
        """Redeems for a hand-over. The receipt is on the screen, and the file says so."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        desk.tell(telling(counter, hand_over_id="F1", is_done=False))

    @pytest.mark.parametrize(("points", "told"), [("100", "reversed"), ("40", "redeemed")])
    @pytest.mark.parametrize("is_known", [True, False])
    def test_points_that_were_given_back_at_the_receipt(  # noqa: PLR0917 - pytest passes them by name
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, points: str, told: str, *, is_known: bool
    ) -> None:
        """The till is killed while they are given back, or before the file says so.

        The POS must not take them off the bill.
        """
        self.redeem(desk, counter)
        give_back(counter, "R1", points=points)
        counter.real.step_reversal("R1", ReversalStep.LOST, at=NOON)
        if not is_known:
            self.start(tmp_path, files)
            assert files.content[FILE]["outcome"] == "unknown"
        counter.real.step_reversal("R1", ReversalStep.FOUND, at=NOON, given_back=GivenBack(points=Decimal(points)))
        for _ in range(2):
            self.start(tmp_path, files)
        assert files.published == ["redeemed", *([] if is_known else ["unknown"]), told]
        assert files.content[FILE]["reversed_points"] == points

    def test_a_till_that_is_killed_at_the_receipt(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path
    ) -> None:
        """Nothing was given back, so the POS has its outcome. What is given back later is no news for its file."""
        self.redeem(desk, counter)
        self.start(tmp_path, files)
        give_back(counter, "R1")
        self.start(tmp_path, files)
        assert files.published == ["redeemed"]

    def test_a_receipt_that_was_closed(
        self, counter: Counter, desk: PosDesk, files: Files, records: PosRecords, tmp_path: Path
    ) -> None:
        """The POS's file stays as it is if the points are given back later."""
        self.redeem(desk, counter)
        desk.tell(telling(counter, path="", hand_over_id="F1"))
        assert (records.awaited("F1"), records.lost()) == (None, ())
        give_back(counter, "R1")
        self.start(tmp_path, files)
        assert files.published == ["redeemed"]

    def test_another_redemption_of_one_hand_over(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path
    ) -> None:
        """The first one became known meanwhile. The file has the newest."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.LOST)
        desk.tell(telling(counter, hand_over_id="F1", is_done=False))
        step(counter, Step.FOUND)
        desk.catch_up()
        begin(counter, "01SECOND", hand_over="F1")
        step(counter, Step.REDEEMED, "01SECOND")
        files.is_away = True
        self.start(tmp_path, files)
        assert files.content[FILE]["external_reference_number"] == REFERENCE, "what is in it is not known"
        files.is_away = False
        self.start(tmp_path, files)
        assert files.content[FILE]["external_reference_number"] == "01SECOND"

    def test_a_worker_that_never_answered(self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path) -> None:
        """The file says that the outcome is unknown. The next start knows from the journal what was sent."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        unknown = result(None, bill="MG-1") | {"outcome": "unknown"}
        desk.tell(Telling(record=unknown, path=FILE, hand_over_id="F1"))
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        desk.close()
        self.start(tmp_path, files)
        assert files.content[FILE]["outcome"] == "redeemed"

    @pytest.mark.parametrize("is_recorded", [True, False])
    def test_a_newer_hand_over_has_the_file(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, *, is_recorded: bool
    ) -> None:
        """It is handed over before the till looks for lost ones, even if that cannot be recorded yet."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        kept = PosRecords(tmp_path / "pos-records.db")
        following = open_desk(tmp_path, files, kept=kept)
        with pytest.MonkeyPatch.context() as full:
            if not is_recorded:
                full.setattr(kept, "await_file", out_of_room)
                with pytest.raises(JournalUnusable):
                    self.expect(following, hand_over="F2", bill="MG-2")
            else:
                self.expect(following, hand_over="F2", bill="MG-2")
            with suppress(JournalUnusable):
                following.conclude_lost()
                following.catch_up()
        assert files.published == []
        following.catch_up()
        following.tell(Telling(record=result(None, bill="MG-2"), path=FILE, hand_over_id="F2"))
        following.close()
        self.start(tmp_path, files)
        assert files.published == ["cancelled"]
        assert files.content[FILE]["bill"] == "MG-2"

    @pytest.mark.parametrize("takes", [True, False])
    def test_two_hand_overs_at_once_name_one_file(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, *, takes: bool
    ) -> None:
        """The second one waits until the first is done, and gets its outcome there even if the till is killed then."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        self.expect(desk, hand_over="F2", bill="MG-2")
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        desk.tell(telling(counter, hand_over_id="F1"))
        assert files.content[FILE]["bill"] == "MG-1"
        if takes:
            files.content.clear()
        self.start(tmp_path, files)
        assert files.published == ["redeemed", "cancelled"]
        assert files.content[FILE]["bill"] == "MG-2"

    def test_what_another_program_wrote_is_left_alone(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path
    ) -> None:
        """The POS, or another till, has used the file since."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        files.content[FILE] = {"outcome": "redeemed", "external_reference_number": "01OTHER"}
        self.start(tmp_path, files)
        assert files.published == []

    def test_an_unknown_outcome_of_an_earlier_hand_over(self, counter: Counter, desk: PosDesk, files: Files) -> None:
        """It is not written any more once the POS has named the file for another one."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.LOST)
        desk.tell(telling(counter, hand_over_id="F1"))
        self.expect(desk, hand_over="F2", bill="MG-2")
        step(counter, Step.FOUND)
        desk.catch_up()
        assert files.published == ["unknown"]

    @pytest.mark.parametrize("was_there", [True, False])
    def test_a_folder_that_is_gone(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, *, was_there: bool
    ) -> None:
        """It is not made anew, because a disk may come back. One that the till was to make is made."""
        path = "share/result.json"
        begin(counter, "01BEFORE", "MG-0")
        if not was_there:
            files.gone.add("share")
        self.expect(desk, path)
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        files.gone.add("share")
        self.start(tmp_path, files)
        assert files.published == ([] if was_there else ["redeemed"])
        files.gone.clear()
        self.start(tmp_path, files)
        assert files.published == ["redeemed"]

    @pytest.mark.parametrize("has_folder", [True, False])
    def test_a_place_that_became_empty(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, *, has_folder: bool
    ) -> None:
        """The folder was made since, or what was there was taken away. Nothing there can be anyone else's outcome."""
        path = "share/result.json"
        begin(counter, "01BEFORE", "MG-0")
        if has_folder:
            files.content[path] = {"outcome": "of the customer before"}
        else:
            files.gone.add("share")
        self.expect(desk, path)
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        files.gone.clear()
        files.content.clear()
        self.start(tmp_path, files)
        assert files.published == ["redeemed"]

    @pytest.mark.parametrize("is_empty", [True, False])
    def test_a_folder_that_did_not_answer_at_the_hand_over(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, *, is_empty: bool
    ) -> None:
        """An empty file, which the POS made to give it another mode, is written. An outcome may be anyone's."""
        path = "share/result.json"
        there = None if is_empty else {"outcome": "redeemed"}
        files.content[path] = there  # type: ignore[assignment]  # an empty file
        begin(counter, "01BEFORE", "MG-0")
        files.gone.add("share")
        self.expect(desk, path)
        begin(counter, hand_over="F1")
        files.gone.clear()
        self.start(tmp_path, files)
        assert files.published == (["unknown"] if is_empty else [])
        assert files.content[path] == there or is_empty

    def test_a_kill_after_the_folder_was_made(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path
    ) -> None:
        """The till made it itself, so the place is as it was."""
        path = "share/result.json"
        begin(counter, "01BEFORE", "MG-0")
        files.gone.add("share")
        self.expect(desk, path)
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        files.dies_before = "record"
        with pytest.raises(KilledError):
            desk.tell(telling(counter, path, hand_over_id="F1"))
        self.start(tmp_path, files)
        assert files.published == ["redeemed"]
        assert list(files.content) == [path]

    def test_a_full_disk(self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path) -> None:
        """What could not be written while the till ran is the cashier's news. A start tries again at the next one."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.REDEEMED)
        files.is_full = True
        self.start(tmp_path, files)
        assert files.published == []
        files.is_full = False
        self.start(tmp_path, files)
        assert files.published == ["redeemed"]
        self.expect(desk, hand_over="F2", bill="MG-2")
        files.is_full = True
        assert desk.tell(Telling(record=result(None, bill="MG-2"), path=FILE, hand_over_id="F2")).failure is not None
        desk.close()
        files.is_full = False
        self.start(tmp_path, files)
        assert files.published == ["redeemed"]

    def test_a_file_that_says_unknown_on_a_full_disk(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path
    ) -> None:
        """It is rewritten as soon as there is room, as it would be if the outcome had become known later."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.LOST)
        desk.tell(telling(counter, hand_over_id="F1", is_done=False))
        step(counter, Step.FOUND)
        files.is_full = True
        desk.tell(telling(counter, hand_over_id="F1"))
        desk.close()
        files.is_full = False
        self.start(tmp_path, files)
        assert files.content[FILE]["outcome"] == "redeemed"

    @pytest.mark.parametrize("fails", ["prepare", "publish"])
    @pytest.mark.parametrize("last", [REFERENCE, "01KB"])
    def test_a_last_outcome_that_cannot_be_written(  # noqa: PLR0917 - pytest passes them by name
        self,
        counter: Counter,
        desk: PosDesk,
        files: Files,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        fails: str,
        last: str,
    ) -> None:
        """A file that says `unknown` is rewritten later, also if the last outcome is that of another try."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.LOST)
        desk.tell(telling(counter, hand_over_id="F1", is_done=False))
        if last == REFERENCE:
            step(counter, Step.FOUND)
        else:
            step(counter, Step.ABSENT)
            begin(counter, last, hand_over="F1")
            step(counter, Step.REDEEMED, last)
        made = telling(counter, hand_over_id="F1", record=result(counter.real.get(last)), reference=last)
        with monkeypatch.context() as failing:
            if fails == "publish":
                failing.setattr(files, "publish", files.refuse)
            files.is_full = fails == "prepare"
            assert desk.tell(made).failure is not None
            desk.tell(replace(made, is_again=True))
        files.is_full = False
        desk.close()
        self.start(tmp_path, files)
        said = files.content[FILE]
        assert (said["outcome"], said["external_reference_number"]) == ("redeemed", last)
        # Afterwards the file is the POS's own.
        with PosRecords(tmp_path / "pos-records.db") as records:
            assert records.expected() == ()

    def test_records_that_are_full_at_the_next_start(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path
    ) -> None:
        """Nothing is published, and nothing is left beside the file, before it is recorded."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)
        kept = PosRecords(tmp_path / "pos-records.db")
        following = open_desk(tmp_path, files, kept=kept)
        with pytest.MonkeyPatch.context() as full:
            full.setattr(kept, "tell", out_of_room)
            with pytest.raises(JournalUnusable):
                following.conclude_lost()
            assert files.content == {}
        following.catch_up()
        following.close()
        assert files.published == ["cancelled"]

    def test_a_file_that_cannot_be_published(
        self, counter: Counter, desk: PosDesk, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The cashier hears of it, as if it could not have been prepared."""
        begin(counter, "01BEFORE", "MG-0")
        self.expect(desk)

        with monkeypatch.context() as failing:
            failing.setattr(files, "publish", files.refuse)
            told = desk.tell(Telling(record=result(None, bill="MG-1"), path=FILE, hand_over_id="F1"))
        assert (told.path, files.published) == (FILE, [])
        desk.close()
        self.start(tmp_path, files)
        assert files.published == []

    @pytest.mark.parametrize("at", ["the till", "a start"])
    def test_a_file_that_another_program_has_open(  # noqa: PLR0917 - pytest passes them by name
        self,
        counter: Counter,
        desk: PosDesk,
        files: Files,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        at: str,
    ) -> None:
        """On Windows it cannot be replaced then. A start after a kill tries again."""
        begin(counter, "01BEFORE", "MG-0")
        files.content[FILE] = {"outcome": "of the customer before"}
        self.expect(desk)
        begin(counter, hand_over="F1")
        step(counter, Step.LOST)
        with monkeypatch.context() as failing:
            failing.setattr(files, "publish", files.refuse)
            if at == "the till":
                desk.tell(telling(counter, hand_over_id="F1", is_done=False))
            else:
                self.start(tmp_path, files)
                self.start(tmp_path, files)
        step(counter, Step.FOUND)
        self.start(tmp_path, files)
        assert files.published[-1:] == ["redeemed"]
        assert list(files.content) == [FILE]
