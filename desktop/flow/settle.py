"""Owns settling: finding out what became of attempts that nobody knows, and looking again at those taken for absent."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.redemption import Attempt, IllegalStepError, State, Step
from desktop.flow.lookup import Lookup
from desktop.flow.retry import Backoff

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

LOOKS_NEEDED = 3
"""Looks that must have found nothing, spread over `settle_after`, before absence is proved."""

_LOOKED_AT_AGAIN = 50
"""Attempts taken for absent that are looked at again at a start; older ones have been looked at by earlier starts."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How settling one attempt stands.

    Attributes:
        attempt: as the journal has it now.
        asked: how often the service was asked in this session, whether it answered or not.
        next_in: seconds until it is asked again; None where it is settled.
        failure: why the last look saw nothing; None where it saw.
    """

    attempt: Attempt
    asked: int
    next_in: float | None
    failure: Failure | None = None


@dataclass(slots=True)
class _Watch:
    attempt: Attempt
    backoff: Backoff
    due: float
    asked: int = 0
    absent: int = 0
    first_absent: float = field(default=0.0)


class Settler:
    """Looks unsettled attempts up until each is known.

    Failure policy: a look that fails or could not see everything says nothing and is repeated with growing pauses, for
    as long as the program runs and at every start. Absence is taken as proved after `LOOKS_NEEDED` looks that saw
    everything and found nothing, the last of them `settle_after` seconds after the first, by a clock that cannot be set;
    the time before a restart does not count, because nobody measured it. What was taken for absent is looked at again
    after `look_again_after` seconds and at the next start, and becomes `redeemed` if it turns up.
    """

    def __init__(
        self,
        api: LoyaltyApi,
        journal: Journal,
        clock: Clock,
        *,
        settle_after: float,
        look_again_after: float,
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._lookup = Lookup(api, journal, clock)
        self._settle_after = settle_after
        self._look_again_after = look_again_after
        self._watched: dict[str, _Watch] = {}

    def resume(self) -> tuple[Attempt, ...]:
        """Takes up, at a start, everything that the journal has as unknown or absent; the unknown ones.

        Raises:
            JournalUnusable: where the journal cannot be read.
        """
        unknown = self._journal.in_states(State.UNKNOWN)
        for attempt in unknown:
            self._watch(attempt, soon=0.0)
        absent = self._journal.in_states(State.NOT_APPLIED, State.NOT_SENT)
        for attempt in [one for one in absent if one.state is State.NOT_APPLIED or one.doubtful][-_LOOKED_AT_AGAIN:]:
            self._watch(attempt, soon=0.0)
        return unknown

    def watch(self, attempt: Attempt) -> None:
        """Takes up an attempt whose outcome has just been lost, or that has just been sent again."""
        if attempt.state is State.UNKNOWN:
            self._watch(attempt, soon=min(1.0, self._longest_pause()))
        elif attempt.doubtful and attempt.state is State.NOT_SENT:
            self._watch(attempt, soon=self._look_again_after)
        else:
            self._watched.pop(attempt.reference, None)

    def hurry(self) -> None:
        """Makes every unknown attempt due at once: the network is back, or somebody asked."""
        now = self._clock.monotonic()
        for watch in self._watched.values():
            if watch.attempt.state is State.UNKNOWN:
                watch.due = now

    def next_due(self) -> float | None:
        """Seconds until the next look, 0 where one is due; None where nothing is watched."""
        if not self._watched:
            return None
        return max(0.0, min(watch.due for watch in self._watched.values()) - self._clock.monotonic())

    def unknown(self) -> tuple[Progress, ...]:
        """How settling stands for every attempt that nobody knows yet."""
        return tuple(self._progress(watch) for watch in self._watched.values() if watch.attempt.state is State.UNKNOWN)

    def look_once(self) -> Progress | None:
        """Looks at the attempt that is most overdue; None where none is due.

        Raises:
            JournalUnusable: where what was found cannot be written; it is looked at again.
        """
        now = self._clock.monotonic()
        due = [watch for watch in self._watched.values() if watch.due <= now]
        if not due:
            return None
        watch = min(due, key=lambda one: (one.attempt.state is not State.UNKNOWN, one.due))
        current = self._journal.get(watch.attempt.reference)
        if current is None or current.state not in {State.UNKNOWN, State.NOT_APPLIED, State.NOT_SENT}:
            # Settled or sent again by the cashier since: the foreground has it.
            del self._watched[watch.attempt.reference]
            return None
        watch.attempt = current
        # Put off first, so that a journal that cannot be written does not make the loop spin.
        watch.due = now + watch.backoff.pause()
        try:
            return self._look(watch)
        except IllegalStepError:
            # The cashier sent it again while the look was on its way: the foreground has it.
            _log.info("%s was sent again while it was looked for", current.reference)
            del self._watched[current.reference]
            return None

    def _look(self, watch: _Watch) -> Progress:
        sight = self._lookup.look(watch.attempt)
        watch.asked += 1
        watch.due = max(watch.due, self._clock.monotonic())
        if sight.found is not None:
            attempt = self._lookup.found(watch.attempt, sight.found)
            del self._watched[attempt.reference]
            _log.info("%s is %s", attempt.reference, attempt.state)
            return Progress(attempt, watch.asked, None)
        if not sight.conclusive:
            return self._progress(watch, sight.failure)
        return self._absent(watch)

    def _absent(self, watch: _Watch) -> Progress:
        now = self._clock.monotonic()
        if watch.absent == 0:
            watch.first_absent = now
        watch.absent += 1
        if watch.attempt.state is not State.UNKNOWN:
            watch.attempt = self._journal.step(watch.attempt.reference, Step.LOOKED, at=self._clock.now())
            del self._watched[watch.attempt.reference]
            return Progress(watch.attempt, watch.asked, None)
        if watch.absent >= LOOKS_NEEDED and now - watch.first_absent >= self._settle_after:
            watch.attempt = self._journal.step(watch.attempt.reference, Step.ABSENT, at=self._clock.now())
            _log.info("%s did not happen: %d looks", watch.attempt.reference, watch.absent)
            progress = Progress(watch.attempt, watch.asked, None)
            self._watch(watch.attempt, soon=self._look_again_after)
            return progress
        watch.attempt = self._journal.step(watch.attempt.reference, Step.LOOKED, at=self._clock.now())
        if watch.absent >= LOOKS_NEEDED:
            # The look that can prove it comes when it can, not a whole pause later.
            watch.due = min(watch.due, watch.first_absent + self._settle_after)
        return self._progress(watch)

    def _watch(self, attempt: Attempt, *, soon: float) -> None:
        self._watched[attempt.reference] = _Watch(
            attempt=attempt,
            backoff=Backoff(first=min(1.0, self._longest_pause()), longest=self._longest_pause()),
            due=self._clock.monotonic() + soon,
        )

    def _longest_pause(self) -> float:
        return min(30.0, max(0.25, self._settle_after / LOOKS_NEEDED))

    def _progress(self, watch: _Watch, failure: Failure | None = None) -> Progress:
        return Progress(watch.attempt, watch.asked, max(0.0, watch.due - self._clock.monotonic()), failure)
