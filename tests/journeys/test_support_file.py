"""The support file: the button on the settings page, and that no secret is in it, in the log, or in a crash report."""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QScrollArea

from desktop import logs, paths
from desktop.domain.access import OAuthClient
from desktop.domain.failures import Unexpected
from desktop.fault_notice import FaultNotice
from desktop.flow.office import Office
from desktop.logs import crashes
from desktop.store import policy_trust
from desktop.store.pins import Cost, hash_pin
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import ASHA
from tests.journeys.pages_of import overlapping, too_small
from tests.journeys.pos import environment
from tests.journeys.remote_till import RemoteTill

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.failures import Failure
    from desktop.domain.support import SupportFile
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.keyrings import MemoryKeyring
    from tests.journeys.tills import OpenTill


def open_contents(cashier: Cashier) -> None:
    """Opens the settings, and asks for the support file."""
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Support file")
    cashier.press("Support file")
    cashier.until_sees("Save support file")


def saved(tmp_path: Path) -> list[Path]:
    """Returns the support files in the folder of receipts, oldest first."""
    return sorted((tmp_path / "receipts").glob("Points Till support*.zip"), key=lambda path: path.stat().st_mtime_ns)


def contents(path: Path) -> dict[str, str]:
    """Returns the texts in a support file by their names."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_contents_are_listed_before_anything_is_saved(
    open_till: OpenTill, service: PracticeService, tmp_path: Path
) -> None:
    """The list has every file with its size. Save writes what was listed, and never over another file."""
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    for number in (1, 2):
        open_contents(cashier)
        assert saved(tmp_path) == [] if number == 1 else len(saved(tmp_path)) == 1
        assert cashier.focus == "Save support file"
        shown = cashier.texts()
        cashier.enter()
        cashier.until_says("The support file is saved: ")
        assert cashier.sees("Test connection")
        newest = saved(tmp_path)[-1]
        assert str(newest) in cashier.message
        found = contents(newest)
        assert set(found) <= set(shown)
        assert {"about.txt", "settings.json", "doctor.json", "journal.json"} <= set(found)
        assert json.loads(found["journal.json"])["attempts"] == {"redeemed": 1}
        assert any(re.fullmatch(r"[\d.,]+ (bytes|kB)", text) for text in shown)
        cashier.escape()
    assert len(saved(tmp_path)) == 2


@pytest.mark.parametrize("way", ["Escape", "Cancel"])
def test_nothing_is_saved_without_a_yes(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, way: str
) -> None:
    """Escape and Cancel lead back to the settings, and the next Escape to the counter."""
    cashier = open_till(service=service)
    open_contents(cashier)
    if way == "Escape":
        cashier.escape()
    else:
        cashier.press("Cancel")
    assert cashier.sees("Test connection")
    assert cashier.focus == "Support file"
    cashier.escape()
    assert cashier.focus == "Mobile number"
    assert saved(tmp_path) == []


def test_a_file_that_is_saved_late_leaves_the_next_customer_alone(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk can be slow. Who has gone back to the counter meanwhile goes on typing there."""
    goes_on, save_now = threading.Event(), Office.save_support_file

    def save_late(office: Office, made: SupportFile) -> str:
        goes_on.wait(20)
        return save_now(office, made)

    monkeypatch.setattr(Office, "save_support_file", save_late)
    cashier = open_till(service=service)
    open_contents(cashier)
    cashier.press("Save support file")
    cashier.key(Qt.Key.Key_F4)
    cashier.keys("98765")
    with cashier.qtbot.waitSignal(cashier.session.administration.support_saved, timeout=20_000):
        goes_on.set()
    assert cashier.focus == "Mobile number"
    assert "The support file is saved" in cashier.message
    assert len(saved(tmp_path)) == 1


def test_a_damaged_journal_and_wrong_settings_do_not_prevent_it(
    open_till: OpenTill, service: PracticeService, tmp_path: Path
) -> None:
    """That is what the file is for."""
    (tmp_path / "data").mkdir()
    paths.journal(tmp_path / "data").write_bytes(b"damaged" * 5000)
    cashier = open_till(service=service, ready=False, paper="61")
    cashier.until_says("PT-JOURNAL")
    open_contents(cashier)
    cashier.press("Save support file")
    cashier.until_says("The support file is saved: ")
    found = contents(saved(tmp_path)[0])
    assert "PT-JOURNAL-DAMAGED" in json.loads(found["journal.json"])["problem"]
    assert "paper" in json.loads(found["settings.json"])["problems"][0]


