"""One window at a time across all logins of a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.redemption import State, new_reference
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock
from desktop.training.answers import TILL
from tests.commands.runs import NOW, draft, reported
from tests.logins import ASHA, acting_as, needs_root, shared_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain.redemption import Attempt
    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

pytestmark = needs_root


@pytest.fixture
def shared() -> Iterator[Path]:
    with shared_folder() as folder:
        yield folder


def test_the_window_says_that_another_login_has_the_till(
    open_till: OpenTill, service: PracticeService, shared: Path
) -> None:
    """As soon as the other one closes, Try again opens it."""
    with acting_as(ASHA):
        other = WriterLock(paths.journal(shared))
    cashier = open_till(service=service, data=shared, ready=False)
    cashier.until_sees("Try again")
    shown = " ".join(cashier.texts())
    assert "The till is open in another login on this computer." in shown
    assert "PT-JOURNAL-OTHER-LOGIN" in shown
    other.release()
    cashier.press("Try again")
    cashier.until_ready()
    cashier.redeem("10")
    assert len(service.ledger()) == 1


def test_the_secret_of_the_machine_opens_the_till(open_till: OpenTill, service: PracticeService, shared: Path) -> None:
    """No login has one in a keyring of its own, and what the page stores is for all of them."""
    from desktop.store.secrets import Passwords

    with acting_as(ASHA):
        Passwords({}, home=service.url, machine=shared).set(TILL, service.password, service.url)
    cashier = open_till(service=service, data=shared, password="")
    cashier.redeem("10")
    assert len(service.ledger()) == 1


def test_a_login_whose_own_journal_was_removed(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be moved, and the doctor says so."""
    own = tmp_path / "own"
    monkeypatch.setattr(paths, "user_data_dir", lambda: own)
    SqliteJournal.open(paths.journal(shared)).close()
    SqliteJournal.open(paths.journal(own)).close()
    paths.journal(own).unlink()
    (left,) = [one for one in reported(shared)["checks"] if one["name"] == "login"]
    assert (left["code"], left["details"]["left"]) == ("PT-JOURNAL-LEFT", str(paths.journal(own)))
    assert "damaged" in left["text"]


def test_a_window_takes_over_what_its_login_had_for_itself(
    open_till: OpenTill, service: PracticeService, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What that login did not know yet is settled by the window, and no till opens its own journal any more."""
    own = tmp_path / "own"
    monkeypatch.setattr(paths, "user_data_dir", lambda: own)
    SqliteJournal.open(paths.journal(shared)).close()
    with SqliteJournal.open(paths.journal(own)) as journal:
        begun = journal.begin(
            draft("MG-2", "5"), new_reference(NOW), till=TILL, cashier="", at=NOW, service=service.url
        )
    (left,) = [one for one in reported(shared)["checks"] if one["name"] == "login"]
    assert (left["code"], left["details"]["unknown"]) == ("PT-JOURNAL-LEFT", 1)
    monkeypatch.setattr(paths, "machine_dir", lambda: shared)
    cashier = open_till(service=service, data=shared, settle_after=1)
    cashier.until(lambda: any(journal_of(shared, State.NOT_APPLIED)), "settling")
    assert [one.reference for one in journal_of(shared, State.NOT_APPLIED)] == [begun.reference]
    assert not paths.journal(own).exists()
    (left,) = [one for one in reported(shared)["checks"] if one["name"] == "login"]
    assert left["ok"]


def journal_of(folder: Path, state: State) -> tuple[Attempt, ...]:
    with SqliteJournal.open(paths.journal(folder), writer=False) as journal:
        return journal.in_states(state)
