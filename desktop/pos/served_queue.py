"""What the queues of both kinds of hand-over share: when the window that a POS opened is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.exit_codes import ExitCode

if TYPE_CHECKING:
    from desktop.pos.hand_over import HandOver


class ServedQueue(QObject):
    """Serves hand-overs of one kind, one after the other.

    Signals:
        opened: a hand-over is shown (`HandOver`).
        finished: what this program was started for is done, and nothing else waits.

    Attributes:
        code: the exit code of the program, if it was started for a hand-over of this kind; None otherwise.
    """

    opened = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.code: ExitCode | None = None
        self._current: HandOver | None = None
        self._own_is_done = False

    @property
    def is_own_done(self) -> bool:
        """True if what this program was started for is done, or is done once this session ends."""
        return self._own_is_done or (self._current is not None and self._current.is_own)

    @property
    def is_known(self) -> bool:
        """False if the outcome of the hand-over that is shown is not known."""
        return self._current is None or self._exit_code() is not ExitCode.UNKNOWN

    def finish_when_empty(self) -> None:
        """Emits `finished` once nothing is left, because the program was started for something that is done."""
        self._own_is_done = True

    def _exit_code(self) -> ExitCode:
        """Returns the exit code for the hand-over that is shown."""
        raise NotImplementedError
