"""Keeps a report of each crash: mistakes of the program that nothing caught, and crashes of the interpreter."""

from __future__ import annotations

import faulthandler
import os
import re
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO

from desktop import __version__
from desktop.logs.redaction import one_line, redact
from desktop.private_files import create, make_folder
from desktop.store.writer_lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = "crashes"
"""The folder of the reports, in that of the logs."""

MOST_REPORTS = 20
"""Reports that are kept. The oldest go first."""

MOST_IN_A_RUN = 5
"""Reports that one run writes, so that one bad day does not displace all earlier ones."""

LONGEST = 60_000
"""Characters of a report."""

_RUN = re.compile(r"running-(?P<name>\d+-\w+)\.txt")
_STACKS = "Stacks at the crash:\n"


@dataclass(frozen=True, slots=True)
class EndedRun:
    """A run of the program that did not end in order.

    Attributes:
        report: the report of the crash; None if the run left nothing, because it was killed or the power failed.
    """

    report: Path | None


def about() -> dict[str, str]:
    """Returns the versions of the program, Python, Qt and the system."""
    qt = sys.modules.get("PySide6")
    return {
        "version": __version__,
        "python": sys.version.partition(" ")[0],
        "qt": str(getattr(qt, "__version__", "")) or "not loaded",
        "os": _system(),
    }


def _system() -> str:
    """Returns the name and version of the system."""
    if sys.platform == "linux":
        # `platform.platform` starts another program to ask for the kind of processor, at every start of the till.
        own = os.uname()
        return f"{own.sysname}-{own.release}-{own.machine}"
    else:
        import platform

        return platform.platform()


def reports(logs: Path) -> list[Path]:
    """Returns the reports that are kept, newest first.

    Args:
        logs: the folder of the logs. It may be missing.
    """
    try:
        found = [path for path in (logs / FOLDER).iterdir() if path.name.startswith("crash-")]
    except OSError:
        return []
    return sorted(found, key=lambda path: path.name, reverse=True)


def newest(logs: Path) -> str:
    """Returns in one line when the program crashed last, for `doctor`; empty if no report is kept."""
    for path in reports(logs):
        try:
            when = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().isoformat(timespec="seconds")
        except OSError:
            continue
        return f"{when} ({path})"
    return ""


class CrashReports:
    """The reports of one run. Nothing here raises: a report that cannot be written is worth no second crash."""

    def __init__(self, logs: Path) -> None:
        """Prepares for a hard crash, and looks for runs that did not end in order.

        Args:
            logs: the folder of the logs.

        Raises:
            OSError: the folder cannot be written.
        """
        self._folder = logs / FOLDER
        self._written = 0
        # A system gives the number of a process again, so the time belongs to the name.
        self._name = f"{os.getpid()}-{_stamp()}"
        self._lock: FileLock | None = None
        self._file: TextIO | None = None
        make_folder(self._folder)
        self.ended = tuple(self._ended_runs())
        self._thin_out()
        if not faulthandler.is_enabled():
            self._prepare()

    def write(self, where: str, error: BaseException) -> Path | None:
        """Writes the report of a mistake of the program. Returns its path; None if there is none.

        Args:
            where: in which thread it was, and what went wrong there.
            error: the exception.
        """
        if self._written >= MOST_IN_A_RUN:
            return None
        self._written += 1
        lines = "".join(traceback.format_exception(error))
        text = "\n".join(
            (*_head("Points Till met a mistake of its own."), f"Where: {_clean(where)}", "", _clean(lines), "")
        )
        path = self._folder / f"crash-{_stamp()}-{os.getpid()}-{self._written}.txt"
        try:
            with os.fdopen(create(path), "w", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)
        except OSError:
            # A full disk. The log has the traceback too, if it has any room.
            return None
        self._thin_out()
        return path

    def dump_stacks(self) -> None:
        """Writes the stacks of all threads, because Qt is about to end the process without a signal on Windows."""
        if self._file is not None:
            faulthandler.dump_traceback(self._file)

    def close(self) -> None:
        """Ends the run in order. Calling it again has no effect."""
        file, self._file = self._file, None
        if file is None:
            return
        faulthandler.disable()
        path = self._path_of(self._name)
        try:
            file.close()
            # On Windows it also has the stacks of what one of the system's libraries raised and handled itself.
            path.unlink()
            if self._lock is not None:
                self._lock.release()
            self._lock_path(self._name).unlink(missing_ok=True)
        except OSError:
            # The next start looks at it.
            return

    def _prepare(self) -> None:
        """Makes a crash of the interpreter leave its stacks behind a head that is written now."""
        self._lock = FileLock(self._lock_path(self._name))
        descriptor = create(self._path_of(self._name))
        self._file = os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace")
        self._file.write("\n".join((*_head("Points Till ended by a crash.", began=True), "", _STACKS)))
        self._file.flush()
        faulthandler.enable(self._file)

    def _ended_runs(self) -> Iterable[EndedRun]:
        for path in sorted(self._folder.glob("running-*.txt")):
            found = _RUN.fullmatch(path.name)
            if found is None:
                continue
            lock_path = self._lock_path(found["name"])
            try:
                lock = FileLock(lock_path)
            except OSError:
                # That process is running, or the folder cannot be written.
                continue
            try:
                yield self._ended_run(path)
            except OSError:
                # Another start has been faster.
                continue
            finally:
                lock.release()
                # Windows refuses it while another start looks at the same run.
                with suppress(OSError):
                    lock_path.unlink()

    def _ended_run(self, path: Path) -> EndedRun:
        if not _stacks_in(path):
            path.unlink()
            return EndedRun(None)
        when = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        number = path.stem.split("-")[1]
        report = path.rename(self._folder / f"crash-{when:%Y%m%dT%H%M%S%f}Z-{number}.txt")
        return EndedRun(report)

    def _thin_out(self) -> None:
        for path in reports(self._folder.parent)[MOST_REPORTS:]:
            try:
                path.unlink()
            except OSError:
                continue

    def _path_of(self, name: str) -> Path:
        return self._folder / f"running-{name}.txt"

    def _lock_path(self, name: str) -> Path:
        return self._folder / f"running-{name}.lock"


def _head(title: str, *, began: bool = False) -> tuple[str, ...]:
    now = datetime.now(UTC).astimezone().isoformat(timespec="milliseconds")
    names = {"version": "Version", "python": "Python", "qt": "Qt", "os": "System"}
    known = about()
    return (
        title,
        f"{'Began' if began else 'Time'}: {now}",
        *(f"{words}: {known[name]}" for name, words in names.items()),
    )


def _clean(text: str) -> str:
    text = text if len(text) <= LONGEST else f"…{text[-LONGEST:]}"
    return "\n".join(one_line(line) for line in redact(text).split("\n"))


def _stacks_in(path: Path) -> bool:
    """True if a crash has left something behind the head."""
    return bool(path.read_text(encoding="utf-8", errors="replace").partition(_STACKS)[2].strip())


def _stamp() -> str:
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}Z"
