"""Settles unknown redemptions and reversals: looks them up, or records what support found out."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
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
from desktop.flow.settling.settler import Progress
from desktop.standard_output import complain, print_error
from desktop.store.errors import journal_errors
from desktop.store.journal import SqliteJournal
from desktop.store.opening import find_journal

if TYPE_CHECKING:
    from desktop.commands.console import Console
    from desktop.domain.failures import Failure
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal, ReversalRow
    from desktop.flow.settling.reversal_settler import ReversalProgress, ReversalSettler
    from desktop.flow.settling.settler import Settler
    from desktop.services import Services

_MAX_FAILED_ROUNDS = 3
"""Rounds of look-ups that show nothing, after which it makes no sense to go on asking."""

_NOT_EVERYTHING = "the service does not show everything"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """How far settling one redemption or reversal has come.

    Attributes:
        key: the reference of a redemption, the id of a reversal.
        reference: of the redemption.
        line: what is printed of it.
        looks: how many complete look-ups there were of it.
        is_settled: True if its outcome is known.
        failure: why the last look-up failed; None if it was answered, although it may not have shown everything.
        candidate: what could be it, in words; empty if there is nothing.
    """

    key: str
    reference: str
    line: str
    looks: int
    is_settled: bool
    failure: Failure | None
    candidate: str


class _RetryLimit:
    """Decides how long it makes sense to go on asking.

    Attributes:
        stuck: what only support can settle, by key.
    """

    def __init__(self, looks: dict[str, int]) -> None:
        """Starts with how many complete look-ups there were of each."""
        self.stuck: set[str] = set()
        self._looks = looks
        self._in_vain = 0

    def allows(self, unknown: set[str]) -> bool:
        """True if asking again makes sense for one of these."""
        return not unknown <= self.stuck and self._in_vain < _MAX_FAILED_ROUNDS * len(unknown)

    def note_outcome(self) -> None:
        """Notes that an outcome has become known."""
        self._in_vain = 0

    def note_look(self, seen: _Seen) -> None:
        """Notes a look-up that did not settle anything, and says so if it showed nothing."""
        if seen.looks > self._looks.get(seen.key, 0):
            self._looks[seen.key], self._in_vain = seen.looks, 0
            return
        self._in_vain += 1
        said = _NOT_EVERYTHING if seen.failure is None else seen.failure.support
        print_error(f"{seen.reference}: {said}, asking again")


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
        redemptions = _settle(console, desk.settler, services)
        reversals = _settle(console, desk.reversal_settler, services)
        return max(redemptions, reversals)


def _has_journal(console: Console) -> bool:
    with journal_errors(console.journal):
        return find_journal(console.journal) is not None


def _settle(console: Console, settler: Settler | ReversalSettler, services: Services) -> ExitCode:
    """Looks up what is unknown until all of it is settled, or until asking again makes no sense."""
    clock = SystemClock()
    limit = _RetryLimit({one.key: one.looks for one in map(_seen, settler.unknown())})
    try:
        while limit.allows({_seen(one).key for one in settler.unknown()}):
            clock.wait(settler.next_due() or 0.0)
            progress = settler.look_once()
            if progress is not None:
                _note(console, limit, _seen(progress))
    except KeyboardInterrupt:
        services.interrupt()
    for left in settler.unknown():
        console.print(_seen(left).line)
    return ExitCode.UNKNOWN if settler.unknown() else ExitCode.DONE


def _note(console: Console, limit: _RetryLimit, seen: _Seen) -> None:
    if seen.is_settled:
        console.print(seen.line, flush=True)
        limit.note_outcome()
    elif seen.key in limit.stuck:
        return
    elif isinstance(seen.failure, SentElsewhere):
        limit.stuck.add(seen.key)
        print_error(f"{seen.reference}: {console.explain(seen.failure)}")
    elif seen.failure is None and seen.candidate:
        # Only support can settle it.
        limit.stuck.add(seen.key)
        print_error(f"{seen.reference}: {seen.candidate}")
    else:
        limit.note_look(seen)


def _seen(progress: Progress | ReversalProgress) -> _Seen:
    if isinstance(progress, Progress):
        attempt = progress.attempt
        key, reference, looks = attempt.reference, attempt.reference, attempt.looks
        line = _line(attempt)
        candidate = "" if attempt.candidate is None else str(result(attempt)["message"])
    else:
        reversal = progress.reversal
        key, reference, looks = reversal.id, reversal.reference, reversal.looks
        line = _reversal_line(reversal)
        candidate = "" if reversal.candidate is None else _candidate_line(reversal.candidate)
    return _Seen(
        key=key,
        reference=reference,
        line=line,
        looks=looks,
        is_settled=progress.next_in is None,
        failure=progress.failure,
        candidate=candidate,
    )


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
    return f"{attempt.reference} {attempt.state.value} {plain(attempt.moved)} points{bill}{redemption}"
