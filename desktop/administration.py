"""Changes the till itself: tries the service, saves settings and secrets, and sets a damaged journal aside."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from desktop import paths
from desktop.domain.access import OAuthClient, SignIn
from desktop.domain.settings import read_value, server_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.api.client import LoyaltyClient
    from desktop.domain.access import Secret
    from desktop.domain.settings import Settings
    from desktop.domain.support import SupportFile
    from desktop.flow.service_check import TriedService
    from desktop.store.proxy_password import ProxyPassword
    from desktop.store.secrets import Passwords
    from desktop.store.writer_lock import WriterLock


@dataclass(frozen=True, slots=True)
class StoredSecrets:
    """The places of this till's secrets.

    Attributes:
        environment: may have them.
        root: the data folder; in training the one that contains the training folder.
        home: the service's address in the settings file or the policy; see `store.secrets.Passwords`.
    """

    environment: Mapping[str, str]
    root: Path
    home: str

    def of(self, sign_in: SignIn) -> Passwords:
        """Returns the secrets of one way to sign in to the service."""
        from desktop.store.secrets import Passwords

        return Passwords(self.environment, home=self.home, sign_in=sign_in, machine=paths.machine_data(self.root))

    def of_proxy(self) -> ProxyPassword:
        """Returns the password of the proxy."""
        from desktop.store.proxy_password import ProxyPassword

        return ProxyPassword(self.environment, machine=paths.machine_data(self.root))


class TillAdministration:
    """Changes the till itself, on the office worker's thread (`flow.office.Administration`)."""

    def __init__(
        self,
        settings: Settings,
        secrets: StoredSecrets,
        *,
        config: Path,
        journal: Path,
        take_lock: Callable[[], WriterLock],
        support: Callable[[], SupportFile] | None,
    ) -> None:
        """Changes nothing yet.

        Args:
            settings: in force.
            secrets: where the secrets are.
            config: the folder of the settings file.
            journal: the journal's file.
            take_lock: returns the writer's lock on it.
            support: makes the support file. None if no one can ask for it.
        """
        self._settings = settings
        self._secrets = secrets
        self._config = config
        self._journal = journal
        self._take_lock = take_lock
        self._support = support
        self._guard = threading.Lock()
        self._trying: LoyaltyClient | None = None
        self._is_ended = False

    def interrupt(self) -> None:
        """Cuts a try of the service, now or later. Called from the GUI thread; does not block."""
        with self._guard:
            self._is_ended = True
            if self._trying is not None:
                self._trying.abort()

    def try_service(self, settings: Settings, secret: Secret, proxy_password: str = "") -> TriedService:
        """See `flow.office.Administration.try_service`."""
        from desktop.api.client import LoyaltyClient
        from desktop.flow.service_check import TriedService, check_service

        client = LoyaltyClient.of(
            settings,
            secret or self._secrets.of(settings.sign_in).secret(settings.till, settings.server),
            proxy_password=proxy_password or self._secrets.of_proxy().get(settings),
        )
        with self._guard:
            self._trying = client
            if self._is_ended:
                client.abort()
        try:
            seconds = check_service(client, settings)
            return TriedService(seconds, client.clock_ahead())
        finally:
            with self._guard:
                self._trying = None
            client.close()

    def set_journal_aside(self) -> str:
        """See `flow.office.Administration.set_journal_aside`."""
        from desktop.store.damaged_journal import replace_damaged

        lock = self._take_lock()
        # If the window starts again meanwhile, its counter waits for this.
        with lock.opening:
            aside = replace_damaged(self._journal, datetime.now(UTC).astimezone(), lock=lock)
        return aside.name if aside.exists() else ""

    def save(self, values: dict[str, object], secret: Secret, proxy_password: str = "") -> None:
        """See `flow.office.Administration.save`."""
        from desktop.store import settings_file

        if "server" in values:
            # Do this while the address that the secrets were stored for is known.
            for sign_in in SignIn:
                self._secrets.of(sign_in).bind(self._settings.till)
        if secret:
            till = str(values.get("till") or self._settings.till)
            server = server_address(values.get("server", self._settings.server))
            # First, because a till with settings and no password would open a counter that cannot work.
            if isinstance(secret, OAuthClient):
                self._secrets.of(SignIn.OAUTH).set(till, secret.text, server)
            else:
                self._secrets.of(SignIn.BASIC).set(till, secret, server)
        if proxy_password:
            self._keep_proxy_password(values, proxy_password)
        settings_file.save(self._config, values)

    def _keep_proxy_password(self, values: Mapping[str, object], password: str) -> None:
        changed: dict[str, Any] = {
            name: read_value(name, values[name]) for name in ("proxy", "proxy_user") if name in values
        }
        self._secrets.of_proxy().set(replace(self._settings, **changed), password)

    def make_support_file(self) -> SupportFile:
        """See `flow.office.Administration.make_support_file`."""
        if self._support is None:
            raise RuntimeError("nothing here makes a support file")
        return self._support()
