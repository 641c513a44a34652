"""Writes outcomes to the files that the POS names, and rejects files that belong to the till."""

from __future__ import annotations

import errno
import glob
import json
import os
import stat
import sys
import unicodedata
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.hand_over_record import NO_FOLDER
from desktop.private_files import FILE_MODE, make_folder, replaced, retry_while_open, sync_open_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_NAME = ".points-till-{}-{}.new"
"""The name of a prepared file: for whom, and something that makes it unique."""

_MAX_SIZE = 65_536
"""Bytes: many times the longest outcome."""

_MAX_WINDOWS_PATH = 259
"""Characters of a path on Windows, unless long ones are enabled (`MAX_PATH`, without the final NUL)."""

_LONGEST_NAME = len(_NAME.format("0" * 26, "0" * 8))
"""Characters of a prepared file's name, with the id of a hand-over."""

# The command line imports this before the first paint if `--result` is given, so it imports nothing heavy.


class ResultFileError(OSError):
    """A file that cannot take an outcome. `strerror` says why, in plain English."""

    def __init__(self, why: str, path: str | Path) -> None:
        super().__init__(errno.EPERM, why, str(path))


def check(path: Path, own: Iterable[Path]) -> Path:
    """Checks that an outcome may be written to a file, and resolves its path.

    Args:
        path: the file as the POS named it.
        own: the till's own folders (`paths.own_folders`).

    Returns:
        The path without links and `..`. If a link replaces a part of it later, `write` does not follow that link.

    Raises:
        ResultFileError: it is not a regular file, belongs to the till, or cannot be written.
    """
    found = _find(path, own)
    if os.name == "nt":
        _check_replaceable(found, path)
    return found


def _find(path: Path, own: Iterable[Path]) -> Path:
    """Does the same, without asking if the file could be replaced now."""
    own = tuple(own)
    _check_spelling(path)
    try:
        found = Path(os.path.realpath(path))
        there = _stat(path)
        # Checking `found` too catches what has a name in /proc only, such as a pipe.
        if any(one is not None and not stat.S_ISREG(one.st_mode) for one in (there, _lstat(found))):
            raise ResultFileError("is a folder, a device or a pipe, and not a file", path)
        if there is not None and _lstat(found) is None:
            raise ResultFileError("is not a file in a folder", path)
        _check_folder(found, path)
        _refuse_own(found, there, own, path)
    except (OSError, ValueError) as error:
        if isinstance(error, ResultFileError):
            raise
        is_long = isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG
        raise ResultFileError("has a name that is too long" if is_long else "cannot be checked", path) from error
    return found


def write(path: Path, data: bytes, own: Iterable[Path]) -> None:
    """Writes an outcome in one step. An existing file keeps its mode, and its owner if that is allowed.

    Args:
        path: what `check` returned. A missing folder is created.
        data: the content.
        own: the till's own folders (`paths.own_folders`).

    Raises:
        OSError: the file cannot be written. It is then unchanged.
    """
    own = tuple(own)
    publish(path, prepare(path, data, own), own)


def prepare(path: Path, data: bytes, own: Iterable[Path], *, owner: str = "", makes_folder: bool = True) -> str:
    """Writes an outcome durably to a new file beside the one that the POS reads. `publish` puts it in its place.

    Args:
        path: as for `write`.
        data: likewise.
        own: likewise.
        owner: what `discard` finds it by, if the program is killed before it has recorded the name.
        makes_folder: True to create a missing folder.

    Returns:
        The name of the new file.

    Raises:
        OSError: it cannot be written. Nothing is left of it.
    """
    name = _NAME.format(owner or os.getpid(), os.urandom(4).hex())
    with _folder(path, own, makes_it=makes_folder) as folder:
        _write_new(_at(folder, path, name), folder, _before(path, folder), data)
        _sync(folder)
    return name


