"""Defines the Protocols that the flow uses: the service, the journal, paper and time. Other packages implement them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from desktop.domain.day_report import Closing, DayReport
    from desktop.domain.eligibility import CodeSent, Eligibility, RedemptionsSeen
    from desktop.domain.expiring import ExpiringPoints
    from desktop.domain.history import Event, HistoryQuery, Totals
    from desktop.domain.member import Identifier, Member
    from desktop.domain.paper import PaperDocument
    from desktop.domain.points import Points
    from desktop.domain.print_job import PrintJob, PrintState
    from desktop.domain.printers import PrinterChoice
    from desktop.domain.redemption import Attempt, Candidate, Draft, Redeemed, Refusal, State, Step, Trace
    from desktop.domain.reversal import GivenBack, Reversal, ReversalRow, ReversalsSeen, ReversalState, ReversalStep
    from desktop.domain.validation import ValidationCode


class LoyaltyApi(Protocol):
    """The loyalty service. Every call blocks until its deadline at most. None touches the window.

    Every method raises only failures of `desktop.domain.failures`: `Refused`, `Throttled`, `NotSent`, `Unanswered`.
    """

    def warm_up(self) -> bool:
        """Opens the connection in advance without sending a request. Returns whether it is open.

        It returns at once if a young connection is open. It never raises: a failure shows with the next call.
        """

    def find_member(self, identifier: Identifier) -> Member:
        """Calls customer/get, with `mlp=true` and `user_id=true`."""

    def check(self, draft: Draft, *, send_code: bool, as_money: bool = False) -> Eligibility:
        """Calls points/isredeemable.

        Args:
            draft: what is to be redeemed.
            send_code: the same call also sends the code (`issue_otp=true`).
            as_money: the draft's points are an amount of money (`currency_input=true`).
        """

    def send_code(self, identifier: Identifier, points: Points) -> CodeSent:
        """Calls points/validationcode, which sends a code, or the same code again while it is valid."""

    def expiring_points(self, identifier: Identifier, program_id: str) -> tuple[ExpiringPoints, ...]:
        """Calls customers/lookup/pointsExpirySchedule: which points expire and when, in any order.

        Args:
            identifier: the member.
            program_id: whose points; empty for the service's default program.
        """

    def redeem(self, draft: Draft, reference: str, code: ValidationCode | None) -> Redeemed:
        """Calls points/redeem once. It never repeats the call by itself. The same arguments make the identical body.

        Raises:
            Refused: the service says that it did not do it. The catalogue says what that proves. `OutdatedAccess` if it
                did not accept the till's password or token, and the till has another one by now.
            Throttled: the same, and the request may be sent again with the same reference.
            NotSent: no byte left.
            Unanswered: the points may have moved.
        """

    def find_redemptions(self, draft: Draft, reference: str, *, begun: datetime, now: datetime) -> RedemptionsSeen:
        """Calls customer/redemptions by reference, with `mlp=true`; checks the filter itself, and reads every page.

        Args:
            draft: whose redemptions, and what a redemption without a reference is compared with.
            reference: the attempt's.
            begun: when the attempt began, by the till's clock.
            now: the till's clock now.
        """

    def reverse(self, draft: Draft, reference: str, redemption_id: str, points: Points) -> GivenBack:
        """Calls points/reverse once. It never repeats the call by itself.

        Args:
            draft: of the redemption, for the member.
            reference: of the redemption; names it if `redemption_id` is empty.
            redemption_id: the service's own id.
            points: how many to give back.

        Raises:
            Refused: the service says that it did not do it. The catalogue says what that proves.
            Throttled: the same.
            NotSent: no byte left.
            Unanswered: the points may be back.
        """

    def attach_bill(self, draft: Draft, reference: str, redemption_id: str, bill: str) -> str:
        """Calls points/updateRedemption, and returns the request id. It moves no points.

        Args:
            draft: of the redemption, for the member.
            reference: of the redemption; names it if `redemption_id` is empty.
            redemption_id: the service's own id.
            bill: the bill number.
        """

    def find_reversals(self, draft: Draft, reference: str, redemption_id: str) -> ReversalsSeen:
        """Calls customer/redemptions by reference, and reads the redemption's list of reversals."""

    def close(self) -> None:
        """Closes the connections."""


