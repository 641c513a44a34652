"""Tests that the till's password comes from the keyring, in time, and only for the host that it was stored for."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, cast

import keyring
import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from desktop.domain.access import OAuthClient, SignIn
from desktop.domain.failures import Secrets, SecretUnavailable, SettingsUnusable
from desktop.store.secrets import MAX_LENGTH, Passwords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


EU = "https://eu.example.com"
OTHER = "https://us.example.com"


class Memory(KeyringBackend):
    """A keyring in memory."""

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
    """A keyring that raises a given error."""

    error: Exception = errors.KeyringLocked("locked")

    def get_password(self, service: str, username: str) -> str | None:
        del service, username
        raise self.error


class Forgetful(Memory):
    """A keyring that accepts everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        del service, username, password


@pytest.fixture
def hanging() -> Iterator[Memory]:
    """A keyring that waits to be unlocked until the test ends."""
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


def named(name: str, **attributes: object) -> Exception:
    """Makes an error as a library of one system raises it, which is not installed on the others."""
    return cast("Exception", type(name, (Exception,), attributes)("x"))


def caused(error: Exception, name: str) -> Exception:
    """Gives an error a cause."""
    error.__cause__ = named(name)
    return error


def why(use: Callable[[], object]) -> Secrets:
    """Returns why a password is not available."""
    with pytest.raises(SecretUnavailable) as caught:
        use()
    return caught.value.why


def test_a_password_is_kept_for_its_till_and_host() -> None:
    """A password is read back for this till and host only, under the product's name, until it is deleted."""
    store = Memory()
    passwords = Passwords({}, home=EU, backend=store)
    passwords.set("till.one", "pässword", EU)
    assert passwords.get("till.one", EU) == "pässword"
    assert store.kept == {("points-till:till.one@https://eu.example.com:443", "till.one"): "pässword"}
    assert why(lambda: passwords.get("till.two", EU)) is Secrets.MISSING
    passwords.delete("till.one", EU)
    assert why(lambda: passwords.get("till.one", EU)) is Secrets.MISSING
    assert why(lambda: passwords.delete("till.one", EU)) is Secrets.MISSING


@pytest.mark.parametrize(
    "same", ["https://EU.example.com", "https://eu.example.com:443/loyalty", "HTTPS://eu.example.com/"]
)
def test_one_host_has_one_password(same: str) -> None:
    """The spelling of the address and the path do not matter."""
    passwords = Passwords({}, home=EU, backend=Memory())
    passwords.set("till.one", "p", EU)
    assert passwords.get("till.one", same) == "p"


@pytest.mark.parametrize(
    "other",
    [
        "https://evil.example.net", "https://eu.example.com:8443", "http://127.0.0.1:8000", "https://eu.example.com.evil.net",
        "https://[::1]", "",
    ],
)  # fmt: skip
@pytest.mark.parametrize("bound", [True, False])
def test_a_stored_password_goes_to_no_other_host(other: str, bound: bool) -> None:
    """`--server` gets its own reason and not the password, even if the entry names no host yet."""
    store = Memory()
    passwords = Passwords({}, home=EU, backend=store)
    if bound:
        passwords.set("till.one", "hunter2", EU)
    else:
        store.set_password("points-till:till.one", "till.one", "hunter2")
    before = dict(store.kept)
    assert why(lambda: passwords.get("till.one", other)) is Secrets.OTHER_HOST
    assert store.kept == before
    assert passwords.get("till.one", EU) == "hunter2"
    assert why(lambda: passwords.get("till.one", other)) is Secrets.OTHER_HOST


def test_each_host_has_its_own_password() -> None:
    """A password for another host is kept beside the first."""
    passwords = Passwords({}, home=EU, backend=Memory())
    passwords.set("till.one", "first", EU)
    passwords.set("till.one", "second", OTHER)
    assert (passwords.get("till.one", EU), passwords.get("till.one", OTHER)) == ("first", "second")


def test_the_entry_of_an_earlier_version_is_bound_to_the_tills_own_address() -> None:
    """The entry is bound once, at its first use. A later change of the settings file has no effect."""
    store = Memory()
    store.set_password("points-till:till.one", "till.one", "old")
    assert Passwords({}, home=EU, backend=store).get("till.one", EU) == "old"
    assert store.kept == {("points-till:till.one@https://eu.example.com:443", "till.one"): "old"}
    moved = Passwords({}, home=OTHER, backend=store)
    assert why(lambda: moved.get("till.one", OTHER)) is Secrets.MISSING
    assert why(lambda: moved.get("till.one", "https://a.example")) is Secrets.MISSING


