"""Tests settling reversals: found in the list, absent over time, or unknown for as long as nothing proves either."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import Call, JournalUnusable, Lost, Refused, SentElsewhere, Unanswered
from desktop.domain.points import Points
from desktop.domain.redemption import Refusal, Step, Trace
from desktop.domain.reversal import ReversalState, ReversalStep
from desktop.domain.settings import Settings
from desktop.flow.background_till import BackgroundTill
from desktop.flow.settling import reversal_settler
from desktop.flow.settling.reversal_settler import ReversalSettler
from tests.flow.fakes import LOOK_AGAIN_AFTER, SETTLE_AFTER, entry, given_back, listing

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.flow.settling.reversal_settler import ReversalProgress
    from tests.flow.fakes import Counter

LATE = "2026-11-22 12:05:00"


def amount(text: str) -> Points:
    """Makes an amount of points."""
    return Points(Decimal(text))


def lost(counter: Counter, attempt: Attempt | None = None, *, service: str = "") -> Reversal:
    """Gives 40 points back. The answer is lost."""
    attempt = attempt or counter.redemption(service=service)
    counter.api.shows = listing()
    counter.api.reverses.append(Unanswered(Lost.TIMEOUT))
    give = counter.giving_back("Ravi", service=service)
    return give.give_back(attempt.reference, amount("40"), "Item returned")


def refused(counter: Counter) -> Reversal:
    """Gives 40 points back. The service refuses it without proof."""
    counter.api.shows = listing()
    counter.api.reverses.append(Refused(Call.REVERSE, 904))
    return counter.give_back.give_back(counter.redemption().reference, amount("40"), "Item returned")


def next_look(counter: Counter, settler: ReversalSettler | None = None) -> ReversalProgress | None:
    """Waits until a look is due, and makes it."""
    settler = settler or counter.reversal_settler
    due = settler.next_due()
    assert due is not None
    counter.clock.advance(due + 0.001)
    return settler.look_once()


def stored(counter: Counter, reversal: Reversal) -> Reversal:
    """Returns the reversal as the journal has it."""
    found = counter.real.get_reversal(reversal.id)
    assert found is not None
    return found


def test_nothing_is_due_if_nothing_is_watched(counter: Counter) -> None:
    """The worker can sleep."""
    assert counter.reversal_settler.next_due() is None
    assert counter.reversal_settler.look_once() is None


def test_the_list_settles_an_unknown_reversal(counter: Counter) -> None:
    """A new entry of these points is the reversal, and the redemption counts it."""
    reversal = lost(counter)
    counter.reversal_settler.watch(reversal)
    counter.api.lists += [Unanswered(Lost.TIMEOUT), listing(), listing(entry("40"))]
    failed, absent, found = (next_look(counter) for _ in range(3))
    assert failed is not None
    assert absent is not None
    assert found is not None
    assert isinstance(failed.failure, Unanswered)
    assert (absent.failure, absent.reversal.looks, absent.asked) == (None, 1, 2)
    assert (found.reversal.state, found.next_in, found.asked) == (ReversalState.REVERSED, None, 3)
    assert found.reversal == stored(counter, reversal)
    attempt = counter.real.get(reversal.reference)
    assert attempt is not None
    assert attempt.reversed_points == 40
    assert counter.reversal_settler.next_due() is None


def test_absence_needs_several_complete_looks_over_time(counter: Counter) -> None:
    """Then it counts as not done, but it is looked for once more later, and may turn up."""
    reversal = lost(counter)
    counter.reversal_settler.watch(reversal)
    began = counter.clock.monotonic()
    last = None
    while counter.reversal_settler.unknown():
        last = next_look(counter)
    assert last is not None
    assert (last.reversal.state, last.next_in) == (ReversalState.NOT_APPLIED, None)
    assert SETTLE_AFTER <= counter.clock.monotonic() - began < SETTLE_AFTER + 5
    assert last.reversal.looks >= 2
    assert counter.reversal_settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER, abs=1)
    counter.api.shows = listing(entry("40"))
    late = next_look(counter)
    # What counted as not done is news.
    assert late is not None
    assert (late.reversal.state, late.reversal.settled_late) == (ReversalState.REVERSED, True)


def test_a_lost_answer_is_looked_up_at_once_and_only_when_it_is_due(counter: Counter) -> None:
    """The cashier and the customer may be waiting for it. The window says when it is asked about next."""
    counter.reversal_settler.watch(lost(counter))
    looks = len(counter.api.asked)
    due = counter.reversal_settler.next_due()
    assert due is not None
    assert 0 < due <= 1
    assert counter.reversal_settler.look_once() is None
    assert len(counter.api.asked) == looks
    told = next_look(counter)
    assert told is not None
    assert told.next_in == pytest.approx(counter.reversal_settler.next_due())


def test_a_look_that_could_not_see_everything_proves_nothing(counter: Counter) -> None:
    """However often it is made."""
    reversal = lost(counter)
    counter.reversal_settler.watch(reversal)
    counter.api.shows = listing(complete=False)
    for _ in range(20):
        next_look(counter)
    assert stored(counter, reversal).state is ReversalState.UNKNOWN


def test_an_entry_of_other_points_is_kept_and_absence_begins_again(counter: Counter) -> None:
    """It is recorded once. The reversal stays unknown, until its own entry turns up."""
    reversal = lost(counter)
    counter.reversal_settler.watch(reversal)
    next_look(counter)
    counter.api.shows = listing(entry("20"))
    for _ in range(5):
        suspected = next_look(counter)
        assert suspected is not None
        assert suspected.reversal.candidate == entry("20")
    assert [one.what for one in counter.real.events(reversal.reference)].count("reversal_suspected") == 1
    assert stored(counter, reversal).state is ReversalState.UNKNOWN
    counter.api.shows = listing(entry("20"), entry("40", "2", LATE))
    found = next_look(counter)
    assert found is not None
    assert found.reversal.state is ReversalState.REVERSED


def test_two_looks_do_not_prove_absence_however_far_apart(counter: Counter) -> None:
    """The machine may have slept in between. The third one proves it."""
    reversal = lost(counter)
    counter.reversal_settler.watch(reversal)
    states = []
    for _ in range(3):
        counter.clock.advance(2 * SETTLE_AFTER)
        counter.reversal_settler.look_once()
        states.append(stored(counter, reversal).state)
    assert states == [ReversalState.UNKNOWN, ReversalState.UNKNOWN, ReversalState.NOT_APPLIED]


def test_a_list_that_has_lost_the_candidate_shows_no_absence(counter: Counter) -> None:
    """It is older than the one with the candidate, however often it comes. The reversal may not be in it yet either."""
    reversal = lost(counter)
    settler = counter.reversal_settler
    settler.watch(reversal)
    next_look(counter)
    counter.clock.advance(SETTLE_AFTER)
    counter.api.shows = listing(entry("20"))
    next_look(counter)
    counter.api.shows = listing()
    for _ in range(20):
        next_look(counter)
        counter.clock.advance(SETTLE_AFTER)
    assert stored(counter, reversal).state is ReversalState.UNKNOWN
    counter.api.shows = listing(entry("20"), entry("40", "2"))
    next_look(counter)
    assert stored(counter, reversal).state is ReversalState.REVERSED
    assert not settler.unknown()


def test_a_refusal_without_proof_is_looked_up_once_later(counter: Counter) -> None:
    """Nothing is reported if it is still absent, and nothing is watched any more."""
    reversal = refused(counter)
    counter.reversal_settler.watch(reversal)
    assert counter.reversal_settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)
    counter.api.lists += [Unanswered(Lost.TIMEOUT)]
    assert next_look(counter) is None
    assert counter.reversal_settler.next_due() is not None
    assert next_look(counter) is None
    assert counter.reversal_settler.next_due() is None
    assert stored(counter, reversal).looks == 1


def test_an_entry_without_points_leaves_an_unproved_reversal_as_it_is(counter: Counter) -> None:
    """It may be the reversal, so that it is soon looked at again."""
    reversal = refused(counter)
    counter.reversal_settler.watch(reversal)
    counter.api.shows = listing(replace(entry("40"), points=None))
    assert next_look(counter) is None
    assert stored(counter, reversal) == reversal
    due = counter.reversal_settler.next_due()
    assert due is not None
    assert due < SETTLE_AFTER


def test_what_is_settled_is_not_watched(counter: Counter) -> None:
    """Watching it again ends the watch."""
    reversal = lost(counter)
    counter.reversal_settler.watch(reversal)
    done = counter.real.step_reversal(reversal.id, ReversalStep.FOUND, at=counter.clock.now(), given_back=given_back())
    counter.reversal_settler.watch(done)
    assert counter.reversal_settler.next_due() is None


def test_a_start_takes_up_what_is_open_or_unproved(counter: Counter) -> None:
    """Unknown ones at once, the others one after the other."""
    unknown = lost(counter)
    for _ in range(3):
        refused(counter)
    assert [one.id for one in counter.reversal_settler.resume()] == [unknown.id]
    assert counter.reversal_settler.next_due() == 0.0
    assert len(counter.reversal_settler.unknown()) == 1
    counter.api.shows = listing()
    first = counter.reversal_settler.look_once()
    assert first is not None
    assert first.reversal.id == unknown.id


def test_a_start_looks_unproved_reversals_up(counter: Counter) -> None:
    """One shortly after the other, and not a refusal that proves something."""
    unproved = [refused(counter), refused(counter)]
    proved = counter.real.begin_reversal(
        counter.redemption().reference,
        "R-1",
        points=amount("40"),
        reason="r",
        before=listing(),
        till="t",
        cashier="c",
        at=counter.clock.now(),
    )
    counter.real.step_reversal(
        proved.id, ReversalStep.REFUSED, at=counter.clock.now(), trace=Trace(code="904"), refusal=Refusal.PROVED
    )
    assert counter.reversal_settler.resume() == ()
    waits = []
    while (due := counter.reversal_settler.next_due()) is not None:
        waits.append(due)
        counter.clock.advance(due)
        assert counter.reversal_settler.look_once() is None
    assert waits == [0.0, 2.0]
    assert [stored(counter, one).looks for one in (*unproved, proved)] == [1, 1, 0]


def test_a_start_looks_up_the_newest_unproved_reversals(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest one first. Earlier starts have looked the older ones up."""
    monkeypatch.setattr(reversal_settler, "_RECHECKED", 2)
    _, newer, newest = (refused(counter) for _ in range(3))
    counter.api.asked.clear()
    counter.reversal_settler.resume()
    while counter.reversal_settler.next_due() is not None:
        assert next_look(counter) is None
    assert [reference for _, reference in counter.api.asked] == [newest.reference, newer.reference]


