"""Names what the simulation takes for granted about the service, and so never lets the service break.

No till can keep its promise against every service. Each assumption below is one that the till cannot do without, and
`docs/exactly-once.md` explains each of them. The service of the simulation asks `World.keeps` before every lie that an
assumption forbids, so that this is the only place that excuses anything: whatever the judge finds is a fault.
`python -m tests.simulation --lift NAME` lets the service break one of them and shows what happens then.
"""

from __future__ import annotations

from enum import StrEnum


class Assumption(StrEnum):
    """One assumption; the value is its name in `docs/exactly-once.md` and on the command line."""

    KEYS_ARE_UNIQUE = "keys-are-unique"
    """The same reference never moves points twice."""
    CHECKS_ARE_TRUE = "checks-are-true"
    """A request that is answered with a checked condition (808, 818 and so on) has moved nothing itself."""
    FAILED_IS_SHOWN = "failed-is-shown"
    """A redemption that happened and was answered as failed shows up by the time that the cashier presses again."""
    FAILED_IS_FINAL = "failed-is-final"
    """A reference that was answered as failed is not carried out later, for example by an older request."""
    ANSWERS_CAN_BE_TOLD = "answers-can-be-told"
    """An answer that belongs to another request says so: by member, points or reference, or by an old request id."""
    FOUND_IS_DONE = "found-is-done"
    """A redemption that a look-up shows with the attempt's reference has happened."""
    PEOPLE_ARE_NUMBERED = "people-are-numbered"
    """The service gives the same user id for a person, whichever identifier the cashier types."""
    REVERSALS_ARE_SHOWN = "reversals-are-shown"
    """When the cashier gives points back anew, the list of reversals shows every earlier one, or lacks one that the
    till knows of."""
    REVERSALS_ARE_IN_TIME = "reversals-are-in-time"
    """A reversal that was given up is not carried out any more once the till has sent the next one."""
    REVERSALS_ARE_OURS = "reversals-are-ours"
    """Once the till has begun to give so many points of a redemption back, no other program gives back as many."""
    REVERSALS_ARE_DONE_ONCE = "reversals-are-done-once"
    """The service carries each request out once, even if something on the way repeats it."""


class Limit(StrEnum):
    """What the till does not promise, so that no cashier of the simulation does it."""

    OTHER_POINTS_WITHOUT_BILL = "other points without a bill"
    """Without a bill number, nothing tells other points from another purchase."""
    CLOCK_SET_WHILE_OFF = "clock set while off"
    """Without the same bill number and points, two presses are compared by their day. A clock that is set by a day or
    more while the program does not run makes two days of one."""
