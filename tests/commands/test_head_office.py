"""Tests the commands of head office as processes, as store IT runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from desktop import command_line, start
from desktop.command_options import UsageError
from desktop.domain.exit_codes import ExitCode
from desktop.domain.head_office import TillKey
from desktop.head_office import serving
from tests.head_office.chains import Chain
from tests.head_office.receivers import Receiver

if TYPE_CHECKING:
    from pathlib import Path


def _points_till(*arguments: str, database: str = "", code: int = 0) -> Any:  # noqa: ANN401 - as JSON has it
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "head-office", *arguments],
        env={**os.environ, "POINTS_TILL_DATABASE": database},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout) if code == 0 else done.stderr


@pytest.mark.parametrize("verb", ["serve", "fetch"])
def test_a_time_zone_that_is_none_is_a_usage_error(verb: str, tmp_path: Path) -> None:
    """Before the database is asked for anything."""
    given = ("--time-zone", "Mars/Phobos", "--config", str(tmp_path), "--data", str(tmp_path))
    till = ("--server", "https://loyalty.example", "--till", "t") if verb == "fetch" else ()
    assert "there is no time zone “Mars/Phobos”" in _points_till(verb, *given, *till, database="host=/none", code=2)


@pytest.mark.parametrize(
    "database",
    [
        "postgresql://head:hu%sh@127.0.0.1/head_office",
        "postgresql://head:hu sh@127.0.0.1/head_office",
        "postgresql+psycopg://head:hush@127.0.0.1/head_office",
        "head:hush@127.0.0.1",
    ],
)
def test_an_address_that_cannot_be_read_is_not_quoted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], database: str
) -> None:
    """It has the password, and what a service prints is kept."""
    monkeypatch.setenv("POINTS_TILL_DATABASE", database)
    assert start.run(["points-till", "head-office", "serve"]) is ExitCode.USAGE
    said = capsys.readouterr().err
    assert "POINTS_TILL_DATABASE is no address of a PostgreSQL database" in said
    assert "sh@" not in said


def test_a_till_without_head_office_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No package index has Points Till, so the message leads to the page that has the command."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert start.run(["points-till", "head-office", "demo"]) is ExitCode.UNUSABLE
    said = capsys.readouterr().err
    assert "psycopg" in said
    assert "docs/head-office.md" in said
    assert "pip install" not in said


def test_from_an_empty_database_to_an_answer(postgres: str, tmp_path: Path) -> None:
    """migrate, enrol, serve: a till's events arrive, and a reader finds the redemption."""
    import psycopg
    from psycopg.conninfo import make_conninfo

    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE empty_one")
    url = make_conninfo(postgres, dbname="empty_one")
    assert "migrate" in _points_till("serve", "--database", url, code=6)
    assert _points_till("migrate", "--database", url) == {
        "applied": ["0001_begin.sql", "0002_compare.sql", "0003_sign_on.sql", "0004_append.sql"]
    }
    assert _points_till("migrate", "--database", url) == {"applied": []}
    enrolled = _points_till("enrol", "till.one", "--database", url)
    assert enrolled["till"] == "till.one"
    assert TillKey.parse(enrolled["key"]).text == enrolled["key"]
    reader = _points_till("enrol", "--reader", "anita", database=url)
    assert reader["reader"] == "anita"
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "head-office", "serve", "--port", "0", "--database", url],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        receiver = Receiver(json.loads(process.stdout.readline())["url"], url)
        chain = Chain()
        chain.redeem("R1", "2.5")
        assert receiver.send(chain.batch(), enrolled["key"]).json["last"] == 2
        request = urllib.request.Request(
            f"{receiver.url}/v1/redemptions?reference=R1", headers={"Authorization": f"Bearer {reader['key']}"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            (found,) = json.load(answer)["redemptions"]
        assert (found["external_reference_number"], found["points_redeemed"]) == ("R1", "2.5")
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    bills = tmp_path / "bills.csv"
    bills.write_text("reference,points,date\nR1,2.5,2026-11-25\n")
    assert _points_till("import", str(bills), "--source", "pos", database=url) == {"source": "pos", "imported": 1}
    revoke = ("enrol", "till.one", "--revoke")
    assert _points_till(*revoke, database=url) == {"till": "till.one", "revoked": 1}
    assert _points_till(*revoke, database=url) == {"till": "till.one", "revoked": 0}
    assert "no till “till.on” ever" in _points_till("enrol", "till.on", "--revoke", database=url, code=7)
    assert "no reader “till.one” ever" in _points_till(
        "enrol", "--reader", "till.one", "--revoke", database=url, code=7
    )
    assert _points_till("enrol", "--reader", "anita", "--revoke", database=url) == {"reader": "anita", "revoked": 1}
    with serving.connect(url) as connection:
        connection.execute("INSERT INTO alarm (kind, till, journal) VALUES ('fork', 'till.one', 'a')")
    assert _points_till("close-alarm", "1", "--reason", "old disk", database=url) == {"closed": 1}
    assert "no alarm 1" in _points_till("close-alarm", "1", "--reason", "again", database=url, code=6)


def test_a_database_that_cannot_be_reached_is_explained() -> None:
    """One line says what is wrong, without a traceback and without the password."""
    said = _points_till("migrate", "--database", "postgresql://me:secretword@127.0.0.1:1/none", code=6)
    assert "Traceback" not in said
    assert "secretword" not in said
    assert "127.0.0.1" in said


def test_without_a_database_it_is_a_usage_error() -> None:
    """The option, or the variable that hides the URL from other users, is needed."""
    assert "POINTS_TILL_DATABASE" in _points_till("migrate", code=2)


def test_a_wrong_proxy_is_a_usage_error() -> None:
    """A network that cannot be read is not ignored."""
    assert "--trusted-proxy" in _points_till("serve", "--trusted-proxy", "x", "--database", "host=/none", code=2)


@pytest.mark.parametrize("option", ["--user-header", "--certificate-header"])
def test_a_header_of_a_proxy_needs_the_proxy(option: str) -> None:
    """Without its address the header never counts, so that no till that needs a certificate could deliver anything."""
    with pytest.raises(UsageError, match=f"^{option} needs --trusted-proxy$"):
        command_line.parse(["head-office", "serve", option, "X-Name"])
    assert command_line.parse(["head-office", "serve", option, "X-Name", "--trusted-proxy", "::1"]).trusted_proxy


@pytest.mark.parametrize(
    "arguments",
    [
        ["enrol"], ["enrol", "a", "--reader", "b"], ["enrol", "a", "b"], ["import", "a"], ["import", "--source", "pos"],
        ["close-alarm", "x", "--reason", "r"], ["close-alarm", "1"], ["serve", "--reader", "a"],
        ["demo", "--database", "x"], ["serve", "till.one"], ["import", "a", "--source", "other"],
    ],
)  # fmt: skip
def test_a_command_line_that_makes_no_sense_is_refused(arguments: list[str]) -> None:
    """Nothing is guessed."""
    with pytest.raises(UsageError):
        command_line.parse(["head-office", *arguments])


def test_the_name_of_a_file_is_kept_and_that_of_a_till_is_cleaned() -> None:
    """Some systems put special spaces into names of files. A message names no option that there is not."""
    file = "bills at 9.41\u202fAM.csv "
    assert command_line.parse(["head-office", "import", file, "--source", "pos"]).operand == file
    assert command_line.parse(["head-office", "enrol", " till.one\u00a0"]).operand == "till.one"
    with pytest.raises(UsageError, match=r"^what follows head-office enrol has characters that cannot be shown$"):
        command_line.parse(["head-office", "enrol", "till\tone"])


def test_options_may_come_first() -> None:
    """As for every other command."""
    command = command_line.parse(
        ["--database", "x", "head-office", "--trusted-proxy", "10.0.0.0/8", "serve", "--trusted-proxy", "::1"]
    )
    assert (command.verb, command.trusted_proxy) == ("head-office serve", ("10.0.0.0/8", "::1"))
    assert command_line.parse(["head-office", "enrol", "till one", "--database", "x"]).operand == "till one"


def test_the_demonstration_shows_redemptions() -> None:
    """Within a minute, three tills have redeemed, and the page shows it. Nothing is left behind."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "head-office", "demo"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
        started = json.loads(line)
        receiver = Receiver(started["url"], "")
        for _ in range(120):
            tills = receiver.get("/v1/tills", key=started["key"]).json["tills"]
            if all(till["events"] > 2 and till["behind"] == 0 for till in tills):
                break
            try:
                process.wait(0.5)
            except subprocess.TimeoutExpired:
                continue
        assert [till["till"] for till in tills if till["events"] > 2] == ["brigade.1", "mg-road.1", "mg-road.2"]
        assert "Brigade Road" in receiver.get("/").text
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def test_required_claims_need_a_provider_and_a_value() -> None:
    """A server that was meant to check roles never starts without. A value may have equals signs."""
    oidc = ["--oidc-issuer", "https://id.example", "--oidc-client", "c", "--public-url", "https://office.example"]
    serve = ["head-office", "serve", "--database", "x"]
    given = ["--require-claim", "groups=cn=readers,o=shop", "--require-claim", "staff=true"]
    assert command_line.parse([*serve, *oidc, *given]).require_claim == (
        ("groups", "cn=readers,o=shop"), ("staff", "true"),
    )  # fmt: skip
    for wrong in ("groups", "groups=", "=x"):
        with pytest.raises(UsageError, match="NAME=VALUE"):
            command_line.parse([*serve, *oidc, "--require-claim", wrong])
    with pytest.raises(UsageError, match="needs --oidc-issuer"):
        command_line.parse([*serve, *given])
