"""How a till signs in: with key and secret, with a secret that changes while the window is open, or with none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from keyring import errors

from desktop.domain.access import OAuthClient
from desktop.gui.screen import Place
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.state import PASSWORD
from desktop.training.tokens import CLIENT, TokenState

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.keyrings import MemoryKeyring
    from tests.journeys.tills import OpenTill

SERVER, NAME, WORD = "Address of the service", "Name of this till", "Password of this till"
CHOICE, KEY, SECRET = "Sign in with", "Key", "Secret"


def set_up(tmp_path: Path, service: PracticeService, **settings: object) -> None:
    """Writes the settings file of a till."""
    (tmp_path / "config").mkdir(exist_ok=True)
    values = {"server": service.url, "till": TILL, "store": "MG Road", **settings}
    (tmp_path / "config" / "settings.json").write_text(json.dumps(values), encoding="utf-8")


def keep(machine_keyring: MemoryKeyring, service: PracticeService, password: str | None, client: OAuthClient) -> None:
    """Puts a password, and a key and secret, into the keyring, as the commands do."""
    if password is not None:
        machine_keyring.kept[f"points-till:{TILL}@{service.url}", TILL] = password
    machine_keyring.kept[f"points-till-oauth:{TILL}@{service.url}", TILL] = client.text


def choose_oauth(cashier: Cashier) -> None:
    """Chooses key and secret in place of name and password."""
    box = cashier.find(CHOICE)
    box.setCurrentIndex(next(at for at in range(box.count()) if "OAuth" in box.itemText(at)))
    box.chosen.emit()


@pytest.fixture
def till(open_till: OpenTill, service: PracticeService, tmp_path: Path, machine_keyring: MemoryKeyring) -> Cashier:
    """Returns a till that signs in with the key and secret in the keyring."""
    set_up(tmp_path, service, sign_in="oauth")
    keep(machine_keyring, service, None, CLIENT)
    cashier = open_till(training=False)
    cashier.service = service
    return cashier


def test_a_till_with_key_and_secret_redeems(till: Cashier, service: PracticeService) -> None:
    """As with a password. Counter and settling share one token."""
    till.redeem("10")
    assert len(service.ledger()) == 1
    assert service.tokens.given == 1


def test_a_token_that_expires_while_the_code_is_typed(till: Cashier, service: PracticeService) -> None:
    """The cashier notices nothing: it is looked up, and sent again with the same reference."""
    till.find_member()
    till.send_code("10")
    service.tokens.expire()
    till.enter_code()
    till.until_at(Place.RECEIPT, 20_000)
    assert len(service.ledger()) == 1
    assert len({str(one["body"]) for one in service.requests() if one["path"] == "/v1.1/points/redeem"}) == 1


def test_a_rotated_password_takes_effect_in_an_open_window(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, machine_keyring: MemoryKeyring
) -> None:
    """`points-till password set` stores it in another process. The next press uses it."""
    set_up(tmp_path, service)
    keep(machine_keyring, service, PASSWORD, CLIENT)
    cashier = open_till(training=False)
    cashier.service = service
    cashier.find_member()
    service.password = "rotated"
    cashier.keys("10")
    cashier.enter()
    cashier.until_says("does not accept this till’s name and password")
    keep(machine_keyring, service, "rotated", CLIENT)
    cashier.enter()
    cashier.until_at(Place.CODE)
    cashier.enter_code()
    cashier.until_at(Place.RECEIPT)
    assert len(service.ledger()) == 1


def test_a_refused_key_is_said_in_words(till: Cashier, service: PracticeService) -> None:
    """And with the number for support. A key that is stored then works without a new start."""
    service.bad_day(BadDay.KEY_REFUSED)
    service.tokens.expire()
    till.keys("9777788221")
    till.enter()
    till.until_says("does not accept this till’s key and secret")
    assert "PT-KEY-REFUSED" in till.message
    service.bad_day(None)
    till.enter()
    till.until_at(Place.POINTS)


def test_a_refused_token_is_not_said_to_be_a_password(
    till: Cashier, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The service answers 401 to a token that it has just given. The cashier is not sent to enter a password."""
    monkeypatch.setattr(service.tokens, "state", lambda _token: TokenState.UNKNOWN)
    till.keys("9777788221")
    till.enter()
    till.until_says("does not accept the token")
    assert "(401)" in till.message
    assert "password" not in till.message
    till.until_sees("Connection: Not accepted")
    described = till.find("Connection: Not accepted").accessibleDescription()
    assert "token" in described
    assert "password" not in described


