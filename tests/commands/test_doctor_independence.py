"""Tests that no check of `doctor` takes another one down."""

from __future__ import annotations

import builtins
import json
import os
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.commands import doctor
from desktop.commands.doctor.report import FAILED, TOO_SLOW, Check, Task, collect
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import PaperFailed, PaperTrouble
from desktop.domain.printers import PrinterChoice
from desktop.training.state import PASSWORD
from tests.commands.runs import at, reported, run
from tests.threads import refuse_threads

if TYPE_CHECKING:
    from desktop.training.service import PracticeService

NAMES = [
    "program", "resources", "settings", "disk", "log", "journal", "attempts", "login", "sending",
    "keyring", "password", "proxy",
    "address", "connection", "service", "clock", "till", "programs", "printers", "interface",
]  # fmt: skip
"""Every check of a till at a service without TLS, in their order: other programs rely on them."""


def named(data: Path, *arguments: str) -> dict[str, Any]:
    return {one["name"]: one for one in reported(data, *arguments)["checks"]}


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)


def test_the_names_never_change(data: Path, service: PracticeService) -> None:
    """Each check has the same fields."""
    report = reported(data, *at(service))
    assert list(report) == ["ok", "version", "at", "checks"]
    assert [one["name"] for one in report["checks"]] == NAMES
    assert all(list(one) == ["name", "ok", "stops", "code", "because", "text", "details"] for one in report["checks"])


def test_the_documentation_has_every_check() -> None:
    """Store IT finds each check and the till's own codes on the page about the doctor."""
    root = Path(__file__).parents[2]
    page = (root / "docs" / "doctor.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+)` \|", page, re.MULTILINE)
    assert sorted(rows) == sorted([*NAMES, "tls", "ok", "note"])
    sources = "".join(one.read_text(encoding="utf-8") for one in (root / "desktop/commands/doctor").glob("*.py"))
    codes = set(re.findall(r'"(PT-[A-Z-]+)"', sources))
    assert len(codes) > 10
    assert {code for code in codes if f"`{code}`" not in page} == set()


@pytest.mark.parametrize(
    ("place", "stops"),
    [
        ("machine.check_program", False),
        ("machine.check_settings", True),
        ("machine.check_disk", True),
        ("machine.check_log", False),
        ("records.check_journal", True),
        ("records.check_attempts", False),
        ("machine.check_keyring", False),
        ("service.check_service", True),
        ("machine.check_printers", False),
        ("interface.check_interface", False),
    ],
)
def test_a_check_that_fails_itself_is_one_line(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, *, place: str, stops: bool
) -> None:
    """Every other check is made. The error's place is told, but not its text, which may hold a secret."""

    def broken(*_arguments: object) -> Check:
        raise RuntimeError(f"the password is {PASSWORD}-hush")

    monkeypatch.setattr(f"desktop.commands.doctor.{place}", broken)
    checks = named(data, *at(service))
    name = place.partition("check_")[2]
    assert (checks[name]["ok"], checks[name]["code"], checks[name]["stops"]) == (False, FAILED, stops)
    assert "RuntimeError at test_doctor_independence.py:" in checks[name]["text"]
    assert "hush" not in json.dumps(checks)
    gone = {"password", "proxy", "address", "connection", "clock", "till", "programs"} if name == "service" else set()
    assert set(checks) == set(NAMES) - gone


def test_a_check_that_hangs_is_given_up() -> None:
    """The others are made, and the report comes."""
    over = threading.Event()

    def hanging() -> Check:
        over.wait(30)
        return Check("disk", ok=True, text="")

    report = collect([Task("disk", hanging, 0.05, stops=True), Task("log", lambda: Check("log", ok=True, text=""), 5)])
    over.set()
    assert [(one.name, one.ok, one.code) for one in report.checks] == [("disk", False, TOO_SLOW), ("log", True, "")]
    assert report.exit_code is ExitCode.UNUSABLE


def test_a_machine_that_has_run_out_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report says so, instead of an error of Python's."""
    refuse_threads(monkeypatch)
    report = collect([Task("disk", lambda: Check("disk", ok=True, text=""), 5, stops=True)])
    assert [(one.name, one.ok, one.code) for one in report.checks] == [("disk", False, FAILED)]
    assert "out of threads" in report.checks[0].text
    assert report.exit_code is ExitCode.UNUSABLE


