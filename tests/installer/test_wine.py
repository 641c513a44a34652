"""Tests of reading a Windows program's exit code: whatever else is printed is reported and never taken for a code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.installer.wine import WineFailedError, read_exit_code

_lines = st.lists(st.text(st.characters(exclude_characters="\n")).map("{}\n".format))


@given(before=_lines, after=_lines, code=st.integers(-(2**31), 2**32 - 1))
def test_the_exit_code_is_found_among_other_lines(before: list[str], after: list[str], code: int) -> None:
    """Other lines, also later ones, stay as they are and in their order."""
    lines = [*before, f"exit code {code}\n", *after]
    assert read_exit_code(lines) == (code, "".join(before + after))


def test_the_last_line_counts_and_a_program_may_leave_its_own_line_open() -> None:
    """A program that prints such a line itself changes nothing. The line's end may be missing."""
    assert read_exit_code(["exit code 7\n", "exit code 1638"]) == (1638, "exit code 7\n")


@given(_lines)
def test_anything_else_is_reported_as_it_was_printed(lines: list[str]) -> None:
    """A traceback in place of the exit code is the error's text."""
    printed = ["Traceback (most recent call last):\n", *lines, "exit code unknown\n"]
    with pytest.raises(WineFailedError) as failed:
        read_exit_code(printed)
    assert str(failed.value).endswith("".join(printed))
