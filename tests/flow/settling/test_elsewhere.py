"""Tests attempts that were sent to another service, or under another till name, than the till has now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Held, HeldBack, Lost, SentElsewhere, Unanswered
from desktop.domain.redemption import State, Step
from desktop.domain.settings import Settings
from desktop.flow.background_till import BackgroundTill
from desktop.flow.settling.settler import Settler
from tests.flow.fakes import ABSENT, LOOK_AGAIN_AFTER, SETTLE_AFTER, make_draft, next_look, redeemed, seen

if TYPE_CHECKING:
    from tests.flow.fakes import Counter

HERE = "https://new.example.com"
THERE = "https://old.example.com"


@pytest.fixture
def settler(counter: Counter) -> Settler:
    """A settler at the service that the till uses now."""
    return Settler(
        counter.api,
        counter.journal.as_journal,
        counter.clock,
        settle_after=SETTLE_AFTER,
        look_again_after=LOOK_AGAIN_AFTER,
        service=HERE,
    )


def test_absence_here_proves_nothing(counter: Counter, settler: Settler) -> None:
    """However often and long it is looked up. The reason is reported, and the service is not pressed."""
    attempt = counter.attempt_after(Step.LOST, service=THERE)
    settler.resume()
    for _ in range(10):
        progress = next_look(counter, settler)
        assert progress is not None
        assert isinstance(progress.failure, SentElsewhere)
        assert progress.attempt.state is State.UNKNOWN
        assert progress.next_in == pytest.approx(LOOK_AGAIN_AFTER)
        counter.clock.advance(SETTLE_AFTER)
    assert counter.stored(attempt).looks == 0


def test_a_redemption_that_is_found_here_is_proof(counter: Counter, settler: Settler) -> None:
    """The service may only have got another address: a reference is not found by chance."""
    attempt = counter.attempt_after(Step.LOST, service=THERE)
    counter.api.looks.append(seen(attempt.reference))
    settler.resume()
    progress = next_look(counter, settler)
    assert progress is not None
    assert progress.attempt.state is State.REDEEMED
    assert not settler.unknown()


def test_a_look_up_without_an_answer_is_reported_as_always(counter: Counter, settler: Settler) -> None:
    """Which service it is matters only once it has answered."""
    counter.attempt_after(Step.LOST, service=THERE)
    counter.api.looks.append(Unanswered(Lost.TIMEOUT))
    settler.resume()
    progress = next_look(counter, settler)
    assert progress is not None
    assert isinstance(progress.failure, Unanswered)


@pytest.mark.parametrize("steps", [ABSENT, (Step.NOT_SENT,)])
def test_a_recheck_here_does_not_count_for_an_attempt_from_there(
    counter: Counter, settler: Settler, steps: tuple[Step, ...]
) -> None:
    """It is looked up once, in case it has turned up at another address, and then again at the next start."""
    attempt = counter.attempt_after(*steps, doubtful=True, service=THERE)
    settler.resume()
    assert next_look(counter, settler) is None
    assert settler.next_due() is None
    assert counter.happened(attempt)[-1] != "looked"


def background_till(counter: Counter, till: str) -> BackgroundTill:
    """Makes the settling thread's work at the service of the attempts, with a till name of its own."""
    settings = Settings(server=THERE, till=till, settle_after=SETTLE_AFTER, look_again_after=LOOK_AGAIN_AFTER)
    background = BackgroundTill(counter.api, counter.journal.as_journal, counter.clock, settings, service=THERE)
    background.resume()
    return background


def test_absence_under_another_till_name_proves_nothing(counter: Counter) -> None:
    """The till's name decides which organisation's redemptions the service shows."""
    attempt = counter.attempt_after(Step.LOST, service=THERE)
    settler = background_till(counter, "till.two").settler
    for _ in range(10):
        progress = next_look(counter, settler)
        assert progress is not None
        assert isinstance(progress.failure, SentElsewhere)
        assert progress.proves_in is None
        counter.clock.advance(SETTLE_AFTER)
    assert counter.stored(attempt).state is State.UNKNOWN


def test_a_redemption_that_is_found_under_another_till_name_is_proof(counter: Counter) -> None:
    """The till may only have got another name."""
    attempt = counter.attempt_after(Step.LOST, service=THERE)
    counter.api.looks.append(seen(attempt.reference))
    next_look(counter, background_till(counter, "till.two").settler)
    assert counter.stored(attempt).state is State.REDEEMED


def test_a_till_name_in_other_letters_is_the_same(counter: Counter) -> None:
    """Absence is proved as always."""
    attempt = counter.attempt_after(Step.LOST, service=THERE)
    settler = background_till(counter, "Till.One").settler
    while settler.unknown():
        next_look(counter, settler)
    assert counter.stored(attempt).state is State.NOT_APPLIED


@pytest.mark.parametrize("service", [HERE, ""])
def test_what_was_sent_here_is_settled(counter: Counter, settler: Settler, service: str) -> None:
    """So is an attempt from an earlier version, which did not record the service."""
    counter.attempt_after(Step.LOST, service=service)
    settler.resume()
    states = []
    while settler.unknown():
        progress = next_look(counter, settler)
        assert progress is not None
        states.append(progress.attempt.state)
    assert states[-1] is State.NOT_APPLIED


@pytest.mark.parametrize("bill", ["B-17", ""])
@pytest.mark.parametrize("steps", [ABSENT, (Step.NOT_SENT,)])
def test_a_reference_stays_with_its_service(counter: Counter, bill: str, steps: tuple[Step, ...]) -> None:
    """What did not happen there is redeemed here with a reference of its own, which is looked up here."""
    earlier = counter.attempt_after(*steps, draft=make_draft(bill), service=THERE)
    counter.api.redeems.append(redeemed())
    redeemer = counter.of("Ravi", service=HERE)
    if steps == ABSENT:
        # Its absence was proved there only, so the cashier decides.
        with pytest.raises(HeldBack) as caught:
            redeemer.redeem(make_draft(bill), counter.code)
        assert (caught.value.why, caught.value.attempt) == (Held.OTHER_MACHINE, earlier)
    attempt = redeemer.redeem(make_draft(bill), counter.code, confirmed=True)
    assert not counter.api.asked
    assert attempt.reference != earlier.reference
    assert (attempt.state, attempt.service) == (State.REDEEMED, HERE)
    assert counter.stored(earlier) == earlier


def test_a_reference_stays_with_its_till_name(counter: Counter) -> None:
    """What counts as not redeemed under another name may have moved points there, so the cashier decides."""
    earlier = counter.attempt_after(*ABSENT, service=THERE)
    counter.api.redeems.append(redeemed())
    redeemer = counter.of("Ravi", till="till.two", service=THERE)
    with pytest.raises(HeldBack) as caught:
        redeemer.redeem(make_draft(), counter.code)
    assert (caught.value.why, caught.value.attempt) == (Held.OTHER_MACHINE, earlier)
    attempt = redeemer.redeem(make_draft(), counter.code, confirmed=True)
    assert not counter.api.asked
    assert attempt.reference != earlier.reference
    assert counter.stored(earlier) == earlier


def test_a_bill_with_an_unknown_outcome_there_is_held_here(counter: Counter) -> None:
    """The member's points may have moved, whatever address the till has now."""
    earlier = counter.attempt_after(Step.LOST, service=THERE)
    with pytest.raises(HeldBack) as caught:
        counter.of("Ravi", service=HERE).redeem(make_draft(), counter.code)
    assert (caught.value.why, caught.value.attempt) == (Held.SAME_BILL, earlier)
