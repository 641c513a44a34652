"""Settles unknown redemptions: looks them up until the outcome is known, or records what support found out."""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from desktop.commands.console import complain
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import SentElsewhere
from desktop.flow.clock import SystemClock
from desktop.flow.settling.by_hand import NotUnknownError, settle_by_hand
from desktop.services import Services
from desktop.store.journal import SqliteJournal

if TYPE_CHECKING:
    from desktop.commands.console import Console
    from desktop.domain.redemption import Attempt
    from desktop.flow.settling.settler import Settler

_MAX_FAILED_ROUNDS = 3
"""Rounds of look-ups without any answer after which the service counts as unreachable."""


def run(console: Console) -> ExitCode:
    """Settles all unknown attempts, or the one that the command line names.

    Raises:
        Failure: the journal, the settings or the password cannot be used.
    """
    if console.command.reference:
        return _settle_by_hand(console)
    if not console.journal.exists():
        console.print("nothing to settle")
        return ExitCode.DONE
    services = Services(
        console.settings,
        os.environ,
        config=console.config,
        data=console.data,
        training=False,
        lock=None,
        home=console.loaded.home,
    )
    try:
        # Opening the counter takes the lock, and finds attempts that were in flight when the till last ended.
        services.open_counter().close()
        desk = services.open_settling()
        try:
            desk.resume()
            return _settle_all(console, desk.settler, services)
        finally:
            desk.close()
    finally:
        services.close()


def _settle_all(console: Console, settler: Settler, services: Services) -> ExitCode:
    if not settler.unknown():
        console.print("nothing to settle")
        return ExitCode.DONE
    clock = SystemClock()
    unanswered = 0
    elsewhere: set[str] = set()
    try:
        while settler.unknown() and unanswered < _MAX_FAILED_ROUNDS * len(settler.unknown()):
            if {one.attempt.reference for one in settler.unknown()} <= elsewhere:
                break
            clock.wait(settler.next_due() or 0.0)
            progress = settler.look_once()
            if progress is None:
                continue
            if isinstance(progress.failure, SentElsewhere):
                elsewhere.add(progress.attempt.reference)
                print(f"{progress.attempt.reference}: {console.explain(progress.failure)}", file=sys.stderr)
                continue
            unanswered = unanswered + 1 if progress.failure is not None else 0
            if progress.next_in is None:
                console.print(_line(progress.attempt), flush=True)
            elif progress.failure is not None:
                print(f"{progress.attempt.reference}: {progress.failure.support}, asking again", file=sys.stderr)
    except KeyboardInterrupt:
        services.interrupt()
    for left in settler.unknown():
        console.print(_line(left.attempt))
    return ExitCode.UNKNOWN if settler.unknown() else ExitCode.DONE


def _settle_by_hand(console: Console) -> ExitCode:
    if not console.journal.exists():
        complain("this till has made no redemption yet")
        return ExitCode.USAGE
    clock = SystemClock()
    # This fails if a window is open, because the window has the journal's lock. It settles attempts by itself.
    with SqliteJournal.open(console.journal, till=console.settings.till) as journal:
        journal.recover(clock.now())
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


def _line(attempt: Attempt) -> str:
    bill = f" bill {attempt.draft.bill}" if attempt.draft.bill else ""
    redemption_id = attempt.redeemed.redemption_id if attempt.redeemed else ""
    redemption = f" redemption {redemption_id}" if redemption_id else ""
    return f"{attempt.reference} {attempt.state.value} {attempt.draft.points.wire} points{bill}{redemption}"
