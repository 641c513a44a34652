"""The menu of the simulation: every kind of fault, how often it is drawn, and how faults are combined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation import bills
from tests.simulation import lookup_faults as looks
from tests.simulation import redeem_faults as redeems
from tests.simulation.bills import BillPlan
from tests.simulation.cashier import ByHand, Plan
from tests.simulation.reversal_menu import BACK, draw_back

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from tests.simulation.bills import BillFault
    from tests.simulation.lookup_faults import LookFault
    from tests.simulation.redeem_faults import RedeemFault

    Change = Callable[[Plan, random.Random], None]

COMBINED = 0.35
"""How often an intent has more than one kind of fault."""

GIVEN_BACK = 0.2
"""How often a customer comes again to give back what was bought."""

_UNCLEAR: tuple[RedeemFault, ...] = (
    redeems.answer_lost,
    redeems.answer_lost,
    redeems.request_lost,
    redeems.delivered_late,
    redeems.page(500, 502, 503, 504, 520, 522, 524, acts=True),
    redeems.nonsense(acts=True),
    redeems.answer_mangled,
    *(redeems.refused(code, acts=True) for code in (401, 429, 498, 521, 817, 896, 4711)),
    redeems.duplicate,
)
"""Faults of a request after which somebody has to look."""

_IN_THE_DARK: tuple[LookFault, ...] = (
    looks.fails,
    looks.hides,
    looks.customer_missing,
    looks.reference_set_to(""),
    looks.reference_missing,
)
"""Faults of look-ups after which the till does not know for a while."""


_UNCLEAR_BILLS: tuple[RedeemFault | BillFault, ...] = (
    redeems.answer_lost,
    redeems.answer_lost,
    redeems.request_lost,
    redeems.not_sent,
    redeems.page(500, 502, 503, 504, 520, 522, 524, acts=True),
    redeems.page(500, 502, 503, 504, 520, 522, 524, acts=False),
    redeems.nonsense(acts=True),
    redeems.nonsense(acts=False),
    redeems.answer_mangled,
    redeems.types_loose,
    bills.refused(acts=True),
    bills.refused(acts=False),
    bills.of_another_redemption,
)
"""Faults of a request that attaches a bill."""

_BILL_LOOKS: tuple[LookFault, ...] = (
    looks.honest,
    looks.fails,
    looks.hides,
    looks.filter_ignored,
    looks.reference_set_to(""),
    looks.customer_missing,
    looks.another_member,
    bills.read_from_cache,
    looks.types_loose,
)
"""Faults of look-ups while a bill is attached."""


def _redeem(fault: RedeemFault, *, most: int = 1) -> Change:
    def change(plan: Plan, drawn: random.Random) -> None:
        plan.redeem += [fault] * drawn.randint(1, most)

    return change


def _either(*faults: RedeemFault) -> Change:
    return lambda plan, drawn: plan.redeem.append(drawn.choice(faults))


def _look(fault: LookFault) -> Change:
    """Look-ups go wrong a few times, or until the service behaves."""

    def change(plan: Plan, drawn: random.Random) -> None:
        if drawn.random() < 0.5:
            plan.look_always = fault
            plan.look_persists = drawn.random() < 0.1
        plan.look += [fault] * drawn.randint(1, 4)

    return change


def _set(**values: object) -> Change:
    def change(plan: Plan, _: random.Random) -> None:
        for name, value in values.items():
            setattr(plan, name, value)

    return change


def _dies(*moments: str) -> Change:
    return lambda plan, drawn: setattr(plan, "dies_at", drawn.choice(moments))


def _full(*moments: str) -> Change:
    return lambda plan, drawn: setattr(plan, "full_at", drawn.choice(moments))


def _at_statement(name: str) -> Change:
    return lambda plan, drawn: setattr(plan, name, drawn.randint(1, 20))


def _clock(plan: Plan, drawn: random.Random) -> None:
    plan.clock = drawn.choice((-1, 1)) * drawn.choice((1 / 1440, 1 / 24, 1.0, 30.0, 400.0, 3650.0))


def _clock_before(plan: Plan, drawn: random.Random) -> None:
    plan.clock_before = drawn.choice((-1, 1)) * drawn.choice((1 / 24, 1.0, 30.0, 400.0, 3650.0))
    plan.restarts = drawn.random() < 0.5


def _by_hand(says: ByHand) -> Change:
    def change(plan: Plan, drawn: random.Random) -> None:
        plan.by_hand = says
        # What look-ups show settles the others before anybody asks support.
        _look(drawn.choice(_IN_THE_DARK))(plan, drawn)
        plan.restarts = drawn.random() < 0.3

    return change


def _with_loss(change: Change) -> Change:
    def changed(plan: Plan, drawn: random.Random) -> None:
        change(plan, drawn)
        plan.redeem.insert(0, drawn.choice(_UNCLEAR))

    return changed


def _fails_for_a_moment(plan: Plan, drawn: random.Random) -> None:
    plan.redeem.append(redeems.refused(drawn.choice(redeems.FAILED_CODES), acts=True))
    plan.look += [looks.hides] * drawn.randint(1, 2)


def _fails_and_hides(plan: Plan, drawn: random.Random) -> None:
    plan.redeem.append(redeems.refused(drawn.choice(redeems.FAILED_CODES), acts=True))
    plan.look_always = looks.hides


def _late_then_fails(plan: Plan, drawn: random.Random) -> None:
    code = drawn.choice(redeems.FAILED_CODES)
    plan.redeem += [redeems.delivered_late, *[redeems.refused(code, acts=False)] * drawn.randint(1, 3)]
    plan.presses, plan.waits = 6, 60.0


def _found_otherwise(plan: Plan, drawn: random.Random) -> None:
    """Whatever names the member, a stranger's answer is recognised, and a refusal of our own is believed."""
    plan.found_otherwise = True
    strays = [redeems.stray(kind, acts=acts) for kind in ("refusal", "another member") for acts in (True, False)]
    plan.redeem.append(drawn.choice((*strays, redeems.checked, redeems.honest)))


