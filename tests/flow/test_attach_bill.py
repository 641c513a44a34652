"""A bill is attached once, never over another one, and a lost answer is looked up before anything is sent again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import RedemptionsSeen
from desktop.domain.failures import Call, Lost, NotSent, Refused, Throttled, Unanswered, Unsent
from desktop.domain.redemption import Refusal, State, Step
from desktop.flow.attach_bill import BILL_SENT, AttachBill, BillTrouble
from tests.flow.fakes import NOON, make_draft, redeemed, seen

if TYPE_CHECKING:
    from tests.flow.fakes import Counter

REFERENCE = "01KA"
LOST = Unanswered(Lost.TIMEOUT)


@pytest.fixture
def bills(counter: Counter) -> AttachBill:
    """Returns what attaches bills, at the service of the redemption."""
    return AttachBill(counter.api, counter.journal.as_journal, counter.clock, till="till.one")


def redeem(counter: Counter, *steps: Step, bill: str = "") -> None:
    """Records a redemption without a bill, or with another history."""
    counter.real.begin(make_draft(bill), REFERENCE, till="till.one", cashier="Ravi", at=NOON)
    for step in steps or (Step.REDEEMED,):
        counter.real.step(REFERENCE, step, at=NOON, redeemed=redeemed() if step is Step.REDEEMED else None)


def events(counter: Counter) -> list[str]:
    """Returns the redemption's events from the first that is about the bill."""
    return [one.what for one in counter.real.events(REFERENCE) if one.what.startswith("bill")]


def bill(counter: Counter) -> str:
    """Returns the bill that the journal has."""
    found = counter.real.get(REFERENCE)
    assert found is not None
    return found.draft.bill


def test_a_bill_is_attached(counter: Counter, bills: AttachBill) -> None:
    """The journal has the try before the request leaves, and the bill with the request id afterwards."""
    redeem(counter)

    def answer() -> str:
        assert events(counter) == [BILL_SENT]
        return "req-bill"

    counter.api.attaches.append(answer)
    told = bills.attach(REFERENCE, "MG-1")
    assert told.trouble is None
    assert told.attempt is not None
    assert told.attempt.draft.bill == "MG-1"
    assert counter.api.attached == [(REFERENCE, "7t4y2a", "MG-1")]
    assert events(counter) == [BILL_SENT, "bill_attached"]
    assert counter.real.events(REFERENCE)[-1].request_id == "req-bill"
    assert [one.reference for one in counter.real.same_bill("mg-1")] == [REFERENCE]
    # Again: nothing is sent, whatever the letter case. Another one is refused.
    assert bills.attach(REFERENCE, "mg-1").trouble is None
    assert bills.attach(REFERENCE, "MG-2").trouble is BillTrouble.HAS_BILL
    assert counter.api.calls == ["attach_bill"]


@pytest.mark.parametrize(
    ("steps", "trouble"),
    [
        ((), BillTrouble.NO_RECORD),
        ((Step.LOST,), BillTrouble.OUTCOME_UNKNOWN),
        ((Step.LOST, Step.ABSENT), BillTrouble.NOT_REDEEMED),
    ],
)
def test_only_a_redemption_gets_a_bill(
    counter: Counter, bills: AttachBill, steps: tuple[Step, ...], trouble: BillTrouble
) -> None:
    """What is not in the journal, not known or not redeemed is refused, and nothing is sent."""
    if steps:
        redeem(counter, *steps)
    assert bills.attach(REFERENCE, "MG-1").trouble is trouble
    assert counter.api.calls == []
    assert events(counter) == []


