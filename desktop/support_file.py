"""Makes the support file, which tells support about a till: settings, logs, crashes, what the doctor says, the journal.

Whatever is broken, what can be read is in it. It never holds a member's number, name or e-mail address: every text is
masked as in the log, also the lines of earlier versions.
"""

from __future__ import annotations

import dataclasses
import io
import json
import os
import re
import stat
import zipfile
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop import paths
from desktop.domain.setting_schema import Kind
from desktop.domain.settings import SCHEMA
from desktop.domain.support import SupportFile, SupportKind, SupportPart
from desktop.logs.crashes import FOLDER, about, reports
from desktop.logs.redaction import KEPT, MASK, one_line, redact
from desktop.private_files import FILE_MODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from desktop.store.settings_file import Loaded

_MOST_OF_A_FILE = 2_000_000
"""Bytes that are taken from the end of one log or report. No log of this version is as long."""

_MOST_LOGS = 20

_FIRST_TIME, _LAST_TIME = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
"""The times that a zip can have."""

_SECRET_NAME = re.compile(r"(?:^|[_ ])(?:password|passphrase|secret|token|pin|key|credentials?)$", re.IGNORECASE)
"""Names of values that are secrets, such as `head_office_key`, whatever they look like."""

_ABOUT = """\
This file was made by Points Till {version} on {when}, to be sent to support.

settings.json   every setting with its source. Secrets and PINs are left out.
doctor.json     what `points-till doctor` says about this till.
journal.json    how many redemptions are in which state, and the head of the journal.
versions.json   versions of the program, Python, Qt and the system.
logs/           the log. docs/support.md explains what a line means.
crashes/        reports of crashes.

It has no number, name or e-mail address of a member, no code, and no password: they are masked.
"""


def make(
    loaded: Loaded, *, data: Path, diagnose: Callable[[], Mapping[str, object]], now: datetime | None = None
) -> SupportFile:
    """Collects everything in memory. It reads files and calls the service, so it blocks. Never raises.

    Args:
        loaded: the settings in force, with their sources and problems.
        data: the data folder.
        diagnose: returns the doctor's report as JSON values. If it fails, the file says so.
        now: the time, with offset.
    """
    now = now or datetime.now(UTC).astimezone()
    when = now.isoformat(timespec="seconds")
    known = about()
    found: list[tuple[str, SupportKind, bytes]] = [
        ("about.txt", SupportKind.ABOUT, _ABOUT.format(version=known["version"], when=when).encode()),
        ("versions.json", SupportKind.ABOUT, _json({"made": when, **known})),
        ("settings.json", SupportKind.SETTINGS, _json(_safely(lambda: settings_without_secrets(loaded)))),
        ("doctor.json", SupportKind.DOCTOR, _json(_safely(lambda: _masked(dict(diagnose()))))),
        ("journal.json", SupportKind.JOURNAL, _json(_safely(lambda: _journal(data)))),
    ]
    logs = paths.log_dir(data)
    found += [(f"logs/{path.name}", SupportKind.LOG, text) for path, text in _texts(_logs(logs))]
    found += [(f"{FOLDER}/{path.name}", SupportKind.CRASH, text) for path, text in _texts(reports(logs))]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, _, content in found:
            archive.writestr(_entry(name, now), content, zipfile.ZIP_DEFLATED)
    return SupportFile(tuple(SupportPart(name, kind, len(content)) for name, kind, content in found), target.getvalue())


def _entry(name: str, now: datetime) -> zipfile.ZipInfo:
    """Returns an entry of the archive. A zip has no years before 1980, where the clock of a till without power is."""
    at = (now.year, now.month, now.day, now.hour, now.minute, now.second)
    made = zipfile.ZipInfo(name, min(max(at, _FIRST_TIME), _LAST_TIME))
    made.external_attr = FILE_MODE << 16
    return made


def settings_without_secrets(loaded: Loaded) -> dict[str, object]:
    """Returns every setting with its source, and what is wrong with some, without secrets."""
    return {
        "settings": {
            name: {"value": _setting(name, getattr(loaded.settings, name)), "source": source}
            for name, source in loaded.sources.items()
        },
        "problems": [_masked(str(one)) for one in loaded.problems],
        "ignored": [_masked(f"{name} ({source}): it {why}") for name, source, why in loaded.ignored],
        "unknown": [_masked(f"{name} ({source})") for name, source in loaded.unknown],
    }


def _setting(name: str, value: object) -> object:
    if SCHEMA[name].kind in {Kind.PIN, Kind.PASSWORD}:
        return "set" if value else ""
    return _member(name, value)


def _masked(value: object) -> object:
    """Returns JSON values without anything that a log must not contain."""
    match value:
        case None | bool() | int() | float():
            told: object = value
        case StrEnum():
            told = value.value
        case str():
            told = "\n".join(one_line(line) for line in redact(value).split("\n"))
        case dict():
            told = {str(name): _member(str(name), one) for name, one in value.items()}
        case list() | tuple() | set() | frozenset():
            told = [_masked(one) for one in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            told = _masked(dataclasses.asdict(value))
        case _:
            told = _masked(str(value))
    return told


def _member(name: str, value: object) -> object:
    """Returns a value whose name may say that it is a secret, or that it is an id that support needs."""
    if not isinstance(value, str):
        return _masked(value)
    if name in KEPT:
        return redact(f"{name}={value}").removeprefix(f"{name}=")
    return MASK if value and _SECRET_NAME.search(name) else _masked(value)


def _journal(data: Path) -> object:
    from desktop.store.journal_summary import summary

    return _masked(summary(paths.journal(data)))


def _logs(folder: Path) -> list[Path]:
    """Returns the files of the log, newest first."""
    try:
        found = sorted(path for path in folder.iterdir() if path.name.startswith("points-till.log"))
    except OSError:
        return []
    return found[:_MOST_LOGS]


def _texts(files: list[Path]) -> Iterator[tuple[Path, bytes]]:
    """Yields the masked content of files. A file that cannot be read says why."""
    for path in files:
        try:
            raw = _read_end(path)
        except OSError as error:
            yield path, f"cannot be read: {error.strerror}\n".encode()
            continue
        if raw is not None:
            lines = raw.decode("utf-8", "replace").split("\n")
            yield path, "\n".join(one_line(redact(line)) for line in lines).encode("utf-8", "replace")


def _read_end(path: Path) -> bytes | None:
    """Returns the end of a file; None if it is not a regular file, because a link may lead anywhere."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        there = os.fstat(descriptor)
        if not stat.S_ISREG(there.st_mode):
            return None
        file.seek(max(0, there.st_size - _MOST_OF_A_FILE))
        return file.read(_MOST_OF_A_FILE)


def _safely(collect: Callable[[], object]) -> object:
    """Returns a part, or what went wrong. The other parts are worth having then all the more."""
    try:
        return collect()
    except Exception as error:  # noqa: BLE001 - the support file is for tills on which anything may be broken
        return {"problem": f"this part could not be made: {type(error).__name__}: {_masked(str(error))}"}


def _json(value: object) -> bytes:
    return f"{json.dumps(value, indent=2, ensure_ascii=False, default=str)}\n".encode("utf-8", "replace")