@pytest.mark.parametrize(
    "case",
    [
        (errors.KeyringLocked("x"), "Cannot open the saved password.", "PT-PASSWORD-LOCKED"),
        (errors.NoKeyringError("x"), "This computer has no safe place for", "PT-PASSWORD-NO-STORE"),
        (errors.KeyringError("x"), "The safe place for the till’s password has a fault.", "PT-PASSWORD-FAILED"),
        (None, "This till’s password is not set.", "PT-PASSWORD-MISSING"),
    ],
)
def test_why_there_is_no_password(  # noqa: PLR0917 - fixtures
    open_till: OpenTill,
    service: PracticeService,
    tmp_path: Path,
    machine_keyring: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[Exception | None, str, str],
) -> None:
    """A locked keyring, a missing one, a faulty one and a missing entry are four messages. Try again works."""
    set_up(tmp_path, service)
    error, says, code = case

    def fail(_service: str, _username: str) -> str | None:
        if error is not None:
            raise error
        return None

    with monkeypatch.context() as patch:
        patch.setattr(machine_keyring, "get_password", fail)
        cashier = open_till(training=False, ready=False)
        cashier.service = service
        cashier.until_sees("Try again")
        shown = " ".join(cashier.texts())
        assert says in shown
        assert code in shown
    keep(machine_keyring, service, PASSWORD, CLIENT)
    cashier.press("Try again")
    cashier.until_ready()
    cashier.redeem("10")


def test_the_settings_page_tests_and_saves_key_and_secret(
    open_till: OpenTill, service: PracticeService, tmp_path: Path, machine_keyring: MemoryKeyring
) -> None:
    """The fields of the other way are hidden. The test really signs in, and saving puts both into the keyring."""
    set_up(tmp_path, service)
    keep(machine_keyring, service, PASSWORD, OAuthClient("old", "old"))
    cashier = open_till(training=False)
    cashier.service = service
    cashier.press("Settings")
    assert cashier.sees(WORD)
    assert not cashier.sees(KEY)
    choose_oauth(cashier)
    assert not cashier.sees(WORD)
    cashier.type(KEY, CLIENT.key)
    cashier.press("Test connection")
    cashier.until_says("Enter the key and the secret, or neither.")
    assert cashier.focus == SECRET
    cashier.type(SECRET, "wrong")
    cashier.press("Test connection")
    cashier.until_says("The service does not accept this key and secret.")
    assert cashier.focus == KEY
    cashier.type(SECRET, CLIENT.secret)
    cashier.press("Test connection")
    cashier.until_says("The service responds and knows this till.")
    with cashier.qtbot.waitSignal(cashier.session.settings_saved, timeout=8_000):
        cashier.press("Save")
    saved = json.loads((tmp_path / "config" / "settings.json").read_text(encoding="utf-8"))
    assert saved["sign_in"] == "oauth"
    assert CLIENT.secret not in json.dumps(saved)
    assert machine_keyring.kept[f"points-till-oauth:{TILL}@{service.url}", TILL] == CLIENT.text


def test_the_first_start_with_key_and_secret(
    open_till: OpenTill, service: PracticeService, machine_keyring: MemoryKeyring
) -> None:
    """The first page asks for them in place of the password, and tests them."""
    cashier = open_till(server="", ready=False, training=False)
    cashier.service = service
    cashier.until_sees(SERVER)
    assert not cashier.sees(KEY)
    choose_oauth(cashier)
    assert not cashier.sees(WORD)
    for name, text in ((SERVER, service.url), (NAME, TILL), (KEY, CLIENT.key), (SECRET, CLIENT.secret)):
        cashier.type(name, text)
    cashier.press("Test connection")
    cashier.until_says("The service responds and knows this till.")
    cashier.press("Next")
    cashier.until_sees("Cashier")
    cashier.press("Next")
    cashier.until_sees("Printer")
    with cashier.qtbot.waitSignal(cashier.session.settings_saved, timeout=8_000):
        cashier.press("Next")
    assert list(machine_keyring.kept.values()) == [CLIENT.text]
