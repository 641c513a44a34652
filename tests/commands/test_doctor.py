"""Tests the command `doctor`."""

from __future__ import annotations

import errno
import json
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin
from desktop.store.writer_lock import WriterLock
from desktop.training.answers import TILL
from desktop.training.state import PASSWORD
from tests.commands.runs import ASHA, at, run, store_password

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.keyrings import MemoryKeyring


@pytest.mark.parametrize("what", ["file", "none"])
def test_the_doctor_of_a_data_folder_that_cannot_be_made(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Something else has its name, or has the name of the folder above: a window could not write its journal."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    assert run(data, "doctor", *at(service))[0] is ExitCode.DONE
    data.write_bytes(b"no folder")
    folder = data if what == "file" else data / "below"
    code, said = run(folder, "doctor", *at(service), config=data.parent / "config")
    assert code is ExitCode.UNUSABLE
    assert "disk: " in said


def test_the_doctor_of_a_lock_that_cannot_be_taken(
    filled: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window could not take it either, and would not redeem."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    lock = paths.journal(filled).with_name(paths.journal(filled).name + ".lock")
    lock.unlink()
    lock.mkdir()
    code, said = run(filled, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert "(PT-JOURNAL-UNAVAILABLE)" in said


def test_the_doctor_of_a_healthy_till(
    filled: Path, service: PracticeService, safe: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is set and from where, folders, versions, the journal and the service; no secret in it, and no number."""
    secret = "hush-hush-hush"
    service.password = secret
    store_password(safe, service, secret)
    monkeypatch.setenv("POINTS_TILL_STORE", "MG Road")
    code, said = run(filled, "doctor", *at(service))
    assert code is ExitCode.DONE
    lines = dict(line.split(": ", 1) for line in said.splitlines())
    assert lines["setting store"].startswith("MG Road (environment). The store's name")
    assert lines["setting server"].startswith(f"{service.url} (command line). ")
    assert lines["setting country"].startswith("IN (default). ")
    assert lines["journal"] == f"{paths.journal(filled)} (1 not known yet)"
    assert lines["journal check"].startswith("7 events, head ")
    assert lines["service"] == "answers, and knows this till"
    assert lines["data folder"] == str(filled)
    assert lines["PySide6_Essentials"] != "missing"
    assert secret not in said
    assert ASHA not in said


def test_the_doctor_of_a_disk_that_takes_nothing(
    filled: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be read and the service answers, but no redemption could be written down: that is not healthy."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    assert run(filled, "doctor", *at(service))[0] is ExitCode.DONE
    before = sorted(filled.iterdir())

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, said = run(filled, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert f"disk: nothing can be written to {filled}: No space left on device" in said
    assert sorted(filled.iterdir()) == before


def test_the_doctor_names_what_is_no_setting(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt setting changes nothing, and nobody would find out why."""
    monkeypatch.setenv("POINTS_TILL_SEVER", "https://x.example")
    said = run(data, "doctor", *at(service))[1]
    assert "no setting: POINTS_TILL_SEVER (environment) changes nothing: is it misspelt?" in said


def test_the_doctor_keeps_the_secret_of_the_environment(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A password out of the environment is used and not shown."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", "hush-hush-hush")
    code, said = run(data, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert "hush" not in said
    assert "(401)" in said


def test_the_doctor_of_a_till_that_is_not_set_up(data: Path) -> None:
    """What is missing is named, and nothing is made on the disk by asking."""
    code, said = run(data, "doctor")
    assert code is ExitCode.UNUSABLE
    assert "service: not set up: server and till are needed" in said
    assert "(none yet)" in said
    assert not data.exists()


def test_the_doctor_without_a_password(data: Path, service: PracticeService) -> None:
    """That no password is stored is said in the words that the cashier would see."""
    code, said = run(data, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert "service: This till's password is not set." in said
    assert "(PT-PASSWORD-MISSING)" in said


def test_the_doctor_of_a_damaged_journal(data: Path, service: PracticeService, safe: MemoryKeyring) -> None:
    """The journal's trouble and the service's health are told apart."""
    store_password(safe, service)
    path = paths.journal(data)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no journal" * 100)
    code, said = run(data, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert "(PT-JOURNAL-DAMAGED)" in said
    assert "service: answers, and knows this till" in said


def test_the_doctor_beside_an_open_window(filled: Path, service: PracticeService, safe: MemoryKeyring) -> None:
    """It can be asked while a till is at work."""
    store_password(safe, service)
    with WriterLock(paths.journal(filled)) as lock, SqliteJournal.open(paths.journal(filled), till="t", lock=lock):
        assert run(filled, "doctor", *at(service))[0] is ExitCode.DONE


def test_the_doctor_sends_a_stored_password_to_no_other_address(
    data: Path, service: PracticeService, safe: MemoryKeyring
) -> None:
    """An address on the command line gets no request at all; the reason has its own words."""
    config = data.parent / "config"
    config.mkdir(parents=True)
    (config / "settings.json").write_text(json.dumps({"server": "https://eu.example.com", "till": TILL}))
    for entry in (f"points-till:{TILL}", f"points-till:{TILL}@https://eu.example.com:443"):
        safe.kept = {(entry, TILL): PASSWORD}
        code, said = run(data, "doctor", *at(service))
        assert code is ExitCode.UNUSABLE
        assert "service: The stored password belongs to another address." in said
        assert "(PT-PASSWORD-OTHER-HOST)" in said
    assert service.requests() == ()


def test_the_doctor_tells_what_is_ignored(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting in a layer that may not set it is named with the layer and the reason."""
    monkeypatch.setenv("POINTS_TILL_SKIP_VALIDATION", "1")
    monkeypatch.setenv("POINTS_TILL_SETTLE_AFTER", "1")
    said = run(data, "doctor")[1]
    assert "ignored: skip_validation (environment) counts only in the machine's policy" in said
    assert "ignored: settle_after (environment) has a value that counts only in the machine's policy, or" in said
    assert "setting skip_validation: False (default)" in said


@pytest.mark.parametrize(
    ("stored", "says"),
    [
        (hash_pin("471108", Cost(4, 8, 1)), "set (policy)"),
        (
            f"scrypt${'MDEyMzQ1Njc4OWFiY2RlZg=='}$YWJj",
            "set, made by an earlier version, maybe of fewer than six digits",
        ),
    ],
)
def test_the_doctor_asks_for_a_longer_pin(data: Path, stored: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hash of an earlier version may be of four digits; the hash itself is not shown."""
    policy = data.parent / "policy.json"
    policy.write_text(json.dumps({"supervisor_pin": stored}))
    monkeypatch.setattr(paths, "policy_files", lambda: (policy,))
    monkeypatch.setattr("desktop.store.policy_trust.problem", lambda _path: "")
    said = run(data, "doctor")[1]
    assert f"setting supervisor_pin: {says}" in said
    assert stored not in said
