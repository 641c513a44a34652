"""Defines what hand-overs need of the window in which customers are served."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from desktop.domain.prefill import Prefill
    from desktop.domain.redemption import Attempt


class CounterScreen(Protocol):
    """What the window shows."""

    @property
    def attempt(self) -> Attempt | None:
        """The redemption of the customer at the counter; None before there is one."""

    @property
    def is_redeeming(self) -> bool:
        """True while a redemption is in flight."""


class Counter(Protocol):
    """The window in which one customer after the other is served. Lives on the GUI thread."""

    @property
    def attempt_known(self) -> SignalInstance:
        """Emitted with each attempt whose state has changed."""

    @property
    def reversal_known(self) -> SignalInstance:
        """Emitted with each reversal whose state has changed (`Reversal`)."""

    @property
    def customer_done(self) -> SignalInstance:
        """Emitted when the cashier has finished with a customer, and when the window is cleared for the next one."""

    @property
    def next_bill_requested(self) -> SignalInstance:
        """Emitted when the cashier wants to open the next bill that waits."""

    @property
    def screen(self) -> CounterScreen:
        """What the window shows now."""

    @property
    def is_idle(self) -> bool:
        """True if no customer is being served and no number is being typed."""

    def gives_back(self, reference: str) -> bool:
        """True while points of a redemption are being given back."""

    def say(self, tone: str, text: str) -> None:
        """Shows a message to the cashier.

        Args:
            tone: `info` or `wait`.
            text: the message, translated.
        """

    def show_waiting(self, bills: Sequence[str]) -> None:
        """Shows which bills wait until the customer at hand is done, oldest first. A number may be empty."""

    def withdraw_customer(self) -> None:
        """Clears the window and says so, if nothing is being redeemed and no question is open."""

    def hand_over(self, prefill: Prefill) -> None:
        """Clears the window, fills in the fields of the next customer, and looks the member up."""
