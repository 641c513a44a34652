"""Owns the Protocols that the flow speaks to: the service, the journal, paper and time. Other rooms implement them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.domain.eligibility import CodeSent, Eligibility, RedemptionsSeen
    from desktop.domain.history import Event, HistoryQuery, Totals
    from desktop.domain.member import Identifier, Member
    from desktop.domain.points import Points
    from desktop.domain.receipt import Receipt
    from desktop.domain.redemption import Attempt, Candidate, Draft, Redeemed, Refusal, State, Step, Trace
    from desktop.domain.validation import ValidationCode


class LoyaltyApi(Protocol):
    """The loyalty service. Every call blocks, for the whole of a call's deadline at most; none touches the window.

    Every method raises only failures of `desktop.domain.failures`: `Refused`, `Throttled`, `NotSent`, `Unanswered`.
    """

    def warm_up(self) -> bool:
        """Opens the connection ahead, and sends nothing; whether it is open. Never raises: a failure shows later.

        Returns at once where a connection is open and fresh.
        """

    def find_member(self, identifier: Identifier) -> Member:
        """customer/get, with `mlp=true` and `user_id=true`."""

    def check(self, draft: Draft, *, send_code: bool, as_money: bool = False) -> Eligibility:
        """points/isredeemable.

        Args:
            draft: what is to be redeemed.
            send_code: the same call also sends the code (`issue_otp=true`).
            as_money: the draft's points are an amount of money (`currency_input=true`).
        """

    def send_code(self, identifier: Identifier, points: Points) -> CodeSent:
        """points/validationcode: a code, or the same code again while it is valid."""

    def redeem(self, draft: Draft, reference: str, code: ValidationCode | None) -> Redeemed:
        """points/redeem, once: never repeated by itself. The same arguments make the identical body.

        Raises:
            Refused: proved not to have happened.
            Throttled: proved not to have happened, and may be sent again.
            NotSent: no byte left.
            Unanswered: may have happened.
        """

    def find_redemptions(self, draft: Draft, reference: str, *, begun: datetime, now: datetime) -> RedemptionsSeen:
        """customer/redemptions by reference, with `mlp=true`, the filter matched again, every page seen.

        Args:
            draft: whose redemptions, and what a redemption without a reference is compared with.
            reference: the attempt's.
            begun: when the attempt began, by the till's clock.
            now: the till's clock now.
        """

    def close(self) -> None:
        """Gives the connections back."""


class Journal(Protocol):
    """What a till keeps of every attempt. Every method is durable when it returns, and raises `JournalUnusable`."""

    def begin(
        self, draft: Draft, reference: str, *, till: str, cashier: str, at: datetime, service: str = ""
    ) -> Attempt:
        """Writes a new attempt, `in_flight`, before any byte of its request leaves."""

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
    ) -> Attempt:
        """Carries an attempt one legal step on and adds the event.

        `SENT_AGAIN` counts a send and resets the looks; `LOOKED` counts a look that found nothing.

        Args:
            redeemed: kept with `REDEEMED` and `FOUND`.
            trace: kept with the others.
            doubtful: sets the attempt's mark where given.
            draft: what is sent again, where its notes or way of validating differ from the first time.
            refusal: what the refusal proves, kept with `REFUSED`.
            candidate: kept with `SUSPECTED`.

        Raises:
            IllegalStepError: where the table knows no such step; nothing is written.
        """

    def complete(self, reference: str, redeemed: Redeemed, *, at: datetime) -> Attempt:
        """Adds what became known later about a redemption that happened: its balance, its value."""

    def note(self, what: str, *, at: datetime, till: str, cashier: str, reference: str = "", detail: str = "") -> None:
        """Adds an event to the audit trail that is no step of an attempt."""

    def get(self, reference: str) -> Attempt | None:
        """One attempt."""

    def in_states(self, *states: State) -> tuple[Attempt, ...]:
        """All attempts in these states, oldest first."""

    def same_bill(self, bill: str) -> tuple[Attempt, ...]:
        """All attempts with this bill number, newest first; none for an empty number."""

    def similar_bill(self, bill: str) -> tuple[Attempt, ...]:
        """All attempts whose bill number is spelt otherwise, but only in blanks, dashes, slashes or leading zeros."""

    def same_member(self, draft: Draft) -> tuple[Attempt, ...]:
        """All unsettled attempts of the same person (`Draft.is_same_person`), newest first."""

    def not_redeemed(self, draft: Draft) -> tuple[Attempt, ...]:
        """Attempts of the same person that are resendable or unproved (`Attempt`), newest first."""

    def recent(self, draft: Draft, since: date) -> tuple[Attempt, ...]:
        """Attempts of the same person since a local day, newest first."""

    def unproved(self, limit: int) -> tuple[Attempt, ...]:
        """Attempts that count as not redeemed without proof (`Attempt.is_unproved`), newest first.

        Without those whose member was forgotten: nothing can be looked up without a member.
        """

    @property
    def identity(self) -> str:
        """Which journal this is. A copy on another machine has another identity; see `Attempt.journal_id`."""

    def search(self, query: HistoryQuery) -> tuple[Attempt, ...]:
        """Attempts by mobile, last digits, bill, redemption id, reference or day, newest first."""

    def totals(self, day: date) -> Totals:
        """How many redemptions there were on a local day, of how many points, and how many are unsettled."""

    def events(self, reference: str) -> tuple[Event, ...]:
        """What happened to an attempt, oldest first."""

    def close(self) -> None:
        """Closes the file."""


class Supervisor(Protocol):
    """Who may let a redemption go without a code."""

    def check(self, pin: str) -> None:
        """Takes a PIN; some 50 ms, on purpose.

        Raises:
            NotAllowed: it is wrong, was wrong too often, or there is none.
        """


class Clock(Protocol):
    """Time, so that tests can make it jump."""

    def now(self) -> datetime:
        """The wall clock, with the local offset. It may jump, so nothing is proved by it."""

    def monotonic(self) -> float:
        """Seconds that only go forward, within this process."""

    def wait(self, seconds: float) -> bool:
        """Waits; True where it was interrupted because the program ends."""


class Printer(Protocol):
    """Paper. Every method blocks and raises `PaperFailed`."""

    def print_receipt(self, receipt: Receipt) -> None:
        """Prints on the printer of the settings, or on the system's default one."""

    def save_receipt(self, receipt: Receipt) -> str:
        """Writes a PDF; its path."""
