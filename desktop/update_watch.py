"""Closes the till for an update: the set-up asks with a file, and the till closes when no customer is being served.

Only users who may install programs can write to the folder of the file, so no other user can close a till. And every
session of the machine sees the file, while a window message only reaches one session.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from desktop import paths
from desktop.gui.screen import Place, Screen
from desktop.gui.timers import every, once

if TYPE_CHECKING:
    from desktop.gui.controller import Controller
    from desktop.gui.give_back_controller import GiveBackController

REQUEST = "closing-for-update"

REQUEST_LIFETIME = 2 * 60.0
"""Seconds for which a request is valid. The set-up renews it every second while it waits. The file of a dead set-up
therefore does not keep the till from opening."""

READING_TIME = 60.0
"""Seconds for which a receipt or an unknown outcome stays on the screen before the till closes. The cashier must read
it, and take the points' worth off the bill."""

_CHECK_INTERVAL = 5_000
"""Milliseconds between checks while the set-up waits. It removes the file if it gives up."""

_NOTICE_TIME = 4_000
"""Milliseconds for which the window says why it closes. A cashier may have just opened it."""

_WATCH_INTERVAL = 15_000
"""Milliseconds between tries to watch a folder that does not exist, as on a Mac that never had the package."""


def request_folder() -> Path | None:
    """Returns the folder in which the set-up puts its request.

    It is the program's folder, and on macOS the policy's, because an app cannot be changed. It is None if the program
    is not packaged, because a set-up does not update it then.
    """
    if not getattr(sys, "frozen", False):
        return None
    return paths.policy_files()[-1].parent if sys.platform == "darwin" else Path(sys.executable).parent


def is_asked(folder: Path) -> bool:
    """True if a set-up waits for the till to close."""
    try:
        asked_at = (folder / REQUEST).stat().st_mtime
    except OSError:
        return False
    return abs(time.time() - asked_at) < REQUEST_LIFETIME


def may_close(screen: Screen, giving_back: GiveBackController, *, has_been_read: bool) -> bool:
    """True if the till can close without interrupting a customer or hiding an outcome.

    Args:
        screen: what the window shows.
        giving_back: whether points are being given back.
        has_been_read: True if it has been shown for long enough to be read. A receipt stays in the history, and an
            unknown outcome is settled at the next start.
    """
    page = giving_back.view
    if screen.busy is not None or giving_back.is_busy or (page.is_open and page.reversal is None):
        return False
    if screen.waiting:
        # The POS would be told that the cashier cancelled these bills.
        return False
    if (page.is_open or screen.news) and not has_been_read:
        return False
    match screen.place:
        case Place.RECEIPT | Place.UNKNOWN:
            return has_been_read
        case Place.MEMBER:
            return screen.member is None and not screen.handed_over
        case Place.POINTS | Place.CODE:
            return False


class UpdateWatch(QObject):
    """Watches for a set-up's request, and has the till closed when that is possible.

    Signals:
        time_to_close: the till must close now.
    """

    time_to_close = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Starts watching.

        Args:
            folder: the folder of the request. If it does not exist, it is tried again from time to time.
            parent: the Qt parent.
        """
        super().__init__(parent)
        self._folder = folder
        self._controller: Controller | None = None
        self._has_announced = False
        self._changed_at = time.monotonic()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._check)
        self._check_timer = every(self, _CHECK_INTERVAL, self._check)
        self._close_timer = once(self, _NOTICE_TIME, self._close)
        self._watch_timer = every(self, _WATCH_INTERVAL, self._watch)
        self._watch()

    def follow(self, controller: Controller) -> None:
        """Waits for this controller's customer. An existing request counts too."""
        self._controller = controller
        self._has_announced = False
        self._changed_at = time.monotonic()
        controller.changed.connect(self._on_changed)
        QTimer.singleShot(0, self, self._check)

    @Slot()
    def _watch(self) -> None:
        if self._watcher.addPath(str(self._folder)):
            self._watch_timer.stop()
            self._check()
        else:
            self._watch_timer.start()

    @Slot(object)
    def _on_changed(self, _screen: Screen) -> None:
        self._changed_at = time.monotonic()
        if self._check_timer.isActive():
            # Wait until the controller has finished its own change.
            QTimer.singleShot(0, self, self._check)

    def _may_close(self, controller: Controller) -> bool:
        has_been_read = time.monotonic() - self._changed_at >= READING_TIME
        return may_close(controller.screen, controller.giving_back, has_been_read=has_been_read)

    @Slot()
    def _check(self) -> None:
        controller = self._controller
        if controller is None or not is_asked(self._folder):
            self._check_timer.stop()
            return
        self._check_timer.start()
        if self._close_timer.isActive():
            return
        if self._may_close(controller):
            self._close_timer.start()
            self._show_message(self.tr("An update is being installed. The till closes now. Open it again in a minute."))
        elif not self._has_announced and controller.screen.busy is None:
            self._has_announced = True
            self._show_message(self.tr("An update is waiting. The till closes when this customer is done."))

    @Slot()
    def _close(self) -> None:
        controller = self._controller
        if controller is None or not is_asked(self._folder):
            return
        if self._may_close(controller):
            self._check_timer.stop()
            self._controller = None
            self.time_to_close.emit()

    def _show_message(self, text: str) -> None:
        # Showing this message does not restart the time for reading.
        before = self._changed_at
        if self._controller is not None:
            self._controller.say("info", text)
        self._changed_at = before
