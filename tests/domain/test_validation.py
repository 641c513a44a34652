"""Tests validation codes: any printable text is a code, and none is ever shown."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain.validation import MAX_LENGTH, CodeError, CodeProblem, ValidationCode


@pytest.mark.parametrize("code", ["NS3U05", "4PZGXC", "538AD87", "ab-12", "४५६", "x", "1" * MAX_LENGTH])
def test_codes_of_every_shape_are_taken_as_they_are(code: str) -> None:
    """The organisation decides on length, letters and case."""
    assert ValidationCode.parse(code).secret == code


def test_space_between_groups_is_dropped() -> None:
    """People type a code in groups, and paste it with a line's end."""
    assert ValidationCode.parse(" NS3 U05\u00a0\n").secret == "NS3U05"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", CodeProblem.EMPTY),
        (" \t\n", CodeProblem.EMPTY),
        ("1" * (MAX_LENGTH + 1), CodeProblem.TOO_LONG),
        ("12\x0034", CodeProblem.UNREADABLE),
        ("12\u200b34", CodeProblem.UNREADABLE),
    ],
)
def test_what_cannot_be_a_code_is_refused_with_the_reason(text: str, problem: CodeProblem) -> None:
    """No text, too much text, and invisible characters are no codes. The refusal does not repeat what was typed."""
    with pytest.raises(CodeError) as caught:
        ValidationCode.parse(text)
    assert caught.value.problem is problem
    assert str(caught.value) == problem.value


@pytest.mark.parametrize("code", ["4006381333931", "036000291452", "10614141000415", "8901030865237"])
def test_the_number_of_an_article(code: str) -> None:
    """A number of 12 to 14 digits with the right check digit; with another one it is none (GS1)."""
    assert ValidationCode.parse(code).is_article_number
    assert not ValidationCode.parse(f"{code[:-1]}{(int(code[-1]) + 1) % 10}").is_article_number


@pytest.mark.parametrize("code", ["538974", "96385074", "x006381333931", "400638133393१", "0" * 11, "0" * 15])
def test_a_code_that_is_no_article(code: str) -> None:
    """A code may have as many digits as the shortest numbers of articles."""
    assert not ValidationCode.parse(code).is_article_number


@given(st.text(st.characters(categories=["L", "N"]), min_size=4, max_size=MAX_LENGTH))
def test_a_code_never_shows_itself(secret: str) -> None:
    """Neither `str` nor `repr` nor a format or an f-string carries the code into a log or a crash report."""
    assume(secret not in "ValidationCode")
    code = ValidationCode.parse(secret)
    assert code.secret == secret
    for shown in (str(code), repr(code), f"{code}", f"{code!r}", "%s" % code, repr([code])):  # noqa: UP031 - logging's way
        assert secret not in shown
