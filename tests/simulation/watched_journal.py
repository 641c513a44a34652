"""The real journal on a disk that can be full and a machine that can die at any moment."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from desktop.domain.result_line import BY_HAND

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.store.journal import SqliteJournal
    from tests.simulation.machine import SimulatedTill

WRITING = frozenset(
    {
        *("begin", "step", "complete"),
        *("begin_reversal", "step_reversal", "complete_reversal"),
        *("note", "attach_bill"),
    }
)
"""The journal's methods that write."""


class Died(BaseException):
    """The machine has lost its power. Nothing of the program may catch this."""


class WatchedJournal:
    """The real journal, with a moment before and after each call at which the machine may die or the disk be full."""

    def __init__(self, inner: SqliteJournal, till: SimulatedTill, desk: str) -> None:
        self._inner = inner
        self._till = till
        self._desk = desk

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the journal has there
        found = getattr(self._inner, name)
        if name.startswith("_") or not callable(found):
            return found

        def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - handed on as it came
            till = self._till
            what = f"{name} {args[1].value}" if name in _STEPS else name
            till.journal_moment(self._desk, what, "before")
            result = found(*args, **named)
            if name == "begin" and till.intent is not None:
                till.intents[args[1]] = till.intent
            elif name == "begin_reversal":
                till.begins_reversal(*args, points=named["points"].value)
            elif what in {"step absent", "step_reversal absent"} and result.trace.code != BY_HAND:
                till.absent_at.setdefault(args[0], []).append(till.world.now)
            if name == "step_reversal" and self._desk == "counter":
                till.reversing = ""
            if till.world.tells and name in _TELLING:
                till.world.say(till.name, f"{self._desk} writes {what} of {str(args[0 if name in _STEPS else 1])[-6:]}")
            till.journal_moment(self._desk, what, "after")
            return result

        self.__dict__[name] = call
        return call


_STEPS = frozenset({"step", "step_reversal"})
_TELLING = _STEPS | {"begin", "begin_reversal"}


class DyingConnection:
    """A connection to SQLite that fails at one of the next statements."""

    def __init__(self, inner: sqlite3.Connection, statements: int, error: Callable[[], BaseException]) -> None:
        self._inner = inner
        self._left = statements
        self._error = error

    def execute(self, *args: Any) -> Any:  # noqa: ANN401 - handed on as it came
        self._left -= 1
        if self._left == 0:
            raise self._error()
        return self._inner.execute(*args)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever stands there
        return getattr(self._inner, name)


def full_disk() -> sqlite3.OperationalError:
    """What SQLite says when the disk is full."""
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    error.sqlite_errorname = "SQLITE_FULL"
    return error
