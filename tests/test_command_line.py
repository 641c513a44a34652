"""Tests the command line: options before and after the verb, and errors."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.command_line import VERBS, WINDOW, CommandLine, parse
from desktop.command_options import UsageError


@pytest.mark.parametrize(
    "words", [("password", "set", "--till", "a", "--password", "SECRET"), ("password", "set", "SECRET", "--till", "a")]
)
def test_a_password_on_the_command_line_is_not_quoted(words: tuple[str, ...]) -> None:
    """The message, which may end up in logs, does not quote the password, and expected how to give it."""
    with pytest.raises(UsageError) as told:
        parse(words)
    assert "SECRET" not in str(told.value)
    assert "standard input" in str(told.value)


@pytest.mark.parametrize("where", ["a file/r.json", ".", ""])
def test_an_unwritable_result_is_rejected_at_once(tmp_path: Path, where: str) -> None:
    """An unwritable file is rejected at the start, and not after the redemption."""
    (tmp_path / "a file").touch()
    with pytest.raises(UsageError, match="--result"):
        parse(["--bill", "1", "--result", str(tmp_path / where) if where else ""])
    for good in ("r.json", "not there yet/nor this/r.json"):
        assert parse(["--bill", "1", "--result", str(tmp_path / good)]).result == tmp_path / good


def test_nothing_means_the_window() -> None:
    """Without arguments the window opens with the machine's settings and folders."""
    found = parse([])
    assert found == CommandLine()
    assert found.verb == WINDOW
    assert not found.is_handed_over


@pytest.mark.parametrize("order", list(permutations([["history"], ["export"], ["--format", "jsonl"], ["--data", "d"]])))
def test_options_stand_anywhere(order: tuple[list[str], ...]) -> None:
    """Options may come before, after and between the words of a verb. Only the order of the words matters."""
    words = [piece for part in order for piece in part]
    if words.index("history") > words.index("export"):
        with pytest.raises(UsageError, match="export history"):
            parse(words)
    else:
        found = parse(words)
        assert (found.verb, found.format, found.data) == ("history export", "jsonl", Path("d"))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_takes_the_common_options(verb: str) -> None:
    """Every verb accepts server, till and folders on either side of it."""
    common = ["--server", "https://s", "--till", "t", "--config", "c", "--data", "d"]
    if verb in {"outcome", "withdraw"}:
        common += ["--bill", "B"]
    elif verb == "attach-bill":
        common += ["--bill", "B", "--reference", "R"]
    elif verb == "head-office import":
        common += ["--source", "pos"]
    elif verb == "head-office close-alarm":
        common += ["--reason", "why"]
    with_word = {"support-file": "support.zip", "head-office enrol": "t1", "head-office import": "f",
                 "head-office close-alarm": "7"}  # fmt: skip
    words = [*verb.split(), *([with_word[verb]] if verb in with_word else [])]
    before, after = parse([*common, *words]), parse([*words, *common])
    assert before == after
    assert before.verb == verb
    assert before.overrides == {"server": "https://s", "till": "t"}
    assert (before.config, before.data) == (Path("c"), Path("d"))


@pytest.mark.parametrize(
    "wrong",
    [
        ["withdraw"],
        ["withdraw", "--bill", "B", "--reference", "R"],
        ["withdraw", "--bill", "B", "--points", "1"],
        ["attach-bill", "--reference", "R"],
        ["attach-bill", "--bill", "B"],
        ["attach-bill", "--reference", "R", "--bill", ""],
        ["attach-bill", "--reference", " ", "--bill", "B"],
        ["attach-bill", "--reference", "R", "--bill", "x" * 101],
        ["attach-bill", "--reference", "R", "--bill", "B", "--points", "1"],
        ["--bill", "x" * 101],
        ["outcome", "--bill", "B", "--new"],
        ["--new"],
    ],
)
def test_a_bill_and_a_token_that_are_not_asked_for_as_they_must(wrong: list[str]) -> None:
    """Usage errors. The window's field would cut a longer bill number short."""
    with pytest.raises(UsageError):
        parse(wrong)


def test_a_bill_to_attach_and_a_new_token() -> None:
    """A bill number is cleaned like one that is handed over."""
    found = parse(["attach-bill", "--reference", "01KA", "--bill", " MG-1 "])
    assert (found.verb, found.reference, found.bill, found.is_handed_over) == ("attach-bill", "01KA", "MG-1", False)
    assert parse(["api-token", "--new"]).new
    assert not parse(["api-token"]).new


