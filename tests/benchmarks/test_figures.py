"""Tests what the benchmarks make of measured values."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks.figures import Figure, is_noisy, median, missing, ratio, table

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_ratio_is_the_median_of_the_pairs() -> None:
    """Each run is compared with the baseline beside it, so one slow minute changes nothing."""
    figure = ratio("redeem", "Redeem", [(0.1, 0.11), (0.1, 0.12), (0.4, 0.44)], goal=1.08, scale=1000)
    assert figure.value is not None
    assert round(figure.value, 2) == 1.1
    assert figure.facts == {"bare ms": 100.0, "till ms": 120.0}
    assert figure.noisy
    assert figure.as_json()["reached"] is None


def test_a_goal_is_reached_or_not() -> None:
    """A quiet baseline lets the figure be judged."""
    assert ratio("a", "A", [(1, 1.05)] * 4, goal=1.08).as_json()["reached"] is True
    assert ratio("a", "A", [(1, 1.10)] * 4, goal=1.08).as_json()["reached"] is False
    assert median("a", "A", [3, 4, 5], unit="ms", goal=4).as_json()["reached"] is True


def test_noise_is_what_half_of_the_runs_differ_by() -> None:
    """One outlier is no noise, but a baseline that wanders is."""
    assert not is_noisy([1.0, 1.01, 1.0, 0.99, 5.0])
    assert is_noisy([1.0, 1.5, 0.8, 1.4, 0.9])


def test_the_table_says_what_was_not_measured() -> None:
    """A figure without a value keeps its line, with the reason."""
    lines = table([missing("a", "A thing", "there is no Chromium"), Figure("b", "B", 1.5, goal=1.2)]).splitlines()
    assert lines[2] == "| A thing | not measured | |  | there is no Chromium |"
    assert lines[3] == "| B | 1.5 | 1.5–1.5 | ≤ 1.2 |  |"


def test_the_table_replaces_the_old_one(tmp_path: Path) -> None:
    """The text around the marks stays."""
    document = tmp_path / "performance.md"
    document.write_text("before\n<!-- figures -->\nold\n<!-- end of figures -->\nafter\n", encoding="utf-8")
    benchmarks.write_table(document, "new\n")
    expected = "before\n<!-- figures -->\nnew\n<!-- end of figures -->\nafter\n"
    assert document.read_text(encoding="utf-8") == expected
    benchmarks.write_table(tmp_path / "alone.md", "new\n")
    assert (tmp_path / "alone.md").read_text(encoding="utf-8") == "new\n"


def test_the_json_has_the_ratios_at_its_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader finds each ratio under its own name, and null for what was not measured."""
    figure = ratio("memory", "Memory", [(34, 51)], goal=1.5, unit="MiB")
    monkeypatch.setattr(benchmarks, "_parts", lambda **_: {"memory": lambda: iter([figure])})
    benchmarks.main(["--json", str(tmp_path / "f.json"), "--only", "memory"])
    found = json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))
    assert {name: found[name] for name in benchmarks.RATIOS} == dict.fromkeys(benchmarks.RATIOS) | {"memory": 1.5}
    assert found["figures"]["memory"]["facts"] == {"bare MiB": 34, "till MiB": 51}


def test_a_benchmark_does_not_load_qt() -> None:
    """The private memory of a window is what no other process uses, so this one must not use the same files."""
    loaded = "import sys, tests.benchmarks.__main__; print([name for name in sys.modules if 'PySide6' in name])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
