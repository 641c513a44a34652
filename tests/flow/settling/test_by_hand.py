"""Tests settling by hand: it needs an unknown attempt and a reason, and both are in the audit trail."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import Found, RedemptionsSeen
from desktop.domain.redemption import Candidate, Redeemed, State, Step
from desktop.domain.result_line import BY_HAND
from desktop.domain.result_record import record
from desktop.flow.lookup import Lookup
from desktop.flow.settling.by_hand import NotUnknownError, settle_by_hand
from tests.flow.fakes import ABSENT, make_draft, redeemed, seen

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt
    from tests.flow.fakes import Counter


def by_hand(counter: Counter, attempt: Attempt | str, *, happened: bool) -> Attempt:
    """Settles by hand."""
    reference = attempt if isinstance(attempt, str) else attempt.reference
    return settle_by_hand(
        counter.journal.as_journal, counter.clock, reference, redeemed=happened, reason=" Seen in books ", who="support"
    )


def test_it_was_redeemed(counter: Counter) -> None:
    """The bill is no longer held, but asked about. Who said so and why is kept."""
    attempt = counter.attempt_after(Step.LOST)
    settled = by_hand(counter, attempt.reference.lower(), happened=True)
    assert settled.state is State.REDEEMED
    assert counter.stored(attempt) == settled
    # What was settled by hand does not get the service's own code.
    assert record(settled, full_mobile=False)["code"] == BY_HAND
    told = counter.real.events(attempt.reference)[-2]
    assert (told.what, told.cashier, told.detail) == ("settled_by_hand", "support", "Seen in books")
    assert counter.happened(attempt) == ["begun", "lost", "settled_by_hand", "found"]


def test_the_redemption_that_the_service_showed_is_it(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a look-up has shown a redemption that may be the attempt, its id and points are kept."""
    attempt = counter.attempt_after(Step.LOST)
    suspected = replace(attempt, candidate=Candidate(redemption_id="7t4y2a", points=Decimal("99.5")))
    monkeypatch.setattr(counter.real, "get", lambda _reference: suspected)
    settled = by_hand(counter, attempt, happened=True)
    assert settled.redeemed == Redeemed(redemption_id="7t4y2a", points=Decimal("99.5"))


