"""Defines what the local interface needs of the till, and how a request is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class ApiError(Exception):
    """A request that is refused.

    Attributes:
        status: of HTTP.
        code: stable, for programs.
        message: why, in plain English. It never quotes what was sent, which may be a mobile number.
        more: other fields of the answer, such as the id of the hand-over that stands in the way.
    """

    def __init__(self, status: int, code: str, message: str, **more: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.more = more


class Backend(Protocol):
    """The till, as the interface sees it. Every method is called on the thread of a request, and may block."""

    def token(self) -> str:
        """Returns the token that callers must send; empty if there is none, and no caller is let in."""

    def hand_over(self, fields: Mapping[str, str], key: str) -> tuple[str, bool]:
        """Takes a hand-over. It only fills in the fields: the cashier decides.

        Args:
            fields: checked, by the names of the command line.
            key: the caller's own key for it; empty for none.

        Returns:
            The id of the hand-over, and False if the same one was handed over before.

        Raises:
            ApiError: it was not taken.
        """

    def result(self, hand_over_id: str, wait: float, has_gone: Callable[[], bool]) -> Mapping[str, object] | None:
        """Returns the result of a hand-over; None if there is none yet.

        Args:
            hand_over_id: of the hand-over.
            wait: seconds to wait for one. An unknown outcome is told at once the first time. Later calls wait until it
                is known.
            has_gone: True if the caller has gone, so that its place is free for another one.

        Raises:
            ApiError: there is no such hand-over.
        """

    def state(self, hand_over_id: str) -> str:
        """Returns `waiting` or `open`, of a hand-over without a result."""

    def withdraw(self, hand_over_id: str) -> Mapping[str, object]:
        """Takes a hand-over back if nothing has been sent, and returns its result.

        Raises:
            ApiError: there is no such hand-over, or it is too late.
        """

    def outcomes(self, *, bill: str, reference: str) -> Sequence[Mapping[str, object]]:
        """Returns the outcomes for a bill or a reference, newest first.

        Raises:
            ApiError: the journal cannot be read.
        """

    def attach_bill(self, reference: str, bill: str) -> Mapping[str, object]:
        """Attaches a bill number to a redemption, and returns its result.

        Raises:
            ApiError: it is not attached.
        """