def test_a_till_without_an_address_binds_nothing() -> None:
    """If neither file nor policy names a service, an address for one run gets no password."""
    store = Memory()
    store.set_password("points-till:till.one", "till.one", "old")
    passwords = Passwords({}, backend=store)
    assert why(lambda: passwords.get("till.one", EU)) is Secrets.OTHER_HOST
    passwords.bind("till.one")
    assert store.kept == {("points-till:till.one", "till.one"): "old"}


@pytest.mark.parametrize("home", [EU, ""])
def test_a_password_can_be_stored_before_the_till_is_set_up(home: str) -> None:
    """It belongs to the address in the settings file or policy, or without one to the first that is called."""
    store = Memory()
    Passwords({}, backend=store).set("till.one", "p", "")
    assert store.kept == {("points-till:till.one@first-use", "till.one"): "p"}
    assert why(lambda: Passwords({}, backend=store).get("till.one", "")) is Secrets.OTHER_HOST
    if home:
        assert why(lambda: Passwords({}, home=home, backend=store).get("till.one", OTHER)) is Secrets.OTHER_HOST
    assert Passwords({}, home=home, backend=store).get("till.one", EU) == "p"
    assert store.kept == {("points-till:till.one@https://eu.example.com:443", "till.one"): "p"}
    assert why(lambda: Passwords({}, backend=store).get("till.one", OTHER)) is Secrets.MISSING
    assert Passwords({}, backend=store).get("till.one", EU) == "p"


def test_an_entry_is_bound_before_the_address_changes() -> None:
    """The next address does not get the old password."""
    store = Memory()
    store.set_password("points-till:till.one", "till.one", "old")
    Passwords({}, home=EU, backend=store).bind("till.one")
    assert why(lambda: Passwords({}, home=OTHER, backend=store).get("till.one", OTHER)) is Secrets.MISSING
    assert Passwords({}, home=EU, backend=store).get("till.one", EU) == "old"
    Passwords({}, home=EU, backend=store).bind("till.one")
    Passwords({}, home=EU, backend=Forgetful()).bind("till.one")


def test_a_new_password_leaves_no_older_one_without_an_address() -> None:
    """An old entry without an address would otherwise be bound to the next address."""
    store = Memory()
    store.set_password("points-till:till.one", "till.one", "old")
    passwords = Passwords({}, home=EU, backend=store)
    passwords.set("till.one", "new", EU)
    assert store.kept == {("points-till:till.one@https://eu.example.com:443", "till.one"): "new"}
    store.set_password("points-till:till.one", "till.one", "old")
    passwords.bind("till.one")
    assert store.kept == {("points-till:till.one@https://eu.example.com:443", "till.one"): "new"}


def test_a_keyring_that_cannot_delete_gives_out_no_old_entry() -> None:
    """The entry is emptied, and an empty password counts as none."""

    class Keeping(Memory):
        def delete_password(self, service: str, username: str) -> None:
            raise errors.PasswordDeleteError(service, username)

    store = Keeping()
    store.set_password("points-till:till.one", "till.one", "old")
    assert Passwords({}, home=EU, backend=store).get("till.one", EU) == "old"
    assert store.kept["points-till:till.one", "till.one"] == ""
    assert why(lambda: Passwords({}, home=OTHER, backend=store).get("till.one", OTHER)) is Secrets.MISSING


def test_a_keyring_that_keeps_no_new_entry_keeps_the_old_one() -> None:
    """A password is not lost if it cannot be bound."""

    class Full(Memory):
        def set_password(self, service: str, username: str, password: str) -> None:
            del service, username, password

    store = Full()
    store.kept["points-till:till.one", "till.one"] = "old"
    assert Passwords({}, home=EU, backend=store).get("till.one", EU) == "old"
    assert store.kept == {("points-till:till.one", "till.one"): "old"}


def test_binding_needs_an_open_keyring(hanging: Memory) -> None:
    """The address does not change while the old password cannot be bound.

    Without a keyring there is nothing to bind.
    """
    assert why(lambda: Passwords({}, home=EU, timeout=0.01, backend=hanging).bind("till.one")) is Secrets.NO_ANSWER
    nowhere = null.Keyring()  # type: ignore[no-untyped-call]  # keyring leaves it without types
    Passwords({}, home=EU, backend=nowhere).bind("till.one")


