"""Tests the files for outcomes: they are written in one step, and never belong to the till."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import paths, private_files
from desktop.domain.hand_over_record import NO_FOLDER
from desktop.paths import own_folders
from desktop.pos import result_file
from desktop.pos.result_file import ResultFileError, check, discard, is_prepared, prepare, publish, read, state, write
from tests.ordinary_user import as_ordinary_user
from tests.posix import make_fifo

if TYPE_CHECKING:
    from collections.abc import Callable

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX links, modes and pipes")


@pytest.fixture
def till(tmp_path: Path) -> tuple[Path, ...]:
    """Returns the folders of a till that has been used."""
    config, data = tmp_path / "config", tmp_path / "data"
    for folder in (config, data / "logs", data / "training", data / "door"):
        folder.mkdir(parents=True)
    for file in (config / "settings.json", data / "journal.db", data / "journal.db.lock"):
        file.write_text("the till's", encoding="utf-8")
    (tmp_path / "pos").mkdir()
    return own_folders(config, data)


def test_a_file_of_the_pos_is_accepted(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """An existing file, a new one, and one in a missing folder are accepted. `%` and braces are ordinary characters."""
    (tmp_path / "pos" / "old.json").touch()
    for name in ("old.json", "new.json", "not there yet/nor this/r.json", "%s %n {0} $HOME ~.json", "-r.json"):
        file = tmp_path / "pos" / name
        assert check(file, till) == file
        write(file, b"one", till)
        write(file, b"two", till)
        assert file.read_bytes() == b"two"
        assert not [one for one in file.parent.iterdir() if one.suffix == ".new"]


def test_a_prepared_file_shows_whether_it_was_published(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """Even if the POS has taken its file away since."""
    file = tmp_path / "pos" / "r.json"
    assert state(file) == ""
    name = prepare(file, b"one", till)
    assert (is_prepared(file, name), file.exists()) == (True, False)
    assert state(file) == ""
    publish(file, name, till)
    assert (is_prepared(file, name), file.read_bytes()) == (False, b"one")
    before = state(file)
    assert before
    file.write_bytes(b"other")
    assert state(file) != before
    file.unlink()
    assert not is_prepared(file, name)


def test_what_a_killed_program_has_prepared_is_removed(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """But for one name, and nothing that was prepared for another hand-over."""
    file = tmp_path / "pos" / "r.json"
    names = [prepare(file, b"one", till, owner=owner) for owner in ("F1", "F1", "F10", "")]
    discard(file, "F1", but=names[0])
    assert [is_prepared(file, one) for one in names] == [True, False, True, True]
    discard(file, "F1")
    discard(file, "*")
    discard(tmp_path / "gone" / "r.json", "F1")
    assert [is_prepared(file, one) for one in names] == [False, False, True, True]


def test_a_prepared_file_that_cannot_be_published_is_removed(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """A folder has taken the name meanwhile, so nothing is left beside it."""
    file = tmp_path / "pos" / "r.json"
    name = prepare(file, b"one", till)
    file.mkdir()
    with pytest.raises(OSError, match="not a file"):
        publish(file, name, till)
    assert not is_prepared(file, name)
    assert [one.name for one in file.parent.iterdir()] == ["r.json"]


@on_posix
def test_a_folder_of_another_login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be looked into, which is no error, and says nothing about the file."""

    def refuse(_path: Path, **_named: object) -> os.stat_result:
        raise PermissionError

    monkeypatch.setattr(Path, "lstat", refuse)
    assert state(tmp_path / "r.json") == NO_FOLDER