class DayJournal(Protocol):
    """What reports and exports need of the journal. Every method raises `JournalUnusable`."""

    def day_report(self, day: date) -> DayReport:
        """Returns the report of a local day."""

    def attempts_on(self, day: date) -> tuple[Attempt, ...]:
        """Returns the attempts that were last sent on a local day, oldest first."""

    def get(self, reference: str) -> Attempt | None:
        """Returns one attempt."""

    def closings(self) -> tuple[Closing, ...]:
        """Returns the days that were closed, in the order of closing."""

    def close_day(self, day: date, *, at: datetime, till: str, cashier: str) -> None:
        """Adds the event that closes a day."""

    def export_table(self, query: HistoryQuery) -> Iterator[tuple[str, int]]:
        """Checks the whole journal, then yields rows of CSV for every attempt that matches a search, oldest first.

        The search's limit does not count, so nothing is left out. Each text comes with the number of its rows.
        """


class Journal(DayJournal, Protocol):
    """The till's record of attempts. Every method is durable when it returns, and raises `JournalUnusable`."""

    def begin(
        self,
        draft: Draft,
        reference: str,
        *,
        till: str,
        cashier: str,
        at: datetime,
        service: str = "",
        hand_over: str = "",
    ) -> Attempt:
        """Records a new attempt as `in_flight`, before any byte of its request leaves.

        Args:
            draft: what is asked for.
            reference: made for it.
            till: the till's name.
            cashier: the cashier's name.
            at: now, with offset.
            service: which service it is sent to.
            hand_over: the id of the POS's hand-over that it is for; empty for a customer of the cashier's own.
        """

    def step(
        self,
        reference: str,
        step: Step,
        *,
        at: datetime,
        redeemed: Redeemed | None = None,
        trace: Trace | None = None,
        doubtful: bool | None = None,
        draft: Draft | None = None,
        refusal: Refusal | None = None,
        candidate: Candidate | None = None,
        hand_over: str | None = None,
    ) -> Attempt:
        """Takes an attempt one legal step on, and adds the event.

        `SENT_AGAIN` counts a send and resets the looks. `LOOKED` counts a look-up that found nothing.

        Args:
            redeemed: kept with `REDEEMED` and `FOUND`.
            trace: kept with the others.
            doubtful: sets the attempt's mark unless it is None.
            draft: what is sent again, if its notes or way of validating differ from the first time.
            refusal: what the refusal proves, kept with `REFUSED`.
            candidate: kept with `SUSPECTED`.
            hand_over: as for `begin`, kept with `SENT_AGAIN`. With `FOUND`, it says that the cashier has asked for the
                same redemption again, which is for this hand-over from then on.

        Raises:
            IllegalStepError: the table has no such step. Nothing is recorded.
        """

    def complete(self, reference: str, redeemed: Redeemed, *, at: datetime) -> Attempt:
        """Adds what became known later about a redemption that happened: its balance, its value."""

    def attach_bill(self, reference: str, bill: str, *, at: datetime, request_id: str = "") -> Attempt:
        """Records the bill that was attached to a redemption afterwards.

        Raises:
            ValueError: it is not a redemption, or has a bill already.
        """

    def ask_again(self, reference: str, hand_over: str, *, at: datetime) -> None:
        """Records that the press of a hand-over has found out that a redemption happened. It is for it from then on."""

    def note(self, what: str, *, at: datetime, till: str, cashier: str, reference: str = "", detail: str = "") -> None:
        """Adds an event to the audit trail that is no step of an attempt."""

    def in_states(self, *states: State) -> tuple[Attempt, ...]:
        """Returns all attempts in these states, oldest first."""

    def same_bill(self, bill: str) -> tuple[Attempt, ...]:
        """Returns all attempts with this bill number, newest first; none for an empty number."""

    def similar_bill(self, bill: str) -> tuple[Attempt, ...]:
        """Returns all attempts whose bill number differs only in blanks, dashes, slashes or leading zeros."""

    def same_member(self, draft: Draft) -> tuple[Attempt, ...]:
        """Returns all unsettled attempts of the same person (`Draft.is_same_person`), newest first."""

    def not_redeemed(self, draft: Draft) -> tuple[Attempt, ...]:
        """Returns attempts of the same person that are resendable or unproved (`Attempt`), newest first."""

    def recent(self, draft: Draft, since: date) -> tuple[Attempt, ...]:
        """Returns attempts since a local day that may be the same redemption if one has no bill, newest first.

        They are of the same person, and for the same points or found only by a look-up. A member may redeem often on
        one day, and every press of a button waits for this.
        """

    def unproved(self, limit: int) -> tuple[Attempt, ...]:
        """Returns attempts that count as not redeemed without proof (`Attempt.is_unproved`), newest first.

        Attempts whose member was forgotten are left out: a look-up needs a member.
        """

    @property
    def identity(self) -> str:
        """Identifies this journal. A copy on another machine has another identity; see `Attempt.journal_id`."""

    def search(self, query: HistoryQuery) -> tuple[Attempt, ...]:
        """Returns attempts by mobile, last digits, bill, redemption id, reference or day, newest first."""

    def totals(self, day: date) -> Totals:
        """Counts the redemptions of a local day: how many, of how many points, and how many are unsettled."""

    def events(self, reference: str) -> tuple[Event, ...]:
        """Returns the events of an attempt, oldest first."""

    def latest_since(self, reference: str) -> datetime | None:
        """Returns the latest time since an attempt was last sent that an event a day later confirms, or None."""

    def hand_overs(self, reference: str) -> tuple[str, ...]:
        """Returns the hand-overs that an attempt was sent or asked for, oldest first; see `begin`."""

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
        """Records a new reversal as `in_flight`, before any byte of its request leaves.

        Args:
            reference: of the redemption that it reverses.
            reversal_id: the till's own id of the reversal.
            points: how many are to be given back.
            reason: why. What could be a number in it is masked.
            before: the service's list of reversals as it is now.
            till: the till's name.
            cashier: the cashier's name.
            at: now, with offset.
            approved_by: whose approval it has; empty if none was needed.
            service: which service it is sent to.
            hand_over: as for `begin`.
        """

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
        """Takes a reversal one legal step on, and adds the event.

        With `REVERSED` and `FOUND`, the points are counted as given back of the redemption in the same transaction;
        once all of them are back, the redemption becomes `reversed`. With `seen`, `FOUND` is recorded only if that list
        still proves the reversal, whatever has been recorded of other reversals since.

        Raises:
            IllegalReversalStepError: the table has no such step, or the list no longer proves it. Nothing is recorded.
        """

    def complete_reversal(self, reversal_id: str, given_back: GivenBack, *, at: datetime) -> Reversal:
        """Adds what became known later about a reversal that happened: the balance."""

    def get_reversal(self, reversal_id: str) -> Reversal | None:
        """Returns one reversal."""

    def reversals_of(self, reference: str) -> tuple[Reversal, ...]:
        """Returns the reversals of one redemption, in the order in which they were begun."""

    def reversals_in(self, *states: ReversalState) -> tuple[Reversal, ...]:
        """Returns all reversals in these states whose redemption still has its member, oldest first."""

    def close(self) -> None:
        """Closes the file."""


