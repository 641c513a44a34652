"""The folder of the machine's policy after an all-users set-up, whatever a user put there before.

The set-up has no more in it than it needs to run, so no frozen program is needed; Wine stands for Windows. It takes a
file of another Unix user for a file of another Windows user.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installer import icons, pack, product
from tests.installer.wine import Windows, is_there
from tests.posix import is_root

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT, SOMEBODY = 0, 1000
FAILED = 1603
STAND_IN = Path(__file__).with_name("stand_ins") / "points_till.nsi"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not is_there(), reason="no Windows to test on: tests.installer.on_windows makes one"),
    pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed"),
    pytest.mark.skipif(not is_root(), reason="it takes root to give files away"),
]


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """A Windows of this module's own."""
    made = Windows(tmp_path_factory.mktemp("windows"), "")
    yield made
    made.close()


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set-up of next to nothing."""
    folder = tmp_path_factory.mktemp("set-up")
    licence = folder / "points-till" / "_internal" / "licences" / "LICENSE.txt"
    licence.parent.mkdir(parents=True)
    licence.write_text("MIT", encoding="utf-8")
    program = folder / "points-till" / "points-till.exe"
    subprocess.run(["makensis", "-V2", f"-DOUTPUT={program}", str(STAND_IN)], check=True)
    icons.make_ico(folder / "points-till.ico")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(product, "build_folder", lambda _system: folder)
        target = folder / "points-till-1.2.3-windows-x64-setup.exe"
        return pack.windows_setup(folder / "points-till", "1.2.3", target, quick=True)


@pytest.fixture
def folder(windows: Windows) -> Path:
    """Where the policy's folder will be; nothing is there yet."""
    found = windows.path(r"C:\ProgramData\points-till")
    for left in found.parent.glob("points-till*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()
    return found


def plant(folder: Path, owner: int) -> Path:
    """Makes the folder with a policy in it, of this owner."""
    folder.mkdir()
    policy = folder / "policy.json"
    policy.write_text('{"skip_validation": true}', encoding="utf-8")
    for one in (folder, policy):
        shutil.chown(one, owner, owner)
    return policy


def test_a_new_folder_can_be_changed_by_administrators_only(windows: Windows, set_up: Path, folder: Path) -> None:
    """From its first moment."""
    assert windows.run(set_up, "/S", "/AllUsers")[0] == 0
    assert folder.stat().st_mode & 0o002 == 0
    assert list(folder.iterdir()) == []


def test_an_administrators_policy_stays(windows: Windows, set_up: Path, folder: Path) -> None:
    """It may be there before the program is, and an upgrade keeps it."""
    policy = plant(folder, ROOT)
    for _ in range(2):
        assert windows.run(set_up, "/S", "/AllUsers")[0] == 0
        assert policy.read_text(encoding="utf-8") == '{"skip_validation": true}'
        assert policy.stat().st_mode & 0o002 == 0
    assert [one.name for one in folder.parent.glob("points-till*")] == ["points-till"]


def test_a_folder_that_a_user_made_is_set_aside(windows: Windows, set_up: Path, folder: Path) -> None:
    """With all that is in it; the till finds an empty one that is the administrators'."""
    plant(folder, SOMEBODY)
    assert windows.run(set_up, "/S", "/AllUsers")[0] == 0
    assert list(folder.iterdir()) == []
    assert folder.stat().st_uid == ROOT
    assert (folder.parent / "points-till.set-aside-0" / "policy.json").exists()


def test_a_policy_that_a_user_put_into_the_folder_is_set_aside(windows: Windows, set_up: Path, folder: Path) -> None:
    """Windows lets users add files to a folder that an administrator made by hand."""
    policy = plant(folder, ROOT)
    shutil.chown(policy, SOMEBODY, SOMEBODY)
    assert windows.run(set_up, "/S", "/AllUsers")[0] == 0
    assert [one.name for one in folder.iterdir()] == ["policy.json.set-aside-0"]


def test_a_file_in_the_folders_place_is_set_aside(windows: Windows, set_up: Path, folder: Path) -> None:
    """It would keep the folder from being made."""
    folder.write_text("planted", encoding="utf-8")
    assert windows.run(set_up, "/S", "/AllUsers")[0] == 0
    assert list(folder.iterdir()) == []


def test_a_link_in_the_folders_place_is_never_followed(
    windows: Windows, set_up: Path, folder: Path, tmp_path: Path
) -> None:
    """What it leads to stays as it is. The link goes, or the set-up refuses and has changed nothing."""
    (tmp_path / "kept").write_text("kept", encoding="utf-8")
    mode = tmp_path.stat().st_mode
    folder.symlink_to(tmp_path)
    code = windows.run(set_up, "/S", "/AllUsers")[0]
    assert (tmp_path / "kept").read_text(encoding="utf-8") == "kept"
    assert tmp_path.stat().st_mode == mode
    assert code == (FAILED if folder.is_symlink() else 0)


def test_a_set_up_for_one_user_leaves_the_folder_alone(windows: Windows, set_up: Path, folder: Path) -> None:
    """It has no rights there. The till itself refuses a policy that a user made."""
    policy = plant(folder, SOMEBODY)
    assert windows.run(set_up, "/S", "/CurrentUser")[0] == 0
    assert policy.stat().st_uid == SOMEBODY


def test_the_folder_that_all_logins_share(windows: Windows, set_up: Path, folder: Path) -> None:
    """Only on request. An upgrade keeps what is in it. Wine cannot show the rights of the group Users."""
    assert windows.run(set_up, "/S", "/AllUsers")[0] == 0
    assert not (folder / "till").exists()
    for _ in range(2):
        assert windows.run(set_up, "/S", "/AllUsers", "/SHARED=1")[0] == 0
        assert folder.stat().st_mode & 0o002 == 0
        (folder / "till" / "journal.db").write_text("kept", encoding="utf-8")
    assert (folder / "till" / "journal.db").read_text(encoding="utf-8") == "kept"
    assert (folder / "till").stat().st_uid == ROOT


def test_a_till_folder_that_a_user_made_is_set_aside(windows: Windows, set_up: Path, folder: Path) -> None:
    """Otherwise that user could replace the journal of the whole machine."""
    plant(folder, ROOT)
    (folder / "till").mkdir()
    shutil.chown(folder / "till", SOMEBODY, SOMEBODY)
    assert windows.run(set_up, "/S", "/AllUsers", "/SHARED=1")[0] == 0
    assert (folder / "till").stat().st_uid == ROOT
    assert (folder / "till.set-aside-0").stat().st_uid == SOMEBODY


def test_a_set_up_for_one_user_shares_nothing(windows: Windows, set_up: Path, folder: Path) -> None:
    """It has no rights to do so."""
    assert windows.run(set_up, "/S", "/CurrentUser", "/SHARED=1")[0] == 0
    assert not (folder / "till").exists()


@pytest.mark.parametrize("moves", [True, False])
def test_the_set_up_moves_what_its_user_had(windows: Windows, set_up: Path, folder: Path, moves: bool) -> None:
    """Only for a shared till. If that fails, the till is installed all the same, and tries again when it opens."""
    commands = windows.path(r"C:\commands.txt")
    commands.unlink(missing_ok=True)
    fails = windows.path(r"C:\nothing-moves")
    fails.unlink(missing_ok=True)
    if not moves:
        fails.touch()
    assert windows.run(set_up, "/S", "/AllUsers")[0] == 0
    assert not commands.exists()
    assert windows.run(set_up, "/S", "/AllUsers", "/SHARED=1")[0] == 0
    assert commands.read_text(encoding="ascii").split() == ["machine", "move"]
    assert folder.is_dir()
