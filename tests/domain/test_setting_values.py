"""Tests reading the values of settings: type, length and characters, and only `ValueError` for what is wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain import addresses
from desktop.domain import setting_values as values
from desktop.domain.paper import Paper
from desktop.domain.settings import Theme, is_policy_only, names, needs_policy, read_value

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=10,
)


@given(name=st.sampled_from(names()), raw=ANY_JSON)
@example(name="till", raw=10**5_000)
@example(name="till", raw=-(10**300))
@example(name="read_timeout", raw=10**400)
@example(name="bill_required", raw=10**5_000)
@example(name="country", raw="ﬁ")
@example(name="supervisor_pin", raw="scrypt$\ud800$a")
def test_any_value_is_read_or_is_a_value_error(name: str, raw: object) -> None:
    """Every value in a file becomes a setting, or a reason that can be printed."""
    try:
        found = read_value(name, raw)
    except ValueError as error:
        reason = str(error)
        reason.encode()
        assert 0 < len(reason) < 300
        assert "\n" not in reason
    else:
        repr(found).encode()
        assert read_value(name, found) == found


@pytest.mark.parametrize("one", ["\n", "\r", "\x00", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ud800"])
def test_a_name_is_one_line(one: str) -> None:
    """No control character, half character or line mark gets into a header, a line of output or a window."""
    with pytest.raises(ValueError, match="one line without control characters"):
        values.text()(f"a{one}b")
    for reader in (values.till_name, values.header, addresses.server_address, values.pin_hash, values.language):
        with pytest.raises(ValueError, match="one line"):
            reader(f"a{one}b")


def test_a_name_has_a_length() -> None:
    """Two hundred characters, as a text or as a number."""
    assert values.text()("x" * 200) == "x" * 200
    assert values.text()(10**199) == str(10**199)
    for raw in ("x" * 201, 10**200, -(10**5_000)):
        with pytest.raises(ValueError, match="must not be longer than 200 characters"):
            values.text()(raw)


@pytest.mark.parametrize("text", ["Öl & Café", "दुकान", "مَتْجَر", "ร้าน", "👩‍🌾", "a\u200fb"])
def test_names_of_every_script_are_names(text: str) -> None:
    """Marks that a script needs are kept."""
    assert values.text()(f" {text} ") == text


def test_a_till_has_no_colon_in_its_name() -> None:
    """Basic authentication would end the name there."""
    assert values.till_name("till.one@store") == "till.one@store"
    with pytest.raises(ValueError, match="colon"):
        values.till_name("till:one")


def test_a_header_is_ascii() -> None:
    """It can be sent as it is."""
    assert values.header("STORE_CODE 7") == "STORE_CODE 7"
    with pytest.raises(ValueError, match="ASCII"):
        values.header("Öl")


def test_a_note_may_have_several_lines() -> None:
    """But no other control characters; line ends of Windows become one character."""
    assert values.texts(40)(["a\r\nb\tc", " "]) == ("a\nb\tc",)
    with pytest.raises(ValueError, match="text without control characters"):
        values.texts(40)(["a\x00b"])
    with pytest.raises(ValueError, match="longer than 40"):
        values.texts(40)(["x" * 41])


@pytest.mark.parametrize(
    "raw", [["card", "email"], "card,email", " card  email ", '["card", "email"]', ' ["card","email"]']
)
def test_words_may_be_written_as_a_list_or_one_after_the_other(raw: object) -> None:
    """In a variable, lists of words are read as JSON too, as lists of texts are."""
    assert values.identifier_kinds(raw) == ("card", "email")
    with pytest.raises(ValueError, match="must be a list"):
        values.identifier_kinds("[card, email]")


def test_a_list_has_an_end() -> None:
    """Names, choices and fields cannot fill the memory of a till."""
    for read in (values.texts(9), values.identifier_kinds, values.custom_fields):
        with pytest.raises(ValueError, match="500 entries"):
            read(["card"] * 501)
    with pytest.raises(ValueError, match="500 entries"):
        values.custom_fields([{"name": "n", "choices": ["x"] * 501}])


@pytest.mark.parametrize("raw", ["[" * 100_000, "[" * 900 + "x"])
def test_json_that_is_nested_too_deep_is_refused(raw: str) -> None:
    """In a variable as in a file."""
    with pytest.raises(ValueError, match="JSON list"):
        values.texts(9)(raw)
    with pytest.raises(ValueError, match="JSON list"):
        values.custom_fields(raw)


@pytest.mark.parametrize("raw", [None, {}, [], {"a": 1}, 1, True])
def test_a_choice_is_a_word(raw: object) -> None:
    """A value that is not text is no choice, and is not turned into one."""
    with pytest.raises(ValueError, match="must be one of system, light, dark, high-contrast"):
        values.one_of(Theme)(raw)


def test_what_is_shown_of_a_text_from_outside() -> None:
    """One line, no half characters, not too long."""
    assert values.printable("plain") == "plain"
    assert values.printable("a\nb\ud800") == "a\\u000ab\\ud800"
    assert values.printable("x" * 81) == "x" * 80 + "…"


def test_which_settings_are_the_policys() -> None:
    """They let points move with less proof, ask cashiers for a PIN, or let members' numbers leave the till."""
    assert {name for name in names() if is_policy_only(name)} == {
        "missed_call", "missed_call_number", "missed_call_first", "skip_validation", "supervisor_pin",
        "give_back", "give_back_days",
        "code_from", "cashier_pin_file", "head_office_numbers",
    }  # fmt: skip
    assert needs_policy("settle_after", 29.9)
    assert not needs_policy("settle_after", 30.0)
    assert needs_policy("look_again_after", 3_600.1)
    assert not needs_policy("look_again_after", 3_600.0)
    assert not needs_policy("read_timeout", 1.0)
    assert needs_policy("head_office", "https://head-office.example.com")
    for address in ("", "http://127.0.0.1:8080", "https://localhost"):
        assert not needs_policy("head_office", address)