def test_a_hand_over() -> None:
    """The POS can hand over seven options. Each of them alone makes a hand-over."""
    found = parse(["--bill", "MG-1", "--mobile", "+91 97777", "--points", "250.125", "--result", "out.json"])
    assert (found.bill, found.mobile, found.points, found.result) == (
        "MG-1",
        "+91 97777",
        "250.125",
        Path("out.json").resolve(),
    )
    for option in ("--bill", "--mobile", "--points", "--result", "--cashier", "--bill-amount", "--max-points"):
        assert parse([option, "1"]).is_handed_over
    assert parse(["--bill", ""]).is_handed_over
    found = parse(["--cashier", "Meera", "--bill-amount", "250", "--max-points", "25.5"])
    assert (found.cashier, found.bill_amount, found.max_points) == ("Meera", "250", "25.5")


@pytest.mark.parametrize("option", ["--points", "--bill-amount", "--max-points"])
@pytest.mark.parametrize("value", ["-5", "1.2345", "0", "0.000", "1,5", "abc", "NaN", "1e3", "٥", "1234567890123"])
def test_amounts_are_read_strictly(option: str, value: str) -> None:
    """A wrong amount is a usage error that names the option, not a surprise at the counter."""
    with pytest.raises(UsageError, match=option):
        parse([option, value])


@pytest.mark.parametrize("value", ["", "  ", "\u00a0"])
def test_an_empty_limit_is_not_no_limit(value: str) -> None:
    """A POS that could not work the limit out must not have all points redeemed. Other fields may be empty."""
    with pytest.raises(UsageError, match="--max-points is empty: leave it out if there is no limit"):
        parse(["--bill", "MG-1", f"--max-points={value}"])
    assert parse(["--points", value, "--bill-amount", value]).max_points is None


@pytest.mark.parametrize("value", ["abc", "97777x8221", "+", "--", "x@y"])
def test_a_mobile_number_has_digits(value: str) -> None:
    """Letters in a mobile number are a usage error that does not quote them."""
    with pytest.raises(UsageError, match="--mobile") as told:
        parse([f"--mobile={value}"])
    assert value not in str(told.value).removeprefix("--mobile")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["sell"], "no command “sell”"),
        ([""], "no command “”"),
        (["--training", ""], "no command “”"),
        (["history"], "no command “history”"),
        (["history", "export", "now"], "no command"),
        (["--nonsense"], "--nonsense"),
        (["--bil", "1"], "--bil"),
        (["--bill"], "expected one argument"),
        (["--data", "", "outcome", "--bill", "1"], "argument --data: it needs a name"),
        (["--config", " "], "argument --config: it needs a name"),
        (["--bill", "1", "--result", ""], "argument --result: it needs a name"),
        (["-platform"], "-platform needs a value"),
        (["settle", "--bill", "1"], "--bill does not belong with “settle”"),
        (["--from", "2026-01-01"], "--from does not belong with “the window”"),
        (["doctor", "--full-mobile"], "--full-mobile does not belong with “doctor”"),
        (["--port", "80"], "--port does not belong"),
        (["doctor", "--head", "ab"], "--head does not belong with “doctor”"),
        (["journal", "verify", "--head", " "], "--head needs a head of the journal's chain"),
        (["journal", "verify", "--head", "zz"], "--head needs a head of the journal's chain"),
        (["journal", "verify", "--head", "ab cd"], "--head needs a head of the journal's chain"),
        (["head-office", "enrol", "a:b"], "the name of a till must not have a colon in it"),
        (["head-office", "enrol", "t" * 201], "the name of a till must not be longer than 200 characters"),
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
        (["history", "events", "--to", "20261127"], "“20261127” is not a date (YYYY-MM-DD)"),
        (["report", "day", "--date", "20261127"], "“20261127” is not a date (YYYY-MM-DD)"),
        (["report", "day", "--date", "2026-W48-5"], "“2026-W48-5” is not a date (YYYY-MM-DD)"),
        (["report", "day", "--date", "2026W485"], "“2026W485” is not a date (YYYY-MM-DD)"),
        (["history", "export", "--from", "2026-02-02", "--to", "2026-02-01"], "--from is after --to"),
        (["history", "export", "--format", "xml"], "xml"),
        (["password", "set"], "needs --till NAME"),
        (["password", "set", "--till", "a:b"], "the name of a till must not have a colon in it"),
        (["oauth", "set", "--till", "a:b"], "the name of a till must not have a colon in it"),
        (["--password", "secret"], "--password"),
    ],
)
def test_usage_errors_give_the_reason(arguments: list[str], expected: str) -> None:
    """A word or an option without a meaning here is an error. Nothing is ignored or abbreviated."""
    with pytest.raises(UsageError) as caught:
        parse(arguments)
    assert expected in str(caught.value)


def test_a_key_of_a_till_that_should_not_have_one_can_be_ended() -> None:
    """Earlier versions enrolled such a till. Its key must not stay valid for that."""
    assert parse(["head-office", "enrol", "a:b", "--revoke"]).operand == "a:b"


