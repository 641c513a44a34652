"""Records what SQLite does to a disk, and makes the disks that a power cut at any moment could leave."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""

VFS_NAME = "power-cuts"


class Deed(NamedTuple):
    """One thing that SQLite asked of the disk.

    Attributes:
        kind: `create`, `write`, `truncate`, `sync` or `delete`.
        name: of the file.
        at: where a write begins, or the size after a truncation.
        data: of a write.
    """

    kind: str
    name: str
    at: int = 0
    data: bytes = b""


class Recording:
    """Everything that SQLite asked of the disk, in order, over files that were there before.

    Attributes:
        deeds: what was asked.
    """

    def __init__(self, folder: Path) -> None:
        self._before = {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith(".lock")}
        self.deeds: list[Deed] = []
        self._vfs = _Vfs(self.deeds, set(self._before))

    def close(self) -> None:
        """Takes the recording file system away."""
        self._vfs.unregister()

    def after_a_cut(self, moment: int, how: str) -> dict[str, bytes]:
        """The files as a power cut could leave them.

        Args:
            moment: how many deeds had been asked for.
            how: `all` of what was not synced reached the disk, or `none`; or the seed of a random choice of sectors,
                in random order.
        """
        disk = {name: _File(data, is_durable=True) for name, data in self._before.items()}
        for deed in self.deeds[:moment]:
            disk.setdefault(deed.name, _File(b"", is_durable=False)).take(deed)
        chance = random.Random(f"{moment} {how}")
        left = {name: file.left(how, chance) for name, file in disk.items()}
        return {name: data for name, data in left.items() if data is not None}


class _File:
    """A file with what has reached the disk, and what may have."""

    def __init__(self, data: bytes, *, is_durable: bool) -> None:
        self._durable = bytearray(data)
        self._is_durable = is_durable
        self._waiting: list[Deed] = []

    def take(self, deed: Deed) -> None:
        if deed.kind != "sync":
            self._waiting.append(deed)
            return
        present: bytearray | None = self._durable if self._is_durable else None
        for waiting in self._waiting:
            present = _applied(present, waiting)
        self._is_durable = present is not None
        self._durable = bytearray() if present is None else present
        self._waiting = []

    def left(self, how: str, chance: random.Random) -> bytes | None:
        """What is there after the cut; None if the file is not."""
        waiting = self._waiting
        match how:
            case "none":
                waiting = []
            case "all":
                pass
            case _:
                waiting = [part for deed in waiting for part in _sectors(deed) if chance.random() < 0.5]
                # A disk orders writes as it likes, but a name is made before anything is in the file.
                chance.shuffle(waiting)
                waiting.sort(key=lambda deed: deed.kind != "create")
        present: bytearray | None = bytearray(self._durable) if self._is_durable else None
        for deed in waiting:
            present = _applied(present, deed)
        return None if present is None else bytes(present)


def _sectors(deed: Deed) -> Iterator[Deed]:
    if deed.kind != "write":
        yield deed
        return
    end = deed.at + len(deed.data)
    at = deed.at
    while at < end:
        upto = min((at // SECTOR + 1) * SECTOR, end)
        yield deed._replace(at=at, data=deed.data[at - deed.at : upto - deed.at])
        at = upto


def _applied(present: bytearray | None, deed: Deed) -> bytearray | None:
    if deed.kind == "delete":
        return None
    data = bytearray() if present is None else bytearray(present)
    if deed.kind == "truncate":
        return data[: deed.at] + bytes(max(0, deed.at - len(data)))
    if deed.kind == "write":
        if present is None:
            # What is written into a file whose name did not reach the disk is lost with it.
            return None
        data += bytes(max(0, deed.at - len(data)))
        data[deed.at : deed.at + len(deed.data)] = deed.data
    return data


class _Vfs(apsw.VFS):
    def __init__(self, deeds: list[Deed], names: set[str]) -> None:
        super().__init__(VFS_NAME, base="")
        self._deeds = deeds
        self._names = names

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _VfsFile:  # noqa: N802 - SQLite's name
        file = _VfsFile(self._deeds, name, flags)
        if file.name not in self._names:
            self._names.add(file.name)
            self._deeds.append(Deed("create", file.name))
        return file

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name
        super().xDelete(filename, syncdir)
        self._names.discard(Path(filename).name)
        self._deeds.append(Deed("delete", Path(filename).name))
        if syncdir:
            self._deeds.append(Deed("sync", Path(filename).name))


class _VfsFile(apsw.VFSFile):
    def __init__(self, deeds: list[Deed], name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        whole = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        super().__init__("", name, flags)
        self._deeds = deeds
        self.name = Path(whole).name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        super().xWrite(data, offset)
        self._deeds.append(Deed("write", self.name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        super().xTruncate(newsize)
        self._deeds.append(Deed("truncate", self.name, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self._deeds.append(Deed("sync", self.name))


class Row:
    """A row with what the journal uses of `sqlite3.Row`."""

    def __init__(self, names: tuple[str, ...], values: tuple[Any, ...]) -> None:
        self._names = names
        self._values = values

    def keys(self) -> tuple[str, ...]:
        return self._names

    def __getitem__(self, key: int | str) -> Any:  # noqa: ANN401 - a value of any of SQLite's types
        return self._values[key if isinstance(key, int) else self._names.index(key)]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)


class Cursor:
    """What a statement gave, read at once."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = iter(rows)

    def fetchone(self) -> Row | None:
        return next(self._rows, None)

    def fetchall(self) -> list[Row]:
        return list(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return self._rows


class Connection:
    """An apsw connection with what the journal uses of `sqlite3.Connection`."""

    def __init__(self, uri: str) -> None:
        flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READWRITE
        self._connection = apsw.Connection(uri, flags=flags, vfs=VFS_NAME)
        # A file system in Python has no shared memory, and a WAL needs none if only one connection uses it.
        self.execute("PRAGMA locking_mode = EXCLUSIVE")

    def execute(self, sql: str, values: tuple[Any, ...] | Mapping[str, Any] = ()) -> Cursor:
        cursor = self._connection.cursor()
        cursor.execute(sql, values)
        rows: list[Row] = []
        for found in cursor:
            names = tuple(column[0] for column in cursor.get_description())
            rows.append(Row(names, found))
        return Cursor(rows)

    def executemany(self, sql: str, values: Iterable[tuple[Any, ...]]) -> None:
        self._connection.cursor().executemany(sql, values)

    def rollback(self) -> None:
        if self._connection.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        self._connection.close()