def test_what_was_settled_as_not_done_meanwhile_is_looked_up_later(counter: Counter) -> None:
    """Support said so while the till was looking it up."""
    reversal = lost(counter)
    counter.reversal_settler.watch(reversal)
    counter.real.step_reversal(reversal.id, ReversalStep.ABSENT, at=counter.clock.now())
    told = next_look(counter)
    assert told is not None
    assert told.reversal.state is ReversalState.NOT_APPLIED
    assert counter.reversal_settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)


def test_a_till_that_died_asks_the_list(counter: Counter) -> None:
    """A reversal that was in flight is unknown after the next start."""
    attempt = counter.redemption()
    counter.real.begin_reversal(
        attempt.reference,
        "R-1",
        points=amount("40"),
        reason="r",
        before=listing(),
        till="t",
        cashier="c",
        at=counter.clock.now(),
    )
    counter.real.recover(counter.clock.now())
    (one,) = counter.reversal_settler.resume()
    assert (one.state, one.trace.code) == (ReversalState.UNKNOWN, "PT-DIED")


def test_the_counter_may_find_it_first(counter: Counter) -> None:
    """Before the look, or during it. The window hears of it once."""
    before, during = lost(counter), lost(counter)
    settler = counter.reversal_settler
    settler.watch(before)
    settler._lookup.found(before, listing(entry("40")))
    told = next_look(counter)
    assert told is not None
    assert (told.reversal.state, told.next_in) == (ReversalState.REVERSED, None)
    settler.watch(during)
    counter.api.shows = listing(entry("40"))
    counter.journal.before["step_reversal"] = lambda: counter.real.step_reversal(
        during.id, ReversalStep.FOUND, at=counter.clock.now(), given_back=given_back()
    )
    told = next_look(counter)
    assert told is not None
    assert told.reversal.state is ReversalState.REVERSED
    assert settler.next_due() is None