@pytest.mark.parametrize(("raw", "paper"), [(58, Paper.MM_58), ("80", Paper.MM_80), (" A4 ", Paper.A4)])
def test_a_paper_is_a_number_or_a_name(raw: object, paper: Paper) -> None:
    """Store IT writes `58` or `"58"`."""
    assert values.paper(raw) is paper


@pytest.mark.parametrize("raw", [True, 57, "", "letter", None, 58.0])
def test_what_is_no_paper(raw: object) -> None:
    """Other sizes are refused, because a receipt would be laid out for the wrong width."""
    with pytest.raises(ValueError, match="must be one of 58, 80, a4"):
        values.paper(raw)


@pytest.mark.parametrize(
    ("raw", "found"), [("", ""), ("Office", "Office"), ("raw: TM-T20", "raw:TM-T20"), ("tcp://p", "tcp://p:9100")]
)
def test_a_printer_is_written_in_one_way(raw: str, found: str) -> None:
    """Two ways of writing one printer are the same setting."""
    assert values.printer(raw) == found


def test_what_is_no_printer() -> None:
    """The reason is for store IT."""
    with pytest.raises(ValueError, match="must be tcp://HOST:PORT"):
        values.printer("tcp://")


@pytest.mark.parametrize("raw", [-1, True, None, "1.2345", "1e3", "1,5", float("nan"), [], "x"])
def test_points_of_a_setting_are_exact(raw: object) -> None:
    """They are read like the POS's amounts, and 0 is allowed."""
    with pytest.raises(ValueError, match="amount of points"):
        values.points(raw)
    assert [values.points(one) for one in ("0", 12.5, "100", Decimal("0.001"))] == [
        Decimal(0), Decimal("12.5"), Decimal(100), Decimal("0.001"),
    ]  # fmt: skip
