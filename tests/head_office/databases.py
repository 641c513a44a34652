"""Gives the tests of head office a real PostgreSQL. They are skipped on a machine that has none."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from desktop import paths
from desktop.head_office import migrations, serving
from desktop.head_office.temporary_database import TemporaryServer, find_programs, temporary_database
from tests.head_office.receivers import Receiver, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

_numbers = itertools.count(1)

NO_POSTGRES = "PostgreSQL is not installed (Debian: postgresql)"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server with a migrated database to copy."""
    if find_programs() is None:
        pytest.skip(NO_POSTGRES)
    with temporary_database({"fsync": "off", "shared_buffers": "64MB"}) as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE template_head_office")
        with serving.connect(make_conninfo(url, dbname="template_head_office")) as connection:
            migrations.migrate(connection, paths.head_office_resources() / "migrations")
        yield url


@pytest.fixture
def database(postgres: str) -> Iterator[str]:
    """The URL of a migrated database of this test's own."""
    name = f"test_{next(_numbers)}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template_head_office".encode())
    yield make_conninfo(postgres, dbname=name)
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    """A connection to the test's database, as the receiver has it."""
    with serving.connect(database) as opened:
        yield opened


@pytest.fixture
def real_server() -> Iterator[TemporaryServer]:
    """A PostgreSQL of the test's own that keeps what it has confirmed, so that it can be killed."""
    if find_programs() is None:
        pytest.skip(NO_POSTGRES)
    server = TemporaryServer({})
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def receiver(database: str) -> Iterator[Receiver]:
    """A running receiver on the test's database."""
    with running(database) as one:
        yield one
