"""Owns a till in a process of its own, which does what it is told until it is killed, and says where it stands."""

from __future__ import annotations

import logging
import multiprocessing
import time
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self, cast

from desktop import paths
from desktop.domain.failures import HeldBack, JournalUnusable, Unwritten
from desktop.domain.redemption import Draft
from desktop.domain.validation import ValidationCode, ValidationMethod
from tests.faults.proxy import PATIENCE
from tests.faults.tills import Hooks, QuickClock, TillAtWork, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from desktop.domain.settings import Settings

_PRELOADED = ["desktop.api.client", "desktop.store.journal", "phonenumbers", "tests.faults.till_process"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a till in a process is to do, one thing after the other.

    Attributes:
        settings: of the till.
        folder: of its journal.
        password: of the till.
        stops: where it waits, the first time that it comes there, for the word to go on; the names are those of
            `TillProcess.wait`.
        clock_offset: seconds that its wall clock, and all of its process's, is wrong by.
        full_at: the place among them from which on the disk is full, until `make_room`.
    """

    settings: Settings
    folder: Path
    password: str = field(repr=False)
    stops: frozenset[str] = frozenset()
    clock_offset: float = 0.0
    full_at: str = ""


class TillProcess:
    """A till in another process, as the test sees it.

    Args:
        work: what it is.
        fresh: whether it is an interpreter of its own from the first line on; else it is split off one that has
            everything imported, which is ten times as fast and dies as well.
    """

    def __init__(self, work: Work, *, fresh: bool = False) -> None:
        context = _context(fresh=fresh)
        self._ours, theirs = context.Pipe()
        process = cast("Any", context).Process(target=_live, args=(theirs, work), daemon=True)
        self._process: BaseProcess = process
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def redeem(self, wanted: Draft, code: str) -> None:
        """Has points redeemed; what came of it is told as `redeemed`, `refused` and so on.

        Args:
            wanted: what is asked for.
            code: the member's code; empty where a supervisor skips it.
        """
        self._ours.send(("redeem", wanted, code))

    def make_room(self) -> None:
        """The disk is full no more; told as `room`."""
        self._ours.send(("room",))

    def settle(self) -> None:
        """Has everything settled; told as `settled`."""
        self._ours.send(("settle",))

    def go_on(self) -> None:
        """Lets it go on from where it stands."""
        self._ours.send(("go on",))

    def wait(self, *names: str) -> str:
        """Waits until it stands at one of these places, or has come to one of these ends; which one.

        Places are `counter.journal.begin after`, `settling.api.find_redemptions before`, `counter.journal.step lost
        before` and so on; they are told only where the till was told to stop there.
        """
        end = time.monotonic() + PATIENCE
        told: list[str] = []
        while self._ours.poll(max(0.0, end - time.monotonic())):
            try:
                name: str = self._ours.recv()
            except EOFError:
                raise RuntimeError(f"the till ended; it told {told}") from None
            told.append(name)
            if not names or name in names:
                return name
        raise TimeoutError(f"nothing of {names}, but {told}")

    def run_for(self, seconds: float) -> None:
        """Lets it run, and returns earlier where it ends by itself."""
        self._process.join(seconds)

    def kill(self) -> None:
        """SIGKILL, and nothing that it could do about it."""
        self._process.kill()
        self._process.join(PATIENCE)
        self._ours.close()


def _context(*, fresh: bool) -> BaseContext:
    if fresh or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _live(told: Connection, work: Work) -> None:
    """The life of the process."""
    logging.disable(logging.WARNING)
    if work.clock_offset:
        _set_clocks(work.clock_offset)
    clock = QuickClock()
    clock.offset = timedelta(seconds=work.clock_offset)
    try:
        till = TillAtWork(
            work.settings,
            work.folder,
            work.password,
            clock=clock,
            hooks=Hooks(_stopping("counter.journal", told, work), _stopping("counter.api", told, work)),
            settling=Hooks(_stopping("settling.journal", told, work), _stopping("settling.api", told, work)),
        )
    except JournalUnusable as unusable:
        told.send(f"unusable: {unusable.why.value}")
        return
    told.send("ready")
    with till:
        while True:
            try:
                command = told.recv()
            except EOFError:
                return
            told.send(_obey(till, command))


def _obey(till: TillAtWork, command: tuple[Any, ...]) -> str:
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


def _redeem(till: TillAtWork, wanted: Draft, code: str) -> str:
    if not code:
        wanted = replace(wanted, validation=ValidationMethod.SKIPPED)
    attempt = press(till.counter, wanted, ValidationCode(code) if code else None)
    till.watch(attempt)
    return attempt.state.value


def _stopping(prefix: str, told: Connection, work: Work) -> Callable[[str, bool, tuple[Any, ...]], None]:
    stopped = set()

    def stop(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        step = f" {arguments[1].value}" if name == "step" else ""
        place = f"{prefix}.{name}{step} {'after' if done else 'before'}"
        if place not in work.stops or place in stopped:
            return
        stopped.add(place)
        if place == work.full_at:
            _limit_files(paths.journal(work.folder))
        told.send(place)
        told.recv()

    return stop


def _set_clocks(offset: float) -> None:
    """Sets what this process takes for the time, as far as it asks Python."""
    machine = time.time
    time.time = lambda: machine() + offset


def _limit_files(journal: Path) -> None:
    """The disk is full from now on: no file of this process grows beyond what the journal's newest one has."""
    import resource

    size = journal.with_name(journal.name + "-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _unlimit_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