@pytest.mark.parametrize(
    ("step", "trouble"),
    [
        (Step.REFUSED, BillTrouble.NOT_REDEEMED),
        (Step.NOT_SENT, BillTrouble.NOT_REDEEMED),
        (Step.REDEEMED, None),
        (Step.REVERSED, None),
    ],
)
def test_the_bill_that_an_attempt_has(
    counter: Counter, bills: AttachBill, step: Step, trouble: BillTrouble | None
) -> None:
    """A redemption has it already. What was not redeemed is refused: a POS must not take it for a redemption."""
    counter.real.begin(make_draft("MG-1"), REFERENCE, till="till.one", cashier="", at=NOON)
    if step is Step.REVERSED:
        counter.real.step(REFERENCE, Step.REDEEMED, at=NOON, redeemed=redeemed())
    done = redeemed() if step is Step.REDEEMED else None
    refusal = Refusal.PROVED if step is Step.REFUSED else None
    counter.real.step(REFERENCE, step, at=NOON, redeemed=done, refusal=refusal)
    assert bills.attach(REFERENCE, "mg-1").trouble is trouble
    assert counter.api.calls == []


def test_an_attempt_in_flight_gets_none(counter: Counter, bills: AttachBill) -> None:
    """Its outcome is not known yet."""
    counter.real.begin(make_draft(""), REFERENCE, till="till.one", cashier="", at=NOON)
    assert bills.attach(REFERENCE, "MG-1").trouble is BillTrouble.OUTCOME_UNKNOWN


def test_another_service_and_a_forgotten_member_are_refused(counter: Counter, bills: AttachBill) -> None:
    """The call names the member, and goes to the service that has the redemption."""
    counter.real.begin(make_draft(""), REFERENCE, till="till.one", cashier="", at=NOON, service="https://other.example")
    counter.real.step(REFERENCE, Step.REDEEMED, at=NOON, redeemed=redeemed())
    elsewhere = AttachBill(
        counter.api, counter.journal.as_journal, counter.clock, till="till.one", service="https://eu.example"
    )
    assert elsewhere.attach(REFERENCE, "MG-1").trouble is BillTrouble.ELSEWHERE
    counter.real.forget_members(NOON + timedelta(days=1))
    assert bills.attach(REFERENCE, "MG-1").trouble is BillTrouble.FORGOTTEN
    assert counter.api.calls == []


@pytest.mark.parametrize(
    ("failure", "trouble"),
    [
        (Refused(Call.ATTACH_BILL, 750, "no"), BillTrouble.REFUSED),
        (Throttled(Call.ATTACH_BILL, 429), BillTrouble.NOT_SENT),
        (NotSent(Unsent.CONNECT), BillTrouble.NOT_SENT),
        (LOST, BillTrouble.NOT_KNOWN),
    ],
)
def test_a_failure_leaves_the_redemption_without_a_bill(
    counter: Counter, bills: AttachBill, failure: Exception, trouble: BillTrouble
) -> None:
    """The reason is told with its code, and the next try looks before it sends."""
    redeem(counter)
    counter.api.sees = seen(REFERENCE)
    counter.api.attaches.append(failure)
    told = bills.attach(REFERENCE, "MG-1")
    assert told.trouble is trouble
    assert told.support
    assert bill(counter) == ""
    counter.api.calls.clear()
    counter.api.attaches.append("req")
    assert bills.attach(REFERENCE, "MG-1").trouble is None
    assert counter.api.calls == ["find_redemptions", "attach_bill"]
    assert events(counter) == [BILL_SENT, BILL_SENT, "bill_attached"]


@pytest.mark.parametrize("failure", [LOST, Refused(Call.ATTACH_BILL, 750)])
def test_a_lost_answer_is_looked_up(counter: Counter, bills: AttachBill, failure: Exception) -> None:
    """If the service shows the bill, it is attached, also if a repeat was refused."""
    redeem(counter)
    counter.api.attaches.append(failure)
    found = seen(REFERENCE)
    counter.api.sees = replace(found, found=(replace(found.found[0], bill=" mg-1 "),))
    assert bills.attach(REFERENCE, "MG-1").trouble is None
    assert bill(counter) == "MG-1"
    assert counter.api.calls == ["attach_bill", "find_redemptions"]


def test_another_bill_at_the_service_is_recorded_and_never_replaced(counter: Counter, bills: AttachBill) -> None:
    """An earlier try may have attached it. The journal then says what the service has."""
    redeem(counter)
    counter.api.attaches.append(LOST)
    assert bills.attach(REFERENCE, "MG-1").trouble is BillTrouble.NOT_KNOWN
    found = seen(REFERENCE)
    counter.api.sees = replace(found, found=(replace(found.found[0], bill="MG-1"),))
    counter.api.calls.clear()
    told = bills.attach(REFERENCE, "MG-2")
    assert told.trouble is BillTrouble.HAS_BILL
    assert told.attempt is not None
    assert told.attempt.draft.bill == "MG-1"
    assert counter.api.calls == ["find_redemptions"]


