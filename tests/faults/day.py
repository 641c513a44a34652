"""Owns a day of the soak: a few tills that redeem bill after bill through random courses, and how it ends."""

from __future__ import annotations

import random
import tempfile
import threading
import time
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.failures import Held, HeldBack
from desktop.domain.redemption import Attempt, State
from desktop.domain.validation import ValidationCode, ValidationMethod
from desktop.training.service import PracticeService
from tests.faults import audit
from tests.faults.faults import LOOK_UP, MEMBER, REDEEM
from tests.faults.menu import Course, draw
from tests.faults.shop import RICH, Shop, draft
from tests.faults.tally import Tally
from tests.faults.till_process import TillProcess, Work
from tests.faults.tills import Hooks, QuickClock, TillAtWork, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Draft

TILLS = 10
PER_TILL = 20
PER_DAY = TILLS * PER_TILL

_LIMITS: dict[str, Any] = {"read_timeout": 0.4, "connect_timeout": 0.5, "settle_after": 3.0, "look_again_after": 20.0}
_STUMBLES = 0.2
_STUMBLE = 0.02
"""How often, and for how many seconds at most, a thread of a till with two is held up."""

_MEMBERS = (("919777788221", ""), ("919876543004", "1044"), ("919876543007", ""), ("919876543008", "973"))
"""The member whom each till serves most, and in which program."""


class Died(BaseException):
    """The till is no more; nothing of the program may catch it."""


