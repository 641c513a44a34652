"""The settings page: what it shows, who set it, trying and saving it, and what a policy or training fixes."""

from __future__ import annotations

import errno
import itertools
import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QListWidget, QRadioButton, QWidget

from desktop import session
from desktop.api.client import LoyaltyClient
from desktop.domain.failures import Call
from desktop.domain.paper import Paper
from desktop.domain.printers import PrinterChoice
from desktop.domain.setting_schema import Group, Kind
from desktop.domain.settings import SCHEMA, Theme
from desktop.flow.office import Office
from desktop.gui.scale import scale_of
from desktop.gui.screen import Place
from desktop.gui.voice import Voice, voice_of
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.worker import LEFT_RUNNING
from desktop.printing.printers import ShopPrinters
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService
from desktop.training.state import PASSWORD
from tests.gui.screen_reader import label_texts, tree
from tests.journeys.cashier import ASHA
from tests.journeys.pages_of import NAMES, overlapping, too_small
from tests.printing.network_printer import COVER_OPEN, FINE, Behaviour, FakePrinter
from tests.printing.thermal_printer import print_out

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.gui.pages.setting_row import SettingRow
    from desktop.gui.pages.settings_page import SettingsPage
    from tests.journeys.cashier import Cashier
    from tests.journeys.keyrings import MemoryKeyring
    from tests.journeys.tills import OpenTill

SERVER, NAME, WORD = "Address of the service", "Name of this till", "Password of this till"


def write(tmp_path: Path, **values: object) -> Path:
    """Writes the settings file, as the page would."""
    (tmp_path / "config").mkdir(exist_ok=True)
    path = tmp_path / "config" / "settings.json"
    path.write_text(json.dumps(values, indent=1), encoding="utf-8")
    return path


