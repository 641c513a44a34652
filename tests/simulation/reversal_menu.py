"""Lists what can go wrong when points are given back, how often, and how faults are combined."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.simulation import lookup_faults as looks
from tests.simulation import redeem_faults as requests
from tests.simulation import reversal_list_faults as lists
from tests.simulation import reverse_faults as reverses
from tests.simulation.give_backs import BackPlan

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from tests.simulation.lookup_faults import LookFault
    from tests.simulation.reverse_faults import ReverseFault

    Change = Callable[[BackPlan, random.Random], None]

_COMBINED = 0.4
"""How often giving back has a second kind of fault."""

_UNCLEAR: tuple[ReverseFault, ...] = (
    requests.answer_lost,
    requests.answer_lost,
    requests.request_lost,
    requests.request_lost,
    requests.delivered_late,
    requests.page(500, 502, 503, 504, 520, 522, 524, acts=True),
    requests.page(500, 502, 503, 504, 520, 522, 524, acts=False),
    requests.nonsense(acts=True),
    requests.answer_mangled,
    reverses.unproved,
    reverses.contradicts_itself,
)
"""Faults of a request after which somebody has to look."""


def _reverse(fault: ReverseFault, *, most: int = 1) -> Change:
    def change(plan: BackPlan, drawn: random.Random) -> None:
        plan.reverse += [fault] * drawn.randint(1, most)

    return change


def _set(**values: object) -> Change:
    def change(plan: BackPlan, _: random.Random) -> None:
        for name, value in values.items():
            setattr(plan, name, value)

    return change


def _with_loss(change: Change) -> Change:
    def changed(plan: BackPlan, drawn: random.Random) -> None:
        change(plan, drawn)
        plan.reverse.insert(0, drawn.choice(_UNCLEAR))

    return changed


def _look(fault: LookFault) -> Change:
    """Look-ups go wrong, those before a request too, a few times or until the service behaves."""

    def change(plan: BackPlan, drawn: random.Random) -> None:
        # Often the till begins on a list that is true.
        plan.look += [looks.honest] * drawn.choice((0, 1, 1))
        if drawn.random() < 0.5:
            plan.look_always = fault
            plan.look_persists = drawn.random() < 0.1
        plan.look += [fault] * drawn.randint(1, 4)
        plan.presses = 4

    return _with_loss(change)


def _in_parts(plan: BackPlan, drawn: random.Random) -> None:
    plan.wanted = drawn.choice((2, 3, 4))
    plan.share = drawn.choice((Decimal("0.2"), Decimal("0.25"), Decimal("0.05"), Decimal("0.5")))


def _in_many_parts(plan: BackPlan, drawn: random.Random) -> None:
    plan.wanted, plan.share, plan.presses = drawn.choice((9, 10, 11)), Decimal("0.05"), 2
    plan.look += [looks.honest] * drawn.randint(5, 9)
    plan.reverse += [requests.honest] * drawn.randint(5, 9) + [drawn.choice(_UNCLEAR)]


def _several_lost(plan: BackPlan, drawn: random.Random) -> None:
    _in_parts(plan, drawn)
    plan.reverse += [drawn.choice((requests.honest, *_UNCLEAR)) for _ in range(4)]
    plan.presses = 4


def _refuses_and_hides(plan: BackPlan, drawn: random.Random) -> None:
    plan.reverse.append(reverses.refused(drawn.choice(reverses.UNPROVED_CODES), acts=True))
    plan.look += [looks.honest, *[drawn.choice((lists.stale, looks.hides))] * drawn.randint(1, 4)]


def _late_then_again(plan: BackPlan, drawn: random.Random) -> None:
    plan.reverse += [requests.delivered_late] * drawn.randint(1, 2)
    plan.presses, plan.waits = 6, drawn.choice((20.0, 60.0))


def _elsewhere(plan: BackPlan, drawn: random.Random) -> None:
    """Another program gives points back while the till does not know what became of its own reversal."""
    plan.elsewhere = True
    plan.reverse.insert(0, drawn.choice((requests.request_lost, drawn.choice(_UNCLEAR))))


def _elsewhere_before(fault: LookFault) -> Change:
    """Another program has given as many points back, and the list does not show everything before the next request."""

    def change(plan: BackPlan, drawn: random.Random) -> None:
        plan.elsewhere_before, plan.wanted, plan.share, plan.presses = True, 3, Decimal("0.2"), 4
        done = drawn.choice((0, 1))
        plan.reverse += [requests.honest] * done + [requests.request_lost]
        plan.look += [looks.honest] * done + [fault] * drawn.randint(1, 2)

    return change


def _elsewhere_before_cache(plan: BackPlan, drawn: random.Random) -> None:
    """A cache hides what another program has given back, and a stale list what this till has."""
    _elsewhere_before(lists.stale)(plan, drawn)
    plan.reverse = [requests.honest, requests.request_lost]
    plan.look = [lists.from_a_cache, lists.stale]


def _clock(plan: BackPlan, drawn: random.Random) -> None:
    plan.clock = drawn.choice((-1, 1)) * drawn.choice((1 / 1440, 1 / 24, 1.0, 30.0, 400.0))


def _by_hand(plan: BackPlan, drawn: random.Random) -> None:
    """Support is asked about what look-ups do not show for a while."""
    plan.by_hand, plan.presses, plan.wanted = True, 4, drawn.choice((1, 2, 3))
    _look(drawn.choice((looks.fails, looks.hides, lists.left_out, lists.stale)))(plan, drawn)
    plan.reverse += [drawn.choice((requests.honest, *_UNCLEAR)) for _ in range(2)]


def _dies(*moments: str) -> Change:
    return lambda plan, drawn: setattr(plan, "dies_at", drawn.choice(moments))


def _full(*moments: str) -> Change:
    return lambda plan, drawn: setattr(plan, "full_at", drawn.choice(moments))


def _at_statement(name: str) -> Change:
    return lambda plan, drawn: setattr(plan, name, drawn.randint(1, 25))


def _around(desk: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{desk}.{name} {when}" for name in names for when in ("before", "after"))


_COUNTER_MOMENTS = _around(
    "counter", "begin_reversal", "reverse", "step_reversal reversed", "redemptions", "get", "complete_reversal"
)
_LOSING_MOMENTS = _around("counter", "step_reversal lost", "step_reversal refused", "step_reversal found")
_SETTLING_MOMENTS = _around(
    "settling",
    *(f"step_reversal {step}" for step in ("found", "looked", "absent", "suspected")),
    *("redemptions", "complete_reversal"),
)

_SAID = (429, 521, 804, 817, 896, 902, 903, 904, 3802)

BACK: Mapping[str, tuple[int, Change]] = {
    "back: nothing goes wrong": (6, _set()),
    "back: in parts": (4, _in_parts),
    "back: in many parts": (1, _in_many_parts),
    "back: more than was redeemed": (1, _set(too_many=True)),
    "back: request lost": (2, _reverse(requests.request_lost, most=2)),
    "back: answer lost": (3, _reverse(requests.answer_lost, most=2)),
    "back: delivered late": (4, _late_then_again),
    "back: answer slow": (1, _reverse(requests.answer_slow)),
    "back: not sent": (1, _reverse(requests.not_sent, most=2)),
    "back: service down": (1, _set(offline=True)),
    "back: error page, acted": (1, _reverse(requests.page(500, 502, 504, 520, 522, 524, acts=True))),
    "back: error page, not acted": (1, _reverse(requests.page(500, 502, 504, 520, 522, 524, acts=False))),
    "back: nonsense": (1, _reverse(requests.nonsense(acts=True))),
    "back: answer mangled": (2, _reverse(requests.answer_mangled)),
    "back: loose types": (1, _reverse(requests.types_loose)),
    "back: answered twice": (1, _reverse(requests.answered_twice)),
    "back: checked condition": (1, _reverse(reverses.checked)),
    "back: gives back, then refuses": (3, _reverse(reverses.unproved, most=2)),
    **{
        f"back: gives back, then {code}": (1, _reverse(reverses.refused(code, acts=True)))
        for code in _SAID
        if code != 817
    },
    **{f"back: refuses with {code}": (1, _reverse(reverses.refused(code, acts=False))) for code in _SAID},
    "back: gives back, refuses and hides": (3, _refuses_and_hides),
    "back: delivered twice": (2, _reverse(reverses.delivered_twice)),
    "back: another amount": (3, _reverse(reverses.other_amount)),
    "back: another amount, then lost": (1, _with_loss(_reverse(reverses.other_amount))),
    "back: contradicts itself": (2, _reverse(reverses.contradicts_itself)),
    "back: points that cannot be compared": (2, _reverse(reverses.incomparable)),
    **{f"back: answer of another request: {kind}": (1, _reverse(reverses.stray(kind))) for kind in reverses.STRAYS},
    "back: several lost": (4, _several_lost),
    "back list: look-up fails": (2, _look(looks.fails)),
    "back list: loose types": (1, _look(looks.types_loose)),
    "back list: filter ignored": (1, _look(looks.filter_ignored)),
    "back list: reference missing": (1, _look(looks.reference_missing)),
    "back list: another member": (1, _look(looks.another_member)),
    "back list: counted but not there": (1, _look(looks.counted_but_not_there)),
    "back list: ten at a time": (1, _look(looks.ten_at_a_time)),
    "back list: redemption hidden": (1, _look(looks.hides)),
    "back list: left out": (3, _look(lists.left_out)),
    "back list: elsewhere": (1, _look(lists.elsewhere)),
    "back list: without points": (1, _look(lists.without_points)),
    "back list: without numbers": (1, _look(lists.without_numbers)),
    "back list: all with the same number": (2, _look(lists.numbered_alike)),
    "back list: blank numbers and times": (1, _look(lists.without_text)),
    "back list: points that cannot be compared": (1, _look(lists.not_comparable)),
    "back list: renamed": (1, _look(lists.renamed)),
    "back list: as words": (1, _look(lists.as_words)),
    "back list: an entry twice": (2, _look(lists.entry_twice)),
    "back list: backwards": (1, _look(lists.backwards)),
    "back list: redemption twice": (1, _look(lists.row_twice)),
    "back list: stale": (3, _look(lists.stale)),
    "back list: shows up within settle_after": (2, _look(lists.stale_for_a_while)),
    "back list: from a cache": (1, _look(lists.from_a_cache)),
    "back list: cut": (2, _look(lists.cut)),
    "back: elsewhere too": (3, _elsewhere),
    "back: elsewhere before": (2, _with_loss(_set(elsewhere_before=True, share=Decimal("0.25"), wanted=2))),
    "back: elsewhere before, list left out": (1, _elsewhere_before(lists.left_out)),
    "back: elsewhere before, list stale": (1, _elsewhere_before(lists.stale)),
    "back: elsewhere before, list from a cache": (1, _elsewhere_before_cache),
    "back: pressed while it settles": (3, _with_loss(_set(races=True, presses=4))),
    "back: clock set": (1, _with_loss(_clock)),
    "back: settled by hand": (3, _by_hand),
    "back: started again": (2, _with_loss(_set(restarts=True, presses=4))),
    "back: dies at the counter": (4, _dies(*_COUNTER_MOMENTS)),
    "back: dies after a loss": (2, _with_loss(_dies(*_LOSING_MOMENTS))),
    "back: dies while it settles": (3, _with_loss(_dies(*_SETTLING_MOMENTS))),
    "back: dies within a transaction": (2, _at_statement("dies_at_statement")),
    "back: disk full": (
        2,
        _full(
            "counter.begin_reversal before", "counter.step_reversal reversed before", "counter.complete_reversal before"
        ),
    ),
    "back: disk full within a transaction": (1, _at_statement("full_at_statement")),
    "back: disk full after a loss": (2, _with_loss(_full(*_LOSING_MOMENTS, *_SETTLING_MOMENTS))),
}
"""What goes wrong when points are given back: share, and how the plan changes."""


def draw_back(drawn: random.Random, name: str) -> BackPlan:
    """Draws how points are given back, with one kind of fault or with this one and another."""
    plan = BackPlan(waits=drawn.choice((2.0, 10.0, 60.0)), presses=drawn.choice((2, 3, 4)))
    if drawn.random() < 0.5:
        _in_parts(plan, drawn)
    BACK[name][1](plan, drawn)
    if drawn.random() < _COMBINED:
        other = drawn.choices(list(BACK), [share for share, _ in BACK.values()])[0]
        BACK[other][1](plan, drawn)
    return plan
