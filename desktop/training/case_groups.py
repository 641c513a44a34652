"""Groups the sample members and the faults of the training by what a cashier can learn from them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.training.bad_days import BadDay
from desktop.training.coded_members import ACCOUNTS
from desktop.training.members import MissedCall

if TYPE_CHECKING:
    from desktop.training.members import Account


class CaseGroup(StrEnum):
    """What a sample member shows. The values are headings, in English, in the order of the list."""

    EVERYDAY = "Everyday customers"
    CHOICES = "Programs and groups"
    LIMITS = "Limits on points"
    CODES = "Trouble with the code"
    NOT_FOUND = "Cannot be found"
    REFUSED = "May not redeem"
    LATE = "Refused at the last moment"
    BACK = "Giving points back"


class FaultGroup(StrEnum):
    """What goes wrong with a fault. The values are headings, in English, in the order of the list."""

    WAITING = "Slow or no answer"
    LOST = "The points move, the answer is lost"
    NOTHING = "Nothing is done"
    BUSY = "The service is busy"
    CODES = "The code is wrong"
    SIGN_IN = "The till cannot sign in"
    ODD = "Odd answers"


_FAULTS = {
    FaultGroup.WAITING: {BadDay.SLOW, BadDay.HANG, BadDay.DRIP},
    FaultGroup.LOST: {
        BadDay.HANG_AFTER,
        BadDay.ANSWER_LOST,
        BadDay.PAGE_520_MOVED,
        BadDay.TRUNCATED,
        BadDay.HALF_JSON,
        BadDay.ACCESS_REFUSED_MOVED,
        BadDay.TOKEN_EXPIRED_MOVED,
    },
    FaultGroup.NOTHING: {
        BadDay.CUT_BEFORE,
        BadDay.PAGE_520,
        BadDay.ERROR_500,
        BadDay.ERROR_502,
        BadDay.ERROR_503,
        BadDay.ERROR_504,
    },
    FaultGroup.BUSY: {BadDay.ERROR_429, BadDay.ERROR_429_RETRY_AFTER, BadDay.BUSY_521},
    FaultGroup.SIGN_IN: {
        BadDay.ACCESS_REFUSED,
        BadDay.TOKEN_EXPIRED,
        BadDay.TOKEN_EXPIRES_AT_ONCE,
        BadDay.TOKEN_NOT_GIVEN,
        BadDay.TOKEN_HANGS,
        BadDay.TOKEN_CUT,
        BadDay.TOKEN_UNREADABLE,
        BadDay.KEY_REFUSED,
    },
    FaultGroup.CODES: {BadDay.EXPIRED_CODE, BadDay.WRONG_CODE},
}


def fault_group(day: BadDay) -> FaultGroup:
    """Returns the group of a fault."""
    return next((group for group, days in _FAULTS.items() if day in days), FaultGroup.ODD)


def case_group(account: Account) -> CaseGroup:
    """Returns the group of a sample member, by what is special about the account."""
    is_limited = account.step is not None or account.minimum is not None or account.maximum is not None
    # The first that is true decides.
    special = (
        (bool(account.lookup_refused), CaseGroup.NOT_FOUND),
        (bool(account.refused), CaseGroup.REFUSED),
        (bool(account.refused_on_redeem or account.busy_times), CaseGroup.LATE),
        (bool(account.reversal_refused), CaseGroup.BACK),
        (account.code_refused or account.missed_call is not MissedCall.NOT_MADE, CaseGroup.CODES),
        (is_limited, CaseGroup.LIMITS),
        (account.group is not None or len(account.holdings) > 1, CaseGroup.CHOICES),
    )
    return next((group for is_special, group in special if is_special), CaseGroup.EVERYDAY)


def split_case(case: str) -> tuple[str, str]:
    """Returns what a sample member shows, and the code at its end. Members with different codes often show the same."""
    ends_with_code = re.fullmatch(r"(.+) \((\d+)\)\.", case)
    return (ends_with_code[1], ends_with_code[2]) if ends_with_code else (case, "")


WORDS = (
    *CaseGroup,
    *FaultGroup,
    *dict.fromkeys(split_case(account.case)[0] for account in ACCOUNTS),
    *(day.label for day in BadDay),
)
"""Every text of the members and faults, in English, for translators."""
