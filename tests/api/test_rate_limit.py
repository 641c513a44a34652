"""Tests that a till stays under the service's rate limit, and keeps a share of it for redemptions."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.rate_limit import WINDOW, RateLimit


class Time(threading.Event):
    """A clock that jumps ahead when a wait begins."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout is not None
        assert timeout > 0
        self.now += timeout
        return self.is_set()


@given(st.integers(1, 30), st.lists(st.tuples(st.booleans(), st.floats(0, 5)), min_size=1, max_size=120))
def test_no_minute_ever_sees_more_than_the_limit(limit: int, calls: list[tuple[bool, float]]) -> None:
    """It holds in any order of calls, whichever transport makes them."""
    time = Time()
    rate_limit = RateLimit(limit, clock=time)
    sent: list[float] = []
    for moves_points, pause in calls:
        time.now += pause
        assert rate_limit.wait_for_turn(moves_points=moves_points, stopped=time)
        sent.append(time.now)
    for index in range(len(sent) - limit):
        assert sent[index + limit] - sent[index] >= WINDOW - 1e-6


def test_redemptions_have_a_reserve() -> None:
    """A burst of look-ups leaves one request in ten for a redemption, which then does not wait."""
    time = Time()
    rate_limit = RateLimit(20, clock=time)
    for _ in range(18):
        rate_limit.wait_for_turn(moves_points=False, stopped=time)
    assert time.now == 1000.0
    rate_limit.wait_for_turn(moves_points=True, stopped=time)
    rate_limit.wait_for_turn(moves_points=True, stopped=time)
    assert time.now == 1000.0
    rate_limit.wait_for_turn(moves_points=False, stopped=time)
    assert time.now == pytest.approx(1000.0 + WINDOW)


def test_waiting_ends_with_the_program() -> None:
    """A till that is closed does not wait for its turn."""
    time = Time()
    rate_limit = RateLimit(1, clock=time)
    assert rate_limit.wait_for_turn(moves_points=True, stopped=time)
    time.set()
    assert not rate_limit.wait_for_turn(moves_points=True, stopped=time)
