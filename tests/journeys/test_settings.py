"""Setting a till up: the first start, trying against a real service, saving, and what a policy or training fixes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import keyring
import pytest
from PySide6.QtCore import Qt

from desktop.domain.failures import Call, Refused
from desktop.domain.settings import Settings
from desktop.texts import load_catalogue
from desktop.training.answers import TILL
from desktop.training.service import PracticeService
from desktop.training.state import PASSWORD
from tests.journeys.keyrings import MemoryKeyring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

CATALOGUE = load_catalogue()


@pytest.fixture(autouse=True)
def safe() -> Iterator[MemoryKeyring]:
    """The machine's keyring, for this test alone."""
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def fill(cashier: Cashier, service: PracticeService, password: str = PASSWORD) -> None:
    """Enters what support has given."""
    cashier.type("Address of the service", service.url)
    cashier.type("Name of this till", TILL)
    cashier.type("Password of this till", password)


@pytest.fixture
def new_till(open_till: OpenTill, service: PracticeService) -> Cashier:
    """A till that nobody has set up yet; the service is there."""
    cashier = open_till(server="", ready=False, training=False)
    cashier._service = service
    cashier.until_sees("Address of the service")
    return cashier


def test_the_first_start_asks_for_the_set_up(new_till: Cashier) -> None:
    """Nothing is set: the settings are there, the cursor in the first field, with a way to practise first."""
    assert "Set this till up" in new_till.texts()
    assert new_till.focus == "Address of the service"
    assert new_till.sees("Practise first")
    assert not new_till.sees("Close")
    office = new_till.session.office
    with new_till.qtbot.waitSignal(office.today_changed, timeout=8_000):
        office.refresh_today()
    assert new_till.message == ""


def test_try_it_really_calls(new_till: Cashier, service: PracticeService) -> None:
    """Try it speaks to the service, changes nothing, and says that it works."""
    fill(new_till, service)
    new_till.press("Try it")
    new_till.until_says("The service answers and knows this till.")
    assert [str(one["path"]) for one in service.requests()] == ["/v1.1/customer/get"]
    assert new_till.find("Try it").isEnabled()


@pytest.mark.parametrize(
    ("url", "till", "password", "key"),
    [
        ("", TILL, "wrong", Refused(Call.FIND_MEMBER, 401).key),
        ("", "another.till", PASSWORD, Refused(Call.FIND_MEMBER, 401).key),
        ("http://127.0.0.1:1", TILL, PASSWORD, "not_sent.connect"),
    ],
)
def test_try_it_says_what_is_wrong(  # noqa: PLR0917 - pytest passes them by name
    new_till: Cashier, service: PracticeService, url: str, till: str, password: str, key: str
) -> None:
    """A wrong password, another till's name, a dead address: each said in its own words."""
    fill(new_till, service, password)
    new_till.type("Name of this till", till)
    if url:
        new_till.type("Address of the service", url)
    new_till.press("Try it")
    new_till.until_says(CATALOGUE.meaning_of(key).says)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("Address of the service", "http://loyalty.example.com", "must begin with https://"),
        ("Address of the service", "two words", "is not an address"),
        ("Country (two letters)", "1", "ISO 3166"),
    ],
)
def test_what_cannot_be_a_setting(new_till: Cashier, service: PracticeService, name: str, text: str, says: str) -> None:
    """A setting that cannot be used is said before anything is called or written, with the cursor in its field."""
    fill(new_till, service)
    new_till.type(name, text)
    for button in ("Try it", "Save"):
        new_till.press(button)
        new_till.until_says(says)
        assert new_till.focus == name
    assert not service.requests()


