"""Tests how the services handle passwords when the settings change, and a journal that must be converted."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import pytest

from desktop import paths
from desktop.domain.failures import JournalTrouble, JournalUnusable, Secrets, SecretUnavailable
from desktop.domain.history import HistoryQuery
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, State, Step
from desktop.domain.settings import Settings
from desktop.services import Services
from desktop.store.journal import SqliteJournal
from tests.journeys.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator

EU = "https://eu.example.com"
BOUND = ("points-till:till.one@https://eu.example.com:443", "till.one")
UNBOUND = ("points-till:till.one", "till.one")


@pytest.fixture(autouse=True)
def machine_keyring() -> Iterator[MemoryKeyring]:
    """Replaces the machine's keyring for this test."""
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def services(folder: Path, home: str = EU) -> Services:
    """Returns the services of a till that is set up."""
    settings = Settings(server=EU, till="till.one")
    return Services(settings, {}, config=folder, data=folder, training=False, lock=None, home=home)


def test_an_older_password_stays_with_the_address_that_it_was_stored_for(
    tmp_path: Path, machine_keyring: MemoryKeyring
) -> None:
    """A changed address does not get a password of an earlier version, not even after the next start."""
    machine_keyring.kept[UNBOUND] = "old"
    services(tmp_path).administration.save({"server": "https://other.example"}, "")
    assert json.loads((tmp_path / "settings.json").read_text()) == {"server": "https://other.example"}
    assert machine_keyring.kept[BOUND] == "old"
    assert not machine_keyring.kept[UNBOUND]


def test_a_new_password_belongs_to_the_new_address(tmp_path: Path, machine_keyring: MemoryKeyring) -> None:
    """The address is normalised before the password is stored."""
    services(tmp_path).administration.save({"server": " Other.example/loyalty ", "till": "till.two"}, "new")
    assert machine_keyring.kept == {("points-till:till.two@https://other.example:443", "till.two"): "new"}


def test_a_new_password_without_a_new_address_belongs_to_the_one_in_force(
    tmp_path: Path, machine_keyring: MemoryKeyring
) -> None:
    """The address may come from the file or from the command line."""
    services(tmp_path, home="").administration.save({"store": "MG Road"}, "new")
    assert machine_keyring.kept == {BOUND: "new"}


def test_the_counter_asks_for_the_password_of_another_address(tmp_path: Path, machine_keyring: MemoryKeyring) -> None:
    """With `--server`, the counter does not open with a stored password, and nothing is sent."""
    machine_keyring.kept[("points-till:till.one@https://home.example:443", "till.one")] = "stored"
    made = services(tmp_path, home="https://home.example")
    with pytest.raises(SecretUnavailable) as caught:
        made.open_counter()
    assert caught.value.why is Secrets.OTHER_HOST
    made.close()


def test_converting_a_journal_ends_with_the_program(tmp_path: Path) -> None:
    """The next start goes on."""
    dump = Path(__file__).parent / "store" / "journals" / "states_of_version_3.sql"
    with closing(sqlite3.connect(paths.journal(tmp_path))) as raw:
        raw.executescript(dump.read_text(encoding="utf-8"))
    made = services(tmp_path)
    made.interrupt()
    with pytest.raises(JournalUnusable) as caught:
        made.open_counter()
    assert caught.value.why is JournalTrouble.UNAVAILABLE
    made.close()
    begun = tmp_path / f"{paths.journal(tmp_path).name}.upgrading"
    assert begun.exists()
    with SqliteJournal.open(paths.journal(tmp_path)) as journal:
        assert journal.count_states()
    assert not begun.exists()


def test_a_clock_that_was_set_forward_forgets_no_one(tmp_path: Path, machine_keyring: MemoryKeyring) -> None:
    """Numbers that are kept for 90 days are not gone because the clock jumped by a year. A day on, they go."""
    machine_keyring.kept[BOUND] = "stored"
    a_year_ago = datetime.now(UTC) - timedelta(days=365)
    with SqliteJournal.open(paths.journal(tmp_path)) as journal:
        for number, at in enumerate((a_year_ago - timedelta(days=91), a_year_ago)):
            draft = Draft(identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(10)))
            attempt = journal.begin(draft, f"01KA{number}", till="till.one", cashier="", at=at)
            journal.step(attempt.reference, Step.REDEEMED, at=at, redeemed=Redeemed())
    assert remembered(tmp_path) == [False, True]
    for hours, known in ((0, True), (23, True), (25, False)):
        at = datetime.now(UTC) - timedelta(hours=hours)
        with SqliteJournal.open(paths.journal(tmp_path)) as journal:
            journal.note("signed_on", at=at, till="till.one", cashier="Meera Nair")
        assert remembered(tmp_path) == [False, known]


def remembered(folder: Path) -> list[bool]:
    """Opens what the settling worker uses, and returns for each attempt whether its member is still known."""
    made = services(folder)
    made.open_settling().close()
    made.close()
    with SqliteJournal.open(paths.journal(folder), writer=False) as journal:
        return [bool(one.draft.identifier.value) for one in journal.in_states(State.REDEEMED)]


def test_the_history_of_a_folder_that_cannot_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a problem of the journal, and not a mistake of the program."""

    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    with closing(services(tmp_path).open_office()) as office:
        monkeypatch.setattr(Path, "exists", refuse)
        with pytest.raises(JournalUnusable) as caught:
            office.search(HistoryQuery())
    assert caught.value.why is JournalTrouble.READ_ONLY