def publish(path: Path, prepared: str, own: Iterable[Path], *, is_wanted: Callable[[], bool] = lambda: True) -> None:
    """Puts a prepared file in the place of the one that the POS reads. A link of that name is replaced, not followed.

    Args:
        path: as for `write`.
        prepared: what `prepare` returned.
        own: as for `write`.
        is_wanted: asked right before. False if the caller has given up waiting: the POS's file may be for another
            hand-over by then.

    Raises:
        OSError: that cannot be done. The POS's file is unchanged, and the prepared one is removed if possible.
    """
    try:
        with _folder(path, own, makes_it=False) as folder:
            _before(path, folder)
            names = _at(folder, path, prepared), _at(folder, path, path.name)
            retry_while_open(lambda: _replace(*names, folder, path, is_wanted))
            with replaced():
                _sync(folder)
    except BaseException:
        with suppress(OSError):
            path.with_name(prepared).unlink()
        raise


def is_prepared(path: Path, prepared: str) -> bool:
    """True if a prepared file has not been published, so the POS's file is still the old one."""
    there = _lstat(path.with_name(prepared))
    return there is not None and stat.S_ISREG(there.st_mode)


def discard(path: Path, owner: str, *, but: str = "") -> None:
    """Removes what was prepared for an owner, also if its name was not recorded.

    Args:
        path: as for `write`.
        owner: as for `prepare`.
        but: the name of one that stays.
    """
    with suppress(OSError):
        for one in path.parent.glob(_NAME.format(glob.escape(owner), "*")):
            if one.name != but:
                one.unlink()


def state(path: Path) -> str:
    """Returns what tells whether a file has been changed or replaced since; empty if there is none.

    `NO_FOLDER` says that its folder is missing, or cannot be looked into, for example because it is another login's.
    """
    try:
        there = path.lstat()
    except FileNotFoundError:
        # Unlike `Path.is_dir`, this raises nothing.
        return "" if os.path.isdir(path.parent) else NO_FOLDER  # noqa: PTH112
    except OSError:
        return NO_FOLDER
    return f"{there.st_mtime_ns} {there.st_size}"


@contextmanager
def _folder(path: Path, own: Iterable[Path], *, makes_it: bool) -> Iterator[int | None]:
    """Opens the folder of a file. What is done relative to it cannot be redirected any more. None on Windows."""
    own = tuple(own)
    if _find(path, own) != path:
        raise ResultFileError("has become a link since it was named", path)
    if makes_it:
        make_folder(path.parent)
    if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
        yield None
    else:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            # From here on the folder cannot be replaced, because everything is relative to this descriptor.
            identities = _identities(own)
            if any(identity in identities for identity in _above(folder)) or os.path.realpath(path.parent) != str(
                path.parent
            ):
                raise ResultFileError("is in another folder than when it was named", path)
            yield folder
        finally:
            os.close(folder)


def _replace(prepared: str, name: str, folder: int | None, path: Path, is_wanted: Callable[[], bool]) -> None:
    if not is_wanted():
        raise ResultFileError("is in a folder that took too long to answer", path)
    os.replace(prepared, name, src_dir_fd=folder, dst_dir_fd=folder)


def _at(folder: int | None, path: Path, name: str) -> str:
    """Returns the name of a file beside another one: relative to the folder if that is open."""
    return name if folder is not None else str(path.with_name(name))


def _sync(folder: int | None) -> None:
    if folder is not None:
        sync_open_folder(folder)


