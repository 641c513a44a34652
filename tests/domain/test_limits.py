"""Tests what the till learns from refusals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.domain.limits import Hint, Limit, Limits


def _hint(limits: Limits, points: str) -> Hint | None:
    return limits.hint(Decimal(points))


@pytest.mark.parametrize(
    ("code", "limit", "like", "unlike"),
    [(819, Limit.MOST, "700", "599.999"), (821, Limit.LEAST, "50", "600.001"), (807, Limit.STEP, "600", "601")],
)
def test_a_refused_amount_is_remembered(code: int, limit: Limit, like: str, unlike: str) -> None:
    """It is mentioned for every amount that would be refused for the same reason, and for no other."""
    limits = Limits()
    limits.learn(code, Decimal(600))
    assert _hint(limits, like) == Hint(limit, Decimal(600), is_exact=False)
    assert _hint(limits, unlike) is None


def test_other_refusals_teach_nothing() -> None:
    """A wrong code says nothing about the amount."""
    limits = Limits()
    limits.learn(808, Decimal(600), "500")
    assert _hint(limits, "600") is None


def test_the_narrowest_refusal_counts() -> None:
    """Of two amounts that were too many, the smaller one says more. Of two that were too few, the larger one does."""
    limits = Limits()
    for points in (800, 600):
        limits.learn(819, Decimal(points))
    for points in (10, 50):
        limits.learn(821, Decimal(points))
    assert _hint(limits, "900") == Hint(Limit.MOST, Decimal(600), is_exact=False)
    assert _hint(limits, "5") == Hint(Limit.LEAST, Decimal(50), is_exact=False)


@pytest.mark.parametrize(
    ("code", "message", "exact"),
    [
        (819, "At most 500 points", "500"),
        (821, "minimum is 700.5", "700.5"),
        (807, "multiples of 70 only", "70"),
    ],
)
def test_a_number_that_can_be_nothing_else_is_the_limit(code: int, message: str, exact: str) -> None:
    """The service named it, so it counts for amounts that were never tried, too."""
    limits = Limits()
    limits.learn(code, Decimal(600), message)
    hint = _hint(limits, "600")
    assert hint is not None
    assert (hint.amount, hint.is_exact) == (Decimal(exact), True)
    assert _hint(limits, exact) is None


@pytest.mark.parametrize(
    "message",
    [
        "from 100 to 500",
        "600 is more than allowed",
        "at most 900",
        "at most 1,500",
        "rule R2D2",
        "1.500.000 at most",
        "",
    ],
)
def test_what_could_mean_something_else_is_not_read(message: str) -> None:
    """Several numbers, the amount itself, a number that is no limit, grouped numbers, names."""
    limits = Limits()
    limits.learn(819, Decimal(600), message)
    assert _hint(limits, "650") == Hint(Limit.MOST, Decimal(600), is_exact=False)


@pytest.mark.parametrize("message", ["600 is more than 500", "more than 0 and at most 500"])
def test_the_amount_itself_and_nothing_are_no_limits(message: str) -> None:
    """The other number is the limit."""
    limits = Limits()
    limits.learn(819, Decimal(600), message)
    assert _hint(limits, "501") == Hint(Limit.MOST, Decimal(500), is_exact=True)
    limits.learn(807, Decimal(600), "Only steps other than 0")
    assert _hint(limits, "400") is None


@pytest.mark.parametrize("code", [819, 821])
def test_the_same_amount_is_refused_again(code: int) -> None:
    """Whether it was too many or too few."""
    limits = Limits()
    limits.learn(code, Decimal(600))
    assert _hint(limits, "600") is not None


def test_a_limit_that_was_named_counts_whatever_else_was_refused() -> None:
    """The refused amount may have been another member's."""
    limits = Limits()
    limits.learn(819, Decimal(600), "at most 500")
    limits.learn(819, Decimal(300))
    assert _hint(limits, "400") is None


def test_a_success_within_a_limit_leaves_it_as_it_is() -> None:
    """A success removes only what it contradicts."""
    limits = Limits()
    limits.learn(819, Decimal(600), "at most 500")
    limits.allow(Decimal(400))
    assert _hint(limits, "501") == Hint(Limit.MOST, Decimal(500), is_exact=True)


def test_a_success_removes_what_it_disproves() -> None:
    """Limits may differ between members, so a success removes what it contradicts, and only that."""
    limits = Limits()
    limits.learn(819, Decimal(600), "at most 500")
    limits.learn(821, Decimal(10))
    limits.allow(Decimal(700))
    assert _hint(limits, "800") is None
    assert _hint(limits, "5") == Hint(Limit.LEAST, Decimal(10), is_exact=False)
