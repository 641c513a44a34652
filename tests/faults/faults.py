"""Owns what can go wrong between a till and its service, as plain values that a proxy carries out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

REDEEM = "/v1.1/points/redeem"
LOOK_UP = "/v1.1/customer/redemptions"
MEMBER = "/v1.1/customer/get"
CHECK = "/v1.1/points/isredeemable"


class End(Enum):
    """What becomes of the till's connection after a request."""

    KEEP = "keep"
    """It stays open for the next request."""
    CLOSE = "close"
    """It is closed in order (FIN)."""
    RESET = "reset"
    """It is torn down (RST)."""
    HANG = "hang"
    """Nothing more ever comes over it, until the till gives up."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place within a message, counted in its bytes whatever their number.

    Attributes:
        head: share of the head, status or request line included, that goes through.
        body: share of the body.
        plus: bytes more, or fewer.
    """

    head: float = 0.0
    body: float = 0.0
    plus: int = 0

    def of(self, head: int, body: int) -> int:
        """How many bytes of a message of this size go through."""
        wanted = math.ceil(self.head * head) + math.ceil(self.body * body) + self.plus
        return max(0, min(wanted, head + body))


SPOTS = {
    "before": Spot(),
    "after-one-byte": Spot(plus=1),
    "in-the-head": Spot(head=0.5),
    "one-byte-before-the-body": Spot(head=1.0, plus=-1),
    "before-the-body": Spot(head=1.0),
    "in-the-body": Spot(head=1.0, body=0.5),
    "one-byte-before-the-end": Spot(head=1.0, body=1.0, plus=-1),
    "at-the-end": Spot(head=1.0, body=1.0),
}
"""The places where a message can be cut that differ in what the other side can make of it."""

WHOLE = SPOTS["at-the-end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What happens to one request and its answer.

    Attributes:
        name: for the table.
        request: how much of the request goes through; None for all of it, and its answer comes back.
        answer: how much of the answer goes through; None for all of it.
        remake: makes what the till gets out of what the service answered; None leaves it as it is.
        acts: whether the service sees the request at all; where it does not, `remake` gets nothing to work on.
        before: seconds before the request goes on.
        after: seconds before the answer goes back.
        drip: seconds between pieces of the answer; 0 for all at once.
        piece: bytes of such a piece.
        late: the request is held back, to be delivered when `FaultProxy.deliver` is called.
        unasked: bytes that follow the answer although nobody asked for them.
        end: what becomes of the connection.
    """

    name: str = "none"
    request: Spot | None = None
    answer: Spot | None = None
    remake: Callable[[bytes], bytes] | None = None
    acts: bool = True
    before: float = 0.0
    after: float = 0.0
    drip: float = 0.0
    piece: int = 1
    late: bool = False
    unasked: bytes = b""
    end: End = End.KEEP


NONE = Fault()


def cut_request(at: Spot, end: End = End.RESET, *, name: str = "request cut") -> Fault:
    """The connection ends when so much of the request went through; what is whole is acted upon."""
    return Fault(name=name, request=at, end=end)


def cut_answer(at: Spot, end: End = End.RESET, *, name: str = "answer cut") -> Fault:
    """The service acts, and so much of its answer comes back."""
    return Fault(name=name, answer=at, end=end)


def hold_back(end: End = End.RESET, *, name: str = "delivered late") -> Fault:
    """The till loses its connection, and the request arrives long afterwards."""
    return Fault(name=name, late=True, end=end)


def answered(answer: bytes, *, acts: bool, end: End = End.KEEP, name: str = "answer replaced") -> Fault:
    """The till gets another answer than the service's, whether the service has acted or not."""
    return Fault(name=name, remake=lambda _: answer, acts=acts, end=end)