def settings_of(tmp_path: Path) -> dict[str, object]:
    """Returns what is in the settings file."""
    found: dict[str, object] = json.loads((tmp_path / "config" / "settings.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def till(open_till: OpenTill, service: PracticeService, tmp_path: Path, machine_keyring: MemoryKeyring) -> Cashier:
    """Returns a till that was set up with its settings file and its keyring, and shows its settings."""
    write(tmp_path, server=service.url, till=TILL, store="MG Road")
    machine_keyring.kept[f"points-till:{TILL}@{service.url}", TILL] = PASSWORD
    cashier = open_till(training=False)
    cashier.service = service
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees(SERVER)
    return cashier


def full(_descriptor: int) -> None:
    """Fails as on a full disk."""
    raise OSError(errno.ENOSPC, "No space left on device")


def page_of(cashier: Cashier) -> SettingsPage:
    """Returns the settings page."""
    return cashier.session.view.pages.settings_page


def show(cashier: Cashier, group: Group) -> None:
    """Shows a group of settings."""
    page_of(cashier).form.show_group(group)


def save(cashier: Cashier) -> None:
    """Saves, and waits until the till would start again."""
    with cashier.qtbot.waitSignal(cashier.session.settings_saved, timeout=8_000):
        cashier.press("Save")


def test_where_the_settings_open_is_said(till: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Orca 43 reads a field that is filled in the moment it gets the focus without its name, or not at all."""
    values: list[str] = []
    monkeypatch.setattr(Voice, "say_value", lambda _voice, text: values.append(text))
    till.escape()
    till.key(Qt.Key.Key_F10)
    assert till.focus == SERVER
    # Only the last one is said.
    assert values[-1] == f"Settings. {SERVER}"


def test_every_setting_has_a_control_with_the_name_of_its_label(till: Cashier) -> None:
    """The page is made from the schema: no setting is missing, and none is shown that the till does not have."""
    form = page_of(till).form
    seen: list[str] = []
    for group in Group:
        if not any(one.group is group for one in SCHEMA.values()):
            continue
        form.show_group(group)
        for setting in SCHEMA.values():
            assert till.sees(setting.label) is (setting.group is group)
            if setting.group is group:
                seen.append(setting.name)
                assert form.row(setting.name).control.target.accessibleDescription().endswith(setting.help)
    assert sorted(seen) == sorted(SCHEMA)
    assert form.made.keys() == {*SCHEMA, "password", "proxy_password"}
    assert len({setting.label for setting in SCHEMA.values()}) == len(SCHEMA)


@pytest.fixture
def shown(open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch) -> Cashier:
    """Returns a till that shows the first group of its settings in a large window."""
    monkeypatch.setattr(ShopPrinters, "choices", lambda _printers: (PrinterChoice("raw:C", "C"),))
    cashier = open_till(service=service, size=(1920, 1080))
    cashier.rest()
    cashier.key(Qt.Key.Key_F10)
    return cashier


def all_rows(cashier: Cashier) -> list[SettingRow]:
    """Returns all rows in their order, made in another one."""
    form = page_of(cashier).form
    names = [setting.name for group in Group for setting in SCHEMA.values() if setting.group is group]
    for name in reversed(names):
        form.row(name)
    return [form.row(name) for name in names]


def test_only_what_is_shown_is_made(till: Cashier) -> None:
    """The page opens at once, and a screen reader is not told of what cannot be seen."""
    form = page_of(till).form
    shown = {name for name, setting in SCHEMA.items() if setting.group is Group.SERVICE}
    assert form.made.keys() == {*shown, "password", "proxy_password"}
    form.search.setText("receipt_folder")
    assert form.made.keys() == {*shown, "password", "proxy_password", "receipt_folder"}
    show(till, Group.LOOK)
    shown |= {name for name, setting in SCHEMA.items() if setting.group is Group.LOOK}
    assert form.made.keys() == {*shown, "password", "proxy_password", "receipt_folder"}


def test_what_is_made_later_is_like_what_is_made_first(shown: Cashier) -> None:
    """It is as large, shows its value, and offers the printers, which may come before it is made."""
    with shown.qtbot.waitSignal(shown.session.printing.listed, timeout=8_000):
        page_of(shown).printers_wanted.emit()
    rows = all_rows(shown)
    margins = {layout.contentsMargins().top() for row in rows if (layout := row.layout()) is not None}
    assert margins == {round(11 * scale_of(page_of(shown)))} != {11}
    assert {row.control.maximumWidth() for row in rows} == {rows[0].control.maximumWidth()}
    settings = page_of(shown)._controller.settings
    for name, switch in ((one.control.setting.name, one.control) for one in rows):
        if name in SCHEMA and SCHEMA[name].kind is Kind.FLAG:
            assert switch.raw() is getattr(settings, name)
    printer = page_of(shown).form.made["printer"].control.target
    assert isinstance(printer, ChoiceBox)
    assert printer.itemText(0) == "raw:C"


def test_the_tab_key_comes_to_the_settings_in_their_order(shown: Cashier) -> None:
    """Also to those that were made after the buttons below them."""
    rows = all_rows(shown)
    page = page_of(shown)
    found: list[QWidget] = []
    widget = page.form.search.nextInFocusChain()
    while widget is not None and widget is not page.form.search:
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            found += [one for one in (*rows, page.test) if one is widget or one.isAncestorOf(widget)]
        widget = widget.nextInFocusChain()
    assert [one for one, _ in itertools.groupby(found)] == [*rows, page.test]


def test_the_page_and_its_buttons(till: Cashier) -> None:
    """The settings in force are shown. Close, Escape and F10 lead back to the counter."""
    assert till.text(SERVER) == page_of(till)._controller.settings.server
    assert till.text(NAME) == TILL
    assert till.text(WORD) == ""
    assert till.focus == SERVER
    for button in ("Test connection", "Test print", "Save", "Close"):
        assert till.find(button).isEnabled()
    till.press("Close")
    assert till.focus == "Mobile number"
    till.key(Qt.Key.Key_F10)
    till.escape()
    assert till.focus == "Mobile number"


def test_test_connection_uses_the_stored_password(till: Cashier, service: PracticeService) -> None:
    """It really calls, changes nothing, and says that it works."""
    before = len(service.requests())
    till.press("Test connection")
    till.until_says("The service responds and knows this till.")
    paths = [str(one["path"]) for one in service.requests()[before:]]
    # The till may just look whether the service can be reached.
    assert [path for path in paths if "/store/login" not in path] == ["/v1.1/customer/get"]
    assert till.find("Test connection").isEnabled()


def test_test_connection_finds_a_clock_that_is_off(till: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The service accepts the till, and its answer has another time."""
    monkeypatch.setattr(LoyaltyClient, "clock_ahead", lambda _client: 7200.0)
    till.press("Test connection")
    till.until_says("The service knows this till, but this computer’s clock says")
    till.until_says("Check this computer’s date, time and time zone.")


@pytest.mark.parametrize(
    ("name", "value", "says", "field"),
    [
        (WORD, "wrong", "does not accept this name and password", WORD),
        (SERVER, "http://127.0.0.1:1", "belongs to another address", WORD),
        (SERVER, "", "Enter the address of the service.", SERVER),
        (NAME, "", "Enter the name of this till.", NAME),
        (SERVER, "http://loyalty.example.com", "must begin with https://", SERVER),
    ],
)
def test_a_failed_test_is_about_a_field(till: Cashier, name: str, value: str, says: str, field: str) -> None:
    """The message says what is wrong, and the cursor is in the field that it is about."""
    till.type(name, value)
    till.press("Test connection")
    till.until_says(says)
    assert till.focus == field
    assert till.find(field).property("tone") == "bad"


class WebFilter(BaseHTTPRequestHandler):
    """Answers as a web filter does."""

    def do_GET(self) -> None:
        body = b"<html><body>This page is blocked.</body></html>"
        self.send_response(403)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Prints nothing."""


def test_a_web_filter_is_not_taken_for_the_service(till: Cashier) -> None:
    """A page of HTML in place of an answer is named as what it is."""
    server = HTTPServer(("127.0.0.1", 0), WebFilter)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    till.type(SERVER, f"http://127.0.0.1:{server.server_port}")
    till.type(WORD, PASSWORD)
    till.press("Test connection")
    till.until_says("Something else answered, not the loyalty service. (HTTP 403)")
    assert till.focus == SERVER
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("group", "name", "text", "says"),
    [
        (Group.SERVICE, "Time to connect", "soon", "Time to connect: must be a number"),
        (Group.SHOP, "Days to keep numbers", "0", "Days to keep numbers: must be from 1 to 3650"),
        (Group.SHOP, "Currency", "rupees", "Currency: must be an ISO 4217 code such as INR"),
    ],
)
def test_a_wrong_value_is_not_saved(  # noqa: PLR0917 - pytest passes them by name
    till: Cashier, tmp_path: Path, group: Group, name: str, text: str, says: str
) -> None:
    """The message names the setting, and the cursor goes to it even if another group is shown."""
    before = settings_of(tmp_path)
    show(till, group)
    till.type(name, text)
    show(till, Group.PRINTING)
    till.press("Save")
    assert till.message == says
    assert till.focus == name
    assert settings_of(tmp_path) == before


def test_a_full_disk_keeps_the_old_settings(till: Cashier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says that nothing was saved, and not that a setting is wrong. With room, the same press saves."""
    before = settings_of(tmp_path)
    show(till, Group.SERVICE)
    till.type("Time to connect", "7.5")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        till.press("Save")
        till.until_says("The settings could not be saved. Tell support the number below. (PT-SETTINGS-NOT-SAVED)")
    assert settings_of(tmp_path) == before
    save(till)
    assert settings_of(tmp_path) == before | {"connect_timeout": 7.5}


def test_save_writes_only_what_was_changed(till: Cashier, service: PracticeService, tmp_path: Path) -> None:
    """Text, number, switch, segments, choice, several, list and objects are written as the file has them."""
    show(till, Group.SERVICE)
    till.type("Time to connect", "7.5")
    show(till, Group.SHOP)
    form = page_of(till).form
    form.row("country").control.show_value("FR")
    show(till, Group.REDEEMING)
    till.find("Bill number required").click()
    till.find("Card", QCheckBox).click()
    till.find("Notes to choose from").setPlainText("For a friend\n\nBirthday")
    till.find("Additional fields").setPlainText('[{"name": "to"}]')
    show(till, Group.CASHIERS)
    till.type("Cashier", "Meera")
    show(till, Group.LOOK)
    till.find("Never", QRadioButton).click()
    save(till)
    assert settings_of(tmp_path) == {
        "server": service.url,
        "till": TILL,
        "store": "MG Road",
        "connect_timeout": 7.5,
        "country": "FR",
        "bill_required": True,
        "find_by": ["card"],
        "note_templates": ["For a friend", "Birthday"],
        "custom_fields": [
            {
                "name": "to",
                "label": "",
                "kind": "text",
                "choices": [],
                "required": False,
                "default": "",
                "remembered": False,
            }
        ],
        "cashier": "Meera",
        "number_pad": "never",
    }


def test_saved_settings_are_applied_at_once(till: Cashier, open_till: OpenTill) -> None:
    """The next session has them, says that they are saved, and goes on with the number that is being typed."""
    till.key(Qt.Key.Key_F10)
    till.keys("97777")
    till.key(Qt.Key.Key_F10)
    show(till, Group.REDEEMING)
    till.find("Bill number required").click()
    save(till)
    half_typed = till.session.half_typed
    assert till.end()
    cashier = open_till(training=False)
    cashier.session.go_on(half_typed)
    assert cashier.message == "The settings are saved."
    cashier.keys("88221")
    assert cashier.text("Mobile number") == "9777788221"
    assert cashier.session.controller.settings.bill_required


def test_saving_drops_no_customer(till: Cashier, tmp_path: Path) -> None:
    """A customer who has got a code is served with the settings that counted, and the new ones count afterwards."""
    applied: list[bool] = []
    till.session.settings_saved.connect(lambda: applied.append(True))
    till.key(Qt.Key.Key_F10)
    till.find_member()
    till.send_code("12.5")
    till.key(Qt.Key.Key_F10)
    show(till, Group.REDEEMING)
    till.find("Bill number required").click()
    till.press("Save")
    till.until_says("The settings are saved. They count after this customer.")
    assert settings_of(tmp_path)["bill_required"] is True
    assert not till.session.view.pages.shows_settings
    till.key(Qt.Key.Key_F10)
    assert page_of(till).explanation.text().startswith("What was saved counts once no customer is being served.")
    till.key(Qt.Key.Key_F10)
    till.until_says("The settings are saved. They count after this customer.")
    till.enter_code()
    till.until_sees("Updated balance")
    assert len(till.requests("/points/redeem")) == 1
    assert not applied
    with till.qtbot.waitSignal(till.session.settings_saved, timeout=8_000):
        till.enter()
    assert applied == [True]


def test_the_name_of_the_machine_stays_in_the_file(till: Cashier, tmp_path: Path) -> None:
    """A text that stands for the machine's name is saved as it was typed."""
    show(till, Group.SHOP)
    till.type("Store", "MG Road ${HOSTNAME}")
    save(till)
    assert settings_of(tmp_path)["store"] == "MG Road ${HOSTNAME}"


def test_a_stored_password_is_tried_at_no_other_address(
    till: Cashier, service: PracticeService, machine_keyring: MemoryKeyring
) -> None:
    """A changed address gets no request. Its password is asked for, and saved beside the other."""
    other = PracticeService()
    other.start()
    till.type(SERVER, other.url)
    till.press("Test connection")
    till.until_says("The stored password belongs to another address.")
    assert other.requests() == ()
    till.type(WORD, PASSWORD)
    till.press("Test connection")
    till.until_says("The service responds and knows this till.")
    save(till)
    assert machine_keyring.kept == {
        (f"points-till:{TILL}@{service.url}", TILL): PASSWORD,
        (f"points-till:{TILL}@{other.url}", TILL): PASSWORD,
    }
    other.stop()


def test_who_set_a_value(open_till: OpenTill, service: PracticeService, tmp_path: Path) -> None:
    """Values of the policy and of this run's command line are shown, say so, and cannot be changed."""
    policy = tmp_path / "policy.json"
    policy.write_text(json.dumps({"country": "GB", "defaults": {"store": "MG Road"}}), encoding="utf-8")
    cashier = open_till(service=service, policies=(policy,))
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees(SERVER)
    form = page_of(cashier).form
    assert not cashier.find(SERVER).isEnabled()
    assert form.row("server").badge.text == "Set by command line"
    assert form.row("password").badge.text == "Set by environment"
    assert not cashier.find(WORD).isEnabled()
    show(cashier, Group.SHOP)
    assert not cashier.find("Country", QComboBox).isEnabled()
    assert cashier.find("Country", QComboBox).accessibleDescription().startswith("Set by policy. ")
    assert cashier.find("Store").isEnabled()
    assert form.row("store").badge.text == "Your company’s default"
    show(cashier, Group.CODES)
    assert not cashier.find("Missed calls").isEnabled()
    assert cashier.find("Codes are valid for").isEnabled()
    cashier.press("Save")
    cashier.until((tmp_path / "config" / "settings.json").exists, "the file")
    assert settings_of(tmp_path) == {}


def test_a_value_that_cannot_be_used_is_shown_with_its_line(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, machine_keyring: MemoryKeyring
) -> None:
    """The till works with the default, says so, and opens the group. Saving repairs the file."""
    path = write(tmp_path, server=service.url, till=TILL, country="ZZ")
    machine_keyring.kept[f"points-till:{TILL}@{service.url}", TILL] = PASSWORD
    cashier = open_till(training=False)
    assert cashier.value("Warning") == "Cannot be used, so the default counts: Country. F10 shows why."
    cashier.find_member()
    cashier.press("New customer")
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Country")
    row = page_of(cashier).form.row("country")
    assert row.problem == f"must be an ISO 3166 region such as IN ({path}, line 4)"
    assert cashier.focus == "Country"
    assert page_of(cashier).form.row("till").control.raw() == TILL
    save(cashier)
    assert settings_of(tmp_path) == {"server": service.url, "till": TILL, "country": "IN"}


def test_the_line_of_such_a_value_keeps_its_order_in_arabic(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, machine_keyring: MemoryKeyring
) -> None:
    """The slash at the beginning of the path stays there, and the number of the line at its end."""
    path = write(tmp_path, server=service.url, till=TILL, country="ZZ")
    machine_keyring.kept[f"points-till:{TILL}@{service.url}", TILL] = PASSWORD
    cashier = open_till(training=False, language="ar")
    cashier.key(Qt.Key.Key_F10)
    cashier.until(lambda: cashier.session.view.pages.shows_settings, "the settings")
    row = page_of(cashier).form.row("country")
    assert row.problem.endswith(f"(\N{LEFT-TO-RIGHT ISOLATE}{path}, line 4\N{POP DIRECTIONAL ISOLATE})")


def test_a_wrong_value_that_protects_money_stops_redeeming(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, machine_keyring: MemoryKeyring
) -> None:
    """The till says why and opens the settings. Once it is corrected, the till redeems."""
    write(tmp_path, server=service.url, till=TILL, settle_after="2 minutes")
    machine_keyring.kept[f"points-till:{TILL}@{service.url}", TILL] = PASSWORD
    cashier = open_till(training=False, ready=False)
    cashier.until_says("(PT-SETTINGS)")
    assert cashier.value("Connection") == "Not working"
    assert cashier.focus == "Settle after"
    assert not cashier.sees("Mobile number")
    assert not service.requests()
    cashier.type("Settle after", "120")
    # No one presses a button before it has found its place.
    QApplication.processEvents()
    save(cashier)
    assert cashier.end()
    again = open_till(training=False)
    again.service = service
    again.redeem("10")


def test_searching(till: Cashier) -> None:
    """A search finds settings of all groups by label, help and name. Choosing a group ends it."""
    till.type("Search settings", "receipt")
    assert till.sees("Folder for receipts")
    assert till.sees("Store")
    assert not till.sees(SERVER)
    till.type("Search settings", "settle_after")
    assert till.sees("Settle after")
    assert page_of(till).form.row("till").isHidden()
    till.type("Search settings", "zzz")
    assert "No setting has these words." in till.texts()
    groups = till.find("Groups of settings", QListWidget)
    # What is found is of no group.
    assert groups.selectedItems() == []
    till.type("Search settings", "")
    assert [groups.row(one) for one in groups.selectedItems()] == [0]
    till.type("Search settings", "receipt")
    show(till, Group.CASHIERS)
    assert len(groups.selectedItems()) == 1
    assert till.sees("Cashier")
    assert till.text("Search settings") == ""


def test_with_the_keyboard_alone(till: Cashier, tmp_path: Path) -> None:
    """The groups, a switch and Save are reached by Tab and pressed by the keyboard."""
    till.find("Groups of settings").setFocus(Qt.FocusReason.TabFocusReason)
    till.key(Qt.Key.Key_Down, times=2)
    till.until_sees("Bill number required")
    for _ in range(40):
        if till.focus == "Bill number required":
            break
        till.key(Qt.Key.Key_Tab)
    till.key(Qt.Key.Key_Space)
    for _ in range(40):
        if till.focus == "Save":
            break
        till.key(Qt.Key.Key_Tab)
    with till.qtbot.waitSignal(till.session.settings_saved, timeout=8_000):
        till.enter()
    assert settings_of(tmp_path)["bill_required"] is True


def test_a_screen_reader_knows_switches_and_segments(till: Cashier) -> None:
    """A switch is a check box with its state, and segments are radio buttons."""
    show(till, Group.REDEEMING)
    switch = QAccessible.queryAccessibleInterface(till.find("Bill number required"))
    assert switch.role() == QAccessible.Role.CheckBox
    assert not switch.state().checked
    till.find("Bill number required").click()
    assert switch.state().checked
    show(till, Group.LOOK)
    segment = QAccessible.queryAccessibleInterface(till.find("Automatic", QRadioButton))
    assert segment.role() == QAccessible.Role.RadioButton
    assert segment.state().checked
    assert till.find("Number pad").accessibleName() == "Number pad"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="Qt names a combo box as the program says there")
def test_a_choice_is_found_by_its_label_and_still_read_with_its_value(till: Cashier) -> None:
    """On Linux, Qt names a combo box after its text. What is in the same place and has the label's name comes first."""
    show(till, Group.LOOK)
    for label in ("Colours", "Language"):
        named = [one for one, is_seen in tree(till.window) if is_seen and one.text(QAccessible.Text.Name) == label]
        outer, words = named
        assert outer.role() is QAccessible.Role.Client, "screen readers say nothing about it"
        assert words.role() is QAccessible.Role.StaticText
        box = outer.child(0)
        assert box.role() is QAccessible.Role.ComboBox
        assert box.rect() == outer.rect(), "who presses it in its middle presses the box"
        assert box.text(QAccessible.Text.Name) == till.find(label, QComboBox).currentText()
        assert label_texts(box) == [label]


def says_printed(cashier: Cashier) -> bool:
    """True if the time of the test page is shown."""
    return any(name.startswith("Test page: Printed at ") for name in cashier.names())


def test_a_test_page_on_the_printer_that_is_entered(till: Cashier) -> None:
    """It is printed before anything is saved, and the time stands beside the button. Each is announced once."""
    said: list[str] = []
    voice_of(till.window).said.connect(lambda text, _interrupts: said.append(text))
    printer = FakePrinter(Behaviour(answers=FINE, says_printed=True))
    try:
        show(till, Group.PRINTING)
        page_of(till).form.row("printer").control.show_value(printer.address)
        page_of(till).form.row("paper").control.show_value(Paper.MM_58)
        till.press("Test print")
        till.until(lambda: says_printed(till), "the time")
    finally:
        printer.close()
    (paper,) = [one for one in map(print_out, printer.jobs) if one.rows]
    assert len(paper.rows[0]) == 384
    assert till.message == ""
    assert [one.partition(" at ")[0] for one in said] == ["Printing a test page…", "Printed"]
    till.press("Close")
    till.key(Qt.Key.Key_F10)
    till.until_sees(SERVER)
    assert not says_printed(till)


def test_a_test_page_that_is_not_printed(till: Cashier) -> None:
    """The sign stands beside the button, and the message says why. It is gone as soon as another one is tried."""
    printer = FakePrinter(Behaviour(answers=COVER_OPEN))
    try:
        show(till, Group.PRINTING)
        page_of(till).form.row("printer").control.show_value(printer.address)
        till.press("Test print")
        till.until_sees("Test page: Not printed")
        till.until_says("cover")
        till.find("Test print").click()
        assert till.message == ""
        till.until_says("cover")
    finally:
        printer.close()


def test_the_printers_of_the_system_are_offered(till: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list comes each time the page is shown, and leaves what is entered as it is."""
    known = (PrinterChoice("", "EPSON", is_default=True), PrinterChoice("EPSON", "EPSON"), PrinterChoice("raw:C", "C"))
    monkeypatch.setattr(ShopPrinters, "choices", lambda _printers: known)
    till.press("Close")
    with till.qtbot.waitSignal(till.session.printing.listed, timeout=8_000):
        till.key(Qt.Key.Key_F10)
    box = page_of(till).form.row("printer").control.target
    assert isinstance(box, ChoiceBox)
    # The list from before may come first.
    till.until(lambda: [box.itemText(at) for at in range(box.count())] == ["EPSON", "raw:C"], "the printers")
    assert box.currentText() == ""
    box.setEditText("tcp://10.0.0.9")
    with till.qtbot.waitSignal(till.session.printing.listed, timeout=8_000):
        page_of(till).printers_wanted.emit()
    assert box.currentText() == "tcp://10.0.0.9"


def test_what_is_saved_while_points_are_being_redeemed_counts_afterwards(
    till: Cashier, service: PracticeService, tmp_path: Path
) -> None:
    """The window does not start again in the middle of a redemption, and not before its outcome is read."""
    till.press("Close")
    till.find_member()
    till.send_code("10")
    service.bad_day(BadDay.SLOW, 1)
    till.enter_code()
    till.key(Qt.Key.Key_F10)
    till.until_sees("Save")
    show(till, Group.REDEEMING)
    till.find("Notes").click()
    with till.qtbot.assertNotEmitted(till.session.settings_saved):
        till.press("Save")
        till.until_says("The settings are saved. They count after this customer.")
        assert till.screen.is_redeeming
        till.until(lambda: till.screen.place is Place.RECEIPT, "the receipt", timeout=20_000)
    assert "notes" in str(settings_of(tmp_path))
    with till.qtbot.waitSignal(till.session.settings_saved, timeout=8_000):
        till.press("New customer")


def test_what_is_saved_while_points_are_being_given_back_counts_afterwards(
    till: Cashier, service: PracticeService
) -> None:
    """The window does not start again in the middle of it: the outcome would not be known for minutes."""
    till.press("Close")
    till.redeem("10")
    till.key(Qt.Key.Key_F2)
    till.until_sees("Give points back")
    till.press("Give points back")
    till.until_sees("All 10")
    till.type("Points to give back", "10")
    till.type("Reason", "Item returned")
    service.bad_day(BadDay.SLOW, 1)
    till.press("Give back 10 points")
    till.key(Qt.Key.Key_F10)
    till.until_sees("Save")
    with till.qtbot.assertNotEmitted(till.session.settings_saved):
        till.press("Save")
        till.until_says("The settings are saved. They count after this customer.")
        till.until(lambda: bool(till.screen.news), "the outcome", timeout=20_000)
    with till.qtbot.waitSignal(till.session.settings_saved, timeout=8_000):
        # The receipt is on the page, the outcome above it.
        till.press("New customer")
        till.escape()


def leave_while_saving(till: Cashier, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Saves a setting and leaves the page. The setting is saved once the event is set."""
    goes_on, save_now = threading.Event(), Office.save_settings

    def save_late(office: Office, *given: object) -> None:
        goes_on.wait(20)
        save_now(office, *given)  # type: ignore[arg-type]  # as they were given

    monkeypatch.setattr(Office, "save_settings", save_late)
    show(till, Group.REDEEMING)
    till.find("Notes").click()
    till.press("Save")
    till.press("Close")
    return goes_on


def test_settings_that_are_saved_late_wait_for_the_customer(
    till: Cashier, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A keyring or an export can hold up saving. Who redeems meanwhile reads the outcome before the window changes."""
    goes_on = leave_while_saving(till, monkeypatch)
    till.find_member()
    till.send_code("10")
    service.bad_day(BadDay.SLOW, 1)
    till.enter_code()
    assert till.screen.is_redeeming
    with (
        till.qtbot.assertNotEmitted(till.session.settings_saved),
        till.qtbot.waitSignal(till.session.administration.saved, timeout=20_000),
    ):
        goes_on.set()
    with till.qtbot.assertNotEmitted(till.session.settings_saved, wait=100):
        till.until(lambda: till.screen.place is Place.RECEIPT, "the receipt", timeout=20_000)
    with till.qtbot.waitSignal(till.session.settings_saved, timeout=8_000):
        till.press("New customer")


def test_settings_that_are_saved_late_wait_until_a_receipt_is_read(
    till: Cashier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It came while they were being saved. The window does not change under the eyes of who reads it."""
    goes_on = leave_while_saving(till, monkeypatch)
    till.find_member()
    till.send_code("10")
    till.enter_code()
    till.until(lambda: till.screen.place is Place.RECEIPT, "the receipt")
    with (
        till.qtbot.assertNotEmitted(till.session.settings_saved),
        till.qtbot.waitSignal(till.session.administration.saved, timeout=20_000),
    ):
        goes_on.set()
    with till.qtbot.waitSignal(till.session.settings_saved, timeout=8_000):
        till.press("New customer")


@pytest.mark.parametrize("is_next", [False, True])
def test_what_becomes_known_behind_the_settings_is_read_before_they_count(
    till: Cashier, service: PracticeService, is_next: bool
) -> None:
    """Otherwise no one would ever be told that the points were redeemed after all.

    Args:
        is_next: the customer has gone, so that it is news, and not the receipt at the counter.
    """
    till.press("Close")
    till.find_member()
    till.send_code("10")
    code = service.codes()[f"91{ASHA}"]
    service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
    service.bad_day(BadDay.ERROR_503, 1, call=Call.FIND_REDEMPTIONS, also=True)
    till.enter_code(code)
    till.until(lambda: till.screen.place is Place.UNKNOWN, "the page")
    if is_next:
        till.press("Next customer")
    till.key(Qt.Key.Key_F10)
    till.until_sees("Save")
    till.until(lambda: till.screen.news or till.screen.place is Place.RECEIPT, "the outcome")
    assert till.session.view.pages.shows_settings
    assert bool(till.screen.news) is is_next
    show(till, Group.REDEEMING)
    till.find("Notes").click()
    with till.qtbot.assertNotEmitted(till.session.settings_saved):
        till.press("Save")
        till.until_says("The settings are saved. They count after this customer.")
    till.until_sees("OK" if is_next else "New customer")
    with till.qtbot.waitSignal(till.session.settings_saved, timeout=8_000):
        till.press("OK" if is_next else "New customer")


def test_an_outcome_that_was_in_sight_holds_up_no_settings(till: Cashier) -> None:
    """A cashier who goes from a receipt to the settings has read it."""
    till.press("Close")
    till.redeem("10")
    till.key(Qt.Key.Key_F10)
    till.until_sees("Save")
    show(till, Group.REDEEMING)
    till.find("Notes").click()
    save(till)


def test_the_settings_in_training(open_till: OpenTill) -> None:
    """In training the settings of the practice service cannot be changed, and Close leads back."""
    cashier = open_till()
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees(SERVER)
    for name in (SERVER, NAME, WORD):
        assert not cashier.find(name).isEnabled()
    assert not cashier.find("Test connection").isEnabled()
    cashier.press("Close")
    assert cashier.focus == "Mobile number"


USUAL_SIZES = [(800, 600), (1920, 1080), (512, 300)]
SIZES = [(1024, 600), (1024, 768), (1366, 768), (683, 512), (512, 384)]


@pytest.mark.parametrize(
    ("language", "size"),
    [
        *(("en", size) for size in USUAL_SIZES),
        ("ar", (512, 300)),
        ("fr", (800, 600)),
        *(pytest.param("en", size, marks=pytest.mark.slow) for size in SIZES),
        *(pytest.param(*one, marks=pytest.mark.slow) for one in (("ar", (800, 600)), ("fr", (512, 300)))),
    ],
)
def test_nothing_overlaps_at_any_size(
    open_till: OpenTill, service: PracticeService, size: tuple[int, int], language: str
) -> None:
    """In each group everything is as large as it has to be, and nothing covers anything else."""
    cashier = open_till(service=service, size=size, language=language, theme=Theme.LIGHT)
    cashier.session.view.navigation.show_settings()
    page = page_of(cashier)
    for group in page.form._groups:
        page.form.show_group(group)
        cashier.qtbot.wait(10)
        assert too_small(page) == []
        assert overlapping(page) == []
    assert cashier.window.width() == size[0], NAMES


def test_a_disk_that_hangs_does_not_keep_the_lock(till: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window starts again and can redeem, although what only reads has not ended."""
    begun, goes_on = threading.Event(), threading.Event()

    def hang(_office: Office) -> None:
        begun.set()
        goes_on.wait(20)

    monkeypatch.setattr(session, "_END_TIMEOUT", 100)
    monkeypatch.setattr(Office, "make_support_file", hang)
    till.press("Support file")
    assert begun.wait(20)
    assert not till.session.end(is_restart=True)
    # The thread that is left may not be the one that deletes its window.
    assert till.session in LEFT_RUNNING
    lock = till.session.kept_lock
    goes_on.set()
    for thread in till.session._office._thread, till.session._counter._thread:
        assert thread.wait(20_000)
    assert till.session._shop_printing.stop(20_000)
    assert lock is not None
    assert lock.held
    lock.release()


def test_the_field_with_the_cursor_is_in_sight(till: Cashier) -> None:
    """If the settings are opened again, they are not where they were scrolled to, because the cursor is not there."""
    till.window.resize(1024, 600)
    address = till.find(SERVER)
    page_of(till).form.focus_on("ca_file")
    till.until(lambda: address.visibleRegion().isEmpty(), "the last settings of the group")
    till.escape()
    till.key(Qt.Key.Key_F10)
    assert till.focus == SERVER
    till.until(lambda: address.visibleRegion().boundingRect().height() == address.height(), "the field in sight")


def test_a_search_begins_with_the_first_that_it_finds(till: Cashier) -> None:
    """However far the group was scrolled before."""
    till.window.resize(1024, 600)
    form = page_of(till).form
    bar = form.area.verticalScrollBar()
    form.focus_on("ca_file")
    till.until(lambda: bar.value() > 0, "the last settings of the group")
    form.search.setText("receipt")
    till.rest()
    assert bar.maximum() > 0
    assert bar.value() == 0


SHOP = "Name of the store"


@pytest.mark.parametrize("way", ["Escape", "F10", "Close", "History", "New customer"])
def test_leaving_with_changes_says_that_they_were_not_saved(till: Cashier, way: str) -> None:
    """One press leaves the page. The next page says so, also to a screen reader, until the next key."""
    till.type(NAME, "other")
    till.type(WORD, "typed-secret")
    said: list[str] = []
    voice_of(till.window).said.connect(lambda text, _interrupts: said.append(text))
    if way == "Escape":
        till.escape()
    elif way in {"F10", "New customer"}:
        till.key(Qt.Key.Key_F10 if way == "F10" else Qt.Key.Key_F4)
    else:
        till.press(way)
    assert not till.sees(SERVER)
    till.until_says("What you changed in the settings was not saved.")
    assert till.message in said
    assert page_of(till).form.row("password").control.raw() == ""
    assert till.focus == ("Search" if way == "History" else "Mobile number")
    if way != "History":
        till.keys("9")
        assert till.message == ""
    till.key(Qt.Key.Key_F10)
    assert till.text(NAME) == TILL


def test_a_click_on_the_group_that_is_shown_ends_a_search(till: Cashier) -> None:
    """The Tab key can pass the groups without ending it."""
    form = page_of(till).form
    till.type("Search settings", "receipt")
    assert not till.sees(SERVER)
    groups = till.find("Groups of settings", QListWidget)
    for _ in range(20):
        if till.focus != "Groups of settings":
            till.key(Qt.Key.Key_Tab)
    assert till.focus == "Groups of settings"
    assert form.search.text() == "receipt"
    assert groups.selectedItems() == []
    first = groups.visualItemRect(groups.item(0)).center()
    QTest.mouseClick(groups.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert form.search.text() == ""
    assert till.sees(SERVER)


def test_a_group_that_is_chosen_in_a_narrow_window_ends_a_search(till: Cashier) -> None:
    """Also if it is the one that was shown before."""
    till.window.resize(800, 600)
    till.rest()
    box = till.find("Group", ChoiceBox)
    till.type("Search settings", "receipt")
    assert not till.sees(SERVER)
    # As Qt does if an entry of the open list is chosen. Offscreen, opening it warns.
    box.activated.emit(box.currentIndex())
    assert till.text("Search settings") == ""
    assert till.sees(SERVER)
    till.type("Search settings", "receipt")
    box.setFocus()
    till.key(Qt.Key.Key_Down)
    assert (box.currentText(), till.text("Search settings")) == ("Shop", "")
    assert till.sees("Store")


def test_leaving_without_changes_says_nothing(till: Cashier) -> None:
    """Also if something was changed and changed back."""
    page = page_of(till)
    till.escape()
    till.key(Qt.Key.Key_F10)
    till.type(NAME, "other")
    till.type(NAME, TILL)
    show(till, Group.LOOK)
    assert not page.leave()
    till.escape()
    till.key(Qt.Key.Key_F4)
    assert till.message == ""


def test_leaving_while_changes_are_being_saved_says_nothing(till: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are saved."""
    free = threading.Event()
    save_settings = Office.save_settings

    def slow(office: Office, *values: object) -> None:
        free.wait(10)
        save_settings(office, *values)  # type: ignore[arg-type]  # passed on as they are

    monkeypatch.setattr(Office, "save_settings", slow)
    till.type(NAME, "other")
    with till.qtbot.waitSignal(till.session.settings_saved, timeout=8_000):
        till.press("Save")
        till.escape()
        till.key(Qt.Key.Key_F2)
        till.until_sees("Redemptions")
        assert till.message == ""
        free.set()


def test_what_the_counter_says_stays_when_changes_are_dropped(till: Cashier) -> None:
    """A refusal about the customer at hand stays at its field, and the other message is news."""
    till.escape()
    till.type("Mobile number", "12")
    till.enter()
    refusal = till.message
    assert refusal
    till.key(Qt.Key.Key_F10)
    till.type(NAME, "other")
    till.escape()
    till.until(lambda: till.screen.news, "news")
    assert refusal in [one.accessibleName().partition(": ")[2] for one in till.all_named("Message")]
    assert [one.text for one in till.screen.news] == ["What you changed in the settings was not saved."]


def test_a_receipt_that_takes_the_place_of_the_settings(till: Cashier, service: PracticeService) -> None:
    """Changes that are not saved are not dropped without a word if the answer to a redemption opens another page."""
    till.escape()
    till.find_member()
    till.send_code("10", bill="MG-7")
    service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM)
    till.enter_code()
    till.key(Qt.Key.Key_F10)
    till.type(NAME, "other")
    till.until_at(Place.RECEIPT)
    till.until_says("What you changed in the settings was not saved.")
