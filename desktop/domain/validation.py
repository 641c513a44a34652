"""Reads validation codes, and lists the ways in which a member can agree to a redemption."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

MAX_LENGTH = 64


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

    def __str__(self) -> str:
        return "•" * 6

    def __repr__(self) -> str:
        return "ValidationCode(••••••)"
