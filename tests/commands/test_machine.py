"""Tests the commands `machine share` and `machine move`."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import paths, start
from desktop.domain.exit_codes import ExitCode
from desktop.domain.hand_over_record import ExpectedFile, HandOverRecord
from desktop.domain.redemption import State, Step, new_reference
from desktop.store.api_token import read_token
from desktop.store.journal import SqliteJournal
from desktop.store.pos_records import PosRecords
from desktop.store.print_queue import PrintQueue
from desktop.store.secrets import Passwords
from desktop.store.writer_lock import WriterLock
from desktop.training.answers import TILL
from tests.commands.runs import NOW, draft, reported, run
from tests.logins import RAVI, acting_as, needs_root
from tests.paper import print_job

if sys.platform != "win32":
    import grp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.keyrings import MemoryKeyring

pytestmark = needs_root

EU = "https://eu.example.com"


@pytest.fixture
def outside() -> Iterator[Path]:
    """A folder that every user can enter."""
    made = Path(tempfile.mkdtemp(prefix="points-till-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def group() -> str:
    """Any group of this machine but root's."""
    if sys.platform != "win32":
        return next(one.gr_name for one in grp.getgrall() if one.gr_gid != 0)
    raise NotImplementedError


@pytest.fixture
def machine(outside: Path, group: str) -> Path:
    """The machine's folder."""
    folder = outside / "till"
    code, _ = run(folder, "machine", "share", "--group", group)
    assert code is ExitCode.DONE
    return folder


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine_keyring: MemoryKeyring) -> Path:
    """The folder of a login that has had a till for itself."""
    config, data = tmp_path / "own-config", tmp_path / "own-data"
    monkeypatch.setattr(paths, "user_config_dir", lambda: config)
    monkeypatch.setattr(paths, "user_data_dir", lambda: data)
    config.mkdir()
    (config / "settings.json").write_text(json.dumps({"server": EU, "till": TILL}), encoding="utf-8")
    SqliteJournal.open(paths.journal(data)).close()
    machine_keyring.kept[f"points-till:{TILL}@{EU}:443", TILL] = "hunter2"
    monkeypatch.setattr(
        machine_keyring, "delete_password", lambda *entry: machine_keyring.kept.pop(entry), raising=False
    )
    return data


def move(machine: Path) -> tuple[ExitCode, str]:
    """Runs `machine move` for a till whose folders are the machine's."""
    return run(machine, "machine", "move", config=machine)


def test_the_doctor_of_a_login_without_rights(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to do, and no check fails with a mistake of its own."""
    monkeypatch.setattr(os, "access", lambda *_args, **_more: False)
    checks = {one["name"]: one for one in reported(machine)["checks"]}
    assert checks["login"]["code"] == "PT-JOURNAL-READ-ONLY"
    assert "group" in checks["login"]["text"]
    assert checks["log"]["code"] == "PT-LOG"
    assert checks["settings"]["code"] != "PT-CHECK-FAILED"


def test_sharing_makes_a_folder_for_the_group(outside: Path, group: str) -> None:
    """It is root's, members of the group use it, and no one else. Doing it again corrects it."""
    folder = outside / "till"
    for _ in range(2):
        code, printed = run(folder, "machine", "share", "--group", group)
        assert code is ExitCode.DONE
        assert f"{folder} belongs to the group {group}" in printed
        found = folder.stat()
        assert (stat.S_IMODE(found.st_mode), found.st_uid) == (0o2770, 0)
        if sys.platform != "win32":  # tells mypy what `needs_root` tells pytest
            assert found.st_gid == grp.getgrnam(group).gr_gid
        assert paths.machine_data(folder) == folder
        folder.chmod(0o777)


def test_what_is_not_root_s_own_is_not_shared(outside: Path, group: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that a user has left there, and a user's folder. Root gives away neither."""
    (outside / "secret").mkdir(mode=0o700)
    (outside / "link").symlink_to(outside / "secret")
    (outside / "theirs").mkdir()
    shutil.chown(outside / "theirs", RAVI, RAVI)
    (outside / "file").touch()
    for name in ("link", "theirs", "file", "missing/till"):
        assert run(outside / name, "machine", "share", "--group", group)[0] is ExitCode.UNUSABLE, name
    assert stat.S_IMODE((outside / "secret").stat().st_mode) == 0o700
    assert (outside / "theirs").stat().st_uid == RAVI
    assert "does not belong to root" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "says"), [("no-such-group", "make it"), ("root", "no group for a till")])
