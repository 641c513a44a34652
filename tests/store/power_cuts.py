"""Records SQLite's disk operations, and makes the disks that a power cut at any moment could leave."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SECTOR = 512
"""Bytes that a disk writes completely or not at all."""

VFS_NAME = "power-cuts"


class DiskOperation(NamedTuple):
    """One disk operation of SQLite.

    Attributes:
        kind: `create`, `write`, `truncate`, `sync`, `delete`, `rename`, or `sync names` of the whole folder.
        name: name of the file.
        at: offset of a write, or size after a truncation.
        data: data of a write.
        target: the new name after renaming.
    """

    kind: str
    name: str
    at: int = 0
    data: bytes = b""
    target: str = ""


class Recording:
    """All disk operations of SQLite in order, and the files that existed before.

    Attributes:
        operations: the recorded operations.
    """

    def __init__(self, folder: Path) -> None:
        self._before = {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith(".lock")}
        self.operations: list[DiskOperation] = []
        self._vfs = _Vfs(self.operations, set(self._before))

    def close(self) -> None:
        """Removes the recording file system."""
        self._vfs.unregister()

    def after_a_cut(self, moment: int, how: str) -> dict[str, bytes]:
        """Returns the files as a power cut could leave them.

        Args:
            moment: the number of operations before the cut.
            how: `all` or `none` of the unsynced writes reached the disk, or the seed of a random choice of sectors in
                random
                order.
        """
        disk = {name: _File(data, is_durable=True) for name, data in self._before.items()}
        chance = random.Random(f"{moment} {how}")
        done = self.operations[:moment]
        named = max((at for at, operation in enumerate(done) if operation.kind == "sync names"), default=-1)
        for at, operation in enumerate(done):
            if operation.kind == "rename":
                # A new name is there at the latest when the folder was synced.
                if at < named or how == "all" or (how != "none" and chance.random() < 0.5):
                    disk[operation.target] = disk.pop(operation.name)
            elif operation.kind != "sync names":
                disk.setdefault(operation.name, _File(b"", is_durable=False)).take(operation)
        left = {name: file.left(how, chance) for name, file in disk.items()}
        return {name: data for name, data in left.items() if data is not None}


class _File:
    """A file with its durable content and its unsynced operations."""

    def __init__(self, data: bytes, *, is_durable: bool) -> None:
        self._durable = bytearray(data)
        self._is_durable = is_durable
        self._waiting: list[DiskOperation] = []

    def take(self, operation: DiskOperation) -> None:
        if operation.kind != "sync":
            self._waiting.append(operation)
            return
        present: bytearray | None = self._durable if self._is_durable else None
        for waiting in self._waiting:
            present = _applied(present, waiting)
        self._is_durable = present is not None
        self._durable = bytearray() if present is None else present
        self._waiting = []

    def left(self, how: str, chance: random.Random) -> bytes | None:
        """Returns the content after the cut, or None if the file does not exist."""
        waiting = self._waiting
        match how:
            case "none":
                waiting = []
            case "all":
                pass
            case _:
                waiting = [part for operation in waiting for part in _sectors(operation) if chance.random() < 0.5]
                # A disk reorders writes, but creates a file's name before it writes to the file.
                chance.shuffle(waiting)
                waiting.sort(key=lambda operation: operation.kind != "create")
        present: bytearray | None = bytearray(self._durable) if self._is_durable else None
        for operation in waiting:
            present = _applied(present, operation)
        return None if present is None else bytes(present)


def _sectors(operation: DiskOperation) -> Iterator[DiskOperation]:
    if operation.kind != "write":
        yield operation
        return
    end = operation.at + len(operation.data)
    at = operation.at
    while at < end:
        upto = min((at // SECTOR + 1) * SECTOR, end)
        yield operation._replace(at=at, data=operation.data[at - operation.at : upto - operation.at])
        at = upto


def _applied(present: bytearray | None, operation: DiskOperation) -> bytearray | None:
    if operation.kind == "delete":
        return None
    data = bytearray() if present is None else bytearray(present)
    if operation.kind == "truncate":
        return data[: operation.at] + bytes(max(0, operation.at - len(data)))
    if operation.kind == "write":
        if present is None:
            # If the name did not reach the disk, the content is lost too.
            return None
        data += bytes(max(0, operation.at - len(data)))
        data[operation.at : operation.at + len(operation.data)] = operation.data
    return data


class _Vfs(apsw.VFS):
    def __init__(self, operations: list[DiskOperation], names: set[str]) -> None:
        super().__init__(VFS_NAME, base="")
        self._operations = operations
        self._names = names

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> _VfsFile:  # noqa: N802 - SQLite's name
        file = _VfsFile(self._operations, name, flags)
        if file.name not in self._names:
            self._names.add(file.name)
            self._operations.append(DiskOperation("create", file.name))
        return file

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name
        super().xDelete(filename, syncdir)
        self._names.discard(Path(filename).name)
        self._operations.append(DiskOperation("delete", Path(filename).name))
        if syncdir:
            self._operations.append(DiskOperation("sync", Path(filename).name))


class _VfsFile(apsw.VFSFile):
    def __init__(self, operations: list[DiskOperation], name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        whole = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        super().__init__("", name, flags)
        self._operations = operations
        self.name = Path(whole).name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        super().xWrite(data, offset)
        self._operations.append(DiskOperation("write", self.name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        super().xTruncate(newsize)
        self._operations.append(DiskOperation("truncate", self.name, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        super().xSync(flags)
        self._operations.append(DiskOperation("sync", self.name))


class Row:
    """A row with the parts of `sqlite3.Row` that the journal uses."""

    def __init__(self, names: tuple[str, ...], values: tuple[Any, ...]) -> None:
        self._names = names
        self._values = values

    def keys(self) -> tuple[str, ...]:
        return self._names

    def __getitem__(self, key: int | slice | str) -> Any:  # noqa: ANN401 - a value of any of SQLite's types
        return self._values[self._names.index(key) if isinstance(key, str) else key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)


class Cursor:
    """The result of a statement, read at once.

    Attributes:
        rowcount: of the rows that an `INSERT`, `UPDATE` or `DELETE` has changed.
    """

    def __init__(self, rows: list[Row], rowcount: int) -> None:
        self._rows = iter(rows)
        self.rowcount = rowcount

    def fetchone(self) -> Row | None:
        return next(self._rows, None)

    def fetchall(self) -> list[Row]:
        return list(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return self._rows


class PlainCursor:
    """A cursor whose rows are plain tuples, as the journal asks for where it reads many.

    Attributes:
        row_factory: as sqlite3's. Only None is used.
    """

    def __init__(self, cursor: apsw.Cursor) -> None:
        self._cursor = cursor
        self.row_factory: None = None

    def execute(self, sql: str, values: tuple[Any, ...] | Mapping[str, Any] = ()) -> PlainCursor:
        self._cursor.execute(sql, values)
        return self

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self._cursor)


class Connection:
    """An apsw connection with the parts of `sqlite3.Connection` that the journal uses."""

    def __init__(self, uri: str) -> None:
        flags = apsw.SQLITE_OPEN_URI | apsw.SQLITE_OPEN_READWRITE
        self._connection = apsw.Connection(uri, flags=flags, vfs=VFS_NAME)
        # A file system in Python has no shared memory. A WAL does not need it if there is only one connection.
        self.execute("PRAGMA locking_mode = EXCLUSIVE")

    def execute(self, sql: str, values: tuple[Any, ...] | Mapping[str, Any] = ()) -> Cursor:
        cursor = self._connection.cursor()
        cursor.execute(sql, values)
        rows: list[Row] = []
        for found in cursor:
            names = tuple(column[0] for column in cursor.get_description())
            rows.append(Row(names, found))
        return Cursor(rows, self._connection.changes())

    def cursor(self) -> PlainCursor:
        return PlainCursor(self._connection.cursor())

    def executemany(self, sql: str, values: Iterable[tuple[Any, ...]]) -> None:
        self._connection.cursor().executemany(sql, values)

    def rollback(self) -> None:
        if self._connection.in_transaction:
            self.execute("ROLLBACK")

    def close(self) -> None:
        self._connection.close()
