"""Tests the help, and how the program's own options are told from Qt's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import __version__
from desktop.command_line import VERBS, parse
from desktop.command_options import UsageError


@given(
    st.lists(
        st.sampled_from([["-platform", "offscreen"], ["--style", "fusion"], ["-style=fusion"], ["-reverse"]]),
        max_size=3,
    )
)
def test_qts_own_options_are_passed_on(given_to_qt: list[list[str]]) -> None:
    """Qt's options are passed on in order, with one dash or two, wherever they are."""
    flat = [piece for part in given_to_qt for piece in part]
    for arguments in ([*flat, "--till", "t"], ["--till", "t", *flat]):
        found = parse(arguments)
        assert found.qt == tuple(flat)
        assert found.overrides == {"till": "t"}


def test_a_value_never_becomes_an_option() -> None:
    """A bill number that looks like a Qt option does not consume the next option."""
    for bill in ("-style", "-platform", "-reverse"):
        with pytest.raises(UsageError, match="--bill"):
            parse(["--bill", bill, "--mobile", "97"])
        found = parse([f"--bill={bill}", "--mobile", "97"])
        assert (found.bill, found.mobile, found.qt) == (bill, "97", ())


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Both print on standard output with exit code 0. The help names every verb, option and exit code."""
    for option in ("--version", "--help"):
        with pytest.raises(SystemExit) as caught:
            parse([option])
        assert caught.value.code == 0
    said = capsys.readouterr().out
    assert f"points-till {__version__}" in said
    for word in (*VERBS, "--training", "--result", "--full-mobile", "--smoke-test", "POINTS_TILL_PASSWORD"):
        assert word in said
    for code in ("0 redeemed", "2 usage", "3 the", "4 refused", "5 outcome", "6 settings"):
        assert code in " ".join(said.split())
