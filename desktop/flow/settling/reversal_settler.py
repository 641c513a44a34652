"""Looks up reversals whose outcome is unknown, and rechecks reversals recorded as not done."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain.failures import SentElsewhere
from desktop.domain.reversal import (
    IllegalReversalStepError,
    Reversal,
    ReversalState,
    ReversalStep,
)
from desktop.flow.retry import Backoff
from desktop.flow.reversal_lookup import ReversalLookup
from desktop.flow.settling.settler import LOOKS_NEEDED

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.reversal import ReversalRow
    from desktop.flow.ports import Clock, Journal, LoyaltyApi

_log = logging.getLogger(__name__)

_RECHECKED = 20
"""Reversals recorded as not done that are rechecked at a start, the newest ones."""

_BETWEEN = 2.0
"""Seconds between them."""


@dataclass(frozen=True, slots=True)
class ReversalProgress:
    """How far settling one reversal has come.

    Attributes:
        reversal: as the journal has it now.
        asked: how often the service was asked in this session, whether it answered or not.
        next_in: seconds until it is asked again; None if the reversal is settled.
        failure: why the last look-up showed nothing; None if it showed something.
    """

    reversal: Reversal
    asked: int
    next_in: float | None
    failure: Failure | None = None


@dataclass(slots=True)
class _Watch:
    """A reversal that is looked up repeatedly.

    Attributes:
        reversal: as the journal had it at the last look-up.
        backoff: how long to wait for the next one.
        due: when that is, by the monotonic clock.
        asked: how often the service was asked.
        absent: how many complete look-ups did not find it.
        first_absent: when the first of these was, by the monotonic clock.
    """

    reversal: Reversal
    backoff: Backoff
    due: float
    asked: int = 0
    absent: int = 0
    first_absent: float = field(default=0.0)


class ReversalSettler:
    """Looks open reversals up until the outcome of each is known.

    Failure policy, as for redemptions (`Settler`): a look-up that fails, or that could not see everything, proves
    nothing. Absence is proved after `LOOKS_NEEDED` complete look-ups over `settle_after` seconds, by a clock that
    cannot be set. What counts as not done without proof is looked up again after `look_again_after` seconds and at the
    next start. An entry of other points that came since is recorded as a candidate, and the reversal stays unknown.
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
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._lookup = ReversalLookup(api, journal, clock)
        self._settle_after = settle_after
        self._look_again_after = look_again_after
        self._service = service
        self._watched: dict[str, _Watch] = {}

    def resume(self) -> tuple[Reversal, ...]:
        """Takes up, at a start, every reversal that is unknown or unproved. Returns the unknown ones.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        unknown = self._journal.reversals_in(ReversalState.UNKNOWN)
        for reversal in unknown:
            self._watch(reversal, soon=0.0)
        others = self._journal.reversals_in(ReversalState.NOT_APPLIED, ReversalState.REFUSED)
        unproved = [one for one in others if one.is_unproved][-_RECHECKED:]
        for place, reversal in enumerate(reversed(unproved)):
            self._watch(reversal, soon=place * _BETWEEN)
        return unknown

    def watch(self, reversal: Reversal) -> None:
        """Takes up a reversal whose answer has just been lost, or that was just refused without proof."""
        if reversal.state is ReversalState.UNKNOWN:
            self._watch(reversal, soon=min(1.0, self._longest_pause()))
        elif reversal.is_unproved:
            self._watch(reversal, soon=self._look_again_after)
        else:
            self._watched.pop(reversal.id, None)

    def next_due(self) -> float | None:
        """Returns the seconds until the next look-up, 0 if one is due; None if nothing is watched."""
        if not self._watched:
            return None
        return max(0.0, min(watch.due for watch in self._watched.values()) - self._clock.monotonic())

    def unknown(self) -> tuple[ReversalProgress, ...]:
        """Returns how far settling has come for every reversal that is unknown."""
        return tuple(self._progress(watch) for watch in self._watched.values() if _is_unknown(watch.reversal))

    def look_once(self) -> ReversalProgress | None:
        """Looks up the reversal that is most overdue.

        Returns:
            How far it has come; None if none was due, or if one recorded as not done is still absent.

        Raises:
            JournalUnusable: the journal cannot be read, or cannot record what was found. The look-up is repeated later.
        """
        now = self._clock.monotonic()
        due = [watch for watch in self._watched.values() if watch.due <= now]
        if not due:
            return None
        watch = min(due, key=lambda one: (not _is_unknown(one.reversal), one.due))
        # The next look-up is set first, so that the loop does not spin if the journal cannot be used.
        watch.due = now + watch.backoff.pause()
        current = self._current(watch)
        if current is None or current.state is not watch.reversal.state:
            return self._moved_on(watch, current)
        watch.reversal = current
        try:
            return self._look(watch, began=now)
        except IllegalReversalStepError as error:
            # The counter has found it during the look-up.
            _log.info("reversal %s became %s during the look-up", current.id, error.state)
            return self._moved_on(watch, self._journal.get_reversal(current.id))

    def _current(self, watch: _Watch) -> Reversal | None:
        """Returns the reversal as the journal has it now.

        If it was handed over as unknown, but is still in flight in the journal, then the journal could not record that
        its answer was lost. The counter is done with it, so this records it.
        """
        known = watch.reversal
        current = self._journal.get_reversal(known.id)
        if current is None or current.state is not ReversalState.IN_FLIGHT:
            return current
        try:
            return self._journal.step_reversal(
                known.id, ReversalStep.LOST, at=self._clock.now(), trace=known.trace, refusal=known.refusal
            )
        except IllegalReversalStepError:
            # The counter has recorded it at this very moment.
            return self._journal.get_reversal(known.id)

    def _moved_on(self, watch: _Watch, current: Reversal | None) -> ReversalProgress | None:
        """Continues from the journal's state of a reversal that has changed since it was taken up."""
        was_unknown = _is_unknown(watch.reversal)
        del self._watched[watch.reversal.id]
        if current is None:
            return None
        self.watch(current)
        return ReversalProgress(current, watch.asked, None) if was_unknown else None

    def _look(self, watch: _Watch, *, began: float) -> ReversalProgress | None:
        result = self._lookup.look(watch.reversal)
        watch.asked += 1
        watch.due = max(watch.due, self._clock.monotonic())
        shown = result.evidence
        if shown.found is not None:
            reversal = self._lookup.found(watch.reversal, result.seen)
            del self._watched[reversal.id]
            return ReversalProgress(reversal, watch.asked, None)
        if shown.candidate is not None and _is_unknown(watch.reversal):
            return self._suspect(watch, shown.candidate)
        if not shown.is_absent:
            return self._unseen(watch, result.failure)
        if watch.reversal.is_elsewhere(self._service):
            watch.due = self._clock.monotonic() + self._look_again_after
            return self._unseen(watch, SentElsewhere())
        if _is_unknown(watch.reversal):
            return self._absent(watch, began)
        self._journal.step_reversal(watch.reversal.id, ReversalStep.LOOKED, at=self._clock.now())
        del self._watched[watch.reversal.id]
        return None

    def _unseen(self, watch: _Watch, failure: Failure | None) -> ReversalProgress | None:
        return self._progress(watch, failure) if _is_unknown(watch.reversal) else None

    def _suspect(self, watch: _Watch, candidate: ReversalRow) -> ReversalProgress:
        """Records the candidate. Look-ups before this one no longer count towards absence."""
        watch.absent = 0
        if watch.reversal.candidate != candidate:
            _log.warning("reversal %s may have given back other points: %s", watch.reversal.id, candidate.reversal_id)
            watch.reversal = self._journal.step_reversal(
                watch.reversal.id, ReversalStep.SUSPECTED, at=self._clock.now(), candidate=candidate
            )
        return self._progress(watch)

    def _absent(self, watch: _Watch, began: float) -> ReversalProgress:
        if watch.absent == 0:
            watch.first_absent = self._clock.monotonic()
        watch.absent += 1
        proves_from = watch.first_absent + self._settle_after
        if watch.absent >= LOOKS_NEEDED and began >= proves_from:
            reversal = self._journal.step_reversal(watch.reversal.id, ReversalStep.ABSENT, at=self._clock.now())
            _log.info("reversal %s did not happen: %d look-ups", reversal.id, watch.absent)
            self.watch(reversal)
            return ReversalProgress(reversal, watch.asked, None)
        watch.reversal = self._journal.step_reversal(watch.reversal.id, ReversalStep.LOOKED, at=self._clock.now())
        if watch.absent >= LOOKS_NEEDED - 1:
            # The look-up that can prove it comes as soon as it can, not a whole pause later.
            watch.due = min(watch.due, max(proves_from, self._clock.monotonic()))
        return self._progress(watch)

    def _watch(self, reversal: Reversal, *, soon: float) -> None:
        self._watched[reversal.id] = _Watch(
            reversal=reversal,
            backoff=Backoff(first=min(1.0, self._longest_pause()), longest=self._longest_pause()),
            due=self._clock.monotonic() + soon,
        )

    def _longest_pause(self) -> float:
        return min(30.0, max(0.25, self._settle_after / LOOKS_NEEDED))

    def _progress(self, watch: _Watch, failure: Failure | None = None) -> ReversalProgress:
        return ReversalProgress(watch.reversal, watch.asked, max(0.0, watch.due - self._clock.monotonic()), failure)


def _is_unknown(reversal: Reversal) -> bool:
    return reversal.state is ReversalState.UNKNOWN
