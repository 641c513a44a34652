"""Tests the command `doctor`."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from desktop import paths
from desktop.domain.exit_codes import ExitCode
from desktop.domain.hand_over_record import ExpectedFile, HandOverRecord
from desktop.pos.local_api.application import LocalApi
from desktop.pos.local_api.server import ApiServer
from desktop.store import opening
from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin
from desktop.store.pos_records import PosRecords
from desktop.store.writer_lock import WriterLock
from desktop.training.answers import TILL
from desktop.training.state import PASSWORD
from tests.commands.runs import ASHA, at, reported, run, store_password
from tests.pos.local_api.backends import MemoryTill
from tests.pos.local_api.caller import free_port
from tests.store.test_migration import JOURNALS

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.keyrings import MemoryKeyring


@pytest.mark.parametrize("what", ["file", "none"])
def test_the_doctor_of_a_data_folder_that_cannot_be_made(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """A file in place of the data folder or of its parent makes the till unusable, because it could not write its
    journal.
    """
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    code, printed = run(data, "doctor", *at(service))
    assert code is ExitCode.DONE
    assert f"{data} is not there yet and can be made, " in printed
    data.write_bytes(b"no folder")
    folder = data if what == "file" else data / "below"
    code, printed = run(folder, "doctor", *at(service), config=data.parent / "config")
    assert code is ExitCode.UNUSABLE
    assert f"STOP  disk        {folder} cannot be made" in printed or f"nothing can be written to {folder}" in printed


def test_the_doctor_of_a_full_disk_without_a_data_folder(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new till could not write its journal there."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    used = shutil.disk_usage(data.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: used._replace(free=4096))
    code, printed = run(data, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert f"nothing can be written to {data}: {os.strerror(errno.ENOSPC)} (PT-DISK)" in printed


def test_the_doctor_of_a_lock_that_cannot_be_taken(
    filled: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock that cannot be taken makes the till unusable, because a window could not take it either."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    lock = paths.journal(filled).with_name(paths.journal(filled).name + ".lock")
    lock.unlink()
    lock.mkdir()
    code, printed = run(filled, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    # Windows opens no folder, and says that rights are missing.
    assert f"(PT-JOURNAL-{'READ-ONLY' if os.name == 'nt' else 'UNAVAILABLE'})" in printed


def test_the_doctor_of_a_healthy_till(
    filled: Path, service: PracticeService, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report names settings with their sources, folders, versions, journal and service, but no secret and no
    number.
    """
    secret = "hush-hush-hush"
    service.password = secret
    store_password(machine_keyring, service, secret)
    monkeypatch.setenv("POINTS_TILL_STORE", "MG Road")
    code, printed = run(filled, "doctor", *at(service))
    assert code is ExitCode.DONE
    report = reported(filled, *at(service))
    checks = {one["name"]: one for one in report["checks"]}
    assert report["ok"]
    assert not any(one["stops"] for one in report["checks"])
    values = checks["settings"]["details"]["values"]
    assert values["store"] == {"value": "MG Road", "source": "environment"}
    assert values["server"] == {"value": service.url, "source": "command line"}
    assert values["country"] == {"value": "IN", "source": "default"}
    assert "store = MG Road (environment)" in printed
    assert checks["journal"]["text"] == str(paths.journal(filled))
    assert checks["journal"]["details"]["events"] == 7
    assert "checked: 7 events, head " in printed
    assert checks["attempts"]["details"]["unknown"] == 1
    assert "1 not known yet, the oldest since " in printed
    assert checks["service"]["details"]["http_status"] == 200
    assert checks["disk"]["details"]["folder"] == str(filled)
    assert checks["program"]["details"]["versions"]["qt"].startswith("6.")
    assert "This till can redeem." in printed
    printed += json.dumps(report)
    assert secret not in printed
    assert ASHA not in printed


