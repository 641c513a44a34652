"""Keeps the secrets of a till that all logins of a machine share, in place of one user's keyring."""

from __future__ import annotations

import hashlib
import json
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from desktop.private_files import make_folder, write_atomically

if TYPE_CHECKING:
    import subprocess

    from keyring.backend import KeyringBackend

FOLDER = "secrets"
"""The folder in the machine's data folder that holds one file for each entry."""

SYSTEM_KEYCHAIN = Path("/Library/Keychains/System.keychain")
_SECURITY = Path("/usr/bin/security")
_NO_ENTRY = 44
"""Exit code of macOS's `security`: the item could not be found (`errSecItemNotFound`, -25300, modulo 256)."""


def open_store(data: Path) -> KeyringBackend:
    """Returns the machine's store, with the methods of a keyring that `Passwords` uses.

    Args:
        data: the machine's data folder.
    """
    if sys.platform == "darwin" and data.is_relative_to("/Library"):
        return cast("KeyringBackend", SystemKeychain())
    return cast("KeyringBackend", SecretFiles(data / FOLDER))


class SecretFiles:
    """One file for each secret. Only the till's own group can read them, by the rights of the folder.

    On Windows, each secret is also encrypted with the machine's key (DPAPI), so that a copy of the disk or a backup is
    of no use elsewhere. One file for each entry, so that two programs that store something do not undo each other's
    work.

    Attributes:
        name: for people.
    """

    name = "the files of this machine's till"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_password(self, service: str, username: str) -> str | None:
        """Returns a secret; None if there is none.

        Raises:
            KeyringError: the file cannot be read, is damaged, or others could read it.
        """
        from keyring.errors import KeyringError, KeyringLocked

        path = self._path(service, username)
        try:
            if path.stat().st_mode & stat.S_IRWXO and sys.platform != "win32":
                raise KeyringError("users outside the till's group can read the secret")
            found = json.loads(_decrypted(path.read_bytes()))
        except FileNotFoundError:
            return None
        except PermissionError as error:
            raise KeyringLocked("this login does not belong to the till's group") from error
        except (OSError, ValueError, RecursionError) as error:
            # Without the cause, which could quote the file.
            raise KeyringError(f"the file of a secret cannot be read ({type(error).__name__})") from None
        match found:
            case [str(name), str(user), str(secret)] if (name, user) == (service, username):
                return secret
            case _:
                raise KeyringError("the file of a secret has something else in it")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Stores a secret.

        Raises:
            KeyringError: the file cannot be written.
        """
        from keyring.errors import KeyringLocked, PasswordSetError

        data = json.dumps([service, username, password]).encode()
        try:
            make_folder(self._folder)
            write_atomically(self._path(service, username), _encrypted(data))
        except PermissionError as error:
            raise KeyringLocked("this login does not belong to the till's group") from error
        except OSError as error:
            raise PasswordSetError(f"the file of a secret cannot be written: {error.strerror}") from error

    def delete_password(self, service: str, username: str) -> None:
        """Deletes a secret.

        Raises:
            PasswordDeleteError: there is none, or it cannot be deleted.
        """
        from keyring.errors import PasswordDeleteError

        try:
            self._path(service, username).unlink()
        except OSError as error:
            raise PasswordDeleteError(error.strerror) from error

    def _path(self, service: str, username: str) -> Path:
        key = hashlib.sha256(f"{service}\0{username}".encode(errors="surrogatepass")).hexdigest()[:32]
        return self._folder / f"{key}.secret"


class SystemKeychain:
    """macOS's System keychain, which the system unlocks when it starts. Only an administrator can store a secret there.

    Args:
        program: the system's `security`.
        keychain: the keychain.

    Attributes:
        name: for people.
    """

    name = "macOS System Keychain"

    def __init__(self, program: Path = _SECURITY, keychain: Path = SYSTEM_KEYCHAIN) -> None:
        self._program = program
        self._keychain = keychain

    def get_password(self, service: str, username: str) -> str | None:
        """Returns a secret; None if there is none.

        Raises:
            KeyringError: the keychain does not give it.
        """
        from keyring.errors import KeyringError

        done = self._run("find-generic-password", "-s", service, "-a", username, "-w", str(self._keychain))
        if done.returncode == _NO_ENTRY:
            return None
        if done.returncode:
            raise KeyringError(f"security ended with {done.returncode}")
        try:
            # It was stored as hexadecimal digits, because `security` prints other characters in a way of its own.
            return bytes.fromhex(done.stdout.strip()).decode()
        except ValueError:
            raise KeyringError("the keychain has something else in this entry") from None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Stores a secret. It goes to `security` by its standard input, because any user can see the process list.

        Raises:
            PasswordSetError: the keychain does not take it.
        """
        from keyring.errors import PasswordSetError

        secret = password.encode().hex()
        line = (
            f"add-generic-password -U -A -s {_quoted(service)} -a {_quoted(username)} -w {secret}"
            f" {_quoted(str(self._keychain))}\n"
        )
        done = self._run("-i", text=line)
        if done.returncode or self.get_password(service, username) != password:
            raise PasswordSetError(f"security ended with {done.returncode}")

    def delete_password(self, service: str, username: str) -> None:
        """Deletes a secret.

        Raises:
            PasswordDeleteError: there is none, or it cannot be deleted.
        """
        from keyring.errors import PasswordDeleteError

        if self._run("delete-generic-password", "-s", service, "-a", username, str(self._keychain)).returncode:
            raise PasswordDeleteError("security did not delete the entry")

    def _run(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        import subprocess

        return subprocess.run(  # noqa: S603 - the system's own program
            [str(self._program), *arguments], input=text, capture_output=True, text=True, check=False, timeout=10
        )


def _quoted(text: str) -> str:
    """Returns a word for `security -i`, which reads words as a shell does."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
    import ctypes
    from ctypes import wintypes

    class _Blob(ctypes.Structure):
        _fields_ = (("size", wintypes.DWORD), ("data", ctypes.POINTER(ctypes.c_char)))

    _UI_FORBIDDEN, _LOCAL_MACHINE = 0x1, 0x4

    def _encrypted(data: bytes) -> bytes:
        return _convert(ctypes.windll.crypt32.CryptProtectData, data, _UI_FORBIDDEN | _LOCAL_MACHINE)

    def _decrypted(data: bytes) -> bytes:
        return _convert(ctypes.windll.crypt32.CryptUnprotectData, data, _UI_FORBIDDEN)

    def _convert(function: ctypes._FuncPointer, data: bytes, flags: int) -> bytes:
        given = _Blob(
            len(data), ctypes.cast(ctypes.create_string_buffer(data, len(data)), ctypes.POINTER(ctypes.c_char))
        )
        made = _Blob()
        if not function(ctypes.byref(given), None, None, None, None, flags, ctypes.byref(made)):
            raise ctypes.WinError()
        try:
            return ctypes.string_at(made.data, made.size)
        finally:
            ctypes.windll.kernel32.LocalFree(made.data)

else:

    def _encrypted(data: bytes) -> bytes:
        return data

    def _decrypted(data: bytes) -> bytes:
        return data
