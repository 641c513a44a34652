"""The program ends soon in every state and in every way, with exit code 0 and without a Qt warning."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.failures import Call
from desktop.domain.redemption import State
from desktop.store.journal import SqliteJournal
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.state import PASSWORD
from tests.journeys.remote_till import AT_ONCE, Ended, RemoteTill

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService

SOON = 30.0
"""Seconds within which the program must end, on a shared machine. Whatever it could wait for takes twice as long."""

ASHA = "919777788221"


def leave(till: RemoteTill, way: str) -> Ended:
    """Ends the program in one of the possible ways."""
    if way == "signal":
        till.process.send_signal(signal.SIGTERM)
    else:
        till.do(way)
    return till.end()


def check(ended: Ended, code: int = 0) -> None:
    """Checks that it ended correctly."""
    assert ended.complaints == ""
    assert ended.code == code
    assert ended.seconds < SOON


def options(tmp_path: Path, service: PracticeService | None = None) -> list[str | Path]:
    """Returns the options of a test's till."""
    where: list[str | Path] = ["--config", tmp_path / "config", "--data", tmp_path / "data"]
    return [*where, "--training"] if service is None else [*where, "--server", service.url, "--till", TILL]


def till_at(service: PracticeService, tmp_path: Path, **settings: object) -> RemoteTill:
    """Starts a till with time-outs longer than any test."""
    given = {"READ_TIMEOUT": 60, "SETTLE_AFTER": 60} | {name.upper(): value for name, value in settings.items()}
    environment = {f"POINTS_TILL_{name}": str(value) for name, value in given.items()}
    return RemoteTill(
        *options(tmp_path, service), environment=environment | {"POINTS_TILL_PASSWORD": PASSWORD, "LANG": "C.UTF-8"}
    )


WAYS = [
    pytest.param("signal", marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")),
    "close",
    pytest.param("quit", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("way", WAYS)
def test_an_idle_till(tmp_path: Path, way: str) -> None:
    """A till that waits for a customer ends, with its practice service."""
    with RemoteTill(*options(tmp_path)) as till:
        till.until_sees("Connection")
        till.do("until_sees", "Connection: Training")
        check(leave(till, way))


@pytest.mark.parametrize(
    "at_once",
    [
        "quit made",
        "close filled",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("close made", "quit filled")),
    ],
)
def test_a_till_that_has_just_started(tmp_path: Path, at_once: str) -> None:
    """A till ends before its first picture, and while the services are being opened."""
    with RemoteTill(*options(tmp_path), environment={AT_ONCE: at_once}) as till:
        check(till.end())


def test_a_call_in_flight(service: PracticeService, tmp_path: Path) -> None:
    """A look-up that hangs does not keep the window open."""
    with till_at(service, tmp_path) as till:
        till.until_sees("Connection: Connected")
        service.bad_day(BadDay.HANG)
        till.do("type", "Mobile number", ASHA)
        till.do("key", "Return")
        till.do("until_says", "")
        check(leave(till, "close"))


def attempts(tmp_path: Path) -> list[State]:
    """Returns the states in the journal."""
    with SqliteJournal.open(paths.journal(tmp_path / "data"), writer=False) as journal:
        return [one.state for one in journal.export(None, None)]


def test_a_redemption_in_flight(service: PracticeService, tmp_path: Path) -> None:
    """A redemption that hangs is in the journal. The next start settles it, and no points move twice."""
    with till_at(service, tmp_path) as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        till.send_code("10", bill="MG-1")
        service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
        till.enter_code(service.codes()[ASHA])
        while not service.ledger():
            till.do("names")
        check(leave(till, "signal" if sys.platform != "win32" else "quit"))
    assert attempts(tmp_path) == [State.UNKNOWN]
    with till_at(service, tmp_path, settle_after=3) as till:
        till.until_says("Now known: 10 points were redeemed for MG-1.")
        check(leave(till, "quit"))
    assert attempts(tmp_path) == [State.REDEEMED]
    assert len(service.ledger()) == 1


def test_settling_in_flight(service: PracticeService, tmp_path: Path) -> None:
    """The page of an unknown outcome ends while its look-up hangs."""
    with till_at(service, tmp_path, read_timeout=1) as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        till.send_code("10", bill="MG-1")
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        till.enter_code(service.codes()[ASHA])
        till.until_sees("1 not known yet")
        while not any(str(one["path"]).endswith("/redemptions") for one in service.requests()):
            till.do("names")
        check(leave(till, "close"))
    assert attempts(tmp_path) == [State.UNKNOWN]
