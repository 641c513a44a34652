"""Owns the macOS installers: the image for one machine, the package for many, signed and notarised where CI can."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from installer import product
from installer.macos import plists

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPTS = Path(__file__).with_name("scripts")
INSTALLER_IDENTITY = "POINTS_TILL_INSTALLER_IDENTITY"
"""The certificate for packages, which is another than that for programs (`plists.signing_identity`)."""

NOTARY_PROFILE = "POINTS_TILL_NOTARY_PROFILE"
"""The profile of notarytool in the keychain. Without it nothing is notarised."""


def make(app: Path) -> list[Path]:
    """Makes package and disk image of an app, on macOS.

    Raises:
        CalledProcessError: where one of Apple's tools refuses; what it says is on standard error.
    """
    stem = f"{product.NAME}-{product.version()}-macos-{processor()}"
    package, image = product.DIST / f"{stem}.pkg", product.DIST / f"{stem}.dmg"
    if plists.signing_identity():
        _run(["codesign", "--verify", "--deep", "--strict", str(app)])
        if os.environ.get(NOTARY_PROFILE):
            _notarise_app(app)
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "root"
        shutil.copytree(app, root / "Applications" / app.name, symlinks=True)
        _run(package_command(root, package, os.environ.get(INSTALLER_IDENTITY)))
        disk = Path(temporary) / "disk"
        shutil.copytree(app, disk / app.name, symlinks=True)
        (disk / "Applications").symlink_to("/Applications")
        _run(image_command(disk, image))
    identity = plists.signing_identity()
    if identity:
        _run(["codesign", "--sign", identity, "--timestamp", str(image)])
    if os.environ.get(NOTARY_PROFILE):
        for made in (package, image):
            _run(notary_command(made, os.environ[NOTARY_PROFILE]))
            _run(["xcrun", "stapler", "staple", str(made)])
    return [package, image]


def package_command(root: Path, target: Path, identity: str | None) -> list[str]:
    """The command that makes the package.

    It puts the app where it belongs and nowhere else: without `--ownership recommended` files would be the builder's.
    """
    command = ["pkgbuild", "--root", str(root), "--identifier", product.IDENTIFIER, "--version", _package_version()]
    command += ["--install-location", "/", "--scripts", str(SCRIPTS), "--ownership", "recommended"]
    command += ["--min-os-version", ".".join(map(str, plists.MINIMUM_SYSTEM))]
    command += ["--sign", identity, "--timestamp"] if identity else []
    return [*command, str(target)]


def image_command(folder: Path, target: Path) -> list[str]:
    """The command that makes the disk image."""
    command = ["hdiutil", "create", "-volname", product.TITLE, "-srcfolder", str(folder), "-fs", "HFS+"]
    return [*command, "-format", "UDZO", "-ov", str(target)]


def notary_command(file: Path, profile: str) -> list[str]:
    """The command that has Apple look at a file and waits for the answer."""
    return ["xcrun", "notarytool", "submit", str(file), "--keychain-profile", profile, "--wait", "--timeout", "30m"]


def processor() -> str:
    """The processor kind that is built for: `arm64` or `x86_64`. Each has installers of its own.

    One for both would need wheels for both, which msgspec and charset-normalizer do not have.
    """
    return platform.machine()


def _package_version() -> str:
    return ".".join(map(str, product.version_numbers(product.version())))


def _notarise_app(app: Path) -> None:
    # The app itself bears the ticket too, for those who take it out of the image and off the network.
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "app.zip"
        _run(["ditto", "-c", "-k", "--keepParent", str(app), str(archive)])
        _run(notary_command(archive, os.environ[NOTARY_PROFILE]))
    _run(["xcrun", "stapler", "staple", str(app)])


def _run(command: Sequence[str]) -> None:
    print("+", *command[:3], flush=True)
    subprocess.run(command, check=True)  # noqa: S603 - Apple's tools, on files made here
