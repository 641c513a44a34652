"""Owns the menu of the soak: what can happen to one redemption, how often, and how it is drawn."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.faults import answers, broken_word
from tests.faults.faults import SPOTS, End, Fault, Spot, answered, cut_answer, cut_request, hold_back

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

_ENDS = (End.CLOSE, End.RESET)
_LOOKS = 3
"""So many looks prove an absence (`flow.settle.LOOKS_NEEDED`): a redemption that hides longer turns up late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What happens to one redemption.

    Attributes:
        redeem: the faults of its requests, in their order.
        look_up: the faults of the looks that follow.
        member: the faults of asking for the balance.
        wrong_code: whether the cashier types a wrong code first.
        offline: whether the service cannot be reached.
        drops: whether kept connections are dropped before.
        dies_at: the place at which the till dies, within one process.
        killed_at: the place at which the till's process is killed; `any time` for a random moment.
        full_at: the place from which on that process finds the disk full; it is then killed.
        clock: seconds that the wall clock is set by in the middle of it; less than members' numbers are kept for, since
            without its number an attempt cannot be looked for.
        races: whether it is tried again at the moment at which settling, in a thread beside, may find the first try.
    """

    redeem: tuple[Fault, ...] = ()
    look_up: tuple[Fault, ...] = ()
    member: tuple[Fault, ...] = ()
    wrong_code: bool = False
    offline: bool = False
    drops: bool = False
    dies_at: str = ""
    killed_at: str = ""
    full_at: str = ""
    clock: float = 0.0
    races: bool = False


def _spot(drawn: random.Random) -> Spot:
    """Anywhere in a message, and every other time at one of the places where it matters."""
    if drawn.random() < 0.5:
        return drawn.choice(list(SPOTS.values()))
    if drawn.random() < 0.5:
        return Spot(head=drawn.random())
    return Spot(head=1.0, body=drawn.random())


def _unclear(drawn: random.Random) -> Fault:
    """Any fault that leaves the outcome unknown."""
    acts = drawn.random() < 0.5
    return drawn.choice(
        [
            cut_request(_spot(drawn), drawn.choice(_ENDS)),
            cut_answer(SPOTS["in-the-body"], drawn.choice(_ENDS)),
            drawn.choice(list(answers.pages(acts=acts).values())),
            drawn.choice(list(answers.nonsense(acts=acts).values())),
            hold_back(drawn.choice(_ENDS)),
        ]
    )


def _lie(drawn: random.Random) -> Fault:
    """A look-up's answer that only looks like an absence."""
    return drawn.choice(list(broken_word.lying_look_ups().values()))


def _hidden(answer: bytes) -> bytes:
    """A look's answer without the redemptions in it: they show up late."""
    body = json.loads(answers.body_of(answer))
    customer = body["response"]["customer"]
    if "redemptions" not in customer:
        return answer
    customer["redemptions"]["points"]["point"] = []
    customer["points_count"] = customer["rows"] = 0
    return answers.http(json.dumps(body).encode())


def _page(*statuses: int, acts: bool) -> Callable[[random.Random], Course]:
    return lambda drawn: Course(redeem=(answered(answers.page(drawn.choice(statuses)), acts=acts),))


def _nonsense(*, acts: bool) -> Callable[[random.Random], Course]:
    return lambda drawn: Course(redeem=(drawn.choice(list(answers.nonsense(acts=acts).values())),))


def _too_many(*names: str) -> Callable[[random.Random], Course]:
    def draw(drawn: random.Random) -> Course:
        times = drawn.randint(1, 4)
        return Course(redeem=tuple(answered(answers.TOO_MANY[drawn.choice(names)], acts=False) for _ in range(times)))

    return draw


_429 = tuple(name for name in answers.TOO_MANY if name.startswith("429"))

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


def _dies(places: tuple[str, ...], *, faulty: bool, killed: bool = False) -> Callable[[random.Random], Course]:
    def draw(drawn: random.Random) -> Course:
        place = drawn.choice(places)
        needs_loss = faulty or " lost " in place
        course = Course(redeem=(_unclear(drawn),) if needs_loss else ())
        return replace(course, killed_at=place) if killed else replace(course, dies_at=place)

    return draw


def _full(place: str) -> Callable[[random.Random], Course]:
    return lambda _: Course(full_at=place)


