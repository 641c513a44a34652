"""Claims about asking for the supervisor's PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import NotAllowed, Supervision
from desktop.store.pins import hash_pin
from desktop.store.supervisor import MOST_TRIES, PAUSE, SupervisorGate

if TYPE_CHECKING:
    from pathlib import Path


class Clock:
    """Seconds that go forward when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def stored() -> str:
    """What is kept of 4711."""
    return hash_pin("4711")


@pytest.fixture
def clock() -> Clock:
    """Time."""
    return Clock()


def _why(gate: SupervisorGate, pin: str) -> Supervision | None:
    try:
        gate.check(pin)
    except NotAllowed as refusal:
        return refusal.why
    return None


def test_the_right_pin_passes_and_clears_the_count(tmp_path: Path, stored: str, clock: Clock) -> None:
    """Four wrong ones in a row, twice, never make a pause with a right one in between."""
    gate = SupervisorGate(tmp_path / "supervisor.json", stored, clock=clock)
    for _ in range(2):
        assert [_why(gate, "1111") for _ in range(MOST_TRIES - 1)] == [Supervision.WRONG_PIN] * (MOST_TRIES - 1)
        assert _why(gate, "4711") is None


def test_after_too_many_wrong_ones_even_the_right_one_waits(tmp_path: Path, stored: str, clock: Clock) -> None:
    """In another process too; after the pause it is begun anew."""
    path = tmp_path / "supervisor.json"
    gate = SupervisorGate(path, stored, clock=clock)
    assert [_why(gate, "1111") for _ in range(MOST_TRIES)][-1] is Supervision.PAUSED
    clock.now += PAUSE - 1
    assert _why(SupervisorGate(path, stored, clock=clock), "4711") is Supervision.PAUSED
    clock.now += 1
    assert _why(gate, "1111") is Supervision.WRONG_PIN
    assert _why(gate, "4711") is None


def test_a_clock_that_is_set_back_makes_no_longer_pause(tmp_path: Path, stored: str, clock: Clock) -> None:
    """Nobody is locked out for a year."""
    gate = SupervisorGate(tmp_path / "supervisor.json", stored, clock=clock)
    for _ in range(MOST_TRIES):
        _why(gate, "1111")
    clock.now -= 1_000
    assert _why(gate, "4711") is None


@pytest.mark.parametrize("unset", ["", "4711", "scrypt$x$y"])
def test_without_a_usable_pin_nobody_passes(tmp_path: Path, unset: str) -> None:
    """Neither where none is set nor where somebody typed it in plain."""
    assert _why(SupervisorGate(tmp_path / "supervisor.json", unset), "4711") is Supervision.NO_PIN


def test_a_count_that_was_tampered_with_leaves_one_try(tmp_path: Path, stored: str, clock: Clock) -> None:
    """Emptying the file is no way to endless tries."""
    path = tmp_path / "supervisor.json"
    path.write_text("{}")
    assert _why(SupervisorGate(path, stored, clock=clock), "1111") is Supervision.PAUSED


def test_where_tries_cannot_be_counted_nobody_passes(tmp_path: Path, stored: str) -> None:
    """A folder that is none is a disk that cannot be written."""
    (tmp_path / "file").write_text("")
    assert _why(SupervisorGate(tmp_path / "file" / "x.json", stored), "4711") is Supervision.UNCOUNTED
