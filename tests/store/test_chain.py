"""Tests the chain of events: what it covers, that it survives retention, and that edits and gaps are found."""

from __future__ import annotations

import json
from datetime import UTC, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import Redeemed, Refusal, Step
from desktop.store import chain, checking, opening
from desktop.store.journal import SqliteJournal
from desktop.store.verification import Verdict, verify
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt, Draft


@pytest.fixture
def lived(path: Path, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], now: datetime) -> list[Attempt]:
    """A journal with an attempt in every state, a note and a completion, closed properly."""
    with SqliteJournal.open(path, till="till.one") as journal:
        attempts = [
            begin(journal),
            begin(journal, Step.REDEEMED, redeemed=Redeemed(redemption_id="7t4y2a", points=Decimal("250.125"))),
            begin(journal, Step.NOT_SENT, Step.SENT_AGAIN, Step.LOST, draft=make_draft(bill="B-18", user_id="u-1")),
            begin(journal, Step.LOST, Step.LOOKED, Step.ABSENT),
            begin(journal, Step.REDEEMED, Step.REVERSED),
        ]
        refused = begin(journal, draft=make_draft(bill="B-19"))
        attempts.append(journal.step(refused.reference, Step.REFUSED, at=now, refusal=Refusal.FAILED))
        journal.complete(attempts[1].reference, Redeemed(balance=Decimal(3)), at=now)
        journal.note("skipped", at=now, till="t", cashier="c", reference=refused.reference.lower(), detail="x")
        journal.note("opened", at=now, till="t", cashier="c")
        assert verify(path).head == journal.head
    return attempts


def test_a_journal_that_only_the_till_wrote_is_in_order(path: Path, lived: list[Attempt]) -> None:
    """Every step, note and completion leaves a valid chain, and its head is the last event's hash."""
    with SqliteJournal.open(path, writer=False) as journal:
        (count,) = journal._connection.execute("SELECT count(*) FROM event").fetchone()
        head = journal.head
    assert verify(path) == Verdict(ok=True, events=count, head=head)
    assert len(head) == 64
    assert len(lived) == 6


