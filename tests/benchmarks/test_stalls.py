"""Tests what the benchmarks make of late beats, and of memory that was looked at again and again."""

from __future__ import annotations

from tests.benchmarks.many_redemptions import growth
from tests.benchmarks.stalls import Measured, Slice, beyond, figure, slices


def test_what_the_machine_held_up_as_well_is_not_the_tills() -> None:
    """Only the time counts in which an empty process went on."""
    assert beyond((10.0, 0.5), [(9.75, 0.375), (10.375, 1.0), (20.0, 5.0)]) == 0.25
    assert beyond((10.0, 0.5), []) == 0.5
    assert beyond((10.0, 0.5), [(9.0, 2.0)]) == 0.0


def test_a_long_play_counts_as_several() -> None:
    """A machine that stops once in a minute decides about one slice only. One without a late beat has none."""
    late = [(1.0, 0.02), (2.0, 0.25), (7.0, 0.125)]
    found = list(slices((0.0, 15.0, late), [(2.0, 0.125)]))
    assert found == [Slice(250.0, 125.0, 125.0), Slice(125.0, 125.0, 0.0), Slice(0.0, 0.0, 0.0)]
    assert len(list(slices((0.0, 1.0, late), []))) == 1


def test_a_stall_is_too_noisy_if_the_empty_process_stalls() -> None:
    """The median of the slices is what counts; the machine's own decides whether it says anything."""
    plays = [(0.0, 5.0, [(1.0, 0.03)]), (5.0, 10.0, [(6.0, 0.01)]), (10.0, 15.0, [(11.0, 0.02)])]
    quiet = figure("printing", Measured(plays, []))
    assert quiet.value is not None
    assert round(quiet.value) == 20
    assert not quiet.noisy
    busy = [(at, 0.009) for at in (0.5, 5.5, 10.5)]
    assert figure("printing", Measured(plays, busy)).noisy


def test_growth_is_that_of_the_second_half() -> None:
    """What fills up at the beginning is not kept by each redemption."""
    sizes = [0, 5_000, 7_000, 7_100, 7_200, 7_300]
    samples = [
        {"round": one * 100, "written": size, "sqlite": one * 50, "objects": 10 + one, "qt": 5, "threads": 4}
        for one, size in enumerate(sizes)
    ]
    found = growth(samples)
    assert found.value == 1.0
    assert found.facts["KiB of them in SQLite's caches"] == 0.5
    assert found.facts["threads more"] == 0
    assert found.facts["objects of Python"] == 0.01
