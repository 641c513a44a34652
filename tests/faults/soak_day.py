"""Runs one day of the soak: ten tills that redeem bill after bill in random scenarios, and the check at its end."""

from __future__ import annotations

import random
import tempfile
import threading
import time
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import paths
from desktop.domain.failures import Failure, Held, HeldBack
from desktop.domain.points import Points
from desktop.domain.redemption import Attempt, State
from desktop.domain.reversal import ReversalState
from desktop.domain.validation import ValidationCode, ValidationMethod
from desktop.training.service import PracticeService
from tests.faults import ledger_check
from tests.faults.back_scenarios import BACK_SCENARIOS, BackScenario, draw_back_scenario
from tests.faults.faults import LOOK_UP, MEMBER, NONE, REDEEM, REVERSE
from tests.faults.give_back_process import GiveBackProcess
from tests.faults.harness import RICH, Harness, draft
from tests.faults.headless_till import FastClock, HeadlessTill, Hooks, press
from tests.faults.scenarios import SCENARIOS, Scenario, draw_scenario
from tests.faults.till_process import TillProcess, TillSpec
from tests.outcome_report import Report, Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Draft

TILLS = 10
PER_TILL = 20
PER_DAY = TILLS * PER_TILL

DISAGREEMENT = "disagreements"
"""The fault that the soak counts."""

_LIMITS: dict[str, Any] = {
    "read_timeout": 0.4,
    "connect_timeout": 0.5,
    "settle_after": 3.0,
    "look_again_after": 20.0,
    # The policy lets every cashier redeem without a code.
    "code_from": Decimal(10**6),
}

_GIVEN_BACK = 0.4
"""The share of the redemptions of which points are given back."""

_DELAYED = 0.2
"""The share of the calls that are delayed if the till has two threads."""

_THOUSANDTH = Decimal("0.001")

_LONGEST_DELAY = 0.02
"""Seconds."""

_MEMBERS = (("919777788221", ""), ("919876543004", "1044"), ("919876543007", ""), ("919876543008", "973"))
"""The member whom each till serves most, and the program."""


def new_report() -> Report:
    """Returns an empty report of the soak."""
    return Report((*SCENARIOS, *BACK_SCENARIOS), [DISAGREEMENT])


def add_disagreement(report: Report, scenario: str, text: str) -> None:
    """Adds a disagreement to a report."""
    report.count(scenario, Row(faults=Counter({DISAGREEMENT: 1})))
    report.said.append(f"{scenario}: {text}")


class Crashed(BaseException):
    """The till has crashed. Nothing in the program may catch this."""