class Supervisor(Protocol):
    """Checks whether a supervisor allows something."""

    def check(self, pin: str) -> None:
        """Checks a PIN, which takes some 50 ms on purpose.

        Raises:
            NotAllowed: it is wrong, was wrong too often, or there is none.
        """


class CashierPins(Protocol):
    """Knows the cashiers who have a PIN, and checks it."""

    def find(self, typed: str) -> str:
        """Returns the name of the cashier that a text means.

        Raises:
            NotSignedOn: there is no such cashier, or the PINs cannot be read.
        """

    def check(self, cashier: str, pin: str) -> None:
        """Checks the PIN of a cashier whom `find` has returned, which takes a second on purpose.

        Raises:
            NotSignedOn: it is wrong, was wrong too often, or cannot be checked.
        """


class Clock(Protocol):
    """Tells the time. Tests replace it by a clock that they can set."""

    def now(self) -> datetime:
        """Returns the wall clock's time, with the local offset. It may jump, so it proves nothing."""

    def monotonic(self) -> float:
        """Returns seconds that only go forward, within this process."""

    def wait(self, seconds: float) -> bool:
        """Waits. Returns True if the wait was interrupted because the program ends."""


class SureTime(Protocol):
    """Says how late it surely is (`store.sure_time`), so that a wrong clock does not make anything look old."""

    def __call__(self, now: datetime, /) -> datetime | None:
        """Returns that time; None if it is not known.

        Args:
            now: the wall clock's time.
        """


