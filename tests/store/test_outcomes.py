"""The earlier redemption of a bill is found without a window. `tests/commands/test_outcome.py` has the rest."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.points import Points
from desktop.domain.redemption import Candidate, Redeemed, Step, Trace
from desktop.domain.result_record import earlier_of, result
from desktop.domain.reversal import ReversalsSeen, ReversalStep
from desktop.flow.outcome_reader import OutcomeReader
from desktop.store.journal import SqliteJournal
from desktop.store.outcomes import find_earlier, find_outcomes
from tests.commands.runs import NOW, draft
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt


def test_the_newest_redemption_that_happened(tmp_path: Path) -> None:
    """Whatever came after it."""
    path = tmp_path / "journal.db"
    assert find_earlier(path, "MG-1") is None
    assert not path.exists()
    with SqliteJournal.open(path, till="t") as journal:
        for hours, reference in enumerate(("01A", "01B", "01C")):
            at = NOW + timedelta(hours=hours)
            journal.begin(draft("MG-1", "10"), reference, till="t", cashier="", at=at)
            if reference != "01C":
                journal.step(reference, Step.REDEEMED, at=at, redeemed=Redeemed(points=Decimal(10)))
    found = find_earlier(path, "mg-1")
    assert found is not None
    assert (found["external_reference_number"], found["outcome"]) == ("01B", "redeemed")
    assert find_earlier(path, "MG-2") is None
    assert find_earlier(path, "") is None


def test_a_damaged_journal_is_an_error(tmp_path: Path) -> None:
    """It may have an earlier redemption."""
    path = tmp_path / "journal.db"
    path.write_bytes(b"no journal" * 1000)
    with pytest.raises(JournalUnusable):
        find_earlier(path, "MG-1")


def test_the_columns_give_the_same_results_as_the_attempts(
    path: Path, begin: Callable[..., Attempt], now: datetime
) -> None:
    """In every state, by reference and by bill, also if the till had written them in part by hand."""
    by_hand, lost = Trace(code="PT-BY-HAND", message="by hand"), Trace(code="PT-TIMEOUT", request_id="q-1")
    with SqliteJournal.open(path, till="till.one") as journal:
        begin(journal, Step.REDEEMED, redeemed=Redeemed(redemption_id="r1", points=Decimal("2.50"), request_id="q"))
        begin(journal)
        begin(journal, Step.REFUSED)
        begin(journal, Step.NOT_SENT)
        begin(journal, Step.REDEEMED, Step.REVERSED)
        begin(journal, Step.LOST, Step.LOOKED, Step.ABSENT)
        unknown, suspected, settled = (begin(journal) for _ in range(3))
        journal.step(unknown.reference, Step.LOST, at=now, trace=lost)
        journal.step(suspected.reference, Step.LOST, at=now, trace=lost)
        candidate = Candidate(redemption_id="r9", points=Decimal("12.50"))
        journal.step(suspected.reference, Step.SUSPECTED, at=now, candidate=candidate)
        journal.step(settled.reference, Step.REDEEMED, at=now, redeemed=Redeemed(), trace=by_hand)
        attempts = journal.same_bill(unknown.draft.bill)
        reader = OutcomeReader(journal)
        wanted = {one.reference: reader.with_earlier(result(one)) for one in attempts}
    assert len(wanted) == 9
    assert list(find_outcomes(path, bill=f" {unknown.draft.bill.lower()} ", reference="")) == list(wanted.values())
    for reference, one in wanted.items():
        assert find_outcomes(path, bill="", reference=reference.lower()) == (one,)


def test_points_that_may_be_back(path: Path, begin: Callable[..., Attempt], now: datetime) -> None:
    """Until that is known, the outcome is not, also as an earlier one, and in the same words as in the POS's file."""
    with SqliteJournal.open(path, till="till.one") as journal:
        redeemed = begin(journal, Step.REDEEMED, redeemed=Redeemed(redemption_id="r1", points=Decimal("12.5")))
        reference, bill = redeemed.reference, redeemed.draft.bill
        journal.begin_reversal(
            reference, "V1", points=Points(Decimal(2)), reason="w", before=ReversalsSeen(), till="t", cashier="", at=now
        )
        for step, outcome in ((None, "unknown"), (ReversalStep.LOST, "unknown"), (ReversalStep.ABSENT, "redeemed")):
            if step is not None:
                journal.step_reversal("V1", step, at=now)
            (found,) = find_outcomes(path, bill="", reference=reference)
            assert (found["outcome"], bool(found["message"])) == (outcome, outcome == "unknown")
            known = OutcomeReader(journal).known(reference, "")
            assert known is not None
            assert (known.record, known.may_change) == (found, outcome == "unknown")
            earlier = find_earlier(path, bill)
            assert earlier == found
            assert OutcomeReader(journal).with_earlier({"bill": bill})["earlier"] == earlier


def test_an_earlier_redemption_that_is_not_known(path: Path, begin: Callable[..., Attempt]) -> None:
    """It is found as the window finds it: one that happened counts before the newest that may have."""
    with SqliteJournal.open(path, till="till.one") as journal:
        begin(journal, Step.REFUSED)
        unknown = begin(journal)
        earlier = earlier_of(journal.same_bill(unknown.draft.bill))
        assert earlier is not None
        assert earlier.reference == unknown.reference
        assert find_earlier(path, unknown.draft.bill) == result(earlier)
        happened = begin(journal, Step.REDEEMED, redeemed=Redeemed(redemption_id="r1"))
        begin(journal)
        found = find_earlier(path, unknown.draft.bill)
    assert found is not None
    assert found["external_reference_number"] == happened.reference


def test_an_earlier_redemption_that_was_changed_is_an_error(path: Path, begin: Callable[..., Attempt]) -> None:
    """Also in a journal that is too large to check whole."""
    with SqliteJournal.open(path, till="till.one") as journal:
        begin(journal, Step.REDEEMED, redeemed=Redeemed(redemption_id="r1"))
        asked = begin(journal)
    edit(path, "UPDATE attempt SET redemption_id = 'r2' WHERE redemption_id = 'r1'")
    with pytest.raises(JournalUnusable) as caught:
        find_outcomes(path, bill="", reference=asked.reference)
    assert caught.value.why is JournalTrouble.DAMAGED
