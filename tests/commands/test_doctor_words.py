"""Tests the words in which `doctor` speaks to IT."""

from __future__ import annotations

import pytest

from desktop.commands.doctor.words import how_long, reason
from desktop.domain.failures import (
    Call,
    Failure,
    JournalTrouble,
    JournalUnusable,
    Lost,
    NotSent,
    PaperFailed,
    PaperTrouble,
    Refused,
    Secrets,
    SecretUnavailable,
    Throttled,
    Unanswered,
    Unsent,
)

FAILURES = [
    *map(NotSent, Unsent),
    *map(Unanswered, Lost),
    *map(SecretUnavailable, Secrets),
    *map(JournalUnusable, JournalTrouble),
    *map(PaperFailed, PaperTrouble),
    *(Refused(Call.SETUP, code) for code in (401, 403, 404, 498, 804)),
    Throttled(Call.SETUP, 429),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.key)
def test_every_failure_has_words_for_it(failure: Failure) -> None:
    """They begin in the middle of a sentence, do not send IT to support, and are not the name of a class."""
    said = reason(failure)
    assert said[0].islower()
    assert "tell support" not in said
    assert "points were" not in said
    assert type(failure).__name__ not in said


def test_a_refusal_of_another_kind() -> None:
    """The service's own number and words are kept."""
    assert reason(Refused(Call.SETUP, 804, "Try later")) == "the service refuses it with 804, “Try later”"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "0 s"),
        (59.6, "1 min"),
        (-61, "1 min 1 s"),
        (7038, "1 h 57 min"),
        (3600.0, "1 h"),
        (86_400 * 3 + 7, "3 d"),
        (31_536_000, "365 d"),
    ],
)
def test_lengths_of_time(seconds: float, words: str) -> None:
    """The two largest units are enough."""
    assert how_long(seconds) == words