class DocumentFiles(Protocol):
    """Saves documents as files."""

    def save(self, document: PaperDocument, name: str) -> str:
        """Writes a PDF, and returns its path. It never replaces another file.

        Args:
            document: what is saved.
            name: of the file, without its ending.

        Raises:
            PaperFailed: it cannot be written.
        """

    def save_table(self, texts: Iterable[str], name: str) -> str:
        """Writes a CSV file, completely or not at all, and returns its path. It never replaces another file.

        Args:
            texts: its content, which may be large, in parts.
            name: of the file, without its ending.

        Raises:
            PaperFailed: it cannot be written.
        """

    def save_archive(self, archive: bytes, name: str) -> str:
        """Writes a zip file, completely or not at all, and returns its path. It never replaces another file.

        Args:
            archive: the content.
            name: of the file, without its ending.

        Raises:
            PaperFailed: it cannot be written.
        """


class PrintQueue(Protocol):
    """The print jobs on disk. Every method raises `PaperFailed` if the file cannot be read or written."""

    def add(self, job: PrintJob) -> PrintJob:
        """Records a new job durably. Returns it with its number."""

    def change(self, job: PrintJob) -> None:
        """Records a job's new state durably."""

    def unfinished(self) -> tuple[PrintJob, ...]:
        """Returns the jobs that are waiting, being sent, or taken, oldest first."""

    def of(self, reference: str) -> tuple[PrintJob, ...]:
        """Returns the jobs of a redemption, newest first; none for an empty reference."""

    def last_on(self, printer: str) -> PrintJob | None:
        """Returns the last job that a printer has taken or printed; None if there is none."""

    def failed(self) -> tuple[PrintJob, ...]:
        """Returns the failed jobs of redemptions that have not been printed since, newest first."""

    def forget(self, before: datetime, until: datetime) -> None:
        """Deletes finished and failed jobs that are older.

        What follows one of between the two times is not older, although the clock was set back when it was printed.
        """

    def close(self) -> None:
        """Closes the file."""


class Printers(Protocol):
    """The printers of the shop. Every method blocks; `keep_on` returns False when the program ends."""

    def send(self, job: PrintJob, keep_on: Callable[[], bool]) -> tuple[PrintState, str]:
        """Sends a job. Returns whether it is taken or printed, and its name in the system's queue if it is in one.

        Raises:
            PaperFailed: it was not taken, or not all of it.
        """

    def check(self, job: PrintJob, keep_on: Callable[[], bool]) -> PrintState | None:
        """Asks the queue about a job that it has taken. Returns None if the queue no longer knows it.

        Raises:
            PaperFailed: it will not be printed without help.
        """

    def withdraw(self, job: PrintJob, keep_on: Callable[[], bool]) -> None:
        """Removes a job from its queue, so that it does not come out later beside its reprint."""

    def choices(self) -> tuple[PrinterChoice, ...]:
        """Returns the printers of the system, which can take many seconds."""

    def has_sheets(self, printer: str, keep_on: Callable[[], bool]) -> bool | None:
        """True if a printer has sheets of paper, False if it has a roll, None if it does not tell.

        Args:
            printer: as the settings name printers.
            keep_on: see the class.
        """
