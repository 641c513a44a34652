"""Describes what the window shows at one moment, as a frozen value. Views draw it and keep no state of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.choices import Choices
from desktop.domain.failures import FINAL_HOLDS
from desktop.domain.masking import mask_identifier
from desktop.domain.messages import FormField
from desktop.domain.points import redeemable
from desktop.domain.prefill import Prefill
from desktop.domain.validation import ValidationMethod

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.eligibility import CodeChannel
    from desktop.domain.expiring import ExpiringPoints
    from desktop.domain.failures import HeldBack
    from desktop.domain.member import Member
    from desktop.domain.mobile import MobileNumber
    from desktop.domain.redemption import Attempt, Draft
    from desktop.flow.settling.settler import Progress


_SHORT_REQUEST = 8
"""Characters of a request id that are enough to find it."""


class Place(StrEnum):
    """The step or page that the customer at hand has reached."""

    MEMBER = "member"
    POINTS = "points"
    CODE = "code"
    RECEIPT = "receipt"
    UNKNOWN = "unknown"


class Busy(StrEnum):
    """What is under way."""

    FINDING = "finding"
    WAITING = "waiting"
    SENDING_CODE = "sending_code"
    SENDING_AGAIN = "sending_again"
    REDEEMING = "redeeming"


class Panel(StrEnum):
    """What is open in place of a step's own fields."""

    NONE = ""
    GROUP = "group"
    SUPERVISOR = "supervisor"


class ServiceStatus(StrEnum):
    """How the service was at the last call. It is connected only if it has accepted this till."""

    STARTING = "starting"
    CONNECTED = "connected"
    SLOW = "slow"
    OFFLINE = "offline"
    UNSAFE = "unsafe"
    """The certificate or the encryption is not good enough."""
    NOT_ACCEPTED = "not_accepted"
    """The service does not accept this till or its password."""
    WRONG_ADDRESS = "wrong_address"
    """What answers knows no such call."""
    BLOCKED = "blocked"
    """Something else answers: a web filter, or the sign-in page of a network."""
    FAILING = "failing"
    """The service answers, but with an error of its own."""
    TRAINING = "training"
    STOPPED = "stopped"


class Remedy(StrEnum):
    """What the user can do about a failure of the till itself."""

    NONE = ""
    TRY_AGAIN = "try_again"
    NEW_JOURNAL = "new_journal"


@dataclass(frozen=True, slots=True)
class Notice:
    """A message.

    Attributes:
        tone: `bad`, `wait`, `good`, `info`, or empty with an empty text.
        text: what happened and what to do next.
        support: the number for support.
        field: the field that the message is about.
        title: the beginning of the text that says what happened; may be empty.
        until_again: the text while a code cannot be sent again yet, with `{seconds}` for the seconds that are left;
            empty if it is the same.
        request: the service's request id; may be empty.
    """

    tone: str = ""
    text: str = ""
    support: str = ""
    field: FormField = FormField.NONE
    title: str = ""
    until_again: str = ""
    request: str = ""

    def is_bad(self, *fields: FormField) -> bool:
        """True if one of these fields has to be changed."""
        return self.tone == "bad" and self.field in fields

    @property
    def spoken(self) -> str:
        """The message as a screen reader reads it, with the number for support."""
        return f"{self.text} ({self.support})" if self.support and self.text else self.text

    @property
    def short_request(self) -> str:
        """The beginning of the service's request id, which is enough to find it; empty if there is none."""
        return self.request[:_SHORT_REQUEST]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the service says about a member's points before anything is typed.

    Attributes:
        expiring: the points that expire soon, with the day; None if there are none or the service did not say.
        reason: why points cannot be redeemed, or only some amounts; empty if nothing is known.
    """

    expiring: ExpiringPoints | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """An earlier redemption that the cashier has to decide about.

    Attributes:
        held: why the redemption was held back, with the earlier one.
        says: the question in the cashier's words.
        points: how many points going on would redeem; None if going on does not redeem points yet.
    """

    held: HeldBack
    says: Notice
    points: Decimal | None = None

    @property
    def can_go_on(self) -> bool:
        """True if the cashier may redeem in spite of it."""
        return self.held.why not in FINAL_HOLDS


@dataclass(frozen=True, slots=True)
class SentCode:
    """A code that was sent to the member.

    Attributes:
        draft: what it was sent for.
        at: seconds of the uptime when it was sent.
        sent: False if the service could not send it.
        good_until: about when it expires, by the wall clock; None if that is not known.
        again_at: seconds of the uptime from which it can be sent again.
        channel: how it was sent; None if the service did not say.
    """

    draft: Draft
    at: float
    sent: bool
    good_until: datetime | None
    again_at: float
    channel: CodeChannel | None = None


class Happened(StrEnum):
    """What happened to an attempt whose outcome is unknown."""

    SENT = "sent"
    LOST = "lost"
    ABSENT = "absent"
    """A look-up did not find it, which proves nothing yet."""
    NO_ANSWER = "no_answer"
    SUSPECTED = "suspected"
    """A look-up found a redemption without a reference that could be this one."""


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One line of what is known about an unknown attempt.

    Attributes:
        at: when, by the wall clock.
        what: what happened.
    """

    at: datetime
    what: Happened


