"""Notices that two windows of one user are open for the same service and till name."""

from __future__ import annotations

import hashlib
import itertools
import logging
from typing import TYPE_CHECKING

from desktop.store.writer_lock import FileLock, LockTakenError

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)


class OpenTill:
    """One window's claim to a till name at a service.

    Two windows with different data folders keep different journals, so neither knows what the other redeemed. The claim
    prevents nothing: the second window warns and works.

    Attributes:
        is_shared: True if another window was open when this one opened.
    """

    def __init__(self, folder: Path, service: str, till: str) -> None:
        """Claims the till's name.

        Args:
            folder: a folder of this user. It is the same for all data folders.
            service: address of the service.
            till: name of the till.
        """
        key = hashlib.sha256(f"{service}\0{till}".encode(errors="surrogatepass")).hexdigest()[:20]
        self.is_shared = False
        self._lock: FileLock | None = None
        try:
            self._claim(folder, key)
        except OSError as error:
            # The till must not stop because of this. It only fails to notice a second window.
            _log.warning("cannot notice another window for the same till: %s", error.strerror)

    def _claim(self, folder: Path, key: str) -> None:
        # Each window has its own lock. If the first window closes, the second keeps its lock, and so a third is warned.
        for number in itertools.count():
            path = folder / f"{key}-{number}.lock"
            if self._lock is not None and not path.exists():
                return
            try:
                lock = FileLock(path)
            except LockTakenError:
                self.is_shared = True
                continue
            if self._lock is None:
                self._lock = lock
            else:
                lock.release()

    def release(self) -> None:
        """Releases the claim. Calling it again has no effect."""
        if self._lock is not None:
            self._lock.release()
