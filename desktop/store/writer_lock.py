"""Locks files for one process at a time: the journal for its writer, and a till's name for its window."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.private_files import FILE_MODE, make_folder

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, 0}
"""What systems answer where another has the lock: 0 is a C library's that gives no reason (Wine's)."""


class LockTakenError(OSError):
    """Another process, or another lock of this one, has the lock."""


class FileLock:
    """A lock on a file, from its making to its release.

    The system releases it when the process dies, so that a power cut leaves nothing to clean up. The file is never
    removed: two processes would then hold locks on two files of the same name.
    """

    def __init__(self, path: Path) -> None:
        """Takes the lock. Makes the file and its folder if they are missing.

        Raises:
            LockTakenError: it is taken.
            OSError: the file cannot be made.
        """
        make_folder(path.parent)
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            self._descriptor = -1
            if error.errno in _TAKEN:
                raise LockTakenError(error.errno, error.strerror, str(path)) from error
            raise

    def release(self) -> None:
        """Releases the lock; more than once does no harm."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    @property
    def held(self) -> bool:
        """True until it is released."""
        return self._descriptor >= 0


class WriterLock:
    """Held by the one process that writes a journal, from its start to its end, whatever ends it.

    A process takes it once and opens its journals, one for each thread, under it.

    Attributes:
        journal: the journal that it is for.
        examined: whether a journal opened under it has been looked over for damage already.
    """

    def __init__(self, journal: Path) -> None:
        """Takes the lock.

        Raises:
            JournalUnusable: `IN_USE` if another process, or another lock of this one, has it; otherwise as for a
                journal that cannot be written.
        """
        self.journal = journal.absolute()
        self.examined = False
        try:
            self._lock = FileLock(self.journal.with_name(self.journal.name + ".lock"))
        except LockTakenError as error:
            raise JournalUnusable(JournalTrouble.IN_USE, str(self.journal)) from error
        except OSError as error:
            # Imported only now: the lock is taken before the first picture, and SQLite is not needed until after it.
            from desktop.store.troubles import trouble_of

            raise JournalUnusable(trouble_of(error), str(self.journal)) from error

    def release(self) -> None:
        """Releases the lock; more than once does no harm."""
        self._lock.release()

    @property
    def held(self) -> bool:
        """True until it is released."""
        return self._lock.held

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        # flock and not lockf: a POSIX record lock is lost as soon as the process closes any descriptor of the file.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
