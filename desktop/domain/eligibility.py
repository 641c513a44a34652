"""Holds what the service says about points: what they are worth, whether a code was sent, which redemptions exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.failures import Refused


_FIRST_YEAR = 2001
"""No redemption is older. An earlier time, such as 1970-01-01, stands for none."""


class CodeChannel(StrEnum):
    """How a code reaches the member. The values are the words by which a message of the service names it."""

    SMS = "sms"
    EMAIL = "email"
    WHATSAPP = "whatsapp"
    ZALO = "zalo"


def channel_in(message: str) -> CodeChannel | None:
    """Returns the one channel that a message of the service names.

    None if it names none or several: the vendor's usual message says 'by SMS/Email' whatever the channel is.
    """
    words = message.lower().replace("e-mail", "email").replace("/", " ").replace(".", " ").split()
    named = [channel for channel in CodeChannel if channel.value in words]
    return named[0] if len(named) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """The answer of points/isredeemable.

    Attributes:
        worth: what the points take off the bill (`points_redeem_local_value`, else `points_redeem_value`); None if the
            service did not say.
        points: how many points an amount of money takes, if the request was about money.
        code_failure: why no code is on its way although the points may be redeemed; None if one is, or if no code was
            asked for.
        channel: how the code was sent; None if the service did not say.
        request_id: `X-Cap-Requestid`.
    """

    worth: Decimal | None = None
    points: Decimal | None = None
    code_failure: Refused | None = None
    channel: CodeChannel | None = None
    request_id: str = ""

    @property
    def code_sent(self) -> bool:
        """True if a code is on its way, or none was asked for."""
        return self.code_failure is None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSent:
    """The answer of points/validationcode.

    Attributes:
        message: the service's own words.
        request_id: `X-Cap-Requestid`.
    """

    message: str = ""
    request_id: str = ""

    @property
    def channel(self) -> CodeChannel | None:
        """How the code was sent; None if the service did not say."""
        return channel_in(self.message)


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

    @property
    def time_as_utc(self) -> datetime | None:
        """When, as if the service's zone were UTC; None if that is not known."""
        try:
            time = datetime.fromisoformat(self.time).replace(tzinfo=UTC)
        except ValueError:
            return None
        return time if time.year >= _FIRST_YEAR else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RedemptionsSeen:
    """The answer of one look-up of a member's redemptions.

    Attributes:
        found: the redemptions that carry the reference.
        complete: whether every redemption that could carry it was seen; only then does finding nothing prove anything.
        candidates: redemptions without a readable reference that could be the attempt, newest first. As long as there
            is one, finding nothing proves nothing, even if `complete` is True.
        shared_ids: redemption ids that several redemptions have, so that they identify none of them.
        is_cached: whether a cache answered, so that what is there may have changed since.
        request_id: `X-Cap-Requestid` of the last page.
    """

    found: tuple[Found, ...] = ()
    complete: bool = True
    candidates: tuple[Found, ...] = ()
    shared_ids: frozenset[str] = frozenset()
    is_cached: bool = False
    request_id: str = ""