def test_a_head_that_looks_like_an_option_of_qt_is_a_value() -> None:
    """The word after --head is its value, and an error if it is no head."""
    with pytest.raises(UsageError, match="--head"):
        parse(["journal", "verify", "--head", "-style", "fusion"])


@pytest.mark.parametrize(
    "name", ["\u0905\u0930\u094d\u200d\u092f\u093e", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u062f"]
)
def test_names_keep_the_joiners_of_their_script(name: str) -> None:
    """Hindi and Persian names are spelt wrong without them. Between digits, or in a bill number, they mean nothing."""
    assert parse(["--bill", "1", "--cashier", f"\u200d{name}\u200d"]).cashier == name
    assert parse(["settle", "--reference", "R", "--as", "redeemed", "--reason", name]).reason == name
    for hidden in (["--bill", name], ["--cashier", "Ki\u200dran"], ["--bill", "1", "--cashier", "10\u200d42"]):
        with pytest.raises(UsageError, match="characters that cannot be shown"):
            parse(hidden)


def test_days_of_an_export() -> None:
    """Both ends may be the same day."""
    found = parse(["history", "export", "--from", "2026-11-22", "--to", "2026-11-22"])
    assert (found.from_day, found.to_day) == (date(2026, 11, 22), date(2026, 11, 22))


@given(st.lists(st.text(max_size=12), max_size=5))
def test_no_arguments_crash_the_parser(arguments: list[str]) -> None:
    """Any arguments are either understood or rejected as a usage error."""
    try:
        parse([one for one in arguments if one not in {"-h", "--help", "--version"}])
    except (UsageError, SystemExit):
        return


@pytest.mark.parametrize("value", ["a\0b", "caf\udce9", "\ud800", "a\nb", "x" * 201, "\x1b[2J"])
@pytest.mark.parametrize("option", ["--bill", "--mobile", "--points"])
def test_text_that_cannot_be_handed_over(option: str, value: str) -> None:
    """NUL, Latin-1, surrogates, control characters and long texts are rejected without quoting them."""
    with pytest.raises(UsageError, match=option) as told:
        parse([option, value])
    assert value not in str(told.value)


@pytest.mark.parametrize("option", ["--till", "--server", "--reference", "--reason"])
def test_no_option_accepts_a_surrogate(option: str) -> None:
    """Everything for the journal or the service can be encoded as UTF-8."""
    words = ["settle", "--reference", "R", "--as", "redeemed", "--reason", "x"] if option.startswith("--re") else []
    with pytest.raises(UsageError, match=option):
        parse([*words, option, "caf\udce9"])


def test_a_copied_number_loses_invisible_characters() -> None:
    """Direction marks, special spaces and byte order marks from other programs are removed."""
    found = parse(["--mobile", "\u202a+91\u00a097777\u202c\ufeff ", "--bill", " MG-1\t"])
    assert (found.mobile, found.bill) == ("+91 97777", "MG-1")


def test_only_a_link_is_not_waited_for() -> None:
    """A program that hands over by options waits for the outcome. A link cannot name a file for it."""
    assert parse(["points-till://redeem?bill=1"]).by_link
    assert not parse(["--bill", "1"]).by_link
    with pytest.raises(UsageError, match="stands alone"):
        parse(["points-till://redeem?bill=1", "--result", "r.json"])


def test_formats_and_numbers_of_what_is_read() -> None:
    """An export is CSV and a report is text unless another format is asked for. Each has its own formats."""
    assert (parse(["history", "export"]).format, parse(["report", "day"]).format) == ("csv", "text")
    assert parse(["doctor"]).format == ""
    assert parse(["report", "day", "--date", "2026-11-22", "--format", "pdf"]).date == date(2026, 11, 22)
    assert parse(["history", "events", "--after", "17"]).after == 17
    for wrong in (["history", "export", "--format", "pdf"], ["report", "day", "--format", "jsonl"]):
        with pytest.raises(UsageError, match="is no format of"):
            parse(wrong)
    for number in ("-1", "x", "1.5", "9" * 19, ""):
        with pytest.raises(UsageError):
            parse(["history", "export", f"--after={number}"])
    for alone in (
        ["report", "day", "--after", "1"],
        ["history", "events", "--format", "csv"],
        ["--date", "2026-11-22"],
    ):
        with pytest.raises(UsageError, match="does not belong"):
            parse(alone)


def test_a_bill_that_is_asked_about_is_no_hand_over() -> None:
    """`outcome --bill` shares its option with the hand-over, and hands nothing over."""
    assert not parse(["outcome", "--bill", "B-1"]).is_handed_over
