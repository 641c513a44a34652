"""Looks up attempts whose outcome is unknown, and rechecks attempts recorded as not redeemed."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.failures import SentElsewhere
from desktop.domain.redemption import Attempt, IllegalStepError, State, Step
from desktop.flow.lookup import Lookup
from desktop.flow.settling.watch_list import WatchList

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Candidate
    from desktop.flow.ports import Clock, Journal, LoyaltyApi
    from desktop.flow.settling.watch_list import Watch

_log = logging.getLogger(__name__)

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


class Settler:
    """Looks unsettled attempts up until the outcome of each is known.

    Failure policy:

    - A look-up that fails, or that could not see everything, proves nothing. It is repeated with growing pauses, for as
      long as the program runs and at every start.
    - It takes several complete look-ups over time to prove absence (`WatchList`).
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
        self._look_again_after = look_again_after
        self._service = service
        self._till = till
        self._watches: WatchList[Attempt] = WatchList(clock, settle_after)

    def resume(self) -> tuple[Attempt, ...]:
        """Takes up, at a start, every attempt that is unknown or unproved. Returns the unknown ones.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        unknown = self._journal.in_states(State.UNKNOWN)
        for attempt in unknown:
            self._watches.add(attempt.reference, attempt, soon=0.0)
        for place, attempt in enumerate(self._journal.unproved(_RECHECKED)):
            soon = max(0, place + 1 - _AT_ONCE) * _BETWEEN
            looks = 2 if self._is_recent(attempt) else 1
            self._watches.add(attempt.reference, attempt, soon=soon, looks=looks)
        return unknown

    def watch(self, attempt: Attempt) -> None:
        """Takes up an attempt whose answer has just been lost, or that has just been sent again."""
        if attempt.state is State.UNKNOWN:
            self._watches.add(attempt.reference, attempt, soon=self._watches.first_pause)
        elif attempt.is_unproved:
            self._watches.add(attempt.reference, attempt, soon=self._look_again_after)
        else:
            self._watches.drop(attempt.reference)

    def next_due(self) -> float | None:
        """Returns the seconds until the next look-up, 0 if one is due; None if nothing is watched."""
        return self._watches.next_due()

    def unknown(self) -> tuple[Progress, ...]:
        """Returns how far settling has come for every attempt that is unknown."""
        return tuple(self._progress(watch) for watch in self._watches if _is_unknown(watch.known))

    def look_once(self) -> Progress | None:
        """Looks up the attempt that is most overdue.

        Returns:
            How far it has come; None if none was due, or if an attempt recorded as not redeemed is still absent.

        Raises:
            JournalUnusable: the journal cannot be read, or cannot record what was found. The look-up is repeated later.
        """
        watch = self._watches.most_overdue(_is_unknown)
        if watch is None:
            return None
        current = self._current(watch)
        if current is None or not _is_as_it_was(watch.known, current):
            return self._moved_on(watch, current)
        watch.known = current
        try:
            return self._look(watch)
        except IllegalStepError as error:
            # The cashier sent it again during the look-up.
            _log.info("%s became %s during the look-up", current.reference, error.state)
            return self._moved_on(watch, self._journal.get(current.reference))

    def _current(self, watch: Watch[Attempt]) -> Attempt | None:
        """Returns the attempt as the journal has it now.

        If the attempt was handed over as unknown, but is still in flight in the journal, then the journal could not
        record that its answer was lost. The counter is done with it and has not sent it again, so this records it.
        """
        known = watch.known
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

    def _moved_on(self, watch: Watch[Attempt], current: Attempt | None) -> Progress | None:
        """Continues from the journal's state of an attempt that has changed since it was taken up."""
        if current is None:
            self._watches.drop(watch.key)
            return None
        if current.state is State.IN_FLIGHT:
            # The counter is sending it, and may not report the outcome.
            watch.known = current
            watch.due = self._clock.monotonic() + self._look_again_after
            return None
        self.watch(current)
        if not _is_unknown(watch.known):
            # The counter has changed it, so the window knows.
            return None
        return Progress(current, watch.asked, None)

    def _look(self, watch: Watch[Attempt]) -> Progress | None:
        result = self._lookup.look(watch.known)
        self._watches.note_asked(watch)
        if result.found is not None:
            attempt = self._lookup.found(watch.known, result.found)
            self._watches.drop(watch.key)
            _log.info("%s is %s", attempt.reference, attempt.state)
            return Progress(attempt, watch.asked, None)
        if result.candidate is not None:
            return self._suspect(watch, result.candidate)
        if not result.is_absent:
            return self._progress(watch, result.failure)
        if watch.known.is_elsewhere(self._service, self._till):
            return self._elsewhere(watch)
        if _is_unknown(watch.known):
            return self._absent(watch)
        return self._still_absent(watch)

    def _suspect(self, watch: Watch[Attempt], candidate: Candidate) -> Progress:
        """Records the candidate. Look-ups before this one no longer count towards absence."""
        watch.known = self._lookup.suspect(watch.known, candidate)
        watch.absent = 0
        return self._progress(watch)

    def _elsewhere(self, watch: Watch[Attempt]) -> Progress | None:
        if not _is_unknown(watch.known):
            self._watches.drop(watch.key)
            return None
        watch.due = self._clock.monotonic() + self._look_again_after
        return self._progress(watch, SentElsewhere())

    def _absent(self, watch: Watch[Attempt]) -> Progress | None:
        current = self._journal.get(watch.known.reference)
        if current is None or not _is_as_it_was(watch.known, current):
            # It was settled by hand, and perhaps sent again and lost again, during the look-up, which proves nothing
            # about the later request.
            return self._moved_on(watch, current)
        if self._watches.note_absent(watch):
            attempt = self._journal.step(watch.known.reference, Step.ABSENT, at=self._clock.now())
            _log.info("%s did not happen: %d look-ups", attempt.reference, watch.absent)
            self.watch(attempt)
            return Progress(attempt, watch.asked, None)
        watch.known = self._journal.step(watch.known.reference, Step.LOOKED, at=self._clock.now())
        self._watches.hasten_proof(watch)
        return self._progress(watch)

    def _still_absent(self, watch: Watch[Attempt]) -> Progress | None:
        attempt = self._journal.step(watch.known.reference, Step.LOOKED, at=self._clock.now())
        if not _is_as_it_was(watch.known, attempt):
            # It was sent again and lost again during the look-up, which proves nothing about the later request.
            return self._moved_on(watch, attempt)
        watch.looks_left -= 1
        if watch.looks_left:
            watch.due = self._clock.monotonic() + self._look_again_after
        else:
            self._watches.drop(watch.key)
        return None

    def _is_recent(self, attempt: Attempt) -> bool:
        """True if it was recorded as not redeemed so shortly before this start that one look-up may be too early.

        The wall clock is good enough here: it only decides about one look-up more or less.
        """
        return abs(self._clock.now() - attempt.changed) < timedelta(seconds=self._look_again_after)

    def _progress(self, watch: Watch[Attempt], failure: Failure | None = None) -> Progress:
        waits_in_vain = watch.known.candidate is not None or watch.known.is_elsewhere(self._service, self._till)
        proves_in = None if waits_in_vain else self._watches.proves_in(watch)
        return Progress(watch.known, watch.asked, self._watches.due_in(watch), failure, proves_in)


def _is_as_it_was(known: Attempt, current: Attempt) -> bool:
    return (known.state, known.sends) == (current.state, current.sends)


def _is_unknown(attempt: Attempt) -> bool:
    return attempt.state is State.UNKNOWN
