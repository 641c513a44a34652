"""Owns a shop for tests: a practice service, a fault proxy before it, and tills without a window that work through it."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from desktop.domain.failures import HeldBack
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from desktop.flow.clock import SystemClock
from desktop.flow.settling import SettlingDesk
from desktop.flow.till import Till
from desktop.services import JOURNAL, Services
from desktop.training.service import PracticeService
from tests.faults.audit import disagreements
from tests.faults.proxy import PATIENCE, FaultProxy

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.redemption import Attempt
    from desktop.flow.ports import Clock, Journal, LoyaltyApi
    from desktop.flow.settle import Progress

    Hook = Callable[[str, bool, tuple[Any, ...]], None]

RICH = "919876543003"
"""The sample member who has points for any number of redemptions."""


def draft(bill: str, points: str = "1", *, mobile: str = RICH, program: str = "") -> Draft:
    """What a cashier asks for."""
    return Draft(
        identifier=Identifier(IdentifierKind.MOBILE, mobile),
        points=Points(Decimal(points)),
        bill=bill,
        program_id=program,
    )


class QuickClock(SystemClock):
    """A till's clock that runs many times as fast as the machine's, and whose wall clock can be set.

    Args:
        times: how many times as fast.

    Attributes:
        offset: what the wall clock is wrong by.
    """

    def __init__(self, times: float = 30.0) -> None:
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


class TillAtWork:
    """A till without a window: everything that is behind one, on one journal, from its start to its end or its death."""

    def __init__(
        self,
        settings: Settings,
        folder: Path,
        password: str,
        *,
        clock: Clock | None = None,
        watch_journal: Hook | None = None,
        watch_api: Hook | None = None,
    ) -> None:
        """Starts: what was under way at the last end is unknown now, and what is unsettled is taken up.

        Args:
            settings: address, till, time limits.
            folder: of the journal.
            password: of the till.
            clock: None for a quick one.
            watch_journal: told of every call of the journal.
            watch_api: told of every call of the service.
        """
        self.path = folder / JOURNAL
        self.clock = clock or QuickClock()
        self.services = Services(
            settings,
            {"POINTS_TILL_PASSWORD": password},
            config=folder,
            data=folder,
            training=False,
            lock=None,
        )
        try:
            opened = self.services.open_counter()
            self._opened = [opened.api, opened.journal]
            settling = self.services.open_settling()
            self._opened += [settling.api, settling.journal]
        except BaseException:
            self.die()
            raise
        self.counter = Till(
            cast("LoyaltyApi", Watched(opened.api, watch_api)) if watch_api else opened.api,
            cast("Journal", Watched(opened.journal, watch_journal)) if watch_journal else opened.journal,
            self.clock,
            settings,
        )
        self.desk = SettlingDesk(
            cast("LoyaltyApi", Watched(settling.api, watch_api)) if watch_api else settling.api,
            cast("Journal", Watched(settling.journal, watch_journal)) if watch_journal else settling.journal,
            self.clock,
            settings,
        )
        self.left = self.desk.resume()

    def __enter__(self) -> TillAtWork:
        return self

    def __exit__(self, *_: object) -> None:
        self.die()

    def settle(self) -> None:
        """Looks until nothing is unknown and nothing is due; whoever is offline is asked until `PATIENCE` is over."""
        settler = self.desk.settler
        end = time.monotonic() + PATIENCE
        while settler.unknown() or settler.next_due() == 0:
            if time.monotonic() > end:
                raise TimeoutError("settling did not come to an end")
            self.clock.wait(settler.next_due() or 0.0)
            settler.look_once()

    def look(self) -> Progress | None:
        """The next look, as soon as it is due."""
        self.clock.wait(self.desk.settler.next_due() or 0.0)
        return self.desk.settler.look_once()

    def die(self) -> None:
        """Gives everything back without another word to service or journal, as far as one process can do that."""
        opened, self._opened = getattr(self, "_opened", []), []
        self.services.interrupt()
        for one in opened:
            one.close()
        self.services.close()


class Shop:
    """A service, a proxy, and where the tills keep their journals.

    Attributes:
        settings: what every till is started with, unless it is said otherwise.
    """

    def __init__(self, folder: Path, *, context: ssl.SSLContext | None = None, **settings: Any) -> None:  # noqa: ANN401
        self.folder = folder
        self.service = PracticeService()
        self.service.start()
        self.proxy = FaultProxy(int(self.service.url.rpartition(":")[2]), context=context)
        chosen: dict[str, Any] = {"read_timeout": 5.0, "connect_timeout": 2.0, "settle_after": 3.0} | settings
        self.settings = Settings(
            server=self.proxy.url, till=self.service.till, cashier="Ravi", requests_per_minute=100_000, **chosen
        )
        self.journals: list[Path] = []

    def till(self, name: str = "till", **options: Any) -> TillAtWork:  # noqa: ANN401 - of TillAtWork
        """Starts a till; the same name has the same journal."""
        folder = self.folder / name
        if folder / JOURNAL not in self.journals:
            self.journals.append(folder / JOURNAL)
        settings = options.pop("settings", self.settings)
        return TillAtWork(settings, folder, self.service.password, **options)

    def code(self, wanted: Draft) -> ValidationCode:
        """The code on the member's phone: sent now, without the till's help, or the same again while it is good."""
        return ValidationCode(self.service.calls.codes.issue(wanted.identifier.value)[0])

    def redeem(self, till: TillAtWork, wanted: Draft) -> Attempt:
        """What a cashier does who knows what is asked: goes on past another bill of the same member."""
        try:
            return till.counter.redeem(wanted, self.code(wanted))
        except HeldBack as held:
            if held.attempt.draft.bill == wanted.bill:
                raise
            return till.counter.redeem(wanted, self.code(wanted), confirmed=True)

    def moved(self, attempt: Attempt) -> int:
        """How often points moved for an attempt."""
        return sum(1 for one in self.service.ledger() if one.reference == attempt.reference)

    def disagreements(self, *, settled: bool = True) -> dict[str, list[str]]:
        """Between the ledger and every journal; see `audit.disagreements`."""
        return disagreements(self.service, self.journals, settled=settled)

    def close(self) -> None:
        """Ends proxy and service; says what went wrong in the proxy itself."""
        self.proxy.close()
        self.service.stop()
        if self.proxy.troubles:
            raise self.proxy.troubles[0]
