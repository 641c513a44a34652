"""Configures hypothesis for tests of the domain, and provides a redemption with a value in every field."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import settings

from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Attempt, Draft, Redeemed, State

# A shared machine is sometimes slow, and a deadline would make tests fail only because of that.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


@pytest.fixture
def draft() -> Draft:
    return Draft(
        identifier=Identifier(IdentifierKind.MOBILE, "919777788221"),
        shown="+91 ••••• •8221",
        name="Asha Rao",
        points=Points(Decimal("250.125")),
        bill="B-1001",
        program_id="973",
        worth=Decimal("250.13"),
    )


@pytest.fixture
def redeemed(draft: Draft) -> Attempt:
    at = datetime(2025, 3, 10, 14, 37, 11, tzinfo=UTC)
    return Attempt(
        reference="01JP0000000000000000000000",
        state=State.REDEEMED,
        draft=draft,
        till="till.one",
        cashier="Meera",
        at=at,
        changed=at,
        redeemed=Redeemed(
            redemption_id="7t4y2a", points=Decimal("250.125"), value=Decimal("250.5"), balance=Decimal("1740.875")
        ),
    )
