"""Attaches a bill number to a redemption: by the window if one is open, because it has the journal's lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.bill_messages import bill_message
from desktop.commands.settling_desk import settling_desk
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.result_line import line_of
from desktop.standard_output import complain
from desktop.store.outcomes import find_outcomes
from desktop.store.writer_lock import is_free

if TYPE_CHECKING:
    from desktop.commands.console import Console

_WINDOW_TIMEOUT = 150.0
"""Seconds to wait for the window, which may be settling another redemption: see `READ_TIMEOUT`."""


def run(console: Console) -> ExitCode:
    """Attaches the bill that the command line names, and prints the redemption with it.

    Raises:
        Failure: the journal, the settings or the password cannot be used.
    """
    reference, bill = console.command.reference, console.command.bill or ""
    if not find_outcomes(console.journal, bill="", reference=reference):
        # Known without a service, and without making a journal.
        complain("this till has made no redemption with this reference")
        return ExitCode.NO_RECORD
    try:
        message = _attach_here(console, reference, bill)
    except JournalUnusable as unusable:
        if unusable.why is not JournalTrouble.IN_USE:
            raise
        asked = _ask_window(console, reference, bill)
        # Without an answer, the window may have closed meanwhile.
        message = _attach_here(console, reference, bill) if asked is None else asked
    code, error = message.get("code"), message.get("error")
    if isinstance(error, str) and error:
        complain(error)
    if not isinstance(code, int) or code not in set(ExitCode):
        complain("the window ended or did not answer, so the bill may be attached; try again, and the till looks first")
        return ExitCode.UNKNOWN
    if code != ExitCode.DONE:
        return ExitCode(code)
    found = find_outcomes(console.journal, bill="", reference=reference)
    attached = str(found[0]["bill"] or "") if found else ""
    if attached.casefold() != bill.casefold():
        # An earlier version answers everything that it does not know by coming to the front.
        complain("the window that is open did not attach the bill: it may be of an earlier version")
        return ExitCode.UNUSABLE
    console.out.writelines(line_of(one) for one in found)
    return ExitCode.DONE


def _attach_here(console: Console, reference: str, bill: str) -> dict[str, object]:
    with settling_desk(console) as (_services, desk):
        return bill_message(desk.attach_bill(reference, bill))


def _ask_window(console: Console, reference: str, bill: str) -> dict[str, object] | None:
    from desktop.pos.second_start import ask_window

    asked: dict[str, object] = {"attach_bill": {"reference": reference, "bill": bill}}
    return ask_window(console.data, asked, timeout=_WINDOW_TIMEOUT, has_ended=lambda: is_free(console.journal))
