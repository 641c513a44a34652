"""Owns the till's password: in the keyring of the system, asked for with a time limit, and nowhere else on the disk."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.failures import Secrets, SecretUnavailable, SettingsUnusable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from keyring.backend import KeyringBackend

ENVIRONMENT_NAME = "POINTS_TILL_PASSWORD"

PATIENCE = 5.0
"""Seconds that a keyring is given. One that is locked, with nobody to unlock it, has been seen to hang for 20 s."""

LONGEST = 1280
"""UTF-16 units that a password may have: Windows keeps 2,560 bytes (`CRED_MAX_CREDENTIAL_BLOB_SIZE`)."""

_STORES_NOTHING = frozenset({"keyring.backends.fail", "keyring.backends.null"})

_Answer = TypeVar("_Answer")


class Passwords:
    """The passwords of the tills of this machine's user.

    `POINTS_TILL_PASSWORD` has its way over the keyring, which is then not touched. Blocking, for `patience` at most:
    not for the thread that paints.
    """

    def __init__(
        self, environment: Mapping[str, str], *, patience: float = PATIENCE, backend: KeyringBackend | None = None
    ) -> None:
        """Nothing is asked yet.

        Args:
            environment: where `POINTS_TILL_PASSWORD` may stand.
            patience: seconds that the keyring is given.
            backend: which keyring; None for the one that the system or its configuration names.
        """
        self._given = environment.get(ENVIRONMENT_NAME, "")
        self._patience = patience
        self._backend = backend

    def get(self, till: str) -> str:
        """The till's password.

        Raises:
            SecretUnavailable: `MISSING` where none was set, `LOCKED` where the keyring does not open or answer,
                `NO_STORE` where there is no keyring.
        """
        if self._given:
            return self._given
        found = self._ask(lambda keyring: keyring.get_password(_service(till), till))
        if not found:
            raise SecretUnavailable(Secrets.MISSING)
        return found

    def set(self, till: str, password: str) -> None:
        """Keeps the till's password, and reads it back, because some keyrings take everything and keep nothing.

        Raises:
            SettingsUnusable: where the till has no name, or the password is empty or too long to be kept on Windows.
            SecretUnavailable: as with `get`.
        """
        problem = _problem(till, password)
        if problem is not None:
            raise SettingsUnusable((problem,))

        def keep(keyring: KeyringBackend) -> bool:
            keyring.set_password(_service(till), till, password)
            return keyring.get_password(_service(till), till) == password

        if not self._ask(keep):
            raise SecretUnavailable(Secrets.NO_STORE)

    def delete(self, till: str) -> None:
        """Forgets the till's password.

        Raises:
            SecretUnavailable: `MISSING` where there is none; otherwise as with `get`.
        """
        self._ask(lambda keyring: keyring.delete_password(_service(till), till))

    def backend_name(self) -> str:
        """Which keyring there is, for `doctor`.

        Raises:
            SecretUnavailable: where there is none, or looking for it takes too long.
        """
        return self._ask(lambda keyring: str(keyring.name))

    def _ask(self, question: Callable[[KeyringBackend], _Answer]) -> _Answer:
        answers: SimpleQueue[_Answer | SecretUnavailable] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(question(self._found()))
            except Exception as error:  # noqa: BLE001 - a back end raises whatever its system's library raises
                answers.put(_failure(error))

        # A thread of its own, left behind where it hangs: as a daemon it does not keep the program from ending.
        threading.Thread(target=ask, name="keyring", daemon=True).start()
        try:
            answer = answers.get(timeout=self._patience)
        except Empty:
            raise SecretUnavailable(Secrets.LOCKED) from None
        if isinstance(answer, SecretUnavailable):
            raise answer
        return answer

    def _found(self) -> KeyringBackend:
        # Looking for back ends imports D-Bus and more: not before a password is needed.
        import keyring

        backend = self._backend or keyring.get_keyring()
        if type(backend).__module__ in _STORES_NOTHING:
            raise SecretUnavailable(Secrets.NO_STORE)
        return backend


def _service(till: str) -> str:
    return f"points-till:{till}"


def _problem(till: str, password: str) -> tuple[str, str] | None:
    if not till:
        return ("till", "is needed to keep a password")
    if not password:
        return ("password", "is empty")
    if len(password.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST:
        return ("password", f"is longer than {LONGEST} characters, which is more than Windows keeps")
    return None


def _failure(error: Exception) -> SecretUnavailable:
    from keyring import errors

    match error:
        case SecretUnavailable():
            return error
        case errors.PasswordDeleteError():
            why = Secrets.MISSING
        case errors.NoKeyringError() | errors.InitError():
            why = Secrets.NO_STORE
        case errors.KeyringError():
            # Access denied by the user or the system, or a store that stays closed: the words differ with the system.
            why = Secrets.LOCKED
        case _:
            why = Secrets.NO_STORE
    failure = SecretUnavailable(why)
    failure.__cause__ = error
    return failure