def test_a_missing_folder_is_made_only_on_request(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """A folder that is gone may be on a disk that comes back."""
    file = tmp_path / "pos" / "share" / "r.json"
    assert state(file) == NO_FOLDER
    with pytest.raises(OSError, match="share"):
        prepare(file, b"one", till, makes_folder=False)
    assert not file.parent.exists()
    assert prepare(file, b"one", till)
    assert state(file) == ""


@pytest.mark.parametrize(
    "name",
    [
        "data/journal.db",
        "data/journal.db.lock",
        "data/new.json",
        "data/logs/points-till.log",
        "data/training/x/y.json",
        "data/door/window",
        "config/settings.json",
        "pos/../data/journal.db",
        "pos/new/../../config/settings.json",
        "data",
        "pos",
        ".",
        "",
        "pos/old.json/r.json",
    ],
)
def test_the_tills_own_files_are_rejected(tmp_path: Path, till: tuple[Path, ...], name: str) -> None:
    """They are rejected in any spelling, and nothing changes."""
    (tmp_path / "pos" / "old.json").touch()
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    file = tmp_path / name if name else Path()
    with pytest.raises(ResultFileError):
        check(file, till)
    with pytest.raises(OSError, match=r"."):
        write(file, b"x", till)
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


def test_missing_folders_of_the_till_are_protected(tmp_path: Path) -> None:
    """A new till's folders are protected in any spelling, and no outcome takes the name of one."""
    own = own_folders(tmp_path / "shop" / "config", tmp_path / "shop" / "data")
    for name in ("shop/data/r.json", "shop/DATA/r.json", "shop/data", "shop", "shop/config"):
        with pytest.raises(ResultFileError, match="till itself"):
            check(tmp_path / name, own)
    beside = tmp_path / "shop" / "database" / "r.json"
    assert check(beside, own) == beside


def test_the_usual_folders_policy_and_program_are_protected(till: tuple[Path, ...]) -> None:
    """The folders of the machine's usual till and of the program are protected, whatever folders this run has."""
    closed = [paths.data_dir(), paths.config_dir(), paths.resources(), Path(paths.__file__).parent]
    for folder in [*closed, *(policy.parent for policy in paths.policy_files())]:
        with pytest.raises(ResultFileError):
            check(folder / "r.json", till)


@on_posix
def test_links_are_followed_once(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """A link to a file of the POS stays a link. A link into the till's folders is rejected, and so is a loop."""
    pos = tmp_path / "pos"
    (pos / "real.json").write_text("old", encoding="utf-8")
    (pos / "link.json").symlink_to("real.json")
    (pos / "bad.json").symlink_to(tmp_path / "data" / "journal.db")
    (pos / "bad").symlink_to(tmp_path / "data")
    (pos / "dangling.json").symlink_to(tmp_path / "config" / "new.json")
    (pos / "loop").symlink_to("loop")
    found = check(pos / "link.json", till)
    assert found == pos / "real.json"
    write(found, b"new", till)
    assert (pos / "link.json").is_symlink()
    assert (pos / "link.json").read_bytes() == b"new"
    for name in ("bad.json", "bad/new.json", "dangling.json", "loop", "loop/r.json"):
        with pytest.raises(ResultFileError):
            check(pos / name, till)


@on_posix
def test_a_second_name_of_a_file_of_the_till(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """A hard link to the journal is rejected. One between files of the POS is not."""
    os.link(tmp_path / "data" / "journal.db", tmp_path / "pos" / "innocent.json")
    with pytest.raises(ResultFileError, match="another name"):
        check(tmp_path / "pos" / "innocent.json", till)
    (tmp_path / "pos" / "a.json").touch()
    os.link(tmp_path / "pos" / "a.json", tmp_path / "pos" / "b.json")
    write(check(tmp_path / "pos" / "b.json", till), b"x", till)


@on_posix
def test_pipes_and_devices_are_rejected(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """A FIFO, `/dev/null` and standard output are not replaced."""
    fifo = tmp_path / "pos" / "fifo"
    make_fifo(fifo)
    reading, writing = os.pipe()
    names = [fifo, Path("/dev/null"), Path(f"/dev/fd/{writing}")]
    for name in names:
        with pytest.raises(ResultFileError, match=r"pipe|not a file|cannot write to"):
            check(name, till)
        with pytest.raises(OSError, match=r"."):
            write(name, b"x", till)
    assert stat.S_ISFIFO(fifo.lstat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    os.close(reading)
    os.close(writing)


def _link_to_journal(tmp_path: Path) -> None:
    (tmp_path / "pos" / "r.json").symlink_to(tmp_path / "data" / "journal.db")


def _link_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "pos" / "r.json").symlink_to(tmp_path / "elsewhere.json")


def _replace_folder(tmp_path: Path) -> None:
    (tmp_path / "pos").rename(tmp_path / "gone")
    (tmp_path / "pos").symlink_to(tmp_path / "data")


def _replace_folder_harmlessly(tmp_path: Path) -> None:
    (tmp_path / "pos").rename(tmp_path / "gone")
    (tmp_path / "pos").symlink_to(tmp_path / "gone")


def _make_pipe(tmp_path: Path) -> None:
    make_fifo(tmp_path / "pos" / "r.json")


def _make_folder(tmp_path: Path) -> None:
    (tmp_path / "pos" / "r.json").mkdir()


@on_posix
@pytest.mark.parametrize(
    "change",
    [_link_to_journal, _link_elsewhere, _replace_folder, _replace_folder_harmlessly, _make_pipe, _make_folder],
)
def test_a_link_that_appears_later_is_not_followed(
    tmp_path: Path, till: tuple[Path, ...], change: Callable[[Path], None]
) -> None:
    """The redemption comes between the check and the outcome. A link that appears meanwhile is not followed."""
    (tmp_path / "elsewhere.json").write_text("other", encoding="utf-8")
    found = check(tmp_path / "pos" / "r.json", till)
    change(tmp_path)
    with pytest.raises(OSError, match=r"."):
        write(found, b"x", till)
    assert (tmp_path / "data" / "journal.db").read_text(encoding="utf-8") == "the till's"
    assert (tmp_path / "elsewhere.json").read_text(encoding="utf-8") == "other"
    assert not list((tmp_path / "data").glob("*.json"))


@on_posix
@pytest.mark.parametrize("change", [_link_elsewhere, _replace_folder, _make_pipe])
def test_a_link_that_appears_after_the_last_check_is_not_followed(
    tmp_path: Path, till: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    """A link that appears after the last check is not followed either, because the folder is already open."""
    (tmp_path / "elsewhere.json").write_text("other", encoding="utf-8")
    found = check(tmp_path / "pos" / "r.json", till)

    def late(folder: Path) -> None:
        assert folder == tmp_path / "pos"
        change(tmp_path)

    monkeypatch.setattr(result_file, "make_folder", late)
    with pytest.raises(OSError, match=r"."):
        write(found, b"x", till)
    assert (tmp_path / "elsewhere.json").read_text(encoding="utf-8") == "other"
    assert not list((tmp_path / "data").glob("*.json"))


@on_posix
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_a_file_keeps_its_mode(tmp_path: Path, till: tuple[Path, ...], umask: int) -> None:
    """A shared file stays shared, and a new file is private. Only the nine permission bits are kept."""
    old, new = tmp_path / "pos" / "old.json", tmp_path / "pos" / "made" / "new.json"
    old.touch()
    old.chmod(0o664)
    before = os.umask(umask)
    try:
        write(old, b"x", till)
        write(new, b"x", till)
    finally:
        os.umask(before)
    assert stat.S_IMODE(old.stat().st_mode) == 0o664
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert stat.S_IMODE(new.parent.stat().st_mode) == 0o700


@on_posix
def test_a_file_keeps_its_owner_as_far_as_possible(
    tmp_path: Path, till: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Owner and group are kept if the system allows it, else the group, else neither. The outcome is always written."""
    file = tmp_path / "pos" / "r.json"
    file.touch()
    real, asked = os.fstat, []

    def other_owner(descriptor: int) -> os.stat_result:
        found = list(real(descriptor))
        found[4] += 1
        return os.stat_result(found)

    def refuse(_descriptor: int, user: int, group: int) -> None:
        asked.append((user, group))
        raise PermissionError

    there = file.stat()
    monkeypatch.setattr(os, "fstat", other_owner)
    monkeypatch.setattr(os, "fchown", lambda _descriptor, user, group: asked.append((user, group)))
    write(file, b"one", till)
    assert asked == [(there.st_uid, there.st_gid)]
    monkeypatch.setattr(os, "fchown", refuse)
    write(file, b"two", till)
    assert asked[1:] == [(there.st_uid, there.st_gid), (-1, there.st_gid)]
    assert file.read_bytes() == b"two"


def test_what_windows_cannot_replace_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is redeemed then: a read-only file would stay as it is, and a prepared file's longer name be refused."""
    file = tmp_path / "r.json"
    file.write_bytes(b"old")
    file.chmod(stat.S_IREAD)
    with pytest.raises(ResultFileError, match="is read-only"):
        result_file._check_replaceable(file, file)
    file.chmod(stat.S_IREAD | stat.S_IWRITE)
    prepared = len(".points-till-01KAXAJM4HTT4EJH1WSDAM4CKX-0123abcd.new")
    for may_be_long, room, name, is_refused in (
        (False, prepared, "r.json", False),
        (False, prepared - 1, "r.json", True),
        (False, prepared, "r" * (prepared + 1), True),
        (True, prepared - 1, "r.json", False),
    ):
        monkeypatch.setattr(result_file, "_may_paths_be_long", lambda answer=may_be_long: answer)
        monkeypatch.setattr(result_file, "_MAX_WINDOWS_PATH", len(str(file.parent)) + 1 + room)
        with pytest.raises(ResultFileError, match="too long for Windows") if is_refused else nullcontext():
            result_file._check_replaceable(tmp_path / name, file)


@pytest.mark.skipif(sys.platform != "win32", reason="POSIX replaces read-only files")
def test_a_read_only_file_on_windows(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """It is rejected before anything is redeemed. What it says can still be read."""
    file = tmp_path / "pos" / "r.json"
    file.write_bytes(b'{"outcome": "unknown"}')
    file.chmod(stat.S_IREAD)
    with pytest.raises(ResultFileError, match="is read-only"):
        check(file, till)
    assert read(file, till) == {"outcome": "unknown"}
    file.chmod(stat.S_IREAD | stat.S_IWRITE)


@pytest.mark.skipif(sys.platform != "win32", reason="needs access lists")
def test_a_folder_without_the_right_to_add_files_on_windows(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """A file there is rejected before anything is redeemed, such as one in the POS's folder of programs."""
    folder = tmp_path / "pos"
    assert check(folder / "r.json", till) == folder / "r.json"
    subprocess.run(["icacls", str(folder), "/deny", "*S-1-1-0:(WD)"], check=False, capture_output=True)
    try:
        with suppress(PermissionError):
            (folder / "new.json").touch()
            pytest.skip("this Windows does not heed access lists, as Wine's")
        with pytest.raises(ResultFileError, match="cannot write to"):
            check(folder / "r.json", till)
    finally:
        subprocess.run(["icacls", str(folder), "/remove:d", "*S-1-1-0"], check=False, capture_output=True)


def test_a_file_that_the_pos_is_reading(
    tmp_path: Path, till: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows replaces no file that is open. The till tries again until the POS has closed it."""
    file = tmp_path / "pos" / "r.json"
    file.write_bytes(b"unknown")
    reading = file.open("rb")
    pauses = iter((lambda: None, reading.close))
    replace = os.replace

    def refuse_while_open(source: str, target: str, **folders: int | None) -> None:
        if not reading.closed:
            raise PermissionError(errno.EACCES, "Access is denied")
        replace(source, target, **folders)

    monkeypatch.setattr(os, "replace", refuse_while_open)
    monkeypatch.setattr(private_files, "_TRIES_TO_RENAME", 20)
    monkeypatch.setattr("time.sleep", lambda _seconds: next(pauses)())
    write(file, b"redeemed", till)
    assert file.read_bytes() == b"redeemed"


@on_posix
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, till: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk leaves the old content, and no partial file beside it."""
    file = tmp_path / "pos" / "r.json"
    file.write_text("old", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(file, b"new", till)
    assert [one.read_bytes() for one in (tmp_path / "pos").iterdir()] == [b"old"]


@on_posix
def test_a_folder_whose_disk_fails_once_the_file_is_in_place(
    tmp_path: Path, till: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The POS has the outcome then. If it were said to be unwritten, the POS would get it twice."""
    file = tmp_path / "pos" / "r.json"
    prepared = prepare(file, b"redeemed", till)

    def fail(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    publish(file, prepared, till)
    assert [one.read_bytes() for one in (tmp_path / "pos").iterdir()] == [b"redeemed"]


@on_posix
def test_a_folder_that_cannot_be_synced(
    tmp_path: Path, till: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shared folders of VirtualBox and 9P refuse it. The outcome is written all the same."""
    file = tmp_path / "pos" / "r.json"
    sync = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write(file, b"redeemed", till)
    private_files.write_atomically(tmp_path / "pos" / "settings.json", b"{}")
    assert sorted(one.name for one in (tmp_path / "pos").iterdir()) == ["r.json", "settings.json"]


@pytest.mark.parametrize("there", ["[1]", "no JSON", "[" * 100_000, '{"outcome": "' + "x" * 70_000 + '"}', None])
def test_what_is_no_outcome_is_not_read(tmp_path: Path, till: tuple[Path, ...], there: str | None) -> None:
    """The POS wrote something else, or took the file away."""
    file = tmp_path / "pos" / "r.json"
    if there is not None:
        file.write_text(there, encoding="utf-8")
    assert read(file, till) is None


@on_posix
def test_a_pipe_is_not_read(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """It is no outcome, and reading it would block."""
    _make_pipe(tmp_path)
    assert read(tmp_path / "pos" / "r.json", till) is None


@on_posix
@pytest.mark.parametrize("mode", [0o000, 0o500])
def test_a_folder_without_rights_says_nothing_about_its_file(till: tuple[Path, ...], mode: int) -> None:
    """The outcome may be in it, so the file does not count as gone."""
    with tempfile.TemporaryDirectory(prefix="points-till-") as name:
        Path(name).chmod(0o755)
        pos = Path(name).resolve() / "pos"
        pos.mkdir()
        (pos / "r.json").write_text('{"outcome": "unknown"}', encoding="utf-8")
        pos.chmod(mode)
        with as_ordinary_user(), pytest.raises(OSError, match=r"."):
            read(pos / "r.json", till)
        pos.chmod(0o755)
        assert read(pos / "r.json", till) == {"outcome": "unknown"}


def test_a_folder_that_is_away_says_nothing_about_its_file(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """It may be on another machine that cannot be reached."""
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "away" / "r.json", till)


NO_NAME = "has characters that no file name can have"
TOO_LONG = "has a name that is too long"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        pytest.param("a\0b", NO_NAME, id="NUL"),
        pytest.param("\ud800", NO_NAME, id="surrogate"),
        pytest.param("x" * 256, TOO_LONG, id="long name", marks=on_posix),
        pytest.param("y/" * 3000, TOO_LONG, id="long path", marks=on_posix),
    ],
)
def test_invalid_file_names_are_rejected(tmp_path: Path, till: tuple[Path, ...], name: str, why: str) -> None:
    """NUL, surrogates and names that are too long are rejected, and the reason says which."""
    with pytest.raises(ResultFileError) as told:
        check(tmp_path / name, till)
    assert told.value.strerror == why


def test_a_file_cannot_be_below_a_file(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """A file stands where the folder would have to be. The reason does not send people to look for missing rights."""
    (tmp_path / "till.json").touch()
    for below in ("till.json/r.json", "till.json/a/r.json"):
        with pytest.raises(ResultFileError) as told:
            check(tmp_path / below, till)
        assert told.value.strerror == "is below a file, not in a folder"


@on_posix
@pytest.mark.skipif(sys.platform == "darwin", reason="file names are UTF-8 on macOS")
def test_a_name_in_another_encoding_is_a_name(tmp_path: Path, till: tuple[Path, ...]) -> None:
    """A file name in Latin-1 is valid on Linux, and gets its outcome."""
    file = tmp_path / "pos" / os.fsdecode(b"caf\xe9.json")
    write(check(file, till), b"x", till)
    assert [os.fsencode(one.name) for one in (tmp_path / "pos").iterdir()] == [b"caf\xe9.json"]


PIECES = st.sampled_from(["pos", "data", "config", "..", ".", "DATA", "link", "journal.db", "x", "new.json", "door"])


@on_posix
@given(pieces=st.lists(PIECES, min_size=1, max_size=6))
def test_no_path_leads_into_the_tills_folders(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    """Any path is rejected, or nothing in the till's folders changes."""
    shop = tmp_path_factory.mktemp("shop")
    for name in ("pos", "data", "config"):
        (shop / name).mkdir()
    (shop / "data" / "journal.db").touch()
    (shop / "pos" / "link").symlink_to(shop / "data")
    (shop / "link").symlink_to(shop / "pos")
    own = (shop / "config", shop / "data")
    with suppress(OSError):
        write(check(shop / Path(*pieces), own), b"x", own)
    assert [one.read_bytes() for one in (shop / "data").iterdir()] == [b""]
    assert list((shop / "config").iterdir()) == []


@on_posix
def test_folders_of_the_till_that_cannot_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The POS's file is not to blame, so it gets the outcome. Within these folders it still cannot be."""
    closed = tmp_path / "closed"
    real = Path.stat

    def refuse(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if closed in path.parents:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    till = (closed / "points-till",)
    write(tmp_path / "r.json", b"{}", till)
    assert (tmp_path / "r.json").read_bytes() == b"{}"
    with pytest.raises(ResultFileError, match="cannot be checked"):
        check(closed / "points-till" / "r.json", till)