def test_everything_is_broken_at_once(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Settings, journal, keyring and printing are all reported, and so is the service, which works."""
    config = data.parent / "config"
    config.mkdir()
    (config / "settings.json").write_text('{"settle_after": "2 min", "country": "ZZ",', encoding="utf-8")
    data.mkdir()
    (data / "journal.db").write_bytes(b"no journal" * 100)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    checks = named(data, *at(service))
    assert {name for name, one in checks.items() if one["stops"]} >= {"settings", "journal"}
    assert checks["settings"]["details"]["problems"]
    assert checks["journal"]["code"] == "PT-JOURNAL-DAMAGED"
    if os.name != "nt":
        # Windows needs no program to ask for printers.
        assert checks["printers"]["code"] == "PT-PAPER-NO-SPOOLER"
    assert checks["service"]["ok"]


def test_a_damaged_installation(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A missing catalogue of messages stops the window, and not the doctor."""
    from desktop import paths, start

    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "gone")
    code = start.run(
        ["points-till", "doctor", "--data", str(data), "--config", str(data.parent / "config"), *at(service)]
    )
    assert code == ExitCode.UNUSABLE
    resources = named_now(data, service)["resources"]
    assert (resources["code"], resources["stops"]) == ("PT-RESOURCES", True)


def named_now(data: Path, service: PracticeService) -> dict[str, Any]:
    """Returns the checks of the till without the catalogue of messages."""
    import io

    from desktop import command_line
    from desktop.commands.console import Console, without_words
    from desktop.settings_loading import load_settings

    config = data.parent / "config"
    command = command_line.parse(["doctor", *at(service)])
    console = Console(
        command, load_settings(command, config), config=config, data=data, catalogue=without_words(), out=io.StringIO()
    )
    return {one["name"]: one for one in json.loads(doctor.examine(console).as_json())["checks"]}


def test_a_system_without_the_libraries_of_qt(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No window can be shown, so nothing can be redeemed. The missing library is named."""
    real = builtins.__import__

    def loading(name: str, *arguments: Any) -> Any:  # noqa: ANN401 - as the import statement has it
        if name.startswith("PySide6.QtWidgets"):
            raise ImportError("libEGL.so.1: cannot open shared object file", name=name)
        return real(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", loading)
    program = named(data, *at(service))["program"]
    assert (program["code"], program["stops"]) == ("PT-PROGRAM-INCOMPLETE", True)
    assert "libEGL.so.1" in program["text"]


def test_lists_among_the_settings(data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are lists in JSON, and words for people."""
    monkeypatch.setenv("POINTS_TILL_FIND_BY", "card,email")
    monkeypatch.setenv("POINTS_TILL_CUSTOM_FIELDS", '[{"name": "gift", "kind": "yes_no"}]')
    values = named(data, *at(service))["settings"]["details"]["values"]
    assert values["find_by"]["value"] == ["card", "email"]
    assert values["custom_fields"]["value"][0]["kind"] == "yes_no"
    printed = run(data, "doctor", *at(service))[1]
    assert "find_by = card, email (environment)" in printed
    assert "custom_fields = gift (environment)" in printed


class _Queues:
    """Print queues of which one is out of paper."""

    def choices(self) -> tuple[PrinterChoice, ...]:
        return (
            PrinterChoice("office", "office", is_default=True),
            PrinterChoice("counter", "counter"),
            PrinterChoice("raw:counter", "counter", is_raw=True),
        )

    def check_queue(self, queue: str) -> None:
        if queue == "counter":
            raise PaperFailed(PaperTrouble.PAPER_OUT)
        if queue not in {"office", ""}:
            raise PaperFailed(PaperTrouble.NO_PRINTER)


@pytest.mark.parametrize(
    ("printer", "code"),
    [("", ""), ("office", ""), ("raw:counter", "PT-PAPER-PAPER-OUT"), ("kitchen", "PT-PAPER-NO-PRINTER")],
)
def test_printers_and_their_queues(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, *, printer: str, code: str
) -> None:
    """Every queue has its state, and the till's own printer decides. A till without a printer can redeem."""
    monkeypatch.setattr("desktop.printing.printers.system_queues", _Queues)
    monkeypatch.setenv("POINTS_TILL_PRINTER", printer)
    printers = named(data, *at(service))["printers"]
    assert printers["details"]["queues"] == {"office": "ready", "counter": "PT-PAPER-PAPER-OUT"}
    assert (printers["code"], printers["stops"]) == (code, False)
    assert "counter: out of paper (PT-PAPER-PAPER-OUT)" in run(data, "doctor", *at(service))[1]


def test_a_printer_in_the_network_that_is_off(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told that no one answers there."""
    from tests.api.calls import refused_port

    monkeypatch.setenv("POINTS_TILL_PRINTER", f"tcp://127.0.0.1:{refused_port()}")
    assert named(data, *at(service))["printers"]["code"] == "PT-PAPER-NOT-FOUND"
