"""Outcomes are told with the earlier redemption, again once they are known, and truthfully after a crash."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable, NotHandedBack
from desktop.domain.hand_over_record import NO_FOLDER, RESULT, HandOverRecord, JournalPosition
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


class KilledError(BaseException):
    """The till is killed here."""


class Files:
    """The POS's files, in memory. A file is named after its folder: `share/result.json`.

    Attributes:
        content: what each file has in it, also those that are prepared.
        is_full: True if the disk is full.
        is_away: True if what is in the files cannot be read now.
        gone: folders that are not there.
        dies_before: the step before which the till is killed; empty for none.
        published: the outcomes that the POS got, in order.
    """

    def __init__(self) -> None:
        self.content: dict[str, Mapping[str, object]] = {}
        self.is_full = False
        self.is_away = False
        self.gone: set[str] = set()
        self.dies_before = ""
        self.published: list[object] = []
        self._made = 0

    def prepare(self, record: Mapping[str, object], path: str, hand_over_id: str, *, makes_folder: bool) -> str:
        self._die("prepare")
        folder = path.rpartition("/")[0]
        if self.is_full or (folder in self.gone and not makes_folder):
            raise NotHandedBack
        self.gone.discard(folder)
        self._made += 1
        name = f"{hand_over_id}-{self._made}"
        self.content[f"{path}.{name}"] = dict(record)
        self._die("record")
        return name

    def publish(self, path: str, prepared: str) -> None:
        self._die("publish")
        self.content[path] = self.content.pop(f"{path}.{prepared}")
        self.published.append(self.content[path]["outcome"])
        self._die("end")

    def refuse(self, path: str, prepared: str) -> None:
        """Is `publish` if another program has the file open."""
        del self.content[f"{path}.{prepared}"]
        raise NotHandedBack

    def is_prepared(self, path: str, prepared: str) -> bool:
        return f"{path}.{prepared}" in self.content

    def discard(self, path: str, hand_over_id: str, *, but: str = "") -> None:
        assert hand_over_id
        for name in [one for one in self.content if one.startswith(f"{path}.{hand_over_id}-")]:
            if name != f"{path}.{but}":
                del self.content[name]

    def state(self, path: str) -> str:
        if path.rpartition("/")[0] in self.gone:
            return NO_FOLDER
        return str(id(self.content[path])) if path in self.content else ""

    def told(self, path: str) -> Mapping[str, object] | None:
        if self.is_away:
            raise NotHandedBack
        return self.content.get(path)

    def _die(self, step: str) -> None:
        if step == self.dies_before:
            self.dies_before = ""
            raise KilledError


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


def begin(counter: Counter, reference: str = REFERENCE, bill: str = "MG-1", *, hand_over: str = "") -> None:
    """Records an attempt that is about to be sent, for a hand-over or for a customer of the cashier's own."""
    counter.real.begin(make_draft(bill), reference, till="till.one", cashier="", at=NOON, hand_over=hand_over)


def step(counter: Counter, step: Step, reference: str = REFERENCE) -> None:
    """Records what became of an attempt."""
    counter.real.step(reference, step, at=NOON, redeemed=redeemed() if step in {Step.REDEEMED, Step.FOUND} else None)


def give_back(counter: Counter, reversal_id: str, points: str = "40", *, hand_over: str = "") -> None:
    """Records a reversal that is about to be sent."""
    counter.real.begin_reversal(
        REFERENCE,
        reversal_id,
        points=Points(Decimal(points)),
        reason="",
        before=listing(),
        till="till.one",
        cashier="",
        at=NOON,
        hand_over=hand_over,
    )


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
        give_back(counter, "R1", "4")
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


def test_a_mistake_while_something_is_remembered_does_not_stop_the_outcome(
    counter: Counter, tmp_path: Path, files: Files, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged in full, and the POS has its file."""
    begin(counter)
    step(counter, Step.LOST)
    kept = PosRecords(tmp_path / "pos-records.db")
    desk = open_desk(tmp_path, files, kept=kept)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(kept, "expect", lambda _file: 1 // 0)
        assert desk.tell(telling(counter)).failure is None
    assert files.content[FILE]["outcome"] == "unknown"
    assert "ZeroDivisionError" in caplog.text
    desk.catch_up()
    assert len(kept.expected()) == 1
    desk.close()


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
