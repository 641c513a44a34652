"""Creates files and folders that only this user or the till's group can read, and replaces files atomically."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER_MODE = 0o700
FILE_MODE = 0o600

SHARED_FOLDER_MODE = 0o2770
SHARED_FILE_MODE = 0o660
"""In a folder that an administrator made for a group (`is_shared`). The set-group-ID bit hands the group on."""

_INHERITING_FOLDER_MODE = 0o777

_TRIES_TO_RENAME = 20 if os.name == "nt" else 1
_PAUSE = 0.1
"""Seconds between two of them."""

_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})
"""Errors of a file system whose folders cannot be synced."""

_SHARED = stat.S_ISGID | stat.S_IRWXG
_CLOSED = stat.S_IRWXO
_ROOT = 0


def is_shared(folder: Path) -> bool:
    """True if a folder is, or will be, in one that root made for a group: mode 2770 from there on down.

    Only root can make such a folder, so no user can make the till's files readable for others by accident. False on
    Windows, where files inherit their rights from the folder.
    """
    if os.name == "nt":
        return False
    where = Path(os.path.realpath(folder))
    for one in (where, *where.parents):
        try:
            found = one.lstat()
        except FileNotFoundError:
            # It will be made, with the rights of the folder above it.
            continue
        except OSError:
            return False
        if not stat.S_ISDIR(found.st_mode) or found.st_mode & (_SHARED | _CLOSED) != _SHARED:
            return False
        if found.st_uid == _ROOT:
            return True
    return False


def file_mode(folder: Path) -> int:
    """Returns the mode of the till's files in a folder."""
    return SHARED_FILE_MODE if is_shared(folder) else FILE_MODE


def make_folder(folder: Path) -> None:
    """Creates a folder for this user alone, and every missing folder above it.

    An existing folder keeps its mode, because its owner chose it. A folder within a shared one is shared too.

    Raises:
        OSError: the folder cannot be created, or something else has its name.
    """
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    try:
        folder.mkdir(mode=_INHERITING_FOLDER_MODE if _hands_on_rights(folder.parent) else FOLDER_MODE)
    except FileExistsError:
        if not folder.is_dir():
            raise
        # Another process created it in between.
        return
    # A umask may have removed bits from the mode, even the owner's own.
    folder.chmod(SHARED_FOLDER_MODE if is_shared(folder.parent) else FOLDER_MODE)
    if sys.platform != "win32" and os.geteuid() == _ROOT:
        # A link that has taken its name meanwhile is not followed.
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            _give_to_owner(descriptor, folder.parent)
        finally:
            os.close(descriptor)


def _give_to_owner(descriptor: int, folder: Path) -> None:
    """Gives what root has just made in a user's folder to that user, as SQLite does with its own files.

    An administrator's command on a till's folder would otherwise leave a lock, a log or a journal that the till cannot
    use. What was there before stays as it is, because the user may have put a link to a file of root there.
    """
    if sys.platform != "win32" and os.geteuid() == _ROOT:
        above = folder.stat()
        if above.st_uid == _ROOT:
            return
        try:
            os.fchown(descriptor, above.st_uid, above.st_gid)
        except PermissionError:
            # Root of a container may not, nor root of another machine that shares the disk. The command itself goes on.
            return


def _hands_on_rights(folder: Path) -> bool:
    """True in folders of Windows whose own rights are right for what is made there: a profile's and the shared ones.

    Windows' Python takes mode 0700 for an access list without inheritance. In the folder that all logins share, only
    the login that made a folder could then enter it. In a profile, what an administrator's elevated program has made
    belongs to the group of administrators, so the same user could not enter it without elevation.
    """
    if os.name != "nt":
        return False
    above = (os.environ.get(name) for name in ("USERPROFILE", "ProgramData"))
    return any(folder.is_relative_to(one) for one in above if one)


