"""Owns how long a till waits before it asks again: growing pauses with jitter, within a time limit."""

from __future__ import annotations

import random
from dataclasses import dataclass, field


@dataclass(slots=True)
class Backoff:
    """Pauses that double from `first` up to `longest`, each from its upper half so that tills do not march in step.

    Attributes:
        first: seconds of the first pause.
        longest: seconds that no pause exceeds.
    """

    first: float
    longest: float
    _tries: int = field(default=0, init=False)

    def pause(self, at_least: float | None = None) -> float:
        """The next pause in seconds.

        Args:
            at_least: what the service asked for (`Retry-After`); jitter is only ever added to it.
        """
        full = min(self.first * 2.0**self._tries, self.longest)
        self._tries += 1
        drawn = full * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing
        return drawn if at_least is None else max(drawn, at_least + full * random.uniform(0.0, 0.1))  # noqa: S311
