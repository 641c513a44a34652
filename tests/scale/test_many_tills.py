"""Measures head office with many tills over real HTTP: `pytest -m slow tests/scale -s`.

Variables of the environment set the size: `POINTS_TILL_SCALE_TILLS`, `POINTS_TILL_SCALE_EVENTS` (of all tills
together) and `POINTS_TILL_SCALE_BATCH` (events in one request: as many as real tills send, unless it is set). The
figures of a run are printed, and docs/head-office.md quotes one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.domain.head_office import TillKey
from desktop.head_office import access, importing, migrations, queries, reconciling, serving
from tests.head_office.chains import NOON
from tests.posix import kill_process
from tests.scale.processes import processor_seconds, receivers, restart
from tests.scale.simulated_tills import Plan, SimulatedTill, prepare, send_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from psycopg import Connection

    from desktop.head_office.temporary_database import TemporaryServer
    from tests.scale.processes import Receivers

TILLS = int(os.environ.get("POINTS_TILL_SCALE_TILLS", "200"))
EVENTS = int(os.environ.get("POINTS_TILL_SCALE_EVENTS", "20000"))
BATCH = int(os.environ.get("POINTS_TILL_SCALE_BATCH", "500"))
SMALL_BATCH = min(BATCH, 40)
CLIENTS = 12
RECEIVERS = 2
"""Events in a request if there is mischief, so that each till sends several; requests at a time; processes."""

_LATE = 1_000
"""Events of one more till, which has been offline for longer than the others."""

_COPIED = 50
"""One in so many tills has a disk that was copied."""

_KILL_EVERY = max(4.0, EVENTS / 50_000)
"""Seconds between two kills: about a dozen or two in a run of any size."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3_600),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs SIGKILL and /proc"),
]