def test_the_group_has_to_be_a_till_s(outside: Path, name: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is made."""
    assert run(outside / "till", "machine", "share", "--group", name)[0] is ExitCode.UNUSABLE
    assert says in capsys.readouterr().err
    assert not (outside / "till").exists()


def test_only_root_shares(outside: Path, group: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A cashier cannot."""
    run(outside / "other", "machine", "share", "--group", group)
    with acting_as(RAVI):
        code, _ = run(outside / "till", "machine", "share", "--group", group, config=outside)
    assert code is ExitCode.UNUSABLE
    assert "only root" in capsys.readouterr().err


def test_settings_secret_and_journal_move(machine: Path, own: Path, machine_keyring: MemoryKeyring) -> None:
    """The machine has them, the login has none of its own any more, and nothing secret is printed."""
    with SqliteJournal.open(paths.journal(own)) as journal:
        identity = journal.identity
    code, printed = move(machine)
    assert code is ExitCode.DONE
    assert printed.splitlines() == ["moved the settings", "moved the journal", "moved the password"]
    assert json.loads((machine / "settings.json").read_text(encoding="utf-8"))["till"] == TILL
    assert Passwords({}, home=EU, machine=machine).get(TILL, EU) == "hunter2"
    assert not machine_keyring.kept
    with SqliteJournal.open(paths.journal(machine)) as journal:
        assert (journal.identity, journal.moved_from) == (identity, "")
    assert not paths.journal(own).exists()
    assert move(machine) == (ExitCode.DONE, "nothing to move\n")


def test_moving_is_told_once(machine: Path, own: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The terminal has the command's own words. The log has the folders, for support."""
    code = start.run(["points-till", "machine", "move", "--data", str(machine), "--config", str(machine)])
    printed = capfd.readouterr()
    assert code == ExitCode.DONE
    assert "moved the journal\n" in printed.out
    assert printed.err == ""
    log = (paths.log_dir(machine) / "points-till.log").read_text(encoding="utf-8")
    assert f"moved from {own} to {machine}: the journal" in log


def test_a_second_login_keeps_what_the_machine_has_already(
    machine: Path, own: Path, machine_keyring: MemoryKeyring
) -> None:
    """Settings and secret of the machine count. What the second login does not know yet is settled there."""
    SqliteJournal.open(paths.journal(machine)).close()
    (machine / "settings.json").write_text(json.dumps({"server": EU, "till": TILL}), encoding="utf-8")
    Passwords({}, home=EU, machine=machine).set(TILL, "the machine's", EU)
    with SqliteJournal.open(paths.journal(own)) as journal:
        made = journal.begin(draft("MG-1", "5"), new_reference(NOW), till=TILL, cashier="Meera", at=NOW)
        journal.step(made.reference, Step.LOST, at=NOW)
    assert move(machine) == (ExitCode.DONE, "moved the journal, which was joined to the machine's\n")
    assert Passwords({}, home=EU, machine=machine).get(TILL, EU) == "the machine's"
    assert list(machine_keyring.kept.values()) == ["hunter2"]
    with SqliteJournal.open(paths.journal(machine)) as journal:
        (unknown,) = journal.in_states(State.UNKNOWN)
        assert (unknown.reference, unknown.journal_id) == (made.reference, journal.identity)
    assert not paths.journal(own).exists()


def test_receipts_hand_overs_and_the_token_move_too(machine: Path, own: Path) -> None:
    """What the machine has already stays beside it. Doing it again adds nothing."""
    for folder, name in ((own, "own"), (machine, "machine")):
        with closing(PrintQueue(paths.print_queue(folder))) as queue:
            for reference in (name, f"{name} again"):
                queue.add(print_job(reference=reference))
        with PosRecords(paths.pos_records(folder)) as records:
            records.expect(ExpectedFile(path=f"/pos/{name}.json", reference=name, reversal_id=""))
            records.add(HandOverRecord(id=name, at=NOW, fields={}, key=name))
    paths.api_token(own).write_text("t" * 40, encoding="ascii")
    code, printed = move(machine)
    assert code is ExitCode.DONE
    for what in ("print jobs", "records of hand-overs", "token of the local interface"):
        assert f"moved the {what}\n" in printed
    with closing(PrintQueue(paths.print_queue(machine))) as queue:
        assert [job.reference for job in queue.unfinished()] == ["machine", "machine again", "own", "own again"]
        with closing(PrintQueue(paths.print_queue(own).with_name("print-queue.db.moved"))) as moved:
            assert queue.take_over(moved) == 0
    with PosRecords(paths.pos_records(machine)) as records:
        assert [one.reference for one in records.expected()] == ["machine", "own"]
        assert records.find_key("own") is not None
    assert read_token(paths.api_token(machine)) == "t" * 40
    assert not paths.print_queue(own).exists()
    assert not paths.pos_records(own).exists()


def test_a_locked_keyring_does_not_hold_up_the_journal(
    machine: Path,
    own: Path,
    machine_keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Run again with an open keyring, it moves the password too."""
    from keyring.errors import KeyringLocked

    def locked(*_: str) -> str:
        raise KeyringLocked("x")

    with monkeypatch.context() as patch:
        patch.setattr(machine_keyring, "get_password", locked)
        code, printed = move(machine)
    assert (code, printed.splitlines()) == (ExitCode.UNUSABLE, ["moved the settings", "moved the journal"])
    assert "run this command again" in capsys.readouterr().err
    assert not paths.journal(own).exists()
    assert move(machine) == (ExitCode.DONE, "moved the password\n")


def test_an_open_till_is_not_moved(machine: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The window has to be closed first. Nothing that belongs to its journal moves without it."""
    PrintQueue(paths.print_queue(own)).close()
    with WriterLock(paths.journal(own)):
        code, printed = move(machine)
    assert code is ExitCode.UNUSABLE
    assert "journal" not in printed
    assert "run this command again" in capsys.readouterr().err
    assert paths.journal(own).exists()
    assert paths.print_queue(own).exists()
    assert not paths.journal(machine).exists()


def test_without_a_shared_folder_nothing_moves(tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says how to make one."""
    assert move(tmp_path / "private")[0] is ExitCode.UNUSABLE
    assert "machine share" in capsys.readouterr().err
    assert paths.journal(own).exists()
