"""Keeps the till's password in the system's keyring, and returns it only for the host that it was stored for."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.failures import Secrets, SecretUnavailable, SettingsUnusable
from desktop.domain.settings import origin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from keyring.backend import KeyringBackend

ENVIRONMENT_NAME = "POINTS_TILL_PASSWORD"

KEYRING_TIMEOUT = 5.0
"""Seconds to wait for the keyring. A locked keyring that no one unlocks has been seen to hang for 20 s."""

MAX_LENGTH = 1280
"""Maximum length of a password in UTF-16 units. Windows keeps 2,560 bytes (`CRED_MAX_CREDENTIAL_BLOB_SIZE`)."""

_NO_HOST = ""
"""Stands for the host in entries that an earlier version stored."""

_FIRST_USE = "first-use"
"""Stands for the host in entries that were stored before the till had an address."""

_STORES_NOTHING = frozenset({"keyring.backends.fail", "keyring.backends.null"})

_Answer = TypeVar("_Answer")


class Passwords:
    """The passwords of the tills of this machine's user.

    Each entry in the keyring belongs to a till and to the scheme, host and port of a service. A password is returned
    only
    for that service, so `--server` cannot send its digest elsewhere.

    Two kinds of entry name no service. They are bound to one at their first use:

    - An entry that an earlier version stored is bound to `home`, the address in the settings file or the policy, and
    never
      to an address that was given for one run.
    - An entry that `password set` stored before the till had an address is bound to `home`, or if there is still none,
    to
      the first address that is called.

    `POINTS_TILL_PASSWORD` overrides the keyring. The keyring is then not read. Every method blocks for at most
    `timeout`,
    so do not call them on the GUI thread.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        home: str = "",
        timeout: float = KEYRING_TIMEOUT,
        backend: KeyringBackend | None = None,
    ) -> None:
        """Does not read the keyring yet.

        Args:
            environment: may contain `POINTS_TILL_PASSWORD`.
            home: the service's address in the settings file or the policy (`settings_file.Loaded.home`).
            timeout: seconds to wait for the keyring.
            backend: the keyring to use. None selects the one that the system or its configuration names.
        """
        self._given = environment.get(ENVIRONMENT_NAME, "")
        self._home = origin(home)
        self._timeout = timeout
        self._backend = backend

    def get(self, till: str, server: str) -> str:
        """Returns the till's password for this service.

        Args:
            till: the till's name.
            server: address that is about to be called.

        Raises:
            SecretUnavailable: `MISSING` if none was stored, `OTHER_HOST` if one was stored for another address,
                `LOCKED` if the keyring does not open or answer, `NO_STORE` if there is no keyring.
        """
        if self._given:
            return self._given
        wanted = origin(server)

        def find(keyring: KeyringBackend) -> str:
            # Without an address there is no service that a password could belong to.
            bound = keyring.get_password(_entry(till, wanted), till) if wanted else None
            if bound:
                return bound
            if wanted and wanted == self._home:
                bound = _bind(keyring, till, wanted, _FIRST_USE, _NO_HOST)
            elif wanted and not self._home:
                bound = _bind(keyring, till, wanted, _FIRST_USE)
            if bound:
                return bound
            elsewhere = (self._home, _FIRST_USE, _NO_HOST)
            stored = any(keyring.get_password(_entry(till, host), till) for host in elsewhere)
            raise SecretUnavailable(Secrets.OTHER_HOST if stored else Secrets.MISSING)

        return self._ask(find)

    def set(self, till: str, password: str, server: str) -> None:
        """Stores the till's password for a service, and reads it back, because some keyrings keep nothing.

        Args:
            till: the till's name.
            password: the password.
            server: address of the service. If it is empty, the first use binds the password.

        Raises:
            SettingsUnusable: the till has no name, or the password is empty or too long for Windows.
            SecretUnavailable: as for `get`.
        """
        problem = _problem(till, password)
        if problem is not None:
            raise SettingsUnusable((problem,))
        wanted = origin(server) or _FIRST_USE

        def keep(keyring: KeyringBackend) -> bool:
            keyring.set_password(_entry(till, wanted), till, password)
            kept = keyring.get_password(_entry(till, wanted), till) == password
            if kept and wanted == self._home:
                # An entry without an address would otherwise be bound to the next address.
                _forget(keyring, till, _FIRST_USE, _NO_HOST)
            return kept

        if not self._ask(keep):
            raise SecretUnavailable(Secrets.NO_STORE)

    def bind(self, till: str) -> None:
        """Binds a password without an address to `home`, before `home` changes. Has no effect if there is none.

        Raises:
            SecretUnavailable: `LOCKED`. Nothing was bound.
        """
        if not self._home:
            return
        try:
            self._ask(lambda keyring: _bind(keyring, till, self._home, _FIRST_USE, _NO_HOST))
        except SecretUnavailable as failure:
            if failure.why is Secrets.LOCKED:
                raise

    def delete(self, till: str, server: str) -> None:
        """Deletes the till's password for a service.

        Raises:
            SecretUnavailable: `MISSING` if there is none. Otherwise as for `get`.
        """
        self._ask(lambda keyring: keyring.delete_password(_entry(till, origin(server)), till))

    def backend_name(self) -> str:
        """Returns the name of the keyring, for `doctor`.

        Raises:
            SecretUnavailable: there is none, or finding it takes too long.
        """
        return self._ask(lambda keyring: str(keyring.name))

    def _ask(self, question: Callable[[KeyringBackend], _Answer]) -> _Answer:
        answers: SimpleQueue[_Answer | SecretUnavailable] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(question(self._found()))
            except Exception as error:  # noqa: BLE001 - a back end raises whatever its system's library raises
                answers.put(_failure(error))

        # Ask in a separate thread, which is abandoned if it hangs. A daemon thread does not keep the program from
        # ending.
        threading.Thread(target=ask, name="keyring", daemon=True).start()
        try:
            answer = answers.get(timeout=self._timeout)
        except Empty:
            raise SecretUnavailable(Secrets.LOCKED) from None
        if isinstance(answer, SecretUnavailable):
            raise answer
        return answer

    def _found(self) -> KeyringBackend:
        # Finding back ends imports D-Bus and more, so import keyring only when a password is needed.
        import keyring

        backend = self._backend or keyring.get_keyring()
        if type(backend).__module__ in _STORES_NOTHING:
            raise SecretUnavailable(Secrets.NO_STORE)
        return backend


