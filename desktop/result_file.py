"""Writes outcomes into the files that the POS names, and refuses files that are none of the POS's business."""

from __future__ import annotations

import errno
import os
import stat
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.store.private_files import FILE_MODE, make_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# This is imported before the first paint if a result is asked for, so it imports nothing heavy.


class ResultFileError(OSError):
    """This file cannot take an outcome. `strerror` says why, in plain English."""

    def __init__(self, why: str, path: str | Path) -> None:
        super().__init__(errno.EPERM, why, str(path))


def own_folders(config: Path, data: Path) -> tuple[Path, ...]:
    """The folders in which no outcome is ever written.

    They hold the till's settings, journal, logs, training and locks, the same of a till on the machine's usual
    folders, the machine's policy, and the program itself. The folder of saved receipts is not one of them: people and
    other programs use it too, and an outcome there replaces only the file that the POS names.

    Args:
        config: the settings folder of this run.
        data: the data folder of this run; in training the one that has training's in it.
    """
    program = [paths.resources(), Path(__file__).parent]
    if getattr(sys, "frozen", False):
        program.append(Path(sys.executable).parent)
    policies = [policy.parent for policy in paths.policy_files()]
    return (config, data, paths.config_dir(), paths.data_dir(), *policies, *program)


def accepted(path: Path, own: Iterable[Path]) -> Path:
    """Checks that an outcome may be written to a file, and finds out which file that is.

    Args:
        path: as the POS named it.
        own: see `own_folders`.

    Returns:
        The path without links and `..`. `write` does not follow a link that replaces a part of it later.

    Raises:
        ResultFileError: it is no regular file, belongs to the till, or cannot be written.
    """
    own = tuple(own)
    _check_spelling(path)
    try:
        found = Path(os.path.realpath(path))
        there = _stat(path)
        # The second look is for what has a name in /proc only, such as a pipe.
        if any(one is not None and not stat.S_ISREG(one.st_mode) for one in (there, _lstat(found))):
            raise ResultFileError("is a folder, a device or a pipe, and not a file", path)
        if there is not None and _lstat(found) is None:
            raise ResultFileError("is not a file in a folder", path)
        _check_folder(found, path)
        _refuse_own(found, there, own, path)
    except (OSError, ValueError) as error:
        if isinstance(error, ResultFileError):
            raise
        raise ResultFileError("cannot be looked at", path) from error
    return found


def write(path: Path, data: bytes, own: Iterable[Path]) -> None:
    """Writes an outcome, whole or not at all. An existing file keeps its mode, and its owner if that is allowed.

    Args:
        path: what `accepted` returned. A missing folder is made.
        data: the content.
        own: see `own_folders`.

    Raises:
        OSError: it cannot be written. The file is then as it was.
    """
    own = tuple(own)
    if accepted(path, own) != path:
        raise ResultFileError("has become a link since it was named", path)
    make_folder(path.parent)
    if os.name == "nt":  # pragma: no cover - the tests run this branch on Windows
        _replace(path, path.parent, None, data)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        # From here on the folder cannot be exchanged: everything is done relative to this descriptor.
        marks = _marks(own)
        if any(mark in marks for mark in _above(folder)) or os.path.realpath(path.parent) != str(path.parent):
            raise ResultFileError("is in another folder than when it was named", path)
        _replace(path, path.parent, folder, data)
        os.fsync(folder)
    finally:
        os.close(folder)


def _check_spelling(path: Path) -> None:
    text = os.fspath(path)
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        raise ResultFileError("has characters that no file name can have", "") from None
    if "\0" in text:
        raise ResultFileError("has characters that no file name can have", "")
    if os.name == "nt":  # pragma: no cover - the tests run this branch on Windows
        name = path.name
        # Devices (`NUL`, `\\.\pipe\x`), streams of a file (`r.json:x`), and names that Windows shortens by itself.
        if text.startswith(("\\\\.\\", "\\\\?\\")) or ":" in name or name != name.rstrip(". ") or _is_reserved(path):
            raise ResultFileError("is a device, or no file name", path)


