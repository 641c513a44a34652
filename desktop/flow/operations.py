"""Owns the named operations that the window asks of the flow: frozen, carried out off the painting thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.flow.settling.by_hand import NotUnknownError

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.eligibility import CodeSent, Eligibility
    from desktop.domain.history import Event, HistoryQuery, Totals
    from desktop.domain.member import Identifier, Member
    from desktop.domain.receipt import Receipt
    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode
    from desktop.flow.background_till import BackgroundTill
    from desktop.flow.office import Office
    from desktop.flow.settling.settler import Progress
    from desktop.flow.till import Till


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Opens the connection ahead."""

    def carry_out(self, till: Till) -> bool:
        """See `Till.warm_up`."""
        return till.warm_up()


@dataclass(frozen=True, slots=True)
class FindMember:
    """Looks a member up."""

    identifier: Identifier

    def carry_out(self, till: Till) -> Member:
        """See `Till.find_member`."""
        return till.find_member(self.identifier)


@dataclass(frozen=True, slots=True)
class SendCode:
    """Asks whether the points may be redeemed, and has the code sent."""

    draft: Draft
    confirmed: bool = False

    def carry_out(self, till: Till) -> Eligibility:
        """See `Till.send_code`."""
        return till.send_code(self.draft, confirmed=self.confirmed)


@dataclass(frozen=True, slots=True)
class SendCodeForMoney:
    """Asks how many points an amount of money takes, and has the code for them sent; the draft's points are money."""

    draft: Draft
    confirmed: bool = False

    def carry_out(self, till: Till) -> tuple[Draft, Eligibility]:
        """See `Till.send_code_for_money`."""
        return till.send_code_for_money(self.draft, confirmed=self.confirmed)


@dataclass(frozen=True, slots=True)
class SendCodeAgain:
    """Has the code sent again."""

    draft: Draft

    def carry_out(self, till: Till) -> CodeSent:
        """See `Till.send_code_again`."""
        return till.send_code_again(self.draft)


@dataclass(frozen=True, slots=True)
class Redeem:
    """Redeems points."""

    draft: Draft
    code: ValidationCode | None
    confirmed: bool = False

    def carry_out(self, till: Till) -> Attempt:
        """See `Till.redeem`."""
        return till.redeem(self.draft, self.code, confirmed=self.confirmed)


@dataclass(frozen=True, slots=True)
class RedeemWithoutCode:
    """Redeems points without a code, by leave of a supervisor."""

    draft: Draft
    pin: str = field(repr=False)
    reason: str
    confirmed: bool = False

    def carry_out(self, till: Till) -> Attempt:
        """See `Till.redeem_without_code`."""
        return till.redeem_without_code(self.draft, self.pin, self.reason, confirmed=self.confirmed)


@dataclass(frozen=True, slots=True)
class SettleByHand:
    """Records what a supervisor says about an unknown attempt."""

    attempt: Attempt
    pin: str = field(repr=False)
    reason: str
    redeemed: bool

    def carry_out(self, till: Till) -> Attempt:
        """See `Till.settle_by_hand`. If the outcome has come to be known meanwhile, that is the answer."""
        try:
            return till.settle_by_hand(self.attempt, self.pin, self.reason, redeemed=self.redeemed)
        except NotUnknownError:
            known = till.journal.get(self.attempt.reference)
            if known is None:
                raise
            return known


@dataclass(frozen=True, slots=True)
class AskWorth:
    """Asks what points are worth while the cashier still thinks; on the settling desk, so that no code waits for it."""

    draft: Draft

    def carry_out(self, desk: BackgroundTill) -> Eligibility:
        """See `BackgroundTill.worth`."""
        return desk.worth(self.draft)


@dataclass(frozen=True, slots=True)
class ResumeSettling:
    """Takes up what earlier sessions left unsettled."""

    def carry_out(self, desk: BackgroundTill) -> SettlingState:
        """See `BackgroundTill.resume`."""
        desk.resume()
        return SettlingState.of(desk)


@dataclass(frozen=True, slots=True)
class WatchAttempt:
    """Has an attempt settled whose outcome has just been lost."""

    attempt: Attempt

    def carry_out(self, desk: BackgroundTill) -> SettlingState:
        """See `Settler.watch`."""
        desk.settler.watch(self.attempt)
        return SettlingState.of(desk)


@dataclass(frozen=True, slots=True)
class LookOnce:
    """Looks one attempt up that is due.

    Attributes:
        hurry: makes every unknown attempt due first.
    """

    hurry: bool = False

    def carry_out(self, desk: BackgroundTill) -> SettlingState:
        """See `Settler.look_once`."""
        if self.hurry:
            desk.settler.hurry()
        return SettlingState.of(desk, desk.settler.look_once())


@dataclass(frozen=True, slots=True)
class SettlingState:
    """How settling stands.

    Attributes:
        unknown: every attempt that nobody knows yet.
        next_in: seconds until the next look; None where nothing is watched.
        progress: what the last look brought; None where there was none.
    """

    unknown: tuple[Progress, ...]
    next_in: float | None
    progress: Progress | None = None

    @classmethod
    def of(cls, desk: BackgroundTill, progress: Progress | None = None) -> SettlingState:
        """The state of a desk."""
        return cls(desk.settler.unknown(), desk.settler.next_due(), progress)


@dataclass(frozen=True, slots=True)
class SearchHistory:
    """Searches the journal."""

    query: HistoryQuery

    def carry_out(self, office: Office) -> tuple[Attempt, ...]:
        """See `Journal.search`."""
        return office.journal.search(self.query)


@dataclass(frozen=True, slots=True)
class AskTotals:
    """A day's figures."""

    day: date

    def carry_out(self, office: Office) -> Totals:
        """See `Journal.totals`."""
        return office.journal.totals(self.day)


@dataclass(frozen=True, slots=True)
class AskEvents:
    """What happened to an attempt."""

    reference: str

    def carry_out(self, office: Office) -> tuple[Event, ...]:
        """See `Journal.events`."""
        return office.journal.events(self.reference)


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """Prints a receipt."""

    receipt: Receipt

    def carry_out(self, office: Office) -> None:
        """See `Printer.print_receipt`."""
        office.printer.print_receipt(self.receipt)


@dataclass(frozen=True, slots=True)
class SaveReceipt:
    """Saves a receipt as PDF."""

    receipt: Receipt

    def carry_out(self, office: Office) -> str:
        """See `Printer.save_receipt`."""
        return office.printer.save_receipt(self.receipt)


@dataclass(frozen=True, slots=True)
class TellOutcome:
    """Writes the outcome of a hand-over for the POS."""

    record: dict[str, str | None]
    path: str

    def carry_out(self, office: Office) -> None:
        """See `Administration.tell`."""
        office.administration.tell(self.record, self.path)


@dataclass(frozen=True, slots=True)
class TryService:
    """Calls the service with settings that are not yet in force."""

    settings: Settings
    password: str = field(repr=False)

    def carry_out(self, office: Office) -> None:
        """See `Administration.try_service`."""
        office.administration.try_service(self.settings, self.password)


@dataclass(frozen=True, slots=True)
class SaveSettings:
    """Saves settings, and the password into the machine's store of secrets."""

    values: dict[str, object]
    password: str = field(repr=False)

    def carry_out(self, office: Office) -> None:
        """See `Administration.save`."""
        office.administration.save(self.values, self.password)


@dataclass(frozen=True, slots=True)
class SetJournalAside:
    """Keeps a damaged journal aside."""

    def carry_out(self, office: Office) -> str:
        """See `Office.set_journal_aside`."""
        return office.set_journal_aside()