@pytest.fixture(scope="module")
def tills() -> list[SimulatedTill]:
    """A day of all tills, ready to be sent."""
    begun = time.monotonic()
    # A redemption has two events, and the journal's beginning is one more.
    made = prepare([Plan(number, EVENTS // TILLS // 2) for number in range(TILLS)], BATCH, SMALL_BATCH)
    print(f"\n{len(made)} tills prepared in {time.monotonic() - begun:.0f} s")  # noqa: T201
    return made


def _enrol(server: TemporaryServer, tills: Iterable[SimulatedTill]) -> dict[str, str]:
    """Returns the credential of each till."""
    with serving.connect(server.url) as connection:
        migrations.migrate(connection, paths.head_office_resources() / "migrations")
        connection.execute("SET synchronous_commit = off")
        names = {one.plan.till for one in tills}
        return {name: TillKey.parse(access.enrol_till(connection, name)).credential for name in names}


def _send(tills: list[SimulatedTill], keys: dict[str, str], running: Receivers, *, mischief: bool) -> int:
    """Sends everything of all tills. Returns how many requests were answered."""
    size = SMALL_BATCH if mischief else BATCH
    with ThreadPoolExecutor(CLIENTS) as pool:
        return sum(
            pool.map(lambda one: send_all(one, size, keys[one.plan.till], running.url, mischief=mischief), tills)
        )


def _timed(call: Callable[[], object]) -> float:
    begun = time.monotonic()
    call()
    return time.monotonic() - begun


def _check(server: TemporaryServer, tills: list[SimulatedTill]) -> None:
    """Every event of every journal is there exactly once, and every redemption counts exactly once."""
    hashes: dict[str, set[bytes]] = {}
    references: dict[str, set[str]] = {}
    for one in tills:
        hashes.setdefault(one.plan.identity, set()).update(_pieces(one.hashes))
        references.setdefault(one.plan.till, set()).update(one.references)
    with serving.connect(server.url) as connection:
        found = connection.execute(
            "SELECT identity, string_agg(hash, ''::bytea) FROM event JOIN journal ON journal.id = event.journal"
            " GROUP BY identity"
        ).fetchall()
        assert len(found) == len(hashes)
        for identity, all_of_it in found:
            assert sorted(_pieces(all_of_it)) == sorted(hashes[identity])
        counted = connection.execute(
            "SELECT till, array_agg(reference) FROM attempt WHERE counts GROUP BY till"
        ).fetchall()
        assert len(counted) == len(references)
        for till, all_of_them in counted:
            assert sorted(all_of_them) == sorted(references[till])


def _pieces(hashes: bytes) -> list[bytes]:
    return [hashes[place : place + 32] for place in range(0, len(hashes), 32)]


def _bare_copy(connection: Connection, folder: Path, table: str) -> float:
    """Returns the seconds in which PostgreSQL copies the same rows into an equal table, from one client."""
    connection.execute(f"CREATE TABLE bare (LIKE {table} INCLUDING ALL)".encode())
    with tempfile.TemporaryFile(dir=folder) as file, connection.cursor() as cursor:
        with cursor.copy(f"COPY (SELECT * FROM {table}) TO STDOUT".encode()) as reading:
            for block in reading:
                file.write(block)
        file.seek(0)
        begun = time.monotonic()
        with cursor.copy("COPY bare FROM STDIN") as writing:
            while part := file.read(65_536):
                writing.write(part)
        seconds = time.monotonic() - begun
        cursor.execute("DROP TABLE bare")
    return seconds


def test_a_day_of_many_tills(real_server: TemporaryServer, tills: list[SimulatedTill], tmp_path: Path) -> None:
    """All arrive; the figures say how fast, how large, and how long the pages take."""
    (late,) = prepare([Plan(TILLS, _LATE // 2)], BATCH, processes=1)
    everyone = [*tills, late]
    keys = _enrol(real_server, everyone)
    with receivers(real_server.url, RECEIVERS) as running:
        pids = [one.pid for one in running.processes]
        before = (processor_seconds(*pids), processor_seconds(real_server.pid), time.process_time())
        begun = time.monotonic()
        calls = _send(tills, keys, running, mischief=False)
        seconds = time.monotonic() - begun
        after = (processor_seconds(*pids), processor_seconds(real_server.pid), time.process_time())
        catching_up = _timed(lambda: _send([late], keys, running, mischief=False))
    _check(real_server, everyone)
    events = sum(one.last for one in tills)
    with serving.connect(real_server.url) as connection:
        bare = _bare_copy(connection, tmp_path, "event")
        bare_both = bare + _bare_copy(connection, tmp_path, "attempt")
        connection.execute("ANALYZE")
        size, times = _size(connection), _times(connection)
    print(f"\n{len(tills)} tills, {events} events, {calls} calls, {CLIENTS} at a time, {RECEIVERS} receivers")  # noqa: T201
    print(f"all tills, a day behind, have caught up in {seconds:.1f} s: {events / seconds:.0f} events/s")  # noqa: T201
    print(f"bare COPY of the events: {events / bare:.0f} events/s; ratio 1:{seconds / bare:.1f}")  # noqa: T201
    print(f"bare COPY of events and redemptions: {events / bare_both:.0f} events/s; ratio 1:{seconds / bare_both:.1f}")  # noqa: T201
    used = [(late - early) / events * 1_000_000 for early, late in zip(before, after, strict=True)]
    names = ("receivers", "database", "simulated tills")
    print("processor seconds for each million: ", *(f"{name} {one:.0f}" for name, one in zip(names, used, strict=True)))  # noqa: T201
    print(f"one till that is {late.last} events behind has caught up in {catching_up:.2f} s")  # noqa: T201
    print(f"size: {size / events * 1_000_000 / 2**20:.0f} MiB for each million events")  # noqa: T201
    for name, one in times.items():
        print(f"{name}: {one * 1000:.1f} ms")  # noqa: T201


def _size(connection: Connection) -> int:
    (size,) = connection.execute(
        "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r'"
        " AND (relname LIKE 'event%' OR relname IN ('attempt', 'reversal'))"
    ).fetchone() or (0,)
    return int(size)


def _times(connection: Connection) -> dict[str, float]:
    """Returns the seconds of what the pages ask for."""
    day = NOON.date()
    rows = connection.execute("SELECT reference, moved_points, day FROM attempt WHERE state = 'redeemed'").fetchall()
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

    times[f"reconciliation of {len(rows)}"] = _timed(compare)
    assert found is not None
    assert found.count(reconciling.Result.EQUAL) == len(rows) - 3
    assert found.count(reconciling.Result.OURS) == 3
    return times


def test_many_tills_with_kills_duplicates_and_forks(real_server: TemporaryServer, tills: list[SimulatedTill]) -> None:
    """Receivers and the database are killed, batches arrive twice and out of order, some disks were copied."""
    copied = [one.plan for one in tills[::_COPIED]]
    both = prepare([replace(plan, extra=extra) for plan in copied for extra in ("ORIGINAL", "COPY")], SMALL_BATCH)
    forked = {plan.till for plan in copied}
    everyone = [*both, *(one for one in tills if one.plan.till not in forked)]
    keys = _enrol(real_server, everyone)
    over = threading.Event()
    kills = 0
    with receivers(real_server.url, RECEIVERS) as running:

        def kill() -> None:
            nonlocal kills
            while not over.wait(_KILL_EVERY):
                kills += 1
                if kills % 3 == 0:
                    kill_process(real_server.pid)
                    restart(real_server)
                else:
                    running.kill_and_start(kills % RECEIVERS)

        killer = threading.Thread(target=kill)
        killer.start()
        begun = time.monotonic()
        try:
            calls = _send(everyone, keys, running, mischief=True)
        finally:
            over.set()
            killer.join(120)
        seconds = time.monotonic() - begun
    _check(real_server, everyone)
    with serving.connect(real_server.url) as connection:
        (events,) = connection.execute("SELECT count(*) FROM event").fetchone() or (0,)
        alarms = queries.alarms(connection)
        assert [one["kind"] for one in alarms] == ["fork"] * len(forked)
        assert {one["name"] for one in queries.tills(connection) if one["forked"]} == forked
    print(  # noqa: T201
        f"\n{len(tills)} tills, {len(forked)} of them copied, {events} events, {calls} calls, {kills} kills: all there"
        f" once after {seconds:.0f} s"
    )
