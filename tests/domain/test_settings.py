"""Tests settings: each kind of value, the layers, the environment, and addresses that may be called."""

from __future__ import annotations

import json
import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.failures import SettingsUnusable
from desktop.domain.mobile import MobileForm
from desktop.domain.settings import (
    LANGUAGES,
    CustomField,
    CustomFieldKind,
    NumberPadMode,
    Settings,
    Theme,
    from_environment,
    meaning,
    names,
    read,
    server_address,
)

FIELD = CustomField(name="to", label="Given to", kind=CustomFieldKind.CHOICE, choices=("a", "b"), required=True)
FIELD_RAW = {"name": "to", "label": "Given to", "kind": "choice", "choices": ["a", "b"], "required": True}


def value_of(name: str, raw: object) -> object:
    """Returns the value that a setting reads."""
    return getattr(read({name: raw}), name)


def problem_of(name: str, raw: object) -> str:
    """Returns the message for a value that cannot be used."""
    with pytest.raises(SettingsUnusable) as caught:
        read({name: raw})
    ((where, problem),) = caught.value.problems
    assert where == name
    assert str(caught.value) == f"{name}: {problem}"
    return problem


def test_nothing_set_gives_the_defaults() -> None:
    """A till without any settings starts, and knows that it has to ask."""
    assert read() == read({}, {}) == Settings()
    assert not Settings().is_complete


@pytest.mark.parametrize(("server", "till", "complete"), [("h", "t", True), ("h", "", False), ("", "t", False)])
def test_server_and_till_are_all_that_has_to_be_asked_for(server: str, till: str, complete: bool) -> None:
    """If both are given, there is no set-up."""
    assert read({"server": server, "till": till}).is_complete is complete


def test_the_strongest_layer_is_the_last() -> None:
    """Policy over file, command line over environment: the later layer wins. None and unknown names do not count."""
    layers: list[dict[str, object]] = [
        {"till": "one", "cashier": "a", "new_in_2030": 1},
        {"till": "two"},
        {"cashier": None},
    ]
    settings = read(*layers)
    assert (settings.till, settings.cashier) == ("two", "a")


def test_all_problems_are_reported_together() -> None:
    """Store IT can correct a file in one go."""
    with pytest.raises(SettingsUnusable) as caught:
        read({"theme": "pink", "read_timeout": "soon", "till": "one"})
    assert {name for name, _ in caught.value.problems} == {"theme", "read_timeout"}


def test_every_setting_can_be_in_the_environment() -> None:
    """It is `POINTS_TILL_<SETTING>`, in any case. Nothing else is read from the environment."""
    environment = {f"POINTS_TILL_{name.upper()}": "x" for name in names()}
    assert from_environment(environment) == dict.fromkeys(names(), "x")
    assert from_environment({"points_till_country": "ID", "POINTS_TILL_PASSWORD": "p", "COUNTRY": "TH"}) == {
        "country": "ID"
    }


@pytest.mark.parametrize("name", names())
def test_every_setting_has_a_meaning_and_a_default_that_reads_back(name: str) -> None:
    """What `doctor` and the settings page show can be put back as it is."""
    assert meaning(name).endswith(".")
    assert value_of(name, getattr(Settings(), name)) == getattr(Settings(), name)


@pytest.mark.parametrize(("raw", "text"), [(" till.one ", "till.one"), (973, "973"), ("", "")])
def test_texts_are_trimmed_and_numbers_are_texts_too(raw: object, text: str) -> None:
    """A till that is called 973 needs no quotes in the file."""
    assert value_of("till", raw) == text


@pytest.mark.parametrize("raw", [True, 1.5, [], {}])
def test_what_is_no_text_is_refused(raw: object) -> None:
    """A list is not silently turned into a name."""
    assert problem_of("till", raw) == "must be a text"


@pytest.mark.parametrize("raw", [True, "1", "TRUE", "yes", " On ", 1])
def test_a_flag_is_on(raw: object) -> None:
    """In a file, in JSON and in the environment."""
    assert value_of("bill_required", raw) is True


