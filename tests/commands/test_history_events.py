"""Tests the command `history events`."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.points import Points
from desktop.domain.redemption import State
from desktop.domain.reversal import ReversalsSeen, ReversalStep
from desktop.store import chain, reversal_journal
from desktop.store.journal import SqliteJournal
from tests.commands.runs import ASHA, NOW, run, verified
from tests.store.edits import edit

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = ["seq", "at", "what", "till", "cashier", "external_reference_number", "request_id", "detail", "hash"]


def events(data: Path, *arguments: str) -> list[dict[str, object]]:
    """Returns the lines of the audit trail."""
    code, printed = run(data, "history", "events", *arguments)
    assert code is ExitCode.DONE
    return [json.loads(line) for line in printed.splitlines()]


def test_the_audit_trail_is_written_with_numbers_and_hashes(filled: Path) -> None:
    """Each event has a line, oldest first. The hash of the last one is the head that `journal verify` prints."""
    lines = events(filled)
    assert [list(one) for one in lines] == [FIELDS] * 7
    assert [one["seq"] for one in lines] == list(range(1, 8))
    assert [one["what"] for one in lines] == ["made", "begun", "redeemed", "begun", "refused", "begun", "lost"]
    assert lines[2]["request_id"] == "r-1"
    assert lines[2]["detail"] == "7t4y2a"
    assert lines[2]["external_reference_number"] == lines[1]["external_reference_number"]
    assert (lines[1]["till"], lines[1]["cashier"]) == ("till.one", "Meera")
    code, verdict = verified(filled, "--head", str(lines[4]["hash"]))
    assert code is ExitCode.DONE
    assert verdict["head"] == lines[-1]["hash"]


def test_numbers_and_days_bound_it(filled: Path) -> None:
    """A program that collects the events asks for those after its last one. Both days are included."""
    lines = events(filled)
    assert events(filled, "--after", "3") == lines[3:]
    assert events(filled, "--after", "7") == events(filled, "--after", "99") == []
    day = f"{NOW + timedelta(days=1):%Y-%m-%d}"
    assert events(filled, "--from", day, "--to", day) == lines[3:5]
    assert events(filled, "--to", day, "--after", "4") == [lines[4]]


@pytest.mark.parametrize("every", [1, 2, 3])
def test_hashes_follow_from_any_whole_hash(data: Path, monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    """The hashes are the same wherever the last whole hash is."""
    monkeypatch.setattr(chain, "CHECKPOINT_EVERY", every)
    with SqliteJournal.open(paths.journal(data), till="t") as journal:
        for number in range(13):
            journal.note("opened", at=NOW, till="t", cashier="c", detail=str(number))
        head = journal.head
    whole = [one["hash"] for one in events(data)]
    assert whole[-1] == head
    for after in range(14):
        assert [one["hash"] for one in events(data, "--after", str(after))] == whole[after:]


def test_it_has_no_full_number(filled: Path) -> None:
    """Whatever a cashier typed as a reason, no full number is in the audit trail."""
    with SqliteJournal.open(paths.journal(filled), till="t") as journal:
        journal.note("code_skipped", at=NOW, till="t", cashier="c", detail=f"call {ASHA}")
    printed = run(filled, "history", "events")[1]
    assert ASHA not in printed
    assert "8221" in printed


@pytest.mark.parametrize("earlier", [False, True])
def test_the_first_event_of_a_reversal_says_why(
    filled: Path, monkeypatch: pytest.MonkeyPatch, *, earlier: bool
) -> None:
    """Without a full number, also if an earlier version stored it, and only until the member's data is deleted."""
    if earlier:
        monkeypatch.setattr(reversal_journal, "mask_numbers", str)
    with SqliteJournal.open(paths.journal(filled), till="t") as journal:
        (redeemed,) = journal.in_states(State.REDEEMED)
        before = ReversalsSeen(is_seen=True, redemption_id="7t4y2a", points=Decimal("250.125"), complete=True)
        journal.begin_reversal(
            redeemed.reference, "R", points=Points(Decimal(4)), reason=f"returned by {ASHA}", before=before, till="t",
            cashier="c", at=NOW,
        )  # fmt: skip
        lost = journal.step_reversal("R", ReversalStep.LOST, at=NOW)
        assert lost.reason == "returned by ••••••••8221"
        (stored,) = journal._connection.execute("SELECT reason FROM reversal").fetchone()
        assert (ASHA in stored) is earlier
        journal.step_reversal("R", ReversalStep.ABSENT, at=NOW)
    begun, *others = events(filled, "--after", "7")
    assert list(begun) == [*FIELDS, "reason"]
    assert begun["reason"] == "returned by ••••••••8221"
    assert [list(one) for one in others] == [FIELDS] * 2
    with SqliteJournal.open(paths.journal(filled), till="t") as journal:
        assert journal.forget_members(NOW + timedelta(days=1))
    assert list(events(filled, "--after", "7")[0]) == FIELDS


def test_an_unused_till_has_no_events(data: Path) -> None:
    """There is nothing to write, and nothing is created."""
    assert run(data, "history", "events") == (ExitCode.DONE, "")
    assert not data.exists()


@pytest.mark.parametrize(
    ("damage", "lines"), [("UPDATE event SET detail = 'x' WHERE seq = 5", 4), ("UPDATE attempt SET points = 9", 7)]
)
def test_damage_is_reported(filled: Path, capsys: pytest.CaptureFixture[str], damage: str, lines: int) -> None:
    """What was in order before the damage is written, and the command fails."""
    edit(paths.journal(filled), damage)
    out = io.StringIO()
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "events", out=out)
    assert caught.value.why is JournalTrouble.DAMAGED
    assert len(out.getvalue().splitlines()) == lines
    (said,) = capsys.readouterr().err.splitlines()
    assert "proves less than it should" in said
