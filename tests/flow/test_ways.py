"""Claims about money for points, and about redeeming without a code."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest

from desktop.domain.eligibility import Eligibility
from desktop.domain.failures import Held, HeldBack, Lost, NotAllowed, Supervision, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed, State
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationMethod
from desktop.flow.clock import SystemClock
from desktop.flow.operations import RedeemWithoutCode, SendCodeForMoney
from desktop.flow.till import Till
from desktop.store.journal import SqliteJournal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain.validation import ValidationCode
    from desktop.flow.ports import LoyaltyApi

ASHA = Identifier(IdentifierKind.MOBILE, "919777788221")


def make_draft(points: str = "100") -> Draft:
    """What a cashier asks for."""
    return Draft(identifier=ASHA, shown="+91 ••••• •8221", points=Points(Decimal(points)), bill="B-17")


class Service:
    """A service that answers what it is told to.

    Attributes:
        eligibility: the answer to every check.
        lost: whether redemptions are not answered.
        checks: what every check was about: points, and whether code and money were asked for.
        sent: draft and code of every redemption.
    """

    def __init__(self) -> None:
        self.eligibility = Eligibility()
        self.lost = False
        self.checks: list[tuple[Points, bool, bool]] = []
        self.sent: list[tuple[Draft, ValidationCode | None]] = []

    def check(
        self, identifier: Identifier, points: Points, *, send_code: bool, as_money: bool = False, **_others: object
    ) -> Eligibility:
        assert identifier == ASHA
        self.checks.append((points, send_code, as_money))
        return self.eligibility

    def redeem(self, draft: Draft, reference: str, code: ValidationCode | None) -> Redeemed:
        assert reference
        self.sent.append((draft, code))
        if self.lost:
            raise Unanswered(Lost.TIMEOUT)
        return Redeemed(redemption_id="7t4y2a", points=draft.points.value, balance=Decimal(1891))


class Counter:
    """A counter with the real journal."""

    def __init__(self, journal: SqliteJournal) -> None:
        self.api = Service()
        self.journal = journal


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    """The counter."""
    with SqliteJournal.open(tmp_path / "journal.db", till="till.two") as journal:
        yield Counter(journal)


class Guard:
    """A supervisor who lets 4711 through."""

    def __init__(self) -> None:
        self.asked = 0

    def check(self, pin: str) -> None:
        self.asked += 1
        if pin != "4711":
            raise NotAllowed(Supervision.WRONG_PIN)


def _till(counter: Counter, guard: Guard | None, *, allowed: bool = True) -> Till:
    settings = Settings(till="till.two", cashier="Meera", skip_validation=allowed)
    return Till(cast("LoyaltyApi", counter.api), counter.journal, SystemClock(), settings, guard)


def test_money_is_asked_about_before_its_points_are(counter: Counter) -> None:
    """The first question sends no code; the second is about exactly the points of the first answer, never more."""
    counter.api.eligibility = Eligibility(points=Decimal("100.50049"), worth=Decimal("50.25"))
    draft, answer = SendCodeForMoney(make_draft(points="50.25")).carry_out(_till(counter, None))
    assert draft.points == Points(Decimal("100.5"))
    assert answer.worth == Decimal("50.25")
    assert counter.api.checks == [(Points(Decimal("50.25")), False, True), (Points(Decimal("100.5")), True, False)]


@pytest.mark.parametrize("points", [None, Decimal(0), Decimal("0.0004")])
def test_an_answer_without_points_is_none(counter: Counter, points: Decimal | None) -> None:
    """No code goes out for nobody knows how many."""
    counter.api.eligibility = Eligibility(points=points)
    with pytest.raises(Unanswered) as caught:
        _till(counter, None).send_code_for_money(make_draft())
    assert caught.value.why is Lost.CONTRADICTORY
    assert len(counter.api.checks) == 1


def test_a_supervisor_lets_a_redemption_go_without_a_code(counter: Counter) -> None:
    """It is sent as skipped and without a code, and the reason stands with its reference."""
    attempt = RedeemWithoutCode(make_draft(), "4711", " dead phone ").carry_out(_till(counter, Guard()))
    assert attempt.state is State.REDEEMED
    ((sent, code),) = counter.api.sent
    assert (sent.validation, code) == (ValidationMethod.SKIPPED, None)
    events = counter.journal.events(attempt.reference)
    assert ("code_skipped", "dead phone") in [(one.what, one.detail) for one in events]


def test_nobody_passes_without_the_setting_the_guard_the_pin_or_a_reason(counter: Counter) -> None:
    """And nothing is sent."""
    draft = make_draft()
    for till, pin, why in (
        (_till(counter, Guard(), allowed=False), "4711", Supervision.OFF),
        (_till(counter, None), "4711", Supervision.OFF),
        (_till(counter, Guard()), "1111", Supervision.WRONG_PIN),
    ):
        with pytest.raises(NotAllowed) as caught:
            till.redeem_without_code(draft, pin, "dead phone")
        assert caught.value.why is why
    with pytest.raises(ValueError, match="reason"):
        _till(counter, Guard()).redeem_without_code(draft, "4711", " ")
    assert counter.api.sent == []


def test_what_is_held_back_asks_no_supervisor(counter: Counter) -> None:
    """A bill that is not known yet is said before anybody is called to the counter."""
    counter.api.lost = True
    guard = Guard()
    till = _till(counter, guard)
    till.redeem(make_draft(), None)
    with pytest.raises(HeldBack) as caught:
        till.redeem_without_code(make_draft(), "4711", "dead phone")
    assert caught.value.why is Held.SAME_BILL
    assert guard.asked == 0


def test_a_pin_is_in_no_repr() -> None:
    """Operations are logged by name, but a crash report may show more."""
    assert "4711" not in repr(RedeemWithoutCode(make_draft(), "4711", "x"))