@pytest.mark.parametrize("there", ["", "-1", "null", "  "])
def test_what_the_service_shows_for_no_bill_is_none(counter: Counter, bills: AttachBill, there: str) -> None:
    """Then the bill is sent again."""
    redeem(counter)
    found = seen(REFERENCE)
    counter.api.sees = replace(found, found=(replace(found.found[0], bill=there),))
    counter.api.attaches.extend([LOST, "req"])
    assert bills.attach(REFERENCE, "MG-1").trouble is BillTrouble.NOT_KNOWN
    assert bills.attach(REFERENCE, "MG-1").trouble is None


def test_a_look_up_that_fails_proves_nothing(counter: Counter, bills: AttachBill) -> None:
    """The outcome stays unknown, and is told as such."""
    redeem(counter)
    counter.api.attaches.append(LOST)
    counter.api.sees = Unanswered(Lost.TIMEOUT)
    assert bills.attach(REFERENCE, "MG-1").trouble is BillTrouble.NOT_KNOWN
    found = counter.real.get(REFERENCE)
    assert found is not None
    assert found.state is State.REDEEMED


@pytest.mark.parametrize("sees", [Unanswered(Lost.TIMEOUT), RedemptionsSeen()])
@pytest.mark.parametrize(("first", "second"), [("MG-1", "MG-2"), ("900000001234", "800000001234")])
def test_another_bill_waits_until_the_look_up_shows_that_there_is_none(
    counter: Counter, bills: AttachBill, sees: Exception | RedemptionsSeen, first: str, second: str
) -> None:
    """The service may have the first one, so the second one would be attached over it."""
    redeem(counter)
    counter.api.attaches.append(LOST)
    counter.api.sees = sees
    assert bills.attach(REFERENCE, first).trouble is BillTrouble.NOT_KNOWN
    counter.api.calls.clear()
    told = bills.attach(REFERENCE, second)
    assert told.trouble is BillTrouble.NOT_KNOWN
    assert told.support == (sees.support if isinstance(sees, Unanswered) else "")
    assert counter.api.calls == ["find_redemptions"]
    assert events(counter) == [BILL_SENT]
    counter.api.sees = seen(REFERENCE)
    counter.api.attaches.append("req")
    assert bills.attach(REFERENCE, second).trouble is None
    assert bill(counter) == second


def test_a_cached_list_without_a_bill_lets_no_other_bill_leave(counter: Counter, bills: AttachBill) -> None:
    """It may show the redemption as it was before the first bill. What it has is proof all the same."""
    redeem(counter)
    counter.api.attaches.append(LOST)
    old = counter.api.sees = replace(seen(REFERENCE), is_cached=True)
    assert bills.attach(REFERENCE, "MG-1").trouble is BillTrouble.NOT_KNOWN
    assert bills.attach(REFERENCE, "MG-2").trouble is BillTrouble.NOT_KNOWN
    assert counter.api.attached == [(REFERENCE, "7t4y2a", "MG-1")]
    counter.api.sees = replace(old, found=(replace(old.found[0], bill="MG-1"),))
    assert bills.attach(REFERENCE, "MG-2").trouble is BillTrouble.HAS_BILL


def test_the_same_bill_is_sent_again_although_the_look_up_fails(counter: Counter, bills: AttachBill) -> None:
    """That is harmless, and a service whose list cannot be read gets its bills all the same."""
    redeem(counter)
    counter.api.attaches.extend([LOST, "req"])
    counter.api.sees = Unanswered(Lost.TIMEOUT)
    assert bills.attach(REFERENCE, "MG-1").trouble is BillTrouble.NOT_KNOWN
    assert bills.attach(REFERENCE, "mg-1").trouble is None
    assert bill(counter) == "mg-1"
