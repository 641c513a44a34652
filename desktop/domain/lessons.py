"""Lists the lessons of the training: what the cashier is told to do, and what ends each step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto


class Did(StrEnum):
    """Something that a lesson waits for."""

    FOUND_MEMBER = auto()
    ENTERED_TOO_MANY = auto()
    SENT_CODE = auto()
    ENTERED_WRONG_CODE = auto()
    REDEEMED = auto()
    LOST_ANSWER = auto()
    WENT_ON = auto()
    """Served the next customer while the outcome was unknown, or saw the outcome before."""
    LEARNED_OUTCOME = auto()
    OPENED_GIVING_BACK = auto()
    GAVE_BACK = auto()


@dataclass(frozen=True, slots=True)
class LessonStep:
    """One thing to do.

    Attributes:
        says: what to do, in English.
        waits_for: what ends the step.
    """

    says: str
    waits_for: Did


@dataclass(frozen=True, slots=True)
class Lesson:
    """A short lesson.

    Attributes:
        name: for tests and for the list.
        title: in English.
        steps: in order.
        faults: what goes wrong meanwhile, by the names of the practice service.
    """

    name: str
    title: str
    steps: tuple[LessonStep, ...]
    faults: tuple[str, ...] = ()


_FIND_ASHA = LessonStep("Type Asha’s mobile number, 97777 88221, and press Enter.", Did.FOUND_MEMBER)
_SEND_CODE = LessonStep("Type 10 points and press Enter. Asha’s phone gets a code.", Did.SENT_CODE)
_REDEEM = LessonStep("Type the code from the member’s phone and press Enter.", Did.REDEEMED)

LESSONS = (
    Lesson("redemption", "Redeem points", (_FIND_ASHA, _SEND_CODE, _REDEEM)),
    Lesson(
        "wrong_code",
        "A wrong code",
        (
            _FIND_ASHA,
            _SEND_CODE,
            LessonStep(
                "Asha misreads the code: type WRONG1 and press Enter.",
                Did.ENTERED_WRONG_CODE,
            ),
            LessonStep(
                "No points were taken. Now type the code as it is on the phone.",
                Did.REDEEMED,
            ),
        ),
    ),
    Lesson(
        "too_many_points",
        "More points than there are",
        (
            LessonStep(
                "Type Vikram’s mobile number, 98765 43001, and press Enter.",
                Did.FOUND_MEMBER,
            ),
            LessonStep(
                "He asks for 20 points but has fewer: type 20 and press Enter.",
                Did.ENTERED_TOO_MANY,
            ),
            LessonStep(
                "Press F6 for all that he has, then Enter.",
                Did.SENT_CODE,
            ),
            _REDEEM,
        ),
    ),
    Lesson(
        "lost_answer",
        "An answer that gets lost",
        (
            _FIND_ASHA,
            _SEND_CODE,
            LessonStep(
                "Type the code and press Enter. This time the answer gets lost.",
                Did.LOST_ANSWER,
            ),
            LessonStep(
                "Read what the till says. Do not redeem again. Press Enter for the next customer.",
                Did.WENT_ON,
            ),
            LessonStep(
                "The till finds out by itself. Wait until it tells you.",
                Did.LEARNED_OUTCOME,
            ),
        ),
        ("answer_lost", "redemption_shows_late"),
    ),
    Lesson(
        "giving_back",
        "Give points back",
        (
            _FIND_ASHA,
            _SEND_CODE,
            _REDEEM,
            LessonStep(
                "Asha changes her mind. Open History with F2 and press “Give points back”.",
                Did.OPENED_GIVING_BACK,
            ),
            LessonStep("Enter all the points and a reason, then press “Give back”.", Did.GAVE_BACK),
        ),
    ),
)
"""The lessons in the order of the course."""

WORDS = tuple(dict.fromkeys(words for one in LESSONS for words in (one.title, *(step.says for step in one.steps))))
"""Every text of the lessons, in English, for translators."""
