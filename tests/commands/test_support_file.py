"""Tests the command `support-file`."""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from desktop import command_line, paths, support_file
from desktop.commands import run_verb
from desktop.commands.console import Console
from desktop.domain.exit_codes import ExitCode
from desktop.logs import crashes
from desktop.settings_loading import load_settings
from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin
from desktop.store.writer_lock import WriterLock
from desktop.texts import load_catalogue
from desktop.training.state import PASSWORD
from tests.commands.runs import ASHA, at, run

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Returns the file to write, which does not exist yet."""
    (tmp_path / "out").mkdir()
    return tmp_path / "out" / "support.zip"


def test_no_folder_is_made(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is made for a wrong name would hide the file."""
    missing = tmp_path / "stick" / "new"
    assert run(data, "support-file", str(missing / "support.zip")) == (ExitCode.USAGE, "")
    assert "is in a folder that does not exist" in capsys.readouterr().err
    assert not missing.parent.exists()


def parts(target: Path) -> dict[str, str]:
    """Returns the texts in a support file by their names."""
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def checks(found: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Returns the doctor's checks in a support file by their names."""
    return {str(one["name"]): one for one in json.loads(found["doctor.json"])["checks"]}


def test_the_file_has_everything_and_the_command_prints_it(
    filled: Path, target: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has settings with sources, the doctor's report, the journal in numbers, versions, logs and crash reports."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    logs = paths.log_dir(filled)
    (logs / crashes.FOLDER).mkdir(parents=True)
    (logs / "points-till.log").write_text("2026-11-26T10:00:00+00:00 INFO counter desktop: for +91 97777 88221\n")
    (logs / "points-till.log.1").write_text("older\n")
    (logs / crashes.FOLDER / "crash-20261126T100000000000Z-1.txt").write_text("Version: 1\nasha.rao@example.com\n")
    code, printed = run(filled, "support-file", str(target), *at(service))
    assert code is ExitCode.DONE
    found = parts(target)
    assert [line.split()[1] for line in printed.splitlines()] == [*found, str(target)]
    assert list(found) == [
        "about.txt", "versions.json", "settings.json", "doctor.json", "journal.json", "logs/points-till.log",
        "logs/points-till.log.1", "crashes/crash-20261126T100000000000Z-1.txt",
    ]  # fmt: skip
    settings = json.loads(found["settings.json"])["settings"]
    assert settings["server"] == {"value": service.url, "source": "command line"}
    assert settings["mobile_form"] == {"value": "digits", "source": "default"}
    doctor = json.loads(found["doctor.json"])
    assert doctor["ok"] is True
    assert {"program", "settings", "journal", "address", "till", "printers"} <= set(checks(found))
    assert checks(found)["journal"]["details"]["head"] == json.loads(found["journal.json"])["head"]
    journal = json.loads(found["journal.json"])
    assert journal["attempts"] == {"redeemed": 1, "refused": 1, "unknown": 1}
    with SqliteJournal.open(paths.journal(filled), writer=False) as opened:
        assert (journal["head"], journal["journal_id"]) == (opened.head, opened.identity)
    assert json.loads(found["versions.json"])["python"].startswith("3.")
    assert "INFO counter desktop: for +•" in found["logs/points-till.log"]
    whole = "".join(found.values())
    for secret in (ASHA, "97777 88221", "asha.rao", "Asha"):
        assert secret not in whole
    if os.name != "nt":
        assert target.stat().st_mode & 0o777 == 0o600


def test_secrets_in_settings_are_left_out(data: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash is not shown, a password in an address is masked, and a password in the wrong place is not repeated."""
    stored = hash_pin("471108", Cost(4, 8, 1))
    config = data.parent / "config"
    config.mkdir()
    (config / "settings.json").write_text(
        json.dumps({"supervisor_pin": stored, "password": "hunter2", "receipt_footer": "Call asha.rao@example.com"})
    )
    monkeypatch.setenv("POINTS_TILL_STORE", "http://joe:hunter3@proxy:3128/")
    monkeypatch.setenv("POINTS_TILL_PASSWORD", "hunter4")
    run(data, "support-file", str(target), config=config)
    whole = "".join(parts(target).values())
    for secret in (stored, "hunter2", "hunter3", "hunter4", "asha.rao"):
        assert secret not in whole
    assert "not belong in a file" in whole


def test_it_works_beside_a_window_and_with_whatever_is_broken(filled: Path, target: Path) -> None:
    """A lock, a damaged journal and settings that cannot be read are what the file is for."""
    config = filled.parent / "config"
    config.mkdir()
    (config / "settings.json").write_text('{"server": 7, "store": ')
    lock = WriterLock(paths.journal(filled))
    try:
        assert run(filled, "support-file", str(target), config=config)[0] is ExitCode.DONE
        assert json.loads(parts(target)["journal.json"])["attempts"]["redeemed"] == 1
        assert json.loads(parts(target)["settings.json"])["problems"]
    finally:
        lock.release()
    paths.journal(filled).write_bytes(b"no journal at all" * 1000)
    assert run(filled, "support-file", str(target), config=config)[0] is ExitCode.DONE
    assert "PT-JOURNAL-DAMAGED" in json.loads(parts(target)["journal.json"])["problem"]
    assert checks(parts(target))["journal"]["code"] == "PT-JOURNAL-DAMAGED"


def test_a_part_that_fails_does_not_take_the_others_with_it(
    filled: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the doctor has a mistake of its own, the file says so, without the secrets in the mistake's text."""

    def fail(_console: object) -> None:
        raise RuntimeError("no member 919777788221 at http://joe:hunter3@proxy/")

    monkeypatch.setattr("desktop.commands.doctor.examine", fail)
    assert run(filled, "support-file", str(target))[0] is ExitCode.DONE
    problem = json.loads(parts(target)["doctor.json"])["problem"]
    assert "RuntimeError" in problem
    assert "hunter3" not in problem
    assert "919777788221" not in problem


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_no_link_is_followed(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the file nor a log may be a link: it could lead to a file of somebody else."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"PK precious")
    link = tmp_path / "link.zip"
    link.symlink_to(victim)
    assert run(filled, "support-file", str(link))[0] is ExitCode.USAGE
    assert "is a link" in capsys.readouterr().err
    assert victim.read_bytes() == b"PK precious"
    secret = tmp_path / "secret"
    secret.write_text("private text")
    paths.log_dir(filled).mkdir()
    (paths.log_dir(filled) / "points-till.log.2").symlink_to(secret)
    target = tmp_path / "support.zip"
    assert run(filled, "support-file", str(target))[0] is ExitCode.DONE
    assert "private text" not in "".join(parts(target).values())


def test_a_file_of_another_kind_is_not_lost(filled: Path, tmp_path: Path) -> None:
    """A name that was typed wrongly must not replace a document. An earlier support file is replaced."""
    precious = tmp_path / "letter.txt"
    precious.write_text("Dear Meera")
    assert run(filled, "support-file", str(precious))[0] is ExitCode.USAGE
    assert precious.read_text() == "Dear Meera"
    target = tmp_path / "support.zip"
    for _ in range(2):
        assert run(filled, "support-file", str(target))[0] is ExitCode.DONE
    assert "about.txt" in parts(target)


@pytest.mark.parametrize("where", ["data", "config", "folder"])
def test_the_tills_own_folders_and_other_folders_are_refused(filled: Path, tmp_path: Path, where: str) -> None:
    """A support file in the till's folder could take the place of the journal."""
    config = tmp_path / "config"
    config.mkdir()
    target = {"data": filled / "journal.db", "config": config / "support.zip", "folder": tmp_path}[where]
    before = paths.journal(filled).read_bytes()
    assert run(filled, "support-file", str(target), config=config)[0] is ExitCode.USAGE
    assert paths.journal(filled).read_bytes() == before


def test_a_disk_without_room_leaves_nothing(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is written whole or not at all."""

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(os, "fsync", refuse)
    assert run(filled, "support-file", str(folder / "support.zip"))[0] is ExitCode.UNUSABLE
    assert "No space left" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("words", [["support-file"], ["support-file", "a", "b"], ["support-file", " "]])
def test_it_needs_one_file(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Anything else is a usage error."""
    from desktop import start

    assert start.run(["points-till", *words]) == ExitCode.USAGE
    assert "support-file needs the name of one file" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="names are text on Windows")
def test_a_name_that_is_no_text(data: Path, tmp_path: Path) -> None:
    """The file is written, and its name is printed as far as it can be, also on a standard output that is strict."""
    target = tmp_path / os.fsdecode(b"support-\xff.zip")
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="strict")
    command = command_line.parse(["support-file", str(target)])
    loaded = load_settings(command, tmp_path)
    console = Console(command, loaded, config=tmp_path / "config", data=data, catalogue=load_catalogue(), out=out)
    assert run_verb(console) is ExitCode.DONE
    out.seek(0)
    assert out.read().endswith("support-\\udcff.zip\n")
    assert parts(target)


@pytest.mark.parametrize("year", [1970, 2200])
def test_a_clock_that_is_far_off(data: Path, tmp_path: Path, year: int) -> None:
    """A till without a battery begins in 1970, which no zip has. The file says what its clock says."""
    loaded = load_settings(command_line.parse([]), tmp_path)
    now = datetime(year, 1, 1, 3, tzinfo=UTC)
    made = support_file.make(loaded, data=data, diagnose=dict, now=now)
    with zipfile.ZipFile(io.BytesIO(made.archive)) as archive:
        assert archive.testzip() is None
        assert now.isoformat() in archive.read("about.txt").decode()
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_DEFLATED}
