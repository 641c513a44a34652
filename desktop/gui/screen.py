"""Owns what the window shows at a moment, as one frozen value: pages draw it and never keep a truth of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.choices import Choices
from desktop.domain.failures import FINAL_HOLDS
from desktop.domain.messages import FormField
from desktop.domain.mobile import mask_identifier
from desktop.domain.prefill import Prefill
from desktop.domain.validation import ValidationMethod

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from desktop.domain.failures import HeldBack
    from desktop.domain.member import Member
    from desktop.domain.mobile import MobileNumber
    from desktop.domain.redemption import Attempt, Draft
    from desktop.flow.settling.settler import Progress


class Place(StrEnum):
    """Where the cashier is with this customer."""

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


class Link(StrEnum):
    """How the service was when it was last spoken to."""

    STARTING = "starting"
    CONNECTED = "connected"
    SLOW = "slow"
    OFFLINE = "offline"
    TRAINING = "training"
    STOPPED = "stopped"


class Remedy(StrEnum):
    """What can be done at the till about a trouble with the till itself."""

    NONE = ""
    TRY_AGAIN = "try_again"
    NEW_JOURNAL = "new_journal"


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said in the message strip.

    Attributes:
        tone: `bad`, `wait`, `good`, `info`, or empty with an empty text.
        text: what happened and what to do next.
        support: the number for support.
        field: where to do it.
    """

    tone: str = ""
    text: str = ""
    support: str = ""
    field: FormField = FormField.NONE


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
        """True if the cashier may redeem all the same."""
        return self.held.why not in FINAL_HOLDS


@dataclass(frozen=True, slots=True)
class SentCode:
    """A code that is on its way.

    Attributes:
        draft: what it was sent for.
        at: monotonic seconds when it was sent.
        sent: False where the service could not send it (876).
        good_until: about when it expires, by the wall clock; None where that is not known.
        again_at: monotonic seconds from which it can be sent again.
    """

    draft: Draft
    at: float
    sent: bool
    good_until: datetime | None
    again_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The whole state of the counter.

    Attributes:
        visit: counts customers; a new number empties every field.
        place: which step is at hand.
        busy: what is under way; None where the till waits for the cashier.
        seconds_left: until the till asks again by itself, while it waits out the service's rate limit.
        slow: whether it has been under way for long.
        link: how the service is.
        notice: what is said; gone with the next key.
        news: what has come to be known of earlier redemptions; each stands until the cashier has seen it.
        question: an earlier redemption that the cashier has to decide about. Only an answer to it takes it away.
        mobile: the number as read.
        member: who was found.
        matches: who fits, where several do; the cashier chooses one.
        choices: program, group, custom fields and notes for this member.
        panel: what is open in place of the step's own fields.
        draft: what is to be redeemed.
        worth: what the service says that is worth, and for which points it said so.
        code: the code on its way.
        attempt: the redemption, once there is one.
        progress: how settling it stands.
        unsettled: how many attempts nobody knows yet.
        prefill: what the POS handed over.
        handed_over: whether this customer was handed over by the POS.
        ready: whether the till can work: service and journal are there.
        warning: a trouble with the till itself, which stands until it is mended.
        standing: warnings that stay for the whole session.
        remedy: what can be done about it here.
    """

    visit: int = 0
    place: Place = Place.MEMBER
    busy: Busy | None = None
    seconds_left: int = 0
    slow: bool = False
    link: Link = Link.STARTING
    notice: Notice = field(default_factory=Notice)
    news: tuple[Notice, ...] = ()
    question: Question | None = None
    mobile: MobileNumber | None = None
    member: Member | None = None
    matches: tuple[Member, ...] = ()
    choices: Choices = field(default_factory=Choices)
    panel: Panel = Panel.NONE
    draft: Draft | None = None
    worth: tuple[Draft, Decimal] | None = None
    code: SentCode | None = None
    attempt: Attempt | None = None
    progress: Progress | None = None
    unsettled: int = 0
    prefill: Prefill = field(default_factory=Prefill)
    handed_over: bool = False
    ready: bool = False
    warning: Notice | None = None
    standing: tuple[str, ...] = ()
    remedy: Remedy = Remedy.NONE

    @property
    def is_redeeming(self) -> bool:
        """True while a redemption is in flight."""
        return self.busy is Busy.REDEEMING

    @property
    def shown(self) -> str:
        """The member's number or other identifier, masked."""
        if self.mobile is not None:
            return self.mobile.masked
        return mask_identifier(self.member.identifier.value) if self.member is not None else ""

    @property
    def available(self) -> Decimal | None:
        """What can be redeemed, as far as it is known."""
        return self.choices.available(self.member) if self.member else None

    @property
    def validation(self) -> ValidationMethod:
        """How the member agrees to what is at hand."""
        return self.draft.validation if self.draft is not None else ValidationMethod.CODE

    def worth_of(self, draft: Draft | None) -> Decimal | None:
        """What the service said that exactly these points are worth."""
        if self.worth is None or draft is None or not self.worth[0].same_as(draft):
            return None
        return self.worth[1]
