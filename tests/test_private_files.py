"""Tests files and folders that only this user can read."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import private_files
from desktop.private_files import create, make_folder, open_file, write_atomically
from tests.posix import is_root

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX file modes")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_every_folder_that_is_made_is_private(tmp_path: Path, umask: int) -> None:
    """A new folder and its missing parents get mode 0700 with every umask. An existing folder keeps its mode."""
    tmp_path.chmod(0o755)
    before = os.umask(umask)
    try:
        make_folder(tmp_path / "data" / "training" / "logs")
    finally:
        os.umask(before)
    made = [tmp_path / "data", tmp_path / "data" / "training", tmp_path / "data" / "training" / "logs"]
    assert [stat.S_IMODE(one.stat().st_mode) for one in made] == [0o700] * 3
    made[0].chmod(0o750)
    make_folder(made[0])
    make_folder(made[0] / "config")
    assert [stat.S_IMODE(one.stat().st_mode) for one in (tmp_path, made[0])] == [0o755, 0o750]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX file modes")
@pytest.mark.parametrize("may_give", [True, False])
def test_what_root_makes_in_a_users_folder_is_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, may_give: bool
) -> None:
    """Else the till could not use its lock, its log or its journal after an administrator's command. Root that may not
    give it away, as in a container, can work all the same.
    """
    if is_root():
        os.chown(tmp_path, 65_534, 65_534)
    owner = tmp_path.stat()
    (tmp_path / "old").touch()
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    given: list[tuple[int, int, int]] = []

    def give(descriptor: int, user: int, group: int) -> None:
        if not may_give:
            raise PermissionError(errno.EPERM, "Operation not permitted")
        given.append((os.fstat(descriptor).st_ino, user, group))

    monkeypatch.setattr(os, "fchown", give)
    make_folder(tmp_path / "data")
    os.close(create(tmp_path / "journal"))
    os.close(open_file(tmp_path / "lock", os.O_RDWR))
    os.close(open_file(tmp_path / "old", os.O_RDWR))
    write_atomically(tmp_path / "token", b"x")
    made = [(tmp_path / name).stat().st_ino for name in ("data", "journal", "lock", "token")]
    assert given == ([(one, owner.st_uid, owner.st_gid) for one in made] if may_give else [])


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX file modes")
@pytest.mark.parametrize("target", ["there", "gone"])
def test_a_link_that_root_opens_gives_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    """A user could otherwise get any file of the machine by a link in the till's folder."""
    if is_root():
        os.chown(tmp_path, 65_534, 65_534)
    (tmp_path / "there").touch()
    (tmp_path / "lock").symlink_to(tmp_path / target)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    given: list[int] = []
    monkeypatch.setattr(os, "fchown", lambda descriptor, _user, _group: given.append(descriptor))
    os.close(open_file(tmp_path / "lock", os.O_RDWR))
    assert given == []


@pytest.mark.skipif(sys.platform != "win32", reason="needs access lists")
@pytest.mark.parametrize("above", ["USERPROFILE", "ProgramData"])
def test_a_folder_on_windows_has_the_rights_of_its_profile_or_of_the_shared_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, above: str
) -> None:
    """Only one login could otherwise use a shared till's secret and log. Elsewhere, a folder is its maker's alone."""
    if sys.platform == "win32":  # tells mypy the same as the mark
        from desktop.store.windows_security import look

        for name in ("USERPROFILE", "ProgramData"):
            monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
        (tmp_path / "ordinary").mkdir()
        make_folder(tmp_path / "own" / "secrets")
        assert look(tmp_path / "own" / "secrets").grants != look(tmp_path / "ordinary").grants
        monkeypatch.setenv(above, str(tmp_path))
        make_folder(tmp_path / "till" / "secrets")
        assert look(tmp_path / "till" / "secrets").grants == look(tmp_path / "ordinary").grants


def test_a_name_that_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with the folder's name is an error. A folder that another process creates meanwhile is not."""
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match=r"."):
        make_folder(tmp_path / "file")
    make, target = type(tmp_path).mkdir, tmp_path / "new"

    def late(folder: Path, mode: int = 0o777) -> None:
        make(folder, mode)
        raise FileExistsError

    monkeypatch.setattr(type(tmp_path), "mkdir", late)
    make_folder(target)
    assert target.is_dir()


def test_a_file_that_another_program_never_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some tries it is left as it was, and nothing is left beside it."""
    file = tmp_path / "settings.json"
    file.write_bytes(b"old")
    tries: list[Path] = []

    def refuse(fresh: Path, _target: Path) -> None:
        tries.append(fresh)
        raise PermissionError

    monkeypatch.setattr(type(tmp_path), "replace", refuse)
    monkeypatch.setattr(private_files, "_TRIES_TO_RENAME", 3)
    monkeypatch.setattr(private_files, "_PAUSE", 0.0)
    with pytest.raises(PermissionError):
        write_atomically(file, b"new")
    assert (len(tries), file.read_bytes(), list(tmp_path.iterdir())) == (3, b"old", [file])


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot sync a folder")
def test_a_disk_that_fails_once_the_file_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Settings that are saved are not said to be unsaved. The log has what a power cut could still undo."""
    sync = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_atomically(tmp_path / "settings.json", b"new")
    assert (tmp_path / "settings.json").read_bytes() == b"new"
    assert caplog.messages == ["after a power cut a file may have its old content: Input/output error"]


def test_an_error_of_writing_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system names none, and a command would blame standard output for a full disk."""

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space") as caught:
        write_atomically(tmp_path / "token", b"x")
    assert caught.value.filename == str(tmp_path / "token")
