"""Tests the Windows set-up of the frozen program, from the first installation to the removal.

They need the frozen program and a Windows: `python -m tests.installer.on_windows` makes both.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from installer import freeze, pack, product
from installer.windows import signing
from tests import disks
from tests.installer.conftest import PASSWORD
from tests.installer.wine import Windows, eventually, is_there

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUNDLE = product.bundle("windows")
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
LINK = r"Software\Classes\points-till"
PICTURES = product.build_folder("windows") / "pictures"

END_TIMEOUT = 180.0
"""Seconds that a program may take to end. It takes one, but a busy machine has been seen to need many more."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1200),
    pytest.mark.skipif(not is_there(), reason="no Windows for tests: tests.installer.on_windows makes one"),
    pytest.mark.skipif(not BUNDLE.is_dir(), reason="the program is not frozen for Windows"),
    pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed"),
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed"),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A virtual screen."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1024x768x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    yield f":{number}"
    screen.terminate()
    screen.wait(END_TIMEOUT)


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory, display: str) -> Iterator[Windows]:
    """A Windows of this module's own."""
    made = Windows(tmp_path_factory.mktemp("windows"), display)
    yield made
    made.close()


@pytest.fixture(scope="module")
def set_ups(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Set-ups of three versions. The first two are a pre-release and its release."""
    folder = tmp_path_factory.mktemp("set-ups")
    versions = ("1.0.0rc1", "1.0.0", "1.1.0")
    return {
        one: pack.windows_setup(BUNDLE, one, folder / f"points-till-{one}-setup.exe", quick=True) for one in versions
    }


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk with room for one till, but not for the files of a second one."""
    with disks.small_disk(int(freeze.size(BUNDLE) * 1.5), lazily=True) as disk:
        yield disk


def _picture(display: str, name: str) -> Path:
    PICTURES.mkdir(parents=True, exist_ok=True)
    target = PICTURES / f"{name}.png"
    subprocess.run(["import", "-display", display, "-window", "root", str(target)], check=True)
    return target


def _colours(display: str) -> int:
    """The number of colours on the screen; 1 if it is empty."""
    done = subprocess.run(
        ["import", "-display", display, "-window", "root", "-format", "%k", "info:-"],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


def _start(windows: Windows, program: Path, data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    till = windows.start(program, "--training", "--data", f"Z:{data}", "--config", f"Z:{data}", *arguments)
    assert eventually(lambda: _colours(windows.environment["DISPLAY"]) > 50)
    # The content of the window follows its first paint. When the journal exists, the practice service runs.
    assert eventually((data / "training" / "journal.db").exists)
    return till


def _data(windows: Windows) -> Path:
    """The folder with the journal and settings of the only user."""
    (local,) = (one for one in windows.path(r"C:\users").glob("*/AppData/Local") if "Public" not in one.parts)
    return local / "points-till"


def _has_entry(windows: Windows, root: str, version: str | None) -> bool:
    return windows.registry(f"{root}\\{UNINSTALL}", "DisplayVersion") == version


@pytest.mark.parametrize("mode", ["CurrentUser", "AllUsers"])
def test_the_whole_life_of_an_installation(
    windows: Windows, set_ups: dict[str, Path], display: str, tmp_path: Path, mode: str
) -> None:
    """It installs silently, passes its smoke test, upgrades a running till, refuses a downgrade, and is removed
    completely.
    """
    root = "HKCU" if mode == "CurrentUser" else "HKLM"
    before = windows.files()
    assert windows.run(set_ups["1.0.0rc1"], "/S", f"/{mode}") == (0, "")
    location = windows.registry(f"{root}\\{UNINSTALL}", "InstallLocation")
    assert location is not None
    folder = windows.path(location)
    _look_at_what_was_installed(windows, root, location, windows.files() - before)
    _smoke_test(windows, folder / "points-till.exe")
    _upgrade_an_idle_till(windows, set_ups["1.0.0"], display, tmp_path / "idle", (root, location, mode))
    _refuse_to_upgrade_a_busy_till(windows, set_ups["1.1.0"], display, tmp_path / "busy", (root, location, mode))
    assert windows.run(set_ups["1.0.0rc1"], "/S", f"/{mode}")[0] == 1638
    assert _has_entry(windows, root, "1.0.0")
    _remove(windows, root, folder, mode)
    left = {name for name in windows.files() - before if "points-till" in name or "Points Till" in name}
    assert {name for name in left if "AppData/Local/points-till" not in name} <= {"ProgramData/points-till"}


def _look_at_what_was_installed(windows: Windows, root: str, location: str, new: set[str]) -> None:
    folder = windows.path(location)
    assert ("Program Files" in location) is (root == "HKLM")
    assert freeze.problems(folder, "windows") == []
    assert sorted(path.name for path in folder.iterdir()) == ["_internal", "points-till.exe", "uninstall.exe"]
    assert windows.registry(f"{root}\\{UNINSTALL}", "DisplayName") == "Points Till"
    assert _has_entry(windows, root, "1.0.0rc1")
    size = windows.registry(f"{root}\\{UNINSTALL}", "EstimatedSize")
    assert size is not None
    assert int(size, 16) == freeze.size(BUNDLE) // 1024
    assert windows.registry(f"{root}\\{LINK}", "URL Protocol") == ""
    assert windows.registry(f"{root}\\{LINK}\\shell\\open\\command") == f'"{location}\\points-till.exe" "%1"'
    assert windows.registry(f"{root}\\{RUN}", "Points Till") is None
    (shortcut,) = [name for name in new if name.endswith("Points Till.lnk")]
    assert ("ProgramData" in shortcut) is (root == "HKLM")


def _smoke_test(windows: Windows, program: Path) -> None:
    code, said = windows.run(program, "--smoke-test")
    assert (code, "missing" in said) == (0, False), said
    assert "ok Qt: windows plug-in" in said
    assert "ok keyring: Windows WinVaultKeyring" in said
    assert windows.run(program, "--version") == (0, f"points-till {product.version()}\n")
    # A link on any web page must not be able to set the server or a file.
    code, said = windows.run(program, "points-till://redeem?points=1&server=evil.example")
    assert (code, "points-till: a link can hand over" in said) == (2, True), said


def _upgrade_an_idle_till(
    windows: Windows, set_up: Path, display: str, data: Path, where: tuple[str, str, str]
) -> None:
    """The till closes by itself with exit code 0."""
    root, location, mode = where
    folder = windows.path(location)
    till = _start(windows, folder / "points-till.exe", data)
    _picture(display, f"{mode}-till")
    assert windows.run(set_up, "/S", f"/{mode}", "/STARTATLOGIN=1")[0] == 0
    assert till.wait(END_TIMEOUT) == 0
    assert _has_entry(windows, root, "1.0.0")
    assert windows.registry(f"{root}\\{RUN}", "Points Till") == f'"{location}\\points-till.exe"'
    assert sorted(path.name for path in folder.iterdir()) == ["_internal", "points-till.exe", "uninstall.exe"]


def _refuse_to_upgrade_a_busy_till(
    windows: Windows, set_up: Path, display: str, data: Path, where: tuple[str, str, str]
) -> None:
    """While the till serves a customer from the POS, the update is refused and changes nothing."""
    root, location, mode = where
    folder = windows.path(location)
    handed_over = ("--bill", "B1", "--mobile", "9777788221", "--points", "5")
    till = _start(windows, folder / "points-till.exe", data, *handed_over)
    assert windows.run(set_up, "/S", f"/{mode}", "/WAIT=5")[0] == 1618
    assert till.poll() is None
    assert _has_entry(windows, root, "1.0.0")
    assert sorted(path.name for path in folder.iterdir()) == ["_internal", "points-till.exe", "uninstall.exe"]
    _picture(display, f"{mode}-busy")
    till.terminate()
    till.wait(END_TIMEOUT)


def _remove(windows: Windows, root: str, folder: Path, mode: str) -> None:
    """Removing keeps the till's data."""
    data = _data(windows)
    data.mkdir(parents=True, exist_ok=True)
    (data / "journal.db").write_bytes(b"a journal")
    assert windows.run(folder / "uninstall.exe", f"/{mode}", "/S")[0] == 0
    # The uninstaller works in a copy of itself, so its end cannot be awaited.
    assert eventually(lambda: not folder.exists())
    assert _has_entry(windows, root, None)
    assert windows.registry(f"{root}\\{LINK}") is None
    assert windows.registry(f"{root}\\{RUN}", "Points Till") is None
    assert (data / "journal.db").read_bytes() == b"a journal"
    shutil.rmtree(data)


@pytest.mark.skipif(shutil.which("osslsigncode") is None, reason="osslsigncode is not installed")
def test_everything_that_is_installed_is_signed(
    windows: Windows, certificate: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Set-up, program and uninstaller are signed, and the signed program still redeems."""
    # Sign a copy, so that the bundle stays unsigned for other tests.
    bundle = shutil.copytree(BUNDLE, tmp_path / "points-till")
    monkeypatch.setenv(signing.CERTIFICATE, str(certificate[0]))
    monkeypatch.setenv(signing.PASSWORD, PASSWORD)
    set_up = pack.windows_setup(bundle, "1.0.0", tmp_path / "points-till-1.0.0-setup.exe", quick=True)
    assert windows.run(set_up, "/S", "/CurrentUser", r"/D=C:\Shop\Signed")[0] == 0
    folder = windows.path(r"C:\Shop\Signed")
    for file in (set_up, folder / "points-till.exe", folder / "uninstall.exe"):
        assert signing.verify(file, certificate[1]), file.name
    assert not signing.verify(BUNDLE / "points-till.exe", certificate[1])
    _smoke_test(windows, folder / "points-till.exe")
    assert windows.run(folder / "uninstall.exe", "/CurrentUser", "/S")[0] == 0
    assert eventually(lambda: not folder.exists())


def test_it_is_installed_in_the_given_folder(windows: Windows, set_ups: dict[str, Path]) -> None:
    """It is installed in the given folder and removed from it, with journal and settings on request."""
    assert windows.run(set_ups["1.0.0"], "/S", "/CurrentUser", r"/D=C:\Shop\Till")[0] == 0
    folder = windows.path(r"C:\Shop\Till")
    assert windows.registry(f"HKCU\\{UNINSTALL}", "InstallLocation") == r"C:\Shop\Till"
    assert freeze.problems(folder, "windows") == []
    data = _data(windows)
    (data / "training").mkdir(parents=True)
    (data / "journal.db").write_bytes(b"a journal")
    assert windows.run(folder / "uninstall.exe", "/CurrentUser", "/S", "/REMOVEDATA=1")[0] == 0
    assert eventually(lambda: not folder.exists())
    assert eventually(lambda: not data.exists())


@pytest.mark.parametrize("cut", ["the old library is aside", "all of the old is aside", "the new library is in place"])
def test_a_power_cut_in_the_middle_is_repaired(windows: Windows, set_ups: dict[str, Path], cut: str) -> None:
    """If the power failed at either of the two renames, the next set-up restores a complete program."""
    assert windows.run(set_ups["1.0.0"], "/S", "/CurrentUser", r"/D=C:\Shop\Till")[0] == 0
    folder = windows.path(r"C:\Shop\Till")
    aside = folder / ".points-till-old"
    aside.mkdir()
    (folder / "_internal").rename(aside / "_internal")
    if cut != "the old library is aside":
        (folder / "points-till.exe").rename(aside / "points-till.exe")
    if cut == "the new library is in place":
        (folder / "_internal").mkdir()
        (folder / "_internal" / "of the new one").touch()
    assert windows.run(set_ups["1.1.0"], "/S", "/CurrentUser")[0] == 0
    assert freeze.problems(folder, "windows") == []
    assert sorted(path.name for path in folder.iterdir()) == ["_internal", "points-till.exe", "uninstall.exe"]
    assert not (folder / "_internal" / "of the new one").exists()
    assert _has_entry(windows, "HKCU", "1.1.0")
    assert windows.run(folder / "uninstall.exe", "/CurrentUser", "/S")[0] == 0
    assert eventually(lambda: not folder.exists())


def test_a_failed_installation_is_rolled_back(windows: Windows, set_ups: dict[str, Path]) -> None:
    """If something blocks the new files, the old program is restored, nothing else is left, and the set-up fails."""
    assert windows.run(set_ups["1.0.0"], "/S", "/CurrentUser", r"/D=C:\Shop\Till")[0] == 0
    folder = windows.path(r"C:\Shop\Till")
    shutil.rmtree(folder / "_internal")
    (folder / "_internal").touch()
    program = (folder / "points-till.exe").stat().st_ino
    assert windows.run(set_ups["1.1.0"], "/S", "/CurrentUser")[0] == 1603
    assert sorted(path.name for path in folder.iterdir()) == ["_internal", "points-till.exe", "uninstall.exe"]
    assert (folder / "points-till.exe").stat().st_ino == program
    assert _has_entry(windows, "HKCU", "1.0.0")
    (folder / "_internal").unlink()
    assert windows.run(set_ups["1.1.0"], "/S", "/CurrentUser")[0] == 0
    assert freeze.problems(folder, "windows") == []
    assert windows.run(folder / "uninstall.exe", "/CurrentUser", "/S")[0] == 0
    assert eventually(lambda: not folder.exists())


def test_a_full_disk_leaves_the_old_till(windows: Windows, set_ups: dict[str, Path], small_disk: Path) -> None:
    """If the disk fills up within a file, the set-up ends with 1603 and the old till still starts."""
    place = f"Z:{str(small_disk / 'Till').replace('/', chr(92))}"
    assert windows.run(set_ups["1.0.0"], "/S", "/CurrentUser", f"/D={place}")[0] == 0
    folder = small_disk / "Till"
    assert windows.run(set_ups["1.1.0"], "/S", "/CurrentUser")[0] == 1603
    assert sorted(path.name for path in folder.iterdir()) == ["_internal", "points-till.exe", "uninstall.exe"]
    assert freeze.problems(folder, "windows") == []
    assert _has_entry(windows, "HKCU", "1.0.0")
    assert windows.run(folder / "uninstall.exe", "/CurrentUser", "/S")[0] == 0
    assert eventually(lambda: not folder.exists())


def test_an_older_version_is_refused_for_every_user(windows: Windows, set_ups: dict[str, Path]) -> None:
    """An older version is refused for every user, because all versions share the journal and it may not be readable."""
    assert windows.run(set_ups["1.1.0"], "/S", "/AllUsers")[0] == 0
    assert windows.run(set_ups["1.0.0"], "/S", "/CurrentUser")[0] == 1638
    assert _has_entry(windows, "HKCU", None)
    folder = windows.path(windows.registry(f"HKLM\\{UNINSTALL}", "InstallLocation") or "")
    assert windows.run(folder / "uninstall.exe", "/AllUsers", "/S")[0] == 0
    assert eventually(lambda: not folder.exists())


def test_another_programs_folder_is_left_alone(windows: Windows, set_ups: dict[str, Path]) -> None:
    """The set-up removes no files of another program, whatever folder `/D` names."""
    folder = windows.path(r"C:\Shop\Other")
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "theirs").touch()
    assert windows.run(set_ups["1.0.0"], "/S", "/CurrentUser", r"/D=C:\Shop\Other")[0] == 1603
    assert [path.name for path in folder.rglob("*")] == ["_internal", "theirs"]
    shutil.rmtree(folder)
