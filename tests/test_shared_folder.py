"""Tests the folder that all logins of a machine share: rights, lock, log, journal, and who is kept out."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import stat
from typing import TYPE_CHECKING

import pytest

from desktop import logs, paths
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.pos.window_address import addresses
from desktop.private_files import create, is_shared, make_folder, make_private, open_file, write_atomically
from desktop.store.writer_lock import WriterLock
from tests.logins import ASHA, GROUP, RAVI, STRANGER, acting_as, needs_root, shared_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = needs_root


@pytest.fixture
def shared() -> Iterator[Path]:
    with shared_folder() as folder:
        yield folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_one_login_makes_the_other_can_change(shared: Path) -> None:
    """Whatever the umask is. Files and folders belong to the till's group, and to no one else."""
    with acting_as(ASHA):
        make_folder(shared / "training" / "logs")
        os.close(create(shared / "file"))
        write_atomically(shared / "training" / "settings.json", b"asha")
        os.close(open_file(shared / "opened", os.O_RDWR | os.O_CREAT))
    made = [shared / "file", shared / "training" / "settings.json", shared / "opened"]
    assert [mode(one) for one in made] == [0o660] * 3
    assert [mode(one) for one in (shared / "training", shared / "training" / "logs")] == [0o2770] * 2
    assert {one.stat().st_gid for one in shared.rglob("*")} == {GROUP}
    with acting_as(RAVI):
        write_atomically(shared / "training" / "settings.json", b"ravi")
        make_private(shared / "file")
        (shared / "file").write_bytes(b"ravi")
        os.close(open_file(shared / "opened", os.O_RDWR | os.O_CREAT))
    assert [mode(one) for one in made] == [0o660] * 3
    with acting_as(STRANGER), pytest.raises(PermissionError):
        (shared / "file").read_bytes()


def test_a_file_that_came_with_other_rights_gets_those_of_the_folder(shared: Path) -> None:
    """For example a journal that was restored from a backup by root. Another login than its owner leaves it."""
    path = shared / "journal.db"
    path.touch(mode=0o644)
    with acting_as(RAVI):
        make_private(path)
    assert mode(path) == 0o644
    make_private(path)
    assert mode(path) == 0o660


@pytest.mark.parametrize(("owner", "wrong"), [(0, 0o2750), (0, 0o0770), (0, 0o2775), (ASHA, 0o2770), (0, 0o700)])
def test_only_a_folder_that_root_made_for_a_group_is_shared(shared: Path, owner: int, wrong: int) -> None:
    """In any other, files stay private, so no user gives the till's files away by accident."""
    assert is_shared(shared)
    assert is_shared(shared / "not" / "yet")
    shutil.chown(shared, owner, GROUP)
    shared.chmod(wrong)
    assert not is_shared(shared)
    assert not is_shared(shared / "not" / "yet")
    os.close(create(shared / "file"))
    assert mode(shared / "file") == 0o600


def test_a_private_folder_in_a_shared_one_stays_private(shared: Path) -> None:
    """Such as the folder of the window's socket."""
    with acting_as(ASHA):
        (shared / "door").mkdir(mode=0o700)
        (shared / "door").chmod(0o700)
        os.close(create(shared / "door" / "file"))
    assert mode(shared / "door" / "file") == 0o600


def test_one_window_at_a_time_across_all_logins(shared: Path) -> None:
    """The second login is told that the till is open in another one; the same login, that it is open."""
    journal = paths.journal(shared)
    with acting_as(ASHA), WriterLock(journal):
        with pytest.raises(JournalUnusable) as own:
            WriterLock(journal)
        assert own.value.why is JournalTrouble.IN_USE
        with acting_as(RAVI), pytest.raises(JournalUnusable) as other:
            WriterLock(journal)
        assert other.value.why is JournalTrouble.OTHER_LOGIN
    with acting_as(RAVI), WriterLock(journal), acting_as(ASHA), pytest.raises(JournalUnusable) as back:
        WriterLock(journal)
    assert back.value.why is JournalTrouble.OTHER_LOGIN


