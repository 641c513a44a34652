"""Tests the command `oauth set`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from desktop.command_line import parse
from desktop.command_options import UsageError
from desktop.domain.access import OAuthClient
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import SecretUnavailable
from tests.commands.runs import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.keyrings import MemoryKeyring

EU = "https://EU.example.com/loyalty"


def test_key_and_secret_go_into_the_keyring(
    data: Path, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are the first two lines of standard input, and belong to the address. Neither is printed."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\ufeffthe-key \r\nthe-secret\r\nmore\n"))
    code, printed = run(data, "oauth", "set", "--till", "till.one", "--server", EU)
    assert code is ExitCode.DONE
    stored = {("points-till-oauth:till.one@https://eu.example.com:443", "till.one"): '["the-key", "the-secret"]'}
    assert machine_keyring.kept == stored
    first, second = printed.splitlines()
    assert first.startswith("the key and secret of till.one at https://eu.example.com:443 are in ")
    assert second == "the till uses them once its setting sign_in is oauth"
    assert "the-" not in printed


def test_they_can_be_stored_before_the_till_has_an_address(
    data: Path, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first address that is used gets them."""
    monkeypatch.setenv("POINTS_TILL_SIGN_IN", "oauth")
    monkeypatch.setattr("sys.stdin", io.StringIO("k\ns\n"))
    code, printed = run(data, "oauth", "set", "--till", "till.one")
    assert code is ExitCode.DONE
    assert machine_keyring.kept == {
        ("points-till-oauth:till.one@first-use", "till.one"): OAuthClient("k", "s").text,
    }
    assert printed.splitlines()[1:] == ["they will belong to the first address that this till uses"]


@pytest.mark.parametrize("lines", ["", "key\n", "\nsecret\n", " \n \n"])
def test_half_of_them_is_reported(
    data: Path,
    machine_keyring: MemoryKeyring,
    lines: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is stored."""
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    assert run(data, "oauth", "set", "--till", "till.one") == (ExitCode.USAGE, "")
    assert "the key, then the secret" in capsys.readouterr().err
    assert not machine_keyring.kept


def test_lines_that_are_not_utf8(
    data: Path, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They would be stored as something else."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"key\nsecr\xe9t\n"), encoding="utf-8"))
    assert run(data, "oauth", "set", "--till", "till.one") == (ExitCode.USAGE, "")
    assert "not UTF-8" in capsys.readouterr().err
    assert not machine_keyring.kept


def test_a_keyring_that_stores_nothing(
    data: Path, machine_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The failure contains neither of them."""
    machine_keyring.keeps = False
    monkeypatch.setattr("sys.stdin", io.StringIO("the-key\nthe-secret\n"))
    with pytest.raises(SecretUnavailable) as caught:
        run(data, "oauth", "set", "--till", "till.one")
    assert "the-" not in f"{caught.value} {caught.value!r}"


@pytest.mark.parametrize(
    "arguments", [["oauth"], ["oauth", "set", "hunter2", "--till", "t"], ["oauth", "hunter2"], ["oauth", "set"]]
)
def test_a_secret_on_the_command_line_is_not_repeated(arguments: list[str]) -> None:
    """Every process can read the command line, so the message says where the secret belongs."""
    with pytest.raises(UsageError) as caught:
        parse(arguments)
    assert "hunter2" not in str(caught.value)
