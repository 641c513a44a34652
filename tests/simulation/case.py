"""Runs one case: a service, one or two tills, a handful of intents, and how it ends."""

from __future__ import annotations

import random
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain import redemption
from desktop.domain.settings import Settings
from desktop.store import rows
from desktop.store.journal import SqliteJournal
from tests.simulation.cashier import Intent
from tests.simulation.judge import Verdict, judge
from tests.simulation.machine import SimulatedTill
from tests.simulation.menu import draw
from tests.simulation.reversal_judge import may_be_settled_by_hand
from tests.simulation.service import (
    DEFAULT_PROGRAM,
    OTHER_PROGRAM,
    SHORTEST_SETTLE_AFTER,
    Order,
    Person,
    Service,
    Style,
)
from tests.simulation.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.domain.redemption import Attempt
    from tests.simulation.assumptions import Assumption

PER_CASE = 20
"""Intents of one case. They share journals, members and connections, so that faults can meet."""

_ROUNDS = 60
"""Look-ups after which the judge stops waiting for an unknown attempt."""

_SAME_AT_BOTH = 0.3
"""How often the customer at the other till is the same member, with the same bill and points."""

_NO_CODE_BELOW = Decimal(10**8)

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(slots=True)
class Case:
    """One case that was run.

    Attributes:
        intents: in the order in which their customers came.
        verdict: the judge's.
        lines: what happened, if it was to be told.
    """

    intents: list[Intent]
    verdict: Verdict
    lines: list[str] = field(default_factory=list)


class _Secrets:
    """Stands in for `secrets`, so that the same seed makes the same references."""

    def __init__(self, drawn: random.Random) -> None:
        self.randbits = drawn.getrandbits


def run(
    seed: int,
    number: int,
    *,
    count: int = PER_CASE,
    lifted: frozenset[Assumption] = frozenset(),
    only: tuple[str, ...] = (),
    tells: bool = False,
) -> Case:
    """Runs one case; the same arguments make the same case."""
    drawn = random.Random(f"{seed}:{number}")
    with _chance_of(seed, number, drawn), _reading_rows_once():
        world = World(drawn, lifted=lifted, tells=tells)
        service = Service(world, _people(drawn), _style(drawn))
        _style_of_reversals(service)
        _old_redemptions(world, service)
        folder = Path(tempfile.mkdtemp(prefix="case-", dir=_work_folder()))
        try:
            intents = [_intent(world, service, number, only) for number in range(count)]
            return _run(world, service, folder, intents)
        finally:
            shutil.rmtree(folder)


@contextmanager
def _chance_of(seed: int, number: int, drawn: random.Random) -> Iterator[None]:
    """Takes what the program itself leaves to chance, references and pauses, from the seed too."""
    pauses, secrets = random.getstate(), vars(redemption)["secrets"]
    random.seed(f"{seed}:{number}:pauses")
    vars(redemption)["secrets"] = _Secrets(drawn)
    try:
        yield
    finally:
        random.setstate(pauses)
        vars(redemption)["secrets"] = secrets


@contextmanager
def _reading_rows_once() -> Iterator[None]:
    """Remembers which attempt a row holds: the tills read most rows many times, and reading one is a pure function."""
    true: Callable[[Mapping[str, Any]], Attempt] = vars(rows)["_attempt"]
    known: dict[tuple[Any, ...], Attempt] = {}

    def attempt(row: Mapping[str, Any]) -> Attempt:
        values = tuple(row.values())
        found = known.get(values)
        if found is None:
            found = known[values] = true(row)
        return found

    vars(rows)["_attempt"] = attempt
    try:
        yield
    finally:
        vars(rows)["_attempt"] = true


def _run(world: World, service: Service, folder: Path, waiting: list[Intent]) -> Case:
    drawn = world.drawn
    tills = [_install(world, service, folder / f"till-{number}") for number in range(drawn.choice((1, 1, 2)))]
    intents: list[Intent] = []
    while waiting:
        intent = waiting.pop()
        intents.append(intent)
        till = drawn.choice(tills)
        if len(tills) > 1 and waiting and drawn.random() < 0.3:
            other = waiting.pop()
            if drawn.random() < _SAME_AT_BOTH and other.plan.bill is intent.plan.bill is None:
                other.is_like(intent)
            intents.append(other)
            second = tills[0] if till is tills[1] else tills[1]
            world.later(drawn.uniform(0.0, 1.0), partial(_beside, world, second, other))
        _serve(world, till, intent)
        if drawn.random() < 0.1:
            world.pass_time(drawn.choice((5.0, 5.0, 60.0)))
        if drawn.random() < 0.02:
            till.restart()
    world.pass_time(3.0)
    _end(world, tills, intents)
    everybody = [one for till in tills for one in (till, till.copy) if one is not None]
    verdict = judge(service, everybody, intents)
    for till in everybody:
        till.stop()
    return Case(intents, verdict, world.lines)


def _serve(world: World, till: SimulatedTill, intent: Intent) -> None:
    world.say("customer", f"{', '.join(intent.kinds)}: {intent}")
    try:
        intent.serve(till)
    except Exception as error:  # noqa: BLE001 - what the program does not expect itself is a finding
        intent.unexpected.append(f"{type(error).__name__}: {error}")
        till.restart(f"raises {type(error).__name__}: {error}")
    intent.is_over = True
    for one in (till, till.copy):
        if one is not None:
            one.intent, one.dies_at, one.full_at, one.offline = None, "", "", False


