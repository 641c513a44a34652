"""Breaks tokens at every moment of a redemption: points move once, and the till finds out what happened."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.access import SignIn
from desktop.domain.failures import Call, Failure, HeldBack
from desktop.domain.points import Points
from desktop.domain.redemption import State
from desktop.domain.reversal import ReversalState
from desktop.training.application import TOKEN_PATH
from desktop.training.bad_days import BadDay
from tests.faults.faults import POSITIONS, End, Fault, cut_answer, cut_request, hold_back
from tests.faults.harness import draft
from tests.faults.headless_till import Hooks
from tests.faults.scenarios import hidden

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from tests.faults.conftest import MakeHarness
    from tests.faults.harness import Harness

BILL = draft("B-1")

MOVED_ANYWAY = [BadDay.TOKEN_EXPIRED_MOVED, BadDay.ACCESS_REFUSED_MOVED]
NOT_MOVED = [BadDay.TOKEN_EXPIRED, BadDay.ACCESS_REFUSED]
HANGS = Fault(name="token call hangs", request=POSITIONS["in-the-body"], end=End.HANG)
WITHOUT_TOKEN: list[BadDay | Fault] = [
    BadDay.TOKEN_NOT_GIVEN, BadDay.TOKEN_CUT, BadDay.TOKEN_UNREADABLE, BadDay.KEY_REFUSED, HANGS,
]  # fmt: skip
NAMES = [one.name for one in WITHOUT_TOKEN]


@pytest.fixture
def harness(make_harness: MakeHarness) -> Harness:
    """A harness whose tills sign in with key and secret."""
    return make_harness(sign_in=SignIn.OAUTH, read_timeout=1.0)


def sent(harness: Harness) -> list[str]:
    """The references of the redemptions that reached the service, in their order."""
    return [one.reference for one in harness.proxy.seen if one.path == "/v1.1/points/redeem"]


def give_no_token(harness: Harness, down: BadDay | Fault) -> None:
    """Breaks every call for a token from now on."""
    if isinstance(down, Fault):
        harness.proxy.always(down, path=TOKEN_PATH)
    else:
        harness.service.bad_day(down, also=True)


def end_faults(harness: Harness) -> None:
    """From now on, everything works."""
    harness.proxy.clear()
    harness.service.bad_day(None)


@pytest.mark.parametrize("fault", MOVED_ANYWAY)
def test_a_service_that_moves_and_then_refuses_the_token(harness: Harness, fault: BadDay) -> None:
    """The redemption is looked up with a new token and found. It is not sent a second time."""
    with harness.till() as till:
        harness.service.bad_day(fault, 1, call=Call.REDEEM)
        attempt = harness.redeem(till, BILL)
        assert attempt.state is State.REDEEMED
        assert sent(harness) == [attempt.reference]
    assert harness.disagreements() == {}


@pytest.mark.parametrize("fault", NOT_MOVED)
def test_a_token_that_expired_just_before_the_redemption(harness: Harness, fault: BadDay) -> None:
    """One press is enough: looked up, seen to be absent, sent again with the same reference."""
    with harness.till() as till:
        harness.service.bad_day(fault, 1, call=Call.REDEEM)
        attempt = harness.redeem(till, BILL)
        assert attempt.state is State.REDEEMED
        assert sent(harness) == [attempt.reference] * 2
    assert harness.disagreements() == {}


@pytest.mark.parametrize("fault", MOVED_ANYWAY)
def test_a_liar_whose_look_ups_show_nothing_yet(harness: Harness, fault: BadDay) -> None:
    """It is sent again with the same reference, for which the service moves nothing a second time."""
    with harness.till() as till:
        harness.service.bad_day(fault, 1, call=Call.REDEEM)
        harness.proxy.plan(Fault(rewrite=hidden), path="/v1.1/customer/redemptions")
        attempt = harness.redeem(till, BILL)
        assert len(set(sent(harness))) == 1
        till.watch(attempt)
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert len(harness.service.ledger()) == 1
    assert harness.disagreements() == {}


@pytest.mark.parametrize("fault", [*MOVED_ANYWAY, *NOT_MOVED])
@pytest.mark.parametrize("down", WITHOUT_TOKEN, ids=NAMES)
def test_no_token_for_the_look_up(harness: Harness, fault: BadDay, down: BadDay | Fault) -> None:
    """It stays unknown, nothing is sent again, and settling finds out as soon as there are tokens."""
    with harness.till() as till:
        harness.service.bad_day(fault, 1, call=Call.REDEEM)
        till.counter.find_member(BILL.identifier)
        give_no_token(harness, down)
        attempt = harness.redeem(till, BILL)
        assert attempt.state is State.UNKNOWN
        assert sent(harness) == [attempt.reference]
        end_faults(harness)
        till.watch(attempt)
        till.settle()
        assert till.stored(attempt).state is (State.REDEEMED if fault in MOVED_ANYWAY else State.NOT_APPLIED)
    assert harness.disagreements() == {}


def test_the_token_expires_between_attempt_and_look_up(harness: Harness) -> None:
    """The answer was lost. The look-up is answered with 498 and asked again with a new token."""
    with harness.till() as till:
        harness.proxy.plan(cut_answer(POSITIONS["before"]))
        attempt = harness.redeem(till, BILL)
        assert attempt.state is State.UNKNOWN
        harness.service.tokens.expire()
        till.watch(attempt)
        till.settle()
        assert till.stored(attempt).state is State.REDEEMED
    assert harness.service.tokens.given == 2
    assert harness.disagreements() == {}


def test_a_request_that_arrives_after_its_token_has_expired(harness: Harness) -> None:
    """The network held it back. The service refuses it then, and nothing moves for it twice."""
    with harness.till() as till:
        harness.proxy.plan(hold_back())
        attempt = harness.redeem(till, BILL)
        assert attempt.state is State.UNKNOWN
        till.watch(attempt)
        till.settle()
        assert till.stored(attempt).state is State.NOT_APPLIED
        harness.service.tokens.expire()
        harness.proxy.deliver()
        again = harness.redeem(till, BILL)
        assert (again.state, again.reference) == (State.REDEEMED, attempt.reference)
    assert harness.disagreements() == {}


@pytest.mark.parametrize("down", WITHOUT_TOKEN, ids=NAMES)
def test_no_token_when_the_cashier_presses(harness: Harness, down: BadDay | Fault) -> None:
    """Nothing leaves. The next press sends the same attempt."""
    with harness.till() as till:
        give_no_token(harness, down)
        attempt = harness.redeem(till, BILL)
        assert (attempt.state, attempt.is_unproved) == (State.NOT_SENT, False)
        assert sent(harness) == []
        end_faults(harness)
        again = harness.redeem(till, BILL)
        assert (again.state, again.reference) == (State.REDEEMED, attempt.reference)
    assert harness.disagreements() == {}


def test_tokens_that_expire_at_once(harness: Harness) -> None:
    """Nothing can be done, and nothing is done twice. With good tokens, the next press redeems."""
    with harness.till() as till:
        harness.service.bad_day(BadDay.TOKEN_EXPIRES_AT_ONCE)
        attempt = harness.redeem(till, BILL)
        assert attempt.state is State.UNKNOWN
        assert sent(harness) == [attempt.reference]
        end_faults(harness)
        till.watch(attempt)
        till.settle()
        again = harness.redeem(till, BILL)
        assert (again.state, again.reference) == (State.REDEEMED, attempt.reference)
    assert harness.disagreements() == {}


@pytest.mark.parametrize("fault", [*MOVED_ANYWAY, *NOT_MOVED])
def test_the_till_dies_while_it_signs_in_again(harness: Harness, fault: BadDay) -> None:
    """Killed just before the look-up that follows 498 or 401: the next start finds out."""

    def die(name: str, done: bool, _arguments: tuple[Any, ...]) -> None:
        if name == "find_redemptions" and not done:
            raise KeyboardInterrupt

    till = harness.till(hooks=Hooks(api=die))
    harness.service.bad_day(fault, 1, call=Call.REDEEM)
    with pytest.raises(KeyboardInterrupt), till:
        harness.redeem(till, BILL)
    harness.service.tokens.expire()
    with harness.till() as till:
        till.settle()
    assert len(harness.service.ledger()) == (fault in MOVED_ANYWAY)
    assert harness.disagreements() == {}


@pytest.mark.parametrize("fault", [*MOVED_ANYWAY, *NOT_MOVED])
def test_giving_back_with_a_refused_token(harness: Harness, fault: BadDay) -> None:
    """A reversal is never repeated: the redemption's list decides, read with a new token."""
    with harness.till() as till:
        reference = harness.redeem(till, draft("B-2", "10")).reference
        harness.service.bad_day(fault, 1, call=Call.REVERSE)
        reversal = till.counter.give_back(reference, Points.parse("4"), "brought back")
        moved = fault in MOVED_ANYWAY
        assert reversal.state is (ReversalState.REVERSED if moved else ReversalState.REFUSED)
        assert sum(one.path == "/v2/points/reverse" for one in harness.proxy.seen) == 1
        assert harness.service.ledger()[0].reversed_points == (4 if moved else 0)


