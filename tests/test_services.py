"""What the services do with passwords when the settings change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import keyring
import pytest

from desktop.domain.failures import Secrets, SecretUnavailable
from desktop.domain.settings import Settings
from desktop.services import Services
from tests.journeys.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EU = "https://eu.example.com"
BOUND = ("points-till:till.one@https://eu.example.com:443", "till.one")
UNBOUND = ("points-till:till.one", "till.one")


@pytest.fixture(autouse=True)
def safe() -> Iterator[MemoryKeyring]:
    """The machine's keyring, for this test alone."""
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def services(folder: Path, home: str = EU) -> Services:
    """Those of a till that is set up."""
    settings = Settings(server=EU, till="till.one")
    return Services(settings, {}, config=folder, data=folder, training=False, lock=None, home=home)


def test_an_older_password_stays_with_the_address_that_it_was_stored_for(tmp_path: Path, safe: MemoryKeyring) -> None:
    """A changed address gets no password of an earlier version, not even after the next start."""
    safe.kept[UNBOUND] = "old"
    services(tmp_path).save({"server": "https://other.example"}, "")
    assert json.loads((tmp_path / "settings.json").read_text()) == {"server": "https://other.example"}
    assert safe.kept[BOUND] == "old"
    assert not safe.kept[UNBOUND]


def test_a_new_password_belongs_to_the_new_address(tmp_path: Path, safe: MemoryKeyring) -> None:
    """As it is read, not as it was typed."""
    services(tmp_path).save({"server": " Other.example/loyalty ", "till": "till.two"}, "new")
    assert safe.kept == {("points-till:till.two@https://other.example:443", "till.two"): "new"}


def test_a_new_password_without_a_new_address_belongs_to_the_one_in_force(tmp_path: Path, safe: MemoryKeyring) -> None:
    """Whether it comes from the file or from the command line."""
    services(tmp_path, home="").save({"store": "MG Road"}, "new")
    assert safe.kept == {BOUND: "new"}


def test_the_counter_asks_for_the_password_of_another_address(tmp_path: Path, safe: MemoryKeyring) -> None:
    """`--server` opens no counter with a stored password; nothing is sent."""
    safe.kept[("points-till:till.one@https://home.example:443", "till.one")] = "stored"
    made = services(tmp_path, home="https://home.example")
    with pytest.raises(SecretUnavailable) as caught:
        made.open_counter()
    assert caught.value.why is Secrets.OTHER_HOST
    made.close()
