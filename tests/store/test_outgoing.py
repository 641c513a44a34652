"""Tests what of a journal is sent to head office."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.event_batch import EventBatch, write
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.group import GroupChoice, PrimaryUserIdentifierType
from desktop.domain.head_office import SendingProblem, SendingStatus, member_digest
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Redeemed, Step, Trace
from desktop.domain.reversal import GivenBack, ReversalsSeen, ReversalStep
from desktop.store.outgoing import Outbox
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.redemption import Attempt, Draft
    from desktop.store.journal import SqliteJournal

KEY = b"k" * 32
DONE = Redeemed(redemption_id="id-1", points=Decimal("250.125"), value=Decimal(250))


@pytest.fixture
def outbox(path: Path, tmp_path: Path) -> Outbox:
    """The journal's outbox."""
    return Outbox(path, tmp_path / "head-office.json", digest_key=KEY)


def _whole(outbox: Outbox, count: int = 500) -> EventBatch:
    batch = outbox.batch(0, count)
    assert batch is not None
    batch.check()
    return batch


def _records(batch: EventBatch) -> dict[int, Any]:
    return {event.seq: event.record for event in batch.events if event.record is not None}


def test_the_events_are_those_of_the_audit_trail(
    journal: SqliteJournal, begin: Callable[..., Attempt], outbox: Outbox
) -> None:
    """Numbers and hashes are those that `history events` prints, and head office computes the same."""
    for _ in range(3):
        begin(journal, Step.REDEEMED, redeemed=DONE)
    batch = _whole(outbox)
    assert [(one.seq, one.hash) for one in batch.events] == [
        (line.seq, line.hash.hex()) for line in journal.audit(None, None)
    ]
    assert batch.last == len(batch.events) == 7
    assert batch.journal == journal.identity


@pytest.mark.parametrize("after", [0, 1, 255, 256, 257, 300])
def test_a_batch_begins_anywhere(
    journal: SqliteJournal, begin: Callable[..., Attempt], outbox: Outbox, after: int
) -> None:
    """It follows from the hash of the event before it, whether or not that one was kept as a whole."""
    for _ in range(151):
        begin(journal, Step.REFUSED)
    batch = outbox.batch(after, 10)
    assert batch is not None
    batch.check()
    assert [event.seq for event in batch.events] == list(range(after + 1, min(after + 10, 303) + 1))


def test_without_a_number_it_only_says_how_far_the_journal_is(
    journal: SqliteJournal, begin: Callable[..., Attempt], outbox: Outbox
) -> None:
    """An empty batch names the newest event and its hash."""
    begin(journal)
    batch = outbox.batch(None, 10)
    assert batch is not None
    assert (batch.after, batch.last, batch.previous, batch.events) == (2, 2, journal.head, ())


def test_an_attempt_comes_with_its_newest_event(
    journal: SqliteJournal, begin: Callable[..., Attempt], outbox: Outbox, now: datetime
) -> None:
    """Each attempt is sent once, as it is now, and proved by the digest in that event."""
    first = begin(journal, Step.LOST)
    begin(journal, Step.REDEEMED, redeemed=DONE)
    journal.step(first.reference, Step.FOUND, at=now, redeemed=DONE)
    records = _records(_whole(outbox))
    assert list(records) == [5, 6]
    assert records[6].columns["reference"] == first.reference
    assert records[6].columns["state"] == "redeemed"
    assert records[6].columns["moved_points"] == "250.125"


def test_an_attempt_that_was_sent_again_comes_once(
    journal: SqliteJournal, begin: Callable[..., Attempt], outbox: Outbox, now: datetime
) -> None:
    """Its row has moved to the event of the last send."""
    first = begin(journal, Step.NOT_SENT)
    begin(journal)
    journal.step(first.reference, Step.SENT_AGAIN, at=now)
    journal.step(first.reference, Step.REDEEMED, at=now, redeemed=DONE)
    records = _records(_whole(outbox))
    assert [record.columns["reference"] == first.reference for record in records.values()] == [False, True]


def test_a_reversal_comes_with_its_newest_event(
    journal: SqliteJournal, begin: Callable[..., Attempt], outbox: Outbox, now: datetime
) -> None:
    """What was given back is sent too, without the reason, which is the cashier's own words."""
    attempt = begin(journal, Step.REDEEMED, redeemed=DONE)
    seen = ReversalsSeen(is_seen=True, redemption_id="id-1", complete=True)
    journal.begin_reversal(
        attempt.reference, "r-1", points=Points(Decimal(40)), reason="Mrs Rao came back", before=seen,
        till="till.one", cashier="Ravi", at=now,
    )  # fmt: skip
    done = GivenBack(points=Decimal(40), available=Decimal(40), reversal_id="rv-1")
    journal.step_reversal("r-1", ReversalStep.REVERSED, at=now, given_back=done)
    batch = _whole(outbox)
    (reversal,) = [record for record in _records(batch).values() if record.kind == "reversal"]
    assert reversal.columns["reversed_points"] == "40"
    assert b"Rao" not in write(batch)


