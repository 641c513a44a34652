"""Makes the records that other programs read: the result of a hand-over, and the lines of an export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from desktop.domain.points import plain
from desktop.domain.redemption import Attempt, State
from desktop.domain.result_line import BY_HAND, PERHAPS_REDEEMED, REDEEMED_CODE, RESULT_FIELDS, earlier_among
from desktop.domain.reversal import Reversal, ReversalState

if TYPE_CHECKING:
    from collections.abc import Iterable


def exit_code(attempt: Attempt | None) -> ExitCode:
    """Returns the exit code of a window that was opened for a hand-over. `attempt` is None if nothing was tried."""
    if attempt is None:
        return ExitCode.CANCELLED
    match attempt.state:
        case State.REDEEMED:
            return ExitCode.DONE
        case State.UNKNOWN | State.IN_FLIGHT:
            return ExitCode.UNKNOWN
        case State.REFUSED | State.NOT_SENT | State.NOT_APPLIED | State.REVERSED:  # pragma: no branch - no other exists
            return ExitCode.NOT_REDEEMED


def earlier_of(same_bill: Iterable[Attempt], reference: str = "") -> Attempt | None:
    """Returns the earlier redemption of a bill; see `earlier_among`."""
    return earlier_among(same_bill, reference, lambda one: (one.reference, one.state))


def result(attempt: Attempt | None, *, mobile: str = "", bill: str = "", at: str = "") -> dict[str, str | None]:
    """Makes the result of a hand-over for the POS, without an earlier redemption of the same bill.

    Args:
        attempt: the last attempt for it; None if the cashier cancelled before there was one.
        mobile: what the POS handed over, for a cancelled one.
        bill: likewise.
        at: RFC 3339 moment of the cancelling.
    """
    if attempt is None:
        record: dict[str, str | None] = dict.fromkeys(RESULT_FIELDS)
        return record | {"outcome": "cancelled", "mobile": mobile or None, "bill": bill or None, "at": at}
    return {"outcome": _OUTCOMES[attempt.state], **_facts(attempt, attempt.draft.identifier.value), "earlier": None}


def exit_code_of_reversal(reversal: Reversal) -> ExitCode:
    """Returns the exit code of a window that was opened to give points back."""
    match reversal.state:
        case ReversalState.REVERSED:
            return ExitCode.DONE
        case ReversalState.UNKNOWN | ReversalState.IN_FLIGHT:
            return ExitCode.UNKNOWN
        case (
            ReversalState.REFUSED | ReversalState.NOT_SENT | ReversalState.NOT_APPLIED
        ):  # pragma: no branch - no other exists
            return ExitCode.NOT_REDEEMED


def reversal_result(attempt: Attempt, reversal: Reversal) -> dict[str, str | None]:
    """Makes the result of a hand-over that asked to give points back.

    Its outcome is that of the reversal, also if only a part of the redemption was given back. `reversed_points` is what
    this reversal gave back, `points_requested` what it was to give back.

    Args:
        attempt: the redemption.
        reversal: what was tried.
    """
    done = reversal.given_back
    return {
        "outcome": "unknown" if reversal.is_open else reversal.state.value,
        **_facts(attempt, attempt.draft.identifier.value),
        "points_requested": reversal.points.wire,
        "balance": None if done is None or done.balance is None else plain(done.balance),
        "code": reversal.trace.code or None if done is None else None,
        "message": reversal.trace.message or None if done is None else None,
        "request_id": (done.request_id if done else reversal.trace.request_id) or None,
        "begun": reversal.at.isoformat(timespec="seconds"),
        "at": reversal.changed.isoformat(timespec="seconds"),
        "reversed_points": plain(reversal.reversed_points) if done else None,
        "earlier": None,
    }


def record(
    attempt: Attempt, *, full_mobile: bool, approvals: str | None = None, seq: int | None = None
) -> dict[str, str | int | None]:
    """Makes the record of one attempt for an export.

    Args:
        attempt: the attempt.
        full_mobile: True for the whole mobile number, which is masked otherwise.
        approvals: who approved what.
        seq: the number of the newest event about it; None if the journal is damaged.
    """
    mobile = attempt.draft.identifier.value if full_mobile else attempt.masked_identifier
    facts = _facts(attempt, mobile)
    return {
        "state": attempt.state.value,
        **facts,
        "till": attempt.till,
        "cashier": attempt.cashier or None,
        "validation": attempt.draft.validation.value,
        "approvals": approvals,
        "seq": seq,
    }


def _facts(attempt: Attempt, mobile: str) -> dict[str, str | None]:
    done = attempt.redeemed
    return {
        "external_reference_number": attempt.reference,
        "redemption_id": (done.redemption_id or None) if done else None,
        "points_redeemed": None if done is None else plain(attempt.moved),
        "points_requested": attempt.draft.points.wire,
        "redeemed_value": None if done is None or done.value is None else plain(done.value),
        "balance": None if done is None or done.balance is None else plain(done.balance),
        "mobile": mobile or None,
        "bill": attempt.draft.bill or None,
        "code": _code(attempt),
        "message": _message(attempt) or None,
        "request_id": (done.request_id if done else "") or attempt.trace.request_id or None,
        "begun": attempt.began.isoformat(timespec="seconds"),
        "at": attempt.changed.isoformat(timespec="seconds"),
        "reversed_points": _reversed_points(attempt),
    }


def _reversed_points(attempt: Attempt) -> str | None:
    """Returns what was given back of a redemption; None if nothing was."""
    # Another till may have given back all of it, or a part.
    points = attempt.moved if attempt.state is State.REVERSED else attempt.reversed_points
    return plain(points) if points else None


def _code(attempt: Attempt) -> str | None:
    done = attempt.redeemed
    if _is_perhaps_redeemed(attempt):
        return PERHAPS_REDEEMED
    if done is None or (attempt.trace.code == BY_HAND and not done.redemption_id):
        # What was settled by hand does not count as the service's own code.
        return attempt.trace.code or None
    return REDEEMED_CODE


def _message(attempt: Attempt) -> str:
    row = attempt.candidate
    if row is None or not _is_perhaps_redeemed(attempt):
        return attempt.trace.message
    facts = (
        f"redemption {row.redemption_id}" if row.redemption_id else "a redemption without an id",
        row.time,
        "" if row.points is None else f"{plain(row.points)} points",
        f"bill {row.bill}" if row.bill else "",
    )
    return f"perhaps redeemed: the service shows {', '.join(fact for fact in facts if fact)}"


def _is_perhaps_redeemed(attempt: Attempt) -> bool:
    return attempt.state is State.UNKNOWN and attempt.candidate is not None


_OUTCOMES = {
    State.IN_FLIGHT: "unknown",
    State.REDEEMED: "redeemed",
    State.REFUSED: "refused",
    State.NOT_SENT: "not_sent",
    State.UNKNOWN: "unknown",
    State.NOT_APPLIED: "not_applied",
    # All points are back. While only some are, it is still a redemption, and `reversed_points` says how many are back.
    State.REVERSED: "reversed",
}