def _entry(till: str, host: str) -> str:
    """Returns the name of an entry. Its user name is the till's name, so one till never reads another's entry."""
    return f"points-till:{till}@{host}" if host != _NO_HOST else f"points-till:{till}"


def _bind(keyring: KeyringBackend, till: str, host: str, *sources: str) -> str:
    """Moves an entry that names no service to a host, unless the host has its own.

    Returns:
        The password, or an empty text if there is none to move.
    """
    password = next((found for one in sources if (found := keyring.get_password(_entry(till, one), till))), "")
    if not password:
        return ""
    if not keyring.get_password(_entry(till, host), till):
        keyring.set_password(_entry(till, host), till, password)
    if keyring.get_password(_entry(till, host), till):
        _forget(keyring, till, *sources)
    return password


def _forget(keyring: KeyringBackend, till: str, *hosts: str) -> None:
    from keyring import errors

    for host in hosts:
        if not keyring.get_password(_entry(till, host), till):
            continue
        try:
            keyring.delete_password(_entry(till, host), till)
        except errors.PasswordDeleteError:
            # Some back ends cannot delete. An empty password counts as none.
            keyring.set_password(_entry(till, host), till, "")


def _problem(till: str, password: str) -> tuple[str, str] | None:
    if not till:
        return ("till", "is needed to keep a password")
    if not password:
        return ("password", "is empty")
    if len(password.encode("utf-16-le", "surrogatepass")) > 2 * MAX_LENGTH:
        return ("password", f"is longer than {MAX_LENGTH} characters, which is more than Windows keeps")
    return None


def _failure(error: Exception) -> SecretUnavailable:
    try:
        from keyring import errors
    except ImportError:
        # The installation is damaged.
        return SecretUnavailable(Secrets.NO_STORE)

    match error:
        case SecretUnavailable():
            return error
        case errors.PasswordDeleteError():
            why = Secrets.MISSING
        case errors.NoKeyringError() | errors.InitError():
            why = Secrets.NO_STORE
        case errors.KeyringError():
            # The user or the system denied access, or the store stays locked. The error's text differs between systems.
            why = Secrets.LOCKED
        case _:
            why = Secrets.NO_STORE
    failure = SecretUnavailable(why)
    failure.__cause__ = error
    return failure
