"""Tests who may give points back, and for how long afterwards."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.failures import JournalUnusable, NotAllowed, NotReversible, Supervision, Unreversible
from desktop.domain.points import Points
from desktop.domain.reversal import ReversalState
from desktop.domain.settings import GiveBackRule, Settings
from desktop.flow.till import Till
from tests.flow.fakes import CATALOGUE, given_back, listing
from tests.flow.test_supervisor import Guard

if TYPE_CHECKING:
    from tests.flow.fakes import Counter

FORTY = Points(Decimal(40))


def till_of(counter: Counter, guard: Guard | None = None, **named: Any) -> Till:  # noqa: ANN401 - settings
    """Makes a till with these settings."""
    settings = Settings(till="till.two", cashier="Meera", **named)
    counter.api.shows = listing()
    counter.api.reverses.append(given_back())
    return Till(counter.api, counter.journal.as_journal, counter.clock, settings, CATALOGUE, supervisor=guard)


def test_a_cashier_may(counter: Counter) -> None:
    """Unless the policy says otherwise. No one else is asked."""
    attempt = counter.redemption()
    till = till_of(counter)
    assert till.offer_to_give_back(attempt.reference).left == 100
    reversal = till.give_back(attempt.reference, FORTY, "Item returned")
    assert (reversal.state, reversal.cashier, reversal.approved_by) == (ReversalState.REVERSED, "Meera", "")


def test_with_a_supervisor_the_pin_decides(counter: Counter) -> None:
    """The audit trail has who agreed to what, before anything is sent, and every refusal."""
    attempt = counter.redemption()
    till = till_of(counter, Guard(), give_back=GiveBackRule.SUPERVISOR)
    with pytest.raises(NotAllowed):
        till.give_back(attempt.reference, FORTY, "Item returned", "1111")
    assert counter.api.reversed == []
    reversal = till.give_back(attempt.reference, FORTY, " Item returned ", "4711")
    assert reversal.approved_by == "supervisor"
    events = [(one.what, one.detail) for one in counter.real.events(attempt.reference)][2:5]
    assert events == [
        ("supervisor_refused", "PT-SUPERVISOR-WRONG-PIN, 40 points back: Item returned"),
        ("supervisor_agreed", "40 points back: Item returned"),
        ("reversal_begun", f"{reversal.id} 40 points, approved by supervisor"),
    ]


def test_a_supervisor_is_not_called_for_nothing(counter: Counter) -> None:
    """What cannot be given back is said before the PIN is checked."""
    guard = Guard()
    till = till_of(counter, guard, give_back=GiveBackRule.SUPERVISOR)
    with pytest.raises(NotReversible):
        till.give_back("nobody", FORTY, "Item returned", "4711")
    assert guard.asked == 0


def test_without_a_pin_in_the_policy_no_supervisor_can_agree(counter: Counter) -> None:
    """Nothing is sent."""
    attempt = counter.redemption()
    with pytest.raises(NotAllowed) as caught:
        till_of(counter, give_back=GiveBackRule.SUPERVISOR).give_back(attempt.reference, FORTY, "r", "4711")
    assert caught.value.why is Supervision.OFF
    assert counter.api.reversed == []


def test_no_one_may_if_the_policy_says_so(counter: Counter) -> None:
    """The service is not even asked."""
    attempt = counter.redemption()
    till = till_of(counter, Guard(), give_back=GiveBackRule.NO_ONE)
    for act in (
        lambda: till.offer_to_give_back(attempt.reference),
        lambda: till.give_back(attempt.reference, FORTY, "r", "4711"),
    ):
        with pytest.raises(NotReversible) as caught:
            act()
        assert (caught.value.why, caught.value.support) == (Unreversible.OFF, "PT-REVERSAL-OFF")
    assert counter.api.calls == []


def test_after_the_policy_s_time_it_is_too_late(counter: Counter) -> None:
    """To the second. A clock that stands before the redemption is not too late."""
    attempt = counter.redemption()
    till = till_of(counter, give_back_days=2)
    counter.clock.set_wall(timedelta(days=2))
    assert till.offer_to_give_back(attempt.reference).left == 100
    counter.clock.set_wall(timedelta(seconds=1))
    with pytest.raises(NotReversible) as caught:
        till.offer_to_give_back(attempt.reference)
    assert caught.value.why is Unreversible.TOO_LATE
    counter.clock.set_wall(timedelta(days=-9))
    assert till.offer_to_give_back(attempt.reference).left == 100


def test_a_clock_that_was_ahead_for_a_few_hours_takes_no_days(counter: Counter) -> None:
    """Otherwise nothing that was redeemed before could be given back for a year."""
    attempt = counter.redemption()
    till = till_of(counter, give_back_days=2)
    for step in (timedelta(days=365), timedelta(hours=23), timedelta(days=-365)):
        counter.clock.set_wall(step)
        counter.real.note("signed_on", at=counter.clock.now(), till="till.two", cashier="Meera")
    assert till.offer_to_give_back(attempt.reference).left == 100
    counter.clock.set_wall(timedelta(days=1, hours=1, seconds=1))
    with pytest.raises(NotReversible) as caught:
        till.offer_to_give_back(attempt.reference)
    assert caught.value.why is Unreversible.TOO_LATE


def test_a_clock_that_was_set_back_gives_no_more_days(counter: Counter) -> None:
    """The journal knows that it was later, but for a day. What is recorded by the wrong clock since changes nothing."""
    attempt = counter.redemption()
    till = till_of(counter, give_back_days=2)

    def note() -> None:
        counter.real.note("signed_on", at=counter.clock.now(), till="till.two", cashier="Meera")

    counter.clock.set_wall(timedelta(days=2))
    note()
    counter.clock.set_wall(timedelta(days=-1))
    assert till.offer_to_give_back(attempt.reference).left == 100
    counter.clock.set_wall(timedelta(days=1, seconds=1))
    note()
    counter.clock.set_wall(timedelta(days=1))
    note()
    counter.clock.set_wall(timedelta(days=-3))
    note()
    for act in (
        lambda: till.offer_to_give_back(attempt.reference),
        lambda: till.give_back(attempt.reference, FORTY, "Item returned"),
    ):
        with pytest.raises(NotReversible) as caught:
            act()
        assert caught.value.why is Unreversible.TOO_LATE
    assert counter.api.reversed == []


def test_a_clock_that_was_wrong_before_a_redemption_takes_no_days_from_it(counter: Counter) -> None:
    """Once it is right again, only what was recorded after the redemption counts."""
    counter.clock.set_wall(timedelta(days=900))
    counter.real.note("signed_on", at=counter.clock.now(), till="till.two", cashier="Meera")
    counter.clock.set_wall(timedelta(days=-900))
    attempt = counter.redemption()
    assert till_of(counter, give_back_days=2).offer_to_give_back(attempt.reference).left == 100


def test_closing_tries_once_more_to_record_an_outcome(counter: Counter) -> None:
    """The next start settles what still cannot be recorded."""
    attempt = counter.redemption()
    till = till_of(counter)
    counter.journal.broken.add("step_reversal")
    with pytest.raises(Exception, match="unwritten_reversal"):
        till.give_back(attempt.reference, FORTY, "Item returned")
    counter.journal.broken.clear()
    counter.journal.broken.add("close")
    with pytest.raises(JournalUnusable):
        till.close()
    (reversal,) = counter.real.reversals_of(attempt.reference)
    assert reversal.state is ReversalState.REVERSED


def test_the_pos_names_a_redemption(counter: Counter) -> None:
    """Only one that this till has recorded is found."""
    attempt = counter.redemption()
    till = till_of(counter)
    assert till.redemption(attempt.reference) == attempt
    with pytest.raises(NotReversible) as caught:
        till.redemption("01NOSUCHREFERENCE")
    assert caught.value.why is Unreversible.NOT_REDEEMED
