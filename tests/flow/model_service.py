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
    from collections.abc import Callable

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
    LIMITED_AFTER = auto()
    LIMITED_FOR_LONG_AFTER = auto()
    FAILED_AFTER = auto()
    BREAKS_THE_TILL = auto()


class LookupOutcome(Enum):
    """The outcome of one look-up."""

    SEES = auto()
    FAILS = auto()
    CUT_SHORT = auto()
    BLANKS = auto()
    """What it shows carries no reference."""


REPEATED = (RedeemOutcome.LOCKED, RedeemOutcome.LIMITED, RedeemOutcome.LIMITED_AFTER)
"""Outcomes after which the till sends the request again, within the same press."""

FINAL = tuple(outcome for outcome in RedeemOutcome if outcome not in REPEATED)
"""The outcomes of a press."""

_MOVES = {RedeemOutcome.LOST_AFTER, RedeemOutcome.BREAKS_THE_TILL}
"""The points move, and nothing is shown before the service's lag is over."""

_MOVES_VISIBLY = {RedeemOutcome.LIMITED_AFTER, RedeemOutcome.LIMITED_FOR_LONG_AFTER, RedeemOutcome.FAILED_AFTER}
"""The points move, and the answer says that they did not."""


_FAILURES: dict[RedeemOutcome, Callable[[], Exception]] = {
    RedeemOutcome.REFUSED: lambda: Refused(Call.REDEEM, 808, "wrong code"),
    RedeemOutcome.NEVER_LEFT: lambda: NotSent(Unsent.CONNECT),
    RedeemOutcome.LOST_BEFORE: lambda: Unanswered(Lost.CUT),
    RedeemOutcome.LOST_AFTER: lambda: Unanswered(Lost.TIMEOUT),
    RedeemOutcome.DELAYED: lambda: Unanswered(Lost.TIMEOUT),
    RedeemOutcome.LOCKED: lambda: Throttled(Call.REDEEM, 521),
    RedeemOutcome.LIMITED: lambda: Throttled(Call.REDEEM, 429, retry_after=3.0),
    RedeemOutcome.LIMITED_AFTER: lambda: Throttled(Call.REDEEM, 429, retry_after=3.0),
    RedeemOutcome.LIMITED_FOR_LONG: lambda: Throttled(Call.REDEEM, 429, retry_after=60.0),
    RedeemOutcome.LIMITED_FOR_LONG_AFTER: lambda: Throttled(Call.REDEEM, 429, retry_after=60.0),
    RedeemOutcome.FAILED_AFTER: lambda: Refused(Call.REDEEM, 815, "the points cannot be used yet"),
    RedeemOutcome.BREAKS_THE_TILL: lambda: RecursionError("the answer is nested too deeply"),
}
"""What the till gets in place of an answer."""


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

    def _apply_visibly(self, reference: str, draft: Draft) -> None:
        """Moves the points and shows it at once (assumption `failed-is-shown` in docs/exactly-once.md)."""
        self.ledger.setdefault(reference, Movement(draft, self._clock.monotonic()))

    def redeem(self, draft: Draft, reference: str, _code: ValidationCode | None) -> Redeemed:
        wanted = (draft.identifier, draft.points.wire, draft.bill)
        self.asked_for.setdefault(reference, set()).add(wanted)
        self.blank_looks[reference] = []
        outcome = self.redeem_outcomes.pop(0) if self.redeem_outcomes else RedeemOutcome.ANSWERED
        if outcome is RedeemOutcome.ANSWERED:
            if reference in self.ledger and not self.replays:
                raise Refused(Call.REDEEM, 817, "the reference is not unique")
            self.apply(reference, draft)
            return redeemed(reference[-6:], points=draft.points.wire)
        if outcome is RedeemOutcome.DELAYED:
            self.on_their_way.append((reference, draft))
        elif outcome in _MOVES:
            self.apply(reference, draft)
        elif outcome in _MOVES_VISIBLY:
            self._apply_visibly(reference, draft)
        failure = _FAILURES[outcome]()
        raise failure

    def find_redemptions(self, draft: Draft, reference: str, **_: object) -> RedemptionsSeen:
        outcome = self.lookup_outcomes.pop(0) if self.lookup_outcomes else LookupOutcome.SEES
        if outcome is LookupOutcome.FAILS:
            raise Unanswered(Lost.TIMEOUT)
        if outcome is LookupOutcome.CUT_SHORT:
            return RedemptionsSeen(complete=False)
        moved = self.ledger.get(reference)
        if moved is None or moved.visible_from > self._clock.monotonic():
            self.blank_looks.setdefault(reference, []).append(self._clock.monotonic())
            return RedemptionsSeen()
        assert moved.draft.identifier == draft.identifier
        shown = Found(
            reference="" if outcome is LookupOutcome.BLANKS else reference,
            redemption_id=reference[-6:],
            points=moved.draft.points.value,
        )
        return (
            RedemptionsSeen(candidates=(shown,)) if outcome is LookupOutcome.BLANKS else RedemptionsSeen(found=(shown,))
        )

    def find_member(self, identifier: Identifier) -> Member:
        return Member(identifier=identifier)

    def check(self, *_: object, **__: object) -> Eligibility:
        return Eligibility()

    def send_code(self, *_: object) -> CodeSent:
        return CodeSent()
