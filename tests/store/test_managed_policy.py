"""Tests the policy of device management: a configuration profile on macOS, and how it joins the other layers."""

from __future__ import annotations

import plistlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.settings import SCHEMA
from desktop.store import managed_policy, settings_file
from desktop.store.managed_policy import ManagedPolicy

if TYPE_CHECKING:
    from pathlib import Path


def _trusted(_path: Path) -> str:
    return ""


def _load(folder: Path, managed: ManagedPolicy | None, policy: str = "", file: str = "") -> settings_file.Loaded:
    (folder / "policy.json").write_text(policy or "{}", encoding="utf-8")
    (folder / "settings.json").write_text(file or "{}", encoding="utf-8")
    policies = [folder / "policy.json"]
    return settings_file.load(folder, policies, {}, policy_problem=_trusted, managed=managed, machine=lambda: "till-7")


def test_a_profile_locks_and_gives_defaults(tmp_path: Path) -> None:
    """What macOS adds to a profile is no setting. `defaults` can be changed by the shop."""
    path = tmp_path / "managed.plist"
    values = {"till": "${HOSTNAME}", "settle_after": 300, "PayloadUUID": "A", "defaults": {"country": "GB"}}
    path.write_bytes(plistlib.dumps(values))
    managed = managed_policy.from_profile(path, _trusted)
    assert managed == ManagedPolicy(str(path), {"till": "${HOSTNAME}", "settle_after": 300}, {"country": "GB"})
    loaded = _load(tmp_path, managed, file='{"country": "FR", "till": "other"}')
    assert (loaded.settings.till, loaded.settings.settle_after, loaded.settings.country) == ("till-7", 300.0, "FR")
    assert loaded.locked == {"till", "settle_after"}
    assert loaded.problems == ()
    assert _load(tmp_path, managed).settings.country == "GB"


def test_the_managed_policy_is_stronger_than_the_file(tmp_path: Path) -> None:
    """Both lock. Where both have a value, device management decides."""
    managed = ManagedPolicy("HKLM", {"store": "managed"})
    loaded = _load(tmp_path, managed, policy='{"store": "file", "country": "GB"}')
    assert (loaded.settings.store, loaded.settings.country) == ("managed", "GB")
    assert loaded.locked == {"store", "country"}


def test_registry_values_are_read_as_a_template_writes_them(tmp_path: Path) -> None:
    """Numbers are 0 and 1 for no and yes, several lines are a list, and a list stays one."""
    values: dict[str, object] = {
        "bill_required": 1,
        "cut_paper": 0,
        "read_timeout": 30,
        "receipt_header": ["MG Road 1", "Bengaluru"],
        "note_templates": ["Damaged", "Late"],
        "find_by": "card, email",
        "custom_fields": ["[", '{"name": "table"}', "]"],
    }
    found = _load(tmp_path, ManagedPolicy("HKLM", values))
    assert found.problems == ()
    assert (found.settings.bill_required, found.settings.cut_paper) == (True, False)
    assert found.settings.receipt_header == "MG Road 1\nBengaluru"
    assert found.settings.note_templates == ("Damaged", "Late")
    assert found.settings.find_by == ("card", "email")
    assert [one.name for one in found.settings.custom_fields] == ["table"]


def test_a_mistake_is_named_and_costs_one_setting(tmp_path: Path) -> None:
    """A wrong value, a misspelt name and a password are named with the place. Only money stops the till."""
    managed = ManagedPolicy("HKLM", {"country": "ZZ", "conutry": "GB", "password": "x", "theme": b"\0"})
    found = _load(tmp_path, managed)
    assert {one.name: one.where for one in found.problems} == {"country": "HKLM", "password": "HKLM", "theme": "HKLM"}
    assert found.unknown == (("conutry", "policy"),)
    assert found.unusable is None
    assert _load(tmp_path, ManagedPolicy("HKLM", {"server": "ftp://x"})).unusable is not None


@pytest.mark.parametrize(
    "data",
    [b"", b"not a list", b"<plist><dict><key>a</key></plist>", b"bplist00", plistlib.dumps([1]),
     plistlib.dumps({"defaults": 1}), b"<plist><dict><key>a</key><integer>x</integer></dict></plist>"],
)  # fmt: skip
def test_what_cannot_be_read_stops_redeeming(tmp_path: Path, data: bytes) -> None:
    """A managed policy that is there but cannot be read must not count as missing."""
    path = tmp_path / "managed.plist"
    path.write_bytes(data)
    managed = managed_policy.from_profile(path, _trusted)
    assert managed is not None
    assert managed.problem
    assert _load(tmp_path, managed).unusable is not None


def test_a_profile_that_users_can_change_stops_redeeming(tmp_path: Path) -> None:
    """The file is trusted only if it is root's, as the policy file."""
    path = tmp_path / "managed.plist"
    path.write_bytes(plistlib.dumps({"country": "GB"}))
    managed = managed_policy.from_profile(path, lambda _path: "it does not belong to root")
    assert managed == ManagedPolicy(str(path), problem="cannot be trusted: it does not belong to root")
    assert _load(tmp_path, managed).settings.country == "IN"
    path.unlink()
    assert managed_policy.from_profile(path, _trusted) is None
    path.mkdir()
    unreadable = managed_policy.from_profile(path, _trusted)
    assert unreadable is not None
    assert unreadable.problem.startswith("cannot be read")


_VALUES = st.recursive(
    st.text() | st.integers(-(2**63), 2**64 - 1) | st.booleans() | st.floats() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(values=st.dictionaries(st.sampled_from(sorted(SCHEMA)) | st.text(), _VALUES, max_size=6))
def test_no_value_raises(tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]) -> None:
    """Whatever a profile or a registry holds, loading never raises."""
    settings_file.load(tmp_path_factory.getbasetemp() / "none", managed=ManagedPolicy("HKLM", values, values))


@given(data=st.binary(max_size=300))
def test_no_file_raises(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever bytes the file has, reading never raises."""
    path = tmp_path_factory.getbasetemp() / "managed.plist"
    for content in (data, b"bplist00" + data, b'<?xml version="1.0"?><plist>' + data):
        path.write_bytes(content)
        managed_policy.from_profile(path, _trusted)
