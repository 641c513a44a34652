"""Defines redemptions: what is asked for, the states of an attempt, and the legal steps between them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.domain.journal_failures import support_code
from desktop.domain.masking import mask_identifier
from desktop.domain.member import IdentifierKind, is_same_person
from desktop.domain.points import positive
from desktop.domain.validation import ValidationMethod

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop.domain.group import GroupChoice
    from desktop.domain.journal_failures import Failure
    from desktop.domain.member import Identifier
    from desktop.domain.points import Points


_DEFAULT_PORTS = {"https": ":443", "http": ":80"}


class State(StrEnum):
    """The state of an attempt. The values are those of `history export`."""

    IN_FLIGHT = "in_flight"
    """Recorded. The request may be on its way."""
    REDEEMED = "redeemed"
    """The service said so, or a look-up found the redemption."""
    REFUSED = "refused"
    """The service refused it. `Attempt.refusal` says whether that proves that no points moved."""
    NOT_SENT = "not_sent"
    """No byte of the request left the till."""
    UNKNOWN = "unknown"
    """The points may have moved. The till keeps looking it up."""
    NOT_APPLIED = "not_applied"
    """Looked up several times over time, and absent each time."""
    REVERSED = "reversed"
    """Redeemed, and reversed since."""


class Refusal(StrEnum):
    """What a refusal proves, and with which reference the same redemption may be sent again."""

    PROVED = "proved"
    """The code says that a condition was checked before anything was done. No points moved."""
    NOT_PROCESSED = "not_processed"
    """Proves nothing. The service says that it did not process the request (401, 429, 521), so the same redemption is
    sent again with the same reference."""
    FAILED = "failed"
    """Proves nothing. The item failed (815, 817, a code that is not in the catalogue). The vendor documents that a
    failed request cannot be repeated with its own reference (/reference/idempotency), so the next try gets a new
    one."""


class Step(StrEnum):
    """What can happen to an attempt."""

    SENT_AGAIN = "sent_again"
    REDEEMED = "redeemed"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    LOST = "lost"
    FOUND = "found"
    LOOKED = "looked"
    ABSENT = "absent"
    SUSPECTED = "suspected"
    """A look-up showed a redemption that could be this attempt (`Candidate`)."""
    REVERSED = "reversed"


TRANSITIONS: Mapping[tuple[State, Step], State] = MappingProxyType(
    {
        (State.IN_FLIGHT, Step.REDEEMED): State.REDEEMED,
        (State.IN_FLIGHT, Step.REFUSED): State.REFUSED,
        (State.IN_FLIGHT, Step.NOT_SENT): State.NOT_SENT,
        (State.IN_FLIGHT, Step.LOST): State.UNKNOWN,
        (State.IN_FLIGHT, Step.FOUND): State.REDEEMED,
        (State.UNKNOWN, Step.FOUND): State.REDEEMED,
        (State.UNKNOWN, Step.LOOKED): State.UNKNOWN,
        (State.UNKNOWN, Step.ABSENT): State.NOT_APPLIED,
        (State.NOT_APPLIED, Step.FOUND): State.REDEEMED,
        (State.NOT_APPLIED, Step.LOOKED): State.NOT_APPLIED,
        (State.NOT_APPLIED, Step.SENT_AGAIN): State.IN_FLIGHT,
        (State.NOT_SENT, Step.SENT_AGAIN): State.IN_FLIGHT,
        # Only if an earlier request with the same reference may still arrive (`Attempt.doubtful`).
        (State.NOT_SENT, Step.FOUND): State.REDEEMED,
        (State.NOT_SENT, Step.LOOKED): State.NOT_SENT,
        # Only if the refusal proved nothing (`Attempt.is_unproved`).
        (State.REFUSED, Step.FOUND): State.REDEEMED,
        (State.REFUSED, Step.LOOKED): State.REFUSED,
        (State.REFUSED, Step.SENT_AGAIN): State.IN_FLIGHT,
        (State.UNKNOWN, Step.SUSPECTED): State.UNKNOWN,
        (State.NOT_APPLIED, Step.SUSPECTED): State.UNKNOWN,
        (State.NOT_SENT, Step.SUSPECTED): State.UNKNOWN,
        (State.REFUSED, Step.SUSPECTED): State.UNKNOWN,
        (State.REDEEMED, Step.REVERSED): State.REVERSED,
    }
)
"""Every legal step. A step that is not in the table is a mistake in the program and is never recorded."""

UNSETTLED = frozenset({State.IN_FLIGHT, State.UNKNOWN})
"""States in which it is not known whether the points moved."""

HAPPENED = frozenset({State.REDEEMED, State.REVERSED})
"""States of a redemption that happened, whether or not it was reversed since."""

RESENDABLE = frozenset({State.NOT_SENT, State.NOT_APPLIED})
"""States from which the same redemption is sent again with the same reference."""


class IllegalStepError(RuntimeError):
    """The step is not in the table: a mistake in the program, never the cashier's or the service's."""

    def __init__(self, state: State, step: Step) -> None:
        super().__init__(f"no step {step.value} from {state.value}")
        self.state = state
        self.step = step


def state_after(state: State, step: Step) -> State:
    """Returns the state that a step leads to.

    Raises:
        IllegalStepError: the table has no such step.
    """
    try:
        return TRANSITIONS[state, step]
    except KeyError:
        raise IllegalStepError(state, step) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a cashier asks for: one redemption, without its code.

    Two drafts that are equal in `same_as` are the same redemption, so trying again keeps the reference.

    Attributes:
        identifier: the member, as the service is asked.
        shown: the member's number or other identifier as it may be shown, masked.
        name: the member's name, for the cashier's eyes; may be empty.
        points: how many.
        bill: `transaction_number` on the wire; empty if the shop gives none.
        program_id: empty for the default program.
        group: whose points, if not the member's own.
        custom_fields: names and values, in the order of the settings.
        notes: free text.
        validation: how the member agrees.
        worth: what the service said they are worth, for the screen; no part of the request.
        user_id: the service's own id of the member; decides whether two drafts are about the same person. Empty if the
            service did not say.
        mobile: the number that the service has of the member, to compare answers with; empty if it did not say. The
            journal does not keep it.
    """

    identifier: Identifier
    shown: str = ""
    name: str = ""
    points: Points
    bill: str = ""
    program_id: str = ""
    group: GroupChoice | None = None
    custom_fields: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    notes: str = field(default="", repr=False)
    validation: ValidationMethod = ValidationMethod.CODE
    worth: Decimal | None = None
    user_id: str = field(default="", repr=False)
    mobile: str = field(default="", repr=False, compare=False)

    def same_as(self, other: Draft) -> bool:
        """True if both are the same redemption: same member, points, bill, program and group."""
        mine = (self.identifier, self.points, self.bill, self.program_id, self.group)
        return mine == (other.identifier, other.points, other.bill, other.program_id, other.group)

    def is_same_intent(self, other: Draft) -> bool:
        """True if both take the same points of the same person, program and group. The caller compares the bills."""
        mine = (self.points, self.program_id, self.group)
        return mine == (other.points, other.program_id, other.group) and self.is_same_person(other)

    def is_same_person(self, other: Draft) -> bool:
        """True if both name the same person, by whatever identifier. If both have a user id, that alone decides."""
        if self.person_id and other.person_id:
            return self.person_id == other.person_id
        return is_same_person(self.identifier, other.identifier)

    @property
    def person_id(self) -> str:
        """The service's own id of the member, which may be what the cashier asked for; empty if it is not known."""
        return (self.user_id or (self.identifier.value if self.identifier.kind is IdentifierKind.ID else "")).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redeemed:
    """What the service said about a redemption that happened.

    Attributes:
        redemption_id: the service's own id; empty if it did not say.
        points: what it moved; None if it did not say.
        value: what that is worth at the counter (`redeemed_local_value`, else `redeemed_value`).
        balance: what the member has left.
        is_group: whether it drew on the whole group.
        request_id: `X-Cap-Requestid`.
    """

    redemption_id: str = ""
    points: Decimal | None = None
    value: Decimal | None = None
    balance: Decimal | None = None
    is_group: bool = False
    request_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A redemption in the service's list that carries no reference and could be a certain attempt.

    Attributes:
        redemption_id: the service's own id; may be empty.
        time: as the service wrote it, without a zone.
        points: what it moved; None if the service did not say.
        bill: `transaction_number`; may be empty.
    """

    redemption_id: str = ""
    time: str = ""
    points: Decimal | None = None
    bill: str = ""

    @property
    def moved(self) -> Decimal | None:
        """The points that it moved; None if the service did not say how many. No points, or fewer, say nothing."""
        return positive(self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What support needs to know about an answer that was no redemption.

    Attributes:
        code: the service's number or the till's own code, `808`, `PT-TIMEOUT`.
        message: the service's own words; never a secret.
        request_id: `X-Cap-Requestid`.
    """

    code: str = ""
    message: str = ""
    request_id: str = ""

    @classmethod
    def of(cls, failure: Failure, *, also: StrEnum | None = None) -> Trace:
        """Returns the trace of a failure.

        Args:
            failure: the answer, or that there was none.
            also: why the failure proves nothing, if it does not say so itself.
        """
        code = failure.support if also is None else f"{failure.support} {support_code(also)}"
        return cls(code=code, message=failure.message, request_id=failure.request_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One redemption as the journal knows it.

    Attributes:
        reference: `external_reference_number`, the idempotency key, made before anything is sent.
        state: its state.
        draft: what was asked for.
        till: the till's name.
        cashier: who was at the till.
        at: when it was last sent, with offset.
        changed: when its state last changed, with offset.
        sends: how often a request with this reference was begun.
        doubtful: whether an earlier request with this reference may still arrive at the service, so that a refusal of a
            later one proves nothing by itself.
        looks: how many look-ups have not found it since the last send.
        redeemed: what the service said, if it happened.
        trace: code, message and request id of the last answer that was no redemption.
        settled_late: whether it turned out to be redeemed after it had been recorded as refused or not applied.
        service: which service it was sent to (`Settings.service`); empty if an earlier version recorded it.
        refusal: what the refusal proves; None if the attempt was not refused, or was refused before version 3.
        candidate: a redemption in the service's list that could be this attempt; None if no look-up has shown one.
        begun: when the attempt was first recorded, with offset; None if an earlier version did not keep it.
        journal_id: the identity of the journal that sent it last. A copy of the journal on another machine has another
            identity, and must not send this attempt again.
        reversed_points: what this till has given back of it.
    """

    reference: str
    state: State
    draft: Draft
    till: str
    cashier: str
    at: datetime
    changed: datetime
    sends: int = 1
    doubtful: bool = False
    looks: int = 0
    redeemed: Redeemed | None = None
    trace: Trace = Trace()
    settled_late: bool = False
    service: str = ""
    refusal: Refusal | None = None
    candidate: Candidate | None = None
    begun: datetime | None = None
    journal_id: str = ""
    reversed_points: Decimal = Decimal(0)

    @property
    def began(self) -> datetime:
        """When the attempt began: `begun`, or when it was last sent if an earlier version did not keep it."""
        return self.at if self.begun is None else self.begun

    @property
    def is_resendable(self) -> bool:
        """True if the same redemption may be sent again with the same reference.

        Not after an item that failed, even if look-ups have proved since that it did not happen: the vendor documents
        that a failed request cannot be repeated with its own reference.
        """
        if self.state is State.REFUSED:
            return self.refusal is Refusal.NOT_PROCESSED
        return self.state in RESENDABLE and self.refusal is not Refusal.FAILED

    @property
    def is_unproved(self) -> bool:
        """True if the attempt counts as not redeemed, but the points may have moved all the same."""
        match self.state:
            case State.NOT_APPLIED:
                return True
            case State.NOT_SENT:
                return self.doubtful
            case State.REFUSED:
                return self.refusal in {Refusal.NOT_PROCESSED, Refusal.FAILED}
            case _:
                return False

    @property
    def is_unsettled(self) -> bool:
        """True if it is not known whether the points moved."""
        return self.state in UNSETTLED

    def is_elsewhere(self, service: str, till: str = "") -> bool:
        """True if it was sent to another service than this one, so that its absence here proves nothing.

        Args:
            service: address of this service.
            till: the till's name at it, which decides whose redemptions it shows; empty if only the address counts.
        """
        if not self.service or not service:
            return False
        has_another_name = bool(till) and self.till.casefold() != till.casefold()
        return service_name(self.service) != service_name(service) or has_another_name

    @property
    def moved(self) -> Decimal:
        """The points that it moved: what the service said, or what was asked for if it did not say."""
        done = self.redeemed
        return self.draft.points.value if done is None or done.points is None else done.points

    def with_value(self, done: Redeemed) -> Redeemed:
        """Returns what is known of its redemption, with what it is worth if the service did not say so again.

        What the service said before counts only for the points that were asked for.
        """
        is_as_asked = done.points in {None, self.draft.points.value}
        return replace(done, value=self.draft.worth) if done.value is None and is_as_asked else done

    @property
    def short_reference(self) -> str:
        """The reference as a cashier may read it out: its first and last four characters."""
        return f"{self.reference[:4]}…{self.reference[-4:]}"

    @property
    def masked_identifier(self) -> str:
        """The member's identifier, masked."""
        return self.draft.shown or mask_identifier(self.draft.identifier.value)


_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_RANDOM_BITS = 80
_LENGTH = 26


def is_reference(text: str) -> bool:
    """True if a text looks like a reference that `new_reference` made, in any letter case."""
    return len(text) == _LENGTH and set(text.upper()) <= set(_ALPHABET)


def ends_with_reference(text: str) -> bool:
    """True if a text is such a reference, or ends with one that a scanner has typed after something else."""
    return is_reference(text[-_LENGTH:])


def new_reference(now: datetime) -> str:
    """Makes a new `external_reference_number`: 26 letters and digits, ordered by time, with 80 random bits (a ULID).

    Uniqueness rests on the random bits alone, so a clock that is set back does no harm.
    """
    number = (int(now.timestamp() * 1000) << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range((_LENGTH - 1) * 5, -1, -5))


def service_name(address: str) -> str:
    """Returns an address in small letters, without the port that its scheme has anyway.

    The address is one that `addresses.server_address` has read, or what a journal has for one.
    """
    scheme, mark, rest = address.lower().partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.removesuffix(_DEFAULT_PORTS.get(scheme, ''))}{slash}{path}"
