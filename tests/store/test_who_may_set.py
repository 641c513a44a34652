"""Tests who may set what: what a policy fixes, what counts only there, and which policy is trusted."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.domain.failures import SettingsUnusable
from desktop.domain.settings import Settings, Theme, is_policy_only
from desktop.store import settings_file
from desktop.store.settings_file import Loaded, save
from tests.store.setting_files import LOOPBACK, REAL, load, problem, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path


def test_a_policy_has_defaults_and_locks(tmp_path: Path) -> None:
    """The shop may change a default. It cannot change a lock, and the sources tell the two apart."""
    policy = write(
        tmp_path / "policy.json",
        {"defaults": {"country": "GB", "theme": "dark", "missed_call": True, "colour": 1}, "store": "MG Road"},
    )
    write(tmp_path / "settings.json", {"theme": "light", "store": "mine"})
    loaded = load(tmp_path, [policy])
    assert (loaded.settings.country, loaded.settings.theme, loaded.settings.store) == ("GB", Theme.LIGHT, "MG Road")
    assert {name: loaded.sources[name] for name in ("country", "theme", "store", "currency")} == {
        "country": "policy default",
        "theme": "file",
        "store": "policy",
        "currency": "default",
    }
    assert loaded.settings.missed_call
    assert loaded.locked == {"store", "missed_call"}
    assert loaded.unknown == (("colour", "policy default"),)


@pytest.mark.parametrize(("value", "name"), [("GB", "defaults"), ({"password": "hunter2"}, "password")])
def test_defaults_that_cannot_be_used_are_named(tmp_path: Path, value: object, name: str) -> None:
    """They are an object of settings without secrets."""
    found = problem(tmp_path, write(tmp_path / "policy.json", {"defaults": value}))
    assert found.name == name
    assert "hunter2" not in str(found)


def test_an_unreadable_policy_is_not_skipped(
    open_folder: Path, without_rights: Callable[[], AbstractContextManager[None]]
) -> None:
    """With an unreadable policy nothing is redeemed, or it would be a way around it. Nothing is settled early."""
    policy = write(open_folder / "policy.json", {"till": "a"})
    write(open_folder / "settings.json", {"settle_after": 60})
    policy.chmod(0o000)
    with without_rights():
        loaded = load(open_folder, [policy])
    assert [str(one) for one in loaded.problems] == [f"{policy}: cannot be read: Permission denied"]
    assert loaded.unusable is not None
    assert loaded.settings.settle_after == 86_400


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("skip_validation", True),
        ("supervisor_pin", "scrypt$c2FsdA==$aGFzaA=="),
        ("missed_call", True),
        ("missed_call_number", "+91 22 1234 5678"),
        ("missed_call_first", True),
    ],
)
@pytest.mark.parametrize("server", [LOOPBACK, REAL])
def test_settings_that_replace_the_code_count_only_in_the_policy(
    tmp_path: Path, name: str, value: object, server: str
) -> None:
    """A cashier who sets it elsewhere changes nothing, on this machine too. It is reported, and the till starts."""
    assert is_policy_only(name)
    write(tmp_path / "settings.json", {name: value, "server": server})
    environment = {f"POINTS_TILL_{name.upper()}": str(value)}
    loaded = load(tmp_path, [tmp_path / "policy.json"], environment, {name: value})
    assert getattr(loaded.settings, name) == getattr(Settings(), name)
    assert loaded.sources[name] == "default"
    assert [(one, layer) for one, layer, _ in loaded.ignored] == [
        (name, "command line"), (name, "environment"), (name, "file"),
    ]  # fmt: skip
    assert {why for *_, why in loaded.ignored} == {"counts only in the machine's policy"}
    policy = write(tmp_path / "policy.json", {name: value})
    loaded = load(tmp_path, [policy], environment)
    assert getattr(loaded.settings, name) == value
    assert loaded.sources[name] == "policy"
    assert loaded.locked == {name}


def test_policy_only_settings_are_not_saved(tmp_path: Path) -> None:
    """The settings page cannot set it either."""
    with pytest.raises(SettingsUnusable) as caught:
        save(tmp_path, {"skip_validation": True})
    assert caught.value.problems == (("skip_validation", "counts only in the machine's policy"),)
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize(
    ("name", "weak", "enough"), [("settle_after", 29.9, 30.0), ("look_again_after", 3600.1, 3600.0)]
)
@pytest.mark.parametrize("layer", ["file", "environment", "command line"])
def test_weak_values_count_only_in_the_policy_or_on_this_machine(
    tmp_path: Path, name: str, weak: float, enough: float, layer: str
) -> None:
    """Few looks prove little. A practice service on this machine may have them, and so may a policy."""

    def loaded(value: float, server: str, *, training: bool = False) -> Loaded:
        write(tmp_path / "settings.json", {name: value} if layer == "file" else {})
        environment = {f"POINTS_TILL_{name.upper()}": str(value)} if layer == "environment" else {}
        line = {"server": server} | ({name: value} if layer == "command line" else {})
        return load(tmp_path, (), environment, line, training=training)

    ignored = loaded(weak, REAL)
    assert getattr(ignored.settings, name) == getattr(Settings(), name)
    assert [(one, where) for one, where, _ in ignored.ignored] == [(name, layer)]
    for counts in (loaded(enough, REAL), loaded(weak, LOOPBACK), loaded(weak, REAL, training=True)):
        assert counts.sources[name] == layer
        assert counts.ignored == ()
    policy = write(tmp_path / "policy.json", {name: weak})
    assert getattr(load(tmp_path, [policy], {}, {"server": REAL}).settings, name) == weak


def test_only_the_policy_sends_the_journal_to_another_machine(tmp_path: Path) -> None:
    """A shop that sets an address of head office sends nothing. Another layer's address does not take its place."""
    there, elsewhere = "https://head-office.example.com", "https://elsewhere.example"
    write(tmp_path / "settings.json", {"head_office": elsewhere})
    loaded = load(tmp_path, (), {"POINTS_TILL_HEAD_OFFICE": elsewhere}, {"server": REAL})
    assert loaded.settings.head_office == ""
    assert [(name, where) for name, where, _ in loaded.ignored] == [
        ("head_office", "environment"), ("head_office", "file"),
    ]  # fmt: skip
    policy = write(tmp_path / "policy.json", {"head_office": there})
    assert load(tmp_path, [policy], {"POINTS_TILL_HEAD_OFFICE": elsewhere}, {}).settings.head_office == there
    local = load(tmp_path, (), {"POINTS_TILL_HEAD_OFFICE": "http://127.0.0.1:8080"}, {"server": REAL})
    assert local.settings.head_office == "http://127.0.0.1:8080"


