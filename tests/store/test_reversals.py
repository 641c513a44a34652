"""Tests that reversals are stored with their events, and that the chain covers them."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import JournalTrouble
from desktop.domain.redemption import Step, new_reference
from desktop.store import reversals, rows
from desktop.store.verification import verify
from tests.store.edits import edit
from tests.store.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt
    from desktop.store.journal import SqliteJournal


@pytest.fixture
def columns(now: datetime) -> Callable[..., dict[str, Any]]:
    """Makes the columns of a reversal, with the given changes."""

    def make(attempt: Attempt, **others: object) -> dict[str, Any]:
        return {
            "id": new_reference(now),
            "reference": attempt.reference,
            "state": "in_flight",
            "points": "12.5",
            "reason": "Asha changed her mind",
            "approved_by": "Meera",
            "till": "till.one",
            "cashier": "Ravi",
            **rows.sent_columns(now),
            **rows.changed_columns(now),
            **others,
        }

    return make


@pytest.fixture
def given_back(
    journal: SqliteJournal, begin: Callable[..., Attempt], columns: Callable[..., dict[str, Any]], now: datetime
) -> dict[str, Any]:
    """A reversal that was begun and succeeded, on the first of two redemptions."""
    attempt = begin(journal, Step.REDEEMED)
    begin(journal, Step.REDEEMED)
    made = columns(attempt)
    with journal._writing():
        reversals.insert(journal._connection, made, reversals.event("begun", made, at=now, detail="12.5 points"))
    with journal._writing():
        reversals.update(
            journal._connection,
            made["id"],
            {"state": "reversed", "available": "10", "expired": "2.5", "reversal_id": "r-1"},
            step="reversed",
            at=now,
            request_id="q-1",
            detail="r-1",
        )
    return made


def test_a_reversal_is_kept_with_its_events(journal: SqliteJournal, given_back: dict[str, Any]) -> None:
    """Its columns are found by id, by redemption and by state, and its events are with those of the redemption."""
    kept = reversals.by_id(journal._connection, given_back["id"])
    assert kept is not None
    assert given_back.items() - {("state", "in_flight")} <= kept.items()
    assert (kept["state"], kept["available"], kept["expired"], kept["reversal_id"]) == ("reversed", "10", "2.5", "r-1")
    assert reversals.of_redemption(journal._connection, given_back["reference"]) == [kept]
    assert reversals.in_states(journal._connection, "reversed", "unknown") == [kept]
    assert reversals.in_states(journal._connection, "unknown") == []
    assert reversals.by_id(journal._connection, "x") is None
    events = journal.events(given_back["reference"])
    assert [one.what for one in events] == ["begun", "redeemed", "reversal_begun", "reversal_reversed"]
    assert [one.detail for one in events[2:]] == [f"{given_back['id']} 12.5 points", f"{given_back['id']} r-1"]
    assert events[-1].request_id == "q-1"


def test_the_chain_is_valid_with_reversals(
    journal: SqliteJournal, given_back: dict[str, Any], columns: Callable[..., dict[str, Any]], now: datetime
) -> None:
    """Several reversals of one redemption, a step of the redemption after them, and retention leave a valid chain."""
    attempt = journal.get(given_back["reference"])
    assert attempt is not None
    second = columns(attempt)
    with journal._writing():
        reversals.insert(journal._connection, second, reversals.event("begun", second, at=now))
    assert verify(journal.path).ok
    journal.step(attempt.reference, Step.REVERSED, at=now)
    assert verify(journal.path).ok
    assert journal.forget_members(now + timedelta(days=1)) == 1, "an open reversal needs its member"
    with journal._writing():
        reversals.update(journal._connection, second["id"], {"state": "not_sent"}, step="not_sent", at=now)
    assert journal.forget_members(now + timedelta(days=1)) == 1
    kept = reversals.by_id(journal._connection, given_back["id"])
    assert kept is not None
    assert (kept["reason"], kept["salt"]) == ("", b"")
    with journal._writing():
        reversals.update(
            journal._connection,
            second["id"],
            {"state": "unknown"},
            step="lost",
            at=now,
        )
    assert verify(journal.path).ok
    assert journal.events(attempt.reference)[-1].cashier == "Ravi"


def test_an_open_reversal_of_another_till_s_redemption_keeps_no_member(
    journal: SqliteJournal, begin: Callable[..., Attempt], columns: Callable[..., dict[str, Any]], now: datetime
) -> None:
    """This journal does not have the redemption. Its own members are forgotten all the same."""
    made = columns(begin(journal, Step.REDEEMED), reference="of another till")
    with journal._writing():
        reversals.insert(journal._connection, made, reversals.event("begun", made, at=now))
    assert journal.forget_members(now + timedelta(days=1)) == 1


@pytest.mark.parametrize(
    "change",
    ["points = '1'", "state = 'refused'", "reason = 'x'", "approved_by = 'x'", "available = '9'", "salt = 'x'"],
)
def test_an_edited_reversal_is_found(journal: SqliteJournal, given_back: dict[str, Any], change: str) -> None:
    """After a change to any column, `verify` names the reversal."""
    edit(journal.path, f"UPDATE reversal SET {change}")
    assert verify(journal.path).problem == f"reversal {given_back['id']} was changed"


def test_a_reversal_put_back_after_forgetting_is_found(
    journal: SqliteJournal, given_back: dict[str, Any], now: datetime
) -> None:
    """Once its member was forgotten, a reversal has no reason, and one that appears was added by somebody else."""
    journal.forget_members(now + timedelta(days=1))
    edit(journal.path, "UPDATE reversal SET reason = 'x'")
    assert verify(journal.path).problem == f"reversal {given_back['id']} was changed"


def test_a_reversal_that_changes_after_forgetting_stays_in_order(
    journal: SqliteJournal, given_back: dict[str, Any], now: datetime
) -> None:
    """The digest of what was forgotten cannot be made again, so it stays."""
    journal.forget_members(now + timedelta(days=1))
    before = reversals.by_id(journal._connection, given_back["id"])
    with journal._writing():
        reversals.update(journal._connection, given_back["id"], {"balance": "9"}, step="completed", at=now)
    after = reversals.by_id(journal._connection, given_back["id"])
    assert before is not None
    assert after == before | {"balance": "9"}
    assert verify(journal.path).ok


def test_a_reversal_of_what_was_sent_again_is_linked_to_it(
    journal: SqliteJournal, begin: Callable[..., Attempt], columns: Callable[..., dict[str, Any]], now: datetime
) -> None:
    """An attempt that is sent again gets a new number, and its events keep the first one."""
    attempt = begin(journal, Step.NOT_SENT, Step.SENT_AGAIN, Step.REDEEMED)
    made = columns(attempt)
    with journal._writing():
        reversals.insert(journal._connection, made, reversals.event("begun", made, at=now))
    assert journal.events(attempt.reference)[-1].what == "reversal_begun"
    assert verify(journal.path).ok


def test_a_removed_reversal_is_found(journal: SqliteJournal, given_back: dict[str, Any]) -> None:
    """A reversal cannot be deleted, and one that is missing all the same is reported."""
    with pytest.raises(sqlite3.IntegrityError, match="reversals stay"):
        journal._connection.execute("DELETE FROM reversal")
    edit(journal.path, "DELETE FROM reversal")
    assert verify(journal.path).problem == "1 reversals were begun, and 0 are there"
    assert given_back["state"] == "in_flight"


def test_an_unknown_reversal_is_not_changed(journal: SqliteJournal, now: datetime) -> None:
    """Changing a reversal that does not exist is a programming error."""
    with pytest.raises(KeyError), journal._writing():
        reversals.update(journal._connection, "x", {}, step="lost", at=now)


def test_the_end_of_the_chain_covers_reversals(
    path: Path, journal: SqliteJournal, given_back: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the start of a large journal, an edited reversal among the last events is found."""
    monkeypatch.setattr("desktop.store.opening._FULL_CHECK_LIMIT", 0)
    journal.close()
    edit(path, f"UPDATE reversal SET points = '9' WHERE id = '{given_back['id']}'")
    assert refusal(path) is JournalTrouble.DAMAGED
