"""Tests the command `password set`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Failure
from tests.commands.runs import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.keyrings import MemoryKeyring


def test_the_password_goes_into_the_keyring(
    data: Path, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password is the first line of standard input without its line end, and it is not printed."""
    monkeypatch.setattr("sys.stdin", io.StringIO("pass word \u00e9\r\nsecond line\n"))
    code, printed = run(data, "password", "set", "--till", "till.one")
    assert code is ExitCode.DONE
    assert machine_keyring.kept == {("points-till:till.one@first-use", "till.one"): "pass word \u00e9"}
    assert "pass word" not in printed
    first, second = printed.splitlines()
    assert first.startswith("the password of till.one is in ")
    assert second == "it will belong to the first address that this till uses"


def test_the_password_belongs_to_the_address_in_force(
    data: Path, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command prints for which service it stored the password, and no other service gets it."""
    monkeypatch.setattr("sys.stdin", io.StringIO("hush\n"))
    code, printed = run(data, "password", "set", "--till", "till.one", "--server", "https://EU.example.com/loyalty")
    assert code is ExitCode.DONE
    assert machine_keyring.kept == {("points-till:till.one@https://eu.example.com:443", "till.one"): "hush"}
    assert printed.startswith("the password of till.one at https://eu.example.com:443 is in ")


@pytest.mark.parametrize("line", ["secret \r\n", "\ufeffsecret\r\n", "\ufeff secret\n"])
def test_what_shells_add_to_a_password_is_removed(
    data: Path, machine_keyring: MemoryKeyring, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows' `echo secret | points-till …` appends a space, and other shells begin with a byte order mark."""
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert run(data, "password", "set", "--till", "till.one")[0] is ExitCode.DONE
    assert set(machine_keyring.kept.values()) == {"secret"}


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_a_password_that_is_not_utf8(
    data: Path,
    machine_keyring: MemoryKeyring,
    errors: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A password in a code page would be a different one, so it is neither stored nor printed."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"pa\xdfword\n"), encoding="utf-8", errors=errors))
    assert run(data, "password", "set", "--till", "till.one") == (ExitCode.USAGE, "")
    printed = capsys.readouterr().err
    assert "not UTF-8" in printed
    assert "word\n" not in printed
    assert not machine_keyring.kept


@pytest.mark.parametrize("line", ["", "\n", " \r\n", "\ufeff\r\n"])
def test_a_missing_password_is_reported(
    data: Path,
    machine_keyring: MemoryKeyring,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An empty standard input is reported and changes nothing."""
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert run(data, "password", "set", "--till", "till.one") == (ExitCode.USAGE, "")
    assert "no password on standard input" in capsys.readouterr().err
    assert not machine_keyring.kept


def test_a_keyring_that_stores_nothing(
    data: Path, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the keyring does not return the password, storing it has failed."""
    monkeypatch.setattr("sys.stdin", io.StringIO("hush-hush\n"))
    monkeypatch.setattr(machine_keyring, "set_password", lambda *_: None)
    with pytest.raises(Failure) as caught:
        run(data, "password", "set", "--till", "till.one")
    assert "hush" not in str(caught.value)
