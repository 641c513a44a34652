"""Tests what is read of a hand-over."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.joiners import is_printable
from desktop.domain.prefill import Prefill
from desktop.pos.hand_over import HandOver, prefill_of, read_hand_over, record_of
from desktop.pos.handed_text import TextError

FIELDS = ["bill", "mobile", "points", "cashier", "bill_amount", "max_points"]


def test_only_clean_text_is_filled_in() -> None:
    """Values that are not text, NUL and surrogates are rejected before they reach a field."""
    assert prefill_of({"mobile": "\u202a+91 97\u202c ", "bill": None}) == Prefill(mobile="+91 97")
    for bad in (5, ["x"], "a\0b", "\ud800", "caf\udce9", "a\nb", "x" * 201):
        with pytest.raises(TextError, match="bill"):
            prefill_of({"bill": bad})


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        *(
            (name, bad)
            for name in ("points", "bill_amount", "max_points")
            for bad in ("-5", "1.2345", "1,5", "0", "1e2")
        ),
        *(("mobile", bad) for bad in ("abc", "97777x", "--", "+")),
    ],
)
def test_what_is_no_amount_or_number_is_rejected(name: str, bad: str) -> None:
    """A second start and a program that imitates one are checked as strictly as the command line."""
    with pytest.raises(TextError, match=name):
        prefill_of({name: bad})


@pytest.mark.parametrize("value", ["", " ", "\u200e"])
def test_an_empty_limit_is_rejected(value: str) -> None:
    """It would be no limit, which the POS did not say."""
    with pytest.raises(TextError, match="max_points is empty"):
        prefill_of({"bill": "MG-1", "max_points": value})


def test_a_cashiers_name_keeps_the_joiners_of_its_script() -> None:
    """A POS writes a name in Hindi as it is spelt."""
    name = "\u0905\u0930\u094d\u200d\u092f\u093e"
    assert prefill_of({"cashier": name}) == Prefill(cashier=name)


def test_everything_that_the_pos_can_hand_over() -> None:
    """Amounts arrive exactly, and what is not handed over is left open."""
    found = prefill_of({"cashier": "Meera", "bill_amount": "250.50", "max_points": "25", "points": "12.5"})
    assert found == Prefill(points="12.5", cashier="Meera", amount=Decimal("250.50"), max_points=Decimal(25))
    assert prefill_of({"bill_amount": "", "max_points": None}) == Prefill()


def test_every_hand_over_that_gets_an_outcome_has_an_id() -> None:
    """With it the journal keeps what was sent for it. No program reads the outcome of a link."""
    first, second = (read_hand_over({"bill": "A"}, Caller()) for _ in range(2))
    assert first.id != second.id
    assert read_hand_over({"bill": "A", "by_link": True}, Caller()).id == ""
    assert not first.is_remembered
    assert replace(first, result="/r.json").is_remembered
    assert not first.is_from_interface


def test_what_is_remembered_of_a_hand_over() -> None:
    """The fields by the names of the command line, without those that were not handed over."""
    made = HandOver(Prefill(mobile="97777", bill="A", amount=Decimal(5)), "/r.json", id="F1")
    record = record_of(made)
    assert (record.id, record.fields) == (
        "F1",
        {"mobile": "97777", "bill": "A", "bill_amount": "5", "result": "/r.json"},
    )
    assert record.at.utcoffset() is not None


class Caller:
    """Stands for a second start."""

    hand_over_id = ""

    def answer(self, message: dict[str, object]) -> None:
        """Takes an outcome."""


@given(st.dictionaries(st.sampled_from(FIELDS), st.text() | st.integers() | st.none()))
def test_everything_handed_over_can_be_shown_and_written(message: dict[str, object]) -> None:
    """A text is rejected, or it is one printable line that every file and pipe can take."""
    try:
        prefill = prefill_of(message)
    except TextError:
        return
    assert is_printable(prefill.cashier)
    for text in (prefill.bill, prefill.mobile, prefill.points):
        assert text.isprintable()
    for text in (prefill.bill, prefill.mobile, prefill.points, prefill.cashier):
        assert text.encode().decode() == text
