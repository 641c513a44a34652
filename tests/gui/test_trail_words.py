"""Tests that every event of a redemption and of points given back is said in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.domain.history import Event
from desktop.domain.redemption import Step
from desktop.domain.reversal import ReversalStep
from desktop.gui.formats import LocaleFormats, locale_of
from desktop.gui.trail_words import TrailWords

ID = "01M8D61PT8AXVWX9ESDPH72Q4J"


@pytest.fixture
def words() -> TrailWords:
    """Returns the words in English, in a shop in India."""
    return TrailWords(LocaleFormats(locale_of("en", "IN"), "IN"))


def event(what: str, detail: str = "") -> Event:
    """Returns an event."""
    return Event(at=datetime.now(UTC), what=what, till="t", cashier="Meera", detail=detail)


@pytest.mark.parametrize("step", list(Step))
def test_every_step_of_a_redemption_has_words_and_an_icon(words: TrailWords, step: Step) -> None:
    """No name of the journal is shown."""
    assert step.value in words._words
    assert words.icon(event(step.value))[0] != "info"


@pytest.mark.parametrize("step", ["begun", *(one.value for one in ReversalStep)])
def test_every_step_of_points_given_back_has_words_and_an_icon(words: TrailWords, step: str) -> None:
    """It says that it is about giving back, and the till's own long id is left out."""
    said = words.says(event(f"reversal_{step}", f"{ID} 40.5 points" if step == "begun" else ID))
    assert "reversal" not in said
    assert "given back" in said.lower() or said.startswith("Giving back: ")
    assert ID not in said
    assert words.icon(event(f"reversal_{step}"))[0] != "info"


@pytest.mark.parametrize(
    ("what", "detail", "says"),
    [
        ("reversal_begun", f"{ID} 1250.5 points, approved by Ravi", "Giving back: Recorded and sent (1,250.5)"),
        ("reversal_refused", f"{ID} 1104", "Giving back: Refused (1104)"),
        ("reversal_reversed", f"{ID} 77", "Points given back (77)"),
        ("reversal_begun", f"{ID} 3 points, hand-over {ID}", "Giving back: Recorded and sent (3)"),
        ("begun", ID, "Recorded and sent"),
        ("sent_again", ID, "Sent again with the same reference"),
        ("reversal_looked", ID, "Giving back: Asked: not there yet"),
        ("code_skipped", "Phone is dead", "Without a code (Phone is dead)"),
        ("give_back_settled_by_hand", f"{ID} Asked support", "Giving back: Settled by hand (Asked support)"),
    ],
)
def test_points_and_codes_are_shown(words: TrailWords, what: str, detail: str, says: str) -> None:
    """The points are written as everywhere in the window."""
    assert words.says(event(what, detail)) == says


@pytest.mark.parametrize("what", ["code_skipped", "give_back_settled_by_hand"])
def test_what_a_supervisor_allowed_has_an_icon(words: TrailWords, what: str) -> None:
    """It has the mark of its kind, not the one of an event that no one knows."""
    assert words.icon(event(what))[0] != "info"
