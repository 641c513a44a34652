"""Connects the training panel with the practice service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.gui.widgets.phone import PracticeFault, PracticeMember
from desktop.training.bad_days import BadDay
from desktop.training.case_groups import CaseGroup, FaultGroup, case_group, fault_group, split_case
from desktop.training.coded_members import ACCOUNTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.training.service import PracticeService


class PracticeDesk:
    """Gives the training panel access to the practice service (`desktop.gui.widgets.phone.Practice`).

    Args:
        practice: the service.
        with_tokens: True if the till signs in with a key and secret, so that faults with tokens can happen.
    """

    def __init__(self, practice: PracticeService, *, with_tokens: bool) -> None:
        self._practice = practice
        self._with_tokens = with_tokens

    @property
    def members(self) -> Sequence[PracticeMember]:
        """The sample members, with the number that a cashier would type."""
        groups = {account.mobile: case_group(account) for account in ACCOUNTS}
        order = list(CaseGroup)
        return [
            PracticeMember(
                one.mobile.removeprefix("91"), one.name, one.points, *split_case(one.case), groups[one.mobile]
            )
            for one in sorted(self._practice.members, key=lambda one: order.index(groups[one.mobile]))
        ]

    @property
    def bad_days(self) -> Sequence[PracticeFault]:
        """The faults that can be triggered."""
        order = list(FaultGroup)
        return [
            PracticeFault(day.value, day.label, fault_group(day))
            for day in sorted(BadDay, key=lambda day: order.index(fault_group(day)))
            if self._with_tokens or not day.needs_tokens
        ]

    @property
    def is_fine(self) -> bool:
        """True if no fault is scheduled any more. Each fault happens once."""
        return self._practice.forecast.is_fine

    def make_bad_day(self, name: str, *, also: bool = False) -> None:
        """Triggers a fault once, beside those that were triggered before or in place of them."""
        self._practice.bad_day(BadDay(name) if name else None, 1 if name else None, also=also)
