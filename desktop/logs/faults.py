"""Counts mistakes of the program, so that one that is repeated a thousand times is logged once, with its number."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_MOST = 200
"""Different mistakes that are told apart. More would mean that they differ in something that does not matter."""


@dataclass(slots=True)
class Fault:
    """A mistake of the program: one kind of exception at one place.

    Attributes:
        name: the kind of the exception, and where it was raised.
        times: how often it happened in this run.
    """

    name: str
    times: int = 0


class Faults:
    """Counts the exceptions that were logged in one run."""

    def __init__(self) -> None:
        self._faults: dict[str, Fault] = {}
        self._lock = threading.Lock()

    def count(self, error: BaseException) -> Fault:
        """Counts an exception, and returns its fault. Exceptions of one kind from one place are one fault."""
        name = _name(error)
        with self._lock:
            if name not in self._faults and len(self._faults) >= _MOST:
                name = "another one"
            fault = self._faults.setdefault(name, Fault(name))
            fault.times += 1
            return Fault(name, fault.times)

    def repeated(self) -> tuple[Fault, ...]:
        """Returns the faults that happened more than once."""
        with self._lock:
            return tuple(Fault(one.name, one.times) for one in self._faults.values() if one.times > 1)


class OnlyOnce(logging.Filter):
    """Lets the first traceback of each fault pass. The 10th, the 100th, … become one line. The others are dropped."""

    def __init__(self, faults: Faults) -> None:
        super().__init__()
        self._faults = faults

    def filter(self, record: logging.LogRecord) -> bool:
        """Counts a record with a traceback. Runs on the calling thread."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return True
        fault = self._faults.count(error)
        if fault.times == 1:
            return True
        record.exc_info, record.exc_text = None, None
        record.msg, record.args = "%s: the same fault again", (record.getMessage(),)
        record.facts = {"fault": fault.name, "times": fault.times}
        return str(fault.times).strip("0") == "1"


def _name(error: BaseException) -> str:
    where = _innermost(error.__traceback__)
    return f"{type(error).__name__} at {where}"


def _innermost(traceback: TracebackType | None) -> str:
    if traceback is None:
        return "an unknown place"
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    code = traceback.tb_frame.f_code
    return f"{code.co_qualname}:{traceback.tb_lineno}"
