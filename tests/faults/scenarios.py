"""Lists the scenarios of the soak: what can happen to one redemption, how often, and with which details."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.faults import answers, false_answers
from tests.faults.faults import POSITIONS, End, Fault, Position, answered, cut_answer, cut_request, hold_back

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

_ENDS = (End.CLOSE, End.RESET)
_LOOKS_NEEDED = 3
"""Look-ups that prove absence (`watch_list.LOOKS_NEEDED`). A redemption that is hidden for longer turns up late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """What happens to one redemption.

    Attributes:
        redeem: the faults of its requests, in their order.
        look_up: the faults of the look-ups that follow.
        member: the faults of the requests for the balance.
        wrong_code: True if the cashier first types a wrong code.
        offline: True if the service cannot be reached.
        drops_connections: True if open connections are closed before it.
        crash_at: the place at which the till stops as if it had crashed, within this process.
        kill_at: the place at which the till's own process is killed; `any time` for a random moment.
        disk_full_at: the place from which the disk is full for that process. It is then killed.
        clock_offset: seconds by which the wall clock is set meanwhile. Less than the time for which members' numbers
            are kept, because an attempt without its number cannot be looked up.
        races_with_settling: True to try again while the settling thread may find the first try.
    """

    redeem: tuple[Fault, ...] = ()
    look_up: tuple[Fault, ...] = ()
    member: tuple[Fault, ...] = ()
    wrong_code: bool = False
    offline: bool = False
    drops_connections: bool = False
    crash_at: str = ""
    kill_at: str = ""
    disk_full_at: str = ""
    clock_offset: float = 0.0
    races_with_settling: bool = False


def any_position(chance: random.Random) -> Position:
    """Returns any position in a message; every other time one of those where a cut matters."""
    if chance.random() < 0.5:
        return chance.choice(list(POSITIONS.values()))
    if chance.random() < 0.5:
        return Position(head=chance.random())
    return Position(head=1.0, body=chance.random())


def _unclear(chance: random.Random) -> Fault:
    """Returns any fault that leaves the outcome unknown."""
    processed = chance.random() < 0.5
    return chance.choice(
        [
            cut_request(any_position(chance), chance.choice(_ENDS)),
            cut_answer(POSITIONS["in-the-body"], chance.choice(_ENDS)),
            chance.choice(list(answers.pages(processed=processed).values())),
            chance.choice(list(answers.nonsense(processed=processed).values())),
            hold_back(chance.choice(_ENDS)),
        ]
    )


def _misleading(chance: random.Random) -> Fault:
    """Returns a look-up's answer that only looks like absence."""
    return chance.choice(list(false_answers.misleading_look_ups().values()))


def hidden(answer: bytes) -> bytes:
    """Removes the redemptions from a look-up's answer, because they show up late."""
    body = json.loads(answers.body_of(answer))
    customer = body["response"]["customer"]
    if "redemptions" not in customer:
        return answer
    customer["redemptions"]["points"]["point"] = []
    customer["points_count"] = customer["rows"] = 0
    return answers.http(json.dumps(body).encode())


def _page(*statuses: int, processed: bool) -> Callable[[random.Random], Scenario]:
    return lambda chance: Scenario(redeem=(answered(answers.page(chance.choice(statuses)), processed=processed),))


def _nonsense(*, processed: bool) -> Callable[[random.Random], Scenario]:
    return lambda chance: Scenario(redeem=(chance.choice(list(answers.nonsense(processed=processed).values())),))


def _throttled(*names: str) -> Callable[[random.Random], Scenario]:
    def make(chance: random.Random) -> Scenario:
        times = chance.randint(1, 4)
        return Scenario(
            redeem=tuple(answered(answers.THROTTLED[chance.choice(names)], processed=False) for _ in range(times))
        )

    return make


_429 = tuple(name for name in answers.THROTTLED if name.startswith("429"))

_COUNTER_PLACES = (
    "counter.journal.begin before",
    "counter.journal.begin after",
    "counter.api.redeem before",
    "counter.api.redeem after",
    "counter.journal.step redeemed before",
    "counter.journal.step redeemed after",
    "counter.journal.step lost before",
    "counter.journal.step lost after",
)
_SETTLING_PLACES = (
    "settling.api.find_redemptions before",
    "settling.api.find_redemptions after",
    "settling.journal.step found before",
    "settling.journal.step found after",
    "settling.journal.step looked before",
    "settling.journal.step absent before",
    "settling.journal.step absent after",
    "settling.journal.complete before",
)


def _crashes(places: tuple[str, ...], *, faulty: bool, killed: bool = False) -> Callable[[random.Random], Scenario]:
    def make(chance: random.Random) -> Scenario:
        place = chance.choice(places)
        needs_loss = faulty or " lost " in place
        scenario = Scenario(redeem=(_unclear(chance),) if needs_loss else ())
        return replace(scenario, kill_at=place) if killed else replace(scenario, crash_at=place)

    return make


def _full(place: str) -> Callable[[random.Random], Scenario]:
    return lambda _: Scenario(disk_full_at=place)


