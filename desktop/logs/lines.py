"""Formats the lines of the log, as text for people or as JSON for programs.

A record may have facts: `_log.info("signed on", extra={"facts": {"cashier": "Meera"}})`. They follow the message as
`name=value`, and are members of the object in a line of JSON.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.logs.redaction import MASK, one_line, redact

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 20_000
"""Characters of a message or a traceback. A longer one could fill a disk, and is a mistake anyway."""

_PLAIN = re.compile(r"[^\s\"'=\\]{1,200}")

_CONTINUED = "  | "
"""Begins the lines of a traceback. A line of the log begins with its time, so no text in a traceback can forge one."""


def facts_of(record: logging.LogRecord) -> Mapping[str, object]:
    """Returns the facts of a record without those that are empty."""
    facts: Mapping[str, object] = getattr(record, "facts", None) or {}
    return {name: value for name, value in facts.items() if value not in {"", None}}


def moment_of(record: logging.LogRecord) -> str:
    """Returns the time of a record in the local zone, as RFC 3339 with offset."""
    return datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")


class TextLines(logging.Formatter):
    """Formats a line: time with offset, level, thread, logger, message, facts. A traceback follows, indented."""

    def format(self, record: logging.LogRecord) -> str:
        """Returns the line. Runs on the writing thread."""
        facts = "".join(f" {_fact(name, value)}" for name, value in facts_of(record).items())
        head = f"{record.levelname} {one_line(record.threadName or '-')} {record.name}: "
        line = f"{moment_of(record)} {redact(head + _message(record))}{facts}"
        return "".join((line, *(f"\n{_CONTINUED}{one}" for one in _traceback(self, record).splitlines())))


class JsonLines(logging.Formatter):
    """Formats a line: an object with `at`, `level`, `thread`, `logger`, `message`, the facts, and `traceback`."""

    def format(self, record: logging.LogRecord) -> str:
        """Returns the line. Runs on the writing thread."""
        known: dict[str, object] = {
            "at": moment_of(record),
            "level": record.levelname.lower(),
            "thread": one_line(record.threadName or "-"),
            "logger": record.name,
            "message": redact(_message(record)),
        }
        known |= {name: _json_fact(name, value) for name, value in facts_of(record).items() if name not in known}
        traceback = _traceback(self, record)
        if traceback:
            known["traceback"] = traceback
        return json.dumps(known, ensure_ascii=True)


def _message(record: logging.LogRecord) -> str:
    return one_line(record.getMessage()[:_LONGEST])


def _fact(name: str, value: object) -> str:
    if isinstance(value, int | float):
        # The program computed it: a code, a size, a duration.
        return f"{name}={value}"
    text = one_line(str(value)[:_LONGEST])
    return redact(f"{name}={text}" if _PLAIN.fullmatch(text) else f"{name}={json.dumps(text, ensure_ascii=False)}")


def _json_fact(name: str, value: object) -> object:
    if isinstance(value, int | float):
        return value
    text = one_line(str(value)[:_LONGEST])
    # Some values are masked because of their name.
    told = redact(json.dumps({name: text}, ensure_ascii=False))
    try:
        return json.loads(told)[name]
    except (ValueError, KeyError):
        # The mask took the end of the object with it.
        return MASK


def _traceback(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    """Returns the redacted traceback, with its own line breaks only."""
    if not record.exc_info:
        return ""
    text = formatter.formatException(record.exc_info)
    if len(text) > _LONGEST:
        # The end says what went wrong.
        text = f"…{text[-_LONGEST:]}"
    return "\n".join(one_line(line) for line in redact(text).split("\n"))
