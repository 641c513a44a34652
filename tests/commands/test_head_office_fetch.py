"""Tests that head office asks the service about the members concerned, and compares what it answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop import command_line
from desktop.api.client import LoyaltyClient
from desktop.command_options import UsageError
from desktop.commands.head_office_fetch import Progress, fetch
from desktop.domain.failures import Call, Lost, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.mobile import MobileForm
from desktop.domain.points import Points
from desktop.domain.reconciliation import ServiceRedemption
from desktop.domain.redemption import Draft
from desktop.domain.reversal import ReversalRow
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from desktop.flow.clock import SystemClock
from desktop.head_office import fetching, reconciling
from desktop.head_office.fetching import FetchRunsError
from desktop.head_office.taking import take
from tests.api.calls import refused_port
from tests.head_office.chains import NOON, Chain
from tests.head_office.databases import connection, database, postgres

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from psycopg import Connection

    from desktop.training.service import PracticeService

__all__ = ["connection", "database", "postgres"]

DAY = NOON.date()
MEMBERS = {"a" * 64: "919777788221", "b" * 64: "919876543003", "c" * 64: ""}


class _Service:
    """Answers as a service that lists redemptions by member."""

    def __init__(self, listed: dict[str, list[ServiceRedemption]]) -> None:
        self.listed = listed
        self.failures: list[Exception] = []
        self.asked: list[tuple[str, date, date]] = []

    def redemptions_of(self, draft: Draft, start: date, end: date) -> Sequence[ServiceRedemption]:
        self.asked.append((draft.identifier.value, start, end))
        if self.failures:
            raise self.failures.pop(0)
        return self.listed.get(draft.identifier.value, [])


def _listed(reference: str, points: str, *backs: tuple[str, str]) -> ServiceRedemption:
    return ServiceRedemption(
        reference=reference,
        redemption_id=f"id-{reference}",
        points=Decimal(points),
        time=f"{DAY} 12:00:00",
        program_id="p1",
        reversals=tuple(
            ReversalRow(reversal_id=str(number), points=Decimal(back), time=at)
            for number, (back, at) in enumerate(backs)
        ),
    )


@pytest.fixture
def chain(connection: Connection) -> Chain:
    """Three members: the first one's redemption comes back in part, the third one's number is not at head office."""
    made = Chain()
    for number, member in enumerate(MEMBERS):
        made.redeem(f"R{number}", "12.5", member=member)
    made.give_back("R0", "2.125", "back-1")
    take(connection, made.till, made.batch(), datetime.now(UTC))
    for member, mobile in MEMBERS.items():
        connection.execute("UPDATE attempt SET mobile = %s WHERE member = %s", (mobile, member))
    return made


def _fetch(connection: Connection, service: _Service, most: int = 0) -> Progress:
    return fetch(connection, service, (DAY, DAY), SystemClock(), form=MobileForm.DIGITS, pause=0.0, most=most)


def _results(connection: Connection) -> dict[str, str]:
    found = reconciling.compare(connection, "service", DAY, DAY)
    return {one["reference"]: one["result"] for one in found.differences}


@pytest.mark.usefixtures("chain")
def test_what_the_service_lists_is_compared(connection: Connection) -> None:
    """Redemptions and reversals of everyone with a number. The others are named as not asked, not as ours alone."""
    service = _Service(
        {
            "919777788221": [_listed("R0", "12.5", ("2.125", f"{DAY} 13:00:00"))],
            "919876543003": [_listed("R1", "12.499"), _listed("WEB", "1")],
        }
    )
    assert _fetch(connection, service) == Progress(asked=2, redemptions=3, failed=0, left=0, without_number=1)
    day = timedelta(days=1)
    assert service.asked == [(number, DAY - day, DAY + day) for number in ("919777788221", "919876543003")]
    assert _results(connection) == {"R1": "other amount", "R2": "not asked", "WEB": "theirs alone"}
    (back,) = reconciling.compare(connection, "service", DAY, DAY).given_back
    assert (back["result"], back["theirs"]) == ("equal", Decimal("2.125"))


@pytest.mark.usefixtures("chain")
def test_a_fetch_goes_on_where_it_stopped(connection: Connection) -> None:
    """Each member is asked about once, over all runs of a day, however few each of them asks about."""
    service = _Service({})
    assert _fetch(connection, service, most=1).left == 1
    assert _fetch(connection, service, most=1).left == 0
    assert _fetch(connection, service).asked == 0
    assert [one[0] for one in service.asked] == ["919777788221", "919876543003"]
    assert _results(connection) == {"R0": "ours alone", "R1": "ours alone", "R2": "not asked"}


@pytest.mark.usefixtures("chain")
def test_another_fetch_replaces_what_was_known(connection: Connection) -> None:
    """What the service lists no longer is ours alone, and nothing is there twice."""
    service = _Service({"919777788221": [_listed("R0", "12.5", ("2.125", f"{DAY} 13:00:00"))]})
    _fetch(connection, service)
    connection.execute("UPDATE list SET imported = imported - interval '13 hours'")
    service.listed = {}
    assert _fetch(connection, service).asked == 2
    assert _results(connection)["R0"] == "ours alone"
    assert reconciling.compare(connection, "service", DAY, DAY).given_back[0]["result"] == "ours alone"
    assert connection.execute("SELECT count(*) FROM list").fetchone() == (2,)


def test_a_redemption_of_long_ago_is_asked_for_if_it_came_back(connection: Connection, chain: Chain) -> None:
    """The list begins with the day of the redemption, and shows what came back on the day that is compared."""
    later = DAY + timedelta(days=5)
    chain.at += timedelta(days=5)
    chain.give_back("R1", "3", "back-2")
    take(connection, chain.till, chain.batch(chain.last - 1), datetime.now(UTC))
    service = _Service({"+919876543003": [_listed("R1", "12.5", ("3", f"{later} 10:00:00"))]})
    made = fetch(connection, service, (later, later), SystemClock(), form=MobileForm.PLUS, pause=0.0)
    assert made.asked == 1
    assert service.asked == [("+919876543003", DAY - timedelta(days=1), later + timedelta(days=1))]
    (back,) = reconciling.compare(connection, "service", later, later).given_back
    assert (back["result"], back["ours"], back["theirs"]) == ("equal", 3, 3)


@pytest.mark.usefixtures("chain")
def test_a_list_that_cannot_be_read_is_asked_for_again(
    connection: Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others go on. No number is printed. A service that asks to wait gets time, and then the same question."""
    service = _Service({"919876543003": [_listed("R1", "12.5")]})
    service.failures = [Unanswered(Lost.CONTRADICTORY), Throttled(Call.FIND_REDEMPTIONS, 429, retry_after=0.01)]
    assert _fetch(connection, service) == Progress(asked=1, redemptions=1, failed=1, left=1, without_number=1)
    assert "919777788221" not in "".join(capsys.readouterr())
    service.listed["919777788221"] = [ServiceRedemption(reference="R0", points=Decimal(1))]
    assert _fetch(connection, service).failed == 1
    assert _results(connection)["R0"] == "not asked"


