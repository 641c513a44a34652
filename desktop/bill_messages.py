"""Puts what became of attaching a bill into an exit code, a record, and words for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Failure
from desktop.domain.result_record import result
from desktop.flow.attach_bill import BillAnswer, BillTrouble

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt

_WHY = {
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

_CODES = {
    BillTrouble.NO_RECORD: ExitCode.NO_RECORD,
    BillTrouble.OUTCOME_UNKNOWN: ExitCode.UNKNOWN,
    BillTrouble.NOT_KNOWN: ExitCode.UNKNOWN,
}


def why_not_attached(answer: BillAnswer) -> str:
    """Returns why a bill is not attached, in plain English, with the code for support."""
    if answer.trouble is None:
        return ""
    facts = ", ".join(one for one in (answer.support, answer.message) if one)
    return f"{_WHY[answer.trouble]} ({facts})" if facts else _WHY[answer.trouble]


def bill_message(answer: BillAnswer | Failure) -> dict[str, object]:
    """Returns the message for the program that asked: `code`, `record` if there is a redemption, and `error`."""
    if isinstance(answer, Failure):
        return {"code": int(ExitCode.UNUSABLE), "error": answer.support}
    code = ExitCode.DONE if answer.trouble is None else _CODES.get(answer.trouble, ExitCode.NOT_REDEEMED)
    message: dict[str, object] = {"code": int(code)}
    if answer.attempt is not None:
        message["record"] = _record(answer.attempt)
    if answer.trouble is not None:
        message["error"] = why_not_attached(answer)
    return message


def _record(attempt: Attempt) -> dict[str, str | None]:
    return result(attempt)
