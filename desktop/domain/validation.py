"""Reads validation codes, and lists the ways in which a member can agree to a redemption."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

MAX_LENGTH = 64

_ARTICLE = re.compile("[0-9]{12,14}")
"""The numbers on articles: GTIN-12, -13 and -14. GTIN-8 is left out, because many codes have eight digits."""


class ValidationMethod(StrEnum):
    """How the member agrees to the redemption (redeem-points reference: `validation_type`, `skip_validation`)."""

    CODE = "code"
    MISSED_CALL = "missed_call"
    SKIPPED = "skipped"


class CodeProblem(StrEnum):
    """Why a text cannot be a validation code."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    BAR_CODE = "bar_code"
    """It is on an article or a receipt. It may be the code all the same."""


class CodeError(ValueError):
    """A text that cannot be a validation code.

    Attributes:
        problem: the reason.
    """

    def __init__(self, problem: CodeProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class ValidationCode:
    """A one-time code. The organisation decides on its length, letters and case, so any text is accepted.

    `repr` and `str` mask it, so that it does not end up in a log or a crash report.
    """

    secret: str = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> ValidationCode:
        """Reads what the cashier typed. Drops white space, because people type it between groups of digits.

        Raises:
            CodeError: if nothing is left, or the rest cannot be a code.
        """
        compact = re.sub(r"\s+", "", text)
        if not compact:
            raise CodeError(CodeProblem.EMPTY)
        if len(compact) > MAX_LENGTH:
            raise CodeError(CodeProblem.TOO_LONG)
        if not compact.isprintable():
            raise CodeError(CodeProblem.UNREADABLE)
        return cls(compact)

    @property
    def is_article_number(self) -> bool:
        """True if the text is a GTIN with the right check digit (GS1 General Specifications, 7.9)."""
        if not _ARTICLE.fullmatch(self.secret):
            return False
        backwards = [int(digit) for digit in reversed(self.secret)]
        return (sum(backwards[::2]) + 3 * sum(backwards[1::2])) % 10 == 0

    def __str__(self) -> str:
        return "•" * 6

    def __repr__(self) -> str:
        return "ValidationCode(••••••)"
