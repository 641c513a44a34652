"""A till in a process of its own, which obeys commands, stops where a test wants it to, and can be killed."""

from __future__ import annotations

import logging
import multiprocessing
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self, cast

from desktop import paths
from desktop.domain.failures import HeldBack, JournalUnusable, Unwritten
from desktop.domain.redemption import Draft
from desktop.domain.validation import ValidationCode, ValidationMethod
from tests.faults.headless_till import FastClock, HeadlessTill, Hooks, press
from tests.faults.proxy import TIMEOUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from desktop.domain.settings import Settings

_PRELOADED = ["desktop.api.client", "desktop.store.journal", "phonenumbers", "tests.faults.till_process"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TillSpec:
    """Describes a till in a process.

    Attributes:
        settings: of the till.
        folder: of its journal.
        password: of the till.
        stops: places at which it stops, the first time, until `TillProcess.go_on`; for their names see
            `TillProcess.wait`.
        clock_offset: seconds by which the wall clock of the whole process is off.
        disk_full_at: one of the places: from there on the disk is full, until `TillProcess.make_room`.
    """

    settings: Settings
    folder: Path
    password: str = field(repr=False)
    stops: frozenset[str] = frozenset()
    clock_offset: float = 0.0
    disk_full_at: str = ""


class TillProcess:
    """A till in another process, as a test controls it.

    Args:
        spec: describes it.
        fresh: True to start a new interpreter. Otherwise it is forked from one that has imported everything, which is
            ten times as fast.
    """

    def __init__(self, spec: TillSpec, *, fresh: bool = False) -> None:
        context = _context(fresh=fresh)
        self._ours, theirs = context.Pipe()
        process = cast("Any", context).Process(target=_run, args=(theirs, spec), daemon=True)
        self._process: BaseProcess = process
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def redeem(self, wanted: Draft, code: str) -> None:
        """Has points redeemed. The till then reports `redeemed`, `refused` or another state.

        Args:
            wanted: what is asked for.
            code: the member's code; empty to skip it.
        """
        self._ours.send(("redeem", wanted, code))

    def make_room(self) -> None:
        """Makes room on the disk. The till then reports `room`."""
        self._ours.send(("room",))

    def settle(self) -> None:
        """Has everything settled. The till then reports `settled`."""
        self._ours.send(("settle",))

    def go_on(self) -> None:
        """Lets the till go on from the place where it stopped."""
        self._ours.send(("go on",))

    def wait(self, *names: str) -> str:
        """Waits until the till reports one of these names, or any. Returns the name.

        It reports the states of redemptions, and the places at which it stops: `counter.journal.begin after`,
        `settling.api.find_redemptions before`, `counter.journal.step lost before` and so on.
        """
        end = time.monotonic() + TIMEOUT
        reported: list[str] = []
        while self._ours.poll(max(0.0, end - time.monotonic())):
            try:
                name: str = self._ours.recv()
            except EOFError:
                raise RuntimeError(f"the till ended; it reported {reported}") from None
            reported.append(name)
            if not names or name in names:
                return name
        raise TimeoutError(f"nothing of {names}, but {reported}")

    def run_for(self, seconds: float) -> None:
        """Lets the till run for some seconds, or until it ends by itself."""
        self._process.join(seconds)

    def kill(self) -> None:
        """Kills the process with SIGKILL."""
        self._process.kill()
        self._process.join(TIMEOUT)
        self._ours.close()


def _context(*, fresh: bool) -> BaseContext:
    if fresh or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _run(reports: Connection, spec: TillSpec) -> None:
    """Runs in the process."""
    logging.disable(logging.WARNING)
    if spec.clock_offset:
        _set_clocks(spec.clock_offset)
    clock = FastClock()
    clock.offset = timedelta(seconds=spec.clock_offset)
    try:
        till = HeadlessTill(
            spec.settings,
            spec.folder,
            spec.password,
            clock=clock,
            hooks=Hooks(_stopping("counter.journal", reports, spec), _stopping("counter.api", reports, spec)),
            settling=Hooks(_stopping("settling.journal", reports, spec), _stopping("settling.api", reports, spec)),
        )
    except JournalUnusable as unusable:
        reports.send(f"unusable: {unusable.why.value}")
        return
    reports.send("ready")
    with till:
        while True:
            try:
                command = reports.recv()
            except EOFError:
                return
            reports.send(_obey(till, command))


def _obey(till: HeadlessTill, command: tuple[Any, ...]) -> str:
    try:
        match command:
            case ("room",):
                _unlimit_files()
                return "room"
            case ("settle",):
                till.settle()
                return "settled"
            case (_, Draft() as wanted, str(code)):
                return _redeem(till, wanted, code)
            case _:
                raise ValueError(command)
    except Unwritten as unwritten:
        return f"unwritten: {unwritten.attempt.state.value}"
    except JournalUnusable as unusable:
        return f"unusable: {unusable.why.value}"
    except HeldBack as held:
        return f"held: {held.why.value}"


def _redeem(till: HeadlessTill, wanted: Draft, code: str) -> str:
    if not code:
        wanted = replace(wanted, validation=ValidationMethod.SKIPPED)
    attempt = press(till.counter, wanted, ValidationCode(code) if code else None)
    till.watch(attempt)
    return attempt.state.value


def _stopping(prefix: str, reports: Connection, spec: TillSpec) -> Callable[[str, bool, tuple[Any, ...]], None]:
    stopped = set()

    def stop(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        step = f" {arguments[1].value}" if name == "step" else ""
        place = f"{prefix}.{name}{step} {'after' if done else 'before'}"
        if place not in spec.stops or place in stopped:
            return
        stopped.add(place)
        if place == spec.disk_full_at:
            _limit_files(paths.journal(spec.folder))
        reports.send(place)
        reports.recv()

    return stop


def _set_clocks(offset: float) -> None:
    """Sets the time that Python returns in this process."""
    machine = time.time
    time.time = lambda: machine() + offset


def _limit_files(journal: Path) -> None:
    """Makes the disk full: from now on, no file of this process can grow beyond the journal's newest one."""
    if sys.platform != "win32":
        import resource

        size = journal.with_name(journal.name + "-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _unlimit_files() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
