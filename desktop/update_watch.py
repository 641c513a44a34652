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

GOOD_FOR = 15 * 60.0
"""Seconds that a request counts: one that a set-up left when it died must not keep the till from being opened."""

_EVERY = 5_000
"""Milliseconds between looks while the set-up waits: it may give up, and takes the file away then."""


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


def may_close(screen: Screen) -> bool:
    """Whether the till can close without taking anything from anybody.

    A receipt stands in the history, and an unknown outcome is settled at the next start.
    """
    if screen.busy is not None:
        return False
    match screen.place:
        case Place.RECEIPT | Place.UNKNOWN:
            return True
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
            folder: where the request would lie; nothing is watched where it is not there.
            parent: owner.
        """
        super().__init__(parent)
        self._folder = folder
        self._controller: Controller | None = None
        self._has_said = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._watcher.addPath(str(folder))
        self._again = QTimer(self)
        self._again.setInterval(_EVERY)
        self._again.timeout.connect(self._look)

    def follow(self, controller: Controller) -> None:
        """Closes only when this controller's customer is done. A request that is there already counts too."""
        self._controller = controller
        self._has_said = False
        controller.changed.connect(self._on_changed)
        QTimer.singleShot(0, self._look)

    @Slot(object)
    def _on_changed(self, _screen: Screen) -> None:
        if self._again.isActive():
            # Not from within the controller's own step.
            QTimer.singleShot(0, self._look)

    @Slot()
    def _look(self) -> None:
        controller = self._controller
        if controller is None or not is_asked(self._folder):
            self._again.stop()
            return
        if may_close(controller.screen):
            self._again.stop()
            self._controller = None
            self.time_to_close.emit()
            return
        self._again.start()
        if not self._has_said and controller.screen.busy is None:
            self._has_said = True
            controller.say("info", self.tr("An update is waiting. The till closes when this customer is done."))
