"""Learns a session's limits from refusals: the step, the maximum and the minimum of one redemption."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?(?![\w,]|\.\d)")


class Limit(StrEnum):
    """The limit that an amount breaks (redeem-points codes 807, 819 and 821)."""

    STEP = "step"
    MOST = "most"
    LEAST = "least"


CODES = {807: Limit.STEP, 819: Limit.MOST, 821: Limit.LEAST}
"""The refusals that reveal a limit."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A limit that an amount probably breaks, known before the service is asked.

    Attributes:
        limit: which limit.
        amount: the limit if the service named it, else the amount that it refused.
        is_exact: True if `amount` is the limit itself.
    """

    limit: Limit
    amount: Decimal
    is_exact: bool


@dataclass(slots=True)
class Limits:
    """The limits of one program as learned from refusals. They are only hints: other members may have other limits."""

    _exact: dict[Limit, Decimal] = field(default_factory=dict)
    _refused: dict[Limit, set[Decimal]] = field(default_factory=dict)

    def learn(self, code: int, points: Decimal, message: str = "") -> None:
        """Remembers a refusal. Uses a number from its message only if it is the only one and could be the limit."""
        limit = CODES.get(code)
        if limit is None:
            return
        self._refused.setdefault(limit, set()).add(points)
        numbers = {Decimal(one) for one in _NUMBER.findall(message)} - {points, Decimal(0)}
        if len(numbers) == 1:
            named = numbers.pop()
            if _breaks(limit, points, named):
                self._exact[limit] = named

    def allow(self, points: Decimal) -> None:
        """Forgets every limit that an accepted amount disproves."""
        for limit, named in list(self._exact.items()):
            if _breaks(limit, points, named):
                del self._exact[limit]
        for limit, refused in self._refused.items():
            refused -= {one for one in refused if _is_refused_too(limit, points, one)}

    def hint(self, points: Decimal) -> Hint | None:
        """Returns the limit that an amount probably breaks; None if no limit is known to forbid it."""
        for limit, named in self._exact.items():
            if _breaks(limit, points, named):
                return Hint(limit, named, is_exact=True)
        for limit, refused in self._refused.items():
            if limit in self._exact:
                continue
            like = [one for one in refused if _is_refused_too(limit, points, one)]
            if like:
                return Hint(limit, min(like) if limit is Limit.MOST else max(like), is_exact=False)
        return None


def _breaks(limit: Limit, points: Decimal, named: Decimal) -> bool:
    match limit:
        case Limit.STEP:
            return points % named != 0
        case Limit.MOST:
            return points > named
        case Limit.LEAST:
            return points < named
        case _:
            assert_never(limit)


def _is_refused_too(limit: Limit, points: Decimal, refused: Decimal) -> bool:
    """True if the service would refuse the amount for the same reason as it refused the earlier one."""
    match limit:
        case Limit.STEP:
            return points == refused
        case Limit.MOST:
            return points >= refused
        case Limit.LEAST:
            return points <= refused
        case _:
            assert_never(limit)
