"""Tests how the program starts, whatever its environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has the zone in its settings")
@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("UTC+24:59:59", "+00:00"),
        ("XYZ-99", "+00:00"),
        ("ABC5DEF-30,M3.2.0,M11.1.0", "+00:00"),
        ("XYZ-23:59", "+23:59"),
        ("IST-5:30", "+05:30"),
    ],
)
def test_an_impossible_time_zone_is_utc(tmp_path: Path, zone: str, offset: str) -> None:
    """The program says so. Python cannot tell the time in a zone that is a day away, so everything would fail."""
    ended = subprocess.run(
        [sys.executable, "-m", "desktop", "doctor", "--json", "--data", str(tmp_path), "--config", str(tmp_path)],
        env={**os.environ, "TZ": zone},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert json.loads(ended.stdout)["at"].endswith(offset)
    said = f"points-till: TZ={zone} is not a possible time zone; all times are in UTC\n"
    assert (said in ended.stderr) == (offset == "+00:00")
    assert "Traceback" not in ended.stderr


_TELL_OFFSET = """
from datetime import UTC, datetime
from desktop.__main__ import use_possible_time_zone
use_possible_time_zone()
print(datetime.now(UTC).astimezone().utcoffset())
"""


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere TZ names the zone")
@pytest.mark.parametrize("zone", ["JST-9", "XYZ-99", "Asia/Kolkata"])
def test_windows_has_the_zone_in_its_settings(zone: str) -> None:
    """A shell's `TZ` changes no time. Its C library would read it, and take names of places for UTC."""
    usual = {name: value for name, value in os.environ.items() if name != "TZ"}
    offsets = [
        subprocess.run([sys.executable, "-c", _TELL_OFFSET], env=one, capture_output=True, check=True).stdout
        for one in (usual, {**usual, "TZ": zone})
    ]
    assert offsets[0] == offsets[1]
