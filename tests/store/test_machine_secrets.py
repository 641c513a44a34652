"""Tests the secrets of a till that all logins of a machine share."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from keyring import errors

from desktop.domain.access import OAuthClient, SignIn
from desktop.domain.failures import Secrets, SecretUnavailable
from desktop.store.machine_secrets import SecretFiles, SystemKeychain
from desktop.store.secrets import Passwords
from tests.logins import ASHA, RAVI, STRANGER, acting_as, needs_root, shared_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

EU = "https://eu.example.com"
TILL = "till.one"


@pytest.fixture
def shared() -> Iterator[Path]:
    with shared_folder() as folder:
        yield folder


def files(tmp_path: Path) -> SecretFiles:
    return SecretFiles(tmp_path / "secrets")


@needs_root
def test_one_login_stores_it_and_the_other_uses_it(shared: Path) -> None:
    """For the same address only, as with a keyring. A login outside the till's group gets nothing."""
    with acting_as(ASHA):
        Passwords({}, home=EU, machine=shared).set(TILL, "pässword", EU)
    with acting_as(RAVI):
        passwords = Passwords({}, home=EU, machine=shared)
        assert passwords.get(TILL, EU) == "pässword"
        with pytest.raises(SecretUnavailable) as other:
            passwords.get(TILL, "https://evil.example.net")
        passwords.set(TILL, "changed", EU)
    with acting_as(STRANGER), pytest.raises(SecretUnavailable) as stranger:
        Passwords({}, home=EU, machine=shared).get(TILL, EU)
    assert other.value.why is Secrets.OTHER_HOST
    assert stranger.value.why is Secrets.LOCKED
    assert Passwords({}, home=EU, machine=shared).get(TILL, EU) == "changed"
    kept = [one for one in shared.rglob("*") if one.is_file()]
    assert [stat.S_IMODE(one.stat().st_mode) for one in kept] == [0o660]


@needs_root
def test_key_and_secret_are_shared_too(shared: Path) -> None:
    """Beside the password, and each till has its own."""
    client = OAuthClient("the-key", "the-secret")
    with acting_as(ASHA):
        Passwords({}, home=EU, sign_in=SignIn.OAUTH, machine=shared).set(TILL, client.text, EU)
    with acting_as(RAVI):
        assert Passwords({}, home=EU, sign_in=SignIn.OAUTH, machine=shared).secret(TILL, EU) == client
        with pytest.raises(SecretUnavailable) as caught:
            Passwords({}, home=EU, machine=shared).get(TILL, EU)
    assert caught.value.why is Secrets.MISSING


def test_a_secret_is_kept_read_and_deleted(tmp_path: Path) -> None:
    """By entry and user. The names of the files say neither."""
    store = files(tmp_path)
    assert store.get_password("a", "b") is None
    store.set_password("a", "b", "hunter2")
    store.set_password("a", "c", "other")
    assert (store.get_password("a", "b"), store.get_password("a", "c")) == ("hunter2", "other")
    assert not any(one.stem in {"a", "b"} for one in (tmp_path / "secrets").iterdir())
    store.delete_password("a", "b")
    assert store.get_password("a", "b") is None
    with pytest.raises(errors.PasswordDeleteError):
        store.delete_password("a", "b")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX file modes")
@pytest.mark.parametrize("wrong", [0o664, 0o606])
def test_a_secret_that_others_could_read_is_not_used(tmp_path: Path, wrong: int) -> None:
    """It has to be stored again, because it may be known by now."""
    store = files(tmp_path)
    store.set_password("a", "b", "hunter2")
    (path,) = (tmp_path / "secrets").iterdir()
    path.chmod(wrong)
    with pytest.raises(errors.KeyringError):
        store.get_password("a", "b")
    store.set_password("a", "b", "new")
    assert store.get_password("a", "b") == "new"


@pytest.mark.skipif(os.name == "nt", reason="the files are encrypted there")
@pytest.mark.parametrize(
    "text", [b"", b"hunter2", b"[]", b'["a", "x", "hunter2"]', b"\xff", b"[" * 5_000, b'["a", "b", 1]']
)
def test_a_damaged_file_is_a_fault_and_is_not_quoted(tmp_path: Path, text: bytes) -> None:
    """Also the file of another entry under this one's name."""
    store = files(tmp_path)
    store.set_password("a", "b", "x")
    (path,) = (tmp_path / "secrets").iterdir()
    path.write_bytes(text)
    with pytest.raises(errors.KeyringError) as caught:
        store.get_password("a", "b")
    assert "hunter2" not in f"{caught.value!r} {caught.value.__cause__!r}"


def test_a_disk_that_takes_nothing(tmp_path: Path) -> None:
    """Storing fails as with a keyring."""
    (tmp_path / "secrets").write_text("in the way", encoding="utf-8")
    with pytest.raises(errors.PasswordSetError):
        files(tmp_path).set_password("a", "b", "x")


SECURITY = '''#!{python}
"""Stands in for macOS's `security`: keeps one file for each entry, and notes its arguments."""
import pathlib, shlex, sys
here = pathlib.Path(__file__).parent
with open(here / "arguments", "a", encoding="utf-8") as file:
    file.write(repr(sys.argv[1:]) + chr(10))
def run(words):
    def after(option):
        return words[words.index(option) + 1]
    path = here / (after("-s") + after("-a")).encode().hex()
    if words[0] == "add-generic-password":
        path.write_text(after("-w"), encoding="utf-8")
    elif not path.exists():
        sys.exit(44)
    elif words[0] == "find-generic-password":
        print(path.read_text(encoding="utf-8"))
    else:
        path.unlink()
if sys.argv[1:] == ["-i"]:
    for line in sys.stdin:
        run(shlex.split(line))
else:
    run(sys.argv[1:])
'''


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")
def test_the_system_keychain_gets_the_secret_by_standard_input(tmp_path: Path) -> None:
    """Any user can see the process list. Names and secrets with any characters come back as they were."""
    program = tmp_path / "security"
    program.write_text(SECURITY.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    store = SystemKeychain(program, Path("/Library/Keychains/System.keychain"))
    service, user, secret = 'points-till:it\'s "one" \\ @https://x:443', "काउंटर $HOME `id`", "pä\"ss' wörd\\ $(id)"
    assert store.get_password(service, user) is None
    store.set_password(service, user, secret)
    assert store.get_password(service, user) == secret
    store.delete_password(service, user)
    assert store.get_password(service, user) is None
    with pytest.raises(errors.PasswordDeleteError):
        store.delete_password(service, user)
    noted = (tmp_path / "arguments").read_text(encoding="utf-8")
    assert secret.encode().hex() not in noted
    assert "pä" not in noted


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script")
def test_a_system_keychain_that_refuses(tmp_path: Path) -> None:
    """A user without an administrator's rights cannot store anything there."""
    program = tmp_path / "security"
    program.write_text("#!/bin/sh\nexit 51\n", encoding="utf-8")
    program.chmod(0o755)
    store = SystemKeychain(program)
    with pytest.raises(errors.KeyringError):
        store.get_password("a", "b")
    with pytest.raises(errors.KeyringError):
        store.set_password("a", "b", "c")