_COUNTER_MOMENTS = (
    *(f"counter.{what} {when}" for what in ("begin", "redeem", "step redeemed") for when in ("before", "after")),
)
_LOSING_MOMENTS = (
    *(f"counter.step {what} {when}" for what in ("lost", "refused", "sent_again") for when in ("before", "after")),
    *(f"counter.redemptions {when}" for when in ("before", "after")),
)
_SETTLING_MOMENTS = (
    *(f"settling.step {what} {when}" for what in ("found", "looked", "absent") for when in ("before", "after")),
    *(f"settling.redemptions {when}" for when in ("before", "after")),
    "settling.complete before",
)

NETWORK: Mapping[str, tuple[int, Change]] = {
    "nothing goes wrong": (40, _set()),
    "request lost": (4, _redeem(redeems.request_lost, most=2)),
    "answer lost": (5, _redeem(redeems.answer_lost, most=2)),
    "delivered late": (6, _redeem(redeems.delivered_late, most=2)),
    "answer slow": (1, _redeem(redeems.answer_slow)),
    "not sent": (2, _redeem(redeems.not_sent, most=2)),
    "service down": (2, _set(offline=True)),
    "page 500-504, acted": (2, _redeem(redeems.page(500, 502, 503, 504, acts=True))),
    "page 500-504, not acted": (2, _redeem(redeems.page(500, 502, 503, 504, acts=False))),
    "page 520-524, acted": (2, _redeem(redeems.page(520, 521, 522, 523, 524, acts=True))),
    "page 520-524, not acted": (2, _redeem(redeems.page(520, 521, 522, 523, 524, acts=False))),
    "nonsense, acted": (2, _redeem(redeems.nonsense(acts=True))),
    "nonsense, not acted": (2, _redeem(redeems.nonsense(acts=False))),
    "answer mangled": (3, _redeem(redeems.answer_mangled)),
    "loose types": (2, _redeem(redeems.types_loose)),
    "429": (2, _redeem(redeems.refused(429, acts=False), most=8)),
    "521": (2, _redeem(redeems.refused(521, acts=False), most=8)),
    "checked condition": (3, _redeem(redeems.checked)),
    "not enough points": (1, _set(too_many_points=True)),
    "wrong code": (2, _set(wrong_code=True)),
    **{
        f"redeems, then {code}": (2, _redeem(redeems.refused(code, acts=True), most=8 if code in {429, 521} else 2))
        for code in redeems.UNPROCESSED_CODES
    },
    **{f"redeems, then {code}": (1, _redeem(redeems.refused(code, acts=True))) for code in redeems.FAILED_CODES},
    **{
        f"fails with {code}": (1, _redeem(redeems.refused(code, acts=False), most=2))
        for code in (401, 403, 404, 498, 815, 817, 896, 4711)
    },
    "redeems, then 'duplicate'": (3, _redeem(redeems.duplicate)),
    **{
        f"answer of another request: {kind}": (
            2,
            _either(redeems.stray(kind, acts=True), redeems.stray(kind, acts=False)),
        )
        for kind in (
            "another member",
            "other points",
            "unreadable points",
            "other reference",
            "older answer",
            "refusal",
        )
    },
    "redeems, fails, shows up a moment later": (3, _fails_for_a_moment),
    "redeems, fails and hides": (2, _fails_and_hides),
    "delivered late, then fails": (2, _late_then_fails),
    "answered twice": (2, _redeem(redeems.answered_twice)),
}
"""What goes wrong with a request: share, and how the plan changes."""

