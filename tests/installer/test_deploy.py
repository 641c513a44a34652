"""Tests the archive for store IT, and the scripts for Macs with stand-ins for the commands of macOS."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from installer import deploy, product

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = deploy.SCRIPTS["macos"]
needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for Macs")


def test_the_archive_has_everything_and_is_the_same_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts, templates, profile, schemas and winget's manifests; scripts may be run. Two archives are equal."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / f"points-till-{product.version()}-windows-x64-setup.exe").write_bytes(b"a set-up")
    first = deploy.make(tmp_path).read_bytes()
    made = deploy.make(tmp_path)
    assert made.read_bytes() == first
    with zipfile.ZipFile(made) as archive:
        names = set(archive.namelist())
        assert archive.getinfo("macos/install.sh").external_attr >> 16 == 0o100755
        assert json.loads(archive.read("policies/policy.schema.json"))["type"] == "object"
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
    assert {
        "windows/install.ps1", "windows/README.md", "macos/install.sh", "macos/README.md", "macos/set-password.sh",
        "policies/points-till.admx", "policies/en-US/points-till.adml", "policies/points-till.mobileconfig",
        "policies/points-till.jamf.json",
    } <= names  # fmt: skip
    assert sum(name.startswith("winget/") for name in names) == 3


class Mac:
    """A folder with what the script uses of a Mac, and stand-ins for its commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.app = folder / "Points Till.app"
        self.till = folder / "points-till"
        self.calls = folder / "calls"
        (folder / "bin").mkdir()
        (folder / "here").mkdir()
        shutil.copy(SCRIPTS / "install.sh", folder / "here")
        for version in ("1.2.3", "1.10.0"):
            (folder / "here" / f"points-till-{version}-macos-arm64.pkg").touch()
        (folder / "here" / "points-till-1.11.0-macos-x86_64.pkg").touch()
        self.command("uname", "echo arm64")
        self.command("id", 'echo "${POINTS_TILL_TEST_UID:-0}"')
        self.command("chown", "exit 0")
        self.command("plutil", f'"{sys.executable}" -m json.tool "$5" >/dev/null')
        # macOS passes no variables on to the package's scripts.
        self.command("installer", f'echo "$(cat "{self.till}/wait-for-update") $*" >>"{self.calls}"')

    def command(self, name: str, body: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def install(self, version: str) -> None:
        plist = self.app / "Contents" / "Info.plist"
        plist.parent.mkdir(parents=True)
        key = "<key>CFBundleShortVersionString</key>"
        plist.write_text(f"<dict>\n\t{key}\n\t<string>{version}</string>\n</dict>\n", encoding="utf-8")

    def run(self, *arguments: str, uid: int = 0) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "POINTS_TILL_FOLDER": str(self.till),
            "POINTS_TILL_APP": str(self.app),
            "POINTS_TILL_TEST_UID": str(uid),
        }
        command = ["sh", str(self.folder / "here" / "install.sh"), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def mac(tmp_path: Path) -> Mac:
    """A Mac with two packages for its processor and a newer one for another."""
    return Mac(tmp_path)


@needs_sh
def test_the_newest_package_for_this_processor_is_installed(mac: Mac, tmp_path: Path) -> None:
    """The policy is copied after the package, whole, and readable by all. The package learns how long to wait."""
    policy = tmp_path / "policy.json"
    policy.write_text('{"country": "GB"}', encoding="utf-8")
    assert mac.run("--policy", str(policy), "--wait", "5").returncode == 0
    called = mac.calls.read_text(encoding="utf-8").splitlines()
    assert called == [f"5 -pkg {mac.folder}/here/points-till-1.10.0-macos-arm64.pkg -target / -verboseR"]
    assert (mac.till / "policy.json").read_text(encoding="utf-8") == '{"country": "GB"}'
    assert (mac.till / "policy.json").stat().st_mode & 0o777 == 0o644
    assert not (mac.till / "policy.json.new").exists()


@needs_sh
@pytest.mark.parametrize(("installed", "runs"), [("1.9.0", True), ("1.10.0", False), ("1.10.1", False)])
def test_only_a_newer_version_is_installed(mac: Mac, installed: str, runs: bool) -> None:
    """The script can run at any time: the same or an older version is not installed again."""
    mac.install(installed)
    assert mac.run().returncode == 0
    assert mac.calls.exists() is runs


@needs_sh
def test_what_cannot_be_done_has_its_own_exit_code(mac: Mac, tmp_path: Path) -> None:
    """Without root, with a policy that is not JSON, while a customer is served, and if the package fails."""
    assert mac.run(uid=501).returncode == 77
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    assert mac.run("--policy", str(broken)).returncode == 65
    assert not mac.calls.exists()
    assert mac.run("--unknown").returncode == 64
    assert mac.run("--wait", "2 min").returncode == 64
    mac.command("installer", 'echo "Points Till is open and serving a customer."; exit 1')
    assert mac.run().returncode == 75
    mac.command("installer", 'echo "no space"; exit 1')
    done = mac.run()
    assert (done.returncode, done.stderr.strip()) == (1, "no space")
    assert not (mac.till / "wait-for-update").exists()


@needs_sh
def test_a_password_is_stored_with_the_users_own_home(mac: Mac) -> None:
    """On macOS, sudo without -H keeps root's HOME, where neither the user's settings nor the keychain are."""
    mac.install("1.2.3")
    program = mac.app / "Contents" / "MacOS" / "points-till"
    program.parent.mkdir()
    mac.command("stat", "echo asha")
    mac.command("launchctl", 'shift 2; exec "$@"')
    # As the list env_keep in sudoers of macOS, which has HOME.
    mac.command(
        "sudo",
        'HOME=$([ "$1" = -H ] && echo /Users/asha || echo "$HOME"); export HOME; [ "$1" != -H ] || shift\n'
        'shift 2; exec "$@"',
    )
    program.write_text(f'#!/bin/sh\necho "$HOME $* $(cat)" >"{mac.calls}"\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {
        "PATH": f"{mac.folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "HOME": "/var/root",
        "POINTS_TILL_APP": str(mac.app),
    }  # fmt: skip
    command = ["sh", str(SCRIPTS / "set-password.sh"), "store.till1"]
    subprocess.run(command, env=environment, input="secret", text=True, check=True)
    assert mac.calls.read_text(encoding="utf-8") == "/Users/asha password set --till store.till1 secret\n"


@needs_sh
@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_valid_and_can_be_run(script: Path) -> None:
    """The shell reads each, and each has the right to run."""
    assert subprocess.run(["sh", "-n", str(script)], capture_output=True, check=True).stderr == b""
    assert script.stat().st_mode & 0o111