def _beside(world: World, till: SimulatedTill, intent: Intent) -> None:
    """Serves a customer at the other till, in the middle of what this till is doing."""
    if till in world.stack:
        world.later(1.0, lambda: _beside(world, till, intent))
    elif till.is_on:
        _serve(world, till, intent)


def _end(world: World, tills: list[SimulatedTill], intents: list[Intent]) -> None:
    """The service behaves, everything late arrives, and every till is started again and settles."""
    world.say("service", "behaves from now on")
    world.behaves = True
    world.aside.clear()
    everybody = [one for till in tills for one in (till, till.copy) if one is not None]
    for till in everybody:
        till.stop()
    world.pass_time(max(0.0, world.last_event - world.now) + 1.0)
    for till in everybody:
        till.cache.clear()
        till.restart("is started for the last time")
        for _ in range(_ROUNDS):
            seconds = till.next_look()
            if seconds is None or (seconds > 200 and till.is_settled):
                break
            world.pass_time(seconds + 0.001)
        _settle_by_hand(till)
    for intent in intents:
        if intent.later_bill is not None:
            intent.later_bill.ask_again()


def _settle_by_hand(till: SimulatedTill) -> None:
    """Support says what became of reversals of which the till cannot know it."""
    for attempt in tuple(till.attempts()):
        for reversal in till.reversals(attempt.reference):
            if reversal.is_open and may_be_settled_by_hand(reversal, till.intents.get(attempt.reference)):
                till.settle_reversal_by_hand(reversal, given_back=bool(till.service.book.acts_of(reversal.id)))


def _install(world: World, service: Service, folder: Path) -> SimulatedTill:
    folder.mkdir()
    shutil.copyfile(_template(), folder / "journal.db")
    return SimulatedTill(
        world, service, folder, _settings(folder.name, world.drawn.choice((SHORTEST_SETTLE_AFTER,) * 9 + (120.0,)))
    )


@cache
def _settings(name: str, settle_after: float) -> Settings:
    return Settings(
        server="https://loyalty.example",
        till=name,
        cashier="Ravi",
        requests_per_minute=100_000,
        settle_after=settle_after,
        # The policy lets every cashier redeem without a code: a late request then finds nothing that stops it.
        code_from=_NO_CODE_BELOW,
        give_back_days=3_650,
    )


@cache
def _work_folder() -> Path:
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="points-till-", dir=memory if memory.is_dir() else None))


@cache
def _template() -> Path:
    """An empty journal, made once: making one takes longer than redeeming ten times."""
    path = _work_folder() / "template" / "journal.db"
    SqliteJournal.open(path, till="till").close()
    return path


def clean_up() -> None:
    """Removes what the cases of this process have left."""
    shutil.rmtree(_work_folder())
    _work_folder.cache_clear()
    _template.cache_clear()


def _people(drawn: random.Random) -> list[Person]:
    return [
        Person(
            user_id=f"5646{number:04}",
            mobile=f"9197777{drawn.randrange(10**5):05}",
            email=f"member{number}@example.org",
            external_id=f"X{number:03}",
            card=f"80001{number:03}",
            purses={DEFAULT_PROGRAM: Decimal(100_000), OTHER_PROGRAM: Decimal(50_000)},
        )
        for number in range(4)
    ]


def _style(drawn: random.Random) -> Style:
    return Style(
        repeats=drawn.choice((0, 0, 817, 903, 896, 1999)),
        checks_code_first=drawn.random() < 0.3,
        tells_mobile=drawn.random() < 0.8,
        echoes=frozenset(name for name in ("mobile", "user_id", "reference") if drawn.random() < 0.6),
        is_old=drawn.random() < 0.15,
        filters=drawn.random() < 0.9,
        type_spoils_limit=drawn.random() < 0.3,
        masks=drawn.random() < 0.1,
        replaces_bills=drawn.random() < 0.5,
    )


def _style_of_reversals(service: Service) -> None:
    drawn, book = service.world.drawn, service.book
    book.expires = drawn.choice((Decimal(0), Decimal(0), Decimal(1), Decimal("2.5")))
    book.limits = drawn.random() < 0.7
    book.too_many = drawn.choice((817, 3801))
    book.tells_id = drawn.random() < 0.7


def _old_redemptions(world: World, service: Service) -> None:
    """What members redeemed at other tills before the case begins."""
    drawn = world.drawn
    for person in service.people:
        for number in range(drawn.choice((0, 0, 0, 0, 0, 0, 3, 9, 10, 30))):
            reference = "".join(drawn.choices(_LETTERS, k=26))
            points = Decimal(drawn.randint(1, 50))
            order = Order(person, points, DEFAULT_PROGRAM, "", f"OLD-{number}", reference, "", skips_code=True)
            movement = service.record(order, Decimal(0))
            # Long before: one a day.
            object.__setattr__(movement, "at", -86_400.0 * (31 - number))


def _intent(world: World, service: Service, number: int, only: tuple[str, ...]) -> Intent:
    drawn = world.drawn
    kinds, plan = draw(drawn, only)
    has_bill = drawn.random() < 0.75 and plan.bill is None
    # Without a bill nothing but its points tells an intent from another one of the same member and day.
    points = Decimal(drawn.randint(1, 9)) if has_bill else Decimal(drawn.randint(1, 50)) + Decimal(number + 1) / 1000
    return Intent(
        world,
        kinds,
        plan,
        drawn.choice(service.people),
        points=points,
        bill=f"MG-{number:02}{drawn.randrange(1000):03}" if has_bill else "",
        program=OTHER_PROGRAM if drawn.random() < 0.15 else "",
        skips=drawn.random() < 0.5,
    )
