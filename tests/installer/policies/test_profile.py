"""Tests the macOS profile, and the command that writes all files for store IT."""

from __future__ import annotations

import json
import plistlib
from typing import TYPE_CHECKING

import pytest

from desktop.store import managed_policy, settings_file
from installer import product, settings_table
from installer.policies import __main__ as command
from installer.policies import profile

if TYPE_CHECKING:
    from pathlib import Path

POLICY = {"till": "${HOSTNAME}", "bill_required": True, "read_timeout": 7.5, "defaults": {"country": "GB"}}


def test_the_reader_finds_the_policy_in_the_profile(tmp_path: Path) -> None:
    """What macOS makes of the payload is read as the policy that the profile was made of."""
    (payload,) = plistlib.loads(profile.profile(POLICY))["PayloadContent"]
    path = tmp_path / "managed.plist"
    # The system writes the payload into a file that is named like its type.
    assert payload["PayloadType"] == managed_policy.DOMAIN == product.IDENTIFIER
    path.write_bytes(plistlib.dumps(payload))
    managed = managed_policy.from_profile(path, lambda _path: "")
    assert managed is not None
    assert {**managed.values, "defaults": managed.defaults} == POLICY
    found = settings_file.load(tmp_path / "none", managed=managed)
    assert (found.problems, found.unknown) == ((), ())
    assert found.locked == {"till", "bill_required", "read_timeout"}


def test_a_changed_policy_replaces_the_installed_profile() -> None:
    """The identifier stays and the UUIDs change. The same policy makes the same bytes."""
    assert profile.profile(POLICY) == profile.profile(dict(POLICY))
    old, new = plistlib.loads(profile.profile(POLICY)), plistlib.loads(profile.profile({**POLICY, "read_timeout": 8}))
    assert old["PayloadIdentifier"] == new["PayloadIdentifier"]
    assert old["PayloadUUID"] != new["PayloadUUID"]
    assert old["PayloadContent"][0]["PayloadUUID"] != new["PayloadContent"][0]["PayloadUUID"]
    assert old["PayloadScope"] == "System"
    with pytest.raises(ValueError, match="cannot hold"):
        profile.profile({"store": None})


def test_one_command_writes_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Template, texts, profile, schemas and Jamf's form. Nothing is written beside the folder that was named."""
    page = tmp_path / "settings.md"
    monkeypatch.setattr(settings_table, "PAGE", page)
    assert command.main([str(tmp_path / "made")]) == 0
    names = {path.relative_to(tmp_path / "made").as_posix() for path in (tmp_path / "made").rglob("*.*")}
    assert names == {
        "points-till.admx", "en-US/points-till.adml", "points-till.mobileconfig", "points-till.jamf.json",
        "policy.schema.json", "settings.schema.json",
    }  # fmt: skip
    assert not page.exists()
    assert "points-till.admx" in capsys.readouterr().out


def test_a_policy_with_mistakes_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every mistake is named with its line, before a till sees it."""
    policy = tmp_path / "policy.json"
    policy.write_text('{\n "country": "ZZ",\n "sotre": "MG Road"\n}', encoding="utf-8")
    assert command.main([str(tmp_path / "made"), "--policy", str(policy)]) == 1
    said = capsys.readouterr().err
    assert "country: must be an ISO 3166 region such as IN (policy.json, line 2)" in said
    assert "sotre: is not a setting" in said
    assert not (tmp_path / "made").exists()
    assert command.main([str(tmp_path / "made"), "--policy", str(tmp_path / "none.json")]) == 1
    assert json.loads(command.EXAMPLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ["/etc/points-till/pins.json", r"C:\ProgramData\points-till\pins.json"])
def test_a_policy_with_a_file_of_pins_is_accepted_where_that_file_is_not(tmp_path: Path, path: str) -> None:
    """The file is on the tills, whatever system they have. A path that no till can use is still refused."""
    policy = tmp_path / "policy.json"
    policy.write_text(json.dumps({"cashier_pin_file": path}), encoding="utf-8")
    assert command.problems(policy) == []
    policy.write_text(json.dumps({"cashier_pin_file": "pins.json"}), encoding="utf-8")
    assert [one.partition(" (")[0] for one in command.problems(policy)] == [
        "cashier_pin_file: must be the whole path of a file"
    ]
    policy.write_text(json.dumps({"cashier_pin_file": [path]}), encoding="utf-8")
    assert command.problems(policy) == ["cashier_pin_file: must be a text (policy.json, line 1)"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_a_till_reads_can_be_made_a_profile(tmp_path: Path, encoding: str) -> None:
    """PowerShell's UTF-16, a comma behind the last entry, and null, which sets nothing, are no mistakes for a till."""
    policy = tmp_path / "policy.json"
    policy.write_text(
        '{"till": "${HOSTNAME}", "bill_required": true, "read_timeout": 7.5, "store": null,\n'
        '"defaults": {"country": "GB",},\n}',
        encoding=encoding,
    )
    assert command.main([str(tmp_path / "made"), "--policy", str(policy)]) == 0
    assert (tmp_path / "made" / "points-till.mobileconfig").read_bytes() == profile.profile(POLICY)
