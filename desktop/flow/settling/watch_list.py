"""Decides when something unsettled is looked up again, and when look-ups that find nothing prove that it is absent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop.flow.retry import Backoff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.flow.ports import Clock

LOOKS_NEEDED = 3
"""Look-ups that must have found nothing, spread over `settle_after`, before absence is proved."""

_KnownT = TypeVar("_KnownT")
"""An attempt or a reversal."""


@dataclass(slots=True)
class Watch(Generic[_KnownT]):
    """Something that is looked up repeatedly. All times are by the monotonic clock, in seconds.

    Attributes:
        key: its reference or id.
        known: as the journal had it at the last look-up.
        backoff: how long to wait for the next look-up.
        due: when that is.
        looks_left: how many more look-ups it gets if it was recorded as not done.
        began: when the last look-up began.
        asked: how often the service was asked.
        absent: how many complete look-ups did not find it.
        first_absent: when the first of these was.
    """

    key: str
    known: _KnownT
    backoff: Backoff
    due: float
    looks_left: int
    began: float = 0.0
    asked: int = 0
    absent: int = 0
    first_absent: float = 0.0


class WatchList(Generic[_KnownT]):
    """What is looked up until its outcome is known.

    Absence is proved after `LOOKS_NEEDED` complete look-ups that found nothing, if the last of them began at least
    `settle_after` seconds after the first one's answer. A clock that cannot be set measures this. The time before a
    restart does not count, because it was not measured.
    """

    def __init__(self, clock: Clock, settle_after: float) -> None:
        self._clock = clock
        self._settle_after = settle_after
        self._longest_pause = min(30.0, max(0.25, settle_after / LOOKS_NEEDED))
        self.first_pause = min(1.0, self._longest_pause)
        self._watches: dict[str, Watch[_KnownT]] = {}

    def __iter__(self) -> Iterator[Watch[_KnownT]]:
        return iter(self._watches.values())

    def add(self, key: str, known: _KnownT, *, soon: float, looks: int = 1) -> None:
        """Begins to watch something, or begins anew.

        Args:
            key: its reference or id.
            known: as the journal has it.
            soon: seconds until the first look-up.
            looks: how many look-ups it gets if it was recorded as not done.
        """
        backoff = Backoff(first=self.first_pause, longest=self._longest_pause)
        self._watches[key] = Watch(key, known, backoff, self._clock.monotonic() + soon, looks)

    def drop(self, key: str) -> None:
        """Stops watching something. Has no effect if it is not watched."""
        self._watches.pop(key, None)

    def next_due(self) -> float | None:
        """Returns the seconds until the next look-up, 0 if one is due; None if nothing is watched."""
        return min(map(self.due_in, self), default=None)

    def due_in(self, watch: Watch[_KnownT]) -> float:
        """Returns the seconds until the next look-up of one thing, 0 if it is due."""
        return max(0.0, watch.due - self._clock.monotonic())

    def most_overdue(self, is_unknown: Callable[[_KnownT], bool]) -> Watch[_KnownT] | None:
        """Returns what to look up now, unknown outcomes first; None if nothing is due.

        Sets its next look-up already, so that the caller's loop does not spin if the journal cannot be used.
        """
        now = self._clock.monotonic()
        due = [watch for watch in self if watch.due <= now]
        if not due:
            return None
        watch = min(due, key=lambda one: (not is_unknown(one.known), one.due))
        watch.began = now
        watch.due = now + watch.backoff.pause()
        return watch

    def note_asked(self, watch: Watch[_KnownT]) -> None:
        """Counts a look-up that has ended."""
        watch.asked += 1
        watch.due = max(watch.due, self._clock.monotonic())

    def note_absent(self, watch: Watch[_KnownT]) -> bool:
        """Counts a complete look-up that found nothing. Returns True if all of them together prove the absence."""
        if watch.absent == 0:
            watch.first_absent = self._clock.monotonic()
        watch.absent += 1
        return watch.absent >= LOOKS_NEEDED and watch.began >= self._proves_from(watch)

    def hasten_proof(self, watch: Watch[_KnownT]) -> None:
        """Has the look-up that can prove the absence come as soon as it can, not a whole pause later."""
        if watch.absent >= LOOKS_NEEDED - 1:
            watch.due = min(watch.due, max(self._proves_from(watch), self._clock.monotonic()))

    def proves_in(self, watch: Watch[_KnownT]) -> float:
        """Returns the seconds after which look-ups that find nothing can prove the absence, if the service answers."""
        due = self.due_in(watch)
        # Without a complete look-up, the time begins at the next one.
        begins_in = watch.first_absent - self._clock.monotonic() if watch.absent else due
        return max(due, begins_in + self._settle_after)

    def _proves_from(self, watch: Watch[_KnownT]) -> float:
        return watch.first_absent + self._settle_after
