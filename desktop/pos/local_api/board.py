"""Knows which hand-overs of the local interface are at the till now, and wakes the callers that wait for them."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Ticket:
    """A caller of the local interface that waits for the outcome of one hand-over (`reports.Caller`)."""

    def __init__(self, board: Board, hand_over_id: str) -> None:
        self._board = board
        self._id = hand_over_id

    @property
    def hand_over_id(self) -> str:
        """The id of the hand-over."""
        return self._id

    def answer(self, _message: dict[str, object]) -> None:
        """The outcome has been recorded. Callers that wait read it now."""
        self._board.finish(self._id)


class Board:
    """The hand-overs without a result. Thread-safe."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._live: dict[str, Mapping[str, str]] = {}
        self._open: set[str] = set()

    @property
    def version(self) -> int:
        """Grows with every change."""
        with self._changed:
            return self._version

    def add(self, hand_over_id: str, fields: Mapping[str, str]) -> Ticket:
        """Adds a hand-over, which waits."""
        with self._changed:
            self._live[hand_over_id] = fields
        return Ticket(self, hand_over_id)

    def state(self, hand_over_id: str) -> str:
        """Returns `waiting` or `open`; empty if the hand-over is not at the till."""
        with self._changed:
            if hand_over_id not in self._live:
                return ""
            return "open" if hand_over_id in self._open else "waiting"

    def same_bill(self, fields: Mapping[str, str]) -> tuple[str, bool] | None:
        """Returns a hand-over of the same bill or redemption, and whether all its fields are the same; None if none."""
        with self._changed:
            for one, known in self._live.items():
                if known == fields:
                    return one, True
                if _is_same(fields, known, "bill") or _is_same(fields, known, "give_back"):
                    return one, False
        return None

    def open(self, hand_over_id: str) -> None:
        """The customer is at the counter."""
        with self._changed:
            self._open.add(hand_over_id)
        self.touch()

    def finish(self, hand_over_id: str) -> None:
        """The hand-over has a result, or was not taken."""
        with self._changed:
            self._live.pop(hand_over_id, None)
            self._open.discard(hand_over_id)
        self.touch()

    def touch(self) -> None:
        """Wakes everyone who waits, because an outcome may have become known."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def wait(self, version: int, until: float) -> bool:
        """Waits for a change after a version. Returns False if the time is over.

        Args:
            version: what `version` was before the caller looked.
            until: of the monotonic clock.
        """
        with self._changed:
            return self._changed.wait_for(lambda: self._version != version, max(until - time.monotonic(), 0.0))


def _is_same(fields: Mapping[str, str], known: Mapping[str, str], name: str) -> bool:
    # In any letter case, as the journal finds bills and references.
    given = fields.get(name, "")
    return bool(given) and given.casefold() == known.get(name, "").casefold()
