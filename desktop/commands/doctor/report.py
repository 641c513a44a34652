"""Runs checks that cannot take each other down, and writes their results for people and as JSON."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.domain.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

FAILED = "PT-CHECK-FAILED"
"""The code of a check that failed itself."""

TOO_SLOW = "PT-CHECK-TIMEOUT"
"""The code of a check that was not over in time."""


@dataclass(frozen=True, slots=True)
class Check:
    """The result of one check.

    Attributes:
        name: which check; it never changes.
        ok: True if there is nothing to do about it.
        text: what was found, in plain English.
        code: the stable code of a problem; empty if it is ok.
        stops: True if a window would refuse to redeem because of it.
        because: the check that found the cause, if this one only follows from it; otherwise empty.
        details: more, by names that never change. The values are ready for JSON.
        lines: more for people, each on a line of its own.
    """

    name: str
    ok: bool
    text: str
    code: str = ""
    stops: bool = False
    because: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A check to make.

    Attributes:
        name: of its result, if it fails itself.
        check: makes it; may raise anything.
        seconds: after which it is given up.
        stops: True if a window cannot redeem without what it checks.
    """

    name: str
    check: Callable[[], Check | Sequence[Check]]
    seconds: float
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The results of all checks."""

    checks: tuple[Check, ...]
    at: datetime

    @property
    def ok(self) -> bool:
        """True if a window would redeem."""
        return not any(one.stops for one in self.checks)

    @property
    def exit_code(self) -> ExitCode:
        """`DONE` if a window would redeem."""
        return ExitCode.DONE if self.ok else ExitCode.UNUSABLE

    def as_json(self) -> str:
        """Returns the report as one line of JSON."""
        return json.dumps(
            {
                "ok": self.ok,
                "version": __version__,
                "at": self.at.isoformat(timespec="seconds"),
                "checks": [
                    {
                        "name": one.name,
                        "ok": one.ok,
                        "stops": one.stops,
                        "code": one.code,
                        "because": one.because,
                        "text": one.text,
                        "details": dict(one.details),
                    }
                    for one in self.checks
                ],
            },
            ensure_ascii=False,
        )

    def lines(self) -> Iterator[str]:
        """Returns the report for people: a line for each check, and what else there is to say below it."""
        return map(_printable, self._lines())

    def _lines(self) -> Iterator[str]:
        width = max(len(one.name) for one in self.checks)
        for one in self.checks:
            mark = "ok" if one.ok else "STOP" if one.stops else "note"
            code = f" ({one.code})" if one.code and f"({one.code})" not in one.text else ""
            yield f"{mark:<4}  {one.name:<{width}}  {one.text}{code}"
            for line in one.lines:
                yield f"{'':<{width + 8}}{line}"
        yield ""
        stopping = [one.name for one in self.checks if one.stops and not one.because]
        noted = [one.name for one in self.checks if not (one.ok or one.stops or one.because)]
        yield f"This till cannot redeem now: see {', '.join(stopping)}." if stopping else "This till can redeem."
        if noted:
            yield f"Worth a look: {', '.join(noted)}."


def _printable(line: str) -> str:
    """Replaces control characters. A certificate or a web filter could send some to the terminal."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in line)


def collect(tasks: Sequence[Task]) -> Report:
    """Makes the checks one after the other."""
    checks: list[Check] = []
    for task in tasks:
        checks += _make(task)
    return Report(tuple(checks), datetime.now(UTC).astimezone())


def _make(task: Task) -> Sequence[Check]:
    """Makes a check on a thread of its own, which is left behind if it hangs."""
    results: SimpleQueue[Sequence[Check]] = SimpleQueue()

    def make() -> None:
        try:
            made = task.check()
        except Exception as error:  # noqa: BLE001 - whatever is broken is what the report is for
            made = Check(task.name, ok=False, text=f"this check failed: {_place(error)}", code=FAILED, stops=task.stops)
        results.put([made] if isinstance(made, Check) else made)

    thread = threading.Thread(target=make, name=f"doctor {task.name}", daemon=True)
    try:
        thread.start()
    except RuntimeError:
        text = "this check failed: this login, or the machine, has run out of threads"
        return [Check(task.name, ok=False, text=text, code=FAILED, stops=task.stops)]
    try:
        return results.get(timeout=task.seconds)
    except Empty:
        text = f"not known: this was not over after {task.seconds:g} seconds"
        return [Check(task.name, ok=False, text=text, code=TOO_SLOW, stops=task.stops)]


def _place(error: Exception) -> str:
    """Names an error and where it happened. Its text is left out, because it may hold a secret."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    name = type(error).__name__
    if isinstance(error, ImportError) and error.name:
        name = f"{name} of {error.name}"
    if trace is None:
        return name
    return f"{name} at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
