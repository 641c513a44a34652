"""Makes the macOS installers: a disk image for one machine and a package for many, signed and notarised in CI."""

from __future__ import annotations

import os
import platform
import plistlib
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from installer import product
from installer.macos import plists

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCRIPTS = Path(__file__).with_name("scripts")
INSTALLER_IDENTITY = "POINTS_TILL_INSTALLER_IDENTITY"
"""The certificate for packages. Programs need another one (`plists.signing_identity`)."""

NOTARY_PROFILE = "POINTS_TILL_NOTARY_PROFILE"
"""notarytool's profile in the keychain. Without it nothing is notarised."""

NOTARY_KEYCHAIN = "POINTS_TILL_NOTARY_KEYCHAIN"
"""The keychain with the profile, if it is not the default one."""

_TRIES = 3
"""The number of attempts to make a disk image. On a busy machine, hdiutil sometimes finds its own volume in use."""

_COMPONENT = f"{product.NAME}.pkg"

_DISTRIBUTION = """<?xml version="1.0" encoding="utf-8"?>
<installer-gui-script minSpecVersion="2">
  <title>{title}</title>
  <options customize="never" require-scripts="false" hostArchitectures="{processor}" rootVolumeOnly="true"/>
  <domains enable_anywhere="false" enable_currentUserHome="false" enable_localSystem="true"/>
  <volume-check>
    <allowed-os-versions><os-version min="{minimum}"/></allowed-os-versions>
  </volume-check>
  <choices-outline>
    <line choice="{identifier}"/>
  </choices-outline>
  <choice id="{identifier}" visible="false">
    <pkg-ref id="{identifier}"/>
  </choice>
  <pkg-ref id="{identifier}" version="{version}" onConclusion="none">{component}</pkg-ref>
</installer-gui-script>
"""


def make(app: Path) -> list[Path]:
    """Makes the package and the disk image of an app. Runs on macOS only.

    Raises:
        CalledProcessError: if one of Apple's tools fails. It reports the reason on standard error.
    """
    stem = f"{product.NAME}-{product.version()}-macos-{processor()}"
    package, image = product.DIST / f"{stem}.pkg", product.DIST / f"{stem}.dmg"
    if plists.signing_identity():
        _run(["codesign", "--verify", "--deep", "--strict", str(app)])
        if os.environ.get(NOTARY_PROFILE):
            _notarise_app(app)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        shutil.copytree(app, folder / "root" / "Applications" / app.name, symlinks=True)
        write_sources(folder)
        _run(component_command(folder))
        _run(package_command(folder, package, os.environ.get(INSTALLER_IDENTITY)))
        disk = folder / "disk"
        shutil.copytree(app, disk / app.name, symlinks=True)
        (disk / "Applications").symlink_to("/Applications")
        _run(image_command(disk, image), tries=_TRIES)
    identity = plists.signing_identity()
    if identity:
        _run(["codesign", "--sign", identity, "--timestamp", str(image)])
    if os.environ.get(NOTARY_PROFILE):
        for made in (package, image):
            _run(notary_command(made))
            _run(["xcrun", "stapler", "staple", str(made)])
    return [package, image]


def write_sources(folder: Path) -> None:
    """Writes the inputs of the package, beside `root/`: scripts, component list and distribution file.

    Args:
        folder: gets `scripts/`, `components.plist`, `distribution.xml`, and an empty `packages/`.
    """
    scripts = folder / "scripts"
    shutil.copytree(SCRIPTS, scripts)
    # preinstall reads it, and refuses to install an older version.
    (scripts / "version").write_text(f"{_package_version()}\n", encoding="ascii")
    component = {
        "RootRelativeBundlePath": f"Applications/{product.TITLE}.app",
        "BundleOverwriteAction": "upgrade",
        "BundleHasStrictIdentifier": True,
        # Otherwise the installer would upgrade a copy elsewhere, for example on the desktop.
        "BundleIsRelocatable": False,
        # Otherwise an older package would do nothing and report success.
        "BundleIsVersionChecked": False,
    }
    (folder / "components.plist").write_bytes(plistlib.dumps([component]))
    distribution = _DISTRIBUTION.format(
        title=product.TITLE,
        identifier=product.IDENTIFIER,
        version=_package_version(),
        processor=processor(),
        minimum=".".join(map(str, plists.MINIMUM_SYSTEM)),
        component=_COMPONENT,
    )
    (folder / "distribution.xml").write_text(distribution, encoding="utf-8")
    (folder / "packages").mkdir()


def component_command(folder: Path) -> list[str]:
    """The command that packs the app from `root/` and the files of `write_sources`.

    It installs the app in its proper place only. Without `--ownership recommended`, the files would belong to the
    builder.
    """
    command = ["pkgbuild", "--root", str(folder / "root"), "--component-plist", str(folder / "components.plist")]
    command += ["--identifier", product.IDENTIFIER, "--version", _package_version(), "--install-location", "/"]
    command += ["--scripts", str(folder / "scripts"), "--ownership", "recommended"]
    return [*command, str(folder / "packages" / _COMPONENT)]


def package_command(folder: Path, target: Path, identity: str | None) -> list[str]:
    """The command that makes the final package, a product archive as device management requires."""
    command = ["productbuild", "--distribution", str(folder / "distribution.xml")]
    command += ["--package-path", str(folder / "packages")]
    command += ["--sign", identity, "--timestamp"] if identity else []
    return [*command, str(target)]


def image_command(folder: Path, target: Path) -> list[str]:
    """The command that makes the disk image."""
    command = ["hdiutil", "create", "-volname", product.TITLE, "-srcfolder", str(folder), "-fs", "HFS+"]
    return [*command, "-format", "UDZO", "-ov", str(target)]


def notary_command(file: Path, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The command that submits a file to Apple's notary service and waits for the answer."""
    keychain = ["--keychain", environment[NOTARY_KEYCHAIN]] if environment.get(NOTARY_KEYCHAIN) else []
    command = ["xcrun", "notarytool", "submit", str(file), "--keychain-profile", environment[NOTARY_PROFILE], *keychain]
    return [*command, "--wait", "--timeout", "30m"]


def processor() -> str:
    """The processor kind of this build: `arm64` or `x86_64`. Each has its own installers.

    One installer for both would need universal wheels, which msgspec and charset-normalizer do not have.
    """
    return platform.machine()


def _package_version() -> str:
    return ".".join(map(str, product.version_numbers(product.version())))


def _notarise_app(app: Path) -> None:
    # Staple the ticket to the app too, for users who copy it from the image and are offline.
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "app.zip"
        _run(["ditto", "-c", "-k", "--keepParent", str(app), str(archive)])
        _run(notary_command(archive))
    _run(["xcrun", "stapler", "staple", str(app)])


def _run(command: Sequence[str], *, tries: int = 1) -> None:
    print("+", *command[:3], flush=True)
    for left in reversed(range(tries)):
        done = subprocess.run(command, check=not left)  # noqa: S603 - Apple's tools, on files made here
        if done.returncode == 0:
            return
