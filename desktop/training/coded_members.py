"""Defines the sample members whose number ends in the code that they produce: 91 98765 40809 means fraud (809)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from desktop.training.members import (
    COLLEAGUES,
    DEFAULT_PROGRAM,
    NEIGHBOURS,
    OLD_FRIENDS,
    PLAIN_MEMBERS,
    Account,
    Holding,
    MissedCall,
)

_FIRST_NAMES = ("Anil", "Bina", "Chetan", "Divya", "Esha", "Farhan", "Gauri", "Harish", "Indira", "Jai", "Kavita")
_LAST_NAMES = ("Pillai", "Gupta", "Khan", "Reddy", "Bose", "Fernandes", "Singh")


def _coded(code: int, case: str, points: str = "1000") -> Account:
    return Account(
        mobile=f"91987654{code:04}",
        first_name=_FIRST_NAMES[code % len(_FIRST_NAMES)],
        last_name=_LAST_NAMES[code % len(_LAST_NAMES)],
        case=f"{code}: {case}",
        user_id=f"56467{code:04}",
        holdings=(Holding(DEFAULT_PROGRAM, Decimal(points)),),
    )


_REFUSED = {
    686: "has not joined the loyalty program.",
    803: "is refused for too few points.",
    804: "is refused for too few current points.",
    805: "has not collected enough points in total.",
    806: "has not bought enough in total.",
    809: "is marked as fraud.",
    813: "is refused for too few points for a redemption.",
    820: "is marked as fraud, by another number.",
    824: "has not confirmed the mobile number.",
    826: "is refused because of a wrong set-up.",
    827: "is refused because redeeming is not enabled.",
    881: "is known, but not in the loyalty program.",
    886: "is refused because points cannot be processed at the moment.",
    887: "is refused because points cannot be processed at the moment.",
    888: "is refused because of a wrong set-up.",
    889: "is refused because points cannot be processed at the moment.",
    895: "is refused because of a wrong set-up.",
    899: "is refused because of a wrong set-up.",
    3045: "is marked as fraud, by a third number.",
}
"""Codes with which every points call refuses the member."""

_REFUSED_ON_REDEEM = {
    605: "gets a code, but every code is called wrong.",
    815: "gets a code, but then points cannot be processed at the moment.",
    817: "gets a code, but then the redemption fails.",
    825: "gets a code, but then a signature is required.",
    859: "gets a code, but then the time is not accepted.",
    894: "gets a code, but then points cannot be processed at the moment.",
    898: "gets a code, but then points cannot be processed at the moment.",
    903: "gets a code, but then the redemption fails.",
    9001: "gets a code, but then no valid code is found.",
}
"""Codes that the service returns only when points are about to move."""

_REFUSED_LOOKUPS = {
    618: (809, "cannot be looked up: marked as fraud."),
    1013: (686, "cannot be looked up: not in the program."),
    1020: (881, "cannot be looked up: not in the program."),
    1044: (826, "cannot be looked up: no permission."),
}
"""Codes with which customer/get refuses the member. The points calls use the first code of the pair."""


def _special() -> tuple[Account, ...]:
    return (
        replace(_coded(521, "is locked twice, then it works."), busy_times=2),
        replace(_coded(807, "may only redeem multiples of 50."), step=Decimal(50)),
        replace(_coded(819, "may redeem at most 500 points at a time."), minimum=Decimal(100), maximum=Decimal(500)),
        replace(_coded(821, "must redeem at least 100 points."), minimum=Decimal(100), maximum=Decimal(500)),
        replace(_coded(823, "cannot use a missed call; a code works."), missed_call=MissedCall.OFF),
        replace(_coded(828, "is in a group that may not redeem.", "40"), group=COLLEAGUES),
        replace(_coded(429, "has been sent too many codes."), code_refused=429),
        replace(_coded(606, "can redeem, but a code cannot be made."), code_refused=606),
        replace(_coded(860, "can redeem, but a code cannot be sent."), code_refused=860),
        replace(_coded(874, "can redeem, but a code cannot be made."), code_refused=874),
        replace(_coded(875, "can redeem, but a code cannot be made."), code_refused=875),
        replace(_coded(876, "can redeem, but a code cannot be sent."), code_refused=860),
        replace(_coded(904, "redeems, but points cannot be given back at the moment."), reversal_refused=904),
        replace(_coded(905, "redeems, but giving points back is not enabled."), reversal_refused=905),
        replace(
            _coded(1101, "sees a program that the service no longer knows."),
            holdings=(Holding(DEFAULT_PROGRAM, Decimal(1000)), Holding("1999", Decimal(60), "Blue", "Closed Club")),
        ),
        replace(_coded(1632, "is in a group that the service no longer knows.", "60"), group=OLD_FRIENDS),
        replace(_coded(3316, "is refused because of a wrong group set-up."), group=NEIGHBOURS),
    )


def _coded_members() -> tuple[Account, ...]:
    fraud = {809, 820, 3045}
    outside = {686, 881}
    made = [
        replace(
            _coded(code, case),
            refused=code,
            fraud_status="MARKED" if code in fraud else "NONE",
            kind="NON_LOYALTY" if code in outside else "LOYALTY",
        )
        for code, case in _REFUSED.items()
    ]
    made += [replace(_coded(code, case), refused_on_redeem=code) for code, case in _REFUSED_ON_REDEEM.items()]
    made += [
        replace(_coded(code, case), lookup_refused=code, refused=refused)
        for code, (refused, case) in _REFUSED_LOOKUPS.items()
    ]
    return tuple(sorted((*made, *_special()), key=lambda account: account.mobile))


ACCOUNTS = PLAIN_MEMBERS + _coded_members()
"""Every sample member, the plain ones first. No other number is known."""