def test_the_environment_overrides_the_keyring(hanging: Memory) -> None:
    """A password in the environment is used without reading the keyring. An empty one counts as none."""
    assert Passwords({"POINTS_TILL_PASSWORD": "p"}, backend=hanging).get("till.one", OTHER) == "p"
    store = Memory()
    Passwords({}, home=EU, backend=store).set("a", "kept", EU)
    assert Passwords({"POINTS_TILL_PASSWORD": ""}, home=EU, backend=store).get("a", EU) == "kept"


def test_a_keyring_that_hangs_does_not_answer(hanging: Memory) -> None:
    """A keyring that hangs is reported after the timeout, and does not keep the program from ending."""
    assert why(lambda: Passwords({}, timeout=0.01, backend=hanging).get("till.one", EU)) is Secrets.NO_ANSWER
    assert [thread.daemon for thread in threading.enumerate() if thread.name == "keyring"] == [True]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (errors.KeyringLocked("x"), Secrets.LOCKED),
        (caused(errors.InitError("x"), "PromptDismissedException"), Secrets.LOCKED),
        (caused(errors.InitError("x"), "ItemNotFoundException"), Secrets.NO_STORE),
        (named("LockedException"), Secrets.LOCKED),
        (errors.KeyringError("the file is damaged"), Secrets.FAILED),
        (errors.PasswordSetError("x"), Secrets.FAILED),
        (errors.NoKeyringError("x"), Secrets.NO_STORE),
        (errors.InitError("x"), Secrets.NO_STORE),
        (OSError("no bus"), Secrets.NO_STORE),
        (named("SecretServiceNotAvailableException"), Secrets.NO_STORE),
        (named("error", winerror=1312), Secrets.NO_STORE),
        (named("error", winerror=8), Secrets.FAILED),
        (RuntimeError("whatever a system's library raises"), Secrets.FAILED),
    ],
)
def test_every_keyring_error_has_a_reason(error: Exception, reason: Secrets) -> None:
    """The cashier can fix a locked keyring or a denied request.

    A missing store is for store IT. The log has the cause.
    """
    store = Failing()
    store.error = error
    with pytest.raises(SecretUnavailable) as caught:
        Passwords({}, backend=store).get("till.one", EU)
    assert caught.value.why is reason
    assert caught.value.__cause__ is error


def test_a_missing_library_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged installation is reported at once, and not after the time for a locked keyring."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(SecretUnavailable) as caught:
        Passwords({}).get("till.one", EU)
    assert caught.value.why is Secrets.NO_STORE


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, Forgetful])
def test_a_keyring_that_keeps_nothing_is_reported(backend: type[KeyringBackend]) -> None:
    """A password that was not kept is reported."""
    assert why(lambda: Passwords({}, backend=backend()).set("till.one", "p", EU)) is Secrets.NO_STORE


