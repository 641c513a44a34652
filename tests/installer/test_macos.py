"""Owns tests of all that macOS is told, as far as any system can check it."""

from __future__ import annotations

import os
import plistlib
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import links
from installer import product
from installer.macos import packages, plists

SCRIPTS = packages.SCRIPTS


def test_info_plist_says_what_the_program_is() -> None:
    """As a property list that macOS can read: version, scheme of links, and the oldest system."""
    info = plistlib.loads(plistlib.dumps(plists.info_plist()))
    assert info["CFBundleShortVersionString"] == ".".join(map(str, product.version_numbers(product.version())[:3]))
    assert info["CFBundleVersion"].startswith(info["CFBundleShortVersionString"])
    (kind,) = info["CFBundleURLTypes"]
    assert kind["CFBundleURLSchemes"] == [links.SCHEME] == [product.LINK_SCHEME]
    assert info["LSMinimumSystemVersion"] == "15.0"
    assert info["NSHighResolutionCapable"] is True
    assert info["NSRequiresAquaSystemAppearance"] is False


def test_the_hardened_runtime_is_opened_for_one_thing_only() -> None:
    """What Python's ctypes needs; libraries that others signed stay shut out."""
    entitlements = plistlib.loads(plists.ENTITLEMENTS.read_bytes())
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def _macho(path: Path, *slices: tuple[int, tuple[int, int]]) -> Path:
    """A Mach-O file with one command, which says the oldest system, for each processor."""
    parts = []
    for processor, (major, minor) in slices:
        command = struct.pack("<6I", 0x32, 24, 1, major << 16 | minor << 8, 26 << 16, 0)
        parts.append(struct.pack("<8I", 0xFEEDFACF, processor, 3, 6, 1, len(command), 0, 0) + command)
    if len(parts) == 1:
        path.write_bytes(parts[0])
        return path
    head = struct.pack(">2I", 0xCAFEBABE, len(parts))
    body, offset = b"", 4096
    for (processor, _), part in zip(slices, parts, strict=True):
        head += struct.pack(">5I", processor, 3, offset + len(body), len(part), 0)
        body += part
    path.write_bytes(head.ljust(offset, b"\0") + body)
    return path


_ARM, _INTEL = 0x0100000C, 0x01000007


def test_the_oldest_system_is_read_from_the_files(tmp_path: Path) -> None:
    """A wheel's tag can say 13.0 where some of its files ask for 15.0: what the files say counts."""
    both = _macho(tmp_path / "QtCore", (_ARM, (13, 0)), (_INTEL, (13, 0)))
    newer = _macho(tmp_path / "QtCore.abi3.so", (_ARM, (15, 0)), (_INTEL, (15, 0)))
    one = _macho(tmp_path / "_core.so", (_ARM, (11, 0)))
    text = tmp_path / "read me"
    text.write_text("no program", encoding="utf-8")
    assert set(plists.slices(both)) == {("arm64", (13, 0)), ("x86_64", (13, 0))}
    assert [version for _, version in plists.slices(one)] == [(11, 0)]
    assert plists.slices(text) == []
    assert plists.oldest_system([both, one, text]) == ((13, 0), [both])
    assert plists.oldest_system([both, newer, one]) == ((15, 0), [newer])


def test_what_a_bundle_asks_for_must_not_be_more_than_is_promised(tmp_path: Path) -> None:
    """A newer wheel than the one that was looked at is found out before it reaches a shop."""
    from installer import freeze

    _macho(tmp_path / "QtCore", (_ARM, plists.MINIMUM_SYSTEM))
    assert freeze._macos_problems(tmp_path) == []
    _macho(tmp_path / "QtGui", (_ARM, (26, 0)))
    (problem,) = freeze._macos_problems(tmp_path)
    assert problem == "asks for macOS 26.0, but 15.0 is promised: QtGui"


def test_the_package_puts_the_app_into_its_place_only() -> None:
    """Owned by root, for systems that it runs on, signed where there is a certificate."""
    command = packages.package_command(Path("/root-folder"), Path("/t.pkg"), None)
    assert command[0] == "pkgbuild"
    assert command[command.index("--min-os-version") + 1] == "15.0"
    assert command[command.index("--ownership") + 1] == "recommended"
    assert "--sign" not in command
    signed = packages.package_command(Path("/root-folder"), Path("/t.pkg"), "Developer ID Installer: Somebody")
    assert signed[signed.index("--sign") + 1] == "Developer ID Installer: Somebody"
    assert command[-1] == signed[-1] == "/t.pkg"


@pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a POSIX shell")
class TestScripts:
    """The package's scripts, on a program that stands for the till."""

    @pytest.fixture
    def environment(self, tmp_path: Path) -> dict[str, str]:
        """Where the scripts look, and how long."""
        program = tmp_path / "points-till"
        program.write_text('#!/bin/sh\nwhile [ ! -e "$1" ]; do sleep 0.05; done\n', encoding="utf-8")
        program.chmod(0o755)
        return {
            **os.environ,
            "POINTS_TILL_FOLDER": str(tmp_path / "support"),
            "POINTS_TILL_PROGRAM": f"/bin/sh {program}",
            "POINTS_TILL_WAIT": "1",
        }

    def test_without_a_running_till_there_is_nothing_to_wait_for(self, environment: dict[str, str]) -> None:
        """The folder for the policy is made, and no request is left."""
        subprocess.run([str(SCRIPTS / "preinstall")], env=environment, check=True)
        assert list(Path(environment["POINTS_TILL_FOLDER"]).iterdir()) == []

    def test_a_till_that_closes_when_it_is_asked_lets_the_update_on(self, environment: dict[str, str]) -> None:
        """The request stays until the new app is in place, so that nobody opens the old one meanwhile."""
        request = Path(environment["POINTS_TILL_FOLDER"]) / "closing-for-update"
        till = subprocess.Popen([*environment["POINTS_TILL_PROGRAM"].split(), str(request)])
        subprocess.run([str(SCRIPTS / "preinstall")], env={**environment, "POINTS_TILL_WAIT": "20"}, check=True)
        assert till.wait(10) == 0
        assert request.exists()
        subprocess.run([str(SCRIPTS / "postinstall")], env=environment, check=True)
        assert not request.exists()

    def test_a_till_that_serves_a_customer_is_left_alone(self, environment: dict[str, str], tmp_path: Path) -> None:
        """The update is refused and the request taken back; the till still runs."""
        release = tmp_path / "customer is done"
        till = subprocess.Popen([*environment["POINTS_TILL_PROGRAM"].split(), str(release)])
        done = subprocess.run(
            [str(SCRIPTS / "preinstall")], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "serving a customer" in done.stderr
        assert till.poll() is None
        assert not (Path(environment["POINTS_TILL_FOLDER"]) / "closing-for-update").exists()
        release.touch()
        assert till.wait(10) == 0
