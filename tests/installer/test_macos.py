"""Tests the macOS metadata, commands and scripts, as far as any system can check them."""

from __future__ import annotations

import os
import plistlib
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from desktop.pos import links
from desktop.update_watch import REQUEST
from installer import product
from installer.macos import packages, plists

SCRIPTS = packages.SCRIPTS


def test_info_plist_says_what_the_program_is() -> None:
    """Info.plist is a valid property list with version, link scheme, and the oldest system."""
    info = plistlib.loads(plistlib.dumps(plists.info_plist()))
    assert info["CFBundleShortVersionString"] == ".".join(map(str, product.version_numbers(product.version())[:3]))
    assert info["CFBundleVersion"].startswith(info["CFBundleShortVersionString"])
    (kind,) = info["CFBundleURLTypes"]
    assert kind["CFBundleURLSchemes"] == [links.SCHEME] == [product.LINK_SCHEME]
    assert info["LSMinimumSystemVersion"] == "15.0"
    assert info["NSHighResolutionCapable"] is True
    assert info["NSRequiresAquaSystemAppearance"] is False


def test_macos_can_say_why_it_asks_for_the_local_network() -> None:
    """The question names the program and what it is for in one or two sentences. macOS shows no more than that."""
    reason = plists.info_plist()["NSLocalNetworkUsageDescription"]
    assert product.TITLE in reason
    assert "printer" in reason
    assert reason.endswith(".")
    assert len(reason) < 200


def test_the_hardened_runtime_has_one_exception() -> None:
    """Python's ctypes needs the one entitlement. Libraries with another signature are still refused."""
    entitlements = plistlib.loads(plists.ENTITLEMENTS.read_bytes())
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def _macho(path: Path, *slices: tuple[int, tuple[int, int]]) -> Path:
    """Writes a Mach-O file with one command for each processor, which states the oldest system."""
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
    """The oldest system is read from the files, because a wheel's tag can say 13.0 although some files need 15.0."""
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


def test_a_bundle_must_not_need_a_newer_system_than_promised(tmp_path: Path) -> None:
    """A newer wheel that needs a newer macOS than promised is reported before release."""
    from installer import freeze

    _macho(tmp_path / "QtCore", (_ARM, plists.MINIMUM_SYSTEM))
    assert freeze._macos_problems(tmp_path) == []
    _macho(tmp_path / "QtGui", (_ARM, (26, 0)))
    (problem,) = freeze._macos_problems(tmp_path)
    assert problem == "needs macOS 26.0, but Info.plist promises 15.0: QtGui"


def test_the_package_installs_the_app_in_its_place_only(tmp_path: Path) -> None:
    """The package does not replace a copy elsewhere, root owns the app, and preinstall refuses an older one."""
    packages.write_sources(tmp_path)
    (component,) = plistlib.loads((tmp_path / "components.plist").read_bytes())
    assert component["RootRelativeBundlePath"] == "Applications/Points Till.app"
    assert component["BundleIsRelocatable"] is False
    assert component["BundleIsVersionChecked"] is False
    assert os.access(tmp_path / "scripts" / "preinstall", os.X_OK)
    version = (tmp_path / "scripts" / "version").read_text(encoding="ascii").strip()
    assert version == plists.info_plist()["CFBundleVersion"]
    command = packages.component_command(tmp_path)
    assert command[0] == "pkgbuild"
    assert command[command.index("--ownership") + 1] == "recommended"
    assert command[command.index("--component-plist") + 1] == str(tmp_path / "components.plist")


def test_the_package_is_for_systems_and_processors_that_it_runs_on(tmp_path: Path) -> None:
    """It is a product archive, as device management requires, with a distribution that names pkgbuild's package."""
    packages.write_sources(tmp_path)
    whole = ET.fromstring((tmp_path / "distribution.xml").read_bytes())
    assert whole.tag == "installer-gui-script"
    assert [one.get("min") for one in whole.iter("os-version")] == ["15.0"]
    assert [one.get("hostArchitectures") for one in whole.iter("options")] == [packages.processor()]
    assert [one.get("enable_currentUserHome") for one in whole.iter("domains")] == ["false"]
    packed = [one.text for one in whole.iter("pkg-ref") if one.text]
    assert packed == [Path(packages.component_command(tmp_path)[-1]).name]
    assert {one.get("id") for one in whole.iter("pkg-ref")} == {product.IDENTIFIER}
    command = packages.package_command(tmp_path, Path("/t.pkg"), None)
    assert command[0] == "productbuild"
    assert "--sign" not in command
    signed = packages.package_command(tmp_path, Path("/t.pkg"), "Developer ID Installer: Somebody")
    assert signed[signed.index("--sign") + 1] == "Developer ID Installer: Somebody"
    assert command[-1] == signed[-1] == "/t.pkg"


