"""The verbs that need no window: export, settle, doctor, password, PIN, and the practice service alone."""

from __future__ import annotations

import csv
import errno
import io
import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import keyring
import pytest

from desktop import command_line, paths
from desktop.app import load_catalogue, load_settings
from desktop.commands import Console
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Call, Failure, JournalTrouble, JournalUnusable
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, Step, Trace, new_reference
from desktop.domain.result_record import EXPORT_FIELDS
from desktop.store import verification
from desktop.store.journal import SqliteJournal
from desktop.store.opening import replacement_path
from desktop.store.pins import Cost, hash_pin
from desktop.store.writer_lock import WriterLock
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.service import PASSWORD, PracticeService
from tests.journeys.keyrings import MemoryKeyring
from tests.store.damage import pages
from tests.store.edits import edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASHA = "919777788221"
NOW = datetime(2026, 11, 22, 18, 42, 11, tzinfo=UTC).astimezone()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A till's data folder."""
    return tmp_path / "data"


@pytest.fixture
def service() -> Iterator[PracticeService]:
    """A practice service that stands for the real one."""
    made = PracticeService()
    made.start()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def safe(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """The machine's keyring, for this test alone."""
    monkeypatch.delenv("POINTS_TILL_PASSWORD", raising=False)
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def run(
    data: Path, *arguments: str, out: io.StringIO | None = None, config: Path | None = None
) -> tuple[ExitCode, str]:
    """Runs a verb; its exit code and what it said."""
    config = config or data.parent / "config"
    command = command_line.parse([*arguments, "--data", str(data), "--config", str(config)])
    out = out or io.StringIO()
    loaded = load_settings(command, config)
    console = Console(command, loaded, config=config, data=data, catalogue=load_catalogue(), out=out)
    return console.run(), out.getvalue()


def at(service: PracticeService) -> list[str]:
    """The options of a till at a service."""
    return ["--server", service.url, "--till", TILL]


def store_password(safe: MemoryKeyring, service: PracticeService, password: str = PASSWORD) -> None:
    """Puts a password for this service into the keyring."""
    safe.set_password(f"points-till:{TILL}@{service.url}", TILL, password)


def draft(bill: str, points: str, mobile: str = ASHA) -> Draft:
    """What a cashier asked for."""
    return Draft(identifier=Identifier(IdentifierKind.MOBILE, mobile), points=Points(Decimal(points)), bill=bill)


@pytest.fixture
def filled(data: Path) -> Path:
    """A journal with a redemption, a refusal with a dangerous bill, and one that nobody knows; a day apart each."""
    with SqliteJournal.open(paths.journal(data), till="till.one") as journal:

        def begin(bill: str, points: str, days: int) -> str:
            when = NOW + timedelta(days=days)
            made = journal.begin(draft(bill, points), new_reference(when), till="till.one", cashier="Meera", at=when)
            return made.reference

        redeemed = Redeemed(
            redemption_id="7t4y2a", points=Decimal("250.125"), value=Decimal("250.13"), balance=Decimal("1740.875"),
            request_id="r-1",
        )  # fmt: skip
        journal.step(begin("MG-1", "250.125", 0), Step.REDEEMED, at=NOW, redeemed=redeemed)
        refused = Trace(code="808", message="Invalid code", request_id="r-2")
        journal.step(begin("=1+1", "10", 1), Step.REFUSED, at=NOW + timedelta(days=1), trace=refused)
        lost = Trace(code="PT-TIMEOUT")
        journal.step(begin("MG-3", "5", 2), Step.LOST, at=NOW + timedelta(days=2), trace=lost)
    return data


def exported(data: Path, *arguments: str) -> list[dict[str, str | None]]:
    """The records of an export as JSON lines."""
    code, said = run(data, "history", "export", "--format", "jsonl", *arguments)
    assert code is ExitCode.DONE
    return [json.loads(line) for line in said.splitlines()]


def test_an_export_has_the_contracts_fields(filled: Path) -> None:
    """One record an attempt, oldest first, amounts exact and as text, the number masked, moments with offset."""
    records = exported(filled)
    assert [tuple(one) for one in records] == [EXPORT_FIELDS] * 3
    assert [one["state"] for one in records] == ["redeemed", "refused", "unknown"]
    first = records[0]
    assert first["points_redeemed"] == "250.125"
    assert first["redeemed_value"] == "250.13"
    assert first["balance"] == "1740.875"
    assert first["redemption_id"] == "7t4y2a"
    assert first["code"] == "800"
    assert first["request_id"] == "r-1"
    assert (first["till"], first["cashier"], first["bill"]) == ("till.one", "Meera", "MG-1")
    assert str(first["mobile"]).endswith("8221")
    assert "97777" not in str(first["mobile"])
    assert datetime.fromisoformat(str(first["at"])).utcoffset() is not None
    assert records[1]["code"] == "808"
    assert records[1]["message"] == "Invalid code"
    assert records[1]["points_redeemed"] is None


def test_an_export_with_full_numbers(filled: Path) -> None:
    """Only where it is asked for."""
    assert {one["mobile"] for one in exported(filled, "--full-mobile")} == {ASHA}


def test_an_export_of_some_days(filled: Path) -> None:
    """Both bounds belong to it."""
    day = [f"{NOW + timedelta(days=days):%Y-%m-%d}" for days in range(3)]
    assert [one["bill"] for one in exported(filled, "--from", day[1])] == ["=1+1", "MG-3"]
    assert [one["bill"] for one in exported(filled, "--to", day[1])] == ["MG-1", "=1+1"]
    assert [one["bill"] for one in exported(filled, "--from", day[1], "--to", day[1])] == ["=1+1"]
    assert exported(filled, "--from", "2030-01-01") == []


def test_an_export_for_spreadsheets(filled: Path) -> None:
    """CSV with a header; what a spreadsheet would take for a formula is text; nothing is an empty cell."""
    code, said = run(filled, "history", "export")
    assert code is ExitCode.DONE
    rows = list(csv.DictReader(io.StringIO(said)))
    assert tuple(rows[0]) == EXPORT_FIELDS
    assert [row["bill"] for row in rows] == ["MG-1", "'=1+1", "MG-3"]
    assert rows[0]["points_redeemed"] == "250.125"
    assert rows[2]["redemption_id"] == ""


def test_an_export_of_nothing(data: Path) -> None:
    """A till that was never used has no records, and nothing is made on the disk by asking."""
    assert exported(data) == []
    assert run(data, "history", "export")[1].strip() == ",".join(EXPORT_FIELDS)
    assert not data.exists()


def test_an_export_while_a_till_is_open(filled: Path) -> None:
    """A window that has the journal open is in nobody's way."""
    with WriterLock(paths.journal(filled)) as lock, SqliteJournal.open(paths.journal(filled), till="t", lock=lock):
        assert len(exported(filled)) == 3


def test_an_export_of_a_damaged_journal(data: Path) -> None:
    """It is said, and nothing is exported as if it were all."""
    path = paths.journal(data)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no journal" * 100)
    with pytest.raises(JournalUnusable) as caught:
        run(data, "history", "export")
    assert caught.value.why is JournalTrouble.DAMAGED


@pytest.mark.parametrize("first_page", [1, 4])
def test_an_export_of_a_journal_that_is_damaged_in_part(
    filled: Path, first_page: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can be read is exported, each once, and it is said that this is not all: exit code 6."""
    path = paths.journal(filled)
    with SqliteJournal.open(path) as journal:
        for number in range(300):
            now = NOW + timedelta(days=5)
            journal.begin(draft(f"B-{number}", "1"), new_reference(now), till="till.one", cashier="", at=now)
    page = pages(path, "attempt")[first_page]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    out = io.StringIO()
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "export", out=out)
    assert caught.value.why is JournalTrouble.DAMAGED
    assert "only what could still be read" in capsys.readouterr().err
    bills = [row["bill"] for row in csv.DictReader(io.StringIO(out.getvalue()))]
    assert len(set(bills)) == len(bills)
    assert 250 < len(bills) < 303
    assert "B-299" in bills


def verified(data: Path, *arguments: str) -> tuple[ExitCode, dict[str, object]]:
    """What `journal verify` says: its exit code and its one line."""
    code, said = run(data, "journal", "verify", *arguments)
    (line,) = said.splitlines()
    found: dict[str, object] = json.loads(line)
    return code, found


def test_verify_says_events_and_head(filled: Path) -> None:
    """One line of JSON; the head that it says is in the chain later, in any case, and another one is not."""
    code, said = verified(filled)
    assert (code, list(said)) == (ExitCode.DONE, ["ok", "events", "head"])
    assert (said["ok"], said["events"]) == (True, 7)
    head = str(said["head"])
    with SqliteJournal.open(paths.journal(filled)) as journal:
        assert journal.head == head
        journal.note("opened", at=NOW, till="t", cashier="c")
    code, later = verified(filled, "--head", head.upper())
    assert (code, later["events"]) == (ExitCode.DONE, 8)
    code, said = verified(filled, "--head", "ab" * 32)
    assert (code, said["ok"], said["head"]) == (ExitCode.UNUSABLE, False, later["head"])
    assert "the head is not in the chain" in str(said["problem"])


def test_verify_without_a_journal(data: Path) -> None:
    """A till that has made no redemption yet has nothing that could be wrong, and nothing is made by asking."""
    assert verified(data) == (ExitCode.DONE, {"ok": True, "events": 0, "head": ""})
    assert not data.exists()


def test_verify_beside_an_open_window(filled: Path) -> None:
    """It reads one state of the journal while the till goes on."""
    with WriterLock(paths.journal(filled)) as lock, SqliteJournal.open(paths.journal(filled), lock=lock) as journal:
        journal.note("opened", at=NOW, till="t", cashier="c")
        assert verified(filled) == (ExitCode.DONE, {"ok": True, "events": 8, "head": journal.head})


def test_verify_finds_an_edit(filled: Path) -> None:
    """An amount that a tool for SQL changed is named; doctor and export report it with the same exit code."""
    edit(paths.journal(filled), "UPDATE attempt SET moved_points = '1' WHERE bill = 'MG-1'")
    code, said = verified(filled)
    assert (code, said["ok"]) == (ExitCode.UNUSABLE, False)
    assert "was changed" in str(said["problem"])
    code, text = run(filled, "doctor")
    assert code is ExitCode.UNUSABLE
    assert "journal check: attempt" in text
    out = io.StringIO()
    with pytest.raises(JournalUnusable):
        run(filled, "history", "export", out=out)
    assert len(out.getvalue().splitlines()) == 4


def test_what_a_newer_program_wrote_is_not_read(filled: Path) -> None:
    """Verify, doctor and export say so, and the export writes nothing."""
    with closing(sqlite3.connect(paths.journal(filled))) as raw:
        raw.execute("PRAGMA user_version = 99")
    code, said = verified(filled)
    assert (code, said["problem"]) == (ExitCode.UNUSABLE, "a newer version of the program made it")
    assert "(PT-JOURNAL-NEWER)" in run(filled, "doctor")[1]
    out = io.StringIO()
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "export", out=out)
    assert (caught.value.why, out.getvalue()) == (JournalTrouble.NEWER, "")


def test_a_journal_that_was_copied_here_says_so(
    filled: Path, capsys: pytest.CaptureFixture[str], service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Export and doctor say it for as long as an outcome of the old place is unknown, and it is no damage."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    path = paths.journal(filled)
    with SqliteJournal.open(path, writer=False) as journal:
        before = journal.identity
    copied = path.with_name("copy")
    shutil.copy(path, copied)
    copied.replace(path)
    SqliteJournal.open(path).close()
    assert len(exported(filled)) == 3
    assert f"it was {before} before" in capsys.readouterr().err
    code, said = run(filled, "doctor", *at(service))
    assert code is ExitCode.DONE
    assert f"journal moved: this journal was copied or restored; it was {before} before" in said


def test_an_export_after_a_power_cut_between_two_names(filled: Path) -> None:
    """The journal that is complete beside its place is the journal: its history is no empty one."""
    path = paths.journal(filled)
    path.rename(replacement_path(path))
    assert len(exported(filled)) == 3
    assert verified(filled)[1]["events"] == 7


def test_damage_that_is_met_while_exporting(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that goes bad between the check and the reading is reported, and the rows behind it are exported."""
    edit(paths.journal(filled), "UPDATE attempt SET points = 'many' WHERE bill = '=1+1'")
    monkeypatch.setattr(verification, "verify", lambda _path: verification.Verdict(ok=True))
    out = io.StringIO()
    with pytest.raises(JournalUnusable):
        run(filled, "history", "export", out=out)
    assert [row["bill"] for row in csv.DictReader(io.StringIO(out.getvalue()))] == ["MG-1", "MG-3"]
    assert "only what could still be read" in capsys.readouterr().err


def test_an_export_that_cannot_read_any_more(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no damage is not read around."""
    monkeypatch.setattr(verification, "verify", lambda _path: verification.Verdict(ok=True))

    def locked(*_: object, **__: object) -> SqliteJournal:
        raise JournalUnusable(JournalTrouble.IN_USE)

    monkeypatch.setattr(SqliteJournal, "open", locked)
    with pytest.raises(JournalUnusable) as caught:
        run(filled, "history", "export")
    assert caught.value.why is JournalTrouble.IN_USE


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


def redeem_and_lose(data: Path, service: PracticeService, *, moved: bool, sent_to: str = "") -> str:
    """Leaves an attempt behind of which nobody knows; its reference."""
    from desktop.api.client import LoyaltyClient
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode

    asked = draft("MG-1", "10")
    with SqliteJournal.open(paths.journal(data), till=TILL) as journal:
        reference = new_reference(NOW)
        journal.begin(asked, reference, till=TILL, cashier="", at=NOW, service=sent_to)
        if moved:
            client = LoyaltyClient.of(Settings(server=service.url, till=TILL), PASSWORD)
            client.send_code(asked.identifier, asked.points)
            client.redeem(asked, reference, ValidationCode.parse(service.codes()[ASHA]))
            client.close()
    return reference


def test_settle_finds_a_redemption(data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """An attempt under way when the till died is looked up, written down, and said."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    reference = redeem_and_lose(data, service, moved=True)
    code, said = run(data, "settle", *at(service))
    assert code is ExitCode.DONE
    assert said == f"{reference} redeemed 10 points bill MG-1 redemption {service.ledger()[0].redemption_id}\n"
    assert exported(data)[0]["state"] == "redeemed"
    assert run(data, "settle", *at(service)) == (ExitCode.DONE, "nothing to settle\n")


def test_settle_proves_that_nothing_happened(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several looks over the time that the settings ask for, then not applied."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    monkeypatch.setenv("POINTS_TILL_SETTLE_AFTER", "0.3")
    reference = redeem_and_lose(data, service, moved=False)
    code, said = run(data, "settle", *at(service))
    assert code is ExitCode.DONE
    assert said == f"{reference} not_applied 10 points bill MG-1\n"
    assert len([one for one in service.requests() if str(one["path"]).endswith("/redemptions")]) >= 3


def test_settle_without_an_answer(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A service that does not answer leaves everything unknown: said, and exit code 5."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    monkeypatch.setenv("POINTS_TILL_SETTLE_AFTER", "0.3")
    reference = redeem_and_lose(data, service, moved=True)
    service.bad_day(BadDay.ERROR_503, call=Call.FIND_REDEMPTIONS)
    code, said = run(data, "settle", *at(service))
    assert code is ExitCode.UNKNOWN
    assert said == f"{reference} unknown 10 points bill MG-1\n"
    assert f"{reference}: PT-HTTP-503, asking again" in capsys.readouterr().err


def test_settle_at_another_service(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A service that never heard of a redemption does not make it one that did not happen: said, and exit code 5."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    monkeypatch.setenv("POINTS_TILL_SETTLE_AFTER", "0.3")
    reference = redeem_and_lose(data, service, moved=True, sent_to="https://other.example.com")
    ledger = service.ledger()
    assert len(ledger) == 1
    other = PracticeService()
    other.start()
    try:
        code, said = run(data, "settle", *at(other))
    finally:
        other.stop()
    assert code is ExitCode.UNKNOWN
    assert said == f"{reference} unknown 10 points bill MG-1\n"
    assert f"{reference}: An earlier redemption went to another service" in capsys.readouterr().err
    # Where it is found it is known, whatever the address.
    assert run(data, "settle", *at(service))[0] is ExitCode.DONE
    assert exported(data)[0]["redemption_id"] == ledger[0].redemption_id


@pytest.mark.parametrize(("what", "state"), [("redeemed", "redeemed"), ("not-redeemed", "not_applied")])
def test_settle_by_hand(data: Path, service: PracticeService, what: str, state: str) -> None:
    """Support says what became of it: no password and no service are needed."""
    reference = redeem_and_lose(data, service, moved=False)
    by_hand = ("settle", "--as", what, "--reason", "looked up in the service's books", "--reference")
    code, said = run(data, *by_hand, reference)
    assert (code, said) == (ExitCode.DONE, f"{reference} {state} 10 points bill MG-1\n")
    assert exported(data)[0]["state"] == state
    with SqliteJournal.open(paths.journal(data)) as journal:
        told = next(one for one in journal.events(reference) if one.what == "settled_by_hand")
    assert told.detail == "looked up in the service's books"
    assert told.cashier
    assert run(data, *by_hand, reference) == (ExitCode.USAGE, "")


def test_settle_by_hand_what_is_not_there(data: Path, filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reference that this till never made is said; a till that was never used has none."""
    by_hand = ("settle", "--as", "redeemed", "--reason", "x", "--reference", "NOBODYS")
    assert run(filled, *by_hand) == (ExitCode.USAGE, "")
    assert "no redemption with this reference" in capsys.readouterr().err
    assert run(data.with_name("elsewhere"), *by_hand) == (ExitCode.USAGE, "")
    assert "no redemption yet" in capsys.readouterr().err


def test_settle_by_hand_while_a_window_is_open(filled: Path) -> None:
    """The window would not know of it: it has to be closed first."""
    with WriterLock(paths.journal(filled)), pytest.raises(JournalUnusable) as caught:
        run(filled, "settle", "--as", "redeemed", "--reason", "x", "--reference", "R")
    assert caught.value.why is JournalTrouble.IN_USE


def test_settle_on_a_till_that_was_never_used(data: Path) -> None:
    """There is nothing to settle, and nobody is asked for a password."""
    assert run(data, "settle") == (ExitCode.DONE, "nothing to settle\n")


def test_settle_while_a_window_is_open(filled: Path, service: PracticeService) -> None:
    """The window settles by itself: a second settler stays away."""
    with WriterLock(paths.journal(filled)), pytest.raises(JournalUnusable) as caught:
        run(filled, "settle", *at(service))
    assert caught.value.why is JournalTrouble.IN_USE


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


def test_the_password_goes_into_the_keyring(data: Path, safe: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line of standard input, without its end; never on the command line, never said again."""
    monkeypatch.setattr("sys.stdin", io.StringIO("pass word \u00e9\r\nsecond line\n"))
    code, said = run(data, "password", "set", "--till", "till.one")
    assert code is ExitCode.DONE
    assert safe.kept == {("points-till:till.one@first-use", "till.one"): "pass word \u00e9"}
    assert "pass word" not in said
    first, second = said.splitlines()
    assert first.startswith("the password of till.one is in ")
    assert second == "it will belong to the first address that this till uses"


def test_the_password_belongs_to_the_address_in_force(
    data: Path, safe: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said for which service it was stored, and given out for no other."""
    monkeypatch.setattr("sys.stdin", io.StringIO("hush\n"))
    code, said = run(data, "password", "set", "--till", "till.one", "--server", "https://EU.example.com/loyalty")
    assert code is ExitCode.DONE
    assert safe.kept == {("points-till:till.one@https://eu.example.com:443", "till.one"): "hush"}
    assert said.startswith("the password of till.one at https://eu.example.com:443 is in ")


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


@pytest.mark.parametrize("line", ["secret \r\n", "\ufeffsecret\r\n", "\ufeff secret\n"])
def test_what_shells_put_around_a_password(
    data: Path, safe: MemoryKeyring, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`echo secret | points-till …` of a Windows prompt adds a blank, others begin with a byte order mark."""
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert run(data, "password", "set", "--till", "till.one")[0] is ExitCode.DONE
    assert set(safe.kept.values()) == {"secret"}


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_a_password_that_is_no_utf8(
    data: Path,
    safe: MemoryKeyring,
    errors: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Written in a code page, it would be another password: it is not kept, and not said."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"pa\xdfword\n"), encoding="utf-8", errors=errors))
    assert run(data, "password", "set", "--till", "till.one") == (ExitCode.USAGE, "")
    said = capsys.readouterr().err
    assert "not UTF-8" in said
    assert "word\n" not in said
    assert not safe.kept


@pytest.mark.parametrize("line", ["", "\n", " \r\n", "\ufeff\r\n"])
def test_no_password_is_a_mistake(
    data: Path, safe: MemoryKeyring, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on standard input changes nothing, and is said."""
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert run(data, "password", "set", "--till", "till.one") == (ExitCode.USAGE, "")
    assert "no password on standard input" in capsys.readouterr().err
    assert not safe.kept


def test_a_keyring_that_keeps_nothing(data: Path, safe: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """A password that cannot be read back was not kept: that is a failure, not a success."""
    monkeypatch.setattr("sys.stdin", io.StringIO("hush-hush\n"))
    monkeypatch.setattr(safe, "set_password", lambda *_: None)
    with pytest.raises(Failure) as caught:
        run(data, "password", "set", "--till", "till.one")
    assert "hush" not in str(caught.value)


def test_a_port_that_is_taken(data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str]) -> None:
    """The practice service says so and ends as for a mistake of usage."""
    port = service.url.rpartition(":")[2]
    assert run(data, "training-server", "--port", port) == (ExitCode.USAGE, "")
    assert f"port {port} cannot be used" in capsys.readouterr().err
