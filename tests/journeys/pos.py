"""The POS beside a till: hands bills over, and checks what it is told."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from desktop.domain.result_line import RESULT_FIELDS
from desktop.training.answers import TILL
from desktop.training.state import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.pos.reports import Report
    from desktop.training.service import PracticeService
    from tests.journeys.remote_till import Ended, RemoteTill

ASHA = "919777788221"


@pytest.fixture
def options(service: PracticeService, tmp_path: Path) -> list[str | Path]:
    """Returns the options of every start on this till."""
    return [
        "--server", service.url, "--till", TILL, "--config", tmp_path / "config", "--data", tmp_path / "data",
    ]  # fmt: skip


def environment(**settings: object) -> dict[str, str]:
    """Returns the environment of a till with these settings."""
    given = {"LANGUAGE": "en", "READ_TIMEOUT": 1, "SETTLE_AFTER": 60} | {
        name.upper(): value for name, value in settings.items()
    }
    return {"POINTS_TILL_PASSWORD": PASSWORD} | {f"POINTS_TILL_{name}": str(value) for name, value in given.items()}


def handed(result: Path, bill: str = "MG-1", points: str = "250.125") -> list[str | Path]:
    """Returns the options that the POS adds."""
    return ["--bill", bill, "--mobile", "9777788221", "--points", points, "--result", result]


def noting(told: list[str]) -> Callable[[Report], None]:
    """Returns a function that notes each bill with what the POS is told of it."""

    def note(report: Report) -> None:
        # Without a path, it only records that the cashier has finished.
        if report.path:
            told.append(f"{report.record['bill']} {report.record['outcome']}")

    return note


def read(result: Path) -> dict[str, str | None]:
    """Returns the content of the POS's file."""
    found: dict[str, str | None] = json.loads(result.read_text(encoding="utf-8"))
    return found


def check(end: Ended, code: int, outcome: str, result: Path) -> dict[str, str | None]:
    """Checks that exit code, standard output and file agree, and have the contract's fields and types."""
    assert end.complaints == ""
    record = end.record
    assert end.code == code
    assert tuple(record) == RESULT_FIELDS
    assert all(value is None or isinstance(value, str) for value in record.values())
    assert record["outcome"] == outcome
    assert datetime.fromisoformat(str(record["at"])).tzinfo is not None
    assert read(result) == record
    assert [one.name for one in result.parent.iterdir() if "result" in one.name] == [result.name]
    return record


def to_the_code(till: RemoteTill) -> None:
    """Goes from the filled-in fields to the code step. The member is looked up without a key."""
    till.until_sees("Points to redeem")
    till.do("key", "Return")
    till.until_sees("Validation code")
