"""Measures head office with many tills over real HTTP: `pytest -m slow tests/scale -s`.

`POINTS_TILL_SCALE_TILLS` and `POINTS_TILL_SCALE_EVENTS` (of all tills together) set the size. The figures of a run are
printed, and docs/head-office.md quotes one.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.api.head_office import HeadOfficeClient
from desktop.domain.head_office import NotAcknowledgedError, TillKey
from desktop.head_office import access, importing, migrations, queries, reconciling, serving
from desktop.head_office.temporary_database import NoPostgresError, TemporaryServer
from tests.head_office.chains import NOON, Chain, busy_chain

if TYPE_CHECKING:
    from collections.abc import Callable

TILLS = int(os.environ.get("POINTS_TILL_SCALE_TILLS", "200"))
EVENTS = int(os.environ.get("POINTS_TILL_SCALE_EVENTS", "20000"))
CLIENTS = 12
BATCH = 100

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3_600),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL"),
]


class _Receivers:
    """Receivers in processes of their own, as behind a balancer."""

    def __init__(self, database: str, count: int) -> None:
        self._environment = {**os.environ, "POINTS_TILL_DATABASE": database}
        self.ports = [0] * count
        self.processes: list[subprocess.Popen[str]] = []
        for number in range(count):
            self.processes.append(self._start(number))

    def url(self, number: int) -> str:
        return f"http://127.0.0.1:{self.ports[number % len(self.ports)]}"

    def _start(self, number: int) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop", "head-office", "serve", "--port", str(self.ports[number])],
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        self.ports[number] = int(json.loads(process.stdout.readline())["url"].rpartition(":")[2])
        return process

    def kill(self, number: int) -> None:
        process = self.processes[number]
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()

    def kill_and_start(self, number: int) -> None:
        self.kill(number)
        self.processes[number] = self._start(number)


def _send(chain: Chain, key: str, receivers: _Receivers, *, mischief: bool) -> int:
    """Sends as a till does. With mischief, some batches are sent twice, and some out of order. Returns the calls."""
    dice = random.Random(chain.till)
    number = dice.randrange(1_000)
    client = HeadOfficeClient(receivers.url(number), TillKey.parse(key).credential)
    after: int | None = None
    calls = 0
    ends = time.monotonic() + 1_200
    while after != chain.last:
        assert time.monotonic() < ends, f"{chain.till} never came to its end"
        batch = chain.batch(chain.last, 0) if after is None else chain.batch(after, BATCH)
        calls += 1
        try:
            answer, _ = client.send(batch)
            after = answer.resume
            if mischief and dice.random() < 0.1:
                client.send(batch)
            if mischief and dice.random() < 0.05:
                client.send(chain.batch(dice.randrange(chain.last), BATCH))
        except NotAcknowledgedError:
            after = None if dice.random() < 0.3 else after
            threading.Event().wait(0.3)
    client.close()
    return calls


def _restart(server: TemporaryServer) -> None:
    for _ in range(100):
        try:
            server.start()
        except NoPostgresError:
            threading.Event().wait(0.1)
        else:
            return
    server.start()


def _timed(call: Callable[[], object]) -> float:
    begun = time.monotonic()
    call()
    return time.monotonic() - begun


def _chains() -> list[Chain]:
    each = EVENTS // TILLS
    made = [busy_chain(f"till.{number}", f"{number:032x}", each // 2, number) for number in range(TILLS)]
    for chain in made:
        chain.store = f"Store {int(chain.till.partition('.')[2]) // 10}"
    return made


def _bare_copy(server: TemporaryServer) -> float:
    """Returns the seconds in which PostgreSQL copies the same rows into an equal table, from one client."""
    with serving.connect(server.url) as connection:
        connection.execute("CREATE TABLE bare (LIKE event INCLUDING ALL)")
        rows = connection.execute("SELECT * FROM event").fetchall()

        def copy() -> None:
            with connection.cursor() as cursor, cursor.copy("COPY bare FROM STDIN") as writing:
                for row in rows:
                    writing.write_row(row)

        seconds = _timed(copy)
        connection.execute("DROP TABLE bare")
    return seconds


def _check(server: TemporaryServer, chains: list[Chain]) -> None:
    """Every event of every chain is there exactly once, and every redemption counts exactly once."""
    with serving.connect(server.url) as connection:
        found = connection.execute("SELECT encode(hash, 'hex') FROM event").fetchall()
        assert len(found) == len({hash_ for (hash_,) in found})
        assert {hash_ for (hash_,) in found} == {event.hash for chain in chains for event in chain.events}
        counted = connection.execute("SELECT reference FROM attempt WHERE counts").fetchall()
        assert sorted(reference for (reference,) in counted) == sorted(
            {one for chain in chains for one in chain.states}
        )


@pytest.fixture
def tills(real_server: TemporaryServer) -> tuple[list[Chain], dict[str, str]]:
    """The journals of all tills, and their keys."""
    chains = _chains()
    with serving.connect(real_server.url) as connection:
        migrations.migrate(connection, paths.head_office_resources() / "migrations")
        keys = {chain.till: access.enrol_till(connection, chain.till) for chain in chains}
    return chains, keys


def test_a_day_of_many_tills(real_server: TemporaryServer, tills: tuple[list[Chain], dict[str, str]]) -> None:
    """All arrive; the figures say how fast, how large, and how long the pages take."""
    chains, keys = tills
    receivers = _Receivers(real_server.url, 2)
    try:
        begun = time.monotonic()
        with ThreadPoolExecutor(CLIENTS) as pool:
            calls = sum(pool.map(lambda chain: _send(chain, keys[chain.till], receivers, mischief=False), chains))
        seconds = time.monotonic() - begun
        late = busy_chain("till.0", f"{0:032x}", 500 + len(chains[0].states), 0)
        late.store = chains[0].store
        assert [event.hash for event in late.events[: chains[0].last]] == [event.hash for event in chains[0].events]
        catching_up = _timed(lambda: _send(late, keys["till.0"], receivers, mischief=False))
        _check(real_server, [late, *chains[1:]])
    finally:
        for number in range(2):
            receivers.kill(number)
    events = sum(chain.last for chain in chains)
    bare = _bare_copy(real_server)
    day = NOON.date()
    with serving.connect(real_server.url) as connection:
        connection.execute("ANALYZE")
        (size,) = connection.execute(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r'"
            " AND (relname LIKE 'event%' OR relname IN ('attempt', 'reversal'))"
        ).fetchone() or (0,)
        (listed,) = connection.execute("SELECT count(*) FROM attempt WHERE state = 'redeemed'").fetchone() or (0,)
        rows = connection.execute(
            "SELECT reference, moved_points, day FROM attempt WHERE state = 'redeemed'"
        ).fetchall()
        text = "reference,points,date\n" + "".join(f"{one},{points},{when}\n" for one, points, when in rows[:-3])
        importing.store(connection, "service", "report.csv", text)
        connection.execute("ANALYZE")
        reference = rows[len(rows) // 2][0]
        times = {
            "tills": _timed(lambda: queries.tills(connection)),
            "totals of the day": _timed(lambda: queries.totals(connection, day, day + timedelta(days=1))),
            "one redemption": _timed(lambda: queries.redemptions(connection, queries.Search(reference=reference))),
            "its trail": _timed(lambda: queries.trail(connection, reference)),
            "one bill": _timed(lambda: queries.redemptions(connection, queries.Search(bill="till.5-7"))),
            "what is open": _timed(lambda: queries.open_attempts(connection)),
        }
        found = None

        def compare() -> None:
            nonlocal found
            found = reconciling.compare(connection, "service", day - timedelta(days=1), day + timedelta(days=9))

        times[f"reconciliation of {listed}"] = _timed(compare)
        assert found is not None
        assert found.count(reconciling.Result.EQUAL) == listed - 3
        assert found.count(reconciling.Result.OURS) == 3
    print(f"\n{len(chains)} tills, {events} events, {calls} calls, {CLIENTS} clients, 2 receivers")  # noqa: T201
    print(f"taken: {events / seconds:.0f} events/s; bare COPY: {events / bare:.0f}; ratio 1:{seconds / bare:.1f}")  # noqa: T201
    print(f"a till with {late.last - chains[0].last} more events catches up in {catching_up:.2f} s")  # noqa: T201
    print(f"size: {float(size) / events * 1_000_000 / 2**20:.0f} MiB for each million events")  # noqa: T201
    for name, one in times.items():
        print(f"{name}: {one * 1000:.1f} ms")  # noqa: T201


def test_many_tills_with_kills_duplicates_and_forks(
    real_server: TemporaryServer, tills: tuple[list[Chain], dict[str, str]]
) -> None:
    """Receivers and the database are killed, batches arrive twice and out of order, some disks were copied."""
    chains, keys = tills
    copies = []
    for chain in chains[::50]:
        copy = chain.copy()
        copy.redeem(f"COPY{chain.till}", "1")
        chain.redeem(f"ORIGINAL{chain.till}", "1")
        copies.append(copy)
    receivers = _Receivers(real_server.url, 2)
    over = threading.Event()

    def kill() -> None:
        turn = 0
        while not over.wait(4):
            turn += 1
            if turn % 3 == 0:
                os.kill(real_server.pid, signal.SIGKILL)
                _restart(real_server)
            else:
                receivers.kill_and_start(turn % 2)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        with ThreadPoolExecutor(CLIENTS) as pool:
            list(pool.map(lambda one: _send(one, keys[one.till], receivers, mischief=True), [*chains, *copies]))
    finally:
        over.set()
        killer.join(120)
        for number in range(2):
            receivers.kill(number)
    _check(real_server, [*chains, *copies])
    with serving.connect(real_server.url) as connection:
        alarms = queries.alarms(connection)
        assert [one["kind"] for one in alarms] == ["fork"] * len(copies)
        forked = {one["name"] for one in queries.tills(connection) if one["forked"]}
        assert forked == {copy.till for copy in copies}
