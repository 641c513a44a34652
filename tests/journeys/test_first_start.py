"""The first start: three short pages, a test that really calls, and no way to a counter that is half set up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.gui.screen import ServiceStatus
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.state import PASSWORD
from tests.gui.test_layouts import settle
from tests.journeys.pages_of import NAMES, overlapping, too_small
from tests.printing.network_printer import COVER_OPEN, FINE, Behaviour, FakePrinter

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.keyrings import MemoryKeyring
    from tests.journeys.tills import OpenTill

pytestmark = pytest.mark.usefixtures("machine_keyring")

SERVER, NAME, WORD = "Address of the service", "Name of this till", "Password of this till"


@pytest.fixture
def new_till(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Returns a till that has not been set up, although the service is there."""
    cashier = open_till(server="", ready=False, training=False)
    cashier.service = service
    cashier.until_sees(SERVER)
    return cashier


def fill(cashier: Cashier, service: PracticeService, password: str = PASSWORD) -> None:
    """Enters the values from support."""
    cashier.type(SERVER, service.url)
    cashier.type(NAME, TILL)
    cashier.type(WORD, password)


def settings_of(tmp_path: Path) -> dict[str, object]:
    """Returns what is in the settings file."""
    found: dict[str, object] = json.loads((tmp_path / "config" / "settings.json").read_text(encoding="utf-8"))
    return found


def finish(cashier: Cashier) -> None:
    """Goes through the second and third page, whose values may stay as they are."""
    cashier.press("Next")
    cashier.until_sees("Cashier")
    cashier.press("Next")
    cashier.until_sees("Printer")
    with cashier.qtbot.waitSignal(cashier.session.settings_saved, timeout=8_000):
        cashier.press("Next")


def test_a_refused_password_leaves_the_first_page_whole(open_till: OpenTill, service: PracticeService) -> None:
    """On a terminal nothing has to be scrolled, the button stays in its place, and the rows stand in one rhythm."""
    till = open_till(server="", ready=False, training=False, size=(1024, 600), language="en")
    till.service = service
    till.until_sees(SERVER)
    setup = till.session.setup
    assert setup is not None
    settle(till)
    before = setup.next.mapTo(setup, QPoint(0, 0))
    fill(till, service, "wrong")
    setup.next.click()
    till.until(setup.next.isEnabled, "the refusal")
    settle(till)
    assert setup._area.verticalScrollBar().maximum() == 0
    assert setup.next.mapTo(setup, QPoint(0, 0)) == before
    rows = [setup.controls[name].mapTo(setup, QPoint(0, 0)).y() for name in ("server", "till", "password")]
    assert rows[1] - rows[0] == rows[2] - rows[1]


def test_the_first_start_asks_for_the_address(new_till: Cashier) -> None:
    """The first page has the cursor in its first field. The counter, the history and the settings are not there."""
    assert new_till.focus == SERVER
    assert new_till.sees("Test connection")
    assert not new_till.sees("Next")
    for absent in ("Mobile number", "History", "Settings", "Back"):
        assert not new_till.sees(absent)
    new_till.escape()
    new_till.key(Qt.Key.Key_F2)
    new_till.key(Qt.Key.Key_F10)
    assert new_till.sees(SERVER)
    assert not new_till.sees("Mobile number")
    # The history of a till that is not set up is empty, which is no error.
    office = new_till.session.office
    with new_till.qtbot.waitSignal(office.today_changed, timeout=8_000):
        office.refresh_today()
    assert new_till.message == ""
    assert new_till.session.controller.screen.status is ServiceStatus.STARTING


def test_a_test_without_an_answer_holds_up_nothing(new_till: Cashier, service: PracticeService) -> None:
    """Who tries the sample customers or closes the window meanwhile does not wait: the call is cut."""
    fill(new_till, service)
    service.bad_day(BadDay.HANG)
    before = len(service.requests())
    new_till.press("Test connection")
    new_till.until(lambda: len(service.requests()) > before, "the call")
    assert new_till.end()


