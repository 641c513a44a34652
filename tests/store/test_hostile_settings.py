"""Tests that hostile values in settings are read, or refused with the setting's name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.failures import SettingsUnusable
from desktop.domain.settings import SCHEMA, names
from desktop.store.settings_file import Loaded, save
from tests.store.setting_files import load, problem, write

if TYPE_CHECKING:
    from pathlib import Path

DEEP = "[" * 900 + "]" * 900
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.integers(10**300, 10**310),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)


def outcome_of(folder: Path, name: str, layer: str, value: object) -> Loaded:
    """Returns the result of a value in a layer. Any exception fails the test."""
    (folder / "settings.json").unlink(missing_ok=True)
    (folder / "policy.json").unlink(missing_ok=True)
    if layer in {"file", "policy"}:
        write(folder / f"{'settings' if layer == 'file' else 'policy'}.json", {name: value})
    if layer == "policy default":
        write(folder / "policy.json", {"defaults": {name: value}})
    environment = {f"POINTS_TILL_{name.upper()}": value} if layer == "environment" and isinstance(value, str) else {}
    overrides = {name: value} if layer == "command line" else {}
    return load(folder, [folder / "policy.json"], environment, overrides)


LAYERS = ("file", "policy", "policy default", "environment", "command line")


@given(name=st.sampled_from(names()), layer=st.sampled_from(LAYERS), value=ANY_JSON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_any_value_in_any_layer_is_read_or_named(tmp_path: Path, name: str, layer: str, value: object) -> None:
    """Every JSON value is read, or named with its place and reason, and the setting has its default.

    A value that is read has no control characters, and can be printed and sent.
    """
    loaded = outcome_of(tmp_path, name, layer, value)
    read = getattr(loaded.settings, name)
    if loaded.problems:
        (problem,) = loaded.problems
        assert (problem.name, problem.source) == (name, layer)
        assert problem.where
        assert problem.stops is SCHEMA[name].protects_money
        setting = SCHEMA[name]
        # The name of a file of PINs that cannot be read stays, so that PINs are still asked for.
        if name != "cashier_pin_file":
            assert read == (setting.read(setting.default) if setting.if_wrong is None else setting.if_wrong)
        f"{problem}".encode()
        assert len(problem.reason) < 500
        return
    if isinstance(read, str):
        read.encode()
        assert read.isprintable() or all(one not in read for one in "\r\n\x00")
    if name.startswith("attribution"):
        read.encode("ascii")


HOSTILE: tuple[object, ...] = (
    {}, [], {"a": {}}, "\ud800", ["\ud800"], [{"name": "\ud800"}], [{"\ud800": 1, "name": "x"}], "x" * 100_000, "a\nb",
    "a\x00b", 10**400, -(10**4_000), float("nan"), float("-inf"), json.loads(DEEP), [json.loads(DEEP)], DEEP,
    "[" * 100_000,
    ["x"] * 10_000, [{"name": "a", "choices": ["x"] * 10_000}], "https://a\nb", "https://[", "https://a\\b",
)  # fmt: skip


@pytest.mark.parametrize("layer", LAYERS)
def test_hostile_values_are_refused_by_name(tmp_path: Path, layer: str) -> None:
    """Deep nesting, half characters, line breaks, huge numbers and huge lists are refused, or do no harm."""
    for name in names():
        for value in HOSTILE:
            loaded = outcome_of(tmp_path, name, layer, value)
            assert [one.name for one in loaded.problems] in ([name], [])
            assert all(len(one.reason) < 500 for one in loaded.problems)
            repr(loaded.problems).encode()
            repr(loaded.settings).encode()


@pytest.mark.parametrize("name", ["attribution_type", "attribution_code", "store", "cashier", "till", "printer"])
def test_a_line_break_in_a_name_is_refused(tmp_path: Path, name: str) -> None:
    """A line break is refused in a setting. In a header it would be reported as a network error."""
    write(tmp_path / "settings.json", {name: "TILL\r\nX-Evil: 1"})
    assert problem(tmp_path).name == name


def test_names_that_cannot_be_printed_are_shown_escaped(tmp_path: Path) -> None:
    """An unknown name is reported in one line."""
    write(tmp_path / "settings.json", {"\ud800\n" + "x" * 500: 1})
    ((shown, layer),) = load(tmp_path).unknown
    assert layer == "file"
    assert shown.startswith("\\ud800\\u000ax")
    assert len(shown) < 120
    write(
        tmp_path / "settings.json",
        '{"\ud800": 1, "\ud800": 2}'.encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    )
    assert any("contains a name twice" in one.reason for one in load(tmp_path).problems)


def test_a_file_that_is_nested_too_deep_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer till's value that can be read but not written is reported, and the file stays unchanged."""

    def too_deep(*_values: object, **_options: object) -> str:
        raise RecursionError

    save(tmp_path, {"till": "a"})
    with monkeypatch.context() as patched:
        patched.setattr("desktop.store.settings_file.json.dumps", too_deep)
        with pytest.raises(SettingsUnusable, match="cannot be written"):
            save(tmp_path, {"till": "b"})
    assert load(tmp_path).settings.till == "a"
