"""Runs commands in the tests' own process, on folders of the test."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop import command_line
from desktop.commands import run_for_pos, run_verb
from desktop.commands.console import Console
from desktop.domain.exit_codes import ExitCode
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.settings_loading import load_settings
from desktop.texts import load_catalogue
from desktop.training.answers import TILL
from desktop.training.state import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.keyrings import MemoryKeyring

ASHA = "919777788221"
NOW = datetime(2026, 11, 22, 18, 42, 11, tzinfo=UTC).astimezone()


def run(
    data: Path, *arguments: str, out: io.StringIO | None = None, config: Path | None = None
) -> tuple[ExitCode, str]:
    """Runs a command. Returns its exit code and what it printed."""
    config = config or data.parent / "config"
    command = command_line.parse([*arguments, "--data", str(data), "--config", str(config)])
    out = out or io.StringIO()
    code = run_for_pos(command, data, out)
    if code is not None:
        return code, out.getvalue()
    loaded = load_settings(command, config)
    console = Console(command, loaded, config=config, data=data, catalogue=load_catalogue(), out=out)
    return run_verb(console), out.getvalue()


def at(service: PracticeService) -> list[str]:
    """Returns the options of a till at a service."""
    return ["--server", service.url, "--till", TILL]


def store_password(machine_keyring: MemoryKeyring, service: PracticeService, password: str = PASSWORD) -> None:
    """Puts a password for this service into the keyring."""
    machine_keyring.set_password(f"points-till:{TILL}@{service.url}", TILL, password)


def draft(bill: str, points: str, mobile: str = ASHA) -> Draft:
    """Returns what a cashier asks for."""
    return Draft(identifier=Identifier(IdentifierKind.MOBILE, mobile), points=Points(Decimal(points)), bill=bill)


def exported(data: Path, *arguments: str) -> list[dict[str, str | int | None]]:
    """Returns the records of an export as JSON lines."""
    code, printed = run(data, "history", "export", "--format", "jsonl", *arguments)
    assert code is ExitCode.DONE
    return [json.loads(line) for line in printed.splitlines()]


def verified(data: Path, *arguments: str) -> tuple[ExitCode, dict[str, object]]:
    """Runs `journal verify`. Returns its exit code and its line of JSON."""
    code, printed = run(data, "journal", "verify", *arguments)
    (line,) = printed.splitlines()
    found: dict[str, object] = json.loads(line)
    return code, found


def reported(data: Path, *arguments: str) -> dict[str, Any]:
    """Runs `doctor --json`, and returns its report. The exit code must agree with it."""
    code, printed = run(data, "doctor", "--json", *arguments)
    report: dict[str, Any] = json.loads(printed)
    assert (code is ExitCode.DONE) is report["ok"]
    return report