@pytest.mark.parametrize("raw", [False, "0", "false", "NO", "off", "", 0])
def test_a_flag_is_off(raw: object) -> None:
    """An empty text is off."""
    assert value_of("bill_required", raw) is False


@pytest.mark.parametrize("raw", ["maybe", 2, "ja"])
def test_what_is_no_flag_is_refused(raw: object) -> None:
    """A word that may mean either is not guessed."""
    assert problem_of("bill_required", raw) == "must be true or false"


@given(st.floats(min_value=0.1, max_value=600))
def test_numbers_within_their_bounds_are_taken(number: float) -> None:
    """As a number or as its text."""
    assert value_of("read_timeout", number) == number
    assert value_of("read_timeout", f" {number!r} ") == number


@pytest.mark.parametrize("raw", [0.09, 600.1, -1, math.inf, math.nan, "nan", "1e9"])
def test_numbers_out_of_bounds_are_refused(raw: object) -> None:
    """A till cannot be set to wait for ever, or not at all."""
    assert problem_of("read_timeout", raw) == "must be from 0.1 to 600"


@pytest.mark.parametrize("raw", ["", "soon", "20s", True, None.__class__, []])
def test_what_is_no_number_is_refused(raw: object) -> None:
    """Neither words nor lists nor flags are seconds."""
    assert problem_of("read_timeout", raw) == "must be a number"


def test_whole_numbers_are_whole() -> None:
    """Half a day is refused."""
    assert value_of("retention_days", "30") == 30
    assert isinstance(value_of("retention_days", 30.0), int)
    assert problem_of("retention_days", 1.5) == "must be a whole number"
    assert problem_of("retention_days", 0) == "must be from 1 to 3650"


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("theme", " High-Contrast ", Theme.HIGH_CONTRAST),
        ("number_pad", "NEVER", NumberPadMode.NEVER),
        ("mobile_form", "plus", MobileForm.PLUS),
    ],
)
def test_choices_are_read_in_any_case(name: str, raw: str, value: object) -> None:
    """People write them in any case."""
    assert value_of(name, raw) is value


def test_a_wrong_choice_is_refused_with_the_allowed_values() -> None:
    """The message lists the allowed values."""
    assert problem_of("theme", "pink") == "must be one of system, light, dark, high-contrast"


@pytest.mark.parametrize(
    ("raw", "language"),
    [("", ""), ("hi", "hi"), ("HI", "hi"), ("zh", "zh_CN"), ("zh-CN", "zh_CN"), ("zh_cn", "zh_CN"), (" id ", "id")],
)
def test_languages_are_read_as_people_write_them(raw: str, language: str) -> None:
    """With a dash, in any case, without the country."""
    assert value_of("language", raw) == language
    assert value_of("receipt_language", raw) == language


@pytest.mark.parametrize("raw", ["xx", "zh_TW", "_", "e"])
def test_an_unknown_language_is_refused(raw: str) -> None:
    """The message lists the available languages."""
    assert all(language in problem_of("language", raw) for language in LANGUAGES)


