"""Tests that only policy files that administrators alone can change are trusted."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.store import policy_trust
from desktop.store.windows_security import ADMINISTRATORS, SYSTEM, TRUSTED_INSTALLER, Entry, Security, why_untrusted
from tests.posix import is_root

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

USERS = "S-1-5-32-545"
SOMEBODY = "S-1-5-21-1-2-3-1001"
OWNER_RIGHTS = "S-1-3-4"

READ_AND_EXECUTE = 0x1200A9
FULL = 0x1F01FF
ADD_FILES = 0x116


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A policy in its own folder."""
    folder = tmp_path / "points-till"
    folder.mkdir(mode=0o755)
    file = folder / "policy.json"
    file.write_text("{}")
    file.chmod(0o644)
    return file


def owned(**changes: tuple[int, int]) -> Callable[[Path], os.stat_result]:
    """Returns a `lstat` that reports root as owner of all files, except the given names with owner and mode."""

    def look(path: Path) -> os.stat_result:
        found = path.lstat()
        owner, mode = changes.get(path.stem.replace("-", "_"), (0, found.st_mode))
        return os.stat_result((mode, *found[1:4], owner, *found[5:]))

    return look


@pytest.mark.skipif(os.name == "nt", reason="owners and modes are POSIX's")
class TestPosix:
    """Tests owner and mode of the file and its folder."""

    def test_files_that_only_root_can_change_are_trusted(self, policy: Path) -> None:
        """A file and folder of root are trusted if no one else can write to them."""
        assert policy_trust.posix_problem(policy, owned()) == ""

    @pytest.mark.parametrize(
        ("name", "owner", "mode", "says"),
        [
            ("policy", 1000, 0o100644, "does not belong to root"),
            ("policy", 0, 0o100664, "can be changed by users other than root"),
            ("policy", 0, 0o100646, "can be changed by users other than root"),
            ("points_till", 1000, 0o040755, "does not belong to root"),
            ("points_till", 0, 0o040775, "can be changed by users other than root"),
            ("points_till", 0, 0o041777, "can be changed by users other than root"),
            ("policy", 0, 0o010644, "is not a file"),
            ("policy", 0, 0o040755, "is not a file"),
        ],
    )
    def test_files_that_others_can_change_are_not_trusted(
        self, policy: Path, name: str, owner: int, mode: int, says: str
    ) -> None:
        """The reason names the file or the folder."""
        why = policy_trust.posix_problem(policy, owned(**{name: (owner, mode)}))
        assert says in why
        assert str(policy if name == "policy" else policy.parent) in why

    @pytest.mark.parametrize("theirs", ["policy", "managed", "elsewhere"])
    def test_a_link_is_trusted_if_root_owns_all_of_it(self, policy: Path, tmp_path: Path, theirs: str) -> None:
        """A link is trusted if it, its target and the target's folder are root's.

        Some systems keep all of /etc as links.
        """
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        target = folder / "managed.json"
        target.write_text("{}")
        target.chmod(0o644)
        folder.chmod(0o755)
        policy.unlink()
        policy.symlink_to(target)
        assert policy_trust.posix_problem(policy, owned()) == ""
        mode = {"policy": stat.S_IFLNK | 0o777, "managed": 0o100644, "elsewhere": 0o040755}[theirs]
        assert "does not belong to root" in policy_trust.posix_problem(policy, owned(**{theirs: (1000, mode)}))

    @pytest.mark.skipif(not is_root(), reason="it takes root to give a file away")
    def test_real_owners_and_modes(self, policy: Path) -> None:
        """The same holds for real files."""
        assert policy_trust.problem(policy) == ""
        shutil.chown(policy, 1000, 1000)
        assert "does not belong to root" in policy_trust.problem(policy)
        shutil.chown(policy, 0, 0)
        policy.chmod(0o666)
        assert "can be changed" in policy_trust.problem(policy)
        policy.chmod(0o644)
        shutil.chown(policy.parent, 1000, 1000)
        assert "does not belong to root" in policy_trust.problem(policy)

    def test_unreadable_files_are_not_trusted(self, policy: Path) -> None:
        """A dangling link is not trusted."""
        policy.unlink()
        assert policy_trust.problem(policy).startswith("its owner cannot be determined")
        policy.symlink_to("nowhere")
        assert policy_trust.problem(policy) != ""

    def test_a_link_that_leads_to_itself_is_not_trusted(self, policy: Path) -> None:
        """It must not end the program: `doctor` has to name it."""
        policy.unlink()
        policy.symlink_to(policy.name)
        assert policy_trust.problem(policy).startswith("its owner cannot be determined")