def test_save_writes_only_what_was_changed(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """What the command line said for one run does not get into the file, nor do defaults."""
    cashier = open_till(service=service, store="for this run")
    cashier.key(Qt.Key.Key_F10)
    cashier.type("Cashier", "Meera")
    with cashier.qtbot.waitSignal(cashier.session.settings_saved, timeout=8_000):
        cashier.press("Save")
    assert json.loads((tmp_path / "config" / "settings.json").read_text(encoding="utf-8")) == {"cashier": "Meera"}


def test_try_it_without_an_address(new_till: Cashier) -> None:
    """Nothing to call: what is missing is asked for."""
    new_till.press("Try it")
    assert new_till.message == "Enter the address of the service and the name of this till."


def test_save_writes_the_file_and_the_password_goes_to_the_keyring(
    new_till: Cashier, service: PracticeService, safe: MemoryKeyring, tmp_path: Path
) -> None:
    """What was entered stands in settings.json, the password in the keyring and nowhere in the file."""
    fill(new_till, service)
    new_till.type("Store", "MG Road")
    new_till.find("A redemption needs a bill number").click()
    with new_till.qtbot.waitSignal(new_till.session.settings_saved, timeout=8_000):
        new_till.press("Save")
    written = json.loads((tmp_path / "config" / "settings.json").read_text(encoding="utf-8"))
    assert written == {"server": service.url, "till": TILL, "store": "MG Road", "bill_required": True}
    assert safe.kept == {(f"points-till:{TILL}@{service.url}", TILL): PASSWORD}


def test_the_saved_till_works_at_the_next_start(
    new_till: Cashier, service: PracticeService, open_till: OpenTill
) -> None:
    """With the file and the keyring, the next window asks for nothing and redeems."""
    fill(new_till, service)
    with new_till.qtbot.waitSignal(new_till.session.settings_saved, timeout=8_000):
        new_till.press("Save")
    assert new_till.end()
    cashier = open_till(training=False)
    cashier._service = service
    cashier.redeem("10")
    assert len(service.ledger()) == 1


def test_a_file_that_cannot_be_written(new_till: Cashier, service: PracticeService, tmp_path: Path) -> None:
    """Where the disk does not take the settings it is said; the window stays as it is."""
    (tmp_path / "config").write_text("a file where a folder should be")
    fill(new_till, service)
    new_till.press("Save")
    new_till.until_says("(PT-SETTINGS)")
    assert new_till.text("Name of this till") == TILL


def test_the_settings_of_a_till_that_works(open_till: OpenTill, service: PracticeService) -> None:
    """F10 shows what is in force; Try it uses the stored password; Close and Escape lead back."""
    cashier = open_till(service=service, store="MG Road", cashier="Meera", country="IN")
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Address of the service")
    assert "Settings" in cashier.texts()
    assert cashier.text("Address of the service") == service.url
    assert cashier.text("Store") == "MG Road"
    assert cashier.text("Password of this till") == ""
    cashier.press("Try it")
    cashier.until_says("The service answers and knows this till.")
    cashier.press("Close")
    assert cashier.focus == "Mobile number"
    cashier.key(Qt.Key.Key_F10)
    cashier.escape()
    assert cashier.focus == "Mobile number"


def test_a_stored_password_is_tried_at_no_other_address(
    open_till: OpenTill, service: PracticeService, safe: MemoryKeyring, tmp_path: Path
) -> None:
    """An address that somebody edits gets no request. The password for it is asked for and saved beside the other."""
    safe.set_password(f"points-till:{TILL}@{service.url}", TILL, PASSWORD)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.json").write_text(json.dumps({"server": service.url, "till": TILL}))
    other = PracticeService()
    other.start()
    cashier = open_till(service=service, password="")
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Address of the service")
    cashier.type("Address of the service", other.url)
    cashier.press("Try it")
    cashier.until_says("The stored password belongs to another address.")
    assert other.requests() == ()
    cashier.type("Password of this till", PASSWORD)
    cashier.press("Try it")
    cashier.until_says("The service answers and knows this till.")
    with cashier.qtbot.waitSignal(cashier.session.settings_saved, timeout=8_000):
        cashier.press("Save")
    assert safe.kept == {
        (f"points-till:{TILL}@{service.url}", TILL): PASSWORD,
        (f"points-till:{TILL}@{other.url}", TILL): PASSWORD,
    }
    other.stop()


def test_what_a_policy_fixes_cannot_be_changed(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """Settings of the company's policy are grey, and the page says why."""
    policy = tmp_path / "policy.json"
    policy.write_text(json.dumps({"server": service.url, "till": TILL, "country": "IN"}), encoding="utf-8")
    cashier = open_till(service=service, policies=(policy,))
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Store")
    assert "Settings that cannot be changed here are set by your company." in cashier.texts()
    assert not cashier.find("Address of the service").isEnabled()
    assert not cashier.find("Country (two letters)").isEnabled()
    assert cashier.focus == "Password of this till"


def test_the_settings_in_training(open_till: OpenTill) -> None:
    """In training there is nothing to set up: what belongs to the practice service is grey, and Close leads back."""
    cashier = open_till()
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Address of the service")
    assert "Settings" in cashier.texts()
    assert not cashier.find("Address of the service").isEnabled()
    assert not cashier.sees("Practise first")
    cashier.press("Close")
    assert cashier.focus == "Mobile number"


def test_practise_first(new_till: Cashier) -> None:
    """The window asks for training; nothing is written."""
    with new_till.qtbot.waitSignal(new_till.session.practice_requested, timeout=2_000):
        new_till.press("Practise first")


def test_every_setting_on_the_page_is_one(new_till: Cashier) -> None:
    """Each field is a setting of the schema, but for the password, which is none."""
    page = new_till.session.view._settings
    assert page is not None
    assert set(page._fields) - {"password"} <= set(Settings.__dataclass_fields__)
