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


def _coded(code: int, words: str, points: str = "1000") -> Account:
    return Account(
        mobile=f"91987654{code:04}",
        first_name=_FIRST_NAMES[code % len(_FIRST_NAMES)],
        last_name=_LAST_NAMES[code % len(_LAST_NAMES)],
        case=f"{words} ({code}).",
        user_id=f"56468{code:04}",
        holdings=(Holding(DEFAULT_PROGRAM, Decimal(points)),),
    )


_REFUSED = {
    686: "Has not joined the loyalty program",
    803: "Is refused for too few points",
    804: "Is refused for too few current points",
    805: "Has not collected enough points in total",
    806: "Has not bought enough in total",
    809: "Is marked as fraud",
    813: "Is refused for too few points for a redemption",
    820: "Is marked as fraud, by another number",
    824: "Has not confirmed the mobile number",
    826: "Is refused because of a wrong set-up",
    827: "Is refused because redeeming is not enabled",
    881: "Is known, but not in the loyalty program",
    886: "Is refused because points cannot be processed at the moment",
    887: "Is refused because points cannot be processed at the moment",
    888: "Is refused because of a wrong set-up",
    889: "Is refused because points cannot be processed at the moment",
    895: "Is refused because of a wrong set-up",
    899: "Is refused because of a wrong set-up",
    3045: "Is marked as fraud, by a third number",
}
"""Codes with which every points call refuses the member."""

_REFUSED_ON_REDEEM = {
    605: "Gets a code, but every code is called wrong",
    815: "Gets a code, but then points cannot be processed at the moment",
    817: "Gets a code, but then the redemption fails",
    825: "Gets a code, but then a signature is required",
    859: "Gets a code, but then the time is not accepted",
    894: "Gets a code, but then points cannot be processed at the moment",
    898: "Gets a code, but then points cannot be processed at the moment",
    903: "Gets a code, but then the redemption fails",
    9001: "Gets a code, but then no valid code is found",
}
"""Codes that the service returns only when points are about to move."""

_REFUSED_LOOKUPS = {
    618: (809, "Cannot be looked up: marked as fraud"),
    1013: (686, "Cannot be looked up: not in the program"),
    1020: (881, "Cannot be looked up: not in the program"),
    1044: (826, "Cannot be looked up: no permission"),
}
"""Codes with which customer/get refuses the member. The points calls use the first code of the pair."""


def _special() -> tuple[Account, ...]:
    return (
        replace(_coded(521, "Is locked twice, then it works"), busy_times=2),
        replace(_coded(807, "May only redeem multiples of 50"), step=Decimal(50)),
        replace(_coded(819, "May redeem at most 500 points at a time"), minimum=Decimal(100), maximum=Decimal(500)),
        replace(_coded(821, "Must redeem at least 100 points"), minimum=Decimal(100), maximum=Decimal(500)),
        replace(_coded(823, "Cannot use a missed call; a code works"), missed_call=MissedCall.OFF),
        replace(_coded(828, "Is in a group that may not redeem", "40"), group=COLLEAGUES),
        replace(_coded(429, "Has been sent too many codes"), code_refused=429),
        replace(_coded(606, "Can redeem, but a code cannot be made"), code_refused=606),
        replace(_coded(860, "Can redeem, but a code cannot be sent"), code_refused=860),
        replace(_coded(874, "Can redeem, but a code cannot be made"), code_refused=874),
        replace(_coded(875, "Can redeem, but a code cannot be made"), code_refused=875),
        replace(_coded(876, "Can redeem, but a code cannot be sent"), code_refused=860),
        replace(_coded(904, "Redeems, but points cannot be given back at the moment"), reversal_refused=904),
        replace(_coded(905, "Redeems, but giving points back is not enabled"), reversal_refused=905),
        replace(
            _coded(1101, "Sees a program that the service no longer knows"),
            holdings=(Holding(DEFAULT_PROGRAM, Decimal(1000)), Holding("1999", Decimal(60), "Blue", "Closed Club")),
        ),
        replace(_coded(1632, "Is in a group that the service no longer knows", "60"), group=OLD_FRIENDS),
        replace(_coded(3316, "Is refused because of a wrong group set-up"), group=NEIGHBOURS),
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
