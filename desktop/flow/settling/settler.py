"""Looks up attempts whose outcome is unknown, and rechecks attempts recorded as not redeemed."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.failures import SentElsewhere
from desktop.domain.redemption import Attempt, IllegalStepError, State, Step
from desktop.flow.lookup import Lookup
from desktop.flow.retry import Backoff

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Candidate
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

LOOKS_NEEDED = 3
"""Look-ups that must have found nothing, spread over `settle_after`, before absence is proved."""

_RECHECKED = 50
"""Attempts recorded as not redeemed that are rechecked at a start. Earlier starts have rechecked the older ones."""

_AT_ONCE = 10
"""How many of these are due at once: the cashier's own calls count towards the same rate limit."""

_BETWEEN = 2.0
"""Seconds between the others."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far settling one attempt has come.

    Attributes:
        attempt: as the journal has it now.
        asked: how often the service was asked in this session, whether it answered or not.
        next_in: seconds until it is asked again; None if the attempt is settled.
        failure: why the last look-up showed nothing; None if it showed something.
        proves_in: seconds after which look-ups that find nothing can prove that it did not happen, if the service
            answers; None if the attempt is settled, or if waiting proves nothing.
    """

    attempt: Attempt
    asked: int
    next_in: float | None
    failure: Failure | None = None
    proves_in: float | None = None


@dataclass(slots=True)
class _Watch:
    """An attempt that is looked up repeatedly.

    Attributes:
        attempt: as the journal had it at the last look-up.
        backoff: how long to wait for the next one.
        due: when that is, by the monotonic clock.
        looks_left: how many more look-ups an attempt gets that was recorded as not redeemed.
        asked: how often the service was asked.
        absent: how many complete look-ups did not find it.
        first_absent: when the first of these was, by the monotonic clock.
    """

    attempt: Attempt
    backoff: Backoff
    due: float
    looks_left: int
    asked: int = 0
    absent: int = 0
    first_absent: float = field(default=0.0)


