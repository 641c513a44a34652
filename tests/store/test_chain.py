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
from desktop.store import chain, checking, newest_head, opening
from desktop.store.journal import SqliteJournal
from desktop.store.small_values import pack_reference
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
            "SELECT salt, person_digest FROM attempt WHERE reference = ?", (pack_reference(lived[1].reference),)
        ).fetchone()
        assert row["salt"] is None
        assert len(row["person_digest"]) == 32
        # A redemption whose member was forgotten can still be completed and reversed.
        journal.complete(lived[1].reference, Redeemed(value=Decimal(1)), at=now)
        journal.step(lived[1].reference, Step.REVERSED, at=now)
    verdict = verify(path, before)
    assert verdict.ok
    assert verdict.head != before


def test_the_digest_of_a_number_cannot_be_found_by_trying_all(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """Two attempts of one member have different digests, because each has its own salt."""
    begin(journal, Step.REFUSED)
    begin(journal, Step.REFUSED)
    journal.forget_members(now + timedelta(days=1))
    found = journal._connection.execute("SELECT person_digest FROM attempt").fetchall()
    assert len({row["person_digest"] for row in found}) == 2


OTHER = "(SELECT id FROM word WHERE text = 'Ravi')"
COLUMNS = {
    "points": "9",
    "worth": "9",
    "bill": "'B-99'",
    "bill_key": "'b-99'",
    "loose": "loose + 1",
    "state": "2",
    "redemption_id": "'other'",
    "redemption_key": "'other'",
    "redeemed_request_id": "x'aabbccdd'",
    "moved_points": "9",
    "moved_value": "9",
    "balance": "9",
    "refusal": "1",
    "begun": "begun - 1",
    "changed": "changed + 1",
    "journal": OTHER,
    "till": OTHER,
    "service": OTHER,
    "program": OTHER,
    "cashier": "till",
    "validation": "1",
    "doubtful": "1",
    "rechecked": "1",
    "person_digest": "zeroblob(32)",
    "at_us": "at_us + 1",
    "utc_offset": "0",
    "day": "20000",
    "number": "number + 1",
    "tail": "tail + 1",
    "form": "NULL",
    "member": "'919888888888'",
    "shown": "'x'",
    "person": "1",
    "name": "'x'",
    "user_id": "7",
    "salt": "zeroblob(16)",
    "kind": "1",
    "first": "1",
    **{
        f"more{number}": f"""'{{"{name}":{value}}}'"""
        for number, (name, value) in enumerate(
            {
                "sends": "7",
                "looks": "7",
                "settled_late": "1",
                "candidate": '"{}"',
                "notes": '"x"',
                "message": '"x"',
                "code": '"1"',
                "member_group": '"{}"',
                "custom_fields": '"[]"',
                "digits": '"1"',
                "person_key": '"x"',
                "loose_key": '"x"',
            }.items()
        )
    },
}


def _is(reference: str) -> str:
    """Returns the condition for an attempt."""
    packed = pack_reference(reference)
    assert isinstance(packed, bytes)
    return f"reference = x'{packed.hex()}'"


@pytest.mark.parametrize("column", COLUMNS)
def test_an_edited_attempt_is_found(path: Path, lived: list[Attempt], column: str) -> None:
    """After a change to any column of an attempt, `verify` names the attempt."""
    reference = lived[1].reference
    name = column.rstrip("0123456789")
    edit(path, f"UPDATE attempt SET {name} = {COLUMNS[column]} WHERE {_is(reference)}")
    verdict = verify(path)
    assert not verdict.ok
    assert verdict.why is JournalTrouble.DAMAGED
    assert f"attempt {reference} was changed" in verdict.problem


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE event SET cashier = till WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET cashier = 99 WHERE seq = 5", "a row holds no event"),
        ("UPDATE event SET detail = 'x' WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET request_id = 'x' WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET at_us = at_us + 1 WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET utc_offset = 0 WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET attempt = 1 WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET attempt = NULL, reference = 'x' WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET reversal = 2 WHERE seq = 5", "was changed"),
        ("UPDATE event SET what = 'other' WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET what = 99 WHERE seq = 5", "a row holds no event"),
        ("UPDATE event SET what = x'00' WHERE seq = 5", "a row holds no event"),
        ("UPDATE event SET facts = zeroblob(32) WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET facts = 'x' WHERE seq = 5", "event 5 has no hash"),
        ("UPDATE event SET mark = zeroblob(4) WHERE seq = 5", "event 5 was changed"),
        ("UPDATE event SET mark = zeroblob(3) WHERE seq = 5", "event 5 has no hash"),
        ("UPDATE event SET mark = 'x' WHERE seq = 5", "event 5 has no hash"),
        ("UPDATE word SET text = 'Nobody' WHERE text = 'Ravi'", "was changed"),
        ("DELETE FROM word WHERE text = 'Ravi'", "a row holds no event"),
        ("UPDATE journal SET head = zeroblob(32)", "the end of the chain was changed"),
        ("UPDATE journal SET head = 'x'", "a stored hash is not bytes"),
        ("UPDATE journal SET events = events - 1", "the end of the chain was changed"),
        ("INSERT INTO checkpoint VALUES (256, zeroblob(32))", "a hash was added or removed"),
        ("DELETE FROM event WHERE seq = 5", "event 5 is missing"),
        ("DELETE FROM event WHERE seq = 1", "event 1 is missing"),
        ("DELETE FROM event WHERE seq > 12", "event 13 is missing"),
        ("DELETE FROM event", "event 1 is missing"),
        ("UPDATE journal SET identity = 'x'", "identity was changed"),
        ("DELETE FROM attempt WHERE seq = 2", "was changed"),
        ("UPDATE attempt SET salt = NULL, remembered = 0 WHERE seq = 2", "0 members were forgotten, and 1 attempts"),
        ("UPDATE attempt SET salt = 'x' WHERE seq = 2", "a row holds no attempt"),
        ("""UPDATE attempt SET more = '{"code":1}' WHERE seq = 2""", "was changed"),
        ("""UPDATE attempt SET more = '{"notes":1}' WHERE seq = 2""", "a row holds no attempt"),
        ("""UPDATE attempt SET more = '{"strange":1}' WHERE seq = 2""", "a row holds no attempt"),
        ("UPDATE attempt SET more = '1' WHERE seq = 2", "a row holds no attempt"),
        ("UPDATE attempt SET reference = zeroblob(15) WHERE seq = 2", "holds no"),
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
    """If the file and the note beside it lost everything after an event, only a head that is elsewhere shows it."""
    with SqliteJournal.open(path) as journal:
        before = journal.head
        journal.note("opened", at=now, till="t", cashier="c")
        head, count = journal.head, verify(path).events
    edit(
        path,
        f"DELETE FROM event WHERE seq = {count}",
        f"UPDATE journal SET events = {count - 1}, head = x'{before}'",
    )
    assert "is lost" in verify(path).problem
    newest_head.note_of(path).unlink()
    assert verify(path).ok
    verdict = verify(path, head)
    assert not verdict.ok
    assert "the head is not in the chain" in verdict.problem
    assert verify(path, verdict.head.upper() + " ").ok
    assert len(lived) == 6


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treats every journal as a large one, with a whole hash after every fourth event."""
    monkeypatch.setattr(opening, "_FULL_CHECK_LIMIT", 0)
    monkeypatch.setattr(checking, "_RECENT", 4)
    monkeypatch.setattr(chain, "CHECKPOINT_EVERY", 4)


@pytest.mark.parametrize("change", ["hash = zeroblob(32)", "seq = seq + 1"])
@pytest.mark.usefixtures("large", "lived")
def test_an_edited_checkpoint_is_found(path: Path, change: str) -> None:
    """The whole hashes that the journal keeps are compared with the chain."""
    edit(path, f"UPDATE checkpoint SET {change} WHERE seq = (SELECT max(seq) FROM checkpoint)")
    assert "hash" in verify(path).problem
    with pytest.raises(JournalUnusable):
        SqliteJournal.open(path)


@pytest.mark.usefixtures("large")
def test_only_the_end_is_checked_at_the_start_of_a_large_journal(path: Path, lived: list[Attempt]) -> None:
    """An edit of the last events, and of their attempts, is found at the start in a journal of any size."""
    SqliteJournal.open(path).close()
    edit(path, f"UPDATE attempt SET bill = 'x' WHERE {_is(lived[0].reference)}")
    SqliteJournal.open(path).close()
    assert not verify(path).ok
    edit(path, f"UPDATE attempt SET bill = 'x' WHERE {_is(lived[-1].reference)}")
    with pytest.raises(JournalUnusable) as caught:
        SqliteJournal.open(path)
    assert caught.value.why is JournalTrouble.DAMAGED


def test_an_invalid_hash_stops_the_till(path: Path, lived: list[Attempt], now: datetime) -> None:
    """A damaged end of the chain is reported before anything is added to it."""
    with SqliteJournal.open(path) as journal:
        edit(path, "UPDATE journal SET head = 'x'")
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
