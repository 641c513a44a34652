"""Keeps a till's secrets in the system's keyring, and returns them only for the host that they were stored for."""

from __future__ import annotations

import logging
import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.access import OAuthClient, Secret, SignIn
from desktop.domain.failures import Secrets, SecretUnavailable, SettingsUnusable
from desktop.domain.settings import origin
from desktop.store.lean_keyring import import_keyring, select_keyring
from desktop.store.machine_secrets import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from keyring.backend import KeyringBackend

_log = logging.getLogger(__name__)

ENVIRONMENT_NAME = "POINTS_TILL_PASSWORD"
KEY_NAME, SECRET_NAME = "POINTS_TILL_OAUTH_KEY", "POINTS_TILL_OAUTH_SECRET"

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
    only for that service, so `--server` cannot send its digest elsewhere. If the till signs in with a key and a secret,
    both are one entry of its own, for which the same rules count.

    Two kinds of entry name no service. They are bound to one at their first use:

    - An entry that an earlier version stored is bound to `home`, the address in the settings file or the policy, and
      never to an address that was given for one run.
    - An entry that `password set` stored before the till had an address is bound to `home`, or if there is still none,
      to the first address that is called.

    On a till that all logins of a machine share, the machine's store takes the keyring's place (`machine_secrets`).

    `POINTS_TILL_PASSWORD` overrides the keyring, and so do `POINTS_TILL_OAUTH_KEY` with `POINTS_TILL_OAUTH_SECRET`. The
    keyring is then not read. Every method blocks for at most `timeout`, so do not call them on the GUI thread.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        home: str = "",
        sign_in: SignIn = SignIn.BASIC,
        timeout: float = KEYRING_TIMEOUT,
        backend: KeyringBackend | None = None,
        machine: Path | None = None,
    ) -> None:
        """Does not read the keyring yet.

        Args:
            environment: may contain `POINTS_TILL_PASSWORD`, or key and secret.
            home: the service's address in the settings file or the policy (`settings_file.Loaded.home`).
            sign_in: what `get` and `set` are about: the password, or key and secret as one text.
            timeout: seconds to wait for the keyring.
            backend: the keyring to use. None selects the one that the system or its configuration names.
            machine: the data folder that all logins of this machine share (`paths.machine_data`). The secrets are then
                there. None for the user's own keyring.
        """
        self._sign_in = sign_in
        self._given = _given(environment, sign_in)
        self._home = origin(home)
        self._timeout = timeout
        self._backend = backend
        self._machine = machine

    def secret(self, till: str, server: str) -> Secret:
        """Returns what the till signs in with at this service.

        Raises:
            SecretUnavailable: as for `get`.
        """
        text = self.get(till, server)
        if self._sign_in is SignIn.BASIC:
            return text
        try:
            return OAuthClient.parse(text)
        except ValueError:
            raise SecretUnavailable(Secrets.CLIENT_MISSING) from None

    def get(self, till: str, server: str) -> str:
        """Returns the till's password for this service.

        Args:
            till: the till's name.
            server: address that is about to be called.

        Raises:
            SecretUnavailable: `MISSING` (or `CLIENT_MISSING`) if none was stored, `OTHER_HOST` if one was stored for
                another address, `LOCKED` if the keyring does not open, `NO_ANSWER` if it does not answer, `NO_STORE` if
                there is no keyring, `FAILED` if it reports another error, or has something else than text.
            SettingsUnusable: what the environment has is not UTF-8.
        """
        if self._given:
            if not _is_text(self._given):
                name = ENVIRONMENT_NAME if self._sign_in is SignIn.BASIC else f"{KEY_NAME} or {SECRET_NAME}"
                raise SettingsUnusable(((name, "is not UTF-8"),))
            return self._given
        wanted = origin(server)

        def find(keyring: KeyringBackend) -> str:
            # Without an address there is no service that a password could belong to.
            bound = keyring.get_password(self._entry(till, wanted), till) if wanted else None
            if bound:
                return bound
            if wanted and wanted == self._home:
                bound = self._bind(keyring, till, wanted, _FIRST_USE, _NO_HOST)
            elif wanted and not self._home:
                bound = self._bind(keyring, till, wanted, _FIRST_USE)
            if bound:
                return bound
            elsewhere = (self._home, _FIRST_USE, _NO_HOST)
            stored = any(keyring.get_password(self._entry(till, host), till) for host in elsewhere)
            raise SecretUnavailable(Secrets.OTHER_HOST if stored else self._missing)

        found = self._ask(find)
        if not _is_text(found):
            _log.warning("the keyring has something else than text for the till %s", till)
            raise SecretUnavailable(Secrets.FAILED)
        return found

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
            keyring.set_password(self._entry(till, wanted), till, password)
            kept = keyring.get_password(self._entry(till, wanted), till) == password
            if kept and wanted == self._home:
                # An entry without an address would otherwise be bound to the next address.
                self._forget(keyring, till, _FIRST_USE, _NO_HOST)
            return kept

        if not self._ask(keep):
            raise SecretUnavailable(Secrets.NO_STORE)

    def bind(self, till: str) -> None:
        """Binds a password without an address to `home`, before `home` changes. Has no effect if there is none.

        Raises:
            SecretUnavailable: `LOCKED` or `NO_ANSWER`. Nothing was bound.
        """
        if not self._home:
            return
        try:
            self._ask(lambda keyring: self._bind(keyring, till, self._home, _FIRST_USE, _NO_HOST))
        except SecretUnavailable as failure:
            if failure.why in {Secrets.LOCKED, Secrets.NO_ANSWER}:
                raise

    def delete(self, till: str, server: str) -> None:
        """Deletes the till's password for a service.

        Raises:
            SecretUnavailable: `MISSING` if there is none. Otherwise as for `get`.
        """
        self._ask(lambda keyring: keyring.delete_password(self._entry(till, origin(server)), till))

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
                answers.put(self._failure(error))

        # Ask in a separate thread, which is abandoned if it hangs. A daemon thread does not keep the program from
        # ending.
        threading.Thread(target=ask, name="keyring", daemon=True).start()
        try:
            answer = answers.get(timeout=self._timeout)
        except Empty:
            raise SecretUnavailable(Secrets.NO_ANSWER) from None
        if isinstance(answer, SecretUnavailable):
            raise answer
        return answer

    def _found(self) -> KeyringBackend:
        # Finding the back end imports D-Bus and more, so import keyring only when a password is needed.
        import_keyring()
        if self._machine is not None:
            return open_store(self._machine)
        backend = self._backend or select_keyring()
        if type(backend).__module__ in _STORES_NOTHING:
            raise SecretUnavailable(Secrets.NO_STORE)
        return backend

    @property
    def _missing(self) -> Secrets:
        return Secrets.MISSING if self._sign_in is SignIn.BASIC else Secrets.CLIENT_MISSING

    def _entry(self, till: str, host: str) -> str:
        """Returns the name of an entry. Its user name is the till's name, so one till never reads another's entry."""
        product = "points-till" if self._sign_in is SignIn.BASIC else "points-till-oauth"
        return f"{product}:{till}@{host}" if host != _NO_HOST else f"{product}:{till}"

    def _bind(self, keyring: KeyringBackend, till: str, host: str, *sources: str) -> str:
        """Moves an entry that names no service to a host, unless the host has its own.

        Returns:
            The password, or an empty text if there is none to move.
        """
        entries = [self._entry(till, one) for one in sources]
        password = next((found for entry in entries if (found := keyring.get_password(entry, till))), "")
        if not password:
            return ""
        if not keyring.get_password(self._entry(till, host), till):
            keyring.set_password(self._entry(till, host), till, password)
        if keyring.get_password(self._entry(till, host), till):
            self._forget(keyring, till, *sources)
        return password

    def _forget(self, keyring: KeyringBackend, till: str, *hosts: str) -> None:
        from keyring import errors

        for host in hosts:
            if not keyring.get_password(self._entry(till, host), till):
                continue
            try:
                keyring.delete_password(self._entry(till, host), till)
            except errors.PasswordDeleteError:
                # Some back ends cannot delete. An empty password counts as none.
                keyring.set_password(self._entry(till, host), till, "")

    def _failure(self, error: Exception) -> SecretUnavailable:
        if isinstance(error, SecretUnavailable):
            return error
        failure = SecretUnavailable(self._why(error))
        failure.__cause__ = error
        # The names of the errors only: a text could quote what was to be stored.
        names = " because of ".join(type(one).__name__ for one in (error, error.__cause__) if one is not None)
        _log.warning("the keyring cannot be used: %s (%s)", failure.support, names)
        return failure

    def _why(self, error: Exception) -> Secrets:  # noqa: PLR0911 - one for each kind of error
        try:
            from keyring import errors
        except ImportError:
            # The installation is damaged.
            return Secrets.NO_STORE

        match error:
            case errors.PasswordDeleteError():
                return self._missing
            case errors.NoKeyringError():
                return Secrets.NO_STORE
            case errors.KeyringLocked():
                return Secrets.LOCKED
            case errors.InitError():
                # GNOME's and KDE's keyring: it was never opened, and the question to open it was dismissed or could not
                # be shown. Only the cause tells this from a keyring that is not there.
                names = {type(one).__name__ for one in (error.__cause__, error.__context__) if one is not None}
                return Secrets.LOCKED if names & _DISMISSED else Secrets.NO_STORE
            case errors.KeyringError():
                return Secrets.FAILED
            case _ if type(error).__name__ in _DISMISSED:
                return Secrets.LOCKED
            case OSError() | ImportError():
                # There is no D-Bus session, or a library of the system is missing.
                return Secrets.NO_STORE
            case _ if type(error).__name__ in _NO_SERVICE or _winerror(error) in _LOGGED_OFF:
                return Secrets.NO_STORE
            case _:
                return Secrets.FAILED