class Settler:
    """Looks unsettled attempts up until the outcome of each is known.

    Failure policy:

    - A look-up that fails, or that could not see everything, proves nothing. It is repeated with growing pauses, for as
      long as the program runs and at every start.
    - Absence is proved after `LOOKS_NEEDED` complete look-ups that found nothing, if the last of them began at least
      `settle_after` seconds after the first one's answer. A clock that cannot be set measures this. The time before a
      restart does not count, because it was not measured.
    - An attempt recorded as not redeemed without proof (`Attempt.is_unproved`) is looked up again after
      `look_again_after` seconds and at the next start. If it turns up, it becomes `redeemed`.
    - A redemption in the service's list that carries no reference and could be the attempt is recorded as its
      candidate. The attempt is unknown from then on, until its reference turns up or support settles it by hand.
    - An attempt that was sent to another service, or under another till name, is looked up here too, because the same
      service may have got another address, and the same organisation another till name. A reference that is found is
      proof. That it is not found proves nothing, however often.
    """

    def __init__(
        self,
        api: LoyaltyApi,
        journal: Journal,
        clock: Clock,
        *,
        settle_after: float,
        look_again_after: float,
        service: str = "",
        till: str = "",
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._lookup = Lookup(api, journal, clock)
        self._settle_after = settle_after
        self._look_again_after = look_again_after
        self._service = service
        self._till = till
        self._watched: dict[str, _Watch] = {}

    def resume(self) -> tuple[Attempt, ...]:
        """Takes up, at a start, every attempt that is unknown or unproved. Returns the unknown ones.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        unknown = self._journal.in_states(State.UNKNOWN)
        for attempt in unknown:
            self._watch(attempt, soon=0.0)
        for place, attempt in enumerate(self._journal.unproved(_RECHECKED)):
            soon = max(0, place + 1 - _AT_ONCE) * _BETWEEN
            self._watch(attempt, soon=soon, looks=2 if self._is_recent(attempt) else 1)
        return unknown

    def watch(self, attempt: Attempt) -> None:
        """Takes up an attempt whose answer has just been lost, or that has just been sent again."""
        if attempt.state is State.UNKNOWN:
            self._watch(attempt, soon=min(1.0, self._longest_pause()))
        elif attempt.is_unproved:
            self._watch(attempt, soon=self._look_again_after)
        else:
            self._watched.pop(attempt.reference, None)

    def next_due(self) -> float | None:
        """Returns the seconds until the next look-up, 0 if one is due; None if nothing is watched."""
        if not self._watched:
            return None
        return max(0.0, min(watch.due for watch in self._watched.values()) - self._clock.monotonic())

    def unknown(self) -> tuple[Progress, ...]:
        """Returns how far settling has come for every attempt that is unknown."""
        return tuple(self._progress(watch) for watch in self._watched.values() if watch.attempt.state is State.UNKNOWN)

    def look_once(self) -> Progress | None:
        """Looks up the attempt that is most overdue.

        Returns:
            How far it has come; None if none was due, or if an attempt recorded as not redeemed is still absent.

        Raises:
            JournalUnusable: the journal cannot be read, or cannot record what was found. The look-up is repeated later.
        """
        now = self._clock.monotonic()
        due = [watch for watch in self._watched.values() if watch.due <= now]
        if not due:
            return None
        watch = min(due, key=lambda one: (one.attempt.state is not State.UNKNOWN, one.due))
        # The next look-up is set first, so that the loop does not spin if the journal cannot be used.
        watch.due = now + watch.backoff.pause()
        current = self._current(watch)
        if current is None or not _is_as_it_was(watch.attempt, current):
            return self._moved_on(watch, current)
        watch.attempt = current
        try:
            return self._look(watch, began=now)
        except IllegalStepError as error:
            # The cashier sent it again during the look-up.
            _log.info("%s became %s during the look-up", current.reference, error.state)
            return self._moved_on(watch, self._journal.get(current.reference))

    def _current(self, watch: _Watch) -> Attempt | None:
        """Returns the attempt as the journal has it now.

        If the attempt was handed over as unknown, but is still in flight in the journal, then the journal could not
        record that its answer was lost. The counter is done with it and has not sent it again, so this records it.
        """
        known = watch.attempt
        current = self._journal.get(known.reference)
        if current is None or current.state is not State.IN_FLIGHT:
            return current
        if known.state is not State.UNKNOWN or known.sends != current.sends:
            return current
        try:
            return self._journal.step(
                known.reference, Step.LOST, at=self._clock.now(), trace=known.trace, refusal=known.refusal
            )
        except IllegalStepError:
            # The counter has recorded it at this very moment.
            return self._journal.get(known.reference)

    def _moved_on(self, watch: _Watch, current: Attempt | None) -> Progress | None:
        """Continues from the journal's state of an attempt that has changed since it was taken up."""
        if current is None:
            del self._watched[watch.attempt.reference]
            return None
        if current.state is State.IN_FLIGHT:
            # The counter is sending it, and may not report the outcome.
            watch.attempt = current
            watch.due = self._clock.monotonic() + self._look_again_after
            return None
        self.watch(current)
        if watch.attempt.state is not State.UNKNOWN:
            # The counter has changed it, so the window knows.
            return None
        return Progress(current, watch.asked, None)

    def _look(self, watch: _Watch, *, began: float) -> Progress | None:
        result = self._lookup.look(watch.attempt)
        watch.asked += 1
        watch.due = max(watch.due, self._clock.monotonic())
        if result.found is not None:
            attempt = self._lookup.found(watch.attempt, result.found)
            del self._watched[attempt.reference]
            _log.info("%s is %s", attempt.reference, attempt.state)
            return Progress(attempt, watch.asked, None)
        if result.candidate is not None:
            return self._suspect(watch, result.candidate)
        if not result.is_absent:
            return self._progress(watch, result.failure)
        if watch.attempt.is_elsewhere(self._service, self._till):
            return self._elsewhere(watch)
        if watch.attempt.state is State.UNKNOWN:
            return self._absent(watch, began)
        return self._still_absent(watch)

    def _suspect(self, watch: _Watch, candidate: Candidate) -> Progress:
        """Records the candidate. Look-ups before this one no longer count towards absence."""
        watch.attempt = self._lookup.suspect(watch.attempt, candidate)
        watch.absent = 0
        return self._progress(watch)

    def _elsewhere(self, watch: _Watch) -> Progress | None:
        if watch.attempt.state is not State.UNKNOWN:
            del self._watched[watch.attempt.reference]
            return None
        watch.due = self._clock.monotonic() + self._look_again_after
        return self._progress(watch, SentElsewhere())

    def _absent(self, watch: _Watch, began: float) -> Progress | None:
        current = self._journal.get(watch.attempt.reference)
        if current is None or not _is_as_it_was(watch.attempt, current):
            # It was settled by hand, and perhaps sent again and lost again, during the look-up, which proves nothing
            # about the later request.
            return self._moved_on(watch, current)
        if watch.absent == 0:
            watch.first_absent = self._clock.monotonic()
        watch.absent += 1
        proves_from = watch.first_absent + self._settle_after
        if watch.absent >= LOOKS_NEEDED and began >= proves_from:
            attempt = self._journal.step(watch.attempt.reference, Step.ABSENT, at=self._clock.now())
            _log.info("%s did not happen: %d look-ups", attempt.reference, watch.absent)
            self.watch(attempt)
            return Progress(attempt, watch.asked, None)
        watch.attempt = self._journal.step(watch.attempt.reference, Step.LOOKED, at=self._clock.now())
        if watch.absent >= LOOKS_NEEDED - 1:
            # The look-up that can prove it comes as soon as it can, not a whole pause later.
            watch.due = min(watch.due, max(proves_from, self._clock.monotonic()))
        return self._progress(watch)

    def _still_absent(self, watch: _Watch) -> Progress | None:
        attempt = self._journal.step(watch.attempt.reference, Step.LOOKED, at=self._clock.now())
        if not _is_as_it_was(watch.attempt, attempt):
            # It was sent again and lost again during the look-up, which proves nothing about the later request.
            return self._moved_on(watch, attempt)
        watch.looks_left -= 1
        if watch.looks_left:
            watch.due = self._clock.monotonic() + self._look_again_after
        else:
            del self._watched[attempt.reference]
        return None

    def _watch(self, attempt: Attempt, *, soon: float, looks: int = 1) -> None:
        self._watched[attempt.reference] = _Watch(
            attempt=attempt,
            backoff=Backoff(first=min(1.0, self._longest_pause()), longest=self._longest_pause()),
            due=self._clock.monotonic() + soon,
            looks_left=looks,
        )

    def _is_recent(self, attempt: Attempt) -> bool:
        """True if it was recorded as not redeemed so shortly before this start that one look-up may be too early.

        The wall clock is good enough here: it only decides about one look-up more or less.
        """
        return abs(self._clock.now() - attempt.changed) < timedelta(seconds=self._look_again_after)

    def _longest_pause(self) -> float:
        return min(30.0, max(0.25, self._settle_after / LOOKS_NEEDED))

    def _progress(self, watch: _Watch, failure: Failure | None = None) -> Progress:
        now = self._clock.monotonic()
        due = max(0.0, watch.due - now)
        waits_in_vain = watch.attempt.candidate is not None or watch.attempt.is_elsewhere(self._service, self._till)
        # Without a complete look-up, the time begins at the next one.
        begins_in = watch.first_absent - now if watch.absent else due
        proves_in = None if waits_in_vain else max(due, begins_in + self._settle_after)
        return Progress(watch.attempt, watch.asked, due, failure, proves_in)


def _is_as_it_was(known: Attempt, current: Attempt) -> bool:
    return (known.state, known.sends) == (current.state, current.sends)
