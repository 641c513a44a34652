"""Names what must never happen, whatever goes wrong with the service, the network and the machine."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """What must never happen."""

    MOVED_TWICE = "moved twice"
    """Points moved twice for one intent, and no cashier said yes to a question about it."""
    LOST = "lost"
    """Points moved, and no journal has the attempt."""
    WRONGLY_FINAL = "wrongly final"
    """A journal says at the end that it was not redeemed, and the points moved."""
    WRONGLY_REDEEMED = "wrongly redeemed"
    """A journal says that it was redeemed, and nothing moved, or not what the journal says."""
    UNSETTLED = "still unknown"
    """A journal still does not know, although the service has behaved for long enough."""
    CALLED_ABSENT = "called absent"
    """A look-up was taken for a proof of absence, although it only looked like one."""
    BROKE = "broke"
    """The program raised an error that it does not expect itself."""
    GIVEN_BACK_TWICE = "given back twice"
    """Points came back twice for one wish of a customer."""
    GIVEN_BACK_TOO_MANY = "given back too many"
    """More points of a redemption came back than had been redeemed."""
    WRONGLY_BACK = "wrongly back"
    """A journal says that points came back, and they did not, or not as many as the journal says."""
    WRONGLY_NOT_BACK = "wrongly not back"
    """A journal says at the end that points did not come back, and they did."""
    NOT_HELD = "not held"
    """Points were to be given back while it was not known whether an earlier reversal had gone through."""
    SENT_TWICE = "sent twice"
    """A request to give points back left the till without a record of its own."""
    BILL_REPLACED = "bill replaced"
    """Another bill was sent for a redemption that had one at the service."""
    DAMAGED = "journal damaged"
    """The chain of a journal does not verify."""