def test_what_the_counter_found_in_an_unproved_one_is_known_to_the_window(counter: Counter) -> None:
    """So it is not reported again."""
    reversal = refused(counter)
    counter.reversal_settler.watch(reversal)
    counter.reversal_settler._lookup.found(reversal, listing(entry("40")))
    assert next_look(counter) is None
    assert counter.reversal_settler.next_due() is None


def test_a_reversal_that_the_journal_does_not_have_is_dropped(counter: Counter) -> None:
    """A damaged journal was replaced."""
    counter.reversal_settler.watch(lost(counter))
    counter.journal.instead["get_reversal"] = None
    assert next_look(counter) is None
    assert counter.reversal_settler.next_due() is None


@pytest.mark.parametrize("is_first", ["settling", "counter"])
def test_a_lost_answer_that_was_not_recorded_is_recorded_now(counter: Counter, is_first: str) -> None:
    """The counter is done with it, and the journal can be written again. The counter may record it first."""
    attempt = counter.redemption()
    begun = counter.real.begin_reversal(
        attempt.reference,
        "R-1",
        points=amount("40"),
        reason="r",
        before=listing(),
        till="t",
        cashier="c",
        at=counter.clock.now(),
    )
    unwritten = replace(begun, state=ReversalState.UNKNOWN, trace=Trace(code="PT-TIMEOUT"), refusal=Refusal.FAILED)
    counter.reversal_settler.watch(unwritten)
    counter.api.shows = listing()
    if is_first == "counter":
        # At the very moment at which settling is about to.
        counter.journal.before["step_reversal"] = lambda: counter.real.step_reversal(
            begun.id, ReversalStep.LOST, at=counter.clock.now(), trace=unwritten.trace, refusal=unwritten.refusal
        )
    told = next_look(counter)
    assert told is not None
    found = told.reversal
    assert (found.state, found.trace.code, found.looks) == (ReversalState.UNKNOWN, "PT-TIMEOUT", 1)
    assert found.refusal is Refusal.FAILED


