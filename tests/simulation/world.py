"""Keeps the virtual time of one case, and lets everybody act whose moment has come while somebody else waits."""

from __future__ import annotations

import heapq
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from tests.simulation.assumptions import Assumption

START = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
"""The true time at which every case begins."""

_DEEPEST = 4
"""How many tills may wait for each other at once; more would only make a case slow."""


class Actor(Protocol):
    """A till, as far as time is concerned."""

    def due(self) -> float | None:
        """The moment of its next look-up; None if it has nothing to look for."""

    def look(self) -> None:
        """Makes that look-up."""


class World:
    """Time, chance and the record of one case.

    Args:
        drawn: the one source of chance.
        lifted: assumptions that the service may break.
        tells: whether every event is recorded.

    Attributes:
        now: seconds since the case began. They only go forward.
        behaves: whether the service and the network have stopped failing, as at the end of each case.
        lines: what happened, in order.
        stack: the tills that act at the moment, the innermost last.
        aside: what a cashier does while settling waits for an answer, each once.
    """

    def __init__(
        self, drawn: random.Random, *, lifted: frozenset[Assumption] = frozenset(), tells: bool = False
    ) -> None:
        self.drawn = drawn
        self.now = 0.0
        self.behaves = False
        self.tells = tells
        self.lines: list[str] = []
        self.stack: list[Actor] = []
        self.actors: list[Actor] = []
        self.aside: list[Callable[[], None]] = []
        self._lifted = lifted
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self._counted = 0

    def keeps(self, assumption: Assumption) -> bool:
        """True if the service must not break this assumption."""
        return assumption not in self._lifted

    def say(self, who: str, what: str) -> None:
        """Records an event. Callers that build a long text ask `tells` first."""
        if self.tells:
            self.lines.append(f"{self.now:10.3f} s  {'  ' * max(0, len(self.stack) - 1)}{who:9} {what}")

    def true_time(self) -> datetime:
        """The time by a clock that is right."""
        return START + timedelta(seconds=self.now)

    def later(self, seconds: float, event: Callable[[], None]) -> None:
        """Has something happen after so many seconds."""
        self._counted += 1
        heapq.heappush(self._events, (self.now + seconds, self._counted, event))

    @property
    def last_event(self) -> float:
        """The moment of the last thing that is bound to happen; now if nothing is."""
        return max((moment for moment, _, _ in self._events), default=self.now)

    def pass_time(self, seconds: float) -> None:
        """Time passes. Late requests arrive, and every till that is not busy makes the look-ups that are due."""
        end = self.now + seconds
        while True:
            moment = self._events[0][0] if self._events else end + 1.0
            actor = self._next_actor(min(moment, end))
            if actor is not None:
                actor.look()
            elif moment <= end:
                _, _, event = heapq.heappop(self._events)
                self.now = max(self.now, moment)
                event()
            else:
                break
        self.now = max(self.now, end)

    def _next_actor(self, before: float) -> Actor | None:
        """The till whose look-up is due first, with the time set to that moment; None if no look-up is due."""
        if len(self.stack) >= _DEEPEST:
            return None
        first: Actor | None = None
        for actor in self.actors:
            if actor in self.stack and self.stack[-1] is not actor:
                # A crash of this till would have to pass through the till that acts now.
                continue
            due = actor.due()
            if due is not None and due <= before:
                first, before = actor, due
        if first is not None:
            # A little later, because the till subtracts another number from the time than the world does.
            self.now = max(self.now, before) + 1e-4
        return first
