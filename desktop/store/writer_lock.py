"""Owns the lock that lets one process at a time write a journal."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.store.private_files import FILE_MODE, make_folder

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, 0}
"""What systems answer where another has the lock: 0 is a C library's that gives no reason (Wine's)."""


class WriterLock:
    """Held by the one process that writes a journal, from its start to its end, whatever ends it.

    A process takes it once and opens its journals, one for each thread, under it. The system gives it back when the
    process dies, so that a power cut leaves nothing to clean up. The file beside the journal is never removed: two
    processes would then hold locks on two files of the same name.

    Attributes:
        journal: the journal that it is for.
        examined: whether a journal opened under it has been looked over for damage already.
    """

    def __init__(self, journal: Path) -> None:
        """Takes the lock.

        Raises:
            JournalUnusable: `IN_USE` where another process, or another lock of this one, has it; otherwise as for a
                journal that cannot be written.
        """
        self.journal = journal.absolute()
        self.examined = False
        try:
            make_folder(self.journal.parent)
            self._descriptor = os.open(
                self.journal.with_name(self.journal.name + ".lock"), os.O_RDWR | os.O_CREAT, FILE_MODE
            )
        except OSError as error:
            raise self._unusable(error) from error
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            if error.errno in _TAKEN:
                raise JournalUnusable(JournalTrouble.IN_USE, str(self.journal)) from error
            raise self._unusable(error) from error

    def _unusable(self, error: OSError) -> JournalUnusable:
        # Imported only now: the lock is taken before the first picture, and SQLite is not needed until after it.
        from desktop.store.troubles import trouble_of

        return JournalUnusable(trouble_of(error), str(self.journal))

    def release(self) -> None:
        """Gives the lock back; more than once does no harm."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    @property
    def held(self) -> bool:
        """Whether it has not been given back."""
        return self._descriptor >= 0

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
