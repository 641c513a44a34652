"""Tests the settings that allow more than redeeming with a code."""

from __future__ import annotations

import pytest

from desktop.domain.failures import SettingsUnusable
from desktop.domain.settings import GiveBackRule, Settings, read, unknown, unknown_in


def test_nothing_that_weakens_the_code_is_allowed_unless_it_is_set() -> None:
    """Skipping, calling, money and finding by other identifiers are off unless they are set."""
    ordinary = Settings()
    assert not ordinary.skip_validation
    assert not ordinary.missed_call
    assert not ordinary.money_input
    assert ordinary.find_by == ()
    assert ordinary.supervisor_pin == ""


def test_who_may_give_points_back() -> None:
    """The cashier, for the time in which the till knows the member, unless the policy says otherwise."""
    assert (Settings().give_back, Settings().give_back_days) == (GiveBackRule.CASHIER, Settings().retention_days)
    assert read({"give_back": "NO-ONE", "give_back_days": "3"}).give_back is GiveBackRule.NO_ONE
    for name, raw in (("give_back", "anyone"), ("give_back_days", 0)):
        with pytest.raises(SettingsUnusable):
            read({name: raw})


@pytest.mark.parametrize("raw", ["card, email", "CARD email", ["card", "email"], ("card", "email", "card")])
def test_ways_of_finding_are_read_from_file_and_environment(raw: object) -> None:
    """As a list, or as words with commas or spaces between; each once."""
    assert read({"find_by": raw}).find_by == ("card", "email")
    assert read({"find_by": ""}).find_by == ()


@pytest.mark.parametrize(
    ("name", "raw"), [("find_by", "passport"), ("find_by", 3), ("note_templates", "["), ("note_templates", 3)]
)
def test_what_cannot_be_read_is_reported(name: str, raw: object) -> None:
    """The problem names the setting."""
    with pytest.raises(SettingsUnusable) as caught:
        read({name: raw})
    assert caught.value.problems[0][0] == name


def test_templates_are_a_list_of_texts() -> None:
    """From a file, or as JSON from the environment; empty ones are left out."""
    assert read({"note_templates": ["For a friend", " "]}).note_templates == ("For a friend",)
    assert read({"note_templates": '["For a friend"]'}).note_templates == ("For a friend",)
    assert read({"note_templates": ""}).note_templates == ()


def test_a_pin_is_not_kept_as_it_is_typed() -> None:
    """A typed PIN would never match, and every cashier could read it. It is not repeated in the message."""
    with pytest.raises(SettingsUnusable) as told:
        read({"supervisor_pin": "1234"})
    assert "pin hash" in str(told.value)
    assert "1234" not in str(told.value)
    assert read({"supervisor_pin": "scrypt$c2FsdA==$aGFzaA=="}).supervisor_pin == "scrypt$c2FsdA==$aGFzaA=="


def test_an_unknown_setting_is_reported() -> None:
    """A misspelt setting has no effect and is reported. The password's variable is neither a setting nor a mistake."""
    assert unknown({"bil_required": True, "country": "IN"}) == ("bil_required",)
    environment = {"POINTS_TILL_SEVER": "x", "points_till_country": "IN", "POINTS_TILL_PASSWORD": "p", "PATH": "/"}
    assert unknown_in(environment) == ("POINTS_TILL_SEVER",)


@pytest.mark.parametrize(
    ("raw", "origins"),
    [
        ("", ()),
        ("https://pos.example", ("https://pos.example",)),
        ("HTTPS://POS.example:443, http://localhost:3000", ("https://pos.example", "http://localhost:3000")),
        ('["https://pos.example", "https://pos.example"]', ("https://pos.example",)),
        (["http://[::1]:80"], ("http://[::1]",)),
        (["http://[::1]:81"], ("http://[::1]:81",)),
    ],
)
def test_origins_are_read_as_browsers_send_them(raw: object, origins: tuple[str, ...]) -> None:
    """Small letters, without the usual port, each once."""
    assert read({"api_origins": raw}).api_origins == origins
    assert Settings().api_origins == ()
    assert Settings().local_api == 0


@pytest.mark.parametrize(
    "raw",
    [
        "*",
        "https://*.example",
        "pos.example",
        "https://pos.example/",
        "https://pos.example/pos",
        "null",
        "file://x",
        3,
        "https://u@pos.example",
        "https://pos.example:99999",
        "https://pos.example:",
        "[",
        '[["https://pos.example"]]',
    ],
)
def test_what_is_no_origin_is_reported(raw: object) -> None:
    """A wildcard would let every web page in."""
    with pytest.raises(SettingsUnusable):
        read({"api_origins": raw})


@pytest.mark.parametrize("raw", [-1, 65_536, "http", 80.5])
def test_what_is_no_port_is_reported(raw: object) -> None:
    """0 is off."""
    with pytest.raises(SettingsUnusable):
        read({"local_api": raw})
