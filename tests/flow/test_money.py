"""Tests redeeming for an amount of money."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop.domain.eligibility import Eligibility
from desktop.domain.failures import Lost, Unanswered
from desktop.domain.points import Points
from desktop.domain.settings import Settings
from desktop.flow.till import Till
from tests.flow.fakes import CATALOGUE, make_draft

if TYPE_CHECKING:
    from tests.flow.fakes import Counter


def _till(counter: Counter) -> Till:
    settings = Settings(till="till.two", cashier="Meera")
    return Till(counter.api, counter.journal.as_journal, counter.clock, settings, CATALOGUE)


def test_money_is_asked_about_before_its_points_are(counter: Counter) -> None:
    """The first question sends no code. The second is about exactly the points of the first answer, never more."""
    counter.api.eligibility = Eligibility(points=Decimal("100.50049"), worth=Decimal("50.25"))
    draft, answer = _till(counter).send_code_for_money(make_draft(points="50.25"))
    assert draft.points == Points(Decimal("100.5"))
    assert answer.worth == Decimal("50.25")
    assert counter.api.checks == [
        {"draft": make_draft(points="50.25"), "send_code": False, "as_money": True},
        {"draft": make_draft(points="100.5"), "send_code": True, "as_money": False},
    ]


@pytest.mark.parametrize("points", [None, Decimal(0), Decimal("0.0004")])
def test_an_answer_without_points_proves_nothing(counter: Counter, points: Decimal | None) -> None:
    """No code is sent if the number of points is not known."""
    counter.api.eligibility = Eligibility(points=points)
    with pytest.raises(Unanswered) as caught:
        _till(counter).send_code_for_money(make_draft())
    assert caught.value.why is Lost.CONTRADICTORY
    assert len(counter.api.checks) == 1
