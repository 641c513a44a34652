"""Models a service with a ledger of its own. Tests set the outcomes of requests and look-ups beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.domain.eligibility import CodeSent, Eligibility, Found, RedemptionsSeen
from desktop.domain.failures import (
    Call,
    Lost,
    NotSent,
    Refused,
    Throttled,
    Unanswered,
    Unsent,
)
from desktop.domain.member import Identifier, Member
from tests.flow.fakes import FakeClock, redeemed

if TYPE_CHECKING:
    from desktop.domain.redemption import Draft, Redeemed
    from desktop.domain.validation import ValidationCode


class RedeemOutcome(Enum):
    """The outcome of one redeem request."""

    ANSWERED = auto()
    REFUSED = auto()
    NEVER_LEFT = auto()
    LOST_BEFORE = auto()
    LOST_AFTER = auto()
    DELAYED = auto()
    LOCKED = auto()
    LIMITED = auto()
    LIMITED_FOR_LONG = auto()
    BREAKS_THE_TILL = auto()


class LookupOutcome(Enum):
    """The outcome of one look-up."""

    SEES = auto()
    FAILS = auto()
    CUT_SHORT = auto()


@dataclass(frozen=True)
class Movement:
    """Points that the service has moved, and when it begins to show them."""

    draft: Draft
    visible_from: float


class Service:
    """A service that moves points at most once for a reference.

    Attributes:
        ledger: what moved, by reference.
        on_their_way: requests that have not arrived yet and may arrive at any time.
        asked_for: what every reference was ever sent with.
        redeem_outcomes: of the next requests, and then `ANSWERED`.
        lookup_outcomes: of the next look-ups, and then `SEES`.
        lag: seconds until what moves now is shown.
        replays: whether a repeat of what has moved is answered as if it had moved now; otherwise it is refused.
        blank_looks: when a look-up saw everything and found nothing, by reference, since it was last sent.
    """

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.ledger: dict[str, Movement] = {}
        self.on_their_way: list[tuple[str, Draft]] = []
        self.asked_for: dict[str, set[tuple[Identifier, str, str]]] = {}
        self.redeem_outcomes: list[RedeemOutcome] = []
        self.lookup_outcomes: list[LookupOutcome] = []
        self.lag = 0.0
        self.replays = False
        self.blank_looks: dict[str, list[float]] = {}

    def apply(self, reference: str, draft: Draft) -> None:
        """A request arrives. A second one with its reference moves nothing."""
        self.ledger.setdefault(reference, Movement(draft, self._clock.monotonic() + self.lag))

    def redeem(self, draft: Draft, reference: str, _code: ValidationCode | None) -> Redeemed:
        wanted = (draft.identifier, draft.points.wire, draft.bill)
        self.asked_for.setdefault(reference, set()).add(wanted)
        self.blank_looks[reference] = []
        match self.redeem_outcomes.pop(0) if self.redeem_outcomes else RedeemOutcome.ANSWERED:
            case RedeemOutcome.ANSWERED:
                if reference in self.ledger and not self.replays:
                    raise Refused(Call.REDEEM, 817, "the reference is not unique")
                self.apply(reference, draft)
                return redeemed(reference[-6:], points=draft.points.wire)
            case RedeemOutcome.REFUSED:
                raise Refused(Call.REDEEM, 808, "wrong code")
            case RedeemOutcome.NEVER_LEFT:
                raise NotSent(Unsent.CONNECT)
            case RedeemOutcome.LOST_BEFORE:
                raise Unanswered(Lost.CUT)
            case RedeemOutcome.LOST_AFTER:
                self.apply(reference, draft)
                raise Unanswered(Lost.TIMEOUT)
            case RedeemOutcome.DELAYED:
                self.on_their_way.append((reference, draft))
                raise Unanswered(Lost.TIMEOUT)
            case RedeemOutcome.LOCKED:
                raise Throttled(Call.REDEEM, 521)
            case RedeemOutcome.LIMITED:
                raise Throttled(Call.REDEEM, 429, retry_after=3.0)
            case RedeemOutcome.LIMITED_FOR_LONG:
                raise Throttled(Call.REDEEM, 429, retry_after=60.0)
            case RedeemOutcome.BREAKS_THE_TILL:
                self.apply(reference, draft)
                raise RecursionError("the answer is nested too deeply")

    def find_redemptions(self, draft: Draft, reference: str, **_: object) -> RedemptionsSeen:
        match self.lookup_outcomes.pop(0) if self.lookup_outcomes else LookupOutcome.SEES:
            case LookupOutcome.FAILS:
                raise Unanswered(Lost.TIMEOUT)
            case LookupOutcome.CUT_SHORT:
                return RedemptionsSeen(complete=False)
            case LookupOutcome.SEES:
                moved = self.ledger.get(reference)
                if moved is None or moved.visible_from > self._clock.monotonic():
                    self.blank_looks.setdefault(reference, []).append(self._clock.monotonic())
                    return RedemptionsSeen()
                assert moved.draft.identifier == draft.identifier
                return RedemptionsSeen(found=(Found(reference=reference, points=moved.draft.points.value),))

    def find_member(self, identifier: Identifier) -> Member:
        return Member(identifier=identifier)

    def check(self, *_: object, **__: object) -> Eligibility:
        return Eligibility()

    def send_code(self, *_: object) -> CodeSent:
        return CodeSent()