def test_a_journal_that_cannot_be_written_does_not_make_it_spin(counter: Counter) -> None:
    """The next look is a pause away."""
    counter.reversal_settler.watch(lost(counter))
    counter.journal.broken.add("step_reversal")
    with pytest.raises(JournalUnusable):
        next_look(counter)
    due = counter.reversal_settler.next_due()
    assert due is not None
    assert due > 0


def test_at_another_service_absence_proves_nothing(counter: Counter) -> None:
    """An entry that is found does."""
    reversal = lost(counter, service="https://a")
    settler = ReversalSettler(
        counter.api,
        counter.journal.as_journal,
        counter.clock,
        settle_after=SETTLE_AFTER,
        look_again_after=LOOK_AGAIN_AFTER,
        service="https://b",
    )
    settler.watch(reversal)
    for _ in range(5):
        told = next_look(counter, settler)
        assert told is not None
        assert isinstance(told.failure, SentElsewhere)
        assert settler.next_due() == pytest.approx(LOOK_AGAIN_AFTER)
    counter.api.shows = listing(entry("40"))
    found = next_look(counter, settler)
    assert found is not None
    assert found.reversal.state is ReversalState.REVERSED


def test_the_background_settles_both_kinds(counter: Counter) -> None:
    """Redemptions and reversals that are due at the same time take turns."""
    reversal = lost(counter)
    counter.attempt_after(Step.LOST)
    background = BackgroundTill(counter.api, counter.journal.as_journal, counter.clock, Settings())
    state = background.resume()
    assert (len(state.unknown), len(state.reversals), state.next_in) == (1, 1, 0.0)
    looked = [background.look_once() for _ in range(2)]
    assert sorted(one.progress is not None for one in looked) == [False, True]
    assert sorted(one.reversal is not None for one in looked) == [False, True]
    counter.api.shows = listing(entry("40"))
    due = background.reversal_settler.next_due()
    assert due is not None
    counter.clock.advance(due)
    while background.reversal_settler.unknown():
        background.look_once()
    assert stored(counter, reversal).state is ReversalState.REVERSED
    assert background.watch_reversal(refused(counter)).next_in is not None


@pytest.mark.parametrize("is_readable", [True, False])
def test_a_settled_reversal_comes_with_its_redemption(counter: Counter, *, is_readable: bool) -> None:
    """The window names its bill. If the redemption cannot be read, the outcome is reported without it."""
    reversal = lost(counter)
    background = BackgroundTill(counter.api, counter.journal.as_journal, counter.clock, Settings())
    background.resume()
    assert background.look_once().redemption is None
    counter.api.shows = listing(entry("40"))
    due = background.reversal_settler.next_due()
    assert due is not None
    counter.clock.advance(due)
    if not is_readable:
        counter.journal.before["step_reversal"] = lambda: counter.journal.broken.add("get")
    state = background.look_once()
    assert state.reversal is not None
    assert state.reversal.reversal.state is ReversalState.REVERSED
    assert state.redemption == (counter.real.get(reversal.reference) if is_readable else None)
