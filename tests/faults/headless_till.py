"""A till without a window: the real services behind it, and a fast clock that tests can set."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Self, cast

from desktop import paths
from desktop.domain.failures import Held, HeldBack
from desktop.domain.reversal import Reversal
from desktop.flow.background_till import BackgroundTill
from desktop.flow.clock import SystemClock
from desktop.flow.till import Till
from desktop.services import Services
from desktop.store.secrets import KEY_NAME, SECRET_NAME
from desktop.texts import load_catalogue
from desktop.training.tokens import CLIENT
from tests.faults.proxy import TIMEOUT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode
    from desktop.flow.ports import Clock, Journal, LoyaltyApi
    from desktop.flow.settling.settler import Progress

    Hook = Callable[[str, bool, tuple[Any, ...]], None]

_POLL = 0.005
"""Seconds that the settling thread waits for a new attempt before it checks whether a look-up is due."""


class FastClock(SystemClock):
    """A clock that runs many times as fast as the machine's. Its wall clock can be set.

    Args:
        times: how many times as fast.

    Attributes:
        offset: how far the wall clock is off.
    """

    def __init__(self, times: float = 60.0) -> None:
        super().__init__()
        self.offset = timedelta(0)
        self._times = times

    def now(self) -> datetime:
        """Returns the time of the wall clock as it was set."""
        return datetime.now(UTC).astimezone() + self.offset

    def monotonic(self) -> float:
        """Returns seconds of this clock. They only go forward."""
        return time.monotonic() * self._times

    def wait(self, seconds: float) -> bool:
        """Waits for so many seconds of this clock."""
        return super().wait(seconds / self._times)


class Hooked:
    """Wraps any object, and calls a hook before and after each call of its methods. The hook may raise."""

    def __init__(self, inner: object, hook: Hook) -> None:
        self._inner = inner
        self._hook = hook

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever stands there
        found = getattr(self._inner, name)
        if not callable(found):
            return found

        def call(*args: Any, **named: Any) -> Any:  # noqa: ANN401 - handed on as it came
            self._hook(name, False, args)
            result = found(*args, **named)
            self._hook(name, True, args)
            return result

        return call


class Hooks:
    """Functions that are called before and after the calls of a till.

    Attributes:
        journal: for the journal's methods; None for none.
        api: for the service's methods; None for none.
    """

    def __init__(self, journal: Hook | None = None, api: Hook | None = None) -> None:
        self.journal = journal
        self.api = api

    def around_journal(self, journal: Journal) -> Journal:
        """Returns the journal with its hook."""
        return journal if self.journal is None else cast("Journal", Hooked(journal, self.journal))

    def around_api(self, api: LoyaltyApi) -> LoyaltyApi:
        """Returns the service with its hook."""
        return api if self.api is None else cast("LoyaltyApi", Hooked(api, self.api))


def press(till: Till, wanted: Draft, code: ValidationCode | None) -> Attempt:
    """Redeems, and goes on if the till asks about another bill of the same member.

    Raises:
        HeldBack: for another reason.
        Failure: as `Till.redeem`.
    """
    try:
        return till.redeem(wanted, code)
    except HeldBack as held:
        if held.why is not Held.SAME_MEMBER:
            raise
        return till.redeem(wanted, code, confirmed=True)


class HeadlessTill:
    """A till without a window, on one journal, from its start to its end.

    Look-ups are made by `settle` and `look`, or on a thread of their own, as in the window.
    """

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        password: str,
        *,
        clock: Clock | None = None,
        hooks: Hooks | None = None,
        settling: Hooks | None = None,
        settles_in_thread: bool = False,
    ) -> None:
        """Starts. Attempts in flight at the last end become unknown, and settling takes up every unsettled one.

        Args:
            settings: address, till, time limits.
            folder: of the journal.
            password: of the till. A till that signs in with key and secret has those of the practice service.
            clock: None for a fast one.
            hooks: for the calls of the counter.
            settling: for the calls of settling.
            settles_in_thread: True to settle on a thread of its own.
        """
        self.path = paths.journal(folder)
        self.clock = clock or FastClock()
        self.services = Services(
            settings,
            {"POINTS_TILL_PASSWORD": password, KEY_NAME: CLIENT.key, SECRET_NAME: CLIENT.secret},
            config=folder,
            data=folder,
            training=False,
            lock=None,
        )
        self._settings = settings
        self._settling = settling or Hooks()
        self._raw: list[Any] = []
        self._settling_thread: _SettlingThread | None = None
        hooks = hooks or Hooks()
        try:
            opened = self.services.open_counter()
            self._raw += [opened.api, opened.journal]
            self.counter = Till(
                hooks.around_api(opened.api),
                hooks.around_journal(opened.journal),
                self.clock,
                settings,
                load_catalogue(),
            )
            if settles_in_thread:
                self._settling_thread = _SettlingThread(self)
            else:
                self.background = self.open_background(self._raw)
                self.background.resume()
        except BaseException:
            self.kill()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def open_background(self, raw: list[Any]) -> BackgroundTill:
        """Opens settling for the calling thread, on this till's clock. Adds what must be closed to `raw`."""
        made = self.services.open_settling()
        raw += [made.api, made.journal]
        hooks = self._settling
        return BackgroundTill(
            hooks.around_api(made.api), hooks.around_journal(made.journal), self.clock, self._settings
        )

    def watch(self, attempt: Attempt) -> None:
        """Has an attempt settled, as the window does."""
        if self._settling_thread is None:
            self.background.settler.watch(attempt)
        else:
            self._settling_thread.watch(attempt)

    def watch_reversal(self, reversal: Reversal) -> None:
        """Has a reversal settled, as the window does."""
        if self._settling_thread is None:
            self.background.watch_reversal(reversal)
        else:
            self._settling_thread.watch(reversal)

    def settle(self, within: float = 0.0) -> None:
        """Makes look-ups, or waits for the settling thread, until nothing is unknown.

        Args:
            within: seconds of the till's clock. Rechecks that are due by then are made too.

        Raises:
            TimeoutError: something is still unknown after `TIMEOUT`.
        """
        end = time.monotonic() + TIMEOUT
        if self._settling_thread is not None:
            self._settling_thread.settle(end)
            return
        while _is_unsettled(self.background) or _is_due(next_due(self.background), within):
            if time.monotonic() > end:
                raise TimeoutError("settling did not come to an end")
            self.clock.wait(next_due(self.background) or 0.0)
            self.background.look_once()

    def look(self) -> Progress | None:
        """Makes the next look-up as soon as it is due."""
        self.clock.wait(self.background.settler.next_due() or 0.0)
        return self.background.settler.look_once()

    def stored_reversals(self, reference: str) -> tuple[Reversal, ...]:
        """Returns the reversals of a redemption as the journal has them now."""
        found: tuple[Reversal, ...] = self._raw[1].reversals_of(reference)
        return found

    def stored(self, attempt: Attempt) -> Attempt:
        """Returns an attempt as the journal has it now."""
        found: Attempt | None = self._raw[1].get(attempt.reference)
        if found is None:
            raise KeyError(attempt.reference)
        return found

    def kill(self) -> None:
        """Closes everything without another request or record, as nearly like a crash as one process can do."""
        raw, self._raw = self._raw, []
        self.services.interrupt()
        if self._settling_thread is not None:
            self._settling_thread.end()
        for one in raw:
            one.close()
        self.services.close()


