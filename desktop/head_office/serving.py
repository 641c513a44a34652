"""Serves head office with waitress, from a pool of connections to PostgreSQL."""

from __future__ import annotations

import selectors
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg_pool import ConnectionPool, PoolTimeout
from waitress import wasyncore
from waitress.server import create_server

from desktop.head_office import migrations
from desktop.head_office.answering import LARGEST_BODY
from desktop.head_office.application import Application, Trust
from desktop.head_office.calendar import Calendar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.head_office.signing_on import SignOn


THREADS = 8
"""Requests that one process answers at the same time. Each holds one connection to the database."""

_ROUND = 0.5
"""Seconds after which the loop looks whether it must stop."""

_POOL_TIMEOUT = 3.0
_RECONNECT_TIMEOUT = 10.0
_CHANNEL_TIMEOUT = 60
_STATEMENT_TIMEOUT = 60
"""Seconds: for a free connection, for attempts to connect until a request asks for the next one, for a silent client,
and for one statement.

The pool waits twice as long after each attempt. With its own five minutes it could still wait for two, although the
database is back.
"""

_CONNECT_TIMEOUT = 10
"""Seconds for making a connection, which no request waits for so long."""

_GONE_AFTER = 30
"""Seconds after which a machine that answers nothing at all counts as gone. By itself, Linux takes up to two hours."""

_CONNECTION = {
    "autocommit": True,
    "connect_timeout": _CONNECT_TIMEOUT,
    "application_name": "points-till head-office",
    "tcp_user_timeout": _GONE_AFTER * 1_000,
    "keepalives_idle": _GONE_AFTER // 3,
    "keepalives_interval": _GONE_AFTER // 3,
    "keepalives_count": 2,
}
"""How this program connects."""

# Whatever the database is set to: days and partitions are the same for every server. Compiling the comparison of a day
# took four times as long as running it. Set here, because PgBouncer refuses them in `options`, which may be given in
# the database's address as well.
_SETTINGS = {"timezone": "UTC", "jit": "off"}
_LIMITS = {
    "statement_timeout": f"{_STATEMENT_TIMEOUT}s",
    "lock_timeout": "20s",
    "idle_in_transaction_session_timeout": "60s",
}


def connect(database: str) -> psycopg.Connection:
    """Connects to the database once, for a command.

    Raises:
        psycopg.OperationalError: it cannot be reached.
    """
    connection = psycopg.connect(database, **_CONNECTION)  # type: ignore[arg-type] # mypy takes all for one type
    try:
        # A migration may take longer than a request.
        _configure(connection, _SETTINGS)
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: psycopg.Connection, settings: Mapping[str, str]) -> None:
    for name, value in settings.items():
        connection.execute("SELECT set_config(%s, %s, false)", (name, value))


def _check(connection: psycopg.Connection) -> None:
    """Checks a connection of the pool, without a round trip for each batch.

    PostgreSQL says nothing on a connection that no one uses, unless it ends. So there is something to look at only if
    something can be read.

    Raises:
        psycopg.OperationalError: PostgreSQL has ended it.
    """
    # Not select(), which knows no socket above 1,023.
    with selectors.DefaultSelector() as selector:
        selector.register(connection.fileno(), selectors.EVENT_READ)
        if selector.select(0):
            ConnectionPool.check_connection(connection)


class Server:
    """One process of head office. Any number of them may serve the same database.

    Raises:
        OSError: the port is not available.
        psycopg.OperationalError: the database cannot be reached.
        WrongVersionError: it must be migrated first.
    """

    def __init__(
        self,
        database: str,
        resources: Path,
        trust: Trust,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        threads: int = THREADS,
        sign_on: SignOn | None = None,
        calendar: Calendar | None = None,
    ) -> None:
        """Opens everything. `run` answers requests.

        Args:
            database: libpq's URL or its keywords.
            resources: the folder of head office in the program's resources.
            trust: whom to trust.
            host: the address to listen on.
            port: the port; 0 for any.
            threads: requests that are answered at the same time.
            sign_on: signs people on with OpenID; None if nothing does.
            calendar: says which day it is; None for this machine's own time zone.
        """
        with connect(database) as connection:
            migrations.check_version(connection, resources / "migrations")
        self._pool = ConnectionPool(
            database,
            kwargs=_CONNECTION,
            configure=lambda connection: _configure(connection, _SETTINGS | _LIMITS),
            min_size=1,
            max_size=threads,
            timeout=_POOL_TIMEOUT,
            reconnect_timeout=_RECONNECT_TIMEOUT,
            check=_check,
            open=True,
        )
        # A database that is slow to connect to is no reason to refuse the first requests, or not to start.
        with suppress(PoolTimeout):
            self._pool.wait(_CONNECT_TIMEOUT)
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            self._listening = socket.create_server((host, port), family=family, backlog=1_024)
            self._sockets: dict[int, Any] = {}
            self._server = create_server(
                Application(self._pool, resources, trust, sign_on, calendar or Calendar()),
                map=self._sockets,
                sockets=[self._listening],
                threads=threads,
                ident=None,
                max_request_body_size=LARGEST_BODY + 65_536,
                channel_timeout=_CHANNEL_TIMEOUT,
                clear_untrusted_proxy_headers=False,
                connection_limit=2_000,
                # With many connections, select() would not do.
                asyncore_use_poll=True,
            )
        except BaseException:
            self._pool.close()
            raise
        self.host = host
        self._port: int = self._listening.getsockname()[1]
        self._stopped = threading.Event()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self._port}"

    def run(self) -> None:
        """Answers requests until `stop` is called, or the program is interrupted.

        waitress's own loop goes on for as long as one till keeps its connection open.
        """
        try:
            while not self._stopped.is_set():
                wasyncore.loop(_ROUND, use_poll=True, map=self._sockets, count=1)
        finally:
            # Requests under way get a few seconds.
            self._server.task_dispatcher.shutdown()
            wasyncore.close_all(self._sockets, ignore_all=True)
            self._pool.close()

    def stop(self) -> None:
        """Ends `run` within a second. May be called from another thread."""
        self._stopped.set()
