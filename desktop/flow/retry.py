"""Calculates how long a till waits before it asks again: growing pauses with jitter."""

from __future__ import annotations

import random
from dataclasses import dataclass, field


@dataclass(slots=True)
class Backoff:
    """Pauses that double from `first` up to `longest`.

    Each is drawn from its upper half, to spread the tills' requests.

    Attributes:
        first: seconds of the first pause.
        longest: seconds that no pause exceeds, unless the service asks for more.
    """

    first: float
    longest: float
    _full: float = field(init=False)

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Begins again with the first pause."""
        self._full = min(self.first, self.longest)

    def pause(self, at_least: float | None = None) -> float:
        """Returns the next pause in seconds.

        Args:
            at_least: what the service asked for (`Retry-After`); jitter is only ever added to it.
        """
        full = self._full
        # Doubled each time: after a night without a network, a power of the number of tries would be too large for a
        # float.
        self._full = min(full * 2.0, self.longest)
        drawn = full * random.uniform(0.5, 1.0)  # noqa: S311 - spreads load, guards nothing
        return drawn if at_least is None else max(drawn, at_least + full * random.uniform(0.0, 0.1))  # noqa: S311
