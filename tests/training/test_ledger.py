"""Tests that the ledger never creates or destroys points, and that a reference moves points once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from desktop.training.ledger import Ledger, Order, Purse
from desktop.training.members import FAMILY, Account, Holding
from desktop.training.refusals import REPEATED_REFERENCE, CallRefused

ANA = Purse("911", "973")
ANA_ABROAD = Purse("911", "1044")
BEN = Purse("912", "973")
TOGETHER = Purse(FAMILY.id, "973", is_group=True)
ACCOUNTS = (
    Account(
        mobile="911",
        first_name="Ana",
        last_name="",
        case="",
        user_id="1",
        holdings=(Holding("973", Decimal("100.125")), Holding("1044", Decimal(50))),
    ),
    Account(
        mobile="912",
        first_name="Ben",
        last_name="",
        case="",
        user_id="2",
        holdings=(Holding("973", Decimal("12.345")),),
    ),
)
START = {ANA: Decimal("100.125"), ANA_ABROAD: Decimal(50), BEN: Decimal("12.345"), TOGETHER: FAMILY.points}
POINTS = st.integers(1, 120_000).map(lambda thousandths: Decimal(thousandths).scaleb(-3))


def new_ledger() -> Ledger:
    return Ledger(ACCOUNTS, (FAMILY,), lambda: 0.0)


class LedgerMachine(RuleBasedStateMachine):
    """Redeems and reverses at random, and compares the ledger with a plain list of what should have happened."""

    redemption_ids = Bundle("redemption_ids")

    def __init__(self) -> None:
        super().__init__()
        self.ledger = new_ledger()
        self.moved: dict[str, tuple[Purse, str, Decimal]] = {}
        self.back: dict[str, Decimal] = {}

    @rule(
        target=redemption_ids,
        purse=st.sampled_from(list(START)),
        points=POINTS,
        reference=st.sampled_from(["", "a", "b", "c", "d"]),
    )
    def redeem(self, purse: Purse, points: Decimal, reference: str) -> object:
        order = Order(mobile="911", purse=purse, points=points, reference=reference)
        used = {known for _, known, _ in self.moved.values()} - {""}
        if reference in used or points > self.held(purse):
            with pytest.raises(CallRefused) as refused:
                self.ledger.redeem(order)
            assert refused.value.code == (REPEATED_REFERENCE if reference in used else 818)
            return multiple()
        entry, left = self.ledger.redeem(order)
        self.moved[entry.redemption_id] = (purse, reference, points)
        assert left == self.held(purse)
        return entry.redemption_id

    @rule(redemption_id=redemption_ids, points=st.none() | POINTS)
    def reverse(self, redemption_id: str, points: Decimal | None) -> None:
        left = self.moved[redemption_id][2] - self.back.get(redemption_id, Decimal(0))
        if left == 0 or (points or left) > left:
            with pytest.raises(CallRefused) as refused:
                self.ledger.reverse("911", points, redemption_id=redemption_id, reference="")
            assert refused.value.code == (3802 if left == 0 else 3801)
            return
        self.ledger.reverse("911", points, redemption_id=redemption_id, reference="")
        self.back[redemption_id] = self.back.get(redemption_id, Decimal(0)) + (points or left)

    @rule(redemption_id=consumes(redemption_ids))
    def a_stranger_gets_nothing(self, redemption_id: str) -> None:
        with pytest.raises(CallRefused, match="3803"):
            self.ledger.reverse("912", None, redemption_id=redemption_id, reference="")

    @invariant()
    def nothing_is_created_or_destroyed(self) -> None:
        for purse in START:
            assert self.ledger.balance(purse) == self.held(purse) >= 0
        out = sum((one.points - one.reversed_points for one in self.ledger.movements()), Decimal(0))
        assert sum(map(self.ledger.balance, START)) + out == sum(START.values())

    @invariant()
    def a_reference_moves_once(self) -> None:
        references = [one.reference for one in self.ledger.movements() if one.reference]
        assert len(references) == len(set(references))

    def held(self, purse: Purse) -> Decimal:
        out = sum(
            (
                points - self.back.get(id_, Decimal(0))
                for id_, (where, _, points) in self.moved.items()
                if where == purse
            ),
            Decimal(0),
        )
        return START[purse] - out


def test_points_are_conserved_and_references_move_once() -> None:
    """After redemptions and reversals in any order, the ledger agrees with a plain list of them."""
    run_state_machine_as_test(LedgerMachine, settings=settings(max_examples=60, stateful_step_count=30, deadline=None))


def test_one_reference_from_many_threads_moves_once() -> None:
    """Of forty simultaneous redemptions with one reference, one moves points and all others are repeats."""
    ledger = new_ledger()
    together = threading.Barrier(8)

    def redeem(_: int) -> int:
        together.wait(10)
        try:
            ledger.redeem(Order(mobile="911", purse=ANA, points=Decimal(1), reference="same"))
        except CallRefused as refusal:
            return refusal.code
        return 800

    with ThreadPoolExecutor(8) as pool:
        codes = sorted(pool.map(redeem, range(40)))
    assert codes == [800] + [REPEATED_REFERENCE] * 39
    assert ledger.balance(ANA) == Decimal("99.125")


def test_many_threads_cannot_overdraw() -> None:
    """Of a hundred simultaneous redemptions of 5 points, a purse with 50 points grants ten."""
    ledger = new_ledger()

    def redeem(number: int) -> bool:
        try:
            ledger.redeem(Order(mobile="911", purse=ANA_ABROAD, points=Decimal(5), reference=str(number)))
        except CallRefused:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        granted = sum(pool.map(redeem, range(100)))
    assert granted == 10
    assert ledger.balance(ANA_ABROAD) == 0


def test_a_group_has_one_purse_for_all_programs() -> None:
    """A group's points leave the same purse in every program."""
    ledger = new_ledger()
    ledger.redeem(Order(mobile="911", purse=Purse(FAMILY.id, "1044", is_group=True), points=Decimal(5)))
    assert ledger.balance(TOGETHER) == FAMILY.points - 5


def test_an_entry_shows_after_its_delay() -> None:
    """A redemption that shows late moves points at once, but is found only later."""
    now = [0.0]
    ledger = Ledger(ACCOUNTS, (), lambda: now[0])
    ledger.redeem(Order(mobile="911", purse=ANA, points=Decimal(1), shows_after=10.0))
    assert len(ledger.movements()) == 1
    assert ledger.entries("911") == ()
    now[0] = 10.0
    assert len(ledger.entries("911")) == 1


def test_a_redemption_is_reversed_by_reference_too() -> None:
    """A caller's own reference can name the redemption to reverse, as in newer releases."""
    ledger = new_ledger()
    entry, _ = ledger.redeem(Order(mobile="911", purse=ANA, points=Decimal(3), reference="mine"))
    found, reversal = ledger.reverse("911", Decimal(2), redemption_id="", reference="mine")
    assert (found.redemption_id, reversal.points) == (entry.redemption_id, Decimal(2))
    assert ledger.movements()[0].reversed_points == 2


def test_no_number_and_no_code_in_a_repr() -> None:
    """The repr of ledger values contains no mobile number and no code, in case a log or traceback prints it."""
    mobile = "919777788221"
    account = replace(ACCOUNTS[0], mobile=mobile)
    ledger = Ledger((account,), (), lambda: 0.0)
    order = Order(mobile=mobile, purse=Purse(mobile, "973"), points=Decimal(3), code="NS3U05")
    entry, _ = ledger.redeem(order)
    shown = f"{entry!r} {ledger.movements()!r} {account!r}"
    assert mobile not in shown
    assert "NS3U05" not in shown