def test_events_have_numbers_without_a_gap(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """A transaction that was rolled back uses no event number."""
    begin(journal)

    class Stop(Exception):
        """Rolls the transaction back."""

    def fail() -> None:
        with journal._writing():
            journal._note("lost", at=now, till="t", cashier="c")
            raise Stop

    for _ in range(3):
        with pytest.raises(Stop):
            fail()
    begin(journal)
    found = [row[0] for row in journal._connection.execute("SELECT seq FROM event ORDER BY seq")]
    assert found == [1, 2, 3]


def test_retention_leaves_the_chain_valid(path: Path, lived: list[Attempt], now: datetime) -> None:
    """The salt is deleted with the personal data. The digest stays, and an earlier head is still in the chain."""
    before = verify(path).head
    with SqliteJournal.open(path) as journal:
        assert journal.forget_members(now + timedelta(days=1)) == 2
        row = journal._connection.execute(
            "SELECT salt, person FROM attempt WHERE reference = ?", (lived[1].reference,)
        ).fetchone()
        assert row["salt"] == b""
        assert len(row["person"]) == 32
        # A redemption whose member was forgotten can still be completed and reversed.
        journal.complete(lived[1].reference, Redeemed(value=Decimal(1)), at=now)
        journal.step(lived[1].reference, Step.REVERSED, at=now)
    verdict = verify(path, before)
    assert verdict.ok
    assert verdict.head != before


def test_the_digest_of_a_number_cannot_be_found_by_trying_all(
    journal: SqliteJournal, begin: Callable[..., Attempt]
) -> None:
    """Two attempts of one member have different digests, because each has its own salt."""
    begin(journal)
    begin(journal)
    found = journal._connection.execute("SELECT salt, person FROM attempt").fetchall()
    assert len({row["salt"] for row in found}) == len({row["person"] for row in found}) == 2


COLUMNS = {
    "points": "'1'",
    "bill": "'B-99'",
    "bill_key": "'b-99'",
    "loose_key": "'b99'",
    "state": "'refused'",
    "redemption_id": "'other'",
    "moved_points": "'9'",
    "moved_value": "'9'",
    "balance": "'9'",
    "refusal": "'proved'",
    "candidate": "'{}'",
    "begun": "'2020-01-01T00:00:00+00:00'",
    "journal_id": "'x'",
    "till": "'x'",
    "cashier": "'x'",
    "sends": "7",
    "doubtful": "1",
    "looks": "7",
    "settled_late": "1",
    "service": "'https://x.example.com'",
    "person": "zeroblob(32)",
    "at": "'2020-01-01T00:00:00+00:00'",
    "day": "20200101",
    "identifier_value": "'919888888888'",
    "shown": "'x'",
    "name": "'x'",
    "user_id": "'x'",
    "notes": "'x'",
    "message": "'x'",
    "salt": "zeroblob(16)",
    "identifier_kind": "'email'",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_an_edited_attempt_is_found(path: Path, lived: list[Attempt], column: str) -> None:
    """After a change to any column of an attempt, `verify` names the attempt."""
    reference = lived[1].reference
    edit(path, f"UPDATE attempt SET {column} = {COLUMNS[column]} WHERE reference = '{reference}'")
    verdict = verify(path)
    assert not verdict.ok
    assert verdict.why is JournalTrouble.DAMAGED
    assert f"attempt {reference} was changed" in verdict.problem


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE event SET cashier = 'x' WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET detail = 'x' WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET at_us = at_us + 1 WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET what = x'00' WHERE seq = 5", "bytes where a text should be"),
        ("UPDATE chain SET facts = zeroblob(32) WHERE seq = 5", "event 5 was changed"),
        ("UPDATE chain SET hash = zeroblob(32) WHERE seq = 5", "event 5 was changed"),
        ("UPDATE chain SET hash = 'x' WHERE seq = 5", "event 5 has no hash"),
        ("UPDATE chain SET facts = 'x' WHERE seq = 5", "event 5 has no hash"),
        ("DELETE FROM chain WHERE seq = 5", "event 5 has no hash"),
        ("DELETE FROM event WHERE seq = 5", "event 5 is missing"),
        ("DELETE FROM event WHERE seq = 1", "event 1 is missing"),
        ("DELETE FROM event WHERE seq > 12", "event 13 is missing"),
        ("DELETE FROM event", "event 1 is missing"),
        ("UPDATE journal SET identity = 'x'", "identity was changed"),
        ("DELETE FROM attempt WHERE seq = 2", "7 attempts were begun, and 6 are there"),
        ("UPDATE attempt SET salt = x'', remembered = 0 WHERE seq = 2", "0 members were forgotten, and 1 attempts"),
        ("UPDATE attempt SET salt = 'x' WHERE seq = 2", "the member of attempt"),
        ("UPDATE attempt SET person = 'x' WHERE seq = 2", "attempt"),
        ("UPDATE attempt SET code = x'00' WHERE seq = 2", "bytes where a text should be"),
        ("UPDATE attempt SET notes = x'00' WHERE seq = 2", "bytes where a text should be"),
        ("DROP INDEX attempt_bill", "the schema was changed: index attempt_bill"),
        ("CREATE TABLE recipes (name TEXT)", "the schema was changed: table recipes"),
    ],
)
def test_an_edit_is_found(
    path: Path, lived: list[Attempt], begin: Callable[..., Attempt], statement: str, problem: str
) -> None:
    """`verify` names edited and missing events, a missing attempt, a forged forgetting and a changed schema."""
    with SqliteJournal.open(path) as journal:
        begin(journal)
    before = verify(path)
    edit(path, "PRAGMA foreign_keys = OFF", statement)
    verdict = verify(path)
    assert not verdict.ok
    assert problem in verdict.problem
    assert verdict.events < before.events or verdict.head == before.head
    assert len(lived) == 6


def test_only_a_head_reveals_a_tail_that_was_cut_off(path: Path, lived: list[Attempt], now: datetime) -> None:
    """If all tables lost everything after an event, only a head that was noted elsewhere shows it."""
    with SqliteJournal.open(path) as journal:
        journal.note("opened", at=now, till="t", cashier="c")
        head, count = journal.head, verify(path).events
    edit(
        path,
        f"DELETE FROM chain WHERE seq = {count}",
        f"DELETE FROM event WHERE seq = {count}",
        f"UPDATE sqlite_sequence SET seq = {count - 1}",
    )
    assert verify(path).ok
    verdict = verify(path, head)
    assert not verdict.ok
    assert "the head is not in the chain" in verdict.problem
    assert verify(path, verdict.head.upper() + " ").ok
    assert len(lived) == 6