def test_the_notary_command_names_the_profiles_keychain() -> None:
    """CI keeps the profile in its own keychain, and notarytool does not search there by itself."""
    environment = {packages.NOTARY_PROFILE: "till"}
    assert "--keychain" not in packages.notary_command(Path("t.pkg"), environment)
    command = packages.notary_command(Path("t.pkg"), {**environment, packages.NOTARY_KEYCHAIN: "/k"})
    assert command[command.index("--keychain") + 1] == "/k"
    workflow = (product.ROOT / ".github" / "workflows" / "installers.yml").read_text(encoding="utf-8")
    assert f"{packages.NOTARY_KEYCHAIN}=$keychain" in workflow


@pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a POSIX shell")
@pytest.mark.skipif(not any(map(shutil.which, ("lsof", "pgrep"))), reason="neither lsof nor pgrep is installed")
class TestScripts:
    """The package's scripts, with a stand-in for the till."""

    @pytest.fixture
    def program(self, tmp_path: Path) -> Path:
        """A shell in place of the till. It runs until a file exists."""
        made = tmp_path / "Points Till.app" / "Contents" / "MacOS" / "points-till"
        made.parent.mkdir(parents=True)
        shutil.copyfile("/bin/sh", made)
        made.chmod(0o755)
        return made

    @pytest.fixture
    def environment(self, tmp_path: Path) -> dict[str, str]:
        """The environment variables that set the scripts' paths and their timeout."""
        return {
            **os.environ,
            "POINTS_TILL_FOLDER": str(tmp_path / "support"),
            "POINTS_TILL_APP": str(tmp_path / "Points Till.app"),
            "POINTS_TILL_WAIT": "1",
        }

    @staticmethod
    def _start(program: Path, until: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen([str(program), "-c", 'while [ ! -e "$0" ]; do sleep 0.05; done', str(until)])

    @pytest.mark.parametrize("is_installed", [False, True])
    def test_without_a_running_till_it_does_not_wait(
        self, environment: dict[str, str], program: Path, *, is_installed: bool
    ) -> None:
        """The request is made even if no till runs, so that a till started now closes again. postinstall removes it."""
        if not is_installed:
            program.unlink()
        folder = Path(environment["POINTS_TILL_FOLDER"])
        subprocess.run([str(SCRIPTS / "preinstall")], env=environment, check=True)
        assert [one.name for one in folder.iterdir()] == [REQUEST]
        subprocess.run([str(SCRIPTS / "postinstall")], env=environment, check=True)
        assert list(folder.iterdir()) == []

    @pytest.mark.parametrize(
        ("installed", "new", "is_refused"),
        [
            ("1.10.0.65535", "1.9.0.65535", True),
            ("1.2.0.65535", "1.2.0.20001", True),
            ("1.2.0.20001", "1.2.0.65535", False),
            ("1.2.0.65535", "1.2.0.65535", False),
            ("1.9.0.65535", "1.10.0.65535", False),
        ],
    )
    def test_an_older_package_is_refused(
        self, environment: dict[str, str], tmp_path: Path, installed: str, new: str, *, is_refused: bool
    ) -> None:
        """The version of the installed app decides, and the request to close is not made."""
        packages.write_sources(tmp_path)
        (tmp_path / "scripts" / "version").write_text(f"{new}\n", encoding="ascii")
        contents = Path(environment["POINTS_TILL_APP"]) / "Contents"
        contents.mkdir(parents=True)
        (contents / "Info.plist").write_bytes(plistlib.dumps({**plists.info_plist(), "CFBundleVersion": installed}))
        done = subprocess.run(
            [str(tmp_path / "scripts" / "preinstall")], env=environment, capture_output=True, text=True, check=False
        )
        assert (done.returncode == 1, installed in done.stderr) == (is_refused, is_refused)
        assert (Path(environment["POINTS_TILL_FOLDER"]) / REQUEST).exists() is not is_refused

    def test_a_till_that_closes_on_request_lets_the_update_continue(
        self, environment: dict[str, str], program: Path
    ) -> None:
        """The request stays until the new app is installed, so that the old one cannot be opened in between."""
        request = Path(environment["POINTS_TILL_FOLDER"]) / REQUEST
        till = self._start(program, request)
        subprocess.run([str(SCRIPTS / "preinstall")], env={**environment, "POINTS_TILL_WAIT": "60"}, check=True)
        assert till.wait(60) == 0
        assert request.exists()
        subprocess.run([str(SCRIPTS / "postinstall")], env=environment, check=True)
        assert not request.exists()

    @pytest.mark.parametrize("seconds", ["1", "1\n"])
    def test_store_it_says_how_long_to_wait(
        self, environment: dict[str, str], program: Path, tmp_path: Path, seconds: str
    ) -> None:
        """In a file, because macOS passes no variables on to a package's scripts. The next package does not read it."""
        del environment["POINTS_TILL_WAIT"]
        folder = Path(environment["POINTS_TILL_FOLDER"])
        folder.mkdir()
        (folder / "wait-for-update").write_text(seconds, encoding="ascii")
        release = tmp_path / "customer is done"
        till = self._start(program, release)
        done = subprocess.run([str(SCRIPTS / "preinstall")], env=environment, check=False, timeout=30)
        release.touch()
        assert (till.wait(60), done.returncode) == (0, 1)
        assert list(folder.iterdir()) == []

    def test_a_till_that_serves_a_customer_is_left_alone(
        self, environment: dict[str, str], program: Path, tmp_path: Path
    ) -> None:
        """The update is refused, the request is removed, and the till still runs."""
        release = tmp_path / "customer is done"
        till = self._start(program, release)
        done = subprocess.run(
            [str(SCRIPTS / "preinstall")], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "serving a customer" in done.stderr
        assert till.poll() is None
        assert not (Path(environment["POINTS_TILL_FOLDER"]) / REQUEST).exists()
        release.touch()
        assert till.wait(60) == 0


class TestSharing:
    """postinstall, with stand-ins for the commands of macOS that do not exist here."""

    @pytest.fixture
    def environment(self, tmp_path: Path) -> dict[str, str]:
        """A Mac with the group, on which the user asha is logged in."""
        tools = tmp_path / "tools"
        folder = tmp_path / "folder"
        program = tmp_path / "Points Till.app" / "Contents" / "MacOS" / "points-till"
        for made in (tools, folder, program.parent):
            made.mkdir(parents=True)
        _stand_in(tools / "dscl", '[ "$3" = /Groups/points-till ] && [ ! -e "$HERE/no-group" ]')
        _stand_in(tools / "stat", 'cat "$HERE/user"')
        _stand_in(tools / "id", "echo 501")
        _stand_in(tools / "launchctl", 'echo "$1 $2" >>"$HERE/said"; shift 2; exec "$@"')
        _stand_in(tools / "sudo", 'echo "sudo $1 $2 $3" >>"$HERE/said"; shift 3; exec "$@"')
        _stand_in(program, 'echo "till $*" >>"$HERE/said"; [ ! -e "$HERE/fails-$2" ]')
        (tmp_path / "user").write_text("asha\n", encoding="ascii")
        return {
            "PATH": f"{tools}:{os.environ['PATH']}", "HERE": str(tmp_path), "POINTS_TILL_FOLDER": str(folder),
            "POINTS_TILL_APP": str(tmp_path / "Points Till.app"),
        }  # fmt: skip

    @staticmethod
    def _install(environment: dict[str, str]) -> tuple[list[str], str]:
        """Runs the script, which never fails. Returns what was run, and what it said."""
        command = [str(SCRIPTS / "postinstall")]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        said = Path(environment["HERE"]) / "said"
        return said.read_text(encoding="ascii").splitlines() if said.exists() else [], done.stdout

    def test_the_group_is_the_choice(self, environment: dict[str, str], tmp_path: Path) -> None:
        """Without the group, nothing is shared."""
        (tmp_path / "no-group").touch()
        assert self._install(environment) == ([], "")

    def test_the_user_at_the_screen_moves_in(self, environment: dict[str, str]) -> None:
        """Root makes the folder. The user moves, in the session that has the keychain."""
        ran, _ = self._install(environment)
        assert ran == ["till machine share", "asuser 501", "sudo -H -u asha", "till machine move"]

    @pytest.mark.parametrize("user", ["", "root", "loginwindow", "_mbsetupuser"])
    def test_without_a_user_nothing_moves(self, environment: dict[str, str], tmp_path: Path, user: str) -> None:
        """It moves when the login opens the till."""
        (tmp_path / "user").write_text(f"{user}\n", encoding="ascii")
        ran, said = self._install(environment)
        assert ran == ["till machine share"]
        assert "opens the till" in said

    @pytest.mark.parametrize("what", ["share", "move"])
    def test_a_failure_does_not_undo_the_installation(
        self, environment: dict[str, str], tmp_path: Path, what: str
    ) -> None:
        """The installer's log says what to do."""
        (tmp_path / f"fails-{what}").touch()
        ran, said = self._install(environment)
        assert ran[-1] == f"till machine {what}"
        assert "could" in said


def _stand_in(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    path.chmod(0o755)
