"""Tests of starting without a display: the till says what is missing and ends with an exit code, not a signal."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import display_check
from desktop.domain.exit_codes import ExitCode
from installer import dev

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has tills without a display")

START_TIMEOUT = 60.0


def start(*command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs Python without this machine's display, and without the platform that tests use."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=dev.ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=START_TIMEOUT,
    )


@pytest.fixture
def folders(tmp_path: Path) -> list[str | Path]:
    """Options that keep the till away from this machine's folders."""
    return ["--config", tmp_path / "config", "--data", tmp_path / "data"]


@pytest.mark.parametrize(
    ("arguments", "environment", "is_missing"),
    [
        ([], {}, True),
        ([], {"DISPLAY": ""}, True),
        ([], {"DISPLAY": ":0"}, False),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, False),
        (["-display", ":1"], {}, False),
        ([], {"QT_QPA_PLATFORM": "offscreen"}, False),
        ([], {"QT_QPA_PLATFORM": "xcb"}, True),
        ([], {"QT_QPA_PLATFORM": "wayland;xcb:option"}, True),
        ([], {"QT_QPA_PLATFORM": "xcb;offscreen"}, False),
        (["-platform", "offscreen"], {}, False),
        (["--platform", "vnc:size=800x600"], {}, False),
        (["-platform", "xcb"], {"QT_QPA_PLATFORM": "offscreen"}, True),
        (["-platform"], {}, True),
        (["--bill", "platform", "offscreen"], {}, True),
    ],
)
def test_a_display_is_missing(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: dict[str, str], *, is_missing: bool
) -> None:
    """Only if Qt would look for a display and none is named. Other systems always have one."""
    monkeypatch.setattr(sys, "platform", "linux")
    assert display_check.is_display_missing(arguments, environment) is is_missing
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not display_check.is_display_missing(arguments, environment)


@given(arguments=st.lists(st.text() | st.sampled_from(["-platform", "--platform", "-display", "xcb", "offscreen"])))
def test_a_named_display_is_never_missing(arguments: list[str]) -> None:
    """The check accepts every command line, and lets every till start that has a display."""
    assert not display_check.is_display_missing(arguments, {"DISPLAY": ":0"})
    assert isinstance(display_check.is_display_missing(arguments, {}), bool)


@pytest.mark.parametrize("given", ["0.25", "1", "1.5", "8", " 2 ", "", "big", None])
def test_a_scale_that_counts(given: str | None) -> None:
    """Also none, and what Qt itself ignores."""
    assert display_check.scale_problems({} if given is None else {"QT_SCALE_FACTOR": given}) == {}


@pytest.mark.parametrize("given", ["1000", "0", "-1", "nan", "inf", "0.1"])
def test_a_scale_with_which_no_one_can_use_the_window(given: str) -> None:
    """With some of them Qt crashes. The till starts without it, and says so, and the doctor does."""
    problem = f"QT_SCALE_FACTOR is {given} and does not count: it can be 0.25 to 8"
    assert display_check.scale_problems({"QT_SCALE_FACTOR": given}) == {"QT_SCALE_FACTOR": problem}


def test_every_variable_that_scales_the_window_is_checked() -> None:
    """Also a list for several screens, by order or by name, and fonts."""
    fit = {"QT_SCREEN_SCALE_FACTORS": "DP-1=1.5;screen=x=2;;HDMI-1=8", "QT_FONT_DPI": "144"}
    assert display_check.scale_problems(fit) == {}
    for screens in ("1000", "1;1000", "DP-1=1;HDMI-1=1000"):
        unfit = {"QT_SCREEN_SCALE_FACTORS": screens, "QT_FONT_DPI": "100000", "QT_SCALE_FACTOR": "1"}
        assert display_check.scale_problems(unfit) == {
            "QT_SCREEN_SCALE_FACTORS": f"QT_SCREEN_SCALE_FACTORS is {screens} and does not count: it can be 0.25 to 8",
            "QT_FONT_DPI": "QT_FONT_DPI is 100000 and does not count: it can be 24 to 768",
        }


def test_the_till_starts_without_such_a_scale(folders: list[str | Path]) -> None:
    """Before Qt reads it."""
    code = (
        "import os, sys\n"
        "from PySide6 import QtWidgets\n"
        "class Application:\n"
        "    def __init__(self, _arguments):\n"
        "        print(os.environ.get('QT_SCALE_FACTOR'), os.environ.get('QT_FONT_DPI'), flush=True)\n"
        "        os._exit(0)\n"
        "QtWidgets.QApplication = Application\n"
        "from desktop import start\n"
        "start.run(['points-till', *sys.argv[1:]])\n"
    )
    scales = {"QT_SCALE_FACTOR": "1000", "QT_FONT_DPI": "100000"}
    end = start("-c", code, "--training", *folders, QT_QPA_PLATFORM="offscreen", **scales)
    assert (end.returncode, end.stdout) == (0, "None None\n")
    assert end.stderr.splitlines() == [
        "points-till: QT_SCALE_FACTOR is 1000 and does not count: it can be 0.25 to 8",
        "points-till: QT_FONT_DPI is 100000 and does not count: it can be 24 to 768",
    ]