SCENARIOS: Mapping[str, tuple[int, Callable[[random.Random], Scenario]]] = {
    "nothing goes wrong": (8, lambda _: Scenario()),
    "request cut": (9, lambda chance: Scenario(redeem=(cut_request(any_position(chance), chance.choice(_ENDS)),))),
    "answer cut": (9, lambda chance: Scenario(redeem=(cut_answer(any_position(chance), chance.choice(_ENDS)),))),
    "request hangs": (2, lambda chance: Scenario(redeem=(cut_request(any_position(chance), End.HANG),))),
    "answer hangs": (2, lambda chance: Scenario(redeem=(cut_answer(any_position(chance), End.HANG),))),
    "answer drips": (2, lambda chance: Scenario(redeem=(Fault(drip=0.004, piece=chance.choice((1, 40, 200))),))),
    "answer slow": (
        3,
        lambda chance: Scenario(redeem=(Fault(delay_request=chance.random() / 30, delay_answer=chance.random() / 30),)),
    ),
    "page 500-504, acted": (4, _page(500, 502, 503, 504, processed=True)),
    "page 500-504, not acted": (4, _page(500, 502, 503, 504, processed=False)),
    "page 520-524, acted": (4, _page(520, 521, 522, 523, 524, processed=True)),
    "page 520-524, not acted": (4, _page(520, 521, 522, 523, 524, processed=False)),
    "nonsense, acted": (5, _nonsense(processed=True)),
    "nonsense, not acted": (5, _nonsense(processed=False)),
    "answer corrupted": (6, lambda chance: Scenario(redeem=(chance.choice(list(answers.corrupted().values())),))),
    "429": (4, _throttled(*_429)),
    "521": (4, _throttled("item 521")),
    "429, then lost": (
        3,
        lambda chance: Scenario(redeem=(answered(answers.THROTTLED["429"], processed=False), _unclear(chance))),
    ),
    "delivered late": (10, lambda chance: Scenario(redeem=(hold_back(chance.choice(_ENDS)),))),
    "found while tried again": (
        5,
        lambda chance: Scenario(redeem=(hold_back(chance.choice(_ENDS)),), races_with_settling=True),
    ),
    "lost twice": (4, lambda chance: Scenario(redeem=(_unclear(chance), _unclear(chance)))),
    "looks fail too": (
        5,
        lambda chance: Scenario(
            redeem=(_unclear(chance),), look_up=tuple(_unclear(chance) for _ in range(3)), member=(_unclear(chance),)
        ),
    ),
    "shows up late": (
        4,
        lambda chance: Scenario(
            redeem=(cut_answer(POSITIONS["before"]),),
            look_up=(Fault(rewrite=hidden),) * chance.randint(1, _LOOKS_NEEDED + 1),
        ),
    ),
    "redeems, then refuses": (
        8,
        lambda chance: Scenario(redeem=(chance.choice(list(false_answers.refusals_although_redeemed().values())),)),
    ),
    "answer of another request": (
        5,
        lambda chance: Scenario(redeem=(chance.choice(list(false_answers.answers_to_other_requests().values())),)),
    ),
    "look-ups mislead": (
        8,
        lambda chance: Scenario(
            redeem=(cut_answer(POSITIONS["before"]),), look_up=(_misleading(chance),) * chance.randint(1, _LOOKS_NEEDED)
        ),
    ),
    "refuses, and look-ups mislead": (
        6,
        lambda chance: Scenario(
            redeem=(chance.choice(list(false_answers.refusals_although_redeemed().values())),),
            look_up=(_misleading(chance),) * chance.randint(1, _LOOKS_NEEDED),
        ),
    ),
    "wrong code": (3, lambda _: Scenario(wrong_code=True)),
    "wrong code, then lost": (3, lambda chance: Scenario(wrong_code=True, redeem=(Fault(), _unclear(chance)))),
    "service down": (3, lambda _: Scenario(offline=True)),
    "connections dropped": (3, lambda _: Scenario(drops_connections=True)),
    "clock set": (
        4,
        lambda chance: Scenario(
            redeem=(_unclear(chance),), clock_offset=chance.choice((-1, 1)) * 10.0 ** chance.randint(1, 6)
        ),
    ),
    "crashes at the counter": (8, _crashes(_COUNTER_PLACES, faulty=False)),
    "crashes while it settles": (6, _crashes(_SETTLING_PLACES, faulty=True)),
    "kill -9 at the counter": (3, _crashes(_COUNTER_PLACES, faulty=False, killed=True)),
    "kill -9 while it settles": (2, _crashes(_SETTLING_PLACES, faulty=True, killed=True)),
    "kill -9 at any time": (
        3,
        lambda chance: Scenario(kill_at="any time", redeem=chance.choice(((), (_unclear(chance),)))),
    ),
    "disk full before": (1, _full("counter.journal.begin before")),
    "disk full after": (1, _full("counter.journal.step redeemed before")),
}
"""By name: how often the scenario is chosen, and a function that chooses its details."""


def draw_scenario(chance: random.Random) -> tuple[str, Scenario]:
    """Returns a random scenario with its name."""
    (name,) = chance.choices(list(SCENARIOS), [weight for weight, _ in SCENARIOS.values()])
    return name, SCENARIOS[name][1](chance)
