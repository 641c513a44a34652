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

_NEW_NAMES_SYNCED = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_SUPER_JOURNAL
"""Files with whose first sync SQLite syncs the folder as well, unless it runs on Windows (`unixSync` in os_unix.c)."""

_CHANGES_NAMES = frozenset({"create", "delete", "rename"})


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

    @property
    def changes_names(self) -> bool:
        """True if it creates, deletes or renames a file."""
        return self.kind in _CHANGES_NAMES


class Recording:
    """All disk operations of SQLite in order, and the files that existed before.

    Content: what was not synced may be lost, sector by sector and in any order.

    Names: the disk does what its file system promises.
    - `ordered`: no change of a name arrives unless all earlier ones of that folder have arrived. File systems that keep
      a log of their metadata do this: ext4, XFS, NTFS, APFS. Syncing a file makes its name durable. Syncing a folder
      does nothing, because Windows cannot do it.
    - `synced`: changes of names are lost one by one, as POSIX allows (ext2, Btrfs), unless the folder was synced later.
      Syncing a file does nothing for its name.

    The deletion of a WAL is therefore never lost if what SQLite wrote after it arrived: on an `ordered` disk because of
    the order, and on a `synced` one because SQLite syncs the folder before it relies on the next file.

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

    def moments(self, *, near_names: int | None = None) -> list[int]:
        """Returns moments of a cut: before each operation, and after the last.

        Args:
            near_names: at most so many operations before or after a change of a name; None for all moments.
        """
        every = range(len(self.operations) + 1)
        if near_names is None:
            return list(every)
        changes = [at for at, operation in enumerate(self.operations) if operation.changes_names]
        return [at for at in every if any(-near_names <= at - change <= near_names + 1 for change in changes)]

    def after_a_cut(self, moment: int, how: str, names: str = "ordered") -> dict[str, bytes]:
        """Returns the files as a power cut could leave them.

        Args:
            moment: the number of operations before the cut.
            how: `all` or `none` of the unsynced changes reached the disk, or the seed of a random choice.
            names: `ordered` or `synced`, as the class says.
        """
        chance = random.Random(f"{moment} {how}")
        done = self.operations[:moment]
        files = {name: _File(data) for name, data in self._before.items()}
        now = dict(files)
        changes: list[_NameChange] = []
        safe = 0
        for operation in done:
            match operation.kind:
                case "create":
                    now[operation.name] = _File(b"")
                    changes.append(_NameChange(operation, now[operation.name]))
                case "delete":
                    changes.append(_NameChange(operation, now.pop(operation.name)))
                case "rename":
                    now[operation.target] = now.pop(operation.name)
                    changes.append(_NameChange(operation, now[operation.target]))
                case "sync names":
                    safe = len(changes) if names == "synced" else safe
                case _:
                    now[operation.name].take(operation)
                    if operation.kind == "sync" and names == "ordered":
                        own = (at for at, one in enumerate(changes, 1) if one.file is now[operation.name])
                        safe = max(safe, *own, 0)
        for change, has_arrived in zip(changes, _arrivals(len(changes), safe, how, names, chance), strict=True):
            if has_arrived:
                change.apply_to(files)
        return {name: file.left(how, chance) for name, file in files.items()}


def _arrivals(count: int, safe: int, how: str, names: str, chance: random.Random) -> list[bool]:
    """Returns which changes of names have arrived. Those before `safe` have."""
    upto = count if how == "all" else safe
    if how not in {"all", "none"} and names == "ordered":
        upto = chance.randint(safe, count)
    is_one_by_one = how not in {"all", "none"} and names == "synced"
    return [at < upto or (is_one_by_one and chance.random() < 0.5) for at in range(count)]


class _NameChange(NamedTuple):
    """A change of a name, and the file that has it."""

    operation: DiskOperation
    file: _File

    def apply_to(self, files: dict[str, _File]) -> None:
        """Applies it to the names on the disk, on which earlier changes may be missing."""
        name, file = self.operation.name, self.file
        match self.operation.kind:
            case "create":
                files[name] = file
            case "delete":
                if files.get(name) is file:
                    del files[name]
            case _:
                if files.get(name) is file:
                    del files[name]
                files[self.operation.target] = file


class _File:
    """A file with its durable content and its unsynced operations."""

    def __init__(self, data: bytes) -> None:
        self._durable = data
        self._waiting: list[DiskOperation] = []

    def take(self, operation: DiskOperation) -> None:
        if operation.kind != "sync":
            self._waiting.append(operation)
            return
        self._durable = _applied(self._durable, self._waiting)
        self._waiting = []

    def left(self, how: str, chance: random.Random) -> bytes:
        """Returns the content after the cut."""
        waiting = self._waiting
        match how:
            case "none":
                waiting = []
            case "all":
                pass
            case _:
                waiting = [part for operation in waiting for part in _sectors(operation) if chance.random() < 0.5]
                chance.shuffle(waiting)
        return _applied(self._durable, waiting)


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


def _applied(present: bytes, operations: Iterable[DiskOperation]) -> bytes:
    data = bytearray(present)
    for operation in operations:
        data += bytes(max(0, operation.at - len(data)))
        if operation.kind == "truncate":
            del data[operation.at :]
        else:
            data[operation.at : operation.at + len(operation.data)] = operation.data
    return bytes(data)


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
            self._operations.append(DiskOperation("sync names", ""))


class _VfsFile(apsw.VFSFile):
    def __init__(self, operations: list[DiskOperation], name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        whole = name.filename() if isinstance(name, apsw.URIFilename) else name or ""
        super().__init__("", name, flags)
        self._operations = operations
        self._syncs_names = bool(flags[0] & apsw.SQLITE_OPEN_CREATE and flags[0] & _NEW_NAMES_SYNCED)
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
        if self._syncs_names:
            self._syncs_names = False
            self._operations.append(DiskOperation("sync names", ""))


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
