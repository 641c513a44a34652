"""Kills the receiver and the database while tills send. Nothing is lost, and nothing is there twice."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.api.head_office import HeadOfficeClient
from desktop.domain.head_office import NotAcknowledgedError, TillKey
from desktop.head_office import access, migrations, serving
from desktop.head_office.temporary_database import NoPostgresError
from tests.head_office.chains import Chain, busy_chain
from tests.posix import kill_process

if TYPE_CHECKING:
    from desktop.head_office.temporary_database import TemporaryServer

_TILLS = 4
_KILLS = 5
_TIMEOUT = 120.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


class _Receiver:
    """A receiver in a process of its own, always on the same port."""

    def __init__(self, database: str) -> None:
        self._environment = {**os.environ, "POINTS_TILL_DATABASE": database}
        self.port = 0
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop", "head-office", "serve", "--port", str(self.port)],
            env=self._environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.port = int(json.loads(line)["url"].rpartition(":")[2]) if line else self.port

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


def _restart(server: TemporaryServer) -> None:
    """Starts a server whose main process was killed. Its other processes end once they notice, and hold it up."""
    for _ in range(50):
        try:
            server.start()
        except NoPostgresError:
            threading.Event().wait(0.1)
        else:
            return
    server.start()


def _send_all(chain: Chain, url: str, key: str, done: list[str], failed: list[str]) -> None:
    """Sends as a till does, until head office has everything, in batches of any size; each one sometimes twice."""
    dice = random.Random(chain.till)
    client = HeadOfficeClient(url, TillKey.parse(key).credential)
    after: int | None = None
    ends = time.monotonic() + _TIMEOUT
    while after != chain.last and time.monotonic() < ends:
        batch = chain.batch(chain.last, 0) if after is None else chain.batch(after, dice.randint(1, 15))
        try:
            after = client.send(batch)[0].resume
            if dice.random() < 0.2:
                client.send(batch)
        except NotAcknowledgedError as error:
            failed.append(error.problem.value)
            after = dice.choice([after, None])
            threading.Event().wait(0.2)
    client.close()
    if after == chain.last:
        done.append(chain.till)


@pytest.mark.parametrize("victim", ["receiver", "database"])
def test_killed_in_the_middle(real_server: TemporaryServer, victim: str) -> None:
    """Whichever of the two is killed with SIGKILL, again and again: in the end every event is there exactly once."""
    with serving.connect(real_server.url) as connection:
        migrations.migrate(connection, paths.head_office_resources() / "migrations")
        chains = [busy_chain(f"till.{number}", f"{number:032x}", 300, number) for number in range(_TILLS)]
        keys = [access.enrol_till(connection, chain.till) for chain in chains]
    receiver = _Receiver(real_server.url)
    url = f"http://127.0.0.1:{receiver.port}"
    done: list[str] = []
    failed: list[str] = []
    threads = [
        threading.Thread(target=_send_all, args=(chain, url, key, done, failed))
        for chain, key in zip(chains, keys, strict=True)
    ]
    for thread in threads:
        thread.start()
    in_the_middle = 0
    try:
        for _ in range(_KILLS):
            threading.Event().wait(0.7)
            in_the_middle += any(thread.is_alive() for thread in threads)
            if victim == "receiver":
                receiver.kill()
                receiver.start()
            else:
                kill_process(real_server.pid)
                _restart(real_server)
        for thread in threads:
            thread.join(_TIMEOUT)
    finally:
        receiver.kill()
    # Otherwise nothing was killed in the middle of anything. If the database is back at once, the receiver has waited
    # for it, and no till has noticed anything.
    assert failed or in_the_middle
    assert sorted(done) == [chain.till for chain in chains]
    with serving.connect(real_server.url) as connection:
        rows = connection.execute(
            "SELECT journal.till, number, hash FROM event JOIN journal ON journal.id = event.journal ORDER BY 1, 2"
        ).fetchall()
        assert [(till, number, bytes(own).hex()) for till, number, own in rows] == [
            (chain.till, event.seq, event.hash) for chain in chains for event in chain.events
        ]
        counted = connection.execute("SELECT reference FROM attempt WHERE counts ORDER BY 1").fetchall()
        assert [reference for (reference,) in counted] == sorted(one for chain in chains for one in chain.states)
        assert connection.execute("SELECT count(*) FROM alarm").fetchone() == (0,)