def test_one_fetch_runs_at_a_time(connection: Connection, database: str) -> None:
    """A second one would ask the service twice as fast as it may."""
    from desktop.head_office import serving

    with (
        fetching.alone(connection),
        serving.connect(database) as other,
        pytest.raises(FetchRunsError),
        fetching.alone(other),
    ):
        pass
    with fetching.alone(connection):
        pass


def test_the_command_asks_the_service_itself(
    connection: Connection, database: str, service: PracticeService, tmp_path: Path
) -> None:
    """As the till of the settings, over HTTP: what was redeemed and given back there is equal to the till's journal."""
    mobile, points, back = "919777788221", Points(Decimal("2.125")), Points(Decimal("1.125"))
    draft = Draft(identifier=Identifier(IdentifierKind.MOBILE, mobile), points=points)
    client = LoyaltyClient.of(Settings(server=service.url, till=service.till), service.password)
    client.send_code(draft.identifier, points)
    redeemed = client.redeem(draft, "REF-1", ValidationCode.parse(service.codes()[mobile]))
    client.reverse(draft, "REF-1", redeemed.redemption_id, back)
    client.close()
    made = Chain(at=datetime.now(UTC) - timedelta(seconds=10))
    day = made.at.date()
    made.redeem("REF-1", "2.125", member="d" * 64)
    made.give_back("REF-1", "1.125", "back-1")
    take(connection, made.till, made.batch(), datetime.now(UTC))
    connection.execute("UPDATE attempt SET mobile = %s", (mobile,))
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "head-office", "fetch", "--from", str(day), "--to", str(day),
         "--config", str(tmp_path), "--data", str(tmp_path), "--server", service.url, "--till", service.till],
        env={**os.environ, "POINTS_TILL_DATABASE": database, "POINTS_TILL_PASSWORD": service.password},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "from": str(day), "to": str(day), "asked": 1, "redemptions": 1, "failed": 0, "left": 0, "without_number": 0,
    }  # fmt: skip
    assert mobile not in done.stdout + done.stderr
    found = reconciling.compare(connection, "service", day, day)
    assert (found.count(reconciling.Result.EQUAL), found.differences, found.given_back_differences) == (1, [], [])
    assert found.given_back[0]["theirs"] == Decimal("1.125")


def test_a_service_out_of_reach(connection: Connection, database: str, tmp_path: Path) -> None:
    """Standard error has one line for each member, and nothing else."""
    made = Chain(at=NOON)
    made.redeem("REF-1", "2", member="d" * 64)
    take(connection, made.till, made.batch(), datetime.now(UTC))
    connection.execute("UPDATE attempt SET mobile = '919777788221'")
    day = str(NOON.date())
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "head-office", "fetch", "--from", day, "--to", day, "--till", "till.1",
         "--config", str(tmp_path), "--data", str(tmp_path), "--server", f"http://127.0.0.1:{refused_port()}"],
        env={**os.environ, "POINTS_TILL_DATABASE": database, "POINTS_TILL_PASSWORD": "secret"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stderr == "points-till: member dddddddddddd: PT-CONNECT\n"
    assert (done.returncode, json.loads(done.stdout)["failed"]) == (6, 1)


def test_the_command_line_of_a_fetch() -> None:
    """It takes days and a bound, and no other options."""
    command = command_line.parse(
        ["head-office", "fetch", "--from", "2026-11-20", "--to", "2026-11-25", "--most", "50", "--database", "x"]
    )
    assert (command.from_day, command.to_day, command.most) == (DAY - timedelta(days=5), DAY, 50)
    with pytest.raises(UsageError):
        command_line.parse(["head-office", "serve", "--most", "5"])
    with pytest.raises(UsageError):
        command_line.parse(["head-office", "serve", "--oidc-issuer", "https://id.example"])
