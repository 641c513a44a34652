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


def test_the_password_goes_into_the_keyring(data: Path, safe: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line of standard input, without its end; never on the command line, never said again."""
    monkeypatch.setattr("sys.stdin", io.StringIO("pass word \u00e9\r\nsecond line\n"))
    code, said = run(data, "password", "set", "--till", "till.one")
    assert code is ExitCode.DONE
    assert safe.kept == {("points-till:till.one@first-use", "till.one"): "pass word \u00e9"}
    assert "pass word" not in said
    first, second = said.splitlines()
    assert first.startswith("the password of till.one is in ")
    assert second == "it will belong to the first address that this till uses"


def test_the_password_belongs_to_the_address_in_force(
    data: Path, safe: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said for which service it was stored, and given out for no other."""
    monkeypatch.setattr("sys.stdin", io.StringIO("hush\n"))
    code, said = run(data, "password", "set", "--till", "till.one", "--server", "https://EU.example.com/loyalty")
    assert code is ExitCode.DONE
    assert safe.kept == {("points-till:till.one@https://eu.example.com:443", "till.one"): "hush"}
    assert said.startswith("the password of till.one at https://eu.example.com:443 is in ")


@pytest.mark.parametrize("line", ["secret \r\n", "\ufeffsecret\r\n", "\ufeff secret\n"])
def test_what_shells_put_around_a_password(
    data: Path, safe: MemoryKeyring, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`echo secret | points-till …` of a Windows prompt adds a blank, others begin with a byte order mark."""
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert run(data, "password", "set", "--till", "till.one")[0] is ExitCode.DONE
    assert set(safe.kept.values()) == {"secret"}


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_a_password_that_is_no_utf8(
    data: Path,
    safe: MemoryKeyring,
    errors: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Written in a code page, it would be another password: it is not kept, and not said."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"pa\xdfword\n"), encoding="utf-8", errors=errors))
    assert run(data, "password", "set", "--till", "till.one") == (ExitCode.USAGE, "")
    said = capsys.readouterr().err
    assert "not UTF-8" in said
    assert "word\n" not in said
    assert not safe.kept


@pytest.mark.parametrize("line", ["", "\n", " \r\n", "\ufeff\r\n"])
def test_no_password_is_a_mistake(
    data: Path, safe: MemoryKeyring, line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on standard input changes nothing, and is said."""
    monkeypatch.setattr("sys.stdin", io.StringIO(line))
    assert run(data, "password", "set", "--till", "till.one") == (ExitCode.USAGE, "")
    assert "no password on standard input" in capsys.readouterr().err
    assert not safe.kept


def test_a_keyring_that_keeps_nothing(data: Path, safe: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """A password that cannot be read back was not kept: that is a failure, not a success."""
    monkeypatch.setattr("sys.stdin", io.StringIO("hush-hush\n"))
    monkeypatch.setattr(safe, "set_password", lambda *_: None)
    with pytest.raises(Failure) as caught:
        run(data, "password", "set", "--till", "till.one")
    assert "hush" not in str(caught.value)