def test_a_folder_that_takes_no_file_is_said(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """The list stays, so that the file can be saved once the folder is in order."""
    (tmp_path / "receipts").write_text("in the way")
    cashier = open_till(service=service)
    open_contents(cashier)
    cashier.press("Save support file")
    cashier.until_says("PT-PAPER-FILE")
    assert cashier.sees("Save support file")


@pytest.mark.parametrize("size", [(800, 600), (1024, 600), (1920, 1080)], ids=str)
def test_the_contents_fit(open_till: OpenTill, service: PracticeService, tmp_path: Path, size: tuple[int, int]) -> None:
    """Nothing is cut off at the sides or covered on any screen, and a screen reader says each file with its size."""
    reports = paths.log_dir(tmp_path / "data") / crashes.FOLDER
    reports.mkdir(parents=True)
    for number in range(20):
        (reports / f"crash-20261126T1000000000{number:02}Z-1234567-1.txt").write_text("Version: 1\n")
    cashier = open_till(service=service, size=size)
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Support file")
    page = cashier.session.view.pages.settings_page
    cashier.until(lambda: overlapping(page) == [], "a settled layout")
    cashier.press("Support file")
    cashier.until_sees("Save support file")
    cashier.until(lambda: overlapping(page) == [], "a settled layout")
    assert too_small(page) == []
    area = page.support_panel.findChild(QScrollArea, "support_contents")
    assert isinstance(area, QScrollArea)
    inside = area.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= area.viewport().width()
    assert inside.width() == area.viewport().width()
    assert [one for one in cashier.names() if re.fullmatch(r"doctor\.json: What was checked.*, \d.*", one)]


def test_the_real_program_puts_the_doctors_report_in(
    options: list[str | Path], service: PracticeService, tmp_path: Path
) -> None:
    """A window of its own process, with the log of this run, the sources of its settings, and what the doctor says."""
    folder = tmp_path / "receipts"
    with RemoteTill(*options, environment=environment(receipt_folder=folder, log_level="debug")) as till:
        till.until_sees("Connection: Connected")
        till.find_member(ASHA)
        till.do("key", "F10")
        till.until_sees("Support file")
        till.do("press", "Support file")
        till.until_sees("Save support file")
        till.do("press", "Save support file")
        till.until_says("The support file is saved: ")
        till.do("close")
        assert till.end().complaints == ""
    found = contents(saved(tmp_path)[0])
    assert service.url in found["doctor.json"]
    text = found["logs/points-till.log"]
    assert re.search(r" started what=window version=\S+ python=3\.\d+\.\d+ qt=\S+ os=", text)
    assert re.search(r" settings: command line: server, till; environment: .*log_level", text)
    assert "call=customer/get" in text
    assert ASHA not in "".join(found.values())
    whole = (paths.log_dir(tmp_path / "data") / "points-till.log").read_text(encoding="utf-8")
    assert whole.splitlines()[-1].endswith(" ended exit_code=0")


CANARIES = {
    "password": "Canary-Password-7",
    "code": "",
    "mobile": "919777788221",
    "typed mobile": ASHA,
    "name": "Asha",
    "surname": "Rao",
    "e-mail": "asha.rao",
    "card": "4000000001",
    "PIN": "471108",
    "API token": "canary-api-token-5f3c",
    "OAuth secret": "canary-oauth-secret-99",
    "proxy": "canary-proxy-login",
}


class Clumsy(QObject):
    """A part of the window with a mistake in a slot, whose text has every secret."""

    @Slot()
    def stumble(self) -> None:
        raise RuntimeError(_all_secrets())


def _all_secrets() -> str:
    named = {
        "password": CANARIES["password"], "validation_code": CANARIES["code"], "mobile": "+91 97777 88221",
        "first_name": CANARIES["name"], "last_name": CANARIES["surname"], "email": "asha.rao@example.com",
        "card_number": CANARIES["card"], "supervisor_pin": CANARIES["PIN"], "access_token": CANARIES["API token"],
        "client_secret": CANARIES["OAuth secret"],
    }  # fmt: skip
    address = "https://eu.example.com/v1.1/customer/get?mobile=919777788221&email=asha.rao%40example.com"
    return (
        f"{named!r} {json.dumps(named)} {address} /v2/customers/asha.rao%40example.com/pointsExpirySchedule "
        f"http://joe:{CANARIES['proxy']}@proxy:3128 Authorization: Bearer {CANARIES['API token']}\n"
        f"2026-11-26T10:00:00.000+00:00 INFO forged line about 919777788221"
    )


@pytest.mark.parametrize("as_json", [False, True], ids=["text", "json"])
def test_no_secret_is_in_what_support_gets(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_json: bool
) -> None:
    """A day with a receipt, a refusal, a lost answer and mistakes in a slot and a worker: everything is in the log, but
    no canary of any secret is in the log, in a crash report or in the support file.
    """
    before = sys.excepthook
    log = logs.start(paths.log_dir(tmp_path / "data"))
    log.write(level="debug", as_json=as_json)
    # Outside a test, Qt passes the exceptions of slots to this hook.
    hook, sys.excepthook = sys.excepthook, before
    try:
        cashier = open_till(service=service, supervisor_pin=hash_pin(CANARIES["PIN"], Cost(4, 8, 1)))
        monkeypatch.setenv("POINTS_TILL_PASSWORD", CANARIES["password"])
        cashier.redeem("10", bill="MG-1")
        code = cashier.code()
        assert code
        monkeypatch.setitem(CANARIES, "code", code)
        reference = str(cashier.screen.attempt.reference) if cashier.screen.attempt is not None else ""
        cashier.enter()
        cashier.find_member()
        cashier.send_code("5", bill="MG-2")
        cashier.enter_code("WRONG1")
        cashier.until(lambda: cashier.screen.busy is None, "a refusal")
        cashier.press("New customer")
        cashier.lose_answer(BadDay.ANSWER_LOST, bill="MG-3")
        try:
            Clumsy().stumble()
        except RuntimeError as error:
            hook(RuntimeError, error, error.__traceback__)
        _stumble_in_worker(cashier)
        open_contents(cashier)
        cashier.press("Save support file")
        cashier.until_says("The support file is saved: ")
        assert cashier.end()
    finally:
        log.stop()
    folder = paths.log_dir(tmp_path / "data")
    told = {str(path): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}
    told |= contents(saved(tmp_path)[0])
    assert len(crashes.reports(folder)) == 2
    for name, text in told.items():
        for what, canary in CANARIES.items():
            assert canary not in text, (what, name)
    text = (folder / "points-till.log").read_text(encoding="utf-8")
    lines = text.splitlines()
    if as_json:
        assert all(isinstance(json.loads(line), dict) for line in lines)
    else:
        assert not [line for line in lines if not re.match(r"\d{4}-\d\d-\d\dT|  \| ", line)]
        assert "forged" not in "".join(line for line in lines if line.startswith("2026-11-26T10:00:00.000"))
    assert reference in text
    for wanted in ("points/redeem", "customer/get", "journal: begun", "journal: redeemed", "journal: refused", "lost"):
        assert wanted in text, wanted


SIGN_ON_PIN, WRONG_PIN = "580213", "580214"


def test_no_secret_of_signing_in_is_in_what_support_gets(  # noqa: PLR0915 - one day
    open_till: OpenTill,
    service: PracticeService,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    machine_keyring: MemoryKeyring,
) -> None:
    """The cashier's PIN and its hash, the real key and secret, and every token that the service gave, also those that
    expired and those in a mistake's text: they are in no log, crash report or support file, and not in the journal.
    """
    monkeypatch.setattr(policy_trust, "problem", lambda _path: "")
    stored = hash_pin(SIGN_ON_PIN, Cost(4, 8, 1))
    (tmp_path / "pins.json").write_text(json.dumps({"Meera Nair": stored}))
    client = OAuthClient("canary-oauth-key-41", CANARIES["OAuth secret"])
    service.tokens.client = client
    machine_keyring.kept[f"points-till-oauth:{TILL}@{service.url}", TILL] = client.text
    before = sys.excepthook
    log = logs.start(paths.log_dir(tmp_path / "data"))
    log.write(level="debug", as_json=False)
    # As above.
    hook, sys.excepthook = sys.excepthook, before
    try:
        cashier = open_till(service=service, password="", sign_in="oauth", cashier_pin_file=str(tmp_path / "pins.json"))
        cashier.type("Cashier", "Meera Nair")
        cashier.enter()
        for pin in (WRONG_PIN, SIGN_ON_PIN):
            cashier.until(lambda: cashier.focus == "PIN", "the field")
            cashier.type("PIN", pin)
            cashier.enter()
            cashier.until(lambda: not cashier.screen.sign_on.checking, "an answer")
        cashier.until(lambda: cashier.screen.sign_on.cashier and not cashier.sees("Cashier"), "the counter")
        cashier.redeem("10", bill="MG-1")
        cashier.enter()
        service.tokens.expire()
        cashier.redeem("5", bill="MG-2")
        tokens = list(service.tokens._until)
        assert len(tokens) == service.tokens.given > 1
        cashier.enter()
        service.bad_day(BadDay.KEY_REFUSED)
        service.tokens.expire()
        cashier.keys(ASHA)
        cashier.enter()
        cashier.until_says("PT-KEY-REFUSED")
        service.bad_day(None)
        texts = [tokens[0], tokens[1], client.secret, SIGN_ON_PIN]
        mistake = dict(zip(("X-CAP-API-OAUTH-TOKEN", "accessToken", "secret", "pin"), texts, strict=True))
        hook(*_mistake(f"{mistake!r} {json.dumps({'key': client.key, 'secret': client.secret})}"))
        open_contents(cashier)
        cashier.press("Save support file")
        cashier.until_says("The support file is saved: ")
        assert cashier.end()
    finally:
        log.stop()
    folder = paths.log_dir(tmp_path / "data")
    told = {str(path): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}
    told |= contents(saved(tmp_path)[0])
    assert len(crashes.reports(folder)) == 1
    told["journal"] = paths.journal(tmp_path / "data").read_bytes().decode("latin-1")
    canaries = [SIGN_ON_PIN, WRONG_PIN, stored, client.key, client.secret, client.text, *tokens]
    for name, text in told.items():
        for canary in canaries:
            assert canary not in text, (canary, name)
    calls = [line for line in told[str(folder / "points-till.log")].splitlines() if "call=oauth/token/generate" in line]
    assert len(calls) >= len(tokens)
    assert re.search(r" call call=oauth/token/generate .*sent=\d+ ms=\d+ received=\d+ http=200 ", calls[0])


def _mistake(text: str) -> tuple[type[BaseException], BaseException, None]:
    """Returns an error with this text, as a hook gets it."""
    error = RuntimeError(text)
    return RuntimeError, error, None


def _stumble_in_worker(cashier: Cashier) -> None:
    """Has the counter's worker make a mistake whose text has every secret."""

    class Waiter(QObject):
        heard: list[object]

        def take(self, answer: object) -> None:
            self.heard.append(answer)

    def fail(_service: object) -> None:
        raise ValueError(_all_secrets())

    waiter = Waiter()
    waiter.heard = []
    cashier.session._counter.ask(waiter.take, waiter.take, fail)
    cashier.until(lambda: waiter.heard, "the failure")
    assert isinstance(waiter.heard[0], Unexpected)


def test_a_call_is_one_line_with_both_codes(
    open_till: OpenTill, service: PracticeService, caplog: pytest.LogCaptureFixture
) -> None:
    """Name, HTTP status, both codes, request id, duration and bytes are in it, and the reference if there is one."""
    caplog.set_level(logging.INFO)
    cashier = open_till(service=service)
    cashier.redeem("10", bill="MG-1")
    attempt = cashier.screen.attempt
    assert attempt is not None
    assert attempt.redeemed is not None
    facts = [vars(one)["facts"] for one in caplog.records if one.message == "call"]
    (redeem,) = [one for one in facts if one["call"] == "points/redeem"]
    assert (redeem["http"], redeem["code"], redeem["item"]) == (200, 200, 800)
    assert redeem["reference"] == attempt.reference
    assert redeem["request_id"] == attempt.redeemed.request_id
    assert redeem["sent"] > 0
    assert redeem["received"] > 0
    assert redeem["ms"] >= 0
    steps = [one for one in caplog.records if one.message.startswith("journal: ")]
    mine = [one.message for one in steps if vars(one)["facts"]["reference"] == attempt.reference]
    assert mine == ["journal: begun", "journal: redeemed"]


def test_a_mistake_in_a_slot_is_told_kindly(open_till: OpenTill, qtbot: object) -> None:
    """The cashier hears it in the window with its code, from whichever thread, but not sixty times a second."""
    del qtbot
    cashier = open_till()
    moment = [0.0]
    notice = FaultNotice(clock=lambda: moment[0])
    notice.note()
    cashier.until_threads_are_idle()
    notice.follow(cashier.session.controller)
    said: list[str] = []
    shown = cashier.session.controller.say_failure

    def remember(failure: Failure) -> None:
        said.append(failure.support)
        shown(failure)

    cashier.session.controller.say_failure = remember  # type: ignore[method-assign]
    workers = [threading.Thread(target=notice.note) for _ in range(50)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    cashier.until_says("PT-UNEXPECTED")
    moment[0] = 11.0
    QTimer.singleShot(0, notice.note)
    cashier.until(lambda: len(said) == 2, "the second notice")
    assert "Traceback" not in cashier.message