class SignOnField(StrEnum):
    """The field of the sign-on page that a message is about."""

    NONE = ""
    CASHIER = "cashier"
    PIN = "pin"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOnState:
    """Who has signed on.

    Attributes:
        needed: True if no one can serve before signing on.
        asks_pin: True if the policy asks for PINs. Then the POS's word does not say who serves.
        only: the only cashiers who can serve; empty if others can, too.
        cashier: who has signed on; empty for no one.
        checking: True while a sign-on is under way.
        wrong: the field that has to be changed.
    """

    needed: bool = False
    asks_pin: bool = False
    only: tuple[str, ...] = ()
    cashier: str = ""
    checking: bool = False
    wrong: SignOnField = SignOnField.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The whole state of the counter.

    Attributes:
        sign_on: who has signed on.
        visit: counts customers. A new number clears every field.
        place: the step or page at hand.
        busy: what is under way; None if the till waits for the cashier.
        seconds_left: until the till repeats the look-up by itself, while it waits out the service's rate limit.
        slow: True if the call has been under way for long.
        status: how the service is.
        status_reason: why the status is not a good one, with the number for support; may be empty.
        notice: the message, which disappears at the next key.
        aside: the message of a page beside the counter, such as the history. It is shown only there.
        news: later outcomes of earlier redemptions. Each stays until the cashier has read it.
        question: an earlier redemption that the cashier has to decide about. It stays until it is answered.
        mobile: the number as read.
        member: who was found.
        matches: the members to choose from, if several match.
        choices: program, group, custom fields and notes for this member.
        panel: what is open in place of the step's own fields.
        draft: what is to be redeemed.
        points_for_bill: the points that are worth exactly the bill; None if that is not known or they are too many.
        outlook: what the service says about the member's points before anything is typed.
        worth: what the service says that points are worth, with the draft that it was asked about.
        code: the code that was sent.
        attempt: the redemption, once there is one.
        progress: of settling that attempt.
        trail: what is known about that attempt while its outcome is unknown, oldest first.
        unsettled: how many attempts have an unknown outcome.
        prefill: what the POS handed over.
        handed_over: True if the POS handed this customer over.
        waiting: the numbers of the bills that the POS has handed over since, oldest first.
        ready: True if the till can work, with service and journal.
        warning: a failure of the till itself, which stays until it is fixed.
        standing: warnings that stay for the whole session.
        remedy: what the user can do about the warning.
    """

    sign_on: SignOnState = field(default_factory=SignOnState)
    visit: int = 0
    place: Place = Place.MEMBER
    busy: Busy | None = None
    seconds_left: int = 0
    slow: bool = False
    status: ServiceStatus = ServiceStatus.STARTING
    status_reason: str = ""
    notice: Notice = field(default_factory=Notice)
    aside: Notice = field(default_factory=Notice)
    news: tuple[Notice, ...] = ()
    question: Question | None = None
    mobile: MobileNumber | None = None
    member: Member | None = None
    matches: tuple[Member, ...] = ()
    choices: Choices = field(default_factory=Choices)
    panel: Panel = Panel.NONE
    draft: Draft | None = None
    points_for_bill: Decimal | None = None
    outlook: Outlook = field(default_factory=Outlook)
    worth: tuple[Draft, Decimal] | None = None
    code: SentCode | None = None
    attempt: Attempt | None = None
    progress: Progress | None = None
    trail: tuple[TrailEntry, ...] = ()
    unsettled: int = 0
    prefill: Prefill = field(default_factory=Prefill)
    handed_over: bool = False
    waiting: tuple[str, ...] = ()
    ready: bool = False
    warning: Notice | None = None
    standing: tuple[str, ...] = ()
    remedy: Remedy = Remedy.NONE

    @property
    def cashier(self) -> str:
        """Who serves: the cashier that the POS names, or who has signed on; empty for the cashier of the settings."""
        state, named = self.sign_on, self.prefill.cashier
        may_serve = not state.asks_pin and (not state.only or named in state.only)
        return (named if may_serve else "") or state.cashier

    @property
    def is_locked(self) -> bool:
        """True if someone has to sign on before the till can be used."""
        return self.sign_on.needed and not self.cashier

    @property
    def is_redeeming(self) -> bool:
        """True while a redemption is in flight."""
        return self.busy is Busy.REDEEMING

    @property
    def is_at_a_step(self) -> bool:
        """True while one of the three steps is shown, and no outcome."""
        return self.place in {Place.MEMBER, Place.POINTS, Place.CODE}

    @property
    def can_open_waiting(self) -> bool:
        """True if the next bill may be opened now, because no one is being served. A number may be half typed."""
        free = self.busy is None and self.question is None and not self.handed_over
        return bool(self.waiting) and free and self.place is Place.MEMBER and self.member is None

    @property
    def shown(self) -> str:
        """The member's number or other identifier, masked."""
        if self.mobile is not None:
            return self.mobile.masked
        return mask_identifier(self.member.identifier.value) if self.member is not None else ""

    @property
    def available(self) -> Decimal | None:
        """The points that can be redeemed; None if not known."""
        return self.choices.available(self.member) if self.member else None

    @property
    def most(self) -> Decimal | None:
        """The most points that may be redeemed: the balance, or less if the POS says so; None if that is not known."""
        available, limit = self.available, self.prefill.max_points
        return available if available is None or limit is None else min(available, limit)

    @property
    def has_nothing_to_redeem(self) -> bool:
        """True if the member has no points, neither here nor in another program or a group."""
        member = self.member
        if member is None or self.available is None or self.choices.group is not None:
            return False
        others = [program.points for program in member.programs]
        groups = [Decimal(1) if group.points is None else group.points for group in member.groups]
        return all(redeemable(points) == 0 for points in (self.available, *others, *groups))

    @property
    def validation(self) -> ValidationMethod:
        """How the member agrees to the draft at hand."""
        return self.draft.validation if self.draft is not None else ValidationMethod.CODE

    def worth_of(self, draft: Draft | None) -> Decimal | None:
        """Returns what the service said that exactly these points are worth; None if it did not say."""
        if self.worth is None or draft is None or not self.worth[0].same_as(draft):
            return None
        return self.worth[1]