def _is_reserved(path: Path) -> bool:  # pragma: no cover - Windows only
    # Python 3.13 has moved it.
    moved: Callable[[str], bool] | None = getattr(os.path, "isreserved", None)
    return moved(os.fspath(path)) if moved is not None else path.is_reserved()


def _check_folder(found: Path, path: Path) -> None:
    nearest = next((folder for folder in found.parents if _lstat(folder) is not None), None)
    rights = os.R_OK | os.W_OK | os.X_OK
    if not found.name or nearest is None or not nearest.is_dir() or not os.access(nearest, rights):
        raise ResultFileError("is in a folder that is not this user's to write", path)


def _refuse_own(found: Path, there: os.stat_result | None, own: tuple[Path, ...], path: Path) -> None:
    marks = _marks(own)
    # Folders that exist are compared by identity, whatever a file system makes of capital letters or short names.
    if any((one := _stat(folder)) is not None and _mark(one) in marks for folder in (found, *found.parents)):
        raise ResultFileError("is in a folder of the till itself", path)
    # Folders that do not exist yet are compared by their spelling, and nothing takes the name of one.
    spelt = _folded(found)
    for folder in (_folded(one) for one in own if _stat(one) is None):
        if spelt[: len(folder)] == folder or folder[: len(spelt)] == spelt:
            raise ResultFileError("is in a folder of the till itself", path)
    if there is not None and there.st_nlink > 1 and any(_mark(there) == mark for mark in _files(own)):
        raise ResultFileError("is another name of a file of the till itself", path)


def _replace(path: Path, parent: Path, folder: int | None, data: bytes) -> None:
    """Writes a new file beside the old one, and gives it the name. A link under that name is replaced, not followed."""
    name = path.name if folder is not None else str(path)
    fresh = f".points-till-{os.getpid()}-{os.urandom(4).hex()}.new"
    fresh = fresh if folder is not None else str(parent / fresh)
    try:
        before: os.stat_result | None = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before.st_mode):
        raise ResultFileError("is no longer a file", path)
    # O_BINARY and O_NOFOLLOW each exist on one kind of system only.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(fresh, flags, FILE_MODE, dir_fd=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            _keep_rights(file.fileno(), before)
            os.fsync(file.fileno())
        os.replace(fresh, name, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        os.unlink(fresh, dir_fd=folder)
        raise


def _keep_rights(descriptor: int, before: os.stat_result | None) -> None:
    if os.name == "nt":  # pragma: no cover - the tests run this branch on Windows
        return
    if before is None:
        # A umask takes bits from the mode above, the owner's own too.
        os.fchmod(descriptor, FILE_MODE)
        return
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.fchown(descriptor, before.st_uid, before.st_gid)
        except PermissionError:
            # Only root gives files away. The mode below still lets the same people read it if it was shared.
            _keep_group(descriptor, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode) & 0o777)


def _keep_group(descriptor: int, group: int) -> None:
    try:
        os.fchown(descriptor, -1, group)
    except PermissionError:
        # Not a group of this user's: the file then has this user's own.
        return


def _above(folder: int) -> Iterator[tuple[int, int]]:
    """An open folder and all above it, by the system's own `..`."""
    step, last = ".", (0, 0)
    while (mark := _mark(os.stat(step, dir_fd=folder))) != last:
        yield mark
        step, last = f"{step}/..", mark


def _marks(own: Iterable[Path]) -> frozenset[tuple[int, int]]:
    return frozenset(_mark(one) for one in map(_stat, own) if one is not None)


def _files(own: Iterable[Path]) -> Iterator[tuple[int, int]]:
    for root in own:
        for folder, _, names in os.walk(root):
            for name in names:
                there = _lstat(Path(folder) / name)
                if there is not None:
                    yield _mark(there)


def _mark(found: os.stat_result) -> tuple[int, int]:
    return (found.st_dev, found.st_ino)


def _folded(path: Path) -> tuple[str, ...]:
    """The parts of a path, alike for spellings that some file system takes for the same."""
    parts = Path(os.path.realpath(path)).parts
    return tuple(unicodedata.normalize("NFC", unicodedata.normalize("NFKD", part).casefold()) for part in parts)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _lstat(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
