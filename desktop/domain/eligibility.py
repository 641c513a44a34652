"""Holds what the service says about points: what they are worth, whether a code was sent, which redemptions exist."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """The answer of points/isredeemable.

    Attributes:
        worth: what the points take off the bill (`points_redeem_local_value`, else `points_redeem_value`); None if the
            service did not say.
        points: how many points an amount of money takes, if the request was about money.
        code_sent: whether a code is on its way; False for 876, 'redeemable, but the code was not sent'.
        request_id: `X-Cap-Requestid`.
    """

    worth: Decimal | None = None
    points: Decimal | None = None
    code_sent: bool = True
    request_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSent:
    """The answer of points/validationcode.

    Attributes:
        message: the service's own words, which may say by SMS or e-mail.
        request_id: `X-Cap-Requestid`.
    """

    message: str = ""
    request_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A redemption that a look-up by reference found.

    Attributes:
        reference: the `external_reference_number` that it carries.
        redemption_id: the service's own id.
        points: what it moved.
        program_id: the program that it took them from.
        bill: `transaction_number`.
        reversed_points: what has been given back since.
        time: when, as the service wrote it, without a zone; empty if it did not say.
    """

    reference: str
    redemption_id: str = ""
    points: Decimal | None = None
    program_id: str = ""
    bill: str = ""
    reversed_points: Decimal = Decimal(0)
    time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedemptionsSeen:
    """The answer of one look-up of a member's redemptions.

    Attributes:
        found: the redemptions that carry the reference.
        complete: whether every redemption that could carry it was seen; only then does finding nothing prove anything.
        candidates: redemptions without a readable reference that could be the attempt, newest first. As long as there
            is one, finding nothing proves nothing, even if `complete` is True.
        request_id: `X-Cap-Requestid` of the last page.
    """

    found: tuple[Found, ...] = ()
    complete: bool = True
    candidates: tuple[Found, ...] = ()
    request_id: str = ""
