"""Checks the files that second starts name for outcomes, on threads of their own."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.domain.exit_codes import ExitCode
from desktop.pos.hand_over import CANNOT_BE_CHECKED, HandOverError, not_handed_over, nothing_done, with_checked_file
from desktop.pos.second_start import CLOSING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.pos.hand_over import HandOver

_log = logging.getLogger(__name__)

_TIMEOUT = 30_000
"""Milliseconds to wait for a file's folder, which may be on a machine that is gone. Its caller is then told."""


class FileChecks(QObject):
    """The hand-overs whose file is being checked, before they come to the till. Lives on the GUI thread.

    A share that answers slowly then holds up this hand-over, and neither the window nor another hand-over.
    """

    _done = Signal(str, object, str)

    def __init__(self, take: Callable[[HandOver, bool], None], *, timeout: int = _TIMEOUT) -> None:
        """Checks nothing yet.

        Args:
            take: takes a hand-over whose file can have its outcome. The second argument is True if it was taken back
                meanwhile.
            timeout: milliseconds to wait for a file's folder.
        """
        super().__init__()
        self._take = take
        self._timeout = timeout
        self._checking: dict[str, HandOver] = {}
        self._withdrawn: set[str] = set()
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def check(self, hand_over: HandOver, own: Sequence[Path]) -> None:
        """Checks the file of a hand-over, and has the hand-over taken. If the file cannot be used, its caller is told.

        Args:
            hand_over: one that names a file.
            own: the till's own folders (`paths.own_folders`).
        """
        self._checking[hand_over.id] = hand_over
        # The program may end meanwhile.
        thread = threading.Thread(target=self._check, args=(hand_over, own), name="pos-file-check", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            # The machine has run out of threads.
            self._done.emit(hand_over.id, None, CANNOT_BE_CHECKED)
            return
        QTimer.singleShot(self._timeout, self, partial(self._on_done, hand_over.id, None, CANNOT_BE_CHECKED))

    def _check(self, hand_over: HandOver, own: Sequence[Path]) -> None:
        found, why = None, CANNOT_BE_CHECKED
        try:
            found, why = with_checked_file(hand_over, own), ""
        except HandOverError as error:
            why = str(error)
        except Exception:  # noqa: BLE001 - a mistake in the program, logged in full; the caller is told
            _log.exception("the file of a hand-over could not be checked")
        # The program may have ended.
        with suppress(RuntimeError):
            self._done.emit(hand_over.id, found, why)

    @Slot(str, object, str)
    def _on_done(self, hand_over_id: str, found: HandOver | None, why: str) -> None:
        hand_over = self._checking.pop(hand_over_id, None)
        if hand_over is None:
            # It has been given up.
            return
        is_withdrawn = hand_over_id in self._withdrawn
        self._withdrawn.discard(hand_over_id)
        if found is not None:
            self._take(found, is_withdrawn)
        elif is_withdrawn:
            answer_not_taken(hand_over, is_withdrawn=True)
        elif hand_over.caller is not None:
            hand_over.caller.answer({"code": int(ExitCode.USAGE), "error": not_handed_over(why)})

    def withdraw(self, is_meant: Callable[[HandOver], bool]) -> bool:
        """Notes that the POS no longer needs the hand-overs that are meant. True if there is one."""
        meant = {one.id for one in self._checking.values() if is_meant(one)}
        self._withdrawn |= meant
        return bool(meant)

    def give_up(self) -> None:
        """Tells every caller that the window has taken nothing of theirs, because it closes."""
        given_up = [(one, one.id in self._withdrawn) for one in self._checking.values()]
        self._checking.clear()
        self._withdrawn.clear()
        for one, is_withdrawn in given_up:
            answer_not_taken(one, is_withdrawn=is_withdrawn)


def answer_not_taken(hand_over: HandOver, *, is_withdrawn: bool) -> None:
    """Answers the caller of a hand-over that no window has taken.

    Args:
        hand_over: the hand-over.
        is_withdrawn: True if it was taken back meanwhile. Otherwise its caller opens a window of its own.
    """
    if hand_over.caller is not None:
        cancelled = {"record": nothing_done(hand_over), "code": int(ExitCode.CANCELLED)}
        hand_over.caller.answer(cancelled if is_withdrawn else {CLOSING: True})
