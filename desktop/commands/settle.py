"""Settles unknown redemptions and reversals: looks them up, or records what support found out."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from desktop.command_line import complain
from desktop.commands.console import complain_of_no_journal, explain_moved
from desktop.commands.settling_desk import settling_desk
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import SentElsewhere
from desktop.domain.points import plain
from desktop.domain.result_record import result
from desktop.flow.clock import SystemClock
from desktop.flow.settling.by_hand import NotUnknownError, settle_by_hand
from desktop.flow.settling.reversal_by_hand import open_reversal, settle_reversal_by_hand
from desktop.standard_output import print_error
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal

if TYPE_CHECKING:
    from desktop.commands.console import Console
    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.flow.settling.reversal_settler import ReversalSettler
    from desktop.flow.settling.settler import Settler
    from desktop.services import Services

_MAX_FAILED_ROUNDS = 3
"""Rounds of look-ups that show nothing, after which it makes no sense to go on asking."""

_NOT_EVERYTHING = "the service does not show everything"


def run(console: Console) -> ExitCode:
    """Settles all unknown attempts, or the one that the command line names.

    Raises:
        Failure: the journal, the settings or the password cannot be used.
    """
    if console.command.reference:
        return _settle_by_hand(console)
    if find_journal(console.journal) is None:
        console.print("nothing to settle")
        complain_of_no_journal(console.journal)
        return ExitCode.DONE
    with settling_desk(console) as (services, desk):
        desk.resume()
        if not desk.settler.unknown() and not desk.reversal_settler.unknown():
            console.print("nothing to settle")
            return ExitCode.DONE
        redemptions = _settle_all(console, desk.settler, services)
        reversals = _settle_reversals(console, desk.reversal_settler, services)
        return max(redemptions, reversals)


def _settle_reversals(console: Console, settler: ReversalSettler, services: Services) -> ExitCode:
    clock = SystemClock()
    in_vain = 0
    stuck: set[str] = set()
    looks = {one.reversal.id: one.reversal.looks for one in settler.unknown()}
    try:
        while settler.unknown() and in_vain < _MAX_FAILED_ROUNDS * len(settler.unknown()):
            if {one.reversal.id for one in settler.unknown()} <= stuck:
                break
            clock.wait(settler.next_due() or 0.0)
            progress = settler.look_once()
            if progress is None:
                continue
            reversal = progress.reversal
            if isinstance(progress.failure, SentElsewhere) or (reversal.is_open and reversal.candidate is not None):
                # Only support can settle it.
                stuck.add(reversal.id)
                continue
            if progress.next_in is None:
                console.print(_reversal_line(reversal), flush=True)
                in_vain = 0
            elif reversal.looks > looks.get(reversal.id, 0):
                looks[reversal.id], in_vain = reversal.looks, 0
            else:
                in_vain += 1
                _complain_of_look_up(reversal.reference, progress.failure)
    except KeyboardInterrupt:
        services.interrupt()
    for left in settler.unknown():
        console.print(_reversal_line(left.reversal))
    return ExitCode.UNKNOWN if settler.unknown() else ExitCode.DONE


def _settle_all(console: Console, settler: Settler, services: Services) -> ExitCode:
    clock = SystemClock()
    in_vain = 0
    stuck: set[str] = set()
    looks = {one.attempt.reference: one.attempt.looks for one in settler.unknown()}
    try:
        while settler.unknown() and in_vain < _MAX_FAILED_ROUNDS * len(settler.unknown()):
            if {one.attempt.reference for one in settler.unknown()} <= stuck:
                break
            clock.wait(settler.next_due() or 0.0)
            progress = settler.look_once()
            if progress is None:
                continue
            attempt = progress.attempt
            if attempt.reference in stuck and progress.next_in is not None:
                continue
            if isinstance(progress.failure, SentElsewhere):
                stuck.add(attempt.reference)
                print_error(f"{attempt.reference}: {console.explain(progress.failure)}")
            elif progress.next_in is None:
                console.print(_line(attempt), flush=True)
                in_vain = 0
            elif progress.failure is None and attempt.candidate is not None:
                # Only support can settle it.
                stuck.add(attempt.reference)
                print_error(f"{attempt.reference}: {result(attempt)['message']}")
            elif attempt.looks > looks.get(attempt.reference, 0):
                looks[attempt.reference], in_vain = attempt.looks, 0
            else:
                in_vain += 1
                _complain_of_look_up(attempt.reference, progress.failure)
    except KeyboardInterrupt:
        services.interrupt()
    for left in settler.unknown():
        console.print(_line(left.attempt))
    return ExitCode.UNKNOWN if settler.unknown() else ExitCode.DONE


def _complain_of_look_up(reference: str, failure: Failure | None) -> None:
    why = _NOT_EVERYTHING if failure is None else failure.support
    print_error(f"{reference}: {why}, asking again")


def _settle_by_hand(console: Console) -> ExitCode:
    if find_journal(console.journal) is None:
        complain("this till has made no redemption yet")
        return ExitCode.USAGE
    clock = SystemClock()
    # This fails if a window is open, because the window has the journal's lock. It settles attempts by itself.
    with SqliteJournal.open(console.journal, till=console.settings.till) as journal:
        if journal.moved_from:
            complain(explain_moved(journal.moved_from))
        journal.recover(clock.now())
        reversal = open_reversal(journal, console.command.reference)
        if reversal is not None:
            # `redeemed` says that the points are still redeemed, `not-redeemed` that they are back.
            reversal = settle_reversal_by_hand(
                journal,
                clock,
                reversal,
                given_back=console.command.settled_as != "redeemed",
                reason=console.command.reason,
                who=_user_name(),
            )
            console.print(_reversal_line(reversal))
            return ExitCode.DONE
        try:
            attempt = settle_by_hand(
                journal,
                clock,
                console.command.reference,
                redeemed=console.command.settled_as == "redeemed",
                reason=console.command.reason,
                who=_user_name(),
            )
        except NotUnknownError as error:
            complain(str(error))
            return ExitCode.USAGE
    console.print(_line(attempt))
    return ExitCode.DONE


def _user_name() -> str:
    """Returns the name of the user who is logged in to the machine; empty if it is not available."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):
        return ""


def _reversal_line(reversal: Reversal) -> str:
    done = reversal.given_back
    points = plain(reversal.reversed_points) if done is not None else reversal.points.wire
    return f"{reversal.reference} give-back {reversal.state.value} {points} points"


def _line(attempt: Attempt) -> str:
    bill = f" bill {attempt.draft.bill}" if attempt.draft.bill else ""
    redemption_id = attempt.redeemed.redemption_id if attempt.redeemed else ""
    redemption = f" redemption {redemption_id}" if redemption_id else ""
    return f"{attempt.reference} {attempt.state.value} {attempt.draft.points.wire} points{bill}{redemption}"