def test_a_weaker_layer_replaces_an_ignored_value(tmp_path: Path) -> None:
    """If the environment's value may not count, the file's counts."""
    write(tmp_path / "settings.json", {"settle_after": 60, "server": REAL})
    loaded = load(tmp_path, (), {"POINTS_TILL_SETTLE_AFTER": "1"})
    assert (loaded.settings.settle_after, loaded.sources["settle_after"]) == (60, "file")


@pytest.mark.parametrize(
    ("file", "policy", "line", "home"),
    [
        ("", "", REAL, ""),
        (REAL, "", LOOPBACK, REAL),
        (REAL, "https://policy.example", "", "https://policy.example"),
        ("eu.example.com/", "", "", REAL),
        ("ftp://x", "", REAL, ""),
    ],
)
def test_the_file_or_the_policy_sets_the_home_of_a_password(
    tmp_path: Path, file: str, policy: str, line: str, home: str
) -> None:
    """Neither the command line nor the environment changes the home."""
    write(tmp_path / "settings.json", {"server": file} if file else {})
    write(tmp_path / "policy.json", {"server": policy} if policy else {})
    for environment, overrides in (({}, {"server": line or None}), ({"POINTS_TILL_SERVER": line} if line else {}, {})):
        assert load(tmp_path, [tmp_path / "policy.json"], environment, overrides).home == home


@pytest.mark.parametrize("why", ["does not belong to root", "can be changed by others"])
def test_a_policy_that_a_user_could_have_made_stops_the_till(tmp_path: Path, why: str) -> None:
    """Ignoring it would let a cashier get rid of a policy, and trusting it would let a cashier bring one."""
    policy = write(tmp_path / "policy.json", {"skip_validation": True})
    loaded = load(tmp_path, [policy], policy_problem=lambda path: f"{path.name} {why}")
    assert loaded.unusable is not None
    assert loaded.unusable.problems == ((str(policy), f"cannot be trusted: policy.json {why}"),)
    assert not loaded.settings.skip_validation
    assert load(tmp_path, [tmp_path / "none.json"], policy_problem=lambda _path: why).problems == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows answers that no such file exists")
def test_a_policy_whose_folder_is_a_file_stops_the_till(tmp_path: Path) -> None:
    """A file in place of the policy's folder does not count as a missing policy."""
    (tmp_path / "folder").write_text("")
    found = problem(tmp_path, tmp_path / "folder" / "policy.json")
    assert (found.where, found.stops) == (str(tmp_path / "folder" / "policy.json"), True)
    assert found.reason.startswith("cannot be read")


def test_what_the_policy_sets_counts_for_every_start(tmp_path: Path) -> None:
    """Another start could not change it either."""
    policy = tmp_path / "policy.json"
    policy.write_text('{"server": "https://loyalty.example", "till": "till.one"}', encoding="utf-8")
    loaded = settings_file.load(tmp_path, (policy,), policy_problem=lambda _path: "")
    assert loaded.works_with({"server": "https://other.example", "till": "till.two"})
