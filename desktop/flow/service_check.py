"""Checks that the service can be reached and accepts this till, by a call that changes nothing."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.domain.failures import Lost, NotSent, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.mobile import example_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.settings import Settings
    from desktop.flow.ports import LoyaltyApi

_CREDENTIALS = frozenset({401, 498})
"""Codes that say that till or password are not accepted, whatever the call was."""

_NO_MEMBER = frozenset({816, 1011, 1012, 1013, 1020, 686, 881})
"""Codes that say that no member has this number, so the service works."""


CLOCK_TOLERANCE = 120.0
"""Seconds by which the till's clock may differ from the service's before that is worth a look."""


@dataclass(frozen=True, slots=True)
class TriedService:
    """What is known of a service that accepts the till.

    Attributes:
        seconds: how long it took to answer.
        clock_ahead: seconds by which the till's clock is ahead of the service's. None if the service does not tell.
    """

    seconds: float
    clock_ahead: float | None = None

    @property
    def clock_is_off(self) -> bool:
        """True if the two clocks differ by more than networks and rounding explain."""
        return self.clock_ahead is not None and abs(self.clock_ahead) > CLOCK_TOLERANCE


class LoginCheck(Protocol):
    """The call that proves till and password, and is about no member."""

    def check_login(self) -> None:
        """Raises a `Failure` if the service does not accept the till, or does not know the call."""


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


def check_login(login: LoginCheck, api: LoyaltyApi, settings: Settings) -> None:
    """Checks that the service accepts this till, without a question about a member if the service allows that.

    A service need not know the call for it. If its answer is not conclusive, `check_service` decides.

    Raises:
        Failure: the service cannot be reached, or does not accept this till.
    """
    try:
        login.check_login()
    except (NotSent, Throttled):
        raise
    except Refused as refusal:
        if refusal.code in _CREDENTIALS:
            raise
    except Unanswered as unanswered:
        if unanswered.why in {Lost.TIMEOUT, Lost.CUT, Lost.STOPPED}:
            raise
    else:
        return
    check_service(api, settings)
