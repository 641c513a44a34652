"""Keeps the password for the proxy in the system's keyring, for the address of that proxy only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.failures import Secrets, SecretUnavailable, SettingsUnusable
from desktop.domain.settings import DIRECT
from desktop.store import secrets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.domain.settings import Settings

ENVIRONMENT_NAME = "POINTS_TILL_PROXY_PASSWORD"


class ProxyPassword:
    """The password for the proxy that the settings name. Every method blocks as those of `secrets.Passwords`.

    `POINTS_TILL_PROXY_PASSWORD` overrides the keyring. The keyring is then not read.
    """

    def __init__(self, environment: Mapping[str, str], *, machine: Path | None = None) -> None:
        """Does not read the keyring yet.

        Args:
            environment: may contain `POINTS_TILL_PROXY_PASSWORD`.
            machine: the data folder that all logins share, as for `secrets.Passwords`.
        """
        self._environment = environment
        self._machine = machine

    def get(self, settings: Settings) -> str:
        """Returns the password; empty if the proxy needs no login.

        Raises:
            SecretUnavailable: `PROXY` if none was stored for this name and proxy; otherwise as `Passwords.get`.
        """
        if not has_login(settings):
            return ""
        given = self._environment.get(ENVIRONMENT_NAME, "")
        if given:
            return given
        try:
            return self._keyring(settings).get(_owner(settings), settings.proxy)
        except SecretUnavailable as failure:
            if failure.why in {Secrets.MISSING, Secrets.OTHER_HOST}:
                raise SecretUnavailable(Secrets.PROXY) from failure
            raise

    def set(self, settings: Settings, password: str) -> None:
        """Stores the password.

        Raises:
            SettingsUnusable: the settings have no proxy or no name for it, or the password cannot be kept.
            SecretUnavailable: as `Passwords.set`.
        """
        if not has_login(settings):
            missing = "proxy" if settings.proxy in {"", DIRECT} else "proxy_user"
            raise SettingsUnusable(((missing, "is needed to keep a password for the proxy"),))
        self._keyring(settings).set(_owner(settings), password, settings.proxy)

    def delete(self, settings: Settings) -> None:
        """Deletes the password.

        Raises:
            SecretUnavailable: there is none; otherwise as `Passwords.get`.
        """
        self._keyring(settings).delete(_owner(settings), settings.proxy)

    def _keyring(self, settings: Settings) -> secrets.Passwords:
        return secrets.Passwords({}, home=settings.proxy, machine=self._machine)


def has_login(settings: Settings) -> bool:
    """True if the till logs in at a proxy."""
    return bool(settings.proxy_user) and settings.proxy not in {"", DIRECT}


def _owner(settings: Settings) -> str:
    # No till's name has a colon in it.
    return f"proxy:{settings.proxy_user}"