def test_the_packages_are_those_that_dev_py_installs() -> None:
    """Both lists name the same Debian packages, in the same order."""
    assert list(display_check.PACKAGES) == [*dev.OFFSCREEN_LIBRARIES.values(), *dev.SCREEN_LIBRARIES.values()]
    assert display_check.UNUSABLE == ExitCode.UNUSABLE


def test_a_missing_library_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """If Qt's plugin for X11 cannot be loaded, the message names the library. Otherwise it repeats what Qt said."""
    monkeypatch.setattr(sys, "platform", "linux")

    def fail(_path: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", fail)
    text = display_check.explain_failed_start(["could not connect to display :77"])
    assert "libxcb-cursor.so.0" in text
    assert "sudo apt-get install --no-install-recommends libegl1" in text
    monkeypatch.setattr(ctypes, "CDLL", lambda _path: None)
    text = display_check.explain_failed_start(["could not connect to display :77", "xcb-cursor0 is needed"])
    assert text.splitlines()[1:] == ["could not connect to display :77"]
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "CDLL", fail)
    assert "libxcb" not in display_check.explain_failed_start([])


@on_linux
def test_the_till_says_that_there_is_no_display(folders: list[str | Path]) -> None:
    """It ends with 6, names both variables, and says how to go on."""
    end = start("-m", "desktop", "--training", *folders)
    assert (end.returncode, end.stdout) == (ExitCode.UNUSABLE, "")
    assert end.stderr == f"points-till: {display_check.NO_DISPLAY}\n"


@on_linux
def test_the_pos_hears_that_nothing_was_redeemed(folders: list[str | Path], tmp_path: Path) -> None:
    """A hand-over without a display ends as cancelled, on standard output and in the file."""
    result = tmp_path / "result.json"
    end = start(
        "-m", "desktop", *folders, "--bill", "B1", "--mobile", "9777788221", "--points", "5", "--result", result
    )
    assert end.returncode == ExitCode.UNUSABLE
    assert json.loads(end.stdout) == json.loads(result.read_text(encoding="utf-8"))
    assert json.loads(end.stdout)["outcome"] == "cancelled"


@on_linux
@pytest.mark.parametrize("platform", ["xcb", "nonsense"])
def test_a_display_that_cannot_be_used(folders: list[str | Path], tmp_path: Path, platform: str) -> None:
    """Qt gives up: its words and an exit code, and no abort."""
    nowhere = f"unix:{tmp_path / 'no display'}"
    end = start("-m", "desktop", *folders, "-platform", platform, DISPLAY=nowhere)
    assert (end.returncode, end.stdout) == (ExitCode.UNUSABLE, "")
    assert end.stderr.startswith("points-till: Qt ")


@on_linux
@pytest.mark.parametrize(
    ("options", "missing"), [((), "display: There is no"), (("-platform", "nonsense"), "window: Qt ")]
)
def test_the_smoke_test_reports_it(options: tuple[str, ...], missing: str) -> None:
    """A line of the report says what is missing, and the exit code is 1."""
    end = start("-m", "desktop", "--smoke-test", *options)
    assert end.returncode == 1
    assert f"\nmissing {missing}" in end.stdout


@on_linux
def test_dev_py_says_so_before_it_installs_anything(tmp_path: Path) -> None:
    """The check is a script that needs neither the environment nor the package."""
    copy = tmp_path / "installer" / "dev.py"
    copy.parent.mkdir()
    copy.write_bytes(Path(dev.__file__).read_bytes())
    check = tmp_path / "desktop" / "display_check.py"
    check.parent.mkdir()
    check.write_bytes(Path(display_check.__file__).read_bytes())
    end = start("-I", "-S", copy, "train")
    assert (end.returncode, end.stdout) == (ExitCode.UNUSABLE, "")
    assert end.stderr == f"{display_check.NO_DISPLAY}\n"
    assert not (tmp_path / ".venv").exists()


@on_linux
def test_the_check_finds_a_display_that_is_named() -> None:
    """The script then says nothing."""
    end = start(display_check.__file__, "-platform", "offscreen")
    assert (end.returncode, end.stdout, end.stderr) == (0, "", "")
