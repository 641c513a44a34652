"""Which policy files are trusted: those that only administrators can change."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.store import policy_trust
from desktop.store.windows_security import ADMINISTRATORS, SYSTEM, TRUSTED_INSTALLER, Entry, Security, why_untrusted

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
    """A policy in a folder of its own."""
    folder = tmp_path / "points-till"
    folder.mkdir(mode=0o755)
    file = folder / "policy.json"
    file.write_text("{}")
    file.chmod(0o644)
    return file


def owned(**changes: tuple[int, int]) -> Callable[[Path], os.stat_result]:
    """Looks at files as if root owned all of them, but for those that a test changes: name to owner and mode."""

    def look(path: Path) -> os.stat_result:
        found = path.lstat()
        owner, mode = changes.get(path.stem.replace("-", "_"), (0, found.st_mode))
        return os.stat_result((mode, *found[1:4], owner, *found[5:]))

    return look


@pytest.mark.skipif(os.name == "nt", reason="owners and modes are POSIX's")
class TestPosix:
    """Owner and mode of the file and its folder."""

    def test_what_root_alone_can_change_is_trusted(self, policy: Path) -> None:
        """File and folder are root's, and nobody else can write."""
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
    def test_what_others_can_change_is_not(self, policy: Path, name: str, owner: int, mode: int, says: str) -> None:
        """The reason names the file or the folder."""
        why = policy_trust.posix_problem(policy, owned(**{name: (owner, mode)}))
        assert says in why
        assert str(policy if name == "policy" else policy.parent) in why

    @pytest.mark.parametrize("theirs", ["policy", "managed", "elsewhere"])
    def test_a_link_is_trusted_if_all_of_it_is_roots(self, policy: Path, tmp_path: Path, theirs: str) -> None:
        """Some systems keep all of /etc as links into a store. Link, target and the target's folder count."""
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

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="it takes root to give a file away")
    def test_real_owners_and_modes(self, policy: Path) -> None:
        """The same on the disk itself."""
        assert policy_trust.problem(policy) == ""
        os.chown(policy, 1000, 1000)
        assert "does not belong to root" in policy_trust.problem(policy)
        os.chown(policy, 0, 0)
        policy.chmod(0o666)
        assert "can be changed" in policy_trust.problem(policy)
        policy.chmod(0o644)
        os.chown(policy.parent, 1000, 1000)
        assert "does not belong to root" in policy_trust.problem(policy)

    def test_what_cannot_be_looked_at_is_not_trusted(self, policy: Path) -> None:
        """Nor is a link that leads nowhere."""
        policy.unlink()
        assert policy_trust.problem(policy).startswith("its owner cannot be determined")
        policy.symlink_to("nowhere")
        assert policy_trust.problem(policy) != ""


class TestWindows:
    """Owner and access list, as Windows has them."""

    @pytest.mark.parametrize(
        "owner", [SYSTEM, ADMINISTRATORS, TRUSTED_INSTALLER, "S-1-5-21-1-2-3-500", "S-1-5-21-1-2-3-512"]
    )
    @pytest.mark.parametrize("is_folder", [True, False])
    def test_what_administrators_alone_can_change_is_trusted(self, owner: str, is_folder: bool) -> None:
        """Users read; administrators and the system do everything."""
        grants = (
            Entry(SYSTEM, FULL), Entry(ADMINISTRATORS, FULL), Entry(USERS, READ_AND_EXECUTE), Entry(OWNER_RIGHTS, FULL),
        )  # fmt: skip
        assert why_untrusted(Security(owner, grants), is_folder=is_folder) == ""
        assert why_untrusted(Security(owner, ()), is_folder=is_folder) == ""

    @pytest.mark.parametrize("owner", [USERS, SOMEBODY, "S-1-5-32-5440", "S-1-5-21-1-2-3-5000", "S-1-1-0", ""])
    def test_an_owner_can_give_themselves_any_right(self, owner: str) -> None:
        """So a file of a user's is not trusted, whatever its access list says."""
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
        """That is how Windows makes folders in ProgramData; who cannot delete cannot replace the policy."""
        assert (why_untrusted(Security(ADMINISTRATORS, (Entry(USERS, mask),)), is_folder=True) == "") is trusted

    def test_no_list_lets_everybody_in(self) -> None:
        """A file without an access list can be changed by everyone; one with an empty list by nobody."""
        assert why_untrusted(Security(SYSTEM, None), is_folder=False) == "can be changed by everyone"

    @pytest.mark.skipif(sys.platform != "win32", reason="asks Windows")
    def test_a_file_of_this_user_is_looked_at(self, policy: Path) -> None:
        """Owner and list are read from the system; the system's own folder is not a user's."""
        if sys.platform == "win32":  # tells mypy what the mark tells pytest
            from desktop.store import windows_security

            assert windows_security.look(policy).owner.startswith("S-1-")
            assert windows_security.look(policy).grants
            assert isinstance(policy_trust.problem(policy), str)