def test_only_the_end_is_checked_at_the_start_of_a_large_journal(
    path: Path, lived: list[Attempt], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An edit of the last events, and of their attempts, is found at the start in a journal of any size."""
    monkeypatch.setattr(opening, "_FULL_CHECK_LIMIT", 0)
    monkeypatch.setattr(checking, "_RECENT", 4)
    SqliteJournal.open(path).close()
    edit(path, f"UPDATE attempt SET bill = 'x' WHERE reference = '{lived[0].reference}'")
    SqliteJournal.open(path).close()
    assert not verify(path).ok
    edit(path, f"UPDATE attempt SET bill = 'x' WHERE reference = '{lived[-1].reference}'")
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(path)
    assert caught.value.why is JournalTrouble.DAMAGED


def test_an_invalid_hash_stops_the_till(path: Path, lived: list[Attempt], now: datetime) -> None:
    """A damaged end of the chain is reported before anything is added to it."""
    with SqliteJournal.open(path) as journal:
        edit(path, "UPDATE chain SET hash = 'x' WHERE seq = (SELECT max(seq) FROM chain)")
        with pytest.raises(JournalUnusable) as caught:
            journal.step(lived[0].reference, Step.LOST, at=now)
        assert caught.value.why is JournalTrouble.DAMAGED


def test_a_missing_journal_is_in_order(path: Path) -> None:
    """A missing journal is in order and has no head, so a head that is asked for is missing."""
    assert verify(path) == Verdict(ok=True)
    verdict = verify(path, "00")
    assert (verdict.ok, verdict.why) == (False, JournalTrouble.DAMAGED)
    assert "the head is not in the chain" in verdict.problem


def test_a_column_that_a_later_version_adds_does_not_break_the_chain() -> None:
    """Empty columns are not part of the digest."""
    row = {"points": "1", "bill": "", "moved_points": None, "doubtful": 0}
    assert chain.facts_of(row) == chain.facts_of({**row, "added": "", "counted": 0, "blob": b""})
    assert chain.facts_of(row) != chain.facts_of({**row, "added": "x"})


VALUES = st.none() | st.text(max_size=4) | st.integers(-5, 5)


@given(one=st.lists(VALUES, min_size=8, max_size=8), other=st.lists(VALUES, min_size=8, max_size=8))
def test_different_events_have_different_hashes(one: list[object], other: list[object]) -> None:
    """Values cannot flow into the next column, whatever characters they contain."""
    same = json.dumps(one) == json.dumps(other)
    hashes = {chain.hash_of(chain.START, 1, tuple(event), b"") for event in (one, other)}
    assert len(hashes) == (1 if same else 2)


@given(one=st.dictionaries(st.sampled_from("abc"), VALUES), other=st.dictionaries(st.sampled_from("abc"), VALUES))
def test_different_facts_have_different_digests(one: dict[str, object], other: dict[str, object]) -> None:
    """Two rows have the same digest only if all their values that are not empty are the same."""
    same = {name: value for name, value in one.items() if value} == {k: v for k, v in other.items() if v}
    assert (chain.facts_of(one) == chain.facts_of(other)) is same


def test_an_attempt_that_was_taken_over_is_covered_too(
    path: Path, lived: list[Attempt], now: datetime, tmp_path: Path
) -> None:
    """After a damaged journal is replaced, the new chain is valid, also for forgotten members."""
    with SqliteJournal.open(path) as journal:
        journal.forget_members(now + timedelta(days=1))
        taken = list(journal.export(None, None))
    with SqliteJournal.open(tmp_path / "new.sqlite") as journal:
        assert journal.adopt(taken, at=now.astimezone(UTC)) == len(lived)
        assert journal.get(taken[0].reference) == taken[0]
    assert verify(tmp_path / "new.sqlite").ok
