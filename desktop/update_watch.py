"""Owns closing the till for an update: the set-up asks by a file, and the till closes once no customer is served.

The file lies in a folder that only whoever may install can write to, so nobody else can close a till by it; and it is
seen in every session of the machine, where a message to a window is not.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from desktop import paths
from desktop.gui.screen import Place, Screen

if TYPE_CHECKING:
    from desktop.gui.controller import Controller

REQUEST = "closing-for-update"

GOOD_FOR = 2 * 60.0
"""Seconds that a request counts, which the set-up makes anew every second while it waits: one that it left when it died
must not keep the till from being opened."""

READ_FOR = 60.0
"""Seconds that a receipt, or that an outcome is not known, stays before it is closed upon: the cashier has yet to read
it, and to take the points' worth off the bill."""

_EVERY = 5_000
"""Milliseconds between looks while the set-up waits: it may give up, and takes the file away then."""

_FAREWELL = 4_000
"""Milliseconds for which the window says why it closes: somebody may just have opened it."""

_UNWATCHED = 15_000
"""Milliseconds between looks where the folder is not there to be watched, as on a Mac that never had the package."""


def request_folder() -> Path | None:
    """Where the set-up puts its request: beside the program, on macOS beside the policy, as an app cannot be changed.

    None where the program is not packaged; its updates do not come by a set-up then.
    """
    if not getattr(sys, "frozen", False):
        return None
    return paths.policy_files()[-1].parent if sys.platform == "darwin" else Path(sys.executable).parent


def is_asked(folder: Path) -> bool:
    """Whether a set-up waits for the till to close."""
    try:
        asked_at = (folder / REQUEST).stat().st_mtime
    except OSError:
        return False
    return abs(time.time() - asked_at) < GOOD_FOR


def may_close(screen: Screen, *, has_been_read: bool) -> bool:
    """Whether the till can close without taking anything from anybody.

    Args:
        screen: what is shown.
        has_been_read: whether it has been shown for long enough to be read. A receipt stands in the history then, and
            an unknown outcome is settled at the next start.
    """
    if screen.busy is not None:
        return False
    match screen.place:
        case Place.RECEIPT | Place.UNKNOWN:
            return has_been_read
        case Place.MEMBER:
            return screen.member is None and not screen.handed_over
        case Place.POINTS | Place.CODE:
            return False


class UpdateWatch(QObject):
    """Watches for a set-up's request, and closes the till when it can.

    Signals:
        time_to_close: the till is to close now, in order.
    """

    time_to_close = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Begins to watch.

        Args:
            folder: where the request would lie; looked for again now and then while it is not there.
            parent: owner.
        """
        super().__init__(parent)
        self._folder = folder
        self._controller: Controller | None = None
        self._has_said = False
        self._changed_at = time.monotonic()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._again = QTimer(self)
        self._again.setInterval(_EVERY)
        self._again.timeout.connect(self._look)
        self._farewell = QTimer(self)
        self._farewell.setSingleShot(True)
        self._farewell.setInterval(_FAREWELL)
        self._farewell.timeout.connect(self._close)
        self._unwatched = QTimer(self)
        self._unwatched.setInterval(_UNWATCHED)
        self._unwatched.timeout.connect(self._watch)
        self._watch()

    def follow(self, controller: Controller) -> None:
        """Closes only when this controller's customer is done. A request that is there already counts too."""
        self._controller = controller
        self._has_said = False
        self._changed_at = time.monotonic()
        controller.changed.connect(self._on_changed)
        QTimer.singleShot(0, self._look)

    @Slot()
    def _watch(self) -> None:
        if self._watcher.addPath(str(self._folder)):
            self._unwatched.stop()
            self._look()
        else:
            self._unwatched.start()

    @Slot(object)
    def _on_changed(self, _screen: Screen) -> None:
        self._changed_at = time.monotonic()
        if self._again.isActive():
            # Not from within the controller's own step.
            QTimer.singleShot(0, self._look)

    def _may_close(self, controller: Controller) -> bool:
        return may_close(controller.screen, has_been_read=time.monotonic() - self._changed_at >= READ_FOR)

    @Slot()
    def _look(self) -> None:
        controller = self._controller
        if controller is None or not is_asked(self._folder):
            self._again.stop()
            return
        self._again.start()
        if self._farewell.isActive():
            return
        if self._may_close(controller):
            self._farewell.start()
            self._say(self.tr("An update is being installed. The till closes now. Open it again in a minute."))
        elif not self._has_said and controller.screen.busy is None:
            self._has_said = True
            self._say(self.tr("An update is waiting. The till closes when this customer is done."))

    @Slot()
    def _close(self) -> None:
        controller = self._controller
        if controller is None or not is_asked(self._folder):
            return
        if self._may_close(controller):
            self._again.stop()
            self._controller = None
            self.time_to_close.emit()

    def _say(self, text: str) -> None:
        # That something is said is no change of what there is to read.
        before = self._changed_at
        if self._controller is not None:
            self._controller.say("info", text)
        self._changed_at = before
