"""Tests how the program starts, whatever its environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


IMPOSSIBLE = "XYZ-99"
SAYS = "points-till: TZ={} is not a possible time zone; all times are in UTC\n"
TELL_TIME = """
from datetime import UTC, datetime
from desktop.__main__ import use_possible_time_zone
use_possible_time_zone()
print(datetime.now(UTC).astimezone().isoformat())
"""

END_WITH_A_DUMP = """
import resource, sys
_, highest = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (highest, highest))
from desktop.__main__ import main
sys.argv = ["points-till", "sell"]
main()
print(highest, *resource.getrlimit(resource.RLIMIT_CORE))
"""

unless_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows has the zone in its settings")


def run_in(zone: str | None, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python in a time zone, or with none in the environment."""
    others = {name: value for name, value in os.environ.items() if name != "TZ"}
    return subprocess.run(
        [sys.executable, *arguments],
        env=others if zone is None else {**others, "TZ": zone},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


@unless_on_windows
@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("UTC+24:59:59", "+00:00"),
        (IMPOSSIBLE, "+00:00"),
        ("ABC5DEF-30,M3.2.0,M11.1.0", "+00:00"),
        ("XYZ-23:59", "+23:59"),
        ("IST-5:30", "+05:30"),
    ],
)
def test_an_impossible_time_zone_is_utc(zone: str, offset: str) -> None:
    """Python cannot tell the time in a zone that is a day away, so everything would fail."""
    ended = run_in(zone, "-c", TELL_TIME)
    assert ended.stdout.endswith(f"{offset}\n")
    assert ended.stderr == (SAYS.format(zone) if offset == "+00:00" else "")


@unless_on_windows
def test_the_program_says_so(tmp_path: Path) -> None:
    """It works all the same."""
    folder = str(tmp_path)
    ended = run_in(IMPOSSIBLE, "-m", "desktop", "doctor", "--json", "--data", folder, "--config", folder)
    assert json.loads(ended.stdout)["at"].endswith("+00:00")
    assert SAYS.format(IMPOSSIBLE) in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere TZ names the zone")
@pytest.mark.parametrize("zone", ["JST-9", "XYZ-99", "Asia/Kolkata"])
def test_windows_has_the_zone_in_its_settings(zone: str) -> None:
    """A shell's `TZ` changes no time. Its C library would read it, and take names of places for UTC."""
    usual, here = (
        datetime.fromisoformat(run_in(one, "-c", TELL_TIME).stdout.strip()).utcoffset() for one in (None, zone)
    )
    assert here == usual


@unless_on_windows
def test_a_crash_leaves_no_memory_in_a_file() -> None:
    """The memory has the password, codes and members' numbers. An administrator can still raise the limit."""
    highest, limit, still = run_in("UTC", "-c", END_WITH_A_DUMP).stdout.split()
    if highest == "0":
        pytest.skip("this machine makes no core dumps")
    assert (limit, still) == ("0", highest)