def _token_fault(chance: random.Random) -> Fault:
    at = chance.choice(list(POSITIONS.values()))
    end = chance.choice((End.CLOSE, End.RESET))
    return chance.choice((Fault(), cut_request(at, end), cut_answer(at, end), Fault(drip=0.002, piece=20)))


@pytest.mark.parametrize("seed", range(6))
def test_any_faults_of_tokens_and_calls_together(make_harness: MakeHarness, seed: int) -> None:
    """Random faults for random calls, tokens that expire at any time, and cashiers who press again."""
    chance = random.Random(seed)
    harness = make_harness(sign_in=SignIn.OAUTH, read_timeout=0.5)
    usual = [*MOVED_ANYWAY, *NOT_MOVED, BadDay.ANSWER_LOST, BadDay.CUT_BEFORE, BadDay.ERROR_429]
    tokens = [BadDay.TOKEN_EXPIRES_AT_ONCE, *(one for one in WITHOUT_TOKEN if isinstance(one, BadDay))]
    attempts: list[Attempt] = []
    with harness.till() as till:
        for number in range(12):
            for _ in range(3):
                harness.service.bad_day(None)
                for call in chance.sample([Call.REDEEM, Call.FIND_REDEMPTIONS], chance.randint(0, 2)):
                    harness.service.bad_day(chance.choice(usual), chance.randint(1, 2), call=call, also=True)
                if chance.random() < 0.4:
                    harness.service.bad_day(chance.choice(tokens), chance.randint(1, 3), also=True)
                if chance.random() < 0.5:
                    harness.service.tokens.expire()
                harness.proxy.plan(_token_fault(chance), path=TOKEN_PATH)
                try:
                    attempts.append(harness.redeem(till, draft(f"B-{seed}-{number}")))
                except HeldBack as held:
                    till.watch(held.attempt)
                except Failure as failure:
                    pytest.fail(f"{failure!r}")
                else:
                    till.watch(attempts[-1])
        harness.service.bad_day(None)
        till.settle()
    with harness.till() as till:
        till.settle()
    assert len(attempts) > 12
    assert harness.disagreements() == {}