def test_a_full_disk_leaves_no_lock_behind(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With room again, the same window opens the journal. It is not told that another program uses it."""

    def full(_descriptor: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    journal = paths.journal(shared)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(JournalUnusable) as caught:
            WriterLock(journal)
    assert caught.value.why is JournalTrouble.FULL
    WriterLock(journal).release()


def test_a_login_outside_the_group_gets_no_lock(shared: Path) -> None:
    """It is told that the journal cannot be used. It does not begin one of its own."""
    with acting_as(STRANGER), pytest.raises(JournalUnusable) as caught:
        WriterLock(paths.journal(shared))
    assert caught.value.why in {JournalTrouble.READ_ONLY, JournalTrouble.UNAVAILABLE}


@pytest.mark.parametrize("text", ["", "x", "-1", "4001\n4002", "\udcff"])
def test_a_lock_file_with_something_else_in_it(shared: Path, text: str) -> None:
    """The lock still holds. Only who holds it is not known."""
    journal = paths.journal(shared)
    with WriterLock(journal):
        journal.with_name("journal.db.lock").write_bytes(text.encode(errors="surrogateescape"))
        with pytest.raises(JournalUnusable) as caught:
            WriterLock(journal)
    assert caught.value.why is JournalTrouble.IN_USE


def test_a_private_journal_s_lock_says_nothing(tmp_path: Path) -> None:
    """As before."""
    with WriterLock(tmp_path / "journal.db"), pytest.raises(JournalUnusable) as caught:
        WriterLock(tmp_path / "journal.db")
    assert caught.value.why is JournalTrouble.IN_USE
    assert (tmp_path / "journal.db.lock").read_bytes() == b""


def test_every_login_writes_the_same_log(shared: Path) -> None:
    """One after the other, into one file."""
    for user, text in ((ASHA, "asha was here"), (RAVI, "ravi was here")):
        with acting_as(user):
            log = logs.start(paths.log_dir(shared))
            logging.getLogger("desktop").warning("%s", text)
            log.stop()
            assert log.path is not None
    written = (paths.log_dir(shared) / "points-till.log").read_text(encoding="utf-8")
    assert "asha was here" in written
    assert "ravi was here" in written


def test_each_login_has_a_door_of_its_own(shared: Path) -> None:
    """A hand-over never goes to the window of another login."""
    doors = []
    for user in (ASHA, RAVI):
        with acting_as(user):
            doors.append(next(iter(addresses(shared))))
    assert doors == [(shared / "door-4001", "window"), (shared / "door-4002", "window")]


def test_the_machine_s_folder_is_used_if_it_is_there(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by a login that may not enter it. Without it, each user has folders of their own."""
    own = (paths.config_dir(), paths.data_dir())
    assert own == (paths.user_config_dir(), paths.user_data_dir())
    monkeypatch.setattr(paths, "machine_place", lambda: shared)
    assert (paths.config_dir(), paths.data_dir(), paths.machine_data(shared)) == (shared, shared, shared)
    assert paths.open_tills_dir() == shared / "open-tills"
    with acting_as(STRANGER):
        assert paths.data_dir() == shared
    monkeypatch.setattr(paths, "machine_place", lambda: shared / "missing")
    assert paths.data_dir() == own[1]
    assert paths.machine_data(own[1]) is None
    (shared / "link").symlink_to(shared)
    monkeypatch.setattr(paths, "machine_place", lambda: shared / "link")
    assert paths.machine_dir() is None


def test_the_machine_s_folder_does_not_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a cashier could begin an empty journal."""
    before = paths.machine_place()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DATA_DIRS", "HOME", "ProgramData"):
        monkeypatch.setenv(name, "/tmp/elsewhere")
    assert paths.machine_place() == before
