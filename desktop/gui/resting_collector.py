"""Collects Python's garbage on the GUI thread, while no one waits for the window."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, Slot

from desktop.gui.timers import every, once

_REST = 2_000
"""Milliseconds without a change on the screen after which garbage is collected."""

_REGULARLY = 60_000
"""Milliseconds after which it is collected in any case: workers make garbage too while the screen stays as it is."""


class RestingCollector(QObject):
    """Takes over from Python's automatic collection for good, and collects as long as it lives, or until `end`.

    Python collects whenever enough objects were made, on the thread that makes them. That has two disadvantages here. A
    worker would destroy what belongs to the window, and Qt lets only the GUI thread do that. And it takes up to 30
    milliseconds, perhaps just while the cashier waits for an answer.

    What there is when the window rests for the first time stays, so it is not looked at again. The first window of a
    process does not even look at what there was before it: modules, which take longer than the window itself.

    Between two windows, and at the end of the program, nothing is collected. The threads that answer the POS go on
    then, and would destroy the old window.
    """

    _is_first = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        if RestingCollector._is_first:
            RestingCollector._is_first = False
            gc.freeze()
        self._has_settled = False
        self._rest = once(self, _REST, self._collect)
        self._regular = every(self, _REGULARLY, self._collect)
        self._regular.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._regular.start()
        self._rest.start()

    @Slot()
    def postpone(self) -> None:
        """Waits until the window rests again, because it is changing now."""
        self._rest.start()

    def end(self) -> None:
        """Collects no more. The next collector finds what this one has left."""
        self._rest.stop()
        self._regular.stop()
        gc.unfreeze()

    @Slot()
    def _collect(self) -> None:
        gc.collect()
        if not self._has_settled:
            self._has_settled = True
            gc.freeze()
