"""Tests the schema: every setting can be shown, explained and entered, and none is left without a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
import pytest

from desktop.domain import setting_values as values
from desktop.domain.regions import REGIONS
from desktop.domain.setting_schema import Group, Kind, option, schema_of
from desktop.domain.settings import SCHEMA, Settings


class Size(StrEnum):
    """A choice."""

    SMALL = "small"
    VERY_LARGE = "very_large"


@dataclass(frozen=True)
class Example:
    """Settings that leave out what can be left out."""

    is_on: bool = option(False, values.flag, "Whether it is on.")
    seconds: float = option(1.0, values.number(0, 9), "Seconds.")
    count: int = option(1, values.whole(0, 9), "How many.")
    size: Size = option(Size.SMALL, values.one_of(Size), "How large.", choices={"small": "Tiny"})
    words: str = option("", values.text(), "Words.")
    many_words: str = option("", values.lines(99), "Lines.")
    names: tuple[str, ...] = option((), values.texts(9), "Names.")


def test_the_kind_follows_from_the_default_and_the_reader() -> None:
    """A setting needs no more than a default, a reader and a meaning to be shown."""
    schema = schema_of(Example)
    assert {name: one.kind for name, one in schema.items()} == {
        "is_on": Kind.FLAG,
        "seconds": Kind.NUMBER,
        "count": Kind.NUMBER,
        "size": Kind.CHOICE,
        "words": Kind.TEXT,
        "many_words": Kind.LINES,
        "names": Kind.LIST,
    }
    assert schema["is_on"].label == "Is on"
    assert schema["is_on"].variable == "POINTS_TILL_IS_ON"
    assert [schema[name].bounds for name in ("seconds", "words")] == [(0, 9), None]
    assert (schema["count"].is_whole, schema["seconds"].is_whole, schema["is_on"].is_whole) == (True, False, False)
    assert schema["size"].choices == {"small": "Tiny", "very_large": "Very large"}


@pytest.mark.parametrize("name", SCHEMA)
def test_every_setting_is_described(name: str) -> None:
    """It has a label of its own and a help text, and its choices are values that it reads."""
    setting = SCHEMA[name]
    assert 2 < len(setting.label) < 30
    assert setting.help.endswith(".")
    assert setting.group in Group
    assert setting.read(setting.default) == getattr(Settings(), name)
    for value in setting.choices:
        setting.read([value] if setting.kind is Kind.SEVERAL else value)
    if setting.if_wrong is not None:
        assert setting.read(setting.if_wrong) == setting.if_wrong


def test_a_setting_that_only_a_policy_sets_is_strict_by_default() -> None:
    """So a wrong one does no harm. The exception is the file of PINs: without it no PIN would be asked for."""
    assert [name for name, one in SCHEMA.items() if one.policy_only and one.protects_money] == ["cashier_pin_file"]


def test_the_regions_are_those_whose_numbers_can_be_read() -> None:
    """Country ZZ is none, and XK, which ISO 3166 does not have, is one."""
    assert phonenumbers.SUPPORTED_REGIONS == REGIONS
    assert "ZZ" not in REGIONS
    for wrong in ("ZZ", "UK", "India", "", "i"):
        with pytest.raises(ValueError, match="must be an ISO 3166 region such as IN"):
            values.region(wrong)
    assert values.region(" gb ") == "GB"


def test_the_name_of_the_machine() -> None:
    """Only its first part is used. Other names are refused, and what looks like no name is left alone."""
    assert values.with_machine_name("a-${HOSTNAME}-b", lambda: "pos-1.example") == "a-pos-1-b"
    assert values.with_machine_name("$HOSTNAME ${1} $", lambda: "x") == "$HOSTNAME ${1} $"
    with pytest.raises(ValueError, match=r"\$\{PATH\}"):
        values.with_machine_name("${PATH}", lambda: "x")
