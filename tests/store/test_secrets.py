"""Claims about the till's password: from the keyring, in time, or plainly not to be had."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from desktop.domain.failures import Secrets, SecretUnavailable, SettingsUnusable
from desktop.store.secrets import LONGEST, Passwords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Memory(KeyringBackend):
    """A keyring that keeps what it is told, as the systems' do."""

    priority = -1  # behind every other: the tests hand it over

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it without types
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise errors.PasswordDeleteError("no such password")
        del self.kept[service, username]


class Failing(Memory):
    """A keyring that fails as a test says."""

    error: Exception = errors.KeyringLocked("locked")

    def get_password(self, service: str, username: str) -> str | None:
        del service, username
        raise self.error


class Forgetful(Memory):
    """A keyring that takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        del service, username, password


@pytest.fixture
def hanging() -> Iterator[Memory]:
    """A keyring that waits for somebody to unlock it, until the test is over."""
    released = threading.Event()

    class Hanging(Memory):
        def get_password(self, service: str, username: str) -> str | None:
            del service, username
            released.wait()
            return None

    yield Hanging()
    released.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join()


def why(use: Callable[[], object]) -> Secrets:
    """Why a password is not to be had."""
    with pytest.raises(SecretUnavailable) as caught:
        use()
    return caught.value.why


def test_a_password_is_kept_for_its_till() -> None:
    """What was set is read back, for this till alone, under the product's name, until it is deleted."""
    store = Memory()
    passwords = Passwords({}, backend=store)
    passwords.set("till.one", "pässword")
    assert passwords.get("till.one") == "pässword"
    assert store.kept == {("points-till:till.one", "till.one"): "pässword"}
    assert why(lambda: passwords.get("till.two")) is Secrets.MISSING
    passwords.delete("till.one")
    assert why(lambda: passwords.get("till.one")) is Secrets.MISSING
    assert why(lambda: passwords.delete("till.one")) is Secrets.MISSING


def test_the_environment_has_its_way(hanging: Memory) -> None:
    """A password in the environment is taken without touching the keyring; an empty one is none."""
    assert Passwords({"POINTS_TILL_PASSWORD": "p"}, backend=hanging).get("till.one") == "p"
    store = Memory()
    store.set_password("points-till:a", "a", "kept")
    assert Passwords({"POINTS_TILL_PASSWORD": ""}, backend=store).get("a") == "kept"


def test_a_keyring_that_hangs_is_locked(hanging: Memory) -> None:
    """Nobody waits longer than the limit, and the program is not kept from ending."""
    assert why(lambda: Passwords({}, patience=0.01, backend=hanging).get("till.one")) is Secrets.LOCKED
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "keyring")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (errors.KeyringLocked("x"), Secrets.LOCKED),
        (errors.KeyringError("denied"), Secrets.LOCKED),
        (errors.PasswordSetError("x"), Secrets.LOCKED),
        (errors.NoKeyringError("x"), Secrets.NO_STORE),
        (errors.InitError("x"), Secrets.NO_STORE),
        (OSError("no bus"), Secrets.NO_STORE),
        (RuntimeError("whatever a system's library raises"), Secrets.NO_STORE),
    ],
)
def test_what_goes_wrong_in_a_keyring_has_a_reason(error: Exception, reason: Secrets) -> None:
    """Locked and denied can be mended at the till; no store is for store IT. The cause stays for the log."""
    store = Failing()
    store.error = error
    with pytest.raises(SecretUnavailable) as caught:
        Passwords({}, backend=store).get("till.one")
    assert caught.value.why is reason
    assert caught.value.__cause__ is error


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, Forgetful])
def test_a_keyring_that_keeps_nothing_is_none(backend: type[KeyringBackend]) -> None:
    """A password is never said to be kept where it is not."""
    assert why(lambda: Passwords({}, backend=backend()).set("till.one", "p")) is Secrets.NO_STORE


def test_doctor_is_told_which_keyring_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own keyring is taken where none is given, and named."""
    monkeypatch.setattr(keyring, "get_keyring", Memory)
    assert Passwords({}).backend_name().endswith("Memory")
    monkeypatch.setattr(keyring, "get_keyring", null.Keyring)
    assert why(Passwords({}).backend_name) is Secrets.NO_STORE


@pytest.mark.parametrize(
    ("till", "password", "about"),
    [("", "p", "till"), ("a", "", "password"), ("a", "p" * (LONGEST + 1), "password"), ("a", "😀" * 641, "password")],
)
def test_what_windows_could_not_keep_is_refused_everywhere(till: str, password: str, about: str) -> None:
    """A password that fits nowhere but here would be found out at the roll-out; its words are not repeated."""
    store = Memory()
    with pytest.raises(SettingsUnusable) as caught:
        Passwords({}, backend=store).set(till, password)
    assert caught.value.problems[0][0] == about
    assert store.kept == {}


@pytest.mark.parametrize("password", ["p" * LONGEST, "😀" * 640])
def test_the_longest_password_is_kept(password: str) -> None:
    """2,560 bytes of UTF-16 are what Windows takes."""
    passwords = Passwords({}, backend=Memory())
    passwords.set("a", password)
    assert passwords.get("a") == password


def test_no_password_stands_in_a_failure() -> None:
    """Neither the text nor the repr of a failure has the password in it."""
    with pytest.raises(SecretUnavailable) as caught:
        Passwords({}, backend=Forgetful()).set("a", "hunter2")
    assert "hunter2" not in f"{caught.value!s} {caught.value!r}"


def test_keyring_is_imported_when_it_is_needed() -> None:
    """Making the object asks nothing and imports nothing that looks for back ends."""
    program = "import sys; from desktop.store.secrets import Passwords; Passwords({}); print('keyring' in sys.modules)"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    assert done.stdout.strip() == "False"
