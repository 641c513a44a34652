"""Identifies the machine and the file that a journal lives on, so that a copy is recognised."""

from __future__ import annotations

import functools
import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

_MACHINE_ID_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_HASHED_WITH = b"points-till journal\0"


class Fingerprint(NamedTuple):
    """Where a journal lives. An empty part is unknown and is not compared.

    Attributes:
        machine: hash of the id that the system got when it was installed. The id itself is never stored, as
            machine-id(5) asks.
        file: the file's number in its file system. A copy or a restored backup has another one. Renaming the file or
            writing to it does not change the number. The device number is left out, because it changes between boots.
    """

    machine: str
    file: str

    def differs_from(self, other: Fingerprint) -> bool:
        """True if a part that both know differs."""
        return any(mine and others and mine != others for mine, others in zip(self, other, strict=True))


def fingerprint_of(path: Path) -> Fingerprint:
    """Returns the fingerprint of a file on this machine.

    Raises:
        OSError: the file's number cannot be read.
    """
    number = path.stat().st_ino
    return Fingerprint(_machine(), str(number) if number else "")


def lives_elsewhere(connection: sqlite3.Connection, journal: Path) -> bool:
    """True if a journal is a copy that no till has opened yet.

    Args:
        connection: the journal.
        journal: its file.

    Raises:
        OSError: the file's number cannot be read.
    """
    row = connection.execute("SELECT machine, file FROM journal").fetchone()
    return fingerprint_of(journal).differs_from(Fingerprint(row["machine"], row["file"]))


@functools.cache
def _machine() -> str:
    found = machine_id()
    return hashlib.sha256(_HASHED_WITH + found.encode()).hexdigest()[:32] if found else ""


def machine_id() -> str:
    """Returns the id that the system got when it was installed, or an empty text if it has none. Does not block."""
    if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
        return _windows_id()
    elif sys.platform == "darwin":  # pragma: no cover - the tests run this branch on macOS
        return _macos_id()
    else:
        return _linux_id()


def _linux_id() -> str:
    for file in _MACHINE_ID_FILES:
        try:
            found = file.read_text(encoding="ascii", errors="replace").strip()
        except OSError:
            # A container has none of the files, or only the second one.
            continue
        # An image that has never been started contains `uninitialized`.
        if found and found != "uninitialized":
            return found
    return ""


if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows

    def _windows_id() -> str:
        import winreg

        # A 32-bit program would otherwise see another part of the registry.
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography", 0, access) as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return ""


if sys.platform == "darwin":  # pragma: no cover - the tests run this branch on macOS

    def _macos_id() -> str:
        import ctypes

        class Timespec(ctypes.Structure):
            _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))

        # gethostuuid(2) returns IOPlatformUUID without starting another process, as `ioreg` would.
        found = (ctypes.c_ubyte * 16)()
        libc = ctypes.CDLL(None)
        if libc.gethostuuid(found, ctypes.byref(Timespec(1, 0))) != 0:
            return ""
        return bytes(found).hex()