def test_nothing_personal_leaves(
    journal: SqliteJournal,
    begin: Callable[..., Attempt],
    make_draft: Callable[..., Draft],
    outbox: Outbox,
    now: datetime,
) -> None:
    """No number, name, card, note, custom field, user id or message of the service is in what is sent."""
    draft = make_draft(
        notes="call 9888877332",
        user_id="user-zq47",
        custom_fields=(("point_transfered_to", "9888877333"),),
        group=GroupChoice(identifier_type=PrimaryUserIdentifierType.MOBILE, identifier_value="9666655443", name="Raos"),
    )
    attempt = begin(journal, draft=draft)
    journal.step(attempt.reference, Step.REFUSED, at=now, trace=Trace(code="886", message="Asha 9777788221 said no"))
    begin(journal, draft=make_draft(identifier=Identifier(IdentifierKind.CARD, "card-xw08"), shown="•••w08"))
    journal.note("code_skipped", at=now, till="till.one", cashier="Ravi", detail="she has 97777 88221 only")
    sent = write(_whole(outbox)).decode()
    # Pieces that are long, or have letters of no digest: a digest has any five figures sooner or later.
    for personal in ("77788221", "7778822", "Asha", "Rao", "9888877", "zq47", "9666655", "said no", "xw08"):
        assert personal not in sent.replace("_", "")
    assert member_digest(KEY, "mobile", "919777788221") in sent
    assert member_digest(KEY, "card", "card-xw08") in sent


def test_the_same_member_has_the_same_digest_in_every_form(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], outbox: Outbox
) -> None:
    """The service may want numbers with +, or without the country. The digest is of the whole number."""
    for value in ("919777788221", "+919777788221", "9777788221"):
        begin(journal, draft=make_draft(value, shown="+91 ••••• •8221"))
    digests = {record.member for record in _records(_whole(outbox)).values()}
    assert digests == {member_digest(KEY, "mobile", "919777788221")}


def test_the_policy_may_allow_the_number(
    journal: SqliteJournal, begin: Callable[..., Attempt], path: Path, tmp_path: Path
) -> None:
    """Then it is sent beside the digest, and not covered by the chain."""
    begin(journal)
    batch = Outbox(path, tmp_path / "state", digest_key=KEY, with_numbers=True).batch(0, 10)
    assert batch is not None
    batch.check()
    assert [record.mobile for record in _records(batch).values()] == ["919777788221"]


def test_a_forgotten_member_does_not_break_what_is_sent(
    journal: SqliteJournal, begin: Callable[..., Attempt], outbox: Outbox, now: datetime
) -> None:
    """A till that was offline for longer than the retention time still sends a chain that proves itself."""
    begin(journal, Step.REDEEMED, redeemed=DONE)
    assert journal.forget_members(now + timedelta(days=1)) == 1
    (record,) = _records(_whole(outbox)).values()
    assert record.member == ""
    assert record.columns["moved_points"] == "250.125"


def test_reading_never_makes_the_writer_wait(
    journal: SqliteJournal, begin: Callable[..., Attempt], path: Path, outbox: Outbox
) -> None:
    """A batch is read while a transaction is open, and a commit goes through while a batch is read."""
    begin(journal)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM event").fetchall()
        begin(journal)
        assert _whole(outbox).last == 3
        reader.execute("COMMIT")


def test_a_journal_that_was_edited_is_not_sent(
    journal: SqliteJournal, begin: Callable[..., Attempt], path: Path, outbox: Outbox
) -> None:
    """An event that does not fit its hash is reported, and so is an attempt that does not fit its digest."""
    begin(journal)
    journal.close()
    edit(path, "UPDATE attempt SET points = 7 WHERE seq = 2")
    with pytest.raises(JournalUnusable) as damaged:
        outbox.batch(0, 10)
    assert damaged.value.why is JournalTrouble.DAMAGED


def test_no_journal_is_nothing_to_send(outbox: Outbox) -> None:
    """A till that is not set up has none."""
    assert outbox.batch(0, 10) is None
    assert outbox.status() == SendingStatus()


def test_how_far_head_office_is_is_remembered(
    journal: SqliteJournal, begin: Callable[..., Attempt], outbox: Outbox, now: datetime
) -> None:
    """The file says what was confirmed; how many events there are is counted now."""
    begin(journal)
    at = now.replace(microsecond=0)
    outbox.remember(journal.identity, SendingStatus(1, 2, at, SendingProblem.OFFLINE, forked=True))
    begin(journal)
    assert outbox.status() == SendingStatus(1, 3, at, SendingProblem.OFFLINE, forked=True)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "{}", '{"journal": 5, "acknowledged": "x", "contact": 7, "problem": [], "forked": "yes"}']
)
def test_a_file_that_cannot_be_read_is_as_good_as_none(
    journal: SqliteJournal, outbox: Outbox, tmp_path: Path, text: str
) -> None:
    """Head office knows how far it is, so nothing depends on the file."""
    (tmp_path / "head-office.json").write_text(text)
    assert outbox.status() == SendingStatus(events=journal_events(journal))


def test_what_another_journal_had_sent_does_not_count(journal: SqliteJournal, outbox: Outbox) -> None:
    """After a damaged journal was replaced, head office has nothing of the new one yet."""
    outbox.remember("f" * 32, SendingStatus(acknowledged=1))
    assert outbox.status().acknowledged == 0
    assert journal_events(journal) == 1


def journal_events(journal: SqliteJournal) -> int:
    """Returns how many events a journal has."""
    return sum(1 for _ in journal.audit(None, None))