def test_countries_and_currencies_are_codes() -> None:
    """ISO codes in any case, or nothing."""
    assert value_of("country", "id") == "ID"
    assert value_of("currency", " inr ") == "INR"
    assert value_of("currency", "") == ""
    assert problem_of("country", "India") == "must be an ISO 3166 region such as IN"
    assert problem_of("currency", "₹") == "must be an ISO 4217 code such as INR"


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("", ""),
        ("https://eu.api.example.com", "https://eu.api.example.com"),
        (" https://eu.api.example.com/ ", "https://eu.api.example.com"),
        ("eu.api.example.com", "https://eu.api.example.com"),
        ("eu.api.example.com:8443", "https://eu.api.example.com:8443"),
        ("https://gateway.example.com/loyalty/", "https://gateway.example.com/loyalty"),
        ("HTTPS://Host", "HTTPS://Host"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost", "http://localhost"),
        ("http://LOCALHOST:1", "http://LOCALHOST:1"),
        ("http://[::1]:8000/", "http://[::1]:8000"),
    ],
)
def test_addresses_are_read(raw: str, address: str) -> None:
    """A bare host means https; only this machine may be called without it."""
    assert server_address(raw) == address
    assert server_address(address) == address


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("http://eu.api.example.com", "must begin with https:// (http:// is for this machine alone)"),
        ("http://localhost.example.com", "must begin with https:// (http:// is for this machine alone)"),
        ("http://127.0.0.1.example.com", "must begin with https:// (http:// is for this machine alone)"),
        ("http://0.0.0.0", "must begin with https:// (http:// is for this machine alone)"),
        ("ftp://host", "must begin with https://"),
        ("file:///etc/passwd", "is not an address"),
        ("https://", "is not an address"),
        ("http://", "is not an address"),
        ("https:/host", "is not an address"),
        ("/", "is not an address"),
        ("https://host:99999", "is not an address"),
        ("https://[::1", "is not an address"),
        ("two words", "is not an address"),
        ("https://user:pass@host", "must not carry a user name or password"),
        ("https://user@host", "must not carry a user name or password"),
        ("user:pass@host", "must not carry a user name or password"),
        ("https://:pass@host", "must not carry a user name or password"),
        ("http://127.0.0.1@example.com", "must not carry a user name or password"),
        ("https://@host", "must not carry a user name or password"),
        ("https://host/?a=b", "must not carry a query"),
        ("https://host?", "must not carry a query"),
        ("https://host/#a", "must not carry a query"),
    ],
)
def test_addresses_that_may_not_be_called_are_refused(raw: str, problem: str) -> None:
    """Nothing is sent unencrypted over a network, and no address carries a secret that would be logged."""
    with pytest.raises(ValueError, match=re.escape(problem)) as caught:
        server_address(raw)
    assert str(caught.value) == problem
    assert problem_of("server", raw) == problem


@given(st.text(max_size=40))
def test_whatever_is_given_as_an_address_is_safe_or_refused(text: str) -> None:
    """An address that is accepted is https, or this machine, and has no user name."""
    try:
        address = server_address(text)
    except ValueError:
        return
    assert address == "" or address.lower().startswith(
        ("https://", "http://localhost", "http://127.0.0.1", "http://[::1]")
    )
    assert "@" not in address.partition("://")[2].partition("/")[0]


@pytest.mark.parametrize("raw", [[FIELD_RAW], json.dumps([FIELD_RAW]), (FIELD,)])
def test_custom_fields_are_read_from_file_environment_and_program(raw: object) -> None:
    """As a list of tables, as JSON text, and as they are."""
    assert value_of("custom_fields", raw) == (FIELD,)


def test_a_custom_field_needs_no_more_than_a_name() -> None:
    """Everything else has a default, and there may be no fields at all."""
    assert value_of("custom_fields", [{"name": "n"}]) == (CustomField(name="n"),)
    assert value_of("custom_fields", "") == value_of("custom_fields", []) == ()


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("[", "must be a JSON list of fields"),
        ("{}", "must be a list of fields"),
        (3, "must be a list of fields"),
        (({"name": "n"},), "must be a list of fields"),
        (["n"], "every field needs a name"),
        ([{"label": "x"}], "every field needs a name"),
        ([{"name": " "}], "every field needs a name"),
        ([{"name": "n", "colour": "red", "a": 1}], "unknown: a, colour"),
        ([{"name": "n", "choices": "ab"}], "choices must be a list"),
        ([{"name": "n", "kind": "choice"}], "n needs choices"),
        ([{"name": "n"}, {"name": "m"}, {"name": "n "}], "n is there twice"),
        ([{"name": "n", "kind": "date"}], "must be one of text, number, choice, yes_no"),
        ([{"name": "n", "required": "perhaps"}], "must be true or false"),
    ],
)
def test_a_custom_field_that_cannot_be_used_is_refused_with_the_reason(raw: object, problem: str) -> None:
    """Store IT reads what to correct."""
    assert problem_of("custom_fields", raw) == problem


def test_one_service_has_one_name() -> None:
    """The journal keeps one name with each attempt, however the address is written."""
    named = {
        read({"server": one}).service for one in ("HTTPS://EU.Example.com", "eu.example.com", "eu.example.com:443/")
    }
    assert named == {"https://eu.example.com"}
    assert Settings().service == ""