class SoakTill:
    """A till for a day. The seed decides what its cashier, its network and its power do.

    Attributes:
        harness: the service, shared with the other tills, and a proxy of its own.
        report: what happened.
        scenarios: the scenario of each bill, by name.
    """

    def __init__(self, harness: Harness, number: int, chance: random.Random) -> None:
        self.harness = harness
        self.report = new_report()
        self.scenarios: dict[str, str] = {}
        self._name = f"till-{number}"
        self._member = _MEMBERS[number % len(_MEMBERS)]
        self._chance = chance
        self._settles_in_thread = chance.random() < 0.4
        self._clock = FastClock()
        self._crash_at = ""
        self._delays = random.Random(chance.random())
        self._till: HeadlessTill

    def run(self, count: int) -> None:
        """Redeems so many times, and then settles what is left."""
        self._till = self._start()
        try:
            self._redeem_all(count)
        finally:
            self._till.kill()

    def _redeem_all(self, count: int) -> None:
        for number in range(count):
            name, scenario = draw_scenario(self._chance)
            wanted = self._make_draft(number)
            self.scenarios[wanted.bill] = name
            self.report.count(name, Row(count=1))
            try:
                self._redeem(name, wanted, scenario)
            except Exception as error:  # noqa: BLE001 - an exception that the program does not expect is a finding
                self._object(name, f"{wanted.bill}: {type(error).__name__}: {error}")
            self._perhaps_give_back(wanted)
            self._go_on()
        self.harness.proxy.clear()
        self.harness.proxy.deliver()
        self._settles_in_thread = False
        self._restart()
        # At a start, rechecks are spread two seconds apart.
        self._till.settle(within=2.0 * count)

    def _object(self, name: str, text: str) -> None:
        add_disagreement(self.report, name, text)

    def _redeem(self, name: str, wanted: Draft, scenario: Scenario) -> None:
        proxy = self.harness.proxy
        # Faults that the last scenario did not use must not count for this one.
        proxy.clear()
        for path, faults in ((REDEEM, scenario.redeem), (LOOK_UP, scenario.look_up), (MEMBER, scenario.member)):
            proxy.plan(*faults, path=path)
        if scenario.drops_connections or scenario.offline:
            proxy.drop_connections()
        if scenario.offline:
            proxy.go_offline()
        self._clock.offset = timedelta(seconds=scenario.clock_offset)
        try:
            if scenario.kill_at or scenario.disk_full_at:
                self._redeem_in_process(wanted, scenario)
            else:
                self._redeem_here(name, wanted, scenario)
        finally:
            self._crash_at = ""
            proxy.go_online()

    def _redeem_here(self, name: str, wanted: Draft, scenario: Scenario) -> None:
        if scenario.races_with_settling:
            wanted = replace(wanted, validation=ValidationMethod.SKIPPED)
        attempt = self._press(name, wanted, wrong=scenario.wrong_code, crash_at=scenario.crash_at)
        if scenario.races_with_settling and attempt is not None:
            self._race(name, wanted, attempt)
            return
        self.harness.proxy.go_online()
        self._perhaps_deliver()
        if attempt is None:
            return
        if attempt.state is State.UNKNOWN:
            self._check_locked(name, wanted)
        if scenario.crash_at.startswith("settling") and not self._settles_in_thread:
            self._crash_while_settling(scenario.crash_at)
        elif self._chance.random() < 0.5:
            self._till.settle()
        for _ in range(2):
            self._perhaps_deliver()
            state = self._till.stored(attempt).state
            if state in {State.REDEEMED, State.UNKNOWN} or self._chance.random() < 0.3:
                break
            attempt = self._press(name, wanted) or attempt

    def _press(self, name: str, wanted: Draft, *, wrong: bool = False, crash_at: str = "") -> Attempt | None:
        """Presses Redeem. Returns None if the till crashed or held the redemption back."""
        self._crash_at = crash_at if crash_at.startswith("counter") else ""
        code: ValidationCode | None = ValidationCode("WRONG1")
        if not wrong:
            code = None if wanted.validation is ValidationMethod.SKIPPED else self.harness.code(wanted)
        try:
            attempt = press(self._till.counter, wanted, code)
        except Crashed:
            self._restart()
            return None
        except HeldBack as held:
            if held.why in {Held.SAME_BILL_REDEEMED, Held.UNSEEN} or self._settles_in_thread:
                return None
            raise
        self._crash_at = ""
        self._check_answer(name, attempt)
        self._till.watch(attempt)
        return attempt

    def _check_answer(self, name: str, attempt: Attempt) -> None:
        """Checks that what the cashier is told at once is true at once."""
        moved = self.harness.moved(attempt)
        expected = {State.REDEEMED: 1, State.REFUSED: 0, State.NOT_SENT: moved if attempt.doubtful else 0}
        if expected.get(attempt.state, moved) != moved:
            self._object(name, f"{attempt.reference}: told {attempt.state.value}, and moved {moved} times")

    def _check_locked(self, name: str, wanted: Draft) -> None:
        """Checks that a bill with an unknown outcome cannot be redeemed, even if the cashier confirms."""
        if self._settles_in_thread:
            return
        try:
            self._till.counter.redeem(wanted, self.harness.code(wanted), confirmed=True)
        except HeldBack as held:
            if held.why is Held.SAME_BILL:
                return
        self._object(name, f"{wanted.bill}: was not locked while its outcome was unknown")

    def _race(self, name: str, wanted: Draft, lost: Attempt) -> None:
        """Delivers the lost request once it is recorded as absent, and tries again while settling may find it."""
        self._till.settle()
        if self._till.stored(lost).state is State.NOT_APPLIED:
            self.harness.proxy.deliver()
            self._settles_in_thread = True
            self._restart()
            self._press(name, wanted)

    def _crash_while_settling(self, place: str) -> None:
        self._crash_at = place
        try:
            self._till.settle()
        except Crashed:
            self._restart()

    def _redeem_in_process(self, wanted: Draft, scenario: Scenario) -> None:
        """Redeems in a process of its own, which is killed."""
        place = scenario.kill_at or scenario.disk_full_at
        spec = TillSpec(
            settings=self.harness.settings,
            folder=self.harness.data(self._name),
            password=self.harness.service.password,
            stops=frozenset({place}),
            disk_full_at=scenario.disk_full_at,
            clock_offset=scenario.clock_offset,
        )
        self._till.kill()
        try:
            with TillProcess(spec) as process:
                process.wait("ready")
                skipped = wanted.validation is ValidationMethod.SKIPPED
                process.redeem(wanted, "" if skipped else self.harness.code(wanted).secret)
                if place == "any time":
                    process.run_for(self._chance.expovariate(1 / 0.06))
                    return
                reached = process.wait()
                if place.startswith("settling"):
                    process.settle()
                    process.wait()
                elif scenario.disk_full_at and reached == place:
                    process.go_on()
                    process.wait()
        finally:
            self._till = self._start()

    def _perhaps_give_back(self, wanted: Draft) -> None:
        if self._chance.random() >= _GIVEN_BACK:
            return
        path = self.harness.data(self._name)
        redeemed = [one for one in ledger_check.attempts(paths.journal(path)) if one.draft.bill == wanted.bill]
        if not redeemed or redeemed[-1].state is not State.REDEEMED:
            return
        name, scenario = draw_back_scenario(self._chance)
        # Not in the total, which counts redemptions.
        self.report.rows[name].add(Row(count=1))
        try:
            self._give_back(redeemed[-1], scenario)
        except Exception as error:  # noqa: BLE001 - an exception that the program does not expect is a finding
            self._object(name, f"{wanted.bill}: {type(error).__name__}: {error}")
        finally:
            self._crash_at = ""
            self.harness.proxy.go_online()

    def _give_back(self, attempt: Attempt, scenario: BackScenario) -> None:
        """Gives points back in parts, and presses again for the first of them if it fails."""
        proxy = self.harness.proxy
        proxy.clear()
        proxy.plan(*scenario.reverse, path=REVERSE)
        if scenario.look_up:
            # The look-up before the first request shows the truth.
            proxy.plan(NONE, *scenario.look_up, path=LOOK_UP)
        if scenario.offline:
            proxy.go_offline()
        part = Points((attempt.moved / scenario.parts).quantize(_THOUSANDTH, ROUND_DOWN))
        if scenario.kill_at:
            self._give_back_in_process(attempt.reference, part, scenario.kill_at)
            return
        for number in range(scenario.parts + 1):
            self._crash_at = scenario.crash_at if scenario.crash_at.startswith("counter") else ""
            self._press_back(attempt.reference, part)
            proxy.go_online()
            self._perhaps_deliver()
            if scenario.crash_at.startswith("settling") and not self._settles_in_thread:
                self._crash_while_settling(scenario.crash_at)
            elif self._chance.random() < 0.5:
                self._till.settle()
            if number == 0 and all(
                one.state is not ReversalState.REVERSED for one in self._till.stored_reversals(attempt.reference)
            ):
                self._press_back(attempt.reference, part)

    def _press_back(self, reference: str, part: Points) -> None:
        try:
            reversal = self._till.counter.give_back(reference, part, "Item returned")
        except Crashed:
            self._restart()
            return
        except Failure:
            # Held back, nothing left, or no list: nothing was begun.
            return
        self._till.watch_reversal(reversal)

    def _give_back_in_process(self, reference: str, part: Points, place: str) -> None:
        """Gives points back in a process of its own, which is killed."""
        self._till.kill()
        try:
            with GiveBackProcess(self.harness, place, folder=self.harness.data(self._name)) as process:
                process.wait("ready")
                process.give_back(reference, part.wire)
                process.wait_for_any()
        finally:
            self._till = self._start()

    def _go_on(self) -> None:
        """Between two customers, late requests may arrive, and the till may settle or start again."""
        self._perhaps_deliver()
        number = self._chance.random()
        if number < 0.2:
            self._till.settle()
        elif number < 0.35:
            self._restart()

    def _perhaps_deliver(self) -> None:
        if self._chance.random() < 0.3:
            self.harness.proxy.deliver()

    def _restart(self) -> None:
        self._crash_at = ""
        self._till.kill()
        self._till = self._start()

    def _start(self) -> HeadlessTill:
        return self.harness.till(
            self._name,
            clock=self._clock,
            settles_in_thread=self._settles_in_thread,
            hooks=Hooks(self._crashing("counter.journal"), self._crashing("counter.api")),
            settling=Hooks(self._crashing("settling.journal"), self._crashing("settling.api")),
        )

    def _crashing(self, prefix: str) -> Callable[[str, bool, tuple[Any, ...]], None]:
        def hook(name: str, done: bool, arguments: tuple[Any, ...]) -> None:
            if self._settles_in_thread and self._delays.random() < _DELAYED:
                # Without delays, two threads would hardly ever meet in the places where they can.
                time.sleep(self._delays.random() * _LONGEST_DELAY)
            step = f" {arguments[1].value}" if name in {"step", "step_reversal"} else ""
            if self._crash_at == f"{prefix}.{name}{step} {'after' if done else 'before'}":
                raise Crashed

        return hook

    def _make_draft(self, number: int) -> Draft:
        mobile, program = self._member if self._chance.random() < 0.6 else (RICH, "")
        thousandths = self._chance.choice((1000, self._chance.randint(1, 2500)))
        points = str(Decimal(thousandths) / 1000)
        made = draft(f"{self._name}-{number:03}", points, mobile=mobile, program=program)
        # A request that arrives late often finds its code used up. Without a code, nothing stops it.
        skipped = self._chance.random() < 0.5
        return replace(made, validation=ValidationMethod.SKIPPED) if skipped else made


