"""Owns tills without a window for tests: the real services behind one, with a clock that runs fast and can be set."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Self, cast

from desktop import paths
from desktop.domain.failures import Held, HeldBack
from desktop.flow.background_till import BackgroundTill
from desktop.flow.clock import SystemClock
from desktop.flow.till import Till
from desktop.services import Services
from desktop.texts import load_catalogue
from tests.faults.proxy import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt, Draft
    from desktop.domain.settings import Settings
    from desktop.domain.validation import ValidationCode
    from desktop.flow.ports import Clock, Journal, LoyaltyApi
    from desktop.flow.settling.settler import Progress

    Hook = Callable[[str, bool, tuple[Any, ...]], None]

_OFTEN = 0.005
"""Seconds between two glances of the thread that settles; the counter waits for none of them."""


class QuickClock(SystemClock):
    """A till's clock that runs many times as fast as the machine's, and whose wall clock can be set.

    Args:
        times: how many times as fast.

    Attributes:
        offset: what the wall clock is wrong by.
    """

    def __init__(self, times: float = 60.0) -> None:
        super().__init__()
        self.offset = timedelta(0)
        self._times = times

    def now(self) -> datetime:
        """The wall clock as it was set."""
        return datetime.now(UTC).astimezone() + self.offset

    def monotonic(self) -> float:
        """Seconds of this clock, which only go forward."""
        return time.monotonic() * self._times

    def wait(self, seconds: float) -> bool:
        """Waits so many seconds of this clock."""
        return super().wait(seconds / self._times)


class Watched:
    """Anything, with a hook that is told before and after each call of its methods; the hook may raise."""

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
    """Who is told of the calls that a till makes; None for nobody.

    Attributes:
        journal: of the journal's methods.
        api: of the service's.
    """

    def __init__(self, journal: Hook | None = None, api: Hook | None = None) -> None:
        self.journal = journal
        self.api = api

    def around_journal(self, journal: Journal) -> Journal:
        """The journal, watched."""
        return journal if self.journal is None else cast("Journal", Watched(journal, self.journal))

    def around_api(self, api: LoyaltyApi) -> LoyaltyApi:
        """The service, watched."""
        return api if self.api is None else cast("LoyaltyApi", Watched(api, self.api))


def press(till: Till, wanted: Draft, code: ValidationCode | None) -> Attempt:
    """What a cashier does who knows what is asked: goes on past another bill of the same member.

    Raises:
        HeldBack: because of the same bill.
        Failure: as `Till.redeem`.
    """
    try:
        return till.redeem(wanted, code)
    except HeldBack as held:
        if held.why is not Held.SAME_MEMBER:
            raise
        return till.redeem(wanted, code, confirmed=True)


class TillAtWork:
    """A till without a window: everything that is behind one, on one journal, from its start to its end or its death.

    Settling is done by whoever calls `settle` or `look`, or by a thread beside, as in the window.
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
        beside: bool = False,
    ) -> None:
        """Starts: what was under way at the last end is unknown now, and what is unsettled is taken up.

        Args:
            settings: address, till, time limits.
            folder: of the journal.
            password: of the till.
            clock: None for a quick one.
            hooks: told of what the counter does.
            settling: told of what settling does.
            beside: whether settling has a thread of its own.
        """
        self.path = paths.journal(folder)
        self.clock = clock or QuickClock()
        self.services = Services(
            settings,
            {"POINTS_TILL_PASSWORD": password},
            config=folder,
            data=folder,
            training=False,
            lock=None,
        )
        self._settings = settings
        self._settling = settling or Hooks()
        self._raw: list[Any] = []
        self._beside: _Beside | None = None
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
            if beside:
                self._beside = _Beside(self)
            else:
                self.desk = self.open_desk(self._raw)
                self.desk.resume()
        except BaseException:
            self.die()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.die()

    def open_desk(self, raw: list[Any]) -> BackgroundTill:
        """A settling desk on this till's clock, for the thread that asks; `raw` takes what has to be closed."""
        made = self.services.open_settling()
        raw += [made.api, made.journal]
        hooks = self._settling
        return BackgroundTill(
            hooks.around_api(made.api), hooks.around_journal(made.journal), self.clock, self._settings
        )

    def watch(self, attempt: Attempt) -> None:
        """Hands an attempt to settling, as the window does."""
        if self._beside is None:
            self.desk.settler.watch(attempt)
        else:
            self._beside.watch(attempt)

    def settle(self, within: float = 0.0) -> None:
        """Looks, or waits for the thread that looks, until nothing is unknown; gives up when `PATIENCE` is over.

        Args:
            within: seconds of the till's clock; whatever is due by then is looked at too.
        """
        end = time.monotonic() + PATIENCE
        if self._beside is not None:
            self._beside.settle(end)
            return
        settler = self.desk.settler
        while settler.unknown() or _is_due(settler.next_due(), within):
            if time.monotonic() > end:
                raise TimeoutError("settling did not come to an end")
            self.clock.wait(settler.next_due() or 0.0)
            settler.look_once()

    def look(self) -> Progress | None:
        """The next look, as soon as it is due."""
        self.clock.wait(self.desk.settler.next_due() or 0.0)
        return self.desk.settler.look_once()

    def now_of(self, attempt: Attempt) -> Attempt:
        """An attempt as the journal has it by now."""
        found: Attempt | None = self._raw[1].get(attempt.reference)
        if found is None:
            raise KeyError(attempt.reference)
        return found

    def die(self) -> None:
        """Gives everything back without another word to service or journal, as far as one process can do that."""
        raw, self._raw = self._raw, []
        self.services.interrupt()
        if self._beside is not None:
            self._beside.end()
        for one in raw:
            one.close()
        self.services.close()


class _Beside:
    """The thread that settles while the counter goes on."""

    def __init__(self, till: TillAtWork) -> None:
        self._till = till
        self._asked: SimpleQueue[Attempt] = SimpleQueue()
        self._over = threading.Event()
        self._idle = threading.Event()
        self._trouble: BaseException | None = None
        self._opened = threading.Event()
        self._thread = threading.Thread(target=self._run, name="settling-beside", daemon=True)
        self._thread.start()
        if not self._opened.wait(PATIENCE):
            raise TimeoutError("settling has not begun")

    def watch(self, attempt: Attempt) -> None:
        self._idle.clear()
        self._asked.put(attempt)

    def settle(self, end: float) -> None:
        if not self._idle.wait(max(0.0, end - time.monotonic())) and self._trouble is None:
            raise TimeoutError("settling did not come to an end")
        if self._trouble is not None:
            raise self._trouble

    def end(self) -> None:
        self._over.set()
        self._thread.join(PATIENCE)
        if self._trouble is not None:
            raise self._trouble

    def _run(self) -> None:
        raw: list[Any] = []
        try:
            desk = self._till.open_desk(raw)
            desk.resume()
            self._opened.set()
            while not self._over.is_set():
                self._once(desk)
        except BaseException as error:  # noqa: BLE001 - told to the thread that waits for this one
            self._trouble = error
            self._idle.set()
            self._opened.set()
        finally:
            for one in raw:
                one.close()

    def _once(self, desk: BackgroundTill) -> None:
        try:
            desk.settler.watch(self._asked.get(timeout=_OFTEN))
        except Empty:
            if not desk.settler.unknown() and not _is_due(desk.settler.next_due(), 0.0) and self._asked.empty():
                self._idle.set()
        desk.settler.look_once()


def _is_due(seconds: float | None, within: float) -> bool:
    return seconds is not None and seconds <= within