_DISMISSED = frozenset({"PromptDismissedException", "LockedException"})
"""Errors of the library secretstorage. It is there on Linux only."""

_NO_SERVICE = frozenset({"SecretServiceNotAvailableException"})

_LOGGED_OFF = frozenset({1312})
"""Windows' ERROR_NO_SUCH_LOGON_SESSION: a service or task without a loaded profile has no credential store."""


def _winerror(error: Exception) -> int:
    # pywin32's own error class is no OSError.
    found = getattr(error, "winerror", 0)
    return found if isinstance(found, int) else 0


def _given(environment: Mapping[str, str], sign_in: SignIn) -> str:
    """Returns what the environment has in place of the keyring's entry; empty if it has none."""
    if sign_in is SignIn.BASIC:
        return environment.get(ENVIRONMENT_NAME, "")
    key, secret = environment.get(KEY_NAME, ""), environment.get(SECRET_NAME, "")
    return OAuthClient(key, secret).text if key and secret else ""


def _is_text(found: object) -> bool:
    """True for a text that can be signed with. Bytes that are not UTF-8 come as characters that cannot be encoded."""
    try:
        return isinstance(found, str) and bool(found.encode())
    except UnicodeEncodeError:
        return False


def _problem(till: str, password: str) -> tuple[str, str] | None:
    if not till:
        return ("till", "is needed to keep a password")
    if not password:
        return ("password", "is empty")
    if len(password.encode("utf-16-le", "surrogatepass")) > 2 * MAX_LENGTH:
        return ("password", f"is longer than {MAX_LENGTH} characters, which is more than Windows keeps")
    return None