def read(path: Path, own: Iterable[Path]) -> dict[str, object] | None:
    """Returns the outcome that is in a file. None if there is no such file, or it has something else in it.

    Args:
        path: what `check` returned.
        own: the till's own folders (`paths.own_folders`).

    Raises:
        OSError: the file cannot be read now, or its folder is not there. It may still have the outcome.
    """
    try:
        if _find(path, own) != path or path.stat().st_size > _MAX_SIZE:
            return None
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, ResultFileError):
        # Without its folder, which may be on another machine, the file cannot be seen.
        if not _may_use(path.parent):
            raise
        return None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _check_spelling(path: Path) -> None:
    text = os.fspath(path)
    try:
        os.fsencode(text)
        if os.name == "nt":
            # A name there may be no text, and neither the records nor the POS could spell it.
            text.encode()
    except UnicodeEncodeError:
        raise ResultFileError("has characters that no file name can have", "") from None
    if "\0" in text:
        raise ResultFileError("has characters that no file name can have", "")
    if os.name == "nt":  # pragma: no cover - the tests run this branch on Windows
        name = path.name
        # Devices (`NUL`, `\\.\pipe\x`), streams of a file (`r.json:x`), and names that Windows shortens.
        if text.startswith(("\\\\.\\", "\\\\?\\")) or ":" in name or name != name.rstrip(". ") or _is_reserved(path):
            raise ResultFileError("is a device, or not a file name", path)


def _is_reserved(path: Path) -> bool:  # pragma: no cover - Windows only
    # Python 3.13 moved it to `os.path`.
    moved: Callable[[str], bool] | None = getattr(os.path, "isreserved", None)
    return moved(os.fspath(path)) if moved is not None else path.is_reserved()


def _check_folder(found: Path, path: Path) -> None:
    nearest = next((folder for folder in found.parents if _lstat(folder) is not None), None)
    if nearest is not None and nearest.is_file():
        raise ResultFileError("is below a file, not in a folder", path)
    if not found.name or nearest is None or not nearest.is_dir() or not _may_use(nearest):
        raise ResultFileError("is in a folder that this user cannot write to", path)


def _check_replaceable(found: Path, path: Path) -> None:
    """Checks what Windows refuses, and POSIX does not.

    Raises:
        ResultFileError: the file is read-only, so it cannot be replaced. Or there can be no prepared file beside it.
    """
    there = _lstat(found)
    if there is not None and not there.st_mode & stat.S_IWRITE:
        raise ResultFileError("is read-only", path)
    longest = max(len(found.name), _LONGEST_NAME)
    if len(str(found.parent)) + 1 + longest > _MAX_WINDOWS_PATH and not _may_paths_be_long():
        raise ResultFileError("has a path that is too long for Windows", path)


def _may_use(folder: Path) -> bool:
    """True if this user may read, write and enter a folder."""
    rights = os.R_OK | os.W_OK | os.X_OK
    may_use = os.access(folder, rights, effective_ids=os.access in os.supports_effective_ids)
    return may_use and (sys.platform != "win32" or _may_add_files(folder))


if sys.platform == "win32":  # pragma: no cover - the tests run this on Windows
    _FILE_ADD_FILE = 0x2
    _FILE_SHARE_ALL = 0x7
    _OPEN_EXISTING = 3
    _FILE_FLAG_BACKUP_SEMANTICS = 0x0200_0000
    """Without it, folders cannot be opened."""

    _REFUSED = frozenset({5, 19})
    """ERROR_ACCESS_DENIED and ERROR_WRITE_PROTECT. A share may have other reasons not to open a folder."""

    def _may_add_files(folder: Path) -> bool:
        """True unless Windows denies this user new files in a folder. `os.access` does not look at access lists."""
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        handle = kernel.CreateFileW(
            wintypes.LPCWSTR(str(folder)), wintypes.DWORD(_FILE_ADD_FILE), wintypes.DWORD(_FILE_SHARE_ALL), None,
            wintypes.DWORD(_OPEN_EXISTING), wintypes.DWORD(_FILE_FLAG_BACKUP_SEMANTICS), None,
        )  # fmt: skip
        if handle == wintypes.HANDLE(-1).value:
            return ctypes.get_last_error() not in _REFUSED
        kernel.CloseHandle(wintypes.HANDLE(handle))
        return True


def _may_paths_be_long() -> bool:
    """True if an administrator has enabled long paths on this Windows, and the program's manifest takes them."""
    import ctypes

    ntdll = getattr(ctypes, "windll").ntdll  # noqa: B009 - mypy knows it on Windows only
    try:
        return bool(ctypes.c_ubyte(ntdll.RtlAreLongPathsEnabled()).value)
    except AttributeError:
        # Windows 10 before 1607.
        return False


