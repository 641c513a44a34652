"""Defines what the service lists of a day, and how it differs from the journal."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import ReversalRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRedemption:
    """A redemption as the service lists it.

    Attributes:
        reference: `external_reference_number`; empty if the service does not say.
        redemption_id: the service's own id; may be empty.
        points: what it moved; None if the service does not say.
        reversed_points: what was given back of it.
        bill: `transaction_number`; may be empty.
        time: as the service wrote it, `YYYY-MM-DD HH:MM:SS`, without a zone.
        till: the till's code, with which it signs in; may be empty.
        program_id: the program's id; may be empty.
        reversals: what came back, one by one.
    """

    reference: str = ""
    redemption_id: str = ""
    points: Decimal | None = None
    reversed_points: Decimal = Decimal(0)
    bill: str = ""
    time: str = ""
    till: str = ""
    program_id: str = ""
    reversals: tuple[ReversalRow, ...] = ()


class Difference(StrEnum):
    """How the service and the journal differ about a redemption."""

    THEIRS = "theirs"
    """The service has it, and the journal does not know that it happened."""
    OURS = "ours"
    """The journal says that it happened, and the service does not show it."""
    OTHER_POINTS = "other_points"
    """Both have it, with other points."""
    OTHER_REVERSED = "other_reversed"
    """Both have it. One of them says that all of it was given back, and the other does not."""
    OTHER_GIVEN_BACK = "other_given_back"
    """Both have it, and this till gave a part of it back. The service lists other points that came back."""
    HINT = "hint"
    """The store's list has one of this till that none of ours explains. It has no reference, so it proves nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDifference:
    """One difference.

    Attributes:
        kind: which one.
        ours: the attempt; None if the journal has none.
        theirs: the service's row; None if it shows none.
    """

    kind: Difference
    ours: Attempt | None = None
    theirs: ServiceRedemption | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A day of the journal beside the service's.

    Attributes:
        day: the local day.
        agreed: how many redemptions both have alike.
        differences: what differs.
        unseen: attempts about which the service could not be asked, or whose member was forgotten.
        has_store_list: True if the store's list could be read too.
    """

    day: date
    agreed: int = 0
    differences: tuple[FoundDifference, ...] = ()
    unseen: tuple[Attempt, ...] = ()
    has_store_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonProgress:
    """How far a comparison has come.

    Attributes:
        day: the local day.
        asked: how many lists were asked for.
        lists: how many there are: one for each member, and the store's.
        result: the comparison, once every list was asked for; None before that.
    """

    day: date
    asked: int
    lists: int
    result: Comparison | None = None
