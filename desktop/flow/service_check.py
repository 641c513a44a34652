"""Checks that the service can be reached and accepts this till, by a call that changes nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from desktop.domain.failures import Refused
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.mobile import example_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.settings import Settings
    from desktop.flow.ports import LoyaltyApi

_NO_MEMBER = frozenset({816, 1011, 1012, 1013, 1020, 686, 881})
"""Codes that say that no member has this number, so the service works."""


def check_service(api: LoyaltyApi, settings: Settings, monotonic: Callable[[], float] = time.monotonic) -> float:
    """Looks up a number that belongs to no member. Returns how many seconds that took.

    Args:
        api: the service.
        settings: the country, and the form in which the service expects numbers.
        monotonic: the clock.

    Raises:
        Failure: the service cannot be reached, or does not accept this till.
    """
    number = example_number(settings.country, settings.mobile_form)
    begin = monotonic()
    try:
        api.find_member(Identifier(IdentifierKind.MOBILE, number))
    except Refused as refusal:
        if refusal.code not in _NO_MEMBER:
            raise
    return monotonic() - begin
