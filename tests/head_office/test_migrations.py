"""Tests how a database is brought to this version, and the partitions of the months."""

from __future__ import annotations

import shutil
import sys
import threading
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from desktop import paths
from desktop.head_office import migrations, serving, temporary_database
from desktop.head_office.migrations import WrongVersionError
from desktop.head_office.taking import take
from desktop.head_office.temporary_database import NoPostgresError, TemporaryServer, find_programs
from tests.head_office.chains import Chain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from psycopg import Connection

FOLDER = paths.head_office_resources() / "migrations"


@pytest.fixture
def empty(postgres: str) -> Iterator[str]:
    """The URL of an empty database."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE empty_for_migrations")
    yield make_conninfo(postgres, dbname="empty_for_migrations")
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("DROP DATABASE empty_for_migrations WITH (FORCE)")


def test_servers_that_migrate_at_the_same_time_do_it_once(empty: str) -> None:
    """Each file is applied once, and each process ends well."""
    applied: list[list[str]] = []

    def migrate() -> None:
        with serving.connect(empty) as connection:
            applied.append(migrations.migrate(connection, FOLDER))

    threads = [threading.Thread(target=migrate) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(applied) == [[], [], [], sorted(path.name for path in FOLDER.glob("*.sql"))]


def test_an_empty_database_is_not_served(empty: str) -> None:
    """The message names the command."""
    with serving.connect(empty) as connection, pytest.raises(WrongVersionError, match="migrate"):
        migrations.check_version(connection, FOLDER)


def test_a_step_that_fails_changes_nothing(connection: Connection, tmp_path: Path) -> None:
    """A file is applied whole or not at all, and can be applied once it is right."""
    folder = tmp_path / "migrations"
    shutil.copytree(FOLDER, folder)
    step = folder / "0002_more.sql"
    step.write_text("CREATE TABLE more (a int); SELECT nothing;")
    with pytest.raises(psycopg.Error):
        migrations.migrate(connection, folder)
    assert connection.execute("SELECT to_regclass('more')").fetchone() == (None,)
    with pytest.raises(WrongVersionError, match=r"0002_more.sql"):
        migrations.check_version(connection, folder)
    step.write_text("CREATE TABLE more (a int);")
    assert migrations.migrate(connection, folder) == ["0002_more.sql"]
    migrations.check_version(connection, folder)
    with pytest.raises(WrongVersionError, match="newer version"):
        migrations.check_version(connection, FOLDER)


def test_a_released_step_never_changes(connection: Connection, tmp_path: Path) -> None:
    """A file that differs from the one that was applied is noticed; line ends do not count."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    for file in FOLDER.glob("*.sql"):
        (folder / file.name).write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    migrations.check_version(connection, folder)
    for file in FOLDER.glob("*.sql"):
        (folder / file.name).write_bytes(file.read_bytes() + b"-- more")
        with pytest.raises(WrongVersionError, match="not the file"):
            migrations.check_version(connection, folder)
        (folder / file.name).write_bytes(file.read_bytes())


def test_each_month_has_its_partition(connection: Connection) -> None:
    """Events go to the month of their arrival. A month without one is not lost, and is left alone later."""
    chain = Chain()
    chain.redeem("R1")
    take(connection, "till.one", chain.batch(), datetime(2031, 12, 15, tzinfo=UTC))
    migrations.make_partitions(connection, date(2031, 11, 30))
    migrations.make_partitions(connection, date(2031, 11, 30))
    chain.redeem("R2")
    take(connection, "till.one", chain.batch(2), datetime(2032, 1, 31, 23, 59, tzinfo=UTC))
    rows = connection.execute("SELECT tableoid::regclass::text, number FROM event ORDER BY number").fetchall()
    assert rows == [("event_other", 1), ("event_other", 2), ("event_2032_01", 3), ("event_2032_01", 4)]


def test_without_postgresql_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demonstration needs it, and says so."""
    monkeypatch.setattr(temporary_database, "find_programs", lambda: None)
    with pytest.raises(NoPostgresError, match="install"):
        TemporaryServer({})


def test_the_programs_are_found_without_a_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Debian has them in no one's PATH. The newest version counts."""
    monkeypatch.setenv("PATH", "")
    for version in ("9.6", "15", "16"):
        folder = tmp_path / "postgresql" / version / "bin"
        folder.mkdir(parents=True)
        (folder / "initdb").touch()
    monkeypatch.setattr(temporary_database, "_PLACES", (f"{tmp_path}/postgresql/*/bin", f"{tmp_path}/none-*/bin"))
    assert find_programs() == tmp_path / "postgresql" / "16" / "bin"


@pytest.mark.skipif(sys.platform == "win32", reason="the folder of a drive is one there")
def test_a_folder_of_another_system_is_not_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`C:/…` would be a folder beside the one that the command was started in, which its user may not even read."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "C:" / "Program Files" / "PostgreSQL" / "16" / "bin"
    folder.mkdir(parents=True)
    (folder / "initdb").touch()
    monkeypatch.setattr(temporary_database, "_PLACES", ("C:/Program Files/PostgreSQL/*/bin",))
    assert find_programs() is None


def test_a_temporary_database_leaves_nothing_behind(postgres: str) -> None:
    """Its folder is gone afterwards, also if it was never started."""
    assert postgres
    server = TemporaryServer({})
    folder = server._folder
    server.remove()
    assert not folder.exists()
