"""Outcomes are told with the earlier redemption of the bill, whatever cannot be remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import Step
from desktop.domain.result_record import result
from desktop.flow.pos_desk import PosDesk, Telling
from desktop.store.journal import SqliteJournal
from desktop.store.pos_records import PosRecords
from tests.flow.fakes import FakeClock
from tests.flow.pos_desk.pos_side import FILE, REFERENCE, Files, begin, open_desk, step, telling

if TYPE_CHECKING:
    from pathlib import Path

    from tests.flow.fakes import Counter


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

    @pytest.mark.parametrize("outcome", ["cancelled", "refused"])
    def test_it_is_told_of_points_that_were_not_given_back(
        self, counter: Counter, desk: PosDesk, files: Files, outcome: str
    ) -> None:
        """The request names a redemption and no bill. So the bill is told too."""
        begin(counter)
        step(counter, Step.REDEEMED)
        begin(counter, "01KB")
        step(counter, Step.REDEEMED, "01KB")
        record = result(None) | {"outcome": outcome, "external_reference_number": "01KB"}
        told = desk.tell(Telling(record=record, path=FILE)).record
        assert told == {**record, "bill": "MG-1", "earlier": result(counter.real.get(REFERENCE))}
        assert files.content[FILE] == told

    def test_a_journal_that_cannot_be_read_costs_only_the_earlier_one(
        self, counter: Counter, tmp_path: Path, files: Files
    ) -> None:
        """The POS needs the outcome. The message says that the earlier one may be missing, if it says nothing else."""

        def locked() -> SqliteJournal:
            raise JournalUnusable(JournalTrouble.IN_USE)

        desk = PosDesk(locked, lambda: PosRecords(tmp_path / "pos-records.db"), files, FakeClock(), lambda now: now)
        record = result(None, bill="MG-1")
        told = desk.tell(Telling(record=record, path=FILE)).record
        assert told == {**record, "message": told["message"]}
        assert "may be missing" in str(told["message"])
        assert files.content[FILE] == told
        refused = record | {"message": "no points"}
        assert desk.tell(Telling(record=refused, path=FILE)).record == refused
        begin(counter)
        desk.close()


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

    desk = PosDesk(
        lambda: SqliteJournal.open(tmp_path / "journal.db", writer=False), full, files, FakeClock(), lambda now: now
    )
    desk.tell(telling(counter))
    desk.close()
    assert files.content[FILE]["outcome"] == "unknown"