class _SettlingThread:
    """The thread that settles while the counter goes on working."""

    def __init__(self, till: HeadlessTill) -> None:
        self._till = till
        self._asked: SimpleQueue[Attempt | Reversal] = SimpleQueue()
        self._stopping = threading.Event()
        self._idle = threading.Event()
        self._error: BaseException | None = None
        self._opened = threading.Event()
        self._thread = threading.Thread(target=self._run, name="settling", daemon=True)
        self._thread.start()
        if not self._opened.wait(TIMEOUT):
            raise TimeoutError("settling has not begun")

    def watch(self, what: Attempt | Reversal) -> None:
        self._idle.clear()
        self._asked.put(what)

    def settle(self, end: float) -> None:
        if not self._idle.wait(max(0.0, end - time.monotonic())) and self._error is None:
            raise TimeoutError("settling did not come to an end")
        if self._error is not None:
            raise self._error

    def end(self) -> None:
        self._stopping.set()
        self._thread.join(TIMEOUT)
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        raw: list[Any] = []
        try:
            background = self._till.open_background(raw)
            background.resume()
            self._opened.set()
            while not self._stopping.is_set():
                self._once(background)
        except BaseException as error:  # noqa: BLE001 - raised in the thread that waits for this one
            self._error = error
            self._idle.set()
            self._opened.set()
        finally:
            for one in raw:
                one.close()

    def _once(self, background: BackgroundTill) -> None:
        try:
            what = self._asked.get(timeout=_POLL)
        except Empty:
            is_due = _is_due(next_due(background), 0.0)
            if not _is_unsettled(background) and not is_due and self._asked.empty():
                self._idle.set()
        else:
            if isinstance(what, Reversal):
                background.watch_reversal(what)
            else:
                background.watch(what)
        background.look_once()


def next_due(background: BackgroundTill) -> float | None:
    """Returns the seconds until the next look-up; None if there is none."""
    both = (background.settler.next_due(), background.reversal_settler.next_due())
    return min((one for one in both if one is not None), default=None)


def _is_unsettled(background: BackgroundTill) -> bool:
    return bool(background.settler.unknown() or background.reversal_settler.unknown())


def _is_due(seconds: float | None, within: float) -> bool:
    return seconds is not None and seconds <= within
