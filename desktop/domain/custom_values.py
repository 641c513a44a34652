"""Checks the values of the custom fields that an organisation adds to its redemptions."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from desktop.domain.points import plain
from desktop.domain.settings import CustomFieldKind

if TYPE_CHECKING:
    from desktop.domain.settings import CustomField

YES, NO = "true", "false"
"""The values of a yes/no field, written like the service's own flags."""


class CustomValueProblem(StrEnum):
    """Why a value cannot be sent."""

    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_CHOICE = "not_a_choice"


class CustomValueError(ValueError):
    """A value that its field does not accept.

    Attributes:
        field: the field.
        problem: the reason.
    """

    def __init__(self, field: CustomField, problem: CustomValueProblem) -> None:
        super().__init__(f"{field.name}: {problem.value}")
        self.field = field
        self.problem = problem


def first_value(field: CustomField) -> str:
    """The initial value of a field."""
    if field.kind is CustomFieldKind.YES_NO:
        return YES if field.default.strip().lower() in {"1", "true", "yes", "on"} else NO
    return field.default


def read_value(field: CustomField, text: str, decimal_mark: str = ".") -> str:
    """Returns the value to send for what was typed; empty if nothing is sent.

    Raises:
        CustomValueError: if the field does not accept the value.
    """
    text = text.strip()
    if not text:
        if field.required:
            raise CustomValueError(field, CustomValueProblem.MISSING)
        return ""
    match field.kind:
        case CustomFieldKind.NUMBER:
            return _number(field, text, decimal_mark)
        case CustomFieldKind.CHOICE:
            if text not in field.choices:
                raise CustomValueError(field, CustomValueProblem.NOT_A_CHOICE)
            return text
        case CustomFieldKind.YES_NO:
            if text not in {YES, NO}:
                raise CustomValueError(field, CustomValueProblem.NOT_A_CHOICE)
            return text
        case CustomFieldKind.TEXT:
            return text
        case _:
            assert_never(field.kind)


def _number(field: CustomField, text: str, decimal_mark: str) -> str:
    plain_text = "".join("." if one in {".", decimal_mark} else str(unicodedata.decimal(one, one)) for one in text)
    unsigned = plain_text.removeprefix("-")
    if not unsigned.replace(".", "", 1).isdigit() or not unsigned.isascii():
        raise CustomValueError(field, CustomValueProblem.NOT_A_NUMBER)
    return plain(Decimal(plain_text))