MENU: Mapping[str, tuple[int, Callable[[random.Random], Course]]] = {
    "nothing goes wrong": (8, lambda _: Course()),
    "request cut": (9, lambda drawn: Course(redeem=(cut_request(_spot(drawn), drawn.choice(_ENDS)),))),
    "answer cut": (9, lambda drawn: Course(redeem=(cut_answer(_spot(drawn), drawn.choice(_ENDS)),))),
    "request hangs": (2, lambda drawn: Course(redeem=(cut_request(_spot(drawn), End.HANG),))),
    "answer hangs": (2, lambda drawn: Course(redeem=(cut_answer(_spot(drawn), End.HANG),))),
    "answer drips": (2, lambda drawn: Course(redeem=(Fault(drip=0.004, piece=drawn.choice((1, 40, 200))),))),
    "answer slow": (3, lambda drawn: Course(redeem=(Fault(before=drawn.random() / 30, after=drawn.random() / 30),))),
    "page 500-504, acted": (4, _page(500, 502, 503, 504, acts=True)),
    "page 500-504, not acted": (4, _page(500, 502, 503, 504, acts=False)),
    "page 520-524, acted": (4, _page(520, 521, 522, 523, 524, acts=True)),
    "page 520-524, not acted": (4, _page(520, 521, 522, 523, 524, acts=False)),
    "nonsense, acted": (5, _nonsense(acts=True)),
    "nonsense, not acted": (5, _nonsense(acts=False)),
    "answer mangled": (6, lambda drawn: Course(redeem=(drawn.choice(list(answers.mangled().values())),))),
    "429": (4, _too_many(*_429)),
    "521": (4, _too_many("item 521")),
    "429, then lost": (
        3,
        lambda drawn: Course(redeem=(answered(answers.TOO_MANY["429"], acts=False), _unclear(drawn))),
    ),
    "delivered late": (10, lambda drawn: Course(redeem=(hold_back(drawn.choice(_ENDS)),))),
    "found while tried again": (5, lambda drawn: Course(redeem=(hold_back(drawn.choice(_ENDS)),), races=True)),
    "lost twice": (4, lambda drawn: Course(redeem=(_unclear(drawn), _unclear(drawn)))),
    "looks fail too": (
        5,
        lambda drawn: Course(
            redeem=(_unclear(drawn),), look_up=tuple(_unclear(drawn) for _ in range(3)), member=(_unclear(drawn),)
        ),
    ),
    "shows up late": (
        4,
        lambda drawn: Course(
            redeem=(cut_answer(SPOTS["before"]),), look_up=(Fault(remake=_hidden),) * drawn.randint(1, _LOOKS + 1)
        ),
    ),
    "redeems, then refuses": (
        8,
        lambda drawn: Course(redeem=(drawn.choice(list(broken_word.refusals_although_redeemed().values())),)),
    ),
    "answer of another request": (
        5,
        lambda drawn: Course(redeem=(drawn.choice(list(broken_word.strays().values())),)),
    ),
    "look-ups lie": (
        8,
        lambda drawn: Course(redeem=(cut_answer(SPOTS["before"]),), look_up=(_lie(drawn),) * drawn.randint(1, _LOOKS)),
    ),
    "refuses, and look-ups lie": (
        6,
        lambda drawn: Course(
            redeem=(drawn.choice(list(broken_word.refusals_although_redeemed().values())),),
            look_up=(_lie(drawn),) * drawn.randint(1, _LOOKS),
        ),
    ),
    "wrong code": (3, lambda _: Course(wrong_code=True)),
    "wrong code, then lost": (3, lambda drawn: Course(wrong_code=True, redeem=(Fault(), _unclear(drawn)))),
    "service down": (3, lambda _: Course(offline=True)),
    "connections dropped": (3, lambda _: Course(drops=True)),
    "clock set": (
        4,
        lambda drawn: Course(redeem=(_unclear(drawn),), clock=drawn.choice((-1, 1)) * 10.0 ** drawn.randint(1, 6)),
    ),
    "dies at the counter": (8, _dies(_COUNTER_PLACES, faulty=False)),
    "dies while it settles": (6, _dies(_SETTLING_PLACES, faulty=True)),
    "kill -9 at the counter": (3, _dies(_COUNTER_PLACES, faulty=False, killed=True)),
    "kill -9 while it settles": (2, _dies(_SETTLING_PLACES, faulty=True, killed=True)),
    "kill -9 at any time": (
        3,
        lambda drawn: Course(killed_at="any time", redeem=drawn.choice(((), (_unclear(drawn),)))),
    ),
    "disk full before": (1, _full("counter.journal.begin before")),
    "disk full after": (1, _full("counter.journal.step redeemed before")),
}
"""Each kind of course: its share, and how one is drawn."""


def draw(drawn: random.Random) -> tuple[str, Course]:
    """The kind of a course, and the course."""
    (kind,) = drawn.choices(list(MENU), [share for share, _ in MENU.values()])
    return kind, MENU[kind][1](drawn)
