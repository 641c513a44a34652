"""The command line: options before and after the verb, Qt's own passed on, and mistakes said instead of ignored."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import __version__
from desktop.command_line import VERBS, WINDOW, CommandLine, UsageError, parse


@pytest.mark.parametrize(
    "words", [("password", "set", "--till", "a", "--password", "SECRET"), ("password", "set", "SECRET", "--till", "a")]
)
def test_a_password_on_the_command_line_is_not_repeated(words: tuple[str, ...]) -> None:
    """What is wrong is said into logs of deployment tools; how it is done rightly is said too."""
    with pytest.raises(UsageError) as told:
        parse(words)
    assert "SECRET" not in str(told.value)
    assert "standard input" in str(told.value)


@pytest.mark.parametrize("where", ["a file/r.json", ".", ""])
def test_a_result_that_cannot_be_written_is_said_at_once(tmp_path: Path, where: str) -> None:
    """And not once the points are taken."""
    (tmp_path / "a file").touch()
    with pytest.raises(UsageError, match="--result"):
        parse(["--bill", "1", "--result", str(tmp_path / where) if where else ""])
    for good in ("r.json", "not there yet/nor this/r.json"):
        assert parse(["--bill", "1", "--result", str(tmp_path / good)]).result == tmp_path / good


def test_nothing_means_the_window() -> None:
    """Without arguments there is the till's window, on the machine's own settings and folders."""
    found = parse([])
    assert found == CommandLine()
    assert found.verb == WINDOW
    assert not found.is_handed_over


@pytest.mark.parametrize("order", list(permutations([["history"], ["export"], ["--format", "jsonl"], ["--data", "d"]])))
def test_options_stand_anywhere(order: tuple[list[str], ...]) -> None:
    """Before the verb, after it and between its words; only the words' own order counts."""
    words = [piece for part in order for piece in part]
    if words.index("history") > words.index("export"):
        with pytest.raises(UsageError, match="export history"):
            parse(words)
    else:
        found = parse(words)
        assert (found.verb, found.format, found.data) == ("history export", "jsonl", Path("d"))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_takes_the_common_options(verb: str) -> None:
    """Server, till and folders belong to every verb, on either side of it."""
    common = ["--server", "https://s", "--till", "t", "--config", "c", "--data", "d"]
    before, after = parse([*common, *verb.split()]), parse([*verb.split(), *common])
    assert before == after
    assert before.verb == verb
    assert before.overrides == {"server": "https://s", "till": "t"}
    assert (before.config, before.data) == (Path("c"), Path("d"))


def test_a_hand_over() -> None:
    """Everything that a POS hands over, each of which alone makes it one."""
    found = parse(["--bill", "MG-1", "--mobile", "+91 97777", "--points", "250.125", "--result", "out.json"])
    assert (found.bill, found.mobile, found.points, found.result) == (
        "MG-1",
        "+91 97777",
        "250.125",
        Path("out.json").resolve(),
    )
    for option in ("--bill", "--mobile", "--points", "--result"):
        assert parse([option, "1"]).is_handed_over
    assert parse(["--bill", ""]).is_handed_over