def test_rounded_points_of_a_row_are_those_that_were_asked_for(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise its value would not be known, and what was rounded off could never be given back."""
    asked = make_draft(points="99.625", worth=Decimal("62.50"))
    attempt = counter.attempt_after(Step.LOST, draft=asked)
    suspected = replace(attempt, candidate=Candidate(redemption_id="7t4y2a", points=Decimal(99)))
    monkeypatch.setattr(counter.real, "get", lambda _reference: suspected)
    settled = by_hand(counter, attempt, happened=True)
    assert settled.redeemed == Redeemed(redemption_id="7t4y2a", points=Decimal("99.625"), value=Decimal("62.50"))


@pytest.mark.parametrize(("points", "value"), [(None, Decimal("62.50")), ("100", Decimal("62.50")), ("99.5", None)])
def test_its_value_is_known_if_its_points_are_those_asked_for(
    counter: Counter, monkeypatch: pytest.MonkeyPatch, points: str | None, value: Decimal | None
) -> None:
    """A POS that asks later must know what to take off the bill, and never what other points are worth."""
    attempt = counter.attempt_after(Step.LOST, draft=make_draft(worth=Decimal("62.50")))
    if points is not None:
        suspected = replace(attempt, candidate=Candidate(redemption_id="7t4y2a", points=Decimal(points)))
        monkeypatch.setattr(counter.real, "get", lambda _reference: suspected)
    settled = by_hand(counter, attempt, happened=True)
    assert settled.redeemed is not None
    assert settled.redeemed.value == value


def test_it_was_not_redeemed(counter: Counter) -> None:
    """The same redemption keeps its reference, as after look-ups that proved its absence."""
    attempt = counter.attempt_after(Step.LOST)
    settled = by_hand(counter, attempt, happened=False)
    assert (settled.state, settled.trace.code) == (State.NOT_APPLIED, BY_HAND)
    counter.api.redeems.append(redeemed())
    again = counter.redeemer.redeem(make_draft(), counter.code)
    assert (again.reference, again.state) == (attempt.reference, State.REDEEMED)


def test_a_mistake_by_hand_is_detected(counter: Counter) -> None:
    """An attempt settled as not redeemed is looked up at the next start, and found."""
    attempt = counter.attempt_after(Step.LOST)
    by_hand(counter, attempt, happened=False)
    counter.api.looks.append(seen(attempt.reference))
    counter.settler.resume()
    progress = counter.settler.look_once()
    assert progress is not None
    assert progress.attempt.state is State.REDEEMED
    assert progress.attempt.settled_late
    assert record(progress.attempt, full_mobile=False)["code"] == "800"


def test_a_row_that_was_ruled_out_by_hand_holds_nothing(counter: Counter) -> None:
    """The list still shows it. Until another one turns up that could be the attempt, it may be sent again."""
    row, other = (Found(reference="", redemption_id=one, points=Decimal(100)) for one in ("X1", "X2"))
    attempt = counter.attempt_after(Step.LOST)
    suspected = counter.real.step(
        attempt.reference,
        Step.SUSPECTED,
        at=counter.clock.now(),
        candidate=Candidate(redemption_id="X1", points=Decimal(100)),
    )
    lookup = Lookup(counter.api, counter.journal.as_journal, counter.clock)
    counter.api.looks.extend([RedemptionsSeen(candidates=(row,))] * 2)
    assert lookup.look(suspected).candidate == suspected.candidate
    settled = by_hand(counter, suspected, happened=False)
    assert lookup.look(settled).is_absent
    counter.api.looks.append(RedemptionsSeen(candidates=(row, other)))
    found = lookup.look(settled).candidate
    assert found is not None
    assert found.redemption_id == "X2"
    counter.api.looks.append(RedemptionsSeen(candidates=(row,)))
    counter.api.redeems.append(redeemed())
    assert counter.redeemer.redeem(make_draft(), counter.code).state is State.REDEEMED


@pytest.mark.parametrize("steps", [(Step.REDEEMED,), (Step.REFUSED,), (Step.NOT_SENT,), ABSENT])
@pytest.mark.parametrize("happened", [True, False])
def test_a_known_outcome_stays(counter: Counter, steps: tuple[Step, ...], *, happened: bool) -> None:
    """A known outcome cannot be changed by hand."""
    attempt = counter.attempt_after(*steps)
    before = counter.happened(attempt)
    with pytest.raises(NotUnknownError, match=f"known already: {attempt.state.value}"):
        by_hand(counter, attempt, happened=happened)
    assert counter.stored(attempt) == attempt
    assert counter.happened(attempt) == before


def test_a_reference_that_was_never_made(counter: Counter) -> None:
    """A mistyped reference is reported, and nothing is recorded."""
    with pytest.raises(NotUnknownError, match="no redemption with this reference"):
        by_hand(counter, "01KAN4Z7Q8V9W0X1Y2Z3A4B5C6", happened=True)


@pytest.mark.parametrize("points", ["0", "-5"])
def test_what_is_confirmed_has_moved_points(counter: Counter, points: str) -> None:
    """An entry of no points, or fewer, can be the redemption. The day's figures then count those asked for."""
    attempt = counter.attempt_after(Step.LOST)
    candidate = Candidate(redemption_id="7t4y2a", points=Decimal(points))
    counter.real.step(attempt.reference, Step.SUSPECTED, at=counter.clock.now(), candidate=candidate)
    settled = by_hand(counter, attempt, happened=True)
    assert settled.redeemed == Redeemed(redemption_id="7t4y2a")
    assert settled.moved == 100
