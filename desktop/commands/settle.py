"""Settles unknown redemptions and reversals: looks them up, or records what support found out."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from desktop.commands.console import complain_of_no_journal, explain_moved
from desktop.commands.settling_desk import settling_desk
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import SentElsewhere
from desktop.domain.points import plain
from desktop.domain.result_record import result
from desktop.flow.clock import SystemClock
from desktop.flow.settling.by_hand import NotUnknownError, settle_by_hand
from desktop.flow.settling.reversal_by_hand import open_reversal, settle_reversal_by_hand
from desktop.standard_output import complain, print_error
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal

if TYPE_CHECKING:
    from desktop.commands.console import Console
    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal, ReversalRow
    from desktop.flow.settling.reversal_settler import ReversalSettler
    from desktop.flow.settling.settler import Settler
    from desktop.services import Services

_MAX_FAILED_ROUNDS = 3
"""Rounds of look-ups that show nothing, after which it makes no sense to go on asking."""

_NOT_EVERYTHING = "the service does not show everything"


class _Patience:
    """Decides how long it makes sense to go on asking.

    Attributes:
        stuck: what only support can settle, by reference or id.
    """

    def __init__(self, looks: dict[str, int]) -> None:
        """Starts with how many complete look-ups there were of each."""
        self.stuck: set[str] = set()
        self._looks = looks
        self._in_vain = 0

    def lasts_for(self, unknown: set[str]) -> bool:
        """True if asking again makes sense for one of these."""
        return not unknown <= self.stuck and self._in_vain < _MAX_FAILED_ROUNDS * len(unknown)

    def note_outcome(self) -> None:
        """Notes that an outcome has become known."""
        self._in_vain = 0

    def note_look(self, name: str, looks: int, reference: str, failure: Failure | None) -> None:
        """Notes a look-up that did not settle anything, and says so if it showed nothing.

        Args:
            name: the reference or the id.
            looks: how many complete look-ups there were of it.
            reference: of the redemption.
            failure: why it could not be looked up; None if the answer did not show everything.
        """
        if looks > self._looks.get(name, 0):
            self._looks[name], self._in_vain = looks, 0
            return
        self._in_vain += 1
        print_error(f"{reference}: {_NOT_EVERYTHING if failure is None else failure.support}, asking again")


def run(console: Console) -> ExitCode:
    """Settles all unknown attempts, or the one that the command line names.

    Raises:
        Failure: the journal, the settings or the password cannot be used.
    """
    if console.command.reference:
        return _settle_by_hand(console)
    if not _has_journal(console):
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


def _has_journal(console: Console) -> bool:
    with journal_errors(console.journal):
        return find_journal(console.journal) is not None


def _settle_reversals(console: Console, settler: ReversalSettler, services: Services) -> ExitCode:
    clock = SystemClock()
    patience = _Patience({one.reversal.id: one.reversal.looks for one in settler.unknown()})
    try:
        while patience.lasts_for({one.reversal.id for one in settler.unknown()}):
            clock.wait(settler.next_due() or 0.0)
            progress = settler.look_once()
            if progress is None:
                continue
            reversal = progress.reversal
            if reversal.id in patience.stuck and progress.next_in is not None:
                continue
            if isinstance(progress.failure, SentElsewhere):
                patience.stuck.add(reversal.id)
                print_error(f"{reversal.reference}: {console.explain(progress.failure)}")
            elif reversal.is_open and reversal.candidate is not None:
                # Only support can settle it.
                patience.stuck.add(reversal.id)
                print_error(f"{reversal.reference}: {_candidate_line(reversal.candidate)}")
            elif progress.next_in is None:
                console.print(_reversal_line(reversal), flush=True)
                patience.note_outcome()
            else:
                patience.note_look(reversal.id, reversal.looks, reversal.reference, progress.failure)
    except KeyboardInterrupt:
        services.interrupt()
    for left in settler.unknown():
        console.print(_reversal_line(left.reversal))
    return ExitCode.UNKNOWN if settler.unknown() else ExitCode.DONE


def _settle_all(console: Console, settler: Settler, services: Services) -> ExitCode:
    clock = SystemClock()
    patience = _Patience({one.attempt.reference: one.attempt.looks for one in settler.unknown()})
    try:
        while patience.lasts_for({one.attempt.reference for one in settler.unknown()}):
            clock.wait(settler.next_due() or 0.0)
            progress = settler.look_once()
            if progress is None:
                continue
            attempt = progress.attempt
            if attempt.reference in patience.stuck and progress.next_in is not None:
                continue
            if isinstance(progress.failure, SentElsewhere):
                patience.stuck.add(attempt.reference)
                print_error(f"{attempt.reference}: {console.explain(progress.failure)}")
            elif progress.next_in is None:
                console.print(_line(attempt), flush=True)
                patience.note_outcome()
            elif progress.failure is None and attempt.candidate is not None:
                # Only support can settle it.
                patience.stuck.add(attempt.reference)
                print_error(f"{attempt.reference}: {result(attempt)['message']}")
            else:
                patience.note_look(attempt.reference, attempt.looks, attempt.reference, progress.failure)
    except KeyboardInterrupt:
        services.interrupt()
    for left in settler.unknown():
        console.print(_line(left.attempt))
    return ExitCode.UNKNOWN if settler.unknown() else ExitCode.DONE


def _settle_by_hand(console: Console) -> ExitCode:
    if not _has_journal(console):
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


def _candidate_line(row: ReversalRow) -> str:
    facts = (
        f"reversal {row.reversal_id}" if row.reversal_id else "a reversal without an id",
        row.time,
        "" if row.points is None else f"{plain(row.points)} points",
    )
    return f"perhaps given back: the service shows {', '.join(fact for fact in facts if fact)}"


def _reversal_line(reversal: Reversal) -> str:
    done = reversal.given_back
    points = plain(reversal.reversed_points) if done is not None else reversal.points.wire
    return f"{reversal.reference} give-back {reversal.state.value} {points} points"


def _line(attempt: Attempt) -> str:
    bill = f" bill {attempt.draft.bill}" if attempt.draft.bill else ""
    redemption_id = attempt.redeemed.redemption_id if attempt.redeemed else ""
    redemption = f" redemption {redemption_id}" if redemption_id else ""
    return f"{attempt.reference} {attempt.state.value} {attempt.draft.points.wire} points{bill}{redemption}"