def test_with_the_keyboard_alone(
    new_till: Cashier, service: PracticeService, machine_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    """Enter goes from field to field, tests, and goes on. At the end all is saved, the password in the keyring."""
    new_till.keys(service.url)
    new_till.enter()
    assert new_till.focus == NAME
    new_till.keys(TILL)
    new_till.enter()
    assert new_till.focus == WORD
    new_till.keys(PASSWORD)
    new_till.enter()
    new_till.until_says("The service responds and knows this till.")
    assert [str(one["path"]) for one in service.requests()] == ["/v1.1/customer/get"]
    new_till.until(lambda: new_till.focus == "Next", "the button")
    new_till.enter()
    assert new_till.focus == "Store"
    new_till.keys("MG Road")
    new_till.enter()
    assert new_till.focus == "Cashier"
    new_till.keys("Meera")
    new_till.enter()
    new_till.until_sees("Printer")
    with new_till.qtbot.waitSignal(new_till.session.settings_saved, timeout=8_000):
        new_till.enter()
    assert settings_of(tmp_path) == {"server": service.url, "till": TILL, "store": "MG Road", "cashier": "Meera"}
    assert machine_keyring.kept == {(f"points-till:{TILL}@{service.url}", TILL): PASSWORD}


def test_the_saved_till_works_at_the_next_start(
    new_till: Cashier, service: PracticeService, open_till: OpenTill
) -> None:
    """With the file and the keyring, the next window asks for nothing and redeems."""
    fill(new_till, service)
    new_till.press("Test connection")
    new_till.until_sees("Next")
    finish(new_till)
    assert new_till.end()
    cashier = open_till(training=False)
    cashier.service = service
    cashier.redeem("10")
    assert len(service.ledger()) == 1


@pytest.mark.parametrize(
    ("empty", "says"),
    [(SERVER, "Enter the address of the service."), (NAME, "Enter the name of this till.")],
)
def test_an_empty_field_says_so(new_till: Cashier, service: PracticeService, empty: str, says: str) -> None:
    """The message is about the field, which gets the cursor. Nothing is sent."""
    fill(new_till, service)
    new_till.type(empty, "")
    new_till.press("Test connection")
    assert new_till.message == says
    assert new_till.focus == empty
    assert new_till.find(empty).property("tone") == "bad"
    assert not service.requests()
    new_till.keys("x")
    assert new_till.message == ""
    assert new_till.find(empty).property("tone") != "bad"


def test_a_password_that_was_not_entered(new_till: Cashier, service: PracticeService) -> None:
    """If none is stored either, the message says what to do."""
    fill(new_till, service, password="")
    new_till.press("Test connection")
    new_till.until_says("password")
    assert new_till.focus == WORD
    assert not service.requests()


@pytest.mark.parametrize(
    ("server", "says"),
    [
        ("http://loyalty.example.com", "must begin with https://"),
        ("two words", "is not an address"),
    ],
)
def test_a_wrong_address_says_so(new_till: Cashier, service: PracticeService, server: str, says: str) -> None:
    """Nothing is sent."""
    fill(new_till, service)
    new_till.type(SERVER, server)
    new_till.press("Test connection")
    assert says in new_till.message
    assert new_till.focus == SERVER


@pytest.mark.parametrize(
    ("name", "value", "says", "field"),
    [
        (WORD, "wrong", "does not accept this name and password", WORD),
        (NAME, "another.till", "does not accept this name and password", WORD),
        (SERVER, "http://127.0.0.1:1", "does not accept connections", SERVER),
    ],
)
def test_a_failed_test_explains_itself_at_its_field(  # noqa: PLR0917 - pytest passes them by name
    new_till: Cashier, service: PracticeService, name: str, value: str, says: str, field: str
) -> None:
    """Page 2 does not open, and the field that is wrong has the cursor."""
    fill(new_till, service)
    new_till.type(name, value)
    new_till.press("Test connection")
    new_till.until_says(says)
    assert new_till.focus == field
    assert new_till.find(field).property("tone") == "bad"
    assert new_till.sees("Test connection")
    assert not new_till.sees("Next")


def test_a_change_after_the_test_asks_for_another(new_till: Cashier, service: PracticeService) -> None:
    """Only what was tried can be saved. The same values again are good without another test."""
    fill(new_till, service)
    new_till.press("Test connection")
    new_till.until_sees("Next")
    new_till.type(NAME, "another.till")
    assert not new_till.sees("Next")
    new_till.type(NAME, TILL)
    assert new_till.sees("Next")


def test_a_test_page_before_anything_is_saved(new_till: Cashier, service: PracticeService) -> None:
    """The third page prints on the printer that is entered, and says so, or says why it did not."""
    fill(new_till, service)
    new_till.press("Test connection")
    new_till.until_sees("Next")
    new_till.press("Next")
    new_till.until_sees("Cashier")
    new_till.press("Next")
    new_till.until_sees("Test print")
    setup = new_till.session.setup
    assert setup is not None
    for answers, says in ((FINE, "Printed at "), (COVER_OPEN, "The printer’s cover is open.")):
        printer = FakePrinter(Behaviour(answers=answers, says_printed=True))
        try:
            setup.controls["printer"].show_value(printer.address)
            new_till.press("Test print")
            new_till.until_says(says)
        finally:
            printer.close()
    assert not new_till.screen.news


def test_esc_goes_back_one_page(new_till: Cashier, service: PracticeService) -> None:
    """What was entered stays."""
    fill(new_till, service)
    new_till.press("Test connection")
    new_till.until_sees("Next")
    new_till.press("Next")
    new_till.type("Store", "MG Road")
    new_till.press("Next")
    new_till.escape()
    assert new_till.text("Store") == "MG Road"
    new_till.press("Back")
    assert new_till.text(SERVER) == service.url
    assert new_till.focus == "Next"


def test_a_file_that_cannot_be_written(new_till: Cashier, service: PracticeService, tmp_path: Path) -> None:
    """A message says so, and the page stays, so that it can be tried again."""
    (tmp_path / "config").write_text("a file where a folder should be")
    fill(new_till, service)
    new_till.press("Test connection")
    new_till.until_sees("Next")
    new_till.press("Next")
    new_till.press("Next")
    new_till.press("Next")
    new_till.until_says("(PT-SETTINGS-NOT-SAVED)")
    assert new_till.find("Next").isEnabled()


def test_a_keyring_that_keeps_nothing(
    new_till: Cashier, service: PracticeService, machine_keyring: MemoryKeyring, tmp_path: Path
) -> None:
    """No settings are saved, because a till without a password cannot work. The first page says why."""
    machine_keyring.keeps = False
    fill(new_till, service)
    new_till.press("Test connection")
    new_till.until_sees("Next")
    new_till.press("Next")
    new_till.press("Next")
    new_till.press("Next")
    new_till.until_says("(PT-PASSWORD-NO-STORE)")
    new_till.until(lambda: new_till.focus == WORD, "the focus on the password")
    assert not (tmp_path / "config" / "settings.json").exists()


def test_try_with_sample_customers(new_till: Cashier, tmp_path: Path) -> None:
    """The window asks for training, and nothing is written."""
    with new_till.qtbot.waitSignal(new_till.session.practice_requested, timeout=2_000):
        new_till.press("Try with sample customers")
    assert not (tmp_path / "config").exists()


def test_training_can_be_left(open_till: OpenTill) -> None:
    """A button in the bar asks for the real till."""
    cashier = open_till()
    with cashier.qtbot.waitSignal(cashier.session.practice_ended, timeout=2_000):
        cashier.press("Leave training")


def test_a_real_till_has_no_training_to_leave(open_till: OpenTill, service: PracticeService) -> None:
    """The button is only there in training."""
    assert not open_till(service=service).sees("Leave training")


def test_the_language_of_the_first_start(new_till: Cashier, tmp_path: Path) -> None:
    """It is fixed for this run, so it is shown and cannot be changed. Otherwise it is saved at once."""
    assert not new_till.find("Language of the window").isEnabled()
    assert not new_till.find("Language").isEnabled() if new_till.sees("Language") else True
    setup = new_till.session.setup
    assert setup is not None
    with new_till.qtbot.waitSignal(new_till.session.settings_saved, timeout=8_000):
        setup.bar.language_chosen.emit("hi")
    assert settings_of(tmp_path) == {"language": "hi"}


def test_what_a_policy_sets_is_not_asked_for(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """The address of a policy is shown and cannot be changed. The cursor is in the first field that can be."""
    policy = tmp_path / "policy.json"
    policy.write_text(json.dumps({"server": service.url}), encoding="utf-8")
    cashier = open_till(server="", ready=False, training=False, policies=(policy,))
    cashier.until_sees(SERVER)
    assert not cashier.find(SERVER).isEnabled()
    assert cashier.text(SERVER) == service.url
    assert cashier.focus == NAME


def test_a_till_with_address_and_name_is_not_set_up_again(open_till: OpenTill, service: PracticeService) -> None:
    """If server, till and password are given, the counter is there at once."""
    cashier = open_till(service=service)
    assert cashier.session.setup is None
    assert cashier.sees("Mobile number")


SIZES = ((800, 600), (1024, 600), (1366, 768), (1920, 1080), (683, 512), (512, 300))


@pytest.mark.parametrize(
    ("language", "size"),
    [*(("en", size) for size in SIZES), *((one, size) for one in ("ar", "fr") for size in ((800, 600), (512, 300)))],
)
def test_nothing_overlaps_at_any_size(open_till: OpenTill, size: tuple[int, int], language: str) -> None:
    """On each page everything is as large as it has to be, and nothing covers anything else."""
    cashier = open_till(server="", ready=False, training=False, size=size, language=language)
    setup = cashier.session.setup
    assert setup is not None
    setup.controls["server"].show_value("http://127.0.0.1:1")
    setup.controls["till"].show_value("t")
    setup.controls["password"].show_value("p")
    setup.next.click()
    cashier.until(setup.next.isEnabled, "the result")
    for page in range(3):
        setup._show(page)
        cashier.qtbot.wait(20)
        assert too_small(setup) == []
        assert overlapping(setup) == []
    assert cashier.window.width() == size[0], NAMES


def test_a_large_window_can_become_small_at_once(open_till: OpenTill) -> None:
    """As on a screen that changes. From 1366×768, the window stayed 557 pixels wide."""
    cashier = open_till(server="", ready=False, training=False, size=(1366, 768))
    cashier.window.resize(512, 300)
    settle(cashier)
    assert (cashier.window.width(), cashier.window.height()) == (512, 300)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_way_to_practise_is_in_sight_on_a_small_terminal(
    open_till: OpenTill, service: PracticeService, language: str
) -> None:
    """At 800×600, each page is whole with what is below it, and so is the first one once the test has passed."""
    cashier = open_till(server="", ready=False, training=False, size=(800, 600), language=language)
    cashier.service = service
    setup = cashier.session.setup
    assert setup is not None
    hidden = {}
    for page in range(3):
        setup._show(page)
        settle(cashier)
        hidden[str(page)] = setup._area.verticalScrollBar().maximum()
    setup._show(0)
    for name, text in (("server", service.url), ("till", TILL), ("password", PASSWORD)):
        setup.controls[name].focus()
        cashier.keys(text)
    setup.next.click()
    cashier.until(setup.next.isEnabled, "the answer")
    settle(cashier)
    assert setup.next.objectName() == "next"
    hidden["tested"] = setup._area.verticalScrollBar().maximum()
    assert not any(hidden.values()), hidden
    assert setup.side.practise.visibleRegion().boundingRect().size() == setup.side.practise.size()


def test_the_button_with_the_focus_is_in_sight_after_going_back(open_till: OpenTill, service: PracticeService) -> None:
    """The first page is higher than the second. It has its height only once it is laid out."""
    cashier = open_till(server="", ready=False, training=False, size=(512, 300))
    cashier.until_sees(SERVER)
    fill(cashier, service)
    cashier.enter()
    cashier.until_sees("Next")
    cashier.enter()
    cashier.until_sees("Store")
    settle(cashier)
    cashier.escape()
    button = cashier.find("Next")
    assert cashier.focus == "Next"
    settle(cashier)
    assert button.visibleRegion().boundingRect().height() == button.height()


def test_the_field_with_the_cursor_is_in_sight(open_till: OpenTill) -> None:
    """Also if Enter moved it. What is wrong is shown first, and the first key brings its field back."""
    cashier = open_till(server="", ready=False, training=False, size=(512, 300))
    cashier.until_sees(SERVER)
    cashier.keys("http://127.0.0.1:1")
    cashier.enter()
    cashier.keys(TILL)
    cashier.enter()
    word = cashier.find(WORD)
    assert cashier.focus == WORD
    cashier.until(lambda: word.visibleRegion().boundingRect().height() == word.height(), "the field in sight")
    cashier.keys(PASSWORD)
    cashier.enter()
    cashier.until_says("does not accept connections")
    assert cashier.focus == SERVER
    field = cashier.find(SERVER)
    setup = cashier.session.setup
    assert setup is not None
    cashier.until(lambda: not setup.facts.visibleRegion().isEmpty(), "what is wrong in sight")
    cashier.keys("h")
    cashier.until(lambda: field.visibleRegion().boundingRect().height() == field.height(), "the field in sight")