def test_the_doctor_of_a_full_disk(filled: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk makes the till unusable, even if it can be read and the service answers."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    monkeypatch.setenv("QT_SCALE_FACTOR", "1000")
    code, printed = run(filled, "doctor", *at(service))
    assert code is ExitCode.DONE
    assert f"{filled} can be written to, " in printed
    assert "QT_SCALE_FACTOR is 1000 and does not count" in printed
    before = sorted(filled.iterdir())

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, printed = run(filled, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert f"nothing can be written to {filled}: No space left on device (PT-DISK)" in printed
    assert sorted(filled.iterdir()) == before


@pytest.mark.parametrize("has_room", [False, True])
def test_the_doctor_of_a_disk_without_room_for_converting_the_journal(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, has_room: bool
) -> None:
    """A till whose next start cannot convert its older journal is unusable, and doctor says how much room it lacks."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    data.mkdir()
    with closing(sqlite3.connect(paths.journal(data))) as raw:
        raw.executescript((JOURNALS / "states_of_version_3.sql").read_text(encoding="utf-8"))
    usage = shutil.disk_usage(data)
    free = paths.journal(data).stat().st_size + (2**21 if has_room else -(2**20))
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage._replace(free=free))
    journal = next(one for one in reported(data, *at(service))["checks"] if one["name"] == "journal")
    assert journal["stops"] is not has_room
    if not has_room:
        assert journal["code"] == "PT-JOURNAL-FULL"
        assert "the disk needs 2 MB more" in journal["text"]


def test_the_doctor_names_unknown_settings(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt setting has no effect, so doctor names it."""
    monkeypatch.setenv("POINTS_TILL_SEVER", "https://x.example")
    printed = run(data, "doctor", *at(service))[1]
    assert "not a setting: POINTS_TILL_SEVER (environment) changes nothing: is it misspelt?" in printed


def test_the_doctor_does_not_print_the_password(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A password from the environment is used, but not printed."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", "hush-hush-hush")
    code, printed = run(data, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert "hush" not in printed
    assert "(401)" in printed


def test_the_doctor_of_a_till_that_is_not_set_up(data: Path) -> None:
    """Doctor names what is missing, and creates nothing on the disk."""
    code, printed = run(data, "doctor")
    assert code is ExitCode.UNUSABLE
    assert "not set up: server and till needed (PT-NOT-SET-UP)" in printed
    assert "(none yet)" in printed
    assert not data.exists()


def test_the_doctor_of_a_till_in_training(data: Path) -> None:
    """A window in training redeems without any set-up, so the practice service that it would start is checked."""
    report = reported(data, "--training")
    assert report["ok"]
    checks = {one["name"]: one for one in report["checks"]}
    assert checks["password"]["details"] == {"found": True, "source": "practice"}
    assert checks["service"]["details"]["accepted"]
    assert not data.exists()


def test_the_doctor_without_a_password(data: Path, service: PracticeService) -> None:
    """Doctor says how to store a missing password. The service is not called, and the reason is named once."""
    code, printed = run(data, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert "none is stored for this till: points-till password set --till NAME (PT-PASSWORD-MISSING)" in printed
    assert "not called: see password" in printed
    assert "This till cannot redeem now: see password." in printed


def test_the_doctor_of_a_damaged_journal(data: Path, service: PracticeService, machine_keyring: MemoryKeyring) -> None:
    """Doctor reports the damaged journal, and separately that the service is fine."""
    store_password(machine_keyring, service)
    path = paths.journal(data)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no journal" * 100)
    code, printed = run(data, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert "(PT-JOURNAL-DAMAGED)" in printed
    assert re.search(
        r"^ok    service     HTTP 200 in \d+ ms: accepts this till and its password$", printed, re.MULTILINE
    )


@pytest.mark.parametrize(
    "change",
    ["UPDATE event SET at_us = at_us + 1 WHERE seq = 2", "DELETE FROM event WHERE seq = 3"],
)
def test_the_doctor_finds_a_changed_journal(
    filled: Path, service: PracticeService, machine_keyring: MemoryKeyring, change: str
) -> None:
    """A journal that opens and can be read is damaged all the same if its chain is broken in the middle."""
    store_password(machine_keyring, service)
    path = paths.journal(filled)
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    assert connection.execute(change).rowcount == 1
    connection.close()
    code, printed = run(filled, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert re.search(r"^STOP  journal .*; it is damaged: .* \(PT-JOURNAL-DAMAGED\)$", printed, re.MULTILINE)
    assert "This till cannot redeem now: see journal." in printed
    assert not reported(filled, *at(service))["ok"]


def test_the_doctor_beside_an_open_window(
    filled: Path, service: PracticeService, machine_keyring: MemoryKeyring
) -> None:
    """Doctor works while a window is open."""
    store_password(machine_keyring, service)
    with WriterLock(paths.journal(filled)) as lock, SqliteJournal.open(paths.journal(filled), till="t", lock=lock):
        assert run(filled, "doctor", *at(service))[0] is ExitCode.DONE


def test_the_doctor_beside_an_open_window_and_a_program_that_locks_its_journal(
    filled: Path, service: PracticeService, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window would refuse to redeem, so doctor says so too."""
    monkeypatch.setattr(opening, "_WRITING_TIMEOUT", 0.0)
    store_password(machine_keyring, service)
    path = paths.journal(filled)
    with (
        WriterLock(path) as lock,
        SqliteJournal.open(path, till="t", lock=lock),
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        code, printed = run(filled, "doctor", *at(service))
    assert code is ExitCode.UNUSABLE
    assert "(PT-JOURNAL-IN-USE)" in printed


def test_the_doctor_sends_a_stored_password_to_no_other_address(
    data: Path, service: PracticeService, machine_keyring: MemoryKeyring
) -> None:
    """An address on the command line gets no request, and doctor gives the reason."""
    config = data.parent / "config"
    config.mkdir(parents=True)
    (config / "settings.json").write_text(json.dumps({"server": "https://eu.example.com", "till": TILL}))
    for entry in (f"points-till:{TILL}", f"points-till:{TILL}@https://eu.example.com:443"):
        machine_keyring.kept = {(entry, TILL): PASSWORD}
        code, printed = run(data, "doctor", *at(service))
        assert code is ExitCode.UNUSABLE
        assert "one is stored, but for another address" in printed
        assert "(PT-PASSWORD-OTHER-HOST)" in printed
    assert service.requests() == ()


def test_the_doctor_names_ignored_settings(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting in a source that must not set it is named with its source and the reason."""
    monkeypatch.setenv("POINTS_TILL_SKIP_VALIDATION", "1")
    monkeypatch.setenv("POINTS_TILL_SETTLE_AFTER", "1")
    printed = run(data, "doctor")[1]
    assert "ignored: skip_validation (environment) counts only in the machine's policy" in printed
    assert "ignored: settle_after (environment) has a value that counts only in the machine's policy, or" in printed
    assert "skip_validation = " not in printed


def test_the_doctor_names_what_waits_for_a_supervisor_who_has_no_pin(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the PIN, a policy that lets only supervisors do something lets no one do it. The till redeems."""
    policy = data.parent / "policy.json"
    monkeypatch.setattr(paths, "policy_files", lambda: (policy,))
    monkeypatch.setattr("desktop.store.policy_trust.problem", lambda _path: "")
    given = {"give_back": "supervisor", "skip_validation": True}
    policy.write_text(json.dumps(given))
    check = next(one for one in reported(data)["checks"] if one["name"] == "settings")
    assert (check["ok"], check["stops"], check["details"]["ignored"]) == (
        False,
        False,
        [
            "give_back is supervisor, and supervisor_pin is not set: no one can give points back",
            "skip_validation has no effect without supervisor_pin",
        ],
    )
    policy.write_text(json.dumps({**given, "supervisor_pin": hash_pin("471108", Cost(4, 8, 1))}))
    check = next(one for one in reported(data)["checks"] if one["name"] == "settings")
    assert not any("supervisor_pin is not" in one or "without" in one for one in check["details"]["ignored"])
    # What is wrong with a PIN that cannot be read is said once.
    policy.write_text(json.dumps({**given, "supervisor_pin": "4711"}))
    details = next(one for one in reported(data)["checks"] if one["name"] == "settings")["details"]
    assert (len(details["problems"]), details["ignored"]) == (1, [])


def test_the_doctor_shows_what_an_empty_policy_makes_stricter(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not among the defaults: store IT sees why no one gives points back, and the shop cannot change it."""
    policy = data.parent / "policy.json"
    policy.write_text("")
    monkeypatch.setattr(paths, "policy_files", lambda: (policy,))
    monkeypatch.setattr("desktop.store.policy_trust.problem", lambda _path: "")
    printed = run(data, "doctor")[1]
    assert "give_back = no-one (policy)" in printed
    assert "settle_after = 86400.0 (policy)" in printed
    assert "sign_on = True (policy)" in printed


def test_the_doctor_names_cashiers_who_have_no_pin(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page offers them, but they cannot sign on. Neither can one whose PIN is not as `pin hash` makes it.

    What keeps some cashiers out stops no others.
    """
    stored = hash_pin("471108", Cost(4, 8, 1))
    pins = data.parent / "pins.json"
    pins.write_text(json.dumps({"Meera Nair": stored, "1042 Dev Patil": stored, "Omar": "4711", "1043 Zoe": stored}))
    policy = data.parent / "policy.json"
    names = ["Meera Nair", "Dev Patil", "Omar", "Imran Ali", "1043 Zoe"]
    policy.write_text(json.dumps({"cashier_pin_file": str(pins), "sign_on": True, "cashiers": names}))
    monkeypatch.setattr(paths, "policy_files", lambda: (policy,))
    monkeypatch.setattr("desktop.store.policy_trust.problem", lambda _path: "")
    report = reported(data)
    check = next(one for one in report["checks"] if one["name"] == "settings")
    said = "cashiers who cannot sign on, because they have no PIN in cashier_pin_file: "
    assert (check["stops"], check["details"]["ignored"]) == (False, [f"{said}Omar, Imran Ali"])
    assert f"ignored: {said}Omar, Imran Ali" in run(data, "doctor")[1]
    # If only those on the list may sign on, the file and the list must name a cashier alike.
    policy.write_text(
        json.dumps({"cashier_pin_file": str(pins), "cashiers": names[:2] + names[4:], "only_listed_cashiers": True})
    )
    check = next(one for one in reported(data)["checks"] if one["name"] == "settings")
    assert check["details"]["ignored"] == [f"{said}Dev Patil"]
    pins.unlink()
    check = next(one for one in reported(data)["checks"] if one["name"] == "settings")
    assert (check["stops"], check["details"]["ignored"]) == (True, [])
    policy.write_text(json.dumps({"sign_on": True, "cashiers": [*names, *map(str, range(12))]}))
    assert "cannot sign on" not in run(data, "doctor")[1]


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (hash_pin("471108", Cost(4, 8, 1)), "supervisor_pin = set (policy)"),
        (
            f"scrypt${'MDEyMzQ1Njc4OWFiY2RlZg=='}$YWJj",
            "supervisor_pin was made by an earlier version, maybe of fewer than six digits",
        ),
    ],
)
def test_the_doctor_asks_for_a_longer_pin(
    data: Path, stored: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hash of an earlier version may be of four digits, so doctor asks for a new one. It does not print the hash."""
    policy = data.parent / "policy.json"
    policy.write_text(json.dumps({"supervisor_pin": stored}))
    monkeypatch.setattr(paths, "policy_files", lambda: (policy,))
    monkeypatch.setattr("desktop.store.policy_trust.problem", lambda _path: "")
    printed = run(data, "doctor")[1]
    assert expected in printed
    assert stored not in printed


def test_the_doctor_of_the_local_interface(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says whether the interface is off, not served, served, or another program's. Redeeming does not need it."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)

    def checked(port: int | None) -> tuple[object, object, object]:
        monkeypatch.setenv("POINTS_TILL_LOCAL_API", str(port or 0))
        report = reported(data, *at(service))
        (found,) = [one for one in report["checks"] if one["name"] == "interface"]
        return found["ok"], found["code"], found["details"]["served"]

    assert checked(0) == (True, "", False)
    assert checked(free_port()) == (True, "", False)
    assert checked(urlsplit(service.url).port) == (False, "PT-LOCAL-API-TAKEN", False)
    server = ApiServer(0, lambda port: LocalApi(MemoryTill(), (), port))
    try:
        assert checked(server.port) == (True, "", True)
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("name", "value", "missing"),
    [
        ("HEAD_OFFICE", "https://127.0.0.1:1", "head_office_key"),
        ("HEAD_OFFICE_KEY", f"{'c' * 43}.{'d' * 42}A", "head_office"),
    ],
)
def test_the_doctor_notes_a_head_office_that_is_set_up_by_half(
    data: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, missing: str
) -> None:
    """Such a till redeems and sends nothing, so no one else would notice it."""
    _, report = run(data, "doctor", "--json")
    (none,) = [one for one in json.loads(report)["checks"] if one["name"] == "sending"]
    assert (none["ok"], none["code"]) == (True, "")
    monkeypatch.setenv(f"POINTS_TILL_{name}", value)
    _, report = run(data, "doctor", "--json")
    (check,) = [one for one in json.loads(report)["checks"] if one["name"] == "sending"]
    assert (check["ok"], check["stops"], check["code"]) == (False, False, "PT-HEAD-OFFICE-INCOMPLETE")
    assert f"the setting {missing} has" in check["text"]


def test_the_doctor_names_hand_overs_that_cannot_be_read(data: Path) -> None:
    """The till works, but the POS gets no answer for these. Nothing is changed."""
    with PosRecords(paths.pos_records(data)) as records:
        for one in ("H1", "H2"):
            records.add(HandOverRecord(id=one, at=datetime.now(UTC), fields={"bill": one}))
        records.expect(ExpectedFile(path="a", reference="R1"))
    with closing(sqlite3.connect(paths.pos_records(data))) as raw, raw:
        raw.execute("UPDATE hand_over SET fields = '[' WHERE id = 'H1'")
        raw.execute("UPDATE expected_file SET reference = x'ff'")
    before = paths.pos_records(data).read_bytes()
    (check,) = [one for one in reported(data)["checks"] if one["name"] == "interface"]
    assert (check["ok"], check["code"], check["stops"]) == (False, "PT-POS-RECORDS", False)
    assert check["details"]["unreadable"] == 2
    printed = run(data, "doctor")[1]
    assert "cannot be read: not a hand-over: 'H1'" in printed
    assert "cannot be read: not a file of the POS: 'a'" in printed
    assert "H2" not in printed
    assert paths.pos_records(data).read_bytes() == before


def test_the_doctor_says_how_far_head_office_is(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without calling it. A till that is behind, or whose key is wrong, redeems all the same."""
    key = f"{'c' * 43}.{'d' * 42}A"
    monkeypatch.setenv("POINTS_TILL_HEAD_OFFICE", "https://127.0.0.1:1")
    monkeypatch.setenv("POINTS_TILL_HEAD_OFFICE_KEY", key)
    with SqliteJournal.open(paths.journal(data), till="till.one") as journal:
        identity = journal.identity
    (data / "head-office.json").write_text(
        json.dumps({"journal": identity, "acknowledged": 0, "contact": None, "problem": "key", "forked": False})
    )
    _, text = run(data, "doctor")
    assert "to head office: 0 of 1 events confirmed, 1 behind, never answered, last try failed: key" in text
    assert "c" * 43 not in text
    _, report = run(data, "doctor", "--json")
    (check,) = [one for one in json.loads(report)["checks"] if one["name"] == "sending"]
    assert (check["ok"], check["stops"], check["details"]["behind"]) == (False, False, 1)
    assert "c" * 43 not in report


@pytest.mark.skipif(os.name == "nt", reason="Windows says of a name that is too long that there is no such file")
def test_the_doctor_of_settings_and_a_policy_that_cannot_be_looked_at(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report says why, and still has all settings. A folder that this user may not enter fails in the same way."""
    policy = tmp_path / ("x" * 300) / "policy.json"
    monkeypatch.setattr(paths, "policy_files", lambda: (policy,))
    (check,) = [one for one in reported(data)["checks"] if one["name"] == "settings"]
    assert (check["code"], check["stops"]) == ("PT-SETTINGS", True)
    assert check["details"]["policies"] == [{"path": str(policy), "exists": True}]
    assert "cannot be read" in check["details"]["problems"][0]
    _, text = run(data, "doctor", config=tmp_path / ("y" * 300))
    assert re.search(r"^ *file: .*y/settings\.json \(File name too long\)$", text, re.MULTILINE)
    assert re.search(r"^ *policy: .*x/policy\.json \(File name too long\)$", text, re.MULTILINE)


def test_the_doctor_of_a_copied_journal(filled: Path, tmp_path: Path) -> None:
    """A copy is named before a till has been opened with it and afterwards, whatever is settled."""
    with SqliteJournal.open(paths.journal(filled)) as journal:
        identity = journal.identity
    copy = tmp_path / "restored"
    copy.mkdir()
    shutil.copy(paths.journal(filled), paths.journal(copy))
    for step in ("not opened yet", "opened"):
        (check,) = [one for one in reported(copy)["checks"] if one["name"] == "attempts"]
        assert check["details"]["moved_from"] == identity, step
        assert "this journal was copied or restored" in run(copy, "doctor")[1], step
        SqliteJournal.open(paths.journal(copy)).close()
    assert "copied or restored" not in run(filled, "doctor")[1]
