"""Failures of the till itself are reported at once, stop redeeming, and can be fixed here if possible."""

from __future__ import annotations

import dataclasses
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import keyring
import pytest
from PySide6.QtCore import Qt

from desktop import paths
from desktop.domain.failures import JournalTrouble, JournalUnusable
from desktop.domain.redemption import State
from desktop.gui.screen import Place, ServiceStatus
from desktop.store.journal import SqliteJournal
from desktop.store.writer_lock import WriterLock
from desktop.texts import load_catalogue
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.state import PASSWORD
from tests.journeys.cashier import ASHA, Cashier
from tests.journeys.keyrings import MemoryKeyring
from tests.journeys.signing_on import sign_off, sign_on, trail
from tests.journeys.test_give_back import open_page, redeemed

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()


def words(key: str) -> str:
    """Returns the message for a failure."""
    meaning = CATALOGUE.meaning_of(key)
    return f"{meaning.says} {meaning.next_step}"


@pytest.fixture
def used(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> Path:
    """Returns the journal of a till that has redeemed once."""
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    assert cashier.end()
    return paths.journal(tmp_path / "data")


def full(*_arguments: object, **_options: object) -> None:
    """Fails as on a full disk."""
    raise JournalUnusable(JournalTrouble.FULL)


def in_use(*_arguments: object, **_options: object) -> None:
    """Fails as if another program had the journal."""
    raise JournalUnusable(JournalTrouble.IN_USE)


def cannot_redeem(cashier: Cashier, message: str) -> None:
    """Checks that message strip and bar show the failure, and that a look-up shows it again instead of going on."""
    cashier.until_says(message)
    assert cashier.value("Connection") == "Not working"
    assert cashier.screen.status is ServiceStatus.STOPPED
    before = len(cashier.service.requests())
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until(lambda: cashier.screen.busy is None, "an answer")
    assert message in cashier.message
    assert cashier.screen.place is Place.MEMBER
    assert len(cashier.service.requests()) == before


def test_a_damaged_journal(open_till: OpenTill, service: PracticeService, used: Path) -> None:
    """It is reported at once and not overwritten. It is kept aside only after the cashier has read what that means."""
    used.write_bytes(b"this is no journal" * 100)
    cashier = open_till(service=service, ready=False)
    cannot_redeem(cashier, words("journal.damaged"))
    assert used.read_bytes().startswith(b"this is no journal")
    cashier.press("New record")
    assert cashier.message.startswith("Ask support first.")
    assert used.read_bytes().startswith(b"this is no journal")
    cashier.press("Set it aside and start a new one")
    cashier.until_ready()
    kept = [one for one in used.parent.iterdir() if "damaged" in one.name]
    assert len(kept) == 1
    assert kept[0].read_bytes().startswith(b"this is no journal")
    cashier.until_says(f"The till works with a new record now. The damaged one is kept as {kept[0].name}.")
    cashier.redeem("5")
    assert len(service.ledger()) == 2


def test_a_journal_that_was_deleted(open_till: OpenTill, service: PracticeService, used: Path) -> None:
    """Its note shows that it is missing. Nothing is kept then, and the till names no file."""
    used.unlink()
    cashier = open_till(service=service, ready=False)
    cannot_redeem(cashier, words("journal.damaged"))
    cashier.press("New record")
    cashier.press("Set it aside and start a new one")
    cashier.until_ready()
    cashier.until_says("The till works with a new record now.")
    assert "kept" not in cashier.message
    assert not [one for one in used.parent.iterdir() if "damaged" in one.name]
    cashier.redeem("5")


def test_a_new_record_goes_on_with_what_is_readable(open_till: OpenTill, service: PracticeService, used: Path) -> None:
    """A new record has the bills of the old one, and settles its unknown attempts."""
    with SqliteJournal.open(used) as journal:
        reference = service.ledger()[0].reference
        known = journal.get(reference)
        assert known is not None
        lost = journal.begin(
            dataclasses.replace(known.draft, bill="MG-7"),
            "LOST",
            till=known.till,
            cashier="c",
            at=known.at,
            service=known.service,
        )
    with closing(sqlite3.connect(used)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attempt_bill'").fetchone()
    content = bytearray(used.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    used.write_bytes(content)
    cashier = open_till(service=service, ready=False, settle_after=0.3)
    cashier.until_sees("New record")
    cashier.press("New record")
    cashier.press("Set it aside and start a new one")
    cashier.until_ready()
    cashier.until_says("Now known: the 10 points for MG-7 were not redeemed.")
    cashier.end()
    with SqliteJournal.open(used) as journal:
        assert [one.state for one in journal.same_bill(lost.draft.bill)] == [State.NOT_APPLIED]
        assert [one.redeemed for one in journal.same_bill("MG-1")] == [known.redeemed]


def test_escape_keeps_a_damaged_journal(open_till: OpenTill, service: PracticeService, used: Path) -> None:
    """After Escape from the explanation, the damaged journal stays where it is, and the button explains again."""
    used.write_bytes(b"this is no journal" * 100)
    cashier = open_till(service=service, ready=False)
    cashier.until_sees("New record")
    cashier.press("New record")
    cashier.escape()
    cashier.until_says(words("journal.damaged"))
    assert cashier.sees("New record")
    assert used.read_bytes().startswith(b"this is no journal")


def test_a_journal_of_a_newer_version(open_till: OpenTill, service: PracticeService, used: Path) -> None:
    """A journal that a newer program wrote is not changed: nothing is redeemed and no new record is offered."""
    with closing(sqlite3.connect(used)) as raw:
        raw.execute("PRAGMA user_version = 999")
        raw.commit()
    before = used.read_bytes()
    cashier = open_till(service=service, ready=False)
    cannot_redeem(cashier, words("journal.newer"))
    assert not cashier.sees("New record")
    assert cashier.end()
    assert used.read_bytes() == before


def test_an_orderly_end_leaves_no_side_files(used: Path) -> None:
    """After an orderly end, the next start need not check for traces of a crash."""
    names = [one.name for one in used.parent.iterdir()]
    assert "journal.db" in names
    assert not [name for name in names if name.endswith(("-wal", "-shm", "-journal"))]


def test_a_read_only_journal(
    open_till: OpenTill, service: PracticeService, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only journal stops redeeming. Its history and reprints work, and Try again works once it is fixed."""
    assert used.exists()
    real = SqliteJournal.open

    def read_only(
        path: Path, *, till: str = "", lock: WriterLock | None = None, writer: bool = True, **more: object
    ) -> SqliteJournal:
        if writer:
            raise JournalUnusable(JournalTrouble.READ_ONLY, str(path))
        return real(path, till=till, lock=lock, writer=writer, **more)  # type: ignore[arg-type]  # passed on

    # Tests may run as a user who can write to everything.
    monkeypatch.setattr(SqliteJournal, "open", read_only)
    cashier = open_till(service=service, ready=False)
    cannot_redeem(cashier, words("journal.read_only"))
    cashier.key(Qt.Key.Key_F2)
    cashier.until_sees("Print receipt")
    assert cashier.find("Redemptions").item(0, 1).text() == "MG-1"
    cashier.escape()
    monkeypatch.setattr(SqliteJournal, "open", real)
    cashier.press("Try again")
    cashier.until_ready()
    assert cashier.message == ""
    cashier.redeem("5")


def test_a_journal_that_another_window_has(open_till: OpenTill, service: PracticeService, used: Path) -> None:
    """With two windows on one folder, the second one says so, and works as soon as the first is closed."""
    with WriterLock(used):
        cashier = open_till(service=service, ready=False)
        cannot_redeem(cashier, words("journal.in_use"))
    cashier.press("Try again")
    cashier.until_ready()
    cashier.redeem("5")


def test_a_missing_password(open_till: OpenTill, service: PracticeService) -> None:
    """Without a password, the message says what to do. Once it is stored, Try again works."""
    before, safe = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(safe)
    try:
        cashier = open_till(ready=False, training=False, server=service.url, password="")
        cashier.service = service
        cannot_redeem(cashier, words("secret.missing"))
        safe.set_password(f"points-till:{TILL}@{service.url}", TILL, PASSWORD)
        cashier.press("Try again")
        cashier.until_ready()
        cashier.redeem("5")
    finally:
        keyring.set_keyring(before)


def test_an_answer_that_cannot_be_recorded(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk fails between request and answer, the receipt is shown, with a warning not to go on."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")

    monkeypatch.setattr(SqliteJournal, "step", full)
    cashier.enter_code()
    cashier.until_sees("Updated balance")
    cashier.until_says(words("journal.unwritten"))
    assert cashier.value("Updated balance") == "1,981"
    monkeypatch.undo()


def test_an_answer_is_recorded_as_soon_as_there_is_room(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without another customer. The warning goes away, and the day's figures are right."""
    monkeypatch.setattr("desktop.gui.timers.AFTER_A_FAILURE", 200)
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("10", bill="MG-1")
    with monkeypatch.context() as patch:
        patch.setattr(SqliteJournal, "step", full)
        cashier.enter_code()
        cashier.until_says(words("journal.unwritten"))
        cashier.qtbot.wait(500)
        assert words("journal.unwritten") in cashier.message
    cashier.until(lambda: not cashier.message, "an end of the warning")
    with SqliteJournal.open(paths.journal(tmp_path / "data"), writer=False) as journal:
        assert [one.state for one in journal.same_bill("MG-1")] == [State.REDEEMED]
    assert len(service.ledger()) == 1


def test_a_reversal_is_recorded_as_soon_as_there_is_room(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without another one."""
    monkeypatch.setattr("desktop.gui.timers.AFTER_A_FAILURE", 200)
    cashier = redeemed(open_till, service)
    open_page(cashier)
    cashier.type("Points to give back", "40")
    cashier.type("Reason", "Item returned")
    with monkeypatch.context() as patch:
        patch.setattr(SqliteJournal, "step_reversal", full)
        cashier.press("Give back 40 points")
        cashier.until_sees("News")
        assert words("journal.unwritten_reversal") in cashier.value("News")
    with SqliteJournal.open(paths.journal(tmp_path / "data"), writer=False) as journal:
        cashier.until(lambda: [one.reversed_points for one in journal.same_bill("MG-1")] == [40], "the record")
    assert len(service.ledger()) == 1


def test_a_sign_off_is_recorded_as_soon_as_there_is_room(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With the time at which the cashier was signed off. The warning goes away."""
    monkeypatch.setattr("desktop.gui.timers.AFTER_A_FAILURE", 200)
    cashier = open_till(service=service, sign_on=True)
    sign_on(cashier, "Meera Nair")
    with monkeypatch.context() as patch:
        patch.setattr(SqliteJournal, "note", full)
        sign_off(cashier)
        cashier.until_says(words("journal.full"))
    cashier.until(lambda: not cashier.message, "an end of the warning")
    assert trail(tmp_path / "data") == [("signed_on", "Meera Nair"), ("signed_off", "Meera Nair")]


@pytest.mark.parametrize("fails", ["forget_members", "in_states"])
def test_settling_begins_as_soon_as_it_can(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    """If another program has the journal at the start, what earlier sessions left unknown is settled all the same."""
    monkeypatch.setattr("desktop.gui.timers.AFTER_A_FAILURE", 200)
    cashier = open_till(service=service, settle_after=60, read_timeout=0.3)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.end()
    service.bad_day(None)
    with monkeypatch.context() as patch:
        # On its first day, a till has nothing old.
        patch.setattr("desktop.store.sure_time.sure_time", lambda _journal, now: now)
        patch.setattr(SqliteJournal, fails, in_use)
        cashier = open_till(service=service, settle_after=60)
        cashier.until_says(words("journal.in_use"))
    cashier.until_says("Now known: 10 points were redeemed for MG-1.")
    assert words("journal.in_use") not in cashier.message


def test_an_unexpected_exception(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An unexpected exception is logged in full, shown without details, and the till goes on."""

    def broken(*_arguments: object) -> None:
        raise RuntimeError("secret of the trade")

    cashier = open_till(service=service)
    with monkeypatch.context() as patch:
        patch.setattr("desktop.flow.till.Till.find_member", broken)
        cashier.type("Mobile number", ASHA)
        cashier.enter()
        cashier.until_says(words("unexpected"))
    assert "secret of the trade" not in cashier.message
    assert "secret of the trade" in caplog.text
    cashier.enter()
    cashier.until_sees("Available points")


def test_two_windows_for_the_same_till(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """The second one, in another data folder, shows a warning that outlasts a customer, and works."""
    warning = "Another window on this computer is open for the same service and till name."
    first = open_till(service=service)
    second = open_till(service=service, data=tmp_path / "other")
    assert warning in second.value("Warning")
    assert not first.sees("Warning")
    second.redeem("5")
    second.key(Qt.Key.Key_F4)
    assert warning in second.value("Warning")
    assert first.end()
    assert second.end()
    third = open_till(service=service, data=tmp_path / "third")
    assert not third.sees("Warning")


def test_two_windows_in_training(open_till: OpenTill, tmp_path: Path) -> None:
    """Training neither shows the warning nor causes it in others."""
    windows = [open_till(data=tmp_path / name / "training") for name in ("one", "two")]
    assert not any(one.sees("Warning") for one in windows)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not remove a file that is open")
def test_a_journal_that_is_removed_while_the_window_is_open(
    open_till: OpenTill, service: PracticeService, tmp_path: Path
) -> None:
    """Nothing is redeemed that the next start would not know."""
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    cashier.enter()
    paths.journal(tmp_path / "data").unlink()
    cashier.find_member()
    cashier.send_code("5", bill="MG-2")
    cashier.enter_code()
    cashier.until_says(words("journal.unavailable"))
    assert len(service.ledger()) == 1