class TestWindows:
    """Tests owner and access list on Windows."""

    @pytest.mark.parametrize(
        "owner", [SYSTEM, ADMINISTRATORS, TRUSTED_INSTALLER, "S-1-5-21-1-2-3-500", "S-1-5-21-1-2-3-512"]
    )
    @pytest.mark.parametrize("is_folder", [True, False])
    def test_files_that_only_administrators_can_change_are_trusted(self, owner: str, is_folder: bool) -> None:
        """Users may read, and administrators and the system may do everything."""
        grants = (
            Entry(SYSTEM, FULL), Entry(ADMINISTRATORS, FULL), Entry(USERS, READ_AND_EXECUTE), Entry(OWNER_RIGHTS, FULL),
        )  # fmt: skip
        assert why_untrusted(Security(owner, grants), is_folder=is_folder) == ""
        assert why_untrusted(Security(owner, ()), is_folder=is_folder) == ""

    @pytest.mark.parametrize("owner", [USERS, SOMEBODY, "S-1-5-32-5440", "S-1-5-21-1-2-3-5000", "S-1-1-0", ""])
    def test_an_owner_can_give_themselves_any_right(self, owner: str) -> None:
        """A file that belongs to a user is not trusted, whatever its access list says."""
        why = why_untrusted(Security(owner, (Entry(ADMINISTRATORS, FULL),)), is_folder=False)
        assert why == "does not belong to the administrators"

    @pytest.mark.parametrize("sid", [USERS, SOMEBODY, "S-1-1-0", "S-1-5-11"])
    @pytest.mark.parametrize(
        "mask", [FULL, 0x2, 0x4, 0x10, 0x100, 0x10000, 0x40000, 0x80000, 0x10000000, 0x40000000, ADD_FILES]
    )
    def test_a_file_that_users_can_write_is_not_trusted(self, sid: str, mask: int) -> None:
        """Any right that changes the file or its list counts."""
        assert sid in why_untrusted(Security(ADMINISTRATORS, (Entry(sid, mask),)), is_folder=False)

    @pytest.mark.parametrize(("mask", "trusted"), [(FULL, False), (0x40, False), (0x10000, False), (ADD_FILES, True)])
    def test_a_folder_in_which_users_can_add_files_still_counts(self, mask: int, trusted: bool) -> None:
        """Windows makes folders in ProgramData like this. A user who cannot delete cannot replace the policy."""
        assert (why_untrusted(Security(ADMINISTRATORS, (Entry(USERS, mask),)), is_folder=True) == "") is trusted

    def test_no_list_gives_everyone_access(self) -> None:
        """Everyone can change a file without an access list, and no one can change a file with an empty list."""
        assert why_untrusted(Security(SYSTEM, None), is_folder=False) == "can be changed by everyone"

    @pytest.mark.skipif(sys.platform != "win32", reason="asks Windows")
    def test_owner_and_list_are_read(self, policy: Path) -> None:
        """Owner and list are read from the system, and the system's own folder does not belong to a user."""
        if sys.platform == "win32":  # tells mypy what the mark tells pytest
            from desktop.store import windows_security

            assert windows_security.look(policy).owner.startswith("S-1-")
            assert windows_security.look(policy).grants
            assert isinstance(policy_trust.problem(policy), str)