class TillDay:
    """One till's day: everything that its cashier, its network and its power do is drawn from the seed."""

    def __init__(self, shop: Shop, number: int, drawn: random.Random) -> None:
        self.shop = shop
        self.tally = Tally()
        self.kinds: dict[str, str] = {}
        self._name = f"till-{number}"
        self._member = _MEMBERS[number % len(_MEMBERS)]
        self._drawn = drawn
        self._beside = drawn.random() < 0.4
        self._clock = QuickClock()
        self._doom = ""
        self._jitter = random.Random(drawn.random())
        self._till: TillAtWork

    def run(self, count: int) -> None:
        """So many redemptions, and then everything that is left over is found out; all of it in one thread."""
        self._till = self._start()
        try:
            self._work(count)
        finally:
            self._till.die()

    def _work(self, count: int) -> None:
        for number in range(count):
            kind, course = draw(self._drawn)
            wanted = self._draw_draft(number)
            self.kinds[wanted.bill] = kind
            self.tally.rows[kind].redemptions += 1
            try:
                self._redeem(kind, wanted, course)
            except Exception as error:  # noqa: BLE001 - whatever the program does not expect is a finding
                self.tally.object_to(kind, f"{wanted.bill}: {type(error).__name__}: {error}")
            self._go_on()
        self.shop.proxy.clear()
        self.shop.proxy.deliver()
        self._beside = False
        self._restart()
        # A start spreads the looks for what was taken for absent, two seconds between each and the next.
        self._till.settle(within=2.0 * count)

    def _redeem(self, kind: str, wanted: Draft, course: Course) -> None:
        proxy = self.shop.proxy
        # Each course by itself: what is left over of the last one would be counted with this one.
        proxy.clear()
        for path, faults in ((REDEEM, course.redeem), (LOOK_UP, course.look_up), (MEMBER, course.member)):
            proxy.plan(*faults, path=path)
        if course.drops or course.offline:
            proxy.drop_connections()
        if course.offline:
            proxy.go_offline()
        self._clock.offset = timedelta(seconds=course.clock)
        try:
            if course.killed_at or course.full_at:
                self._redeem_in_process(wanted, course)
            else:
                self._redeem_here(kind, wanted, course)
        finally:
            self._doom = ""
            proxy.go_online()

    def _redeem_here(self, kind: str, wanted: Draft, course: Course) -> None:
        if course.races:
            wanted = replace(wanted, validation=ValidationMethod.SKIPPED)
        attempt = self._press(kind, wanted, wrong=course.wrong_code, dies_at=course.dies_at)
        if course.races and attempt is not None:
            self._race(kind, wanted, attempt)
            return
        self.shop.proxy.go_online()
        self._perhaps_deliver()
        if attempt is None:
            return
        if attempt.state is State.UNKNOWN:
            self._assert_locked(kind, wanted)
        if course.dies_at.startswith("settling") and not self._beside:
            self._die_settling(course.dies_at)
        elif self._drawn.random() < 0.5:
            self._till.settle()
        for _ in range(2):
            self._perhaps_deliver()
            state = self._till.now_of(attempt).state
            if state in {State.REDEEMED, State.UNKNOWN} or self._drawn.random() < 0.3:
                break
            attempt = self._press(kind, wanted) or attempt

    def _press(self, kind: str, wanted: Draft, *, wrong: bool = False, dies_at: str = "") -> Attempt | None:
        """Presses Redeem; None where the till died, or had a reason not to."""
        self._doom = dies_at if dies_at.startswith("counter") else ""
        code: ValidationCode | None = ValidationCode("WRONG1")
        if not wrong:
            code = None if wanted.validation is ValidationMethod.SKIPPED else self.shop.code(wanted)
        try:
            attempt = press(self._till.counter, wanted, code)
        except Died:
            self._restart()
            return None
        except HeldBack as held:
            if held.why in {Held.SAME_BILL_REDEEMED, Held.UNSEEN} or self._beside:
                return None
            raise
        self._doom = ""
        self._assert_true(kind, attempt)
        self._till.watch(attempt)
        return attempt

    def _assert_true(self, kind: str, attempt: Attempt) -> None:
        """What the cashier is told at once is true at once."""
        moved = self.shop.moved(attempt)
        told = {State.REDEEMED: 1, State.REFUSED: 0, State.NOT_SENT: moved if attempt.doubtful else 0}
        if told.get(attempt.state, moved) != moved:
            self.tally.object_to(kind, f"{attempt.reference}: told {attempt.state.value}, and moved {moved} times")

    def _assert_locked(self, kind: str, wanted: Draft) -> None:
        """A bill whose outcome is not known cannot be redeemed, whatever the cashier confirms."""
        if self._beside:
            return
        try:
            self._till.counter.redeem(wanted, self.shop.code(wanted), confirmed=True)
        except HeldBack as held:
            if held.why is Held.SAME_BILL:
                return
        self.tally.object_to(kind, f"{wanted.bill}: was not locked while its outcome was unknown")

    def _race(self, kind: str, wanted: Draft, lost: Attempt) -> None:
        """The lost request arrives once it was taken for absent, and is found while the cashier tries again."""
        self._till.settle()
        if self._till.now_of(lost).state is State.NOT_APPLIED:
            self.shop.proxy.deliver()
            self._beside = True
            self._restart()
            self._press(kind, wanted)

    def _die_settling(self, place: str) -> None:
        self._doom = place
        try:
            self._till.settle()
        except Died:
            self._restart()

    def _redeem_in_process(self, wanted: Draft, course: Course) -> None:
        """The same in a process of its own, which is killed."""
        place = course.killed_at or course.full_at
        work = Work(
            settings=self.shop.settings,
            folder=self.shop.data(self._name),
            password=self.shop.service.password,
            stops=frozenset({place}),
            full_at=course.full_at,
            clock_offset=course.clock,
        )
        self._till.die()
        try:
            with TillProcess(work) as process:
                process.wait("ready")
                skipped = wanted.validation is ValidationMethod.SKIPPED
                process.redeem(wanted, "" if skipped else self.shop.code(wanted).secret)
                if place == "any time":
                    process.run_for(self._drawn.expovariate(1 / 0.06))
                    return
                told = process.wait()
                if place.startswith("settling"):
                    process.settle()
                    process.wait()
                elif course.full_at and told == place:
                    process.go_on()
                    process.wait()
        finally:
            self._till = self._start()

    def _go_on(self) -> None:
        """What happens between two customers: late requests arrive, it is settled, the till is started again."""
        self._perhaps_deliver()
        chance = self._drawn.random()
        if chance < 0.2:
            self._till.settle()
        elif chance < 0.35:
            self._restart()

    def _perhaps_deliver(self) -> None:
        if self._drawn.random() < 0.3:
            self.shop.proxy.deliver()

    def _restart(self) -> None:
        self._doom = ""
        self._till.die()
        self._till = self._start()

    def _start(self) -> TillAtWork:
        return self.shop.till(
            self._name,
            clock=self._clock,
            beside=self._beside,
            hooks=Hooks(self._die_at("counter.journal"), self._die_at("counter.api")),
            settling=Hooks(self._die_at("settling.journal"), self._die_at("settling.api")),
        )

    def _die_at(self, prefix: str) -> Callable[[str, bool, tuple[Any, ...]], None]:
        def hook(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
            if self._beside and self._jitter.random() < _STUMBLES:
                # Two threads that always run as smoothly as here would never meet where they can.
                time.sleep(self._jitter.random() * _STUMBLE)
            step = f" {arguments[1].value}" if name == "step" else ""
            if self._doom == f"{prefix}.{name}{step} {'after' if done else 'before'}":
                raise Died

        return hook

    def _draw_draft(self, number: int) -> Draft:
        mobile, program = self._member if self._drawn.random() < 0.6 else (RICH, "")
        thousandths = self._drawn.choice((1000, self._drawn.randint(1, 2500)))
        points = str(Decimal(thousandths) / 1000)
        made = draft(f"{self._name}-{number:03}", points, mobile=mobile, program=program)
        # With a code, a request that arrives late often finds it used up; without one nothing stands in its way.
        skipped = self._drawn.random() < 0.5
        return replace(made, validation=ValidationMethod.SKIPPED) if skipped else made


def live(seed: int, number: int, count: int) -> Tally:
    """A whole day, of so many redemptions at its tills; the same numbers make the same day.

    What the tills do to each other is left to the threads: only the faults and the cashiers are drawn.
    """
    tally = Tally()
    service = PracticeService()
    with tempfile.TemporaryDirectory(prefix="points-till-soak-") as folder:
        days = []
        for till in range(min(TILLS, count)):
            shop = Shop(Path(folder), service=service, **_LIMITS)
            days.append(TillDay(shop, till, random.Random(f"{seed}/{number}/{till}")))
        threads = [
            threading.Thread(target=_live_one, args=(day, len(range(till, count, TILLS))))
            for till, day in enumerate(days)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        _take_stock(tally, service, days, number)
        for day in days:
            day.shop.close()
    service.stop()
    return tally


def _live_one(day: TillDay, count: int) -> None:
    try:
        day.run(count)
    except (Exception, Died) as error:  # noqa: BLE001 - whatever comes out here is a finding
        day.tally.object_to("the end of the day", f"{type(error).__name__}: {error}")


def _take_stock(tally: Tally, service: PracticeService, days: list[TillDay], number: int) -> None:
    """Compares everything, and counts it."""
    journals = {path for day in days for path in day.shop.journals}
    wrong = audit.disagreements(service, journals)
    for day in days:
        tally.add(day.tally)
        for path in day.shop.journals:
            for attempt in audit.attempts(path):
                kind = day.kinds[attempt.draft.bill]
                tally.rows[kind].count(event.what for event in audit.events(path, attempt.reference))
                for what in wrong.pop(attempt.reference, []):
                    tally.object_to(kind, f"day {number}, {attempt.draft.bill}, {attempt.reference}: {what}")
    for reference, said in wrong.items():
        tally.object_to("nobody's", f"day {number}, {reference}: {'; '.join(said)}")