def run_day(seed: int, number: int, count: int) -> Report:
    """Runs a day with so many redemptions.

    The same arguments draw the same faults and cashiers. How the tills' threads interleave is left to chance.
    """
    report = new_report()
    service = PracticeService()
    with tempfile.TemporaryDirectory(prefix="points-till-soak-") as folder:
        tills = []
        for place in range(min(TILLS, count)):
            harness = Harness(Path(folder), service=service, **_LIMITS)
            tills.append(SoakTill(harness, place, random.Random(f"{seed}/{number}/{place}")))
        threads = [
            threading.Thread(target=_run_till, args=(till, len(range(place, count, TILLS))))
            for place, till in enumerate(tills)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        _check(report, service, tills, number)
        for till in tills:
            till.harness.close()
    service.stop()
    return report


def _run_till(till: SoakTill, count: int) -> None:
    try:
        till.run(count)
    except (Exception, Crashed) as error:  # noqa: BLE001 - any exception here is a finding
        add_disagreement(till.report, "the end of the day", f"{type(error).__name__}: {error}")


def _check(report: Report, service: PracticeService, tills: list[SoakTill], number: int) -> None:
    """Compares the ledger with every journal, and adds everything to the report."""
    journals = {path for till in tills for path in till.harness.journals}
    wrong = ledger_check.disagreements(service, journals)
    for till in tills:
        report.add(till.report)
        for path in till.harness.journals:
            for attempt in ledger_check.attempts(path):
                name = till.scenarios[attempt.draft.bill]
                row = Row()
                row.read(event.what for event in ledger_check.events(path, attempt.reference))
                report.count(name, row)
                for text in wrong.pop(attempt.reference, []):
                    add_disagreement(report, name, f"day {number}, {attempt.draft.bill}, {attempt.reference}: {text}")
    for reference, texts in wrong.items():
        add_disagreement(report, "no scenario", f"day {number}, {reference}: {'; '.join(texts)}")
