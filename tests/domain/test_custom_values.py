"""Tests the values of custom fields."""

from __future__ import annotations

import pytest

from desktop.domain.custom_values import NO, YES, CustomValueError, CustomValueProblem, first_value, read_value
from desktop.domain.settings import CustomField, CustomFieldKind

TEXT = CustomField(name="to")
NUMBER = CustomField(name="to", kind=CustomFieldKind.NUMBER)
CHOICE = CustomField(name="to", kind=CustomFieldKind.CHOICE, choices=("a", "b"))
FLAG = CustomField(name="to", kind=CustomFieldKind.YES_NO)


@pytest.mark.parametrize(
    ("field", "typed", "sent"),
    [
        (TEXT, "  a friend ", "a friend"),
        (TEXT, "", ""),
        (NUMBER, "9777788221", "9777788221"),
        (NUMBER, "-1,50", "-1.5"),
        (NUMBER, "١٢٫٥".replace("٫", "."), "12.5"),
        (CHOICE, "b", "b"),
        (FLAG, YES, YES),
        (FLAG, NO, NO),
    ],
)
def test_what_is_typed_is_sent(field: CustomField, typed: str, sent: str) -> None:
    """Spaces around it are dropped. Numbers become plain digits, whatever the script and the mark."""
    assert read_value(field, typed, ",") == sent


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        (CustomField(name="to", required=True), " ", CustomValueProblem.MISSING),
        (NUMBER, "a friend", CustomValueProblem.NOT_A_NUMBER),
        (NUMBER, "1.2.3", CustomValueProblem.NOT_A_NUMBER),
        (NUMBER, "²", CustomValueProblem.NOT_A_NUMBER),
        (NUMBER, "-", CustomValueProblem.NOT_A_NUMBER),
        (NUMBER, "1e5", CustomValueProblem.NOT_A_NUMBER),
        (CHOICE, "c", CustomValueProblem.NOT_A_CHOICE),
        (FLAG, "maybe", CustomValueProblem.NOT_A_CHOICE),
    ],
)
def test_what_cannot_be_sent_says_why(field: CustomField, typed: str, problem: CustomValueProblem) -> None:
    """The problem names the field."""
    with pytest.raises(CustomValueError) as caught:
        read_value(field, typed)
    assert (caught.value.field, caught.value.problem) == (field, problem)


def test_fields_begin_with_their_default() -> None:
    """A yes-or-no field begins with no unless its default is yes."""
    assert first_value(CustomField(name="to", default="x")) == "x"
    assert first_value(FLAG) == NO
    assert first_value(CustomField(name="to", kind=CustomFieldKind.YES_NO, default="Yes")) == YES
