"""Tests that the journal forgets members after the retention time, and keeps what settling needs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.group import GroupChoice, PrimaryUserIdentifierType
from desktop.domain.history import HistoryQuery
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import Draft, Refusal, Step, Trace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt
    from desktop.store.journal import SqliteJournal


def test_a_forgotten_member_matches_no_one(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], now: datetime
) -> None:
    """After retention an attempt belongs to no one, not even to a draft that names no one."""
    begin(journal, Step.NOT_SENT, draft=make_draft(user_id="u-1"))
    assert journal.forget_members(now + timedelta(days=1)) == 1
    for draft in (make_draft(), make_draft(""), make_draft("", user_id="u-1")):
        assert journal.not_redeemed(draft) == ()


def test_forgetting_deletes_the_member_and_keeps_the_figures(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, make_draft: Callable[..., Draft], path: Path
) -> None:
    """Number, name and other personal data are gone from the bytes of the file. The figures stay."""
    draft = make_draft(
        shown="",
        user_id="user-4711",
        notes="asked 97777 88221 to call",
        custom_fields=(("point_transfered_to", "9888877332"),),
        group=GroupChoice(identifier_type=PrimaryUserIdentifierType.MOBILE, identifier_value="9666655443", name="Raos"),
    )
    attempt = begin(journal, draft=draft)
    trace = Trace(code="1", message="see 9555544332")
    journal.step(attempt.reference, Step.REFUSED, at=now, trace=trace)
    mail = begin(
        journal, Step.REFUSED, draft=make_draft(shown="", identifier=Identifier(IdentifierKind.EMAIL, "a@example.org"))
    )
    assert journal.forget_members(now) == 0
    assert journal.forget_members(now + timedelta(microseconds=1)) == 2
    assert journal.forget_members(now + timedelta(days=1)) == 0
    forgotten = journal.get(attempt.reference)
    assert forgotten is not None
    assert (forgotten.draft.identifier.value, forgotten.draft.name) == ("", "")
    assert forgotten.masked_identifier == "••••••••8221"
    assert forgotten.draft.points == draft.points
    assert forgotten.draft.bill == draft.bill
    anonymous = journal.get(mail.reference)
    assert anonymous is not None
    assert anonymous.masked_identifier == "•••"
    assert journal.search(HistoryQuery(text="8221")) == (forgotten,)
    assert journal.search(HistoryQuery(text="788221")) == ()
    assert path.with_name(path.name + "-wal").stat().st_size == 0
    held = path.read_bytes()
    for gone in (
        b"9777788221",
        b"97777 88221",
        b"9888877332",
        b"9666655443",
        b"9555544332",
        b"Asha",
        b"Raos",
        b"a@exam",
        b"user-4711",
        b"mobile:",
        # The number as the file keeps it, with and without its country code.
        (1_919_777_788_221).to_bytes(6, "big"),
        (19_777_788_221).to_bytes(5, "big"),
    ):
        assert gone not in held
    assert b"1228877779" not in held
    assert [(one.till, one.detail) for one in journal.newest_events(9) if one.what == "forgotten"] == [
        ("till.one", "2")
    ]


@pytest.mark.parametrize(
    ("steps", "forgotten"),
    [
        ((), 0),
        ((Step.LOST,), 0),
        ((Step.LOST, Step.LOOKED), 0),
        ((Step.LOST, Step.LOOKED, Step.ABSENT), 0),
        ((Step.LOST, Step.ABSENT, Step.LOOKED), 1),
        ((Step.NOT_SENT,), 1),
        ((Step.LOST, Step.ABSENT, Step.LOOKED, Step.SENT_AGAIN, Step.LOST, Step.ABSENT), 0),
        ((Step.LOST, Step.ABSENT, Step.LOOKED, Step.SUSPECTED, Step.ABSENT), 0),
        ((Step.REDEEMED,), 1),
        ((Step.REDEEMED, Step.REVERSED), 1),
    ],
)
def test_an_attempt_that_may_be_looked_up_keeps_its_number(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, steps: tuple[Step, ...], forgotten: int
) -> None:
    """An attempt keeps its number until it is settled, and until it was looked up again if it seemed absent."""
    attempt = begin(journal, *steps)
    assert journal.forget_members(now + timedelta(days=1000)) == forgotten
    after = journal.get(attempt.reference)
    assert after is not None
    assert bool(after.draft.identifier.value) is not bool(forgotten)


@pytest.mark.parametrize(("refusal", "kept"), [(Refusal.PROVED, 0), (Refusal.FAILED, 1), (Refusal.NOT_PROCESSED, 1)])
def test_an_unproved_refusal_keeps_its_number(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, refusal: Refusal, kept: int
) -> None:
    """The number stays until the attempt was looked up once more, because the points may have moved."""
    attempt = journal.step(begin(journal).reference, Step.REFUSED, at=now, refusal=refusal)
    later = now + timedelta(days=1)
    assert journal.forget_members(later) == 1 - kept
    if kept:
        journal.step(attempt.reference, Step.LOOKED, at=now)
        assert journal.forget_members(later) == 1


def test_a_doubtful_unsent_attempt_keeps_its_number(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """If an earlier request may still arrive, the number stays until the attempt was looked up."""
    attempt = begin(journal)
    journal.step(attempt.reference, Step.NOT_SENT, at=now, doubtful=True)
    later = now + timedelta(days=1)
    assert journal.forget_members(later) == 0
    journal.step(attempt.reference, Step.LOOKED, at=now)
    assert journal.forget_members(later) == 1


def test_many_members_are_forgotten_in_batches(
    journal: SqliteJournal,
    begin: Callable[..., Attempt],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More rows than fit in one transaction are all forgotten, with one event, even if a reader keeps the WAL busy."""
    monkeypatch.setattr("desktop.store.forgetting.AT_ONCE", 2)
    for days in range(4):
        begin(journal, Step.REDEEMED, at=now - timedelta(days=days))
    reading = journal.export(None, None)
    next(reading)
    assert journal.forget_members(now + timedelta(days=1)) == 4
    assert len(list(reading)) == 3
    assert {one.draft.name for one in journal.search(HistoryQuery())} == {""}