def _refuse_own(found: Path, there: os.stat_result | None, own: tuple[Path, ...], path: Path) -> None:
    identities = _identities(own)
    # Compare folders that exist by identity, because file systems differ in letter case and short names.
    if any((one := _stat(folder)) is not None and _identity(one) in identities for folder in (found, *found.parents)):
        raise ResultFileError("is in a folder of the till itself", path)
    # Compare folders that do not exist yet, or that this user may not look into, by spelling. An outcome must not take
    # their names either.
    spelt = _folded(found)
    for folder in (_folded(one) for one in own if _stat_own(one) is None):
        if spelt[: len(folder)] == folder or folder[: len(spelt)] == spelt:
            raise ResultFileError("is in a folder of the till itself", path)
    if there is not None and there.st_nlink > 1 and any(_identity(there) == identity for identity in _files(own)):
        raise ResultFileError("is another name of a file of the till itself", path)


def _before(path: Path, folder: int | None) -> os.stat_result | None:
    """Returns what the POS's file is like; None if there is none.

    Raises:
        ResultFileError: it is not a file.
    """
    try:
        before = os.stat(_at(folder, path, path.name), dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(before.st_mode):
        raise ResultFileError("is no longer a file", path)
    return before


def _write_new(name: str, folder: int | None, before: os.stat_result | None, data: bytes) -> None:
    """Writes a new file durably, with the rights of the one that it will replace."""
    # O_BINARY exists on Windows only, and O_NOFOLLOW on POSIX only.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(name, flags, FILE_MODE, dir_fd=folder)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if sys.platform != "win32":
                _keep_rights(file.fileno(), before)
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(name, dir_fd=folder)
        raise


if sys.platform != "win32":

    def _keep_rights(descriptor: int, before: os.stat_result | None) -> None:
        if before is None:
            # A umask can remove bits from the mode above, even the owner's.
            os.fchmod(descriptor, FILE_MODE)
            return
        now = os.fstat(descriptor)
        if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
            try:
                os.fchown(descriptor, before.st_uid, before.st_gid)
            except PermissionError:
                # Only root may change the owner. With the old group and mode, the same people can still read the file.
                _keep_group(descriptor, before.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(before.st_mode) & 0o777)

    def _keep_group(descriptor: int, group: int) -> None:
        try:
            os.fchown(descriptor, -1, group)
        except PermissionError:
            # The user is not a member of that group, so the file keeps the user's own group.
            return


def _above(folder: int) -> Iterator[tuple[int, int]]:
    """Yields the identities of an open folder and of all folders above it, through the system's own `..`."""
    step, last = ".", (0, 0)
    while (identity := _identity(os.stat(step, dir_fd=folder))) != last:
        yield identity
        step, last = f"{step}/..", identity


def _identities(own: Iterable[Path]) -> frozenset[tuple[int, int]]:
    return frozenset(_identity(one) for one in map(_stat_own, own) if one is not None)


def _files(own: Iterable[Path]) -> Iterator[tuple[int, int]]:
    for root in own:
        for folder, _, names in os.walk(root):
            for name in names:
                there = _lstat(Path(folder) / name)
                if there is not None:
                    yield _identity(there)


def _identity(found: os.stat_result) -> tuple[int, int]:
    return (found.st_dev, found.st_ino)


def _folded(path: Path) -> tuple[str, ...]:
    """Returns the parts of a path, the same for spellings that some file systems do not distinguish."""
    parts = Path(os.path.realpath(path)).parts
    return tuple(unicodedata.normalize("NFC", unicodedata.normalize("NFKD", part).casefold()) for part in parts)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _stat_own(folder: Path) -> os.stat_result | None:
    """Does the same for a folder of the till. None also if this user may not look into a folder above it."""
    try:
        return _stat(folder)
    except PermissionError:
        return None


def _lstat(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
