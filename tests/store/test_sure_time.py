"""Tests that a wrong clock makes nothing look old: neither one that was set forward, nor one that was set back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, State, Step
from desktop.store.damaged_journal import predecessor_of, read_damaged
from desktop.store.journal import SqliteJournal
from desktop.store.sure_time import sure_time
from tests.store.damage import NOW
from tests.store.edits import edit

DAY = timedelta(days=1)
YEAR = timedelta(days=365)
KEPT = timedelta(days=90)
DUMP = Path(__file__).parent / "journals" / "states_of_version_3.sql"


def used_at(path: Path, *times: datetime) -> None:
    """Has someone sign on at some times."""
    with SqliteJournal.open(path) as journal:
        for at in times:
            journal.note("signed_on", at=at, till="till.one", cashier="Ravi")


def redeem(journal: SqliteJournal, reference: str, at: datetime) -> None:
    """Redeems at a time."""
    draft = Draft(identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(10)))
    journal.begin(draft, reference, till="till.one", cashier="Ravi", at=at)
    journal.step(reference, Step.REDEEMED, at=at, redeemed=Redeemed())


def remembered(journal: SqliteJournal) -> set[str]:
    """Returns the references whose member is known."""
    return {one.reference for one in journal.in_states(State.REDEEMED) if one.draft.identifier.value}


def test_a_clock_that_is_ahead_proves_nothing_for_a_day(path: Path) -> None:
    """Its own events do not count, however often the till is started. A day on, they do. Put right, it is as before."""
    used_at(path, NOW - YEAR, NOW - YEAR + DAY, NOW, NOW + timedelta(hours=9))
    for later in (timedelta(0), timedelta(hours=23)):
        assert sure_time(path, NOW + later) == NOW - YEAR + DAY
    assert sure_time(path, NOW + DAY) == NOW
    assert sure_time(path, NOW - YEAR + DAY + DAY) == NOW - YEAR + DAY


def test_a_clock_that_is_behind_proves_nothing(path: Path) -> None:
    """What was recorded later by the clock counts as soon as the clock has got there again."""
    used_at(path, NOW - DAY, NOW - YEAR)
    assert sure_time(path, NOW - YEAR) is None
    assert sure_time(path, NOW - YEAR + DAY) == NOW - YEAR
    # The newest event counts, so that nothing is deleted before the clock that was put right has gone on for a day.
    used_at(path, NOW)
    assert sure_time(path, NOW) == NOW - YEAR
    assert sure_time(path, NOW + DAY) == NOW


def test_without_a_journal_of_this_version_no_time_is_sure(path: Path) -> None:
    """The journal may be missing, damaged, or about to be converted."""
    path.parent.mkdir(exist_ok=True)
    assert sure_time(path, NOW) is None
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(DUMP.read_text(encoding="utf-8"))
    assert sure_time(path, NOW + YEAR) is None
    path.write_bytes(b"no journal")
    assert sure_time(path, NOW) is None


def test_a_time_that_no_clock_shows_is_not_sure(path: Path) -> None:
    """A damaged row stops no start."""
    used_at(path, NOW - DAY)
    edit(path, f"UPDATE event SET at_us = {-(2**62)}")
    assert sure_time(path, NOW) is None


def forget(path: Path, now: datetime) -> set[str]:
    """Forgets members as a start does. Returns the references whose member is known."""
    with SqliteJournal.open(path) as journal:
        known = sure_time(path, now)
        assert known is not None
        journal.forget_members(known - KEPT, known)
        return remembered(journal)


def test_what_was_redeemed_while_the_clock_was_set_back_is_not_old(path: Path) -> None:
    """It follows what is known to be younger. It goes when that does."""
    with SqliteJournal.open(path) as journal:
        redeem(journal, "OLD", NOW - YEAR)
        redeem(journal, "BEFORE", NOW - 3 * DAY)
        redeem(journal, "BACK", NOW - YEAR - DAY)
    used_at(path, NOW - DAY)
    assert forget(path, NOW) == {"BEFORE", "BACK"}
    used_at(path, NOW + KEPT)
    assert forget(path, NOW + KEPT + DAY) == set()


def test_what_came_from_another_login_is_as_old_as_it_was(path: Path, tmp_path: Path) -> None:
    """Its place in the journal says nothing about its age."""
    other = tmp_path / "other.db"
    with SqliteJournal.open(other) as journal:
        redeem(journal, "OLD", NOW - YEAR)
    with SqliteJournal.open(path) as journal:
        redeem(journal, "YOUNG", NOW - 3 * DAY)
        journal.join(read_damaged(other), (), at=NOW - 2 * DAY, predecessor=predecessor_of(other))
    assert forget(path, NOW) == {"YOUNG"}