LOOK_UPS: Mapping[str, tuple[int, Change]] = {
    "look-up fails": (3, _look(looks.fails)),
    "look-up: loose types": (2, _look(looks.types_loose)),
    "look-up: filter ignored": (2, _look(looks.filter_ignored)),
    "look-up: reference blank": (2, _look(looks.reference_set_to(""))),
    "look-up: reference blank, or not there": (2, _look(looks.blank_or_not_there)),
    "look-up: reference null": (2, _look(looks.reference_set_to(None))),
    "look-up: reference -1": (2, _look(looks.reference_set_to("-1"))),
    "look-up: reference a word": (2, _look(looks.reference_set_to("NOT_CAPTURED"))),
    "look-up: no time yet": (2, _look(looks.time_missing)),
    "look-up: points rounded": (2, _look(looks.points_rounded)),
    "look-up: reference masked": (2, _look(looks.reference_masked)),
    "look-up: a clock ahead": (2, _look(looks.clock_ahead)),
    "look-up: also with other points": (2, _look(looks.also_with_other_points)),
    "look-up: the list twice": (2, _look(looks.list_there_twice)),
    "look-up: reference missing": (2, _look(looks.reference_missing)),
    "look-up: reference lower-cased": (2, _look(looks.reference_in_lower_case)),
    "look-up: reference cut": (2, _look(looks.reference_cut)),
    "look-up: bare points": (2, _look(looks.bare_points)),
    "look-up: bare redemptions": (2, _look(looks.bare_redemptions)),
    "look-up: rows renamed": (2, _look(looks.renamed_rows)),
    "look-up: points renamed": (2, _look(looks.renamed_points)),
    "look-up: redemptions renamed": (2, _look(looks.renamed_redemptions)),
    "look-up: customer null": (2, _look(looks.customer_set_to(None))),
    "look-up: customer empty": (2, _look(looks.customer_set_to({}))),
    "look-up: customer missing": (2, _look(looks.customer_missing)),
    "look-up: another member": (2, _look(looks.another_member)),
    "look-up: counted but not there": (2, _look(looks.counted_but_not_there)),
    "look-up: 25, oldest first": (2, _look(looks.oldest_first)),
    "look-up: ten at a time": (2, _look(looks.ten_at_a_time)),
    "look-up: read from a cache": (2, _look(looks.read_again)),
    "look-up: shows what did not happen": (1, _look(looks.shows_what_did_not_happen)),
    "look-up: shows up within settle_after": (3, _look(looks.hides_for_a_while)),
    "look-up: shows up late": (4, _look(looks.hides)),
}
"""What goes wrong with look-ups. Each comes with a request after which somebody has to look."""

COUNTER: Mapping[str, tuple[int, Change]] = {
    "member found otherwise": (4, _found_otherwise),
    "member named differently": (3, _with_loss(_set(other_name=True))),
    "bill spelt differently": (3, _with_loss(_set(other_spelling=True))),
    "bill left out": (2, _with_loss(_set(blank_bill=True))),
    "other points": (3, _with_loss(_set(other_points=True))),
    "pressed again although redeemed": (3, _set(presses_again=True, presses=3)),
    "says yes to every question": (2, _with_loss(_set(says_yes=1.0))),
    "pressed while it settles": (4, _with_loss(_set(races=True))),
    "clock set": (3, _with_loss(_clock)),
    "clock set right": (3, _with_loss(_clock_before)),
    "settled by hand": (4, _with_loss(_by_hand(ByHand.RIGHTLY))),
    "settled by hand, wrongly as not redeemed": (3, _with_loss(_by_hand(ByHand.WRONGLY_NOT))),
    "started again": (2, _with_loss(_set(restarts=True))),
    "goes on at a copy": (2, _with_loss(_set(moves_to_copy=True))),
    "dies at the counter": (4, _dies(*_COUNTER_MOMENTS)),
    "dies after a loss": (3, _with_loss(_dies(*_LOSING_MOMENTS))),
    "dies while it settles": (3, _with_loss(_dies(*_SETTLING_MOMENTS))),
    "dies within a transaction": (2, _at_statement("dies_at_statement")),
    "disk full": (3, _full("counter.begin before", "counter.step redeemed before", "counter.step lost before")),
    "disk full within a transaction": (2, _at_statement("full_at_statement")),
    "disk full after a loss": (2, _with_loss(_full(*_LOSING_MOMENTS, *_SETTLING_MOMENTS))),
}
"""What happens at the counter and to the machine."""