def test_the_keyring_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own keyring is used if none is given, and named."""
    monkeypatch.setattr(keyring, "get_keyring", Memory)
    assert Passwords({}).backend_name().endswith("Memory")
    monkeypatch.setattr(keyring, "get_keyring", null.Keyring)
    assert why(Passwords({}).backend_name) is Secrets.NO_STORE


@pytest.mark.parametrize(
    ("till", "password", "about"),
    [
        ("", "p", "till"),
        ("a", "", "password"),
        ("a", "p" * (MAX_LENGTH + 1), "password"),
        ("a", "😀" * 641, "password"),
    ],
)
def test_passwords_that_windows_cannot_keep_are_refused_everywhere(till: str, password: str, about: str) -> None:
    """A password that Windows could not keep is refused on every system, and not repeated in the error."""
    store = Memory()
    with pytest.raises(SettingsUnusable) as caught:
        Passwords({}, backend=store).set(till, password, EU)
    assert caught.value.problems[0][0] == about
    assert store.kept == {}


@pytest.mark.parametrize("password", ["p" * MAX_LENGTH, "😀" * 640])
def test_the_longest_password_is_kept(password: str) -> None:
    """Windows keeps 2,560 bytes of UTF-16."""
    passwords = Passwords({}, home=EU, backend=Memory())
    passwords.set("a", password, EU)
    assert passwords.get("a", EU) == password


OAUTH = OAuthClient("the-key", "the-secret")


def test_key_and_secret_are_an_entry_of_their_own() -> None:
    """Both are kept together beside a password, for the same host only, and come back as they were."""
    store = Memory()
    Passwords({}, home=EU, backend=store).set("till.one", "password", EU)
    passwords = Passwords({}, home=EU, sign_in=SignIn.OAUTH, backend=store)
    assert why(lambda: passwords.secret("till.one", EU)) is Secrets.CLIENT_MISSING
    passwords.set("till.one", OAUTH.text, EU)
    assert passwords.secret("till.one", EU) == OAUTH
    assert why(lambda: passwords.secret("till.one", OTHER)) is Secrets.OTHER_HOST
    assert Passwords({}, home=EU, backend=store).secret("till.one", EU) == "password"
    assert set(store.kept) == {
        ("points-till:till.one@https://eu.example.com:443", "till.one"),
        ("points-till-oauth:till.one@https://eu.example.com:443", "till.one"),
    }


@pytest.mark.parametrize("text", ["", "password", "[]", '["key"]', '["key", ""]', '["key", 1]', "[" * 2_000])
def test_an_entry_without_key_and_secret_counts_as_none(text: str) -> None:
    """What an entry has instead is not used and not repeated."""
    store = Memory()
    store.kept["points-till-oauth:till.one@https://eu.example.com:443", "till.one"] = text
    passwords = Passwords({}, home=EU, sign_in=SignIn.OAUTH, backend=store)
    with pytest.raises(SecretUnavailable) as caught:
        passwords.secret("till.one", EU)
    assert caught.value.why is Secrets.CLIENT_MISSING
    assert caught.value.__cause__ is None


def test_the_environment_gives_key_and_secret_together(hanging: Memory) -> None:
    """Both variables are needed. One alone counts as none."""
    both = {"POINTS_TILL_OAUTH_KEY": "the-key", "POINTS_TILL_OAUTH_SECRET": "the-secret"}
    assert Passwords(both, sign_in=SignIn.OAUTH, backend=hanging).secret("till.one", OTHER) == OAUTH
    for name in both:
        one = Passwords({name: "x"}, home=EU, sign_in=SignIn.OAUTH, backend=Memory())
        assert why(lambda one=one: one.secret("till.one", EU)) is Secrets.CLIENT_MISSING  # type: ignore[misc]  # bound now


def test_key_and_secret_are_in_no_repr() -> None:
    """Neither can get into a log by accident."""
    assert "the-" not in repr(OAUTH)


def test_errors_contain_no_password() -> None:
    """Neither the text nor the repr of an error contains the password."""
    with pytest.raises(SecretUnavailable) as caught:
        Passwords({}, backend=Forgetful()).set("a", "hunter2", EU)
    assert "hunter2" not in f"{caught.value!s} {caught.value!r}"


def test_keyring_is_imported_when_it_is_needed() -> None:
    """Creating the object reads nothing, and imports nothing that finds back ends."""
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


@pytest.mark.parametrize(
    ("environment", "sign_in", "named"),
    [
        ({"POINTS_TILL_PASSWORD": "K\udce4se"}, SignIn.BASIC, "POINTS_TILL_PASSWORD: is not UTF-8"),
        (
            {"POINTS_TILL_OAUTH_KEY": "key", "POINTS_TILL_OAUTH_SECRET": "K\udce4se"},
            SignIn.OAUTH,
            "POINTS_TILL_OAUTH_KEY or POINTS_TILL_OAUTH_SECRET: is not UTF-8",
        ),
    ],
)
def test_an_environment_that_is_not_utf8(environment: dict[str, str], sign_in: SignIn, named: str) -> None:
    """A terminal or a unit's file in Latin-1 is named, because nothing can be signed with such a password."""
    with pytest.raises(SettingsUnusable) as caught:
        Passwords(environment, sign_in=sign_in).secret("till.one", EU)
    assert str(caught.value) == named


@pytest.mark.parametrize("kept", [b"bytes", 42, "K\udce4se"])
def test_a_keyring_that_has_something_else_than_text(kept: object) -> None:
    """Back ends of other makers may return it. It is no password."""

    class Odd(Memory):
        def get_password(self, service: str, username: str) -> str | None:
            del service, username
            return kept  # type: ignore[return-value]  # that is what this is about

    assert why(lambda: Passwords({}, backend=Odd()).get("till.one", EU)) is Secrets.FAILED
