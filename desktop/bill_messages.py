"""Puts into words and exit codes what became of attaching a bill."""

from __future__ import annotations

from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Failure, JournalUnusable
from desktop.flow.attach_bill import BillAnswer, BillTrouble

WHY = {
    BillTrouble.NO_RECORD: "this till has made no redemption with this reference",
    BillTrouble.OUTCOME_UNKNOWN: "it is not known yet whether the points were redeemed",
    BillTrouble.NOT_REDEEMED: "no points are redeemed with this reference",
    BillTrouble.HAS_BILL: "the redemption has another bill",
    BillTrouble.FORGOTTEN: "the member's number has been deleted since, and the service needs it",
    BillTrouble.ELSEWHERE: "the redemption was made with another service",
    BillTrouble.REFUSED: "the service refused it",
    BillTrouble.NOT_SENT: "the service was not reached; try again",
    BillTrouble.NOT_KNOWN: "the service did not answer; try again, and the till looks first",
}
"""Why a bill is not attached, in plain English."""

_CODES = {
    BillTrouble.NO_RECORD: ExitCode.NO_RECORD,
    BillTrouble.OUTCOME_UNKNOWN: ExitCode.UNKNOWN,
    BillTrouble.NOT_KNOWN: ExitCode.UNKNOWN,
}


def bill_message(answer: BillAnswer | Failure) -> dict[str, object]:
    """Returns the message for the program that asked: the exit code as `code`, and why as `error` if it failed."""
    if isinstance(answer, Failure):
        is_journal = isinstance(answer, JournalUnusable)
        why = "the till's journal cannot be used" if is_journal else "the till cannot work now, and its window says why"
        return {"code": int(ExitCode.UNUSABLE), "error": f"{why} ({answer.support})"}
    if answer.trouble is None:
        return {"code": int(ExitCode.DONE)}
    facts = ", ".join(one for one in (answer.support, answer.message) if one)
    why = f"{WHY[answer.trouble]} ({facts})" if facts else WHY[answer.trouble]
    return {"code": int(_CODES.get(answer.trouble, ExitCode.NOT_REDEEMED)), "error": why}