_BILL_MOMENTS = (
    *(f"settling.{what} {when}" for what in ("note", "attach_bill") for when in ("before", "after")),
    *(f"settling.updateRedemption {when}" for when in ("before", "after")),
)


def _bill(**values: object) -> Change:
    """A bill is attached afterwards: its answer is lost, and often another bill follows."""

    def change(plan: Plan, drawn: random.Random) -> None:
        plan.bill = BillPlan(
            send=[drawn.choice(_UNCLEAR_BILLS) for _ in range(drawn.randint(1, 3))],
            look=[drawn.choice(_BILL_LOOKS) for _ in range(drawn.randint(0, 4))],
            look_always=drawn.choice((None, None, *_BILL_LOOKS)),
            asks=drawn.randint(2, 5),
            waits=drawn.choice((2.0, 60.0)),
            restarts=drawn.random() < 0.2,
        )
        for name, value in values.items():
            setattr(plan.bill, name, drawn.choice(value) if isinstance(value, tuple) else value)

    return change


BILLS: Mapping[str, tuple[int, Change]] = {
    "bill attached later": (3, _bill()),
    "bill attached later, then another": (4, _bill(other_bill=True)),
    "bill attached later, dies": (2, _bill(dies_at=_BILL_MOMENTS, other_bill=True, send=[])),
    "bill attached later, disk full": (1, _bill(full_at=_BILL_MOMENTS, other_bill=True, send=[])),
}
"""What goes wrong when a bill is attached afterwards."""


def _back(name: str) -> Change:
    return lambda plan, drawn: setattr(plan, "back", draw_back(drawn, name))


GIVE_BACKS: Mapping[str, tuple[int, Change]] = {name: (share, _back(name)) for name, (share, _) in BACK.items()}
"""What goes wrong when points are given back."""

MENU: Mapping[str, tuple[int, Change]] = {**NETWORK, **LOOK_UPS, **COUNTER, **BILLS, **GIVE_BACKS}
_SECTIONS = tuple(
    (list(section), [share for share, _ in section.values()]) for section in (NETWORK, LOOK_UPS, COUNTER, BILLS)
)
_ALL = ([name for names, _ in _SECTIONS for name in names], [share for _, shares in _SECTIONS for share in shares])
_BACK = (list(GIVE_BACKS), [share for share, _ in GIVE_BACKS.values()])


def draw(drawn: random.Random, only: tuple[str, ...] = ()) -> tuple[tuple[str, ...], Plan]:
    """The kinds of fault that one intent has, and the plan that they make together.

    Args:
        drawn: chance.
        only: draws one of these kinds; empty for all of them and their combinations.
    """
    plan = Plan(presses=drawn.choice((2, 2, 3, 4)), waits=drawn.choice((2.0, 5.0, 10.0, 60.0)))
    if only:
        kinds = [drawn.choice(only)]
    elif drawn.random() < COMBINED:
        sections = drawn.sample(_SECTIONS, drawn.choice((2, 3)))
        kinds = [drawn.choices(names, shares)[0] for names, shares in sections]
        kinds += [drawn.choices(*_ALL)[0]] if drawn.random() < 0.4 else []
    else:
        kinds = drawn.choices(*_ALL)
    if not only and drawn.random() < GIVEN_BACK:
        kinds += drawn.choices(*_BACK)
    for kind in dict.fromkeys(kinds):
        MENU[kind][1](plan, drawn)
    if (plan.look or plan.look_always) and not plan.redeem:
        plan.redeem.append(drawn.choice(_UNCLEAR))
    drawn.shuffle(plan.redeem)
    return tuple(dict.fromkeys(kinds)), plan
