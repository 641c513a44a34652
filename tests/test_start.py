"""Tests how the program starts, in the tests' own process."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop import paths, start
from desktop.domain.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows the folders of each user")


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The system knows no home folder of this user, as in some services and containers."""
    monkeypatch.setenv("HOME", "not/a/whole/path")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)

    def no_user(_number: int) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", no_user)
    monkeypatch.setattr(paths, "machine_dir", lambda: None)
    paths._platform.cache_clear()
    yield
    paths._platform.cache_clear()


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize("arguments", [[], ["doctor"], ["history", "export"], ["--bill", "B1"]])
def test_a_user_without_a_home_folder(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """It is said at once, with what to do."""
    assert start.run(["points-till", *arguments]) == ExitCode.UNUSABLE
    said = "points-till: this user has no home folder: set HOME to one, as a whole path (PT-DISK)\n"
    assert capsys.readouterr() == ("", said)


@pytest.mark.usefixtures("homeless")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [([], ExitCode.UNUSABLE), (["doctor"], ExitCode.UNUSABLE), (["history", "export"], ExitCode.DONE)],
)
def test_folders_that_are_named_take_the_place_of_a_home(
    arguments: list[str], code: ExitCode, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of commands. The window needs this user's own as well, and the doctor says what the window would do."""
    options = ["--data", str(tmp_path / "data"), "--config", str(tmp_path / "config")]
    assert start.run(["points-till", *arguments, *options]) == code
    assert ("no home folder" in capsys.readouterr().err) is (code is ExitCode.UNUSABLE)
