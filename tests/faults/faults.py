"""Describes network faults between a till and its service, as plain values that a proxy carries out."""

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
REVERSE = "/v2/points/reverse"


class End(Enum):
    """How the till's connection ends after a request."""

    KEEP = "keep"
    """It stays open for the next request."""
    CLOSE = "close"
    """It is closed in order (FIN)."""
    RESET = "reset"
    """It is reset (RST)."""
    HANG = "hang"
    """It stays open and silent until the till gives up."""


@dataclass(frozen=True, slots=True)
class Position:
    """A position within a message of any length.

    Attributes:
        head: the share of the head, with the status or request line, that goes through.
        body: the share of the body.
        plus: more bytes, or fewer.
    """

    head: float = 0.0
    body: float = 0.0
    plus: int = 0

    def of(self, head: int, body: int) -> int:
        """Returns how many bytes of a message of this size go through."""
        wanted = math.ceil(self.head * head) + math.ceil(self.body * body) + self.plus
        return max(0, min(wanted, head + body))


POSITIONS = {
    "before": Position(),
    "after-one-byte": Position(plus=1),
    "in-the-head": Position(head=0.5),
    "one-byte-before-the-body": Position(head=1.0, plus=-1),
    "before-the-body": Position(head=1.0),
    "in-the-body": Position(head=1.0, body=0.5),
    "one-byte-before-the-end": Position(head=1.0, body=1.0, plus=-1),
    "at-the-end": Position(head=1.0, body=1.0),
}
"""Positions at which a cut looks different to the receiver."""

WHOLE = POSITIONS["at-the-end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What happens to one request and its answer.

    Attributes:
        name: for reports.
        request: how much of the request goes through; None for all of it, and its answer comes back.
        answer: how much of the answer goes through; None for all of it.
        rewrite: changes the service's answer; None leaves it as it is.
        processed: False if the service never sees the request. `rewrite` then gets an empty answer.
        delay_request: seconds before the request is forwarded.
        delay_answer: seconds before the answer is sent back.
        drip: seconds between pieces of the answer; 0 to send it at once.
        piece: the size of a piece, in bytes.
        is_held_back: True to hold the request back until `FaultProxy.deliver` is called.
        extra: bytes that follow the answer, although the till has requested nothing.
        end: how the connection ends.
    """

    name: str = "none"
    request: Position | None = None
    answer: Position | None = None
    rewrite: Callable[[bytes], bytes] | None = None
    processed: bool = True
    delay_request: float = 0.0
    delay_answer: float = 0.0
    drip: float = 0.0
    piece: int = 1
    is_held_back: bool = False
    extra: bytes = b""
    end: End = End.KEEP


NONE = Fault()


def cut_request(at: Position, end: End = End.RESET, *, name: str = "request cut") -> Fault:
    """Ends the connection after a part of the request. The service processes a request that is complete."""
    return Fault(name=name, request=at, end=end)


def cut_answer(at: Position, end: End = End.RESET, *, name: str = "answer cut") -> Fault:
    """Lets the service process the request, and returns a part of its answer."""
    return Fault(name=name, answer=at, end=end)


def hold_back(end: End = End.RESET, *, name: str = "delivered late") -> Fault:
    """Ends the connection, and delivers the request long afterwards."""
    return Fault(name=name, is_held_back=True, end=end)


def answered(answer: bytes, *, processed: bool, end: End = End.KEEP, name: str = "answer replaced") -> Fault:
    """Gives the till another answer than the service's, whether or not the service processes the request."""
    return Fault(name=name, rewrite=lambda _: answer, processed=processed, end=end)
