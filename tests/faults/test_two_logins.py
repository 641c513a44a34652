"""Two logins of one machine share a till: what the first leaves unknown, the second finds out."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.failures import HeldBack, JournalTrouble, JournalUnusable
from desktop.domain.redemption import State
from desktop.store.journal import SqliteJournal
from desktop.store.verification import verify
from desktop.store.writer_lock import WriterLock
from tests.faults.faults import POSITIONS, cut_answer, cut_request
from tests.faults.harness import Harness, draft
from tests.logins import ASHA, RAVI, acting_as, needs_root, shared_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = needs_root

BILL = draft("B-1")


@pytest.fixture
def harness() -> Iterator[Harness]:
    """A harness whose journals are in the machine's folder. Everything that a till needs has been imported."""
    with shared_folder() as folder:
        made = Harness(folder)
        with made.till("warm") as till:
            made.redeem(till, draft("B-0"))
        yield made
        assert made.disagreements(settled=False) == {}
        made.close()


@pytest.mark.parametrize("moved", [True, False])
def test_the_second_login_settles_what_the_first_left(harness: Harness, moved: bool) -> None:
    """The same bill cannot be redeemed a second time by the second cashier, who sees that it is not known."""
    with acting_as(ASHA), harness.till() as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]) if moved else cut_request(POSITIONS["in-the-body"]))
        attempt = harness.redeem(till, BILL)
        assert attempt.state is State.UNKNOWN
    with acting_as(RAVI), harness.till() as till:
        with pytest.raises(HeldBack) as held:
            harness.redeem(till, BILL)
        assert held.value.attempt.reference == attempt.reference
        till.settle()
        assert till.stored(attempt).state is (State.REDEEMED if moved else State.NOT_APPLIED)
        again = harness.redeem(till, BILL) if not moved else None
        assert again is None or (again.state, again.reference) == (State.REDEEMED, attempt.reference)
    with acting_as(ASHA), harness.till() as till:
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.disagreements() == {}
    assert verify(paths.journal(harness.data())).ok


def test_the_second_login_cannot_open_a_till_that_is_open(harness: Harness) -> None:
    """It is told why, and nothing is begun."""
    with acting_as(ASHA), harness.till(), acting_as(RAVI), pytest.raises(JournalUnusable) as caught, harness.till():
        pass
    assert caught.value.why is JournalTrouble.OTHER_LOGIN


def test_a_login_that_dies_leaves_a_journal_that_the_other_can_open(harness: Harness) -> None:
    """Killed with a WAL beside the journal: the WAL belongs to the first login, and the second one reads it."""
    with acting_as(ASHA):
        journal = paths.journal(harness.data())
        with harness.till() as till:
            attempt = harness.redeem(till, BILL)
            wal = {one.name: one.read_bytes() for one in journal.parent.glob("journal.db-*")}
            main = journal.read_bytes()
            modes = {stat.S_IMODE(one.stat().st_mode) for one in journal.parent.glob("journal.db*")}
        assert "journal.db-wal" in wal
        assert modes == {0o660}
        journal.write_bytes(main)
        for name, content in wal.items():
            (journal.parent / name).write_bytes(content)
            (journal.parent / name).chmod(0o660)
    with acting_as(RAVI), WriterLock(journal) as lock, SqliteJournal.open(journal, lock=lock) as opened:
        assert opened.get(attempt.reference) == attempt
