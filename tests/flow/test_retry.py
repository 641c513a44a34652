"""Tests pauses: they grow to their limit, and are never shorter than the service asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.flow.retry import Backoff

SECONDS = st.floats(min_value=0.001, max_value=600)


@given(first=SECONDS, longest=SECONDS, tries=st.integers(1, 40))
def test_a_pause_is_from_the_upper_half_of_its_bound(first: float, longest: float, tries: int) -> None:
    """The n-th pause lies between half of `first` doubled n times and all of it, both cut at `longest`."""
    backoff = Backoff(first=first, longest=longest)
    for number in range(tries):
        full = min(first * 2**number, longest)
        assert full * 0.499 <= backoff.pause() <= full * 1.001


@given(first=SECONDS, longest=SECONDS, asked=st.lists(st.none() | st.floats(0, 86_400), min_size=1, max_size=10))
def test_a_pause_is_never_shorter_than_the_service_asked(
    first: float, longest: float, asked: list[float | None]
) -> None:
    """The till waits for at least `Retry-After`, and a little longer. The pauses grow all the same."""
    backoff = Backoff(first=first, longest=longest)
    for number, at_least in enumerate(asked):
        full = min(first * 2**number, longest)
        pause = backoff.pause(at_least)
        assert pause >= full * 0.499 if at_least is None else pause >= at_least
        assert pause <= max(full, (at_least or 0.0) + full * 0.1) * 1.001


def test_pauses_continue_for_weeks() -> None:
    """A till without a network asks every half minute for weeks, and its pauses do not change."""
    backoff = Backoff(first=1.0, longest=30.0)
    assert all(0.5 <= backoff.pause() <= 30.0 for _ in range(50_000))
    assert 15.0 <= backoff.pause() <= 30.0


def test_pauses_begin_again() -> None:
    """After a reset, the next pause is the first one."""
    backoff = Backoff(first=1.0, longest=30.0)
    for _ in range(10):
        backoff.pause()
    backoff.reset()
    assert 0.5 <= backoff.pause() <= 1.0
    assert 1.0 <= backoff.pause() <= 2.0


def test_pauses_differ_between_tills() -> None:
    """Two pauses of the same length differ, with and without `Retry-After`."""
    assert len({Backoff(first=8.0, longest=8.0).pause() for _ in range(50)}) > 40
    assert len({Backoff(first=8.0, longest=8.0).pause(60.0) for _ in range(50)}) > 40
