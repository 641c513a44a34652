"""Decides whether an attempt may take a step, and which columns the step changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.redemption import UNSETTLED, IllegalStepError, Redeemed, State, Step, Trace, state_after
from desktop.store import rows

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.redemption import Attempt, Candidate, Draft, Refusal

_ON_A_REFUSAL = frozenset({Step.FOUND, Step.LOOKED, Step.SUSPECTED})
"""Steps that a refused attempt may take only if its refusal proves nothing."""


class StepDetails(NamedTuple):
    """The details of a step. `SqliteJournal.step` explains them."""

    at: datetime
    redeemed: Redeemed | None = None
    trace: Trace | None = None
    doubtful: bool | None = None
    draft: Draft | None = None
    refusal: Refusal | None = None
    candidate: Candidate | None = None
    hand_over: str | None = None


class Change(NamedTuple):
    """The changes of a step as they are stored.

    Attributes:
        columns: the changed columns of the attempt's row. The caller sets `seq`.
        request_id: request id of the event.
        detail: detail of the event.
    """

    columns: rows.Columns
    request_id: str
    detail: str


def change_of(attempt: Attempt, step: Step, details: StepDetails, *, identity: str) -> Change:
    """Returns the changes that a step makes.

    Raises:
        IllegalStepError: the attempt may not take this step.
        ValueError: the draft is another redemption.
    """
    state = _state_after(attempt, step)
    redeemed = details.redeemed or Redeemed() if step in {Step.REDEEMED, Step.FOUND} else None
    columns: rows.Columns = {"state": state.value}
    if state is not attempt.state:
        columns |= rows.changed_columns(details.at)
    if details.draft is not None:
        columns |= _draft_columns(attempt, details.draft)
    if details.doubtful is not None:
        columns["doubtful"] = int(details.doubtful)
    if redeemed is not None:
        columns |= rows.redeemed_columns(redeemed)
        columns["settled_late"] = int(attempt.state not in UNSETTLED)
    if details.trace is not None:
        columns |= rows.trace_columns(details.trace, attempt.draft.identifier)
    columns |= _columns_of(attempt, step, details, identity)
    trace = details.trace or Trace()
    request_id = trace.request_id if redeemed is None else redeemed.request_id
    detail = trace.code if redeemed is None else redeemed.redemption_id
    if step is Step.SUSPECTED:
        detail = rows.candidate_detail(details.candidate)
    if step is Step.SENT_AGAIN:
        detail = details.hand_over or ""
    return Change(columns, request_id, detail)


def _state_after(attempt: Attempt, step: Step) -> State:
    state = state_after(attempt.state, step)
    if (
        (step is Step.SENT_AGAIN and not attempt.is_resendable)
        or (attempt.state is State.REFUSED and step in _ON_A_REFUSAL and not attempt.is_unproved)
        or (attempt.state is State.NOT_SENT and step is Step.SUSPECTED and not attempt.doubtful)
    ):
        raise IllegalStepError(attempt.state, step)
    return state


def _draft_columns(attempt: Attempt, draft: Draft) -> rows.Columns:
    if not draft.same_as(attempt.draft):
        raise ValueError("the draft is another redemption")
    # This time the member may have been looked up in a way that did not return the id.
    return rows.draft_columns(replace(draft, user_id=draft.user_id or attempt.draft.user_id))


def _columns_of(attempt: Attempt, step: Step, details: StepDetails, identity: str) -> rows.Columns:
    match step:
        case Step.SENT_AGAIN:
            return {
                "sends": attempt.sends + 1,
                "looks": 0,
                "rechecked": 0,
                "refusal": "",
                "candidate": "",
                "journal_id": identity,
                **rows.sent_columns(details.at),
            }
        case Step.LOOKED:
            return {"looks": attempt.looks + 1, "rechecked": int(attempt.state not in UNSETTLED)}
        case Step.REFUSED | Step.LOST:
            return {"refusal": rows.refusal_text(details.refusal)}
        case Step.SUSPECTED:
            return {"candidate": rows.candidate_text(details.candidate), "rechecked": 0}
        case _:
            return {}