@given(st.lists(st.sampled_from([["-platform", "offscreen"], ["--style", "fusion"], ["-reverse"]]), max_size=3))
def test_qts_own_options_are_passed_on(given_to_qt: list[list[str]]) -> None:
    """With one dash or two, wherever they stand, together with ours and in their order."""
    flat = [piece for part in given_to_qt for piece in part]
    for arguments in ([*flat, "--till", "t"], ["--till", "t", *flat]):
        found = parse(arguments)
        assert found.qt == tuple(flat)
        assert found.overrides == {"till": "t"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["sell"], "no command “sell”"),
        (["history"], "no command “history”"),
        (["history", "export", "now"], "no command"),
        (["--nonsense"], "--nonsense"),
        (["--bil", "1"], "--bil"),
        (["--bill"], "expected one argument"),
        (["-platform"], "-platform needs a value"),
        (["settle", "--bill", "1"], "--bill does not belong with “settle”"),
        (["--from", "2026-01-01"], "--from does not belong with “the window”"),
        (["doctor", "--full-mobile"], "--full-mobile does not belong with “doctor”"),
        (["--port", "80"], "--port does not belong"),
        (["doctor", "--head", "ab"], "--head does not belong with “doctor”"),
        (["journal"], "no command"),
        (["doctor", "--as", "redeemed"], "--as does not belong with “doctor”"),
        (["settle", "--reference", "R"], "settling by hand needs --reference, --as and --reason"),
        (["settle", "--as", "redeemed", "--reason", "x"], "settling by hand needs"),
        (["settle", "--reference", "R", "--as", "redeemed", "--reason", " "], "settling by hand needs"),
        (["settle", "--reference", "R", "--as", "perhaps", "--reason", "x"], "invalid choice: 'perhaps'"),
        (["doctor", "--smoke-test"], "--smoke-test does not belong"),
        (["training-server", "--port", "65536"], "not a port number"),
        (["training-server", "--port", "-1"], "--port"),
        (["training-server", "--port", "²"], "not a port number"),
        (["history", "export", "--from", "yesterday"], "“yesterday” is not a date (YYYY-MM-DD)"),
        (["history", "export", "--from", "2026-02-30"], "is not a date"),
        (["history", "export", "--from", "2026-02-02", "--to", "2026-02-01"], "--from is after --to"),
        (["history", "export", "--format", "xml"], "xml"),
        (["password", "set"], "needs --till NAME"),
        (["--password", "secret"], "--password"),
    ],
)
def test_what_cannot_be_understood_is_said(arguments: list[str], says: str) -> None:
    """A word or an option that means nothing here is a mistake, never silently ignored; nothing is abbreviated."""
    with pytest.raises(UsageError) as caught:
        parse(arguments)
    assert says in str(caught.value)


def test_days_of_an_export() -> None:
    """Both ends may be the same day."""
    found = parse(["history", "export", "--from", "2026-11-22", "--to", "2026-11-22"])
    assert (found.from_day, found.to_day) == (date(2026, 11, 22), date(2026, 11, 22))


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Both are printed on standard output and end well; the help names every verb, option and exit code."""
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


@given(st.lists(st.text(max_size=12), max_size=5))
def test_no_arguments_whatever_crash_it(arguments: list[str]) -> None:
    """Anything at all is either understood or refused as a mistake of usage."""
    try:
        parse([one for one in arguments if one not in {"-h", "--help", "--version"}])
    except (UsageError, SystemExit):
        return


@pytest.mark.parametrize("value", ["a\0b", "caf\udce9", "\ud800", "a\nb", "x" * 201, "\x1b[2J"])
@pytest.mark.parametrize("option", ["--bill", "--mobile", "--points"])
def test_text_that_cannot_be_handed_over(option: str, value: str) -> None:
    """NUL, Latin-1, half a character, control characters and novels are refused without being repeated."""
    with pytest.raises(UsageError, match=option) as told:
        parse([option, value])
    assert value not in str(told.value)


@pytest.mark.parametrize("option", ["--till", "--server", "--reference", "--reason"])
def test_no_option_takes_half_a_character(option: str) -> None:
    """What goes into the journal or to the service can be written as UTF-8."""
    words = ["settle", "--reference", "R", "--as", "redeemed", "--reason", "x"] if option.startswith("--re") else []
    with pytest.raises(UsageError, match=option):
        parse([*words, option, "caf\udce9"])


def test_a_copied_number_loses_what_cannot_be_seen() -> None:
    """Marks for the direction of text, special blanks and a byte order mark come with numbers from other programs."""
    found = parse(["--mobile", "\u202a+91\u00a097777\u202c\ufeff ", "--bill", " MG-1\t"])
    assert (found.mobile, found.bill) == ("+91 97777", "MG-1")


def test_a_value_never_becomes_an_option() -> None:
    """A bill that is called like an option of Qt's takes no other option away."""
    for bill in ("-style", "-platform", "-reverse"):
        with pytest.raises(UsageError, match="--bill"):
            parse(["--bill", bill, "--mobile", "97"])
        found = parse([f"--bill={bill}", "--mobile", "97"])
        assert (found.bill, found.mobile, found.qt) == (bill, "97", ())


def test_only_a_link_is_not_waited_for() -> None:
    """A program that hands over by options waits for the outcome; a link cannot name a file for it."""
    assert parse(["points-till://redeem?bill=1"]).by_link
    assert not parse(["--bill", "1"]).by_link
    with pytest.raises(UsageError, match="stands alone"):
        parse(["points-till://redeem?bill=1", "--result", "r.json"])