def create(path: Path) -> int:
    """Creates a new, empty file for this user (or the group of a shared folder) alone, and returns its descriptor.

    Raises:
        FileExistsError: the file exists. It is never overwritten.
        OSError: the file cannot be created.
    """
    # O_BINARY and O_NOFOLLOW exist only on some systems.
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, FILE_MODE)
    path.chmod(file_mode(path.parent))
    _give_to_owner(descriptor, path.parent)
    return descriptor


def open_file(path: Path, flags: int) -> int:
    """Opens a file that may have to be created, as `create` does, and returns its descriptor.

    Args:
        path: the file.
        flags: how to open it if it exists. A new one is open for reading and writing.

    Raises:
        OSError: the file cannot be opened or created.
    """
    try:
        return create(path)
    except FileExistsError:
        descriptor = os.open(path, flags | os.O_CREAT, FILE_MODE)
    if sys.platform != "win32" and is_shared(path.parent):
        found = os.fstat(descriptor)
        if found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) != SHARED_FILE_MODE:
            os.fchmod(descriptor, SHARED_FILE_MODE)
    return descriptor


def make_private(path: Path) -> None:
    """Removes other users' rights to a file, for example after restoring a backup.

    In a shared folder, the group keeps its rights. Has no effect if we may not write it.
    """
    if sys.platform != "win32" and is_shared(path.parent):
        found = path.stat()
        # Only the owner and root can do so. Another member of the group finds the file as its owner made it.
        if stat.S_IMODE(found.st_mode) != SHARED_FILE_MODE and os.geteuid() in {found.st_uid, _ROOT}:
            path.chmod(SHARED_FILE_MODE)
        return
    if path.stat().st_mode & 0o077 and os.access(path, os.W_OK):
        path.chmod(FILE_MODE)


def write_atomically(path: Path, data: bytes) -> None:
    """Replaces a file's content, so that a power cut leaves either the old or the new content.

    Raises:
        OSError: it cannot be written. The file is then unchanged.
    """
    # A shop's settings may be a link into a managed folder. Keep the link.
    path = path.resolve()
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    # A process with the same number may have died and left this file.
    fresh.unlink(missing_ok=True)
    try:
        with os.fdopen(create(fresh), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        retry_while_open(lambda: fresh.replace(path))
    except OSError as error:
        fresh.unlink(missing_ok=True)
        # An error of writing names no file, and could be mistaken for one of standard output.
        error.filename = error.filename or str(path)
        raise
    with replaced():
        sync_folder(path.parent)


@contextmanager
def replaced() -> Iterator[None]:
    """Only logs that the folder of a file that has been replaced cannot be synced.

    The file has its new content by then, and keeps it unless the power fails. If a caller were told that it is
    unchanged, the same content would be written again.
    """
    try:
        yield
    except OSError as error:
        # Imported late, because this module is needed before the first paint.
        import logging

        logging.getLogger(__name__).warning("after a power cut a file may have its old content: %s", error.strerror)


def retry_while_open(rename: Callable[[], object]) -> None:
    """Renames a file as soon as no other program has it open, or the file that it replaces.

    Windows refuses meanwhile, and nothing tells when another program closes a file: a POS that looks for the outcome,
    or an antivirus program that looks at every new file.

    Args:
        rename: tries it.

    Raises:
        OSError: it cannot be renamed, on Windows for two seconds.
    """
    for _ in range(_TRIES_TO_RENAME - 1):
        try:
            rename()
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    rename()


def sync_folder(folder: Path) -> None:
    """Makes new names in a folder survive a power cut. Windows does so by itself and cannot open folders."""
    if os.name == "nt":  # pragma: no cover - the tests run this branch on Windows
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync_open_folder(descriptor)
    finally:
        os.close(descriptor)


def sync_open_folder(descriptor: int) -> None:
    """Does the same for a folder that is open. Has no effect on file systems that cannot do it (VirtualBox's, 9P)."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
