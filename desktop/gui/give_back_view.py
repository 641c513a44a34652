"""What the page that gives points back shows."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as field_of
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.reversal import ReversalState
from desktop.gui.screen import Notice

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import GiveBackOffer, Reversal


class GiveBackBusy(StrEnum):
    """What is under way."""

    NO = ""
    LOOKING = "looking"
    GIVING = "giving"


class GiveBackField(StrEnum):
    """The field that a message is about."""

    NONE = ""
    POINTS = "points"
    REASON = "reason"
    PIN = "pin"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBackView:
    """What the page shows.

    Attributes:
        attempt: the redemption; None before the first one.
        offer: how many points can be given back; None while that is not known.
        busy: what is under way.
        reversal: the outcome; None before there is one.
        notice: the last message.
        field: the field that it is about.
        for_pos: True if the POS asks for it.
        prefill: the amount that the POS asks for, as it is typed here: all that is left if it does not say.
        hand_over: the id of the POS's hand-over; empty if the cashier opened the page.
        visit: counts the redemptions that were opened, so that nothing typed for one is used for another.
        is_left: True once the user has left the page. What becomes known then is news.
        asked: the points of which the user is asked whether they are given back once more; None if nothing is asked.
        agreed: the points of which the user said so.
        can_try_again: True if the service did not say what can be given back, and may say so if it is asked again.
    """

    attempt: Attempt | None = None
    offer: GiveBackOffer | None = None
    busy: GiveBackBusy = GiveBackBusy.NO
    reversal: Reversal | None = None
    notice: Notice = field_of(default_factory=Notice)
    field: GiveBackField = GiveBackField.NONE
    for_pos: bool = False
    prefill: str = ""
    hand_over: str = ""
    visit: int = 0
    is_left: bool = False
    asked: Decimal | None = None
    agreed: Decimal | None = None
    can_try_again: bool = False

    @property
    def is_open(self) -> bool:
        """True if a redemption was opened, and the user has not left its page."""
        return self.visit > 0 and not self.is_left

    @property
    def is_giving(self) -> bool:
        """True while points are being given back."""
        return self.busy is GiveBackBusy.GIVING

    @property
    def is_done(self) -> bool:
        """True if the points are back."""
        return self.reversal is not None and self.reversal.state is ReversalState.REVERSED

    @property
    def is_unknown(self) -> bool:
        """True if it is not known whether the points are back."""
        return self.reversal is not None and self.reversal.is_open
