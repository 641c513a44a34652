"""Looks up reversals whose outcome is unknown, and rechecks reversals recorded as not done."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.failures import SentElsewhere
from desktop.domain.reversal import (
    IllegalReversalStepError,
    Reversal,
    ReversalState,
    ReversalStep,
)
from desktop.flow.reversal_lookup import ReversalLookup
from desktop.flow.settling.watch_list import WatchList

if TYPE_CHECKING:
    from desktop.domain.failures import Failure
    from desktop.domain.reversal import ReversalRow
    from desktop.flow.ports import Clock, Journal, LoyaltyApi
    from desktop.flow.settling.watch_list import Watch

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


class ReversalSettler:
    """Looks open reversals up until the outcome of each is known.

    Failure policy, as for redemptions (`Settler`): a look-up that fails, or that could not see everything, proves
    nothing, and it takes several complete look-ups over time to prove absence (`WatchList`). What counts as not done
    without proof is looked up again after `look_again_after` seconds and at the next start. An entry of other points
    that came since is recorded as a candidate, and the reversal stays unknown.
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
        self._look_again_after = look_again_after
        self._service = service
        self._watches: WatchList[Reversal] = WatchList(clock, settle_after)

    def resume(self) -> tuple[Reversal, ...]:
        """Takes up, at a start, every reversal that is unknown or unproved. Returns the unknown ones.

        Raises:
            JournalUnusable: the journal cannot be read.
        """
        unknown = self._journal.reversals_in(ReversalState.UNKNOWN)
        for reversal in unknown:
            self._watches.add(reversal.id, reversal, soon=0.0)
        others = self._journal.reversals_in(ReversalState.NOT_APPLIED, ReversalState.REFUSED)
        unproved = [one for one in others if one.is_unproved][-_RECHECKED:]
        for place, reversal in enumerate(reversed(unproved)):
            self._watches.add(reversal.id, reversal, soon=place * _BETWEEN)
        return unknown

    def watch(self, reversal: Reversal) -> None:
        """Takes up a reversal whose answer has just been lost, or that was just refused without proof."""
        if reversal.state is ReversalState.UNKNOWN:
            self._watches.add(reversal.id, reversal, soon=self._watches.first_pause)
        elif reversal.is_unproved:
            self._watches.add(reversal.id, reversal, soon=self._look_again_after)
        else:
            self._watches.drop(reversal.id)

    def next_due(self) -> float | None:
        """Returns the seconds until the next look-up, 0 if one is due; None if nothing is watched."""
        return self._watches.next_due()

    def unknown(self) -> tuple[ReversalProgress, ...]:
        """Returns how far settling has come for every reversal that is unknown."""
        return tuple(self._progress(watch) for watch in self._watches if _is_unknown(watch.known))

    def look_once(self) -> ReversalProgress | None:
        """Looks up the reversal that is most overdue.

        Returns:
            How far it has come; None if none was due, or if one recorded as not done is still absent.

        Raises:
            JournalUnusable: the journal cannot be read, or cannot record what was found. The look-up is repeated later.
        """
        watch = self._watches.most_overdue(_is_unknown)
        if watch is None:
            return None
        current = self._current(watch)
        if current is None or current.state is not watch.known.state:
            return self._moved_on(watch, current)
        watch.known = current
        try:
            return self._look(watch)
        except IllegalReversalStepError as error:
            # The counter has found it during the look-up.
            _log.info("reversal %s became %s during the look-up", current.id, error.state)
            return self._moved_on(watch, self._journal.get_reversal(current.id))

    def _current(self, watch: Watch[Reversal]) -> Reversal | None:
        """Returns the reversal as the journal has it now.

        If it was handed over as unknown, but is still in flight in the journal, then the journal could not record that
        its answer was lost. The counter is done with it, so this records it.
        """
        known = watch.known
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

    def _moved_on(self, watch: Watch[Reversal], current: Reversal | None) -> ReversalProgress | None:
        """Continues from the journal's state of a reversal that has changed since it was taken up."""
        was_unknown = _is_unknown(watch.known)
        self._watches.drop(watch.key)
        if current is None:
            return None
        self.watch(current)
        return ReversalProgress(current, watch.asked, None) if was_unknown else None

    def _look(self, watch: Watch[Reversal]) -> ReversalProgress | None:
        result = self._lookup.look(watch.known)
        self._watches.note_asked(watch)
        shown = result.evidence
        if shown.found is not None:
            reversal = self._lookup.found(watch.known, result.seen)
            self._watches.drop(watch.key)
            return ReversalProgress(reversal, watch.asked, None)
        if shown.candidate is not None and _is_unknown(watch.known):
            return self._suspect(watch, shown.candidate)
        if not shown.is_absent:
            return self._unseen(watch, result.failure)
        if watch.known.is_elsewhere(self._service):
            watch.due = self._clock.monotonic() + self._look_again_after
            return self._unseen(watch, SentElsewhere())
        if _is_unknown(watch.known):
            return self._absent(watch)
        self._journal.step_reversal(watch.known.id, ReversalStep.LOOKED, at=self._clock.now())
        self._watches.drop(watch.key)
        return None

    def _unseen(self, watch: Watch[Reversal], failure: Failure | None) -> ReversalProgress | None:
        return self._progress(watch, failure) if _is_unknown(watch.known) else None

    def _suspect(self, watch: Watch[Reversal], candidate: ReversalRow) -> ReversalProgress:
        """Records the candidate. Look-ups before this one no longer count towards absence."""
        watch.absent = 0
        if watch.known.candidate != candidate:
            _log.warning("reversal %s may have given back other points: %s", watch.known.id, candidate.reversal_id)
            watch.known = self._journal.step_reversal(
                watch.known.id, ReversalStep.SUSPECTED, at=self._clock.now(), candidate=candidate
            )
        return self._progress(watch)

    def _absent(self, watch: Watch[Reversal]) -> ReversalProgress:
        if self._watches.note_absent(watch):
            reversal = self._journal.step_reversal(watch.known.id, ReversalStep.ABSENT, at=self._clock.now())
            _log.info("reversal %s did not happen: %d look-ups", reversal.id, watch.absent)
            self.watch(reversal)
            return ReversalProgress(reversal, watch.asked, None)
        watch.known = self._journal.step_reversal(watch.known.id, ReversalStep.LOOKED, at=self._clock.now())
        self._watches.hasten_proof(watch)
        return self._progress(watch)

    def _progress(self, watch: Watch[Reversal], failure: Failure | None = None) -> ReversalProgress:
        return ReversalProgress(watch.known, watch.asked, self._watches.due_in(watch), failure)


def _is_unknown(reversal: Reversal) -> bool:
    return reversal.state is ReversalState.UNKNOWN
