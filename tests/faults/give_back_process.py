"""Runs a till in a process of its own, which gives points back until it is killed at a place that the test names."""

from __future__ import annotations

import logging
import multiprocessing
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self, cast

from desktop.domain.failures import Failure
from desktop.domain.points import Points
from tests.faults.headless_till import FastClock, HeadlessTill, Hooks
from tests.faults.proxy import TIMEOUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from tests.faults.harness import Harness

_PRELOADED = ["desktop.api.client", "desktop.store.journal", "tests.faults.give_back_process"]


class GiveBackProcess:
    """A till in another process, as the test sees it. It gives points back and settles, each as the test asks."""

    def __init__(self, harness: Harness, stop: str = "", *, folder: Path | None = None) -> None:
        """Starts the till.

        Args:
            harness: whose till it is.
            stop: where it waits to be killed: `counter.api.reverse before` and so on.
            folder: of its journal; None for the harness's own till.
        """
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload(_PRELOADED)
        self._ours, theirs = context.Pipe()
        arguments = (theirs, harness.settings, folder or harness.data(), harness.service.password, stop)
        process = cast("Any", context).Process(target=_live, args=arguments, daemon=True)
        self._process: BaseProcess = process
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join(TIMEOUT)
        self._ours.close()

    def give_back(self, reference: str, points: str) -> None:
        """Has points given back."""
        self._ours.send(("give back", reference, points))

    def settle(self) -> None:
        """Has every unknown reversal settled."""
        self._ours.send(("settle", "", ""))

    def wait(self, name: str) -> None:
        """Waits until the till stands at a place, or has come to an end with this name."""
        assert self._ours.poll(TIMEOUT), f"{name} never came"
        assert self._ours.recv() == name

    def wait_for_any(self) -> str:
        """Waits until the till stands at its place, or has come to an end. Returns the name."""
        assert self._ours.poll(TIMEOUT), "nothing came"
        name: str = self._ours.recv()
        return name


def _live(told: Connection, *work: Any) -> None:  # noqa: ANN401 - handed over by the process
    settings, folder, password, stop = work
    logging.disable(logging.WARNING)
    hooks = [_stopping(f"{who}.{what}", told, stop) for who in ("counter", "settling") for what in ("journal", "api")]
    till = HeadlessTill(
        settings, folder, password, clock=FastClock(), hooks=Hooks(*hooks[:2]), settling=Hooks(*hooks[2:])
    )
    told.send("ready")
    with till:
        while True:
            try:
                command, reference, points = told.recv()
            except EOFError:
                return
            if command == "settle":
                settle(till)
                told.send("settled")
                continue
            try:
                reversal = till.counter.give_back(reference, Points(Decimal(points)), "Item returned")
            except Failure as failure:
                told.send(failure.support)
                continue
            till.background.reversal_settler.watch(reversal)
            told.send(reversal.state.value)


def settle(till: HeadlessTill) -> None:
    """Looks until no reversal is unknown."""
    settler = till.background.reversal_settler
    while settler.unknown():
        till.clock.wait(settler.next_due() or 0.0)
        settler.look_once()


def _stopping(prefix: str, told: Connection, stop: str) -> Callable[[str, bool, tuple[Any, ...]], None]:
    def hook(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
        step = f" {arguments[1].value}" if name == "step_reversal" else ""
        place = f"{prefix}.{name}{step} {'after' if done else 'before'}"
        if place == stop:
            told.send(place)
            # The test kills the process here.
            told.recv()

    return hook
