"""Owns the validation code that a member reads out, and the other ways in which a redemption is validated."""

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
        problem: why.
    """

    def __init__(self, problem: CodeProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class ValidationCode:
    """A one-time code. Its length, letters and case are the organisation's business, so nothing is forced on it.

    It is masked in `repr` and `str`, so that it cannot slip into a log or a crash report.
    """

    secret: str = field(repr=False)

    @classmethod
    def parse(cls, text: str) -> ValidationCode:
        """Reads what the cashier typed: white space, which people type to keep groups apart, is dropped.

        Raises:
            CodeError: where nothing is left, or what is left cannot be a code.
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
