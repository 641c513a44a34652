"""Tests of reading a Windows program's exit code: whatever else is printed is reported and never taken for a code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.installer.wine import WineFailedError, read_exit_code

_texts = st.text(st.characters(exclude_characters="x"))


@given(before=_texts, after=_texts, code=st.integers(-(2**31), 2**32 - 1))
def test_the_exit_code_is_found_among_other_output(before: str, after: str, code: int) -> None:
    """What is printed before it, even without a line's end, and after it stays as it is."""
    assert read_exit_code(f"{before}exit code {code}\n{after}") == (code, before + after)


def test_the_last_exit_code_counts() -> None:
    """A program that prints such a line itself changes nothing. The line's end may be missing."""
    assert read_exit_code("exit code 7\nexit code 1638") == (1638, "exit code 7\n")


@given(_texts)
def test_anything_else_is_reported_as_it_was_printed(text: str) -> None:
    """A traceback in place of the exit code is the error's text."""
    printed = f"Traceback (most recent call last):\n{text}exit code unknown\n"
    with pytest.raises(WineFailedError) as failed:
        read_exit_code(printed)
    assert str(failed.value).endswith(printed)
