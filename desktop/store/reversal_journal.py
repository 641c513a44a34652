"""Records reversals (points given back) in the journal, each together with what it changes in its redemption."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.domain.failures import Lost, support_code
from desktop.domain.points import plain
from desktop.domain.redemption import State, Step, Trace
from desktop.domain.reversal import (
    OPEN,
    GivenBack,
    IllegalReversalStepError,
    Reversal,
    ReversalState,
    ReversalStep,
    reversal_state_after,
    worth_of,
)
from desktop.domain.reversal_evidence import evidence
from desktop.store import packing, reversals, rows
from desktop.store.errors import DamagedRowError, journal_errors
from desktop.store.given_back import given_back_on
from desktop.store.journal_writing import JournalWriter
from desktop.store.reversal_rows import (
    entry_text,
    given_back_columns,
    reversal_columns,
    reversal_from_columns,
    seen_text,
)
from desktop.store.search_keys import mask_numbers
from desktop.store.small_values import packed_day, unpack_reference
from desktop.store.stepping import StepDetails, change_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from desktop.domain.history import Totals
    from desktop.domain.points import Points
    from desktop.domain.redemption import Attempt, Refusal
    from desktop.domain.reversal import ReversalRow, ReversalsSeen
    from desktop.store.ownership import Predecessor

DIED = support_code(Lost.DIED)
"""The code of an attempt or a reversal whose process ended before the answer came."""

GIVEN_BACK = "given_back_in_part"
"""The event of a redemption of which a part was given back. `reversed` is that of a whole one."""


class ReversalJournal(JournalWriter):
    """The methods for reversals. `SqliteJournal` adds those for redemptions."""

    def begin_reversal(
        self,
        reference: str,
        reversal_id: str,
        *,
        points: Points,
        reason: str,
        before: ReversalsSeen,
        till: str,
        cashier: str,
        at: datetime,
        approved_by: str = "",
        service: str = "",
        hand_over: str = "",
    ) -> Reversal:
        """Writes a new reversal, `in_flight`, before any byte of its request leaves.

        Raises:
            JournalUnusable: nothing was written, so nothing may be sent.
            KeyError: there is no such redemption.
            ValueError: it did not happen, or it is not known yet whether another reversal of it went through.
        """
        with self._writing():
            attempt = self._known(reference)
            if attempt.state is not State.REDEEMED or any(one.is_open for one in self._reversals_of(attempt.reference)):
                raise ValueError("nothing can be given back of this redemption now")
            columns: rows.Columns = {
                "id": reversal_id,
                "reference": attempt.reference,
                "state": ReversalState.IN_FLIGHT.value,
                "points": points.wire,
                "reason": mask_numbers(reason),
                "approved_by": approved_by,
                "seen_before": seen_text(before),
                "till": till,
                "cashier": cashier,
                "service": service,
                "journal_id": self._end.identity,
                **rows.sent_columns(at),
                **rows.changed_columns(at),
            }
            approved = f", approved by {approved_by}" if approved_by else ""
            asked = _for(hand_over) if hand_over else ""
            first = reversals.event("begun", columns, at=at, detail=f"{points.wire} points{approved}{asked}")
            reversals.insert(self._connection, columns, first)
            self._note_added(first)
            return self._known_reversal(reversal_id)

    def step_reversal(
        self,
        reversal_id: str,
        step: ReversalStep,
        *,
        at: datetime,
        given_back: GivenBack | None = None,
        trace: Trace | None = None,
        refusal: Refusal | None = None,
        candidate: ReversalRow | None = None,
        seen: ReversalsSeen | None = None,
    ) -> Reversal:
        """Applies one legal step to a reversal and adds the event.

        With `REVERSED` and `FOUND` the points are counted as given back of the redemption in the same transaction. Once
        all of them are back, the redemption becomes `reversed`. With `seen`, `FOUND` is written only if that list still
        proves the reversal: the other thread may have needed the entry for another reversal meanwhile.

        Raises:
            IllegalReversalStepError: the reversal may not take this step. Nothing was written.
            JournalUnusable: nothing was written.
            KeyError: there is no such reversal.
        """
        with self._writing():
            return self._step_reversal(
                reversal_id,
                step,
                at=at,
                given_back=given_back,
                trace=trace,
                refusal=refusal,
                candidate=candidate,
                seen=seen,
            )

    def complete_reversal(self, reversal_id: str, given_back: GivenBack, *, at: datetime) -> Reversal:
        """Adds facts that became known later about a reversal that happened. Known facts stay unchanged.

        Raises:
            JournalUnusable: nothing was written.
            KeyError: there is no such reversal.
            ValueError: the reversal has not happened.
        """
        with self._writing():
            known = self._known_reversal(reversal_id).given_back
            if known is None:
                raise ValueError("no reversal to complete")
            fuller = replace(known, balance=given_back.balance if known.balance is None else known.balance)
            if fuller != known:
                self._note_added(
                    reversals.update(self._connection, reversal_id, given_back_columns(fuller), step="completed", at=at)
                )
            return self._known_reversal(reversal_id)

    def adopt_reversals(
        self, found: Iterable[Reversal], *, at: datetime, predecessor: Predecessor | None = None
    ) -> int:
        """Takes over the readable reversals of another journal in one transaction, and returns how many there were.

        Call it after `adopt`, so that they belong to the redemptions that were taken over. The old events are not
        copied. A reversal whose outcome the damage hides is open again, and is settled by the service's list.

        Args:
            found: in the order in which they were begun.
            at: time of the event.
            predecessor: as for `adopt`.

        Raises:
            JournalUnusable: nothing was taken over, or the reversals could not be read.
        """
        with self._writing():
            return self._adopt_reversals(found, predecessor, at=at)

    def _adopt_reversals(self, found: Iterable[Reversal], predecessor: Predecessor | None, *, at: datetime) -> int:
        renamed = self._renamed(predecessor)
        adopted = 0
        for reversal in found:
            if reversals.by_id(self._connection, reversal.id) is not None:
                continue
            columns = reversal_columns(reversal)
            columns["journal_id"] = renamed.get(reversal.journal_id, columns["journal_id"])
            first = reversals.event("salvaged", columns, at=at, detail=f"{reversal.points.wire} points")
            reversals.insert(self._connection, columns, first)
            self._note_added(first)
            adopted += 1
        return adopted

    def _renamed(self, predecessor: Predecessor | None) -> dict[str, str]:
        """Returns the identities under which a predecessor of this till began something, with this journal's own.

        What has one of them can be continued here. Empty if another till wrote the predecessor.
        """
        if predecessor is None or not predecessor.is_own:
            return {}
        return dict.fromkeys(("", predecessor.identity), self._end.identity)

    def get_reversal(self, reversal_id: str) -> Reversal | None:
        """Returns one reversal."""
        with journal_errors(self.path):
            row = reversals.by_id(self._connection, reversal_id)
            return None if row is None else reversal_from_columns(row)

    def reversals_of(self, reference: str) -> tuple[Reversal, ...]:
        """Returns the reversals of one redemption, in the order in which they were begun."""
        with journal_errors(self.path):
            row = self._row(reference)
            return () if row is None else self._reversals_of(unpack_reference(row["reference"]))

    def begun_for(self, hand_over: str, reference: str) -> tuple[Reversal, ...]:
        """Returns all reversals of a redemption that were begun for a hand-over of the POS, newest first."""
        with journal_errors(self.path):
            row = self._row(reference)
            found = [] if row is None else reversals.of_redemption(self._connection, unpack_reference(row["reference"]))
            begun = (one for one in reversed(found) if self._detail(one["seq"]).endswith(_for(hand_over)))
            return tuple(reversal_from_columns(one) for one in begun)

    def _detail(self, seq: int) -> str:
        row = self._connection.execute("SELECT detail FROM event WHERE seq = ?", (seq,)).fetchone()
        if row is None:
            raise DamagedRowError("a reversal has no first event")
        return str(row["detail"])

    def reversals_in(self, *states: ReversalState) -> tuple[Reversal, ...]:
        """Returns all reversals in these states whose redemption still has its member, oldest first."""
        with journal_errors(self.path):
            return tuple(one for one in self._reversals_in(*states) if self._has_member(one.reference))

    def totals(self, day: date) -> Totals:
        """Returns a day's totals; see `JournalReader.totals`. A redemption counts with what is left of it."""
        whole = super().totals(day)
        with journal_errors(self.path):
            found = self._connection.execute(
                # What was given back is in `more`. A text of the cashier may contain the word too, and then nothing is
                # subtracted.
                "SELECT * FROM attempt INDEXED BY attempt_day WHERE day = ? AND state = ?"
                " AND instr(more, 'reversed_points') > 0",
                (packed_day(day), packing.STATES[State.REDEEMED]),
            )
            in_part = tuple(self._attempt(row) for row in found)
            given_back = sum((one.points for one in given_back_on(self._connection, self._words, day)), Decimal(0))
        back = sum((one.reversed_points for one in in_part), Decimal(0))
        value = sum((worth_of(one, one.reversed_points) or Decimal(0) for one in in_part), Decimal(0))
        return replace(whole, points=whole.points - back, value=whole.value - value, given_back=given_back)

    def _recover_reversals(self, at: datetime) -> None:
        """Marks reversals as unknown that were in flight when the till died, in the caller's transaction."""
        for reversal in self._reversals_in(ReversalState.IN_FLIGHT):
            self._step_reversal(reversal.id, ReversalStep.LOST, at=at, trace=Trace(code=DIED))

    def _step_reversal(
        self,
        reversal_id: str,
        step: ReversalStep,
        *,
        at: datetime,
        given_back: GivenBack | None = None,
        trace: Trace | None = None,
        refusal: Refusal | None = None,
        candidate: ReversalRow | None = None,
        seen: ReversalsSeen | None = None,
    ) -> Reversal:
        reversal = self._known_reversal(reversal_id)
        if self._row(reversal.reference) is None:
            raise DamagedRowError("a reversal is of no attempt")
        attempt = self._known(reversal.reference)
        state = reversal_state_after(reversal, step)
        if seen is not None and evidence(reversal, seen, self._reversals_of(reversal.reference)).found is None:
            raise IllegalReversalStepError(reversal.state, step)
        columns: rows.Columns = {"state": state.value}
        if state is not reversal.state:
            columns |= rows.changed_columns(at)
        if trace is not None:
            columns |= rows.trace_columns(trace, attempt.draft.identifier)
        if refusal is not None:
            columns["refusal"] = rows.refusal_text(refusal)
        if candidate is not None:
            columns["candidate"] = entry_text(candidate)
        if step is ReversalStep.LOOKED:
            columns["looks"] = reversal.looks + 1
        request_id, detail = (trace.request_id, trace.code) if trace is not None else ("", "")
        if state is ReversalState.REVERSED:
            done = given_back or GivenBack()
            columns |= given_back_columns(done)
            columns["settled_late"] = int(reversal.state not in OPEN)
            request_id, detail = done.request_id, done.reversal_id
        added = reversals.update(
            self._connection, reversal_id, columns, step=step.value, at=at, request_id=request_id, detail=detail
        )
        self._note_added(added)
        settled = self._known_reversal(reversal_id)
        if state is ReversalState.REVERSED:
            self._count_as_given_back(attempt, settled, at)
        return settled

    def _count_as_given_back(self, attempt: Attempt, reversal: Reversal, at: datetime) -> None:
        """Adds the points of a reversal to what was given back of its redemption."""
        total = attempt.reversed_points + reversal.reversed_points
        columns: rows.Columns = {"reversed_points": plain(total)}
        what, detail = GIVEN_BACK, f"{plain(total)} points"
        if total >= attempt.moved and attempt.state is State.REDEEMED:
            what = Step.REVERSED.value
            columns |= change_of(attempt, Step.REVERSED, StepDetails(at), identity=self._end.identity).columns
        event = self._event(what, at, attempt, request_id="", detail=detail)
        # Another cashier than the one who redeemed them may give the points back.
        self._update(attempt.reference, columns, event._replace(till=reversal.till, cashier=reversal.cashier))

    def _known_reversal(self, reversal_id: str) -> Reversal:
        row = reversals.by_id(self._connection, reversal_id)
        if row is None:
            raise KeyError("no reversal with this id")
        return reversal_from_columns(row)

    def _reversals_of(self, reference: str) -> tuple[Reversal, ...]:
        return tuple(reversal_from_columns(row) for row in reversals.of_redemption(self._connection, reference))

    def _reversals_in(self, *states: ReversalState) -> tuple[Reversal, ...]:
        found = reversals.in_states(self._connection, *(state.value for state in states))
        return tuple(reversal_from_columns(row) for row in found)

    def _has_member(self, reference: str) -> bool:
        row = self._row(reference)
        return row is not None and bool(self._attempt(row).draft.identifier.value)


def _for(hand_over: str) -> str:
    """Returns how the event of a reversal names the hand-over of the POS that it is for."""
    return f", hand-over {hand_over}"
