"""Lists the scenarios in which the soak gives points back: what can happen, how often, and with which details."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.faults import answers
from tests.faults.faults import NONE, POSITIONS, End, Fault, answered, cut_answer, cut_request, hold_back
from tests.faults.scenarios import any_position

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    Rows = list[dict[str, Any]]

_ENDS = (End.CLOSE, End.RESET)
_CODES = (804, 886, 887, 896, 898, 902, 903, 904, 3802, 4711)
"""Codes of a refusal that says nothing about the points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackScenario:
    """What happens when points of one redemption are given back.

    Attributes:
        reverse: the faults of the requests, in their order.
        look_up: the faults of the look-ups that follow the one before the first request.
        parts: into how many parts the cashier divides the points. The first of them is pressed for again if it fails.
        offline: True if the service cannot be reached.
        crash_at: the place at which the till stops as if it had crashed, within this process.
        kill_at: the place at which the till's own process is killed.
    """

    reverse: tuple[Fault, ...] = ()
    look_up: tuple[Fault, ...] = ()
    parts: int = 1
    offline: bool = False
    crash_at: str = ""
    kill_at: str = ""


def _refused(code: int) -> bytes:
    body = {"errors": [{"status": False, "code": code, "message": "no"}], "warnings": []}
    return answers.http(json.dumps(body).encode(), "400 Bad Request")


def _unclear(chance: random.Random) -> Fault:
    """Returns any fault that leaves the outcome unknown."""
    processed = chance.random() < 0.5
    return chance.choice(
        [
            cut_request(any_position(chance), chance.choice(_ENDS)),
            cut_answer(POSITIONS["in-the-body"], chance.choice(_ENDS)),
            chance.choice(list(answers.pages(processed=processed).values())),
            answered(_refused(chance.choice(_CODES)), processed=processed),
            hold_back(chance.choice(_ENDS)),
        ]
    )


def _listed(change: Callable[[dict[str, Any]], None], name: str) -> Fault:
    """Changes the redemptions in a look-up's answer."""

    def rewrite(answer: bytes) -> bytes:
        body = json.loads(answers.body_of(answer))
        rows: Rows = body["response"]["customer"].get("redemptions", {}).get("points", {}).get("point", [])
        for row in rows:
            change(row)
        return answers.http(json.dumps(body).encode())

    return Fault(name=name, rewrite=rewrite)


LISTS = {
    "left out": lambda row: row.pop("reversals"),
    "stale": lambda row: row.update(reversals=row["reversals"][:-1]),
    "empty": lambda row: row.update(reversals=[]),
    "cut at ten": lambda row: row.update(reversals=[{"reversal_id": n, "points_reversed": 1} for n in range(10)]),
    "an entry twice": lambda row: row.update(reversals=[*row["reversals"], *row["reversals"][-1:]]),
    "without points": lambda row: [one.pop("points_reversed") for one in row["reversals"]],
}
"""Lists of reversals that are not true."""


def _list_misleads(chance: random.Random) -> BackScenario:
    name = chance.choice(list(LISTS))
    times = chance.randint(1, 3)
    return BackScenario(reverse=(_unclear(chance),), look_up=(_listed(LISTS[name], name),) * times)


_COUNTER_PLACES = tuple(
    f"counter.{place} {when}"
    for place in ("journal.begin_reversal", "api.reverse", "journal.step_reversal reversed", "api.find_reversals")
    for when in ("before", "after")
)
_SETTLING_PLACES = tuple(
    f"settling.{place} {when}"
    for place in ("api.find_reversals", *(f"journal.step_reversal {step}" for step in ("found", "looked", "absent")))
    for when in ("before", "after")
)


def _crashes(places: tuple[str, ...], *, faulty: bool) -> Callable[[random.Random], BackScenario]:
    return lambda chance: BackScenario(crash_at=chance.choice(places), reverse=(_unclear(chance),) if faulty else ())


BACK_SCENARIOS: Mapping[str, tuple[int, Callable[[random.Random], BackScenario]]] = {
    "back: nothing goes wrong": (4, lambda _: BackScenario()),
    "back: in parts": (4, lambda chance: BackScenario(parts=chance.randint(2, 3))),
    "back: request cut": (
        4,
        lambda chance: BackScenario(reverse=(cut_request(any_position(chance), chance.choice(_ENDS)),)),
    ),
    "back: answer cut": (
        4,
        lambda chance: BackScenario(reverse=(cut_answer(any_position(chance), chance.choice(_ENDS)),)),
    ),
    "back: delivered late": (5, lambda chance: BackScenario(reverse=(hold_back(chance.choice(_ENDS)),))),
    "back: refuses": (
        4,
        lambda chance: BackScenario(
            reverse=(answered(_refused(chance.choice(_CODES)), processed=chance.random() < 0.6),)
        ),
    ),
    "back: several lost": (
        4,
        lambda chance: BackScenario(parts=2, reverse=tuple(chance.choice((NONE, _unclear(chance))) for _ in range(4))),
    ),
    "back: list misleads": (5, _list_misleads),
    "back: service down": (1, lambda _: BackScenario(offline=True)),
    "back: crashes at the counter": (4, _crashes(_COUNTER_PLACES, faulty=False)),
    "back: crashes while it settles": (3, _crashes(_SETTLING_PLACES, faulty=True)),
    "back: kill -9": (2, lambda chance: BackScenario(kill_at=chance.choice(_COUNTER_PLACES))),
}
"""By name: how often the scenario is chosen, and a function that chooses its details."""


def draw_back_scenario(chance: random.Random) -> tuple[str, BackScenario]:
    """Returns a random scenario with its name."""
    (name,) = chance.choices(list(BACK_SCENARIOS), [weight for weight, _ in BACK_SCENARIOS.values()])
    return name, BACK_SCENARIOS[name][1](chance)
