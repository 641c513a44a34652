"""Tests where the password for the proxy is kept, and for which proxy it is returned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import keyring
import pytest

from desktop.domain.failures import Secrets, SecretUnavailable, SettingsUnusable
from desktop.domain.settings import Settings
from desktop.store.proxy_password import ENVIRONMENT_NAME, ProxyPassword
from tests.journeys.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = Settings(proxy="http://proxy.example:3128", proxy_user="shop")


@pytest.fixture(autouse=True)
def machine_keyring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_it_belongs_to_one_name_and_one_proxy(machine_keyring: MemoryKeyring) -> None:
    """Another name or another proxy never gets it, and a till of the same name has its own entry."""
    ProxyPassword({}).set(SETTINGS, "hush")
    assert ProxyPassword({}).get(SETTINGS) == "hush"
    for other in (replace(SETTINGS, proxy="http://evil.example:3128"), replace(SETTINGS, proxy_user="other")):
        with pytest.raises(SecretUnavailable) as caught:
            ProxyPassword({}).get(other)
        assert caught.value.why is Secrets.PROXY
    assert [name for name, _user in machine_keyring.kept] == ["points-till:proxy:shop@http://proxy.example:3128"]


def test_the_environment_overrides_the_keyring() -> None:
    """As for the till's password."""
    ProxyPassword({}).set(SETTINGS, "hush")
    assert ProxyPassword({ENVIRONMENT_NAME: "other"}).get(SETTINGS) == "other"


@pytest.mark.parametrize("settings", [replace(SETTINGS, proxy=""), replace(SETTINGS, proxy="direct"), Settings()])
def test_without_a_login_none_is_needed(settings: Settings) -> None:
    """The keyring is not asked, and nothing can be stored."""
    assert ProxyPassword({ENVIRONMENT_NAME: "hush"}).get(settings) == ""
    with pytest.raises(SettingsUnusable):
        ProxyPassword({}).set(settings, "hush")
