"""Starts a PostgreSQL of its own in a temporary folder, for the demonstration and for tests."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLACES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
    "/usr/local/opt/postgresql*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
    "C:/Program Files/PostgreSQL/*/bin",
)
"""Where the systems' packages put the programs. Debian has them in no one's PATH."""

_UNPRIVILEGED = 65_534
"""The user without rights, of whatever name, for a root without a user postgres."""

_TIMEOUT = 60


class NoPostgresError(Exception):
    """There is no PostgreSQL on this machine, or it does not start. The text says what to do."""


def find_programs() -> Path | None:
    """Returns the folder of PostgreSQL's programs, the newest one, or None if there is none."""
    found = shutil.which("initdb")
    if found is not None and shutil.which("pg_ctl", path=str(Path(found).resolve().parent)):
        return Path(found).resolve().parent
    folders = [folder for place in _PLACES for folder in _matching(place) if any(folder.glob("initdb*"))]
    return max(folders, key=_version, default=None)


@contextmanager
def temporary_database(settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """Runs PostgreSQL while the context lasts, and yields its URL. Its folder is removed afterwards.

    Args:
        settings: settings of the server.

    Raises:
        NoPostgresError: it cannot be started.
    """
    server = TemporaryServer(settings or {})
    try:
        server.start()
        yield server.url
    finally:
        server.remove()


class TemporaryServer:
    """A PostgreSQL in a temporary folder that only this user can enter. It listens on no network (Windows: loopback).

    PostgreSQL refuses to run as root. Then the folder belongs to another user, and so does the server.
    """

    def __init__(self, settings: Mapping[str, str]) -> None:
        """Creates the files, and does not start the server yet.

        Raises:
            NoPostgresError: there is no PostgreSQL, or it cannot be set up.
        """
        programs = find_programs()
        if programs is None:
            raise NoPostgresError(
                "there is no PostgreSQL on this machine: install it first, for example with `apt install postgresql`"
            )
        self._programs = programs
        self._settings = settings
        # The path of a socket may have 107 characters.
        self._folder = Path(tempfile.mkdtemp(prefix="points-till-db-", dir="/tmp" if sys.platform != "win32" else None))  # noqa: S108 - a new folder of this user
        self._user = _ordinary_user()
        if self._user is not None:
            shutil.chown(self._folder, self._user)
        self._port = 5432 if sys.platform != "win32" else _free_port()
        self._password = secrets.token_hex(16)
        secret = self._folder / "password"
        secret.write_text(self._password, encoding="ascii")
        secret.chmod(0o600)
        if self._user is not None:
            shutil.chown(secret, self._user)
        try:
            self._run(
                "initdb", "-D", str(self._data), "-U", "points_till", "-E", "UTF8", "--no-locale", "--no-sync",
                "-A", "scram-sha-256", "--pwfile", str(secret),
            )  # fmt: skip
        except BaseException:
            self.remove()
            raise

    @property
    def url(self) -> str:
        """What to connect to."""
        host = str(self._folder) if sys.platform != "win32" else "127.0.0.1"
        return f"host={host} port={self._port} user=points_till password={self._password} dbname=postgres"

    @property
    def pid(self) -> int:
        """The server's main process."""
        return int((self._data / "postmaster.pid").read_text(encoding="ascii").split()[0])

    def start(self) -> None:
        """Starts the server, and returns when it answers.

        Raises:
            NoPostgresError: it does not start.
        """
        options = {
            "listen_addresses": "" if sys.platform != "win32" else "127.0.0.1",
            "port": str(self._port),
            "unix_socket_directories": str(self._folder) if sys.platform != "win32" else "",
            **self._settings,
        }
        words = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        self._run("pg_ctl", "start", "-w", "-s", "-t", str(_TIMEOUT), "-D", str(self._data), "-l",
                  str(self._folder / "log"), "-o", words)  # fmt: skip

    def stop(self) -> None:
        """Stops the server, and returns when it has ended. Does nothing if it does not run."""
        if (self._data / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "-w", "-s", "-m", "fast", "-t", str(_TIMEOUT), "-D", str(self._data))

    def remove(self) -> None:
        """Stops the server and removes its folder."""
        try:
            self.stop()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _run(self, program: str, *arguments: str) -> None:
        log = self._folder / "program.log"
        with log.open("wb") as output:
            done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs
                [str(self._programs / program), *arguments],
                stdin=subprocess.DEVNULL,
                # The server that pg_ctl starts inherits it, so a pipe would never end.
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
                user=self._user,
                timeout=_TIMEOUT * 2,
                check=False,
            )
        if done.returncode != 0:
            said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise NoPostgresError(f"{program}: {' '.join(said[-3:])}")


def _ordinary_user() -> str | int | None:
    """Returns the user under whom PostgreSQL must run, or None if this one will do."""
    if sys.platform != "win32" and os.geteuid() == 0:
        import pwd

        try:
            pwd.getpwnam("postgres")
        except KeyError:
            return _UNPRIVILEGED
        return "postgres"
    return None


def _matching(place: str) -> list[Path]:
    root, _, pattern = place.partition("*")
    parent = Path(root)
    if not parent.is_absolute():
        # Windows' drive, which elsewhere would be a folder beside the one that the command was started in.
        return []
    # The pattern is one part of the path, with a fixed beginning.
    return (
        list(parent.parent.glob(f"{parent.name}*{pattern}"))
        if parent.name and not root.endswith("/")
        else list(parent.glob(f"*{pattern}"))
    )


def _version(folder: Path) -> tuple[int, ...]:
    digits = [
        int(one)
        for part in folder.parts
        for one in part.replace("-", ".").replace("@", ".").split(".")
        if one.isdecimal()
    ]
    return tuple(digits)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
