"""Tests winget's manifests: complete, valid YAML, and with the set-up's own hash, version and exit codes."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from installer import product
from installer.windows import winget

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def manifests(tmp_path: Path) -> dict[str, dict[str, Any]]:
    """The manifests of a set-up, by kind."""
    set_up = tmp_path / "points-till-1.2.3-windows-x64-setup.exe"
    set_up.write_bytes(b"a set-up")
    made = winget.write(set_up, tmp_path / "winget", "1.2.3")
    assert {path.parent.relative_to(tmp_path / "winget").as_posix() for path in made} == {
        "manifests/p/PointsTill/PointsTill/1.2.3"
    }
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in made]
    return {one["ManifestType"]: one for one in read}


def test_the_three_manifests_belong_together(manifests: dict[str, dict[str, Any]]) -> None:
    """Each names the package, its version and its schema."""
    assert manifests.keys() == {"version", "installer", "defaultLocale"}
    heads = {(one["PackageIdentifier"], one["PackageVersion"], one["ManifestVersion"]) for one in manifests.values()}
    assert heads == {("PointsTill.PointsTill", "1.2.3", "1.10.0")}
    assert manifests["version"]["DefaultLocale"] == manifests["defaultLocale"]["PackageLocale"]


def test_the_hash_is_that_of_the_set_up(manifests: dict[str, dict[str, Any]]) -> None:
    """winget refuses a set-up with another hash. Both modes are the same file with another switch."""
    found = manifests["installer"]["Installers"]
    assert {one["InstallerSha256"] for one in found} == {hashlib.sha256(b"a set-up").hexdigest().upper()}
    assert {one["InstallerUrl"].rpartition("/")[2] for one in found} == {"points-till-1.2.3-windows-x64-setup.exe"}
    assert {one["Scope"]: one["InstallerSwitches"]["Custom"] for one in found} == {
        "machine": "/AllUsers",
        "user": "/CurrentUser",
    }


def test_exit_codes_are_those_of_the_set_up(manifests: dict[str, dict[str, Any]]) -> None:
    """Every code that is explained to winget is one that the set-up ends with."""
    script = (product.ROOT / "installer" / "windows" / "points-till.nsi").read_text(encoding="utf-8")
    ends = {int(code) for code in re.findall(r"^!define [A-Z_]+ (\d{3,4})$", script, re.MULTILINE)}
    told = {one["InstallerReturnCode"] for one in manifests["installer"]["ExpectedReturnCodes"]}
    assert told <= ends
    assert told == {1602, 1618, 1633, 1638}
