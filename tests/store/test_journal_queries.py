"""Tests the queries of the journal: by state, bill, member and day, totals, and the export."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.history import HistoryQuery, Totals
from desktop.domain.journal_failures import JournalTrouble, JournalUnusable
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.redemption import Draft, Redeemed, Refusal, State, Step
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt
    from desktop.store.journal import SqliteJournal


def test_states_are_read_oldest_first(journal: SqliteJournal, begin: Callable[..., Attempt]) -> None:
    """All attempts in the given states are returned, and none for no state."""
    unknown, refused, again = begin(journal, Step.LOST), begin(journal, Step.REFUSED), begin(journal, Step.LOST)
    assert journal.in_states(State.UNKNOWN) == (unknown, again)
    assert journal.in_states(State.REFUSED, State.UNKNOWN) == (unknown, refused, again)
    assert journal.in_states() == ()


def test_a_bill_is_found_in_any_letter_case(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]
) -> None:
    """A bill finds all its attempts, newest first. An empty bill finds none."""
    first, second = begin(journal), begin(journal, draft=make_draft(bill="b-17 "))
    begin(journal, draft=make_draft(bill="B-170"))
    begin(journal, draft=make_draft(bill=""))
    assert journal.same_bill("B-17") == (second, first)
    assert journal.same_bill("") == ()
    assert journal.same_bill("B-1") == ()


def test_a_bill_with_another_spelling_is_similar(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]
) -> None:
    """Blanks, dashes, slashes and leading zeros make a similar bill. The same spelling and other digits do not."""
    first = begin(journal, draft=make_draft(bill="00B/17"))
    second = begin(journal, draft=make_draft(bill="b 1-7"))
    for bill in ("B-17", "b-17", "B-170", "B-1/70", "", "---", "000"):
        begin(journal, draft=make_draft(bill=bill))
    assert journal.similar_bill("B-17") == (second, first)
    assert [one.draft.bill for one in journal.similar_bill("00b/17")] == ["b-17", "B-17", "b 1-7"]
    for empty in ("", " ", "-", "0"):
        assert journal.similar_bill(empty) == ()


def test_unsettled_attempts_hold_a_member(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]
) -> None:
    """Only unsettled attempts of this member are returned, newest first, for every form of the number."""

    def named(kind: IdentifierKind, value: str) -> Draft:
        return make_draft(identifier=Identifier(kind, value))

    first, second = begin(journal, Step.LOST), begin(journal)
    begin(journal, Step.REDEEMED)
    begin(journal, draft=make_draft("919777788222"))
    mail = begin(journal, draft=named(IdentifierKind.EMAIL, "a@example.org"))
    for number in ("919777788221", "+91 97777 88221", "9777788221", "09777788221"):
        assert journal.same_member(named(IdentifierKind.MOBILE, number)) == (second, first)
    assert journal.same_member(named(IdentifierKind.EMAIL, "A@example.org ")) == (mail,)
    assert journal.same_member(named(IdentifierKind.EXTERNAL_ID, "a@example.org")) == ()
    assert journal.same_member(named(IdentifierKind.MOBILE, "")) == ()


def test_recent_attempts_have_the_same_points_or_were_found(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]
) -> None:
    """A redemption of other points is another purchase, unless no one has seen its receipt."""
    same = begin(journal, Step.REDEEMED, draft=make_draft(points="12.50"))
    begin(journal, Step.REDEEMED, draft=make_draft(points="7"))
    found = begin(journal, Step.LOST, Step.FOUND, draft=make_draft(points="8"))
    begin(journal, Step.LOST, draft=make_draft(points="9"))
    begin(journal, Step.REDEEMED, draft=make_draft("919777788222", points="12.5"))
    draft = make_draft(points="12.5")
    assert journal.recent(draft, same.at.date()) == (found, same)
    assert journal.recent(draft, same.at.date() + timedelta(days=1)) == ()


def test_the_user_id_names_the_person(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft]
) -> None:
    """A person may give a number once and a card the next time, and one number may belong to two user ids."""
    lost = begin(journal, Step.LOST, draft=make_draft(user_id="u-1"))
    unsent = begin(journal, Step.NOT_SENT, draft=make_draft(user_id="u-1"))
    card = make_draft(identifier=Identifier(IdentifierKind.CARD, "C-9"), user_id="u-1")
    assert journal.same_member(card) == (lost,)
    assert journal.not_redeemed(card) == (unsent,)
    assert journal.same_member(make_draft()) == (lost,)
    assert journal.not_redeemed(make_draft()) == (unsent,)
    assert journal.same_member(make_draft(user_id="u-2")) == ()
    assert journal.not_redeemed(make_draft(user_id="u-2")) == ()


def test_attempts_without_a_redemption_are_found_by_person(
    journal: SqliteJournal, begin: Callable[..., Attempt], make_draft: Callable[..., Draft], now: datetime
) -> None:
    """Resendable and unproved attempts of the person are returned, newest first, for every form of the number."""

    def refused(refusal: Refusal | None) -> Attempt:
        return journal.step(begin(journal).reference, Step.REFUSED, at=now, refusal=refusal)

    unsent = begin(journal, Step.NOT_SENT)
    absent = begin(journal, Step.LOST, Step.ABSENT, draft=make_draft(bill="other", points="3"))
    failed = refused(Refusal.FAILED)
    refused(Refusal.PROVED)
    refused(None)
    unprocessed = refused(Refusal.NOT_PROCESSED)
    begin(journal)
    begin(journal, Step.LOST)
    begin(journal, Step.REDEEMED)
    begin(journal, Step.NOT_SENT, draft=make_draft("919888888221"))
    begin(journal, Step.NOT_SENT, draft=make_draft("88221"))
    again = journal.step(unsent.reference, Step.SENT_AGAIN, at=now)
    unsent = journal.step(again.reference, Step.NOT_SENT, at=now)
    for number in ("919777788221", "+91 97777-88221", "9777788221"):
        found = journal.not_redeemed(make_draft(number, bill="whatever", notes="new"))
        assert found == (unsent, unprocessed, failed, absent)
    assert journal.not_redeemed(make_draft("")) == ()


def test_order_does_not_depend_on_the_clock(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """If the clock was set back a year, the attempt sent last is still the newest."""
    first = begin(journal, Step.NOT_SENT)
    second = begin(journal, Step.NOT_SENT, at=now - timedelta(days=365))
    assert journal.search(HistoryQuery()) == (second, first)
    assert journal.not_redeemed(first.draft) == (second, first)
    assert list(journal.export(None, None)) == [first, second]


def test_the_latest_time_since_an_attempt_does_not_follow_the_clock(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime
) -> None:
    """A clock that was set back hides no time that a day has passed since. Only what follows the attempt counts."""
    journal.note("signed_on", at=now + timedelta(days=900), till="", cashier="Meera")
    first = begin(journal)
    assert journal.latest_since(first.reference) is None
    for days in (2, 7, 1):
        journal.note("signed_on", at=now + timedelta(days=days), till="", cashier="Meera")
    assert journal.latest_since(first.reference) == now + timedelta(days=2)
    journal.note("signed_on", at=now + timedelta(days=8), till="", cashier="Meera")
    journal.note("signed_on", at=now, till="", cashier="Meera")
    assert journal.latest_since(first.reference) == now + timedelta(days=7)
    assert journal.latest_since("01NOSUCHREFERENCE") is None


@pytest.mark.parametrize("time", ["9223372036854775807", "'soon'"])
def test_a_time_that_no_clock_shows_is_damage(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, time: str
) -> None:
    """It is no mistake of the program."""
    first = begin(journal)
    journal.note("signed_on", at=now, till="", cashier="Meera")
    edit(journal.path, f"UPDATE event SET at_us = {time} WHERE seq = (SELECT max(seq) FROM event)")
    with pytest.raises(JournalUnusable) as caught:
        journal.latest_since(first.reference)
    assert caught.value.why is JournalTrouble.DAMAGED


def test_a_days_totals_are_exact(
    journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime, make_draft: Callable[..., Draft]
) -> None:
    """Only redemptions of the local day that were not reversed are added up, exactly. The reversed one was given back.

    Unsettled attempts of any day count.
    """
    for value in ("0.1", "0.2"):
        begin(journal, Step.REDEEMED, redeemed=Redeemed(points=Decimal(value), value=Decimal(value) * 2))
    begin(journal, Step.REDEEMED, draft=make_draft(points="7.001"))
    begin(journal, Step.REDEEMED, Step.REVERSED)
    begin(journal, Step.REFUSED)
    late = now.replace(hour=23, minute=59)
    begin(journal, Step.REDEEMED, at=late)
    begin(journal, Step.REDEEMED, at=late + timedelta(minutes=1))
    begin(journal, Step.LOST, at=now - timedelta(days=9))
    begin(journal)
    assert journal.totals(now.date()) == Totals(
        count=4, points=Decimal("257.426"), value=Decimal("0.6"), unsettled=2, given_back=Decimal("250.125")
    )
    assert journal.totals(date(2020, 1, 1)) == Totals(unsettled=2)


def test_export_is_a_snapshot(journal: SqliteJournal, begin: Callable[..., Attempt], now: datetime) -> None:
    """The export keeps its order and content while the till goes on, within the given days."""
    days = [begin(journal, Step.NOT_SENT, at=now + timedelta(days=day)) for day in range(4)]
    export = journal.export(None, None)
    assert next(export) == days[0]
    journal.step(days[1].reference, Step.SENT_AGAIN, at=now)
    begin(journal)
    assert list(export) == days[1:]
    start, end = date(2026, 11, 24), date(2026, 11, 25)
    assert list(journal.export(start, end)) == days[2:]
    assert list(journal.export(start, start)) == days[2:3]
    assert next(journal.export(None, date(2026, 11, 22))) == days[0]
    assert list(journal.export(date(2030, 1, 1), None)) == []
