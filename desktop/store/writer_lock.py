"""Locks files for one process at a time: the journal for its writer, and a till's name for its window."""

from __future__ import annotations

import errno
import os
import sys
import threading
from typing import TYPE_CHECKING

from desktop.domain.journal_failures import JournalTrouble, JournalUnusable
from desktop.private_files import is_shared, make_folder, open_file

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, 0}
"""Errors of a lock that is taken. Some C libraries (Wine's) give no reason, which is 0."""


class LockTakenError(OSError):
    """Another process, or another lock of this process, holds the lock."""


class FileLock:
    """A lock on a file, held until it is released.

    The system releases it when the process dies, so a power cut leaves nothing to clean up. The file is never removed:
    otherwise two processes could hold locks on two files of the same name.
    """

    def __init__(self, path: Path) -> None:
        """Takes the lock. Creates the file and its folder if they are missing.

        Raises:
            LockTakenError: the lock is taken.
            OSError: the file cannot be created.
        """
        make_folder(path.parent)
        self._descriptor = open_file(path, os.O_RDWR)
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            self._descriptor = -1
            if error.errno in _TAKEN:
                raise LockTakenError(error.errno, error.strerror, str(path)) from error
            raise

    def release(self) -> None:
        """Releases the lock. Calling it again has no effect."""
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            try:
                _unlock(descriptor)
            finally:
                os.close(descriptor)

    def write(self, text: str) -> None:
        """Replaces the content of the file while the lock is held. It says who holds the lock."""
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, text.encode())

    @property
    def held(self) -> bool:
        """True until the lock is released."""
        return self._descriptor >= 0


class WriterLock:
    """The lock of the one process that writes a journal. It ends with the process, however the process ends.

    A process takes it once, and opens its journals under it, one for each thread.

    Attributes:
        journal: the journal that the lock is for.
        checked: True if a journal opened under this lock has been checked for damage.
        opening: held while a journal is opened, because only one thread may check or convert it.
    """

    def __init__(self, journal: Path) -> None:
        """Takes the lock.

        Raises:
            JournalUnusable: `IN_USE` if another process, or another lock of this process, has it. `OTHER_LOGIN` if that
                process belongs to another user. Otherwise the journal cannot be written.
        """
        self.journal = journal.absolute()
        self.checked = False
        self.opening = threading.Lock()
        path = self.journal.with_name(self.journal.name + ".lock")
        try:
            self._lock = FileLock(path)
            if is_shared(path.parent):
                self._name_holder()
        except LockTakenError as error:
            why = JournalTrouble.OTHER_LOGIN if _is_held_by_another(path) else JournalTrouble.IN_USE
            raise JournalUnusable(why, str(self.journal)) from error
        except OSError as error:
            # Import it only here: the lock is taken before the first paint, and SQLite is not needed until later.
            from desktop.store.errors import trouble_of

            raise JournalUnusable(trouble_of(error), str(self.journal)) from error

    def release(self) -> None:
        """Releases the lock. Calling it again has no effect."""
        self._lock.release()

    @property
    def held(self) -> bool:
        """True until the lock is released."""
        return self._lock.held

    def _name_holder(self) -> None:
        try:
            self._lock.write(_this_user())
        except OSError:
            # The disk is full. If the lock stayed, this program could not take it again once there is room.
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def is_free(journal: Path) -> bool:
    """True if no process writes a journal now.

    Raises:
        JournalUnusable: that cannot be found out.
    """
    try:
        WriterLock(journal).release()
    except JournalUnusable as unusable:
        if unusable.why is not JournalTrouble.IN_USE:
            raise
        return False
    return True


def _is_held_by_another(path: Path) -> bool:
    """True if the file of a lock on a shared journal names another user."""
    if not is_shared(path.parent):
        return False
    try:
        holder = path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return False
    return holder.isdecimal() and holder != _this_user()


if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
    import msvcrt

    def _this_user() -> str:
        # A journal on Windows is never `is_shared`, so this is not asked there.
        return ""

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        """Does nothing: closing the only handle releases the lock."""

else:
    import fcntl

    def _this_user() -> str:
        return str(os.geteuid())

    def _lock(descriptor: int) -> None:
        # Use flock, not lockf: a POSIX record lock is lost when the process closes any descriptor of the file.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        # A child process that is just being started has a copy of the descriptor, and closing this one would leave the
        # lock to it.
        fcntl.flock(descriptor, fcntl.LOCK_UN)
